import { BODY_TYPES, type Stance } from "../ontology.ts";
import { ASIDE, afterAdjunct, clauseComplement, isTimeWord, opensQuote } from "./clause-complement.ts";
import type { TokenRange } from "./cue-match.ts";
import {
  ACTION_SUFFIX,
  ALLEGATION_NOUNS,
  type CueRow,
  EXPRESSED_NOUNS,
  type Frame,
  NO_ACTION,
  POLICY_NOUNS,
  REFUSED_NOUNS,
  SPEECH_NOUNS,
} from "./cue-table.ts";
import { isAdverb, isComma, isNoun, isQuoteMark, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { type NounPhrase, nounPhraseFrom } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** What a cue verb governs to its right. */
export interface Complement {
  readonly frame: Frame;
  readonly start: number;
  readonly stance?: Stance;
  readonly addressee?: NounPhrase;
  /** Last token of the cue, where a particle or the head of an expressed noun belongs to it. */
  readonly cueEnd?: number;
}

const WH = new Set(["how", "why", "what", "whether", "where", "when", "who"]);

/** Fills one frame of a row to the right of the verb; `undefined` when the words do not fit. */
export function complementOf(reading: Reading, row: CueRow, group: VerbGroup, limit: number): Complement | undefined {
  let at = group.last;
  if (row.particle !== undefined) {
    at = skipAdverbs(reading, at, limit, row.particle);
    if (!row.particle.includes(lowerOf(reading, at))) {
      // "made it very clear that", "made clear that", "took full note of".
      const wanted = row.particle.includes(",") ? -1 : findWithin(reading, at, Math.min(limit, at + 4), row.particle);
      if (wanted < 0) return undefined;
      at = wanted;
    }
    // "Found no evidence that"
    if (row.id === "find-evidence" && /^(no|little|scant|insufficient)$/.test(lowerOf(reading, at - 1))) return undefined;
    if (!isComma(lowerOf(reading, at))) at++;
  }
  const cueEnd = at;
  const felt = feelingAt(reading, at, limit);
  if (felt !== undefined) {
    const { objects: _objects, particle: _particle, ...open } = row;
    const heard = complementOf(reading, { ...open, frames: ["clause", "object"] }, { ...group, last: felt.last }, limit);
    if (heard !== undefined) return { ...heard, stance: felt.stance, cueEnd: felt.last };
  }
  at = afterAside(reading, afterTerms(reading, skipAdverbs(reading, at, limit, []), limit), limit);
  for (const frame of row.frames) {
    const found = fill(reading, row, frame, group, at, limit);
    if (found !== undefined) return { cueEnd, ...found };
  }
  return undefined;
}

function fill(reading: Reading, row: CueRow, frame: Frame, group: VerbGroup, at: number, limit: number): Complement | undefined {
  switch (frame) {
    case "clause":
      return suggested(reading, row, group, explicitly(reading, row, clauseComplement(reading, group, at, limit, row)), limit);
    case "infinitive":
      return infinitive(reading, at, limit);
    case "gerund":
      return tagOf(reading, at) === "VBG" ? { frame, start: at } : undefined;
    case "absolute":
      return { frame, start: at };
    case "preposition":
      return preposition(reading, row, at, limit);
    case "objectInfinitive":
      return objectInfinitive(reading, at, limit);
    case "objectAs":
      return objectAs(reading, group, at, limit);
    case "object":
      return object(reading, row, at, limit);
  }
}

/** "Note with grave concern the reports", "learned with regret that", "view with alarm": the feeling with which something is taken up decides. */
function feelingAt(reading: Reading, at: number, limit: number): { readonly stance: Stance; readonly last: number } | undefined {
  if (lowerOf(reading, at) !== "with") return undefined;
  for (let i = at + 1; i < Math.min(limit, at + 5); i++) {
    const stance = EXPRESSED_NOUNS[lemmaOf(reading, i)];
    // A preposition before it makes a noun of it, whatever the tagger says.
    if (stance !== undefined && /^(expressesConcern|condemns|praises)$/.test(stance)) return { stance, last: i + 1 };
    if (!/^(JJ|RB|DT|CC)$/.test(tagOf(reading, i))) return undefined;
  }
  return undefined;
}

/** "condemned in the strongest possible terms the attack". */
function afterTerms(reading: Reading, at: number, limit: number): number {
  if (lowerOf(reading, at) !== "in") return at;
  for (let i = at + 1; i < Math.min(limit, at + 6); i++) if (lowerOf(reading, i) === "terms") return i + 1;
  return at;
}

/**
 * "Said, in an interview with CNN, that", "ruled, 14 to 2, that", "reaffirm, in this first document, our commitment": an adjunct between commas says where, when
 * or how, and what the verb governs stands behind it. Only where that opens unmistakably: a comma may as well end the clause.
 */
function afterAside(reading: Reading, at: number, limit: number): number {
  if (!isComma(lowerOf(reading, at)) || !/^(IN|CD|RB|VBG)$/.test(tagOf(reading, at + 1))) return at;
  for (let i = at + 2; i < Math.min(limit, at + ASIDE); i++) {
    if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i)) || isQuoteMark(lowerOf(reading, i))) return at;
    if (!isComma(lowerOf(reading, i))) continue;
    const next = lowerOf(reading, i + 1);
    if (next === "that" || opensQuote(reading, i + 1)) return i + 1;
    if (
      tagOf(reading, i + 1) === "PRP$" &&
      EXPRESSED_NOUNS[lemmaOf(reading, nounPhraseFrom(reading, i + 1, limit)?.head ?? -1)] !== undefined
    )
      return i + 1;
  }
  return at;
}

