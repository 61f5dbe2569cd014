import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EventDraft, EventOccurrence } from "../event/event-draft.ts";
import type { ExtractedClaim } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus } from "../ontology.ts";
import { isNoun, lemmaOf, type Reading, readDocument, tagOf } from "./reading.ts";

/** How one source presents one happening at one place. */
export interface Attestation {
  /**
   * `told`: flatly, as a fact. `presupposed`: taken for granted in a noun phrase. `confirmed`: by a cue of confirming. `alleged`: by an accuser or with distance.
   * `maybe`: "may be", "could have", cannot be corroborated. `planned`: vowed, agreed, intended. `hypothetical`: would, in case, requested, forecast.
   * `negated`: said not to have happened. `denied`: by a cue of denying.
   */
  readonly kind: "told" | "presupposed" | "confirmed" | "alleged" | "maybe" | "planned" | "hypothetical" | "negated" | "denied";
  /** States or bodies that the speakers stand for; the document's id for the narrator. */
  readonly sides: readonly string[];
  readonly narrator: boolean;
  /** A speaker's side plays the event's first core role. */
  readonly byActor: boolean;
  /** A speaker's side plays any core role. */
  readonly byParty: boolean;
  /** The kind of event that one is accused of: to say that one did not do it is to deny it. A vow or refusal to do it answers no accusation. */
  readonly blamable: boolean;
}

export interface StatusRule {
  readonly id: string;
  readonly status: EventStatus;
  /** What the rule says, for documentation and explanation. */
  readonly says: string;
  readonly when: (told: readonly Attestation[]) => boolean;
}

const some = (told: readonly Attestation[], ...kinds: readonly Attestation["kind"][]): boolean =>
  told.some(({ kind }) => kinds.includes(kind));
const opposed = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && a.every((side) => !b.includes(side));

/** The first rule that holds decides (order is part of the meaning). Source: the status rulings of the annotation rules. */
export const STATUS_RULES: readonly StatusRule[] = [
  {
    id: "status.disputed.denial",
    status: "disputed",
    says: "One side denies what another tells, confirms or alleges.",
    when: (told) =>
      told.some(
        (denial) =>
          denial.kind === "denied" &&
          told.some((other) => /^(told|confirmed|alleged|presupposed)$/.test(other.kind) && opposed(denial.sides, other.sides)),
      ),
  },
  {
    id: "status.disputed.negation",
    status: "disputed",
    says: "One source says that it did not happen, another, not the same, that it did.",
    when: (told) =>
      told.some(
        (no) => no.kind === "negated" && told.some((yes) => /^(told|confirmed|alleged)$/.test(yes.kind) && opposed(no.sides, yes.sides)),
      ),
  },
  {
    id: "status.denied.actor",
    status: "denied",
    says: "The side that would be to blame says it did not do it, and nobody is credited with asserting it.",
    when: (told) =>
      told.some(({ kind, byActor, blamable, narrator }) => kind === "negated" && byActor && blamable && !narrator) &&
      !some(told, "told", "confirmed", "alleged"),
  },
  {
    id: "status.denied",
    status: "denied",
    says: "Denied, and nobody is credited with asserting it.",
    when: (told) => some(told, "denied") && !some(told, "told", "confirmed", "alleged"),
  },
  {
    id: "status.confirmed.cue",
    status: "confirmed",
    says: "Somebody who is not the actor confirms or verifies it.",
    when: (told) => told.some(({ kind, byActor }) => kind === "confirmed" && !byActor),
  },
  {
    id: "status.confirmed.opposed",
    status: "confirmed",
    says: "The acting side and another side both attest it.",
    when: (told) => {
      const attests = told.filter(({ kind, narrator }) => !narrator && /^(told|confirmed|presupposed)$/.test(kind));
      return attests.some(
        (own) => own.byActor && own.kind !== "presupposed" && attests.some((other) => !other.byActor && opposed(own.sides, other.sides)),
      );
    },
  },
  {
    id: "status.non-occurrence",
    status: "nonOccurrence",
    says: "Said not to have happened, or pledged not to.",
    when: (told) => some(told, "negated") && !some(told, "told", "confirmed", "alleged"),
  },
  {
    id: "status.asserted",
    status: "asserted",
    says: "Told flatly by one side or by the narrator.",
    when: (told) => some(told, "told", "confirmed"),
  },
  { id: "status.planned", status: "planned", says: "Vowed, decided, agreed or intended.", when: (told) => some(told, "planned") },
  { id: "status.alleged", status: "alleged", says: "Only accused, or attributed with distance.", when: (told) => some(told, "alleged") },
  {
    id: "status.unconfirmed",
    status: "unconfirmed",
    says: "May be, could have been, cannot be corroborated.",
    when: (told) => some(told, "maybe"),
  },
  {
    id: "status.hypothetical",
    status: "hypothetical",
    says: "Would, could, in case, requested, threatened, forecast.",
    when: (told) => some(told, "hypothetical"),
  },
  {
    id: "status.presupposed",
    status: "asserted",
    says: "Taken for granted by somebody and questioned by nobody.",
    when: (told) => some(told, "presupposed"),
  },
];

