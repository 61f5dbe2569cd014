import { WEEKDAYS } from "../../calendar-words.ts";
import { DEICTIC_DAYS, isMonth, isTimeWord, SEASONS } from "./calendar-lexicon.ts";
import type { TokenView } from "./token-view.ts";

const isDay = (word: string): boolean => WEEKDAYS.has(word) || DEICTIC_DAYS.has(word);
const SPANS: ReadonlySet<string> = new Set([..."day night morning evening afternoon week weekend month year time".split(" "), ...SEASONS]);
const WHICH = /^(?:this|last|next|every|earlier|later|that|same)$/;

/** What these questions look at, so that they can be asked before there is a whole view, too. */
type Words = Pick<TokenView, "lower" | "lemma">;

/** "this week", "last month", "Monday", "today": a noun phrase, by its head, that tells when without a preposition. */
export function isTimePhrase(view: Words, head: number): boolean {
  const word = view.lower(head);
  if (isDay(word)) return true;
  return SPANS.has(view.lemma(head)) && WHICH.test(view.lower(head - 1));
}

/** A noun that names a day, a month or a span of days, whatever stands before it: "three days later", "the night of the coup". */
export const isTimeNoun = (view: Words, head: number): boolean => isTimeWord(view.lower(head)) || isTimeWord(view.lemma(head));

/** A year or the day of a month: a number that counts nothing. */
export function isCalendarNumber(view: Words, token: number): boolean {
  const word = view.lower(token);
  if (/^(?:1[89]|20)\d\d$/.test(word))
    return /^(?:in|since|by|until|of|,|from|during|late|early|mid|and|to)$/.test(view.lower(token - 1)) || isMonth(view.lower(token - 1));
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && (isMonth(view.lower(token - 1)) || isMonth(view.lower(token + 1)));
}

/** First token of the expression of time that ends before `end` ("Sunday", "last year", "October 7", "2023", "early 2023"); `end` where none does. */
export function timeBefore(view: Words, end: number, first: number): number {
  let at = end - 1;
  if (at < first) return end;
  if (/^(?:week|month|year|decade|night|weekend|morning|evening|afternoon)$/.test(view.lower(at)))
    return at - 1 >= first && WHICH.test(view.lower(at - 1))
      ? view.lower(at - 2) === "earlier" && at - 2 >= first
        ? at - 2
        : at - 1
      : end;
  if (isDay(view.lower(at))) return at;
  const ends = isMonth(view.lower(at)) || isCalendarNumber(view, at);
  if (!ends) return end;
  while (at - 1 >= first) {
    const word = view.lower(at - 1);
    if (isMonth(word) || isCalendarNumber(view, at - 1) || /^(?:early|late|mid|mid-|,)$/.test(word)) at--;
    else break;
  }
  if (view.lower(at) === ",") at++;
  // "May" and "March" alone are other words, too
  return end - at === 1 && /^(?:may|march)$/.test(view.lower(at)) && !/^(?:in|since|by|until|last|of)$/.test(view.lower(at - 1)) ? end : at;
}
