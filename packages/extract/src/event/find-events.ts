import { sha256 } from "@noble/hashes/sha2.js";
import type { AnnotatedDocument, DocumentEntity } from "../annotated-document.ts";
import type { EvidenceSpan } from "../extraction.ts";
import { EVENT_TYPES, SHARED_ROLES } from "../ontology.ts";
import { adoptedResolution, votesAgainst } from "./adopted-resolution.ts";
import { timesOf } from "./attachment.ts";
import { completeBallots } from "./ballots.ts";
import { carriedTime } from "./carried-time.ts";
import { collectiveReference } from "./collective-reference.ts";
import { withoutConsequences } from "./consequences.ts";
import { withNamedTargets } from "./counted-targets.ts";
import { lastingOf, withDrillDays, withLastDay } from "./day-spans.ts";
import { stemSubject } from "./enumeration.ts";
import { type Happening, joinHappenings } from "./event-coreference.ts";
import type { EventDraft, EventOccurrence, Factuality } from "./event-draft.ts";
import { exchangeOf } from "./exchange.ts";
import { factualityOf } from "./factuality/factuality.ts";
import { type Reading, readFrame } from "./frame/read-frame.ts";
import type { ReadingContext } from "./frame/role-offers.ts";
import { issuerOf } from "./issuing-verbs.ts";
import { withKnownAssailants } from "./known-assailants.ts";
import { quantitiesOf } from "./quantity-attachment.ts";
import { completeRoles } from "./role-completion.ts";
import { withIssuer } from "./sanction-issuer.ts";
import { withListedTargets } from "./sanction-list.ts";
import { separateCalls } from "./separate-calls.ts";
import { type SentenceSyntax, sentenceSyntax } from "./syntax/sentence-syntax.ts";
import { viewTokens } from "./syntax/token-view.ts";
import { withoutToldTwice } from "./told-twice.ts";
import { withKnownParties } from "./transfer-parties.ts";
import { triggersOf } from "./trigger.ts";
import { createUnnamedThings } from "./unnamed.ts";

/** Regions of which nothing is extracted. */
const SILENT_REGIONS = new Set(["boilerplate", "credit", "byline"]);

/**
 * The happenings a document tells of, each with all places that tell it: typed frames are filled from trees and phrases, their factuality is read, and what
 * tells of the same happening is joined. Events are in the order of their first mention; the same document always gives the same ids.
 */
export function findEvents(annotated: AnnotatedDocument): readonly EventDraft[] {
  const { events, annotated: extended } = readEvents(annotated);
  // Whoever asks for the events alone keeps the document as it was: roles refer to nothing that it does not hold.
  const added = new Set([...extended.entities.keys()].filter((id) => !annotated.entities.has(id)));
  if (added.size === 0) return events;
  return events.map((event) => ({
    ...event,
    roles: Object.fromEntries(
      Object.entries(event.roles)
        .map(([role, ids]) => [role, ids.filter((id) => !added.has(id))] as const)
        .filter(([, ids]) => ids.length > 0),
    ),
  }));
}

/**
 * The happenings, and the document with what takes part in them without a name ("financial sanctions", "a hospital") among its entities and mentions:
 * roles may refer to those, so hand this document on.
 */
