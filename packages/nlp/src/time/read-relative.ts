import type { Tokens } from "../document/analysis.ts";
import { ORDINAL_WORDS } from "../quantity/number-words.ts";
import { readNumeral } from "../quantity/read-numeral.ts";
import { dayAt, monthAt, weekdayAt } from "./read-calendar.ts";
import type { TimeMatch, TimeValue } from "./time-value.ts";
import { DEICTICS, DURATION_LETTERS, FREQUENCIES, POINTERS, SEASONS, type TimeUnit, UNITS } from "./time-words.ts";

const found = (first: number, next: number, value: TimeValue): TimeMatch => ({ first, next, value });

/** Expressions counted from the time of speaking or from another date, durations and sets that begin at `index`. */
export function readRelative(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  if (index >= end) return undefined;
  return (
    readSet(tokens, index, end) ??
    readDayBefore(tokens, index, end) ??
    readClose(tokens, index, begin, end) ??
    readPointer(tokens, index, begin, end) ??
    readDiscourse(tokens, index, end) ??
    readWeekday(tokens, index, end) ??
    readDeictic(tokens, index, end) ??
    readCounted(tokens, index, begin, end) ??
    readClock(tokens, index, end)
  );
}

/** `every Monday`, `each year`, `daily`, `twice a month`, `on Mondays`, `per day` */
function readSet(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  if (word === "every" || word === "each") {
    const other = /^(?:other|single)$/.test(lower[index + 1] ?? "") ? 1 : 0;
    const at = index + 1 + other;
    if (weekdayAt(tokens, at, end) !== undefined) return found(index, at + 1, { kind: "set", duration: "P1W" });
    const count = readNumeral(tokens, at, end);
    const unitAt = count === undefined || count.ordinal ? at : count.next;
    const unit = UNITS.get(lower[unitAt] ?? "");
    if (unit === undefined || unitAt >= end) return undefined;
    const duration = toDuration([[unit, (count?.value ?? 1) * (lower[index + 1] === "other" ? 2 : 1)]]);
    return found(index, unitAt + 1, { kind: "set", ...(duration === undefined ? {} : { duration }) });
  }
  if (/^(?:once|twice|times)$/.test(word) && /^(?:a|an|per|each|every)$/.test(lower[index + 1] ?? "")) {
    const unit = UNITS.get(lower[index + 2] ?? "");
    if (unit !== undefined && index + 2 < end) return found(index, index + 3, { kind: "set", duration: toDuration([[unit, 1]]) ?? "P1Y" });
  }
  if (word === "per" && UNITS.has(lower[index + 1] ?? "") && index + 1 < end)
    return found(index, index + 2, { kind: "set", duration: toDuration([[UNITS.get(lower[index + 1]!)!, 1]]) ?? "P1Y" });
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)days$/.test(word)) return found(index, index + 1, { kind: "set", duration: "P1W" });
  const frequency = FREQUENCIES.get(word);
  return frequency === undefined ? undefined : found(index, index + 1, { kind: "set", duration: frequency });
}

/** `the day before yesterday`, `the day after tomorrow`, `the week after next` */
function readDayBefore(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const at = lower[index] === "the" ? index + 1 : index;
  const unit = UNITS.get(lower[at] ?? "");
  if (unit === undefined || at + 2 >= end) return undefined;
  const direction = lower[at + 1] === "before" ? -1 : lower[at + 1] === "after" ? 1 : 0;
  if (direction === 0) return undefined;
  const pivot = lower[at + 2]!;
  if (unit === "day" && (pivot === "yesterday" || pivot === "tomorrow"))
    return found(index, at + 3, relative("day", direction * 2, "publication"));
  const the = pivot === "the" ? 1 : 0;
  if (/^(?:next|last)$/.test(lower[at + 2 + the] ?? "") && at + 2 + the < end)
    return found(index, at + 3 + the, relative(unit, direction * 2, "publication"));
  return undefined;
}

