import type { QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import type { QueryOptions } from "./options.ts";
import { prepareForStore, type QueryInput } from "./prepare.ts";
import { ask, construct, describe, type SelectResult, select } from "./run-query.ts";

/** The answer to a query whose form the caller need not know. */
export type Answer =
  | { readonly form: "select"; readonly rows: SelectResult }
  | { readonly form: "ask"; readonly value: boolean }
  | { readonly form: "construct" | "describe"; readonly quads: Iterable<Quad> };

/**
 * Runs a query of any form. A text that was asked before is neither read nor planned again while the data stay the same.
 *
 * @throws ChanceryError as `select`, and while iterating.
 */
export function query(store: QuadStore, input: QueryInput, options: QueryOptions = {}): Answer {
  const prepared = prepareForStore(store, input, options);
  switch (prepared.form) {
    case "select":
      return { form: "select", rows: select(store, prepared, options) };
    case "ask":
      return { form: "ask", value: ask(store, prepared, options) };
    case "construct":
      return { form: "construct", quads: construct(store, prepared, options) };
    case "describe":
      return { form: "describe", quads: describe(store, prepared, options) };
  }
}
