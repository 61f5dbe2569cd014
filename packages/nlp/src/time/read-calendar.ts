import type { Tokens } from "../document/analysis.ts";
import { ORDINAL_WORDS, SMALL_NUMBERS, TENS } from "../quantity/number-words.ts";
import { isDay } from "./calendar.ts";
import type { TimeMatch, TimeValue } from "./time-value.ts";
import { AMBIGUOUS_MONTHS, AMBIGUOUS_WEEKDAYS, MONTHS, POINTERS, WEEKDAYS } from "./time-words.ts";

/** Years read without a month beside them; earlier ones are nearly always numbers of something else. */
const BARE_YEAR_MIN = 1500;
const BARE_YEAR_MAX = 2199;
/** Two-digit years: 00–49 are of this century. POSIX strptime draws the line at 69; documents of the field reach back to the 1940s and not beyond 2049. */
const PIVOT = 50;

/** Words before a bare year. */
const YEAR_CUES: ReadonlySet<string> = new Set(
  "in since by until till before after during from of between to early late mid end and year through or around circa about throughout for as mid-year calendar fiscal january february march april may june july august september october november december".split(
    " ",
  ),
);
/** Cues that stand before counts as well (`a total of 1500 drones`): a lower-case noun after the number makes it one. */
const LOOSE_CUES: ReadonlySet<string> = new Set("of for to and or about around as through between from".split(" "));
const GOES_ON: ReadonlySet<string> = new Set(
  "and to or through that which when as but by in until with for at on was were is are had has have will would after before the a an its this under who where while because from it he they".split(
    " ",
  ),
);
/** Words before a month that is also a word. */
const MONTH_CUES: ReadonlySet<string> = new Set(
  "in since by until till before after during from of between to early late mid end and through or around about last next this past previous every each coming on through both for following as".split(
    " ",
  ),
);
/** A number after these is a label. */
const LABEL_CUES: ReadonlySet<string> = new Set(
  "resolution resolutions no no. nos. number res res. article art. section sec. chapter paragraph page pp. room flight road route highway apartment line # $ £ € s type model version".split(
    " ",
  ),
);
/** Plural nouns that are counted, so that the number before them is no year: `1945 soldiers`. */
const COUNTED =
  /^(?:soldiers|troops|people|men|women|children|casualties|deaths|dead|wounded|tons|tonnes|km|kilometers|kilometres|miles|meters|metres|feet|yards|shells|rounds|missiles|tanks|dollars|euros|percent|pages|hours|days|years|kg|mm|cm|m|members|prisoners|civilians|homes|houses|workers|employees|others|more|of)$/;

/** Reads a four-digit year, or one in words; 0 where there is none at `index`. */
export function yearAt(tokens: Tokens, index: number, end: number): { readonly year: number; readonly next: number } | undefined {
  if (index >= end) return undefined;
  const word = tokens.lower[index]!;
  if (/^[12]\d{3}$/.test(word)) return { year: Number(word), next: index + 1 };
  return yearInWords(tokens, index, end);
}

/** `nineteen ninety - nine`, `two thousand (and) eighteen`, `twenty twenty` */
function yearInWords(tokens: Tokens, index: number, end: number): { readonly year: number; readonly next: number } | undefined {
  const { lower } = tokens;
  const first = lower[index]!;
  if (first === "two" && lower[index + 1] === "thousand") {
    const and = lower[index + 2] === "and" ? 3 : 2;
    const rest = belowHundred(tokens, index + and, end);
    return rest === undefined ? { year: 2000, next: index + 2 } : { year: 2000 + rest.value, next: rest.next };
  }
  const century = SMALL_NUMBERS.get(first) ?? TENS.get(first) ?? 0;
  if (century < 17 || century > 20) return undefined;
  const rest = belowHundred(tokens, index + 1, end);
  return rest === undefined || rest.value < 10 ? undefined : { year: century * 100 + rest.value, next: rest.next };
}

function belowHundred(tokens: Tokens, index: number, end: number): { readonly value: number; readonly next: number } | undefined {
  if (index >= end) return undefined;
  const { lower } = tokens;
  const tens = TENS.get(lower[index]!);
  if (tens === undefined) {
    const small = SMALL_NUMBERS.get(lower[index]!);
    return small === undefined || small === 0 ? undefined : { value: small, next: index + 1 };
  }
  const at = lower[index + 1] === "-" ? index + 2 : index + 1;
  const unit = at < end ? (SMALL_NUMBERS.get(lower[at]!) ?? 0) : 0;
  return unit > 0 && unit < 10 ? { value: tens + unit, next: at + 1 } : { value: tens, next: index + 1 };
}

