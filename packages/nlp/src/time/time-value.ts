import type { TimeUnit } from "./time-words.ts";

/** What an expression says before it is laid on a calendar. */
export type TimeValue =
  /** A calendar date, whole or in part: `June 10`, `2024`, `the 11th`; `pointer` for `last October`. */
  | {
      readonly kind: "date";
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly weekday?: number;
      readonly pointer?: number;
      /** The month or year is that of another expression: `the 20th of next month`. */
      readonly within?: TimeValue;
    }
  | { readonly kind: "weekday"; readonly weekday: number; readonly pointer?: number; readonly weekOffset?: number }
  /** Seasons by EDTF code, quarters 1–4, halves 1–2. */
  | {
      readonly kind: "part";
      readonly part: "season" | "quarter" | "half";
      readonly index: number;
      readonly year?: number;
      readonly pointer?: number;
      readonly fiscal?: boolean;
      readonly within?: TimeValue;
    }
  /** A decade or century; `to` inclusive. `XX` where the century is not said (`the '90s` are resolved to 1990). */
  | { readonly kind: "years"; readonly from: number; readonly to: number; readonly granularity: "decade" | "century" }
  /** A unit counted from the time of speaking or from another date: `last month`, `two days ago`, `the same day`. */
  | {
      readonly kind: "relative";
      readonly unit: TimeUnit;
      readonly offset: number;
      readonly to: "publication" | "discourse";
      readonly counted?: boolean;
      readonly steps?: readonly (readonly [TimeUnit, number])[];
    }
  /** A stretch that ends or begins at the time of speaking: `the past two weeks`, `the next 10 years`; no count: `the coming days`. */
  | { readonly kind: "stretch"; readonly unit: TimeUnit; readonly count?: number; readonly direction: -1 | 1 }
  | { readonly kind: "now"; readonly days?: number }
  | { readonly kind: "range"; readonly from: TimeValue; readonly to: TimeValue }
  | {
      readonly kind: "week";
      readonly index: number;
      readonly within?: TimeValue;
      readonly year?: number;
      readonly around?: TimeValue;
      readonly last?: boolean;
    }
  | { readonly kind: "nthWeekday"; readonly index: number; readonly weekday: number; readonly within: TimeValue }
  | { readonly kind: "duration"; readonly duration?: string }
  | { readonly kind: "set"; readonly duration?: string }
  | { readonly kind: "clock" };

/** An expression found at tokens `[first, next)`. */
export interface TimeMatch {
  readonly first: number;
  readonly next: number;
  readonly value: TimeValue;
  readonly part?: "early" | "mid" | "late";
  readonly approximate?: boolean;
}
