import type { NamedIndex } from "./named-index.ts";
import { overlay } from "./overlay-index.ts";
import type { QuadBase } from "./quad-base.ts";
import type { QuadLayer } from "./quad-layer.ts";
import { QuadRows } from "./quad-rows.ts";
import { dropDuplicates, sortRows } from "./radix-sort.ts";
import { SortedIndex, sortedIndex } from "./sorted-index.ts";
import type { QuadRange, StoreVersion, TermId, TripleIndex } from "./triple-index.ts";

/** One version of a store: a layer and what has changed since. `minus` is part of the layer, `plus` has nothing in common with it. */
export class FrozenVersion implements StoreVersion, QuadLayer {
  readonly version: number;
  readonly size: number;
  readonly #base: QuadLayer;
  readonly #plus: QuadBase;
  readonly #minus: QuadBase;
  #defaultGraph: TripleIndex | undefined;
  #union: TripleIndex | undefined;
  #graphs: Uint32Array | undefined;
  readonly #namedGraphs = new Map<TermId, TripleIndex>();
  readonly #merges = new Map<string, TripleIndex>();

  constructor(version: number, base: QuadLayer, plus: QuadBase, minus: QuadBase) {
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
    const added = this.#plus.union().filter((s, p, o) => !base.has(s, p, o));
    const removed = this.#minus.union().filter((s, p, o) => !this.defaultGraph.has(s, p, o) && this.countNamed(s, p, o, 0) === 0);
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
    const [plus, minus] = [this.#plus.named, this.#minus.named];
    if (plus.count(0, 0, 0, graph) + minus.count(0, 0, 0, graph) === 0) return this.#base.graph(graph);
    let index = this.#namedGraphs.get(graph);
    if (index === undefined) {
      index = overlay(this.#base.graph(graph), plus.graph(graph), minus.graph(graph));
      this.#namedGraphs.set(graph, index);
    }
    return index;
  }

  get graphs(): Uint32Array {
    this.#graphs ??= this.#makeGraphs();
    return this.#graphs;
  }

  #makeGraphs(): Uint32Array {
    const base = this.#base.graphs;
    if (this.#plus.named.size + this.#minus.named.size === 0) return base;
    const gone = new Set(this.#minus.named.graphIds.filter((graph) => this.countNamed(0, 0, 0, graph) === 0));
    const kept = base.filter((graph) => !gone.has(graph));
    const fresh = this.#plus.named.graphIds.filter((graph) => this.#base.countNamed(0, 0, 0, graph) === 0);
    const all = new Uint32Array(kept.length + fresh.length);
    all.set(kept);
    all.set(fresh, kept.length);
    return all.sort();
  }

  namedQuads(subject: TermId, predicate: TermId, object: TermId, graph: TermId): QuadRange {
    const out = new QuadRows();
    this.collectNamed(subject, predicate, object, graph, out, undefined);
    return out.toRange();
  }

  collectNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId, out: QuadRows, except: NamedIndex | undefined): void {
    if (except === undefined || except.count(subject, predicate, object, graph) === 0) {
      this.#base.collectNamed(subject, predicate, object, graph, out, this.#minus.named);
      this.#plus.named.collect(subject, predicate, object, graph, out, undefined);
      return;
    }
    const found = this.namedQuads(subject, predicate, object, graph);
    pushUnless(found, except, out);
  }

  *allNamed(): Generator<QuadRange> {
    for (const block of this.#base.allNamed()) {
      if (this.#minus.named.size === 0) {
        yield block;
        continue;
      }
      const out = new QuadRows(block.length);
      pushUnless(block, this.#minus.named, out);
      yield out.toRange();
    }
    yield this.#plus.named.all();
  }

  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    return (
      this.#base.countNamed(subject, predicate, object, graph) +
      this.#plus.named.count(subject, predicate, object, graph) -
      this.#minus.named.count(subject, predicate, object, graph)
    );
  }
}

function pushUnless({ length, subject, predicate, object, graph }: QuadRange, except: NamedIndex, out: QuadRows): void {
  for (let row = 0; row < length; row++) {
    const [s, p, o, g] = [subject[row]!, predicate[row]!, object[row]!, graph[row]!];
    if (!except.has(s, p, o, g)) out.push(s, p, o, g);
  }
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
