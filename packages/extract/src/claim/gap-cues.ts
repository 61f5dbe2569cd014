import type { TokenRange } from "./cue-match.ts";
import { ALLEGATION_NOUNS, type CueRow } from "./cue-table.ts";
import { isAdverb, isComma, isNoun, isQuoteMark, isVerb, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
import { stanceOfDescription } from "./stance.ts";
import { nounPhraseFrom, type Subject } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** A cue whose object stands before it: "an idea that Ankara turned down", "which Mogadishu called an assault", "what Seoul termed a provocation". */
export interface GapCue {
  readonly row: CueRow;
  readonly frame: "object" | "objectAs";
  readonly content: readonly TokenRange[];
  readonly cueEnd: number;
}

/** Fills the object of a relative clause by its antecedent. Only verbs that judge, refuse, ask or deny count: "the deal that X announced" is no new claim. */
export function gapCue(
  reading: Reading,
  rows: readonly CueRow[],
  group: VerbGroup,
  subject: Subject,
  first: number,
  last: number,
): GapCue | undefined {
  const pronoun = subject.first - 1;
  const word = lowerOf(reading, pronoun);
  if (!/^(that|which|what)$/.test(word) || subject.how === "inherited") return undefined;
  const antecedent = word === "what" ? undefined : antecedentOf(reading, pronoun, first);
  if (word !== "what" && antecedent === undefined) return undefined;
  for (const row of rows) {
    if (row.frames.includes("objectAs")) {
      const end = clauseEnd(reading, group.last, last);
      const described = { first: group.last, last: end };
      if (!opensDescription(reading, group, end)) continue;
      // "Waters off what China calls Ren’ai Jiao" names a place; "what it called an invasion" judges.
      if (stanceOfDescription(reading, "asserts", [described]) === "asserts" && row.stance === "asserts") continue;
      return { row, frame: "objectAs", content: antecedent === undefined ? [described] : [antecedent, described], cueEnd: group.last };
    }
    if (antecedent === undefined || !row.frames.includes("object") || row.weak === true || row.stance === "asserts") continue;
    if (row.objects === "allegation" && !namesAllegation(reading, antecedent)) continue;
    const end = particleEnd(reading, row, group);
    if (end < 0 || fills(reading, end, last)) continue;
    return { row, frame: "object", content: [antecedent], cueEnd: end };
  }
  return undefined;
}

/** The noun phrase that the pronoun at `pronoun` takes up; it must stand directly before it, at most a comma between. */
function antecedentOf(reading: Reading, pronoun: number, first: number): TokenRange | undefined {
  let end = pronoun;
  if (isComma(lowerOf(reading, end - 1))) end--;
  if (!isNoun(tagOf(reading, end - 1)) && tagOf(reading, end - 1) !== "CD" && !isQuoteMark(lowerOf(reading, end - 1))) return undefined;
  let start = end - 1;
  while (start > first && !isComma(lowerOf(reading, start - 1)) && !isFiniteVerb(reading, start - 1)) start--;
  return end - start > 25 ? { first: end - 25, last: end } : { first: start, last: end };
}

function isFiniteVerb(reading: Reading, i: number): boolean {
  const tag = tagOf(reading, i);
  return isVerb(tag) && tag !== "VBN" && tag !== "VBG";
}

function namesAllegation(reading: Reading, range: TokenRange): boolean {
  for (let i = range.first; i < range.last; i++) if (ALLEGATION_NOUNS.has(lemmaOf(reading, i))) return true;
  return false;
}

function particleEnd(reading: Reading, row: CueRow, group: VerbGroup): number {
  if (row.particle === undefined) return group.last;
  return row.particle.includes(lowerOf(reading, group.last)) ? group.last + 1 : -1;
}

/** Is the object there after all ("the day that Moscow rejected the offer")? */
function fills(reading: Reading, at: number, last: number): boolean {
  let i = at;
  while (i < last && isAdverb(tagOf(reading, i))) i++;
  const phrase = nounPhraseFrom(reading, i, last);
  return (
    phrase !== undefined &&
    !/^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|last|this|week|month|year)$/.test(
      lowerOf(reading, phrase.first),
    )
  );
}

function opensDescription(reading: Reading, group: VerbGroup, end: number): boolean {
  let i = group.last;
  while (i < end && isAdverb(tagOf(reading, i))) i++;
  if (lowerOf(reading, i) === "as") return true;
  if (!/^(call|label|brand|dub|term|declare|deem)$/.test(lemmaOf(reading, group.head))) return false;
  return isQuoteMark(lowerOf(reading, i)) || tagOf(reading, i).startsWith("JJ") || nounPhraseFrom(reading, i, end) !== undefined;
}

/** Where a relative clause ends: at a comma, or before "and" with a finite verb. */
function clauseEnd(reading: Reading, from: number, last: number): number {
  for (let i = from; i < last; i++) {
    if (/^[,;]$/.test(lowerOf(reading, i)) && (reading.quoteAt[i] ?? -1) < 0) return i;
    if (lowerOf(reading, i) === "and" && /^(VBD|VBZ|VBP|MD)$/.test(tagOf(reading, i + 1))) return i;
  }
  return last;
}
