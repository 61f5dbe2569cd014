import type { Aggregate } from "../algebra/algebra.ts";
import { type AccumulatedAggregate, type Accumulator, createAccumulator } from "../expression/accumulator.ts";
import { compileExpression, type Evaluator } from "../expression/compile.ts";
import type { Plan } from "../plan/plan.ts";
import { BATCH_ROWS, type Batch, type Pull, RowBuffer } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import { KeyTable } from "./key-table.ts";
import { sumColumn } from "./sum-column.ts";

type Group = Extract<Plan, { kind: "group" }>;
/** Roughly what one accumulator of one group takes. */
const BYTES_PER_ACCUMULATOR = 100;

/** Adds a row to one aggregate of one group, and gives its result as a term id in the end. */
export interface AggregateColumn {
  add(batch: Batch, row: number, group: number): void;
  /** Adds a number of rows whose contents do not matter. */
  addAll?(rows: number, group: number): void;
  result(group: number): number;
}

/** GROUP BY on ids: a group is a number, counts live in typed arrays, and sums read each distinct term once. */
export function group(plan: Group, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const variables = plan.input.variables;
  const keyColumns = plan.keys.map(({ expression }) => idEvaluator(expression, variables, context));
  const groups = new KeyTable(plan.keys.length, 256);
  const positions = plan.keys.map((_, index) => index);
  const keyBuffer = new RowBuffer(plan.keys.length);
  const aggregates = plan.aggregates.map(({ aggregate }) => aggregateColumn(aggregate, plan, context));
  let finished = false;
  let next = 0;
  let accounted = 0;
  return (): Batch | undefined => {
    if (!finished) {
      const batch = input();
      if (batch !== undefined) {
        context.budget.check();
        addBatch(batch, keyColumns, keyBuffer, groups, positions, aggregates);
        const bytes = groups.bytes + groups.size * aggregates.length * BYTES_PER_ACCUMULATOR;
        if (bytes !== accounted) {
          context.budget.allocate(bytes - accounted);
          accounted = bytes;
        }
        return { length: 0, columns: plan.variables.map(() => new Uint32Array(0)) };
      }
      finished = true;
      // Without GROUP BY there is one group, even of nothing (18.5.1).
      if (plan.keys.length === 0 && groups.size === 0) groups.insert([], [], 0);
    }
    if (next >= groups.size) return undefined;
    const start = next;
    next = Math.min(groups.size, start + BATCH_ROWS);
    const width = plan.keys.length;
    const columns = plan.variables.map((name) => {
      const column = new Uint32Array(next - start);
      const key = plan.keys.findIndex((candidate) => candidate.variable === name);
      const aggregate = plan.aggregates.findIndex((candidate) => candidate.variable === name);
      for (let number = start; number < next; number++) {
        column[number - start] = key >= 0 ? groups.keys[number * width + key]! : aggregates[aggregate]!.result(number);
      }
      return column;
    });
    return { length: next - start, columns };
  };
}

function addBatch(
  batch: Batch,
  keyColumns: readonly IdEvaluator[],
  keyBuffer: RowBuffer,
  groups: KeyTable,
  positions: readonly number[],
  aggregates: readonly AggregateColumn[],
): void {
  if (keyColumns.length === 0 && batch.length > 0 && aggregates.every((aggregate) => aggregate.addAll !== undefined)) {
    const number = groups.insert([], [], 0);
    for (const aggregate of aggregates) aggregate.addAll!(batch.length, number);
    return;
  }
  keyBuffer.ensure(batch.length);
  for (let row = 0; row < batch.length; row++) {
    for (let i = 0; i < keyColumns.length; i++) keyBuffer.columns[i]![row] = keyColumns[i]!(batch.columns, row);
    const number = groups.insert(keyBuffer.columns, positions, row);
    for (const aggregate of aggregates) aggregate.add(batch, row, number);
  }
}

type IdEvaluator = (columns: readonly Uint32Array[], row: number) => number;

/** An expression as a term id, 0 for an error; plain variables skip the values. */
function idEvaluator(
  expression: Group["keys"][number]["expression"],
  variables: readonly string[],
  context: ExecutionContext,
): IdEvaluator {
  if (expression.kind === "variable") {
    const column = variables.indexOf(expression.name);
    return column < 0 ? () => 0 : (columns, row) => columns[column]![row]!;
  }
  const evaluate = compileExpression(expression, (name) => variables.indexOf(name), context.expressions);
  return (columns, row) => {
    const value = evaluate(columns, row);
    return value === undefined ? 0 : context.terms.idOfValue(value);
  };
}

