import { ACTOR_TYPES } from "./complement.ts";
import { lowerOf, mentionOver, type Reading } from "./reading.ts";

/** Occasions on which only officials of one state answer: whoever has the floor there, "we" are that state. */
export const BRIEFING: RegExp =
  /\b(?:press (?:call|gaggle|briefing)|background (?:call|briefing)|on-the-record (?:\p{L}+ )?(?:call|gaggle))\b/iu;

/** The raw text of a sentence. */
export function sentenceText(reading: Reading, sentence: number): string {
  const { start, end } = reading.sentences[sentence] ?? { start: 0, end: 0 };
  return reading.text.slice(start, end);
}

/** Headlines and the unclosed lines before the first full sentence. */
export function titleSentences(reading: Reading): readonly number[] {
  const found: number[] = [];
  for (let s = 0; s < Math.min(reading.sentences.length, 6); s++) {
    if (reading.regionOf[s] === "headline") found.push(s);
    else if (found.length > 0 || reading.sentences[s]?.closed === true) break;
    else if (s === 0) found.push(s);
  }
  return found;
}

/** Where the topic of a title begins: "Statement by X on Y". */
export function titleTopic(reading: Reading, noun: number, last: number): number {
  for (let i = noun + 1; i < last; i++)
    if (
      /^(on|regarding|about|concerning|following|to|at|marking|welcoming|condemning)$/.test(lowerOf(reading, i)) &&
      (mentionOver(reading, i)?.first ?? i) === i
    )
      return i;
  return last;
}

export function actorsIn(reading: Reading, first: number, last: number): readonly string[] {
  const ids: string[] = [];
  for (let i = first; i < last; i++) {
    const mention = mentionOver(reading, i);
    if (mention === undefined || !ACTOR_TYPES.has(mention.type) || ids.includes(mention.entity)) continue;
    ids.push(mention.entity);
  }
  return ids;
}
