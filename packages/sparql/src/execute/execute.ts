import { unreachable } from "@chancery/rdf";
import type { Plan } from "../plan/plan.ts";
import { type Pull, pullTable } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import { countPattern, graphNames, mergeJoin, perGraph, service } from "./graph-operators.ts";
import { group } from "./group.ts";
import { indexJoin, lookups, probe } from "./index-join.ts";
import { intersect } from "./intersect.ts";
import { joinRows } from "./join.ts";
import { orderBy } from "./order.ts";
import { path } from "./path.ts";
import { destructure, distinct, extend, filter, numberRows, project, slice, union, unitRow, values } from "./rows.ts";
import { scan } from "./scan.ts";

/** Builds the operator tree of a plan. Nothing runs until the first batch is pulled. */
export function execute(plan: Plan, context: ExecutionContext): Pull {
  const pull = createOperator(plan, context);
  const { trace } = context;
  if (trace === undefined) return pull;
  return () => {
    const batch = pull();
    if (batch !== undefined) trace.set(plan, (trace.get(plan) ?? 0) + batch.length);
    return batch;
  };
}

function createOperator(plan: Plan, context: ExecutionContext): Pull {
  switch (plan.kind) {
    case "unit":
      return unitRow();
    case "empty":
      return () => undefined;
    case "values":
      return values(plan);
    case "seed":
      return pullTable(context.seeds.get(plan.seed)!);
    case "scan":
      return scan(plan, context);
    case "graphNames":
      return graphNames(plan, context);
    case "indexJoin":
      return indexJoin(plan, context);
    case "lookups":
      return lookups(plan, context);
    case "intersect":
      return intersect(plan, context);
    case "probe":
      return probe(plan, context);
    case "mergeJoin":
      return mergeJoin(plan, context);
    case "join":
      return joinRows(plan, context);
    case "destructure":
      return destructure(plan, context);
    case "path":
      return path(plan, context);
    case "number":
      return numberRows(plan, context);
    case "filter":
      return filter(plan, context);
    case "extend":
      return extend(plan, context);
    case "union":
      return union(plan, context);
    case "group":
      return group(plan, context);
    case "count":
      return countPattern(plan, context);
    case "orderBy":
      return orderBy(plan, context);
    case "project":
      return project(plan, context);
    case "distinct":
      return distinct(plan, context);
    case "slice":
      return slice(plan, context);
    case "perGraph":
      return perGraph(plan, context);
    case "service":
      return service(plan, context);
    default:
      return unreachable(plan);
  }
}
