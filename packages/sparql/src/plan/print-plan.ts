import type { Term } from "@rdfjs/types";
import { printPath } from "../algebra/path.ts";
import { printExpression, printTerm } from "../algebra/print-algebra.ts";
import { type GraphSlot, type IdPattern, inputsOf, type Plan, type Slot } from "./plan.ts";

/** One operator of a plan, as data. */
export interface PlanNode {
  readonly operator: string;
  /** What it does, in one line. */
  readonly detail: string;
  readonly variables: readonly string[];
  readonly estimatedRows: number;
  /** Rows that came out; `undefined` when the operator did not run. */
  readonly actualRows: number | undefined;
  readonly inputs: readonly PlanNode[];
}

/** @param termOf Term of a constant's id. @param actual Rows by operator, when the plan has run. */
export function describePlan(plan: Plan, termOf: (id: number) => Term, actual: ReadonlyMap<Plan, number> | undefined): PlanNode {
  return {
    operator: plan.kind === "join" && plan.mode !== "inner" ? `${plan.mode} join` : plan.kind,
    detail: detailOf(plan, termOf),
    variables: plan.variables,
    estimatedRows: Math.round(plan.rows * 100) / 100,
    actualRows: actual?.get(plan),
    inputs: inputsOf(plan).map((input) => describePlan(input, termOf, actual)),
  };
}

/** An indented tree, one operator a line. */
export function printPlan(node: PlanNode, indent = ""): string {
  const actual = node.actualRows === undefined ? "" : `, actual ${node.actualRows}`;
  const line = `${indent}${node.operator} ${node.detail}`.trimEnd();
  const variables = node.variables.map((name) => `?${name}`).join(" ");
  return [
    `${line}  [${variables}]  rows: estimated ${node.estimatedRows}${actual}`,
    ...node.inputs.map((input) => printPlan(input, `${indent}  `)),
  ].join("\n");
}

function detailOf(plan: Plan, termOf: (id: number) => Term): string {
  const slot = (value: Slot): string =>
    value.kind === "variable" ? `?${value.name}` : value.id === 0 ? "UNDEF" : printTerm(termOf(value.id));
  const inGraph = (graph: GraphSlot): string => (graph.kind === "default" ? "" : ` in graph ${slot(graph)}`);
  const pattern = ({ subject, predicate, object, graph }: IdPattern): string =>
    `${slot(subject)} ${slot(predicate)} ${slot(object)}${inGraph(graph)}`;
  switch (plan.kind) {
    case "scan":
    case "count":
      return pattern(plan.pattern);
    case "indexJoin":
      return `${pattern(plan.pattern)}${plan.optional ? " (optional)" : ""}`;
    case "probe":
      return `${plan.negated ? "without" : "with"} ${pattern(plan.pattern)}`;
    case "lookups":
      return plan.steps
        .map((step) => {
          const [subject, object] = step.inverse ? [slot(step.target), `?${step.key}`] : [`?${step.key}`, slot(step.target)];
          return `${subject} ${printTerm(termOf(step.predicate))} ${object}${inGraph(step.graph)}${step.optional ? " (optional)" : ""}`;
        })
        .join(" . ");
    case "intersect":
      return `?${plan.variable} in ${plan.patterns.map(pattern).join(" ∩ ")}`;
    case "join": {
      const keys = [...plan.keys, ...plan.maybeKeys.map((name) => `${name}?`)].map((name) => `?${name}`).join(" ");
      return `on ${keys === "" ? "nothing" : keys}${"variants" in plan.right ? " (seeded)" : ""}`;
    }
    case "mergeJoin":
      return `on ?${plan.key}`;
    case "path":
      return `${slot(plan.subject)} ${printPath(plan.path)} ${slot(plan.object)}${inGraph(plan.graph)}`;
    case "destructure":
      return `?${plan.term} = <<( ${plan.parts.map(slot).join(" ")} )>>`;
    case "graphNames":
      return slot(plan.graph);
    case "filter":
      return plan.expressions.map(printExpression).join(" && ");
    case "extend":
      return plan.bindings.map((binding) => `?${binding.variable} := ${printExpression(binding.expression)}`).join(", ");
    case "group":
      return `by ${plan.keys.map((key) => printExpression(key.expression)).join(" ")} computing ${plan.aggregates.map(({ aggregate }) => aggregate.kind).join(", ")}`;
    case "orderBy":
      return `${plan.comparators.map((key) => `${key.descending ? "DESC" : "ASC"}(${printExpression(key.expression)})`).join(" ")}${plan.top === undefined ? "" : ` top ${plan.top}`}`;
    case "slice":
      return `offset ${plan.offset}${plan.limit === undefined ? "" : ` limit ${plan.limit}`}`;
    case "values":
      return `${plan.table.length} rows`;
    case "perGraph":
      return `?${plan.variable} over ${plan.graphs.length} graphs`;
    default:
      return "";
  }
}
