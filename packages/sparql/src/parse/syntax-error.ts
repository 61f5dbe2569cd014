import { ChanceryError } from "@chancery/rdf";
import { AGGREGATES, BUILT_INS, FOREIGN_WORDS } from "./keyword-table.ts";
import type { ParserState } from "./parser-state.ts";
import { USUAL_PREFIXES } from "./prefix-table.ts";
import { Char, Token, tokenName } from "./token.ts";

/**
 * `sparql.syntax` at an index of the text: the message, the line with a caret below the place, line and column from 1 on.
 *
 * @param remedy What to write instead, for people.
 */
export function syntaxError(text: string, at: number, message: string, remedy: string | undefined, end: number = at + 1): ChanceryError {
  const { line, column, lineStart } = locate(text, at);
  return new ChanceryError("sparql.syntax", `${message}\n${excerptAt(text, lineStart, at)}`, {
    place: { line, column, start: at, end: Math.min(text.length, end) },
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/** The token ahead is not what the grammar wants. `expected` are things or words in capitals, as they would be written. */
export function unexpected(state: ParserState, expected: readonly string[]): ChanceryError {
  const { text, kind, start, end } = state;
  const wanted = listOf(expected);
  if (kind === Token.end) {
    const open = unclosed(text);
    if (open !== undefined) {
      const { line, column } = locate(text, open);
      return syntaxError(
        text,
        open,
        `This ${text[open]} is never closed.`,
        `Close it with ${CLOSING[text[open]!]}; it opens on line ${line}, column ${column}.`,
      );
    }
    return syntaxError(text, state.previousEnd, "The text ends too early.", `Expected ${wanted}.`);
  }
  if (kind === Char.closeBrace || kind === Char.closeParenthesis || kind === Char.closeBracket) {
    const open = unclosed(text.slice(0, start));
    const closing = open === undefined ? undefined : CLOSING[text[open]!];
    if (open === undefined || closing === undefined)
      return syntaxError(text, start, `This ${text[start]} closes nothing.`, `Expected ${wanted}.`);
    if (closing !== text[start]) {
      const { line, column } = locate(text, open);
      return syntaxError(
        text,
        start,
        `The ${text[open]} of line ${line}, column ${column} is still open here.`,
        `Write ${closing} before this ${text[start]}.`,
      );
    }
  }
  const found = text.slice(start, Math.min(end, start + 40));
  if (kind === Token.word) {
    const suggestion = suggestWord(state.word, expected);
    if (suggestion !== undefined)
      return syntaxError(text, start, `Unexpected ${found}: did you mean ${suggestion}?`, `Expected ${wanted}.`, end);
  }
  if (kind === Token.iri && /^[?$]/.test(state.value)) {
    return syntaxError(text, start, `Unexpected IRI ${found}.`, "Put a space behind < where it means less than.", end);
  }
  return syntaxError(
    text,
    start,
    `Unexpected ${isNamed(kind) ? `${tokenName(kind).replace(/^an? /, "")} ` : ""}${found}.`,
    `Expected ${wanted}.`,
    end,
  );
}

function isNamed(kind: number): boolean {
  return kind >= Token.iri && kind <= Token.language;
}

/** A word that stands like a function, but is none. */
export function unknownFunction(state: ParserState): ChanceryError {
  const { text, start, end, word } = state;
  const name = text.slice(start, end);
  const suggestion = suggestWord(word, [...BUILT_INS.keys(), ...AGGREGATES, "BOUND", "EXISTS"]);
  return syntaxError(
    text,
    start,
    `There is no function ${name}${suggestion === undefined ? "." : `: did you mean ${suggestion}?`}`,
    "Functions beyond those of SPARQL are called by their IRI.",
    end,
  );
}

/** A prefix that neither the text nor the options declare. */
export function unknownPrefix(state: ParserState, prefix: string): ChanceryError {
  const usual = USUAL_PREFIXES.get(prefix);
  const known = [...state.prefixes.keys()];
  const near = usual === undefined ? nearest(prefix, known) : undefined;
  const remedies = [
    usual === undefined ? undefined : `Add PREFIX ${prefix}: <${usual}> at the top.`,
    near === undefined ? undefined : `Did you mean ${near}: ?`,
    usual === undefined && near === undefined ? `Add PREFIX ${prefix}: <…> at the top.` : undefined,
    known.length === 0
      ? undefined
      : `Declared are ${listOf(
          known.map((name) => `${name}:`),
          "and",
        )}.`,
  ];
  return syntaxError(
    state.text,
    state.start,
    `The prefix ${prefix}: is not declared.`,
    remedies.filter((remedy) => remedy !== undefined).join(" "),
    state.end,
  );
}

/** The text nests more deeply than the limit. */
export function tooDeep(at: number | undefined, maxDepth: number): ChanceryError {
  return new ChanceryError("sparql.too-deep", `The query nests more than ${maxDepth} levels deep.`, {
    ...(at === undefined ? {} : { place: { start: at, end: at + 1 } }),
    remedy: "Flatten the groups or expressions, or raise maxDepth.",
  });
}

/** Line and column, both from 1 on; `\r\n` ends one line. */
function locate(text: string, at: number): { readonly line: number; readonly column: number; readonly lineStart: number } {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, column: at - lineStart + 1, lineStart };
}

/** The line around the index, at most 120 characters of it, and a caret below. */
function excerptAt(text: string, lineStart: number, at: number): string {
  const from = Math.max(lineStart, at - 60);
  const rest = text.slice(from, from + 120);
  const lineEnd = rest.search(/[\r\n]/);
  const shown = (lineEnd < 0 ? rest : rest.slice(0, lineEnd)).replaceAll("\t", " ");
  return `${shown}\n${" ".repeat(at - from)}^`;
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** Index of the innermost bracket that the text leaves open; strings, IRIs and comments are passed over. */
function unclosed(text: string): number | undefined {
  const open: number[] = [];
  const pattern =
    /"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'|<[^\u0000-\u0020<>"{}|^`\\]*>|#[^\n\r]*|[{}()[\]]/g;
  for (const match of text.matchAll(pattern)) {
    const char = match[0];
    if (CLOSING[char] !== undefined) open.push(match.index);
    else if (char === "}" || char === ")" || char === "]") open.pop();
  }
  return open.at(-1);
}

/** `a, b or c`; at most eight. */
function listOf(items: readonly string[], conjunction = "or"): string {
  const shown = items.slice(0, 8);
  if (items.length > shown.length) return `${shown.join(", ")} …`;
  return shown.length < 2 ? (shown[0] ?? "nothing more") : `${shown.slice(0, -1).join(", ")} ${conjunction} ${shown.at(-1)}`;
}

/** The expected word that the written one is most likely meant for. */
function suggestWord(word: string, expected: readonly string[]): string | undefined {
  const words = expected.flatMap((item) => item.split(" ")).filter((item) => /^[A-Z_0-9]{2,}$/.test(item));
  return nearest(word, words) ?? FOREIGN_WORDS.get(word);
}

/** The candidate at the smallest edit distance, if that is small for the length of the word. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = word.length <= 3 ? 2 : word.length <= 7 ? 3 : 4;
  if (word.length > 40) return undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance > 0 && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edits that turn one word into the other: insert, delete, replace, swap two neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
