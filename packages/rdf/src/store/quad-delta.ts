import { FrozenVersion } from "./frozen-version.ts";
import { type QuadBase, quadBase } from "./quad-base.ts";
import type { QuadLayer } from "./quad-layer.ts";
import { QuadRows } from "./quad-rows.ts";
import type { TermId } from "./triple-index.ts";

/** What a delta says of a quad: `added` (not in the base), `removed` (in the base) or nothing. */
export const QuadState = { none: 0, added: 1, removed: 2 } as const;

/**
 * Changes to a base, as a hash table from quad to state. Entries stay when a change is taken back (their state becomes `none`);
 * the table is dropped as a whole when it is merged into the base.
 */
export class QuadDelta {
  readonly #rows = new QuadRows();
  #states = new Uint8Array(16);
  /** Row + 1 by hash; 0 is free. */
  #slots = new Uint32Array(64);
  /** Quads that differ from the base. */
  changes = 0;

  /** Entries, those taken back included. */
  get length(): number {
    return this.#rows.length;
  }

  state(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    const slot = this.#find(subject, predicate, object, graph);
    const row = this.#slots[slot]!;
    return row === 0 ? QuadState.none : this.#states[row - 1]!;
  }

  set(subject: TermId, predicate: TermId, object: TermId, graph: TermId, state: number): void {
    const slot = this.#find(subject, predicate, object, graph);
    const row = this.#slots[slot]!;
    if (row !== 0) {
      this.#count(this.#states[row - 1]!, state);
      this.#states[row - 1] = state;
      return;
    }
    if (state === QuadState.none) return;
    this.#count(QuadState.none, state);
    this.#rows.push(subject, predicate, object, graph);
    const length = this.#rows.length;
    if (length > this.#states.length) {
      const states = new Uint8Array(this.#states.length * 2);
      states.set(this.#states);
      this.#states = states;
    }
    this.#states[length - 1] = state;
    this.#slots[slot] = length;
    if (length * 2 > this.#slots.length) this.#grow();
  }

  #count(before: number, after: number): void {
    this.changes += (after === QuadState.none ? 0 : 1) - (before === QuadState.none ? 0 : 1);
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    const [s, p, o, g] = this.#rows.columns();
    for (let row = 0; row < s.length; row++) {
      let slot = hashQuad(s[row]!, p[row]!, o[row]!, g[row]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }

  #find(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashQuad(subject, predicate, object, graph) & mask;
    for (let row = slots[slot]!; row !== 0; row = slots[slot]!) {
      if (this.#rows.equals(row - 1, subject, predicate, object, graph)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  forEach(visit: (subject: TermId, predicate: TermId, object: TermId, graph: TermId, state: number) => void): void {
    const [s, p, o, g] = this.#rows.columns();
    for (let row = 0; row < s.length; row++) {
      const state = this.#states[row]!;
      if (state !== QuadState.none) visit(s[row]!, p[row]!, o[row]!, g[row]!, state);
    }
  }

  /** These changes laid over what they are changes to. */
  over(layer: QuadLayer, version: number): FrozenVersion {
    return new FrozenVersion(version, layer, this.freeze(QuadState.added), this.freeze(QuadState.removed));
  }

  /** The quads in one state, as sorted indexes. */
  freeze(state: number): QuadBase {
    const selected = new QuadRows();
    const [s, p, o, g] = this.#rows.columns();
    for (let row = 0; row < s.length; row++) if (this.#states[row] === state) selected.push(s[row]!, p[row]!, o[row]!, g[row]!);
    return quadBase(selected.columns());
  }
}

function hashQuad(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
  let hash = Math.imul(subject, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + predicate, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + object, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 16)) + graph, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}
