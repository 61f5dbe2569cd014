import { precedingContent } from "./complement.ts";
import type { TokenRange } from "./cue-match.ts";
import { invertedSubject } from "./later-subject.ts";
import { isQuoteMark, lemmaOf, lowerOf, mentionOver, type Reading } from "./reading.ts";
import type { Subject } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Verbs whose object is a person: what follows them is whom they are said to. */
const TOLD_SOMEBODY = /^(threaten|tell|inform|brief|assure|reassure|remind|notify|convince|persuade|warn|caution|accuse|charge|urge|ask)$/;

/** `“…,” said Burns.`: content, then the verb, then its subject. */
export function invertedCue(
  reading: Reading,
  group: VerbGroup,
  first: number,
  last: number,
): { readonly content: TokenRange; readonly subject: Subject } | undefined {
  if (group.first === first && (reading.quoteAt[first - 1] ?? -1) < 0 && !isQuoteMark(lowerOf(reading, first - 1))) return undefined;
  const before = precedingContent(reading, group.first, first) ?? quotedSentenceBefore(reading, group.first, first);
  if (before === undefined) return undefined;
  // "Yellen travelled to China, threatened banks": whom one threatens or tells follows the verb; only behind a quotation is it the speaker.
  if (TOLD_SOMEBODY.test(lemmaOf(reading, group.head)) && !endsInQuote(reading, before)) return undefined;
  const subject = invertedSubject(reading, group, last);
  if (
    subject === undefined ||
    subject.phrases.every((p) => mentionOver(reading, p.head) === undefined && !/^(he|she|they|it)$/.test(lowerOf(reading, p.head)))
  )
    return undefined;
  return { content: before, subject };
}

function quotedSentenceBefore(reading: Reading, edge: number, first: number): TokenRange | undefined {
  if (edge !== first || !isQuoteMark(lowerOf(reading, edge - 1))) return undefined;
  const quote = reading.quoteAt[edge - 2] ?? -1;
  if (quote < 0) return undefined;
  let begin = edge - 2;
  while (begin > 0 && reading.quoteAt[begin - 1] === quote) begin--;
  return { first: begin, last: edge };
}

/** Do the last words of a range stand in quotation marks? */
export function endsInQuote(reading: Reading, range: TokenRange): boolean {
  for (let i = range.last - 1; i >= Math.max(range.first, range.last - 4); i--) if ((reading.quoteAt[i] ?? -1) >= 0) return true;
  return false;
}