export function fullYear(digits: number): number {
  return digits < PIVOT ? 2000 + digits : 1900 + digits;
}

/** Day of the month: `10`, `10th`, `tenth`, `twenty - first`; with `words` cardinals in words too. */
export function dayAt(
  tokens: Tokens,
  index: number,
  end: number,
  words = false,
): { readonly day: number; readonly next: number; readonly ordinal: boolean } | undefined {
  if (index >= end) return undefined;
  const { lower } = tokens;
  const word = lower[index]!;
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  if (digits !== null) {
    const day = Number(digits[1]);
    return day >= 1 && day <= 31 ? { day, next: index + 1, ordinal: digits[2] !== undefined } : undefined;
  }
  const ordinal = ORDINAL_WORDS.get(word);
  if (ordinal !== undefined) return ordinal <= 30 ? { day: ordinal, next: index + 1, ordinal: true } : undefined;
  const tens = TENS.get(word);
  if (tens !== undefined && tens <= 30) {
    const at = lower[index + 1] === "-" ? index + 2 : index + 1;
    const unit = at < end ? ORDINAL_WORDS.get(lower[at]!) : undefined;
    if (unit !== undefined && unit < 10 && tens + unit <= 31) return { day: tens + unit, next: at + 1, ordinal: true };
    const cardinal = words && at < end ? SMALL_NUMBERS.get(lower[at]!) : undefined;
    if (cardinal !== undefined && cardinal < 10 && cardinal > 0 && tens + cardinal <= 31)
      return { day: tens + cardinal, next: at + 1, ordinal: false };
    return words ? { day: tens, next: index + 1, ordinal: false } : undefined;
  }
  const small = words ? SMALL_NUMBERS.get(word) : undefined;
  return small !== undefined && small > 0 ? { day: small, next: index + 1, ordinal: false } : undefined;
}

/** Month at `index`, whatever its context. */
export function monthAt(tokens: Tokens, index: number, end: number): number | undefined {
  return index < end ? MONTHS.get(tokens.lower[index]!) : undefined;
}

/** Dates of the calendar that begin at `index`: numeric, month first, day first, weekdays with dates, bare years, ordinal days. */
export function readCalendar(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  return (
    readNumeric(tokens, index, end) ??
    readMonthFirst(tokens, index, begin, end) ??
    readDayFirst(tokens, index, end) ??
    readYearFirst(tokens, index, end) ??
    readOrdinalDay(tokens, index, begin, end) ??
    readBareYear(tokens, index, begin, end)
  );
}

const found = (first: number, next: number, value: TimeValue): TimeMatch => ({ first, next, value });

function date(year: number | undefined, month: number | undefined, day: number | undefined, weekday?: number): TimeValue {
  return {
    kind: "date",
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(weekday === undefined ? {} : { weekday }),
  };
}

/** ISO, slashed and dotted dates. Month first where both readings are possible (English news), day first where the month would be above 12. */
function readNumeric(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  if (index >= end) return undefined;
  const word = tokens.lower[index]!;
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t[\d:.z+-]*)?$/.exec(word);
  if (iso !== null) return valid(index, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(word);
  if (parts !== null) {
    const year = parts[4]!.length === 4 ? Number(parts[4]) : fullYear(Number(parts[4]));
    // Dotted dates are European: day first; two-digit years after full stops are section numbers.
    if (parts[2] === ".")
      return parts[4]!.length === 4
        ? (valid(index, year, Number(parts[3]), Number(parts[1])) ?? valid(index, year, Number(parts[1]), Number(parts[3])))
        : undefined;
    return valid(index, year, Number(parts[1]), Number(parts[3])) ?? valid(index, year, Number(parts[3]), Number(parts[1]));
  }
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (short !== null && isDay({ year: 2000, month: Number(short[1]), day: Number(short[2]) }))
    return found(index, index + 1, date(undefined, Number(short[1]), Number(short[2])));
  return undefined;
}

function valid(index: number, year: number, month: number, day: number): TimeMatch | undefined {
  return isDay({ year, month, day }) ? found(index, index + 1, date(year, month, day)) : undefined;
}

