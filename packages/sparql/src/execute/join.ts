import { Datatype, dataFactory } from "@chancery/rdf";
import { compileExpression } from "../expression/compile.ts";
import { datatypeNode, effectiveBoolean } from "../expression/value.ts";
import type { Plan } from "../plan/plan.ts";
import { type Batch, columnsOf, type Pull, RowBuffer, Table } from "./batch.ts";
import { boundMask, CompatibleRows, RowList } from "./compatible-rows.ts";
import type { ExecutionContext } from "./context.ts";
import { KeyTable } from "./key-table.ts";

type Join = Extract<Plan, { kind: "join" }>;
type Seeded = Exclude<Join["right"], Plan>;

/**
 * Joins of every mode: the right side is held as hash tables, the left side streams. A seeded right side is run once per chunk of left
 * rows on the distinct values it needs (sideways information passing), an independent one once altogether.
 */
export function joinRows(plan: Join, context: ExecutionContext): Pull {
  const left = context.execute(plan.left);
  const prober = createProber(plan, context);
  if (!("variants" in plan.right)) {
    const right = plan.right;
    let rows: CompatibleRows | undefined;
    return () => {
      rows ??= collect(right, plan, context);
      const pending = prober.next();
      if (pending !== undefined) return pending;
      const batch = left();
      if (batch === undefined) return undefined;
      context.budget.check();
      prober.start(batch, () => rows!);
      return prober.next() ?? emptyBatch(plan.variables.length);
    };
  }
  const seeded = plan.right;
  const chunks = chunkLeft(left, plan.left.variables.length);
  return () => {
    const pending = prober.next();
    if (pending !== undefined) return pending;
    const chunk = chunks();
    if (chunk === undefined) return undefined;
    if (chunk.length === 0) return emptyBatch(plan.variables.length);
    context.budget.check();
    prober.start(chunk, runSeeded(plan, seeded, chunk, context));
    return prober.next() ?? emptyBatch(plan.variables.length);
  };
}

function emptyBatch(width: number): Batch {
  return { length: 0, columns: Array.from({ length: width }, () => new Uint32Array(0)) };
}

/** Left rows in chunks that grow, so that a LIMIT sees its first rows early and a long input starts the right side seldom. */
function chunkLeft(left: Pull, width: number): Pull {
  const all = Array.from({ length: width }, (_, column) => column);
  let wanted = 256;
  let table = new Table(width);
  let ended = false;
  return () => {
    if (ended) return undefined;
    for (;;) {
      const batch = left();
      if (batch === undefined) {
        ended = true;
        return table.length === 0 ? undefined : table;
      }
      if (batch.length === 0) return table.length === 0 ? batch : { length: 0, columns: batch.columns };
      table.append(batch, all);
      if (table.length >= wanted) {
        const full = table;
        table = new Table(width);
        wanted = Math.min(wanted * 4, 65_536);
        return full;
      }
    }
  };
}

function collect(right: Plan, plan: Join, context: ExecutionContext): CompatibleRows {
  const table = new Table(right.variables.length);
  const all = right.variables.map((_, column) => column);
  const pull = context.execute(right);
  for (let batch = pull(); batch !== undefined; batch = pull()) {
    const before = table.bytes;
    table.append(batch, all);
    if (table.bytes !== before) context.budget.allocate(table.bytes - before);
    context.budget.check();
  }
  return new CompatibleRows(table, columnsOf(plan.keys, right.variables), columnsOf(plan.maybeKeys, right.variables), context.budget);
}

/** The right side's rows for each left row of a chunk. */
function runSeeded(plan: Join, seeded: Seeded, chunk: Batch, context: ExecutionContext): (row: number) => CompatibleRows {
  const maybe = columnsOf(seeded.maybeSeed, plan.left.variables);
  const byMask = new Map<number, CompatibleRows>();
  const rowsFor = (mask: number): CompatibleRows => {
    const variant = seeded.variants.find((candidate) => candidate.mask === mask)!;
    const positions = columnsOf(variant.variables, plan.left.variables);
    const keys = new KeyTable(positions.length);
    const table = new Table(positions.length);
    for (let row = 0; row < chunk.length; row++) {
      if (maybe.length > 0 && boundMask(chunk, maybe, row) !== mask) continue;
      const size = keys.size;
      if (keys.insert(chunk.columns, positions, row) === size) table.appendRow(chunk, row, positions);
    }
    const outer = context.seeds.get(seeded.seed);
    context.seeds.set(seeded.seed, table);
    const rows = collect(variant.plan, plan, context);
    if (outer !== undefined) context.seeds.set(seeded.seed, outer);
    return rows;
  };
  return (row) => {
    const mask = maybe.length === 0 ? 0 : boundMask(chunk, maybe, row);
    let rows = byMask.get(mask);
    if (rows === undefined) {
      rows = rowsFor(mask);
      byMask.set(mask, rows);
    }
    return rows;
  };
}

interface Prober {
  start(batch: Batch, rowsFor: (row: number) => CompatibleRows): void;
  /** The next output batch; `undefined` when the left batch is used up. */
  next(): Batch | undefined;
}

