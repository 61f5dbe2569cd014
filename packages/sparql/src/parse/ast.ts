import type { BlankNode, Literal, NamedNode, Quad, Variable } from "@rdfjs/types";

/**
 * The syntax tree of a query or an update: the shape that sparqljs 3.7 emits, so that its generator can print ours,
 * with the SPARQL 1.2 nodes as additions (a triple term is an RDF/JS `Quad` in the default graph).
 */
export type SyntaxTree = QuerySyntax | UpdateSyntax;

export type QuerySyntax = SelectSyntax | ConstructSyntax | AskSyntax | DescribeSyntax;

/** A term as it may stand in a pattern. */
export type TermSyntax = NamedNode | Literal | BlankNode | Variable | Quad;

/** The `*` of `SELECT *`, `DESCRIBE *` and `COUNT(*)`. */
export interface WildcardSyntax {
  readonly termType: "Wildcard";
  readonly value: "*";
}

export interface DatasetSyntax {
  readonly default: readonly NamedNode[];
  readonly named: readonly NamedNode[];
}

interface QueryBase {
  readonly type: "query";
  /** What the last VERSION of the text says (SPARQL 1.2). */
  readonly version?: string | undefined;
  readonly base?: string | undefined;
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  readonly from?: DatasetSyntax | undefined;
  readonly where?: readonly PatternSyntax[] | undefined;
  readonly values?: readonly ValuesRowSyntax[] | undefined;
  readonly group?: readonly GroupingSyntax[] | undefined;
  readonly having?: readonly ExpressionSyntax[] | undefined;
  readonly order?: readonly OrderingSyntax[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface SelectSyntax extends QueryBase {
  readonly queryType: "SELECT";
  readonly variables: readonly (Variable | AsSyntax | WildcardSyntax)[];
  readonly distinct?: boolean | undefined;
  readonly reduced?: boolean | undefined;
}

export interface AsSyntax {
  readonly expression: ExpressionSyntax;
  readonly variable: Variable;
}

export interface ConstructSyntax extends QueryBase {
  readonly queryType: "CONSTRUCT";
  readonly template?: readonly TripleSyntax[] | undefined;
}

export interface AskSyntax extends QueryBase {
  readonly queryType: "ASK";
}

export interface DescribeSyntax extends QueryBase {
  readonly queryType: "DESCRIBE";
  readonly variables: readonly (Variable | NamedNode | WildcardSyntax)[];
}

export interface GroupingSyntax {
  readonly expression: ExpressionSyntax;
  readonly variable?: Variable | undefined;
}

export interface OrderingSyntax {
  readonly expression: ExpressionSyntax;
  readonly descending?: boolean | undefined;
}

export interface TripleSyntax {
  readonly subject: TermSyntax;
  readonly predicate: NamedNode | Variable | PathSyntax;
  readonly object: TermSyntax;
}

export interface PathSyntax {
  readonly type: "path";
  readonly pathType: "|" | "/" | "^" | "+" | "*" | "?" | "!";
  readonly items: readonly (NamedNode | PathSyntax)[];
}

/** Keys carry the question mark, as in sparqljs: `{ "?x": term }`; `undefined` is UNDEF. */
export type ValuesRowSyntax = Readonly<Record<string, NamedNode | BlankNode | Literal | Quad | undefined>>;

export type PatternSyntax =
  | { readonly type: "bgp"; readonly triples: readonly TripleSyntax[] }
  | { readonly type: "optional" | "union" | "group" | "minus"; readonly patterns: readonly PatternSyntax[] }
  | { readonly type: "graph"; readonly name: NamedNode | Variable; readonly patterns: readonly PatternSyntax[] }
  | { readonly type: "service"; readonly name: NamedNode | Variable; readonly silent: boolean; readonly patterns: readonly PatternSyntax[] }
  | { readonly type: "filter"; readonly expression: ExpressionSyntax }
  | { readonly type: "bind"; readonly expression: ExpressionSyntax; readonly variable: Variable }
  | { readonly type: "values"; readonly values: readonly ValuesRowSyntax[] }
  | SelectSyntax;

export type ExpressionSyntax =
  | { readonly type: "operation"; readonly operator: string; readonly args: readonly (ExpressionSyntax | PatternSyntax)[] }
  | {
      readonly type: "functionCall";
      readonly function: string | NamedNode;
      readonly args: readonly ExpressionSyntax[];
      readonly distinct?: boolean | undefined;
    }
  | {
      readonly type: "aggregate";
      readonly aggregation: string;
      readonly expression: ExpressionSyntax | WildcardSyntax;
      readonly distinct?: boolean | undefined;
      readonly separator?: string | undefined;
    }
  | NamedNode
  | Literal
  | Variable
  | Quad
  | readonly ExpressionSyntax[];

export interface QuadsSyntax {
  readonly type: "bgp" | "graph";
  readonly name?: NamedNode | Variable | undefined;
  readonly triples: readonly TripleSyntax[];
}

export interface GraphReferenceSyntax {
  /** CLEAR and DROP name DEFAULT, NAMED and ALL without it. */
  readonly type?: "graph" | undefined;
  readonly name?: NamedNode | undefined;
  readonly default?: boolean | undefined;
  readonly named?: boolean | undefined;
  readonly all?: boolean | undefined;
}

export type UpdateOperationSyntax =
  | {
      readonly updateType: "insert" | "delete" | "deletewhere" | "insertdelete";
      readonly graph?: NamedNode | GraphReferenceSyntax | undefined;
      readonly insert?: readonly QuadsSyntax[] | undefined;
      readonly delete?: readonly QuadsSyntax[] | undefined;
      readonly using?: DatasetSyntax | undefined;
      readonly where?: readonly PatternSyntax[] | undefined;
    }
  | {
      readonly type: "copy" | "move" | "add";
      readonly silent: boolean;
      readonly source: GraphReferenceSyntax;
      readonly destination: GraphReferenceSyntax;
    }
  | { readonly type: "load"; readonly silent: boolean; readonly source: NamedNode; readonly destination?: NamedNode | false | undefined }
  | { readonly type: "create" | "clear" | "drop"; readonly silent: boolean; readonly graph: GraphReferenceSyntax };

export interface UpdateSyntax {
  readonly type: "update";
  /** What the last VERSION of the text says (SPARQL 1.2). */
  readonly version?: string | undefined;
  readonly base?: string | undefined;
  readonly prefixes?: Readonly<Record<string, string>> | undefined;
  readonly updates: readonly UpdateOperationSyntax[];
}
