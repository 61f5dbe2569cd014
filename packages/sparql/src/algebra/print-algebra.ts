import { unreachable } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import type { Algebra, GraphScope, PatternTerm, TriplePattern } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { printPath } from "./path.ts";
import { childrenOf } from "./scope.ts";

/** A term as SPARQL writes it, IRIs in full. */
export function printTerm(term: Term): string {
  switch (term.termType) {
    case "NamedNode":
      return `<${term.value}>`;
    case "BlankNode":
      return `_:${term.value}`;
    case "Variable":
      return `?${term.value}`;
    case "Quad":
      return `<<( ${printTerm(term.subject)} ${printTerm(term.predicate)} ${printTerm(term.object)} )>>`;
    case "Literal": {
      const text = JSON.stringify(term.value);
      if (term.language !== "") return `${text}@${term.language}`;
      return term.datatype.value === "http://www.w3.org/2001/XMLSchema#string" ? text : `${text}^^<${term.datatype.value}>`;
    }
    default:
      return term.value;
  }
}

export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "variable":
      return `?${expression.name}`;
    case "term":
      return printTerm(expression.term);
    case "call":
      return `${expression.name}(${expression.args.map(printExpression).join(", ")})`;
    case "function":
      return `<${expression.iri}>(${expression.args.map(printExpression).join(", ")})`;
    case "in":
      return `${printExpression(expression.value)} ${expression.negated ? "NOT IN" : "IN"} (${expression.list.map(printExpression).join(", ")})`;
    case "exists":
      return `${expression.negated ? "NOT EXISTS" : "EXISTS"} { ${printAlgebra(expression.pattern).replaceAll(/\s+/g, " ")} }`;
    default:
      return unreachable(expression);
  }
}

function printPatternTerm(term: PatternTerm): string {
  switch (term.kind) {
    case "variable":
      return `?${term.name}`;
    case "term":
      return printTerm(term.term);
    case "triple":
      return `<<( ${printTriple(term)} )>>`;
    default:
      return unreachable(term);
  }
}

function printTriple({ subject, predicate, object }: TriplePattern): string {
  return [subject, predicate, object].map(printPatternTerm).join(" ");
}

function printGraph(graph: GraphScope): string {
  return graph.kind === "default" ? "" : ` in ${graph.kind === "named" ? `<${graph.name.value}>` : `?${graph.name}`}`;
}

/** The algebra as an indented tree, one operator a line. */
export function printAlgebra(node: Algebra, indent = ""): string {
  const lines = [`${indent}${headOf(node)}`, ...childrenOf(node).map((child) => printAlgebra(child, `${indent}  `))];
  return lines.join("\n");
}

function headOf(node: Algebra): string {
  switch (node.kind) {
    case "bgp":
      return `bgp${printGraph(node.graph)} { ${node.patterns.map(printTriple).join(" . ")} }`;
    case "path":
      return `path${printGraph(node.graph)} ${printPatternTerm(node.subject)} ${printPath(node.path)} ${printPatternTerm(node.object)}`;
    case "graphNames":
      return `graphNames${printGraph(node.graph)}`;
    case "leftJoin":
      return node.expression === undefined ? "leftJoin" : `leftJoin if ${printExpression(node.expression)}`;
    case "filter":
      return `filter ${printExpression(node.expression)}`;
    case "extend":
      return `extend ?${node.variable} := ${printExpression(node.expression)}`;
    case "values":
      return `values (${node.variables.map((name) => `?${name}`).join(" ")}) ${node.rows.length} rows`;
    case "group": {
      const keys = node.keys.map((key) => printExpression(key.expression)).join(" ");
      const aggregates = node.aggregates.map(({ variable, aggregate }) => {
        const argument = aggregate.kind === "countAll" ? "*" : printExpression(aggregate.expression);
        return `?${variable} := ${aggregate.kind}(${aggregate.distinct ? "DISTINCT " : ""}${argument})`;
      });
      return `group by (${keys}) ${aggregates.join(", ")}`;
    }
    case "orderBy":
      return `orderBy ${node.comparators.map((key) => `${key.descending ? "DESC" : "ASC"}(${printExpression(key.expression)})`).join(" ")}`;
    case "project":
      return `project ${node.variables.map((name) => `?${name}`).join(" ")}`;
    case "slice":
      return `slice offset ${node.offset}${node.limit === undefined ? "" : ` limit ${node.limit}`}`;
    case "graph":
      return `graph ${typeof node.graph === "string" ? `?${node.graph}` : `<${node.graph.value}>`}`;
    case "service":
      return `service ${printPatternTerm(node.name)}`;
    default:
      return node.kind;
  }
}
