import type { Span } from "../document/analysis.ts";

/** A quotation: `start`/`end` enclose the marks that are there, `inner` is what is quoted. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** `speech`: a clause or more; `partial`: quoted words inside another sentence; `scare`: one or two words, a name or a term. */
  readonly kind: "speech" | "partial" | "scare";
  /** The opening or closing mark is missing, reversed or was inferred. */
  readonly repaired: boolean;
  /** Continues the quotation before it (multi-paragraph speech): index of that one. */
  readonly continues?: number;
  /** Depth 0 is outermost. */
  readonly depth: number;
  /** Words that an editor put in: `[This assistance is]`, `(from weapons trade)`. The utterance is `inner` without them. Absent where there are none. */
  readonly edits?: readonly Span[];
}
