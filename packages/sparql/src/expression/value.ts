import { DATATYPE_IRIS, Datatype, type DatatypeCode, dataFactory, isIntegerDatatype, knownDatatype } from "@chancery/rdf";
import type { Literal, NamedNode, Quad, Term } from "@rdfjs/types";
import type { GroundTerm } from "../algebra/algebra.ts";
import { type Exact, parseDecimal, parseDouble, parseInteger, printDouble, printExact } from "./number.ts";
import { type Duration, parseDuration, parseTemporal, type Temporal, type TemporalType } from "./temporal.ts";

/**
 * What an expression works on: a term with its value parsed. `term` is the term it came from, so that the lexical form survives
 * (`"01"^^xsd:integer` stays `"01"`); computed values get one when they leave the expression. A type error is `undefined`.
 */
export type Value =
  | { readonly kind: "iri"; readonly value: string; readonly term: GroundTerm | undefined }
  | { readonly kind: "blank"; readonly value: string; readonly term: GroundTerm | undefined }
  | {
      readonly kind: "string";
      readonly value: string;
      readonly language: string;
      readonly direction: "" | "ltr" | "rtl";
      readonly term: GroundTerm | undefined;
    }
  | { readonly kind: "boolean"; readonly value: boolean; readonly term: GroundTerm | undefined }
  | NumericValue
  | TemporalValue
  | { readonly kind: "duration"; readonly value: Duration; readonly datatype: string; readonly term: GroundTerm | undefined }
  /** A literal of another datatype, or ill-typed for its own. */
  | { readonly kind: "other"; readonly value: string; readonly datatype: string; readonly term: GroundTerm | undefined }
  | {
      readonly kind: "triple";
      readonly subject: Value;
      readonly predicate: Value;
      readonly object: Value;
      readonly term: GroundTerm | undefined;
    };

export type NumericValue =
  | { readonly kind: "integer"; readonly value: Exact; readonly datatype: DatatypeCode; readonly term: GroundTerm | undefined }
  | { readonly kind: "decimal"; readonly value: Exact; readonly term: GroundTerm | undefined }
  | { readonly kind: "float"; readonly value: number; readonly term: GroundTerm | undefined }
  | { readonly kind: "double"; readonly value: number; readonly term: GroundTerm | undefined };

export interface TemporalValue {
  readonly kind: "temporal";
  readonly type: TemporalType;
  readonly value: Temporal;
  readonly term: GroundTerm | undefined;
}

/** A value, or the type error of SPARQL. */
export type Result = Value | undefined;

export const TRUE: Value = { kind: "boolean", value: true, term: undefined };
export const FALSE: Value = { kind: "boolean", value: false, term: undefined };

export function booleanValue(value: boolean): Value {
  return value ? TRUE : FALSE;
}

export function stringValue(value: string, language = "", direction: "" | "ltr" | "rtl" = ""): Value {
  return { kind: "string", value, language, direction, term: undefined };
}

export function integerValue(digits: number | bigint): NumericValue {
  return { kind: "integer", value: { digits, scale: 0 }, datatype: Datatype.integer, term: undefined };
}

export function decimalValue(value: Exact): NumericValue {
  return { kind: "decimal", value, term: undefined };
}

export function doubleValue(value: number): NumericValue {
  return { kind: "double", value, term: undefined };
}

export function floatValue(value: number): NumericValue {
  return { kind: "float", value: Math.fround(value), term: undefined };
}

export function iriValue(value: string): Value {
  return { kind: "iri", value, term: undefined };
}

/** Parses a term. */
export function toValue(term: Term): Value {
  switch (term.termType) {
    case "NamedNode":
      return { kind: "iri", value: term.value, term };
    case "BlankNode":
      return { kind: "blank", value: term.value, term };
    case "Literal":
      return literalToValue(term);
    case "Quad":
      return {
        kind: "triple",
        subject: toValue(term.subject),
        predicate: toValue(term.predicate),
        object: toValue(term.object),
        term: term as Quad,
      };
    default:
      throw new TypeError(`a ${term.termType} has no value`);
  }
}

const INTEGER_BOUNDS: Readonly<Record<number, readonly [bigint | undefined, bigint | undefined]>> = {
  [Datatype.long]: [-(2n ** 63n), 2n ** 63n - 1n],
  [Datatype.int]: [-(2n ** 31n), 2n ** 31n - 1n],
  [Datatype.short]: [-32768n, 32767n],
  [Datatype.byte]: [-128n, 127n],
  [Datatype.nonNegativeInteger]: [0n, undefined],
  [Datatype.positiveInteger]: [1n, undefined],
  [Datatype.nonPositiveInteger]: [undefined, 0n],
  [Datatype.negativeInteger]: [undefined, -1n],
  [Datatype.unsignedLong]: [0n, 2n ** 64n - 1n],
  [Datatype.unsignedInt]: [0n, 2n ** 32n - 1n],
  [Datatype.unsignedShort]: [0n, 65535n],
  [Datatype.unsignedByte]: [0n, 255n],
};

function literalToValue(term: Literal): Value {
  const text = term.value;
  const iri = term.datatype.value;
  if (term.language !== "") return { kind: "string", value: text, language: term.language, direction: term.direction ?? "", term };
  const code = knownDatatype(iri) ?? Datatype.none;
  if (code === Datatype.string) return { kind: "string", value: text, language: "", direction: "", term };
  if (isIntegerDatatype(code)) {
    const digits = parseInteger(text);
    if (digits === undefined || !isWithin(digits, code)) return { kind: "other", value: text, datatype: iri, term };
    return { kind: "integer", value: { digits, scale: 0 }, datatype: code, term };
  }
  return parseTyped(text, code, term) ?? { kind: "other", value: text, datatype: iri, term };
}

