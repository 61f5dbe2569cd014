import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  daysInMonth,
  isDay,
  isoDay,
  isoYear,
  startOfWeek,
  twoDigits,
  weekdayOf,
} from "./calendar.ts";
import type { TimeExpression } from "./time-expression.ts";
import type { TimeValue } from "./time-value.ts";
import type { TimeUnit } from "./time-words.ts";

/** What a value is laid on. */
export interface TimeContext {
  /** Day of publication. Without it no year is ever supplied. */
  readonly published: Day | undefined;
  /** How much of it is known; a month or year supplies nothing finer than itself. */
  readonly precision: "day" | "month" | "year";
  /** Whether the clause tells of what was or of what will be: picks the last or the next Tuesday, April, 11th. */
  readonly tense: "past" | "future";
  /** First day of the date that `the same day` and the like hang on. */
  readonly discourse?: Day;
}

export interface ResolvedTime {
  readonly edtf?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly granularity: TimeExpression["granularity"];
  readonly anchor: TimeExpression["anchor"];
}

/** Lays a value on the calendar; says no more than text and publication date allow. */
export function resolveTime(value: TimeValue, whole: TimeContext): ResolvedTime {
  const context = whole.precision === "day" || !isFiner(value, whole.precision) ? whole : { ...whole, published: undefined };
  switch (value.kind) {
    case "date":
      return resolveDate(value, context);
    case "weekday":
      return resolveWeekday(value, context);
    case "part":
      return resolvePart(value, context);
    case "years":
      return resolveYears(value.from, value.to, value.granularity);
    case "relative":
      return resolveRelative(value, context);
    case "stretch":
      return resolveStretch(value, context);
    case "now":
      return { granularity: "unknown", anchor: context.published === undefined ? "unresolved" : "publication" };
    case "range":
      return resolveRange(value.from, value.to, context);
    case "week":
      return resolveWeek(value, context);
    case "nthWeekday":
      return resolveNthWeekday(value, context);
    case "duration":
    case "set":
      return { granularity: "unknown", anchor: "explicit" };
    case "clock":
      return { granularity: "time", anchor: "unresolved" };
  }
}

/** Whether the value needs more of the publication date than is known. */
function isFiner(value: TimeValue, precision: "month" | "year"): boolean {
  if (value.kind === "weekday" || value.kind === "stretch" || value.kind === "now") return true;
  if (value.kind === "date") return value.month === undefined ? value.year === undefined : precision === "year";
  if (value.kind === "part") return precision === "year" && value.pointer !== 0;
  if (value.kind !== "relative") return false;
  return (
    /^(?:day|week|hour|minute|second)$/.test(value.unit) || (precision === "year" && /^(?:month|quarter|season|half)$/.test(value.unit))
  );
}

type Anchor = TimeExpression["anchor"];

function oneDay(day: Day, anchor: Anchor): ResolvedTime {
  return { edtf: isoDay(day), from: day, to: day, granularity: "day", anchor };
}

function wholeMonth(year: number, month: number, anchor: Anchor): ResolvedTime {
  return {
    edtf: `${isoYear(year)}-${twoDigits(month)}`,
    from: { year, month, day: 1 },
    to: { year, month, day: daysInMonth(year, month) },
    granularity: "month",
    anchor,
  };
}

function wholeYear(year: number, anchor: Anchor): ResolvedTime {
  return { edtf: isoYear(year), from: { year, month: 1, day: 1 }, to: { year, month: 12, day: 31 }, granularity: "year", anchor };
}

function months(year: number, month: number, count: number, granularity: "quarter" | "half", anchor: Anchor): ResolvedTime {
  const last = month + count - 1;
  return {
    edtf: `${isoYear(year)}-${twoDigits(month)}/${isoYear(year)}-${twoDigits(last)}`,
    from: { year, month, day: 1 },
    to: { year, month: last, day: daysInMonth(year, last) },
    granularity,
    anchor,
  };
}