export function readEvents(source: AnnotatedDocument): { readonly events: readonly EventDraft[]; readonly annotated: AnnotatedDocument } {
  const unnamed = createUnnamedThings(source.document.sha256, source.entities);
  const entities = new Map(source.entities);
  const annotated = { ...source, entities, unnamed };
  const view = viewTokens(annotated.analysis, annotated.mentions);
  const happenings: Happening[] = [];
  const together = collectiveReference(annotated);
  let taken = 0;
  annotated.analysis.sentences.forEach((sentence, index) => {
    if (isSilent(annotated, sentence)) return;
    const syntax = sentenceSyntax(view, index);
    const stem = stemSubject(view, entities, index);
    together.read(syntax);
    const issuer = issuerOf(annotated, syntax);
    const readings = readSentence({ ...annotated, stem, together, ...(issuer === undefined ? {} : { issuer }) }, syntax);
    if (unnamed.entities.size > taken) for (const [id, entity] of unnamed.entities) if (!entities.has(id)) entities.set(id, entity);
    taken = unnamed.entities.size;
    const told = withoutTalksAboutTalks(
      withoutConsequences(completeBallots(annotated, completeRoles(annotated, readings, happenings), happenings)),
    );
    for (const reading of told) tell(annotated, reading, told, happenings);
  });
  const resolution = adoptedResolution(annotated);
  if (resolution) {
    happenings.push(...votesAgainst(annotated, resolution));
    happenings.forEach((happening, index) => {
      if (happening.type === "Vote") happenings[index] = onResolution(happening, resolution);
      else if (happening.type === "Sanction" && (happening.roles.actor ?? []).every((id) => ALL_STATES.test(entities.get(id)?.name ?? "")))
        happenings[index] = { ...happening, roles: { ...happening.roles, actor: resolution.roles.body ?? [] } };
    });
    // "within a month of the adoption of this resolution": no other adoption, and no less certain for what hangs on it
    const own = happenings.filter((happening) => !isAdoptionOf(happening, resolution));
    happenings.splice(0, happenings.length, resolution, ...own);
  }
  const parties = withIssuer(withKnownParties(withNamedTargets(view, withListedTargets(view, happenings), entities)), annotated.entities);
  const complete = withKnownAssailants(parties, annotated.entities);
  const joined = joinHappenings(complete, annotated.entities).filter((happening) => isComplete(happening, entities));
  const kept = withDrillDays(annotated, withoutRashHeadlines(annotated, withoutTalksOfMeetings(joined, entities))).map(withLastDay);
  const idOf = new Map<number, string>();
  for (const happening of kept) for (const key of happening.keys) idOf.set(key, eventId(happening));
  const drafts = kept.map(({ background: _background, keys: _keys, lasting: _lasting, links, ...happening }): EventDraft => {
    const roles: Record<string, readonly string[]> = contractRoles(happening);
    const id = eventId(happening);
    for (const { role, key } of links) {
      const target = idOf.get(key);
      if (target !== undefined && target !== id) roles[role] = [...new Set([...(roles[role] ?? []), target])];
    }
    return { ...happening, roles, id };
  });
  const seen = new Set<string>();
  const events = drafts.filter((draft) => !seen.has(draft.id) && seen.add(draft.id) !== undefined);
  const used = new Set(events.flatMap((event) => Object.values(event.roles).flat()));
  const added = unnamed.mentions
    .filter((mention) => used.has(mention.entity))
    // The entity is named in normal form (straight quotes, sentence case), the mention as it stands in the text.
    .map((mention) => ({ ...mention, text: source.document.text.slice(mention.start, mention.end) }));
  const known = new Map([...entities].filter(([id]) => source.entities.has(id) || used.has(id)));
  const mentions = added.length === 0 ? source.mentions : [...source.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
  return { events, annotated: { ...source, entities: known, mentions } };
}

/** Those whom a resolution binds: what they shall keep back, the organ withholds. */
const ALL_STATES = /^(?:all )?(?:member )?states$/i;

function isAdoptionOf({ type, roles, occurrences }: Happening, resolution: Happening): boolean {
  return (
    type === "ResolutionAdopted" &&
    (roles.agreement ?? []).some((id) => resolution.roles.agreement?.includes(id) === true) &&
    occurrences.every(({ factuality }) => factuality.mode !== "actual")
  );
}

/** Only what the data contract gives the type, in its order: what was read beside (the forum of a negotiation) has served to tell happenings apart. */
function contractRoles({ type, roles }: Pick<Happening, "type" | "roles">): Record<string, readonly string[]> {
  const { core, roles: own } = EVENT_TYPES[type];
  return Object.fromEntries(
    [...core, ...own, ...SHARED_ROLES].flatMap((role) => (roles[role] === undefined ? [] : [[role, roles[role]] as const])),
  );
}

function isSilent(annotated: AnnotatedDocument, sentence: EvidenceSpan): boolean {
  return annotated.document.regions.some(
    (region) => SILENT_REGIONS.has(region.kind) && region.start <= sentence.start && region.end >= sentence.end,
  );
}

/** At most one reading for a trigger: the first row that its arguments fill. */
function readSentence(annotated: AnnotatedDocument & ReadingContext, syntax: SentenceSyntax): readonly Reading[] {
  const readings: Reading[] = [];
  for (const trigger of triggersOf(syntax)) {
    for (const frame of trigger.frames) {
      const reading = readFrame(annotated, trigger, frame);
      if (!reading) continue;
      readings.push(...separateCalls(annotated, reading));
      break;
    }
  }
  return withAimsOfEfforts(withoutWhatEnds(withoutToldTwice(withoutBlowsGiven(readings))));
}

/** "abrogated its treaty of friendship with Moscow": the treaty is ended there, and not made. */
function withoutWhatEnds(readings: readonly Reading[]): readonly Reading[] {
  const ended = new Set(
    readings
      .filter(({ type }) => type === "AgreementEnded")
      .flatMap(({ trigger }) =>
        trigger.arguments
          .filter(({ slot, provenance }) => provenance !== "clause" && /^(?:theme|from|of|out of)$/.test(slot))
          .map(({ head }) => head),
      ),
  );
  return readings.filter(({ type, trigger }) => !(type === "AgreementMade" && trigger.kind === "noun" && ended.has(trigger.token)));
}

/** "trying to work out a deal between Israel and Hamas": what is tried for is not agreed yet. */
function withAimsOfEfforts(readings: readonly Reading[]): readonly Reading[] {
  const aims = new Set(
    readings
      .filter(({ frame }) => frame.rule === "Negotiation.strive")
      .flatMap(({ trigger }) => trigger.arguments.filter(({ slot }) => slot === "theme").map(({ head }) => head)),
  );
  return readings.map((reading) =>
    reading.type === "AgreementMade" && reading.trigger.kind === "noun" && aims.has(reading.trigger.token)
      ? { ...reading, frame: { ...reading.frame, mode: "hypothetical" } }
      : reading,
  );
}

/** "delivered a strike with eight missiles": the missiles were fired, not handed over. */
function withoutBlowsGiven(readings: readonly Reading[]): readonly Reading[] {
  const carriers = new Set(
    readings.flatMap(({ type, trigger }) =>
      type === "Attack" && trigger.kind === "noun" && trigger.support !== undefined ? [trigger.support.group.head] : [],
    ),
  );
  return readings.filter(
    ({ type, trigger }) => !(trigger.kind === "verb" && carriers.has(trigger.token) && (type === "ArmsTransfer" || type === "Aid")),
  );
}

/** Adds what a reading tells: a happening, and the other half of an exchange. */
function tell(annotated: AnnotatedDocument, reading: Reading, others: readonly Reading[], happenings: Happening[]): void {
  const exchange = exchangeOf(annotated, reading);
  const told = asHappenings(
    annotated,
    exchange?.given ?? reading,
    others.map((other) => (other === reading && exchange ? exchange.given : other)),
    happenings,
  );
  const key = happenings.length;
  if (!exchange) {
    happenings.push(...told.map((happening, index) => ({ ...happening, keys: [key + index] })));
    return;
  }
  const [returned] = asHappenings(annotated, exchange.returned, others, happenings);
  if (returned) happenings.push({ ...returned, keys: [key] });
  happenings.push(
    ...told.map((happening, index) => ({ ...happening, keys: [key + 1 + index], links: returned ? [{ role: "inReturnFor", key }] : [] })),
  );
}

/** One happening, or one for each of several dates. */
function asHappenings(
  annotated: AnnotatedDocument,
  reading: Reading,
  others: readonly Reading[],
  before: readonly Happening[],
): readonly Happening[] {
  const told = factualityOf(reading.trigger);
  const own = reading.frame.mode;
  const standing = reading.frame.standing === true && told.mode === "planned";
  const factuality: Factuality = standing
    ? { ...told, mode: "actual", certainty: "certain" }
    : own === undefined || (told.mode === "negated" && own !== "actual")
      ? told
      : own === "actual"
        ? { ...told, mode: own, polarity: "positive", certainty: "certain" }
        : { ...told, mode: own, certainty: own === "negated" ? "certain" : "possible" };
  const occurrence: EventOccurrence = {
    evidence: evidenceOf(reading),
    trigger: reading.trigger.token,
    sentence: reading.trigger.syntax.sentence,
    factuality,
    rule: reading.frame.rule,
    confidence: reading.confidence,
  };
  const lasting = lastingOf(annotated, reading);
  const happening: Happening = {
    ...(lasting === undefined ? {} : { lasting }),
    keys: [],
    links: [],
    type: reading.type,
    roles: { ...reading.roles, ...reading.literals },
    quantity: quantitiesOf(annotated, reading, others),
    occurrences: [occurrence],
    // A noun without an owner is background: "terror attacks in Paris"
    background:
      reading.trigger.kind === "noun" &&
      !reading.trigger.arguments.some(
        (argument) => argument.slot === "poss" || argument.slot === "by" || argument.slot === "support" || argument.slot === "from",
      ),
  };
  const carried = carriedTime(annotated, reading, before);
  const times = carried === undefined ? timesOf(annotated, reading, others) : [carried];
  return times.length === 0 ? [happening] : times.map((time) => stillToCome(annotated, { ...happening, time }));
}

/** "is visiting China next week", "the summit opens on 3 May": what is dated after the day of publication is planned, however it is told. */
function stillToCome(annotated: AnnotatedDocument, happening: Happening): Happening {
  const { published = "" } = annotated.document;
  const { earliest = "" } = happening.time ?? {};
  const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);
  // ("for at least the next six weeks": a span that begins now is no date to come)
  if (!isDay(published) || !isDay(earliest) || earliest <= published || /\bnext (?:\w+ ){0,2}\w+s\b/.test(happening.time?.text ?? ""))
    return happening;
  return {
    ...happening,
    occurrences: happening.occurrences.map((occurrence) =>
      occurrence.factuality.mode === "actual"
        ? { ...occurrence, factuality: { ...occurrence.factuality, mode: "planned", certainty: "possible" } }
        : occurrence,
    ),
  };
}

