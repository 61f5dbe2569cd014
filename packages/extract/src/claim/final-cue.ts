import { isCalendarWord } from "../calendar-words.ts";
import type { TokenRange } from "./cue-match.ts";
import { isComma, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
import type { VerbGroup } from "./verb-group.ts";

/** "…, he frequently found himself in Ottawa", "…, Britain also maintained an obligation": a verb with an object of its own is no final cue. */
export function governsObject(reading: Reading, group: VerbGroup, last: number): boolean {
  if (
    group.last >= last ||
    /^(tell|inform|assure|remind|warn)$/.test(lemmaOf(reading, group.head)) ||
    (reading.quoteAt[group.last] ?? -1) >= 0
  )
    return false;
  return (
    /^(DT|PRP|PRP\$|CD)$/.test(tagOf(reading, group.last)) &&
    !/^(this|last|next|that|those|these|here|there)$/.test(lowerOf(reading, group.last)) &&
    !isTimePhrase(reading, group.last)
  );
}

const TIME = /^(?:(?:19|20)\d\d|days?|weeks?|months?|years?|hours?|minutes?|time)$/;

/** Is one of the four words from `at` a day, a month or another time? */
export function isTimePhrase(reading: Reading, at: number): boolean {
  for (let i = at; i < at + 4; i++) if (isCalendarWord(lowerOf(reading, i)) || TIME.test(lowerOf(reading, i))) return true;
  return false;
}

/** "While working to maintain supply, we will respond": an adverbial clause is not what is said. */
export function isOpeningClause(reading: Reading, range: TokenRange): boolean {
  const word = lowerOf(reading, range.first);
  if (!/^(while|if|when|although|though|since|because|unless|once|as|after|before|until|whereas)$/.test(word)) return false;
  for (let i = range.first + 1; i < range.last - 2; i++) if (isComma(lowerOf(reading, i))) return false;
  return true;
}
