import type { ParserState } from "./parser-state.ts";
import { syntaxError, tooDeep, unexpected } from "./syntax-error.ts";
import { Token, tokenName } from "./token.ts";
import { advance } from "./tokenizer.ts";

/** Takes the token ahead, which must be of the kind. @throws ChanceryError `sparql.syntax`. */
export function expect(state: ParserState, kind: number): void {
  if (state.kind !== kind) throw unexpected(state, [tokenName(kind)]);
  advance(state);
}

/** Takes the keyword, which must be ahead. @throws ChanceryError `sparql.syntax`. */
export function expectWord(state: ParserState, word: string): void {
  if (state.word !== word) throw unexpected(state, [word]);
  advance(state);
}

/** Whether a token of the kind is ahead. A function, because what TypeScript concludes from `state.kind` ends with the next token. */
export function isAhead(state: ParserState, kind: number): boolean {
  return state.kind === kind;
}

/** Takes the token if it is ahead. */
export function accept(state: ParserState, kind: number): boolean {
  if (state.kind !== kind) return false;
  advance(state);
  return true;
}

/** Takes the keyword if it is ahead. */
export function acceptWord(state: ParserState, word: string): boolean {
  if (state.word !== word) return false;
  advance(state);
  return true;
}

/** Goes one level down; every call pairs with one of `leave`. @throws ChanceryError `sparql.too-deep`. */
export function enter(state: ParserState): void {
  if (++state.depth > state.maxDepth) throw tooDeep(state.start, state.maxDepth);
}

export function leave(state: ParserState): void {
  state.depth--;
}

/**
 * Operators in a row make a tree as deep as they are many, and whatever walks it recurses: so they have a limit, too.
 *
 * @throws ChanceryError `sparql.too-deep`.
 */
export function checkChain(state: ParserState, length: number): void {
  const limit = state.maxDepth * 5;
  if (length > limit) throw tooDeep(state.start, limit);
}

/** OPTIONAL, MINUS, BIND and FILTER in a row do so as well: each takes what stands before it as its input. */
export function checkElements(state: ParserState, count: number): void {
  const limit = state.maxDepth * 10;
  if (count > limit) throw tooDeep(state.start, limit);
}

/** What the token ahead says about itself, as an error at its place. */
export function errorHere(state: ParserState, message: string, remedy: string): Error {
  return syntaxError(state.text, state.start, message, remedy, state.kind === Token.end ? state.start : state.end);
}
