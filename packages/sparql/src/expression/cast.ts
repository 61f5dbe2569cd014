import { Datatype, dataFactory } from "@chancery/rdf";
import { isNumeric, toNumber } from "./compare.ts";
import { numberToExact, parseDecimal, parseDouble, parseInteger, roundExact } from "./number.ts";
import { parseDuration, parseTemporal, printTemporal, type Temporal, type TemporalType } from "./temporal.ts";
import {
  booleanValue,
  datatypeNode,
  decimalValue,
  doubleValue,
  floatValue,
  integerValue,
  lexicalOf,
  type Result,
  stringValue,
  toValue,
  type Value,
} from "./value.ts";

const XSD = "http://www.w3.org/2001/XMLSchema#";

type Cast = (value: Value) => Result;

/** The constructor functions of 17.5, and those of the other dates and durations, by datatype IRI. */
export const CASTS: ReadonlyMap<string, Cast> = new Map<string, Cast>([
  [`${XSD}string`, castString],
  [`${XSD}boolean`, castBoolean],
  [`${XSD}integer`, castInteger],
  [`${XSD}decimal`, castDecimal],
  [`${XSD}float`, (value) => castFloating(value, floatValue)],
  [`${XSD}double`, (value) => castFloating(value, doubleValue)],
  [`${XSD}dateTime`, (value) => castTemporal(value, "dateTime", Datatype.dateTime)],
  [`${XSD}date`, (value) => castTemporal(value, "date", Datatype.date)],
  [`${XSD}time`, (value) => castTemporal(value, "time", Datatype.time)],
  [`${XSD}gYear`, (value) => castTemporal(value, "gYear", Datatype.gYear)],
  [`${XSD}gYearMonth`, (value) => castTemporal(value, "gYearMonth", Datatype.gYearMonth)],
  [`${XSD}gMonth`, (value) => castTemporal(value, "gMonth", Datatype.gMonth)],
  [`${XSD}gMonthDay`, (value) => castTemporal(value, "gMonthDay", Datatype.gMonthDay)],
  [`${XSD}gDay`, (value) => castTemporal(value, "gDay", Datatype.gDay)],
  [`${XSD}duration`, (value) => castDuration(value, Datatype.duration)],
  [`${XSD}dayTimeDuration`, (value) => castDuration(value, Datatype.dayTimeDuration)],
  [`${XSD}yearMonthDuration`, (value) => castDuration(value, Datatype.yearMonthDuration)],
]);

/** XPath casts strings after dropping white space at both ends. */
function plainText(value: Value): string | undefined {
  return value.kind === "string" && value.language === "" ? value.value.trim() : undefined;
}

function castString(value: Value): Result {
  switch (value.kind) {
    case "blank":
    case "triple":
      return undefined;
    case "float":
    case "double":
      return stringValue(printPlain(value.value));
    default: {
      const lexical = isNumeric(value) || value.kind === "boolean" ? lexicalOf({ ...value, term: undefined }) : lexicalOf(value);
      return lexical === undefined ? undefined : stringValue(lexical);
    }
  }
}

/** XPath prints doubles between 1e-6 and 1e6 without an exponent (F&O 19.1.2.2). */
function printPlain(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (size >= 1e-6 && size < 1e6) return String(value);
  return lexicalOf(doubleValue(value)) ?? "";
}

function castBoolean(value: Value): Result {
  if (value.kind === "boolean") return booleanValue(value.value);
  if (isNumeric(value)) {
    const number = toNumber(value);
    return booleanValue(!(number === 0 || Number.isNaN(number)));
  }
  const text = plainText(value);
  if (text === "true" || text === "1") return booleanValue(true);
  return text === "false" || text === "0" ? booleanValue(false) : undefined;
}

function castInteger(value: Value): Result {
  if (value.kind === "boolean") return integerValue(value.value ? 1 : 0);
  if (isNumeric(value)) {
    const exact = typeof value.value === "number" ? finiteExact(value.value) : value.value;
    return exact && integerValue(roundExact(exact, Number(exact.digits) < 0 ? "ceil" : "floor").digits);
  }
  const text = plainText(value);
  const digits = text === undefined ? undefined : parseInteger(text);
  return digits === undefined ? undefined : integerValue(digits);
}

function finiteExact(value: number): ReturnType<typeof numberToExact> | undefined {
  return Number.isFinite(value) ? numberToExact(value) : undefined;
}

function castDecimal(value: Value): Result {
  if (value.kind === "boolean") return decimalValue({ digits: value.value ? 1 : 0, scale: 0 });
  if (isNumeric(value)) {
    const exact = typeof value.value === "number" ? finiteExact(value.value) : value.value;
    return exact && decimalValue(exact);
  }
  const text = plainText(value);
  const exact = text === undefined ? undefined : parseDecimal(text);
  return exact && decimalValue(exact);
}

function castFloating(value: Value, make: (number: number) => Value): Result {
  if (value.kind === "boolean") return make(value.value ? 1 : 0);
  if (isNumeric(value)) return make(toNumber(value));
  const text = plainText(value);
  const number = text === undefined ? undefined : parseDouble(text);
  return number === undefined ? undefined : make(number);
}

/** What a date or time keeps when it is cast to another type (XPath F&O 19.1.5). */
const TEMPORAL_SOURCES: Readonly<Record<TemporalType, readonly TemporalType[]>> = {
  dateTime: ["dateTime", "date"],
  date: ["dateTime", "date"],
  time: ["dateTime", "time"],
  gYear: ["dateTime", "date", "gYear"],
  gYearMonth: ["dateTime", "date", "gYearMonth"],
  gMonth: ["dateTime", "date", "gMonth"],
  gMonthDay: ["dateTime", "date", "gMonthDay"],
  gDay: ["dateTime", "date", "gDay"],
};

function castTemporal(value: Value, type: TemporalType, datatype: number): Result {
  if (value.kind === "temporal") {
    if (!TEMPORAL_SOURCES[type].includes(value.type)) return undefined;
    const midnight: Temporal = value.type === "date" ? { ...value.value, hour: 0, minute: 0, second: "0" } : value.value;
    return temporalLiteral(printTemporal(midnight, type), datatype);
  }
  const text = plainText(value);
  return text === undefined || parseTemporal(text, type) === undefined ? undefined : temporalLiteral(text, datatype);
}

function temporalLiteral(text: string, datatype: number): Value {
  return toValue(dataFactory.literal(text, datatypeNode(datatype)));
}

function castDuration(value: Value, datatype: number): Result {
  const text = value.kind === "duration" ? lexicalOf(value) : plainText(value);
  const duration = text === undefined ? undefined : parseDuration(text);
  if (text === undefined || duration === undefined) return undefined;
  if (datatype === Datatype.dayTimeDuration && duration.months !== 0) return undefined;
  if (datatype === Datatype.yearMonthDuration && duration.seconds !== 0) return undefined;
  return temporalLiteral(text, datatype);
}
