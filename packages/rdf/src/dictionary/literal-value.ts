import { decodeUtf8 } from "../term/utf8.ts";
import { Datatype, type DatatypeCode, isIntegerDatatype } from "../vocabulary/datatype.ts";
import { TermFlag } from "./term-table.ts";

/** What `readLiteralValue` writes: the number behind a literal and its `TermFlag` bits. */
export interface LiteralValue {
  value: number;
  flags: number;
}

/** Digits that every decimal keeps on its way through a double. */
const SAFE_DIGITS = 15;
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const DAY_MS = 86_400_000;

/** Inclusive bounds of the integer types (XSD 1.1 part 2, section 3.4); types that are not here have none. */
const INTEGER_BOUNDS: Readonly<Record<DatatypeCode, readonly [bigint | undefined, bigint | undefined]>> = {
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

/**
 * Reads the number behind a literal straight from its UTF-8 bytes into `out`.
 * Numerics give their value (xsd:float rounded to 32 bits), booleans 1 or 0; dateTime, date, gYear, gYearMonth give milliseconds since 1970-01-01T00:00Z
 * of their first instant, time milliseconds since midnight; both as UTC where no time zone is given (`TermFlag.timezone` tells).
 * Every other datatype gives NaN. An ill-typed literal gives NaN and `TermFlag.illTyped`.
 */
export function readLiteralValue(bytes: Uint8Array, start: number, end: number, datatype: DatatypeCode, out: LiteralValue): void {
  out.value = Number.NaN;
  out.flags = 0;
  if (datatype >= Datatype.decimal && datatype <= Datatype.unsignedByte) readDecimal(bytes, start, end, datatype, out);
  else if (datatype === Datatype.double || datatype === Datatype.float) readDouble(bytes, start, end, datatype, out);
  else if (datatype === Datatype.boolean) readBoolean(bytes, start, end, out);
  else if (datatype >= Datatype.dateTime && datatype <= Datatype.gYearMonth) readInstant(bytes, start, end, datatype, out);
}

function readDecimal(bytes: Uint8Array, start: number, end: number, datatype: DatatypeCode, out: LiteralValue): void {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (at < end && (negative || bytes[at] === 0x2b)) at++;
  let mantissa = 0;
  let significant = 0;
  let digits = 0;
  let fraction = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0x2e && fraction < 0) {
      fraction = 0;
      continue;
    }
    const digit = byte - 0x30;
    if (digit < 0 || digit > 9) break;
    digits++;
    if (significant > 0 || digit !== 0) significant++;
    if (significant <= SAFE_DIGITS) mantissa = mantissa * 10 + digit;
    if (fraction >= 0) fraction++;
  }
  const integer = isIntegerDatatype(datatype);
  if (at < end || digits === 0 || (integer && fraction >= 0)) {
    out.flags = TermFlag.illTyped;
    return;
  }
  let value: number;
  if (significant <= SAFE_DIGITS && fraction <= SAFE_DIGITS) {
    // Both operands are exact, so the quotient is the correctly rounded value.
    value = fraction > 0 ? mantissa / POWERS_OF_TEN[fraction]! : mantissa;
    if (negative) value = -value;
  } else {
    value = Number(decodeUtf8(bytes, start, end));
    if (significant > SAFE_DIGITS) out.flags = TermFlag.inexact;
  }
  const bounds = INTEGER_BOUNDS[datatype];
  if (bounds !== undefined && outOfBounds(bytes, start, end, value, significant, bounds)) {
    out.flags = TermFlag.illTyped;
    return;
  }
  out.value = value === 0 ? 0 : value; // decimals have no negative zero
}

function outOfBounds(
  bytes: Uint8Array,
  start: number,
  end: number,
  value: number,
  significant: number,
  [low, high]: readonly [bigint | undefined, bigint | undefined],
): boolean {
  if (significant <= SAFE_DIGITS) return (low !== undefined && value < Number(low)) || (high !== undefined && value > Number(high));
  // BigInt reading is quadratic; beyond 25 digits only the sign decides.
  if (significant > 25) return value < 0 ? low !== undefined : high !== undefined;
  const text = decodeUtf8(bytes, start, end);
  const exact = BigInt(text.startsWith("+") ? text.slice(1) : text);
  return (low !== undefined && exact < low) || (high !== undefined && exact > high);
}

