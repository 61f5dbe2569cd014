import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";

const BALLOTS: ReadonlySet<EventType> = new Set<EventType>(["Vote", "Veto", "ResolutionAdopted"]);
/** Sentences back to which "China abstained" may refer. */
const REACH = 2;

/**
 * Completes votes, vetoes and adoptions from what stands around them: "Russia vetoed the resolution. China abstained." tells of one ballot, and a resolution of
 * the Security Council was adopted by it, whoever the sentence names.
 */
export function completeBallots(
  annotated: AnnotatedDocument,
  readings: readonly Reading[],
  before: readonly Happening[],
): readonly Reading[] {
  return readings.map((reading) => withBody(annotated, withText(reading, readings, before)));
}

/** What is voted on: told beside it in the sentence, else in the last ballot of the sentences before. */
function withText(reading: Reading, others: readonly Reading[], before: readonly Happening[]): Reading {
  if ((reading.type !== "Vote" && reading.type !== "Veto") || (reading.roles.agreement?.length ?? 0) > 0) return reading;
  // "voted to suspend Russia": what is voted on is told, though it has no name
  if (reading.literals.topic !== undefined) return reading;
  const beside = others.find((other) => BALLOTS.has(other.type) && (other.roles.agreement?.length ?? 0) > 0);
  const { sentence } = reading.trigger.syntax;
  const told = before.findLast((happening) => BALLOTS.has(happening.type) && (happening.roles.agreement?.length ?? 0) > 0);
  const near = told !== undefined && sentence - (told.occurrences.at(-1)?.sentence ?? -REACH) <= REACH ? told.roles : undefined;
  const source = beside?.roles ?? near;
  const agreement = source?.agreement;
  if (agreement === undefined) return reading;
  const body = reading.roles.body ?? source?.body;
  return {
    ...reading,
    roles: { ...reading.roles, agreement, ...(body === undefined || reading.roles.actor?.includes(body[0] ?? "") ? {} : { body }) },
  };
}

/** "Resolution 687, adopted in 1991": the body is in the resolution's own name, where the document knows it. */
function withBody(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (reading.type !== "ResolutionAdopted" || (reading.roles.body?.length ?? 0) > 0) return reading;
  const [id = ""] = reading.roles.agreement ?? [];
  const name = annotated.entities.get(id)?.name.toLowerCase() ?? "";
  const body = [...annotated.entities.values()].find(
    (entity) => entity.type === "InternationalOrganization" && name.startsWith(`${entity.name.toLowerCase()} resolution`),
  );
  return body === undefined ? reading : { ...reading, roles: { ...reading.roles, body: [body.id] } };
}
