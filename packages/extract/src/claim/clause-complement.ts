import { isCalendarWord } from "../calendar-words.ts";
import type { Complement } from "./complement.ts";
import type { CueRow } from "./cue-table.ts";
import { isComma, isNoun, isQuoteMark, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { type NounPhrase, nounPhraseFrom } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Words that an aside may have. */
export const ASIDE = 18;
const ADDRESSEE_VERBS = new Set([
  "tell",
  "inform",
  "assure",
  "remind",
  "brief",
  "warn",
  "notify",
  "advise",
  "convince",
  "alert",
  "caution",
  "persuade",
  "reassure",
]);
const WH = new Set(["how", "why", "what", "whether", "where", "when", "who"]);

/** `said (that) S`, `told X that S`, `said last month S`: where what is said begins. */
export function clauseComplement(reading: Reading, group: VerbGroup, from: number, limit: number, row: CueRow): Complement | undefined {
  const frame = "clause";
  let at = from;
  if (opensQuote(reading, at)) return { frame, start: at };
  const word = lowerOf(reading, at);
  if (word === "that") return { frame, start: at + 1 };
  if (word === ":") return { frame, start: at + 1 };
  if (isComma(word) && asParenthesis(reading, group)) return { frame, start: at + 1 };
  if (isComma(word) && (opensQuote(reading, at + 1) || lowerOf(reading, at + 1) === "that")) return { frame, start: at + 1 };
  if (WH.has(word) && (row.decidedBy === "content" || row.stance === "denies")) return { frame, start: at };
  // An addressee first: "told Reuters that", "replied to the panel that", "said to reporters: …".
  let addressee: NounPhrase | undefined;
  const ditransitive = ADDRESSEE_VERBS.has(lemmaOf(reading, group.head));
  // "warned both Pyongyang and Moscow that"
  if (ditransitive) addressee = nounPhraseFrom(reading, word === "both" ? at + 1 : at, limit);
  else if (word === "to") addressee = nounPhraseFrom(reading, at + 1, limit);
  if (addressee !== undefined) {
    let after = addressee.last;
    // "warned Pyongyang and Moscow that".
    while (lowerOf(reading, after) === "and") {
      const other = nounPhraseFrom(reading, after + 1, limit);
      if (other === undefined) break;
      after = other.last;
    }
    if (after < limit && opensClauseAt(reading, after)) return { frame, start: clauseStart(reading, after), addressee };
    // "We warn America, the arrogant regime, that": an apposition to the addressee.
    const apposed = isComma(lowerOf(reading, after)) ? afterApposition(reading, after, limit) : -1;
    if (apposed >= 0) return { frame, start: apposed, addressee };
    // Up to a dozen words about the addressee or the occasion before "that".
    const that = laterThat(reading, after, limit, true);
    if (that >= 0) return { frame, start: that + 1, addressee };
    if (ditransitive) {
      after = isComma(lowerOf(reading, after)) ? after + 1 : after;
      if (bareClauseAt(reading, after, limit)) return { frame, start: after, addressee };
    }
    if (word === "to" && after >= limit) return undefined;
  }
  const that =
    row.decidedBy === "content" ||
    (row.explicit === true && tagOf(reading, at) === "IN") ||
    row.stance === "warns" ||
    row.stance === "confirms" ||
    row.stance === "estimates"
      ? laterThat(reading, at, limit, /^(IN|TO)$/.test(tagOf(reading, at)))
      : -1;
  if (that >= 0) return { frame, start: that + 1 };
  if (isVerb(tagOf(reading, at)) && /^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, at)) && lowerOf(reading, at) !== "to")
    return { frame, start: at };
  if (ditransitive && addressee === undefined) return undefined;
  if (bareClauseAt(reading, at, limit)) return { frame, start: at };
  // A time or place adjunct, then a bare clause: "said last month it would".
  at = afterAdjunct(reading, at, limit);
  if (at > from && isComma(lowerOf(reading, at)) && asParenthesis(reading, group)) return { frame, start: at + 1 };
  if (at > from && (opensClauseAt(reading, at) || bareClauseAt(reading, at, limit))) return { frame, start: clauseStart(reading, at) };
  return undefined;
}

/** First token behind "that" after an apposition between commas; -1 where none stands there. */
function afterApposition(reading: Reading, comma: number, limit: number): number {
  for (let i = comma + 1; i < Math.min(limit, comma + ASIDE); i++) {
    if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i))) return -1;
    if (isComma(lowerOf(reading, i)) && lowerOf(reading, i + 1) === "that") return i + 2;
  }
  return -1;
}