/** "Suggested that the talks be moved" proposes; "suggested that drones had set it off" holds likely what it tells. */
function suggested(reading: Reading, row: CueRow, group: VerbGroup, found: Complement | undefined, limit: number): Complement | undefined {
  if (found === undefined || row.id !== "suggest-that") return found;
  for (let i = found.start; i < limit; i++) {
    const tag = tagOf(reading, i);
    // "That Turkey could send its missiles" is a way; "that drones could have set it off" is a guess.
    if (/^(should|must|ought|could|might)$/.test(lowerOf(reading, i)) && lowerOf(reading, i + 1) !== "have") return found;
    if (tag === "VB" && !/^(to)$/.test(lowerOf(reading, i - 1))) return found;
    // After a past, a present is a subjunctive: "suggested that the two navies hold patrols".
    if (tag === "VBP" && group.tense === "past") return found;
    if (/^(VBZ|VBD|VBP|MD)$/.test(tag)) return { ...found, stance: "estimates" };
  }
  return found;
}

function explicitly(reading: Reading, row: CueRow, found: Complement | undefined): Complement | undefined {
  if (found === undefined || row.explicit !== true) return found;
  return lowerOf(reading, found.start - 1) === "that" || isQuoteMark(lowerOf(reading, found.start)) ? found : undefined;
}

function skipAdverbs(reading: Reading, from: number, limit: number, stop: readonly string[]): number {
  let at = from;
  while (
    at < limit &&
    !stop.includes(lowerOf(reading, at)) &&
    (isAdverb(tagOf(reading, at)) || tagOf(reading, at) === "RP") &&
    !WH.has(lowerOf(reading, at))
  )
    at++;
  return at;
}

function findWithin(reading: Reading, from: number, to: number, words: readonly string[]): number {
  for (let i = from; i < to; i++) if (words.includes(lowerOf(reading, i))) return i;
  return -1;
}

/** `vowed to S`, `agreed at their meeting in Washington on Oct. 30 to S`: over where and when it was said. */
function infinitive(reading: Reading, at: number, limit: number): Complement | undefined {
  const frame = "infinitive";
  if (infinitiveAt(reading, at, limit)) return { frame, start: at };
  if (!/^(?:at|during|in|after|following|on|last|this|earlier)$/.test(lowerOf(reading, at))) return undefined;
  for (let i = at + 1; i < Math.min(limit, at + ASIDE); i++) {
    const tag = tagOf(reading, i);
    if (isVerb(tag) || isComma(lowerOf(reading, i)) || isQuoteMark(lowerOf(reading, i))) return undefined;
    if (!infinitiveAt(reading, i, limit)) continue;
    // "Agreed on a plan to strike": the infinitive is the plan's. Names, dates and occasions take none.
    const settled = /^(?:NNP|NNPS|CD)$/.test(tagOf(reading, i - 1)) || isTimeWord(reading, i - 1) || OCCASION.test(lowerOf(reading, i - 1));
    return settled ? { frame, start: i } : undefined;
  }
  return undefined;
}

