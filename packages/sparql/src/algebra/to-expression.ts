import { ChanceryError } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import type { ExpressionSyntax, PatternSyntax, TermSyntax } from "../parse/ast.ts";
import type { GroundTerm } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { type Translation, toGroup } from "./to-algebra.ts";

/** What to do with an aggregate found inside an expression: where it is allowed, it becomes a variable of the group. */
export type AggregateHandler = (aggregate: Extract<ExpressionSyntax, { type: "aggregate" }>) => Expression;

/** Translates an expression; `exists` patterns go through the group translation. */
export function toExpression(syntax: ExpressionSyntax, translation: Translation, onAggregate: AggregateHandler = noAggregate): Expression {
  if (Array.isArray(syntax)) throw new TypeError("a list is an expression only to the right of IN");
  const node = syntax as Exclude<ExpressionSyntax, readonly ExpressionSyntax[]>;
  if ("termType" in node) return toTermExpression(node, translation);
  const recurse = (argument: ExpressionSyntax | PatternSyntax): Expression =>
    toExpression(argument as ExpressionSyntax, translation, onAggregate);
  switch (node.type) {
    case "aggregate":
      return onAggregate(node);
    case "functionCall":
      return {
        kind: "function",
        iri: typeof node.function === "string" ? node.function : node.function.value,
        args: node.args.map(recurse),
      };
    case "operation": {
      const operator = node.operator.toLowerCase();
      if (operator === "exists" || operator === "notexists") {
        const pattern = node.args[0] as PatternSyntax;
        const patterns = pattern.type === "group" ? pattern.patterns : [pattern];
        return { kind: "exists", negated: operator === "notexists", pattern: toGroup(patterns, translation) };
      }
      if (operator === "in" || operator === "notin") {
        const [value, list] = node.args as [ExpressionSyntax, readonly ExpressionSyntax[]];
        return { kind: "in", negated: operator === "notin", value: recurse(value), list: list.map(recurse) };
      }
      return { kind: "call", name: operator, args: node.args.map(recurse) };
    }
  }
}

function toTermExpression(term: Term | TermSyntax, translation: Translation): Expression {
  if (term.termType === "Variable") return { kind: "variable", name: term.value };
  if (term.termType === "BlankNode") return { kind: "variable", name: `_:${term.value}` };
  if (term.termType !== "Quad") return { kind: "term", term: term as GroundTerm };
  const parts = [term.subject, term.predicate, term.object].map((part) => toTermExpression(part, translation));
  return parts.every((part) => part.kind === "term")
    ? { kind: "term", term: term as GroundTerm }
    : { kind: "call", name: "triple", args: parts };
}

function noAggregate(): never {
  throw new ChanceryError("sparql.syntax", "An aggregate stands where none is allowed.", {
    remedy: "Aggregates belong in SELECT, HAVING and ORDER BY, and not inside each other.",
  });
}
