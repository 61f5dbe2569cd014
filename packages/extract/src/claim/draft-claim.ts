import type { EventDraft, EventOccurrence } from "../event/event-draft.ts";
import type { QuoteType, Stance } from "../ontology.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { mainClauseOf, textOf } from "./content-stance-clause.ts";
import { UNVERIFIED } from "./content-stance-lexicon.ts";
import { sideOf } from "./content-stance-side.ts";
import type { CueMatch, TokenRange } from "./cue-match.ts";
import { isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { firstPersonOf, type Speaker } from "./speaker.ts";
import { certaintyOf, polarityOf, stanceByContent, stanceOfDescription, stanceOfPledge } from "./stance.ts";
import { nounPhraseFrom } from "./subject.ts";

/** Occurrences of events by the token of their trigger. */
export type EventsByToken = ReadonlyMap<number, readonly { readonly event: EventDraft; readonly occurrence: EventOccurrence }[]>;

export function indexEvents(events: readonly EventDraft[]): EventsByToken {
  const index = new Map<number, { event: EventDraft; occurrence: EventOccurrence }[]>();
  for (const event of events) {
    for (const occurrence of event.occurrences) {
      const list = index.get(occurrence.trigger);
      if (list === undefined) index.set(occurrence.trigger, [{ event, occurrence }]);
      else list.push({ event, occurrence });
    }
  }
  return index;
}

/** Events triggered in a range, in text order, each once. */
export function eventsIn(events: EventsByToken, ranges: readonly TokenRange[]): readonly string[] {
  const found: string[] = [];
  for (const range of ranges) {
    for (let i = range.first; i < range.last; i++)
      for (const { event } of events.get(i) ?? []) if (!found.includes(event.id)) found.push(event.id);
  }
  return found;
}

const ABOUT_TYPES: ReadonlySet<string> = new Set([
  ...ACTOR_TYPES,
  "Agreement",
  "Resolution",
  "Programme",
  "WeaponSystem",
  "WeaponCategory",
  "Conflict",
  "Forum",
  "Item",
]);

/** Entities that a content is about, in text order. */
export function aboutIn(reading: Reading, ranges: readonly TokenRange[], without: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const range of ranges) {
    for (let i = range.first; i < range.last; i++) {
      const mention = mentionOver(reading, i);
      if (mention === undefined || !ABOUT_TYPES.has(mention.type) || mention.use === "place") continue;
      if (!found.includes(mention.entity) && !without.includes(mention.entity)) found.push(mention.entity);
    }
  }
  return found;
}

