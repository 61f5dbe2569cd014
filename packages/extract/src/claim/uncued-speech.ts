import { type Attribution, attitudeIn } from "./attribution.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { collectiveHead } from "./collective.ts";
import { type MainClause, mainClauseOf } from "./content-stance-clause.ts";
import { isOwnAct } from "./content-stance-side.ts";
import type { TokenRange } from "./cue-match.ts";
import { aboutIn, type EventsByToken, eventsIn } from "./draft-claim.ts";
import { judgement } from "./judgement.ts";
import { clipsOf, type QuotationSpeakers } from "./quoted-speech.ts";
import { lemmaOf, lowerOf, mentionOver, type Reading } from "./reading.ts";
import { type FirstPerson, firstPersonOf, firstPersonOfVoice, type Speaker } from "./speaker.ts";
import { certaintyOf, polarityOf, stanceByContent } from "./stance.ts";
import type { Voice } from "./voice.ts";

/** Quotations whose speaker was carried over: their sentences are claims without a cue (L26, L34). */
export function carriedQuotations(
  reading: Reading,
  speakers: QuotationSpeakers,
  drafts: readonly ClaimDraft[],
  all: readonly Attribution[],
  absorbed: ReadonlySet<Attribution>,
  events: EventsByToken,
): readonly ClaimDraft[] {
  const found: ClaimDraft[] = [];
  const taken = (token: number): boolean =>
    drafts.some((draft) => draft.content.some((range) => range.first <= token && token < range.last));
  for (const [quotation, speaker] of speakers) {
    const span = reading.annotated.quotations[quotation];
    if (span === undefined || span.kind !== "speech") continue;
    const free = clipsOf(reading, quotation).filter((clip) => clip.last - clip.first > 3 && !taken(clip.first) && !taken(clip.last - 1));
    let group: TokenRange[] = [];
    let told: readonly string[] = [];
    const flush = (): void => {
      if (group.length > 0) found.push(uncued(reading, group, speaker, all, absorbed, events, "claim.quote.carried", 0.9));
      group = [];
      told = [];
    };
    for (const clip of free) {
      const here = eventsIn(events, [clip]);
      const own = attitudeIn(reading, all, [clip], absorbed) !== undefined;
      if (group.length > 0 && (own || (told.length > 0 && here.some((id) => !told.includes(id))))) flush();
      group.push({ first: clip.first, last: clip.last });
      told = [...told, ...here];
    }
    flush();
  }
  return found;
}

function uncued(
  reading: Reading,
  content: readonly TokenRange[],
  speaker: Speaker,
  all: readonly Attribution[],
  absorbed: ReadonlySet<Attribution>,
  events: EventsByToken,
  rule: string,
  trust: number,
  own: FirstPerson = firstPersonOf(reading, speaker.ids),
): ClaimDraft {
  const attitude = attitudeIn(reading, all, content, absorbed);
  const stance = attitude?.match.stance ?? stanceByContent(reading, "asserts", content, own, true);
  const told = eventsIn(events, content);
  const frame = attitude?.match.frame ?? "clause";
  return {
    speaker,
    stance,
    certainty: certaintyOf(
      reading,
      { stance, frame, ...(attitude?.match.certainty === undefined ? {} : { certainty: attitude.match.certainty }) },
      stance,
      content,
    ),
    polarity: polarityOf(reading, { frame }, stance, content, told.length > 0),
    quoteType: "direct",
    ...(attitude === undefined ? {} : { cue: attitude.match.cue }),
    content,
    evidence: content,
    addressee: [],
    events: told,
    about: aboutIn(reading, content, speaker.ids),
    sentence: reading.tokens.sentence[content[0]?.first ?? 0] ?? 0,
    rule,
    confidence: speaker.confidence * trust,
  };
}

/** Stances that are never mere politeness. */
export const SERIOUS: ReadonlySet<string> = new Set([
  "condemns",
  "accuses",
  "alleges",
  "denies",
  "rejects",
  "warns",
  "threatens",
  "expressesConcern",
  "declinesComment",
  "cannotConfirm",
]);

/** Talk before an audience, in which many sentences only greet, thank and lead over. */
export function isSpoken(voice: Voice): boolean {
  return voice.kind === "turns" || (voice.kind === "issuer" && voice.spoken === true);
}

/** "I think that's it", "Let me say a few words": a spoken sentence counts where it tells an event or speaks of somebody or something known. */
export function hasSubstance(reading: Reading, content: readonly TokenRange[], own: FirstPerson, events: EventsByToken): boolean {
  return eventsIn(events, content).length > 0 || aboutIn(reading, content, own.ids).length > 0;
}

/** "We support that", "we are not going to let up": a stance needs no name to be one. Thanks and praise alone are manners. */
function takesStance(reading: Reading, content: readonly TokenRange[], own: FirstPerson): boolean {
  return !/^(asserts|praises|estimates)$/.test(stanceByContent(reading, "asserts", content, own, true));
}

/** A question claims nothing. */
function isQuestion(reading: Reading, last: number): boolean {
  return lowerOf(reading, last - 1) === "?" || lowerOf(reading, last - 2) === "?";
}

