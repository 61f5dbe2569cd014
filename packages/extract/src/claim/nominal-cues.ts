import type { Stance } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { CueMatch, TokenRange } from "./cue-match.ts";
import { EXPRESSED_NOUNS, NOUN_COMPLEMENTS, NOUN_CUES, NOUN_INFINITIVES, SOURCE_PREPOSITIONS } from "./cue-table.ts";
import { isComma, isNoun, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { SPEAKING_NOUNS } from "./speaker-nouns.ts";
import { type NounPhrase, nounPhraseFrom, phraseAround, type Subject, subjectOf } from "./subject.ts";
import { verbGroupAt } from "./verb-group.ts";

/** `issuing a stern warning that`, `the consensus of historians is that`, `X's claim that`, `accusations by X that`. */
export function nounAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  // "U.S. denials that": a plural that the tagger took for a verb, after a name that owns it.
  const owner = mentionOver(reading, i - 1);
  const mistaken =
    /^VB[ZP]$/.test(tagOf(reading, i)) && owner !== undefined && NOUN_CUES[lowerOf(reading, i).replace(/s$/, "")] !== undefined;
  if (!isNoun(tagOf(reading, i)) && !(mistaken && lowerOf(reading, i + 1) === "that" && !/^(VBZ|VBP)$/.test(tagOf(reading, i - 1))))
    return undefined;
  const stance = NOUN_CUES[lemmaOf(reading, i)] ?? (mistaken ? NOUN_CUES[lowerOf(reading, i).replace(/s$/, "")] : undefined);
  if (stance === undefined) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const phrase = mistaken && owner !== undefined ? { first: owner.first, last: i + 1, head: i } : phraseAround(reading, i, first, i + 1);
  if (phrase === undefined) return undefined;
  const behest = atBehest(reading, i, sentence, stance);
  if (behest !== undefined) return behest;
  const that = clauseAfterNoun(reading, i, last);
  if (that >= 0) {
    const subject =
      possessor(reading, phrase.first, i) ??
      modifier(reading, phrase, i) ??
      complementOfNoun(reading, i, last) ??
      giver(reading, phrase.first, first);
    // "The insistence that it had no part in it": only a subjunctive makes a demand of what is insisted.
    const opened = lemmaOf(reading, i) === "insistence" ? "asserts" : stance;
    return subject === undefined ? undefined : nounCue(i, opened, { first: that, last }, sentence, subject);
  }
  // "China rejected Washington's call for talks": the one who answers is who this sentence makes speak.
  const answered = /^(proposal|call|suggestion)$/.test(lemmaOf(reading, i)) && ANSWERING.test(lemmaOf(reading, phrase.first - 1));
  const start = answered ? -1 : objectAfterNoun(reading, i, last);
  const subject = start < 0 ? undefined : (possessor(reading, phrase.first, i) ?? modifier(reading, phrase, i));
  if (subject === undefined) return undefined;
  return nounCue(i, reaffirmed(reading, i, start, stance), { first: start, last: phraseEnd(reading, start, last) }, sentence, subject);
}

const ANSWERING = /^(reject|rebuff|spurn|dismiss|refuse|decline|ignore|accept|welcome|support|back|endorse|oppose|heed|echo|join|answer)$/;

/**
 * "At the request of France, the council met", "over the objections of Poland", "at Peru's urging": what the rest of the clause tells is what was asked for,
 * or went against what was wanted.
 */
function atBehest(reading: Reading, i: number, sentence: number, stance: Stance): CueMatch | undefined {
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const opener = /^(request|demand|insistence|invitation)$/.test(lemmaOf(reading, i))
    ? /^(at|upon)$/
    : /^objection$/.test(lemmaOf(reading, i))
      ? /^(over|despite)$/
      : undefined;
  if (
    opener === undefined ||
    lowerOf(reading, i + 1) !== "of" ||
    lowerOf(reading, i - 1) !== "the" ||
    !opener.test(lowerOf(reading, i - 2))
  )
    return undefined;
  const phrase = nounPhraseFrom(reading, i + 2, last);
  const mention = phrase === undefined ? undefined : mentionOver(reading, phrase.head);
  if (phrase === undefined || mention === undefined || !ACTOR_TYPES.has(mention.type) || mention.type === "Document") return undefined;
  const opens = i - 2 <= first + 1;
  const content = opens ? { first: Math.min(phrase.last + 1, last - 1), last } : { first, last: i - 2 };
  if (content.last - content.first < 2) return undefined;
  return {
    ...nounCue(i, stance, content, sentence, { phrases: [phrase], first: phrase.first, how: "agent" }),
    side: opens ? "before" : "after",
  };
}

function nounCue(i: number, stance: Stance, content: TokenRange, sentence: number, subject: Subject): CueMatch {
  return {
    row: "noun",
    frame: "noun",
    token: i,
    cue: { first: i, last: i + 1 },
    stance,
    decidedBy: stance === "asserts" ? "content" : "cue",
    weak: false,
    content: [content],
    side: "before",
    sentence,
    subject,
  };
}

/** Where what a noun of speech is about begins: "denials of", "requests to cancel"; -1 when nothing fit follows. */
function objectAfterNoun(reading: Reading, i: number, last: number): number {
  const lemma = lemmaOf(reading, i);
  const word = lowerOf(reading, i + 1);
  if (i + 2 >= last) return -1;
  if (NOUN_COMPLEMENTS[lemma]?.test(word) && !(word === "to" && tagOf(reading, i + 2) === "VB")) return i + 2;
  return NOUN_INFINITIVES.has(lemma) && word === "to" && tagOf(reading, i + 2) === "VB" ? i + 2 : -1;
}

