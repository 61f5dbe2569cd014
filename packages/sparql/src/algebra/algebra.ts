import type { BlankNode, Literal, NamedNode, Quad } from "@rdfjs/types";
import type { Expression } from "./expression.ts";
import type { Path } from "./path.ts";

/** A term without variables in it. */
export type GroundTerm = NamedNode | Literal | BlankNode | Quad;

/**
 * One position of a pattern. Variables have the name without the question mark; blank nodes of the query text became variables
 * named `_:label`, and variables that no user wrote start with `#`: neither is visible to `SELECT *`.
 */
export type PatternTerm =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "term"; readonly term: GroundTerm }
  | { readonly kind: "triple"; readonly subject: PatternTerm; readonly predicate: PatternTerm; readonly object: PatternTerm };

export interface TriplePattern {
  readonly subject: PatternTerm;
  readonly predicate: PatternTerm;
  readonly object: PatternTerm;
}

/** Which triples a leaf reads: the default graph, one named graph, or any named graph, whose name the variable then holds. */
export type GraphScope =
  | { readonly kind: "default" }
  | { readonly kind: "named"; readonly name: NamedNode }
  | { readonly kind: "variable"; readonly name: string };

export type Algebra =
  | { readonly kind: "bgp"; readonly patterns: readonly TriplePattern[]; readonly graph: GraphScope }
  | { readonly kind: "path"; readonly subject: PatternTerm; readonly path: Path; readonly object: PatternTerm; readonly graph: GraphScope }
  /** The names of all named graphs, or a single empty row if the graph exists: what `GRAPH g {}` matches. */
  | { readonly kind: "graphNames"; readonly graph: GraphScope }
  | { readonly kind: "join"; readonly inputs: readonly Algebra[] }
  | { readonly kind: "leftJoin"; readonly left: Algebra; readonly right: Algebra; readonly expression: Expression | undefined }
  | { readonly kind: "filter"; readonly input: Algebra; readonly expression: Expression }
  | { readonly kind: "union"; readonly inputs: readonly Algebra[] }
  /** `ignored` lists shared variables that do not count for "the two have a variable in common": graph names pushed into both sides. */
  | { readonly kind: "minus"; readonly left: Algebra; readonly right: Algebra; readonly ignored: readonly string[] }
  | { readonly kind: "extend"; readonly input: Algebra; readonly variable: string; readonly expression: Expression }
  | { readonly kind: "values"; readonly variables: readonly string[]; readonly rows: readonly (readonly (GroundTerm | undefined)[])[] }
  | {
      readonly kind: "group";
      readonly input: Algebra;
      readonly keys: readonly GroupKey[];
      readonly aggregates: readonly NamedAggregate[];
    }
  | { readonly kind: "orderBy"; readonly input: Algebra; readonly comparators: readonly Comparator[] }
  | { readonly kind: "project"; readonly input: Algebra; readonly variables: readonly string[] }
  | { readonly kind: "distinct"; readonly input: Algebra }
  | { readonly kind: "reduced"; readonly input: Algebra }
  | { readonly kind: "slice"; readonly input: Algebra; readonly offset: number; readonly limit: number | undefined }
  /** `GRAPH`; the optimiser pushes it into the leaves where the answers allow, what remains is evaluated graph by graph. */
  | { readonly kind: "graph"; readonly graph: NamedNode | string; readonly input: Algebra }
  | {
      readonly kind: "service";
      readonly name: PatternTerm;
      readonly silent: boolean;
      readonly input: Algebra;
      readonly syntax: ServiceSyntax;
    };

/** What the caller's SERVICE function receives of the pattern. */
export interface ServiceSyntax {
  readonly patterns: readonly unknown[];
  readonly prefixes: Readonly<Record<string, string>>;
}

export interface GroupKey {
  readonly variable: string;
  readonly expression: Expression;
}

export interface NamedAggregate {
  readonly variable: string;
  readonly aggregate: Aggregate;
}

export type Aggregate =
  | { readonly kind: "countAll"; readonly distinct: boolean }
  | {
      readonly kind: "count" | "sum" | "avg" | "min" | "max" | "sample";
      readonly distinct: boolean;
      readonly expression: Expression;
    }
  | { readonly kind: "groupConcat"; readonly distinct: boolean; readonly expression: Expression; readonly separator: string };

export interface Comparator {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** The join of nothing: one row without bindings. */
export const unit: Algebra = { kind: "join", inputs: [] };
