import { unreachable } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";
import type { Aggregate, Algebra } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { certainVariables, expressionVariables, variablesOf } from "../algebra/scope.ts";
import { isVolatile } from "../expression/compile.ts";
import { flattenJoins } from "../optimize/flatten-joins.ts";
import { scopeTo } from "../optimize/push-graphs.ts";
import { planBlock } from "./block.ts";
import { emptyPlan, keep, type Needed, projectPlan, slotVariables } from "./build.ts";
import { planMarks } from "./exists.ts";
import { planLeftJoin, planMinus } from "./optional.ts";
import { type Binding, inputsOf, type Plan } from "./plan.ts";
import { type PlanSource, toGraphSlot, toSlot } from "./source.ts";

/** Rows that a sub-plan starts from: distinct values of some variables of the rows it is to be joined with. */
export interface Seed {
  readonly id: number;
  readonly variables: readonly string[];
  /** Estimated rows. */
  readonly rows: number;
  /** Variables that expressions inside may read by substitution (EXISTS); empty for plain sideways passing. */
  readonly substituted: ReadonlySet<string>;
}

export interface Planner {
  readonly source: PlanSource;
  /** Nesting of sub-plans that were planned both with and without a seed; bounds the work. */
  depth: number;
  nextSeed: number;
  nextMark: number;
}

export function createPlanner(source: PlanSource): Planner {
  return { source, depth: 0, nextSeed: 0, nextMark: 0 };
}

/** Plans a pattern for one version of the data. `needed` are the variables that the caller reads. */
export function planQuery(node: Algebra, needed: readonly string[], source: PlanSource): Plan {
  return planNode(node, new Set(needed), undefined, createPlanner(source));
}

/** The plan of `seed ⋈ node` (of the node alone without a seed), with the needed ones of both sides' variables. */
export function planNode(node: Algebra, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  switch (node.kind) {
    case "bgp":
    case "path":
    case "graphNames":
    case "join":
    case "values":
    case "filter":
      return planBlock(node, needed, seed, planner);
    case "leftJoin":
      return planLeftJoin(node, needed, seed, planner);
    case "minus":
      return planMinus(node, needed, seed, planner);
    case "union": {
      const inputs = node.inputs.map((branch) => planNode(branch, needed, seed, planner)).filter((plan) => plan.kind !== "empty");
      const variables = keep([...(seed?.variables ?? []), ...variablesOf(node)], needed);
      if (inputs.length === 0) return emptyPlan(variables);
      return {
        kind: "union",
        inputs,
        variables,
        rows: sum(inputs.map((input) => input.rows)),
        cost: sum(inputs.map((input) => input.cost)),
      };
    }
    case "extend":
      return planExtend(node, needed, seed, planner);
    case "group":
      return planGroup(node, needed, seed, planner);
    case "orderBy": {
      const input = planNode(
        node.input,
        withExpressions(
          needed,
          node.comparators.map((comparator) => comparator.expression),
        ),
        seed,
        planner,
      );
      return orderPlan(node, input, needed, undefined);
    }
    case "project": {
      if (seed !== undefined && !seed.variables.every((name) => node.variables.includes(name)))
        return joinSeed(node, needed, seed, planner);
      const variables = keep([...node.variables, ...(seed?.variables ?? [])], needed);
      return projectPlan(planNode(node.input, new Set(variables), seed, planner), variables);
    }
    case "distinct": {
      const input = planNode(node.input, new Set([...variablesOf(node), ...(seed?.variables ?? [])]), seed, planner);
      const rows = Math.max(1, input.rows * 0.5);
      return projectPlan(
        { kind: "distinct", input, variables: input.variables, rows, cost: input.cost + input.rows * 3 },
        keep(input.variables, needed),
      );
    }
    case "reduced":
      return planNode(node.input, needed, seed, planner);
    case "slice": {
      if (seed !== undefined) return joinSeed(node, needed, seed, planner);
      return planSlice(node, needed, planner);
    }
    case "graph":
      return seed === undefined ? planPerGraph(node, needed, planner) : joinSeed(node, needed, seed, planner);
    case "service": {
      if (seed !== undefined) return joinSeed(node, needed, seed, planner);
      const name = toSlot(node.name, planner.source);
      return {
        kind: "service",
        name,
        silent: node.silent,
        syntax: node.syntax,
        variables: [...variablesOf(node)],
        rows: 100,
        cost: 10_000,
      };
    }
    default:
      return unreachable(node);
  }
}

