import type { Tokens } from "../document/analysis.ts";
import { isDay } from "./calendar.ts";
import { dayAt, yearAt } from "./read-calendar.ts";
import type { TimeMatch, TimeValue } from "./time-value.ts";

type DateValue = Extract<TimeValue, { kind: "date" }>;

/**
 * Joins expressions that bound one stretch of time: `from Aug. 19 to 29`, `between 2017 and 2019`, `June 10-12, 2024`, `4 to 22 January`, `Monday to Friday`, `2019-20`.
 */
export function joinRanges(tokens: Tokens, matches: readonly TimeMatch[], begin: number, end: number): readonly TimeMatch[] {
  const result: TimeMatch[] = [];
  for (let index = 0; index < matches.length; index++) {
    let match = extendBack(tokens, matches[index]!, result.at(-1)?.next ?? begin, begin);
    const next = matches[index + 1];
    if (next !== undefined && isRangeBetween(tokens, match, next, begin)) {
      const joined = join(match, next);
      if (joined !== undefined) {
        result.push(joined);
        index++;
        continue;
      }
    }
    match = extendForward(tokens, match, next?.first ?? end, end, begin);
    while (index + 1 < matches.length && matches[index + 1]!.first < match.next) index++;
    result.push(match);
  }
  return result;
}

function isRangeWord(tokens: Tokens, index: number, before: string): boolean {
  const word = tokens.lower[index];
  if (word === undefined) return false;
  if (/^(?:to|until|till|through|thru|-|--)$/.test(word)) return true;
  return word === "and" && before === "between";
}

function isRangeBetween(tokens: Tokens, from: TimeMatch, to: TimeMatch, begin: number): boolean {
  const before = from.first > begin ? tokens.lower[from.first - 1]! : "";
  if (isMonthPair(tokens, from, to)) return true;
  if (to.first !== from.next + 1 && !(to.first === from.next + 2 && /^(?:the|from|,)$/.test(tokens.lower[from.next]!))) return false;
  return isRangeWord(tokens, to.first - 1, before) || (isRangeWord(tokens, from.next, before) && tokens.lower[to.first - 1] === "the");
}

/** `in August and September 1944`: two months that follow each other are one stretch. */
function isMonthPair(tokens: Tokens, from: TimeMatch, to: TimeMatch): boolean {
  const [a, b] = [from.value, to.value];
  if (a.kind !== "date" || b.kind !== "date" || a.day !== undefined || b.day !== undefined) return false;
  if (a.month === undefined || b.month !== a.month + 1 || a.year !== undefined || a.pointer !== undefined || b.pointer !== undefined)
    return false;
  return to.first === from.next + 1 && tokens.lower[from.next] === "and";
}

/** Fills what one side leaves to the other: `June 3 - July 2, 2024`, `January to March 2024`. */
function join(from: TimeMatch, to: TimeMatch): TimeMatch | undefined {
  let start = from.value;
  const end = to.value;
  if (!isPoint(start) || !isPoint(end)) return undefined;
  if (start.kind === "date" && end.kind === "date") {
    // A whole date against a bare day of another kind (`June 3 - 2024`) is no range.
    if (start.day !== undefined && end.day === undefined && end.month === undefined && start.year === undefined) return undefined;
    if (start.year === undefined && end.year !== undefined && start.month !== undefined) start = { ...start, year: end.year };
    if (start.month === undefined && start.day !== undefined && end.month !== undefined)
      start = { ...start, month: end.month, ...(end.year === undefined ? {} : { year: end.year }) };
    const filled: DateValue = {
      ...end,
      ...(end.month === undefined && end.day !== undefined && start.month !== undefined ? { month: start.month } : {}),
      ...(end.year === undefined && start.year !== undefined && follows(start, end) ? { year: start.year } : {}),
    };
    return { ...from, next: to.next, value: { kind: "range", from: start, to: filled } };
  }
  if (start.kind === "part" && end.kind === "part" && start.year === undefined && start.within === undefined && end.year !== undefined)
    start = { ...start, year: end.year };
  return { ...from, next: to.next, value: { kind: "range", from: start, to: end } };
}

/** `December 2023 to January`: the second month lies in the next year, so the year of the first is not copied. */
function follows(start: DateValue, end: DateValue): boolean {
  return start.month === undefined || end.month === undefined || end.month >= start.month;
}

function isPoint(value: TimeValue): boolean {
  if (value.kind === "relative") return value.to === "publication" || value.unit === "day";
  return value.kind === "date" || value.kind === "weekday" || value.kind === "part" || value.kind === "years" || value.kind === "now";
}

