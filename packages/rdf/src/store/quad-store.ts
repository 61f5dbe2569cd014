import { Dictionary } from "../dictionary/dictionary.ts";
import { ChanceryError } from "../errors.ts";
import { readSnapshot } from "../snapshot/read-snapshot.ts";
import { writeSnapshot } from "../snapshot/write-snapshot.ts";
import type { BaseQuad, Quad, Term } from "../term/data-factory.ts";
import { DatasetView } from "./dataset-view.ts";
import { Emitter } from "./event-emitter.ts";
import type { FrozenVersion } from "./frozen-version.ts";
import { countMatches, type IdPattern, idPattern, matchIds, quadOf } from "./match-quads.ts";
import { mergeBases, type QuadBase, quadBase } from "./quad-base.ts";
import { QuadDelta, QuadState } from "./quad-delta.ts";
import { QuadRows } from "./quad-rows.ts";
import { QuadStream } from "./quad-stream.ts";
import { consume, type QuadEvents } from "./stream-sink.ts";
import type { StoreVersion, TermId } from "./triple-index.ts";

export interface QuadStoreOptions {
  /** Dictionary to share with other stores. Default: a new one. */
  readonly dictionary?: Dictionary;
}

/** Changes beyond this share of the base, and this number, are merged into it. */
const MERGE_SHARE = 0.05;
const MERGE_FLOOR = 4096;
/** Changes that a reader freezes anew at each version are at most this many, or this share of the settled ones; more are settled first. */
const RECENT_FLOOR = 1024;
const RECENT_SHARE = 1 / 8;
/** Without a reader in between, this many changes (or the base's size) may pile up. */
const PENDING_FLOOR = 1 << 20;

/**
 * An in-memory set of quads over ids: an immutable sorted base and a small set of changes.
 *
 * Readers take a version (`current()`), which later writes never change. Implements the RDF/JS Source, Sink and Store interfaces;
 * `dataset()` is the DatasetCore view. Quads are checked when they enter.
 */
export class QuadStore {
  /** Terms ↔ ids. */
  readonly dictionary: Dictionary;
  #base: QuadBase = emptyBase();
  /** Changes to the base. */
  #delta = new QuadDelta();
  /** Base and delta as they were frozen last; `undefined` when the delta has changed since. */
  #settled: FrozenVersion | undefined;
  /** Changes since then, kept apart so that a read after a small write freezes only these. */
  #recent = new QuadDelta();
  #size = 0;
  #version = 0;
  #current: FrozenVersion | undefined;

  constructor(options: QuadStoreOptions = {}) {
    this.dictionary = options.dictionary ?? new Dictionary();
  }

  /** Number of quads. */
  get size(): number {
    return this.#size;
  }

  /** Counts the writes that changed something. */
  get version(): number {
    return this.#version;
  }

  /** The present version; the same object until the next change. */
  current(): FrozenVersion {
    this.#current ??= this.#freeze();
    return this.#current;
  }

