import { ChanceryError } from "@chancery/rdf";

interface ParserFailure {
  readonly message?: unknown;
  readonly hash?: {
    readonly loc?: { readonly first_line: number; readonly first_column: number };
    readonly line?: number;
    readonly expected?: readonly string[];
    readonly text?: string;
  };
}

/** Turns what the parser threw into `sparql.syntax` with line, column, an excerpt with a caret, and what was expected there. */
export function syntaxError(text: string, cause: unknown): ChanceryError {
  const failure: ParserFailure = typeof cause === "object" && cause !== null ? cause : {};
  const message = typeof failure.message === "string" ? failure.message : String(cause);
  const expected = [...new Set(failure.hash?.expected ?? [])].map((name) => name.replaceAll("'", ""));
  const location = failure.hash?.loc;
  const line = location?.first_line ?? lineInMessage(message);
  const column = location === undefined ? undefined : location.first_column + 1;
  const summary = firstSentence(message);
  const excerpt = line === undefined ? "" : `\n${excerptAt(text, line, column)}`;
  return new ChanceryError("sparql.syntax", `${summary}${excerpt}`, {
    place: { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) },
    ...(expected.length === 0 ? {} : { remedy: `Expected ${listOf(expected)}.` }),
    cause,
  });
}

function lineInMessage(message: string): number | undefined {
  const match = /on line (\d+)/.exec(message);
  return match === null ? undefined : Number(match[1]);
}

function firstSentence(message: string): string {
  const first = message.split("\n")[0] ?? message;
  return /^(Parse|Lexical) error/.test(first) ? "The query is not valid SPARQL here." : first;
}

function excerptAt(text: string, line: number, column: number | undefined): string {
  const source = text.split(/\r\n|\r|\n/)[line - 1] ?? "";
  const from = Math.max(0, (column ?? 1) - 1 - 60);
  const shown = source.slice(from, from + 120);
  return column === undefined ? shown : `${shown}\n${" ".repeat(column - 1 - from)}^`;
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 12);
  return `${shown.join(", ")}${names.length > shown.length ? `, or ${names.length - shown.length} more` : ""}`;
}
