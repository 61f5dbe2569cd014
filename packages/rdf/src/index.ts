export { ChanceryError, type ChanceryErrorOptions, type SourcePlace, unreachable } from "./errors.ts";
export type { IndexOrder, IndexRange, PredicateStatistics, QuadRange, StoreVersion, TermId, TripleIndex } from "./store/triple-index.ts";