/** `4 to 22 January`, `between 2 and 7 Feb`, `10-12 June 2024` */
function extendBack(tokens: Tokens, match: TimeMatch, limit: number, begin: number): TimeMatch {
  const { value } = match;
  if (value.kind === "relative") return daysOfMonth(tokens, match, limit, begin);
  if (value.kind !== "date" || value.day === undefined || value.month === undefined) return match;
  const at = match.first - 2;
  if (at < limit) return match;
  // `from 02 to April 07` has its month on the second day.
  const before = at > begin ? tokens.lower[at - 1]! : "";
  const isDash = tokens.lower[match.first - 1] === "-";
  const day = dayAt(tokens, at, match.first);
  if (day === undefined || day.next !== match.first - 1 || !isRangeWord(tokens, match.first - 1, before))
    return pairBack(tokens, match, at, day?.day, before);
  if (!isDash && !/^(?:from|between|of|on|for|,|during|the|in)$/.test(before) && at > begin && day.day >= value.day) return match;
  if (!isDay({ year: value.year ?? 2000, month: value.month, day: day.day })) return match;
  return {
    ...match,
    first: at,
    value: {
      kind: "range",
      from: { kind: "date", month: value.month, day: day.day, ...(value.year === undefined ? {} : { year: value.year }) },
      to: value,
    },
  };
}

/** `28 and 30 January 1946`: two days, given as the stretch that holds both. */
function pairBack(tokens: Tokens, match: TimeMatch, at: number, day: number | undefined, before: string): TimeMatch {
  const { value } = match;
  if (
    value.kind !== "date" ||
    day === undefined ||
    tokens.lower[match.first - 1] !== "and" ||
    value.month === undefined ||
    day >= (value.day ?? 0)
  )
    return match;
  if (!/^(?:of|on|,|from|the|)$/.test(before)) return match;
  return {
    ...match,
    first: at,
    value: {
      kind: "range",
      from: { kind: "date", month: value.month, day, ...(value.year === undefined ? {} : { year: value.year }) },
      to: value,
    },
  };
}

/** `Aug. 19 to 29`, `June 10-12, 2024`, `2019-20`, `from the 3rd to the 8th` */
function extendForward(tokens: Tokens, match: TimeMatch, limit: number, end: number, begin: number): TimeMatch {
  const { value } = match;
  if (value.kind !== "date") return match;
  const before = match.first > begin ? tokens.lower[match.first - 1]! : "";
  const joined =
    isRangeWord(tokens, match.next, before) ||
    (tokens.lower[match.next] === "and" && value.day !== undefined && value.month !== undefined && value.year === undefined);
  if (!joined || match.next + 1 >= end || match.next + 1 > limit) return match;
  const at = tokens.lower[match.next + 1] === "the" ? match.next + 2 : match.next + 1;
  if (value.day === undefined) return value.month === undefined && value.year !== undefined ? extendYear(tokens, match, value.year) : match;
  const day = dayAt(tokens, at, end);
  if (day === undefined || (value.month !== undefined && !isDay({ year: 2000, month: value.month, day: day.day }))) return match;
  if (tokens.lower[match.next] === "and" && before !== "between" && day.day <= value.day) return match;
  const after = day.next < end ? tokens.lower[day.next]! : "";
  if (
    !/^$|^[.,;:)(!?"'-]$|^--$/.test(after) &&
    !/^(?:in|at|and|for|with|to|by|when|as|of|the|on|\d{4}|were|was|will|that|which)$/.test(after)
  )
    return match;
  const comma = after === "," || after === "of" ? 1 : 0;
  const year = value.year === undefined ? yearAt(tokens, day.next + comma, end) : undefined;
  const common = {
    kind: "date",
    ...(value.month === undefined ? {} : { month: value.month }),
    ...(year === undefined ? (value.year === undefined ? {} : { year: value.year }) : { year: year.year }),
  } as const;
  return {
    ...match,
    next: year?.next ?? day.next,
    value: { kind: "range", from: { ...value, ...common, day: value.day }, to: { ...common, day: day.day } },
  };
}

/** `2019-20`: the school or fiscal style. */
function extendYear(tokens: Tokens, match: TimeMatch, year: number): TimeMatch {
  if (tokens.lower[match.next] !== "-" || tokens.spaceBefore[match.next] === 1) return match;
  const digits = /^\d{2}$/.exec(tokens.lower[match.next + 1] ?? "")?.[0];
  if (digits === undefined) return match;
  const last = Math.floor(year / 100) * 100 + Number(digits);
  return last > year
    ? { ...match, next: match.next + 2, value: { kind: "range", from: { kind: "date", year }, to: { kind: "date", year: last } } }
    : match;
}

/** `from 4 to 22 this month`, `between 4 and 22 of next month` */
function daysOfMonth(tokens: Tokens, match: TimeMatch, limit: number, begin: number): TimeMatch {
  const { value } = match;
  if (value.kind !== "relative" || value.unit !== "month" || value.to !== "publication" || value.counted) return match;
  const last = /^(?:of|in)$/.test(tokens.lower[match.first - 1] ?? "") ? match.first - 2 : match.first - 1;
  const at = last - 2;
  if (at < limit || at < begin) return match;
  const from = dayAt(tokens, at, at + 1);
  const to = dayAt(tokens, last, last + 1);
  if (
    from === undefined ||
    to === undefined ||
    from.day >= to.day ||
    !isRangeWord(tokens, last - 1, at > begin ? tokens.lower[at - 1]! : "")
  )
    return match;
  return {
    ...match,
    first: at,
    value: { kind: "range", from: { kind: "date", day: from.day, within: value }, to: { kind: "date", day: to.day, within: value } },
  };
}
