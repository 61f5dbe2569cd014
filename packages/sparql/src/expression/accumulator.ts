import { unreachable } from "@chancery/rdf";
import { calculate } from "./arithmetic.ts";
import { isNumeric, orderValues } from "./compare.ts";
import { addExact, type Exact } from "./number.ts";
import {
  decimalValue,
  doubleValue,
  floatValue,
  integerValue,
  lexicalOf,
  type NumericValue,
  type Result,
  stringValue,
  type Value,
} from "./value.ts";

/** One aggregate of one group. `undefined` values are errors of the expression. */
export interface Accumulator {
  add(value: Result): void;
  result(): Result;
}

/** The aggregates that need values; COUNT only needs ids. */
export type AccumulatedAggregate =
  | { readonly kind: "sum" | "avg" | "min" | "max" | "sample" }
  | { readonly kind: "groupConcat"; readonly separator: string };

/** The set functions of 18.5.1; COUNT is done by the executor, on ids. */
export function createAccumulator(aggregate: AccumulatedAggregate): Accumulator {
  switch (aggregate.kind) {
    case "sum":
      return sum();
    case "avg":
      return average();
    case "min":
      return extreme(-1);
    case "max":
      return extreme(1);
    case "sample":
      return sample();
    case "groupConcat":
      return groupConcat(aggregate.separator);
    default:
      return unreachable(aggregate);
  }
}

interface RunningSum {
  /** False once a value was no number. */
  add(value: Result): boolean;
  total(): NumericValue;
}

/** Exact while all are integers and decimals; one float or double makes the rest floating. */
function runningSum(): RunningSum {
  // Most sums stay within safe integers of one scale, and then never make an object.
  let digits = 0;
  let scale = 0;
  let exact: Exact = { digits: 0, scale: 0 };
  let allIntegers = true;
  let floating: NumericValue | undefined;
  const total = (): NumericValue => {
    if (floating !== undefined) return floating;
    const all = addExact(exact, { digits, scale });
    return allIntegers ? integerValue(all.digits) : decimalValue(all);
  };
  return {
    add(value) {
      if (value === undefined || !isNumeric(value)) return false;
      if (floating !== undefined || value.kind === "float" || value.kind === "double") {
        floating = calculate("+", total(), value) as NumericValue;
        return true;
      }
      if (value.kind === "decimal") allIntegers = false;
      const added = value.value;
      if (typeof added.digits === "number" && (added.scale === scale || digits === 0)) {
        const sum = digits + added.digits;
        if (Number.isSafeInteger(sum)) {
          scale = added.scale;
          digits = sum;
          return true;
        }
      }
      exact = addExact(exact, added);
      return true;
    },
    total,
  };
}

function sum(): Accumulator {
  const running = runningSum();
  let failed = false;
  return {
    add(value) {
      if (!running.add(value)) failed = true;
    },
    result: () => (failed ? undefined : running.total()),
  };
}

function average(): Accumulator {
  const running = runningSum();
  let failed = false;
  let count = 0;
  return {
    add(value) {
      count++;
      if (!running.add(value)) failed = true;
    },
    result() {
      if (failed) return undefined;
      if (count === 0) return integerValue(0);
      const total = running.total();
      if (total.kind === "double") return doubleValue(total.value / count);
      if (total.kind === "float") return floatValue(total.value / count);
      return calculate("/", total, integerValue(count));
    },
  };
}

/** MIN and MAX follow the order of ORDER BY (18.5.1.5), so they work on any mix of terms; errors are left out. */
function extreme(sign: -1 | 1): Accumulator {
  let best: Value | undefined;
  let failed = false;
  return {
    add(value) {
      if (value === undefined) failed = true;
      else if (best === undefined || orderValues(value, best) * sign > 0) best = value;
    },
    result: () => (failed ? undefined : best),
  };
}

function sample(): Accumulator {
  let first: Value | undefined;
  return {
    add(value) {
      first ??= value;
    },
    result: () => first,
  };
}

function groupConcat(separator: string): Accumulator {
  let text: string | undefined;
  let failed = false;
  return {
    add(value) {
      const plain = value === undefined ? undefined : lexicalOf(value);
      if (plain === undefined) failed = true;
      else text = text === undefined ? plain : text + separator + plain;
    },
    result: () => (failed ? undefined : stringValue(text ?? "")),
  };
}
