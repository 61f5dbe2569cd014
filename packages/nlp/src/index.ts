export type { Analysis, FixedName, Sentence, Span, Tokens } from "./document/analysis.ts";
export type { Quantity } from "./quantity/quantity.ts";
export { findQuotations } from "./quote/find-quotations.ts";
export type { Quotation } from "./quote/quotation.ts";
export { type SegmentOptions, segment } from "./segment/segment.ts";
export type { TimeExpression } from "./time/time-expression.ts";