/** Status and rule for what one or several documents attest. Nothing attested at all is `asserted` by nobody: `unconfirmed`. */
export function statusOf(told: readonly Attestation[]): { readonly status: EventStatus; readonly rule: string } {
  const rule = STATUS_RULES.find(({ when }) => when(told));
  return rule === undefined ? { status: "unconfirmed", rule: "status.none" } : { status: rule.status, rule: rule.id };
}

/** Status of every event of one document. For several documents, join the attestations of `attest` and apply `statusOf`. */
export function deriveStatus(
  annotated: AnnotatedDocument,
  events: readonly EventDraft[],
  claims: readonly ExtractedClaim[],
): ReadonlyMap<string, EventStatus> {
  const attestations = attest(annotated, events, claims);
  return new Map(events.map(({ id }) => [id, statusOf(attestations.get(id) ?? []).status]));
}

/** What a document attests of each of its events: one entry an occurrence and claim, or the narrator's where no claim covers the place. */
export function attest(
  annotated: AnnotatedDocument,
  events: readonly EventDraft[],
  claims: readonly ExtractedClaim[],
): ReadonlyMap<string, readonly Attestation[]> {
  const reading = readDocument(annotated);
  const result = new Map<string, readonly Attestation[]>();
  for (const event of events) {
    const about = claims.filter((claim) => claim.content.includes(event.id));
    const told: Attestation[] = [];
    for (const occurrence of event.occurrences) {
      const covering = about.filter((claim) => covers(reading, claim, occurrence));
      if (covering.length === 0) told.push(attestation(reading, event, occurrence, undefined));
      for (const claim of covering) if (claim.stance !== "declinesComment") told.push(attestation(reading, event, occurrence, claim));
    }
    // A denial names what others told elsewhere: it covers no occurrence and still counts.
    for (const claim of about) {
      const [first] = event.occurrences;
      if (claim.stance === "denies" && first !== undefined && !event.occurrences.some((occurrence) => covers(reading, claim, occurrence)))
        told.push(attestation(reading, event, first, claim));
    }
    result.set(event.id, told);
  }
  return result;
}

function covers(reading: Reading, claim: ExtractedClaim, occurrence: EventOccurrence): boolean {
  const at = reading.tokens.start[occurrence.trigger] ?? occurrence.evidence.start;
  return claim.evidence.some((span) => span.start <= at && at < span.end);
}

function attestation(reading: Reading, event: EventDraft, occurrence: EventOccurrence, claim: ExtractedClaim | undefined): Attestation {
  const { document } = reading.annotated;
  const speakers = claim === undefined ? [document.id] : claim.speaker;
  const narrator = speakers.every((id) => id === document.id);
  const sides = [...new Set(speakers.flatMap((id) => sidesOf(reading, id)))];
  const core = EVENT_TYPES[event.type].core;
  const fillers = (role: string | undefined): readonly string[] =>
    role === undefined ? [] : (event.roles[role] ?? []).flatMap((id) => [id, ...sidesOf(reading, id)]);
  const acting = fillers(core[0]);
  const parties = core.flatMap((role) => fillers(role));
  const byActor = sides.some((side) => acting.includes(side));
  return {
    kind: kindOf(reading, event, occurrence, claim, narrator, byActor),
    sides,
    narrator,
    byActor,
    byParty: sides.some((side) => parties.includes(side)),
    blamable: BLAMABLE.has(event.type) && claim?.stance !== "commits" && claim?.stance !== "rejects",
  };
}

