import { ChanceryError, unreachable } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import type { GroundTerm } from "../algebra/algebra.ts";
import type { Expression } from "../algebra/expression.ts";
import { type ArithmeticOperator, calculate } from "./arithmetic.ts";
import { CASTS } from "./cast.ts";
import { compareValues, equalValues } from "./compare.ts";
import { FUNCTIONS, type FunctionContext, type FunctionDefinition, statefulFunction } from "./functions.ts";
import { booleanValue, effectiveBoolean, FALSE, type Result, TRUE, toTerm, toValue, type Value } from "./value.ts";

/** A function of the caller's, called by its IRI; `undefined` is a type error. */
export type ExtensionFunction = (...args: readonly Term[]) => Term | undefined;

export interface ExpressionContext extends FunctionContext {
  /** The value of a term id that is not 0. */
  valueOf(id: number): Value;
  readonly functions: Readonly<Record<string, ExtensionFunction>>;
}

/** Evaluates an expression on one row of columns of term ids. */
export type Evaluator = (columns: readonly Uint32Array[], row: number) => Result;

/**
 * Compiles an expression to a closure.
 *
 * @param columnOf Column of a variable, −1 where no column has it (it is unbound then).
 * @throws ChanceryError `sparql.unsupported` for a function that does not exist, or a wrong number of arguments.
 */
export function compileExpression(expression: Expression, columnOf: (variable: string) => number, context: ExpressionContext): Evaluator {
  const compile = (inner: Expression): Evaluator => compileExpression(inner, columnOf, context);
  switch (expression.kind) {
    case "term": {
      const value = toValue(expression.term);
      return () => value;
    }
    case "variable": {
      const column = columnOf(expression.name);
      if (column < 0) return () => undefined;
      return (columns, row) => {
        const id = columns[column]![row]!;
        return id === 0 ? undefined : context.valueOf(id);
      };
    }
    case "in":
      return compileIn(compile(expression.value), expression.list.map(compile), expression.negated);
    case "call":
      return compileCall(expression.name, expression.args, compile, columnOf, context);
    case "function":
      return compileFunction(expression.iri, expression.args.map(compile), context);
    case "exists":
      throw new TypeError("the planner turns EXISTS into a column");
    default:
      return unreachable(expression);
  }
}

function compileCall(
  name: string,
  args: readonly Expression[],
  compile: (expression: Expression) => Evaluator,
  columnOf: (variable: string) => number,
  context: ExpressionContext,
): Evaluator {
  if (name === "bound") {
    const argument = args[0];
    const column = argument?.kind === "variable" ? columnOf(argument.name) : -1;
    return column < 0 ? () => FALSE : (columns, row) => (columns[column]![row] === 0 ? FALSE : TRUE);
  }
  const compiled = args.map(compile);
  const [first, second, third] = compiled;
  switch (name) {
    case "&&":
      return (columns, row) => {
        const a = effectiveBoolean(first!(columns, row));
        if (a === false) return FALSE;
        const b = effectiveBoolean(second!(columns, row));
        if (b === false) return FALSE;
        return a === undefined || b === undefined ? undefined : TRUE;
      };
    case "||":
      return (columns, row) => {
        const a = effectiveBoolean(first!(columns, row));
        if (a === true) return TRUE;
        const b = effectiveBoolean(second!(columns, row));
        if (b === true) return TRUE;
        return a === undefined || b === undefined ? undefined : FALSE;
      };
    case "!":
      return (columns, row) => {
        const value = effectiveBoolean(first!(columns, row));
        return value === undefined ? undefined : booleanValue(!value);
      };
    case "if":
      return (columns, row) => {
        const condition = effectiveBoolean(first!(columns, row));
        return condition === undefined ? undefined : condition ? second!(columns, row) : third!(columns, row);
      };
    case "coalesce":
      return (columns, row) => {
        for (const argument of compiled) {
          const value = argument(columns, row);
          if (value !== undefined) return value;
        }
        return undefined;
      };
    case "=":
      return onTwo(first!, second!, (a, b) => {
        const equal = equalValues(a, b);
        return equal === undefined ? undefined : booleanValue(equal);
      });
    case "<":
      return onTwo(first!, second!, (a, b) => ordered(compareValues(a, b), (order) => order < 0));
    case ">":
      return onTwo(first!, second!, (a, b) => ordered(compareValues(a, b), (order) => order > 0));
    case "<=":
      return onTwo(first!, second!, (a, b) => ordered(compareValues(a, b), (order) => order <= 0));
    case ">=":
      return onTwo(first!, second!, (a, b) => ordered(compareValues(a, b), (order) => order >= 0));
    case "+":
    case "-":
    case "*":
    case "/":
      return onTwo(first!, second!, (a, b) => calculate(name as ArithmeticOperator, a, b));
    default: {
      const definition = statefulFunction(name) ?? FUNCTIONS.get(name);
      if (definition === undefined) throw new ChanceryError("sparql.unsupported", `There is no function ${name.toUpperCase()}.`);
      return compileDefinition(name, definition, compiled, context);
    }
  }
}