/** Where people come together. */
const OCCASION = /^(?:talks|meeting|meetings|summit|conference|session|consultations|negotiations|dialogue|ceremony|dinner|exercise)$/;

function infinitiveAt(reading: Reading, at: number, limit: number): boolean {
  if (lowerOf(reading, at) === "not" && lowerOf(reading, at + 1) === "to") return true;
  if (lowerOf(reading, at) !== "to" || at + 1 >= limit) return false;
  const next = isAdverb(tagOf(reading, at + 1)) ? at + 2 : at + 1;
  return tagOf(reading, next).startsWith("VB");
}

function preposition(reading: Reading, row: CueRow, at: number, limit: number): Complement | undefined {
  const wanted = row.prepositions ?? [];
  const frame = "preposition";
  if (
    wanted.includes(lowerOf(reading, at)) &&
    !(lowerOf(reading, at) === "on" && row.stance === "requests" && isTimeWord(reading, at + 1))
  ) {
    const word = lowerOf(reading, at);
    const addressee = word === "upon" || (word === "on" && row.stance === "requests") ? nounPhraseFrom(reading, at + 1, limit) : undefined;
    return { frame, start: at + 1, cueEnd: at + 1, ...(addressee === undefined ? {} : { addressee }) };
  }
  // "Called on Thursday for talks": the time between. "Called the step an assault on its sovereignty" calls for nothing.
  const after = afterAdjunct(reading, at, limit);
  if (after > at && wanted.includes(lowerOf(reading, after))) return { frame, start: after + 1, cueEnd: after + 1 };
  if (row.id === "call") return undefined;
  const phrase = nounPhraseFrom(reading, at, limit);
  if (phrase === undefined) return undefined;
  if (row.objects === "actor" && !ACTOR_TYPES.has(mentionOver(reading, phrase.head)?.type ?? "")) return undefined;
  let end = phrase.last;
  // Over what belongs to the object: "the government of Chad", "Iran, Syria and Belarus".
  for (let guard = 0; guard < 8 && !wanted.includes(lowerOf(reading, end)); guard++) {
    let next = end;
    while (isComma(lowerOf(reading, next)) || lowerOf(reading, next) === "and") next++;
    if (next === end && tagOf(reading, end) !== "IN") break;
    const more = nounPhraseFrom(reading, next === end ? end + 1 : next, limit)?.last;
    if (more === undefined) break;
    end = more;
  }
  if (!wanted.includes(lowerOf(reading, end))) return undefined;
  return { frame, start: row.stance === "warns" ? end + 1 : at, addressee: phrase };
}

function objectInfinitive(reading: Reading, at: number, limit: number): Complement | undefined {
  const direct = nounPhraseFrom(reading, at, limit);
  if (direct === undefined) return undefined;
  let end = direct.last;
  for (let i = end; i < Math.min(limit, end + 40); i++) {
    const tag = tagOf(reading, i);
    if (infinitiveAt(reading, i, limit)) return { frame: "objectInfinitive", start: i, addressee: direct };
    if (lowerOf(reading, i) === "that" && i <= end + 1) return { frame: "objectInfinitive", start: i, addressee: direct };
    if (/^(VBZ|VBP|VBD|MD)$/.test(tag) || lowerOf(reading, i) === ";") return undefined;
    // "encouraged him by failing to insist": how it was done, not what was asked.
    if (lowerOf(reading, i) === "by" && tagOf(reading, i + 1) === "VBG") return undefined;
    end = i;
  }
  return undefined;
}

