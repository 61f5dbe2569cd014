import { type NamedIndex, namedIndex } from "./named-index.ts";
import type { QuadLayer } from "./quad-layer.ts";
import { QuadRows } from "./quad-rows.ts";
import { dropDuplicates, sortRows } from "./radix-sort.ts";
import { emptyIndex, type SortedIndex, sortedIndex } from "./sorted-index.ts";
import type { QuadRange, TermId } from "./triple-index.ts";

/** Triples in a block of `allNamed`. */
const BLOCK_ROWS = 4096;

/** Quads as immutable indexes: those of the default graph and those of named graphs apart. */
export class QuadBase implements QuadLayer {
  readonly defaultGraph: SortedIndex;
  readonly named: NamedIndex;
  #union: SortedIndex | undefined;

  constructor(defaultGraph: SortedIndex, named: NamedIndex) {
    this.defaultGraph = defaultGraph;
    this.named = named;
  }

  get size(): number {
    return this.defaultGraph.size + this.named.size;
  }

  /** Distinct triples of all graphs. Costs memory of its own only where the default graph and named graphs both hold triples. */
  union(): SortedIndex {
    if (this.named.size === 0) return this.defaultGraph;
    if (this.defaultGraph.size === 0) return this.named.triples;
    this.#union ??= this.defaultGraph.merged(this.named.triples, emptyIndex());
    return this.#union;
  }

  get graphs(): Uint32Array {
    return this.named.graphIds;
  }

  graph(graph: TermId): SortedIndex {
    return graph === 0 ? this.defaultGraph : this.named.graph(graph);
  }

  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    return this.named.count(subject, predicate, object, graph);
  }

  collectNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId, out: QuadRows, except: NamedIndex | undefined): void {
    this.named.collect(subject, predicate, object, graph, out, except);
  }

  *allNamed(): Generator<QuadRange> {
    const { size } = this.named.triples;
    for (let row = 0; row < size; row += BLOCK_ROWS) {
      const out = new QuadRows(BLOCK_ROWS);
      this.named.collectRows("spo", row, Math.min(row + BLOCK_ROWS, size), 0, out, undefined);
      yield out.toRange();
    }
  }

  has(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    if (graph === 0) return this.defaultGraph.has(subject, predicate, object);
    return this.named.has(subject, predicate, object, graph);
  }

  get bytes(): number {
    return this.defaultGraph.bytes + this.named.bytes + (this.#union?.bytes ?? 0);
  }

  warm(): void {
    this.defaultGraph.warm();
    this.named.warm();
    if (this.size > 0) this.union().warm();
  }
}

/** A base from unsorted quads (subject, predicate, object, graph columns), which may hold duplicates. */
export function quadBase(columns: readonly Uint32Array[]): QuadBase {
  const [subject, predicate, object, graph] = columns as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let inDefault = 0;
  for (let row = 0; row < graph.length; row++) if (graph[row] === 0) inDefault++;
  const none = new Uint32Array(0);
  const pick = (column: Uint32Array, wantDefault: boolean, count: number): Uint32Array => {
    if (count === 0) return none;
    if (count === column.length) return column;
    const out = new Uint32Array(count);
    let at = 0;
    for (let row = 0; row < column.length; row++) if ((graph[row] === 0) === wantDefault) out[at++] = column[row]!;
    return out;
  };
  const inNamed = graph.length - inDefault;
  const defaults = [subject, predicate, object].map((column) => pick(column, true, inDefault));
  const named = [subject, predicate, object, graph].map((column) => pick(column, false, inNamed));
  return new QuadBase(
    inDefault === 0 ? emptyIndex() : sortedIndex(dropDuplicates(sortRows(defaults, [2, 1, 0]))),
    namedIndex(dropDuplicates(sortRows(named, [3, 2, 1, 0]))),
  );
}

/** `(base − minus) ∪ plus` as a new base. `minus` must be part of `base`; `plus` may overlap with it. */
export function mergeBases(base: QuadBase, plus: QuadBase, minus: QuadBase): QuadBase {
  return new QuadBase(base.defaultGraph.merged(plus.defaultGraph, minus.defaultGraph), base.named.merged(plus.named, minus.named));
}
