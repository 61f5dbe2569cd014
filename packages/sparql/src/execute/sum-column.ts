import { Datatype, isIntegerDatatype, TermFlag } from "@chancery/rdf";
import { type Accumulator, createAccumulator } from "../expression/accumulator.ts";
import { calculate } from "../expression/arithmetic.ts";
import { addExact, type Exact } from "../expression/number.ts";
import { decimalValue, integerValue, type Result } from "../expression/value.ts";
import type { Batch } from "./batch.ts";
import type { ExecutionContext } from "./context.ts";
import type { AggregateColumn } from "./group.ts";
import { exactOf } from "./stored-value.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

/** Running sum of one group, in safe integers of one scale; what does not fit goes to `rest`. */
interface Sum {
  digits: number;
  scale: number;
  count: number;
  isDecimal: boolean;
  /** Exact sum of what left the safe range or had another scale. */
  exact: Exact | undefined;
  /** Floats, computed numbers, and what is no number at all. */
  rest: Accumulator | undefined;
}

/** SUM and AVG of a plain variable: integers and decimals are read from the number column, no value object is made. */
export function sumColumn(kind: "sum" | "avg", column: number, context: ExecutionContext): AggregateColumn {
  const { datatypes, values, flags } = context.terms.dictionary.columns;
  const bad = TermFlag.illTyped | TermFlag.inexact;
  const sums: Sum[] = [];
  return {
    add(batch: Batch, row: number, group: number): void {
      while (sums.length <= group) sums.push({ digits: 0, scale: 0, count: 0, isDecimal: false, exact: undefined, rest: undefined });
      const sum = sums[group]!;
      const id = batch.columns[column]![row]!;
      const datatype = id < FIRST_LOCAL_ID && id !== 0 ? datatypes[id]! : Datatype.none;
      if (datatype >= Datatype.decimal && datatype <= Datatype.unsignedByte && (flags[id]! & bad) === 0) {
        const number = values[id]!;
        sum.count++;
        if (isIntegerDatatype(datatype)) {
          if (sum.scale === 0 && Number.isSafeInteger(sum.digits + number)) {
            sum.digits += number;
            return;
          }
          sum.exact = addExact(sum.exact ?? { digits: 0, scale: 0 }, { digits: number, scale: 0 });
          return;
        }
        const exact = exactOf(number);
        if (exact !== undefined) {
          sum.isDecimal = true;
          addDecimal(sum, exact);
          return;
        }
        sum.count--;
      }
      sum.rest ??= createAccumulator({ kind: "sum" });
      sum.rest.add(id === 0 ? undefined : context.terms.valueOf(id));
      sum.count++;
    },
    result(group: number): number {
      const value = sums[group] === undefined ? integerValue(0) : resultOf(kind, sums[group]);
      return value === undefined ? 0 : context.terms.idOfValue(value);
    },
  };
}

function addDecimal(sum: Sum, added: Exact): void {
  const digits = added.digits as number;
  if (added.scale > sum.scale) {
    // Lift the sum to the finer scale, if it stays safe.
    const lifted = sum.digits * 10 ** (added.scale - sum.scale);
    if (Number.isSafeInteger(lifted)) {
      sum.digits = lifted;
      sum.scale = added.scale;
    }
  }
  const scaled = added.scale > sum.scale ? Number.NaN : digits * 10 ** (sum.scale - added.scale);
  if (Number.isSafeInteger(scaled) && Number.isSafeInteger(sum.digits + scaled)) sum.digits += scaled;
  else sum.exact = addExact(sum.exact ?? { digits: 0, scale: 0 }, added);
}

function resultOf(kind: "sum" | "avg", sum: Sum): Result {
  const exact = addExact({ digits: sum.digits, scale: sum.scale }, sum.exact ?? { digits: 0, scale: 0 });
  let total: Result = sum.isDecimal ? decimalValue(exact) : integerValue(exact.digits);
  if (sum.rest !== undefined) {
    const rest = sum.rest.result();
    total = rest === undefined ? undefined : calculate("+", total, rest);
  }
  if (kind === "sum" || total === undefined) return total;
  return calculate("/", total, integerValue(sum.count));
}