function objectAs(reading: Reading, group: VerbGroup, at: number, limit: number): Complement | undefined {
  // "dismissed as groundless the claim that": a heavy object comes last.
  if (lowerOf(reading, at) === "as" && group.form === "finite" && !/^(well|of|a|an|the|part)$/.test(lowerOf(reading, at + 1))) {
    let next = at + 1;
    while (
      next < limit &&
      (isAdverb(tagOf(reading, next)) ||
        tagOf(reading, next).startsWith("JJ") ||
        isQuoteMark(lowerOf(reading, next)) ||
        // "dismissed as “nonsense” claims that"
        ((reading.quoteAt[next] ?? -1) >= 0 && next < at + 8) ||
        (isQuoteMark(lowerOf(reading, next - 1)) && isQuoteMark(lowerOf(reading, next + 1))))
    )
      next++;
    if (next > at + 1 && nounPhraseFrom(reading, next, limit) !== undefined) return { frame: "objectAs", start: at };
  }
  if (nounPhraseFrom(reading, at, limit) === undefined) return undefined;
  for (let i = at; i < Math.min(limit, at + 25); i++) {
    if (
      lowerOf(reading, i) === "as" &&
      lowerOf(reading, i + 1) !== "well" &&
      lowerOf(reading, i - 1) !== "well" &&
      !isComma(lowerOf(reading, i - 1))
    )
      return { frame: "objectAs", start: at };
    if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i)) || lowerOf(reading, i) === ";") break;
  }
  // "called the launch a provocation", "labelled the pact “illegal”".
  if (!/^(call|label|brand|dub|term|declare|pronounce)$/.test(lemmaOf(reading, group.head))) return undefined;
  const first = nounPhraseFrom(reading, at, limit);
  if (first === undefined) return undefined;
  let next = first.last;
  // "called the accusations of an arms transfer false": over what belongs to the object.
  for (let guard = 0; guard < 2 && /^(of|about|from)$/.test(lowerOf(reading, next)); guard++) {
    const inner = nounPhraseFrom(reading, next + 1, limit);
    if (inner === undefined) break;
    next = inner.last;
  }
  while (next < limit && isAdverb(tagOf(reading, next))) next++;
  // "declared the truce to be void".
  if (lowerOf(reading, next) === "to" && lowerOf(reading, next + 1) === "be") return { frame: "objectAs", start: at };
  // "called the reports politically motivated": a participle behind an adverb describes, too.
  const participle = next > first.last && /^VB[NG]$/.test(tagOf(reading, next));
  if (
    nounPhraseFrom(reading, next, limit) !== undefined ||
    isQuoteMark(lowerOf(reading, next)) ||
    tagOf(reading, next).startsWith("JJ") ||
    participle
  )
    return { frame: "objectAs", start: at };
  return undefined;
}