/** The state that somebody speaks for, else themselves. */
function sidesOf(reading: Reading, id: string): readonly string[] {
  const entity = reading.annotated.entities.get(id);
  if (entity === undefined) return [id];
  if (entity.members !== undefined && entity.members.length > 0) return entity.members;
  return [entity.country ?? id];
}

/** Rules of accusing by cue; an accusation that lies in the words alone ("this violates") is flat telling. */
const ACCUSING_CUE = /^claim\.(accuse|blame|label|allege|noun)\./;
/** Events that somebody can be blamed for; telling that another side did one may be an accusation. */
export const BLAMABLE: ReadonlySet<string> = new Set([
  "Violation",
  "Attack",
  "ArmsTransfer",
  "TechnologyTransfer",
  "WeaponTest",
  "Buildup",
  "Deployment",
  "FinancialFlow",
]);
/** What a pledge performs by being made. */
const PERFORMED_BY_PLEDGE = new Set([
  "SecurityCommitment",
  "AgreementMade",
  "Request",
  "Rejection",
  "Notification",
  "Vote",
  "Veto",
  "ResolutionAdopted",
]);

function kindOf(
  reading: Reading,
  event: EventDraft,
  occurrence: EventOccurrence,
  claim: ExtractedClaim | undefined,
  narrator: boolean,
  byActor: boolean,
): Attestation["kind"] {
  const { mode, polarity } = occurrence.factuality;
  const stance = claim?.stance;
  const noun = isNoun(tagOf(reading, occurrence.trigger));
  // "denies supporting the rebels, who took Goma": the clause beside what is denied tells a fact
  if (stance === "denies" && isRelated(reading, occurrence) && mode === "actual") return "told";
  if (stance === "denies" || (claim === undefined && isDeniedInHeadline(reading, occurrence))) return "denied";
  // "our recent exercises", "we continue to consult": there already, whatever is vowed or asked beside it
  if (isUnderWay(reading, occurrence) && mode !== "negated") return noun ? "presupposed" : "told";
  // "called on them to halt their attacks": those are going on
  if (noun && BLAMABLE.has(event.type) && mode !== "actual" && isOwned(reading, occurrence) && endsOngoing(reading, occurrence))
    return "presupposed";
  // "demands that they stop the bombing of villages", "urged it to cease arms supplies"
  if (noun && BLAMABLE.has(event.type) && mode === "hypothetical" && isEnded(reading, occurrence)) return "presupposed";
  if (mode === "negated" || (polarity === "negative" && mode === "actual")) return "negated";
  if (stance === "cannotConfirm") return "maybe";
  if (stance === "threatens" && tagOf(reading, occurrence.trigger) !== "VBD")
    return noun && mode === "actual" ? "presupposed" : "hypothetical";
  if (mode === "possible") return "maybe";
  // A commitment is made by the words that make it.
  if (mode === "planned") return event.type === "SecurityCommitment" ? "told" : "planned";
  if (mode === "hypothetical")
    return stance === "commits" &&
      byActor &&
      claim?.polarity !== "negative" &&
      !isWeighed(reading, occurrence) &&
      !isConditioned(reading, occurrence)
      ? "planned"
      : "hypothetical";
  if (mode === "alleged") return "alleged";
  if (stance === undefined || claim === undefined || narrator) return factOf(reading, occurrence);
  if (tagOf(reading, occurrence.trigger) === "VBD" && stance !== "alleges" && stance !== "estimates" && stance !== "accuses")
    return stance === "confirms" ? "confirmed" : "told";
  if (stance === "alleges" || (stance === "accuses" && ACCUSING_CUE.test(claim.rule))) return "alleged";
  if (claim.polarity === "negative" && (stance === "commits" || stance === "requests"))
    return stance === "commits" ? "negated" : "hypothetical";
  // "urged them to protect civilians who are being harassed": the clause beside what is asked for tells a fact
  if ((stance === "requests" || stance === "proposes") && isRelated(reading, occurrence)) return "told";
  if ((stance === "requests" || stance === "proposes") && event.type !== "Request")
    return endsOngoing(reading, occurrence) ? "presupposed" : "hypothetical";
  // "commits to defend it, and regularly deploys bombers": what one does is no pledge
  if (stance === "commits" && /^VB[PZ]$/.test(tagOf(reading, occurrence.trigger)) && isHabit(reading, occurrence)) return "told";
  if (stance === "commits" && !PERFORMED_BY_PLEDGE.has(event.type)) return noun && !byActor ? "presupposed" : "planned";
  // "Repeated that it had sold no shells": the claim denies its one event, wherever the word for "no" stands.
  if (claim.polarity === "negative" && stance === "asserts" && claim.content.length === 1 && !noun) return "negated";
  if (stance === "estimates") return claim.certainty === "possible" ? "maybe" : "alleged";
  if (stance === "confirms") return "confirmed";
  // "Concerned that the funds could flow": coordinated verbs share the modal that only the first shows.
  if (
    claim.certainty === "possible" &&
    !noun &&
    (stance === "expressesConcern" || stance === "warns") &&
    !hasAuxiliary(reading, occurrence)
  )
    return "hypothetical";
  return factOf(reading, occurrence);
}

