import { Datatype, dataFactory } from "@chancery/rdf";
import { negate, round } from "./arithmetic.ts";
import { equalValues, isNumeric, sameTerm } from "./compare.ts";
import { parseDecimal } from "./number.ts";
import { compilePattern, type TextPattern } from "./pattern-match.ts";
import { printZone, printZoneDuration } from "./temporal.ts";
import {
  concat,
  digestOf,
  encodeForUri,
  langMatches,
  likewise,
  mapText,
  str,
  strafter,
  strbefore,
  strLang,
  strlen,
  substr,
  testTexts,
} from "./text-functions.ts";
import {
  booleanValue,
  datatypeNode,
  datatypeOf,
  decimalValue,
  doubleValue,
  integerValue,
  iriValue,
  type Result,
  stringValue,
  toTerm,
  toValue,
  type Value,
} from "./value.ts";

/** What functions need beyond their arguments; one object per execution. */
export interface FunctionContext {
  /** The instant of NOW(), as xsd:dateTime; the same in the whole execution. */
  now(): Value;
  /** In [0, 1). */
  random(): number;
  /** A label no other blank node has. */
  freshBlank(): string;
  /** Numbers the solution at hand; operators count it up before they evaluate a row. */
  solution: number;
  /** The labels that BNODE("x") has given out, and the solution they hold for. */
  readonly blankLabels: { solution: number; labels: Map<string, string> };
  readonly baseIri: string | undefined;
}

/** A function all of whose arguments must be values: an error in any is an error of the call. */
export interface FunctionDefinition {
  readonly min: number;
  readonly max: number;
  /** Gives another answer at another call: never folded, never memoised. */
  readonly volatile?: true;
  readonly apply: (args: readonly Value[], context: FunctionContext) => Result;
  /** The same for exactly one or two arguments, without an array. */
  readonly unary?: Unary;
  readonly binary?: Binary;
}

type Unary = (value: Value, context: FunctionContext) => Result;
type Binary = (a: Value, b: Value, context: FunctionContext) => Result;

const unary = (apply: Unary): FunctionDefinition => ({ min: 1, max: 1, unary: apply, apply: ([value], context) => apply(value!, context) });
const binary = (apply: Binary): FunctionDefinition => ({
  min: 2,
  max: 2,
  binary: apply,
  apply: ([a, b], context) => apply(a!, b!, context),
});

/** The date part as an integer; the types that have the part are listed. */
function part(name: "year" | "month" | "day" | "hour" | "minute", types: readonly string[]): FunctionDefinition {
  return unary((value) => (value.kind === "temporal" && types.includes(value.type) ? integerValue(value.value[name]) : undefined));
}

function hashFunction(name: "md5" | "sha1" | "sha256" | "sha384" | "sha512"): FunctionDefinition {
  return unary((value) => digestOf(value, name));
}

/** One compiled pattern per (pattern, flags) of a call site; constants hit it always. */
function patternCache(): (pattern: Value, flags: Value | undefined) => TextPattern | undefined {
  let lastPattern: string | undefined;
  let lastFlags = "";
  let compiled: TextPattern | undefined;
  return (pattern, flags) => {
    if (pattern.kind !== "string" || (flags !== undefined && flags.kind !== "string")) return undefined;
    const flagText = flags?.kind === "string" ? flags.value : "";
    if (pattern.value !== lastPattern || flagText !== lastFlags) {
      lastPattern = pattern.value;
      lastFlags = flagText;
      compiled = compilePattern(lastPattern, lastFlags);
    }
    return compiled;
  };
}

function regex(): FunctionDefinition {
  const patternOf = patternCache();
  return {
    min: 2,
    max: 3,
    apply: ([text, pattern, flags]) => {
      const compiled = patternOf(pattern!, flags);
      return compiled === undefined || text!.kind !== "string" ? undefined : booleanValue(compiled.test(text!.value));
    },
  };
}

