import type { Analysis, Span } from "../document/analysis.ts";
import { segment } from "../segment/segment.ts";
import { isoDay } from "./calendar.ts";
import { readCalendar, weekdayAt } from "./read-calendar.ts";

/** The line that says where and when a report was written: `KYIV, Aug. 3 (Reuters) —`, `June 10, 2024`, `Published: Nov 14, 2024`. */
export interface Dateline extends Span {
  readonly text: string;
  /** Place in the line, as written. */
  readonly place?: string;
  /** The day, `YYYY-MM-DD`, where the line says all of it. */
  readonly published?: string;
  /** EDTF of what the line says: `XXXX-08-03`. */
  readonly edtf?: string;
}

/** Sentences from the top in which a dateline is looked for: headline, deck, byline, and the first of the body. */
const TOP_SENTENCES = 12;
/** Longest line that is nothing but a date with a label. */
const LINE_TOKENS = 16;
const LABELS =
  /^(?:published|posted|updated|issued|released|release|date|dated|immediate|press|adopted|last|modified|created|on|at|for|time|gmt|utc|est|edt|et|am|pm|a\.m\.|p\.m\.|:|,|\||-|--|\(|\)|\.|\d{1,2}:\d{2})$/;

/**
 * Finds the dateline of a report. A date inside running text is none: it must open its paragraph after a place in capitals (and end in a dash or an agency), or
 * stand on a line of its own.
 */
export function findDateline(source: string | Analysis): Dateline | undefined {
  const analysis = typeof source === "string" ? segment(source) : source;
  for (const sentence of analysis.sentences.slice(0, TOP_SENTENCES)) {
    const found =
      openingDateline(analysis, sentence.first, sentence.last) ?? dateLine(analysis, sentence.first, sentence.last, sentence.paragraph);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `SAN SALVADOR, 3 JAN 90 -- `, `SEOUL, South Korea, June 4 (AP) — ` */
function openingDateline(analysis: Analysis, first: number, last: number): Dateline | undefined {
  const { tokens, text } = analysis;
  if (!/^\p{Lu}[\p{Lu}.'-]+$/u.test(tokens.norm[first] ?? "")) return undefined;
  let at = first;
  while (
    at < Math.min(last, first + 10) &&
    /^(?:\p{Lu}[\p{L}.'-]*|,|-|\/|of|and)$/u.test(tokens.norm[at]!) &&
    readDate(analysis, at, first, last) === undefined
  )
    at++;
  const placeEnd = tokens.norm[at - 1] === "," ? at - 2 : at - 1;
  if (placeEnd < first) return undefined;
  const date = readDate(analysis, at, first, last);
  if (date === undefined) return undefined;
  const after = tokens.norm[date.next] ?? "";
  if (!/^(?:--|-|\(|:|\.|\/|\[)$/.test(after)) return undefined;
  const place = text.slice(tokens.start[first], tokens.end[placeEnd]);
  return { ...toDateline(analysis, first, date), place };
}

/** A line that holds a date and nothing but labels. */
function dateLine(analysis: Analysis, first: number, last: number, paragraph: number): Dateline | undefined {
  const { tokens, paragraphs } = analysis;
  const line = paragraphs[paragraph]!;
  if (last - first > LINE_TOKENS || tokens.start[first] !== line.start) return undefined;
  for (let at = first; at < last; at++) {
    const date = readDate(analysis, at, first, last);
    if (date === undefined) {
      if (LABELS.test(tokens.lower[at]!) || weekdayAt(tokens, at, last) !== undefined) continue;
      return undefined;
    }
    for (let rest = date.next; rest < last; rest++) if (!LABELS.test(tokens.lower[rest]!)) return undefined;
    return date.year === undefined ? undefined : toDateline(analysis, first, date);
  }
  return undefined;
}

interface FoundDate {
  readonly next: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

function readDate(analysis: Analysis, index: number, first: number, last: number): FoundDate | undefined {
  const match = readCalendar(analysis.tokens, index, first, last);
  if (match?.value.kind !== "date" || match.value.month === undefined || match.value.day === undefined) return undefined;
  return { next: match.next, year: match.value.year, month: match.value.month, day: match.value.day };
}

function toDateline(analysis: Analysis, first: number, date: FoundDate): Dateline {
  const { tokens, text } = analysis;
  const start = tokens.start[first]!;
  const end = tokens.end[date.next - 1]!;
  const known = date.year === undefined ? undefined : isoDay({ year: date.year, month: date.month, day: date.day });
  const partial = `XXXX-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
  return { start, end, text: text.slice(start, end), edtf: known ?? partial, ...(known === undefined ? {} : { published: known }) };
}