function days(from: Day, to: Day, granularity: "week" | "interval", anchor: Anchor): ResolvedTime {
  return { edtf: `${isoDay(from)}/${isoDay(to)}`, from, to, granularity, anchor };
}

function resolveDate(value: Extract<TimeValue, { kind: "date" }>, context: TimeContext): ResolvedTime {
  const { year, month, day } = value;
  if (value.within !== undefined && day !== undefined) {
    const within = resolveTime(value.within, context);
    if (within.from === undefined)
      return { edtf: `XXXX-${month === undefined ? "XX" : twoDigits(month)}-${twoDigits(day)}`, granularity: "day", anchor: "unresolved" };
    const whole = { year: within.from.year, month: month ?? within.from.month, day };
    return isDay(whole) ? oneDay(whole, within.anchor) : { granularity: "day", anchor: "unresolved" };
  }
  if (value.within !== undefined && month !== undefined) {
    const within = resolveTime(value.within, context);
    return within.from === undefined
      ? { edtf: `XXXX-${twoDigits(month)}`, granularity: "month", anchor: "unresolved" }
      : wholeMonth(within.from.year, month, within.anchor);
  }
  if (year !== undefined) {
    if (month === undefined) return wholeYear(year, "explicit");
    if (day === undefined) return wholeMonth(year, month, "explicit");
    return isDay({ year, month, day }) ? oneDay({ year, month, day }, "explicit") : { granularity: "day", anchor: "unresolved" };
  }
  const { published } = context;
  if (month === undefined) {
    if (day === undefined) return { granularity: "unknown", anchor: "unresolved" };
    const found = published === undefined ? undefined : nearestMonthDay(published, day, context.tense, value.weekday);
    return found === undefined
      ? { edtf: `XXXX-XX-${twoDigits(day)}`, granularity: "day", anchor: "unresolved" }
      : oneDay(found, "publication");
  }
  if (published === undefined) {
    const edtf = `XXXX-${twoDigits(month)}${day === undefined ? "" : `-${twoDigits(day)}`}`;
    return { edtf, granularity: day === undefined ? "month" : "day", anchor: "unresolved" };
  }
  const inYear = pickYear(published, month, day, value.pointer, context.tense, value.weekday);
  if (inYear === undefined) return { edtf: `XXXX-${twoDigits(month)}-${twoDigits(day ?? 1)}`, granularity: "day", anchor: "unresolved" };
  return day === undefined ? wholeMonth(inYear, month, "publication") : oneDay({ year: inYear, month, day }, "publication");
}

/** The year of a month or day without one: the last one up to publication for what was, the next one for what will be. */
function pickYear(
  published: Day,
  month: number,
  day: number | undefined,
  pointer: number | undefined,
  tense: "past" | "future",
  weekday: number | undefined,
): number | undefined {
  const here = published.month * 100 + (day === undefined ? 0 : published.day);
  const there = month * 100 + (day ?? 0);
  let step = tense === "past" ? -1 : 1;
  let year = published.year + (tense === "past" ? (there > here ? -1 : 0) : there < here ? 1 : 0);
  // A day of the next weeks is told of in the past by mistake sooner than one of a year ago without its year
  if (tense === "past" && pointer === undefined && day !== undefined && isSoon(published, month, day)) year = published.year;
  if (pointer !== undefined) {
    step = pointer < 0 ? -1 : 1;
    year = published.year + (pointer < 0 ? (there >= here ? -1 : 0) : pointer > 0 ? (there <= here ? 1 : 0) : 0);
  }
  // A weekday beside the date, and 29 February, rule years out.
  for (let tries = 0; tries < 12; tries++, year += step) {
    if (day !== undefined && !isDay({ year, month, day })) continue;
    if (weekday !== undefined && day !== undefined && weekdayOf({ year, month, day }) !== weekday) {
      if (tries < 8) continue;
      return undefined;
    }
    return year;
  }
  return undefined;
}

/** The day lies at most a month ahead, in the same year. */
function isSoon(published: Day, month: number, day: number): boolean {
  const ahead = (month - published.month) * 31 + day - published.day;
  return ahead > 0 && ahead <= 31;
}

