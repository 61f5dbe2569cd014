import { isCalendarWord, MONTHS } from "../../calendar-words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words for a day by its distance from the day of writing. */
export const DEICTIC_DAYS: ReadonlySet<string> = words("today yesterday tomorrow tonight");

/** The short names of months, with and without their full stop. */
export const MONTH_ABBREVIATIONS: ReadonlySet<string> = words(
  "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.",
);

/** The seasons; "fall" is a verb as well. */
export const SEASONS: ReadonlySet<string> = words("spring summer autumn fall winter");

/** Does the word in lower case name a month, in full or shortened? */
export const isMonth = (word: string): boolean => MONTHS.has(word) || MONTH_ABBREVIATIONS.has(word);

/** A year of four digits from 1500 to 2099. */
export const isYear = (word: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(word);

const SPANS: ReadonlySet<string> = words("morning night day week month year");

/** A day, a month or a span of days, in lower case: such a noun tells when, and fills no role. */
export const isTimeWord = (word: string): boolean =>
  SPANS.has(word) || DEICTIC_DAYS.has(word) || isCalendarWord(word) || MONTH_ABBREVIATIONS.has(word);
