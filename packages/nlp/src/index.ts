export type { Analysis, FixedName, Sentence, Span, Tokens } from "./document/analysis.ts";
export { type AnalyzeOptions, type Analyzer, createAnalyzer } from "./document/analyzer.ts";
export { printTrees, toConllu } from "./document/conllu.ts";
export { NlpError, type NlpErrorCode } from "./document/nlp-error.ts";
export { DEPENDENCY_LABELS, labelIndex, tagIndex, XPOS_TAGS } from "./document/tags.ts";
export { loadEnglish, loadEnglishTagger } from "./model/load-english.ts";
export type {
  Argument,
  ArgumentSource,
  ClauseArgument,
  ObliqueArgument,
  PredicateArguments,
} from "./parse/arguments.ts";
export { chunkArguments } from "./parse/chunk-arguments.ts";
export { predicateArguments } from "./parse/predicate-arguments.ts";
export * as tree from "./parse/tree.ts";
export { type UnitedArguments, unitedArguments } from "./parse/united-arguments.ts";
export { findQuantities } from "./quantity/find-quantities.ts";
export type { Quantity } from "./quantity/quantity.ts";
export { findQuotations } from "./quote/find-quotations.ts";
export type { Quotation } from "./quote/quotation.ts";
export { type SegmentOptions, segment } from "./segment/segment.ts";
export { grammaticalNumber, universalTag, type VerbGroup, verbGroup } from "./tag/morphology.ts";
export { type Dateline, findDateline } from "./time/dateline.ts";
export { findTimes, resolveAgainst, type TimeOptions } from "./time/find-times.ts";
export type { TimeExpression } from "./time/time-expression.ts";