/** "its readiness to impose costs if Russia attacks": nothing is vowed for sure. */
function isConditioned(reading: Reading, { trigger, sentence }: EventOccurrence): boolean {
  const last = reading.sentences[sentence]?.last ?? trigger;
  for (let at = trigger + 1; at < last; at++) if (lemmaOf(reading, at) === "if") return lemmaOf(reading, at - 1) !== "even";
  return false;
}

/** "which has been deepening its cooperation": a perfect or progressive of its own shares no modal. */
function hasAuxiliary(reading: Reading, { trigger }: EventOccurrence): boolean {
  if (!/^VB[GN]$/.test(tagOf(reading, trigger))) return false;
  let at = trigger - 1;
  while (at > 0 && /^(?:RB|VBN)$/.test(tagOf(reading, at))) at--;
  return /^(?:have|be)$/.test(lemmaOf(reading, at)) && /^VB[ZPD]$/.test(tagOf(reading, at));
}

/** "their attacks", "the Houthis' attacks": somebody's, so that there are some. */
function isOwned(reading: Reading, { trigger, sentence }: EventOccurrence): boolean {
  const first = reading.sentences[sentence]?.first ?? 0;
  for (let at = trigger - 1; at >= Math.max(first, trigger - 5); at--) {
    if (/^(?:PRP\$|POS)$/.test(tagOf(reading, at))) return true;
    if (!/^(?:JJ|NN|VBN|HYPH|CC)/.test(tagOf(reading, at))) return false;
  }
  return false;
}

/** A noun that an adjective marks as past or going on; a verb under the present tense of "continue". */
function isUnderWay(reading: Reading, occurrence: EventOccurrence): boolean {
  const { trigger } = occurrence;
  const first = reading.sentences[occurrence.sentence]?.first ?? 0;
  if (isNoun(tagOf(reading, trigger))) {
    for (let at = trigger - 1; at >= Math.max(first, trigger - 4); at--) {
      const lemma = lemmaOf(reading, at);
      if (RECENT.has(lemma)) return true;
      if (!/^(?:JJ|NN|NNP|NNS|VBN|HYPH|CC|RB)/.test(tagOf(reading, at))) return false;
    }
    return false;
  }
  // "continue to consult": the infinitive right behind
  for (let at = trigger - 1; at >= Math.max(first, trigger - 3); at--) {
    if (lemmaOf(reading, at) === "continue") return /^VB[PZ]$/.test(tagOf(reading, at));
    if (!/^(?:TO|RB|VB)$/.test(tagOf(reading, at))) return false;
  }
  return false;
}

