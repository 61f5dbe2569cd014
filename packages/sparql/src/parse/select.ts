import type { NamedNode, Variable } from "@rdfjs/types";
import type {
  AskSyntax,
  AsSyntax,
  ConstructSyntax,
  DatasetSyntax,
  DescribeSyntax,
  ExpressionSyntax,
  GroupingSyntax,
  OrderingSyntax,
  PatternSyntax,
  QuerySyntax,
  SelectSyntax,
  TripleSyntax,
  ValuesRowSyntax,
  WildcardSyntax,
} from "./ast.ts";
import { accept, acceptWord, enter, expect, expectWord, leave } from "./expect.ts";
import { parseExpression } from "./expression.ts";
import { parseConstraint, parseDataBlock, parseGroup } from "./group.ts";
import type { ParserState } from "./parser-state.ts";
import { addScope, ungroupedVariable } from "./scope-check.ts";
import { syntaxError, unexpected } from "./syntax-error.ts";
import { parseIri, parseVariable, parseVariableOrIri } from "./term.ts";
import { Char, Token } from "./token.ts";
import { advance } from "./tokenizer.ts";
import { isSubjectAhead, parseTriples } from "./triples.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What follows WHERE. Members are set only where the text has them, as in sparqljs. */
type Modifiers = Pick<Mutable<SelectSyntax>, "group" | "having" | "order" | "limit" | "offset" | "values">;

/** A selected item and where it stands, for errors about it. */
interface Selected {
  readonly item: Variable | AsSyntax | WildcardSyntax;
  readonly start: number;
  readonly end: number;
}

/** Takes a query from its SELECT, CONSTRUCT, ASK or DESCRIBE on. */
export function parseQueryForm(state: ParserState): QuerySyntax {
  switch (state.word) {
    case "SELECT":
      return parseSelect(state);
    case "CONSTRUCT":
      return parseConstruct(state);
    case "ASK": {
      advance(state);
      const from = parseDataset(state, "FROM");
      const where = parseWhere(state);
      const ask: AskSyntax = { type: "query", queryType: "ASK", ...from, where, ...parseModifiers(state) };
      return ask;
    }
    default:
      return parseDescribe(state);
  }
}

function parseSelect(state: ParserState): SelectSyntax {
  const aggregates = state.aggregates;
  const { selected, ...clause } = parseSelectClause(state);
  const from = parseDataset(state, "FROM");
  return finishSelect(state, clause, selected, from, aggregates);
}

/** Takes `SELECT … WHERE … ` inside a group. */
export function parseSubSelect(state: ParserState): SelectSyntax {
  const { aggregateBan, aggregates } = state;
  state.aggregateBan = "";
  const { selected, ...clause } = parseSelectClause(state);
  const select = finishSelect(state, clause, selected, undefined, aggregates);
  state.aggregateBan = aggregateBan;
  // What is aggregated inside says nothing about the query around it.
  state.aggregates = aggregates;
  return select;
}

interface SelectClause {
  readonly distinct?: true;
  readonly reduced?: true;
  readonly selected: readonly Selected[];
}

function parseSelectClause(state: ParserState): SelectClause {
  advance(state);
  const isDistinct = acceptWord(state, "DISTINCT");
  const isReduced = !isDistinct && acceptWord(state, "REDUCED");
  const selected: Selected[] = [];
  if (state.kind === Char.star) {
    selected.push({ item: { termType: "Wildcard", value: "*" }, start: state.start, end: state.end });
    advance(state);
  } else {
    const names = new Set<string>();
    while (state.kind === Token.variable || state.kind === Char.openParenthesis) selected.push(parseSelected(state, names));
    if (selected.length === 0) throw unexpected(state, ["a variable", "*", "(", "DISTINCT", "REDUCED"]);
  }
  return { ...(isDistinct ? { distinct: true } : isReduced ? { reduced: true } : undefined), selected };
}

function parseSelected(state: ParserState, names: Set<string>): Selected {
  let item: Variable | AsSyntax;
  let { start, end } = state;
  if (state.kind === Token.variable) item = parseVariable(state);
  else {
    enter(state);
    advance(state);
    const expression = parseExpression(state);
    expectWord(state, "AS");
    ({ start, end } = state);
    item = { expression, variable: parseVariable(state) };
    expect(state, Char.closeParenthesis);
    leave(state);
  }
  const name = "expression" in item ? item.variable.value : item.value;
  if (names.has(name)) throw syntaxError(state.text, start, `SELECT gives ?${name} twice.`, "Give every column a name of its own.", end);
  names.add(name);
  return { item, start, end };
}

