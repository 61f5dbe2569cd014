import type { Region } from "../extraction.ts";
import type { RegionKind } from "../ontology.ts";
import { BOILERPLATE_LINES, BYLINE_LINES, CAPTION_CREDIT, CAPTION_SENTENCE, CREDIT_LINES, TRAILING_CREDIT } from "./region-cues.ts";

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Parts a raw text into headline, byline, caption, boilerplate, credit and body. Works line by line on what such lines look like on any site:
 * short lines without a full stop before the first paragraph are headline (and decks), a line of one to three words above a headline is the
 * section's name (boilerplate), a title met again is headline again. Offsets refer to the raw text; white space belongs to no region.
 */
export function readRegions(text: string): Region[] {
  const lines = splitLines(text);
  const kinds: RegionKind[] = lines.map((line) => lineKind(line.text));
  const bodyStart = firstParagraph(lines, kinds);
  const heads = new Set<string>();
  lines.forEach((line, index) => {
    if (kinds[index] !== "body") return;
    const next = lines[index + 1];
    if (index < bodyStart) {
      // (a resolution's number is its title, however short)
      const isKicker =
        index === 0 &&
        !/^resolution\b/i.test(line.text) &&
        wordCount(line.text) <= 3 &&
        next !== undefined &&
        1 < bodyStart &&
        wordCount(next.text) >= 4;
      kinds[index] = isKicker ? "boilerplate" : isByline(line.text) ? "byline" : isCaption(line.text) ? "caption" : "headline";
      if (kinds[index] === "headline") heads.add(foldTitle(line.text));
      return;
    }
    if (heads.has(foldTitle(line.text))) kinds[index] = "headline";
    else if (isCaption(line.text)) kinds[index] = "caption";
    else if (isHeading(line.text)) kinds[index] = "headline";
    else if (index - bodyStart < 2 && isByline(line.text)) kinds[index] = "byline";
  });
  // What follows a tail of interface text is interface text as well, unless it is a paragraph.
  return mergeRegions(
    text,
    lines.flatMap((line, index) => splitLine(line, kinds[index] as RegionKind)),
  );
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const raw = match[0];
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed === "" || /^[\p{Z}\p{C}]+$/u.test(trimmed)) continue;
    lines.push({ text: trimmed, start: match.index + lead, end: match.index + lead + trimmed.length });
  }
  return lines;
}

function lineKind(text: string): RegionKind {
  if (BOILERPLATE_LINES.some((pattern) => pattern.test(text))) return "boilerplate";
  if (CREDIT_LINES.some((pattern) => pattern.test(text)) && text.length < 260) return "credit";
  return "body";
}

const wordCount = (text: string): number => text.split(/\s+/).length;
const foldTitle = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
/** Ends like a sentence; a short line that ends in `U.S.` may still be a headline. */
const isClosed = (text: string): boolean =>
  (/[.!?…][”"’')\]]*$/.test(text) || /[:;,]$/.test(text)) &&
  !(/(?<!\p{L})\p{Lu}\.\p{Lu}\.$/u.test(text) && wordCount(text) <= 20 && !/\p{Ll}[.!?] /u.test(text));
const isByline = (text: string): boolean => BYLINE_LINES.some((pattern) => pattern.test(text));
const isCaption = (text: string): boolean => {
  if (/^[-*•·–—\d(]/.test(text)) return false;
  const match = CAPTION_SENTENCE.exec(text);
  return (
    (match !== null && match[0].length >= text.length - 60) ||
    (text.length < 400 &&
      CAPTION_CREDIT.test(text) &&
      CAPTION_CREDIT.exec(text)?.index !== undefined &&
      (CAPTION_CREDIT.exec(text)?.index ?? 0) > text.length - 100)
  );
};
/** A section heading inside the text: a few words, mostly capitalised or at least without a full stop. */
const isHeading = (text: string): boolean =>
  !isClosed(text) && wordCount(text) <= 8 && !/^[-*•·–—\d(]/.test(text) && /^[\p{Lu}“"'‘]/u.test(text);

/** Index of the first line that is a paragraph: it closes with a full stop and is no deck (a deck stands above a repeated title). */
function firstParagraph(lines: readonly Line[], kinds: readonly RegionKind[]): number {
  // Folded as far as the first paragraph needs: the body may be a book.
  const folded: string[] = [];
  const foldedTo = (end: number): readonly string[] => {
    while (folded.length < Math.min(end, lines.length)) folded.push(foldTitle(lines[folded.length]?.text ?? ""));
    return folded;
  };
  let start = 0;
  while (start < lines.length) {
    const line = lines[start] as Line;
    const kind = kinds[start];
    const titleAgain = foldedTo(start + 3)
      .slice(start + 1, start + 3)
      .some((title) => folded.slice(0, start).includes(title));
    const isDeck = start > 0 && titleAgain && wordCount(line.text) <= 30;
    if (
      kind === "body" &&
      !isDeck &&
      (isClosed(line.text) || wordCount(line.text) > (start === 0 && lines.length > 1 ? 45 : 26)) &&
      !isCaption(line.text)
    )
      break;
    start++;
  }
  // A text without any paragraph (a bare list, a title alone) is body from the second line on.
  return start === lines.length ? Math.min(1, lines.length) : start;
}

/** Captions and credits that share a line with the paragraph they were glued to. */
function splitLine(line: Line, kind: RegionKind): Region[] {
  if (kind !== "body") return [{ kind, start: line.start, end: line.end }];
  const parts: Region[] = [];
  let start = line.start;
  let end = line.end;
  const opening = CAPTION_SENTENCE.exec(line.text);
  if (opening !== null && /[)\]]$/.test(opening[0]) && CAPTION_CREDIT.test(opening[0])) {
    parts.push({ kind: "caption", start, end: start + opening[0].length });
    start += opening[0].length;
  }
  const closing = TRAILING_CREDIT.exec(line.text);
  let credit: Region | undefined;
  if (closing !== null && line.start + closing.index > start) {
    end = line.start + closing.index;
    credit = { kind: "credit", start: end, end: line.end };
  }
  if (end > start) parts.push({ kind, start, end });
  if (credit !== undefined) parts.push(credit);
  return parts;
}

function mergeRegions(text: string, parts: readonly Region[]): Region[] {
  const merged: Region[] = [];
  for (const part of parts) {
    const trimmedEnd = part.start + text.slice(part.start, part.end).trimEnd().length;
    const previous = merged.at(-1);
    if (previous !== undefined && previous.kind === part.kind) merged[merged.length - 1] = { ...previous, end: trimmedEnd };
    else merged.push({ kind: part.kind, start: part.start, end: trimmedEnd });
  }
  return merged;
}
