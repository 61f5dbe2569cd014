import type { MentionContext, MentionDraft, Reading } from "../mention/context.ts";
import { foldName, isCapitalised, type Piece } from "../mention/pieces.ts";
import { decideMetonym } from "./metonymy.ts";

/** What the choice among readings may look at, apart from the words around. */
export interface LinkEvidence {
  /** Year of publication, else the latest year that the text names: nothing of a later year can be meant. */
  readonly latestYear: number | undefined;
  /** Entities that the document names outright and without doubt, with how often. */
  readonly certain: ReadonlyMap<string, number>;
  readonly isState: (piece: number, direction: "before" | "after") => boolean;
}

export interface LinkChoice {
  readonly entity: string;
  readonly reading: Reading;
  readonly use?: MentionDraft["use"];
  readonly rule: string;
  readonly confidence: number;
}

/** Entities that are clear whatever the context: one reading, no metonym, no contextual name. */
export function certainEntities(drafts: readonly MentionDraft[]): Map<string, number> {
  const certain = new Map<string, number>();
  for (const draft of drafts) {
    const ids = new Set((draft.readings ?? []).map((reading) => reading.entity));
    if (draft.entity === undefined || ids.size > 1) continue;
    if (draft.readings?.some((reading) => reading.kind === "metonym" || reading.kind === "contextual")) continue;
    certain.set(draft.entity, (certain.get(draft.entity) ?? 0) + 1);
  }
  return certain;
}

/** Chooses what a known name stands for; `undefined` where it stands for nothing (no "the" before "North", "two Koreas"). */
export function chooseReading(context: MentionContext, draft: MentionDraft, evidence: LinkEvidence): LinkChoice | undefined {
  const latest = evidence.latestYear;
  const readings = (draft.readings ?? []).filter((reading) => !isYetToCome(context, reading, latest));
  const contextual = readings.filter((reading) => reading.kind === "contextual");
  if (contextual.length > 0 && contextual.length === readings.length) return contextualChoice(context, draft, contextual, evidence);
  const named = readings.filter((reading) => reading.kind !== "contextual");
  const metonyms = named.filter((reading) => reading.kind === "metonym" && (reading.type === "State" || reading.type === "Territory"));
  const cities = named.filter((reading) => reading.type === "Place" && reading.kind === "name");
  if (metonyms.length > 0 && !named.some((reading) => reading.kind === "name" && reading.type === "State"))
    return metonymChoice(context, draft, metonyms, cities, evidence);
  const institution = institutionChoice(context, draft, named);
  if (institution !== undefined) return institution;
  return bestReading(context, draft, named, evidence);
}

/** The year of publication, else the latest year that the text names. */
export function latestYear(context: MentionContext): number | undefined {
  if (context.document.published !== undefined) return Number(context.document.published.slice(0, 4));
  let latest: number | undefined;
  for (const piece of context.pieces) {
    if (piece.kind !== "number" || !/^(1[6-9]|20)\d{2}$/.test(piece.key)) continue;
    latest = Math.max(latest ?? 0, Number(piece.key));
  }
  return latest;
}

/** A text of 1978 cannot mean the Camp David summit of 2023: meetings and treaties count from their date on. */
function isYetToCome(context: MentionContext, reading: Reading, latest: number | undefined): boolean {
  const date = context.knowledge.entities.get(reading.entity)?.date;
  return date !== undefined && latest !== undefined && Number(date.slice(0, 4)) > latest + 1;
}

/** One of the two states, or a force, body or person of theirs: what makes "the North" speak of Korea. */
function isKorean(context: MentionContext): (id: string) => boolean {
  return (id) => /^state\/(prk|kor)$/.test(id) || /^state\/(prk|kor)$/.test(context.knowledge.entities.get(id)?.country ?? "");
}

const isKoreanSeat = (piece: Piece): boolean => /^(seoul|pyongyang)$/.test(piece.key) && isCapitalised(piece);

