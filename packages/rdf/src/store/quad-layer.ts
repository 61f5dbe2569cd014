import type { NamedIndex } from "./named-index.ts";
import type { QuadRows } from "./quad-rows.ts";
import type { QuadRange, TermId, TripleIndex } from "./triple-index.ts";

/** An immutable set of quads that changes can be laid over: a base, or a base with changes already. */
export interface QuadLayer {
  /** Number of quads. */
  readonly size: number;
  readonly defaultGraph: TripleIndex;
  /** Ids of the named graphs, ascending. */
  readonly graphs: Uint32Array;
  /** Distinct triples of all graphs. */
  union(): TripleIndex;
  graph(graph: TermId): TripleIndex;
  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number;
  /** Appends the matching quads of named graphs to `out`, those in `except` left out. */
  collectNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId, out: QuadRows, except: NamedIndex | undefined): void;
  /** All quads of named graphs, in blocks of bounded size. */
  allNamed(): Iterable<QuadRange>;
}
