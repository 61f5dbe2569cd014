import type { Analysis, Tokens } from "../document/analysis.ts";
import { NlpError } from "../document/nlp-error.ts";
import { segment } from "../segment/segment.ts";
import { addDays, compareDays, type Day, dayNumber, daysInMonth, isoDay, parseIsoDay } from "./calendar.ts";
import { clauseTense } from "./clause-tense.ts";
import { type Dateline, findDateline } from "./dateline.ts";
import { joinRanges } from "./join-ranges.ts";
import { readCalendar, weekdayAt } from "./read-calendar.ts";
import { readPeriod, withinAt } from "./read-period.ts";
import { readRelative } from "./read-relative.ts";
import { type ResolvedTime, resolveTime } from "./resolve-time.ts";
import type { TimeExpression } from "./time-expression.ts";
import type { TimeMatch, TimeValue } from "./time-value.ts";
import { PARTS } from "./time-words.ts";

export interface TimeOptions {
  /** Day of publication, `YYYY-MM-DD` (a time after it is ignored); a month or year alone supplies nothing finer. Without it relative dates stay unresolved and no year is supplied. */
  readonly published?: string;
  /** Without `published`: take a whole date of the dateline for it. Default true. */
  readonly dateline?: boolean;
}

interface Publication {
  readonly day: Day;
  readonly precision: "day" | "month" | "year";
}

const BOUNDS: ReadonlyMap<string, NonNullable<TimeExpression["bound"]>> = new Map([
  ["since", "since"],
  ["until", "until"],
  ["till", "until"],
  ["through", "until"],
  ["by", "by"],
  ["before", "before"],
  ["after", "after"],
]);
const APPROXIMATE = /^(?:around|about|circa|approximately|roughly|c\.|ca\.|some|nearly|almost)$/;

/**
 * Dates, durations and sets of a text, in order. Text is not changed and nothing is guessed: a year only from the text or the publication date, a day only
 * where one is said.
 *
 * @throws NlpError `nlp.input` when `published` is no day of the calendar.
 */
export function findTimes(source: string | Analysis, options: TimeOptions = {}): readonly TimeExpression[] {
  const analysis = typeof source === "string" ? segment(source) : source;
  const dateline = findDateline(analysis);
  const published = publicationOf(options, dateline);
  const seen: SeenDay[] = [];
  const matches = analysis.sentences.flatMap((sentence) =>
    yearFromBehind(analysis.tokens, shareYear(analysis.tokens, joinedMatches(analysis.tokens, sentence.first, sentence.last))),
  );
  // Reports count from the day of writing (`on Tuesday`, `last month`), narratives from the dates that they give.
  const years: YearMemory = { ignoreUntil: dateline?.end ?? 0, isNarrative: !matches.some(({ value }) => countsFromWriting(value)) };
  return matches.map((match) => toExpression(analysis, match, published, seen, years));
}

function publicationOf(options: TimeOptions, dateline: Dateline | undefined): Publication | undefined {
  if (options.published !== undefined) {
    const published = parsePublication(options.published);
    if (published === undefined) {
      throw new NlpError(
        "nlp.input",
        `The publication date "${options.published}" is no date of the calendar; write it as YYYY-MM-DD, e.g. 2024-06-12 (or YYYY-MM, YYYY).`,
      );
    }
    return published;
  }
  return options.dateline === false || dateline?.published === undefined ? undefined : parsePublication(dateline.published);
}

/** A month or year alone stands for its last day, and supplies nothing finer than itself. */
function parsePublication(text: string): Publication | undefined {
  const day = parseIsoDay(text);
  if (day !== undefined) return { day, precision: "day" };
  const partial = /^(\d{4})(?:-(\d{2}))?$/.exec(text.trim());
  if (partial === null) return undefined;
  const year = Number(partial[1]);
  const month = partial[2] === undefined ? 12 : Number(partial[2]);
  return month < 1 || month > 12
    ? undefined
    : { day: { year, month, day: daysInMonth(year, month) }, precision: partial[2] === undefined ? "year" : "month" };
}

