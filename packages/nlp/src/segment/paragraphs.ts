import type { Span } from "../document/analysis.ts";

/** How single line breaks are read. `auto` decides block by block. */
export type LineBreaks = "auto" | "hard" | "soft";

/** Line ends of Unicode TR 13, and the form feed of text taken from PDF. */
const LINE = /[^\n\r\f\v\u0085\u2028\u2029]*(?:\r\n|[\n\r\f\v\u0085\u2028\u2029]|$)/y;
const ITEM = /^(?:[-–—*•·▪■●◦○►▶➢✓]\s|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]\s|[#>|]|_{3,}|={3,})/i;
const CLOSED = /[.!?:;]["'”’)\]]*$/;

/** Widths between which text was wrapped by a program: mail (about 65–78), terminals (80), PDF columns (40 and more), wide pages (up to 110). */
const WRAP_MIN = 40;
const WRAP_MAX = 120;
/** Share of a block's lines that must be as full as wrapping makes them. Tuned on the wrapped and unwrapped texts of the UN Security Council corpus. */
const WRAP_SHARE = 0.8;

interface Line extends Span {
  readonly text: string;
}

/**
 * The paragraphs of a text: blank lines end one; a single line break ends one too unless the block is wrapped text, in which every line is as
 * full as it could be, or the next line goes on in lower case.
 */
export function splitParagraphs(text: string, lineBreaks: LineBreaks = "auto"): readonly Span[] {
  const paragraphs: Span[] = [];
  let block: Line[] = [];
  LINE.lastIndex = 0;
  for (let position = 0; position < text.length; position = LINE.lastIndex) {
    LINE.lastIndex = position;
    const found = LINE.exec(text)?.[0] ?? "";
    const line = trimmed(text, position, position + found.length);
    if (line === undefined) {
      closeBlock(block, lineBreaks, paragraphs);
      block = [];
    } else block.push(line);
    if (found.length === 0) break;
  }
  closeBlock(block, lineBreaks, paragraphs);
  return paragraphs;
}

function trimmed(text: string, from: number, to: number): Line | undefined {
  const raw = text.slice(from, to);
  const content = raw.trim();
  if (content === "" || !/[^\s\0\u200b\ufeff]/.test(content)) return undefined;
  const start = from + raw.indexOf(content);
  return { start, end: start + content.length, text: content };
}

function closeBlock(block: readonly Line[], lineBreaks: LineBreaks, paragraphs: Span[]): void {
  const first = block[0];
  if (first === undefined) return;
  const wrapped = lineBreaks === "auto" && isWrapped(block);
  const width = block.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  let { start, end } = first;
  for (let index = 1; index < block.length; index++) {
    const before = block[index - 1]!;
    const line = block[index]!;
    if (lineBreaks === "soft" || (lineBreaks === "auto" && goesOn(before, line, wrapped, width))) end = line.end;
    else {
      paragraphs.push({ start, end });
      ({ start, end } = line);
    }
  }
  paragraphs.push({ start, end });
}

/** True where nearly every line but the last could not have taken the first word of the next one. */
function isWrapped(block: readonly Line[]): boolean {
  if (block.length < 3) return false;
  const width = block.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  if (width < WRAP_MIN || width > WRAP_MAX) return false;
  let full = 0;
  let open = 0;
  for (let index = 0; index + 1 < block.length; index++) {
    if (isFull(block[index]!, block[index + 1]!, width)) full++;
    if (!CLOSED.test(block[index]!.text)) open++;
  }
  // A list of headlines of one length is not wrapped prose: prose breaks inside sentences and before lower-case words.
  const lower = block.slice(1).filter((line) => /^[\p{Ll}\d(]/u.test(line.text)).length;
  return full >= WRAP_SHARE * (block.length - 1) && open > 0 && lower * 3 >= block.length - 1;
}

function isFull(line: Line, next: Line, width: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  // One blank and a little slack for columns set ragged.
  return line.text.length + 1 + word > width - 2;
}

function goesOn(before: Line, line: Line, wrapped: boolean, width: number): boolean {
  if (ITEM.test(line.text)) return false;
  if (wrapped) return isFull(before, line, width) || /^\p{Ll}/u.test(line.text);
  // Outside wrapped blocks only a line that breaks off in mid-sentence goes on: `… deeply\nconcerned …`.
  return (
    /^\p{Ll}{2}/u.test(line.text) &&
    /[\p{L}\d,–-]$/u.test(before.text) &&
    before.text.length >= 20 &&
    line.text.length >= 2 &&
    !ITEM.test(before.text)
  );
}
