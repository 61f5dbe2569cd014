import type { Analysis, Span } from "../document/analysis.ts";
import { segment } from "../segment/segment.ts";
import type { Quotation } from "./quotation.ts";
import { firstTokenAt, isFollowed, isIntroduced, quotationKind } from "./quotation-kind.ts";
import { findQuoteMarks, type QuoteMark } from "./quote-marks.ts";

/** Longest stretch, in characters, that a reversed pair (`Russia’s” full accept”`) or a quotation in single marks without a verb of saying may hold. */
const REVERSED_REACH = 120;

/** A quotation before its kind is known. */
interface Draft {
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly repaired: boolean;
  readonly depth: number;
  readonly unclosed: boolean;
}

interface Open {
  readonly mark: QuoteMark;
  readonly innerStart: number;
  readonly repaired: boolean;
}

/**
 * Quotations of a text, in the order of their starts. Marks are read paragraph by paragraph: missing, reversed and unbalanced ones are repaired with a
 * flag and no quotation leaves its paragraph; one left open goes on in the next paragraph only where that begins with an opening mark again.
 * Apostrophes, possessives and inches are never marks. Never throws.
 *
 * Method: the tolerant scan of design section 8; shapes of marks by blanks first, by glyph second.
 */
export function findQuotations(source: string | Analysis): readonly Quotation[] {
  const analysis = typeof source === "string" ? segment(source) : source;
  const quotations: Quotation[] = [];
  let open: { readonly index: number; readonly paragraph: number } | undefined;
  analysis.paragraphs.forEach((paragraph, paragraphIndex) => {
    const marks = findQuoteMarks(analysis.text, paragraph.start, paragraph.end);
    if (marks.length === 0) return;
    const drafts = [...pairDouble(analysis, paragraph, marks), ...pairSingle(analysis, marks)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    const nested = withDepths(drafts);
    let next: typeof open;
    for (const draft of nested) {
      const index = quotations.length;
      const continued =
        open !== undefined && open.paragraph === paragraphIndex - 1 && draft.start === paragraph.start ? open.index : undefined;
      quotations.push(toQuotation(analysis, draft, continued));
      if (draft.unclosed && draft.end === paragraph.end) next = { index, paragraph: paragraphIndex };
    }
    open = next;
  });
  return quotations;
}

function toQuotation(analysis: Analysis, draft: Draft, continues: number | undefined): Quotation {
  const inner = trim(analysis.text, draft.innerStart, draft.innerEnd);
  const edits = findEdits(analysis.text, inner);
  return {
    start: draft.start,
    end: draft.end,
    inner,
    kind: continues === undefined ? quotationKind(analysis, inner, draft) : "speech",
    repaired: draft.repaired,
    ...(continues === undefined ? {} : { continues }),
    depth: draft.depth,
    ...(edits.length === 0 ? {} : { edits }),
  };
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Bracketed words inside a quotation are the editor's; so are parentheses that explain (`such funds (from weapons trade)`), L29. */
function findEdits(text: string, inner: Span): readonly Span[] {
  const edits: Span[] = [];
  const bracketed = /\[[^[\]]{1,200}\]|\([^()]{1,200}\)/g;
  const raw = text.slice(inner.start, inner.end);
  for (let found = bracketed.exec(raw); found !== null; found = bracketed.exec(raw)) {
    // An acronym in parentheses is part of what was said or written: `the Republic of Korea (ROK)`.
    if (/^\((?:\p{Lu}[\p{Lu}\d&-]{1,9}|\d+)\)$/u.test(found[0])) continue;
    edits.push({ start: inner.start + found.index, end: inner.start + found.index + found[0].length });
  }
  return edits;
}

/** Pairs double and angle marks of one paragraph from left to right. */
function pairDouble(analysis: Analysis, paragraph: Span, all: readonly QuoteMark[]): Draft[] {
  const { text } = analysis;
  const marks = collapse(
    all.filter((mark) => mark.family !== "single"),
    text,
  );
  const closersAfter = countFromRight(marks, (mark) => prefers(mark) === "close");
  const openersAfter = countFromRight(marks, (mark) => prefers(mark) === "open");
  const drafts: Draft[] = [];
  const stack: Open[] = [];
  let inferredFrom = paragraph.start;
  marks.forEach((mark, index) => {
    const role = roleOf(analysis, mark, marks[index + 1], stack.at(-1));
    if (role === "open") {
      const last = stack.at(-1);
      if (
        last !== undefined &&
        !(mark.family !== last.mark.family || (closersAfter[index + 1] ?? 0) > (openersAfter[index + 1] ?? 0) + stack.length)
      ) {
        // A second opening mark where the first was never closed: the first ends with the sentence before it.
        while (stack.length > 0) drafts.push(closeMissing(analysis, stack.pop()!, mark.start, stack.length));
      }
      stack.push({
        mark,
        innerStart: mark.end,
        repaired: mark.damaged === true || prefers(mark) === "close" || mark.glyph === "close",
      });
      return;
    }
    const last = stack.pop();
    if (last !== undefined) {
      const repaired = last.repaired || (mark.glyph === "open" && mark.shape !== "close");
      drafts.push({
        start: last.mark.start,
        end: mark.end,
        innerStart: last.innerStart,
        innerEnd: mark.start,
        repaired,
        depth: stack.length,
        unclosed: false,
      });
      inferredFrom = mark.end;
      return;
    }
    const start = inferStart(analysis, mark, inferredFrom);
    if (start < mark.start)
      drafts.push({ start, end: mark.end, innerStart: start, innerEnd: mark.start, repaired: true, depth: 0, unclosed: false });
    inferredFrom = mark.end;
  });
  while (stack.length > 0) drafts.push(closeAtEnd(analysis, stack.pop()!, paragraph, stack.length));
  return drafts;
}

function countFromRight(marks: readonly QuoteMark[], test: (mark: QuoteMark) => boolean): Int32Array {
  const counts = new Int32Array(marks.length + 1);
  for (let index = marks.length - 1; index >= 0; index--) counts[index] = counts[index + 1]! + (test(marks[index]!) ? 1 : 0);
  return counts;
}

/** `“”` and `“ “` with nothing between them are one mark: damage of translation (`“” The luster …`). */
function collapse(marks: readonly QuoteMark[], text: string): readonly QuoteMark[] {
  const result: QuoteMark[] = [];
  for (const mark of marks) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      last.family === mark.family &&
      last.shape !== "close" &&
      text.slice(last.end, mark.start).trim() === "" &&
      mark.start - last.end <= 1
    ) {
      result[result.length - 1] = { ...last, end: mark.end, shape: "open", glyph: "open", damaged: true };
    } else result.push(mark);
  }
  return result;
}

