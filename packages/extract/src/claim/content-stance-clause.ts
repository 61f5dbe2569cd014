import type { TokenRange } from "./cue-match.ts";
import { isVerb, lowerOf, type Reading, tagOf } from "./reading.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** The clause that carries a content: its first finite verb outside relative clauses, with its subject. */
export interface MainClause {
  readonly group: VerbGroup;
  readonly subject?: Subject;
}

export function mainClauseOf(reading: Reading, content: readonly TokenRange[]): MainClause | undefined {
  return firstClause(reading, content, true) ?? firstClause(reading, content, false);
}

/** `free`: an opening "what" is a free relative with a verb of its own ("What happened there was a crime"). */
function firstClause(reading: Reading, content: readonly TokenRange[], free: boolean): MainClause | undefined {
  for (const range of content) {
    let relative = false;
    for (let i = afterOpeningClause(reading, range); i < range.last; i++) {
      const tag = tagOf(reading, i);
      const word = lowerOf(reading, i);
      // "The images we are seeing", "the troops that crossed": verbs of relative clauses are passed over, up to the comma that closes them.
      if ((i > range.first || (free && word === "what")) && (tag === "WDT" || tag === "WP")) relative = true;
      if (word === ",") relative = false;
      if (!isVerb(tag) || relative) {
        if (isVerb(tag) && relative) relative = verbGroupAt(reading, i).form !== "finite";
        continue;
      }
      const group = mainVerbAfter(reading, i, range.last);
      if (group.form !== "finite") continue;
      const subject = subjectOf(reading, group);
      return { group, ...(subject === undefined ? {} : { subject }) };
    }
  }
  return undefined;
}

const OPENERS = /^(if|when|while|although|though|since|because|unless|once|as|after|before|until|whereas|following|given|with)$/;

/** "If X happens, the United States will act": the main clause begins after the comma, if a finite verb is left there. */
function afterOpeningClause(reading: Reading, range: TokenRange): number {
  let first = range.first;
  while (first < range.last && /^["“”'‘’]$/.test(lowerOf(reading, first))) first++;
  const spoken = afterDiscourseOpener(reading, first, range.last);
  if (spoken > first) return spoken;
  if (!OPENERS.test(lowerOf(reading, first))) return range.first;
  for (let i = first + 2; i < range.last; i++) {
    if (lowerOf(reading, i) !== ",") continue;
    for (let k = i + 1; k < range.last; k++) if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, k))) return i + 1;
    break;
  }
  return range.first;
}

/** "Let there be no mistake: …", "Let me be clear: …", "Make no mistake, …": what is said begins after them. */
function afterDiscourseOpener(reading: Reading, first: number, last: number): number {
  let at = first;
  while (at < last && /^(and|but|so|now|well|look|,)$/.test(lowerOf(reading, at))) at++;
  if (!/^(let|make|to|i|we|be)$/.test(lowerOf(reading, at))) return first;
  for (let i = at + 1; i < Math.min(last - 3, at + 9); i++) {
    if (!/^[:,—–]$/.test(lowerOf(reading, i))) continue;
    const words = Array.from({ length: i - at }, (_, k) => lowerOf(reading, at + k)).join(" ");
    return /\b(mistake|clear|doubt|plain|explicit|clear-eyed|blunt|frank)$/.test(words) ||
      /^(make no mistake|to be (clear|sure|frank))/.test(words)
      ? i + 1
      : first;
  }
  return first;
}

/** The group of the last verb in a chain of auxiliaries that begins at `i`. */
function mainVerbAfter(reading: Reading, i: number, limit: number): VerbGroup {
  let head = i;
  for (let k = i + 1; k < Math.min(limit, i + 6); k++) {
    const tag = tagOf(reading, k);
    if (isVerb(tag)) {
      if (verbGroupAt(reading, k).first <= i && verbGroupAt(reading, k).form === "finite") head = k;
    } else if (!/^RB/.test(tag) && !(/^(and|or)$/.test(lowerOf(reading, k)) && tagOf(reading, k + 1) === "MD")) break;
  }
  return verbGroupAt(reading, head);
}

export function textOf(reading: Reading, ranges: readonly TokenRange[]): string {
  return ranges
    .filter((range) => range.last > range.first)
    .map((range) => reading.text.slice(reading.tokens.start[range.first], reading.tokens.end[range.last - 1]))
    .join(" ");
}