/** "The two sides held discussions", after they met: the talks are the meeting, told once more. */
function withoutTalksOfMeetings(happenings: readonly Happening[], entities: ReadonlyMap<string, DocumentEntity>): readonly Happening[] {
  const sides = (happening: Happening): ReadonlySet<string> =>
    new Set(
      (happening.roles.participant ?? []).flatMap((id) => [
        id,
        ...(entities.get(id)?.country ?? "").split(" ").filter((state) => state !== ""),
      ]),
    );
  const taken = new Map<Happening, Happening>();
  for (const talks of happenings) {
    if (talks.type !== "Negotiation" || talks.occurrences[0]?.rule !== "Negotiation.talks" || talks.time !== undefined) continue;
    const meeting = happenings.find(
      (other) =>
        other.type === "Meeting" &&
        other.occurrences[0]?.factuality.mode === talks.occurrences[0]?.factuality.mode &&
        (talks.roles.participant ?? []).every((id) => sides(other).has(id)),
    );
    const first = talks.occurrences[0];
    if (meeting && first && (meeting.occurrences[0]?.sentence ?? first.sentence) <= first.sentence) taken.set(talks, meeting);
  }
  return happenings
    .filter((happening) => !taken.has(happening))
    .map((happening) => {
      const told = [...taken].filter(([, meeting]) => meeting === happening).flatMap(([talks]) => talks.occurrences);
      return told.length === 0 ? happening : { ...happening, occurrences: [...happening.occurrences, ...told] };
    });
}