function createProber(plan: Join, context: ExecutionContext): Prober {
  const rightVariables = "variants" in plan.right ? (plan.right.variants[0]?.plan.variables ?? []) : plan.right.variables;
  const fromLeft = columnsOf(plan.variables, plan.left.variables);
  const fromRight = columnsOf(plan.variables, rightVariables);
  const leftKeys = columnsOf(plan.keys, plan.left.variables);
  const leftMaybe = columnsOf(plan.maybeKeys, plan.left.variables);
  const isEager = plan.mode === "inner" || plan.mode === "left";
  const conditionPasses = compileCondition(plan, rightVariables, context);
  // Only for MINUS: bits of maybeKeys that count as common, unless a certain key does already.
  const certainCommon = plan.keys.some((name) => !plan.ignored.includes(name));
  const common =
    plan.mode === "minus" && !certainCommon
      ? plan.maybeKeys.reduce((mask, name, bit) => (plan.ignored.includes(name) ? mask : mask | (1 << bit)), 0)
      : 0;
  const neverCommon = plan.mode === "minus" && !certainCommon && common === 0;
  const found = new RowList();
  const rows = new RowBuffer(plan.variables.length);
  const markColumn = plan.mark === undefined ? -1 : plan.variables.indexOf(plan.mark);
  const marks =
    plan.mark === undefined
      ? [0, 0]
      : ["false", "true"].map((text) => context.terms.idOf(dataFactory.literal(text, datatypeNode(Datatype.boolean))));
  let batch: Batch | undefined;
  let rowsFor: (row: number) => CompatibleRows = () => {
    throw new TypeError("start comes first");
  };
  let row = 0;
  let match = 0;
  let matched = false;

  const copyLeft = (at: number): void => {
    for (let i = 0; i < fromLeft.length; i++) rows.columns[i]![at] = fromLeft[i]! < 0 ? 0 : batch!.columns[fromLeft[i]!]![row]!;
  };
  const copyBoth = (at: number, table: Table, rightRow: number): void => {
    for (let i = 0; i < fromLeft.length; i++) {
      const left = fromLeft[i]! < 0 ? 0 : batch!.columns[fromLeft[i]!]![row]!;
      rows.columns[i]![at] = left !== 0 || fromRight[i]! < 0 ? left : table.columns[fromRight[i]!]![rightRow]!;
    }
  };
  const isMatched = (right: CompatibleRows): boolean => {
    if (neverCommon) return false;
    const count = right.find(batch!, row, leftKeys, leftMaybe, common, found);
    if (conditionPasses === undefined) return count > 0;
    for (let i = 0; i < count; i++) if (conditionPasses(batch!, row, right.table, found.rows[i]!)) return true;
    return false;
  };

  return {
    start(next, rowsOf) {
      batch = next;
      rowsFor = rowsOf;
      row = 0;
      match = 0;
      matched = false;
      found.length = 0;
      if (isEager && batch.length > 0) rowsFor(0).find(batch, 0, leftKeys, leftMaybe, 0, found);
    },
    next() {
      if (batch === undefined) return undefined;
      rows.reset();
      if (!isEager) {
        for (; row < batch.length; row++) {
          if (rows.isFull) return rows;
          const isFound = isMatched(rowsFor(row));
          if (plan.mode === "semi" ? !isFound : plan.mode !== "mark" && isFound) continue;
          const at = rows.length++;
          copyLeft(at);
          if (markColumn >= 0) rows.columns[markColumn]![at] = marks[isFound ? 1 : 0]!;
        }
        batch = undefined;
        return rows;
      }
      for (;;) {
        if (row >= batch.length) {
          batch = undefined;
          return rows;
        }
        const table = rowsFor(row).table;
        for (; match < found.length; match++) {
          if (rows.isFull) return rows;
          context.budget.step();
          const rightRow = found.rows[match]!;
          if (conditionPasses !== undefined && !conditionPasses(batch, row, table, rightRow)) continue;
          copyBoth(rows.length++, table, rightRow);
          matched = true;
        }
        if (!matched && plan.mode === "left") {
          if (rows.isFull) return rows;
          copyLeft(rows.length++);
        }
        row++;
        match = 0;
        matched = false;
        if (row < batch.length) rowsFor(row).find(batch, row, leftKeys, leftMaybe, 0, found);
      }
    },
  };
}

/** The condition of an OPTIONAL, on one left and one right row. */
function compileCondition(
  plan: Join,
  rightVariables: readonly string[],
  context: ExecutionContext,
): ((left: Batch, leftRow: number, right: Batch, rightRow: number) => boolean) | undefined {
  if (plan.condition === undefined) return undefined;
  const names = [...new Set([...plan.left.variables, ...rightVariables])];
  const fromLeft = columnsOf(names, plan.left.variables);
  const fromRight = columnsOf(names, rightVariables);
  const scratch = names.map(() => new Uint32Array(1));
  const evaluate = compileExpression(plan.condition, (name) => names.indexOf(name), context.expressions);
  return (left, leftRow, right, rightRow) => {
    for (let i = 0; i < names.length; i++) {
      const value = fromLeft[i]! < 0 ? 0 : left.columns[fromLeft[i]!]![leftRow]!;
      scratch[i]![0] = value !== 0 || fromRight[i]! < 0 ? value : right.columns[fromRight[i]!]![rightRow]!;
    }
    return effectiveBoolean(evaluate(scratch, 0)) === true;
  };
}