function finishSelect(
  state: ParserState,
  clause: Omit<SelectClause, "selected">,
  selected: readonly Selected[],
  from: { readonly from: DatasetSyntax } | undefined,
  aggregatesBefore: number,
): SelectSyntax {
  const ownAggregates = state.aggregates;
  const where = parseWhere(state);
  // The pattern's own aggregates belong to its sub-selects.
  state.aggregates = ownAggregates;
  const modifiers = parseModifiers(state);
  const isGrouped = modifiers.group !== undefined || state.aggregates > aggregatesBefore;
  checkSelected(state, selected, where, modifiers, isGrouped);
  const variables = selected.map(({ item }) => item);
  return { type: "query", queryType: "SELECT", ...clause, variables, ...from, where, ...modifiers };
}

/** Grammar notes 13 and 14: AS names something new, and a grouped query shows only what the groups have. */
function checkSelected(
  state: ParserState,
  selected: readonly Selected[],
  where: readonly PatternSyntax[],
  modifiers: Modifiers,
  isGrouped: boolean,
): void {
  if (!isGrouped && !selected.some(({ item }) => "expression" in item)) return;
  const scope = new Set<string>();
  if (isGrouped) {
    for (const { expression, variable } of modifiers.group ?? []) {
      if (variable !== undefined) scope.add(variable.value);
      else if ("termType" in expression && expression.termType === "Variable") scope.add(expression.value);
    }
  } else for (const pattern of where) addScope(pattern, scope);
  for (const name of Object.keys(modifiers.values?.[0] ?? {})) if (!isGrouped) scope.add(name.slice(1));
  for (const { item, start, end } of selected) {
    if ("expression" in item) {
      const free = isGrouped ? ungroupedVariable(item.expression, scope) : undefined;
      if (free !== undefined) throw ungrouped(state, free, start, end);
      const name = item.variable.value;
      if (scope.has(name))
        throw syntaxError(
          state.text,
          start,
          `SELECT gives ?${name} a value, but ${isGrouped ? "GROUP BY" : "the pattern"} has given it one.`,
          `Give the expression another name than ?${name}.`,
          end,
        );
      scope.add(name);
    } else if (!isGrouped) continue;
    else if (item.termType === "Wildcard") {
      throw syntaxError(
        state.text,
        start,
        "SELECT * does not go with GROUP BY or aggregates.",
        "Name the variables of GROUP BY and the aggregates.",
        end,
      );
    } else if (!scope.has(item.value)) throw ungrouped(state, item.value, start, end);
  }
}

function ungrouped(state: ParserState, name: string, start: number, end: number): Error {
  return syntaxError(
    state.text,
    start,
    `?${name} has no single value in a group.`,
    `Add ?${name} to GROUP BY, or take SAMPLE(?${name}) or another aggregate of it.`,
    end,
  );
}

function parseConstruct(state: ParserState): ConstructSyntax {
  advance(state);
  if (state.kind === Char.openBrace) {
    const template = parseTemplate(state);
    const from = parseDataset(state, "FROM");
    const where = parseWhere(state);
    return { type: "query", queryType: "CONSTRUCT", template, ...from, where, ...parseModifiers(state) };
  }
  const from = parseDataset(state, "FROM");
  expectWord(state, "WHERE");
  const template = parseTemplate(state);
  return {
    type: "query",
    queryType: "CONSTRUCT",
    template,
    ...from,
    where: [{ type: "bgp", triples: [...template] }],
    ...parseModifiers(state),
  };
}

/** Takes `{ triples }` without paths. Its blank nodes have nothing to do with those of the pattern. */
function parseTemplate(state: ParserState): TripleSyntax[] {
  enter(state);
  expect(state, Char.openBrace);
  const triples = isSubjectAhead(state) ? parseTriples(state, "template") : [];
  if (state.kind !== Char.closeBrace) throw unexpected(state, ["a triple", "}"]);
  advance(state);
  leave(state);
  state.labels = undefined;
  return triples;
}

function parseDescribe(state: ParserState): DescribeSyntax {
  advance(state);
  const variables: (Variable | NamedNode | WildcardSyntax)[] = [];
  if (accept(state, Char.star)) variables.push({ termType: "Wildcard", value: "*" });
  else {
    do variables.push(parseVariableOrIri(state));
    while (state.kind === Token.variable || state.kind === Token.iri || state.kind === Token.prefixedName);
  }
  const from = parseDataset(state, "FROM");
  const hasWhere = state.word === "WHERE" || state.kind === Char.openBrace;
  const where = hasWhere ? { where: parseWhere(state) } : undefined;
  return { type: "query", queryType: "DESCRIBE", variables, ...from, ...where, ...parseModifiers(state) };
}