/** `June 10`, `June 10th, 2024`, `June the tenth`, `June 2024`, `June of 2024`, `June` */
function readMonthFirst(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const mid = /^mid-(.+)$/.exec(lower[index] ?? "");
  const month = index < end ? MONTHS.get(mid?.[1] ?? lower[index]!) : undefined;
  if (month === undefined) return undefined;
  let at = index + 1;
  if (/^[-/]$/.test(lower[at] ?? "") && tokens.spaceBefore[at] === 0 && dayAt(tokens, at + 1, end) !== undefined) at++;
  const the = lower[at] === "the" ? 1 : 0;
  const day = dayAt(tokens, at + the, end, the === 1 || !/^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(lower[at] ?? ""));
  const usable =
    day !== undefined &&
    (the === 0 || day.ordinal) &&
    !measured(tokens, day.next, end, day.ordinal) &&
    !(day.ordinal && isNounAfterOrdinal(lower[day.next]));
  if (usable && day.day <= 31 && isDay({ year: 2000, month, day: day.day })) {
    // `May 2 people`: a lower-case word that is also a month needs a real date.
    if (AMBIGUOUS_MONTHS.has(lower[index]!) && !capital(tokens, index)) return undefined;
    const year = yearAfter(tokens, day.next, end);
    return found(index, year?.next ?? day.next, date(year?.year, month, day.day));
  }
  const glue = /^(?:,|of|-|\/|in)$/.test(lower[at] ?? "") ? 1 : 0;
  const year = yearAt(tokens, at + glue, end) ?? apostropheYear(tokens, at, end);
  if (year !== undefined && (glue === 0 || lower[at] !== "in" || MONTH_CUES.has(lower[index - 1] ?? ""))) {
    if (AMBIGUOUS_MONTHS.has(lower[index]!) && !capital(tokens, index)) return undefined;
    return withMid({ ...found(index, year.next, date(year.year, month, undefined)) }, mid !== null);
  }
  return isMonthAlone(tokens, index, begin, end) || mid !== null
    ? withMid(found(index, index + 1, date(undefined, month, undefined)), mid !== null)
    : undefined;
}

const withMid = (match: TimeMatch, mid: boolean): TimeMatch => (mid ? { ...match, part: "mid" } : match);

function apostropheYear(tokens: Tokens, index: number, end: number): { readonly year: number; readonly next: number } | undefined {
  const year = index < end ? /^'(\d{2})$/.exec(tokens.lower[index]!) : null;
  return year === null ? undefined : { year: fullYear(Number(year[1])), next: index + 1 };
}

/** `, 2024`, `of 2024`, `2024`, `'24`; not `, 2024 people`. */
function yearAfter(tokens: Tokens, index: number, end: number): { readonly year: number; readonly next: number } | undefined {
  const { lower } = tokens;
  const glue = /^(?:,|of|in)$/.test(lower[index] ?? "") ? 1 : 0;
  const year = yearAt(tokens, index + glue, end) ?? apostropheYear(tokens, index, end);
  if (year === undefined || COUNTED.test(lower[year.next] ?? "")) return undefined;
  return year;
}

function capital(tokens: Tokens, index: number): boolean {
  return /^\p{Lu}/u.test(tokens.norm[index]!);
}

/** True where the number is a measure (`June 10 percent`, `May 5 million`), so no day. */
function measured(tokens: Tokens, next: number, end: number, ordinal: boolean): boolean {
  return (
    !ordinal &&
    next < end &&
    /^(?:%|percent|million|billion|thousand|hundred|km|kilometers|kilometres|miles|mm|people|-)$/.test(tokens.lower[next]!) &&
    !(tokens.lower[next] === "-" && /^\d/.test(tokens.lower[next + 1] ?? ""))
  );
}

const isNounAfterOrdinal = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(?:anniversary|movement|brigade|army|division|fleet|floor|century|regiment|battalion|congress|session|summit|round)$/.test(word);