/** `by year-end`, `by year's end`, `before the month's end`; `over the weekend`: the last one, or the one that comes */
function readClose(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const the = lower[index] === "the" ? 1 : 0;
  const at = index + the;
  const word = lower[at];
  if (
    word === "weekend" &&
    the === 1 &&
    index > begin &&
    /^(?:over|at|during|on)$/.test(lower[index - 1]!) &&
    !/^(?:of|after|before)$/.test(lower[at + 1] ?? "")
  )
    return found(index, at + 1, { kind: "range", from: { kind: "weekday", weekday: 6 }, to: { kind: "weekday", weekday: 7 } });
  if ((word !== "year" && word !== "month" && word !== "week" && word !== "decade") || at + 2 >= end || lower[at + 2] !== "end")
    return undefined;
  if (!/^(?:-|'s|’s)$/.test(lower[at + 1]!)) return undefined;
  return { ...found(index, at + 3, relative(word, 0, "publication")), part: "late" };
}

function relative(unit: TimeUnit, offset: number, to: "publication" | "discourse", counted = false): TimeValue {
  return { kind: "relative", unit, offset, to, ...(counted ? { counted } : {}) };
}

/** `last month`, `this fall`, `next Tuesday`, `the past two weeks`, `the coming days`, `last October`, `in recent years` */
function readPointer(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  // "this past week" is "the past week"
  const the =
    /^(?:the|these|those|its|his|her|their|our|my)$/.test(lower[index]!) || (lower[index] === "this" && lower[index + 1] === "past")
      ? 1
      : 0;
  const at = index + the;
  const word = lower[at];
  if (word === undefined || at >= end) return undefined;
  if (/^(?:recent|few)$/.test(word) || (word === "these" && at === index)) return readVague(tokens, index, at, end);
  const pointer = POINTERS.get(word);
  if (pointer === undefined) return undefined;
  const month = monthAt(tokens, at + 1, end);
  if (
    month !== undefined &&
    (lower[at + 1] !== "march" || /^\p{Lu}/u.test(tokens.norm[at + 1]!)) &&
    (lower[at + 1] !== "may" || /^\p{Lu}/u.test(tokens.norm[at + 1]!))
  ) {
    const day = dayAt(tokens, at + 2, end);
    return found(index, day?.next ?? at + 2, { kind: "date", month, pointer, ...(day === undefined ? {} : { day: day.day }) });
  }
  const weekday = weekdayAt(tokens, at + 1, end);
  if (weekday !== undefined) return found(index, at + 2, { kind: "weekday", weekday, pointer });
  const season = SEASONS.get(lower[at + 1] ?? "");
  if (season !== undefined && at + 1 < end) return found(index, at + 2, { kind: "part", part: "season", index: season, pointer });
  return readPointedUnit(tokens, index, at, pointer, the, begin, end);
}

function readPointedUnit(
  tokens: Tokens,
  index: number,
  at: number,
  pointer: number,
  the: number,
  _begin: number,
  end: number,
): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[at]!;
  const vague = /^(?:few|several|couple|many)$/.test(lower[at + 1] ?? "") ? (lower[at + 2] === "of" ? 2 : 1) : 0;
  const count = vague > 0 ? undefined : readNumeral(tokens, at + 1, end);
  const unitAt = vague > 0 ? at + 1 + vague : (count?.next ?? at + 1);
  if (unitAt >= end) return undefined;
  const unit = UNITS.get(lower[unitAt]!) ?? (lower[unitAt] === "quarter" ? "quarter" : undefined);
  if (unit === undefined || (count?.ordinal ?? false)) return undefined;
  const plural = lower[unitAt]!.endsWith("s") || lower[unitAt] === "centuries";
  if (count !== undefined || vague > 0 || plural) {
    if (pointer === 0 && count === undefined) return undefined;
    const amount = count?.value ?? (vague > 0 && lower[at + 1] === "couple" ? 2 : undefined);
    return found(index, unitAt + 1, {
      kind: "stretch",
      unit,
      ...(amount === undefined ? {} : { count: amount }),
      direction: pointer > 0 ? 1 : -1,
    });
  }
  // `the last day of the talks`, `the last minute`, `at the last hour` are not counted from now.
  if (/^(?:second|minute|hour)$/.test(unit)) return undefined;
  if (unit === "day" && lower[unitAt] !== "weekend" && word === "last" && lower[unitAt + 1] === "of") return undefined;
  const discourse =
    (the === 1 && /^(?:next|following|previous|preceding|prior)$/.test(word)) || /^(?:following|previous|preceding|prior)$/.test(word);
  // `the past year` is a stretch, `past year` too; `last year` is the calendar unit.
  if (word === "past" || (the === 1 && word === "last" && unit !== "day"))
    return found(index, unitAt + 1, { kind: "stretch", unit, count: 1, direction: -1 });
  if (unit === "week" && !discourse) {
    const on = lower[unitAt + 1] === "on" ? 2 : 1;
    const weekday = weekdayAt(tokens, unitAt + on, end);
    if (weekday !== undefined) return found(index, unitAt + on + 1, { kind: "weekday", weekday, weekOffset: pointer });
  }
  if (lower[unitAt] === "weekend")
    return found(index, unitAt + 1, {
      kind: "relative",
      unit: "day",
      offset: pointer,
      to: discourse ? "discourse" : "publication",
      steps: [["week", pointer]],
    });
  return found(index, unitAt + 1, relative(unit, pointer, discourse ? "discourse" : "publication"));
}

/** `in recent years`, `the coming days`, `these days` */
function readVague(tokens: Tokens, index: number, at: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const next = at + 1;
  const unit = UNITS.get(lower[next] ?? "");
  if (unit === undefined || next >= end || !lower[next]!.endsWith("s")) return undefined;
  if (lower[at] === "few") return undefined;
  return found(index, next + 1, { kind: "stretch", unit, direction: -1 });
}

/** `the same day`, `that month`, `the following day`, `the day before`, `a day earlier` (the last by `readCounted`) */
function readDiscourse(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  let at = index;
  if (lower[at] === "the") at++;
  // "that evening": still that day
  if (at === index && lower[at] === "that" && /^(?:morning|afternoon|evening|night)$/.test(lower[at + 1] ?? "") && at + 1 < end)
    return found(index, at + 2, relative("day", 0, "discourse"));
  const same = lower[at] === "same" || (lower[at] === "that" && at === index);
  if (same) {
    at += lower[at] === "that" && lower[at + 1] === "same" ? 2 : 1;
    // "on the same night", "that same evening"
    if (at < end && /^(?:morning|afternoon|evening|night)$/.test(lower[at]!)) return found(index, at + 1, relative("day", 0, "discourse"));
    const unit = UNITS.get(lower[at] ?? "");
    if (unit === undefined || at >= end || /s$|^(?:second|minute|hour|min|sec|hr|h)$/.test(lower[at]!)) return undefined;
    return found(index, at + 1, relative(unit, 0, "discourse"));
  }
  const unit = UNITS.get(lower[at] ?? "");
  if (
    at === index + 1 &&
    (unit === "day" || unit === "week" || unit === "month" || unit === "year") &&
    /^(?:before|after|earlier|later)$/.test(lower[at + 1] ?? "") &&
    at + 1 < end
  ) {
    const after = lower[at + 2];
    const free = at + 2 >= end || after === undefined || /^[.,;:)!?]$|^(?:and|in|at|to|that|when|with|but)$/.test(after);
    if (free && !lower[at]!.endsWith("s"))
      return found(index, at + 2, relative(unit, /^(?:before|earlier)$/.test(lower[at + 1]!) ? -1 : 1, "discourse"));
  }
  return undefined;
}

