import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { containsExists, rewrite } from "../algebra/rewrite.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { isVolatile } from "../expression/compile.ts";

/**
 * Splits conjunctions and moves each filter to the smallest pattern that binds all its variables for certain. Such a move never
 * changes the answers: the filter sees the same values there. Filters over basic patterns stay above them; the planner places those
 * between the single joins.
 */
export function pushFilters(node: Algebra): Algebra {
  return rewrite(node, (current) => {
    if (current.kind !== "filter") return current;
    return conjuncts(current.expression).reduce<Algebra>((input, expression) => pushFilter(input, expression), current.input);
  });
}

/** The parts of a conjunction: a row passes `a && b` exactly when it passes both, errors included. */
export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === "call" && expression.name === "&&" ? expression.args.flatMap(conjuncts) : [expression];
}

function pushFilter(input: Algebra, expression: Expression): Algebra {
  const here: Algebra = { kind: "filter", input, expression };
  if (isVolatile(expression) || containsExists(expression)) return here;
  const names = [...expressionVariables(expression)];
  const isCovered = (node: Algebra): boolean => {
    const certain = certainVariables(node);
    return names.every((name) => certain.has(name));
  };
  switch (input.kind) {
    case "filter": {
      // Past another filter, but only if that leads further down.
      const pushed = pushFilter(input.input, expression);
      return pushed.kind === "filter" && pushed.expression === expression ? here : { ...input, input: pushed };
    }
    case "join": {
      if (names.length === 0) return here;
      const targets = input.inputs.filter(
        (inner) => inner.kind !== "bgp" && inner.kind !== "values" && inner.kind !== "path" && isCovered(inner),
      );
      if (targets.length === 0) return here;
      const inputs = input.inputs.map((inner) => (targets.includes(inner) ? pushFilter(inner, expression) : inner));
      return { kind: "join", inputs };
    }
    case "union":
      return { kind: "union", inputs: input.inputs.map((branch) => pushFilter(branch, expression)) };
    case "leftJoin":
      return isCovered(input.left) ? { ...input, left: pushFilter(input.left, expression) } : here;
    case "minus":
      return names.every((name) => variablesOf(input.left).includes(name)) || isCovered(input.left)
        ? { ...input, left: pushFilter(input.left, expression) }
        : here;
    case "extend":
      return names.includes(input.variable) ? here : { ...input, input: pushFilter(input.input, expression) };
    case "distinct":
    case "reduced":
    case "orderBy":
      return { ...input, input: pushFilter(input.input, expression) };
    case "project":
      return names.every((name) => input.variables.includes(name)) ? { ...input, input: pushFilter(input.input, expression) } : here;
    case "group": {
      const keys = new Set(
        input.keys.filter((key) => key.expression.kind === "variable" && key.expression.name === key.variable).map((key) => key.variable),
      );
      return names.length > 0 && names.every((name) => keys.has(name)) ? { ...input, input: pushFilter(input.input, expression) } : here;
    }
    default:
      return here;
  }
}