function readDouble(bytes: Uint8Array, start: number, end: number, datatype: DatatypeCode, out: LiteralValue): void {
  const text = decodeUtf8(bytes, start, end);
  let value: number;
  if (/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) value = Number(text);
  else if (text === "INF" || text === "+INF") value = Number.POSITIVE_INFINITY;
  else if (text === "-INF") value = Number.NEGATIVE_INFINITY;
  else {
    if (text !== "NaN") out.flags = TermFlag.illTyped;
    return;
  }
  out.value = datatype === Datatype.float ? Math.fround(value) : value;
}

function readBoolean(bytes: Uint8Array, start: number, end: number, out: LiteralValue): void {
  const text = end - start <= 5 ? decodeUtf8(bytes, start, end) : "";
  if (text === "true" || text === "1") out.value = 1;
  else if (text === "false" || text === "0") out.value = 0;
  else out.flags = TermFlag.illTyped;
}

/** Lexical forms of the date and time types, XSD 1.1 part 2, section 3.3; groups: year, month, day, hour, minute, second, fraction, zone. */
const YEAR = "(-?(?:[1-9][0-9]{3,}|0[0-9]{3}))";
const MONTH = "(0[1-9]|1[0-2])";
const DAY = "(0[1-9]|[12][0-9]|3[01])";
const CLOCK = "([01][0-9]|2[0-4]):([0-5][0-9]):([0-5][0-9])(\\.[0-9]+)?";
const ZONE = "(Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?";
const EMPTY = "()";
const INSTANT_FORMS: Readonly<Record<DatatypeCode, RegExp>> = {
  [Datatype.dateTime]: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${CLOCK}${ZONE}$`),
  [Datatype.dateTimeStamp]: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${CLOCK}${ZONE.slice(0, -1)}$`),
  [Datatype.date]: new RegExp(`^${YEAR}-${MONTH}-${DAY}${EMPTY.repeat(4)}${ZONE}$`),
  [Datatype.time]: new RegExp(`^${EMPTY.repeat(3)}${CLOCK}${ZONE}$`),
  [Datatype.gYear]: new RegExp(`^${YEAR}${EMPTY.repeat(6)}${ZONE}$`),
  [Datatype.gYearMonth]: new RegExp(`^${YEAR}-${MONTH}${EMPTY.repeat(5)}${ZONE}$`),
};

function readInstant(bytes: Uint8Array, start: number, end: number, datatype: DatatypeCode, out: LiteralValue): void {
  if (datatype === Datatype.date && readPlainDate(bytes, start, end, out)) return;
  const match = INSTANT_FORMS[datatype]!.exec(decodeUtf8(bytes, start, end));
  if (match === null) {
    out.flags = TermFlag.illTyped;
    return;
  }
  const [year, month, day, hour, minute, second] = [match[1], match[2], match[3], match[4], match[5], match[6]].map((part) =>
    part === undefined || part === "" ? undefined : Number(part),
  );
  const fraction = match[7] ? Number(`0${match[7]}`) : 0;
  const zone = match[8];
  const dayInMonth = day ?? 1;
  const endOfDay = hour === 24 && minute === 0 && second === 0 && fraction === 0;
  if ((hour === 24 && !endOfDay) || (year !== undefined && dayInMonth > daysInMonth(year, month ?? 1))) {
    out.flags = TermFlag.illTyped;
    return;
  }
  const days = year === undefined ? 0 : daysFromCivil(year, month ?? 1, dayInMonth);
  let value = days * DAY_MS + (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0) + fraction) * 1000;
  if (year === undefined && endOfDay) value = 0; // 24:00:00 as a time of day is midnight
  if (zone !== undefined && zone !== "") {
    out.flags = TermFlag.timezone;
    if (zone !== "Z") {
      const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
      value -= (zone.startsWith("-") ? -offset : offset) * 60_000;
    }
  }
  out.value = value;
}

/** The common `YYYY-MM-DD` without a regular expression; false when the form is another or wrong. */
function readPlainDate(bytes: Uint8Array, start: number, end: number, out: LiteralValue): boolean {
  if (end - start !== 10 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return false;
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = bytes[start + i]! - 0x30;
    if (digit < 0 || digit > 9) return false;
    digits = digits * 10 + digit;
  }
  const year = Math.floor(digits / 10_000);
  const month = Math.floor(digits / 100) % 100;
  const day = digits % 100;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
  out.value = daysFromCivil(year, month, day) * DAY_MS;
  return true;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BCE (XSD 1.1). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