function contextualChoice(
  context: MentionContext,
  draft: MentionDraft,
  readings: readonly Reading[],
  evidence: LinkEvidence,
): LinkChoice | undefined {
  const { pieces } = context;
  const word = pieces[draft.first] as Piece;
  const before = pieces[draft.first - 1];
  const after = pieces[draft.last];
  const reading = readings.find((one) => evidence.certain.has(one.entity)) ?? readings[0];
  if (reading === undefined) return undefined;
  if (word.key === "north" || word.key === "south") {
    // "the North could have …", "the North's"; never "the North Atlantic", "north of", "the global South".
    const definite = before?.key === "the" && (isCapitalised(word) || false);
    const followed =
      after !== undefined &&
      !after.lineStart &&
      after.kind === "word" &&
      (isCapitalised(after) || /^(of|and)$/.test(after.key)) &&
      // "accused the North of sending troops"
      !(after.key === "of" && /^\p{Ll}+ing$/u.test(pieces[draft.last + 1]?.text ?? ""));
    const conjoined = after?.key === "and" && /^(the|south|north)$/.test(pieces[draft.last + 1]?.key ?? "");
    const peer = [...evidence.certain.keys()].some(isKorean(context)) || context.pieces.some(isKoreanSeat);
    return definite && peer && (!followed || conjoined)
      ? { entity: reading.entity, reading, use: "government", rule: "contextual.definite-compass-point", confidence: 0.85 }
      : undefined;
  }
  if (reading.type !== "State" && reading.type !== "Territory") {
    // "the Coalition", "the Agency": only behind an article, in a text that has some other word of the full name.
    if (
      before?.key !== "the" ||
      (after?.kind === "word" && isCapitalised(after) && !after.lineStart) ||
      !hasOtherWord(context, reading.entity, word.key)
    )
      return undefined;
    return { entity: reading.entity, reading, use: "organization", rule: "contextual.short-name", confidence: 0.75 };
  }
  if (word.key === "america" && /^(north|south|central|latin)$/.test(before?.key ?? "")) return undefined;
  if (word.key === "korea" && /^(two|both|a|divided|unified|reunified)$/.test(before?.key ?? "")) return undefined;
  return {
    entity: reading.entity,
    reading,
    use: "government",
    rule: word.key === "korea" ? "contextual.bare-korea-is-south" : "contextual.usual-sense",
    confidence: 0.8,
  };
}

