import type { Literal, NamedNode, Quad } from "@rdfjs/types";
import type { ExpressionSyntax, PatternSyntax, ValuesRowSyntax } from "./ast.ts";
import { parseBuiltIn } from "./built-in.ts";
import { accept, acceptWord, checkElements, enter, errorHere, expect, expectWord, isAhead, leave } from "./expect.ts";
import { parseBracketed, parseCall, parseDataTriple, parseExpression } from "./expression.ts";
import type { ParserState } from "./parser-state.ts";
import { addScope } from "./scope-check.ts";
import { parseSubSelect } from "./select.ts";
import { syntaxError, unexpected } from "./syntax-error.ts";
import { isLiteralAhead, parseIri, parseLiteral, parseVariable, parseVariableOrIri, startPattern } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";
import { isSubjectAhead, parseTriples } from "./triples.ts";

export type GroupSyntax = { readonly type: "group"; readonly patterns: readonly PatternSyntax[] };

/** What may begin an element of a group. */
const ELEMENTS = ["a triple", "}", "FILTER", "OPTIONAL", "UNION", "BIND", "VALUES", "GRAPH", "MINUS", "SERVICE"];

/** Takes `{ … }`: a group of patterns, or a sub-select. */
export function parseGroup(state: ParserState): GroupSyntax {
  enter(state);
  expect(state, Char.openBrace);
  startPattern(state);
  const patterns: PatternSyntax[] = [];
  if (state.word === "SELECT") patterns.push(parseSubSelect(state));
  else parseElements(state, patterns);
  if (state.kind !== Char.closeBrace)
    throw unexpected(state, patterns.at(-1)?.type === "bgp" ? [".", ";", ",", ...ELEMENTS.slice(1)] : ELEMENTS);
  advance(state);
  startPattern(state);
  leave(state);
  return { type: "group", patterns };
}

/** Elements that the algebra puts around those before them. */
const NESTING: ReadonlySet<PatternSyntax["type"]> = new Set(["optional", "minus", "bind", "filter"]);

function parseElements(state: ParserState, patterns: PatternSyntax[]): void {
  const scope: GroupScope = { names: undefined, seen: 0 };
  if (isSubjectAhead(state)) patterns.push({ type: "bgp", triples: parseTriples(state, "pattern") });
  for (let nested = 0; ; ) {
    const element = parseElement(state, patterns, scope);
    if (element === undefined) return;
    patterns.push(element);
    if (NESTING.has(element.type)) checkElements(state, ++nested);
    accept(state, Char.dot);
    if (isSubjectAhead(state)) patterns.push({ type: "bgp", triples: parseTriples(state, "pattern") });
  }
}

/** Variables in scope in the first `seen` elements of a group, gathered when a BIND asks. */
interface GroupScope {
  names: Set<string> | undefined;
  seen: number;
}

/** Takes an element that is no triple; `undefined` when none is ahead. */
function parseElement(state: ParserState, patterns: readonly PatternSyntax[], scope: GroupScope): PatternSyntax | undefined {
  if (state.kind === Char.openBrace) return parseUnion(state);
  switch (state.word) {
    case "FILTER":
      return parseFilter(state);
    case "OPTIONAL":
      advance(state);
      return { type: "optional", patterns: parseGroup(state).patterns };
    case "BIND":
      return parseBind(state, patterns, scope);
    case "VALUES": {
      advance(state);
      const values = parseDataBlock(state);
      startPattern(state);
      return { type: "values", values };
    }
    case "GRAPH": {
      advance(state);
      const name = parseVariableOrIri(state);
      return { type: "graph", name, patterns: parseGroup(state).patterns };
    }
    case "MINUS":
      advance(state);
      return { type: "minus", patterns: parseGroup(state).patterns };
    case "SERVICE": {
      advance(state);
      const silent = acceptWord(state, "SILENT");
      const name = parseVariableOrIri(state);
      return { type: "service", name, silent, patterns: parseGroup(state).patterns };
    }
    default:
      return undefined;
  }
}

function parseUnion(state: ParserState): PatternSyntax {
  const first = parseGroup(state);
  if (state.word !== "UNION") return first;
  const patterns = [degroup(first)];
  while (acceptWord(state, "UNION")) patterns.push(degroup(parseGroup(state)));
  return { type: "union", patterns };
}

/** A group of one pattern is that pattern, where sparqljs says so: in UNION and EXISTS. */
export function degroup(group: GroupSyntax): PatternSyntax {
  const { patterns } = group;
  return patterns.length === 1 ? patterns[0]! : group;
}

