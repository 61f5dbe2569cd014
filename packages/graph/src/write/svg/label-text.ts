import { stripIllegalXml, type WriteTally } from "../safe-text.ts";

/** Advance widths of Helvetica in thousandths of an em, U+0020 to U+007E (Adobe Core 14 font metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;

/** Fallback fonts (DejaVu Sans) are wider than Helvetica; boxes are made for them. */
const SAFETY = 1.12;

/** Width of a text in pixels, a little too large rather than too small. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x20 && code <= 0x7e) units += WIDTHS[code - 0x20]!;
    else if (/\p{M}/u.test(character)) units += 0;
    else units += isWide(code) ? 1000 : 640;
  }
  return (units / 1000) * fontSize * SAFETY;
}

/** East Asian wide characters and pictographs. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  );
}

// Overrides and isolates would let one label turn the text around it; marks beyond three on a letter climb over other lines.
const BIDI_CONTROLS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** A label fit for a picture: one line, no controls, no direction overrides, at most `maxLength` characters. What is removed as illegal is counted. */
export function pictureText(text: string, maxLength: number, tally: WriteTally): string {
  const clean = stripIllegalXml(text, tally)
    .replace(BIDI_CONTROLS, () => {
      tally.stripped++;
      return "";
    })
    .replace(STACKED_MARKS, "$1")
    .replace(/[\s\u007F-\u009F]+/g, " ")
    .trim();
  const characters = [...clean];
  return characters.length <= maxLength
    ? clean
    : `${characters
        .slice(0, maxLength - 1)
        .join("")
        .trimEnd()}…`;
}

/** Breaks a label into at most `maxLines` lines of about equal length, none wider than `maxWidth` pixels where words allow it. */
export function wrapLabel(text: string, fontSize: number, maxWidth: number, maxLines: number): readonly string[] {
  const words = text.split(" ").flatMap((word) => breakWord(word, fontSize, maxWidth));
  const total = textWidth(text, fontSize);
  if (total <= maxWidth) return [text];
  // Even lines look better than a full first and a short last one.
  const target = Math.max(
    total / Math.min(maxLines, Math.ceil(total / maxWidth)),
    Math.max(...words.map((word) => textWidth(word, fontSize))),
  );
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && (textWidth(longer, fontSize) > maxWidth || textWidth(line, fontSize) >= target * 0.92)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]}…`];
}

function breakWord(word: string, fontSize: number, maxWidth: number): readonly string[] {
  if (textWidth(word, fontSize) <= maxWidth) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character, fontSize) > maxWidth) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return part === "" ? parts : [...parts, part];
}
