import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedTime } from "../extraction.ts";
import { EVENT_TYPES, type EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";
import type { VerbGroup } from "./syntax/phrase.ts";
import type { SentenceSyntax } from "./syntax/sentence-syntax.ts";
import { withinSpan } from "./within-span.ts";

/** How a sentence opens that goes on with a count: "Six airstrikes hit …", "Another drone struck …", "A second raid killed …". */
const NEXT_IN_LIST = /^(?:another|others|further|second|third|fourth|fifth)$/;

/** Types of which one act of one day often has several parts: lists of designations, of ballots, of blows. */
const IN_PARTS: ReadonlySet<EventType> = new Set<EventType>([
  "Sanction",
  "Vote",
  "Attack",
  "Aid",
  "LegalAction",
  "AgreementMade",
  "Notification",
  "Appointment",
]);

/** The day of what was told before, where the words go on with it: by count, by "also", or as the ballots on what was adopted. */
export function carriedTime(annotated: AnnotatedDocument, reading: Reading, before: readonly Happening[]): ExtractedTime | undefined {
  return listedTime(annotated, reading, before) ?? addedTime(annotated, reading, before) ?? ballotTime(annotated, reading, before);
}

function isDated(annotated: AnnotatedDocument, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return withinSpan(annotated.times, start, end).some((time) => time.kind === "date");
}

/** "The United States sanctioned two banks today. It will also sanction …": what is added to an act is of the same day. */
function addedTime(annotated: AnnotatedDocument, reading: Reading, before: readonly Happening[]): ExtractedTime | undefined {
  const { syntax, group } = reading.trigger;
  if (!IN_PARTS.has(reading.type) || (group !== undefined && (group.perfect || group.negated))) return undefined;
  const own = annotated.analysis.sentences[syntax.sentence];
  if (own === undefined || isDated(annotated, own) || !isAdded(syntax, group)) return undefined;
  const actor = EVENT_TYPES[reading.type].core[0] ?? "";
  return before.findLast(
    ({ type, time, roles, occurrences }) =>
      type === reading.type &&
      time?.granularity === "day" &&
      (roles[actor] ?? []).some((id) => reading.roles[actor]?.includes(id) === true) &&
      occurrences.some(({ sentence }) => syntax.sentence - sentence <= ADDED_REACH && sentence < syntax.sentence),
  )?.time;
}

/** How many sentences later an act may be added to. */
const ADDED_REACH = 5;

/** "also" beside the verb, or at the head of the sentence. */
function isAdded({ view, first, phrases }: SentenceSyntax, group: VerbGroup | undefined): boolean {
  if (/^(?:also|additionally|in_addition|furthermore|moreover)$/.test(view.lower(first))) return true;
  if (view.lower(first) === "in" && view.lower(first + 1) === "addition") return true;
  const verb = group ?? phrases.find((phrase): phrase is VerbGroup => phrase.kind === "vg" && phrase.form === "finite");
  if (verb === undefined) return false;
  for (let at = verb.first - 1; at <= verb.last; at++) if (view.lower(at) === "also") return true;
  return false;
}

/** "Russia vetoed it in March. Thirteen members voted in favour; China abstained": the ballots were cast on the day of the vote. */
function ballotTime(annotated: AnnotatedDocument, reading: Reading, before: readonly Happening[]): ExtractedTime | undefined {
  if (reading.type !== "Vote" || reading.trigger.group?.tense === "future") return undefined;
  const { sentence } = reading.trigger.syntax;
  const own = annotated.analysis.sentences[sentence];
  if (own === undefined || isDated(annotated, own)) return undefined;
  return before.findLast(
    ({ type, time, occurrences }) =>
      (type === "Vote" || type === "Veto" || type === "ResolutionAdopted") &&
      time !== undefined &&
      occurrences.some((told) => sentence - told.sentence <= 1),
  )?.time;
}

/**
 * "On 13 January, ten airstrikes hit the hills. Six airstrikes hit depots in the desert." A blow of the next sentence of a paragraph that is counted on from the one before is of the
 * same day, where the sentence gives none of its own.
 */
function listedTime(annotated: AnnotatedDocument, reading: Reading, before: readonly Happening[]): ExtractedTime | undefined {
  if (reading.type !== "Attack" || reading.trigger.group?.perfect === true) return undefined;
  const { syntax } = reading.trigger;
  const { view } = syntax;
  const { sentences } = annotated.analysis;
  const own = sentences[syntax.sentence];
  const last = sentences[syntax.sentence - 1];
  if (own === undefined || last === undefined || own.paragraph !== last.paragraph) return undefined;
  if (isDated(annotated, own)) return undefined;
  const opener = syntax.phrases[0];
  if (opener?.kind !== "np" || syntax.at(reading.trigger.token) > 2) return undefined;
  const counts =
    view.tag(opener.first) === "CD" || NEXT_IN_LIST.test(view.lower(opener.first)) || NEXT_IN_LIST.test(view.lower(opener.first + 1));
  if (!counts) return undefined;
  return before.findLast(
    ({ type, time, occurrences }) =>
      type === "Attack" &&
      time?.granularity === "day" &&
      occurrences.some(({ sentence, factuality }) => sentence === syntax.sentence - 1 && factuality.mode === "actual"),
  )?.time;
}