/** `Tuesday`, `Friday next week`, `Tuesday night` */
function readWeekday(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const weekday = weekdayAt(tokens, index, end);
  if (weekday === undefined) return undefined;
  let next = index + 1;
  if (/^(?:morning|afternoon|evening|night|noon)$/.test(lower[next] ?? "") && next < end) next++;
  const of = lower[next] === "of" ? 1 : 0;
  const pointer = /^(?:last|this|next)$/.test(lower[next + of] ?? "") ? POINTERS.get(lower[next + of]!) : undefined;
  if (pointer !== undefined && lower[next + of + 1] === "week" && next + of + 1 < end)
    return found(index, next + of + 2, { kind: "weekday", weekday, weekOffset: pointer });
  return found(index, next, { kind: "weekday", weekday });
}

function readDeictic(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  const deictic = DEICTICS.get(word);
  if (deictic !== undefined) {
    // `today 's` and `tomorrow 's leaders` still name the day; a part of the day belongs to it.
    const part = /^(?:morning|afternoon|evening|night)$/.test(lower[index + 1] ?? "") && index + 1 < end ? 1 : 0;
    return found(index, index + 1 + part, deictic.granularity === "day" ? relative("day", deictic.days, "publication") : { kind: "now" });
  }
  if (
    (word === "right" || word === "until" || word === "till" || word === "for" || word === "just") &&
    lower[index + 1] === "now" &&
    index + 1 < end
  )
    return found(word === "right" || word === "just" ? index : index + 1, index + 2, { kind: "now" });
  if (word === "now" && !/^(?:that|-)$/.test(lower[index + 1] ?? "")) return found(index, index + 1, { kind: "now" });
  if (word === "so" && lower[index + 1] === "far" && !/^(?:as|away|from|that)$/.test(lower[index + 2] ?? ""))
    return found(index, index + 2, { kind: "now" });
  if (word === "overnight" && !besideDay(tokens, index, end))
    return found(index, index + 1, { kind: "range", from: relative("day", -1, "publication"), to: relative("day", 0, "publication") });
  if (word === "this" && /^(?:morning|afternoon|evening)$/.test(lower[index + 1] ?? "") && index + 1 < end)
    return found(index, index + 2, relative("day", 0, "publication"));
  if (word === "last" && lower[index + 1] === "night" && index + 1 < end)
    return found(index, index + 2, relative("day", -1, "publication"));
  return undefined;
}