function replace(): FunctionDefinition {
  const patternOf = patternCache();
  return {
    min: 3,
    max: 4,
    apply: ([text, pattern, replacement, flags]) => {
      const compiled = patternOf(pattern!, flags);
      if (compiled === undefined || text!.kind !== "string" || replacement!.kind !== "string") return undefined;
      // A pattern that matches the empty string is an error (XPath F&O 5.6.3, FORX0003).
      if (compiled.test("")) return undefined;
      const result = compiled.replace(text!.value, replacement!.value);
      return result === undefined ? undefined : likewise(result, text!);
    },
  };
}

/** Functions with state per call site; everything else is in `FUNCTIONS`. */
export function statefulFunction(name: string): FunctionDefinition | undefined {
  if (name === "regex") return regex();
  return name === "replace" ? replace() : undefined;
}

/** BNODE("x") is the same node within a solution and another one in every other (17.4.2.9). */
const bnode: FunctionDefinition = {
  min: 0,
  max: 1,
  volatile: true,
  apply: ([label], context) => {
    if (label === undefined) return { kind: "blank", value: context.freshBlank(), term: undefined };
    if (label.kind !== "string" || label.language !== "") return undefined;
    const known = context.blankLabels;
    if (known.solution !== context.solution) {
      known.solution = context.solution;
      known.labels = new Map();
    }
    let name = known.labels.get(label.value);
    if (name === undefined) {
      name = context.freshBlank();
      known.labels.set(label.value, name);
    }
    return { kind: "blank", value: name, term: undefined };
  },
};

function iri(value: Value, context: FunctionContext): Result {
  if (value.kind === "iri") return value;
  if (value.kind !== "string" || value.language !== "") return undefined;
  const resolved = resolveIri(value.value, context.baseIri);
  return resolved === undefined ? undefined : iriValue(resolved);
}