/** `on Aug. 29 and Sept. 15 of that year`: the year is that of both. */
function shareYear(tokens: Tokens, matches: readonly TimeMatch[]): readonly TimeMatch[] {
  return matches.map((match, index) => {
    const next = matches[index + 1];
    if (next?.value.kind !== "date" || next.value.within === undefined || next.value.month === undefined || match.value.kind !== "date")
      return match;
    const { value } = match;
    const joined = next.first === match.next + 1 && /^(?:and|or|,)$/.test(tokens.lower[match.next]!);
    return joined && value.month !== undefined && value.year === undefined && value.within === undefined
      ? { ...match, value: { ...value, within: next.value.within } }
      : match;
  });
}

/** Verbs and links between them after which a later date is the next step of one story. */
const SEQUEL = /^(?:and|but|before|until|then|after)$/;

/**
 * `was appointed on September 21 and served from September 23, 1973`: the year stands once, at the last of the dates of a sentence that are steps of one story. An earlier
 * date of the calendar in the same year shares it; a later month (`in December … on January 20, 1977`) would lie in another year.
 */
function yearFromBehind(tokens: Tokens, matches: readonly TimeMatch[]): readonly TimeMatch[] {
  return matches.map((match, index) => {
    const { value } = match;
    if (value.kind !== "date" || value.month === undefined || value.year !== undefined || value.within !== undefined) return match;
    if (value.pointer !== undefined || value.weekday !== undefined) return match;
    const found = matches.slice(index + 1, index + 4).find((other) => startOf(other.value) !== undefined);
    const next = found === undefined ? undefined : startOf(found.value);
    if (found === undefined || next?.year === undefined || next.month === undefined || value.day === undefined) return match;
    if (next.month < value.month || (next.month === value.month && (next.day ?? 31) < value.day)) return match;
    const between = Array.from({ length: found.first - match.next }, (_, step) => tokens.lower[match.next + step]!);
    return between.some((word) => SEQUEL.test(word)) && !between.some((word) => /^(?:that|which|who|whose|of)$/.test(word))
      ? { ...match, value: { ...value, year: next.year } }
      : match;
  });
}

/** The calendar date that an expression is or begins with. */
function startOf(value: TimeValue): Extract<TimeValue, { kind: "date" }> | undefined {
  if (value.kind === "date") return value;
  return value.kind === "range" ? startOf(value.from) : undefined;
}

/** The expressions of a sentence, ranges joined. Times and quantities both ask for them: read once for the same tokens. */
export function joinedMatches(tokens: Tokens, first: number, last: number): readonly TimeMatch[] {
  let known = readMatches.get(tokens);
  if (known === undefined) {
    known = new Map();
    readMatches.set(tokens, known);
  }
  const key = `${first} ${last}`;
  let matches = known.get(key);
  if (matches === undefined) {
    matches = joinRanges(tokens, matchesIn(tokens, first, last), first, last);
    known.set(key, matches);
  }
  return matches;
}

const readMatches = new WeakMap<Tokens, Map<string, readonly TimeMatch[]>>();

/** Reads the tokens of a sentence from left to right, the longest expression at each place. */
function matchesIn(tokens: Tokens, first: number, last: number): readonly TimeMatch[] {
  const matches: TimeMatch[] = [];
  for (let index = first; index < last; ) {
    const match = matchAt(tokens, index, first, last);
    if (match === undefined || match.next <= index) index++;
    else {
      matches.push(match);
      index = match.next;
    }
  }
  return matches;
}

/** Words that can begin an expression, or digits: everything else is passed over at once. */
function matchAt(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const part = readPart(tokens, index, begin, end);
  if (part !== undefined) return part;
  return (
    readWeekdayDate(tokens, index, begin, end) ??
    longest(
      readPeriod(tokens, index, begin, end),
      readCalendar(tokens, index, begin, end),
      readRelative(tokens, index, begin, end),
      tokens,
      end,
    )
  );
}

function longest(
  period: TimeMatch | undefined,
  calendar: TimeMatch | undefined,
  relative: TimeMatch | undefined,
  tokens: Tokens,
  end: number,
): TimeMatch | undefined {
  let best: TimeMatch | undefined;
  for (const match of [period, calendar, relative]) if (match !== undefined && (best === undefined || match.next > best.next)) best = match;
  return best === undefined ? undefined : withOwner(tokens, best, end);
}

