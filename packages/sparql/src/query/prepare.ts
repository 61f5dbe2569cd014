import { ChanceryError, type StoreVersion, type TripleIndex } from "@chancery/rdf";
import { type QueryAlgebra, toAlgebra } from "../algebra/to-algebra.ts";
import { optimize } from "../optimize/optimize.ts";
import type { QuerySyntax, SyntaxTree } from "../parse/ast.ts";
import { parseQuery } from "../parse/parse-query.ts";
import type { Plan } from "../plan/plan.ts";
import type { QueryOptions } from "./options.ts";

/** A query that has been read and optimised; it can be run on any store, any number of times. */
export interface PreparedQuery {
  readonly form: QueryAlgebra["form"];
  /** Variables of the rows of SELECT; empty for the other forms. */
  readonly variables: readonly string[];
  readonly syntax: QuerySyntax;
  readonly algebra: QueryAlgebra;
  readonly baseIri: string | undefined;
  /** The latest plan by version of the data, with the default graph it was made for. Filled by running the query. */
  readonly plans: WeakMap<StoreVersion, { readonly defaultGraph: TripleIndex; readonly plan: Plan }>;
}

export type QueryInput = string | SyntaxTree | PreparedQuery;

/**
 * Reads a query once, to run it often.
 *
 * @throws ChanceryError `sparql.syntax`, `sparql.too-long`, `sparql.too-deep`; `sparql.wrong-form` for an update.
 */
export function prepare(query: QueryInput, options: QueryOptions = {}): PreparedQuery {
  if (typeof query === "object" && "algebra" in query) return query;
  if (typeof query !== "string") return prepareSyntax(query, options);
  const { cache } = options;
  if (cache === undefined) return prepareSyntax(parseQuery(query, options), options);
  const key =
    options.baseIri === undefined && options.prefixes === undefined ? query : JSON.stringify([query, options.baseIri, options.prefixes]);
  let prepared = cache.get(key);
  if (prepared === undefined) {
    prepared = prepareSyntax(parseQuery(query, options), options);
    cache.set(key, prepared);
  }
  return prepared;
}

function prepareSyntax(syntax: SyntaxTree, options: QueryOptions): PreparedQuery {
  if (syntax.type === "update") {
    throw new ChanceryError("sparql.wrong-form", "This is an update, not a query.", { remedy: "Run it with update()." });
  }
  const algebra = toAlgebra(syntax);
  return {
    form: algebra.form,
    variables: algebra.form === "select" ? algebra.variables : [],
    syntax,
    algebra: { ...algebra, pattern: optimize(algebra.pattern, options.passes) },
    baseIri: syntax.base ?? options.baseIri,
    plans: new WeakMap(),
  };
}

/** Prepares a query that must have a certain form. @throws ChanceryError `sparql.wrong-form`. */
export function prepareForm<Form extends QueryAlgebra["form"]>(
  query: QueryInput,
  form: Form,
  options: QueryOptions,
): PreparedQuery & { readonly algebra: Extract<QueryAlgebra, { form: Form }> } {
  const prepared = prepare(query, options);
  if (prepared.form !== form) {
    throw new ChanceryError("sparql.wrong-form", `This is a ${prepared.form.toUpperCase()} query, not ${form.toUpperCase()}.`, {
      remedy: `Run it with ${prepared.form}().`,
    });
  }
  return prepared as PreparedQuery & { readonly algebra: Extract<QueryAlgebra, { form: Form }> };
}