/** "The reaffirmation of the United States’ ironclad commitments": what is reaffirmed decides. */
function reaffirmed(reading: Reading, i: number, start: number, stance: Stance): Stance {
  if (lemmaOf(reading, i) !== "reaffirmation") return stance;
  for (let k = start; k < start + 8; k++) {
    const named = isNoun(tagOf(reading, k)) ? EXPRESSED_NOUNS[lemmaOf(reading, k)] : undefined;
    if (named !== undefined) return named;
    if (isVerb(tagOf(reading, k)) || isComma(lowerOf(reading, k))) break;
  }
  return stance;
}

/** What a noun governs ends with its own phrase: before a comma, a finite verb, a relative clause or another "and the … of". */
function phraseEnd(reading: Reading, start: number, last: number): number {
  for (let k = start + 1; k < last; k++)
    if (/^[,;:.]$/.test(lowerOf(reading, k)) || /^(VBZ|VBP|VBD|MD|WDT|WP)$/.test(tagOf(reading, k))) return k;
  return last;
}

/** "U.S. denials that", "Venezuelan assertions that", "Israeli concerns over": a name or demonym before the noun. */
function modifier(reading: Reading, phrase: { readonly first: number }, noun: number): Subject | undefined {
  let i = noun - 1;
  while (i > phrase.first && /^(JJ|VBN|VBG|RB)/.test(tagOf(reading, i)) && mentionOver(reading, i) === undefined) i--;
  const mention = mentionOver(reading, i);
  if (i < phrase.first || mention === undefined || !ACTOR_TYPES.has(mention.type) || mention.type === "Document") return undefined;
  return { phrases: [{ first: mention.first, last: mention.last, head: mention.head }], first: mention.first, how: "possessor" };
}

function clauseAfterNoun(reading: Reading, i: number, last: number): number {
  for (let k = i + 1; k < Math.min(last, i + 14); k++) {
    if (lowerOf(reading, k) === "that" && (tagOf(reading, k) !== "WDT" || !isVerb(tagOf(reading, k + 1)))) return k + 1;
    if (k === i + 1 && tagOf(reading, k) === "VBN") continue;
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
  // "The claim made in a ministry’s report that", "the intention expressed by the members to".
  const voiced = /^(made|expressed|voiced|raised|issued|contained|levelled|leveled|put|set)$/.test(lowerOf(reading, noun + 1)) ? 1 : 0;
  const word = lowerOf(reading, noun + 1 + voiced);
  const inMedia = word === "in" && /^(report|claim|allegation|statement)$/.test(lemmaOf(reading, noun));
  if (!/^(by|from|of)$/.test(word) && !((voiced > 0 || inMedia) && word === "in")) return undefined;
  const phrase = nounPhraseFrom(reading, noun + 2 + voiced, last);
  // "Reports in Israeli media that": media speak, places do not.
  if (
    inMedia &&
    voiced === 0 &&
    phrase !== undefined &&
    !/^(media|press|newspapers?|outlets?|tabloids?)$/.test(lowerOf(reading, phrase.head))
  )
    return undefined;
  return phrase === undefined ||
    (mentionOver(reading, phrase.head) === undefined && SPEAKING_NOUNS[lowerOf(reading, phrase.head)] === undefined)
    ? undefined
    : { phrases: [phrase], first: phrase.first, how: "possessor" };
}

/** Subject of the verb that governs the noun: `issued a warning that`. */
function giver(reading: Reading, phraseFirst: number, first: number): Subject | undefined {
  const verb = phraseFirst - 1;
  if (
    verb < first ||
    !isVerb(tagOf(reading, verb)) ||
    !/^(issue|make|give|deliver|send|repeat|renew|reiterate|voice|express|offer|use|advance|level|air|raise)$/.test(lemmaOf(reading, verb))
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
  const phrases: NounPhrase[] = [];
  let at = begin;
  for (let guard = 0; guard < 4; guard++) {
    const phrase = nounPhraseFrom(reading, at, last);
    if (phrase === undefined) break;
    // "According to former squadron leader of SEAL Team Six Chuck Pfarrer": the name closes a title.
    const person = mentionOver(reading, phrase.head);
    if (guard > 0 && phrases.length === 1 && person?.type === "Person" && person.first > phrase.first) phrases[0] = phrase;
    else if (guard > 0 && phrases.length === 1 && compiledBy(reading, phrases[0], phrase)) phrases[0] = phrase;
    else if (guard === 0 || /^(and|,)$/.test(lowerOf(reading, phrase.first - 1))) phrases.push(phrase);
    at = phrase.last;
    if (/^(?:compiled|released|published|provided|issued|gathered)$/.test(lowerOf(reading, at)) && lowerOf(reading, at + 1) === "by") at++;
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

/** What is counted or gathered, and speaks only through whoever did so. */
const COMPILED =
  /^(?:statistic|estimate|figure|datum|data|number|tally|count|poll|survey|information|account|record|calculation|projection)$/;

/** "According to estimates of journalists in the capital", "to figures compiled by the Agency": whoever made them. */
function compiledBy(reading: Reading, compiled: NounPhrase | undefined, phrase: NounPhrase): boolean {
  if (
    compiled === undefined ||
    !COMPILED.test(lemmaOf(reading, compiled.head)) ||
    !/^(?:of|from|by)$/.test(lowerOf(reading, phrase.first - 1))
  )
    return false;
  const mention = mentionOver(reading, phrase.head);
  if (mention !== undefined) return ACTOR_TYPES.has(mention.type) && mention.use !== "place";
  return SPEAKING_NOUNS[lowerOf(reading, phrase.head)] !== undefined;
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