/** `the 20th of next month`, `June of last year`, `the week of June 3`. */
function withOwner(tokens: Tokens, match: TimeMatch, end: number): TimeMatch {
  const { value } = match;
  const { lower } = tokens;
  if (value.kind === "date" && value.year === undefined && value.pointer === undefined) {
    const at = /^(?:of|,|in)$/.test(lower[match.next] ?? "") ? match.next + 1 : match.next;
    // `Sept. 15 of that year`
    const that = lower[at] === "that" ? at + 1 : lower[at] === "the" && lower[at + 1] === "same" ? at + 2 : -1;
    if (that > 0 && that < end && lower[that] === "year" && value.month !== undefined)
      return { ...match, next: that + 1, value: { ...value, within: { kind: "relative", unit: "year", offset: 0, to: "discourse" } } };
    if (/^(?:last|this|next|the)$/.test(lower[at] ?? "")) {
      const owner = withinAt(tokens, at, end);
      if (owner?.value.kind === "relative" && owner.value.to === "publication") {
        if (value.month !== undefined && owner.value.unit === "year" && value.day === undefined)
          return { ...match, next: owner.next, value: { kind: "date", month: value.month, within: owner.value } };
        if (value.month === undefined && owner.value.unit === "month")
          return { ...match, next: owner.next, value: { ...value, within: owner.value } };
      }
    }
  }
  return match;
}

/** `Tuesday, June 4, 2024`, `Thursday the 21st` */
function readWeekdayDate(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const weekday = weekdayAt(tokens, index, end);
  if (weekday === undefined) return undefined;
  let at = index + 1;
  while (at < end && /^(?:,|morning|afternoon|evening|night)$/.test(tokens.lower[at]!) && at <= index + 2) at++;
  // The reader of `the 21st` wants a preposition before it; here the weekday is one.
  const date = readCalendar(tokens, at, begin, end) ?? ordinalAfter(tokens, at, end);
  if (date === undefined || date.value.kind !== "date" || date.value.day === undefined) return undefined;
  return { ...date, first: index, value: { ...date.value, weekday } };
}

function ordinalAfter(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const day = tokens.lower[index] === "the" && index + 1 < end ? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(tokens.lower[index + 1]!) : null;
  return day === null || Number(day[1]) > 31 || Number(day[1]) < 1
    ? undefined
    : { first: index, next: index + 2, value: { kind: "date", day: Number(day[1]) } };
}

/** `early 2024`, `late last year`, `the end of June`, `earlier this week`, `the week of June 3` */
function readPart(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const at = lower[index] === "the" ? index + 1 : index;
  const word = lower[at];
  if (word === undefined || at >= end) return undefined;
  if (word === "week" && /^(?:of|starting|beginning)$/.test(lower[at + 1] ?? "")) {
    const skip = lower[at + 2] === "on" ? 3 : 2;
    const date = readCalendar(tokens, at + skip, begin, end) ?? ordinalAfter(tokens, at + skip, end);
    if (date?.value.kind === "date" && date.value.day !== undefined)
      return { first: index, next: date.next, value: { kind: "week", index: 0, around: date.value } };
    return undefined;
  }
  const part = PARTS.get(word);
  if (part === undefined) return undefined;
  let next = at + 1;
  const noun = /^(?:beginning|start|outset|opening|middle|end|close)$/.test(word);
  if (lower[next] === "-" || lower[next] === "in" || lower[next] === "on") next++;
  if (lower[next] === "of") next++;
  else if (noun && !/^(?:last|this|next)$/.test(lower[next] ?? "")) return undefined;
  if (next >= end) return undefined;
  const match =
    longest(
      readPeriod(tokens, next, next, end),
      readCalendar(tokens, next, Math.max(begin, next - 1), end),
      readRelative(tokens, next, next, end),
      tokens,
      end,
    ) ??
    periodAlone(tokens, next, end) ??
    (/^(?:earlier|later)$/.test(word) ? dayAlone(tokens, next, end) : undefined);
  if (
    match === undefined ||
    (match.value.kind === "date" && match.value.day !== undefined) ||
    /^(?:duration|set|clock|now)$/.test(match.value.kind)
  )
    return undefined;
  return { ...match, first: index, part };
}

/** `the end of the year`, `the middle of the month` */
function periodAlone(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  if (tokens.lower[index] !== "the" || index + 1 >= end) return undefined;
  const unit = tokens.lower[index + 1]!;
  if (unit !== "year" && unit !== "month" && unit !== "week" && unit !== "decade") return undefined;
  if (tokens.lower[index + 2] === "of") return undefined;
  return { first: index, next: index + 2, value: { kind: "relative", unit, offset: 0, to: "publication" } };
}

