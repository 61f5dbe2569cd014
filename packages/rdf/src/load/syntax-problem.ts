import { ChanceryError } from "../errors.ts";
import { decodeUtf8 } from "../term/utf8.ts";

/** A `ChanceryError` with code `rdf.syntax`, line and column. */
export type SyntaxProblem = ChanceryError;

/** Bytes of the line that the message quotes, on either side of the place. */
const CONTEXT = 40;

/**
 * The error for a place in a line: message, line, column (in UTF-16 units, from 1) and the text around it.
 *
 * @param lineStart Index of the line's first byte. @param at Index of the byte that is wrong.
 */
export function syntaxProblem(message: string, bytes: Uint8Array, lineStart: number, at: number, line: number): SyntaxProblem {
  const column = decodeUtf8(bytes, lineStart, at).length + 1;
  let lineEnd = at;
  while (lineEnd < bytes.length && bytes[lineEnd] !== 0x0a && bytes[lineEnd] !== 0x0d && lineEnd < at + CONTEXT) lineEnd++;
  const from = Math.max(lineStart, at - CONTEXT);
  const shown = JSON.stringify(decodeUtf8(bytes, from, lineEnd)).slice(1, -1);
  return new ChanceryError("rdf.syntax", `line ${line}, column ${column}: ${message}`, {
    place: { line, column },
    remedy: `The text there is: ${from > lineStart ? "…" : ""}${shown}`,
  });
}
