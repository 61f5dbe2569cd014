import { Datatype, isIntegerDatatype, type TermColumns, TermFlag } from "@chancery/rdf";
import type { GroundTerm } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { exactToNumber } from "../expression/number.ts";
import { toValue } from "../expression/value.ts";

/** A comparison's answer for one stored id; `undefined` when the columns cannot tell. */
export type ColumnTest = (id: number) => boolean | undefined;

type Order = (difference: number) => boolean;

const ORDERS: Readonly<Record<string, Order>> = {
  "<": (difference) => difference < 0,
  "<=": (difference) => difference <= 0,
  ">": (difference) => difference > 0,
  ">=": (difference) => difference >= 0,
  "=": (difference) => difference === 0,
  "!=": (difference) => difference !== 0,
};
const MIRRORED: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

/**
 * `?x < constant` and its kin on the dictionary's number column: numbers with at most 15 digits and dates of one type compare as
 * doubles exactly as they do by value. Everything else is left to the general evaluation.
 */
export function compareColumn(expression: Expression, columns: TermColumns): ColumnTest | undefined {
  if (expression.kind !== "call" || expression.args.length !== 2) return undefined;
  const [first, second] = expression.args;
  const isMirrored = first?.kind === "term";
  const [variable, constant] = isMirrored ? [second, first] : [first, second];
  const order = ORDERS[isMirrored ? (MIRRORED[expression.name] ?? "") : expression.name];
  if (order === undefined || variable?.kind !== "variable" || constant?.kind !== "term") return undefined;
  const known = readConstant(constant.term);
  if (known === undefined) return undefined;
  const { datatypes, values, flags } = columns;
  const { value, datatype, flag } = known;
  const bad = TermFlag.illTyped | TermFlag.inexact;
  if (isComparableNumber(datatype)) {
    return (id) => {
      const type = datatypes[id]!;
      if (!isComparableNumber(type) || (flags[id]! & bad) !== 0) return undefined;
      const difference = values[id]! - value;
      return Number.isNaN(difference) ? undefined : order(difference);
    };
  }
  return (id) => {
    // With and without a timezone the order may be indeterminate.
    if (datatypes[id] !== datatype || (flags[id]! & bad) !== 0 || (flags[id]! & TermFlag.timezone) !== flag) return undefined;
    return order(values[id]! - value);
  };
}

/** xsd:float is left out: it is compared in single precision. */
function isComparableNumber(datatype: number): boolean {
  return datatype === Datatype.decimal || isIntegerDatatype(datatype) || datatype === Datatype.double;
}

/** The constant in the unit of the column; `undefined` where a double could not hold it exactly. */
function readConstant(term: GroundTerm): { readonly value: number; readonly datatype: number; readonly flag: number } | undefined {
  const value = toValue(term);
  if (value.kind === "integer" || value.kind === "decimal") {
    if (String(value.value.digits).length > 15) return undefined;
    return { value: exactToNumber(value.value), datatype: Datatype.decimal, flag: 0 };
  }
  if (value.kind === "double") return Number.isNaN(value.value) ? undefined : { value: value.value, datatype: Datatype.double, flag: 0 };
  if (value.kind !== "temporal" || (value.type !== "date" && value.type !== "dateTime")) return undefined;
  const { epoch, zone } = value.value;
  if (!Number.isSafeInteger(epoch * 1000)) return undefined;
  return {
    value: epoch * 1000,
    datatype: value.type === "date" ? Datatype.date : Datatype.dateTime,
    flag: zone === undefined ? 0 : TermFlag.timezone,
  };
}
