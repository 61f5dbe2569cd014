export { type BaseDirection, Dictionary, type DictionaryOptions, type LanguageTag, type TermColumns } from "./dictionary/dictionary.ts";
export { TermFlag, TermKind } from "./dictionary/term-table.ts";
export { ChanceryError, type ChanceryErrorOptions, type SourcePlace, unreachable } from "./errors.ts";
export {
  type LoadOptions,
  type LoadProgress,
  type LoadSummary,
  loadNQuads,
  loadNQuadsStream,
  type NQuadsInput,
} from "./load/load-nquads.ts";
export { parseNQuads } from "./load/parse-nquads.ts";
export type { DatasetView } from "./store/dataset-view.ts";
export { QuadStore, type QuadStoreOptions } from "./store/quad-store.ts";
export type { QuadStream } from "./store/quad-stream.ts";
export type { IndexOrder, IndexRange, PredicateStatistics, QuadRange, StoreVersion, TermId, TripleIndex } from "./store/triple-index.ts";
export { compareTerms } from "./term/compare-terms.ts";
export { createDataFactory, dataFactory } from "./term/data-factory.ts";
export { DATATYPE_IRIS, Datatype, type DatatypeCode, isIntegerDatatype, isNumericDatatype, knownDatatype } from "./vocabulary/datatype.ts";
export { type Namespace, namespace, namespaces, PREFIXES } from "./vocabulary/namespace.ts";
