import type { Tokens } from "../document/analysis.ts";
import { fullYear, monthAt, yearAt } from "./read-calendar.ts";
import { ordinalAt, readRelative } from "./read-relative.ts";
import type { TimeMatch, TimeValue } from "./time-value.ts";
import { DECADE_WORDS, SEASONS, WEEKDAYS } from "./time-words.ts";

const found = (first: number, next: number, value: TimeValue): TimeMatch => ({ first, next, value });

/** Named periods that begin at `index`: seasons, quarters, halves, fiscal years, decades, centuries, weeks of a month. */
export function readPeriod(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  if (index >= end) return undefined;
  return (
    readFiscalYear(tokens, index, end) ??
    readQuarterOrHalf(tokens, index, end) ??
    readDecade(tokens, index, begin, end) ??
    readCentury(tokens, index, end) ??
    readSeason(tokens, index, begin, end) ??
    readWeekOf(tokens, index, end)
  );
}

/** `fiscal year 2024`, `FY 2024`, `FY24`, `fiscal 2024`, `financial year 2019 - 20`: the year that it ends in, whose days differ by country. */
function readFiscalYear(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  const glued = /^fy(\d{2}|\d{4})$/.exec(word);
  if (glued !== null) return found(index, index + 1, fiscal(glued[1]!));
  let at = index;
  if (word === "fy") at++;
  else if (/^(?:fiscal|financial)$/.test(word)) at += /^years?$/.test(lower[index + 1] ?? "") ? 2 : 1;
  else return undefined;
  const year = at < end ? /^'?(\d{4}|\d{2})$/.exec(lower[at]!) : null;
  return year === null || (word === "financial" && at === index + 1) ? undefined : found(index, at + 1, fiscal(year[1]!));
}

function fiscal(digits: string): TimeValue {
  return { kind: "date", year: digits.length === 4 ? Number(digits) : fullYear(Number(digits)) };
}

/** `the first quarter of 2024`, `Q3`, `2024 Q3`, `H1 2016`, `the second half of last year` */
function readQuarterOrHalf(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const short = /^([qh])([1-4])$/.exec(lower[index]!);
  if (short !== null && !(short[1] === "h" && Number(short[2]) > 2)) {
    const year = yearOrWithin(tokens, index + 1, end);
    if (short[1] === "h" && year === undefined) return undefined;
    return found(index, year?.next ?? index + 1, {
      kind: "part",
      part: short[1] === "q" ? "quarter" : "half",
      index: Number(short[2]),
      ...(year?.fill ?? {}),
    });
  }
  const leading = /^(?:19|20)\d{2}$/.test(lower[index]!) ? Number(lower[index]) : undefined;
  if (leading !== undefined) {
    const after = /^([qh])([1-4])$/.exec(lower[index + 1] ?? "");
    return after === null || index + 1 >= end
      ? undefined
      : found(index, index + 2, { kind: "part", part: after[1] === "q" ? "quarter" : "half", index: Number(after[2]), year: leading });
  }
  const at = lower[index] === "the" ? index + 1 : index;
  const ordinal = lower[at] === "last" ? -1 : ordinalAt(tokens, at, end);
  const dash = lower[at + 1] === "-" ? 1 : 0;
  const unit = lower[at + 1 + dash];
  if (ordinal === undefined || at + 1 + dash >= end || (unit !== "quarter" && unit !== "half")) return undefined;
  const count = unit === "quarter" ? 4 : 2;
  const number = ordinal === -1 ? count : ordinal;
  const year = yearOrWithin(tokens, at + 2 + dash, end);
  // `the last quarter` by itself is counted from now, `the first half` of a match is none of ours.
  if (number > count || (year === undefined && (ordinal === -1 || unit === "half"))) return undefined;
  return found(index, year?.next ?? at + 2 + dash, { kind: "part", part: unit, index: number, ...(year?.fill ?? {}) });
}

interface YearFill {
  readonly next: number;
  readonly fill: { readonly year?: number; readonly within?: TimeValue };
}

/** `2024`, `of 2024`, `of last year`, `of the year`, `of fiscal 2024` */
function yearOrWithin(tokens: Tokens, index: number, end: number): YearFill | undefined {
  const { lower } = tokens;
  let at = index;
  if (/^(?:of|in|,|for)$/.test(lower[at] ?? "") && at < end) at++;
  const year = yearAt(tokens, at, end);
  if (year !== undefined) return { next: year.next, fill: { year: year.year } };
  if (at >= end) return undefined;
  const fiscalYear = readFiscalYear(tokens, at, end);
  if (fiscalYear !== undefined && fiscalYear.value.kind === "date")
    return { next: fiscalYear.next, fill: { year: fiscalYear.value.year! } };
  if (lower[at] === "the" && lower[at + 1] === "year" && at > index)
    return { next: at + 2, fill: { within: { kind: "relative", unit: "year", offset: 0, to: "publication" } } };
  const pointed = readRelative(tokens, at, index, end);
  return pointed !== undefined && pointed.value.kind === "relative" && pointed.value.unit === "year"
    ? { next: pointed.next, fill: { within: pointed.value } }
    : undefined;
}

