import { type Attribution, attitudeIn, VOICED_FOR_STATE } from "./attribution.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { mainClauseOf } from "./content-stance-clause.ts";
import type { CueMatch, TokenRange } from "./cue-match.ts";
import { VIEW_ROWS } from "./cue-table.ts";
import { draftFromCue, type EventsByToken, eventsIn } from "./draft-claim.ts";
import { findCues } from "./find-cues.ts";
import { carrySpeakers, type QuotationSpeakers, quotationsIn } from "./quoted-speech.ts";
import { lowerOf, type Reading } from "./reading.ts";
import { firstPersonOf, firstPersonOfVoice, remember, resolveSpeaker, type Speaker, type SpeakerMemory } from "./speaker.ts";
import { certaintyOf, stanceByContent } from "./stance.ts";
import { statesOf } from "./states-behind.ts";
import { carriedQuotations, hasSubstance, isSpoken, issuerSentences, SERIOUS } from "./uncued-speech.ts";
import type { Voice } from "./voice.ts";

/** Rows whose clause is an act of speech even inside somebody else's words: sources within sources (L33). */
const EMBEDDABLE =
  /^(say|say-that|state-object|emphasise-that|estimate|confirm|confirm-object|allege|deny|accuse|warn|condemn|source|point-out|label|describe-as|call-as|declare-as|assume|find|reject|reject-as|condemn-as|dismiss|turn-down|contradict|dispute|claim-responsibility|withhold|refusal|noun|suggest-that|propose|vow|agree-to|urge|urge-object|complain|charge|implicate|blame|threaten|doubt|predict-infinitive|support-policy|welcome|object-to|refuse|rule-out|be-concerned|be-appalled|be-opposed|be-unwilling|be-sceptical|express)$/;

/** Who speaks in each quotation of the document, by its index. */
export function quotationSpeakers(reading: Reading, voice: Voice): QuotationSpeakers {
  return carrySpeakers(reading, attributeOutside(reading, voice).quotations);
}

/** Claims that cues, quotations and the issuer's own sentences make, in text order. */
export function spokenClaims(reading: Reading, voice: Voice, events: EventsByToken): readonly ClaimDraft[] {
  const { outside, quotations, memories } = attributeOutside(reading, voice);
  const speakers = carrySpeakers(reading, quotations);
  const inside = attributeInside(reading, speakers, memories);
  const all = [...outside, ...inside].sort((a, b) => a.match.token - b.match.token);
  const attributions = all.filter(
    (attribution) => accepted(reading, attribution, all, voice) && !isFiller(reading, attribution, voice, events),
  );
  const drafts: ClaimDraft[] = [];
  const absorbed = new Set<Attribution>();
  const position = new Map<Attribution, number>();
  const relayed = new Set<Attribution>();
  const attitudes = new Map<Attribution, Attribution>();
  for (const attribution of attributions) {
    if (relays(reading, attribution, attributions)) relayed.add(attribution);
    const inner = innerAttitude(reading, attribution, attributions);
    if (inner === undefined) continue;
    attitudes.set(attribution, inner);
    absorbed.add(inner);
  }
  for (const attribution of attributions) {
    if (absorbed.has(attribution) || relayed.has(attribution)) continue;
    const outer = outerOf(attribution, attributions);
    // A pronoun inside somebody's words that nobody resolved could be anyone.
    if (outer !== undefined && (!EMBEDDABLE.test(attribution.match.row) || attribution.speaker.carried === true)) continue;
    if (outer !== undefined && isOwnStance(reading, outer, attribution)) continue;
    const inner = attitudes.get(attribution);
    const outerPosition = outer === undefined ? undefined : position.get(outer);
    for (const draft of draftsOf(reading, attribution, inner, attributions, absorbed, events, voice)) {
      if (!position.has(attribution)) position.set(attribution, drafts.length);
      drafts.push(outerPosition === undefined ? draft : { ...draft, outer: outerPosition });
    }
  }
  // The issuer's own words between quotation marks are sentences of the statement.
  const others = new Map([...speakers].filter(([, { ids }]) => voice.kind !== "issuer" || !ids.every((id) => voice.speakers.includes(id))));
  drafts.push(...carriedQuotations(reading, others, drafts, attributions, absorbed, events));
  if (voice.kind === "issuer" || voice.kind === "turns" || (voice.kind === "narrator" && voice.house !== undefined))
    drafts.push(...issuerSentences(reading, voice, drafts, attributions, events));
  return drafts;
}

