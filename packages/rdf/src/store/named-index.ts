import { KeyOffsets, lowerBound } from "./key-offsets.ts";
import { mergeRows } from "./merge-rows.ts";
import type { QuadRows } from "./quad-rows.ts";
import { sortRows } from "./radix-sort.ts";
import { emptyIndex, type SortedIndex, sortedIndex } from "./sorted-index.ts";
import type { IndexOrder, QuadRange, TermId } from "./triple-index.ts";

/** For each row of a permutation, the graphs that hold the triple: `graphs[starts[row] … starts[row + 1])`, ascending; `starts` is left out where every triple is in one graph. */
export interface GraphColumn {
  readonly starts: Uint32Array | undefined;
  readonly graphs: Uint32Array;
}

/** Per-graph indexes are kept until they hold this many triples together, or the size of the store if that is more. */
const GRAPH_CACHE_TRIPLES = 1 << 18;
/** Up to so many candidate quads, filtering by graph beats building the graph's own index. */
const FILTER_LIMIT = 64;

/**
 * An immutable set of quads in named graphs: the distinct triples in their permutations, a column with the graphs of each triple,
 * and by graph the rows of its triples. So a pattern costs what it matches, however many graphs there are.
 */
export class NamedIndex {
  /** Number of quads. */
  readonly size: number;
  /** The distinct triples of all named graphs. */
  readonly triples: SortedIndex;
  readonly #graphColumns: { spo: GraphColumn; pos?: GraphColumn; osp?: GraphColumn };
  #byGraph: { readonly offsets: KeyOffsets; readonly rows: Uint32Array } | undefined;
  readonly #graphs = new Map<TermId, SortedIndex>();
  #cachedTriples = 0;

  /** @param column The graphs of each triple in SPO order. */
  constructor(triples: SortedIndex, column: GraphColumn) {
    this.size = column.graphs.length;
    this.triples = triples;
    this.#graphColumns = { spo: column };
  }