/** The votes that a resolution records were cast on it, when it was adopted. */
function onResolution(vote: Happening, resolution: Happening): Happening {
  const { agreement = [], body = [] } = resolution.roles;
  const time = vote.time ?? resolution.time;
  return { ...vote, roles: { agreement, body, ...vote.roles }, ...(time === undefined ? {} : { time }) };
}

/** "met for talks": one meeting, not a meeting and a negotiation. */
function withoutTalksAboutTalks(readings: readonly Reading[]): readonly Reading[] {
  // "mediators convened in a bid to clinch a deal": they met in order to negotiate
  const striving = new Set(
    readings.filter(({ frame }) => frame.rule === "Negotiation.strive").flatMap((reading) => reading.roles.participant ?? []),
  );
  const isStriving = ({ type, frame, roles }: Reading): boolean =>
    type === "Meeting" && frame.rule === "Meeting.meet" && striving.size > 1 && (roles.participant ?? []).every((id) => striving.has(id));
  const told = readings.filter((reading) => !isStriving(reading));
  const met = new Set(told.filter((reading) => reading.type === "Meeting").flatMap((reading) => reading.roles.participant ?? []));
  return told.filter((reading) => reading.type !== "Negotiation" || !(reading.roles.participant ?? []).some((id) => met.has(id)));
}