/** The last or next day of the month with this number. */
function nearestMonthDay(published: Day, day: number, tense: "past" | "future", weekday: number | undefined): Day | undefined {
  const step = tense === "past" ? -1 : 1;
  let first: Day = { year: published.year, month: published.month, day: 1 };
  for (let tries = 0; tries < 12; tries++, first = addMonths(first, step)) {
    const candidate = { year: first.year, month: first.month, day };
    if (!isDay(candidate)) continue;
    const order = compareDays(candidate, published);
    if (tense === "past" ? order > 0 : order < 0) continue;
    if (weekday !== undefined && weekdayOf(candidate) !== weekday) continue;
    return candidate;
  }
  return undefined;
}

function resolveWeekday(value: Extract<TimeValue, { kind: "weekday" }>, context: TimeContext): ResolvedTime {
  const { published, tense } = context;
  if (published === undefined) return { granularity: "day", anchor: "unresolved" };
  const here = weekdayOf(published);
  const offset = value.weekOffset ?? value.pointer;
  // `last Friday`, `next Friday` and `Friday next week` are counted in calendar weeks.
  if (offset !== undefined) return oneDay(addDays(startOfWeek(published), offset * 7 + value.weekday - 1), "publication");
  const back = (here - value.weekday + 7) % 7;
  const ahead = (value.weekday - here + 7) % 7;
  return oneDay(addDays(published, tense === "past" ? -back : ahead), "publication");
}

function resolvePart(value: Extract<TimeValue, { kind: "part" }>, context: TimeContext): ResolvedTime {
  const { published } = context;
  let anchor: Anchor = "explicit";
  let year = value.year;
  if (year === undefined && value.within !== undefined) {
    const within = resolveTime(value.within, context);
    year = within.from?.year;
    anchor = within.anchor;
  }
  if (year === undefined && published !== undefined && value.within === undefined) {
    anchor = "publication";
    year = yearOfPart(value, published, context.tense);
  }
  if (value.part === "season") {
    const edtf = `${year === undefined ? "XXXX" : isoYear(year)}-${value.index}`;
    if (year === undefined) return { edtf, granularity: "season", anchor: "unresolved" };
    const from = { year, month: (value.index - 20) * 3, day: 1 };
    const last = addMonths(from, 2);
    return { edtf, from, to: { ...last, day: daysInMonth(last.year, last.month) }, granularity: "season", anchor };
  }
  const size = value.part === "quarter" ? 3 : 6;
  const month = (value.index - 1) * size + 1;
  if (year === undefined)
    return { edtf: `XXXX-${twoDigits(month)}/XXXX-${twoDigits(month + size - 1)}`, granularity: value.part, anchor: "unresolved" };
  return months(year, month, size, value.part, anchor);
}

function yearOfPart(value: Extract<TimeValue, { kind: "part" }>, published: Day, tense: "past" | "future"): number {
  const starts = value.part === "season" ? (value.index - 20) * 3 : (value.index - 1) * (value.part === "quarter" ? 3 : 6) + 1;
  const begun = published.month >= starts;
  if (value.pointer === 0)
    return value.part === "season" && value.index === 24 && published.month <= 2 ? published.year - 1 : published.year;
  const length = value.part === "half" ? 6 : 3;
  if (value.pointer === -1) return published.month >= starts + length ? published.year : published.year - 1;
  if (value.pointer === 1) return begun ? published.year + 1 : published.year;
  return tense === "past"
    ? begun
      ? published.year
      : published.year - 1
    : published.month < starts + length
      ? published.year
      : published.year + 1;
}

function resolveYears(from: number, to: number, granularity: "decade" | "century"): ResolvedTime {
  const shown =
    from < 0
      ? `${isoYear(from)}/${isoYear(to)}`
      : granularity === "decade"
        ? `${isoYear(from).slice(0, 3)}X`
        : `${isoYear(from).slice(0, 2)}XX`;
  return { edtf: shown, from: { year: from, month: 1, day: 1 }, to: { year: to, month: 12, day: 31 }, granularity, anchor: "explicit" };
}

