import type { Literal, NamedNode, Term } from "@rdfjs/types";
import type { BudgetOptions } from "../execute/budget.ts";
import type { ServiceFunction } from "../execute/context.ts";
import type { ExtensionFunction } from "../expression/compile.ts";
import type { OptimizerPass } from "../optimize/optimize.ts";
import type { ParseOptions } from "../parse/parse-query.ts";
import type { QueryCache } from "./cache.ts";

/** How a query is read, what it sees, and what it may spend. */
export interface QueryOptions extends ParseOptions, BudgetOptions {
  /** The default graph is the union of all graphs, the unnamed one included. Default: only the unnamed graph. */
  readonly unionDefaultGraph?: boolean | undefined;
  /** Dataset in the place of FROM and FROM NAMED, which then must not be in the query (SPARQL 1.1 Protocol, 2.1.4). */
  readonly dataset?: { readonly default: readonly NamedNode[]; readonly named: readonly NamedNode[] } | undefined;
  /** Named graphs that exist although they are empty: `GRAPH ?g {}` finds them. */
  readonly emptyGraphs?: readonly NamedNode[] | undefined;
  /** Functions by IRI, for calls such as `ex:distance(?a, ?b)`. */
  readonly functions?: Readonly<Record<string, ExtensionFunction>> | undefined;
  /** Answers SERVICE. Default: SERVICE is refused with `sparql.unsupported`. */
  readonly service?: ServiceFunction | undefined;
  /** The instant of NOW(). Default: the moment the query starts. */
  readonly now?: Date | undefined;
  /** Source of RAND(), UUID() and STRUUID(), in [0, 1). Default: the platform's cryptographic generator. */
  readonly random?: (() => number) | undefined;
  /**
   * Where read queries are kept by their text, with their plans for the present data. Default: with the store, the 100 latest; `false`
   * keeps nothing. `prepare`, which knows no store, keeps nothing by default.
   */
  readonly cache?: QueryCache | false | undefined;
  /** Optimiser passes to run. Default: all; for tests. */
  readonly passes?: readonly OptimizerPass[] | undefined;
}

/** A row of SELECT: terms by variable, without the question mark; unbound variables are absent. */
export type Row<Names extends string = string> = { readonly [Name in Names]?: Term };

/** What may stand for a term where a parameter is wanted: text, numbers and dates become literals. */
export type ParameterValue = Term | Literal | string | number | bigint | boolean | Date;
