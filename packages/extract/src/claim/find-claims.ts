import type { AnnotatedDocument } from "../annotated-document.ts";
import type { EventDraft } from "../event/event-draft.ts";
import type { ExtractedClaim } from "../extraction.ts";
import { echoedStances } from "./content-stance-echo.ts";
import { indexEvents } from "./draft-claim.ts";
import { listedFindings } from "./findings.ts";
import { finishClaims } from "./finish-claims.ts";
import { linkDenials } from "./link-denials.ts";
import { narratedClaims } from "./narration.ts";
import { organClaims } from "./organ-claims.ts";
import { readDocument } from "./reading.ts";
import { spokenClaims } from "./spoken-claims.ts";
import { voiceOf } from "./voice.ts";

/**
 * Who says what of the events and entities of a document, with stance, certainty, polarity, the cue and the characters that make the claim.
 *
 * Speakers are entities of the document, or the document's id for what it narrates itself. A claim's `content` holds the ids of the events told in it,
 * `rule` names cue row, frame and how the subject was found (`claim.say.clause.chunk`). Deterministic; ids are content hashes.
 */
export function findClaims(annotated: AnnotatedDocument, events: readonly EventDraft[]): readonly ExtractedClaim[] {
  const reading = readDocument(annotated);
  const voice = annotated.voice ?? voiceOf(reading);
  const index = indexEvents(events);
  const said = voice.kind === "organ" ? organClaims(reading, voice.speaker, voice.from, index) : spokenClaims(reading, voice, index);
  const spoken = echoedStances(reading, [...said, ...listedFindings(reading, said, index)]);
  const linked = linkDenials(reading, spoken, events);
  return finishClaims(reading, [...linked, ...narratedClaims(reading, linked, events)]);
}
