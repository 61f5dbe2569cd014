import type { Span } from "../document/analysis.ts";

/** A count, measure or amount in text. */
export interface Quantity extends Span {
  readonly text: string;
  readonly kind: "count" | "money" | "percent" | "measure" | "calibre" | "range" | "ordinal";
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
  readonly approximate?: boolean;
  /** Singular unit or counted noun: `container`, `round`, `soldier`, `USD`, `km`, `mm`. */
  readonly unit?: string;
  /** Span of the counted noun phrase, where there is one. */
  readonly counted?: Span;
}
