import type { Algebra, GroundTerm } from "./algebra.ts";

/** An expression over one row. `call` names a built-in in lower case (`"strlen"`), an operator (`"<"`, `"&&"`) or, with `iri`, a cast or extension. */
export type Expression =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "term"; readonly term: GroundTerm }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "function"; readonly iri: string; readonly args: readonly Expression[] }
  | { readonly kind: "in"; readonly negated: boolean; readonly value: Expression; readonly list: readonly Expression[] }
  | { readonly kind: "exists"; readonly negated: boolean; readonly pattern: Algebra };
