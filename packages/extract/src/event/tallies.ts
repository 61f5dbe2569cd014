import type { ExtractedQuantity } from "../extraction.ts";
import { NUMBER_WORD, numberSaid } from "./number-words.ts";

const NUMBER = String.raw`\d{1,3}|${NUMBER_WORD}|none`;
/** "voted 14 to 0", "by a vote of 89-2", "by 79 votes to 18". */
const SIDES = new RegExp(
  String.raw`\b(?:vot(?:e|es|ed)|passed|approved|adopted|rejected|carried|ratified|by)\b(?:\s+(?:by|of|a|an|the|vote|margin|in|overwhelmingly|unanimously)\b)*\s+(${NUMBER})(\s+votes?)?\s*(?:to|-|–)\s*(${NUMBER})\b(?!\s*(?:per\b|percent|%))`,
  "i",
);
/** "11 votes in favour", "13 members voted in favour". */
const IN_FAVOUR = new RegExp(
  String.raw`\b(${NUMBER})\s+(?:votes?|members|states|countries)\s+(?:voted\s+|voting\s+)?(?:in\s+favou?r|for)\b`,
  "i",
);

/** ("none" says no number, and counts for none.) */
const votesSaid = (word: string): number => numberSaid(word) ?? 0;
const vote = (word: string, text: string): ExtractedQuantity => ({ min: votesSaid(word), max: votesSaid(word), unit: "vote", text });

/** The votes for and against that a sentence counts, in this order; none where nobody voted against. */
export function tallyOf(sentence: string): readonly ExtractedQuantity[] {
  const sides = SIDES.exec(sentence);
  if (sides !== null) {
    const [, ayes = "", , noes = ""] = sides;
    if (votesSaid(ayes) + votesSaid(noes) < 3) return [];
    return [vote(ayes, ayes), ...(votesSaid(noes) === 0 ? [] : [vote(noes, noes)])];
  }
  const favour = IN_FAVOUR.exec(sentence);
  return favour === null ? [] : [vote(favour[1] ?? "", favour[0])];
}