/** `overnight on Wednesday`, `overnight from Monday to Tuesday`, `Sunday overnight`, `overnight June 3`: the night that is named beside it. */
function besideDay(tokens: Tokens, index: number, end: number): boolean {
  const isDay = (at: number): boolean =>
    weekdayAt(tokens, at, end) !== undefined ||
    monthAt(tokens, at, end) !== undefined ||
    /^(?:\d{1,2}|yesterday|today)$/.test(tokens.lower[at] ?? "");
  const at = /^(?:on|from|into|to|between|of|,)$/.test(tokens.lower[index + 1] ?? "") ? index + 2 : index + 1;
  return (at < end && isDay(at)) || (index > 0 && isDay(index - 1));
}

/** `two days ago`, `15 years`, `two weeks earlier`, `a year and a half`, `two-day`, `in 3 weeks`, `several months` */
function readCounted(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const steps: [TimeUnit, number][] = [];
  let next = index;
  let vague = false;
  while (next < end && steps.length < 5) {
    const at: number = steps.length > 0 && /^(?:and|,)$/.test(lower[next]!) ? next + 1 : next;
    const amount = readAmount(tokens, at, end);
    if (amount === undefined) break;
    const dash = lower[amount.next] === "-" ? 1 : 0;
    const unit = UNITS.get(lower[amount.next + dash] ?? "");
    if (unit === undefined || amount.next + dash >= end) break;
    if (amount.value === undefined) vague = true;
    // `1 second` needs digits or words of number; `a second` is mostly an ordinal.
    if (unit === "second" && amount.article) break;
    if (unit === "month" && /^may$/i.test(lower[amount.next]!)) break;
    const factor = /^fortnights?$/.test(lower[amount.next + dash]!) ? 2 : 1;
    steps.push([unit, (amount.value ?? 0) * factor]);
    next = amount.next + dash + 1;
    if (
      lower[next] === "and" &&
      /^an?$/.test(lower[next + 1] ?? "") &&
      /^(?:half|quarter)$/.test(lower[next + 2] ?? "") &&
      next + 2 < end
    ) {
      steps[steps.length - 1] = [unit, steps.at(-1)![1] + (lower[next + 2] === "half" ? 0.5 : 0.25)];
      next += 3;
    }
  }
  if (steps.length === 0) return undefined;
  return countedValue(tokens, index, next, steps, vague, begin, end);
}