function object(reading: Reading, row: CueRow, from: number, limit: number): Complement | undefined {
  // "disputed that account": a demonstrative, not the opening of a clause.
  const at = lowerOf(reading, from) === "that" && endsPhrase(reading, from + 1, limit) ? from + 1 : from;
  // "reaffirmed their will to achieve": a noun that taggers take for the modal, which ends the phrase too soon.
  const willed = row.objects === "emphasis" || row.objects === "expression" ? expressed(reading, at, limit) : undefined;
  if (willed !== undefined && lowerOf(reading, willed.at) === "will")
    return { frame: "object", start: at, stance: willed.stance, cueEnd: willed.at + 1 };
  const frame = "object";
  const plain: Complement = { frame, start: at };
  // "Welcomed growing coordination": a participle that describes the noun behind it.
  const bare = tagOf(reading, at) === "VBG" && /^(NN|NNS|JJ)$/.test(tagOf(reading, at + 1)) ? at + 1 : at;
  // "Condemned what it called an invasion".
  if (lowerOf(reading, at) === "what" && (row.objects === undefined || row.objects === "emphasis")) return plain;
  const phrase = nounPhraseFrom(reading, bare, limit);
  if (phrase === undefined) return undefined;
  // "Recalled its ambassador": called home, not to mind.
  if (row.lemmas.includes("recall") && POSTED.test(lemmaOf(reading, phrase.head))) return undefined;
  switch (row.objects) {
    case undefined:
      return plain;
    case "emphasis": {
      const named = expressed(reading, at, limit);
      return named === undefined ? plain : { frame, start: at, stance: named.stance, cueEnd: named.at + 1 };
    }
    case "expression": {
      const named = expressed(reading, at, limit);
      return named === undefined ? undefined : { frame, start: at, stance: named.stance, cueEnd: named.at + 1 };
    }
    case "task":
      return TASKS.test(lemmaOf(reading, phrase.head)) ? { frame, start: at, stance: "requests" } : plain;
    case "envoy":
      return POSTED.test(lemmaOf(reading, phrase.head)) ? plain : undefined;
    case "concern":
      return expressed(reading, at, limit)?.stance === "expressesConcern" ? plain : undefined;
    case "plan":
      return /^(plan|view|information|vision|update|assessment|detail|finding|proposal|idea)$/.test(lemmaOf(reading, phrase.head))
        ? plain
        : undefined;
    case "allegation":
      return ALLEGATION_NOUNS.has(lemmaOf(reading, phrase.head)) ? plain : undefined;
    case "speech":
      // "Claimed the Beirut strike" takes it upon oneself; "claimed the strike had failed" tells of it.
      return SPEECH_NOUNS.has(lemmaOf(reading, phrase.head)) ||
        (CLAIMED_DEEDS.has(lemmaOf(reading, phrase.head)) && !hasPredicate(reading, phrase.last, limit))
        ? plain
        : undefined;
    case "deniable":
      return REFUSED_NOUNS.has(lemmaOf(reading, phrase.head)) || /^(him|her|them|us|me|you)$/.test(lowerOf(reading, phrase.head))
        ? undefined
        : plain;
    case "policy":
      return isPolicy(reading, phrase) ? plain : undefined;
    case "anyone": {
      const mention = mentionOver(reading, phrase.head);
      return /^(him|her|them|me|us)$/.test(lowerOf(reading, phrase.head)) ||
        (mention !== undefined && ACTOR_TYPES.has(mention.type)) ||
        ALLEGATION_NOUNS.has(lemmaOf(reading, phrase.head))
        ? plain
        : undefined;
    }
    case "actor": {
      const type = mentionOver(reading, phrase.head)?.type;
      return type !== undefined && ACTOR_TYPES.has(type) ? plain : undefined;
    }
  }
}

/** A finite verb before anything that ends the phrase: "the strike on the barracks had killed ten", not "the strike but has denied". */
function hasPredicate(reading: Reading, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) {
    if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i))) return true;
    if (/^[,;:.]$/.test(lowerOf(reading, i)) || /^(CC|WDT|WP)$/.test(tagOf(reading, i))) return false;
  }
  return false;
}

/** Deeds that whoever did them takes upon himself. */
const CLAIMED_DEEDS: ReadonlySet<string> = new Set(
  "attack strike raid bombing assassination killing murder shooting blast explosion operation ambush kidnapping abduction hijacking shelling assault hit credit".split(
    " ",
  ),
);

/** What a superior sets before others: "set forth the tasks for the second half of the year". */
const TASKS = /^(task|goal|duty|assignment|instruction|order|deadline|target|requirement)$/;

const POSTED =
  /^(charg[eé]|ambassador|envoy|diplomat|consul|attach[eé]|troop|soldier|force|unit|staff|delegation|representative|negotiator|reservist)$/;

/** A course of action as an object: "the expansion of NATO", "assurances that", "an immediate ceasefire", "the treaty". */
function isPolicy(reading: Reading, phrase: NounPhrase): boolean {
  const mention = mentionOver(reading, phrase.head);
  if (mention !== undefined) return /^(Agreement|Resolution|Forum)$/.test(mention.type);
  const lemma = lemmaOf(reading, phrase.head);
  return isNoun(tagOf(reading, phrase.head)) && (POLICY_NOUNS.has(lemma) || (ACTION_SUFFIX.test(lemma) && !NO_ACTION.has(lemma)));
}