/** L54: `Russia March toward Kyiv`, `may`, `Theresa May` are no months. */
function isMonthAlone(tokens: Tokens, index: number, begin: number, end: number): boolean {
  const { lower, norm } = tokens;
  const word = lower[index]!;
  const before = index > begin ? lower[index - 1]! : "";
  if (!AMBIGUOUS_MONTHS.has(word.replace(/\.$/, ""))) return true;
  if (!capital(tokens, index)) return false;
  // "at the end of August France held …": nothing but a month is said to end and begin
  if (before === "of" && /^(?:end|beginning|start|middle|close|half|part|outset)$/.test(index - 1 > begin ? lower[index - 2]! : ""))
    return true;
  if (!MONTH_CUES.has(before) && !POINTERS.has(before)) return false;
  if (norm[index] === norm[index]!.toUpperCase() && word.length > 4 && word === "march" && /^(?:on|to|for|and)$/.test(before)) return false;
  // `to March toward`, `and May also`: after these a verb is as likely, so the next word decides.
  if (/^(?:to|and|or|for|as|of)$/.test(before))
    return (
      index + 1 >= end ||
      /^[.,;:)?!]$/.test(lower[index + 1]!) ||
      /^(?:and|to|through|the|this|last|next|when|but|for|with|in|at|\d{4})$/.test(lower[index + 1]!)
    );
  return true;
}

/** `10 June 2024`, `the 10th of June`, `10th June, 2024` */
function readDayFirst(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  let at = lower[index] === "the" ? index + 1 : index;
  const day = dayAt(tokens, at, end);
  if (day === undefined) return undefined;
  at = day.next;
  const dash = /^[-/]$/.test(lower[at] ?? "") && tokens.spaceBefore[at] === 0;
  const of = lower[at] === "of" ? 1 : 0;
  const month = monthAt(tokens, dash ? at + 1 : at + of, end);
  if (month === undefined || (of === 1 && !day.ordinal && lower[index] !== "the" && !/^\d{1,2}$/.test(lower[index]!))) return undefined;
  const monthIndex = dash ? at + 1 : at + of;
  if (!capital(tokens, monthIndex) && AMBIGUOUS_MONTHS.has(lower[monthIndex]!) && of === 0) return undefined;
  if (!isDay({ year: 2000, month, day: day.day })) return undefined;
  const next = monthIndex + 1;
  const dashYear = dash && lower[next] === "-" ? yearAt(tokens, next + 1, end) : undefined;
  const year = dashYear ?? yearAfter(tokens, next, end) ?? shortYear(tokens, next, end, monthIndex);
  return found(index, year?.next ?? next, date(year?.year, month, day.day));
}

/** Military and wire style: `3 JAN 90`, `12 Feb 02`. */
function shortYear(
  tokens: Tokens,
  index: number,
  end: number,
  month: number,
): { readonly year: number; readonly next: number } | undefined {
  if (index >= end || !/^\d{2}$/.test(tokens.lower[index]!) || tokens.norm[month] !== tokens.norm[month]!.toUpperCase()) return undefined;
  return /^[\p{L}%]/u.test(tokens.lower[index + 1] ?? "") && !/^[A-Z]/.test(tokens.norm[index + 1] ?? "")
    ? undefined
    : { year: fullYear(Number(tokens.lower[index])), next: index + 1 };
}

/** `2016 November`, `2016, Nov. 4` */
function readYearFirst(tokens: Tokens, index: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  if (index >= end || !/^(?:19|20)\d{2}$/.test(lower[index]!)) return undefined;
  const at = lower[index + 1] === "," ? index + 2 : index + 1;
  const month = monthAt(tokens, at, end);
  if (month === undefined || !capital(tokens, at))
    return month === undefined || AMBIGUOUS_MONTHS.has(lower[at]!)
      ? undefined
      : found(index, at + 1, date(Number(lower[index]), month, undefined));
  if (at > index + 1 || yearAt(tokens, at + 1, end) !== undefined || yearAfter(tokens, at + 2, end) !== undefined) return undefined;
  const day = dayAt(tokens, at + 1, end);
  return found(index, day === undefined ? at + 1 : day.next, date(Number(lower[index]), month, day?.day));
}

