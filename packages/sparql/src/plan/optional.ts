import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { containsExists } from "../algebra/rewrite.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { conjuncts } from "../optimize/push-filters.ts";
import { lookupKeyOf } from "./block.ts";
import { keep, type Needed } from "./build.ts";
import type { JoinMode, Plan } from "./plan.ts";
import { type Planner, planNode, type Seed, withExpressions } from "./planner.ts";
import { toGraphSlot, toSlot, variablesOfPattern } from "./source.ts";

/** Sub-plans deeper than this are planned one way only. */
const MAX_DEPTH = 4;

type LeftJoin = Extract<Algebra, { kind: "leftJoin" }>;

/** OPTIONAL: the left rows' values are pushed into the right side where that is cheaper than evaluating it alone. */
export function planLeftJoin(node: LeftJoin, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  const { right, condition } = splitCondition(node);
  const shared = variablesOf(right).filter((name) => variablesOf(node.left).includes(name) || seed?.variables.includes(name) === true);
  const wanted = withExpressions(new Set([...needed, ...shared]), condition === undefined ? [] : [condition]);
  const left = planNode(node.left, wanted, seed, planner);
  const leftCertain = new Set([...certainVariables(node.left), ...(seed?.variables ?? [])]);
  if (condition !== undefined && containsExists(condition))
    return planNumbered(left, leftCertain, right, condition, shared, needed, planner);
  const single = condition === undefined ? planSingle(left, right, leftCertain, shared, needed, planner) : undefined;
  return single ?? planOuter(left, leftCertain, right, condition, shared, "left", [], needed, wanted, seed, planner);
}

/** MINUS: an anti-join on the shared variables. */
export function planMinus(node: Extract<Algebra, { kind: "minus" }>, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  const leftScope = new Set(variablesOf(node.left));
  const shared = variablesOf(node.right).filter((name) => leftScope.has(name));
  if (shared.every((name) => node.ignored.includes(name))) return planNode(node.left, needed, seed, planner);
  const wanted = new Set([...needed, ...shared]);
  const left = planNode(node.left, wanted, seed, planner);
  return planOuter(
    left,
    certainVariables(node.left),
    node.right,
    undefined,
    shared,
    "minus",
    node.ignored,
    needed,
    new Set(shared),
    undefined,
    planner,
  );
}

/** Parts of an OPTIONAL's condition that concern the right side alone are filters of the right side. */
function splitCondition(node: LeftJoin): { readonly right: Algebra; readonly condition: Expression | undefined } {
  if (node.expression === undefined) return { right: node.right, condition: undefined };
  const certain = certainVariables(node.right);
  let right = node.right;
  let condition: Expression | undefined;
  for (const part of conjuncts(node.expression)) {
    const names = [...expressionVariables(part)];
    if (!containsExists(part) && names.every((name) => certain.has(name))) right = { kind: "filter", input: right, expression: part };
    else condition = condition === undefined ? part : { kind: "call", name: "&&", args: [condition, part] };
  }
  return { right, condition };
}

/** OPTIONAL of a single pattern: an index search, or an array load, per left row. */
function planSingle(
  left: Plan,
  right: Algebra,
  leftCertain: ReadonlySet<string>,
  shared: readonly string[],
  needed: Needed,
  planner: Planner,
): Plan | undefined {
  if (right.kind !== "bgp" || right.patterns.length !== 1 || !shared.every((name) => leftCertain.has(name))) return undefined;
  const { subject, predicate, object } = right.patterns[0]!;
  if (subject.kind === "triple" || predicate.kind === "triple" || object.kind === "triple") return undefined;
  const { source } = planner;
  const pattern = {
    subject: toSlot(subject, source),
    predicate: toSlot(predicate, source),
    object: toSlot(object, source),
    graph: toGraphSlot(right.graph, source),
  };
  const isBound = [pattern.subject, pattern.predicate, pattern.object].some((slot) => slot.kind === "id" || leftCertain.has(slot.name));
  if (!isBound) return undefined;
  const variables = keep([...left.variables, ...variablesOfPattern(pattern)], needed);
  const lookup = lookupKeyOf(pattern, source, left.rows, (name) => leftCertain.has(name));
  if (lookup !== undefined && pattern.predicate.kind === "id") {
    const { key, inverse } = lookup;
    const target = inverse ? pattern.subject : pattern.object;
    const step = { key, predicate: pattern.predicate.id, inverse, target, graph: pattern.graph, optional: true };
    return { kind: "lookups", input: left, steps: [step], variables, rows: left.rows, cost: left.cost + left.rows * 0.5 };
  }
  return { kind: "indexJoin", input: left, pattern, optional: true, variables, rows: left.rows * 1.2, cost: left.cost + left.rows * 5 };
}

