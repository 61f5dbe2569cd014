import { type CueMatch, cueMatch } from "./cue-match.ts";
import type { CueRow } from "./cue-table.ts";
import { agentOf } from "./later-subject.ts";
import { isComma, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
import { type Subject, subjectOf } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Verbs whose object is described by a bare phrase behind it: "was declared over by Damascus", "was called a provocation by Seoul". */
const DESCRIBED_BARE = /^(?:call|label|brand|dub|term|declare|pronounce)$/;
/** Verbs that ask when an infinitive follows whoever is told, and tell when a clause does. */
const TELL_TO = /^(?:tell|advise|remind)$/;

/** "Was praised by X", "was said by X to have", "was told by X that": the agent speaks. `were requested to refrain` has no speaker here. */
export function passiveCue(
  reading: Reading,
  rows: readonly CueRow[],
  group: VerbGroup,
  sentence: number,
  last: number,
): CueMatch | undefined {
  const agent = agentOf(reading, group, last);
  if (agent === undefined) return undefined;
  const subject = subjectOf(reading, group);
  const { first } = reading.sentences[sentence] ?? { first: 0 };
  const end = endOf(group, agent);
  // "has been accused by X of selling": what the preposition opens is the content, and the subject takes part in it.
  const governed = rows.find((one) => one.stance === "accuses" && one.prepositions?.includes(lowerOf(reading, end)));
  if (governed !== undefined)
    return cueMatch(governed, group, sentence, {
      frame: "preposition",
      content: [
        { first: subject?.first ?? first, last: group.first },
        { first: end + 1, last },
      ].filter((part) => part.last > part.first),
      side: "after",
      subject: agent,
      cueEnd: group.last,
    });
  // "was viewed by X as a threat": a description that judges.
  const described = rows.find((one) => one.frames.includes("objectAs"));
  const by = byOf(reading, group, agent);
  const bare = DESCRIBED_BARE.test(lemmaOf(reading, group.head)) && by > group.last;
  if (described !== undefined && (lowerOf(reading, end) === "as" || bare)) {
    const parts = [
      { first: subject?.first ?? first, last: group.first },
      bare ? { first: group.last, last: by } : { first: end, last },
    ].filter((part) => part.last > part.first);
    return {
      ...cueMatch(described, group, sentence, { frame: "objectAs", content: parts, side: "after", subject: agent, cueEnd: group.last }),
      weak: false,
    };
  }
  const told = toldOf(reading, rows, group, sentence, last);
  if (told !== undefined) return told;
  const row = rows.find(
    (one) =>
      one.frames.includes("object") &&
      (one.objects === undefined || one.objects === "emphasis") &&
      !one.frames.includes("objectInfinitive") &&
      // "Made clear by", not "made by Governments" or "made more alarming by"
      (one.particle === undefined || one.particle.includes(lowerOf(reading, group.last))),
  );
  if (row === undefined) return undefined;
  const content = { first: subject?.first ?? first, last: group.first };
  return cueMatch(row, group, sentence, {
    frame: "object",
    content: [content.last > content.first ? content : { first, last: group.last }],
    side: "after",
    subject: agent,
    cueEnd: group.last,
  });
}

/**
 * "Is said by state media to have reached", "was told by Ankara that", "were urged by the Agency to cooperate": what stands behind the agent is what the agent
 * said of the subject, or asked of it.
 */
export function toldOf(reading: Reading, rows: readonly CueRow[], group: VerbGroup, sentence: number, last: number): CueMatch | undefined {
  const agent = agentOf(reading, group, last);
  if (agent === undefined) return undefined;
  const end = endOf(group, agent);
  const word = lowerOf(reading, end);
  const clause = rows.find((one) => one.frames.includes("clause") && one.particle === undefined && one.stance !== "condemns");
  const told = { side: "before", subject: agent, cueEnd: group.last } as const;
  if (word === "that" && clause !== undefined && !/^(?:VB[ZPD]|MD)$/.test(tagOf(reading, end + 1)))
    return { ...cueMatch(clause, group, sentence, { ...told, frame: "clause", content: [{ first: end + 1, last }] }), weak: false };
  if (word !== "to" || !/^(?:VB|RB)/.test(tagOf(reading, end + 1))) return undefined;
  const subject = subjectOf(reading, group);
  const asks = rows.find((one) => one.stance === "requests" && one.frames.includes("objectInfinitive") && one.weak !== true);
  if (asks !== undefined || TELL_TO.test(lemmaOf(reading, group.head))) {
    const row = asks ?? clause;
    const addressee = subject?.phrases[0];
    return row === undefined
      ? undefined
      : cueMatch(row, group, sentence, {
          ...told,
          frame: "objectInfinitive",
          stance: "requests",
          content: [{ first: end, last }],
          ...(addressee === undefined ? {} : { addressee }),
        });
  }
  if (clause === undefined) return undefined;
  const of = { first: subject?.first ?? group.first, last: group.first };
  const content = [of, { first: end, last }].filter((part) => part.last > part.first);
  return { ...cueMatch(clause, group, sentence, { ...told, frame: "clause", side: "middle", content }), weak: false };
}

const endOf = (group: VerbGroup, agent: Subject): number => Math.max(group.last, ...agent.phrases.map((phrase) => phrase.last));

/** Where the "by" of the agent stands. */
function byOf(reading: Reading, group: VerbGroup, agent: Subject): number {
  for (let i = agent.first; i > group.last; i--) {
    if (isComma(lowerOf(reading, i))) break;
    if (lowerOf(reading, i) === "by") return i;
  }
  return group.last;
}