// ---------------------------------------------------------------- who speaks

function attributeOutside(
  reading: Reading,
  voice: Voice,
): { readonly outside: readonly Attribution[]; readonly quotations: QuotationSpeakers; readonly memories: readonly SpeakerMemory[] } {
  const outside: Attribution[] = [];
  const quotations = new Map<number, Speaker>();
  let memory: SpeakerMemory = {};
  const memories: SpeakerMemory[] = [];
  let spokeAt = Number.NEGATIVE_INFINITY;
  reading.sentences.forEach((sentence, s) => {
    const region = reading.regionOf[s];
    memories.push(memory);
    if (region !== "body" && region !== "headline") return;
    if (isSilent(voice, s)) return;
    const own = firstPersonOfVoice(reading, voice, s);
    // A question claims nothing; a quoted one ends with its mark.
    if (lowerOf(reading, sentence.last - 1) === "?") return;
    for (const match of findCues(reading, s)) {
      if (inSpeech(reading, match.token) || match.subject === undefined) continue;
      // News in which a quotation lost its marks: "we" is whoever spoke last.
      const stray =
        own === undefined && memory.person !== undefined && s - spokeAt < 6
          ? { ...firstPersonOf(reading, [memory.person]), stray: true }
          : undefined;
      const found = resolveSpeaker(reading, match.subject, memory, own ?? stray);
      if (found === undefined) continue;
      const speaker = stray !== undefined && found.own ? { ...found, confidence: 0.5 } : found;
      outside.push({ match, speaker });
      if (region === "body") memory = rememberAll(reading, memory, match, speaker, s);
      if (region === "body" && !found.own) spokeAt = s;
      for (const quotation of quotationsIn(reading, match.content))
        if (!quotations.has(quotation) && reading.annotated.quotations[quotation]?.kind === "speech") quotations.set(quotation, speaker);
    }
  });
  return { outside, quotations, memories };
}

/** Questions of reporters, a moderator's announcements: nobody is credited with them. */
function isSilent(voice: Voice, sentence: number): boolean {
  return voice.kind === "turns" && voice.floor[sentence]?.silent === true;
}

function inSpeech(reading: Reading, token: number): boolean {
  const quotation = reading.quoteAt[token] ?? -1;
  return quotation >= 0 && reading.annotated.quotations[quotation]?.kind === "speech";
}

function rememberAll(reading: Reading, memory: SpeakerMemory, match: CueMatch, speaker: Speaker, sentence: number): SpeakerMemory {
  const all = remember(reading, memory, speaker, sentence);
  // "The report says that the ships, according to one member state, …. It adds": a source in an aside is not who speaks on.
  const aside = match.frame === "source" || match.frame === "noun";
  const next =
    aside && memory.thing !== undefined
      ? { ...all, thing: memory.thing, ...(memory.organization === undefined ? {} : { organization: memory.organization }) }
      : all;
  // A statement that speaks in the name of states: whoever performs in it has issued it.
  const types = speaker.ids.map((id) => reading.annotated.entities.get(id)?.type);
  const states = speaker.ids.filter((_, i) => types[i] === "State");
  if (states.length > 1) return { ...next, issuers: states };
  return next;
}

function attributeInside(reading: Reading, speakers: QuotationSpeakers, memories: readonly SpeakerMemory[]): readonly Attribution[] {
  const inside: Attribution[] = [];
  reading.sentences.forEach((_, s) => {
    if (reading.regionOf[s] !== "body") return;
    for (const match of findCues(reading, s)) {
      if (!inSpeech(reading, match.token) || match.subject === undefined) continue;
      const quoted = speakers.get(reading.quoteAt[match.token] ?? -1);
      const speaker = resolveSpeaker(
        reading,
        match.subject,
        memories[s] ?? {},
        quoted === undefined ? undefined : firstPersonOf(reading, quoted.ids),
      );
      if (speaker !== undefined && !(speaker.carried === true && speaker.ids.some((id) => quoted?.ids.includes(id))))
        inside.push({ match, speaker: quoted === undefined ? speaker : forOwnState(reading, match, speaker, quoted) });
    }
  });
  return inside;
}