/** From the first to the last word that takes part. */
function evidenceOf(reading: Reading): EvidenceSpan {
  const { tokens } = reading.trigger.syntax.view;
  const first = Math.min(...reading.spans.map((span) => span[0]));
  const last = Math.max(...reading.spans.map((span) => span[1]), reading.item?.last ?? 0);
  return { start: tokens.start[first] ?? 0, end: tokens.end[last - 1] ?? 0 };
}

/** `event/` and 16 hex digits over type, core roles, date and first evidence. */
function eventId(happening: Pick<Happening, "type" | "roles" | "occurrences" | "time">): string {
  const core = EVENT_TYPES[happening.type].core.map((role) => `${role}=${[...(happening.roles[role] ?? [])].sort().join(",")}`).join(";");
  const first = happening.occurrences[0];
  const place = first === undefined ? "" : `${first.evidence.start}-${first.evidence.end}`;
  const digest = sha256(new TextEncoder().encode(`${happening.type}|${core}|${happening.time?.edtf ?? ""}|${place}`));
  return `event/${Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** A happening needs somebody in it; the bare name of one ("the Brussels conference") only adds to a happening told elsewhere. */
function isComplete(happening: Happening, entities: ReadonlyMap<string, DocumentEntity>): boolean {
  const { core } = EVENT_TYPES[happening.type];
  // A meeting of a series that the text says took place needs nobody by name.
  if (happening.occurrences.some((occurrence) => occurrence.rule === "Meeting.forum-held")) return true;
  const filled = core.filter((role) => (happening.roles[role]?.length ?? 0) > 0);
  if (filled.length === 0) return false;
  if (core[0] === "participant") return (happening.roles.participant ?? []).some((id) => !isFaceless(entities.get(id)));
  if (happening.type === "WeaponTest" && !filled.includes("actor")) return false;
  if ((happening.type === "Aid" || happening.type === "FinancialFlow") && !filled.includes("recipient")) return false;
  // "any armed attack on allies": nobody strikes, nothing happened
  if (
    happening.type === "Attack" &&
    !filled.includes("actor") &&
    happening.occurrences.every(({ factuality }) => factuality.mode === "hypothetical" || factuality.mode === "possible")
  )
    return false;
  // "shells hit the area": no actor, and no place that would tell which blow
  if (
    happening.type === "Attack" &&
    !filled.includes("actor") &&
    (happening.roles.target ?? []).every((id) => isSomewhere(entities.get(id))) &&
    happening.roles.place === undefined
  )
    return false;
  // "which allows either country to send troops": a kind of country, and nothing else that would tell a happening
  if (
    UNSAID.has(happening.type) &&
    filled.length === 1 &&
    filled.every((role) => (happening.roles[role] ?? []).every((id) => isFaceless(entities.get(id)))) &&
    // "six entities were designated": so many of them, and no others
    !(happening.type === "Sanction" && (happening.roles.target ?? []).some((id) => /^(?:over )?\d+ /.test(entities.get(id)?.name ?? "")))
  )
    return false;
  // "the regime's longstanding aggression": no target, place or day makes it a happening
  if (
    happening.type === "Attack" &&
    !filled.includes("target") &&
    happening.time === undefined &&
    happening.quantity.length === 0 &&
    happening.roles.place === undefined &&
    happening.roles.instrument === undefined &&
    happening.occurrences.every((occurrence) => occurrence.rule === "Attack.noun")
  )
    return false;
  return !(
    happening.type === "Attack" &&
    !filled.includes("target") &&
    happening.background &&
    happening.occurrences.every((occurrence) => occurrence.rule.startsWith("Attack.noun"))
  );
}

/** "the area", "a place": an unnamed stretch that is nobody's. */
const isSomewhere = (entity: DocumentEntity | undefined): boolean =>
  entity === undefined ||
  ((entity.type === "Place" || entity.type === "Facility") &&
    entity.isNew &&
    /^(?:area|place|location|region|zone|spot|land|soil|field|target|position|site)s?$/i.test(entity.name));

const UNSAID = new Set(["Deployment", "Buildup", "WeaponTest", "ArmsTransfer", "TechnologyTransfer", "Sanction", "Inspection"]);

/** A collective of which nobody is named. */
const isFaceless = (entity: DocumentEntity | undefined): boolean =>
  entity === undefined ||
  (entity.type === "Group" &&
    (entity.members?.length ?? 0) === 0 &&
    ![COUNTED, OF_A_BODY, OF_A_REGION].some((known) => known.test(entity.name)));
/** "NATO defence ministers", "the leaders of the G7": those of one body are they, and no others. */
const OF_A_BODY = /\b(?:NATO|EU|ASEAN|BRICS|AUKUS|GCC|SCO|CSTO|ECOWAS|OPEC\+?|G-?\d{1,2}|Quad|P5)\b/;
/** "European leaders", "the Arab states", "world powers" are those of a part of the world, as sure as if it were a body. */
const OF_A_REGION =
  /\b(?:European|Arab|African|Asian|Western|Gulf|Baltic|Nordic|Balkan|Caribbean|Latin American|Pacific|Allied|Axis|[Ww]orld|[Gg]reat|[Mm]ajor) (?:leaders|states|countries|nations|powers|governments|ministers|presidents)$/;
/** "26 nations" are so many, and no others. */
const COUNTED =
  /^(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b.*\b(?:nations|states|countries|governments|powers)$/i;

/** Headlines are trusted less: one that contradicts the body about who (same type and first role, another second) is left out (L59). */
function withoutRashHeadlines(annotated: AnnotatedDocument, happenings: readonly Happening[]): readonly Happening[] {
  const headlines = annotated.document.regions.filter((region) => region.kind === "headline");
  const inHeadline = (happening: Happening): boolean =>
    happening.occurrences.every((occurrence) =>
      headlines.some((region) => region.start <= occurrence.evidence.start && occurrence.evidence.end <= region.end),
    );
  return happenings.filter((happening) => {
    if (headlines.length === 0 || !inHeadline(happening)) return true;
    const [first = "", second = ""] = EVENT_TYPES[happening.type].core;
    if (second === "") return true;
    return !happenings.some(
      (other) =>
        other !== happening &&
        other.type === happening.type &&
        !inHeadline(other) &&
        (other.roles[first] ?? []).some((id) => happening.roles[first]?.includes(id) === true) &&
        (other.roles[second] ?? []).length > 0 &&
        (happening.roles[second] ?? []).length > 0 &&
        !(other.roles[second] ?? []).some((id) => happening.roles[second]?.includes(id) === true),
    );
  });
}
