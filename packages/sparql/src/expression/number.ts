/**
 * Exact numbers of xsd:integer and xsd:decimal: `digits / 10^scale`. `digits` is a safe integer where it fits and a BigInt beyond 2^53,
 * so that ordinary sums never touch BigInt and no sum is ever wrong.
 */
export interface Exact {
  readonly digits: number | bigint;
  readonly scale: number;
}

/** Digits after the point that a division keeps when it does not end sooner (XPath leaves it to the implementation; 18 as in XSD's minimum). */
const DIVISION_SCALE = 18;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;

const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The BigInt as a number where that is exact. */
export function narrow(value: bigint): number | bigint {
  return value <= BigInt(MAX_SAFE) && value >= -BigInt(MAX_SAFE) ? Number(value) : value;
}

/** Parses the lexical form of xsd:integer; `undefined` when it is none. */
export function parseInteger(text: string): number | bigint | undefined {
  if (text.length < 16) {
    if (!isDigits(text)) return undefined;
    return Number(text) + 0;
  }
  return /^[+-]?[0-9]+$/.test(text) ? narrow(BigInt(text.replace(/^\+/, ""))) : undefined;
}

function isDigits(text: string): boolean {
  let i = 0;
  const first = text.charCodeAt(0);
  if (first === 43 || first === 45) i = 1;
  if (i >= text.length) return false;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Parses the lexical form of xsd:decimal; `undefined` when it is none. */
export function parseDecimal(text: string): Exact | undefined {
  const point = text.indexOf(".");
  if (point < 0) {
    const digits = parseInteger(text);
    return digits === undefined ? undefined : { digits, scale: 0 };
  }
  if (!/^[+-]?([0-9]+\.[0-9]*|\.[0-9]+)$/.test(text)) return undefined;
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  const whole = text.slice(0, point);
  const fraction = text.slice(point + 1, end);
  const digits = parseInteger(`${whole === "" || whole === "-" || whole === "+" ? `${whole}0` : whole}${fraction}`);
  return digits === undefined ? undefined : { digits, scale: fraction.length };
}

/** Canonical lexical form of XSD 1.1: no point where the fraction is zero. */
export function printExact({ digits, scale }: Exact): string {
  const negative = digits < 0;
  const text = String(negative ? -digits : digits);
  const sign = negative ? "-" : "";
  if (scale === 0) return sign + text;
  const padded = text.padStart(scale + 1, "0");
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, "");
  if (fraction === "") return whole === "0" ? "0" : sign + whole;
  return `${sign}${whole}.${fraction}`;
}

/** Nearest double. */
export function exactToNumber({ digits, scale }: Exact): number {
  if (scale === 0) return Number(digits);
  if (typeof digits === "number" && scale < POWERS.length) return digits / POWERS[scale]!;
  return Number(printExact({ digits, scale }));
}

/** The exact value of a finite double. */
export function numberToExact(value: number): Exact {
  if (Number.isSafeInteger(value)) return { digits: value, scale: 0 };
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const parsed = parseDecimal(mantissa) ?? { digits: 0, scale: 0 };
  const scale = parsed.scale - Number(exponent);
  if (scale >= 0) return { digits: parsed.digits, scale };
  return { digits: narrow(BigInt(parsed.digits) * powerOfTen(-scale)), scale: 0 };
}

/** Both numbers over one power of ten; plain numbers where both stay exact. */
function align(a: Exact, b: Exact): readonly [number | bigint, number | bigint, number] {
  if (a.scale === b.scale) return [a.digits, b.digits, a.scale];
  const scale = Math.max(a.scale, b.scale);
  return [scaleUp(a.digits, scale - a.scale), scaleUp(b.digits, scale - b.scale), scale];
}

function scaleUp(digits: number | bigint, by: number): number | bigint {
  if (by === 0) return digits;
  if (typeof digits === "number" && by < POWERS.length) {
    const product = digits * POWERS[by]!;
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product;
  }
  return BigInt(digits) * powerOfTen(by);
}

function isSafe(value: number): boolean {
  return value <= MAX_SAFE && value >= -MAX_SAFE;
}

export function addExact(a: Exact, b: Exact): Exact {
  const [x, y, scale] = align(a, b);
  if (typeof x === "number" && typeof y === "number" && isSafe(x + y)) return { digits: x + y, scale };
  return { digits: narrow(BigInt(x) + BigInt(y)), scale };
}

export function negateExact({ digits, scale }: Exact): Exact {
  return { digits: digits === 0 ? 0 : -digits, scale };
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  const scale = a.scale + b.scale;
  if (typeof a.digits === "number" && typeof b.digits === "number") {
    const product = a.digits * b.digits;
    if (isSafe(product)) return trim({ digits: product + 0, scale });
  }
  return trim({ digits: narrow(BigInt(a.digits) * BigInt(b.digits)), scale });
}

/** Quotient to 18 digits after the point, cut; `undefined` for a zero divisor. */
export function divideExact(a: Exact, b: Exact): Exact | undefined {
  if (Number(b.digits) === 0) return undefined;
  const [x, y] = align(a, b);
  if (typeof x === "number" && typeof y === "number" && x % y === 0) return { digits: x / y + 0, scale: 0 };
  return trim({ digits: narrow((BigInt(x) * powerOfTen(DIVISION_SCALE)) / BigInt(y)), scale: DIVISION_SCALE });
}

/** −1, 0 or 1. */
export function compareExact(a: Exact, b: Exact): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Trailing zeros after the point dropped, so that equal numbers have equal digits. */
function trim(value: Exact): Exact {
  let { digits, scale } = value;
  if (typeof digits === "number") {
    while (scale > 0 && digits % 10 === 0) {
      digits /= 10;
      scale--;
    }
  } else {
    while (scale > 0 && digits % 10n === 0n) {
      digits /= 10n;
      scale--;
    }
    digits = narrow(digits);
  }
  return { digits, scale };
}

export type Rounding = "abs" | "ceil" | "floor" | "round";

/** ABS, CEIL, FLOOR and ROUND (halves towards positive infinity). */
export function roundExact(value: Exact, mode: Rounding): Exact {
  const { digits, scale } = value;
  if (mode === "abs") return digits < 0 ? negateExact(value) : value;
  if (scale === 0) return value;
  const unit = powerOfTen(scale);
  const wide = BigInt(digits);
  const floor = wide / unit - (wide % unit < 0n ? 1n : 0n);
  if (mode === "floor") return { digits: narrow(floor), scale: 0 };
  if (mode === "ceil") return { digits: narrow(wide % unit === 0n ? floor : floor + 1n), scale: 0 };
  const rest = wide - floor * unit;
  return { digits: narrow(rest * 2n >= unit ? floor + 1n : floor), scale: 0 };
}

/** Canonical lexical form of xsd:double and xsd:float: `1.5E2`, `INF`, `-INF`, `NaN`. */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (value === Number.POSITIVE_INFINITY) return "INF";
  if (value === Number.NEGATIVE_INFINITY) return "-INF";
  if (Object.is(value, -0)) return "-0.0E0";
  const [mantissa = "0", exponent = "+0"] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** Parses the lexical form of xsd:double and xsd:float. */
export function parseDouble(text: string): number | undefined {
  if (/^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text)) return Number(text);
  if (text === "INF" || text === "+INF") return Number.POSITIVE_INFINITY;
  if (text === "-INF") return Number.NEGATIVE_INFINITY;
  return text === "NaN" ? Number.NaN : undefined;
}