  #freeze(): FrozenVersion {
    if (this.#recent.changes > this.#recentLimit) this.#fold();
    if (this.#delta.changes > Math.max(MERGE_FLOOR, this.#base.size * MERGE_SHARE)) this.#merge();
    this.#settled ??= this.#delta.over(this.#base, this.#version);
    if (this.#recent.changes === 0 && this.#settled.version === this.#version) return this.#settled;
    return this.#recent.over(this.#settled, this.#version);
  }

  /** The same as `current()`, under the name that says what it is good for. */
  snapshot(): StoreVersion {
    return this.current();
  }

  /** Adds a quad. @returns Whether it is new. @throws ChanceryError `rdf.invalid-*` when a term may not stand where it does. */
  add(quad: BaseQuad): boolean {
    return this.addIds(...this.#internQuad(quad));
  }

  /** Adds quads, all or (when one is refused) none. @returns How many are new. */
  addAll(quads: Iterable<BaseQuad>): number {
    const rows = new QuadRows();
    for (const quad of quads) rows.push(...this.#internQuad(quad));
    return this.addRows(rows);
  }

  has(quad: BaseQuad): boolean {
    const ids = this.#idsOf(quad);
    return ids !== undefined && this.hasIds(...ids);
  }

  /** Removes a quad: whether it was there. With a stream: removes all of its quads when it ends (RDF/JS Store). */
  remove(quad: BaseQuad): boolean;
  remove(stream: QuadEvents): Emitter;
  remove(quadOrStream: BaseQuad | QuadEvents): boolean | Emitter {
    if ("on" in quadOrStream) {
      const rows = new QuadRows();
      return consume(quadOrStream, {
        take: (quad) => {
          const ids = this.#idsOf(quad);
          if (ids !== undefined) rows.push(...ids);
        },
        commit: () =>
          rows.forEach((...ids) => {
            this.removeIds(...ids);
          }),
      });
    }
    const ids = this.#idsOf(quadOrStream);
    return ids !== undefined && this.removeIds(...ids);
  }

  /** Whether a quad of ids is there; graph 0 is the default graph. */
  hasIds(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    const state = this.#recent.state(subject, predicate, object, graph);
    return state === QuadState.none ? this.#isSettled(subject, predicate, object, graph) : state === QuadState.added;
  }

  #isSettled(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    const state = this.#delta.state(subject, predicate, object, graph);
    return state === QuadState.none ? this.#base.has(subject, predicate, object, graph) : state === QuadState.added;
  }

  /** Adds a quad of ids of this store's dictionary. The caller vouches that each may stand where it does. */
  addIds(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    return this.#write(subject, predicate, object, graph, true);
  }

  removeIds(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    return this.#write(subject, predicate, object, graph, false);
  }

  #write(subject: TermId, predicate: TermId, object: TermId, graph: TermId, present: boolean): boolean {
    if (this.hasIds(subject, predicate, object, graph) === present) return false;
    const frozen = this.#settled !== undefined;
    const below = frozen ? this.#isSettled(subject, predicate, object, graph) : this.#base.has(subject, predicate, object, graph);
    const state = below === present ? QuadState.none : present ? QuadState.added : QuadState.removed;
    (frozen ? this.#recent : this.#delta).set(subject, predicate, object, graph, state);
    this.#changed(present ? 1 : -1);
    return true;
  }

  /** Adds many quads of ids at once, sorted into the base when they are many. @returns How many are new. */
  addRows(rows: QuadRows): number {
    const before = this.#size;
    if (rows.length <= Math.max(MERGE_FLOOR, this.#base.size * MERGE_SHARE)) {
      rows.forEach((...ids) => {
        this.addIds(...ids);
      });
      return this.#size - before;
    }
    const added = quadBase(rows.columns());
    this.#merge();
    this.#base = this.#base.size === 0 ? added : mergeBases(this.#base, added, emptyBase());
    const fresh = this.#base.size - before;
    if (fresh > 0) this.#changed(fresh);
    return fresh;
  }

  /** Removes every quad of a graph. @returns How many there were. */
  removeGraph(graph: Term): number {
    const id = graph.termType === "DefaultGraph" ? 0 : this.dictionary.idOf(graph);
    if (id === 0 && graph.termType !== "DefaultGraph") return 0;
    return this.#removePattern({ subject: 0, predicate: 0, object: 0, graph: id });
  }

  /**
   * Makes a graph hold exactly the triples of `quads`; their own graphs are not looked at. All or nothing.
   *
   * @returns How many quads are new and how many are gone.
   */
  replaceGraph(graph: Term, quads: Iterable<BaseQuad>): { readonly added: number; readonly removed: number } {
    const rows = new QuadRows();
    const graphId = this.#internGraph(graph);
    for (const quad of quads) {
      const [subject, predicate, object] = this.#internQuad(quad);
      rows.push(subject, predicate, object, graphId);
    }
    const keep = quadBase(rows.columns());
    const gone: (readonly [TermId, TermId, TermId, TermId])[] = [];
    for (const ids of matchIds(this.current(), { subject: 0, predicate: 0, object: 0, graph: graphId }))
      if (!keep.has(...ids)) gone.push(ids);
    for (const ids of gone) this.removeIds(...ids);
    return { added: this.addRows(rows), removed: gone.length };
  }

  /** Removes everything; the dictionary stays. */
  clear(): void {
    if (this.#size === 0) return;
    this.#rebase(emptyBase());
    this.#changed(-this.#size);
  }

  /** Matching quads, made one by one, of the version that is current at the call; a missing term is a wildcard. */
  quads(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): Iterable<Quad> {
    const pattern = idPattern(this.dictionary, subject, predicate, object, graph);
    return pattern === undefined ? [] : { [Symbol.iterator]: quadIterator(this.dictionary, this.current(), pattern) };
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.quads()[Symbol.iterator]();
  }

  /** RDF/JS Source: a stream of the matching quads. */
  match(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): QuadStream {
    return new QuadStream(this.quads(subject, predicate, object, graph));
  }

  /** Exact number of matching quads (Comunica asks for it when it plans). */
  countQuads(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): number {
    const pattern = idPattern(this.dictionary, subject, predicate, object, graph);
    return pattern === undefined ? 0 : countMatches(this.current(), pattern);
  }

  /** RDF/JS Sink: adds the stream's quads when it has ended, all or (after an error) none; then emits `end`, or `error`. */
  import(stream: QuadEvents): Emitter {
    const rows = new QuadRows();
    return consume(stream, { take: (quad) => rows.push(...this.#internQuad(quad)), commit: () => this.addRows(rows) });
  }

  /** RDF/JS Store: removes what matches, then emits `end`. */
  removeMatches(subject?: Term | null, predicate?: Term | null, object?: Term | null, graph?: Term | null): Emitter {
    const pattern = idPattern(this.dictionary, subject, predicate, object, graph);
    if (pattern !== undefined) this.#removePattern(pattern);
    return endLater();
  }

  /** RDF/JS Store: removes a graph (a term, or an IRI as string), then emits `end`. */
  deleteGraph(graph: Term | string): Emitter {
    this.removeGraph(typeof graph === "string" ? { termType: "NamedNode", value: graph, equals: () => false } : graph);
    return endLater();
  }

  /** This store as RDF/JS DatasetCore, live. */
  dataset(): DatasetView {
    return new DatasetView(this);
  }

  /** Merges pending changes and builds every index now instead of at first use. */
  optimize(): void {
    if (this.#delta.changes + this.#recent.changes > 0) {
      this.#merge();
      this.#current = undefined;
    }
    this.#base.warm();
  }

  /** Everything as bytes that `fromBytes` reads back, with the same term ids; the dictionary is written whole. @throws ChanceryError `store.too-large`. */
  toBytes(): Uint8Array {
    this.optimize();
    return writeSnapshot(this.dictionary, this.#base);
  }

  /**
   * A store from `toBytes`, with a dictionary of its own. It goes on reading `bytes`, which must not change afterwards: pass a copy where they might.
   *
   * @throws ChanceryError `snapshot.foreign`, `snapshot.version`, `snapshot.truncated`, `snapshot.corrupt`.
   */
  static fromBytes(bytes: Uint8Array): QuadStore {
    const { dictionary, base } = readSnapshot(bytes);
    const store = new QuadStore({ dictionary });
    store.#base = base;
    store.#size = base.size;
    return store;
  }

  /** Bytes of indexes and dictionary that are in use (allocation slack and term objects left out). */
  get bytes(): number {
    return this.#base.bytes + this.dictionary.columns.bytes;
  }

  #removePattern(pattern: IdPattern): number {
    const matches = [...matchIds(this.current(), pattern)];
    for (const ids of matches) this.removeIds(...ids);
    return matches.length;
  }

  #changed(difference: number): void {
    this.#size += difference;
    this.#version += 1;
    this.#current = undefined;
    if (this.#recent.length > 2 * this.#recentLimit) this.#fold();
    if (this.#delta.length > Math.max(PENDING_FLOOR, this.#base.size)) this.#merge();
  }

  get #recentLimit(): number {
    return Math.max(RECENT_FLOOR, this.#delta.changes * RECENT_SHARE);
  }

  /** Moves the recent changes to those below them. */
  #fold(): void {
    this.#recent.forEach((subject, predicate, object, graph, state) => {
      const inBase = this.#base.has(subject, predicate, object, graph);
      const present = state === QuadState.added;
      this.#delta.set(subject, predicate, object, graph, present === inBase ? QuadState.none : state);
    });
    this.#recent = new QuadDelta();
    this.#settled = undefined;
  }

  /** Moves all changes to the base. */
  #merge(): void {
    if (this.#recent.changes > 0) this.#fold();
    if (this.#delta.changes === 0) this.#rebase(this.#base);
    else this.#rebase(mergeBases(this.#base, this.#delta.freeze(QuadState.added), this.#delta.freeze(QuadState.removed)));
  }

  #rebase(base: QuadBase): void {
    this.#base = base;
    this.#delta = new QuadDelta();
    this.#recent = new QuadDelta();
    this.#settled = undefined;
  }

  #internQuad(quad: BaseQuad): [TermId, TermId, TermId, TermId] {
    const { subject, predicate, object, graph } = quad;
    checkPosition("subject", subject, "NamedNode", "BlankNode");
    checkPosition("predicate", predicate, "NamedNode");
    checkPosition("object", object, "NamedNode", "BlankNode", "Literal", "Quad");
    const graphId = this.#internGraph(graph);
    return [this.dictionary.intern(subject), this.dictionary.intern(predicate), this.dictionary.intern(object), graphId];
  }

  #internGraph(graph: Term): TermId {
    checkPosition("graph", graph, "DefaultGraph", "NamedNode", "BlankNode");
    return graph.termType === "DefaultGraph" ? 0 : this.dictionary.intern(graph);
  }

  #idsOf(quad: BaseQuad): [TermId, TermId, TermId, TermId] | undefined {
    const pattern = idPattern(this.dictionary, quad.subject, quad.predicate, quad.object, quad.graph);
    return pattern === undefined ? undefined : [pattern.subject, pattern.predicate, pattern.object, pattern.graph ?? 0];
  }
}

function emptyBase(): QuadBase {
  return quadBase(new QuadRows().columns());
}

function quadIterator(dictionary: Dictionary, version: FrozenVersion, pattern: IdPattern): () => Iterator<Quad> {
  return function* () {
    for (const [subject, predicate, object, graph] of matchIds(version, pattern))
      yield quadOf(dictionary, subject, predicate, object, graph);
  };
}

function checkPosition(position: string, term: Term, ...allowed: readonly Term["termType"][]): void {
  if (allowed.includes(term.termType)) return;
  throw new ChanceryError("rdf.invalid-quad", `a ${term.termType} cannot be the ${position} of a quad`, {
    remedy: `Allowed there: ${allowed.join(", ")}.`,
  });
}

function endLater(): Emitter {
  const events = new Emitter();
  queueMicrotask(() => events.emit("end"));
  return events;
}
