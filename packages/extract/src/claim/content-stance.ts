import type { Stance } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { MainClause } from "./content-stance-clause.ts";
import { textOf } from "./content-stance-clause.ts";
import * as lexicon from "./content-stance-lexicon.ts";
import { type Side, sideOf } from "./content-stance-side.ts";
import type { TokenRange } from "./cue-match.ts";
import { ACCEPTING_VERBS, ALLEGATION_NOUNS, COMMENT_VERBS, DENIABLE_ACTS, DENYING_WORDS, EXPRESSED_NOUNS } from "./cue-table.ts";
import { isAdverb, isNoun, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import type { FirstPerson } from "./speaker.ts";
import { nounPhraseFrom } from "./subject.ts";

/** A content with what its stance is read from. */
export interface StatedContent {
  readonly reading: Reading;
  readonly content: readonly TokenRange[];
  readonly main: MainClause;
  readonly own: FirstPerson | undefined;
  /** The speaker's own words: `we`, `our` are his. */
  readonly direct: boolean;
  /** Lemma of the verb that introduces the content; `undefined` for sentences without a cue. */
  readonly cue?: string;
  /** Is the cue in the past: a content in the base form after it can't be back-shifted, so it is a subjunctive. */
  readonly cuePast?: boolean;
}

interface Seen extends StatedContent {
  readonly side: Side | undefined;
  /** Lemma of the main verb; of the participle where a form of "be" was taken for it. */
  readonly verb: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** First token after the verb. */
  readonly after: number;
  readonly future: boolean;
  /** Text of the whole content, and from the main verb group on. */
  readonly text: string;
  readonly rest: string;
}

/**
 * The stance that a content shows by itself, for cues that leave it open (say, tell, announce, "according to") and for quotations without a cue.
 *
 * The rules are asked in this order, the first that answers wins: what withholds knowledge; what denies; what threatens or warns (a condition or
 * a harm that lies ahead outranks the pledge it is worded as); what somebody is asked to do; what the own side will do; whom it blames; how it judges;
 * how likely it is made. `undefined`: the content tells a fact, and the cue's own stance stays. A cue that has decided (deny, condemn, urge) never gets here.
 */
export function contentStance(stated: StatedContent): Stance | undefined {
  const { reading, content, main, own, direct } = stated;
  const end = content[content.length - 1]?.last ?? main.group.last;
  const sentenceEnd = reading.sentences[reading.tokens.sentence[main.group.head] ?? -1]?.last ?? end;
  const clauseEnd = content.find((range) => range.first <= main.group.head && main.group.head < range.last)?.last ?? end;
  const seen: Seen = {
    ...stated,
    side: sideOf(reading, main, own, direct),
    ...predicateOf(reading, main),
    // "I would not look for a fingerprint": in one's own mouth "would" is no "will" shifted back.
    future:
      (FUTURE[direct ? "direct" : "told"].test(main.group.modal ?? "") && !hasPerfect(reading, main)) ||
      isGoingTo(reading, main.group.head),
    // Words quoted in mid-sentence are said by the same speaker: 'would "not hesitate" to'.
    text: unquoted(textOf(reading, content)),
    rest: unquoted(textOf(reading, [{ first: main.group.last, last: Math.min(clauseEnd, sentenceEnd) }])),
  };
  for (const rule of RULES) {
    const stance = rule(seen);
    if (stance !== undefined) return stance;
  }
  return undefined;
}

const FUTURE = { direct: /^(?:will|shall)$/u, told: /^(?:will|would|shall)$/u } as const;
const unquoted = (text: string): string => text.replace(/["“”„«»]/gu, "");

/** Verb, voice and negation: "were not involved", "will be shut" have both behind a form of "be" that the verb group ends with. */
function predicateOf(reading: Reading, { group }: MainClause): Pick<Seen, "verb" | "passive" | "negated" | "after"> {
  let negated = group.negated;
  let at = group.last;
  // "Is going to attack": a future in two words.
  if (isGoingTo(reading, group.head))
    return {
      verb: lemmaOf(reading, group.head + 2),
      passive: false,
      negated: negated || notBehindBe(reading, group.head),
      after: group.head + 3,
    };
  while (isAdverb(tagOf(reading, at)) || /^(not|n't|n’t)$/.test(lowerOf(reading, at))) {
    if (/^(not|n't|n’t|never)$/.test(lowerOf(reading, at)) && lowerOf(reading, at + 1) !== "only") negated = true;
    at++;
  }
  const verb = lemmaOf(reading, group.head);
  const participle =
    verb === "be" && (/^VB[NDG]$/.test(tagOf(reading, at)) || /^(shut|cut|hit|put|set|struck)$/.test(lowerOf(reading, at)));
  if (!participle) return { verb, passive: group.passive, negated, after: group.last };
  return { verb: lemmaOf(reading, at), passive: tagOf(reading, at) !== "VBG", negated, after: at + 1 };
}

const isGoingTo = (reading: Reading, head: number): boolean =>
  lowerOf(reading, head) === "going" && lowerOf(reading, head + 1) === "to" && tagOf(reading, head + 2) === "VB";
const notBehindBe = (reading: Reading, head: number): boolean => /^(not|n't|n’t|never)$/.test(lowerOf(reading, head - 1));

type Rule = (seen: Seen) => Stance | undefined;
const RULES: readonly Rule[] = [withholds, denies, threatens, demands, pledges, blames, judges, guesses];

/** "Would have attacked": what did not come about is neither pledged nor threatened. */
function hasPerfect(reading: Reading, main: MainClause): boolean {
  for (let i = main.group.first; i < main.group.head; i++) if (/^(have|’ve|'ve)$/.test(lowerOf(reading, i))) return true;
  return false;
}

function withholds({ text, side, cue, verb, future, negated, rest }: Seen): Stance | undefined {
  if (
    side === "own" &&
    future &&
    negated &&
    COMMENT_VERBS.has(verb) &&
    (verb !== "say" || /^(?:who|what|whether|if|how|when|where|why)\b/iu.test(rest))
  )
    return "declinesComment";
  if (cue !== undefined && (lexicon.UNKNOWN.test(text) || lexicon.UNVERIFIED.test(text))) return "cannotConfirm";
  return side === "own" && lexicon.UNKNOWING.test(text.slice(0, 90)) ? "cannotConfirm" : undefined;
}

// ---------------------------------------------------------------- denials

/** What only somebody accused says: "had no role", "was not behind", "none of its troops had crossed", "the report was false". */
function denies({ reading, main, side, verb, passive, negated, after, future, own, rest }: Seen): Stance | undefined {
  const { group } = main;
  if (future || group.modal !== undefined) return undefined;
  if (falseReport(reading, main)) return "denies";
  if (side === "nobody" && own !== undefined) {
    if (lexicon.UNBLAMED.has(verb)) return undefined;
    const acts = DENIABLE_ACTS.has(verb) || lexicon.DISOWNED_ACTS.has(verb);
    return acts && (group.perfect || passive || tagOf(reading, after - 1) === "VBG") ? "denies" : undefined;
  }
  if (side !== "own") return undefined;
  const noObject = /^(?:absolutely |whatsoever )?(?:no|nothing|neither)\b/iu.test(rest);
  if (/^(have|bear|play|take|hold|share)$/.test(verb) && noObject) {
    if (/^nothing (?:\w+ )?to do with/iu.test(rest)) return "denies";
    return objectHead(reading, after, lexicon.INVOLVEMENT_NOUNS) ? "denies" : undefined;
  }
  // "Had found no evidence that vessels had entered its ports": an inquiry into oneself.
  if (verb === "find" && noObject && /\b(?:its|their|our|his)\b/iu.test(rest)) return "denies";
  if (!negated) return undefined;
  // "We do not recognise the annexation": what is not accepted is refused.
  if (ACCEPTING_VERBS.has(verb) && !passive && !group.perfect && group.modal === undefined) return "rejects";
  const progressive = tagOf(reading, after - 1) === "VBG";
  if (verb === "be" || passive || progressive) {
    for (let i = group.first; i < after + 2; i++) if (lexicon.INVOLVED.has(lowerOf(reading, i))) return "denies";
    if (/^(?:not )?(?:(?:a )?party to|part of|at war)\b/iu.test(rest)) return "denies";
    if (progressive) return DENIABLE_ACTS.has(verb) ? "denies" : undefined;
    if (verb === "be") return undefined;
  }
  if (/^(have|bear|play)$/.test(verb)) return objectHead(reading, after, lexicon.INVOLVEMENT_NOUNS) ? "denies" : undefined;
  return group.perfect && (DENIABLE_ACTS.has(verb) || lexicon.DISOWNED_ACTS.has(verb)) ? "denies" : undefined;
}

/** "The report was false", "these allegations are baseless", "it was a lie". */
function falseReport(reading: Reading, main: MainClause): boolean {
  const { group } = main;
  // A bare "that" is no phrase to the chunker.
  const head = main.subject?.phrases[0]?.head ?? group.first - 1;
  if (lemmaOf(reading, group.head) !== "be") return false;
  if (!ALLEGATION_NOUNS.has(lemmaOf(reading, head)) && !/^(it|this|that|these|they)$/.test(lowerOf(reading, head))) return false;
  for (let i = group.last; i < group.last + 4; i++) {
    if (
      /^(true|correct|accurate|right)$/.test(lowerOf(reading, i)) &&
      anyIn(group.first, i, (k) => /^(not|n't|n’t)$/.test(lowerOf(reading, k)))
    )
      return true;
    if (DENYING_WORDS.has(lowerOf(reading, i))) return !group.negated && lowerOf(reading, i - 1) !== "not";
    if (/^[,.;]$/.test(lowerOf(reading, i)) || isVerb(tagOf(reading, i))) return false;
  }
  return false;
}

function objectHead(reading: Reading, at: number, heads: ReadonlySet<string>): boolean {
  const phrase = nounPhraseFrom(reading, at, Math.min(at + 12, reading.tokens.count));
  if (phrase === undefined) return false;
  for (let i = phrase.first; i < phrase.last; i++) if (heads.has(lemmaOf(reading, i))) return true;
  return false;
}

// ---------------------------------------------------------------- threats and warnings

/** "Would not hesitate to attack". */
const HESITATE =
  /\b(?:will|would|shall|do|does)(?: not|n[’']t| never) (?:hesitate|shy away|shrink|flinch)(?: (?:to|from) (\w+?)(?:ing)?\b)?/iu;

export const hesitatesToHarm = (text: string): boolean => lexicon.HARMING.has(text.match(HESITATE)?.[1]?.toLowerCase() ?? "");

/** Harm ahead: in the speaker's hand it threatens, otherwise or under a condition it warns. */
function threatens(seen: Seen): Stance | undefined {
  const { reading, main, side, verb, passive, negated, after, future, text, rest, cue } = seen;
  const { group } = main;
  if (lexicon.CONSEQUENCES.test(text)) return side === "own" ? undefined : /\bface\b/iu.test(text) ? "threatens" : "warns";
  if (
    lexicon.MET_WITH.test(text) &&
    (lexicon.CONDITIONAL_SUBJECT.test(text) || /\b(?:response|reaction|retaliation|resolve)\b/iu.test(rest))
  )
    return lexicon.MET_WITH_FORCE.test(rest) || /\b(?:confronted|coffins|crushed)\b/iu.test(rest) ? "threatens" : "warns";
  // "They would have to leave unless": an ultimatum.
  if (cue !== undefined && side !== "own" && !negated && group.modal !== undefined && /\bunless\b/iu.test(text)) return "threatens";
  if (!future) return forecast(seen);
  if (negated) return undefined;
  if (side === "own") {
    const harms = hasObject(reading, after) || /^(attack|strike|retaliate|kill|invade)$/.test(verb);
    if (lexicon.HARMING.has(verb) && !passive && harms) return "threatens";
    if (startsArmedAct(reading, after - 1)) return "threatens";
    const answers = lexicon.ANSWERING.has(verb) || (verb === "take" && objectHead(reading, after, lexicon.ANSWERS)) || verb === "defend";
    if (
      answers &&
      (lexicon.IF_CLAUSE.test(text) || /\bmistake\b|\bno doubt\b/iu.test(text) || /\b(?:any|every|each|all) (?:\w+ )?\w/iu.test(rest))
    )
      return /\b(?:militarily|with (?:all )?(?:force|fire|missiles|nuclear))/iu.test(rest) ? "threatens" : "warns";
    return undefined;
  }
  if (side !== undefined && passive && lexicon.HARMING.has(verb) && lowerOf(reading, after) !== "by") return "threatens";
  if (side === "other" && lexicon.SUFFERING.has(verb) && (verb !== "pay" || /^(?:for|a |the |dearly|heavily|with)/iu.test(rest)))
    return "threatens";
  return forecast(seen);
}

/** "Carry out more strikes", "step up its attacks": the verb at `head` begins or goes on with an armed act. */
export function startsArmedAct(reading: Reading, head: number): boolean {
  if (!lexicon.LAUNCHING.has(lemmaOf(reading, head))) return false;
  const at = /^(out|up|on|with|to)$/.test(lowerOf(reading, head + 1)) ? head + 2 : head + 1;
  return objectHead(reading, at, lexicon.ARMED_ACTS);
}

/** "We face an increased threat of". */
const FACED =
  /^(?:an? |the )?(?:\w+ )?(?:increas\w+|growing|rising|mounting|heightened|grave|unprecedented) (?:\w+ )?(?:threats?|risks?|dangers?)\b/iu;

/** What others do, or would do, endangers peace. */
function forecast({ reading, main, side, verb, passive, negated, text, rest }: Seen): Stance | undefined {
  const head = main.subject?.phrases[0]?.head ?? -1;
  if (!negated && lexicon.PERILS.has(lemmaOf(reading, head)) && lexicon.GROWING.has(verb)) return "warns";
  if (side === "own") return !negated && /^(face|confront)$/.test(verb) && FACED.test(rest) ? "warns" : undefined;
  const ahead = /^(will|would|could|may|might|shall)$/.test(main.group.modal ?? "");
  if (ahead && !negated && lexicon.ENDANGERING.has(verb) && !passive) return "warns";
  if (ahead && !negated && verb === "be" && lexicon.CATASTROPHIC.test(rest)) return "warns";
  return ahead && !negated && lexicon.DISASTERS.test(text) ? "warns" : undefined;
}

function hasObject(reading: Reading, at: number): boolean {
  return nounPhraseFrom(reading, at, Math.min(at + 8, reading.tokens.count)) !== undefined;
}

// ---------------------------------------------------------------- demands

/** "Those responsible must face justice", "the sanctions should be lifted", "insisted that the ratio be increased", "it was vital that aid be allowed". */
function demands(seen: Seen): Stance | undefined {
  const { reading, main, side, verb, passive, negated, text, rest, cue } = seen;
  const { group } = main;
  // "Made clear that they must stop" lays down a position and asks nobody.
  if (cue === "make" || cue === "clear") return undefined;
  if (lexicon.NEEDFUL.test(text)) return "requests";
  if (cue !== undefined && lexicon.MANDATIVE.has(cue) && isSubjunctive(seen)) return "requests";
  // "We need to see more cooperation from": what one needs of others.
  if (side === "own" && seen.direct && verb === "need" && !negated && /^to see\b/iu.test(rest)) return "requests";
  if (side === "own" || side === undefined || side === "nobody") return undefined;
  const needs =
    /^(need|have)$/.test(verb) && lowerOf(reading, group.last) === "to" && (verb === "need" || side === "other" || ENDED.test(rest));
  const owed = isOwed(reading, main) || needs;
  // "Iran must never get the bomb": somebody is asked not to. Of things it is a principle.
  if (!owed || (negated && (side !== "other" || needs)) || hasPerfect(reading, main) || (passive && lexicon.NO_DEMAND.has(verb)))
    return undefined;
  if (/^(it|this|that|there)$/.test(lowerOf(reading, main.subject?.phrases[0]?.head ?? -1)) && !passive && group.modal !== "must")
    return undefined;
  if (needs) return side === "other" || /^to (?:be|stop|end|cease|halt)\b/iu.test(rest) ? "requests" : undefined;
  if (side === "other") return verb === "be" && group.modal === "should" ? undefined : "requests";
  // "The spread of such weapons must be prevented" in a text of one's own lays down a principle and asks nobody.
  if (cue === undefined && !lexicon.ENDING.has(verb)) return undefined;
  return passive || lexicon.ENDING.has(verb) || (verb === "be" && group.modal === "must") ? "requests" : undefined;
}

const ENDED = /^to (?:stop|end|cease|halt)\b/iu;

/** "Can and should stop": any of the modals counts. */
function isOwed(reading: Reading, { group }: MainClause): boolean {
  for (let i = group.first; i < group.head; i++) if (/^(must|should|ought)$/.test(lowerOf(reading, i))) return true;
  return /^(must|should|ought)$/.test(group.modal ?? "");
}

/** A base form where a finite verb is due: `be`, a third person without -s, a plural that a past cue has not shifted back. */
function isSubjunctive({ reading, main, cue, cuePast }: Seen): boolean {
  const { group, subject } = main;
  const opening = group.first;
  if (group.modal !== undefined || group.form !== "finite" || subject === undefined) return false;
  if (/^(and|or|to|,)$/.test(lowerOf(reading, opening - 1))) return false;
  if (lowerOf(reading, opening) === "be" || (lowerOf(reading, opening) === "not" && lowerOf(reading, opening + 1) === "be")) return true;
  if (cue !== "insist" && cue !== "demand" && cue !== "urge" && cue !== "recommend" && cue !== "request") return false;
  if (opening !== group.head || !/^(VB|VBP)$/.test(tagOf(reading, group.head))) return false;
  const head = subject.phrases[0]?.head ?? -1;
  const plural = subject.phrases.length > 1 || /^NNP?S$/.test(tagOf(reading, head)) || /^(we|they|you|i)$/.test(lowerOf(reading, head));
  return !plural || cuePast === true;
}

// ---------------------------------------------------------------- pledges

/** What the own side will do, is ready to do, or, announced by those who have it in hand, will be done. */
function pledges(seen: Seen): Stance | undefined {
  const { reading, main, side, verb, passive, negated, after, future, cue, rest } = seen;
  const { group } = main;
  const phrase = main.subject?.phrases[0];
  const about = phrase === undefined ? "" : lemmaOf(reading, phrase.head);
  if (side === "own") {
    const stative = lexicon.NO_PLEDGE.has(verb) && !(verb === "be" && (negated || /^(?:ready|prepared)\b/iu.test(rest)));
    // "Would have to leave": necessity, not will.
    const forced = verb === "have" && /^to\b/iu.test(rest);
    if (future && !stative && !forced) {
      // "Russian losses would mount", "its economy will grow": things of one's own do no deeds.
      const deed = phrase === undefined || !/(?:loss|casualt|economy|victory|defeat|death|toll)/u.test(about);
      return deed ? "commits" : undefined;
    }
    if (future && negated && lexicon.UNWAVERING.has(verb)) return "commits";
    // "Said the commitment to the treaty was ironclad": the noun is the attitude.
    const attitude = EXPRESSED_NOUNS[about];
    if ((attitude === "commits" || attitude === "supports") && /^(be|remain|stand|stay)$/.test(verb) && !negated && UNSHAKEN.test(rest))
      return attitude;
    const will = textOf(reading, [{ first: group.first, last: Math.min(after + 4, reading.tokens.count) }]);
    if (!negated && group.modal === undefined && READINESS.test(will)) return "commits";
    // "We are targeting, and will go on targeting": the pledge stands in the second half.
    if (seen.direct && !negated && GOES_ON.test(rest)) return "commits";
    if (/^(intend|plan|pledge|aim)$/.test(verb) && !negated && group.modal === undefined && /^to\b/iu.test(rest)) return "commits";
    if (verb === "stand" && /^(?:ready|prepared)\b/iu.test(rest)) return "commits";
    return undefined;
  }
  if (cue === undefined || seen.direct || !future || side === "other" || side === "nobody" || negated || !speaksForState(seen))
    return undefined;
  if (passive) return lexicon.OFFICIAL_ACTS.has(verb) && lowerOf(reading, after) !== "by" ? "commits" : undefined;
  if (cue === "announce" && verb !== "be") return "commits";
  return lexicon.GOING_ON.has(verb) && !lexicon.QUARRELS.has(about) && verb !== "last" && phrase !== undefined && isDeed(about)
    ? "commits"
    : undefined;
}

const UNSHAKEN =
  /^\W*(?:\w+ )?(?:unwavering|ironclad|iron-clad|steadfast|firm|absolute|unshak\w+|rock|strong|unequivocal|enduring|unconditional|total|complete|resolute|undiminished|solid|sacrosanct|unchanged)\b/iu;
const GOES_ON = /^\W*(?:[\w’'-]+ ){0,3}and (?:we )?(?:will|shall)(?:, \w+,)? (?:continue|keep|remain|go on|not|never|always)\b/iu;
const READINESS =
  /^(?:is|was|are|were|remains?|remained|stands?|stood|[’']s|[’']re) (?:\w+ ){0,2}(?:ready|prepared|determined|willing|committed|resolved) (?:to|for)\b/iu;

/** Nouns of action, which somebody goes on with: deliveries, support, production, withdrawal. */
const isDeed = (lemma: string): boolean =>
  /(?:ment|tion|sion|ance|al|ing|ery|port|aid|help|sale|flight|patrol|deployment|exercise|sanction|transit|trade)$/u.test(lemma);

/** Does the speaker hold an office, a command or a state's voice? Reporters and analysts announce nothing. */
function speaksForState({ reading, own }: Seen): boolean {
  if (own === undefined) return false;
  return own.ids.some((id) => {
    const type = reading.annotated.entities.get(id)?.type;
    return (
      own.states.length > 0 ||
      /^(State|GovernmentBody|Position|MilitaryForce|InternationalOrganization|ArmedGroup|Territory)$/.test(type ?? "") ||
      (type === "Person" && reading.annotated.relations.some((relation) => relation.type === "holdsPosition" && relation.subject === id))
    );
  });
}

// ---------------------------------------------------------------- blame

/** "Russia was responsible for", "China was trying to bully", "the army had violated the truce". */
function blames(seen: Seen): Stance | undefined {
  const { reading, main, side, verb, passive, negated, text, rest, direct, content } = seen;
  const { group } = main;
  if (negated || group.modal !== undefined) return undefined;
  const subject = main.subject?.phrases[0];
  const type = subject === undefined ? undefined : mentionOver(reading, subject.head)?.type;
  // Papers commit no wrongs.
  if (type !== undefined && /^(Agreement|Document|Resolution|Programme)$/.test(type)) return undefined;
  if (side === "other") {
    // Of terrorists and bands it is told as a fact: an accusation is made against somebody who could answer it.
    const band = type === "ArmedGroup" && direct;
    if (!band && verb === "be" && lexicon.GUILT.test(rest)) return "accuses";
    if (verb === "hold" || verb === "bear") {
      if (/^(?:\w+ ){0,2}(?:responsibility|blame|guilt)\b/iu.test(rest)) return "accuses";
    }
    if (
      direct &&
      !passive &&
      type !== "ArmedGroup" &&
      lexicon.HARMING_INNOCENTS.test(textOf(reading, [{ first: group.first, last: endOf(content, group.head) }]))
    )
      return "accuses";
    // "Their lies are no match for": a subject that takes the guilt for granted.
    if (direct && subject !== undefined && lexicon.WRONGS.has(lemmaOf(reading, subject.head))) return "accuses";
    const acted = throughTrying(reading, main);
    if (!band && lexicon.BLAMING.has(acted) && !passive) return "accuses";
    if (
      !passive &&
      lexicon.BLAMING_PHRASE.test(textOf(reading, [{ first: group.first, last: Math.min(group.last + 18, endOf(content, group.head)) }]))
    )
      return "accuses";
  }
  const foreign = (at: number): boolean => {
    const mention = mentionOver(reading, at);
    return (
      mention !== undefined &&
      ACTOR_TYPES.has(mention.type) &&
      !(seen.own?.ids.includes(mention.entity) ?? false) &&
      !(seen.own?.states.includes(mention.entity) ?? false)
    );
  };
  if (side !== "own" && /^(witness|see|suffer|watch|endure|face|be)$/.test(verb) && lexicon.CRIME_BY.test(text)) return "accuses";
  if (seen.cue !== undefined && side !== "own" && lexicon.BACKED.test(text) && HARM_DONE.has(verb)) {
    for (const range of content)
      for (let i = range.first; i < group.first; i++)
        if (/^(by|from|in)$/.test(lowerOf(reading, i)) && anyIn(i + 1, i + 4, foreign)) return "accuses";
  }
  return undefined;
}

const HARM_DONE: ReadonlySet<string> = new Set(
  "attack open fire kill storm raid bomb shell strike ambush murder shoot launch carry".split(" "),
);
const anyIn = (first: number, last: number, test: (i: number) => boolean): boolean => {
  for (let i = first; i < last; i++) if (test(i)) return true;
  return false;
};
const endOf = (content: readonly TokenRange[], token: number): number =>
  content.find((range) => range.first <= token && token < range.last)?.last ?? token;

/** "Was trying to bully", "continues to violate", "has repeatedly sought to undermine": the verb after a verb of trying or going on. */
function throughTrying(reading: Reading, { group }: MainClause): string {
  const lemma = lemmaOf(reading, group.head);
  if (!/^(try|seek|attempt|continue|keep|repeat|begin|want|intend)$/.test(lemma)) return lemma;
  for (let i = group.last; i < group.last + 4; i++) if (/^VBG?$/.test(tagOf(reading, i))) return lemmaOf(reading, i);
  return lemma;
}

// ---------------------------------------------------------------- judgements

/** "The raid was a crime", "the launches were worrying", "the summit was a great success": a copula, a subject that is no act of one's own, a judging predicate. */
function judges({ reading, main, side, verb, passive, negated, rest, cue, text, direct }: Seen): Stance | undefined {
  const { group } = main;
  // "Made clear that it is unacceptable" lays down, it doesn't condemn.
  if (cue === "make" || cue === "clear" || (negated && !lexicon.NO_EXCUSE.test(text)) || (group.modal !== undefined && verb !== "be"))
    return undefined;
  if (lexicon.NO_EXCUSE.test(text)) return "condemns";
  if (lexicon.WITH_CONCERN.test(rest)) return "expressesConcern";
  if (side === "other" && /^(have|be)$/.test(verb) && lexicon.RIGHTFUL.test(rest)) return "supports";
  if (direct && side !== "own" && !passive && group.modal === undefined && lexicon.VALOUR.test(`${lowerOf(reading, group.head)} ${rest}`))
    return "praises";
  if (side === "own" && lexicon.WORRYING.has(verb) && group.modal === undefined) return "expressesConcern";
  if (
    !/^(be|remain|constitute|represent|amount|become|mark)$/.test(verb) ||
    side === "own" ||
    side === "nobody" ||
    group.modal !== undefined
  )
    return undefined;
  const judged = predicateStance(reading, group.last, side === "other");
  if (judged !== undefined) return judged;
  return lexicon.PRAISING_PHRASE.test(rest.slice(0, 80)) && !/\bnot\b/iu.test(text.slice(0, 60)) ? "praises" : undefined;
}

/**
 * What a predicate says of its subject: the words of its own phrase, not those of clauses and of-phrases after it ("a clear affirmation of the fact
 * that the case was baseless" praises). Of an actor a wrongdoer's name accuses, of an act a crime's name condemns.
 */
export function predicateStance(reading: Reading, from: number, ofActor: boolean): Stance | undefined {
  let found: Stance | undefined;
  for (let i = from; i < Math.min(from + 14, reading.tokens.count); i++) {
    const word = lowerOf(reading, i);
    if (/^(no|not|never|hardly|n't|n’t)$/.test(word)) return undefined;
    if (i > from + 1 && /^(that|who|which|where|when|because|by|against|with|for|from|on|to|but|,|;|[.]|:)$/.test(word)) break;
    if (word === "of" && found !== undefined) break;
    const lemma = lemmaOf(reading, i);
    if (lexicon.PERSONAL_WRONGDOER.has(lemma)) return "accuses";
    if (ofActor && (lexicon.WRONGDOER.has(lemma) || lexicon.WRONGDOER.has(word))) return "accuses";
    // "The terrorism landscape": a noun before another noun is no predicate.
    const modifies = isNoun(tagOf(reading, i)) && isNoun(tagOf(reading, i + 1));
    if (!modifies && (lexicon.CONDEMNABLE.has(lemma) || lexicon.CONDEMNABLE.has(word))) return "condemns";
    if (lexicon.WORRISOME.has(word)) found ??= "expressesConcern";
    if (
      (lexicon.PRAISEWORTHY.has(word) || lexicon.PRAISEWORTHY.has(lemma)) &&
      (isNoun(tagOf(reading, i)) || tagOf(reading, i).startsWith("JJ") || isAdverb(tagOf(reading, i - 1)))
    )
      found ??= "praises";
  }
  return found;
}

/** "Had made voyages, allegedly carrying arms": told with the distance of an allegation. */
const DISTANCED = /\b(?:allegedly|reportedly|purportedly|reported to (?:be|have)|rumou?red to (?:be|have))\b/iu;

/** "Was likely to launch", "was probably caused by": what somebody else does, has done or will do is only guessed. */
function guesses({ reading, main, side, text, cue, direct }: Seen): Stance | undefined {
  if (cue === undefined || side === "own") return undefined;
  if (DISTANCED.test(text)) return "alleges";
  if (direct) return undefined;
  const start = main.subject?.first ?? main.group.first;
  const near = textOf(reading, [{ first: start, last: Math.min(main.group.last + 5, reading.tokens.count) }]);
  return lexicon.LIKELY.test(near) && text.includes(near.slice(0, 12)) ? "estimates" : undefined;
}