function resolveIri(text: string, base: string | undefined): string | undefined {
  if (/[\u0000-\u0020<>"{}|^`\\]/.test(text)) return undefined;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return text;
  if (base === undefined) return undefined;
  try {
    return new URL(text, base).href;
  } catch {
    return undefined;
  }
}

function seconds(value: Value): Result {
  if (value.kind !== "temporal" || (value.type !== "dateTime" && value.type !== "time")) return undefined;
  const exact = parseDecimal(value.value.second);
  return exact && decimalValue(exact);
}

function timezone(value: Value): Result {
  if (value.kind !== "temporal" || value.value.zone === undefined) return undefined;
  return toValue(dataFactory.literal(printZoneDuration(value.value.zone), datatypeNode(Datatype.dayTimeDuration)));
}

function datatype(value: Value): Result {
  const name = datatypeOf(value);
  return name === undefined ? undefined : iriValue(name);
}

function strdt(value: Value, type: Value): Result {
  if (value.kind !== "string" || value.language !== "" || type.kind !== "iri") return undefined;
  return toValue(dataFactory.literal(value.value, dataFactory.namedNode(type.value)));
}

function uuid(context: FunctionContext): string {
  const digits = Array.from({ length: 32 }, (_, index) => {
    if (index === 12) return "4";
    const nibble = Math.floor(context.random() * 16);
    return (index === 16 ? (nibble & 3) | 8 : nibble).toString(16);
  }).join("");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
}

function triple(subject: Value, predicate: Value, object: Value): Result {
  if (subject.kind !== "iri" && subject.kind !== "blank") return undefined;
  if (predicate.kind !== "iri") return undefined;
  return { kind: "triple", subject, predicate, object, term: undefined };
}

const DATED = ["dateTime", "date"];

/** Built-in functions by their lower-case name (17.4; SPARQL 1.2 for triple terms and base directions). */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map<string, FunctionDefinition>([
  ["!=", binary((a, b) => flip(equalValues(a, b)))],
  ["uplus", unary((value) => (isNumeric(value) ? value : undefined))],
  ["uminus", unary(negate)],
  ["sameterm", binary((a, b) => booleanValue(sameTerm(toTerm(a), toTerm(b))))],
  ["isiri", unary((value) => booleanValue(value.kind === "iri"))],
  ["isuri", unary((value) => booleanValue(value.kind === "iri"))],
  ["isblank", unary((value) => booleanValue(value.kind === "blank"))],
  ["isliteral", unary((value) => booleanValue(value.kind !== "iri" && value.kind !== "blank" && value.kind !== "triple"))],
  ["isnumeric", unary((value) => booleanValue(isNumeric(value)))],
  ["str", unary(str)],
  ["lang", unary((value) => (datatypeOf(value) === undefined ? undefined : stringValue(value.kind === "string" ? value.language : "")))],
  [
    "langdir",
    unary((value) => (datatypeOf(value) === undefined ? undefined : stringValue(value.kind === "string" ? value.direction : ""))),
  ],
  ["haslang", unary((value) => booleanValue(value.kind === "string" && value.language !== ""))],
  ["haslangdir", unary((value) => booleanValue(value.kind === "string" && value.direction !== ""))],
  ["datatype", unary(datatype)],
  ["bnode", bnode],
  ["iri", unary(iri)],
  ["uri", unary(iri)],
  ["strdt", binary(strdt)],
  ["strlang", binary((value, tag) => strLang(value, tag, undefined))],
  ["strlangdir", { min: 3, max: 3, apply: ([value, tag, direction]) => strLang(value!, tag!, direction!) }],
  ["uuid", { min: 0, max: 0, volatile: true, apply: (_, context) => iriValue(`urn:uuid:${uuid(context)}`) }],
  ["struuid", { min: 0, max: 0, volatile: true, apply: (_, context) => stringValue(uuid(context)) }],
  ["rand", { min: 0, max: 0, volatile: true, apply: (_, context) => doubleValue(context.random()) }],
  ["now", { min: 0, max: 0, apply: (_, context) => context.now(), volatile: true }],
  ["strlen", unary(strlen)],
  ["substr", { min: 2, max: 3, apply: ([value, start, length]) => substr(value!, start!, length) }],
  ["ucase", unary((value) => mapText(value, (text) => text.toUpperCase()))],
  ["lcase", unary((value) => mapText(value, (text) => text.toLowerCase()))],
  ["strstarts", binary((a, b) => testTexts(a, b, (text, start) => text.startsWith(start)))],
  ["strends", binary((a, b) => testTexts(a, b, (text, end) => text.endsWith(end)))],
  ["contains", binary((a, b) => testTexts(a, b, (text, inner) => text.includes(inner)))],
  ["strbefore", binary(strbefore)],
  ["strafter", binary(strafter)],
  ["concat", { min: 0, max: Number.POSITIVE_INFINITY, apply: (args) => concat(args) }],
  ["encode_for_uri", unary(encodeForUri)],
  ["langmatches", binary(langMatches)],
  ["abs", unary((value) => round(value, "abs"))],
  ["ceil", unary((value) => round(value, "ceil"))],
  ["floor", unary((value) => round(value, "floor"))],
  ["round", unary((value) => round(value, "round"))],
  ["year", part("year", [...DATED, "gYear", "gYearMonth"])],
  ["month", part("month", [...DATED, "gYearMonth", "gMonth", "gMonthDay"])],
  ["day", part("day", [...DATED, "gMonthDay", "gDay"])],
  ["hours", part("hour", ["dateTime", "time"])],
  ["minutes", part("minute", ["dateTime", "time"])],
  ["seconds", unary(seconds)],
  ["timezone", unary(timezone)],
  ["tz", unary((value) => (value.kind === "temporal" ? stringValue(printZone(value.value.zone)) : undefined))],
  ["md5", hashFunction("md5")],
  ["sha1", hashFunction("sha1")],
  ["sha256", hashFunction("sha256")],
  ["sha384", hashFunction("sha384")],
  ["sha512", hashFunction("sha512")],
  ["triple", { min: 3, max: 3, apply: ([s, p, o]) => triple(s!, p!, o!) }],
  ["istriple", unary((value) => booleanValue(value.kind === "triple"))],
  ["subject", unary((value) => (value.kind === "triple" ? value.subject : undefined))],
  ["predicate", unary((value) => (value.kind === "triple" ? value.predicate : undefined))],
  ["object", unary((value) => (value.kind === "triple" ? value.object : undefined))],
]);

function flip(equal: boolean | undefined): Result {
  return equal === undefined ? undefined : booleanValue(!equal);
}
