import type { TokenView } from "./token-view.ts";

const DAYS = new Set("today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday".split(" "));
const SPANS = new Set("day night morning evening afternoon week weekend month year spring summer autumn fall winter time".split(" "));
const MONTHS = new Set("january february march april may june july august september october november december".split(" "));
const WHICH = /^(?:this|last|next|every|earlier|later|that|same)$/;

/** "this week", "last month", "Monday", "today": a noun phrase, by its head, that tells when without a preposition. */
export function isTimePhrase(view: TokenView, head: number): boolean {
  const word = view.lower(head);
  if (DAYS.has(word)) return true;
  return SPANS.has(view.lemma(head)) && WHICH.test(view.lower(head - 1));
}

/** A year or the day of a month: a number that counts nothing. */
export function isCalendarNumber(view: TokenView, token: number): boolean {
  const word = view.lower(token);
  if (/^(?:1[89]|20)\d\d$/.test(word))
    return (
      /^(?:in|since|by|until|of|,|from|during|late|early|mid|and|to)$/.test(view.lower(token - 1)) || MONTHS.has(view.lower(token - 1))
    );
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && (MONTHS.has(view.lower(token - 1)) || MONTHS.has(view.lower(token + 1)));
}

/** First token of the expression of time that ends before `end` ("Sunday", "last year", "October 7", "2023", "early 2023"); `end` where none does. */
export function timeBefore(view: TokenView, end: number, first: number): number {
  let at = end - 1;
  if (at < first) return end;
  if (/^(?:week|month|year|decade|night|weekend|morning|evening|afternoon)$/.test(view.lower(at)))
    return at - 1 >= first && WHICH.test(view.lower(at - 1))
      ? view.lower(at - 2) === "earlier" && at - 2 >= first
        ? at - 2
        : at - 1
      : end;
  if (DAYS.has(view.lower(at))) return at;
  const ends = MONTHS.has(view.lower(at)) || isCalendarNumber(view, at);
  if (!ends) return end;
  while (at - 1 >= first) {
    const word = view.lower(at - 1);
    if (MONTHS.has(word) || isCalendarNumber(view, at - 1) || /^(?:early|late|mid|mid-|,)$/.test(word)) at--;
    else break;
  }
  if (view.lower(at) === ",") at++;
  // "May" and "March" alone are other words, too
  return end - at === 1 && /^(?:may|march)$/.test(view.lower(at)) && !/^(?:in|since|by|until|last|of)$/.test(view.lower(at - 1)) ? end : at;
}