function countedValue(
  tokens: Tokens,
  index: number,
  next: number,
  steps: readonly (readonly [TimeUnit, number])[],
  vague: boolean,
  begin: number,
  end: number,
): TimeMatch | undefined {
  const { lower } = tokens;
  const after = next < end ? lower[next]! : "";
  // `15 - year - old` and `15 years old` are ages.
  if (after === "old" || (after === "-" && lower[next + 1] === "old") || (after === "of" && lower[next + 1] === "age"))
    return found(index, next, { kind: "duration", ...isoOf(steps, vague) });
  const [unit, amount] = steps[steps.length - 1]!;
  const points = (direction: number, to: "publication" | "discourse", length: number): TimeMatch => ({
    first: index,
    next: next + length,
    value: vague
      ? { kind: "relative", unit, offset: direction, to, counted: true, steps: [] }
      : {
          kind: "relative",
          unit,
          offset: direction * amount,
          to,
          counted: true,
          steps: steps.map(([u, n]): [TimeUnit, number] => [u, n * direction]),
        },
    ...(vague ? { approximate: true } : {}),
  });
  // "less than a week ago": on one of its days
  if (after === "ago" && lower[index - 1] === "than" && lower[index - 2] === "less" && index - 2 >= begin && !vague && steps.length === 1)
    return {
      first: index - 2,
      next: next + 1,
      value: {
        kind: "range",
        from: {
          kind: "relative",
          unit: "day",
          offset: -1,
          to: "publication",
          counted: true,
          steps: [
            [unit, -amount],
            ["day", 1],
          ],
        },
        to: relative("day", -1, "publication"),
      },
    };
  if (after === "ago") return points(-1, "publication", 1);
  if (after === "from" && /^(?:now|today)$/.test(lower[next + 1] ?? "") && next + 1 < end) return points(1, "publication", 2);
  // `two days from tomorrow`, `three weeks before yesterday`
  const pivot = /^(?:from|after|before)$/.test(after) && next + 1 < end ? DEICTICS.get(lower[next + 1]!) : undefined;
  if (pivot !== undefined && pivot.granularity === "day" && !vague) {
    const direction = after === "before" ? -1 : 1;
    const all: readonly (readonly [TimeUnit, number])[] = [
      ["day", pivot.days],
      ...steps.map(([u, n]): [TimeUnit, number] => [u, n * direction]),
      ["day", 0],
    ];
    return found(index, next + 2, { kind: "relative", unit: "day", offset: direction, to: "publication", counted: true, steps: all });
  }
  const within = lower[index - 1] === "the" ? index - 2 : index - 1;
  if (lower[within] === "within" && within >= begin && !vague && steps.length === 1 && pointsAhead(tokens, within + 1, begin))
    return found(within, next, { kind: "stretch", unit, count: amount, direction: 1 });
  if (after === "hence") return points(1, "publication", 1);
  if (/^(?:earlier|previously|before|beforehand|prior)$/.test(after) && isFree(tokens, next + 1)) return points(-1, "discourse", 1);
  if (/^(?:later|afterwards?|thereafter|after)$/.test(after) && isFree(tokens, next + 1)) return points(1, "discourse", 1);
  if (lower[index - 1] === "in" && index > begin && !/^(?:century|decade)$/.test(unit) && !vague && pointsAhead(tokens, index, begin))
    return { ...points(1, "publication", 0), first: index - 1 };
  return { first: index, next, value: { kind: "duration", ...isoOf(steps, vague) }, ...(vague ? { approximate: true } : {}) };
}

/** Nothing hangs on "later" or "before" but the sentence: a stop, a preposition, a pronoun, or the name that the next clause begins with ("Four days later Turkey …"). */
function isFree(tokens: Tokens, index: number): boolean {
  const word = tokens.lower[index];
  // "two days after the summit": what follows is what it counts from
  if (/^(?:before|after)$/.test(tokens.lower[index - 1] ?? ""))
    return word === undefined || /^[.,;:)!?]$|^(?:and|but|in|at|on|when)$/.test(word);
  return (
    word === undefined ||
    /^[.,;:)!?]$|^(?:and|in|at|on|to|that|when|with|but|he|she|it|they|the|a|was|were|by|from|for|as|while)$/.test(word) ||
    (/^(?:later|earlier)$/.test(tokens.lower[index - 1] ?? "") && /^\p{Lu}/u.test(tokens.norm[index] ?? ""))
  );
}

