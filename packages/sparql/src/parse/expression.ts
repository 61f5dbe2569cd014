import type { Literal, NamedNode, Quad, Variable } from "@rdfjs/types";
import type { ExpressionSyntax } from "./ast.ts";
import { parseBuiltIn } from "./built-in.ts";
import { accept, checkChain, enter, errorHere, expect, expectWord, leave } from "./expect.ts";
import type { ParserState } from "./parser-state.ts";
import { unexpected } from "./syntax-error.ts";
import {
  isLiteralAhead,
  numberLiteral,
  parseIri,
  parseLiteral,
  parseTripleTerm,
  parseVariable,
  parseVariableOrIri,
  parseVerb,
} from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";

type Operation = Extract<ExpressionSyntax, { type: "operation" }>;

function operation(operator: string, args: Operation["args"]): Operation {
  return { type: "operation", operator, args };
}

/** Takes an expression (SPARQL 1.2, [Expression]). */
export function parseExpression(state: ParserState): ExpressionSyntax {
  let left = parseAnd(state);
  for (let length = 1; accept(state, Token.or); length++) {
    checkChain(state, length);
    left = operation("||", [left, parseAnd(state)]);
  }
  return left;
}

function parseAnd(state: ParserState): ExpressionSyntax {
  let left = parseRelation(state);
  for (let length = 1; accept(state, Token.and); length++) {
    checkChain(state, length);
    left = operation("&&", [left, parseRelation(state)]);
  }
  return left;
}

const RELATIONS: ReadonlyMap<number, string> = new Map<number, string>([
  [Char.equal, "="],
  [Token.notEqual, "!="],
  [Char.less, "<"],
  [Char.greater, ">"],
  [Token.lessOrEqual, "<="],
  [Token.greaterOrEqual, ">="],
]);

function parseRelation(state: ParserState): ExpressionSyntax {
  const left = parseSum(state);
  if (state.kind === Token.word) {
    if (state.word === "IN") {
      advance(state);
      return operation("in", [left, parseExpressionList(state)]);
    }
    if (state.word !== "NOT") return left;
    advance(state);
    expectWord(state, "IN");
    return operation("notin", [left, parseExpressionList(state)]);
  }
  const operator = RELATIONS.get(state.kind);
  if (operator === undefined) return left;
  advance(state);
  return operation(operator, [left, parseSum(state)]);
}

function parseSum(state: ParserState): ExpressionSyntax {
  let left = parseProduct(state, undefined);
  for (let length = 1; ; length++) {
    const { kind } = state;
    if (kind === Char.plus || kind === Char.minus) {
      advance(state);
      left = operation(kind === Char.plus ? "+" : "-", [left, parseProduct(state, undefined)]);
    } else if (kind >= Token.integer && kind <= Token.double && isSigned(state)) {
      // `?a -1 * ?b` reads as `?a - (1 * ?b)`: the sign is the operator.
      const sign = state.text[state.start]!;
      const literal = numberLiteral(kind, state.text.slice(state.start + 1, state.end));
      advance(state);
      left = operation(sign, [left, parseProduct(state, literal)]);
    } else return left;
    checkChain(state, length);
  }
}

function isSigned(state: ParserState): boolean {
  const code = state.text.charCodeAt(state.start);
  return code === Char.plus || code === Char.minus;
}

/** @param first What has been read already of the product. */
function parseProduct(state: ParserState, first: Literal | undefined): ExpressionSyntax {
  let left = first ?? parseUnary(state);
  for (let length = 1; state.kind === Char.star || state.kind === Char.slash; length++) {
    checkChain(state, length);
    const operator = state.kind === Char.star ? "*" : "/";
    advance(state);
    left = operation(operator, [left, parseUnary(state)]);
  }
  return left;
}