/** `the 1990s`, `the '90s`, `the nineties`, `the nineteen seventies`, `the 1970's` */
function readDecade(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const the = lower[index] === "the" ? 1 : 0;
  const at = index + the;
  if (at >= end) return undefined;
  const mid = /^mid-/.test(lower[at]!);
  const word = lower[at]!.replace(/^mid-/, "");
  const full = /^(1[5-9]\d0|20\d0)'?s$/.exec(word);
  const years = (from: number, next: number): TimeMatch => ({
    ...found(index, next, { kind: "years", from, to: from + 9, granularity: "decade" }),
    ...(mid ? { part: "mid" as const } : {}),
  });
  if (full !== null) return years(Number(full[1]), at + 1);
  const cued = the === 1 || mid || (index > begin && /^(?:early|late|mid|of|in|-)$/.test(lower[index - 1]!));
  const short = /^'?(\d0)'?s$/.exec(word);
  // `in his 60s` is an age.
  if (short !== null && cued) return years(decadeOf(Number(short[1])), at + 1);
  const named = DECADE_WORDS.get(word);
  if (named !== undefined && cued) return years(decadeOf(named), at + 1);
  const century = word === "nineteen" ? 1900 : word === "eighteen" ? 1800 : word === "twenty" ? 2000 : 0;
  const tens = DECADE_WORDS.get(lower[at + 1] ?? "");
  if (century > 0 && tens !== undefined && at + 1 < end) return years(century + tens, at + 2);
  return undefined;
}

/** `the '20s` are of this century in texts of it; from the thirties on the last one is meant. */
function decadeOf(tens: number): number {
  return tens <= 20 ? 2000 + tens : 1900 + tens;
}

/** `the 20th century`, `the fifth century B.C.` */
function readCentury(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const at = lower[index] === "the" ? index + 1 : index;
  let number = ordinalAt(tokens, at, end);
  let next = at + 1;
  if (lower[at] === "twenty" && (lower[at + 1] === "-" ? lower[at + 2] : lower[at + 1]) === "first") {
    number = 21;
    next = at + (lower[at + 1] === "-" ? 3 : 2);
  }
  if (lower[next] === "-") next++;
  if (number === undefined || number > 21 || lower[next] !== "century" || next >= end) return undefined;
  const before = /^b\.?c\.?(?:e\.?)?$/.test(lower[next + 1] ?? "") && next + 1 < end;
  const from = before ? -number * 100 + 1 : (number - 1) * 100;
  return found(index, next + (before ? 2 : 1), { kind: "years", from, to: from + 99, granularity: "century" });
}

/** `summer 2023`, `the winter of 1990`, `in the spring`; `the fall of Kabul` and `a spring` are none. */
function readSeason(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const the = lower[index] === "the" ? 1 : 0;
  const at = index + the;
  const season = at < end ? SEASONS.get(lower[at]!.replace(/^mid-/, "")) : undefined;
  if (season === undefined) return undefined;
  const year = yearOrWithin(tokens, at + 1, end);
  if (year !== undefined) return found(index, year.next, { kind: "part", part: "season", index: season, ...year.fill });
  const before = index > begin ? lower[index - 1]! : "";
  if (!/^(?:in|by|since|until|during|of|early|late|mid|through|before|after)$/.test(before)) return undefined;
  const after = lower[at + 1] ?? "";
  if (
    after === "of" ||
    (/^\p{L}/u.test(after) && !/^(?:and|or|as|when|after|before|but|with|the|to|for|at|on|by|he|she|they|it)$/.test(after))
  )
    return undefined;
  return before === "of" && the === 0 ? undefined : found(index, at + 1, { kind: "part", part: "season", index: season });
}

/** `the first week of October`, `the week of June 3` (its date read by the caller), `the second Monday of next month` */
function readWeekOf(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const at = lower[index] === "the" ? index + 1 : index;
  const ordinal = lower[at] === "last" ? -1 : ordinalAt(tokens, at, end);
  if (ordinal === undefined || at + 2 >= end || !/^(?:of|in)$/.test(lower[at + 2]!)) return undefined;
  const weekday = WEEKDAYS.get(lower[at + 1]!);
  if (lower[at + 1] !== "week" && weekday === undefined) return undefined;
  const inner = withinAt(tokens, at + 3, end);
  if (inner === undefined || ordinal > 5) return undefined;
  const value: TimeValue =
    weekday === undefined
      ? { kind: "week", index: ordinal, within: inner.value }
      : { kind: "nthWeekday", index: ordinal, weekday, within: inner.value };
  return found(index, inner.next, value);
}

/** The month or year that a part is counted in. */
export function withinAt(tokens: Tokens, index: number, end: number): { readonly value: TimeValue; readonly next: number } | undefined {
  const month = monthAt(tokens, index, end);
  if (month !== undefined) {
    const at = /^(?:,|of)$/.test(tokens.lower[index + 1] ?? "") ? index + 2 : index + 1;
    const year = yearAt(tokens, at, end);
    return { value: { kind: "date", month, ...(year === undefined ? {} : { year: year.year }) }, next: year?.next ?? index + 1 };
  }
  const year = yearAt(tokens, index, end);
  if (year !== undefined) return { value: { kind: "date", year: year.year }, next: year.next };
  const pointed = index < end ? readRelative(tokens, index, index, end) : undefined;
  return pointed !== undefined && pointed.value.kind === "relative" && /^(?:month|year)$/.test(pointed.value.unit)
    ? { value: pointed.value, next: pointed.next }
    : undefined;
}
