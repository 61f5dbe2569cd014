import { ChanceryError } from "@chancery/rdf";

export interface CsvOptions {
  /** Default `,`. */
  readonly delimiter?: string;
  /** Put an apostrophe before text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab). Numbers are left alone. Default `false`. */
  readonly excelSafe?: boolean;
  /** Receives the number of halves of surrogate pairs and NUL characters that were replaced or left out. */
  readonly report?: { replacedCharacters: number };
}

export type CsvCell = string | number | boolean | undefined | null;

/** CSV as RFC 4180 has it, a line at a time: CRLF line ends, quotes where needed. */
export function* writeCsv(rows: Iterable<readonly CsvCell[]>, options: CsvOptions = {}): Generator<string> {
  const { delimiter = ",", excelSafe = false } = options;
  for (const row of rows) yield `${row.map((cell) => field(cell, delimiter, excelSafe, options.report)).join(delimiter)}\r\n`;
}

function field(cell: CsvCell, delimiter: string, excelSafe: boolean, report: { replacedCharacters: number } | undefined): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  let text = cell.replace(/[\u0000\uD800-\uDFFF]/gu, (character) => {
    if (report !== undefined) report.replacedCharacters++;
    return character === "\u0000" ? "" : "\uFFFD";
  });
  if (excelSafe && /^[\s\u0000-\u0020]*[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text)) text = `'${text}`;
  return text.includes('"') || text.includes(delimiter) || /[\r\n]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/**
 * Rows of a CSV text; quoted fields may hold line ends. Blank lines are skipped, a byte order mark too.
 *
 * @throws ChanceryError `io.syntax` with the line for a quote that is never closed or is followed by something else.
 */
export function* readCsv(text: string, options: { readonly delimiter?: string } = {}): Generator<readonly string[]> {
  const { delimiter = "," } = options;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  let row: string[] = [];
  while (at < text.length) {
    let value: string;
    if (text[at] === '"') {
      const startLine = line;
      value = "";
      for (let from = at + 1; ; ) {
        const quote = text.indexOf('"', from);
        if (quote < 0)
          throw new ChanceryError("io.syntax", "A quoted field is never closed.", {
            place: { line: startLine },
            remedy: "Double the quotes inside a quoted field.",
          });
        value += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        value += '"';
        from = quote + 2;
      }
      line += value.split("\n").length - 1;
      if (at < text.length && !text.startsWith(delimiter, at) && text[at] !== "\r" && text[at] !== "\n") {
        throw new ChanceryError("io.syntax", "A closing quote is followed by text.", {
          place: { line },
          remedy: "Double the quotes inside a quoted field.",
        });
      }
    } else {
      let end = at;
      while (end < text.length && !text.startsWith(delimiter, end) && text[end] !== "\r" && text[end] !== "\n") end++;
      value = text.slice(at, end);
      at = end;
    }
    row.push(value);
    if (at < text.length && text.startsWith(delimiter, at)) {
      at += delimiter.length;
      if (at >= text.length) row.push("");
      else continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    if (row.length > 1 || row[0] !== "") yield row;
    row = [];
  }
}
