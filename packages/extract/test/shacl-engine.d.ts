/** The parts of shacl-engine 1.1 and n3 2.13 that the tests use; the packages have no declarations. */
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

declare module "n3" {
  import type { DatasetCore, Quad, DataFactory as RdfDataFactory } from "@rdfjs/types";
  export const DataFactory: RdfDataFactory;
  export class Parser {
    parse(text: string): Quad[];
  }
  export interface Store extends DatasetCore {}
  export class Store {
    constructor(quads?: readonly Quad[]);
  }
}
