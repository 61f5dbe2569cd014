import type { Stance } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { CueMatch } from "./cue-match.ts";
import { EXPRESSED_NOUNS } from "./cue-table.ts";
import { isAdverb, isNoun, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { SPEAKING_NOUNS } from "./speaker-nouns.ts";
import { type NounPhrase, nounPhraseFrom, subjectOf } from "./subject.ts";
import { verbGroupAt } from "./verb-group.ts";

/** Verbs by which a deed gets an answer: its subject is what the answer is about, "from" or "by" names who gives it. */
const DRAWING =
  /^(?:draw|prompt|trigger|provoke|spark|elicit|earn|win|receive|attract|face|meet|raise|cause|arouse|encounter|invite|greet|stir)$/;
/** Nouns of feeling that only answers like these turn into a stance. */
const FELT: Readonly<Record<string, Stance>> = {
  suspicion: "expressesConcern",
  disapproval: "condemns",
  rebuke: "condemns",
  backlash: "condemns",
  ire: "condemns",
  fury: "condemns",
  ridicule: "condemns",
  scorn: "condemns",
  rejection: "rejects",
  resistance: "rejects",
  praise: "praises",
  applause: "praises",
  acclaim: "praises",
};
const STANCE_OF_NOUN: ReadonlyMap<string, Stance> = new Map([...Object.entries(EXPRESSED_NOUNS), ...Object.entries(FELT)]);
/** Words between the noun and its "from" or "by". */
const REACH = 12;

/**
 * "The move drew sharp criticism from Beijing", "the plan met with opposition from France", "was greeted with suspicion by officials": a reaction told as a
 * noun. The one after "from" or "by" speaks; what they speak of is the subject of the verb.
 */
export function reactionAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  if (!isNoun(tagOf(reading, i))) return undefined;
  const stance = STANCE_OF_NOUN.get(lemmaOf(reading, i));
  if (stance === undefined) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const verb = drawingVerb(reading, i, first);
  if (verb === undefined) return undefined;
  const giver = giverAfter(reading, i + 1, last);
  if (giver === undefined) return undefined;
  const group = verbGroupAt(reading, verb);
  if (group.form !== "finite" || group.negated || group.modal !== undefined) return undefined;
  const about = subjectOf(reading, group);
  if (about === undefined || about.first >= group.first) return undefined;
  return {
    row: "reaction",
    frame: "noun",
    token: i,
    cue: { first: i, last: i + 1 },
    stance,
    decidedBy: "cue",
    weak: false,
    content: [{ first: about.first, last: group.first }],
    side: "after",
    sentence,
    subject: { phrases: giver, first: giver[0]?.first ?? i, how: "agent" },
  };
}

/** The verb whose object the noun is, directly or behind "with", over modifiers and coordinated nouns ("great suspicion and disapproval"). */
function drawingVerb(reading: Reading, noun: number, first: number): number | undefined {
  for (let i = noun - 1; i >= Math.max(first, noun - 8); i--) {
    const tag = tagOf(reading, i);
    if (isVerb(tag) && tag !== "VBN" && tag !== "VBG") return DRAWING.test(lemmaOf(reading, i)) ? i : undefined;
    if (tag === "VBN" && DRAWING.test(lemmaOf(reading, i))) return i;
    // "Suspicion and disapproval": one answer, told by its first noun.
    if (isNoun(tag) && STANCE_OF_NOUN.has(lemmaOf(reading, i))) return undefined;
    if (!/^(?:DT|JJ[RS]?|NNS?|CC|VBN|VBG|,|PRP\$)$/.test(tag) && !isAdverb(tag) && lowerOf(reading, i) !== "with") return undefined;
  }
  return undefined;
}

/** Who is named after "from", "by" or "among", past another noun ("criticism and threats from"). */
function giverAfter(reading: Reading, from: number, last: number): readonly NounPhrase[] | undefined {
  for (let i = from; i < Math.min(last, from + REACH); i++) {
    const tag = tagOf(reading, i);
    if (isVerb(tag) || /^[,;:.]$/.test(lowerOf(reading, i))) return undefined;
    if (!/^(?:from|by|among)$/.test(lowerOf(reading, i))) continue;
    const phrases: NounPhrase[] = [];
    for (let at = i + 1; at < last; ) {
      const phrase = nounPhraseFrom(reading, at, last);
      const mention = phrase === undefined ? undefined : mentionOver(reading, phrase.head);
      const speaks =
        phrase !== undefined &&
        (mention === undefined ? SPEAKING_NOUNS[lowerOf(reading, phrase.head)] !== undefined : ACTOR_TYPES.has(mention.type));
      // "Received support from 14 members": a count of votes.
      if (phrase === undefined || !speaks || tagOf(reading, phrase.first) === "CD") break;
      phrases.push(phrase);
      at = phrase.last;
      if (!/^(?:,|and)$/.test(lowerOf(reading, at))) break;
      while (/^(?:,|and)$/.test(lowerOf(reading, at))) at++;
    }
    return phrases.length === 0 ? undefined : phrases;
  }
  return undefined;
}