/** A noun with nothing but the end of its clause or a preposition after it. */
function endsPhrase(reading: Reading, at: number, limit: number): boolean {
  if (!isNoun(tagOf(reading, at))) return false;
  return at + 1 >= limit || /^([.,;!?:]|IN|CC|TO)$/.test(tagOf(reading, at + 1));
}

export const ACTOR_TYPES: ReadonlySet<string> = new Set(["State", "Territory", ...BODY_TYPES, "Person", "Position", "Group", "Document"]);

/**
 * The expressed noun in an object: the head of the first phrase, or of one joined to it by a possessive ("reaffirmed the U.S. extended deterrence commitment",
 * "underscored our desire", "reaffirmed the principle of closely cooperating").
 */
/** "Our grave and growing concern": the noun behind two epithets, which the chunker parts. */
function joinedEpithets(reading: Reading, at: number, limit: number): number {
  if (!/^(PRP\$|DT|JJ|RB)$/.test(tagOf(reading, at))) return -1;
  let joined = false;
  for (let i = at; i < Math.min(limit, at + 7); i++) {
    if (joined && isNoun(tagOf(reading, i)) && EXPRESSED_NOUNS[lemmaOf(reading, i)] !== undefined) return i;
    if (lowerOf(reading, i) === "and") joined = true;
    else if (!/^(PRP\$|DT|JJ|JJR|RB|VBG|VBN)$/.test(tagOf(reading, i))) return -1;
  }
  return -1;
}

function expressed(reading: Reading, at: number, limit: number): { readonly stance: Stance; readonly at: number } | undefined {
  if (/^(my|our|your|his|her|its|their)$/.test(lowerOf(reading, at)) && lowerOf(reading, at + 1) === "will")
    return { stance: "commits", at: at + 1 };
  const joined = joinedEpithets(reading, at, limit);
  if (joined >= 0) return { stance: EXPRESSED_NOUNS[lemmaOf(reading, joined)] as Stance, at: joined };
  const phrase = nounPhraseFrom(reading, at, limit);
  if (phrase === undefined) return undefined;
  let last = phrase.last;
  // "the United States’ commitment": the possessor may be a phrase of its own.
  for (let guard = 0; guard < 3; guard++) {
    const next = nounPhraseFrom(reading, last, limit);
    if (next === undefined) break;
    last = next.last;
  }
  for (let i = last - 1; i >= phrase.first; i--) {
    const stance = EXPRESSED_NOUNS[lemmaOf(reading, i)];
    if (
      stance !== undefined &&
      (isNoun(tagOf(reading, i)) || lemmaOf(reading, i) === "thank" || lemmaOf(reading, i) === "will") &&
      (i === last - 1 || !isNoun(tagOf(reading, i + 1)))
    ) {
      if (mentionOver(reading, i) !== undefined && mentionOver(reading, i)?.kind === "name") continue;
      return { stance, at: i };
    }
  }
  // "these concerns about", "the principle of cooperating".
  if (/^(principle|spirit)$/.test(lemmaOf(reading, phrase.head)) && lowerOf(reading, phrase.last) === "of")
    return { stance: "commits", at: phrase.head };
  return undefined;
}

/** Content to the left of a cue: `S, X said`, `“S,” said X`. `edge` is the first token of the cue clause. */
export function precedingContent(reading: Reading, edge: number, sentenceFirst: number): TokenRange | undefined {
  let i = edge - 1;
  if (i < sentenceFirst) {
    return undefined;
  }
  const mark = lowerOf(reading, i);
  if (!isComma(mark) && !isQuoteMark(mark) && mark !== "—" && mark !== "–" && mark !== "-" && mark !== "?" && mark !== "!")
    return undefined;
  while (i >= sentenceFirst && (isComma(lowerOf(reading, i)) || isQuoteMark(lowerOf(reading, i)))) i--;
  if (i - sentenceFirst < 2) return undefined;
  let verb = false;
  for (let k = sentenceFirst; k <= i; k++) if (isVerb(tagOf(reading, k)) || (reading.quoteAt[k] ?? -1) >= 0) verb = true;
  return verb ? { first: sentenceFirst, last: edge } : undefined;
}
