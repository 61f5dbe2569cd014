import type { Expression } from "../algebra/expression.ts";
import { expressionVariables } from "../algebra/scope.ts";
import { compileExpression, isVolatile } from "../expression/compile.ts";
import { effectiveBoolean } from "../expression/value.ts";
import type { Plan } from "../plan/plan.ts";
import { type Batch, columnsOf, type Pull, pullTable, RowBuffer, Table } from "./batch.ts";
import { compareColumn } from "./compare-column.ts";
import type { ExecutionContext } from "./context.ts";
import { keptColumns } from "./index-join.ts";
import { KeyTable } from "./key-table.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";
import { textColumn } from "./text-column.ts";

type PlanOf<Kind extends Plan["kind"]> = Extract<Plan, { kind: Kind }>;
type RowTest = (columns: readonly Uint32Array[], row: number) => boolean;

/** One row without columns. */
export function unitRow(): Pull {
  let done = false;
  return () => {
    if (done) return undefined;
    done = true;
    return { length: 1, columns: [] };
  };
}

export function filter(plan: PlanOf<"filter">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const tests = plan.expressions.map((expression) => createTest(expression, plan.input.variables, context));
  const kept = keptColumns(plan.variables, plan.input.variables);
  const rows = new RowBuffer(plan.variables.length);
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    rows.ensure(batch.length);
    rowLoop: for (let row = 0; row < batch.length; row++) {
      context.expressions.solution++;
      for (const test of tests) if (!test(batch.columns, row)) continue rowLoop;
      const at = rows.length++;
      for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
    }
    return rows;
  };
}

const UNKNOWN = 0;
const PASSES = 1;
const FAILS = 2;

/** A filter's test; over a single variable the answer is kept per term id, so that each distinct value is evaluated once. */
function createTest(expression: Expression, variables: readonly string[], context: ExecutionContext): RowTest {
  const evaluate = compileExpression(expression, (name) => variables.indexOf(name), context.expressions);
  const test: RowTest = (columns, row) => effectiveBoolean(evaluate(columns, row)) === true;
  const names = [...expressionVariables(expression)];
  const column = names.length === 1 ? variables.indexOf(names[0]!) : -1;
  if (column < 0 || isVolatile(expression)) return test;
  const { dictionary } = context.terms;
  const fromColumn = compareColumn(expression, dictionary.columns) ?? textColumn(expression, dictionary);
  if (fromColumn !== undefined) {
    return (columns, row) => {
      const id = columns[column]![row]!;
      return (id < FIRST_LOCAL_ID ? fromColumn(id) : undefined) ?? test(columns, row);
    };
  }
  let known = new Uint8Array(0);
  let rows = 0;
  return (columns, row) => {
    const id = columns[column]![row]!;
    if (id >= FIRST_LOCAL_ID) return test(columns, row);
    // A short input is not worth an array of the dictionary's size.
    if (rows < 512) {
      rows++;
      return test(columns, row);
    }
    if (id >= known.length) {
      const larger = new Uint8Array(Math.max(id, context.terms.dictionary.size) + 1);
      context.budget.allocate(larger.length - known.length);
      larger.set(known);
      known = larger;
    }
    if (known[id] === UNKNOWN) known[id] = test(columns, row) ? PASSES : FAILS;
    return known[id] === PASSES;
  };
}

/** Adds a column that counts the rows from 1. */
export function numberRows(plan: PlanOf<"number">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const from = columnsOf(plan.variables, plan.input.variables);
  let next = 1;
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    const numbers = new Uint32Array(batch.length);
    for (let row = 0; row < batch.length; row++) numbers[row] = next++;
    return { length: batch.length, columns: from.map((column) => (column < 0 ? numbers : batch.columns[column]!)) };
  };
}

/** BIND and select expressions; an error leaves the variable unbound. */
export function extend(plan: PlanOf<"extend">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const names = [...plan.input.variables];
  const bindings = plan.bindings.map(({ variable, expression }) => {
    const before = [...names];
    const target = names.push(variable) - 1;
    if (expression.kind === "variable") return { target, source: before.indexOf(expression.name), compute: undefined };
    const evaluate = compileExpression(expression, (name) => before.indexOf(name), context.expressions);
    const compute = (columns: readonly Uint32Array[], row: number): number => {
      const value = evaluate(columns, row);
      return value === undefined ? 0 : context.terms.idOfValue(value);
    };
    const used = [...expressionVariables(expression)];
    const column = used.length === 1 ? before.indexOf(used[0]!) : -1;
    return { target, source: -1, compute: column < 0 || isVolatile(expression) ? compute : memoised(compute, column) };
  });
  const inputWidth = plan.input.variables.length;
  const from = columnsOf(plan.variables, names);
  const rows = new RowBuffer(names.length - inputWidth);
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    rows.ensure(batch.length);
    const columns = [...batch.columns, ...rows.columns];
    for (let row = 0; row < batch.length; row++) {
      context.expressions.solution++;
      for (const { target, source, compute } of bindings) {
        const id = compute === undefined ? (source < 0 ? 0 : columns[source]![row]!) : compute(columns, row);
        columns[target]![row] = id;
      }
    }
    rows.length = batch.length;
    return { length: batch.length, columns: from.map((column) => columns[column]!) };
  };
}