const RECENT: ReadonlySet<string> = new Set(["recent", "recently", "ongoing"]);

/** "Serbia denies selling shells": nobody's claim is read from a headline, but it is a denial. */
function isDeniedInHeadline(reading: Reading, occurrence: EventOccurrence): boolean {
  const first = reading.sentences[occurrence.sentence]?.first ?? 0;
  if (reading.regionOf[occurrence.sentence] !== "headline") return false;
  for (let i = occurrence.trigger - 1; i >= first; i--) if (/^(deny|refute|rebut|disavow)$/.test(lemmaOf(reading, i))) return true;
  return false;
}

/** A verb tells; a noun takes for granted; a headline is trusted like a noun (L59). */
function factOf(reading: Reading, occurrence: EventOccurrence): Attestation["kind"] {
  if (reading.regionOf[occurrence.sentence] === "headline") return "presupposed";
  return isNoun(tagOf(reading, occurrence.trigger)) ? "presupposed" : "told";
}

/** "stop the bombing", "cease military supplies": a verb of ending stands right before the noun phrase. "Stop any attack" presupposes none. */
function isEnded(reading: Reading, { trigger, sentence }: EventOccurrence): boolean {
  const first = reading.sentences[sentence]?.first ?? 0;
  for (let at = trigger - 1; at >= Math.max(first, trigger - 8); at--) {
    const lemma = lemmaOf(reading, at);
    if (ENDING_VERBS.has(lemma)) return /^VB/.test(tagOf(reading, at));
    if (lemma === "any" || !/^(?:DT|JJ|NN|VBN|HYPH|CC|PRP\$|POS|RB|CD|,)/.test(tagOf(reading, at))) return false;
  }
  return false;
}

const isHabit = (reading: Reading, { trigger }: EventOccurrence): boolean =>
  [trigger - 1, trigger + 1].some((at) =>
    /^(?:regularly|routinely|frequently|often|continually|continuously|constantly|already)$/.test(lemmaOf(reading, at)),
  );

/** "would consider sending": to weigh a step is no promise of it. */
const isWeighed = (reading: Reading, { factuality }: EventOccurrence): boolean =>
  factuality.cues.some(({ start, end }) => WEIGHING.test(reading.annotated.document.text.slice(start, end)));
const WEIGHING = /^(?:consider|weigh|explor|contemplat|mull|ponder)/i;

/** The verb of a relative clause in the indicative: "who are being harassed", "which continue to supply". */
function isRelated(reading: Reading, { trigger, sentence }: EventOccurrence): boolean {
  const first = reading.sentences[sentence]?.first ?? 0;
  if (!tagOf(reading, trigger).startsWith("VB")) return false;
  let finite = /^VB[DPZ]$/.test(tagOf(reading, trigger));
  for (let at = trigger - 1; at >= Math.max(first, trigger - 7); at--) {
    const tag = tagOf(reading, at);
    if (tag === "WP" || tag === "WDT") return finite;
    if (tag === "MD" || tag === "TO" || tag === "IN") return false;
    if (/^VB/.test(tag)) {
      finite ||= /^VB[DPZ]$/.test(tag);
      if (!/^(?:be|have|do|continue)$/.test(lemmaOf(reading, at))) return false;
    }
  }
  return false;
}

const ENDING_VERBS: ReadonlySet<string> = new Set(["end", "cease", "stop", "halt", "discontinue", "terminate"]);

/** "Call for an end to the attacks", "urged X to cease its strikes": what is to end is going on. */
function endsOngoing(reading: Reading, occurrence: EventOccurrence): boolean {
  for (let i = occurrence.trigger - 1; i >= Math.max(0, occurrence.trigger - 8); i--)
    if (/^(end|cease|stop|halt|cessation|withdraw|withdrawal|ending)$/.test(lemmaOf(reading, i))) return true;
  return false;
}
