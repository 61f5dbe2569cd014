import type { TokenRange } from "./cue-match.ts";
import { isAdverb, isComma, isVerb, lowerOf, type Reading, tagOf } from "./reading.ts";
import type { Subject } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Longest stretch between a cue in commas and its closing comma: "said on Monday". */
const ADVERBIAL = 7;

/**
 * `Iran, the French minister said, has sold drones`: a said-clause between a subject and its verb. What is said stands on both sides of it; `undefined` where
 * no bare noun phrase stands before the clause or no verb behind it.
 */
export function interruptedContent(
  reading: Reading,
  subject: Subject,
  group: VerbGroup,
  first: number,
  last: number,
): readonly TokenRange[] | undefined {
  const opening = subject.first - 1;
  if (opening <= first || !isComma(lowerOf(reading, opening)) || (reading.quoteAt[group.head] ?? -1) >= 0) return undefined;
  for (let i = first; i < opening; i++) {
    const tag = tagOf(reading, i);
    if (isVerb(tag) || tag === "CC" || isComma(lowerOf(reading, i)) || (i === first && /^(IN|TO|RB|WRB)$/.test(tag))) return undefined;
  }
  for (let i = group.last; i < Math.min(last, group.last + ADVERBIAL); i++) {
    if (isVerb(tagOf(reading, i))) return undefined;
    if (!isComma(lowerOf(reading, i))) continue;
    let next = i + 1;
    while (next < last && isAdverb(tagOf(reading, next))) next++;
    return /^(VBZ|VBD|VBP|MD)$/.test(tagOf(reading, next))
      ? [
          { first, last: opening },
          { first: i + 1, last },
        ]
      : undefined;
  }
  return undefined;
}
