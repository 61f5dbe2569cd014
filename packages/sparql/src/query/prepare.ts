import { ChanceryError, type QuadStore, type StoreVersion, type TripleIndex } from "@chancery/rdf";
import type { Algebra } from "../algebra/algebra.ts";
import { type QueryAlgebra, toAlgebra } from "../algebra/to-algebra.ts";
import { optimize } from "../optimize/optimize.ts";
import type { QuerySyntax, SyntaxTree } from "../parse/ast.ts";
import { parseQuery } from "../parse/parse-query.ts";
import type { Plan } from "../plan/plan.ts";
import { MAX_KEPT_TEXT, type QueryCache, queriesOf } from "./cache.ts";
import type { QueryOptions } from "./options.ts";

/** A query that has been read; it can be run on any store, any number of times. */
export interface PreparedQuery {
  readonly form: QueryAlgebra["form"];
  /** Variables of the rows of SELECT; empty for the other forms. */
  readonly variables: readonly string[];
  readonly syntax: QuerySyntax;
  /** The algebra as the query says it (SPARQL 1.1, section 18.2). */
  readonly algebra: QueryAlgebra;
  /** The optimised pattern, worked out at the first call: a plan that is kept needs none. */
  readonly optimized: () => Algebra;
  /** The text, with all that decides how it is read: equal keys mean the same query. `undefined` for queries that are not kept. */
  readonly key: string | undefined;
  readonly baseIri: string | undefined;
  /** The latest plan by version of the data, with the default graph it was made for. Filled by running the query. */
  plans: WeakMap<StoreVersion, { readonly defaultGraph: TripleIndex; readonly plan: Plan }> | undefined;
}

export type QueryInput = string | SyntaxTree | PreparedQuery;

/**
 * Reads a query once, to run it often.
 *
 * @throws ChanceryError `sparql.syntax`, `sparql.too-long`, `sparql.too-deep`; `sparql.wrong-form` for an update.
 */
export function prepare(query: QueryInput, options: QueryOptions = {}): PreparedQuery {
  return prepareWith(query, options, options.cache === false ? undefined : options.cache);
}

function prepareWith(query: QueryInput, options: QueryOptions, cache: QueryCache | undefined): PreparedQuery {
  if (typeof query === "object" && "algebra" in query) return query;
  if (typeof query !== "string") return prepareSyntax(query, undefined, options);
  const key = keyOf(query, options);
  if (cache === undefined || key === undefined) return prepareSyntax(parseQuery(query, options), key, options);
  let prepared = cache.get(key);
  if (prepared === undefined) {
    prepared = prepareSyntax(parseQuery(query, options), key, options);
    cache.set(key, prepared);
  }
  return prepared;
}

/** Stricter limits than usual, and passes of a test, are not found in the text: such queries are read anew. */
function keyOf(text: string, { baseIri, prefixes, passes, maxLength, maxDepth }: QueryOptions): string | undefined {
  if (passes !== undefined || maxLength !== undefined || maxDepth !== undefined || text.length > MAX_KEPT_TEXT) return undefined;
  return baseIri === undefined && prefixes === undefined ? text : JSON.stringify([text, baseIri, prefixes]);
}

function prepareSyntax(syntax: SyntaxTree, key: string | undefined, options: QueryOptions): PreparedQuery {
  if (syntax.type === "update") {
    throw new ChanceryError("sparql.wrong-form", "This is an update, not a query.", { remedy: "Run it with update()." });
  }
  const algebra = toAlgebra(syntax);
  let pattern: Algebra | undefined;
  return {
    form: algebra.form,
    variables: algebra.form === "select" ? algebra.variables : [],
    syntax,
    algebra,
    optimized() {
      pattern ??= optimize(algebra.pattern, options.passes);
      return pattern;
    },
    key,
    baseIri: syntax.base ?? options.baseIri,
    plans: undefined,
  };
}

/** Prepares a query, kept with the store unless the options say otherwise. */
export function prepareForStore(store: QuadStore, query: QueryInput, options: QueryOptions): PreparedQuery {
  return prepareWith(query, options, options.cache === undefined ? queriesOf(store) : options.cache || undefined);
}

/** Prepares a query for a store; it must have a certain form. @throws ChanceryError `sparql.wrong-form`. */
export function prepareForm<Form extends QueryAlgebra["form"]>(
  store: QuadStore,
  query: QueryInput,
  form: Form,
  options: QueryOptions,
): PreparedQuery & { readonly algebra: Extract<QueryAlgebra, { form: Form }> } {
  const prepared = prepareForStore(store, query, options);
  if (prepared.form !== form) {
    throw new ChanceryError("sparql.wrong-form", `This is a ${prepared.form.toUpperCase()} query, not ${form.toUpperCase()}.`, {
      remedy: `Run it with ${prepared.form}().`,
    });
  }
  return prepared as PreparedQuery & { readonly algebra: Extract<QueryAlgebra, { form: Form }> };
}
