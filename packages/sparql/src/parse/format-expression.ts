import type { ExpressionSyntax, PatternSyntax } from "./ast.ts";
import { formatBranch } from "./format-pattern.ts";
import { formatIri, formatTerm, formatText, type PrefixList } from "./format-term.ts";

type Node = Exclude<ExpressionSyntax, readonly ExpressionSyntax[]>;
type Operation = Extract<Node, { type: "operation" }>;

const INFIX: ReadonlySet<string> = new Set(["||", "&&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/"]);
const PREFIX: ReadonlyMap<string, string> = new Map([
  ["!", "!"],
  ["uplus", "+"],
  ["uminus", "-"],
]);

/** An expression in brackets wherever leaving them out might change what it says. */
export function formatExpression(expression: ExpressionSyntax, prefixes: PrefixList): string {
  if (Array.isArray(expression)) return formatList(expression, prefixes);
  const node = expression as Node;
  if ("termType" in node) return formatTerm(node, prefixes);
  switch (node.type) {
    case "operation":
      return formatOperation(node, prefixes);
    case "functionCall": {
      const name = typeof node.function === "string" ? formatIri(node.function, prefixes) : formatTerm(node.function, prefixes);
      return `${name}${formatList(node.args, prefixes, node.distinct)}`;
    }
    case "aggregate": {
      const argument = formatExpression(node.expression as ExpressionSyntax, prefixes);
      const separator = node.separator === undefined ? "" : `; SEPARATOR = ${formatText(node.separator)}`;
      return `${node.aggregation.toUpperCase()}(${node.distinct === true ? "DISTINCT " : ""}${argument}${separator})`;
    }
  }
}

function formatOperation({ operator, args }: Operation, prefixes: PrefixList): string {
  const name = operator.toLowerCase();
  const [first, second] = args as readonly ExpressionSyntax[];
  if (INFIX.has(name)) return `${operand(first!, prefixes)} ${name} ${operand(second!, prefixes)}`;
  const sign = PREFIX.get(name);
  if (sign !== undefined) return `${sign}(${formatExpression(first!, prefixes)})`;
  switch (name) {
    case "in":
    case "notin":
      return `${operand(first!, prefixes)} ${name === "in" ? "IN" : "NOT IN"} ${formatExpression(second!, prefixes)}`;
    case "exists":
    case "notexists":
      return `${name === "exists" ? "EXISTS" : "NOT EXISTS"} ${formatBranch(args[0] as PatternSyntax, prefixes)}`;
    default:
      return `${name === "bnode" ? operator : operator.toUpperCase()}${formatList(args as readonly ExpressionSyntax[], prefixes)}`;
  }
}

function operand(expression: ExpressionSyntax, prefixes: PrefixList): string {
  const text = formatExpression(expression, prefixes);
  const operator = "type" in expression && expression.type === "operation" ? expression.operator.toLowerCase() : "";
  return INFIX.has(operator) || operator === "in" || operator === "notin" ? `(${text})` : text;
}

function formatList(list: readonly ExpressionSyntax[], prefixes: PrefixList, distinct = false): string {
  return `(${distinct ? "DISTINCT " : ""}${list.map((item) => formatExpression(item, prefixes)).join(", ")})`;
}
