import type { Plan } from "../plan/plan.ts";
import { type Batch, columnsOf, type Pull, RowBuffer } from "./batch.ts";
import { type ExecutionContext, indexOf } from "./context.ts";
import { createLookup, createMatches, layoutOf, type Matches, needsNoCheck, type PatternLayout, passes } from "./matches.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

/** For each input row the matches of a pattern; with `optional`, rows without any stay, the new columns unbound. */
export function indexJoin(plan: Extract<Plan, { kind: "indexJoin" }>, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const layout = layoutOf(plan.pattern, plan.input.variables, plan.variables, context.dataset);
  const lookup = createLookup(context.dataset, plan.pattern);
  const unchecked = needsNoCheck(layout);
  const kept = keptColumns(plan.variables, plan.input.variables);
  const matches = createMatches();
  const rows = new RowBuffer(plan.variables.length);
  let batch: Batch | undefined;
  let row = -1;
  let matched = true;
  return () => {
    rows.reset();
    if (batch === undefined) {
      batch = input();
      if (batch === undefined) return undefined;
      context.budget.check();
      row = -1;
    }
    for (;;) {
      // Emit what the current row has left.
      if (unchecked) {
        const count = Math.min(matches.end - matches.start, rows.capacity - rows.length);
        if (count > 0) {
          emitRun(rows, batch, row, kept, layout, matches, count);
          matched = true;
        }
        if (matches.start < matches.end) return rows;
      } else {
        for (; matches.start < matches.end; matches.start++) {
          if (!passes(layout, matches, matches.start, context.dataset)) continue;
          if (rows.isFull) return rows;
          emitRun(rows, batch, row, kept, layout, matches, 1);
          matches.start--; // emitRun has moved on already
          matched = true;
        }
      }
      if (plan.optional && !matched) {
        if (rows.isFull) return rows;
        emitUnmatched(rows, batch, row, kept, layout);
        matched = true;
      }
      row++;
      if (row >= batch.length) {
        batch = undefined;
        return rows;
      }
      matched = false;
      open(layout, batch, row, lookup, matches);
    }
  };
}

interface KeptColumn {
  readonly from: number;
  readonly to: number;
}

/** Input columns that the output keeps. */
export function keptColumns(output: readonly string[], input: readonly string[]): readonly KeptColumn[] {
  return columnsOf(output, input).flatMap((from, to) => (from < 0 ? [] : [{ from, to }]));
}

/** Looks up the pattern with the row's values filled in. */
export function open(layout: PatternLayout, batch: Batch, row: number, lookup: ReturnType<typeof createLookup>, matches: Matches): void {
  const { ids, inputs } = layout;
  const s = inputs[0] < 0 ? ids[0] : batch.columns[inputs[0]]![row]!;
  const p = inputs[1] < 0 ? ids[1] : batch.columns[inputs[1]]![row]!;
  const o = inputs[2] < 0 ? ids[2] : batch.columns[inputs[2]]![row]!;
  const g = inputs[3] < 0 ? ids[3] : batch.columns[inputs[3]]![row]!;
  lookup(s, p, o, g, matches);
}

function emitRun(
  rows: RowBuffer,
  batch: Batch,
  row: number,
  kept: readonly KeptColumn[],
  layout: PatternLayout,
  matches: Matches,
  count: number,
): void {
  const at = rows.length;
  const { start } = matches;
  if (count === 1) {
    for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
    for (const { position, column } of layout.outputs) rows.columns[column]![at] = matches[position]![start]!;
  } else {
    for (const { from, to } of kept) rows.columns[to]!.fill(batch.columns[from]![row]!, at, at + count);
    for (const { position, column } of layout.outputs) {
      const target = rows.columns[column]!;
      const source = matches[position]!;
      for (let i = 0; i < count; i++) target[at + i] = source[start + i]!;
    }
  }
  rows.length = at + count;
  matches.start = start + count;
}

function emitUnmatched(rows: RowBuffer, batch: Batch, row: number, kept: readonly KeptColumn[], layout: PatternLayout): void {
  const at = rows.length++;
  for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
  for (const { column } of layout.outputs) rows.columns[column]![at] = 0;
}

/** Semi-join or, negated, anti-join with one pattern: EXISTS without running a sub-plan. */
export function probe(plan: Extract<Plan, { kind: "probe" }>, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const layout = layoutOf(plan.pattern, plan.input.variables, plan.input.variables, context.dataset);
  const lookup = createLookup(context.dataset, plan.pattern);
  const kept = keptColumns(plan.variables, plan.input.variables);
  const matches = createMatches();
  const rows = new RowBuffer(plan.variables.length);
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    rows.ensure(batch.length);
    for (let row = 0; row < batch.length; row++) {
      open(layout, batch, row, lookup, matches);
      let found = false;
      for (let i = matches.start; i < matches.end && !found; i++) found = passes(layout, matches, i, context.dataset);
      if (found === plan.negated) continue;
      const at = rows.length++;
      for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
    }
    return rows;
  };
}

/**
 * Patterns that give at most one value per row (functional predicates): array loads instead of index searches, all steps of a star or
 * chain in one pass over the batch.
 */
export function lookups(plan: Extract<Plan, { kind: "lookups" }>, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const names = [...plan.input.variables];
  const steps = plan.steps.map((step) => {
    const index = indexOf(context.dataset, step.graph);
    const values = (step.inverse ? index.inverseFunctionalColumn(step.predicate) : index.functionalColumn(step.predicate))!;
    const key = names.indexOf(step.key);
    const bound = step.target.kind === "variable" ? names.indexOf(step.target.name) : -1;
    const target = step.target.kind === "variable" && bound < 0 ? names.push(step.target.name) - 1 : -1;
    return { values, key, bound, target, id: step.target.kind === "id" ? step.target.id : 0, optional: step.optional };
  });
  const inputWidth = plan.input.variables.length;
  const kept = keptColumns(plan.variables, names);
  const rows = new RowBuffer(plan.variables.length);
  const scratch = new Uint32Array(names.length);
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    rows.ensure(batch.length);
    const columns = batch.columns;
    rowLoop: for (let row = 0; row < batch.length; row++) {
      for (let i = 0; i < inputWidth; i++) scratch[i] = columns[i]![row]!;
      for (let i = 0; i < steps.length; i++) {
        const step = steps[i]!;
        const key = scratch[step.key]!;
        const value = key < FIRST_LOCAL_ID ? (step.values[key] ?? 0) : 0;
        if (step.target >= 0) {
          if (value === 0 && !step.optional) continue rowLoop;
          scratch[step.target] = value;
        } else {
          const wanted = step.bound >= 0 ? scratch[step.bound]! : step.id;
          if (value !== wanted && !step.optional) continue rowLoop;
        }
      }
      const at = rows.length++;
      for (const { from, to } of kept) rows.columns[to]![at] = scratch[from]!;
    }
    return rows;
  };
}
