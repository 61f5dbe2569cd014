import type { QuadRange, TermId } from "./triple-index.ts";

const FIRST_CAPACITY = 16;

/** A growing list of quads of ids, as struct of arrays. */
export class QuadRows {
  length = 0;
  /** Whether a graph was ever set; as long as not, the fourth column is untouched zeros, which cost no memory. */
  #named = false;
  #columns: [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

  constructor(capacity: number = FIRST_CAPACITY) {
    this.#columns = [new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity), new Uint32Array(capacity)];
  }

  push(subject: TermId, predicate: TermId, object: TermId, graph: TermId): void {
    const at = this.length;
    if (at === this.#columns[0].length) this.#grow();
    const [s, p, o, g] = this.#columns;
    s[at] = subject;
    p[at] = predicate;
    o[at] = object;
    if (graph !== 0) {
      g[at] = graph;
      this.#named = true;
    }
    this.length = at + 1;
  }

  /** Forgets the rows; columns handed out before are overwritten by what comes next. */
  clear(): void {
    this.length = 0;
    if (this.#named) this.#columns[3].fill(0);
    this.#named = false;
  }

  equals(row: number, subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    const [s, p, o, g] = this.#columns;
    return s[row] === subject && p[row] === predicate && o[row] === object && g[row] === graph;
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, Math.ceil(this.#columns[0].length * 2));
    for (let c = 0; c < 4; c++) {
      const column = new Uint32Array(capacity);
      if (c < 3 || this.#named) column.set(this.#columns[c]!);
      this.#columns[c] = column;
    }
  }

  /** Subject, predicate, object and graph columns of exactly `length` entries (views where the capacity is larger). */
  columns(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
    const [s, p, o, g] = this.#columns;
    const n = this.length;
    return [s.subarray(0, n), p.subarray(0, n), o.subarray(0, n), g.subarray(0, n)];
  }

  forEach(visit: (subject: TermId, predicate: TermId, object: TermId, graph: TermId) => void): void {
    const [s, p, o, g] = this.#columns;
    for (let row = 0; row < this.length; row++) visit(s[row]!, p[row]!, o[row]!, g[row]!);
  }

  toRange(): QuadRange {
    const [subject, predicate, object, graph] = this.columns();
    return { length: this.length, subject, predicate, object, graph };
  }
}
