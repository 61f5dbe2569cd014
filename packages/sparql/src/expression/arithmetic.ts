import { isNumeric, toNumber } from "./compare.ts";
import { addExact, divideExact, type Exact, multiplyExact, negateExact, type Rounding, roundExact } from "./number.ts";
import { decimalValue, doubleValue, floatValue, integerValue, type Result, type Value } from "./value.ts";

export type ArithmeticOperator = "+" | "-" | "*" | "/";

/** Numeric operators with the promotion integer → decimal → float → double; anything else is a type error. */
export function calculate(operator: ArithmeticOperator, a: Value, b: Value): Result {
  if (!isNumeric(a) || !isNumeric(b)) return undefined;
  if (a.kind === "double" || b.kind === "double") return doubleValue(onDoubles(operator, toNumber(a), toNumber(b)));
  if (a.kind === "float" || b.kind === "float") {
    return floatValue(onDoubles(operator, Math.fround(toNumber(a)), Math.fround(toNumber(b))));
  }
  if (operator === "/") {
    const quotient = divideExact(a.value, b.value);
    return quotient && decimalValue(quotient);
  }
  const result = onExact(operator, a.value, b.value);
  return a.kind === "integer" && b.kind === "integer" ? integerValue(result.digits) : decimalValue(result);
}

function onDoubles(operator: ArithmeticOperator, x: number, y: number): number {
  switch (operator) {
    case "+":
      return x + y;
    case "-":
      return x - y;
    case "*":
      return x * y;
    case "/":
      return x / y;
  }
}

function onExact(operator: "+" | "-" | "*", x: Exact, y: Exact): Exact {
  switch (operator) {
    case "+":
      return addExact(x, y);
    case "-":
      return addExact(x, negateExact(y));
    case "*":
      return multiplyExact(x, y);
  }
}

export function negate(value: Value): Result {
  if (!isNumeric(value)) return undefined;
  switch (value.kind) {
    case "integer":
      return integerValue(negateExact(value.value).digits);
    case "decimal":
      return decimalValue(negateExact(value.value));
    case "float":
      return floatValue(-value.value);
    case "double":
      return doubleValue(-value.value);
  }
}

/** ABS, CEIL, FLOOR, ROUND: the result has the argument's type, integers of derived types become xsd:integer. */
export function round(value: Value, mode: Rounding): Result {
  if (!isNumeric(value)) return undefined;
  switch (value.kind) {
    case "integer":
      return integerValue(roundExact(value.value, mode).digits);
    case "decimal":
      return decimalValue(roundExact(value.value, mode));
    case "float":
      return floatValue(roundNumber(value.value, mode));
    case "double":
      return doubleValue(roundNumber(value.value, mode));
  }
}

function roundNumber(value: number, mode: Rounding): number {
  switch (mode) {
    case "abs":
      return Math.abs(value);
    case "ceil":
      return Math.ceil(value);
    case "floor":
      return Math.floor(value);
    case "round":
      return Math.round(value);
  }
}
