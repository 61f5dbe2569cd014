import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";
import { withinSpan } from "./within-span.ts";

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
  return readings.flatMap((reading) => {
    const complete = withBody(annotated, withText(reading, readings, before));
    // Who opposes a text has voted against it only where the text says that there was a vote
    return REACTIONS.has(reading.frame.rule) && !isOnBallot(reading, readings, before) ? [] : [complete];
  });
}

const REACTIONS = new Set(["Vote.opposed", "Vote.backed"]);

/** Is a ballot told in the sentence, or in one right before it? */
function isOnBallot(reading: Reading, others: readonly Reading[], before: readonly Happening[]): boolean {
  if (others.some((other) => BALLOTS.has(other.type) && !REACTIONS.has(other.frame.rule))) return true;
  const told = before.findLast(({ type }) => BALLOTS.has(type));
  return told !== undefined && reading.trigger.syntax.sentence - (told.occurrences.at(-1)?.sentence ?? -REACH) <= REACH;
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
  const organ = body?.id ?? organBefore(annotated, reading);
  return organ === undefined ? reading : { ...reading, roles: { ...reading.roles, body: [organ] } };
}

const ORGAN =
  /\b(?:council|assembly|board of governors|parliament|congress|senate|duma|knesset|rada|bundestag|house of representatives|committee|commission)$/i;

/** "The board of governors declared Iran in breach. The resolution was passed with 19 votes": the organ that was named last. */
function organBefore(annotated: AnnotatedDocument, { trigger }: Reading): string | undefined {
  const { sentence, view } = trigger.syntax;
  const from = view.tokens.start[view.sentences[Math.max(0, sentence - REACH)]?.first ?? 0] ?? 0;
  return withinSpan(annotated.mentions, from, view.tokens.end[trigger.token] ?? 0).findLast(
    (mention) =>
      mention.first < trigger.token &&
      (mention.type === "InternationalOrganization" || mention.type === "GovernmentBody") &&
      ORGAN.test(annotated.entities.get(mention.entity)?.name ?? ""),
  )?.entity;
}