function resolveRelative(value: Extract<TimeValue, { kind: "relative" }>, context: TimeContext): ResolvedTime {
  const base = value.to === "publication" ? context.published : context.discourse;
  const granularity = granularityOf(value.unit);
  if (base === undefined || (value.counted && value.steps?.length === 0)) return { granularity, anchor: "unresolved" };
  const anchor = value.to === "publication" ? "publication" : "discourse";
  if (value.unit === "day" && !value.counted && value.steps?.[0]?.[0] === "week") {
    const saturday = addDays(startOfWeek(base), 5 + value.offset * 7);
    return days(saturday, addDays(saturday, 1), "interval", anchor);
  }
  if (value.counted && value.steps !== undefined) {
    const shifted = value.steps.reduce((day, [unit, count]) => shift(day, unit, count), base);
    // `1 month and 21 days ago` is a day; `two years ago` no more than a year.
    const finest = value.steps.at(-1)![0];
    return unitAround(shifted, value.steps.length > 1 ? finest : value.unit, anchor);
  }
  return unitAround(shift(startOf(base, value.unit), value.unit, value.offset), value.unit, anchor);
}

function granularityOf(unit: TimeUnit): ResolvedTime["granularity"] {
  return unit === "second" || unit === "minute" || unit === "hour" ? "time" : unit;
}

/** First day of the unit that holds the day, so that months do not slip over their ends. */
function startOf(day: Day, unit: TimeUnit): Day {
  if (unit === "month" || unit === "quarter") return { ...day, day: 1 };
  return unit === "year" || unit === "decade" || unit === "century" ? { year: day.year, month: 1, day: 1 } : day;
}

export function shift(day: Day, unit: TimeUnit, count: number): Day {
  const whole = Math.trunc(count);
  const rest = count - whole;
  switch (unit) {
    case "day":
      return addDays(day, Math.round(count));
    case "week":
      return addDays(day, Math.round(count * 7));
    case "month":
      return addDays(addMonths(day, whole), Math.round(rest * 30));
    case "quarter":
    case "season":
      return addMonths(day, Math.round(count * 3));
    case "half":
      return addMonths(day, Math.round(count * 6));
    case "year":
      return addMonths(day, Math.round(count * 12));
    case "decade":
      return addMonths(day, Math.round(count * 120));
    case "century":
      return addMonths(day, Math.round(count * 1200));
    default:
      return day;
  }
}

/** The calendar unit around a day. */
function unitAround(day: Day, unit: TimeUnit, anchor: Anchor): ResolvedTime {
  switch (unit) {
    case "week": {
      const monday = startOfWeek(day);
      return days(monday, addDays(monday, 6), "week", anchor);
    }
    case "month":
      return wholeMonth(day.year, day.month, anchor);
    case "quarter":
      return months(day.year, Math.floor((day.month - 1) / 3) * 3 + 1, 3, "quarter", anchor);
    case "season":
      return months(day.year, Math.floor((day.month - 1) / 3) * 3 + 1, 3, "quarter", anchor);
    case "half":
      return months(day.year, day.month <= 6 ? 1 : 7, 6, "half", anchor);
    case "year":
      return wholeYear(day.year, anchor);
    case "decade": {
      const from = Math.floor(day.year / 10) * 10;
      return { ...resolveYears(from, from + 9, "decade"), anchor };
    }
    case "century": {
      const from = Math.floor(day.year / 100) * 100;
      return { ...resolveYears(from, from + 99, "century"), anchor };
    }
    default:
      return { ...oneDay(day, anchor), granularity: unit === "day" ? "day" : "time" };
  }
}

