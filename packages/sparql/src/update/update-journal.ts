import type { QuadStore, TermId } from "@chancery/rdf";
import type { BaseQuad, NamedNode } from "@rdfjs/types";
import { FIRST_LOCAL_ID, type TermSpace } from "../execute/term-space.ts";

/** Writes to the store and remembers every change, so that a request that fails leaves nothing behind. */
export class UpdateJournal {
  added = 0;
  removed = 0;
  readonly #store: QuadStore;
  /** Five numbers a change: the quad, and 1 for an addition. */
  readonly #changes: number[] = [];

  constructor(store: QuadStore) {
    this.#store = store;
  }

  /** Id of a graph that may be new; 0 for the default graph. */
  graph(name: NamedNode | undefined): TermId {
    return name === undefined ? 0 : this.#store.dictionary.intern(name);
  }

  add(subject: TermId, predicate: TermId, object: TermId, graph: TermId, terms: TermSpace): void {
    this.#addIds(this.#intern(subject, terms), this.#intern(predicate, terms), this.#intern(object, terms), this.#intern(graph, terms));
  }

  /** Terms of the execution only are in no quad. */
  remove(subject: TermId, predicate: TermId, object: TermId, graph: TermId): void {
    if (subject >= FIRST_LOCAL_ID || predicate >= FIRST_LOCAL_ID || object >= FIRST_LOCAL_ID || graph >= FIRST_LOCAL_ID) return;
    this.#removeIds(subject, predicate, object, graph);
  }

  /** @param graph Graph to put the quad into, whatever its own; default: its own. */
  addQuad(quad: BaseQuad, graph: NamedNode | undefined): void {
    const { dictionary } = this.#store;
    const target = graph ?? (quad.graph.termType === "DefaultGraph" ? undefined : quad.graph);
    this.#addIds(
      dictionary.intern(quad.subject),
      dictionary.intern(quad.predicate),
      dictionary.intern(quad.object),
      target === undefined ? 0 : dictionary.intern(target),
    );
  }

  clear(graph: TermId): void {
    for (const [s, p, o] of this.#triplesOf(graph)) this.#removeIds(s, p, o, graph);
  }

  copy(source: TermId, destination: TermId): void {
    for (const [s, p, o] of this.#triplesOf(source)) this.#addIds(s, p, o, destination);
  }

  /** Takes everything back, the latest change first. */
  undo(): void {
    const changes = this.#changes;
    for (let at = changes.length - 5; at >= 0; at -= 5) {
      const [s, p, o, g, isAddition] = changes.slice(at, at + 5) as [number, number, number, number, number];
      if (isAddition === 1) this.#store.removeIds(s, p, o, g);
      else this.#store.addIds(s, p, o, g);
    }
    this.#changes.length = 0;
    this.added = 0;
    this.removed = 0;
  }

  *#triplesOf(graph: TermId): Generator<readonly [TermId, TermId, TermId]> {
    const index = this.#store.snapshot().graph(graph);
    for (const subject of index.keys("spo")) {
      const range = index.range("spo", subject);
      for (let i = range.start; i < range.end; i++) yield [subject, range.second[i]!, range.third[i]!];
    }
  }

  /** The store's id of a term that may be the execution's. */
  #intern(id: TermId, terms: TermSpace): TermId {
    return id >= FIRST_LOCAL_ID ? this.#store.dictionary.intern(terms.termOf(id)) : id;
  }

  #addIds(subject: TermId, predicate: TermId, object: TermId, graph: TermId): void {
    if (!this.#store.addIds(subject, predicate, object, graph)) return;
    this.added++;
    this.#changes.push(subject, predicate, object, graph, 1);
  }

  #removeIds(subject: TermId, predicate: TermId, object: TermId, graph: TermId): void {
    if (!this.#store.removeIds(subject, predicate, object, graph)) return;
    this.removed++;
    this.#changes.push(subject, predicate, object, graph, 0);
  }
}