  /** Subject, predicate, object and graph columns in that order. */
  rows(): readonly Uint32Array[] {
    return [...this.triples.rows().map((column) => this.#byQuad(column)), this.#graphColumns.spo.graphs];
  }

  /** A column of the triples in SPO order, each value as often as its triple has graphs. */
  #byQuad(column: Uint32Array): Uint32Array {
    const { starts, graphs } = this.#graphColumns.spo;
    if (starts === undefined) return column;
    const out = new Uint32Array(graphs.length);
    for (let row = 0; row < column.length; row++) out.fill(column[row]!, starts[row]!, starts[row + 1]!);
    return out;
  }

  /** `(this − minus) ∪ plus`. `minus` must be part of this index. */
  merged(plus: NamedIndex, minus: NamedIndex): NamedIndex {
    if (plus.size === 0 && minus.size === 0) return this;
    const { triples: rows, column } = splitGraphs(mergeRows(this.rows(), plus.rows(), minus.rows()));
    const kept = sortedIndex(rows);
    const added = plus.triples.filter((s, p, o) => !this.triples.has(s, p, o));
    const removed = minus.triples.filter((s, p, o) => !kept.has(s, p, o));
    return new NamedIndex(this.triples.merged(added, removed, rows), column);
  }

  /** All quads. */
  all(): QuadRange {
    const [subject, predicate, object, graph] = this.rows();
    return { length: this.size, subject: subject!, predicate: predicate!, object: object!, graph: graph! };
  }

  /** Ids of the graphs, ascending. */
  get graphIds(): Uint32Array {
    return this.#rowsByGraph().offsets.keys;
  }

  get bytes(): number {
    let bytes = this.triples.bytes;
    for (const column of Object.values(this.#graphColumns)) bytes += column.graphs.byteLength + (column.starts?.byteLength ?? 0);
    return bytes + (this.#byGraph === undefined ? 0 : this.#byGraph.rows.byteLength + this.#byGraph.offsets.byteLength);
  }

  /** Builds what would otherwise be built at first use. */
  warm(): void {
    this.triples.warm();
    this.#rowsByGraph();
    if (this.size > 0) for (const order of ["pos", "osp"] as const) this.graphColumn(order);
  }

  has(subject: TermId, predicate: TermId, object: TermId, graph: TermId): boolean {
    const row = this.triples.row(subject, predicate, object);
    if (row < 0) return false;
    const { starts, graphs } = this.#graphColumns.spo;
    if (starts === undefined) return graphs[row] === graph;
    const end = starts[row + 1]!;
    const at = lowerBound(graphs, graph, starts[row]!, end);
    return at < end && graphs[at] === graph;
  }

  /** Number of quads of one graph. */
  graphSize(graph: TermId): number {
    const { offsets } = this.#rowsByGraph();
    return offsets.end(graph) - offsets.start(graph);
  }

  /** The triples of one graph. */
  graph(graph: TermId): SortedIndex {
    const known = this.#graphs.get(graph);
    if (known !== undefined) return known;
    const size = this.graphSize(graph);
    const index = size === 0 ? emptyIndex() : sortedIndex(this.graphRows(graph));
    this.#graphs.set(graph, index);
    this.#cachedTriples += size + FILTER_LIMIT;
    for (const [oldest, old] of this.#graphs) {
      if (this.#cachedTriples <= Math.max(GRAPH_CACHE_TRIPLES, this.size) || oldest === graph) break;
      this.#graphs.delete(oldest);
      this.#cachedTriples -= old.size + FILTER_LIMIT;
    }
    return index;
  }

  /** Subject, predicate and object columns of one graph, in SPO order. */
  graphRows(graph: TermId): readonly Uint32Array[] {
    const { offsets, rows } = this.#rowsByGraph();
    const start = offsets.start(graph);
    const length = offsets.end(graph) - start;
    const spo = this.triples.permutation("spo");
    const subject = new Uint32Array(length);
    const predicate = new Uint32Array(length);
    const object = new Uint32Array(length);
    let key = 0;
    let keyEnd = 0;
    for (let i = 0; i < length; i++) {
      const row = rows[start + i]!;
      if (row >= keyEnd) {
        key = spo.offsets.keyOf(row);
        keyEnd = spo.offsets.end(key);
      }
      subject[i] = key;
      predicate[i] = spo.second[row]!;
      object[i] = spo.third[row]!;
    }
    return [subject, predicate, object];
  }

  /** Exact number of matching quads; 0 is the wildcard. */
  count(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number {
    if (this.size === 0) return 0;
    if (graph !== 0) {
      if (subject === 0 && predicate === 0 && object === 0) return this.graphSize(graph);
      if (subject !== 0 && predicate !== 0 && object !== 0) return this.has(subject, predicate, object, graph) ? 1 : 0;
      return this.graph(graph).count(subject, predicate, object);
    }
    if (subject === 0 && predicate === 0 && object === 0) return this.size;
    const { order, start, end } = this.#locate(subject, predicate, object);
    if (start === end) return 0;
    const { starts } = this.graphColumn(order);
    return starts === undefined ? end - start : starts[end]! - starts[start]!;
  }

  /** Appends the matching quads to `out`, those that are in `except` left out. */
  collect(subject: TermId, predicate: TermId, object: TermId, graph: TermId, out: QuadRows, except: NamedIndex | undefined): void {
    if (this.size === 0) return;
    const skip = except === undefined || except.count(subject, predicate, object, graph) === 0 ? undefined : except;
    const { order, start, end } = this.#locate(subject, predicate, object);
    if (start === end) return;
    if (graph !== 0 && end - start > FILTER_LIMIT && this.graphSize(graph) < end - start) {
      this.#collectFromGraph(subject, predicate, object, graph, out, skip);
      return;
    }
    this.collectRows(order, start, end, graph, out, skip);
  }

  /** Appends the quads of some rows of a permutation, of one graph or (0) of all. */
  collectRows(order: IndexOrder, start: number, end: number, graph: TermId, out: QuadRows, skip: NamedIndex | undefined): void {
    if (start >= end) return;
    const { second, third, offsets } = this.triples.permutation(order);
    const { starts, graphs } = this.graphColumn(order);
    let first = offsets.keyOf(start);
    let firstEnd = offsets.end(first);
    for (let row = start; row < end; row++) {
      if (row >= firstEnd) {
        first = offsets.keyOf(row);
        firstEnd = offsets.end(first);
      }
      const s = order === "spo" ? first : order === "pos" ? third[row]! : second[row]!;
      const p = order === "pos" ? first : order === "spo" ? second[row]! : third[row]!;
      const o = order === "osp" ? first : order === "pos" ? second[row]! : third[row]!;
      const from = starts === undefined ? row : starts[row]!;
      const to = starts === undefined ? row + 1 : starts[row + 1]!;
      for (let i = from; i < to; i++) {
        const g = graphs[i]!;
        if ((graph === 0 || g === graph) && (skip === undefined || !skip.has(s, p, o, g))) out.push(s, p, o, g);
      }
    }
  }

  #collectFromGraph(s: TermId, p: TermId, o: TermId, graph: TermId, out: QuadRows, skip: NamedIndex | undefined): void {
    const [subjects, predicates, objects] = this.graphRows(graph);
    for (let i = 0; i < subjects!.length; i++) {
      const subject = subjects![i]!;
      const predicate = predicates![i]!;
      const object = objects![i]!;
      if ((s !== 0 && s !== subject) || (p !== 0 && p !== predicate) || (o !== 0 && o !== object)) continue;
      if (skip === undefined || !skip.has(subject, predicate, object, graph)) out.push(subject, predicate, object, graph);
    }
  }

  /** The permutation and rows of a triple pattern. */
  #locate(subject: TermId, predicate: TermId, object: TermId): { order: IndexOrder; start: number; end: number } {
    const { triples } = this;
    if (subject !== 0 && predicate !== 0 && object !== 0) {
      const row = triples.row(subject, predicate, object);
      return { order: "spo", start: Math.max(row, 0), end: row + 1 };
    }
    if (subject === 0 && predicate === 0 && object === 0) return { order: "spo", start: 0, end: triples.size };
    if (subject !== 0 && object !== 0) return { order: "osp", ...bounds(triples, "osp", object, subject) };
    if (subject !== 0) return { order: "spo", ...bounds(triples, "spo", subject, predicate) };
    if (predicate !== 0) return { order: "pos", ...bounds(triples, "pos", predicate, object) };
    return { order: "osp", ...bounds(triples, "osp", object, 0) };
  }

  #rowsByGraph(): { readonly offsets: KeyOffsets; readonly rows: Uint32Array } {
    if (this.#byGraph === undefined) {
      const { graphs } = this.#graphColumns.spo;
      const rows = this.#byQuad(numbers(this.triples.size));
      const [sortedGraphs, sortedRows] = sortRows([graphs, rows], [0]);
      this.#byGraph = { offsets: KeyOffsets.ofColumn(sortedGraphs!), rows: sortedRows! };
    }
    return this.#byGraph;
  }

  /** The graphs of each triple in one order. */
  graphColumn(order: IndexOrder = "spo"): GraphColumn {
    const columns = this.#graphColumns;
    columns[order] ??= this.#sortedGraphs(order);
    return columns[order];
  }

  /** Stable sorts of the quads in SPO order leave the graphs of each triple together and ascending. */
  #sortedGraphs(order: IndexOrder): GraphColumn {
    const { starts, graphs } = this.#graphColumns.spo;
    const { second: predicates, third: objects } = this.triples.permutation("spo");
    const keys = order === "osp" ? [objects] : [objects, predicates];
    const columns = [graphs, ...keys.map((column) => this.#byQuad(column))];
    if (starts !== undefined) columns.push(this.#byQuad(numbers(this.triples.size)));
    const sorted = sortRows(
      columns,
      keys.map((_, index) => index + 1),
    );
    if (starts === undefined) return { starts, graphs: sorted[0]! };
    const rows = sorted.at(-1)!;
    const sortedStarts = new Uint32Array(starts.length);
    let at = 0;
    for (let quad = 0; quad < rows.length; quad++) if (quad === 0 || rows[quad] !== rows[quad - 1]) sortedStarts[at++] = quad;
    sortedStarts[at] = rows.length;
    return { starts: sortedStarts, graphs: sorted[0]! };
  }
}

/** 0, 1, 2 … */
function numbers(length: number): Uint32Array {
  const column = new Uint32Array(length);
  for (let i = 0; i < length; i++) column[i] = i;
  return column;
}

/** @param quads Subject, predicate, object and graph columns, sorted in that order and without duplicates. */
export function namedIndex(quads: readonly Uint32Array[]): NamedIndex {
  const { triples, column } = splitGraphs(quads);
  return new NamedIndex(sortedIndex(triples), column);
}

function bounds(triples: SortedIndex, order: IndexOrder, first: TermId, second: TermId): { start: number; end: number } {
  const { start, end } = triples.range(order, first, second);
  return { start, end };
}

/** Splits quads, equal triples together, into distinct triples and their graphs. */
function splitGraphs(quads: readonly Uint32Array[]): { triples: readonly Uint32Array[]; column: GraphColumn } {
  const [s, p, o, graphs] = quads as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const same = (row: number): boolean => s[row] === s[row - 1] && p[row] === p[row - 1] && o[row] === o[row - 1];
  let distinct = 0;
  for (let row = 0; row < s.length; row++) if (row === 0 || !same(row)) distinct++;
  if (distinct === s.length) return { triples: [s, p, o], column: { starts: undefined, graphs } };
  const triples = [new Uint32Array(distinct), new Uint32Array(distinct), new Uint32Array(distinct)] as const;
  const starts = new Uint32Array(distinct + 1);
  let at = 0;
  for (let row = 0; row < s.length; row++) {
    if (row > 0 && same(row)) continue;
    triples[0][at] = s[row]!;
    triples[1][at] = p[row]!;
    triples[2][at] = o[row]!;
    starts[at++] = row;
  }
  starts[distinct] = s.length;
  return { triples, column: { starts, graphs } };
}
