import type { GroundTerm } from "../algebra/algebra.ts";
import { compareExact, type Exact, exactToNumber } from "./number.ts";
import { compareTemporal } from "./temporal.ts";
import { datatypeOf, type NumericValue, type Value } from "./value.ts";

export function isNumeric(value: Value): value is NumericValue {
  return value.kind === "integer" || value.kind === "decimal" || value.kind === "float" || value.kind === "double";
}

/** As a double; floats and doubles are one already. */
export function toNumber(value: NumericValue): number {
  return typeof value.value === "number" ? value.value : exactToNumber(value.value);
}

function isExact(value: NumericValue): value is Extract<NumericValue, { value: Exact }> {
  return typeof value.value !== "number";
}

/** −1, 0, 1, or NaN where one of them is NaN. */
export function compareNumeric(a: NumericValue, b: NumericValue): number {
  if (isExact(a) && isExact(b)) return compareExact(a.value, b.value);
  const x = toNumber(a);
  const y = toNumber(b);
  // xsd:float against xsd:decimal or xsd:integer is compared as float (XPath F&O 4.0, type promotion).
  if (a.kind !== "double" && b.kind !== "double") return compareDoubles(Math.fround(x), Math.fround(y));
  return compareDoubles(x, y);
}

function compareDoubles(x: number, y: number): number {
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
}

/** Code point order, which UTF-16 order is not for characters beyond the BMP. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates (beyond the BMP) sort after U+E000 … U+FFFF.
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x < y ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** The `=` of SPARQL (17.3, RDFterm-equal); `undefined` is a type error: two literals whose values cannot be known to differ. */
export function equalValues(a: Value, b: Value): boolean | undefined {
  if (isNumeric(a) && isNumeric(b)) return compareNumeric(a, b) === 0;
  if (a.kind === "string" && b.kind === "string") {
    return a.value === b.value && a.language === b.language && a.direction === b.direction;
  }
  if (a.kind === "temporal" && b.kind === "temporal") {
    if (a.type !== b.type) return false;
    const order = compareTemporal(a.value, b.value);
    return order === undefined ? undefined : order === 0;
  }
  if (a.kind === "duration" && b.kind === "duration") {
    return a.value.months === b.value.months && a.value.seconds === b.value.seconds;
  }
  if (a.kind === "triple" && b.kind === "triple") return equalTriples(a, b);
  if (a.kind === "other" || b.kind === "other") {
    if (a.kind === "other" && b.kind === "other" && a.datatype === b.datatype && a.value === b.value) return true;
    // An unknown or ill-typed literal may equal any other literal without a language, but no IRI, blank node or triple.
    const known = a.kind === "other" ? b : a;
    const differs = datatypeOf(a) === undefined || datatypeOf(b) === undefined || (known.kind === "string" && known.language !== "");
    return differs ? false : undefined;
  }
  if (a.kind !== b.kind) return false;
  return (a as { value: unknown }).value === (b as { value: unknown }).value;
}

type TripleValue = Extract<Value, { kind: "triple" }>;

function equalTriples(a: TripleValue, b: TripleValue): boolean | undefined {
  let unknown = false;
  for (const [x, y] of [
    [a.subject, b.subject],
    [a.predicate, b.predicate],
    [a.object, b.object],
  ] as const) {
    const equal = equalValues(x, y);
    if (equal === false) return false;
    if (equal === undefined) unknown = true;
  }
  return unknown ? undefined : true;
}

/** Order for `<`, `>` and so on: negative, 0, positive, NaN (no order, all four false), or `undefined` for a type error. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (isNumeric(a) && isNumeric(b)) return compareNumeric(a, b);
  if (a.kind === "string" && b.kind === "string") {
    return a.language === "" && b.language === "" ? compareText(a.value, b.value) : undefined;
  }
  if (a.kind === "boolean" && b.kind === "boolean") return Number(a.value) - Number(b.value);
  if (a.kind === "temporal" && b.kind === "temporal" && a.type === b.type) return compareTemporal(a.value, b.value);
  if (a.kind === "duration" && b.kind === "duration") {
    if (a.value.months === b.value.months) return a.value.seconds - b.value.seconds;
    return a.value.seconds === b.value.seconds ? a.value.months - b.value.months : undefined;
  }
  if (a.kind === "triple" && b.kind === "triple") {
    for (const part of ["subject", "predicate", "object"] as const) {
      if (equalValues(a[part], b[part]) === true) continue;
      return compareValues(a[part], b[part]);
    }
    return 0;
  }
  return undefined;
}

/** Rank of the kinds in ORDER BY: unbound, blank nodes, IRIs, literals (15.1), triple terms last (SPARQL 1.2). */
function rankOf(value: Value | undefined): number {
  if (value === undefined) return 0;
  switch (value.kind) {
    case "blank":
      return 1;
    case "iri":
      return 2;
    case "boolean":
      return 3;
    case "integer":
    case "decimal":
    case "float":
    case "double":
      return 4;
    case "temporal":
      return 5;
    case "duration":
      return 6;
    case "string":
      return value.language === "" ? 7 : 8;
    case "other":
      return 9;
    case "triple":
      return 10;
  }
}

/**
 * A total order that agrees with `<` where that is defined and with the order of kinds in 15.1; beyond the spec, literals of
 * different kinds sort by kind, and equal values by lexical form and datatype, so that results do not depend on the input order.
 */
export function orderValues(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0 || a === undefined || b === undefined) return rank;
  if (a.kind === "triple" && b.kind === "triple") {
    return orderValues(a.subject, b.subject) || orderValues(a.predicate, b.predicate) || orderValues(a.object, b.object);
  }
  if (isNumeric(a) && isNumeric(b)) return orderNumeric(a, b);
  const compared = compareValues(a, b);
  if (compared !== undefined && compared !== 0) return compared;
  if (a.kind === "temporal" && b.kind === "temporal") {
    return compareText(a.type, b.type) || a.value.epoch - b.value.epoch || orderTerms(a.term, b.term);
  }
  if (a.kind === "string" && b.kind === "string") {
    return compareText(a.value, b.value) || compareText(a.language, b.language) || compareText(a.direction, b.direction);
  }
  if ("value" in a && "value" in b && typeof a.value === "string" && typeof b.value === "string") {
    const order = compareText(a.value, b.value);
    if (order !== 0) return order;
  }
  return orderTerms(a.term, b.term);
}

/** NaN before all numbers. */
function orderNumeric(a: NumericValue, b: NumericValue): number {
  const compared = compareNumeric(a, b);
  if (!Number.isNaN(compared)) return compared === 0 ? 0 : compared;
  return Number(Number.isNaN(toNumber(b))) - Number(Number.isNaN(toNumber(a)));
}

function orderTerms(a: GroundTerm | undefined, b: GroundTerm | undefined): number {
  if (a?.termType !== "Literal" || b?.termType !== "Literal") return 0;
  return compareText(a.value, b.value) || compareText(a.datatype.value, b.datatype.value);
}

/** sameTerm: the very same term, lexical form and all. */
export function sameTerm(a: GroundTerm, b: GroundTerm): boolean {
  return a.equals(b);
}