function hasOtherWord(context: MentionContext, id: string, own: string): boolean {
  const entity = context.knowledge.entities.get(id);
  if (entity === undefined) return false;
  const words = new Set(
    [entity.name, ...entity.aliases, ...entity.acronyms].flatMap((name) => name.match(/\p{Lu}[\p{L}'’]{3,}/gu) ?? []).map(foldName),
  );
  for (const generic of [own, "global", "international", "united", "nations", "operation", "special"]) words.delete(generic);
  return context.pieces.some((piece) => words.has(piece.key) && isCapitalised(piece));
}

function metonymChoice(
  context: MentionContext,
  draft: MentionDraft,
  metonyms: readonly Reading[],
  cities: readonly Reading[],
  evidence: LinkEvidence,
): LinkChoice | undefined {
  const state = metonyms.find((reading) => evidence.certain.has(reading.entity)) ?? (metonyms[0] as Reading);
  const decision = decideMetonym(context, draft, evidence.isState, evidence.certain.has(state.entity));
  if (decision.use === "place") {
    const city = cities[0];
    if (city !== undefined) return { entity: city.entity, reading: city, use: "place", rule: decision.rule, confidence: 0.85 };
    return { entity: "", reading: { entity: "", type: "Place", kind: "name" }, use: "place", rule: decision.rule, confidence: 0.8 };
  }
  return { entity: state.entity, reading: state, use: "government", rule: decision.rule, confidence: 0.85 };
}

const WAR_NOUNS =
  /^(war|wars|defen[cs]e|military|aggression|forces|invasion|economy|arsenal|troops|weapons|missiles|nuclear|oil|energy|industrial|attacks?|offensive)$/;

/** Seats of institutions (L3): a house one is at, an office one speaks from, a government that wages war. */
function institutionChoice(context: MentionContext, draft: MentionDraft, readings: readonly Reading[]): LinkChoice | undefined {
  const { pieces } = context;
  const body = readings.find((reading) => reading.type === "GovernmentBody");
  if (body === undefined) return undefined;
  const before = pieces[draft.first - 1]?.key === "the" ? pieces[draft.first - 2] : pieces[draft.first - 1];
  const building = readings.find((reading) => reading.type === "Facility");
  if (building !== undefined) {
    const isPlace = before?.key === "at" || before?.key === "outside" || before?.key === "near";
    const reading = isPlace ? building : body;
    return {
      entity: reading.entity,
      reading,
      use: isPlace ? "place" : "organization",
      rule: isPlace ? "seat.place-preposition" : "seat.institution",
      confidence: 0.85,
    };
  }
  const country = context.knowledge.entities.get(body.entity)?.country;
  const after = pieces[draft.last];
  const state = country === undefined ? undefined : context.knowledge.entities.get(country);
  if (state?.metonyms.concat("Kremlin").some((name) => name === draftText(pieces, draft)) && body.kind !== "acronym") {
    const wages = after?.kind === "possessive" && WAR_NOUNS.test(pieces[draft.last + 1]?.key ?? "");
    const agentOfUse =
      before?.key === "by" && /^(used|fired|launched|deployed)$/.test(pieces[draft.first - 3]?.key ?? "") && after?.key === "to";
    if (wages || agentOfUse)
      return {
        entity: state.id,
        reading: { entity: state.id, type: state.type, kind: "metonym" },
        use: "government",
        rule: "seat.stands-for-state",
        confidence: 0.75,
      };
  }
  return undefined;
}

const draftText = (pieces: readonly Piece[], draft: MentionDraft): string =>
  pieces
    .slice(draft.first, draft.last)
    .map((piece) => piece.text)
    .join(" ");

/** Types in the order in which an ambiguous name is likelier to mean them, all else equal. */
const TYPE_ORDER = [
  "State",
  "Territory",
  "InternationalOrganization",
  "GovernmentBody",
  "MilitaryForce",
  "Person",
  "ArmedGroup",
  "Agreement",
  "Forum",
  "WeaponSystem",
  "WeaponCategory",
  "Conflict",
  "Organization",
  "ResearchOrganization",
  "MediaOrganization",
  "Company",
  "Facility",
  "Place",
  "Item",
  "Document",
  "Group",
];

function bestReading(
  context: MentionContext,
  draft: MentionDraft,
  readings: readonly Reading[],
  evidence: LinkEvidence,
): LinkChoice | undefined {
  const first = readings[0];
  if (first === undefined) return undefined;
  const score = (reading: Reading): number => {
    const entity = context.knowledge.entities.get(reading.entity);
    let value = (TYPE_ORDER.length - TYPE_ORDER.indexOf(reading.type)) / 100;
    if (evidence.certain.has(reading.entity)) value += 4;
    if (entity?.country !== undefined)
      value += evidence.certain.has(entity.country) ? 1 + Math.min(20, evidence.certain.get(entity.country) ?? 0) / 20 : -1;
    if (reading.kind === "name") value += 0.5;
    if (entity !== undefined && outlived(entity.to, context.document.published)) value -= 2;
    return value;
  };
  const ranked = [...readings].sort((a, b) => score(b) - score(a) || (a.entity < b.entity ? -1 : 1));
  const best = ranked[0] as Reading;
  const use: MentionDraft["use"] =
    best.kind === "metonym"
      ? best.type === "State"
        ? "government"
        : "organization"
      : best.kind === "demonym"
        ? demonymUse(context, draft)
        : best.type === "Place"
          ? "place"
          : undefined;
  return {
    entity: best.entity,
    reading: best,
    ...(use === undefined ? {} : { use }),
    rule: readings.length === 1 ? draft.rule : `${draft.rule}.chosen-of-${readings.length}`,
    confidence: readings.length === 1 ? draft.confidence : 0.7,
  };
}

const outlived = (to: string | undefined, published: string | undefined): boolean =>
  to !== undefined && published !== undefined && to < published;

/** "North Koreans", "the Russians": the people; an adjective has no use of its own. */
function demonymUse(context: MentionContext, draft: MentionDraft): MentionDraft["use"] {
  const word = context.pieces[draft.last - 1] as Piece;
  const next = context.pieces[draft.last];
  return /s$/.test(word.key) &&
    !(next?.kind === "word" && /^\p{Ll}/u.test(next.text) && !/^(were|are|have|had|who|in|and|to|from|will|would|said|say)$/.test(next.key))
    ? "people"
    : undefined;
}
