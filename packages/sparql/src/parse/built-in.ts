import type { ExpressionSyntax, PatternSyntax } from "./ast.ts";
import { accept, acceptWord, enter, errorHere, expect, expectWord, leave } from "./expect.ts";
import { parseExpression, parseExpressionList } from "./expression.ts";
import { degroup, parseGroup } from "./group.ts";
import { AGGREGATES, BUILT_INS, type BuiltIn } from "./keyword-table.ts";
import type { ParserState } from "./parser-state.ts";
import { syntaxError, unexpected, unknownFunction } from "./syntax-error.ts";
import { parseVariable } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";

/** Takes a call of a built-in function, an aggregate, or (NOT) EXISTS; a word is ahead. */
export function parseBuiltIn(state: ParserState): ExpressionSyntax {
  const { word, text, start, end } = state;
  const definition = BUILT_INS.get(word);
  if (definition !== undefined) {
    // sparqljs keeps the spelling of this one function, and lowers the others.
    const operator = word === "BNODE" ? text.slice(start, end) : word.toLowerCase();
    advance(state);
    if (state.kind !== Char.openParenthesis) throw unexpected(state, ["("]);
    const args = parseExpressionList(state);
    checkArguments(state, word, definition, args.length, start, end);
    return { type: "operation", operator, args };
  }
  if (AGGREGATES.has(word)) return parseAggregate(state);
  switch (word) {
    case "BOUND": {
      advance(state);
      expect(state, Char.openParenthesis);
      const variable = parseVariable(state);
      expect(state, Char.closeParenthesis);
      return { type: "operation", operator: "bound", args: [variable] };
    }
    case "EXISTS":
      advance(state);
      return { type: "operation", operator: "exists", args: [parseExists(state)] };
    case "NOT":
      advance(state);
      expectWord(state, "EXISTS");
      return { type: "operation", operator: "notexists", args: [parseExists(state)] };
  }
  // A word before a bracket is meant as a function.
  const after = text.slice(end, end + 20).trimStart();
  if (after.startsWith("(")) throw unknownFunction(state);
  throw unexpected(state, ["an expression", "TRUE", "FALSE", "NOT EXISTS", "EXISTS"]);
}

function checkArguments(state: ParserState, name: string, { min, max }: BuiltIn, count: number, start: number, end: number): void {
  if (count >= min && count <= max) return;
  const wanted =
    min === max ? `${min === 0 ? "no" : min} argument${min === 1 ? "" : "s"}` : `${min} ${max - min === 1 ? "or" : "to"} ${max} arguments`;
  throw syntaxError(state.text, start, `${name} takes ${wanted}, not ${count}.`, undefined, end);
}

/** The pattern of EXISTS: a basic graph pattern of its own, after which the one around it goes on. */
function parseExists(state: ParserState): PatternSyntax {
  const { pattern, aggregateBan } = state;
  state.aggregateBan = "";
  const group = parseGroup(state);
  state.aggregateBan = aggregateBan;
  state.pattern = pattern;
  return degroup(group);
}

function parseAggregate(state: ParserState): ExpressionSyntax {
  const { word, aggregateBan } = state;
  if (aggregateBan !== "")
    throw errorHere(
      state,
      `${word} may not stand ${aggregateBan}.`,
      "Aggregates belong in SELECT, HAVING and ORDER BY, and not inside each other.",
    );
  state.aggregates++;
  advance(state);
  enter(state);
  expect(state, Char.openParenthesis);
  state.aggregateBan = "inside another aggregate";
  const distinct = acceptWord(state, "DISTINCT");
  const aggregation = word.toLowerCase();
  if (word === "COUNT" && accept(state, Char.star)) {
    close(state);
    return { expression: { termType: "Wildcard", value: "*" }, type: "aggregate", aggregation, distinct };
  }
  const expression = parseExpression(state);
  if (word !== "GROUP_CONCAT") {
    close(state);
    return { expression, type: "aggregate", aggregation, distinct };
  }
  const separator = accept(state, Char.semicolon) ? parseSeparator(state) : " ";
  close(state);
  return { expression, type: "aggregate", aggregation, distinct, separator };
}

function parseSeparator(state: ParserState): string {
  expectWord(state, "SEPARATOR");
  expect(state, Char.equal);
  if (state.kind !== Token.string && state.kind !== Token.longString) throw unexpected(state, ["a string"]);
  const { value } = state;
  advance(state);
  return value;
}

function close(state: ParserState): void {
  expect(state, Char.closeParenthesis);
  state.aggregateBan = "";
  leave(state);
}
