import type { CueMatch, TokenRange } from "./cue-match.ts";
import { lowerOf, type Reading } from "./reading.ts";
import type { Speaker } from "./speaker.ts";

/** A cue with its speaker. */
export interface Attribution {
  readonly match: CueMatch;
  readonly speaker: Speaker;
}

/** Attitudes that an official may voice for a state: "France values …," said the captain. */
export const VOICED_FOR_STATE: RegExp =
  /^(be-|value|support|welcome|condemn|reject|commit|vow|hope|stand-with|look-forward|emphasise|express)/;

/** A state as the present-tense subject of an attitude inside somebody's quotation. */
export function voicesState(reading: Reading, inner: Attribution): boolean {
  return (
    inner.match.group?.tense === "present" &&
    VOICED_FOR_STATE.test(inner.match.row) &&
    (reading.quoteAt[inner.match.token] ?? -1) >= 0 &&
    inner.speaker.ids.every((id) => reading.annotated.entities.get(id)?.type === "State")
  );
}

/** The first attitude of the speaker's own in some ranges that no claim has taken up yet. */
export function attitudeIn(
  reading: Reading,
  all: readonly Attribution[],
  ranges: readonly TokenRange[],
  absorbed: ReadonlySet<Attribution>,
): Attribution | undefined {
  return all.find(
    (one) =>
      (one.speaker.own || voicesState(reading, one)) &&
      // "the type of thing that we have been asking them to do": not what this sentence does.
      !/^(that|which|who)$/.test(lowerOf(reading, (one.match.subject?.first ?? 0) - 1)) &&
      !absorbed.has(one) &&
      one.match.decidedBy === "cue" &&
      ranges.some((range) => range.first <= one.match.token && one.match.token < range.last),
  );
}