function isWithin(digits: number | bigint, code: DatatypeCode): boolean {
  const bounds = INTEGER_BOUNDS[code];
  if (bounds === undefined) return true;
  const [low, high] = bounds;
  return (low === undefined || digits >= low) && (high === undefined || digits <= high);
}

function parseTyped(text: string, code: DatatypeCode, term: Literal): Value | undefined {
  switch (code) {
    case Datatype.boolean:
      if (text === "true" || text === "1") return { kind: "boolean", value: true, term };
      return text === "false" || text === "0" ? { kind: "boolean", value: false, term } : undefined;
    case Datatype.decimal: {
      const value = parseDecimal(text);
      return value && { kind: "decimal", value, term };
    }
    case Datatype.float: {
      const value = parseDouble(text);
      return value === undefined ? undefined : { kind: "float", value: Math.fround(value), term };
    }
    case Datatype.double: {
      const value = parseDouble(text);
      return value === undefined ? undefined : { kind: "double", value, term };
    }
    case Datatype.duration:
    case Datatype.dayTimeDuration:
    case Datatype.yearMonthDuration: {
      const value = parseDuration(text);
      return value && { kind: "duration", value, datatype: term.datatype.value, term };
    }
    default: {
      const type = TEMPORAL_TYPES[code];
      if (type === undefined) return undefined;
      const value = parseTemporal(text, type);
      return value && { kind: "temporal", type, value, term };
    }
  }
}

const TEMPORAL_TYPES: Readonly<Record<number, TemporalType>> = {
  [Datatype.dateTime]: "dateTime",
  [Datatype.dateTimeStamp]: "dateTime",
  [Datatype.date]: "date",
  [Datatype.time]: "time",
  [Datatype.gYear]: "gYear",
  [Datatype.gYearMonth]: "gYearMonth",
  [Datatype.gMonth]: "gMonth",
  [Datatype.gMonthDay]: "gMonthDay",
  [Datatype.gDay]: "gDay",
};

const datatypeNodes: readonly NamedNode[] = DATATYPE_IRIS.map((iri) => dataFactory.namedNode(iri));

export function datatypeNode(code: DatatypeCode): NamedNode {
  return datatypeNodes[code]!;
}

/** The term of a value: the one it came from, else the canonical one. */
export function toTerm(value: Value): GroundTerm {
  if (value.term !== undefined) return value.term;
  switch (value.kind) {
    case "iri":
      return dataFactory.namedNode(value.value);
    case "blank":
      return dataFactory.blankNode(value.value);
    case "string":
      if (value.language === "") return dataFactory.literal(value.value);
      return dataFactory.literal(value.value, { language: value.language, direction: value.direction });
    case "boolean":
      return dataFactory.literal(value.value ? "true" : "false", datatypeNode(Datatype.boolean));
    case "integer":
      return dataFactory.literal(printExact(value.value), datatypeNode(value.datatype));
    case "decimal":
      return dataFactory.literal(printExact(value.value), datatypeNode(Datatype.decimal));
    case "float":
      return dataFactory.literal(printFloat(value.value), datatypeNode(Datatype.float));
    case "double":
      return dataFactory.literal(printDouble(value.value), datatypeNode(Datatype.double));
    case "triple":
      return dataFactory.quad(toTerm(value.subject) as NamedNode, toTerm(value.predicate) as NamedNode, toTerm(value.object) as NamedNode);
    case "temporal":
    case "duration":
      throw new TypeError("computed dates and durations carry their term");
    case "other":
      return dataFactory.literal(value.value, dataFactory.namedNode(value.datatype));
  }
}

/** Shortest digits that give the same 32-bit float: a double's 17 digits would show its rounding. */
function printFloat(value: number): string {
  if (!Number.isFinite(value)) return printDouble(value);
  for (let precision = 6; precision <= 9; precision++) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === value) return printDouble(short);
  }
  return printDouble(value);
}

/** Datatype IRI of a literal value; `undefined` for IRIs, blank nodes and triple terms. */
export function datatypeOf(value: Value): string | undefined {
  switch (value.kind) {
    case "iri":
    case "blank":
    case "triple":
      return undefined;
    default:
      return value.term?.termType === "Literal" ? value.term.datatype.value : (toTerm(value) as Literal).datatype.value;
  }
}

/** Lexical form of an IRI or literal: what STR() gives. */
export function lexicalOf(value: Value): string | undefined {
  switch (value.kind) {
    case "iri":
    case "string":
    case "other":
      return value.value;
    case "blank":
    case "triple":
      return undefined;
    default:
      return toTerm(value).value;
  }
}

/** Effective boolean value (17.2.2); `undefined` is a type error. Ill-typed numbers and booleans are an error too, as SPARQL 1.2 has it: a filter drops the row either way. */
export function effectiveBoolean(value: Result): boolean | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case "boolean":
      return value.value;
    case "string":
      return value.language === "" ? value.value.length > 0 : undefined;
    case "integer":
    case "decimal":
      return Number(value.value.digits) !== 0;
    case "float":
    case "double":
      return !(value.value === 0 || Number.isNaN(value.value));
    default:
      return undefined;
  }
}
