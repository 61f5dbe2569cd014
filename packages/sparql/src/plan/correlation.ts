import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { certainVariables, childrenOf, expressionsOf, expressionVariables } from "../algebra/scope.ts";

/**
 * Variables that an expression inside the pattern reads though its own group may not bind them. Under EXISTS these take the value of
 * the outer row (18.6, substitution); anywhere else they are unbound there.
 */
export function freeVariables(node: Algebra): ReadonlySet<string> {
  const free = new Set<string>();
  addFree(node, free);
  return free;
}

function addFree(node: Algebra, free: Set<string>): void {
  const expressions = expressionsOf(node);
  if (expressions.length > 0) {
    const bound = new Set(childrenOf(node).flatMap((child) => [...certainVariables(child)]));
    for (const expression of expressions) {
      for (const name of expressionVariables(expression)) if (!bound.has(name)) free.add(name);
      addFreeOfPatterns(expression, free);
    }
  }
  for (const child of childrenOf(node)) addFree(child, free);
}

function addFreeOfPatterns(expression: Expression, free: Set<string>): void {
  switch (expression.kind) {
    case "exists":
      addFree(expression.pattern, free);
      return;
    case "call":
    case "function":
      for (const argument of expression.args) addFreeOfPatterns(argument, free);
      return;
    case "in":
      addFreeOfPatterns(expression.value, free);
      for (const item of expression.list) addFreeOfPatterns(item, free);
      return;
    default:
      return;
  }
}
