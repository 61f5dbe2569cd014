import type { QuadStore } from "@chancery/rdf";
import type { Algebra } from "../algebra/algebra.ts";
import { printAlgebra } from "../algebra/print-algebra.ts";
import { planQuery } from "../plan/planner.ts";
import { describePlan, type PlanNode, printPlan } from "../plan/print-plan.ts";
import { openExecution } from "./open-execution.ts";
import type { QueryOptions } from "./options.ts";
import { type PreparedQuery, prepare, type QueryInput } from "./prepare.ts";
import { templateVariables } from "./run-query.ts";

/** How a query is, or was, answered. */
export interface Explanation {
  readonly algebra: Algebra;
  readonly plan: PlanNode;
  /** Algebra and plan as indented text. */
  readonly text: string;
}

/**
 * Plans a query and, unless `run` is false, runs it to the end to count the rows that each operator gave.
 *
 * @param options.run Default true. The limits of time and memory hold as in `select`.
 */
export function explain(store: QuadStore, query: QueryInput, options: QueryOptions & { readonly run?: boolean } = {}): Explanation {
  const prepared = prepare(query, options);
  const { context, source } = openExecution(store, prepared.algebra.dataset, prepared.baseIri, options, true);
  const plan = planQuery(prepared.optimized(), neededBy(prepared), source);
  const isRun = options.run !== false;
  if (isRun) {
    const pull = context.execute(plan);
    for (let batch = pull(); batch !== undefined; batch = pull()) if (prepared.form === "ask" && batch.length > 0) break;
  }
  const node = describePlan(plan, (id) => context.terms.termOf(id), isRun ? context.trace : undefined);
  const algebra = prepared.optimized();
  return { algebra, plan: node, text: `${printAlgebra(algebra)}\n\n${printPlan(node)}\n` };
}

function neededBy({ algebra }: PreparedQuery): readonly string[] {
  switch (algebra.form) {
    case "select":
      return algebra.variables;
    case "ask":
      return [];
    case "construct":
      return templateVariables(algebra.template.flatMap(({ subject, predicate, object }) => [subject, predicate, object]));
    case "describe":
      return templateVariables(algebra.terms);
  }
}