/**
 * An OPTIONAL whose condition asks EXISTS: the left rows are numbered and joined with the right side below the condition, which then is
 * a filter like any other; the numbers bring the survivors back to their left rows.
 */
function planNumbered(
  left: Plan,
  leftCertain: ReadonlySet<string>,
  right: Algebra,
  condition: Expression,
  shared: readonly string[],
  needed: Needed,
  planner: Planner,
): Plan {
  const number = `#n${planner.nextMark++}`;
  const numbered: Plan = {
    kind: "number",
    input: left,
    variable: number,
    variables: [...left.variables, number],
    rows: left.rows,
    cost: left.cost,
  };
  const seedVariables = numbered.variables.filter((name) => leftCertain.has(name) || name === number);
  const id = planner.nextSeed++;
  const seed: Seed = { id, variables: seedVariables, rows: Math.max(1, left.rows), substituted: new Set() };
  const filtered: Algebra = { kind: "filter", input: right, expression: condition };
  const plan = planNode(filtered, new Set([...seedVariables, ...variablesOf(right)]), seed, planner);
  return {
    kind: "join",
    mode: "left",
    left: numbered,
    keys: seedVariables,
    maybeKeys: shared.filter((name) => !seedVariables.includes(name)),
    ignored: [],
    condition: undefined,
    mark: undefined,
    right: { seed: id, maybeSeed: [], variants: [{ mask: 0, variables: seedVariables, plan }] },
    variables: keep([...left.variables, ...variablesOf(right)], needed),
    rows: left.rows,
    cost: left.cost + plan.cost + left.rows * 3,
  };
}

function planOuter(
  left: Plan,
  leftCertain: ReadonlySet<string>,
  right: Algebra,
  condition: Expression | undefined,
  shared: readonly string[],
  mode: Extract<JoinMode, "left" | "minus">,
  ignored: readonly string[],
  needed: Needed,
  rightNeeded: Needed,
  seed: Seed | undefined,
  planner: Planner,
): Plan {
  const certain = certainVariables(right);
  const keys = shared.filter((name) => leftCertain.has(name) && certain.has(name));
  const maybeKeys = shared.filter((name) => !keys.includes(name));
  const wanted = new Set([...rightNeeded, ...shared]);
  const base = { kind: "join", mode, left, keys, maybeKeys, ignored, condition, mark: undefined } as const;
  const isShallow = planner.depth < MAX_DEPTH;
  planner.depth++;
  const alone = keys.length === 0 || isShallow ? planNode(right, wanted, undefined, planner) : undefined;
  const id = planner.nextSeed++;
  const seeded =
    keys.length === 0 || (alone !== undefined && alone.cost + alone.rows * 2 < left.rows)
      ? undefined
      : planNode(
          right,
          wanted,
          { id, variables: keys, rows: Math.max(1, left.rows), substituted: seed?.substituted ?? new Set() },
          planner,
        );
  planner.depth--;
  const aloneCost = alone === undefined ? Number.POSITIVE_INFINITY : alone.cost + alone.rows * 2 + left.rows;
  const seededCost = seeded === undefined ? Number.POSITIVE_INFINITY : seeded.cost + left.rows * 3 + seeded.rows * 2;
  const chosen = seeded !== undefined && seededCost < aloneCost ? seeded : alone!;
  const variables = keep(mode === "minus" ? left.variables : [...left.variables, ...chosen.variables], needed);
  const rows = mode === "minus" ? left.rows * 0.7 : Math.max(left.rows, chosen === seeded ? seeded.rows : left.rows);
  const cost = left.cost + Math.min(aloneCost, seededCost) + rows;
  if (chosen === seeded) {
    return { ...base, right: { seed: id, maybeSeed: [], variants: [{ mask: 0, variables: keys, plan: seeded }] }, variables, rows, cost };
  }
  return { ...base, right: alone!, variables, rows, cost };
}
