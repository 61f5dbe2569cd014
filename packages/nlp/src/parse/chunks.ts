import type { Analysis } from "../document/analysis.ts";
import type { TokenRange } from "./tree.ts";
import { sentenceRange, tagOf } from "./tree.ts";

/** A flat phrase of a sentence: noun chunk, verb group, or a single other token. */
export interface Chunk extends TokenRange {
  readonly kind: "noun" | "verb" | "preposition" | "relative" | "conjunction" | "comma" | "stop" | "subordinator" | "other";
  /** The token that stands for the chunk: last noun, last verb. */
  readonly head: number;
  /** Verb groups: `be` or `get` before a past participle, or a bare participle. */
  readonly passive: boolean;
  /** Verb groups: has a tense, a modal or is a bare form without `to`. */
  readonly finite: boolean;
}

const NOUN = /^(?:NNS?|NNPS?|PRP|EX|CD|FW|ADD|GW)$/;
const INSIDE_NOUN = /^(?:DT|PDT|PRP\$|JJ[RS]?|NNS?|NNPS?|CD|POS|HYPH|AFX|\$|SYM|FW|ADD|GW)$/;
const VERB = /^(?:VB[DGNPZ]?|MD)$/;
/** Participles that are prepositions. */
const PARTICIPLE_PREPOSITIONS: ReadonlySet<string> = new Set([
  "according",
  "including",
  "concerning",
  "regarding",
  "following",
  "amid",
  "depending",
]);
const SUBORDINATORS: ReadonlySet<string> = new Set(
  "that if because although though while when where whereas after before since until unless whether once as how why".split(" "),
);

/** Cuts the sentence of `token` into chunks, by tags alone. Every token is in exactly one. */
export function chunkSentence(analysis: Analysis, token: number): Chunk[] {
  const { first, last } = sentenceRange(analysis, token);
  const chunks: Chunk[] = [];
  let at = first;
  while (at < last) {
    const chunk = verbChunk(analysis, at, last) ?? nounChunk(analysis, at, last) ?? single(analysis, at);
    chunks.push(chunk);
    at = chunk.last;
  }
  return chunks;
}

function single(analysis: Analysis, at: number): Chunk {
  const tag = tagOf(analysis, at);
  const lower = analysis.tokens.lower[at]!;
  const base = { first: at, last: at + 1, head: at, passive: false, finite: false };
  if (tag === "WDT" || tag === "WP" || tag === "WP$") return { ...base, kind: "relative" };
  if (tag === "CC") return { ...base, kind: "conjunction" };
  if (tag === ",") return { ...base, kind: "comma" };
  if (tag === ":" || tag === ".") return { ...base, kind: "stop" };
  if (tag === "WRB") return { ...base, kind: "subordinator" };
  if (tag === "VBG") return { ...base, kind: "preposition" };
  if (tag === "IN" || tag === "TO") {
    // `after the talks` is a preposition, `after it fired` a subordinator; what follows decides.
    if (SUBORDINATORS.has(lower) && introducesClause(analysis, at)) return { ...base, kind: "subordinator" };
    return { ...base, kind: "preposition" };
  }
  return { ...base, kind: "other" };
}

/** True when a verb with a tense follows the first noun chunk after `at`. */
function introducesClause(analysis: Analysis, at: number): boolean {
  const { last } = sentenceRange(analysis, at);
  if (analysis.tokens.lower[at] === "that") return true;
  let next = at + 1;
  while (next < last && INSIDE_NOUN.test(tagOf(analysis, next))) next += 1;
  if (next < last && tagOf(analysis, next) === "PRP") next += 1;
  while (next < last && /^RB/.test(tagOf(analysis, next))) next += 1;
  return next < last && next > at + 1 && /^(?:VBD|VBZ|VBP|MD)$/.test(tagOf(analysis, next));
}