/** Where a seed can't be pushed into a node, the two are joined. */
function joinSeed(node: Algebra, needed: Needed, seed: Seed, planner: Planner): Plan {
  const right = planNode(node, new Set([...needed, ...seed.variables]), undefined, planner);
  const certain = certainVariables(node);
  const scope = variablesOf(node);
  return {
    kind: "join",
    mode: "inner",
    left: seedPlan(seed),
    right,
    keys: seed.variables.filter((name) => certain.has(name)),
    maybeKeys: seed.variables.filter((name) => !certain.has(name) && scope.includes(name)),
    ignored: [],
    condition: undefined,
    mark: undefined,
    variables: keep([...seed.variables, ...right.variables], needed),
    rows: Math.max(seed.rows, right.rows),
    cost: right.cost + right.rows * 2 + seed.rows,
  };
}

export function seedPlan(seed: Seed): Plan {
  return { kind: "seed", seed: seed.id, variables: seed.variables, rows: seed.rows, cost: 0 };
}

export function withExpressions(needed: Needed, expressions: readonly Expression[]): Needed {
  const all = new Set(needed);
  for (const expression of expressions) for (const name of expressionVariables(expression)) all.add(name);
  return all;
}

/** Chains of BIND become one operator, so that BNODE("x") is one node within a solution. */
function planExtend(node: Extract<Algebra, { kind: "extend" }>, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  const bindings: Binding[] = [];
  let input: Algebra = node;
  let wanted = new Set(needed);
  while (input.kind === "extend") {
    const { variable, expression } = input;
    if (seed?.variables.includes(variable) === true) {
      if (bindings.length > 0) break;
      return joinSeed(node, needed, seed, planner);
    }
    if (wanted.has(variable) || isVolatile(expression)) {
      bindings.unshift({ variable, expression });
      wanted.delete(variable);
      wanted = new Set(withExpressions(wanted, [expression]));
    }
    input = input.input;
  }
  const { plan, expressions } = planMarks(
    planNode(input, wanted, seed, planner),
    bindings.map((binding) => binding.expression),
    input,
    wanted,
    seed,
    planner,
  );
  if (bindings.length === 0) return projectPlan(plan, keep(plan.variables, needed));
  return {
    kind: "extend",
    input: plan,
    bindings: bindings.map((binding, i) => ({ variable: binding.variable, expression: expressions[i]! })),
    variables: keep([...plan.variables, ...bindings.map((binding) => binding.variable)], needed),
    rows: plan.rows,
    cost: plan.cost + plan.rows * bindings.length,
  };
}

function planGroup(node: Extract<Algebra, { kind: "group" }>, needed: Needed, seed: Seed | undefined, planner: Planner): Plan {
  const plainKeys = new Set(
    node.keys.filter((key) => key.expression.kind === "variable" && key.expression.name === key.variable).map((key) => key.variable),
  );
  const certain = certainVariables(node.input);
  if (seed !== undefined && !seed.variables.every((name) => plainKeys.has(name) && certain.has(name)))
    return joinSeed(node, needed, seed, planner);
  // A count of a variable that is always bound is a count of rows.
  const aggregates = node.aggregates
    .filter(({ variable }) => needed.has(variable))
    .map(({ variable, aggregate }) => ({ variable, aggregate: simplifyCount(aggregate, certain) }));
  const [only] = aggregates;
  if (
    aggregates.length === 1 &&
    node.keys.length === 0 &&
    only!.aggregate.kind === "countAll" &&
    !only!.aggregate.distinct &&
    seed === undefined
  ) {
    const counted = planCount(node.input, only!.variable, planner);
    if (counted !== undefined) return counted;
  }
  const expressions = [
    ...node.keys.map((key) => key.expression),
    ...aggregates.flatMap(({ aggregate }) => (aggregate.kind === "countAll" ? [] : [aggregate.expression])),
  ];
  const countsRows = aggregates.some(({ aggregate }) => aggregate.kind === "countAll" && aggregate.distinct);
  const wanted = withExpressions(countsRows ? new Set(variablesOf(node.input)) : new Set(), expressions);
  const inner = planNode(node.input, wanted, seed, planner);
  const marked = planMarks(inner, expressions, node.input, wanted, seed, planner);
  let at = 0;
  const keys = node.keys.map((key) => ({ variable: key.variable, expression: marked.expressions[at++]! }));
  const named = aggregates.map(({ variable, aggregate }) => ({
    variable,
    aggregate: aggregate.kind === "countAll" ? aggregate : { ...aggregate, expression: marked.expressions[at++]! },
  }));
  const input = marked.plan;
  return {
    kind: "group",
    input,
    keys,
    aggregates: named,
    variables: keep([...keys.map((key) => key.variable), ...named.map((aggregate) => aggregate.variable)], needed),
    rows: node.keys.length === 0 ? 1 : Math.max(1, input.rows ** 0.75),
    cost: input.cost + input.rows * (2 + node.aggregates.length * 2),
  };
}