/** `earlier in the day`, `later on the day` */
function dayAlone(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  if (tokens.lower[index] !== "the" || tokens.lower[index + 1] !== "day" || index + 1 >= end || tokens.lower[index + 2] === "of")
    return undefined;
  return { first: index, next: index + 2, value: { kind: "relative", unit: "day", offset: 0, to: "discourse" } };
}

/** A day mentioned earlier, for `the same day`. */
interface SeenDay {
  readonly edtf: string;
  readonly day: Day | undefined;
  readonly paragraph: number;
}

function toExpression(
  analysis: Analysis,
  match: TimeMatch,
  published: Publication | undefined,
  seen: SeenDay[],
  years: YearMemory,
): TimeExpression {
  const { tokens, text, sentences } = analysis;
  const start = tokens.start[match.first]!;
  const end = tokens.end[match.next - 1]!;
  const paragraph = sentences[tokens.sentence[match.first]!]!.paragraph;
  const tense = clauseTense(analysis, match.first);
  const carried = carryYear(match.value, years, paragraph, tokens.sentence[match.first]!, tense, published);
  const value = carried ?? ofReport(match, seen, paragraph, years);
  // "overnight" in a history is the night of the day before it, not of the day of writing.
  const written =
    years.isNarrative && years.last !== undefined && value.kind === "range" && value.from.kind === "relative" ? undefined : published;
  if (carried?.kind === "date" && carried.year !== undefined && years.last !== undefined) {
    const { year, month } = carried;
    years.last = { ...years.last, year, ...(month === undefined ? {} : { month }), paragraph, sentence: tokens.sentence[match.first]! };
  }
  const told = carried === undefined && end > years.ignoreUntil ? toldYear(value, match, tokens, years) : undefined;
  if (told !== undefined)
    years.last = {
      year: told,
      ...(value.kind === "date" && value.month !== undefined ? { month: value.month } : {}),
      paragraph,
      sentence: tokens.sentence[match.first]!,
      bare: value.kind !== "date" || value.month === undefined,
    };
  const step = value.kind === "date" ? value.within : value;
  const discourse = step?.kind === "relative" && step.to === "discourse" ? seen.at(-1) : undefined;
  let resolved = resolveTime(value, {
    published: written?.day,
    precision: written?.precision ?? "day",
    tense,
    ...(discourse?.day === undefined ? {} : { discourse: discourse.day }),
  });
  if (discourse !== undefined && discourse.day === undefined && value.kind === "relative") {
    if (value.offset === 0) resolved = copyPartial(resolved, discourse.edtf, value.unit);
    // "In July 2017, … a week prior": a few days from somewhere in a month are best taken for that month
    else if (discourse.edtf.length === 7 && (value.unit === "week" || value.unit === "day"))
      resolved = copyPartial(resolved, discourse.edtf, "month");
  }
  const others = discourse === undefined ? 0 : new Set(seen.filter((day) => day.edtf !== discourse.edtf).map((day) => day.edtf)).size;
  if (resolved.granularity === "day" && resolved.edtf !== undefined && value.kind !== "range")
    seen.push({ edtf: resolved.edtf, day: resolved.from, paragraph });
  else if (resolved.granularity === "month" && resolved.edtf !== undefined && value.kind === "date" && match.value.kind === "date")
    seen.push({ edtf: resolved.edtf, day: undefined, paragraph });
  const narrowed = narrow(resolved, match, tokens, published?.day);
  const bound = boundBefore(tokens, match, tense);
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: value.kind === "duration" ? "duration" : value.kind === "set" ? "set" : "date",
    ...(resolved.edtf === undefined ? {} : { edtf: resolved.edtf }),
    ...(narrowed.from === undefined ? {} : { earliest: isoDay(narrowed.from) }),
    ...(narrowed.to === undefined ? {} : { latest: isoDay(narrowed.to) }),
    granularity: resolved.granularity,
    anchor: carried === undefined ? resolved.anchor : "discourse",
    ...((value.kind === "duration" || value.kind === "set") && value.duration !== undefined ? { duration: value.duration } : {}),
    ...(bound === undefined || value.kind === "duration" || value.kind === "set" ? {} : { bound }),
    ...(match.approximate || isApproximate(tokens, match) ? { approximate: true } : {}),
    ...(match.part === undefined ? {} : { part: match.part }),
    ...(value.kind === "relative" && value.to === "discourse" ? { relative: { unit: value.unit, offset: value.offset } } : {}),
    // The date may be the last one mentioned or one before it; in the same paragraph it is the last one.
    ...(others > 0 && discourse!.paragraph !== paragraph ? { ambiguous: true } : {}),
  };
}

