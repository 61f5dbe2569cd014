import type { Stance } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { MainClause } from "./content-stance-clause.ts";
import { ALLEGATION_NOUNS, DENYING_WORDS, EXPRESSED_NOUNS, JUDGING_PREDICATES } from "./cue-table.ts";
import { isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";

/** "These images are horrifying", "Reports of strikes are alarming": a predicate that judges. */
export function judgement(reading: Reading, main: MainClause, ownAct: boolean): Stance | undefined {
  const held = attitudeNoun(reading, main);
  if (held !== undefined) return held;
  const described = predicateNoun(reading, main, ownAct);
  if (described !== undefined) return described;
  if (!/^(be|remain|constitute|represent)$/.test(lemmaOf(reading, main.group.head)) && main.group.first === main.group.head)
    return undefined;
  for (let i = main.group.head; i < Math.min(main.group.last + 6, reading.tokens.count); i++) {
    const word = lowerOf(reading, i);
    if (i > main.group.head && /^(,|;|[.]|that|who|which|to)$/.test(word)) return undefined;
    // "These allegations are baseless".
    const subject = main.subject?.phrases[0];
    if (
      DENYING_WORDS.has(word) &&
      subject !== undefined &&
      (ALLEGATION_NOUNS.has(lemmaOf(reading, subject.head)) || /^(it|this|that|these|they)$/.test(lowerOf(reading, subject.head)))
    )
      return main.group.negated ? undefined : "denies";
    // "That is simply not true"
    if (
      main.group.negated &&
      /^(true|accurate|correct|so|right)$/.test(word) &&
      subject !== undefined &&
      (ALLEGATION_NOUNS.has(lemmaOf(reading, subject.head)) || /^(it|this|that|these|they)$/.test(lowerOf(reading, subject.head)))
    )
      return "denies";
    // "Its policy concerning the use of mines": a preposition.
    if (word === "concerning" && !/^([.,;!]|that|and|to|for)?$/.test(lowerOf(reading, i + 1))) return undefined;
    for (const [stance, words] of JUDGING_PREDICATES) if (words.has(word)) return main.group.negated ? undefined : stance;
  }
  return undefined;
}

/** "My commitment to the security of Israel is unwavering", "Our support remains ironclad": the noun is the attitude. */
function attitudeNoun(reading: Reading, main: MainClause): Stance | undefined {
  const phrase = main.subject?.phrases[0];
  if (phrase === undefined || main.group.negated || !/^(be|remain|stand|stay)$/.test(lemmaOf(reading, main.group.head))) return undefined;
  if (!/^(our|my)$/.test(lowerOf(reading, phrase.first)) && mentionOver(reading, phrase.first)?.type !== "State") return undefined;
  // "Our aim remains a durable ceasefire"
  if (
    /^(our|my)$/.test(lowerOf(reading, phrase.first)) &&
    /^(aim|goal|objective|intention|intent|desire|hope)$/.test(lemmaOf(reading, phrase.head))
  )
    return EXPRESSED_NOUNS[lemmaOf(reading, phrase.head)];
  for (let i = main.group.last; i < main.group.last + 3; i++)
    if (
      /^(unwavering|ironclad|steadfast|firm|clear|absolute|unshakeable|unshakable|rock|strong|unequivocal|enduring|unconditional|total|complete|resolute|undiminished|solid|sacrosanct|sacred|unchanged|ironbound)$/.test(
        lowerOf(reading, i),
      )
    )
      return EXPRESSED_NOUNS[lemmaOf(reading, phrase.head)];
  return undefined;
}

/** What somebody is called in a sentence of one's own: a wrongdoer, or a friend. */
const WRONGDOERS =
  /^(threat|menace|danger|aggressor|pariah|sponsor|perpetrator|bully|outlaw|criminal|terrorist|dictator|thug|tyrant|killer|murderer|destabili[sz]ing|dangerous|rogue|malign|illegitimate)$/;
const FRIENDS = /^(ally|friend|partner|honou?r|privilege|pleasure|joy|hero|model|leader|champion)$/;
const FRIENDLY =
  /^(unique|enduring|strong|stronger|strongest|unbreakable|ironclad|extraordinary|incredible|remarkable|historic|essential|indispensable|invaluable|critical|vital|close|closer|closest|steadfast|solid|great|exceptional|special|aligned|vibrant)$/;
const TIES = /^(partnership|alliance|relationship|friendship|cooperation|bond|tie|link|relation|collaboration|value)$/;

function predicateNoun(reading: Reading, main: MainClause, ownAct: boolean): Stance | undefined {
  const phrase = main.subject?.phrases[0];
  if (phrase === undefined || main.group.negated || main.group.modal !== undefined || lemmaOf(reading, main.group.head) !== "be")
    return undefined;
  const actor = ACTOR_TYPES.has(mentionOver(reading, phrase.head)?.type ?? "") || lowerOf(reading, phrase.head) === "you";
  const ties = TIES.test(lemmaOf(reading, phrase.head));
  let praised = false;
  for (let i = main.group.last; i < Math.min(main.group.last + 12, reading.tokens.count); i++) {
    const word = lowerOf(reading, i);
    if (/^(not|no|never|hardly|n't|n’t)$/.test(word) && lowerOf(reading, i + 1) !== "only") return undefined;
    if (/^(,|;|[.]|:|that|who|which|when|where|to|for|between|in|with|of|against)$/.test(word) || isVerb(tagOf(reading, i))) break;
    if (actor && !ownAct && (WRONGDOERS.test(lemmaOf(reading, i)) || WRONGDOERS.test(word))) return "accuses";
    if (actor && FRIENDS.test(lemmaOf(reading, i))) praised = true;
    if (ties && FRIENDLY.test(word)) praised = true;
  }
  return praised ? "praises" : undefined;
}
