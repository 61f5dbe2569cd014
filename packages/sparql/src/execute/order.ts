import { Datatype, TermFlag } from "@chancery/rdf";
import type { Expression } from "../algebra/expression.ts";
import { orderValues } from "../expression/compare.ts";
import { compileExpression } from "../expression/compile.ts";
import type { Value } from "../expression/value.ts";
import type { Plan } from "../plan/plan.ts";
import { BATCH_ROWS, type Batch, type Pull } from "./batch.ts";
import type { Budget } from "./budget.ts";
import type { ExecutionContext } from "./context.ts";
import { materialise } from "./rows.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

type OrderBy = Extract<Plan, { kind: "orderBy" }>;

/** Compares two rows by one key, ascending. */
type RowOrder = (a: number, b: number) => number;

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
  const isPartial = plan.top !== undefined && plan.top * 4 < table.length;
  const orders = plan.comparators.map(({ expression, descending }): RowOrder => {
    const ascending = orderOf(expression, plan.input.variables, table, isPartial, context);
    return descending ? (a, b) => -ascending(a, b) : ascending;
  });
  const rows = new Uint32Array(table.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  const compare = (a: number, b: number): number => {
    // A sort of millions takes seconds: the clock is looked at on the way.
    context.budget.step();
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  context.budget.check();
  if (isPartial) {
    selectFirst(rows, plan.top!, compare);
    return rows.subarray(0, plan.top!).sort(compare);
  }
  return rows.sort(compare);
}

/**
 * The order of one key. Numbers and dates of one kind are compared by the dictionary's number column. Otherwise a full sort ranks the
 * distinct values once, while a selection of the first rows compares few and looks values up as it goes.
 */
function orderOf(
  expression: Expression,
  variables: readonly string[],
  table: Batch,
  isPartial: boolean,
  context: ExecutionContext,
): RowOrder {
  if (expression.kind !== "variable")
    return byRank(
      rankValues(
        table,
        compileExpression(expression, (name) => variables.indexOf(name), context.expressions),
        context.budget,
      ),
    );
  const column = variables.indexOf(expression.name);
  if (column < 0) return () => 0;
  const ids = table.columns[column]!;
  const numbers = numbersOf(ids, table.length, context);
  if (numbers !== undefined) return byRank(numbers);
  if (!isPartial) return byRank(rankColumn(table, column, context));
  const { terms } = context;
  return (a, b) => {
    const x = ids[a]!;
    const y = ids[b]!;
    if (x === y) return 0;
    return orderValues(x === 0 ? undefined : terms.valueOf(x), y === 0 ? undefined : terms.valueOf(y));
  };
}

function byRank(ranks: Float64Array): RowOrder {
  return (a, b) => {
    const x = ranks[a]!;
    const y = ranks[b]!;
    return x < y ? -1 : x > y ? 1 : 0;
  };
}

/** The number column where it orders all ids as ORDER BY does: exact numbers only, or dates of one type that all have or all lack a timezone. */
function numbersOf(ids: Uint32Array, length: number, context: ExecutionContext): Float64Array | undefined {
  const { datatypes, values, flags } = context.terms.dictionary.columns;
  const bad = TermFlag.illTyped | TermFlag.inexact;
  const numbers = new Float64Array(length);
  let kind = -1;
  for (let row = 0; row < length; row++) {
    const id = ids[row]!;
    if (id === 0) {
      numbers[row] = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (id >= FIRST_LOCAL_ID || (flags[id]! & bad) !== 0) return undefined;
    const datatype = datatypes[id]!;
    const isNumber = datatype >= Datatype.decimal && datatype <= Datatype.unsignedByte;
    if (!isNumber && datatype !== Datatype.date && datatype !== Datatype.dateTime) return undefined;
    const own = isNumber ? 0 : datatype * 256 + (flags[id]! & TermFlag.timezone);
    if (kind === -1) kind = own;
    else if (kind !== own) return undefined;
    numbers[row] = values[id]!;
  }
  return numbers;
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
  entries.sort((a, b) => {
    context.budget.step();
    return orderValues(a[1], b[1]);
  });
  let rank = 0;
  entries.forEach(([id, value], index) => {
    if (index > 0 && orderValues(entries[index - 1]![1], value) !== 0) rank = index;
    rankOf.set(id, rank);
  });
  for (let row = 0; row < table.length; row++) ranks[row] = rankOf.get(ids[row]!)!;
  return ranks;
}

function rankValues(
  table: Batch,
  evaluate: (columns: readonly Uint32Array[], row: number) => Value | undefined,
  budget: Budget,
): Float64Array {
  const results: (Value | undefined)[] = [];
  for (let row = 0; row < table.length; row++) {
    budget.step();
    results.push(evaluate(table.columns, row));
  }
  const rows = results
    .map((_, row) => row)
    .sort((a, b) => {
      budget.step();
      return orderValues(results[a], results[b]);
    });
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