/** "who met him earlier in the day": in a report the day of writing, unless its paragraph has named another. */
function ofReport(match: TimeMatch, seen: readonly SeenDay[], paragraph: number, years: YearMemory): TimeValue {
  const { value, part } = match;
  const isWithinDay = part !== undefined && value.kind === "relative" && value.unit === "day" && value.offset === 0;
  return isWithinDay && !years.isNarrative && seen.at(-1)?.paragraph !== paragraph ? { ...value, to: "publication" } : value;
}

/** The year of the last whole date, for dates after it in its paragraph that leave the year out. */
interface StatedYear {
  readonly year: number;
  /** Month of the last date told in it, where one is. */
  readonly month?: number;
  readonly paragraph: number;
  readonly sentence: number;
  /** No month stands with it: it holds for the next sentences only. */
  readonly bare: boolean;
}

interface YearMemory {
  last?: StatedYear;
  /** End of the dateline, whose year is that of writing and not of what is told. */
  readonly ignoreUntil: number;
  readonly isNarrative: boolean;
}

/**
 * The year that an expression puts the story in: that of a whole date; in a narrative also one that stands by itself ("In 1961, …", "the winter of 1978-1979", a heading
 * that ends in it). The year of a thing ("the 1968 treaty") says when the thing was made, not when the story plays.
 */
function toldYear(value: TimeValue, match: TimeMatch, tokens: Tokens, years: YearMemory): number | undefined {
  if (value.kind === "date" && value.year !== undefined && value.month !== undefined) return value.year;
  if (!years.isNarrative) return undefined;
  const year =
    value.kind === "range" && value.to.kind === "date"
      ? value.to.year
      : value.kind === "date" || value.kind === "part"
        ? value.year
        : undefined;
  if (year === undefined) return undefined;
  const before = tokens.sentence[match.first - 1] === tokens.sentence[match.first] ? tokens.lower[match.first - 1] : undefined;
  const after = tokens.sentence[match.next] === tokens.sentence[match.first] ? (tokens.norm[match.next] ?? "") : "";
  if (
    /^(?:\p{L}|-)/u.test(after) &&
    !/^(?:and|but|when|while|after|before|the|a|an|as|with|at|to|by|because|where)$/.test(after) &&
    value.kind !== "part"
  )
    return /^\p{Lu}/u.test(after) && before === "in" ? year : undefined;
  return value.kind === "part" ||
    before === "in" ||
    before === "of" ||
    before === "during" ||
    (before !== undefined && after === "" && /^(?:summit|conference|war|crisis|meeting|talks)$/.test(before))
    ? year
    : undefined;
}

function countsFromWriting(value: TimeValue): boolean {
  return value.kind === "weekday" || value.kind === "stretch" || (value.kind === "relative" && value.to === "publication");
}

/**
 * `On February 12, 2007, … On February 13, …`: in a narrative a date without a year takes that of the last whole date before it, in the same or the last paragraph;
 * anywhere before it where the publication date would give a later year than any told of. In reports only inside the
 * sentence: their captions and histories are full of old dates.
 */
function carryYear(
  value: TimeValue,
  years: YearMemory,
  paragraph: number,
  sentence: number,
  tense: "past" | "future",
  published: Publication | undefined,
): TimeValue | undefined {
  const { last } = years;
  if (last === undefined || (!years.isNarrative && last.sentence !== sentence)) return undefined;
  if (
    value.kind !== "date" ||
    value.month === undefined ||
    value.year !== undefined ||
    value.pointer !== undefined ||
    value.within !== undefined
  )
    return undefined;
  if (last.bare && (paragraph !== last.paragraph || sentence - last.sentence > 2 || (published !== undefined && value.day === undefined)))
    return undefined;
  if (published === undefined ? paragraph - last.paragraph > 1 : tense === "future" || published.day.year <= last.year) return undefined;
  // Stories run forward: behind "in November 2023" a day in March is of the year after, unless that is still to come
  const turned = last.month !== undefined && last.month - value.month > 6 && last.sentence !== sentence;
  const open = published === undefined || (published.day.year - last.year) * 12 + published.day.month - value.month >= 12;
  return { ...value, year: turned && open ? last.year + 1 : last.year };
}

