import type { Span } from "../document/analysis.ts";
import type { TimeUnit } from "./time-words.ts";

/** A date or time in text. Fields as in the data contract: EDTF level 1 where it can say it, nothing invented. */
export interface TimeExpression extends Span {
  readonly text: string;
  readonly kind: "date" | "duration" | "set";
  /** `2024-06-10`, `2024-06`, `XXXX-11-13`, `XXXX-XX-11`, `2024-06-10/2024-06-12`; absent when nothing can be said. */
  readonly edtf?: string;
  /** Earliest and latest day, `YYYY-MM-DD`; absent where the year is unknown. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly granularity:
    | "day"
    | "week"
    | "month"
    | "season"
    | "quarter"
    | "half"
    | "year"
    | "decade"
    | "century"
    | "time"
    | "interval"
    | "unknown";
  /** What the value hangs on. */
  readonly anchor: "explicit" | "publication" | "discourse" | "unresolved";
  /** ISO 8601 duration for `kind: "duration"`, period for `kind: "set"`. */
  readonly duration?: string;
  /** `since`, `until`, `before`, `after`, `by` where a preposition makes it a bound. */
  readonly bound?: "since" | "until" | "before" | "after" | "by";
  readonly approximate?: boolean;
  /** The third of the period that is meant: `early 2024`. `earliest` and `latest` are narrowed, `edtf` is the whole period. */
  readonly part?: "early" | "mid" | "late";
  /** For `the same day`, `that month`, `two weeks later`: the step from another date of the text; see `resolveAgainst`. */
  readonly relative?: { readonly unit: TimeUnit; readonly offset: number };
  /** The other date of the text may be one of several. */
  readonly ambiguous?: boolean;
}
