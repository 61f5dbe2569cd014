import type { Analysis, Span } from "../document/analysis.ts";
import { XPOS_TAGS } from "../document/tags.ts";
import type { Quotation } from "./quotation.ts";
import { FINITE_WORDS, SPEECH_VERBS, SUBJECT_OPENERS } from "./speech-cues.ts";

/** Quotations of up to this many words that show no sign of speech are names or terms in quotes. */
const SCARE_WORDS = 2;
/** How many words on either side are searched for a verb of saying. */
const CUE_WINDOW = 6;

const FINITE_TAGS: ReadonlySet<string> = new Set(["VBZ", "VBP", "VBD", "MD"]);

const AFTER_SUBJECT = /^(?:i|we|he|she|it|they|you|that|there|this|who|what)$/;

/** Tells speech from quoted words and from scare quotes (L28). */
export function quotationKind(analysis: Analysis, inner: Span, outer: Span): Quotation["kind"] {
  const { tokens, text } = analysis;
  const first = firstTokenAt(analysis, inner.start);
  let last = first;
  while (last < tokens.count && tokens.start[last]! < inner.end) last++;
  const words: number[] = [];
  for (let index = first; index < last; index++) if (/[\p{L}\p{N}]/u.test(tokens.norm[index]!)) words.push(index);
  if (words.length === 0) return "scare";
  const ends = /[.,!?…—-]["'”’]*\s*$/.test(text.slice(Math.max(inner.start, inner.end - 4), inner.end));
  const introduced = isIntroduced(analysis, outer.start);
  const followed = isFollowed(analysis, outer.end);
  const capital = /^[\p{Lu}[(“"'‘\d]/u.test(text.slice(inner.start, inner.start + 1));
  if (tokens.sentence[first] !== tokens.sentence[Math.max(first, last - 1)]) return "speech";
  const finite = hasFiniteVerb(analysis, first, last);
  if (ends && followed && (capital || finite) && !isBrokenOff(analysis, first, words.length, introduced)) return "speech";
  if (introduced && (capital || ends || finite)) return "speech";
  if (words.length <= SCARE_WORDS) return capital && ends && /[!?.]/.test(text.slice(inner.end - 1, inner.end)) ? "speech" : "scare";
  if (isName(analysis, words)) return "scare";
  const opener = SUBJECT_OPENERS.has(tokens.lower[words[0]!]!);
  if (finite && words.length >= 4 && (capital || opener)) return "speech";
  return capital && ends && words.length >= 3 ? "speech" : "partial";
}

/** `“stand together, resolute …,” according to the statement`: begins in mid-sentence, after words of the same sentence. */
function isBrokenOff(analysis: Analysis, first: number, words: number, introduced: boolean): boolean {
  const { tokens, text } = analysis;
  const before = tokens.norm[first - 2] ?? "";
  const sameSentence = first >= 2 && tokens.sentence[first - 2] === tokens.sentence[first] && /\p{L}/u.test(before);
  const lowerCase = /^\p{Ll}/u.test(text.slice(tokens.start[first]!, tokens.end[first]!));
  return sameSentence && lowerCase && !introduced && !(SUBJECT_OPENERS.has(tokens.lower[first]!) && words >= 4);
}

/** Index of the first token that starts at or after `offset`. */
export function firstTokenAt(analysis: Analysis, offset: number): number {
  const { start, count } = analysis.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `He said, “`, `adding: “` */
export function isIntroduced(analysis: Analysis, offset: number): boolean {
  const { tokens } = analysis;
  let index = firstTokenAt(analysis, offset) - 1;
  const mark = tokens.norm[index];
  if (mark === ":") return true;
  if (mark !== ",") return false;
  const from = index;
  for (index--; index >= 0 && from - index <= CUE_WINDOW && tokens.sentence[index] === tokens.sentence[from]; index--) {
    if (SPEECH_VERBS.has(tokens.lower[index]!)) return true;
    if (tokens.norm[index] === ",") return false;
  }
  return false;
}

/** `,” he said`, `,” according to the statement` */
export function isFollowed(analysis: Analysis, offset: number): boolean {
  const { tokens } = analysis;
  const from = firstTokenAt(analysis, offset);
  for (let index = from; index < Math.min(tokens.count, from + CUE_WINDOW * 2); index++) {
    const norm = tokens.norm[index]!;
    if (/^[.!?;]$/.test(norm)) return false;
    if (SPEECH_VERBS.has(tokens.lower[index]!)) return true;
  }
  return false;
}

function hasFiniteVerb(analysis: Analysis, first: number, last: number): boolean {
  const { tokens, layers } = analysis;
  const tagged = layers.includes("tag");
  for (let index = first; index < last; index++) {
    if (tagged ? FINITE_TAGS.has(XPOS_TAGS[tokens.tag[index]!] ?? "") : FINITE_WORDS.has(tokens.lower[index]!)) return true;
    // Without tags only the word before tells `it's` from a possessive and `they agreed` from a participle.
    if (!tagged && /^(?:'s|\p{Ll}{3,}ed)$/u.test(tokens.norm[index]!) && AFTER_SUBJECT.test(tokens.lower[index - 1] ?? "")) return true;
  }
  return false;
}

/** A title or a name: all its longer words have capitals. */
function isName(analysis: Analysis, words: readonly number[]): boolean {
  const { norm } = analysis.tokens;
  return (
    words.every((index) => norm[index]!.length <= 3 || /^[\p{Lu}\p{N}]/u.test(norm[index]!)) &&
    words.some((index) => norm[index]!.length > 3)
  );
}
