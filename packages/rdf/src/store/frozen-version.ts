import { overlay } from "./overlay-index.ts";
import type { QuadBase } from "./quad-base.ts";
import { QuadRows } from "./quad-rows.ts";
import { dropDuplicates, sortRows } from "./radix-sort.ts";
import { SortedIndex, sortedIndex } from "./sorted-index.ts";
import type { QuadRange, StoreVersion, TermId, TripleIndex } from "./triple-index.ts";

/** Triples in a block of `namedBlocks`. */
const BLOCK_ROWS = 4096;

/** One version of a store: a base and what has changed since. `minus` is part of `base`, `plus` has nothing in common with it. */
export class FrozenVersion implements StoreVersion {
  readonly version: number;
  readonly size: number;
  readonly #base: QuadBase;
  readonly #plus: QuadBase;
  readonly #minus: QuadBase;
  #defaultGraph: TripleIndex | undefined;
  #union: TripleIndex | undefined;
  #graphs: Uint32Array | undefined;
  readonly #namedGraphs = new Map<TermId, TripleIndex>();
  readonly #merges = new Map<string, TripleIndex>();

  constructor(version: number, base: QuadBase, plus: QuadBase, minus: QuadBase) {
    this.version = version;
    this.#base = base;
    this.#plus = plus;
    this.#minus = minus;
    this.size = base.size + plus.size - minus.size;
  }

  get defaultGraph(): TripleIndex {
    this.#defaultGraph ??= overlay(this.#base.defaultGraph, this.#plus.defaultGraph, this.#minus.defaultGraph);
    return this.#defaultGraph;
  }

  union(): TripleIndex {
    this.#union ??= this.#makeUnion();
    return this.#union;
  }

  #makeUnion(): TripleIndex {
    const base = this.#base.union();
    if (this.#plus.size + this.#minus.size === 0) return base;
    // A triple is new when no graph had it, and gone when no graph has it any more.
    const added = selectTriples(this.#plus.union(), (s, p, o) => !base.has(s, p, o));
    const removed = selectTriples(this.#minus.union(), (s, p, o) => !this.defaultGraph.has(s, p, o) && this.countNamed(s, p, o, 0) === 0);
    return overlay(base, added, removed);
  }

  merge(graphs: readonly TermId[]): TripleIndex {
    const ids = [...new Set(graphs)].sort((a, b) => a - b);
    if (ids.length === 1) return this.graph(ids[0]!);
    const key = ids.join(" ");
    let merged = this.#merges.get(key);
    if (merged === undefined) {
      merged = sortedIndex(this.#mergedRows(ids));
      // Queries name few combinations of graphs; a stream of different ones must not pile up.
      if (this.#merges.size >= 8) this.#merges.clear();
      this.#merges.set(key, merged);
    }
    return merged;
  }

  #mergedRows(ids: readonly TermId[]): readonly Uint32Array[] {
    const parts = ids.map((id) => indexRows(this.graph(id)));
    const length = parts.reduce((sum, part) => sum + part[0]!.length, 0);
    const columns = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
    let at = 0;
    for (const part of parts) {
      for (let c = 0; c < 3; c++) columns[c]!.set(part[c]!, at);
      at += part[0]!.length;
    }
    return dropDuplicates(sortRows(columns, [2, 1, 0]));
  }

  graph(graph: TermId): TripleIndex {
    if (graph === 0) return this.defaultGraph;
    const plus = this.#plus.named.graph(graph);
    const minus = this.#minus.named.graph(graph);
    if (plus.size + minus.size === 0) return this.#base.named.graph(graph);
    let index = this.#namedGraphs.get(graph);
    if (index === undefined) {
      index = overlay(this.#base.named.graph(graph), plus, minus);
      this.#namedGraphs.set(graph, index);
    }
    return index;
  }

  get graphs(): Uint32Array {
    this.#graphs ??= this.#makeGraphs();
    return this.#graphs;
  }

  #makeGraphs(): Uint32Array {
    const base = this.#base.named.graphIds;
    if (this.#plus.named.size + this.#minus.named.size === 0) return base;
    const gone = new Set(this.#minus.named.graphIds.filter((graph) => this.countNamed(0, 0, 0, graph) === 0));
    const kept = base.filter((graph) => !gone.has(graph));
    const fresh = this.#plus.named.graphIds.filter((graph) => this.#base.named.graphSize(graph) === 0);
    const all = new Uint32Array(kept.length + fresh.length);
    all.set(kept);
    all.set(fresh, kept.length);
    return all.sort();
  }

  namedQuads(subject: TermId, predicate: TermId, object: TermId, graph: TermId): QuadRange {
    const out = new QuadRows();
    this.#base.named.collect(subject, predicate, object, graph, out, this.#minus.named);
    this.#plus.named.collect(subject, predicate, object, graph, out, undefined);
    return out.toRange();
  }

  /** The same quads in blocks of bounded size, for reading many without holding all of them. */
  *namedBlocks(subject: TermId, predicate: TermId, object: TermId, graph: TermId): Generator<QuadRange> {
    if (subject !== 0 || predicate !== 0 || object !== 0 || graph !== 0) {
      yield this.namedQuads(subject, predicate, object, graph);
      return;
    }
    const { named } = this.#base;
    for (let row = 0; row < named.triples.size; row += BLOCK_ROWS) {
      const out = new QuadRows(BLOCK_ROWS);
      named.collectRows("spo", row, Math.min(row + BLOCK_ROWS, named.triples.size), 0, out, this.#minus.named);
      yield out.toRange();
    }
    yield this.#plus.named.all();
  }

  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    return (
      this.#base.named.count(subject, predicate, object, graph) +
      this.#plus.named.count(subject, predicate, object, graph) -
      this.#minus.named.count(subject, predicate, object, graph)
    );
  }
}

function selectTriples(index: SortedIndex, keep: (subject: TermId, predicate: TermId, object: TermId) => boolean): SortedIndex {
  const [subject, predicate, object] = index.rows();
  const selected = new QuadRows();
  for (let row = 0; row < index.size; row++) {
    if (keep(subject![row]!, predicate![row]!, object![row]!)) selected.push(subject![row]!, predicate![row]!, object![row]!, 0);
  }
  return sortedIndex(selected.columns().slice(0, 3));
}

/** Subject, predicate and object columns of any index, in SPO order. */
export function indexRows(index: TripleIndex): readonly Uint32Array[] {
  if (index instanceof SortedIndex) return index.rows();
  const columns = [new Uint32Array(index.size), new Uint32Array(index.size), new Uint32Array(index.size)];
  let at = 0;
  for (const subject of index.keys("spo")) {
    const { start, end, second, third } = index.range("spo", subject);
    columns[0]!.fill(subject, at, at + end - start);
    columns[1]!.set(second.subarray(start, end), at);
    columns[2]!.set(third.subarray(start, end), at);
    at += end - start;
  }
  return columns;
}
