import type { CueMatch } from "./cue-match.ts";
import { isAdverb, isComma, lowerOf, type Reading, tagOf } from "./reading.ts";

/** Cuts each content where a coordinated cue or a participle of the same speaker begins ("emphasised A and welcomed B", "said A, adding B"). */
export function cutSiblings(reading: Reading, matches: readonly CueMatch[]): readonly CueMatch[] {
  return matches.map((match, index) => {
    const content = match.content.map((range) => {
      let last = range.last;
      // "X is concerned over Y, the official said": what the final cue attributes ends before its own clause.
      for (const other of matches) {
        const outer = other.side === "before" ? undefined : other.content.find((one) => one.first <= match.token && match.token < one.last);
        if (outer !== undefined && other !== match) last = Math.min(last, outer.last);
      }
      for (const other of matches.slice(index + 1)) {
        if (other.token <= range.first || other.token >= last) continue;
        const edge = siblingEdge(reading, match, other);
        if (edge !== undefined && edge > range.first) {
          last = edge;
          break;
        }
      }
      // "Calling the visit a provocation, the ministry said …": an opening participle ends where the clause of its subject begins.
      const ahead = match.subject?.how === "inherited" ? match.subject.first : -1;
      if (match.group?.form === "participle" && ahead > match.token) last = Math.min(last, Math.max(ahead, range.first + 1));
      last = beforeOwnClause(reading, match, range.first, last);
      return { first: range.first, last: trimRight(reading, range.first, last) };
    });
    return { ...match, content };
  });
}

/** "We call on banks to refrain, and we will take steps": a new main clause with the same "we". */
function beforeOwnClause(reading: Reading, match: CueMatch, first: number, last: number): number {
  const head = match.subject?.phrases[0]?.head ?? -1;
  if (!/^(we|i)$/.test(lowerOf(reading, head)) || match.side !== "before") return last;
  if (/^(say|believe|emphasise-that|noun)$/.test(match.row)) return last;
  for (let i = first + 3; i < last - 4; i++)
    if (lowerOf(reading, i) === "and" && lowerOf(reading, i + 1) === lowerOf(reading, head) && tagOf(reading, i + 2) === "MD") return i;
  return last;
}

function siblingEdge(reading: Reading, match: CueMatch, other: CueMatch): number | undefined {
  const group = other.group;
  if (other.frame === "source") return other.side === "after" ? other.cue.first : undefined;
  if (group === undefined || other.subject === undefined) return undefined;
  if (other.side !== "before") return undefined;
  const inQuote = reading.quoteAt[other.token] ?? -1;
  if (inQuote >= 0 && inQuote !== (reading.quoteAt[match.token] ?? -1)) return undefined;
  const same = match.subject !== undefined && other.subject.phrases.some((p) => match.subject?.phrases.some((q) => p.head === q.head));
  if (other.subject.how === "inherited" && same) return backOverConjunction(reading, group.first);
  // A new main clause: ", and they discussed", "; Japan underscored".
  const mark = backOverConjunction(reading, other.subject.first);
  const joined = lowerOf(reading, other.subject.first - 1);
  if ((joined === "and" || joined === "but" || joined === "while") && isComma(lowerOf(reading, other.subject.first - 2))) return mark;
  if (joined === ";") return mark;
  return undefined;
}

function backOverConjunction(reading: Reading, from: number): number {
  let i = from;
  while (i > 0 && (/^(and|but|while|,|;)$/.test(lowerOf(reading, i - 1)) || isAdverb(tagOf(reading, i - 1)))) i--;
  return i;
}

function trimRight(reading: Reading, first: number, last: number): number {
  let end = last;
  while (end > first + 1 && /^(,|;|and|but|\.)$/.test(lowerOf(reading, end - 1))) end--;
  return end;
}
