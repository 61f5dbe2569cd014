import type { Certainty, Polarity, Stance } from "../ontology.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { contentStance, hesitatesToHarm, predicateStance, startsArmedAct } from "./content-stance.ts";
import { type MainClause, mainClauseOf, textOf } from "./content-stance-clause.ts";
import { isOwnAct } from "./content-stance-side.ts";
import type { CueMatch, TokenRange } from "./cue-match.ts";
import {
  ACCUSING_OBJECTS,
  ACCUSING_PREDICATES,
  ALLEGATION_NOUNS,
  CONDEMNING_WORDS,
  DENIABLE_ACTS,
  DENYING_WORDS,
  EXPRESSED_NOUNS,
  HOSTILE_PHRASES,
  HOSTILE_VERBS,
  PRAISE_WORDS,
  REGRETTING_WORDS,
  WARNING_PHRASES,
} from "./cue-table.ts";
import { judgement } from "./judgement.ts";
import { isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import type { FirstPerson } from "./speaker.ts";
import { nounPhraseFrom, subjectOf } from "./subject.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** What is threatened lies ahead: "will pay the price", not "has made his people pay". */
const THREATENING_MODAL = /\b(will|would|shall|must|deserves?|going to|means?|or)\b|[’']ll\b/iu;

/** The verb that introduces a content. */
export interface IntroducingVerb {
  readonly lemma: string;
  readonly past: boolean;
}

/** Sharpens the stance of a cue that leaves it to the content, and of sentences that have no cue at all. */
export function stanceByContent(
  reading: Reading,
  base: Stance,
  content: readonly TokenRange[],
  own: FirstPerson | undefined,
  direct: boolean,
  cue?: IntroducingVerb,
): Stance {
  const text = textOf(reading, content).replace(/["“”„«»]/gu, "");
  const main = mainClauseOf(reading, content);
  if (WARNING_PHRASES[0]?.test(text) || WARNING_PHRASES[1]?.test(text))
    return /tolerated/.test(text) || hesitatesToHarm(text) ? "threatens" : "warns";
  if (WARNING_NOUN.test(text) || BEWARE.test(text)) return "warns";
  const shown =
    main === undefined
      ? undefined
      : contentStance({ reading, content, main, own, direct, ...(cue === undefined ? {} : { cue: cue.lemma, cuePast: cue.past }) });
  if (shown !== undefined) return shown;
  if (HOSTILE_PHRASES.some((phrase) => phrase.test(text)) && THREATENING_MODAL.test(text)) return "threatens";
  const ownAct = isOwnAct(reading, main, own, direct);
  if (main !== undefined && ownAct) {
    const lemma = lemmaOf(reading, main.group.head);
    const future = main.group.modal === "will" || main.group.modal === "shall" || main.group.modal === "would";
    const objectActor = mentionOver(reading, main.group.last)?.type;
    if (future && HOSTILE_VERBS.has(lemma) && (lemma !== "respond" || objectActor !== undefined)) return "threatens";
    // "We continue to counter evasion": what one goes on doing.
    if (direct && main.group.tense === "present" && lemma === "continue" && lowerOf(reading, main.group.last) === "to") return "commits";
    if (lemma === "go" && /^to$/.test(lowerOf(reading, main.group.last))) return "commits";
    if (
      main.group.tense === "present" &&
      /^(intend|plan|pledge|commit|stand|remain)$/.test(lemma) &&
      commitsAfter(reading, main.group.last)
    )
      return "commits";
  }
  if (content.some((range) => deniesOwnAct(reading, range, own))) return "denies";
  const held = (text.match(HELD) ?? text.match(SHOWN))?.[1]?.toLowerCase();
  if (base === "asserts" && held !== undefined) return EXPRESSED_NOUNS[held] ?? base;
  const ultimatum = main !== undefined && !main.group.negated && main.group.modal !== undefined && UNLESS.test(text);
  if (ultimatum && !ownAct) return "threatens";
  if (WARNING_PHRASES[2]?.test(text)) return "warns";
  if (IS_TIME.test(text) || (direct && IS_URGENT.test(text)) || (main !== undefined && !ownAct && demandsOf(reading, main)))
    return "requests";
  // "Has made it clear that this is unacceptable" lays down a position.
  if (direct && main !== undefined && cue?.lemma !== "make" && cue?.lemma !== "clear") {
    const judged = judgement(reading, main, ownAct);
    if (judged !== undefined) return judged;
    if (SYMPATHY.test(text)) return "supports";
    // "Our joint efforts must be grounded in democracy"
    const ours = main.subject?.phrases.some(({ first }) => /^(our|my)$/.test(lowerOf(reading, first))) ?? false;
    if ((ownAct || ours) && /^(must|should)$/.test(main.group.modal ?? "") && !main.group.negated) return "requests";
    if (providedFor(reading, main)) return "commits";
    if (WRONGFUL_WAR.test(text)) return "accuses";
  }
  return content.some((clip) => accuses(reading, clip, own, direct)) ? "accuses" : base;
}

/** "The proceeds will be disbursed through the fund", in a statement of those who pay: a passive for what they will do. */
function providedFor(reading: Reading, { group, subject }: MainClause): boolean {
  return (
    group.modal === "will" &&
    group.passive &&
    !group.negated &&
    PROVIDING.test(lemmaOf(reading, group.head)) &&
    subject?.phrases.every(({ head }) => !ACTOR_TYPES.has(mentionOver(reading, head)?.type ?? "")) === true
  );
}
const PROVIDING =
  /^(provide|use|disburse|deliver|repay|service|serve|fund|finance|direct|allocate|establish|strengthen|implement|coordinate|expand|launch|channel|spend|pay|invest|share|station|deploy)$/;
/** "Russia’s illegal and unprovoked aggression has caused untold harm": a war told by its wrong. */
const WRONGFUL_WAR =
  /^(?:\W*\w+[’']?s? ){0,3}(?:illegal|unprovoked|unjustified|unjustifiable|unlawful|brutal|barbaric)\b(?:,? (?:and )?\w+){0,3} (?:aggression|invasion|war|attacks?|occupation|annexation)\b[^.]{0,40}\b(?:has|have|is|continues?|threatens?|violates?|caused?)\b/iu;
const HELD = /\bin (?:our|its|their) (?:\w+ )?(opposition|support|solidarity|commitment|determination|condemnation|resolve)\b/i;
/** "It demonstrates our steadfast resolve to", "This reflects our commitment to". */
const SHOWN =
  /^(?:\W*\w+ ){0,4}(?:demonstrat|show|reflect|underscor|signal|reaffirm|prov|embod|testif|attest|speak)\w* (?:\w+ ){0,2}(?:our|my) (?:[\w-]+ ){0,2}(resolve|commitment|support|determination|solidarity|readiness|willingness|opposition)\b/i;
const UNLESS = /\bunless\b/i;
const WARNING_NOUN =
  /\b(?:serves?|stands?|sent|sends?|acts?) as an? (?:\w+ )?(?:warning|deterrent)\b|\b(?:is|be) a (?:\w+ )?warning (?:to|that|about)\b/iu;

/** "The U.S. should bear in mind that it will face", "had better think twice before": advice that threatens with what follows. */
const BEWARE =
  /\b(?:should|must|ought to|had better|would do well to) (?:\w+ )?(?:bear in mind|think twice|be (?:well )?aware that|not forget that|keep in mind|know that|realize that|realise that|understand that|reflect (?:deeply |carefully )?on|be mindful)\b/iu;

/** "Our thoughts are with the people of X", "our hearts go out to". */
const SYMPATHY = /\bour (?:\w+ ){0,2}(?:thoughts|prayers|hearts|condolences|sympath(?:y|ies))\b.{0,30}\b(?:with|to)\b/iu;
/** "It is critical that all states implement the resolutions". */
const IS_URGENT =
  /^(?:and |but |so )?it(?: is|[’']s) (?:\w+ )?(?:critical|essential|imperative|vital|crucial|necessary|incumbent)\b.{0,60}?\b(?:that|to|upon)\b/iu;
const IS_TIME =
  /^(?:and |but |so )?(?:now )?(?:it(?: is|[’']s) (?:now )?(?:past )?time|(?:now|now,)? is the time|the time has come) for\b/iu;

/** "Russia must withdraw", "the parties should return to talks", "it is time for Congress to act": somebody else is told what to do. */
function demandsOf(reading: Reading, main: MainClause): boolean {
  const { group, subject } = main;
  if (subject === undefined || group.passive || /^(be|have|remain)$/.test(lemmaOf(reading, group.head))) return false;
  const owed =
    /^(must|should)$/.test(group.modal ?? "") ||
    (/^(need|have)$/.test(lemmaOf(reading, group.head)) && lowerOf(reading, group.last) === "to");
  return owed && subject.phrases.every(({ head }) => ACTOR_TYPES.has(mentionOver(reading, head)?.type ?? ""));
}

/** "It had not sold shells", "they have not violated the sanctions", said of oneself. */
function deniesOwnAct(reading: Reading, range: TokenRange, own: FirstPerson | undefined): boolean {
  for (let i = range.first; i < range.last; i++) {
    if (!DENIABLE_ACTS.has(lemmaOf(reading, i)) || !isVerb(tagOf(reading, i))) continue;
    const group = verbGroupAt(reading, i);
    if (
      !group.negated ||
      !group.perfect ||
      group.modal !== undefined ||
      group.form !== "finite" ||
      /^(which|that|who)$/.test(lowerOf(reading, group.first - 1))
    )
      continue;
    const subject = subjectOf(reading, group);
    if (isOwnAct(reading, { group, ...(subject === undefined ? {} : { subject }) }, own)) return true;
  }
  return false;
}

/** "This violates the resolution", "Russian forces are committing war crimes": said flatly of somebody else. */
function accuses(reading: Reading, clip: TokenRange, own: FirstPerson | undefined, direct: boolean): boolean {
  for (let first = clip.first; first < clip.last; ) {
    const sentence = reading.sentences[reading.tokens.sentence[first] ?? -1];
    const last = Math.max(first + 1, Math.min(clip.last, sentence?.last ?? clip.last));
    const main = mainClauseOf(reading, [{ first, last }]);
    const subject = mentionOver(reading, main?.subject?.phrases[0]?.head ?? -1)?.type;
    // "The Agreement enables the sale": papers commit no wrongs.
    // Of terrorists and bands it is told as a fact: an accusation is made against somebody who could answer it.
    const paper = subject !== undefined && /^(Agreement|Document|Resolution|Programme|ArmedGroup)$/.test(subject);
    if (main !== undefined && !paper && !isOwnAct(reading, main, own) && !main.group.negated && main.group.modal === undefined) {
      const lemma = continuedVerb(reading, main.group);
      if (!direct) {
        if (TRESPASSING.has(lemma) && !main.group.passive && subject !== undefined) return true;
        if (subject !== undefined && blames(reading, main.group)) return true;
        first = last;
        continue;
      }
      if (ACCUSING_PREDICATES.has(lemma) && !main.group.passive) return true;
      if (/^(commit|pose|make|show|demonstrate|carry|constitute)/.test(lemma) && accusingObject(reading, main.group.last)) return true;
    }
    first = last;
  }
  return false;
}

/** "Had deliberately targeted civilians", "secretly shipped missiles": the adverb makes the deed a wrong. */
function blames(reading: Reading, group: VerbGroup): boolean {
  for (let i = group.first - 1; i <= group.last; i++)
    if (
      /^(deliberately|illegally|unlawfully|secretly|covertly|indiscriminately|systematically|brazenly|falsely|wantonly|clandestinely)$/.test(
        lowerOf(reading, i),
      )
    )
      return true;
  return false;
}

/** Wrongs whose name already blames: an accusation in indirect speech too ("said the vessels had intruded into its waters"). */
const TRESPASSING: ReadonlySet<string> = new Set(
  "intrude trespass encroach violate infringe breach flout contravene provoke harass bully coerce sabotage obstruct blackmail meddle interfere collude".split(
    " ",
  ),
);

/** "Russia continues to violate", "keeps threatening": what goes on. */
function continuedVerb(reading: Reading, group: VerbGroup): string {
  const lemma = lemmaOf(reading, group.head);
  if (!/^(continue|keep|repeat)$/.test(lemma)) return lemma;
  for (let i = group.last; i < group.last + 4; i++) if (/^VB[G]?$/.test(tagOf(reading, i))) return lemmaOf(reading, i);
  return lemma;
}

function commitsAfter(reading: Reading, at: number): boolean {
  for (let i = at; i < at + 4; i++)
    if (/^(ready|committed|determined|prepared|with)$/.test(lowerOf(reading, i)) || (i === at && lowerOf(reading, i) === "to")) return true;
  return false;
}

function accusingObject(reading: Reading, at: number): boolean {
  const phrase = nounPhraseFrom(reading, at, Math.min(at + 14, reading.tokens.count));
  if (phrase === undefined) return false;
  for (let i = phrase.first; i < Math.min(phrase.last + 5, reading.tokens.count); i++) {
    if (ACCUSING_OBJECTS.has(lemmaOf(reading, i))) return true;
    if (isVerb(tagOf(reading, i))) return false;
  }
  return false;
}

/** "Vowed revenge", "pledged to destroy": a promise of harm is a threat. */
export function stanceOfPledge(reading: Reading, base: Stance, content: readonly TokenRange[]): Stance {
  const first = content[0];
  if (first === undefined) return base;
  for (let i = first.first; i < Math.min(first.last, first.first + 5); i++) {
    const lemma = lemmaOf(reading, i);
    if (/^(revenge|retaliation|vengeance|reprisal|retribution|punishment)$/.test(lemma)) return "threatens";
    // "Vowed a resolute response"
    if (
      /^(response|answer|consequence)$/.test(lemma) &&
      /^(resolute|crushing|firm|harsh|decisive|devastating|forceful|painful|severe|strong|swift|tough|merciless|overwhelming)$/.test(
        lowerOf(reading, i - 1),
      )
    )
      return "threatens";
    if (tagOf(reading, i) !== "VB") continue;
    if (HOSTILE_VERBS.has(lemma) && lemma !== "respond") return "threatens";
    return startsArmedAct(reading, i) ? "threatens" : base;
  }
  return base;
}

/** "described X as Y", "called X Y": Y decides. */
export function stanceOfDescription(reading: Reading, base: Stance, content: readonly TokenRange[]): Stance {
  // "rejected the report as a fabrication", "dismissed as baseless the allegation": of what is said a denial, of what is offered a refusal.
  if (base === "rejects") {
    for (const range of content)
      for (let i = range.first; i < range.last; i++)
        if (DENYING_WORDS.has(lowerOf(reading, i)) || (i < range.first + 8 && ALLEGATION_NOUNS.has(lemmaOf(reading, i)))) return "denies";
    return base;
  }
  if (base === "asserts" || base === "accuses") {
    const described = descriptionIn(reading, content);
    const stance = described === undefined ? undefined : predicateStance(reading, described.predicate, described.ofActor);
    if (stance !== undefined) return stance;
  }
  for (const range of content) {
    for (let i = range.first; i < range.last; i++) {
      const word = lowerOf(reading, i);
      if (SLANTED.test(word) && base === "asserts") return "rejects";
      if (CONDEMNING_WORDS.has(word)) return base === "accuses" ? "accuses" : "condemns";
      if (DENYING_WORDS.has(word)) return "denies";
      if (REGRETTING_WORDS.has(word)) return "expressesConcern";
      if (PRAISE_WORDS.has(word)) return "praises";
    }
  }
  return base;
}

/** What a paper or decision is called by whoever will not have it: "called the report politically motivated". */
const SLANTED =
  /^(biased|one-sided|lopsided|politically|politicized|politicised|politicization|slanted|slander|slanderous|smear|distorted|misleading|absurd|ridiculous|farcical|farce|meaningless|worthless|void|invalid)$/;

/** Where the words that describe begin ("as Z", or the second phrase of "called Y Z"), and whether they are said of an actor. */
function descriptionIn(
  reading: Reading,
  content: readonly TokenRange[],
): { readonly predicate: number; readonly ofActor: boolean } | undefined {
  const opening = content[0];
  if (opening === undefined) return undefined;
  const type = typeOfObject(reading, opening);
  const ofActor = type !== undefined && ACTOR_TYPES.has(type) && !/^(Document|Resolution|Agreement)$/.test(type);
  for (const { first, last } of content)
    for (let i = first; i < Math.min(last, first + 25); i++)
      if (lowerOf(reading, i) === "as" && !/^(well|such)$/.test(lowerOf(reading, i - 1)) && lowerOf(reading, i + 1) !== "well")
        return { predicate: i + 1, ofActor };
  const range = content[content.length - 1] ?? opening;
  const object = nounPhraseFrom(reading, range.first, range.last);
  if (object === undefined) return { predicate: range.first, ofActor: false };
  let next = object.last;
  while (next < range.last && (/^(to|be)$/.test(lowerOf(reading, next)) || /^["“‘']$/.test(lowerOf(reading, next)))) next++;
  const second = tagOf(reading, next).startsWith("JJ") || nounPhraseFrom(reading, next, range.last) !== undefined;
  // "What he called a crime": the object stands before the verb, the only phrase describes it.
  return second ? { predicate: next, ofActor } : { predicate: range.first, ofActor: false };
}

function typeOfObject(reading: Reading, range: TokenRange): string | undefined {
  const object = nounPhraseFrom(reading, range.first, range.last);
  return object === undefined ? undefined : mentionOver(reading, object.head)?.type;
}

const POSSIBLE = /^(may|might|could|possible|possibly|possibility|potential|potentially|perhaps|chance)$/;
const PROBABLE = /^(likely|probably|presumably|apparently|appears?|expected|anticipate[sd]?)$/;
const ALLEGED = /^(reportedly|allegedly|alleged|purportedly|rumored|rumoured|reported)$/;

/** How sure the speaker makes it sound (L40). The modality of the main clause counts; a concern's object counts whole. */
export function certaintyOf(
  reading: Reading,
  match: Pick<CueMatch, "certainty" | "stance" | "frame">,
  stance: Stance,
  content: readonly TokenRange[],
): Certainty {
  if (stance === "cannotConfirm" || stance === "declinesComment") return "unspecified";
  if (match.certainty !== undefined) return match.certainty;
  const main = mainClauseOf(reading, content);
  if (main !== undefined && match.frame !== "object" && /^(may|might|could)$/.test(main.group.modal ?? "")) return "possible";
  const window = stance === "expressesConcern" || stance === "estimates" ? 30 : 10;
  const first = content[0];
  if (first !== undefined) {
    const end = Math.min(first.last, first.first + window);
    for (let i = first.first; i < end; i++) {
      const word = lowerOf(reading, i);
      const main2 = main === undefined || i <= main.group.head + (lowerOf(reading, first.first) === "there" ? 5 : 2) || window > 10;
      if (!main2) break;
      if (POSSIBLE.test(word) && !(tagOf(reading, i) === "JJ" && /^(as|soon)$/.test(lowerOf(reading, i - 1)))) return "possible";
      if (ALLEGED.test(word) && stance === "alleges") return "unspecified";
      if (PROBABLE.test(word)) return "probable";
    }
  }
  return stance === "estimates" ? "probable" : "certain";
}

const NEGATIVE_DETERMINERS = /^(no|none|neither|nobody|nothing|never|nor)$/;
/** Verbs that ask or promise that something shall not be. */
const PREVENTING = /^(prevent|halt|avoid)$/;
const FORBIDDING = /^(refrain|prohibit|ban|abstain|desist|forbid)$/;

/** Polarity of the content: negated main clause, denial, or a request or pledge not to (L39, L48: "not only", "without", emphatic "did" are positive). */
export function polarityOf(
  reading: Reading,
  match: Pick<CueMatch, "frame">,
  stance: Stance,
  content: readonly TokenRange[],
  hasEvents: boolean,
): Polarity {
  if (stance === "denies") return "negative";
  if (stance === "cannotConfirm" || stance === "declinesComment" || stance === "rejects" || stance === "warns" || stance === "threatens")
    return "positive";
  const first = content[0];
  if (first === undefined) return "positive";
  if (stance === "requests" || stance === "commits" || stance === "proposes") {
    const reach = stance === "requests" ? 30 : 6;
    for (let i = first.first; i < Math.min(first.last, first.first + reach); i++) {
      const word = lowerOf(reading, i);
      const not =
        (word === "not" || word === "n't" || word === "never") &&
        (lowerOf(reading, i + 1) === "to" || /^(to|do|will|shall|would)$/.test(lowerOf(reading, i - 1)));
      const forbids = not || FORBIDDING.test(lemmaOf(reading, i)) || FORBIDDING.test(word);
      if ((forbids || (hasEvents && PREVENTING.test(lemmaOf(reading, i)))) && tagOf(reading, i) !== "NN") return "negative";
    }
    const pledged = stance === "commits" && match.frame !== "object" ? mainClauseOf(reading, content) : undefined;
    return pledged?.group.negated === true && /^(will|would|shall)$/.test(pledged.group.modal ?? "") ? "negative" : "positive";
  }
  if (match.frame === "object" || match.frame === "objectAs") return "positive";
  if (
    NEGATIVE_DETERMINERS.test(lowerOf(reading, first.first)) ||
    (lowerOf(reading, first.first) === "there" && /^(no|n't|not)$/.test(lowerOf(reading, first.first + 2)))
  )
    return "negative";
  const main = mainClauseOf(reading, content);
  if (main === undefined) return "positive";
  if (main.group.negated) return notOnly(reading, main.group) ? "positive" : "negative";
  if (lowerOf(reading, main.group.last) === "yet" && lowerOf(reading, main.group.last + 1) === "to") return "negative";
  const next = lowerOf(reading, main.group.last);
  if (next === "not" && lowerOf(reading, main.group.last + 1) !== "only") return "negative";
  if (next === "no" && lowerOf(reading, main.group.last + 1) !== "longer") return "negative";
  const subjectWord = main.subject?.phrases[0] === undefined ? "" : lowerOf(reading, main.subject.phrases[0].first);
  return NEGATIVE_DETERMINERS.test(subjectWord) ? "negative" : "positive";
}

function notOnly(reading: Reading, group: VerbGroup): boolean {
  // "Has never been stronger": a comparison that says how strong it is.
  for (let i = group.last; i < group.last + 3; i++)
    if (lowerOf(reading, group.head - 1) === "never" || lowerOf(reading, group.head - 2) === "never")
      if (/^(JJR|RBR)$/.test(tagOf(reading, i))) return true;
  for (let i = group.first; i <= group.last + 1; i++)
    if (/^(not|n't)$/.test(lowerOf(reading, i)) && /^(only|just|merely|changed)$/.test(lowerOf(reading, i + 1))) return true;
  return false;
}