/** Sentences of a statement that no cue has made a claim of yet: the issuer says them. */
export function issuerSentences(
  reading: Reading,
  voice: Voice,
  drafts: readonly ClaimDraft[],
  all: readonly Attribution[],
  events: EventsByToken,
): readonly ClaimDraft[] {
  const found: ClaimDraft[] = [];
  reading.sentences.forEach((sentence, s) => {
    const own = firstPersonOfVoice(reading, voice, s);
    if (own === undefined) return;
    const state = own.states.length === 1 ? own.states[0] : undefined;
    const first = voice.kind === "turns" ? Math.max(sentence.first, voice.floor[s]?.label.last ?? 0) : sentence.first;
    const house = voice.kind === "narrator";
    if (reading.regionOf[s] !== "body" || (!sentence.closed && !house) || sentence.last - first < 4 || isQuestion(reading, sentence.last))
      return;
    const touching = drafts.filter(
      (draft) => draft.sentence === s || draft.evidence.some((range) => range.first < sentence.last && sentence.first < range.last),
    );
    const begins = touching.length === 0 ? first : freeClauseFrom(reading, touching, sentence.last);
    if (begins < 0) return;
    const whole = { first, last: sentence.last };
    const outermost = mainClauseOf(reading, [whole]);
    // "The court heard a man who had warned that": what somebody says in a relative clause leaves the sentence to the issuer.
    const inRelative =
      touching.length > 0 &&
      outermost !== undefined &&
      touching.every((draft) => !draft.speaker.own && draft.evidence.every((range) => range.first > outermost.group.head));
    const content = [inRelative ? whole : { first: begins, last: sentence.last }];
    if (!inRelative && touching.length > 0 && begins === first) return;
    const main = inRelative ? outermost : mainClauseOf(reading, content);
    if (main === undefined || (house && !speaksForHouse(reading, main, own, content))) return;
    const judged = judgement(reading, main, isOwnAct(reading, main, own, true));
    if (
      isSpoken(voice) &&
      !hasSubstance(reading, content, own, events) &&
      (judged === undefined || !SERIOUS.has(judged)) &&
      !takesStance(reading, content, own)
    )
      return;
    const represents =
      main.subject?.phrases.some(
        (phrase) => /^we$/.test(lowerOf(reading, phrase.head)) || mentionOver(reading, phrase.head)?.entity === state,
      ) ?? false;
    const speaker: Speaker = {
      ids: own.ids,
      confidence: 0.9,
      own: true,
      ...(represents && state !== undefined && !own.ids.includes(state) ? { onBehalfOf: state } : {}),
    };
    for (const part of splitAtBecause(reading, content)) {
      const draft = { ...uncued(reading, part, speaker, all, new Set(), events, "claim.issuer.sentence", 1, own), sentence: s };
      const before = found[found.length - 1];
      // "That was true then, and it remains true today": a sentence that names nobody and nothing carries the point of the one before it on.
      if (before !== undefined && before.sentence === s - 1 && draft.stance === "asserts" && !hasSubstance(reading, part, own, events))
        found[found.length - 1] = { ...before, evidence: [...before.evidence, ...draft.evidence] };
      else found.push(draft);
    }
  });
  return found;
}

/**
 * A fact sheet tells most things as a narrator. Its publisher speaks where it says "we" or "our nations", and where a state that puts it out is said to do
 * something from now on ("Australia will not enrich uranium").
 */
function speaksForHouse(reading: Reading, main: MainClause, own: FirstPerson, content: readonly TokenRange[]): boolean {
  const first = content[0]?.first ?? 0;
  const ours = main.subject?.phrases.some(
    ({ first: opening, head }) => /^we$/.test(lowerOf(reading, head)) || lowerOf(reading, opening) === "our",
  );
  if (ours === true) return true;
  // "The leaders intend to share data", "The three countries will work together".
  const together = main.subject?.phrases.some((phrase) => collectiveHead(reading, phrase) !== undefined) ?? false;
  if (together && (main.group.modal === "will" || /^(intend|plan|aim)$/.test(lemmaOf(reading, main.group.head)))) return true;
  const promised = isOwnAct(reading, main, own, true) && (main.group.modal === "will" || lemmaOf(reading, main.group.head) === "intend");
  // One state's fact sheet only tells what the state will do; of several who put it out together each is held to it.
  if (promised && own.ids.length > 1) return true;
  for (let i = first; i < (content[0]?.last ?? first) - 1; i++)
    if (/^(we|nations|countries|governments)$/.test(lowerOf(reading, i)) && lowerOf(reading, i + 1) === "will") return true;
  return false;
}

/** "We call on banks to stop, and we will act": where a clause of the issuer's own begins that no claim covers; -1 for none. */
function freeClauseFrom(reading: Reading, drafts: readonly ClaimDraft[], last: number): number {
  const covered = Math.max(...drafts.flatMap((draft) => [...draft.evidence, ...draft.content].map((range) => range.last)));
  if (covered >= last - 4) return -1;
  let i = covered;
  while (i < last && /^(,|;|and|but)$/.test(lowerOf(reading, i))) i++;
  return /^(we|i)$/.test(lowerOf(reading, i)) ? i : -1;
}

/** "We drove this vote because Russia is violating human rights": the reason is a statement of its own. */
function splitAtBecause(reading: Reading, content: readonly TokenRange[]): readonly (readonly TokenRange[])[] {
  const range = content[0];
  if (range === undefined) return [];
  for (let i = range.first + 4; i < range.last - 3; i++) {
    if (lowerOf(reading, i) !== "because" || lowerOf(reading, i + 1) === "of") continue;
    const reason = { first: i + 1, last: range.last };
    if (mainClauseOf(reading, [reason]) !== undefined) return [[{ first: range.first, last: i }], [reason]];
  }
  return [content];
}
