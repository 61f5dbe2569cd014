import type { Stance } from "../ontology.ts";
import { wordTable } from "../word-table.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { CueMatch } from "./cue-match.ts";
import { isComma, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { phraseAround, type Subject, subjectOf } from "./subject.ts";
import { verbGroupAt } from "./verb-group.ts";

/** People named for where they stand: "an early supporter of the war", "a fierce critic of the deal". */
const HOLDERS: Readonly<Record<string, Stance>> = wordTable({
  supporter: "supports",
  advocate: "supports",
  proponent: "supports",
  backer: "supports",
  champion: "supports",
  opponent: "rejects",
  critic: "condemns",
  detractor: "condemns",
});

/** "X was an early supporter of Y", "X, a vocal critic of Y, …": the noun is the cue, X the speaker. */
export function holderAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  const stance = tagOf(reading, i) === "NN" ? HOLDERS[lemmaOf(reading, i)] : undefined;
  if (stance === undefined || lowerOf(reading, i + 1) !== "of") return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const phrase = phraseAround(reading, i, first, i + 1);
  if (phrase === undefined || !/^(a|an|the|one)$/.test(lowerOf(reading, phrase.first))) return undefined;
  const subject = describedBy(reading, phrase.first, first);
  return subject === undefined ? undefined : standpoint(reading, i, stance, i + 2, last, sentence, subject);
}

/** Who a phrase describes: the subject of "was" before it, or the name that it stands beside in apposition. */
function describedBy(reading: Reading, phraseFirst: number, first: number): Subject | undefined {
  const before = phraseFirst - 1;
  if (before < first) return undefined;
  if (isVerb(tagOf(reading, before)) && /^(be|become|remain)$/.test(lemmaOf(reading, before))) {
    const group = verbGroupAt(reading, before);
    return group.form === "finite" && !group.negated && group.modal === undefined ? subjectOf(reading, group) : undefined;
  }
  const mention = isComma(lowerOf(reading, before)) ? mentionOver(reading, before - 1) : undefined;
  if (mention === undefined || !ACTOR_TYPES.has(mention.type) || mention.kind === "pronoun" || mention.use === "place") return undefined;
  return { phrases: [{ first: mention.first, last: mention.last, head: mention.head }], first: mention.first, how: "possessor" };
}

/** "Resigned in protest over the decision", "recalled its envoy in protest at the raid": a plan is rejected, a deed condemned. */
export function protestAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  if (lowerOf(reading, i) !== "protest" || lowerOf(reading, i - 1) !== "in") return undefined;
  if (!/^(over|at|against|about|of)$/.test(lowerOf(reading, i + 1))) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  for (let k = i - 2; k >= first; k--) {
    if (!isVerb(tagOf(reading, k))) continue;
    const group = verbGroupAt(reading, k);
    if (group.form !== "finite") continue;
    const subject = group.negated || group.modal !== undefined ? undefined : subjectOf(reading, group);
    if (subject === undefined) return undefined;
    return standpoint(reading, i, rejectsPlan(reading, i + 2, last) ? "rejects" : "condemns", i + 2, last, sentence, subject);
  }
  return undefined;
}

function rejectsPlan(reading: Reading, from: number, last: number): boolean {
  for (let i = from; i < Math.min(last, from + 7); i++)
    if (/^(decision|plan|proposal|policy|deal|agreement|bill|law|intention)$/.test(lemmaOf(reading, i))) return true;
  return false;
}

function standpoint(
  reading: Reading,
  i: number,
  stance: Stance,
  start: number,
  last: number,
  sentence: number,
  subject: Subject,
): CueMatch | undefined {
  let end = start + 1;
  while (end < last && !/^[,;:.]$/.test(lowerOf(reading, end))) end++;
  if (end - start < 1 || start >= last) return undefined;
  return {
    row: "standpoint",
    frame: "noun",
    token: i,
    cue: { first: i, last: i + 1 },
    stance,
    decidedBy: "cue",
    weak: false,
    content: [{ first: start, last: end }],
    side: "before",
    sentence,
    subject,
  };
}
