import { type Attestation, BLAMABLE, statusOf } from "../claim/event-status.ts";
import type { ExtractedClaim, ExtractedEvent } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus } from "../ontology.ts";
import type { CollectionDocument, EntityProfiles } from "./entity-profile.ts";
import type { Occasion } from "./event-occasion.ts";

/** What a document tells flatly counts as what its own status makes of it: nobody's plan becomes a fact by being claimed in plain words. */
const KIND_OF_STATUS: Readonly<Record<EventStatus, Attestation["kind"]>> = {
  confirmed: "told",
  asserted: "told",
  disputed: "told",
  denied: "denied",
  alleged: "alleged",
  unconfirmed: "maybe",
  planned: "planned",
  hypothetical: "hypothetical",
  nonOccurrence: "negated",
};

/** Who attests an event in its document and how, from the claims of the extraction alone. */
export function attestationsOf(
  { extraction }: CollectionDocument,
  event: ExtractedEvent,
  { sidesOf }: EntityProfiles,
): readonly Attestation[] {
  const { core } = EVENT_TYPES[event.type];
  const fillers = (role: string | undefined): readonly string[] =>
    role === undefined ? [] : (event.roles[role] ?? []).flatMap((id) => [id, ...sidesOf(id)]);
  const acting = new Set(fillers(core[0]));
  const parties = new Set(core.flatMap((role) => fillers(role)));
  const own = extraction.document.id;
  const attest = (kind: Attestation["kind"], speakers: readonly string[]): Attestation => {
    const narrator = speakers.every((id) => id === own);
    const sides = [...new Set(speakers.flatMap((id) => (id === own ? [id] : sidesOf(id))))].sort();
    return {
      kind,
      sides,
      narrator,
      byActor: sides.some((side) => acting.has(side)),
      byParty: sides.some((side) => parties.has(side)),
      blamable: BLAMABLE.has(event.type),
    };
  };
  const claims = extraction.claims.filter(({ content, stance }) => content.includes(event.id) && stance !== "declinesComment");
  if (claims.length === 0) return [attest(KIND_OF_STATUS[event.status], [own])];
  return claims.map((claim) =>
    attest(kindOf(claim, event.status), claim.onBehalfOf === undefined ? claim.speaker : [...claim.speaker, claim.onBehalfOf]),
  );
}

function kindOf({ stance, polarity, certainty }: ExtractedClaim, status: EventStatus): Attestation["kind"] {
  const told = KIND_OF_STATUS[status];
  if (stance === "denies") return "denied";
  if (stance === "cannotConfirm") return "maybe";
  // Whoever speaks of a plan, a possibility or a non-event speaks of just that.
  if (told !== "told") return told;
  if (polarity === "negative") return "negated";
  if (stance === "confirms") return "confirmed";
  if (stance === "alleges" || stance === "accuses") return "alleged";
  if (stance === "estimates") return certainty === "possible" ? "maybe" : "alleged";
  return stance === "requests" || stance === "proposes" || stance === "threatens" || stance === "commits" ? "presupposed" : "told";
}

/**
 * Status of a happening from what all its documents attest, by the rules that decide within one document. A dispute or confirmation inside one document stands:
 * the document read its own words, which are richer than its claims.
 */
export function jointStatus(
  members: readonly Occasion[],
  documents: ReadonlyMap<string, CollectionDocument>,
  profiles: EntityProfiles,
): { readonly status: EventStatus; readonly rule: string } {
  if (members.some(({ event }) => event.status === "disputed")) return { status: "disputed", rule: "collection.disputed.within" };
  const told = members.flatMap(({ document, event }) => {
    const source = documents.get(document);
    return source === undefined ? [] : attestationsOf(source, event, profiles);
  });
  const joint = statusOf(told);
  if (joint.status !== "disputed" && members.some(({ event }) => event.status === "confirmed"))
    return { status: "confirmed", rule: "collection.confirmed.within" };
  return joint;
}
