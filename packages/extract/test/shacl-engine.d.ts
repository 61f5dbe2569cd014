/** The parts of shacl-engine 1.1 that the tests use; the package has no declarations. */
declare module "shacl-engine" {
  import type { DatasetCore, Term } from "@rdfjs/types";

  interface ValidationResult {
    readonly focusNode: { readonly term: Term };
    readonly path?: readonly { readonly predicates: readonly Term[] }[];
    readonly constraintComponent: Term;
    readonly value?: { readonly term: Term };
  }
  export class Validator {
    constructor(dataset: DatasetCore, options: { readonly factory: object });
    validate(data: { readonly dataset: DatasetCore }): Promise<{ readonly ok: boolean; readonly results: readonly ValidationResult[] }>;
  }
}
