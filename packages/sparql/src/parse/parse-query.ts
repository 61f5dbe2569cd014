import { ChanceryError } from "@chancery/rdf";
import type { DataFactory } from "@rdfjs/types";
import sparqljs from "sparqljs";
import type { SyntaxTree } from "./ast.ts";
import { syntaxError } from "./syntax-error.ts";

export interface ParseOptions {
  /** Resolves relative IRIs when the text has no BASE of its own. Default: none, a relative IRI is an error. */
  readonly baseIri?: string | undefined;
  /** Prefixes known beforehand, without the colon. Default: none. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  /** Longest text accepted, in UTF-16 units. Default 1,000,000. */
  readonly maxLength?: number | undefined;
  /** Deepest nesting of braces, parentheses and brackets accepted. Default 200. */
  readonly maxDepth?: number | undefined;
}

/**
 * Reads a SPARQL query or update into its syntax tree.
 *
 * @throws ChanceryError `sparql.syntax` with line, column and what was expected; `sparql.too-long` and `sparql.too-deep` beyond the limits.
 */
export function parseQuery(text: string, options: ParseOptions = {}): SyntaxTree {
  const maxLength = options.maxLength ?? 1_000_000;
  if (text.length > maxLength) {
    throw new ChanceryError("sparql.too-long", `The query has ${text.length} characters; at most ${maxLength} are accepted.`, {
      remedy: "Shorten the query, or raise maxLength.",
    });
  }
  checkDepth(text, options.maxDepth ?? 200);
  const parser = new sparqljs.Parser({
    prefixes: { ...options.prefixes },
    baseIRI: options.baseIri,
    sparqlStar: true,
    // The types of sparqljs know no term of SPARQL 1.2, hence the detour.
    factory: undefined as unknown as DataFactory,
  });
  try {
    return parser.parse(text) as unknown as SyntaxTree;
  } catch (cause) {
    throw syntaxError(text, cause);
  }
}

/** Nesting is what makes parsers cubic or overflow; strings, IRIs and comments are skipped so that only real brackets count. */
function checkDepth(text: string, maxDepth: number): void {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 123: // {
      case 40: // (
      case 91: // [
        if (++depth > maxDepth) {
          throw new ChanceryError("sparql.too-deep", `The query nests more than ${maxDepth} levels deep.`, {
            place: { start: i, end: i + 1 },
            remedy: "Flatten the groups or expressions, or raise maxDepth.",
          });
        }
        break;
      case 125:
      case 41:
      case 93:
        depth--;
        break;
      case 35: // # starts a comment
        while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
        break;
      case 60: // < an IRI, if it closes without a space
        i = skipIri(text, i);
        break;
      case 34: // "
      case 39: // '
        i = skipString(text, i);
        break;
    }
  }
}

function skipIri(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i;
    if (code <= 32 || code === 34 || code === 60 || code === 123 || code === 125 || code === 124 || code === 94 || code === 96)
      return start;
  }
  return start;
}

function skipString(text: string, start: number): number {
  const quote = text[start] ?? '"';
  if (text.startsWith(quote.repeat(3), start)) {
    for (let i = start + 3; i < text.length; i++) {
      if (text[i] === "\\") i++;
      else if (text.startsWith(quote.repeat(3), i)) return i + 2;
    }
    return text.length;
  }
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i];
    if (char === "\\") i++;
    else if (char === quote) return i;
    else if (char === "\n") return start;
  }
  return start;
}
