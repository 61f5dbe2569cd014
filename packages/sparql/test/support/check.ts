import { QuadStore } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import { expect } from "vitest";
import { printAlgebra, printTerm } from "../../src/algebra/print-algebra.ts";
import { toAlgebra } from "../../src/algebra/to-algebra.ts";
import { explain, parseQuery, type QueryOptions, select, update } from "../../src/index.ts";
import { type OptimizerPass, optimize } from "../../src/optimize/optimize.ts";
import type { QuerySyntax } from "../../src/parse/ast.ts";
import type { PlanNode } from "../../src/plan/print-plan.ts";

export const PREFIXES = "PREFIX : <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n";

/** A store with the triples of an INSERT DATA body. */
export function storeOf(data: string): QuadStore {
  const store = new QuadStore();
  update(store, `${PREFIXES}INSERT DATA { ${data} }`);
  return store;
}

const shorten = (text: string): string =>
  text.replaceAll("http://example.org/", "").replaceAll("http://www.w3.org/2001/XMLSchema#", "xsd:");

/** The algebra of a query, after the given passes (none by default), as an indented text. */
export function checkAlgebra(query: string, expected: string, passes: readonly OptimizerPass[] = []): void {
  const { pattern } = toAlgebra(parseQuery(PREFIXES + query) as QuerySyntax);
  expect(shorten(printAlgebra(optimize(pattern, passes)))).toBe(expected.replace(/^\n/, "").replace(/\n *$/, ""));
}

/** Operators of the plan, outermost first, depth by indentation. */
export function checkPlan(store: QuadStore, query: string, expected: readonly string[], options: QueryOptions = {}): PlanNode {
  const { plan } = explain(store, PREFIXES + query, options);
  const lines: string[] = [];
  const visit = (node: PlanNode, depth: number): void => {
    if (node.operator !== "project") lines.push(`${"  ".repeat(depth)}${node.operator} ${shorten(node.detail)}`.trimEnd());
    for (const input of node.inputs) visit(input, node.operator === "project" ? depth : depth + 1);
  };
  visit(plan, 0);
  expect(lines).toEqual(expected);
  return plan;
}

const show = (term: Term): string => shorten(printTerm(term)).replace(/^<(.*)>$/, ":$1");

/** The rows of a SELECT as `name=term` texts, in order of the rows' text unless `ordered`. */
export function rowsOf(store: QuadStore, query: string, options: QueryOptions & { readonly ordered?: boolean } = {}): string[] {
  const rows = [...select(store, PREFIXES + query, options)].map((row) =>
    Object.entries(row)
      .map(([name, term]) => `${name}=${show(term!)}`)
      .join(" "),
  );
  return options.ordered === true ? rows : rows.sort();
}

/** Value of one expression on an empty store; `undefined` is an error. */
export function evaluate(expression: string, options: QueryOptions = {}): string | undefined {
  const [row] = [...select(new QuadStore(), `${PREFIXES}SELECT (${expression} AS ?v) {}`, options)];
  return row?.v === undefined ? undefined : show(row.v);
}