function aggregateColumn(aggregate: Aggregate, plan: Group, context: ExecutionContext): AggregateColumn {
  const variables = plan.input.variables;
  if (aggregate.kind === "countAll") {
    return aggregate.distinct ? countDistinctRows(variables.length, context) : countRows(context);
  }
  if (aggregate.kind === "count" || aggregate.distinct) {
    const idOf = idEvaluator(aggregate.expression, variables, context);
    if (aggregate.kind === "count") return aggregate.distinct ? countDistinctIds(idOf, context) : countIds(idOf, context);
    return distinctAccumulators(aggregate as AccumulatedAggregate, idOf, context);
  }
  if ((aggregate.kind === "sum" || aggregate.kind === "avg") && aggregate.expression.kind === "variable") {
    const column = variables.indexOf(aggregate.expression.name);
    if (column >= 0) return sumColumn(aggregate.kind, column, context);
  }
  const evaluate = compileExpression(aggregate.expression, (name) => variables.indexOf(name), context.expressions);
  return accumulators(aggregate as AccumulatedAggregate, evaluate, context);
}

/** Counters that grow with the number of groups. */
class Counters {
  #values = new Float64Array(64);

  add(group: number, by: number): void {
    if (group >= this.#values.length) {
      const larger = new Float64Array(Math.max(group + 1, this.#values.length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[group]! += by;
  }

  get(group: number): number {
    return this.#values[group] ?? 0;
  }
}

/** Term id of an xsd:integer. */
export function integerId(value: number, context: ExecutionContext): number {
  return context.terms.idOfInteger(value);
}

function countRows(context: ExecutionContext): AggregateColumn {
  const counts = new Counters();
  return {
    add: (_, __, group) => counts.add(group, 1),
    addAll: (rows, group) => counts.add(group, rows),
    result: (group) => integerId(counts.get(group), context),
  };
}

function countIds(idOf: IdEvaluator, context: ExecutionContext): AggregateColumn {
  const counts = new Counters();
  return {
    add(batch, row, group) {
      if (idOf(batch.columns, row) !== 0) counts.add(group, 1);
    },
    result: (group) => integerId(counts.get(group), context),
  };
}

function countDistinctIds(idOf: IdEvaluator, context: ExecutionContext): AggregateColumn {
  return countTuples(1, context, (batch, row, tuple) => {
    const id = idOf(batch.columns, row);
    tuple[1]![0] = id;
    return id !== 0;
  });
}

/** COUNT(DISTINCT *): distinct rows. */
function countDistinctRows(width: number, context: ExecutionContext): AggregateColumn {
  return countTuples(width, context, (batch, row, tuple) => {
    for (let i = 0; i < width; i++) tuple[i + 1]![0] = batch.columns[i]![row]!;
    return true;
  });
}

/** Counts distinct tuples per group; `fill` writes a row's tuple behind the group number and says whether it counts. */
function countTuples(
  width: number,
  context: ExecutionContext,
  fill: (batch: Batch, row: number, tuple: readonly Uint32Array[]) => boolean,
): AggregateColumn {
  const counts = new Counters();
  const seen = new KeyTable(width + 1);
  const tuple = Array.from({ length: width + 1 }, () => new Uint32Array(1));
  const positions = tuple.map((_, index) => index);
  let accounted = 0;
  return {
    add(batch, row, group) {
      tuple[0]![0] = group;
      if (!fill(batch, row, tuple)) return;
      const size = seen.size;
      if (seen.insert(tuple, positions, 0) === size) counts.add(group, 1);
      if (seen.bytes !== accounted) {
        context.budget.allocate(seen.bytes - accounted);
        accounted = seen.bytes;
      }
    },
    result: (group) => integerId(counts.get(group), context),
  };
}

function accumulators(aggregate: AccumulatedAggregate, evaluate: Evaluator, context: ExecutionContext): AggregateColumn {
  const groups: Accumulator[] = [];
  return {
    add(batch, row, group) {
      while (groups.length <= group) groups.push(createAccumulator(aggregate));
      groups[group]!.add(evaluate(batch.columns, row));
    },
    result: (group) => resultId(groups[group] ?? createAccumulator(aggregate), context),
  };
}

function distinctAccumulators(aggregate: AccumulatedAggregate, idOf: IdEvaluator, context: ExecutionContext): AggregateColumn {
  const groups: Accumulator[] = [];
  const seen = new KeyTable(2);
  const pair = [new Uint32Array(1), new Uint32Array(1)];
  return {
    add(batch, row, group) {
      while (groups.length <= group) groups.push(createAccumulator(aggregate));
      const id = idOf(batch.columns, row);
      pair[0]![0] = group;
      pair[1]![0] = id;
      const size = seen.size;
      if (seen.insert(pair, [0, 1], 0) !== size) return;
      groups[group]!.add(id === 0 ? undefined : context.terms.valueOf(id));
    },
    result: (group) => resultId(groups[group] ?? createAccumulator(aggregate), context),
  };
}

function resultId(accumulator: Accumulator, context: ExecutionContext): number {
  const value = accumulator.result();
  return value === undefined ? 0 : context.terms.idOfValue(value);
}
