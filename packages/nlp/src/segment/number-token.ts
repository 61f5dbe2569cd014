import { pushToken, type TokenColumns } from "./token-columns.ts";
import { GLUED_UNITS } from "./word-tables.ts";

/** Dates and telephone numbers are one token in UD English; ranges (`1939-1945`, `10-20`) are three. */
const WHOLE =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])|\d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?![\d-])|(?:\d{1,2}-)?\d{3}[-/]\d{3}-\d{4}(?!\d)|\d{5}-\d{4}(?![\d-])|(?<=\(\d{3}\) ?)\d{3}-\d{4}(?![\d-])|\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?!\d)|\d{4}\/\d{1,2}\/\d{1,2}(?!\d)/y;
const MONTH_DAY = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.:,]\d+)*/y;
const FRACTION_POINT = /\.\d+(?![\d.])/y;
const SUFFIX = /st|nd|rd|th|s|['’]s(?![\p{L}\p{N}])/iuy;
const LETTERS = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/uy;
/** `11, 000`, `1 200 000`: thousands torn apart by OCR, translation or a national style. */
const TORN_COMMA = /\d{1,3}(?:, ?\d{3})*, (?:000|\d00|\d50)(?![\d,]\d|\d|-\d)/y;
const TORN_BLANK = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*[ \u00a0\u2009\u202f]000(?![\d.]\d|\d)/y;
/** Two groups and more can be nothing else. */
const TORN_MANY = /\d{1,3}(?: \d{3}){2,}(?![\d.,/-]\d|\d)/y;
const TORN_THIN = /\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)/y;
const COMMON_FRACTIONS: ReadonlySet<string> = new Set(["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "1/10"]);
/** After a month's name a number is a day, so `June 11, 200 people` is not 11,200. */
const MONTH_BEFORE =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|art|article|resolution|no|chapter|section|paragraph|paragraphs|page|pages|articles|and|,)\.?$/;

/**
 * Reads a token that starts with a digit (or a decimal point) at `position` and appends it, with a glued unit as a token of its own.
 *
 * @returns Where reading goes on; `position` where there is no number.
 */
export function readNumber(text: string, position: number, to: number, columns: TokenColumns): number {
  const code = text.charCodeAt(position);
  if (code === 46) {
    const length = columns.end.at(-1) === position ? 0 : match(FRACTION_POINT, text, position);
    if (length > 0 && position + length <= to) pushToken(columns, text, position, position + length);
    return length > 0 && position + length <= to ? position + length : position;
  }
  if (!(code >= 48 && code <= 57)) return position;
  const whole = match(WHOLE, text, position) || monthDay(text, position) || torn(text, position, columns);
  if (whole > 0 && position + whole <= to) {
    pushToken(
      columns,
      text,
      position,
      position + whole,
      undefined,
      /[, \u00a0\u2009\u202f]/.test(text.slice(position, position + whole)) ? rejoined(text.slice(position, position + whole)) : undefined,
    );
    return position + whole;
  }
  let end = Math.min(position + match(NUMBER, text, position), to);
  const suffix = match(SUFFIX, text, end);
  if (suffix > 0 && end + suffix <= to && isSuffix(text, position, end, suffix)) end += suffix;
  else {
    const letters = match(LETTERS, text, end);
    if (letters > 0 && end + letters <= to) {
      if (GLUED_UNITS.has(text.slice(end, end + letters).toLowerCase())) {
        pushToken(columns, text, position, end);
        pushToken(columns, text, end, end + letters);
        return end + letters;
      }
      end += letters;
    }
  }
  pushToken(columns, text, position, end);
  return end;
}

function match(expression: RegExp, text: string, position: number): number {
  expression.lastIndex = position;
  return expression.test(text) ? expression.lastIndex - position : 0;
}

/** `5/18` and `9/11` are one token, `3/4` and `24/7` are not. */
function monthDay(text: string, position: number): number {
  MONTH_DAY.lastIndex = position;
  const found = MONTH_DAY.exec(text);
  if (found === null || COMMON_FRACTIONS.has(found[0])) return 0;
  const month = Number(found[1]);
  const day = Number(found[2]);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? found[0].length : 0;
}

function torn(text: string, position: number, columns: TokenColumns): number {
  const thin = match(TORN_THIN, text, position);
  const many = thin > 0 ? thin : match(TORN_MANY, text, position);
  if (many > 0) return many;
  const before = (columns.norm.at(-1) ?? "").toLowerCase();
  const blank = match(TORN_BLANK, text, position);
  if (blank > 0) return blank;
  const comma = match(TORN_COMMA, text, position);
  if (comma === 0) return 0;
  // `000` cannot be a number of its own; `200` or `350` can, after a month or inside a list.
  if (text.slice(position, position + comma).endsWith("000")) return comma;
  return MONTH_BEFORE.test(before) ? 0 : /^\s+\p{L}/u.test(text.slice(position + comma, position + comma + 3)) ? comma : 0;
}

/** `11, 000` → `11,000`; `1 200 000` → `1,200,000`. */
function rejoined(raw: string): string {
  return raw.replace(/,? *[ \u00a0\u2009\u202f]/g, ",");
}

/** `24th`, `1990s`, `60's` are whole; `5s` after a plain number is a unit. */
function isSuffix(text: string, start: number, end: number, length: number): boolean {
  const after = text[end + length] ?? " ";
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  const suffix = text.slice(end, end + length).toLowerCase();
  if (suffix.endsWith("s") && suffix !== "s" && suffix.length === 2 && !/[a-z]/.test(suffix[0]!))
    return /\d0$/.test(text.slice(start, end));
  return true;
}