function verbChunk(analysis: Analysis, from: number, last: number): Chunk | undefined {
  let at = from;
  let head = -1;
  let be = false;
  let finite = false;
  const infinitive = tagOf(analysis, from) === "TO" && isVerbAfterTo(analysis, from + 1, last);
  if (infinitive) at += 1;
  while (at < last) {
    const tag = tagOf(analysis, at);
    if (VERB.test(tag)) {
      if (head < 0 && tag === "VBG" && PARTICIPLE_PREPOSITIONS.has(analysis.tokens.lower[at]!)) return undefined;
      // A participle before a noun is its modifier, unless a verb group is under way.
      if (head < 0 && !infinitive && /^VB[NG]$/.test(tag) && modifiesNoun(analysis, at, last)) return undefined;
      if (head >= 0 && tag !== "VBN" && !isAuxiliary(analysis, head)) break;
      if (head < 0) finite = !infinitive && /^(?:VBD|VBZ|VBP|MD)$/.test(tag);
      if (head >= 0) be = analysis.tokens.lemma[head] === "be" || analysis.tokens.lemma[head] === "get";
      head = at;
      at += 1;
      continue;
    }
    if (/^RB/.test(tag) && adverbInside(analysis, at, last, head)) {
      at += 1;
      continue;
    }
    break;
  }
  if (head < 0) return undefined;
  const passive = tagOf(analysis, head) === "VBN" && (be || head === from);
  return { kind: "verb", first: from, last: head + 1, head, passive, finite };
}

/** An adverb stays in the verb group when a verb follows and the group is not complete. */
function adverbInside(analysis: Analysis, at: number, last: number, head: number): boolean {
  let next = at + 1;
  while (next < last && /^RB/.test(tagOf(analysis, next))) next += 1;
  if (next >= last || !VERB.test(tagOf(analysis, next))) return false;
  return head < 0 ? /^(?:VB[DPZ]|MD)$/.test(tagOf(analysis, next)) : isAuxiliary(analysis, head);
}

function isVerbAfterTo(analysis: Analysis, at: number, last: number): boolean {
  let next = at;
  while (next < last && /^RB/.test(tagOf(analysis, next))) next += 1;
  return next < last && /^VBP?$/.test(tagOf(analysis, next));
}

function isAuxiliary(analysis: Analysis, token: number): boolean {
  return tagOf(analysis, token) === "MD" || /^(?:be|have|do|get)$/.test(analysis.tokens.lemma[token]!);
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/**
 * Inside a run of nouns, where another phrase starts: at a determiner or an adjective (`Beijing | last week`), unless it is part of a compound
 * (`dual-use`); at a number that counts what follows; at a name after a plural (`ships | Monday`); at a weekday.
 */
function startsNewNoun(analysis: Analysis, at: number, last: number): boolean {
  const tag = tagOf(analysis, at);
  const before = tagOf(analysis, at - 1);
  if (before === "HYPH" || before === "POS") return false;
  // `gave Accra | two ships`, but `Resolution 1718`.
  if (tag === "CD") return /^(?:NNPS?|PRP)$/.test(before) && at + 1 < last && /^(?:NNS|JJ)$/.test(tagOf(analysis, at + 1));
  return /^(?:DT|PDT|PRP\$|JJ[RS]?)$/.test(tag) || (tag === "NNP" && (before === "NNS" || WEEKDAY.test(analysis.tokens.lower[at]!)));
}

function modifiesNoun(analysis: Analysis, at: number, last: number): boolean {
  const next = at + 1 < last ? tagOf(analysis, at + 1) : "";
  const before = at > 0 ? tagOf(analysis, at - 1) : "";
  return /^(?:NNS?|NNPS?)$/.test(next) && /^(?:DT|PRP\$|JJ[RS]?|POS|CD|HYPH)$/.test(before);
}

function nounChunk(analysis: Analysis, from: number, last: number): Chunk | undefined {
  const first = tagOf(analysis, from);
  if (first === "PRP" || first === "EX") return { kind: "noun", first: from, last: from + 1, head: from, passive: false, finite: false };
  let at = from;
  let head = -1;
  while (at < last) {
    const tag = tagOf(analysis, at);
    const modifier =
      (/^VB[NG]$/.test(tag) && modifiesNoun(analysis, at, last)) ||
      (/^RB/.test(tag) && /^(?:JJ|CD)/.test(at + 1 < last ? tagOf(analysis, at + 1) : ""));
    // Quotation marks inside: `a "united front"`.
    if (head < 0 && at > from && (tag === "``" || tag === "''")) {
      at += 1;
      continue;
    }
    if (!INSIDE_NOUN.test(tag) && !modifier) break;
    if (head >= 0 && startsNewNoun(analysis, at, last)) break;
    if (NOUN.test(tag)) head = at;
    at += 1;
  }
  if (head < 0) {
    // `this`, `those` alone.
    if (first === "DT" && at === from + 1) return { kind: "noun", first: from, last: at, head: from, passive: false, finite: false };
    return undefined;
  }
  return { kind: "noun", first: from, last: Math.max(head + 1, at), head, passive: false, finite: false };
}
