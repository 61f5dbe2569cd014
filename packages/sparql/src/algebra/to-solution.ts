import { ChanceryError } from "@chancery/rdf";
import type { Variable } from "@rdfjs/types";
import type { AsSyntax, ExpressionSyntax, QuerySyntax, WildcardSyntax } from "../parse/ast.ts";
import type { Aggregate, Algebra, GroupKey, NamedAggregate } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { isUserVariable, variablesOf } from "./scope.ts";
import { join, type Translation, toGroup, toValues } from "./to-algebra.ts";
import { toExpression } from "./to-expression.ts";

type Selection = readonly (Variable | AsSyntax | WildcardSyntax)[];
type AggregateSyntax = Extract<ExpressionSyntax, { type: "aggregate" }>;

/** WHERE, grouping, HAVING, VALUES, select expressions and the solution modifiers, in the order of 18.2.4 and 18.2.5. */
export function toSolution(
  query: QuerySyntax,
  selection: Selection | undefined,
  translation: Translation,
): { readonly pattern: Algebra; readonly variables: readonly string[] } {
  let pattern = toGroup(query.where ?? [], translation);
  const aggregates: NamedAggregate[] = [];
  const seen = new Map<string, string>();
  const onAggregate = (syntax: AggregateSyntax): Expression => {
    const aggregate = toAggregate(syntax, translation);
    const key = JSON.stringify(aggregate);
    let name = seen.get(key);
    if (name === undefined) {
      name = `#a${translation.next++}`;
      seen.set(key, name);
      aggregates.push({ variable: name, aggregate });
    }
    return { kind: "variable", name };
  };
  const expressionOf = (syntax: ExpressionSyntax): Expression => toExpression(syntax, translation, onAggregate);

  const selected = (selection ?? []).filter((item): item is AsSyntax => "expression" in item);
  const extensions = selected.map((item) => ({ variable: item.variable.value, expression: expressionOf(item.expression) }));
  const having = (query.having ?? []).map(expressionOf);
  const comparators = (query.order ?? []).map((order) => ({
    expression: expressionOf(order.expression),
    descending: order.descending === true,
  }));

  if (query.group !== undefined || aggregates.length > 0) {
    const keys = (query.group ?? []).map((grouping): GroupKey => {
      const expression = toExpression(grouping.expression, translation);
      const variable = grouping.variable?.value ?? (expression.kind === "variable" ? expression.name : `#k${translation.next++}`);
      return { variable, expression };
    });
    pattern = { kind: "group", input: pattern, keys, aggregates };
  }
  for (const expression of having) pattern = { kind: "filter", input: pattern, expression };
  if (query.values !== undefined && query.values.length > 0) pattern = join(pattern, toValues(query.values));
  else if (query.values !== undefined) pattern = join(pattern, { kind: "values", variables: [], rows: [] });
  for (const { variable, expression } of extensions) {
    if (variablesOf(pattern).includes(variable) && isUserVariable(variable)) {
      throw new ChanceryError("sparql.syntax", `SELECT binds ?${variable}, which the pattern binds already.`, {
        remedy: `Give the expression another name than ?${variable}.`,
      });
    }
    pattern = { kind: "extend", input: pattern, variable, expression };
  }
  if (comparators.length > 0) pattern = { kind: "orderBy", input: pattern, comparators };
  const variables = selection === undefined ? variablesOf(pattern) : selectedVariables(selection, pattern);
  if (selection !== undefined) pattern = { kind: "project", input: pattern, variables };
  const select = query.queryType === "SELECT" ? query : undefined;
  if (select?.distinct === true) pattern = { kind: "distinct", input: pattern };
  if (select?.reduced === true) pattern = { kind: "reduced", input: pattern };
  if (query.limit !== undefined || (query.offset ?? 0) > 0) {
    pattern = { kind: "slice", input: pattern, offset: query.offset ?? 0, limit: query.limit };
  }
  return { pattern, variables };
}

function selectedVariables(selection: Selection, pattern: Algebra): readonly string[] {
  const names = selection.flatMap((item) => {
    if ("expression" in item) return [item.variable.value];
    return item.termType === "Wildcard" ? variablesOf(pattern).filter(isUserVariable) : [item.value];
  });
  return [...new Set(names)];
}

function toAggregate(syntax: AggregateSyntax, translation: Translation): Aggregate {
  const distinct = syntax.distinct === true;
  const argument = syntax.expression;
  const kind = syntax.aggregation.toLowerCase();
  if ("termType" in argument && argument.termType === "Wildcard") return { kind: "countAll", distinct };
  const expression = toExpression(argument as ExpressionSyntax, translation);
  switch (kind) {
    case "count":
    case "sum":
    case "avg":
    case "min":
    case "max":
    case "sample":
      return { kind, distinct, expression };
    case "group_concat":
      return { kind: "groupConcat", distinct, expression, separator: syntax.separator ?? " " };
    default:
      throw new ChanceryError("sparql.unsupported", `The aggregate ${syntax.aggregation} is not supported.`);
  }
}