/** `the same day` after `Nov. 12` without a year: `XXXX-11-12` again. */
function copyPartial(resolved: ResolvedTime, edtf: string, unit: string): ResolvedTime {
  if (unit === "day") return { ...resolved, edtf, granularity: "day", anchor: "discourse" };
  return unit === "month" ? { ...resolved, edtf: edtf.slice(0, 7), granularity: "month", anchor: "discourse" } : resolved;
}

/** Thirds of a period; `earlier this month` ends and `later this month` begins with the day of publication. */
function narrow(
  resolved: ResolvedTime,
  match: TimeMatch,
  tokens: Tokens,
  published: Day | undefined,
): { readonly from?: Day; readonly to?: Day } {
  const { from, to } = resolved;
  if (match.part === undefined || from === undefined || to === undefined)
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const word = tokens.lower[match.first]!;
  if (published !== undefined && compareDays(from, published) <= 0 && compareDays(published, to) <= 0) {
    if (word === "earlier") return { from, to: published };
    if (word === "later") return { from: published, to };
  }
  const length = dayNumber(to) - dayNumber(from) + 1;
  const third = length / 3;
  const index = match.part === "early" ? 0 : match.part === "mid" ? 1 : 2;
  return { from: addDays(from, Math.round(third * index)), to: addDays(from, Math.round(third * (index + 1)) - 1) };
}

function boundBefore(tokens: Tokens, match: TimeMatch, tense: "past" | "future"): TimeExpression["bound"] {
  let at = match.first - 1;
  if (at >= 0 && (tokens.lower[at] === "the" || APPROXIMATE.test(tokens.lower[at]!))) at--;
  if (at < 0 || tokens.sentence[at] !== tokens.sentence[match.first]) return undefined;
  const word = tokens.lower[at]!;
  if (word === "to" && tokens.lower[at - 1] === "prior") return "before";
  if (word === "than" && tokens.lower[at - 1] === "later") return "by";
  // "As of May 17, Iran had amassed …" reckons up to that day; what is yet to come holds from it on.
  if (word === "of" && tokens.lower[at - 1] === "as") return tense === "future" ? "since" : "by";
  // "beginning in 2023", "starting on June 3", "as early as 2027"
  const opener = /^(?:in|on|from|with)$/.test(word) ? tokens.lower[at - 1]! : word;
  if (/^(?:beginning|starting)$/.test(opener) && match.value.kind !== "range") return "since";
  if (word === "as" && tokens.lower[at - 1] === "early" && tokens.lower[at - 2] === "as") return "since";
  if (word === "from" && match.value.kind !== "range") return "since";
  return match.value.kind === "range" ? undefined : BOUNDS.get(word);
}

function isApproximate(tokens: Tokens, match: TimeMatch): boolean {
  return (
    match.first > 0 && tokens.sentence[match.first - 1] === tokens.sentence[match.first] && APPROXIMATE.test(tokens.lower[match.first - 1]!)
  );
}

/**
 * Lays `the same day`, `that month`, `two weeks later` on another date of the text.
 *
 * @returns The expression with its value, or unchanged where it hangs on no other date or the other one is not known well enough.
 */
export function resolveAgainst(expression: TimeExpression, anchor: TimeExpression): TimeExpression {
  const { relative } = expression;
  const base = anchor.earliest === undefined ? undefined : parseIsoDay(anchor.earliest);
  if (relative === undefined) return expression;
  const { ambiguous: _, ...plain } = expression;
  if (base === undefined) {
    const copied =
      relative.offset === 0 && anchor.edtf !== undefined
        ? copyPartial({ granularity: expression.granularity, anchor: "unresolved" }, anchor.edtf, relative.unit)
        : undefined;
    return copied?.edtf === undefined ? expression : { ...plain, edtf: copied.edtf, granularity: copied.granularity, anchor: "discourse" };
  }
  const value = { kind: "relative", ...relative, to: "discourse" } as const;
  const resolved = resolveTime(value, { published: undefined, precision: "day", tense: "past", discourse: base });
  if (resolved.edtf === undefined) return expression;
  return {
    ...plain,
    edtf: resolved.edtf,
    ...(resolved.from === undefined ? {} : { earliest: isoDay(resolved.from) }),
    ...(resolved.to === undefined ? {} : { latest: isoDay(resolved.to) }),
    granularity: resolved.granularity,
    anchor: "discourse",
  };
}
