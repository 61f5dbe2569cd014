import type { DocumentContext, DocumentText } from "./document-format.ts";
import { dateInUrl, publishedDate } from "./published-date.ts";

/**
 * Markdown with its markup blanked: every character of markup becomes a space, everything else stays where it is, line ends included. So offsets into `text` are
 * offsets into the source (`raw`) as well, and quotes can be checked against either.
 *
 * Blanked are: front matter, code blocks, HTML tags and comments, heading and list marks, emphasis, link targets, images, footnote marks, table rules.
 */
export function readMarkdown(content: string, context: DocumentContext = {}): DocumentText {
  const canvas = new Canvas(content);
  const matter = frontMatter(content);
  if (matter !== undefined) canvas.blank(0, matter.end);
  blankBlocks(canvas, matter?.end ?? 0);
  blankInline(canvas);
  const text = canvas.text();
  const heading = /^(?:#{1,2}[ \t]+(.+)|([^\n]+)\n=+[ \t]*)$/m.exec(content.slice(matter?.end ?? 0));
  const title =
    matter?.fields.get("title") ?? (heading === null ? undefined : plain((heading[1] ?? heading[2]!).replace(/(?<![ \t#])[ \t#]+$/, "")));
  const published =
    publishedDate(matter?.fields.get("date") ?? matter?.fields.get("published") ?? "") ??
    (context.url === undefined ? undefined : dateInUrl(context.url));
  const source = matter?.fields.get("source") ?? matter?.fields.get("publisher");
  const language = matter?.fields.get("lang") ?? matter?.fields.get("language");
  const author = matter?.fields.get("author");
  return {
    text,
    raw: content,
    format: "markdown",
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
    ...(author === undefined ? {} : { author }),
    ...(context.url === undefined ? {} : { url: context.url }),
  };
}

/** A text of fixed length in which stretches are painted over with spaces. */
class Canvas {
  readonly #source: string;
  readonly #blanked: Uint8Array;

  constructor(source: string) {
    this.#source = source;
    this.#blanked = new Uint8Array(source.length);
  }

  blank(start: number, end: number): void {
    this.#blanked.fill(1, start, end);
  }

  /** The text as painted so far; line ends always stay. */
  text(): string {
    const parts: string[] = [];
    for (let i = 0; i < this.#source.length; ) {
      let end = i;
      while (end < this.#source.length && this.#blanked[end] === this.#blanked[i]) end++;
      const part = this.#source.slice(i, end);
      parts.push(this.#blanked[i] === 1 ? part.replace(/[^\r\n]/g, " ") : part);
      i = end;
    }
    return parts.join("");
  }
}

/** `---` … `---` at the start with `key: value` lines; only flat values are read. */
function frontMatter(content: string): { readonly end: number; readonly fields: ReadonlyMap<string, string> } | undefined {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(content);
  if (match === null) return undefined;
  const fields = new Map<string, string>();
  for (const line of match[1]!.split(/\r?\n/)) {
    const field = /^([A-Za-z_-]+):[ \t]+(.+)$/.exec(line);
    if (field !== null) fields.set(field[1]!.toLowerCase(), field[2]!.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return { end: match[0].length, fields };
}

/** Marks at the start of a line: quote, list, heading; the rule under a heading or in a table. */
const LINE_MARKS: readonly RegExp[] = [
  /^[ \t]{0,3}(?:>[ \t]?)+/,
  /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/,
  /^[ \t]{0,3}#{1,6}(?=[ \t]|$)/,
  /^[ \t]{0,3}(?:=+[ \t]*|-{2,}[ \t]*|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/,
  /^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*)?)*$/,
  /^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S+.*$/,
];

function blankBlocks(canvas: Canvas, from: number): void {
  let fence: string | undefined;
  const source = canvas.text();
  for (let start = from; start < source.length; ) {
    const newline = source.indexOf("\n", start);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(start, end).replace(/\r$/, "");
    const mark = /^[ \t]{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      canvas.blank(start, end);
      if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      canvas.blank(start, end);
      fence = mark;
    } else blankLine(canvas, line, start);
    start = end + 1;
  }
}

function blankLine(canvas: Canvas, line: string, start: number): void {
  // A quote may hold a list item that is a heading: each mark is looked for behind the last.
  let at = 0;
  for (const pattern of LINE_MARKS) {
    const match = pattern.exec(line.slice(at));
    if (match === null || match[0] === "") continue;
    canvas.blank(start + at, start + at + match[0].length);
    at += match[0].length;
  }
  const closing = /(?<![ \t])[ \t]+#+[ \t]*$/.exec(line);
  if (closing !== null && /^[ \t]{0,3}#/.test(line)) canvas.blank(start + closing.index, start + line.length);
  if (/^[ \t]*\|.*\|[ \t]*$/.test(line))
    for (const bar of line.matchAll(/(?<!\\)\|/g)) canvas.blank(start + bar.index, start + bar.index + 1);
}

/** Inline markup: what of the match is kept is its group `keep`; all else is blanked. */
const INLINE: readonly RegExp[] = [
  /<!--[\s\S]*?(?:-->|$)/g,
  /<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)>|$)/gi,
  /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>/g,
  /<(?:https?:\/\/|mailto:)[^\s<>]*>/g,
  /!\[[^[\]\n]*\](?:\([^()\s]*(?:[ \t]+"[^"\n]*")?\)|\[[^\]\n]*\])/g,
  /\[\^[^[\]\n]+\]:?/g,
  /\[(?<keep>(?:[^[\]\n]|\n(?!\n))+)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:[ \t\n]+"[^"]*")?\)|\[[^\]\n]*\])/g,
  /(?<![*\\])\*{1,3}(?=\S)(?<keep>(?:[^*\n]|\n(?!\s*\n)){1,2000}?)(?<=\S)\*{1,3}(?!\*)/g,
  /(?<![\w\\])_{1,3}(?=\S)(?<keep>(?:[^_\n]|(?<=\w)_(?=\w)|\n(?!\s*\n)){1,2000}?)(?<=\S)_{1,3}(?!\w)/g,
  /~~(?=\S)(?<keep>[^~\n]{1,2000}?)~~/g,
  /(?<!`)`+(?<keep>[^`\n]{1,2000})`+/g,
  /\\(?<keep>[!-/:-@[-`{-~])/g,
];

function blankInline(canvas: Canvas): void {
  for (const pattern of INLINE) {
    // Each kind sees what the earlier ones left, so that emphasis is not looked for in addresses.
    for (const match of canvas.text().matchAll(pattern)) {
      const kept = match.groups?.["keep"];
      const end = match.index + match[0].length;
      if (kept === undefined) canvas.blank(match.index, end);
      else {
        const start = match.index + match[0].indexOf(kept);
        canvas.blank(match.index, start);
        canvas.blank(start + kept.length, end);
      }
    }
  }
}

function plain(markdown: string): string {
  const canvas = new Canvas(markdown);
  blankInline(canvas);
  return canvas.text().replace(/\s+/g, " ").trim();
}
