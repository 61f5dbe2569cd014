import type { Algebra } from "./algebra.ts";
import type { Expression } from "./expression.ts";

/** The node with its direct sub-patterns replaced; the very same object when nothing changed, so that cached facts about it stay. */
export function mapInputs(node: Algebra, map: (input: Algebra) => Algebra): Algebra {
  switch (node.kind) {
    case "bgp":
    case "path":
    case "graphNames":
    case "values":
      return node;
    case "join":
    case "union": {
      const inputs = node.inputs.map(map);
      return inputs.every((input, i) => input === node.inputs[i]) ? node : { ...node, inputs };
    }
    case "leftJoin":
    case "minus": {
      const left = map(node.left);
      const right = map(node.right);
      return left === node.left && right === node.right ? node : { ...node, left, right };
    }
    default: {
      const input = map(node.input);
      return input === node.input ? node : { ...node, input };
    }
  }
}

/** The node with the expressions that stand directly in it replaced. */
export function mapExpressions(node: Algebra, map: (expression: Expression) => Expression): Algebra {
  switch (node.kind) {
    case "filter":
    case "extend":
      return { ...node, expression: map(node.expression) };
    case "leftJoin":
      return node.expression === undefined ? node : { ...node, expression: map(node.expression) };
    case "group":
      return {
        ...node,
        keys: node.keys.map((key) => ({ ...key, expression: map(key.expression) })),
        aggregates: node.aggregates.map(({ variable, aggregate }) => ({
          variable,
          aggregate: aggregate.kind === "countAll" ? aggregate : { ...aggregate, expression: map(aggregate.expression) },
        })),
      };
    case "orderBy":
      return { ...node, comparators: node.comparators.map((comparator) => ({ ...comparator, expression: map(comparator.expression) })) };
    default:
      return node;
  }
}

/** The expression with the patterns of all EXISTS in it replaced. */
export function mapPatterns(expression: Expression, map: (pattern: Algebra) => Algebra): Expression {
  switch (expression.kind) {
    case "variable":
    case "term":
      return expression;
    case "call":
    case "function":
      return { ...expression, args: expression.args.map((argument) => mapPatterns(argument, map)) };
    case "in":
      return { ...expression, value: mapPatterns(expression.value, map), list: expression.list.map((item) => mapPatterns(item, map)) };
    case "exists":
      return { ...expression, pattern: map(expression.pattern) };
  }
}

/** Bottom-up rewriting of a whole pattern, EXISTS included. */
export function rewrite(node: Algebra, rule: (node: Algebra) => Algebra): Algebra {
  const inner = mapInputs(node, (input) => rewrite(input, rule));
  return rule(
    hasExists(inner) ? mapExpressions(inner, (expression) => mapPatterns(expression, (pattern) => rewrite(pattern, rule))) : inner,
  );
}

function hasExists(node: Algebra): boolean {
  switch (node.kind) {
    case "filter":
    case "extend":
      return containsExists(node.expression);
    case "leftJoin":
      return node.expression !== undefined && containsExists(node.expression);
    case "group":
      return (
        node.keys.some((key) => containsExists(key.expression)) ||
        node.aggregates.some(({ aggregate }) => aggregate.kind !== "countAll" && containsExists(aggregate.expression))
      );
    case "orderBy":
      return node.comparators.some((comparator) => containsExists(comparator.expression));
    default:
      return false;
  }
}

/** Whether an EXISTS stands anywhere in the expression. */
export function containsExists(expression: Expression): boolean {
  switch (expression.kind) {
    case "exists":
      return true;
    case "call":
    case "function":
      return expression.args.some(containsExists);
    case "in":
      return containsExists(expression.value) || expression.list.some(containsExists);
    default:
      return false;
  }
}
