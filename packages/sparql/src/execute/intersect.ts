import type { Plan } from "../plan/plan.ts";
import { type Batch, type Pull, RowBuffer } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import { keptColumns, open } from "./index-join.ts";
import { createLookup, createMatches, layoutOf, type Matches, type Position } from "./matches.ts";

interface List {
  readonly values: Uint32Array;
  position: number;
  readonly end: number;
}

/**
 * One variable of a worst-case-optimal join (Ngo, Porat, Ré, Rudra 2012; leapfrog: Veldhuizen 2014): every pattern that has no other
 * unbound variable gives a sorted list of candidates, and only their intersection is enumerated, so that no intermediate result is
 * larger than the smallest list.
 */
export function intersect(plan: Extract<Plan, { kind: "intersect" }>, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const patterns = plan.patterns.map((pattern) => {
    const layout = layoutOf(pattern, plan.input.variables, [...plan.input.variables, plan.variable], context.dataset);
    return { layout, lookup: createLookup(context.dataset, pattern), position: layout.outputs[0]!.position, matches: createMatches() };
  });
  const kept = keptColumns(plan.variables, plan.input.variables);
  const target = plan.variables.indexOf(plan.variable);
  const rows = new RowBuffer(plan.variables.length);
  let batch: Batch | undefined;
  let row = -1;
  let lists: List[] = [];
  return () => {
    rows.reset();
    if (batch === undefined) {
      batch = input();
      if (batch === undefined) return undefined;
      context.budget.check();
      row = -1;
      lists = [];
    }
    for (;;) {
      for (let value = nextCommon(lists); value !== 0; value = nextCommon(lists)) {
        const at = rows.length++;
        for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
        if (target >= 0) rows.columns[target]![at] = value;
        if (rows.isFull) return rows;
      }
      row++;
      if (row >= batch.length) {
        batch = undefined;
        return rows;
      }
      context.budget.step();
      lists = [];
      for (const { layout, lookup, position, matches } of patterns) {
        open(layout, batch, row, lookup, matches);
        if (matches.start >= matches.end) {
          lists = [];
          break;
        }
        lists.push(listOf(matches, position));
      }
    }
  };
}

function listOf(matches: Matches, position: Position): List {
  return { values: matches[position]!, position: matches.start, end: matches.end };
}

/** The next value that all lists hold, 0 at the end; moves past it. Lists are sorted without duplicates. */
function nextCommon(lists: readonly List[]): number {
  const [first] = lists;
  if (first === undefined) return 0;
  if (first.position >= first.end) return 0;
  let candidate = first.values[first.position]!;
  let agreeing = 1;
  let turn = 1;
  while (agreeing < lists.length) {
    const list = lists[turn]!;
    seek(list, candidate);
    if (list.position >= list.end) {
      first.position = first.end;
      return 0;
    }
    const value = list.values[list.position]!;
    if (value === candidate) {
      agreeing++;
    } else {
      candidate = value;
      agreeing = 1;
    }
    turn = turn + 1 === lists.length ? 0 : turn + 1;
  }
  for (const list of lists) list.position++;
  return candidate;
}

/** Moves to the first entry that is at least `value`: doubling steps, then binary search. */
function seek(list: List, value: number): void {
  const { values, end } = list;
  let low = list.position;
  if (low >= end || values[low]! >= value) return;
  let step = 1;
  while (low + step < end && values[low + step]! < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  low++;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  list.position = low;
}
