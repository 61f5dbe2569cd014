import type { Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { containsExists } from "../algebra/rewrite.ts";
import { certainVariables, mentionedVariables, variablesOf } from "../algebra/scope.ts";
import { keep, type Needed } from "./build.ts";
import { freeVariables } from "./correlation.ts";
import type { JoinMode, Plan, SeededVariant } from "./plan.ts";
import { type Planner, planNode, type Seed } from "./planner.ts";
import { toGraphSlot, toSlot, variablesOfPattern } from "./source.ts";

/** Variables that may be unbound and are still told apart, one plan for each combination. */
const MAX_UNCERTAIN = 4;

/** What is known of the rows that an EXISTS is asked about. */
export interface RowScope {
  readonly certain: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
}

export function scopeOf(node: Algebra, seed: Seed | undefined): RowScope {
  const certain = new Set([...certainVariables(node), ...(seed?.variables ?? [])]);
  return { certain, maybe: new Set(variablesOf(node).filter((name) => !certain.has(name))) };
}

/** Replaces every EXISTS in the expressions by a boolean column, computed by a mark join on top of the plan. */
export function planMarks(
  plan: Plan,
  expressions: readonly Expression[],
  node: Algebra,
  needed: Needed,
  seed: Seed | undefined,
  planner: Planner,
): { readonly plan: Plan; readonly expressions: readonly Expression[] } {
  if (!expressions.some(containsExists)) return { plan, expressions };
  const scope = scopeOf(node, seed);
  let current = plan;
  const replace = (expression: Expression): Expression => {
    switch (expression.kind) {
      case "exists": {
        const mark = `#m${planner.nextMark++}`;
        current = planExists(current, expression.pattern, "mark", mark, scope, new Set([...needed, ...current.variables, mark]), planner);
        const variable: Expression = { kind: "variable", name: mark };
        return expression.negated ? { kind: "call", name: "!", args: [variable] } : variable;
      }
      case "call":
      case "function":
        return { ...expression, args: expression.args.map(replace) };
      case "in":
        return { ...expression, value: replace(expression.value), list: expression.list.map(replace) };
      default:
        return expression;
    }
  };
  const replaced = expressions.map(replace);
  return { plan: current, expressions: replaced };
}

/** A semi-join (`semi`), anti-join (`anti`) or boolean column (`mark`) for one EXISTS. */
export function planExists(
  input: Plan,
  pattern: Algebra,
  mode: Extract<JoinMode, "semi" | "anti" | "mark">,
  mark: string | undefined,
  scope: RowScope,
  needed: Needed,
  planner: Planner,
): Plan {
  const mentioned = mentionedVariables(pattern);
  const certain = [...scope.certain].filter((name) => mentioned.has(name));
  const maybe = [...scope.maybe].filter((name) => mentioned.has(name)).slice(0, MAX_UNCERTAIN);
  const outputs = keep(mark === undefined ? input.variables : [...input.variables, mark], needed);
  const probe = mode === "mark" || maybe.length > 0 ? undefined : planProbe(input, pattern, mode === "anti", certain, outputs, planner);
  if (probe !== undefined) return probe;

  const seedId = planner.nextSeed++;
  const variants: SeededVariant[] = [];
  for (let mask = 0; mask < 1 << maybe.length; mask++) {
    const variables = [...certain, ...maybe.filter((_, bit) => (mask & (1 << bit)) !== 0)];
    const inner: Seed = { id: seedId, variables, rows: Math.max(1, input.rows), substituted: new Set(variables) };
    variants.push({ mask, variables, plan: planNode(pattern, new Set(variables), variables.length > 0 ? inner : undefined, planner) });
  }
  const seededCost = Math.max(...variants.map((variant) => variant.plan.cost));
  const base = {
    kind: "join",
    mode,
    left: input,
    keys: certain,
    maybeKeys: maybe,
    ignored: [],
    condition: undefined,
    mark,
    variables: outputs,
    rows: mode === "mark" ? input.rows : input.rows * 0.5,
  } as const;
  // Without substitution the pattern may as well be evaluated once, on its own.
  const free = freeVariables(pattern);
  const independent = maybe.length === 0 && certain.every((name) => !free.has(name) && certainVariables(pattern).has(name));
  if (independent && certain.length > 0) {
    const right = planNode(pattern, new Set(certain), undefined, planner);
    const cost = right.cost + right.rows * 2;
    if (cost < seededCost + input.rows * 3) return { ...base, right, cost: input.cost + cost + input.rows };
  }
  return { ...base, right: { seed: seedId, maybeSeed: maybe, variants }, cost: input.cost + seededCost + input.rows * 3 };
}

/** EXISTS of a single pattern: an index search per row, nothing built. */
function planProbe(
  input: Plan,
  pattern: Algebra,
  negated: boolean,
  certain: readonly string[],
  outputs: readonly string[],
  planner: Planner,
): Plan | undefined {
  if (pattern.kind !== "bgp" || pattern.patterns.length !== 1) return undefined;
  const { subject, predicate, object } = pattern.patterns[0]!;
  if (subject.kind === "triple" || predicate.kind === "triple" || object.kind === "triple") return undefined;
  const { source } = planner;
  const slots = {
    subject: toSlot(subject, source),
    predicate: toSlot(predicate, source),
    object: toSlot(object, source),
    graph: toGraphSlot(pattern.graph, source),
  };
  const isBound = [slots.subject, slots.predicate, slots.object].some((slot) => slot.kind === "id" || certain.includes(slot.name));
  if (!isBound || !variablesOfPattern(slots).some((name) => certain.includes(name))) return undefined;
  return { kind: "probe", input, pattern: slots, negated, variables: outputs, rows: input.rows * 0.5, cost: input.cost + input.rows * 4 };
}
