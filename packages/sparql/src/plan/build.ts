import type { Expression } from "../algebra/expression.ts";
import type { Plan, Slot } from "./plan.ts";

/** Variables wanted by whatever reads a plan. */
export type Needed = ReadonlySet<string>;

export const unitPlan: Plan = { kind: "unit", variables: [], rows: 1, cost: 0 };

export function emptyPlan(variables: readonly string[]): Plan {
  return { kind: "empty", variables, rows: 0, cost: 0 };
}

/** Only the wanted ones, in their order. */
export function keep(names: readonly string[], needed: Needed): string[] {
  if (names.length > FEW) return [...new Set(names)].filter((name) => needed.has(name));
  const kept: string[] = [];
  for (const name of names) if (needed.has(name) && !kept.includes(name)) kept.push(name);
  return kept;
}

/** Up to here a search through an array is quicker than a Set. */
const FEW = 20;

/** Filters on top of a plan; one share of the rows passes each, for want of better knowledge. */
export function filterPlan(input: Plan, expressions: readonly Expression[], needed: Needed): Plan {
  if (expressions.length === 0) return input;
  return {
    kind: "filter",
    input,
    expressions,
    variables: keep(input.variables, needed),
    rows: input.rows * 0.4 ** Math.min(expressions.length, 3),
    cost: input.cost + input.rows * expressions.length,
  };
}

export function projectPlan(input: Plan, variables: readonly string[]): Plan {
  if (input.variables.length === variables.length && variables.every((name, i) => input.variables[i] === name)) return input;
  return { kind: "project", input, variables, rows: input.rows, cost: input.cost };
}

export function slotVariables(...slots: readonly (Slot | { readonly kind: "default" })[]): readonly string[] {
  return slots.flatMap((slot) => (slot.kind === "variable" ? [slot.name] : []));
}