/** FILTER stands anywhere in a basic graph pattern without ending it. */
function parseFilter(state: ParserState): PatternSyntax {
  const { aggregateBan } = state;
  advance(state);
  state.aggregateBan = "in FILTER";
  const expression = parseConstraint(state);
  state.aggregateBan = aggregateBan;
  return { type: "filter", expression };
}

/** Takes what FILTER and HAVING take: an expression in brackets, or a call. */
export function parseConstraint(state: ParserState): ExpressionSyntax {
  switch (state.kind) {
    case Char.openParenthesis:
      return parseBracketed(state);
    case Token.iri:
    case Token.prefixedName: {
      const iri = parseIri(state);
      if (!isAhead(state, Char.openParenthesis)) throw unexpected(state, ["("]);
      return parseCall(state, iri);
    }
    case Token.word:
      return parseBuiltIn(state);
    default:
      throw unexpected(state, ["(", "a function"]);
  }
}

function parseBind(state: ParserState, patterns: readonly PatternSyntax[], scope: GroupScope): PatternSyntax {
  const { aggregateBan } = state;
  advance(state);
  enter(state);
  expect(state, Char.openParenthesis);
  state.aggregateBan = "in BIND";
  const expression = parseExpression(state);
  state.aggregateBan = aggregateBan;
  expectWord(state, "AS");
  const { start, end } = state;
  const variable = parseVariable(state);
  scope.names ??= new Set();
  for (; scope.seen < patterns.length; scope.seen++) addScope(patterns[scope.seen]!, scope.names);
  if (scope.names.has(variable.value)) {
    throw syntaxError(
      state.text,
      start,
      `?${variable.value} has a value already before this BIND.`,
      "Give the new value another name, or compare with FILTER.",
      end,
    );
  }
  expect(state, Char.closeParenthesis);
  leave(state);
  startPattern(state);
  return { type: "bind", variable, expression };
}

/** Takes what follows VALUES: variables and rows. */
export function parseDataBlock(state: ParserState): ValuesRowSyntax[] {
  if (state.kind === Token.variable) {
    const name = `?${parseVariable(state).value}`;
    expect(state, Char.openBrace);
    const rows: ValuesRowSyntax[] = [];
    while (!isAhead(state, Char.closeBrace)) rows.push({ [name]: parseDataValue(state) });
    advance(state);
    return rows;
  }
  if (state.kind !== Char.openParenthesis) throw unexpected(state, ["a variable", "("]);
  return parseDataRows(state, parseDataNames(state));
}

function parseDataNames(state: ParserState): readonly string[] {
  advance(state);
  const names = new Set<string>();
  while (state.kind === Token.variable) {
    const name = `?${state.text.slice(state.start + 1, state.end)}`;
    if (names.has(name)) throw errorHere(state, `VALUES names ${name} twice.`, "Name every variable once.");
    names.add(name);
    advance(state);
  }
  expect(state, Char.closeParenthesis);
  return [...names];
}

function parseDataRows(state: ParserState, names: readonly string[]): ValuesRowSyntax[] {
  expect(state, Char.openBrace);
  const rows: ValuesRowSyntax[] = [];
  while (state.kind === Char.openParenthesis) {
    const { start } = state;
    advance(state);
    const row: Record<string, NamedNode | Literal | Quad | undefined> = {};
    let count = 0;
    for (; !isAhead(state, Char.closeParenthesis); count++) {
      const value = parseDataValue(state);
      const name = names[count];
      if (name !== undefined) row[name] = value;
    }
    advance(state);
    if (count !== names.length) {
      throw syntaxError(
        state.text,
        start,
        `The row has ${count} value${count === 1 ? "" : "s"} for ${names.length} variable${names.length === 1 ? "" : "s"}.`,
        "Write UNDEF where there is no value.",
        state.previousEnd,
      );
    }
    rows.push(row);
  }
  expect(state, Char.closeBrace);
  return rows;
}

function parseDataValue(state: ParserState): NamedNode | Literal | Quad | undefined {
  if (isLiteralAhead(state)) return parseLiteral(state);
  switch (state.kind) {
    case Token.iri:
    case Token.prefixedName:
      return parseIri(state);
    case Token.openTriple:
      return parseDataTriple(state);
    default:
      if (acceptWord(state, "UNDEF")) return undefined;
      throw unexpected(state, ["an IRI", "a literal", "UNDEF"]);
  }
}
