import { sha256 } from "@noble/hashes/sha2.js";
import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EvidenceSpan } from "../extraction.ts";
import { EVENT_TYPES } from "../ontology.ts";
import { quantitiesOf, timeOf } from "./attachment.ts";
import { type Happening, joinHappenings } from "./event-coreference.ts";
import type { EventDraft, EventOccurrence } from "./event-draft.ts";
import { factualityOf } from "./factuality/factuality.ts";
import { type Reading, readFrame } from "./frame/read-frame.ts";
import { completeRoles } from "./role-completion.ts";
import { type SentenceSyntax, sentenceSyntax } from "./syntax/sentence-syntax.ts";
import { viewTokens } from "./syntax/token-view.ts";
import { triggersOf } from "./trigger.ts";
import { createUnnamedThings, type UnnamedThings } from "./unnamed.ts";

/** Regions of which nothing is extracted. */
const SILENT_REGIONS = new Set(["boilerplate", "credit", "byline"]);

/**
 * The happenings a document tells of, each with all places that tell it: typed frames are filled from trees and phrases, their factuality is read, and what
 * tells of the same happening is joined. Events are in the order of their first mention; the same document always gives the same ids.
 */
export function findEvents(annotated: AnnotatedDocument): readonly EventDraft[] {
  return readEvents(annotated).events;
}

/**
 * The happenings, and the document with what takes part in them without a name ("financial sanctions", "a hospital") among its entities and mentions:
 * roles may refer to those, so hand this document on.
 */
export function readEvents(source: AnnotatedDocument): { readonly events: readonly EventDraft[]; readonly annotated: AnnotatedDocument } {
  const unnamed = createUnnamedThings(source.document.sha256);
  const entities = new Map(source.entities);
  const annotated = { ...source, entities, unnamed };
  const view = viewTokens(annotated.analysis, annotated.mentions);
  const happenings: Happening[] = [];
  annotated.analysis.sentences.forEach((sentence, index) => {
    if (isSilent(annotated, sentence)) return;
    const syntax = sentenceSyntax(view, index);
    const readings = readSentence(annotated, syntax);
    for (const [id, entity] of unnamed.entities) if (!entities.has(id)) entities.set(id, entity);
    for (const reading of completeRoles(annotated, readings, happenings)) happenings.push(asHappening(annotated, reading));
  });
  const joined = joinHappenings(happenings, annotated.entities).filter(isComplete);
  const drafts = joined.map((happening) => ({ ...happening, id: eventId(happening) }));
  const seen = new Set<string>();
  const events = drafts.filter((draft) => !seen.has(draft.id) && seen.add(draft.id) !== undefined);
  const used = new Set(events.flatMap((event) => Object.values(event.roles).flat()));
  const added = unnamed.mentions.filter((mention) => used.has(mention.entity));
  const known = new Map([...entities].filter(([id]) => source.entities.has(id) || used.has(id)));
  const mentions = added.length === 0 ? source.mentions : [...source.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
  return { events, annotated: { ...source, entities: known, mentions } };
}

function isSilent(annotated: AnnotatedDocument, sentence: EvidenceSpan): boolean {
  return annotated.document.regions.some(
    (region) => SILENT_REGIONS.has(region.kind) && region.start <= sentence.start && region.end >= sentence.end,
  );
}

/** At most one reading for a trigger: the first row that its arguments fill. */
function readSentence(annotated: AnnotatedDocument & { readonly unnamed: UnnamedThings }, syntax: SentenceSyntax): readonly Reading[] {
  const readings: Reading[] = [];
  for (const trigger of triggersOf(syntax)) {
    for (const frame of trigger.frames) {
      const reading = readFrame(annotated, trigger, frame);
      if (!reading) continue;
      readings.push(reading);
      break;
    }
  }
  return readings;
}

function asHappening(annotated: AnnotatedDocument, reading: Reading): Happening {
  const time = timeOf(annotated, reading);
  const occurrence: EventOccurrence = {
    evidence: evidenceOf(reading),
    trigger: reading.trigger.token,
    sentence: reading.trigger.syntax.sentence,
    factuality: factualityOf(reading.trigger),
    rule: reading.frame.rule,
    confidence: reading.confidence,
  };
  return {
    type: reading.type,
    roles: { ...reading.roles, ...reading.literals },
    quantity: quantitiesOf(annotated, reading),
    ...(time === undefined ? {} : { time }),
    occurrences: [occurrence],
  };
}

/** From the first to the last word that takes part. */
function evidenceOf(reading: Reading): EvidenceSpan {
  const { tokens } = reading.trigger.syntax.view;
  const first = Math.min(...reading.spans.map((span) => span[0]));
  const last = Math.max(...reading.spans.map((span) => span[1]), reading.item?.last ?? 0);
  return { start: tokens.start[first] ?? 0, end: tokens.end[last - 1] ?? 0 };
}

/** `event/` and 16 hex digits over type, core roles and first evidence. */
function eventId(happening: Happening): string {
  const core = EVENT_TYPES[happening.type].core.map((role) => `${role}=${[...(happening.roles[role] ?? [])].sort().join(",")}`).join(";");
  const first = happening.occurrences[0];
  const place = first === undefined ? "" : `${first.evidence.start}-${first.evidence.end}`;
  const digest = sha256(new TextEncoder().encode(`${happening.type}|${core}|${place}`));
  return `event/${Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** A happening needs somebody in it; the bare name of one ("the Brussels conference") only adds to a happening told elsewhere. */
function isComplete(happening: Happening): boolean {
  const filled = EVENT_TYPES[happening.type].core.filter((role) => (happening.roles[role]?.length ?? 0) > 0).length;
  if (filled === 0) return false;
  // A noun with one side of an attack is background unless the other is told somewhere: "terror attacks in Paris".
  return !(happening.type === "Attack" && filled < 2 && happening.occurrences.every((occurrence) => occurrence.rule === "Attack.noun"));
}
