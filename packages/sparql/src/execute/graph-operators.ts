import { ChanceryError } from "@chancery/rdf";
import type { Plan } from "../plan/plan.ts";
import { type Batch, columnsOf, type Pull, RowBuffer, Table } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import { integerId } from "./group.ts";
import { keptColumns } from "./index-join.ts";
import { createLookup, createMatches, layoutOf, needsNoCheck, passes } from "./matches.ts";

type PlanOf<Kind extends Plan["kind"]> = Extract<Plan, { kind: Kind }>;

/** Extends each row by the name of every named graph, or checks a name that is bound already. */
export function graphNames(plan: PlanOf<"graphNames">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const { graph } = plan;
  const bound = graph.kind === "variable" ? plan.input.variables.indexOf(graph.name) : -1;
  const target = graph.kind === "variable" && bound < 0 ? plan.variables.indexOf(graph.name) : -1;
  const named = new Set(context.dataset.named);
  const kept = keptColumns(plan.variables, plan.input.variables);
  const rows = new RowBuffer(plan.variables.length);
  const emit = (batch: Batch, row: number): number => {
    rows.ensure(rows.length + 1);
    const at = rows.length++;
    for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
    return at;
  };
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    for (let row = 0; row < batch.length; row++) {
      if (graph.kind === "id" || bound >= 0) {
        if (named.has(graph.kind === "id" ? graph.id : batch.columns[bound]![row]!)) emit(batch, row);
        continue;
      }
      rows.ensure(rows.length + context.dataset.named.length);
      for (const name of context.dataset.named) {
        const at = emit(batch, row);
        if (target >= 0) rows.columns[target]![at] = name;
      }
    }
    return rows;
  };
}

/** One plan per graph, one after the other; the seed of each is the graph's name. */
export function perGraph(plan: PlanOf<"perGraph">, context: ExecutionContext): Pull {
  let next = 0;
  let current: Pull | undefined;
  let from: readonly number[] = [];
  let name = new Uint32Array(0);
  let graph = 0;
  return () => {
    for (;;) {
      if (current === undefined) {
        const entry = plan.graphs[next++];
        if (entry === undefined) return undefined;
        graph = entry.graph;
        name = new Uint32Array(0);
        current = context.execute(entry.plan);
        from = columnsOf(plan.variables, entry.plan.variables);
      }
      const batch = current();
      context.budget.check();
      if (batch === undefined) {
        current = undefined;
        continue;
      }
      if (batch.length > name.length) name = new Uint32Array(batch.length).fill(graph);
      const columns = plan.variables.map((variable, i) => {
        if (variable === plan.variable) return name;
        return from[i]! < 0 ? new Uint32Array(batch.length) : batch.columns[from[i]!]!;
      });
      return { length: batch.length, columns };
    }
  };
}

/** The number of matches of one pattern as a single row. */
export function countPattern(plan: PlanOf<"count">, context: ExecutionContext): Pull {
  let done = false;
  return () => {
    if (done) return undefined;
    done = true;
    const { subject, predicate, object, graph } = plan.pattern;
    const [s, p, o] = [subject, predicate, object].map((slot) => (slot.kind === "id" ? slot.id : 0)) as [number, number, number];
    const layout = layoutOf(plan.pattern, [], [], context.dataset);
    let count = 0;
    if (s === 0 && p === 0 && o === 0 && graph.kind !== "variable") count = context.dataset.defaultGraph.size;
    else {
      const matches = createMatches();
      createLookup(context.dataset, plan.pattern)(s, p, o, graph.kind === "id" ? graph.id : 0, matches);
      if (needsNoCheck(layout)) count = matches.end - matches.start;
      else for (let i = matches.start; i < matches.end; i++) if (passes(layout, matches, i, context.dataset)) count++;
    }
    return { length: 1, columns: plan.variables.map(() => Uint32Array.of(integerId(count, context))) };
  };
}

/** Joins two inputs that are both sorted by the key. */
export function mergeJoin(plan: PlanOf<"mergeJoin">, context: ExecutionContext): Pull {
  const right = context.execute(plan.right);
  const left = context.execute(plan.left);
  const rightKey = plan.right.variables.indexOf(plan.key);
  const leftKey = plan.left.variables.indexOf(plan.key);
  const fromLeft = columnsOf(plan.variables, plan.left.variables);
  const fromRight = columnsOf(plan.variables, plan.right.variables);
  const allRight = plan.right.variables.map((_, column) => column);
  const rows = new RowBuffer(plan.variables.length);
  const run = new Table(plan.right.variables.length);
  let runKey = 0;
  let rightBatch: Batch | undefined;
  let rightRow = 0;
  let rightEnded = false;
  let batch: Batch | undefined;
  let row = 0;
  let inRun = 0;

  /** Moves the right side to the first key that is at least `key` and collects its run. */
  const seekRun = (key: number): void => {
    if (runKey >= key) return;
    run.length = 0;
    runKey = 0;
    for (;;) {
      if (rightBatch === undefined || rightRow >= rightBatch.length) {
        if (rightEnded) {
          if (runKey === 0) runKey = Number.POSITIVE_INFINITY;
          return;
        }
        rightBatch = right();
        rightRow = 0;
        if (rightBatch === undefined) rightEnded = true;
        context.budget.check();
        continue;
      }
      const value = rightBatch.columns[rightKey]![rightRow]!;
      if (value >= key) {
        if (runKey === 0) runKey = value;
        else if (value !== runKey) return;
        run.appendRow(rightBatch, rightRow, allRight);
      }
      rightRow++;
    }
  };

  return () => {
    rows.reset();
    if (batch === undefined) {
      batch = left();
      if (batch === undefined) return undefined;
      row = 0;
      inRun = 0;
    }
    for (; row < batch.length; row++, inRun = 0) {
      const key = batch.columns[leftKey]![row]!;
      seekRun(key);
      if (runKey !== key) continue;
      for (; inRun < run.length; inRun++) {
        if (rows.isFull) return rows;
        const at = rows.length++;
        for (let i = 0; i < fromLeft.length; i++) {
          rows.columns[i]![at] = fromLeft[i]! >= 0 ? batch.columns[fromLeft[i]!]![row]! : run.columns[fromRight[i]!]![inRun]!;
        }
      }
    }
    batch = undefined;
    return rows;
  };
}

/** Asks the caller's function; without one the query is refused before it gets here, unless it is SILENT. */
export function service(plan: PlanOf<"service">, context: ExecutionContext): Pull {
  let done = false;
  return () => {
    if (done) return undefined;
    done = true;
    const unbound: Batch = { length: 1, columns: plan.variables.map(() => new Uint32Array(1)) };
    if (context.service === undefined || plan.name.kind !== "id") {
      if (plan.silent) return unbound;
      throw new ChanceryError("sparql.unsupported", "SERVICE needs a function that answers it, and a constant service name.", {
        remedy: "Pass the service option.",
      });
    }
    try {
      const table = new Table(plan.variables.length);
      const columns = plan.variables.map(() => new Uint32Array(1));
      const all = plan.variables.map((_, column) => column);
      for (const row of context.service(context.terms.termOf(plan.name.id).value, plan.syntax, plan.variables)) {
        plan.variables.forEach((name, column) => {
          const term = row[name];
          columns[column]![0] = term === undefined ? 0 : context.terms.idOf(term);
        });
        table.appendRow({ length: 1, columns }, 0, all);
      }
      return table;
    } catch (error) {
      if (plan.silent) return unbound;
      throw error;
    }
  };
}
