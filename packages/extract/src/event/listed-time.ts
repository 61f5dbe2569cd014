import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedTime } from "../extraction.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";

/** How a sentence opens that goes on with a count: "Six airstrikes hit …", "Another drone struck …", "A second raid killed …". */
const NEXT_IN_LIST = /^(?:another|others|further|second|third|fourth|fifth)$/;

/**
 * "On 13 January, ten airstrikes hit the hills. Six airstrikes hit depots in the desert." A blow of the next sentence of a paragraph that is counted on from the one before is of the
 * same day, where the sentence gives none of its own.
 */
export function listedTime(annotated: AnnotatedDocument, reading: Reading, before: readonly Happening[]): ExtractedTime | undefined {
  if (reading.type !== "Attack" || reading.trigger.group?.perfect === true) return undefined;
  const { syntax } = reading.trigger;
  const { view } = syntax;
  const { sentences } = annotated.analysis;
  const own = sentences[syntax.sentence];
  const last = sentences[syntax.sentence - 1];
  if (own === undefined || last === undefined || own.paragraph !== last.paragraph) return undefined;
  if (annotated.times.some(({ start, kind }) => kind === "date" && start >= own.start && start < own.end)) return undefined;
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