function simplifyCount(aggregate: Aggregate, certain: ReadonlySet<string>): Aggregate {
  if (aggregate.kind !== "count" || aggregate.distinct || aggregate.expression.kind !== "variable") return aggregate;
  return certain.has(aggregate.expression.name) ? { kind: "countAll", distinct: false } : aggregate;
}

/** COUNT(*) over a single pattern is a subtraction of offsets. */
function planCount(input: Algebra, variable: string, planner: Planner): Plan | undefined {
  if (input.kind !== "bgp" || input.patterns.length !== 1) return undefined;
  const { subject, predicate, object } = input.patterns[0]!;
  if (subject.kind === "triple" || predicate.kind === "triple" || object.kind === "triple") return undefined;
  const { source } = planner;
  const pattern = {
    subject: toSlot(subject, source),
    predicate: toSlot(predicate, source),
    object: toSlot(object, source),
    graph: toGraphSlot(input.graph, source),
  };
  const names = slotVariables(pattern.subject, pattern.predicate, pattern.object, pattern.graph);
  const isAll = pattern.subject.kind === "variable" && pattern.predicate.kind === "variable" && pattern.object.kind === "variable";
  if (new Set(names).size !== names.length || (isAll && pattern.graph.kind !== "default")) return undefined;
  return { kind: "count", pattern, variables: [variable], rows: 1, cost: 1 };
}

function orderPlan(node: Extract<Algebra, { kind: "orderBy" }>, input: Plan, needed: Needed, top: number | undefined): Plan {
  const plan: Plan = {
    kind: "orderBy",
    input,
    comparators: node.comparators,
    top,
    variables: input.variables,
    rows: input.rows,
    cost: input.cost + input.rows * Math.log2(input.rows + 2),
  };
  return projectPlan(plan, keep(input.variables, needed));
}

/** LIMIT over (a projection of) ORDER BY tells the sort how many rows are wanted. */
function planSlice(node: Extract<Algebra, { kind: "slice" }>, needed: Needed, planner: Planner): Plan {
  const { offset, limit } = node;
  const top = limit === undefined ? undefined : offset + limit;
  let input: Plan;
  const inner = node.input;
  if (inner.kind === "project" && inner.input.kind === "orderBy") {
    const variables = keep(inner.variables, needed);
    input = projectPlan(planOrdered(inner.input, new Set(variables), top, planner), variables);
  } else if (inner.kind === "orderBy") {
    input = planOrdered(inner, needed, top, planner);
  } else {
    input = planNode(inner, needed, undefined, planner);
  }
  const rows = Math.min(limit ?? Number.POSITIVE_INFINITY, Math.max(0, input.rows - offset));
  return { kind: "slice", input, offset, limit, variables: input.variables, rows, cost: input.cost };
}

function planOrdered(node: Extract<Algebra, { kind: "orderBy" }>, needed: Needed, top: number | undefined, planner: Planner): Plan {
  const wanted = withExpressions(
    needed,
    node.comparators.map((comparator) => comparator.expression),
  );
  return orderPlan(node, planNode(node.input, wanted, undefined, planner), needed, top);
}

/** What could not be pushed into the leaves is planned once per named graph. */
function planPerGraph(node: Extract<Algebra, { kind: "graph" }>, needed: Needed, planner: Planner): Plan {
  const variable = node.graph as string;
  const { source } = planner;
  const inside = variablesOf(node.input).includes(variable);
  const graphs = [...source.named].map((graph) => {
    const name = source.termOf(graph) as NamedNode;
    const scoped = scopeTo(node.input, { kind: "named", name });
    const input: Algebra = inside ? { kind: "join", inputs: [scoped, { kind: "values", variables: [variable], rows: [[name]] }] } : scoped;
    return { graph, plan: planNode(flattenJoins(input), needed, undefined, planner) };
  });
  return {
    kind: "perGraph",
    variable,
    graphs,
    variables: keep([variable, ...variablesOf(node.input)], needed),
    rows: sum(graphs.map((entry) => entry.plan.rows)),
    cost: sum(graphs.map((entry) => entry.plan.cost)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Every node of a plan, outermost first. */
export function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const input of inputsOf(plan)) yield* nodesOf(input);
}