function ordered(order: number | undefined, test: (order: number) => boolean): Result {
  return order === undefined ? undefined : booleanValue(test(order));
}

function onTwo(first: Evaluator, second: Evaluator, apply: (a: Value, b: Value) => Result): Evaluator {
  return (columns, row) => {
    const a = first(columns, row);
    if (a === undefined) return undefined;
    const b = second(columns, row);
    return b === undefined ? undefined : apply(a, b);
  };
}

function compileDefinition(
  name: string,
  definition: FunctionDefinition,
  args: readonly Evaluator[],
  context: ExpressionContext,
): Evaluator {
  if (args.length < definition.min || args.length > definition.max) {
    const wanted = definition.min === definition.max ? `${definition.min}` : `${definition.min} to ${definition.max}`;
    throw new ChanceryError("sparql.unsupported", `${name.toUpperCase()} has ${args.length} arguments, it takes ${wanted}.`);
  }
  const { apply, unary, binary } = definition;
  const [first, second] = args;
  if (unary !== undefined && first !== undefined) {
    return (columns, row) => {
      const value = first(columns, row);
      return value === undefined ? undefined : unary(value, context);
    };
  }
  if (binary !== undefined && first !== undefined && second !== undefined) return onTwo(first, second, (a, b) => binary(a, b, context));
  return (columns, row) => {
    const values: Value[] = [];
    for (const argument of args) {
      const value = argument(columns, row);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return apply(values, context);
  };
}

/** IN is a chain of `=` joined by `||`: found beats error beats not found. */
function compileIn(value: Evaluator, list: readonly Evaluator[], negated: boolean): Evaluator {
  return (columns, row) => {
    const wanted = value(columns, row);
    if (wanted === undefined) return undefined;
    let failed = false;
    for (const item of list) {
      const candidate = item(columns, row);
      const equal = candidate === undefined ? undefined : equalValues(wanted, candidate);
      if (equal === true) return booleanValue(!negated);
      if (equal === undefined) failed = true;
    }
    return failed ? undefined : booleanValue(negated);
  };
}

function compileFunction(iri: string, args: readonly Evaluator[], context: ExpressionContext): Evaluator {
  const cast = CASTS.get(iri);
  const [first] = args;
  if (cast !== undefined && first !== undefined && args.length === 1) {
    return (columns, row) => {
      const value = first(columns, row);
      return value === undefined ? undefined : cast(value);
    };
  }
  const extension = Object.hasOwn(context.functions, iri) ? context.functions[iri] : undefined;
  // A function nobody knows is an error of the expression, not of the query (17.6).
  if (extension === undefined) return () => undefined;
  return (columns, row) => {
    const terms: GroundTerm[] = [];
    for (const argument of args) {
      const value = argument(columns, row);
      if (value === undefined) return undefined;
      terms.push(toTerm(value));
    }
    const result = extension(...terms);
    return result === undefined ? undefined : toValue(result);
  };
}

/** Whether two evaluations on the same row may differ: such expressions are neither memoised nor moved. */
export function isVolatile(expression: Expression): boolean {
  switch (expression.kind) {
    case "variable":
    case "term":
      return false;
    case "call":
      return FUNCTIONS.get(expression.name)?.volatile === true || expression.args.some(isVolatile);
    case "function":
      return !CASTS.has(expression.iri) || expression.args.some(isVolatile);
    case "in":
      return isVolatile(expression.value) || expression.list.some(isVolatile);
    case "exists":
      return false;
    default:
      return unreachable(expression);
  }
}