function resolveStretch(value: Extract<TimeValue, { kind: "stretch" }>, context: TimeContext): ResolvedTime {
  const { published } = context;
  if (published === undefined) return { granularity: "interval", anchor: "unresolved" };
  if (/^(?:second|minute|hour)$/.test(value.unit)) return { granularity: "time", anchor: "publication" };
  if (value.count === undefined)
    return value.direction < 0
      ? { to: published, granularity: "interval", anchor: "publication" }
      : { from: published, granularity: "interval", anchor: "publication" };
  const other = shift(published, value.unit, value.count * value.direction);
  // The day of publication counts as the last day of `the past week` and not as one of `the next 3 days`.
  const [from, to] = value.direction < 0 ? [addDays(other, 1), published] : [addDays(published, 1), other];
  if (/^(?:day|week|month)$/.test(value.unit)) return days(from, to, "interval", "publication");
  // Years say no more than months of their ends.
  return {
    edtf: `${isoDay(value.direction < 0 ? other : published).slice(0, 7)}/${isoDay(to).slice(0, 7)}`,
    from,
    to,
    granularity: "interval",
    anchor: "publication",
  };
}

function resolveRange(from: TimeValue, to: TimeValue, context: TimeContext): ResolvedTime {
  let end = resolveTime(to, context);
  let start = resolveTime(from, context);
  // `from Dec. 30 to Jan. 3`: the end lies after the start whatever the nearest year of each alone.
  if (start.from !== undefined && end.to !== undefined && compareDays(start.from, end.to) > 0) {
    if (to.kind === "date" && to.year === undefined && to.month !== undefined) end = resolveTime({ ...to, year: end.to.year + 1 }, context);
    else if (from.kind === "date" && from.year === undefined && from.month !== undefined)
      start = resolveTime({ ...from, year: start.from.year - 1 }, context);
    else if (to.kind === "weekday" && end.from !== undefined) end = oneDay(addDays(end.from, 7), end.anchor);
  }
  const anchor = [start.anchor, end.anchor].includes("unresolved") ? "unresolved" : start.anchor === "explicit" ? end.anchor : start.anchor;
  return {
    ...(start.edtf !== undefined && end.edtf !== undefined ? { edtf: `${startEdtf(start.edtf)}/${endEdtf(end.edtf)}` } : {}),
    ...(start.from === undefined ? {} : { from: start.from }),
    ...(end.to === undefined ? {} : { to: end.to }),
    granularity: "interval",
    anchor,
  };
}

const startEdtf = (edtf: string): string => edtf.split("/")[0]!;
const endEdtf = (edtf: string): string => edtf.split("/").at(-1)!;

function resolveWeek(value: Extract<TimeValue, { kind: "week" }>, context: TimeContext): ResolvedTime {
  if (value.around !== undefined) {
    const day = resolveTime(value.around, context);
    if (day.from === undefined) return { ...(day.edtf === undefined ? {} : { edtf: day.edtf }), granularity: "week", anchor: "unresolved" };
    return unitAround(day.from, "week", day.anchor);
  }
  const within: ResolvedTime =
    value.within === undefined ? { granularity: "unknown", anchor: "unresolved" } : resolveTime(value.within, context);
  if (within.from === undefined || within.to === undefined) return { granularity: "week", anchor: "unresolved" };
  // ISO 8601: the first week is the one that holds the first Thursday.
  if (value.index < 0) return unitAround(startOfWeek(within.to), "week", within.anchor);
  const thursday = addDays(within.from, (4 - weekdayOf(within.from) + 7) % 7);
  return unitAround(addDays(thursday, (value.index - 1) * 7), "week", within.anchor);
}

function resolveNthWeekday(value: Extract<TimeValue, { kind: "nthWeekday" }>, context: TimeContext): ResolvedTime {
  const within = resolveTime(value.within, context);
  if (within.from === undefined || within.to === undefined) return { granularity: "day", anchor: "unresolved" };
  const first = addDays(within.from, (value.weekday - weekdayOf(within.from) + 7) % 7);
  const day =
    value.index < 0 ? addDays(within.to, -((weekdayOf(within.to) - value.weekday + 7) % 7)) : addDays(first, (value.index - 1) * 7);
  return compareDays(day, within.to) > 0 ? { granularity: "day", anchor: "unresolved" } : oneDay(day, within.anchor);
}