/** "As President Biden has said, S". */
function asParenthesis(reading: Reading, group: VerbGroup): boolean {
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  return sentence !== undefined && lowerOf(reading, sentence.first) === "as" && group.first - sentence.first < 9;
}

export function opensQuote(reading: Reading, at: number): boolean {
  if (!isQuoteMark(lowerOf(reading, at))) return false;
  const quote = reading.quoteAt[at + 1] ?? -1;
  return quote >= 0 && quote !== (reading.quoteAt[at - 1] ?? -1);
}

function opensClauseAt(reading: Reading, at: number): boolean {
  const word = lowerOf(reading, at);
  return word === "that" || word === ":" || opensQuote(reading, at) || (isComma(word) && opensQuote(reading, at + 1));
}

function clauseStart(reading: Reading, at: number): number {
  const word = lowerOf(reading, at);
  return word === "that" || word === ":" || isComma(word) ? at + 1 : at;
}

/** A complementiser up to a dozen words on, with no verb, comma or quotation between: "said on Nov. 13 that". */
function laterThat(reading: Reading, from: number, limit: number, addressed = false): number {
  for (let i = from; i < Math.min(limit, from + 12); i++) {
    const word = lowerOf(reading, i);
    if (word === "that")
      return tagOf(reading, i) === "WDT" || (isNoun(tagOf(reading, i - 1)) && !isTimeWord(reading, i - 1) && !addressed) ? -1 : i;
    if (/^(VBZ|VBP|VBD|MD|VB|VBG)$/.test(tagOf(reading, i)) || isComma(word) || isQuoteMark(word)) return -1;
  }
  return -1;
}

const TIME_WORD =
  /^(today|yesterday|month|week|year|day|morning|night|evening|afternoon|interview|conference|briefing|speech|statement|letter|message|meeting|hearing|event|reporters|journalists|lawmakers|publicly|call|time|visit|summit|forum|\d.*)$/;
export const isTimeWord = (reading: Reading, i: number): boolean =>
  isCalendarWord(lowerOf(reading, i)) || TIME_WORD.test(lowerOf(reading, i));

/** Skips "on Thursday", "last month", "in a statement" after a verb of saying. */
export function afterAdjunct(reading: Reading, from: number, limit: number): number {
  let at = from;
  for (let guard = 0; guard < 3; guard++) {
    const begin = tagOf(reading, at) === "IN" ? at + 1 : at;
    const phrase = nounPhraseFrom(reading, begin, limit);
    if (phrase === undefined || !isTimeWord(reading, phrase.last - 1)) return at;
    at = phrase.last;
  }
  return at;
}

/** A clause without complementiser: a noun phrase with its prepositional phrases, then a finite verb. */
function bareClauseAt(reading: Reading, from: number, limit: number): boolean {
  const phrase = nounPhraseFrom(reading, from, limit);
  const there = lowerOf(reading, from) === "there";
  if (phrase === undefined && !there) return false;
  let commas = 0;
  for (let i = phrase?.last ?? from + 1; i < Math.min(limit, from + 40); i++) {
    const tag = tagOf(reading, i);
    const word = lowerOf(reading, i);
    if (tag === "WDT" || tag === "WP" || (word === "that" && isNoun(tagOf(reading, i - 1)))) {
      // A relative clause: its verb is not the one we look for.
      const end = relativeEnd(reading, i, limit);
      if (end < 0 || !/^(VBZ|VBP|VBD|MD|RB)$/.test(tagOf(reading, end + 1))) return false;
      i = end;
      continue;
    }
    if (/^(VBZ|VBP|VBD|MD)$/.test(tag)) return true;
    if (
      tag === "VBN" &&
      i === (phrase?.last ?? -1) &&
      phrase !== undefined &&
      mentionOver(reading, phrase.head) !== undefined &&
      lowerOf(reading, i + 1) !== "by"
    )
      return true;
    if (isComma(word)) {
      if (++commas > 3) return false;
    } else if (word === ";" || word === "." || word === ":") return false;
  }
  return false;
}

function relativeEnd(reading: Reading, from: number, limit: number): number {
  for (let i = from + 1; i < limit; i++) if (isComma(lowerOf(reading, i))) return i;
  return -1;
}
