import type { PageData } from "../model/embedded-data.ts";

/** An RDF term as plain data, so that it can pass between threads. */
export interface PlainTerm {
  readonly termType: "NamedNode" | "BlankNode" | "Literal" | "Quad" | "Variable" | "DefaultGraph";
  readonly value: string;
  readonly language?: string;
  /** IRI, of literals. */
  readonly datatype?: string;
  /** Subject, predicate, object of a triple term. */
  readonly parts?: readonly PlainTerm[];
}

/** What a query answered. Rows are in the order of the variables. */
export type Answer =
  | {
      readonly kind: "rows";
      readonly variables: readonly string[];
      readonly rows: readonly (readonly (PlainTerm | undefined)[])[];
      readonly cut: boolean;
      readonly ms: number;
      /** The rows as SPARQL CSV. */
      readonly csv: string;
    }
  | {
      readonly kind: "triples";
      readonly triples: readonly (readonly [PlainTerm, PlainTerm, PlainTerm])[];
      readonly cut: boolean;
      readonly ms: number;
    }
  | { readonly kind: "boolean"; readonly value: boolean; readonly ms: number };

/** What the page tells the worker. */
export type QueryRequest = { readonly kind: "load"; readonly data: PageData } | { readonly kind: "run"; readonly query: string };

/** What the worker tells the page. */
export type QueryReply =
  | {
      readonly kind: "ready";
      readonly quads: number;
      readonly skipped: number;
      readonly prefixes: Readonly<Record<string, string>>;
      readonly ids: string;
      /** IRIs of classes and properties, most used first. */
      readonly classes: readonly string[];
      readonly properties: readonly string[];
    }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "fault"; readonly message: string };