export function quoteTypeOf(reading: Reading, content: readonly TokenRange[], issuer: boolean): QuoteType {
  if (issuer) return "direct";
  let quoted = 0;
  let plain = 0;
  for (const range of content) {
    for (let i = range.first; i < range.last; i++) {
      if (!/[\p{L}\p{N}]/u.test(lowerOf(reading, i))) continue;
      if ((reading.quoteAt[i] ?? -1) >= 0) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return "indirect";
  return plain <= 1 || plain * 6 < quoted ? "direct" : "mixed";
}

/** From cue and speaker to a draft: stance and certainty by cue and content, evidence from the subject to the end of the content. */
export function draftFromCue(
  reading: Reading,
  match: CueMatch,
  speaker: Speaker,
  events: EventsByToken,
  issuer: boolean,
  stanceOverride?: Stance,
): ClaimDraft {
  const own = firstPersonOf(reading, speaker.onBehalfOf === undefined ? speaker.ids : [...speaker.ids, speaker.onBehalfOf]);
  const quoteType = quoteTypeOf(reading, match.content, issuer);
  const cueEvents = eventsIn(events, [{ first: match.token, last: match.token + 1 }]);
  const told = [...new Set([...eventsIn(events, match.content), ...cueEvents])];
  // "Described it as an aggression, a dream, he said, that": a saying inside what is described leaves the description its stance.
  const override = match.frame === "objectAs" && stanceOverride === "asserts" ? undefined : stanceOverride;
  const stance = override ?? stanceFor(reading, match, own, quoteType, speaker.own && issuer);
  // "I think the partnership is unique": an opinion of one's own is put forward, not estimated.
  const opinion = match.row === "believe" && speaker.own && issuer;
  const certainty = opinion && stance === "asserts" ? "probable" : certaintyOf(reading, match, stance, match.content);
  return {
    speaker,
    stance,
    certainty,
    polarity: polarityOf(reading, match, stance, match.content, told.length > 0),
    quoteType,
    cue: match.cue,
    content: match.content,
    evidence: [evidenceOf(reading, match)],
    addressee: addressees(reading, match),
    events: told,
    about: aboutIn(reading, match.content, speaker.ids),
    sentence: match.sentence,
    rule: `claim.${match.row}.${match.frame}.${match.subject?.how ?? "none"}`,
    confidence: speaker.confidence,
  };
}

function stanceFor(
  reading: Reading,
  match: CueMatch,
  own: ReturnType<typeof firstPersonOf>,
  quoteType: QuoteType,
  issuer: boolean,
): Stance {
  if (issuer && match.row === "believe") return stanceByContent(reading, "asserts", match.content, own, true);
  if (match.frame === "objectAs") return stanceOfDescription(reading, match.stance, match.content);
  // "Let us be clear: X is a threat" says X with emphasis; "has been clear that" lays down a position.
  const emphatic = lowerOf(reading, match.token) === "clear" && lowerOf(reading, (match.content[0]?.first ?? 0) - 1) !== "that";
  const cue = { lemma: emphatic ? "say" : lemmaOf(reading, match.token), past: match.group?.perfect ?? false };
  if (match.row === "vow") {
    // "Vowed that the army would carry out more strikes": harm in the clause, as in the infinitive, makes the vow a threat.
    if (match.frame === "clause" && stanceByContent(reading, match.stance, match.content, own, false, cue) === "threatens")
      return "threatens";
    return stanceOfPledge(reading, match.stance, match.content);
  }
  // "Claimed to have fired": of one's own doing a claim is no distance from it, it takes credit.
  if (cue.lemma === "claim" && match.row === "allege" && claimsOwnDeed(reading, match, own)) return "asserts";
  if (match.row === "state-object" && /^(announce|unveil)$/.test(cue.lemma) && namesPlan(reading, match)) return "commits";
  // "described ties as": only a description judges. "said 2025 was a historic year" does not.
  // "Cautioned that the figures could not be verified" warns of nothing.
  if (match.row === "warn" && match.frame === "clause" && UNVERIFIED.test(textOf(reading, match.content))) return "cannotConfirm";
  if (match.decidedBy === "cue") return match.stance;
  return stanceByContent(reading, match.stance, match.content, own, quoteType === "direct", cue);
}

/** "Announced an initiative to share", "unveiled a plan to build": what is announced is a will. */
function namesPlan(reading: Reading, match: CueMatch): boolean {
  const content = match.content[0];
  const phrase = content === undefined ? undefined : nounPhraseFrom(reading, content.first, content.last);
  if (phrase !== undefined && /^(readiness|willingness|intention|intent|determination|preparedness)$/.test(lemmaOf(reading, phrase.head)))
    return true;
  return (
    phrase !== undefined &&
    /^(plan|initiative|decision|intention|programme|program|effort|commitment|pledge|package|proposal|scheme|readiness|offer)$/.test(
      lemmaOf(reading, phrase.head),
    ) &&
    lowerOf(reading, phrase.last) === "to" &&
    tagOf(reading, phrase.last + 1) === "VB"
  );
}

/** "Claimed to have fired missiles", "claimed that it had shot down a drone": the speaker’s own deed, done and not denied. */
function claimsOwnDeed(reading: Reading, match: CueMatch, own: ReturnType<typeof firstPersonOf>): boolean {
  const main = mainClauseOf(reading, match.content);
  if (match.frame === "infinitive") {
    const first = match.content[0]?.first ?? 0;
    const at = lowerOf(reading, first) === "to" ? first + 1 : first;
    return lowerOf(reading, at) === "have" && lowerOf(reading, at + 1) !== "been";
  }
  return (
    main !== undefined && !main.group.negated && !main.group.passive && main.group.perfect && sideOf(reading, main, own, false) === "own"
  );
}

function addressees(reading: Reading, match: CueMatch): readonly string[] {
  if (match.addressee === undefined) return [];
  const mention = mentionOver(reading, match.addressee.head);
  return mention !== undefined && ACTOR_TYPES.has(mention.type) ? [mention.entity] : [];
}

/** The clause that makes the claim, cue and speaker included. */
export function evidenceOf(reading: Reading, match: CueMatch): TokenRange {
  const sentence = reading.sentences[match.sentence] ?? { first: match.token, last: match.token + 1 };
  const first = Math.min(...match.content.map((range) => range.first), match.cue.first, ownSubjectStart(match));
  const last = Math.max(
    ...match.content.map((range) => range.last),
    match.cue.last,
    match.subject?.how === "inverted" || match.subject?.how === "agent" ? endOfSubject(match) : match.cue.last,
  );
  return { first: openingOf(reading, first, sentence.first), last };
}

function ownSubjectStart(match: CueMatch): number {
  if (match.subject === undefined || match.subject.how === "inherited") return match.group?.first ?? match.cue.first;
  return Math.min(match.subject.first, match.cue.first);
}

function endOfSubject(match: CueMatch): number {
  return Math.max(match.cue.last, ...(match.subject?.phrases.map((p) => p.last) ?? []));
}

/** Takes in an opening adjunct ("On Nov. 12,") when nothing but that stands before the claim, and an opening quotation mark. */
function openingOf(reading: Reading, first: number, sentenceFirst: number): number {
  if (first - sentenceFirst > 14) return first;
  for (let i = sentenceFirst; i < first; i++) if (isVerb(tagOf(reading, i)) || /^[;:—]$/.test(lowerOf(reading, i))) return first;
  return Math.min(first, sentenceFirst);
}