/** `will … in two weeks` lies ahead; `first time in 44 years`, `built in two weeks` are durations (L53). */
function pointsAhead(tokens: Tokens, index: number, begin: number): boolean {
  for (let at = index - 2; at >= begin; at--) {
    const word = tokens.lower[at]!;
    if (/^(?:first|best|worst|biggest|largest|deadliest|highest|lowest|time|once|was|were|had|did|has|have)$/.test(word)) return false;
    if (/^(?:will|'ll|shall|would|due|expires?|expected|scheduled|going|begin|begins|starts?|set|ready|again)$/.test(word)) return true;
  }
  return false;
}

interface Amount {
  readonly value: number | undefined;
  readonly next: number;
  readonly article: boolean;
}

function readAmount(tokens: Tokens, index: number, end: number): Amount | undefined {
  const { lower } = tokens;
  const word = lower[index];
  if (word === undefined || index >= end) return undefined;
  const couple = /^an?$/.test(word) && lower[index + 1] === "couple" ? 1 : word === "couple" ? 0 : -1;
  if (couple >= 0) return { value: 2, next: index + couple + 1 + (lower[index + couple + 1] === "of" ? 1 : 0), article: false };
  if (word === "half" && /^an?$/.test(lower[index + 1] ?? "")) return { value: 0.5, next: index + 2, article: false };
  if (/^an?$/.test(word) && lower[index + 1] === "half") return { value: 0.5, next: index + 2, article: false };
  if (/^an?$/.test(word) && lower[index + 1] === "few") return { value: undefined, next: index + 2, article: false };
  if (
    /^(?:several|few|many|some|numerous)$/.test(word) &&
    UNITS.has(lower[index + 1] ?? "") &&
    (word !== "some" || /s$/.test(lower[index + 1]!))
  )
    return { value: undefined, next: index + 1, article: false };
  if (/^(?:all|whole|full|entire|another)$/.test(word) && UNITS.has(lower[index + (lower[index + 1] === "-" ? 2 : 1)] ?? ""))
    return { value: 1, next: index + 1, article: false };
  if (/^(?:days|weeks|months|years|decades|centuries|hours|minutes)$/.test(word))
    return index > 0 && /^(?:for|after|in|over|within|took|takes|take|lasted|of|spent)$/.test(lower[index - 1]!)
      ? { value: undefined, next: index, article: false }
      : undefined;
  const numeral = readNumeral(tokens, index, end);
  if (numeral !== undefined && !numeral.ordinal) return { value: numeral.value, next: numeral.next, article: false };
  if (/^an?$/.test(word) && lower[index + 1] !== "second") return { value: 1, next: index + 1, article: true };
  return undefined;
}

function isoOf(steps: readonly (readonly [TimeUnit, number])[], vague: boolean): { readonly duration?: string } {
  const duration = vague ? undefined : toDuration(steps);
  return duration === undefined ? {} : { duration };
}

/** ISO 8601 duration; centuries, decades, quarters and halves in years and months. */
export function toDuration(steps: readonly (readonly [TimeUnit, number])[]): string | undefined {
  let date = "";
  let time = "";
  for (const [unit, amount] of steps) {
    if (!Number.isFinite(amount)) return undefined;
    const shown = String(Number(amount.toPrecision(12)));
    if (unit === "decade" || unit === "century") date += `${Number((amount * (unit === "decade" ? 10 : 100)).toPrecision(12))}Y`;
    else if (unit === "quarter") date += `${amount * 3}M`;
    else if (unit === "half") date += `${amount * 6}M`;
    else if (unit === "season") date += `${amount * 3}M`;
    else if (unit === "hour" || unit === "minute" || unit === "second") time += shown + DURATION_LETTERS[unit];
    else date += shown + DURATION_LETTERS[unit];
  }
  return `P${date}${time === "" ? "" : `T${time}`}`;
}

/** `3 p.m.`, `10:30 a.m. local time`, `1400 GMT`, `noon`: no date, but no count either. */
function readClock(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  let next = index;
  if (/^\d{1,2}(?:[:.]\d{2}){0,2}$/.test(word) && /^(?:a\.?m\.?|p\.?m\.?|o'clock)$/.test(lower[index + 1] ?? "") && index + 1 < end)
    next = index + 2;
  else if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) next = index + 1;
  else if (/^\d{4}$/.test(word) && /^(?:gmt|utc|hours|hrs|zulu)$/.test(lower[index + 1] ?? "") && index + 1 < end) next = index + 2;
  else if (/^(?:noon|midnight)$/.test(word)) next = index + 1;
  if (next === index) return undefined;
  while (
    next < end &&
    /^(?:gmt|utc|est|edt|et|cet|cest|msk|local|time|eastern|\.)$/.test(lower[next]!) &&
    (lower[next] !== "time" || lower[next - 1] === "local" || lower[next - 1] === "eastern")
  )
    next++;
  return found(index, next, { kind: "clock" });
}

/** Ordinal in words or digits (`third`, `3rd`), for quarters, halves, weeks and centuries. */
export function ordinalAt(tokens: Tokens, index: number, end: number): number | undefined {
  if (index >= end) return undefined;
  const word = tokens.lower[index]!;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits === null ? ORDINAL_WORDS.get(word) : Number(digits[1]);
}
