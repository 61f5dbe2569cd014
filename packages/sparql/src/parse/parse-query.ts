import { ChanceryError } from "@chancery/rdf";
import type { SyntaxTree, UpdateOperationSyntax } from "./ast.ts";
import { accept, acceptWord, isAhead } from "./expect.ts";
import { createParserState, type ParserState } from "./parser-state.ts";
import { parseQueryForm } from "./select.ts";
import { syntaxError, tooDeep, unexpected } from "./syntax-error.ts";
import { absolute } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";
import { parseOperation, UPDATE_WORDS } from "./update.ts";

export interface ParseOptions {
  /** Resolves relative IRIs when the text has no BASE of its own. Default: none, a relative IRI is an error. */
  readonly baseIri?: string | undefined;
  /** Prefixes known beforehand, without the colon. Default: none. */
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  /** Longest text accepted, in UTF-16 units. Default 1,000,000. */
  readonly maxLength?: number | undefined;
  /**
   * Deepest nesting of braces, parentheses and brackets accepted; chains of operators may be 5 times as long, those of OPTIONAL, MINUS, BIND
   * and FILTER 10 times. Default 200.
   */
  readonly maxDepth?: number | undefined;
}

/**
 * Reads a SPARQL 1.2 query or update into its syntax tree, in time linear in its length.
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
  const maxDepth = options.maxDepth ?? 200;
  const state = createParserState(text, options.baseIri, options.prefixes, maxDepth);
  checkSurrogates(text);
  try {
    return parseUnit(state);
  } catch (error) {
    // Only a limit raised beyond what the engine's stack holds lets this happen.
    if (error instanceof RangeError) throw tooDeep(state.start, state.depth);
    throw error;
  }
}

/** Half a surrogate pair is no character, so a text that holds one is no SPARQL. */
function checkSurrogates(text: string): void {
  if (text.isWellFormed()) return;
  const at = text.search(/\p{Surrogate}/u);
  throw syntaxError(text, at, "The text holds half of a surrogate pair.", "Pass text that is well-formed Unicode.");
}

const QUERY_WORDS: readonly string[] = ["SELECT", "CONSTRUCT", "ASK", "DESCRIBE"];
const PROLOGUE_WORDS: readonly string[] = ["PREFIX", "BASE", "VERSION"];

function parseUnit(state: ParserState): SyntaxTree {
  advance(state);
  parsePrologue(state);
  if (QUERY_WORDS.includes(state.word)) {
    const query = parseQueryForm(state);
    if (state.kind !== Token.end) throw unexpected(state, ["the end of the query", ...wordsAfterQuery(state)]);
    return { ...query, ...prologueOf(state) };
  }
  if (state.kind !== Token.end && !UPDATE_WORDS.includes(state.word))
    throw unexpected(state, [...QUERY_WORDS, ...PROLOGUE_WORDS, ...UPDATE_WORDS]);
  const updates: UpdateOperationSyntax[] = [];
  while (state.kind !== Token.end) {
    updates.push(parseOperation(state));
    if (!accept(state, Char.semicolon)) break;
    parsePrologue(state);
  }
  if (state.kind !== Token.end) throw unexpected(state, [";", "the end of the update"]);
  return { type: "update", updates, ...prologueOf(state) };
}

/** Keywords that may come behind a query, to be suggested for a word that is none. */
function wordsAfterQuery(state: ParserState): readonly string[] {
  return state.kind === Token.word ? ["GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "VALUES"] : [];
}

function prologueOf(state: ParserState): Pick<SyntaxTree, "base" | "prefixes" | "version"> {
  return {
    ...(state.base === undefined ? undefined : { base: state.base }),
    ...(state.version === undefined ? undefined : { version: state.version }),
    prefixes: Object.fromEntries(state.prefixes),
  };
}

function parsePrologue(state: ParserState): void {
  for (;;) {
    if (acceptWord(state, "PREFIX")) parsePrefix(state);
    else if (acceptWord(state, "BASE")) {
      if (state.kind !== Token.iri) throw unexpected(state, ["an IRI in < >"]);
      state.base = absolute(state);
      state.iris.clear();
      advance(state);
    } else if (acceptWord(state, "VERSION")) {
      if (state.kind !== Token.string) throw unexpected(state, ['"1.2"']);
      state.version = state.value;
      advance(state);
    } else return;
  }
}

function parsePrefix(state: ParserState): void {
  const { text } = state;
  if (state.kind !== Token.prefixedName || state.colon !== state.end - 1) throw unexpected(state, ["a prefix with a colon, such as ex:"]);
  const prefix = text.slice(state.start, state.colon);
  advance(state);
  if (!isAhead(state, Token.iri)) throw unexpected(state, ["an IRI in < >"]);
  state.prefixes.set(prefix, absolute(state));
  state.iris.clear();
  advance(state);
}