/** “Australia stands with its partners,” in the words of its minister: what the state does now the minister says, on its behalf. */
function forOwnState(reading: Reading, match: CueMatch, speaker: Speaker, quoted: Speaker): Speaker {
  const [state] = speaker.ids;
  const now = match.group?.form === "finite" && match.group.tense === "present" && !match.group.perfect;
  if (!now || state === undefined || speaker.ids.length > 1 || quoted.ids.includes(state)) return speaker;
  return statesOf(reading, quoted.ids).includes(state) ? { ...quoted, own: true, onBehalfOf: state } : speaker;
}

// ---------------------------------------------------------------- which cues count

function accepted(reading: Reading, attribution: Attribution, all: readonly Attribution[], voice: Voice): boolean {
  const { match, speaker } = attribution;
  if (!match.weak || speaker.own) return true;
  if (
    match.subject?.how === "inherited" &&
    all.some(
      (other) => other.match !== match && other.match.sentence === match.sentence && !other.match.weak && other.match.token < match.token,
    )
  )
    return true;
  const types = speaker.ids.map((id) => reading.annotated.entities.get(id)?.type ?? "");
  // "Experts believe that", "Diplomats expect": a view attributed to somebody who is not the narrator.
  if (VIEW_ROWS.has(match.row) && match.frame === "clause" && voice.kind === "narrator" && outerOf(attribution, all) === undefined)
    return true;
  // Collective actors that declare a will: "the EU is strongly committed to".
  return (
    match.row === "be-committed" &&
    voice.kind === "narrator" &&
    match.group?.tense === "present" &&
    types.every((type) => /^(State|InternationalOrganization|GovernmentBody)$/.test(type))
  );
}

/** What a speaker before an audience says of nothing in particular: "I want to thank you all", "I think we are out of time". */
function isFiller(reading: Reading, { match, speaker }: Attribution, voice: Voice, events: EventsByToken): boolean {
  return (
    isSpoken(voice) &&
    speaker.own &&
    !SERIOUS.has(match.stance) &&
    !inSpeech(reading, match.token) &&
    !hasSubstance(reading, match.content, { ids: speaker.ids, states: [] }, events)
  );
}

/** "Russia adheres to the pact and opposes any attempt to change it, Lavrov said": what his own state holds now is his claim, and no second one. */
function isOwnStance(reading: Reading, outer: Attribution, { match, speaker }: Attribution): boolean {
  if (match.group?.form !== "finite" || match.group.tense !== "present" || match.group.perfect) return false;
  const states = statesOf(reading, outer.speaker.ids);
  return speaker.ids.every((id) => states.includes(id) && !outer.speaker.ids.includes(id));
}

/** The attribution whose content this one lies in. */
function outerOf(attribution: Attribution, all: readonly Attribution[]): Attribution | undefined {
  let best: Attribution | undefined;
  for (const other of all) {
    if (other === attribution) continue;
    const range = other.match.content.find((one) => one.first <= attribution.match.token && attribution.match.token < one.last);
    if (range === undefined) continue;
    if (attribution.match.content.some((one) => one.first <= other.match.token && other.match.token < one.last)) continue;
    if (best === undefined || other.match.token > best.match.token) best = other;
  }
  return best;
}

/**
 * An attitude inside the content that is the speaker's own: "Jenkins said the United States is concerned", “We condemn …,” the statement said.
 * The two are one claim with the inner stance; the inner subject joins the speakers of a document.
 */