/** Takes FROM and FROM NAMED, or USING and USING NAMED. */
export function parseDataset(state: ParserState, keyword: "FROM" | "USING"): { readonly from: DatasetSyntax } | undefined {
  if (state.word !== keyword) return undefined;
  const from: { readonly default: NamedNode[]; readonly named: NamedNode[] } = { default: [], named: [] };
  while (acceptWord(state, keyword)) {
    const graphs = acceptWord(state, "NAMED") ? from.named : from.default;
    graphs.push(parseIri(state));
  }
  return { from };
}

function parseWhere(state: ParserState): readonly PatternSyntax[] {
  if (!acceptWord(state, "WHERE") && state.kind !== Char.openBrace) throw unexpected(state, ["WHERE", "{"]);
  return parseGroup(state).patterns;
}

function parseModifiers(state: ParserState): Modifiers {
  const modifiers: Modifiers = {};
  if (state.kind !== Token.word) return modifiers;
  if (acceptWord(state, "GROUP")) modifiers.group = parseGrouping(state);
  if (acceptWord(state, "HAVING")) modifiers.having = parseHaving(state);
  if (acceptWord(state, "ORDER")) modifiers.order = parseOrder(state);
  for (;;) {
    if (state.word === "LIMIT" && modifiers.limit === undefined) modifiers.limit = parseCount(state);
    else if (state.word === "OFFSET" && modifiers.offset === undefined) modifiers.offset = parseCount(state);
    else break;
  }
  if (acceptWord(state, "VALUES")) modifiers.values = parseDataBlock(state) as ValuesRowSyntax[];
  return modifiers;
}

function parseGrouping(state: ParserState): readonly GroupingSyntax[] {
  expectWord(state, "BY");
  const { aggregateBan } = state;
  state.aggregateBan = "in GROUP BY";
  const group: GroupingSyntax[] = [];
  while (isConditionAhead(state)) {
    if (state.kind === Token.variable) group.push({ expression: parseVariable(state) });
    else if (accept(state, Char.openParenthesis)) {
      enter(state);
      const expression = parseExpression(state);
      group.push(acceptWord(state, "AS") ? { expression, variable: parseVariable(state) } : { expression });
      expect(state, Char.closeParenthesis);
      leave(state);
    } else group.push({ expression: parseConstraint(state) });
  }
  if (group.length === 0) throw unexpected(state, ["a variable", "(", "a function"]);
  state.aggregateBan = aggregateBan;
  return group;
}

const AFTER_CONDITIONS: ReadonlySet<string> = new Set(["HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"]);

function isConditionAhead(state: ParserState): boolean {
  switch (state.kind) {
    case Token.variable:
    case Token.iri:
    case Token.prefixedName:
    case Char.openParenthesis:
      return true;
    case Token.word:
      return !AFTER_CONDITIONS.has(state.word);
    default:
      return false;
  }
}

function parseHaving(state: ParserState): readonly ExpressionSyntax[] {
  const having = [parseConstraint(state)];
  while (state.kind !== Token.variable && isConditionAhead(state)) having.push(parseConstraint(state));
  return having;
}

function parseOrder(state: ParserState): readonly OrderingSyntax[] {
  expectWord(state, "BY");
  const order: OrderingSyntax[] = [];
  while (isConditionAhead(state)) {
    const { word } = state;
    if (word === "ASC" || word === "DESC") {
      advance(state);
      if (state.kind !== Char.openParenthesis) throw unexpected(state, ["("]);
      const expression = parseConstraint(state);
      order.push(word === "DESC" ? { expression, descending: true } : { expression });
    } else order.push({ expression: state.kind === Token.variable ? parseVariable(state) : parseConstraint(state) });
  }
  if (order.length === 0) throw unexpected(state, ["a variable", "ASC", "DESC", "("]);
  return order;
}

/** Takes the number after LIMIT or OFFSET. */
function parseCount(state: ParserState): number {
  advance(state);
  const written = state.text.slice(state.start, state.end);
  if (state.kind !== Token.integer || !/^[0-9]+$/.test(written)) throw unexpected(state, ["a whole number"]);
  advance(state);
  return Number(written);
}