/** Remembers results per id of the one variable the expression depends on. */
function memoised(
  compute: (columns: readonly Uint32Array[], row: number) => number,
  column: number,
): (columns: readonly Uint32Array[], row: number) => number {
  const known = new Map<number, number>();
  return (columns, row) => {
    const id = columns[column]![row]!;
    let result = known.get(id);
    if (result === undefined) {
      result = compute(columns, row);
      if (known.size < 1_000_000) known.set(id, result);
    }
    return result;
  };
}

export function union(plan: PlanOf<"union">, context: ExecutionContext): Pull {
  let next = 0;
  let current: Pull | undefined;
  let from: readonly number[] = [];
  let unbound = new Uint32Array(0);
  return () => {
    for (;;) {
      if (current === undefined) {
        const input = plan.inputs[next++];
        if (input === undefined) return undefined;
        current = context.execute(input);
        from = columnsOf(plan.variables, input.variables);
      }
      const batch = current();
      if (batch !== undefined) {
        if (batch.length > unbound.length && from.includes(-1)) unbound = new Uint32Array(batch.length);
        return { length: batch.length, columns: from.map((column) => (column < 0 ? unbound : batch.columns[column]!)) };
      }
      current = undefined;
    }
  };
}

export function values(plan: PlanOf<"values">): Pull {
  const columns = plan.variables.map((_, column) => Uint32Array.from(plan.table, (row) => row[column]!));
  return pullTable({ length: plan.table.length, columns });
}

export function project(plan: PlanOf<"project">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const from = columnsOf(plan.variables, plan.input.variables);
  let unbound = new Uint32Array(0);
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    if (batch.length > unbound.length && from.includes(-1)) unbound = new Uint32Array(batch.length);
    return { length: batch.length, columns: from.map((column) => (column < 0 ? unbound : batch.columns[column]!)) };
  };
}

export function distinct(plan: PlanOf<"distinct">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const positions = columnsOf(plan.variables, plan.input.variables);
  const keys = new KeyTable(positions.length);
  const rows = new RowBuffer(plan.variables.length);
  let accounted = 0;
  return () => {
    const batch = input();
    if (batch === undefined) return undefined;
    context.budget.check();
    rows.reset();
    rows.ensure(batch.length);
    // Without columns all rows are the same: one is left.
    const length = positions.length === 0 ? Math.min(batch.length, 1) : batch.length;
    for (let row = 0; row < length; row++) {
      const size = keys.size;
      if (keys.insert(batch.columns, positions, row) !== size) continue;
      const at = rows.length++;
      for (let i = 0; i < positions.length; i++) rows.columns[i]![at] = batch.columns[positions[i]!]![row]!;
    }
    if (keys.bytes !== accounted) {
      context.budget.allocate(keys.bytes - accounted);
      accounted = keys.bytes;
    }
    return rows;
  };
}

export function slice(plan: PlanOf<"slice">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  let skip = plan.offset;
  let left = plan.limit ?? Number.POSITIVE_INFINITY;
  return () => {
    if (left <= 0) return undefined;
    const batch = input();
    if (batch === undefined) return undefined;
    const start = Math.min(skip, batch.length);
    skip -= start;
    const end = Math.min(batch.length, start + left);
    left -= end - start;
    if (start === 0 && end === batch.length) return batch;
    return { length: end - start, columns: batch.columns.map((column) => column.subarray(start, end)) };
  };
}

/** Takes triple terms apart: binds or checks the three parts. */
export function destructure(plan: PlanOf<"destructure">, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const term = plan.input.variables.indexOf(plan.term);
  const parts = plan.parts.map((slot, index) => ({
    id: slot.kind === "id" ? slot.id : 0,
    bound: slot.kind === "variable" ? plan.input.variables.indexOf(slot.name) : -1,
    target: slot.kind === "variable" ? plan.variables.indexOf(slot.name) : -1,
    // A variable that stands twice among the parts must have one value.
    same: slot.kind === "variable" ? plan.parts.findIndex((other) => other.kind === "variable" && other.name === slot.name) : index,
  }));
  const kept = keptColumns(plan.variables, plan.input.variables);
  const rows = new RowBuffer(plan.variables.length);
  return () => {
    const batch: Batch | undefined = input();
    if (batch === undefined) return undefined;
    rows.reset();
    rows.ensure(batch.length);
    rowLoop: for (let row = 0; row < batch.length; row++) {
      const components = context.terms.componentsOf(batch.columns[term]![row]!);
      if (components === undefined) continue;
      const at = rows.length;
      for (const { from, to } of kept) rows.columns[to]![at] = batch.columns[from]![row]!;
      for (let i = 0; i < 3; i++) {
        const part = parts[i]!;
        const value = components[i]!;
        if (part.id !== 0 && part.id !== value) continue rowLoop;
        if (part.bound >= 0 && batch.columns[part.bound]![row] !== value) continue rowLoop;
        if (components[part.same] !== value) continue rowLoop;
        if (part.bound < 0 && part.target >= 0) rows.columns[part.target]![at] = value;
      }
      rows.length++;
    }
    return rows;
  };
}

/** Reads a whole input into memory. */
export function materialise(plan: Plan, context: ExecutionContext): { readonly table: Table; readonly done: () => boolean } {
  const input = context.execute(plan);
  const table = new Table(plan.variables.length);
  const all = plan.variables.map((_, column) => column);
  return {
    table,
    done: () => {
      const batch = input();
      if (batch === undefined) return true;
      context.budget.check();
      const before = table.bytes;
      table.append(batch, all);
      if (table.bytes !== before) context.budget.allocate(table.bytes - before);
      return false;
    },
  };
}