function innerAttitude(reading: Reading, outer: Attribution, all: readonly Attribution[]): Attribution | undefined {
  const first = outer.match.content[0];
  if (first === undefined || outer.match.frame === "object" || outer.match.frame === "objectInfinitive") return undefined;
  const main = mainClauseOf(reading, [clipToSentence(reading, first)]);
  const found = all.find((other) => {
    if (other === outer || other.match.token < first.first || other.match.token >= first.last) return false;
    if (
      other.match.content.some((one) => one.first <= outer.match.token && outer.match.token < one.last) &&
      other.match.token > outer.match.token === false
    )
      return false;
    const isMain = main === undefined || other.match.group?.head === main.group.head || other.match.token === main.group.head;
    return isMain && sameVoice(reading, outer.speaker, other);
  });
  return found;
}

/** "Iran replied that …, the report said": a document that only passes on what somebody else said makes no claim of its own. */
function relays(reading: Reading, outer: Attribution, all: readonly Attribution[]): boolean {
  if (outer.match.side !== "after" || !isDocument(reading, outer.speaker)) return false;
  const first = outer.match.content[0];
  if (first === undefined) return false;
  const main = mainClauseOf(reading, [clipToSentence(reading, first)]);
  return all.some(
    (other) =>
      other !== outer &&
      other.match.group !== undefined &&
      other.match.group.head === main?.group.head &&
      EMBEDDABLE.test(other.match.row) &&
      !sameVoice(reading, outer.speaker, other),
  );
}

function isDocument(reading: Reading, speaker: Speaker): boolean {
  return speaker.ids.every((id) => /^(Document|Resolution)$/.test(reading.annotated.entities.get(id)?.type ?? ""));
}

function sameVoice(reading: Reading, outer: Speaker, inner: Attribution): boolean {
  if (inner.speaker.own) return true;
  const own = firstPersonOf(reading, outer.ids);
  if (inner.speaker.ids.every((id) => own.ids.includes(id) || own.states.includes(id))) return true;
  if (inner.speaker.ids.some((id) => own.ids.includes(id))) return true;
  const states = inner.speaker.ids.every((id) => reading.annotated.entities.get(id)?.type === "State");
  if (
    states &&
    own.states.length === 0 &&
    inner.match.group?.tense === "present" &&
    VOICED_FOR_STATE.test(inner.match.row) &&
    (reading.quoteAt[inner.match.token] ?? -1) >= 0
  )
    return true;
  // A document says what its issuers feel: "the United States, Japan … condemn", the joint statement said.
  const document = outer.ids.every((id) => /^(Document|Resolution)$/.test(reading.annotated.entities.get(id)?.type ?? ""));
  return document && inner.match.group?.tense === "present" && !/^(say|allege)$/.test(inner.match.row);
}

function clipToSentence(reading: Reading, range: TokenRange): TokenRange {
  const sentence = reading.sentences[reading.tokens.sentence[range.first] ?? -1];
  return sentence === undefined ? range : { first: range.first, last: Math.min(range.last, sentence.last) };
}

// ---------------------------------------------------------------- drafts

function draftsOf(
  reading: Reading,
  attribution: Attribution,
  inner: Attribution | undefined,
  all: readonly Attribution[],
  absorbed: Set<Attribution>,
  events: EventsByToken,
  voice: Voice,
): readonly ClaimDraft[] {
  const speaker = inner === undefined ? attribution.speaker : joined(reading, attribution.speaker, inner.speaker);
  const issuer = (voice.kind === "issuer" || voice.kind === "turns") && attribution.speaker.own;
  const match = extendOverQuotation(reading, attribution.match);
  const groups = splitContent(reading, match, all, absorbed, events);
  return groups.map((content, k) => {
    const part: CueMatch = { ...match, content };
    const override =
      k === 0 &&
      inner !== undefined &&
      (match.decidedBy === "content" || match.row === "estimate" || (match.row === "allege" && inner.match.row === "estimate"))
        ? innerStance(reading, inner, speaker)
        : undefined;
    const ownAttitude = k === 0 ? undefined : attitudeIn(reading, all, content, absorbed);
    if (ownAttitude !== undefined) absorbed.add(ownAttitude);
    const draft = draftFromCue(
      reading,
      k === 0 && inner !== undefined && override !== undefined
        ? { ...part, certainty: certaintyOf(reading, inner.match, override, inner.match.content) }
        : part,
      speaker,
      events,
      issuer,
      ownAttitude === undefined ? override : ownAttitude.match.stance,
    );
    if (k === 0) return draft;
    return { ...draft, evidence: content, rule: `${draft.rule}.continued`, confidence: draft.confidence * 0.95 };
  });
}