/** `on the 11th (local time)`, `until the 20th of next month` is read by the caller. */
function readOrdinalDay(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  if (index >= end) return undefined;
  // `the 20th of next month` needs no preposition before it.
  const owned = dayAt(tokens, lower[index] === "the" ? index + 1 : index, end);
  if (
    owned?.ordinal &&
    lower[owned.next] === "of" &&
    /^(?:this|last|next)$/.test(lower[owned.next + 1] ?? "") &&
    lower[owned.next + 2] === "month"
  )
    return found(index, owned.next, date(undefined, undefined, owned.day));
  if (lower[index] !== "the" || index === begin) return undefined;
  if (!/^(?:on|until|till|by|since|before|after|from|through|to|and|for)$/.test(lower[index - 1]!)) return undefined;
  const day = dayAt(tokens, index + 1, end);
  if (day === undefined || !day.ordinal || /^(?:first|second|third)$/.test(lower[index + 1]!)) return undefined;
  const after = lower[day.next];
  const free =
    day.next >= end ||
    after === undefined ||
    /^[.,;:()!?"'[-]|^--$/.test(after) ||
    /^(?:and|but|or|to|in|at|when|as|with|while|because|that|after|before|he|she|it|they|the|local|for|of|until|through)$/.test(after);
  if (!free) return undefined;
  if (after === "of" && !/^(?:this|last|next|the|that|each|every)$/.test(lower[day.next + 1] ?? "")) return undefined;
  if (/^(?:and|to|for)$/.test(lower[index - 1]!) && after !== "of" && !/^\d/.test(lower[index + 1]!)) return undefined;
  return found(index, day.next, date(undefined, undefined, day.day));
}

/** A year alone, where the words around it say that it is one. */
function readBareYear(tokens: Tokens, index: number, begin: number, end: number): TimeMatch | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  const mid = /^mid-(\d{4})$/.exec(word);
  if (mid !== null) return withMid(found(index, index + 1, date(Number(mid[1]), undefined, undefined)), true);
  // In words only where nothing but a year can be meant: `in nineteen twenty eight`.
  const explicit =
    index > begin &&
    (lower[index - 1] === "year" || (/^(?:in|since|by|until)$/.test(lower[index - 1]!) && /^(?:eighteen|nineteen)$/.test(word)));
  const year = /^\d{4}$/.test(word) ? { year: Number(word), next: index + 1 } : explicit ? yearAt(tokens, index, end) : undefined;
  if (year === undefined || year.year < BARE_YEAR_MIN || year.year > BARE_YEAR_MAX) return undefined;
  const before = index > begin ? lower[index - 1]! : "";
  const after = year.next < end ? lower[year.next]! : "";
  if (LABEL_CUES.has(before) || (before === "-" && tokens.spaceBefore[index] === 0 && !/^\d{4}$/.test(lower[index - 2] ?? "")))
    return undefined;
  // `resolution 1718 (2006)` and `2397 (2017)` are names.
  if (before === "(" && after === ")" && /^\d{1,4}$/.test(lower[index - 2] ?? "")) return undefined;
  if (COUNTED.test(after) || /^[%/]$/.test(after)) return undefined;
  if (LOOSE_CUES.has(before) && /^\p{Ll}/u.test(after) && !GOES_ON.has(after)) return undefined;
  if (after === "-" && tokens.spaceBefore[year.next] === 0 && !/^\d/.test(lower[year.next + 1] ?? "")) return undefined;
  const cued =
    YEAR_CUES.has(before) ||
    (before === "(" && /^[),;-]$/.test(after)) ||
    (before === "-" && /^\d{4}$/.test(lower[index - 2] ?? "")) ||
    (after === "-" && /^\d{2,4}$/.test(lower[year.next + 1] ?? "")) ||
    ((before === "the" || before === "'s" || before === "his" || before === "its" || before === "their" || before === "a") &&
      /^\p{L}{3}/u.test(after)) ||
    after === "'s" ||
    (before === "," && /^(?:\d{4}|and)$/.test(lower[year.next] ?? "")) ||
    (before === "," &&
      index - 2 >= begin &&
      (/^\d{4}$/.test(lower[index - 2]!) || MONTHS.has(lower[index - 2]!) || WEEKDAYS.has(lower[index - 2]!))) ||
    (before === "," && /^[,.)]$/.test(after)) ||
    (index === begin && /^(?:was|is|has|will|saw|,|and)$/.test(after)) ||
    (index === begin && end === year.next);
  return cued ? found(index, year.next, date(year.year, undefined, undefined)) : undefined;
}

/** Weekday at `index`; abbreviations that are words only with a capital. */
export function weekdayAt(tokens: Tokens, index: number, end: number): number | undefined {
  if (index >= end) return undefined;
  const word = tokens.lower[index]!;
  const weekday = WEEKDAYS.get(word);
  if (weekday === undefined || !AMBIGUOUS_WEEKDAYS.has(word)) return weekday;
  return capital(tokens, index) && /^[,.]$|^\d/.test(tokens.lower[index + 1] ?? "") ? weekday : undefined;
}
