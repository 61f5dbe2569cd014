import { orderValues } from "../expression/compare.ts";
import { compileExpression } from "../expression/compile.ts";
import type { Value } from "../expression/value.ts";
import type { Plan } from "../plan/plan.ts";
import { BATCH_ROWS, type Batch, type Pull } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import { materialise } from "./rows.ts";

type OrderBy = Extract<Plan, { kind: "orderBy" }>;

/** Sort keys of one comparator as numbers that sort like the values. */
interface SortKey {
  readonly ranks: Float64Array;
  readonly sign: 1 | -1;
}

/**
 * ORDER BY: the distinct values of each key are sorted once and the rows by rank, so that a row comparison is two array loads.
 * With a LIMIT behind it only the first rows are put in full order (quick-select, then a sort of what remains).
 */
export function orderBy(plan: OrderBy, context: ExecutionContext): Pull {
  const { table, done } = materialise(plan.input, context);
  let order: Uint32Array | undefined;
  let start = 0;
  return (): Batch | undefined => {
    if (order === undefined) {
      if (!done()) return { length: 0, columns: table.columns };
      order = sortRows(plan, table, context);
    }
    if (start >= order.length) return undefined;
    const rows = order.subarray(start, Math.min(order.length, start + BATCH_ROWS));
    start += rows.length;
    return { length: rows.length, columns: table.columns.map((column) => Uint32Array.from(rows, (row) => column[row]!)) };
  };
}

function sortRows(plan: OrderBy, table: Batch, context: ExecutionContext): Uint32Array {
  context.budget.allocate(table.length * (4 + 8 * plan.comparators.length));
  const keys = plan.comparators.map(({ expression, descending }): SortKey => {
    const ranks =
      expression.kind === "variable"
        ? rankColumn(table, plan.input.variables.indexOf(expression.name), context)
        : rankValues(
            table,
            compileExpression(expression, (name) => plan.input.variables.indexOf(name), context.expressions),
          );
    return { ranks, sign: descending ? -1 : 1 };
  });
  const rows = new Uint32Array(table.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  const compare = (a: number, b: number): number => {
    for (const { ranks, sign } of keys) {
      const difference = ranks[a]! - ranks[b]!;
      if (difference !== 0) return difference * sign;
    }
    return a - b;
  };
  context.budget.check();
  if (plan.top !== undefined && plan.top * 4 < rows.length) {
    selectFirst(rows, plan.top, compare);
    return rows.subarray(0, plan.top).sort(compare);
  }
  return rows.sort(compare);
}

/** Ranks of the ids in a column: each distinct id is looked at once. */
function rankColumn(table: Batch, column: number, context: ExecutionContext): Float64Array {
  const ranks = new Float64Array(table.length);
  if (column < 0) return ranks;
  const ids = table.columns[column]!;
  const rankOf = new Map<number, number>();
  for (let row = 0; row < table.length; row++) rankOf.set(ids[row]!, 0);
  const entries = [...rankOf.keys()].map((id): readonly [number, Value | undefined] => [
    id,
    id === 0 ? undefined : context.terms.valueOf(id),
  ]);
  entries.sort((a, b) => orderValues(a[1], b[1]));
  let rank = 0;
  entries.forEach(([id, value], index) => {
    if (index > 0 && orderValues(entries[index - 1]![1], value) !== 0) rank = index;
    rankOf.set(id, rank);
  });
  for (let row = 0; row < table.length; row++) ranks[row] = rankOf.get(ids[row]!)!;
  return ranks;
}

function rankValues(table: Batch, evaluate: (columns: readonly Uint32Array[], row: number) => Value | undefined): Float64Array {
  const results: (Value | undefined)[] = [];
  for (let row = 0; row < table.length; row++) results.push(evaluate(table.columns, row));
  const rows = results.map((_, row) => row).sort((a, b) => orderValues(results[a], results[b]));
  const ranks = new Float64Array(table.length);
  let rank = 0;
  rows.forEach((row, index) => {
    if (index > 0 && orderValues(results[rows[index - 1]!], results[row]) !== 0) rank = index;
    ranks[row] = rank;
  });
  return ranks;
}

/** Moves the `count` smallest rows to the front, in any order (Hoare's quick-select; middle element as pivot). */
function selectFirst(rows: Uint32Array, count: number, compare: (a: number, b: number) => number): void {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const pivot = rows[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (compare(rows[i]!, pivot) < 0) i++;
      while (compare(rows[j]!, pivot) > 0) j--;
      if (i <= j) {
        const swap = rows[i]!;
        rows[i++] = rows[j]!;
        rows[j--] = swap;
      }
    }
    if (count - 1 <= j) high = j;
    else if (count - 1 >= i) low = i;
    else return;
  }
}