function innerStance(reading: Reading, inner: Attribution, speaker: Speaker): CueMatch["stance"] {
  if (inner.match.decidedBy === "cue") return inner.match.stance;
  return stanceByContent(reading, inner.match.stance, inner.match.content, firstPersonOf(reading, speaker.ids), true);
}

/** Speakers of an outer and an inner attribution of one claim: a document and its issuers; an official keeps the state as the one represented. */
function joined(reading: Reading, outer: Speaker, inner: Speaker): Speaker {
  if (inner.own) return outer;
  const document = outer.ids.every((id) => /^(Document|Resolution)$/.test(reading.annotated.entities.get(id)?.type ?? ""));
  if (document) return { ...outer, ids: [...new Set([...inner.ids, ...outer.ids])] };
  const state = inner.ids.length === 1 && !outer.ids.includes(inner.ids[0] as string) ? inner.ids[0] : undefined;
  return state === undefined ? outer : { ...outer, onBehalfOf: state };
}

/** `“S1. S2. S3,” said X`: the quotation began sentences ago. */
function extendOverQuotation(reading: Reading, match: CueMatch): CueMatch {
  if (match.side === "before") return match;
  const content = match.content.map((range, k) => {
    if (k > 0) return range;
    let first = range.first;
    let at = first;
    while (at < range.last && (reading.quoteAt[at] ?? -1) < 0 && at < first + 2) at++;
    const quote = reading.quoteAt[at] ?? -1;
    if (quote >= 0) while (first > 0 && (reading.quoteAt[first - 1] ?? -1) === quote) first--;
    return { first, last: range.last };
  });
  return { ...match, content };
}

/**
 * One claim a proposition: the sentences of a quotation stay together until one brings an attitude or an event of its own;
 * "that S1 and that S2" are two.
 */
function splitContent(
  reading: Reading,
  match: CueMatch,
  all: readonly Attribution[],
  absorbed: ReadonlySet<Attribution>,
  events: EventsByToken,
): readonly (readonly TokenRange[])[] {
  const groups: TokenRange[][] = [];
  let attitude = false;
  let told: readonly string[] = [];
  for (const range of match.content) {
    for (const clip of clipsBySentence(reading, range)) {
      for (const part of splitAtThat(reading, clip, match)) {
        const partEvents = eventsIn(events, [part]);
        const fresh = partEvents.some((id) => !told.includes(id));
        const own = attitudeIn(reading, all, [part], absorbed) !== undefined;
        const current = groups[groups.length - 1];
        const again = part !== clip && part.first !== clip.first;
        const begins = current === undefined || again || (own && (attitude || current.length > 0)) || (fresh && told.length > 0);
        if (begins) {
          groups.push([part]);
          attitude = own;
          told = partEvents;
        } else {
          current.push(part);
          attitude ||= own;
          told = [...told, ...partEvents];
        }
      }
    }
  }
  return groups.length === 0 ? [match.content] : groups;
}

function clipsBySentence(reading: Reading, range: TokenRange): readonly TokenRange[] {
  const clips: TokenRange[] = [];
  for (let first = range.first; first < range.last; ) {
    const sentence = reading.sentences[reading.tokens.sentence[first] ?? -1];
    const last = Math.min(range.last, sentence?.last ?? range.last);
    clips.push({ first, last: Math.max(last, first + 1) });
    first = Math.max(last, first + 1);
  }
  return clips;
}

function splitAtThat(reading: Reading, clip: TokenRange, match: CueMatch): readonly TokenRange[] {
  if (match.frame !== "clause" || match.side !== "before" || lowerOf(reading, clip.first - 1) !== "that") return [clip];
  for (let i = clip.first + 3; i < clip.last - 4; i++) {
    if (lowerOf(reading, i) === "and" && lowerOf(reading, i + 1) === "that")
      return [
        { first: clip.first, last: i },
        { first: i + 2, last: clip.last },
      ];
  }
  return [clip];
}
