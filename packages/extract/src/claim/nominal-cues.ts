import type { CueMatch, TokenRange } from "./cue-match.ts";
import { NOUN_CUES, SOURCE_PREPOSITIONS } from "./cue-table.ts";
import { isComma, isNoun, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { nounPhraseFrom, phraseAround, type Subject, subjectOf } from "./subject.ts";
import { verbGroupAt } from "./verb-group.ts";

/** `issuing a stern warning that`, `the consensus of historians is that`, `X's claim that`, `accusations by X that`. */
export function nounAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  if (!isNoun(tagOf(reading, i))) return undefined;
  const stance = NOUN_CUES[lemmaOf(reading, i)];
  if (stance === undefined) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const that = clauseAfterNoun(reading, i, last);
  if (that < 0) return undefined;
  const phrase = phraseAround(reading, i, first, i + 1);
  if (phrase === undefined) return undefined;
  const subject = possessor(reading, phrase.first, i) ?? complementOfNoun(reading, i, last) ?? giver(reading, phrase.first, first);
  if (subject === undefined) return undefined;
  return {
    row: "noun",
    frame: "noun",
    token: i,
    cue: { first: i, last: i + 1 },
    stance,
    decidedBy: stance === "asserts" ? "content" : "cue",
    weak: false,
    content: [{ first: that, last }],
    side: "before",
    sentence,
    subject,
  };
}

function clauseAfterNoun(reading: Reading, i: number, last: number): number {
  for (let k = i + 1; k < Math.min(last, i + 14); k++) {
    if (lowerOf(reading, k) === "that" && (tagOf(reading, k) !== "WDT" || !isVerb(tagOf(reading, k + 1)))) return k + 1;
    if (isComma(lowerOf(reading, k)) || (isVerb(tagOf(reading, k)) && lemmaOf(reading, k) !== "be")) return -1;
  }
  return -1;
}

function possessor(reading: Reading, first: number, noun: number): Subject | undefined {
  for (let i = noun - 1; i > first; i--) {
    if (tagOf(reading, i) !== "POS") continue;
    return { phrases: [{ first, last: i, head: i - 1 }], first, how: "possessor" };
  }
  return undefined;
}

function complementOfNoun(reading: Reading, noun: number, last: number): Subject | undefined {
  if (!/^(by|from|of)$/.test(lowerOf(reading, noun + 1))) return undefined;
  const phrase = nounPhraseFrom(reading, noun + 2, last);
  return phrase === undefined || mentionOver(reading, phrase.head) === undefined
    ? undefined
    : { phrases: [phrase], first: phrase.first, how: "possessor" };
}

/** Subject of the verb that governs the noun: `issued a warning that`. */
function giver(reading: Reading, phraseFirst: number, first: number): Subject | undefined {
  const verb = phraseFirst - 1;
  if (
    verb < first ||
    !isVerb(tagOf(reading, verb)) ||
    !/^(issue|make|give|deliver|send|repeat|renew|reiterate|voice|express|offer)$/.test(lemmaOf(reading, verb))
  )
    return undefined;
  return subjectOf(reading, verbGroupAt(reading, verb));
}

const SOURCE_OPENERS: ReadonlySet<string> = new Set(SOURCE_PREPOSITIONS.map(({ words }) => words[0] ?? ""));

/** `according to X` before, inside or after what it attributes. */
export function sourceAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  if (!SOURCE_OPENERS.has(lowerOf(reading, i))) return undefined;
  const source = SOURCE_PREPOSITIONS.find(({ words }) => words.every((word, k) => lowerOf(reading, i + k) === word));
  if (source === undefined) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const begin = i + source.words.length;
  const phrases = [];
  let at = begin;
  for (let guard = 0; guard < 4; guard++) {
    const phrase = nounPhraseFrom(reading, at, last);
    if (phrase === undefined) break;
    if (guard === 0 || /^(and|,)$/.test(lowerOf(reading, phrase.first - 1))) phrases.push(phrase);
    at = phrase.last;
    if (/^(of|for|in|from|by|at|on)$/.test(lowerOf(reading, at))) at++;
    else if (lowerOf(reading, at) === "and") at++;
    else break;
  }
  if (phrases.length === 0) return undefined;
  const end = sourceEnd(reading, at, last);
  const subject: Subject = { phrases, first: i, how: "agent" };
  const before: TokenRange = { first, last: i };
  const opens = i === first || (i - first <= 2 && !isVerb(tagOf(reading, first)));
  const content = opens
    ? [{ first: Math.min(end, last - 1), last }]
    : end < last - 1 && isComma(lowerOf(reading, end - 1))
      ? [before, { first: end, last }]
      : [before];
  return {
    row: "source",
    frame: "source",
    token: i,
    cue: { first: i, last: begin },
    stance: source.stance,
    decidedBy: "content",
    weak: false,
    subject,
    content,
    side: opens ? "before" : content.length > 1 ? "middle" : "after",
    sentence,
  };
}

/** Where the source phrase ends: after its closing comma ("quoting KCNA" and appositions included). */
function sourceEnd(reading: Reading, from: number, last: number): number {
  let end = -1;
  for (let i = from; i < last; i++) {
    const word = lowerOf(reading, i);
    if (isComma(word)) {
      end = i + 1;
      const next = tagOf(reading, i + 1);
      // ", quoting KCNA," and ", the head of the agency," belong to the source: one comma more.
      if (next !== "VBG" && next !== "WP" && next !== "WDT") return end;
    } else if (end > 0 && /^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i))) return end;
  }
  return end < 0 ? last : end;
}
