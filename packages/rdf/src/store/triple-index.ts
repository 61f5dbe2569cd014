/** Dense id of a term in one dictionary: 1, 2, 3 …; 0 means "unbound" or "any". */
export type TermId = number;

/** The three permutations; the letters name the sort order. */
export type IndexOrder = "spo" | "pos" | "osp";

/**
 * Rows `[start, end)` of one sorted permutation that share a first key (or a first and a second key).
 * `second[i]` and `third[i]` are the ids in the permutation's second and third position (for `pos`: object and subject).
 * Inside the range rows are sorted by `second`, then `third`. The arrays are the index's own: read only.
 */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
}

/** One predicate's figures, exact. */
export interface PredicateStatistics {
  readonly triples: number;
  readonly distinctSubjects: number;
  readonly distinctObjects: number;
}

/**
 * A set of distinct triples of ids, frozen at one version of the store: what the query engine reads.
 * All lookups are exact; `0` is the wildcard.
 */
export interface TripleIndex {
  readonly size: number;
  /** Exact number of matching triples, O(log n). */
  count(subject: TermId, predicate: TermId, object: TermId): number;
  has(subject: TermId, predicate: TermId, object: TermId): boolean;
  /** Rows of `order` whose first key is `first` and, when not 0, whose second key is `second`. `first` must not be 0. */
  range(order: IndexOrder, first: TermId, second?: TermId): IndexRange;
  /** Ascending distinct first keys of `order` (all subjects, predicates or objects in use). */
  keys(order: IndexOrder): Uint32Array;
  predicate(predicate: TermId): PredicateStatistics;
  /**
   * For a predicate with at most one object per subject: object id by subject id (0 where none; shorter than the dictionary when no higher subject has one).
   * `undefined` when the predicate is not functional, has no triples, or is so rare among its ids that the column would be mostly empty.
   */
  functionalColumn(predicate: TermId): Uint32Array | undefined;
  /** The mirror for predicates with at most one subject per object. */
  inverseFunctionalColumn(predicate: TermId): Uint32Array | undefined;
}

/** A row of quads of one graph-aware lookup, as struct of arrays. */
export interface QuadRange {
  readonly length: number;
  readonly subject: Uint32Array;
  readonly predicate: Uint32Array;
  readonly object: Uint32Array;
  readonly graph: Uint32Array;
}

/**
 * One consistent version of a store. Later writes to the store do not change it.
 * The default graph has its own index; `union` is every triple of every graph, the default one included, without duplicates.
 */
export interface StoreVersion {
  readonly version: number;
  /** Number of quads. */
  readonly size: number;
  /** The triples of the default graph. */
  readonly defaultGraph: TripleIndex;
  /** Distinct triples of all graphs, built at the first use. */
  union(): TripleIndex;
  /** Distinct triples of the given named graphs (RDF merge, as FROM asks for); 0 stands for the default graph. */
  merge(graphs: readonly TermId[]): TripleIndex;
  /** The triples of one named graph; empty where there is no such graph. */
  graph(graph: TermId): TripleIndex;
  /** Ids of all named graphs that hold a triple, ascending. */
  readonly graphs: Uint32Array;
  /** Quads in *named* graphs that match; 0 is the wildcard. Cost grows with the matches, not with the number of graphs. */
  namedQuads(subject: TermId, predicate: TermId, object: TermId, graph: TermId): QuadRange;
  /** Exact number of quads in named graphs that match. */
  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number;
}