function prefers(mark: QuoteMark): QuoteMark["shape"] {
  if (mark.shape === "either") return mark.glyph;
  return mark.shape;
}

function roleOf(analysis: Analysis, mark: QuoteMark, next: QuoteMark | undefined, last: Open | undefined): "open" | "close" {
  const { text } = analysis;
  const preferred = prefers(mark);
  if (last !== undefined) {
    // A mark of opening shape whose glyph closes is a closing mark set off on the wrong side, unless the text before it is punctuated as an end.
    if (preferred === "open" && mark.glyph === "close" && mark.shape === "open") return "close";
    return preferred === "open" ? "open" : "close";
  }
  if (preferred !== "close") return "open";
  // A closing glyph after a blank or at the start, with words to come, was meant to open: `” The luster …`, `she said. ” And …`.
  if (
    mark.shape === "either" &&
    /^(?:\s|)$/.test(text[mark.start - 1] ?? "") &&
    /^\s*[\p{L}\p{N}[(]/u.test(text.slice(mark.end, mark.end + 3))
  )
    return "open";
  const before = text.slice(Math.max(0, mark.start - 2), mark.start).trimEnd();
  const character = before.at(-1) ?? "";
  if (character === ":") return "open";
  // `He said,” I have …”` opens, `… restrictions,” it added` closes.
  if (character === "," && isIntroduced(analysis, mark.start) && !isFollowedClosely(analysis, mark.end)) return "open";
  if (/[.,!?…]/.test(character)) return mark.shape === "open" ? "open" : "close";
  if (
    next !== undefined &&
    prefers(next) === "close" &&
    next.start - mark.end <= REVERSED_REACH &&
    mark.glyph !== "open" &&
    /\s/.test(text[mark.end] ?? "")
  )
    return "open";
  return mark.shape === "open" ? "open" : "close";
}

/** True where a verb of saying follows within three words: `,” it added`. */
function isFollowedClosely(analysis: Analysis, offset: number): boolean {
  const { tokens } = analysis;
  const first = firstTokenAt(analysis, offset);
  return isFollowed(analysis, offset) && /^\p{Ll}/u.test(tokens.norm[first] ?? "");
}

/** Where a quotation begins whose opening mark is missing: with the sentence, or after what was quoted before. */
function inferStart(analysis: Analysis, mark: QuoteMark, from: number): number {
  const { tokens, sentences } = analysis;
  const token = Math.max(0, firstTokenAt(analysis, mark.start) - 1);
  const sentence = sentences[tokens.sentence[token] ?? 0];
  return Math.max(from, sentence?.start ?? from);
}

/** A quotation whose closing mark is missing before another opens. */
function closeMissing(analysis: Analysis, open: Open, limit: number, depth: number): Draft {
  return missing(open, sentenceEnd(analysis, open.innerStart, limit), depth, false);
}

/** A quotation left open at the end of the paragraph: it ends there, or with its sentence where the rest tells who spoke. */
function closeAtEnd(analysis: Analysis, open: Open, paragraph: Span, depth: number): Draft {
  const end = sentenceEnd(analysis, open.innerStart, paragraph.end);
  const spoken = end < paragraph.end && tellsSpeaker(analysis, end, paragraph.end);
  return missing(open, spoken ? end : paragraph.end, depth, !spoken && depth === 0);
}

function missing(open: Open, end: number, depth: number, unclosed: boolean): Draft {
  return { start: open.mark.start, end, innerStart: open.innerStart, innerEnd: end, repaired: true, depth, unclosed };
}

/** End of the sentence that holds `offset`, at most `limit`. */
function sentenceEnd(analysis: Analysis, offset: number, limit: number): number {
  const { tokens, sentences, text } = analysis;
  const token = firstTokenAt(analysis, offset);
  const end = Math.min(limit, token < tokens.count ? sentences[tokens.sentence[token]!]!.end : limit);
  return trim(text, offset, Math.max(offset, end)).end;
}

/** True where a sentence between the offsets names a third person who says something. */
function tellsSpeaker(analysis: Analysis, from: number, to: number): boolean {
  const { tokens } = analysis;
  for (let index = firstTokenAt(analysis, from); index < tokens.count && tokens.start[index]! < to; index++) {
    if (
      /^(?:said|added|told|stated|says|according|noted|warned)$/.test(tokens.lower[index]!) &&
      !/^(?:i|we|you)$/.test(tokens.lower[index - 1] ?? "")
    )
      return true;
  }
  return false;
}

/**
 * Pairs single marks; nothing is inferred, since a lone single mark is nearly always an apostrophe. A plural possessive (`the allies’ plan`) closes
 * only where no later mark could.
 */
function pairSingle(analysis: Analysis, all: readonly QuoteMark[]): Draft[] {
  const { text } = analysis;
  const marks = all.filter((mark) => mark.family === "single");
  const drafts: Draft[] = [];
  for (let index = 0; index < marks.length; index++) {
    const opening = marks[index]!;
    if (opening.shape !== "open") continue;
    let close = index + 1;
    while (close < marks.length && marks[close]!.shape !== "close") close++;
    const closing = marks[close];
    if (closing === undefined) break;
    const better = marks[close + 1];
    const possessive =
      /s$/i.test(text.slice(closing.start - 1, closing.start)) && /^\s\p{Ll}/u.test(text.slice(closing.end, closing.end + 2));
    const taken = possessive && better !== undefined && better.shape === "close" ? close + 1 : close;
    const end = marks[taken]!;
    // A plain apostrophe far away is not the other half of a mark.
    if (opening.glyph === "either" && end.start - opening.end > REVERSED_REACH * 8) continue;
    drafts.push({
      start: opening.start,
      end: end.end,
      innerStart: opening.end,
      innerEnd: end.start,
      repaired: opening.glyph === "close",
      depth: 0,
      unclosed: false,
    });
    index = taken;
  }
  return drafts;
}

/** Depths by containment; quotations that cross another one are dropped. Input sorted by start, longer first. */
function withDepths(drafts: readonly Draft[]): readonly Draft[] {
  const result: Draft[] = [];
  const enclosing: Draft[] = [];
  for (const draft of drafts) {
    while (enclosing.length > 0 && enclosing.at(-1)!.end <= draft.start) enclosing.pop();
    const around = enclosing.at(-1);
    if (around !== undefined && draft.end > around.end) continue;
    result.push({ ...draft, depth: enclosing.length });
    enclosing.push(draft);
  }
  return result;
}