function parseUnary(state: ParserState): ExpressionSyntax {
  const { kind } = state;
  if (kind !== Char.bang && kind !== Char.plus && kind !== Char.minus) return parsePrimary(state);
  enter(state);
  advance(state);
  const argument = kind === Char.bang ? parseUnary(state) : parsePrimary(state);
  leave(state);
  return operation(kind === Char.bang ? "!" : kind === Char.plus ? "UPLUS" : "UMINUS", [argument]);
}

function parsePrimary(state: ParserState): ExpressionSyntax {
  switch (state.kind) {
    case Token.variable:
      return parseVariable(state);
    case Char.openParenthesis:
      return parseBracketed(state);
    case Token.iri:
    case Token.prefixedName:
      return parseIriOrCall(state);
    case Token.openTriple:
      return parseExpressionTriple(state);
    case Token.openReified:
      throw errorHere(state, "A reified triple is no value.", "Write <<( s p o )>> for a triple term.");
    default:
      if (isLiteralAhead(state)) return parseLiteral(state);
      if (state.kind === Token.word) return parseBuiltIn(state);
      throw unexpected(state, ["an expression"]);
  }
}

/** Takes `( expression )`. */
export function parseBracketed(state: ParserState): ExpressionSyntax {
  enter(state);
  expect(state, Char.openParenthesis);
  const expression = parseExpression(state);
  expect(state, Char.closeParenthesis);
  leave(state);
  return expression;
}

function parseIriOrCall(state: ParserState): ExpressionSyntax {
  const iri = parseIri(state);
  return state.kind === Char.openParenthesis ? parseCall(state, iri) : iri;
}

/** Takes the arguments of a function that is called by its IRI. */
export function parseCall(state: ParserState, iri: NamedNode): ExpressionSyntax {
  enter(state);
  advance(state);
  if (accept(state, Char.closeParenthesis)) {
    leave(state);
    return { type: "functionCall", function: iri, args: [] };
  }
  let distinct = false;
  if (state.word === "DISTINCT") {
    advance(state);
    distinct = true;
  }
  const args = [parseExpression(state)];
  while (accept(state, Char.comma)) args.push(parseExpression(state));
  expect(state, Char.closeParenthesis);
  leave(state);
  return { type: "functionCall", function: iri, args, distinct };
}

/** Takes `()` or `( a, b )`. */
export function parseExpressionList(state: ParserState): ExpressionSyntax[] {
  enter(state);
  expect(state, Char.openParenthesis);
  const list: ExpressionSyntax[] = [];
  if (state.kind !== Char.closeParenthesis) {
    do list.push(parseExpression(state));
    while (accept(state, Char.comma));
  }
  expect(state, Char.closeParenthesis);
  leave(state);
  return list;
}

/** Takes `<<( s p o )>>` as a value: no blank nodes, and a subject that is a variable or an IRI. */
function parseExpressionTriple(state: ParserState): Quad {
  enter(state);
  const quad = parseTripleTerm<Variable | NamedNode | Literal | Quad>(state, parseVariableOrIri, parseVerb, parseExpressionObject);
  leave(state);
  return quad;
}

function parseExpressionObject(state: ParserState): Variable | NamedNode | Literal | Quad {
  if (state.kind === Token.openTriple) return parseExpressionTriple(state);
  return isLiteralAhead(state) ? parseLiteral(state) : parseVariableOrIri(state);
}

/** Takes `<<( s p o )>>` in VALUES: no variables and no blank nodes. */
export function parseDataTriple(state: ParserState): Quad {
  enter(state);
  const quad = parseTripleTerm<NamedNode | Literal | Quad>(state, parseIri, parseDataVerb, parseDataObject);
  leave(state);
  return quad;
}

function parseDataVerb(state: ParserState): NamedNode {
  const verb = state.kind === Token.variable ? undefined : parseVerb(state);
  if (verb === undefined || verb.termType === "Variable") throw unexpected(state, ["an IRI"]);
  return verb;
}

function parseDataObject(state: ParserState): NamedNode | Literal | Quad {
  if (state.kind === Token.openTriple) return parseDataTriple(state);
  return isLiteralAhead(state) ? parseLiteral(state) : parseIri(state);
}
