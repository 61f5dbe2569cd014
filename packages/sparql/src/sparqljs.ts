import { ChanceryError, dataFactory } from "@chancery/rdf";
import sparqljs from "sparqljs";
import type { SyntaxTree } from "./parse/ast.ts";

/**
 * Entry point `@chancery/sparql/sparqljs`: the bridge to programs that hold queries as sparqljs trees. The engine accepts those trees as they are
 * (`select(store, tree)`) and has its own, faster parser; whoever needs sparqljs's own reading or its layout of a text gets it here.
 */

/** sparqljs needs cubic time for nesting (2 s at 2,000 levels); deeper text is refused before it is tried. */
const MAX_DEPTH = 200;
const MAX_LENGTH = 100_000;

export interface SparqljsOptions {
  readonly baseIri?: string;
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * Reads a query or update of SPARQL 1.1 with sparqljs.
 *
 * @throws ChanceryError `sparql.syntax` with sparqljs's message, `sparql.too-long` beyond 100,000 characters, `sparql.too-deep` beyond 200 brackets.
 */
export function parseWithSparqljs(text: string, options: SparqljsOptions = {}): SyntaxTree {
  if (text.length > MAX_LENGTH)
    throw new ChanceryError("sparql.too-long", `The query has ${text.length} characters; sparqljs is given at most ${MAX_LENGTH}.`);
  let depth = 0;
  for (const character of text) {
    if ("{([".includes(character) && ++depth > MAX_DEPTH)
      throw new ChanceryError("sparql.too-deep", `The query nests more than ${MAX_DEPTH} brackets.`);
    if ("})]".includes(character)) depth--;
  }
  const parser = new sparqljs.Parser({
    factory: dataFactory as never,
    prefixes: { ...options.prefixes },
    ...(options.baseIri === undefined ? {} : { baseIRI: options.baseIri }),
  });
  try {
    return parser.parse(text) as unknown as SyntaxTree;
  } catch (cause) {
    throw new ChanceryError("sparql.syntax", (cause as Error).message, { cause });
  }
}

/**
 * Writes a tree with sparqljs's generator: one pattern a line, abbreviated by the tree's prefixes. SPARQL 1.1 only; `formatQuery` writes 1.2 as well.
 *
 * @throws ChanceryError `sparql.unsupported` where the generator can't write the tree.
 */
export function writeWithSparqljs(syntax: SyntaxTree): string {
  try {
    return new sparqljs.Generator({}).stringify(syntax as never);
  } catch (cause) {
    throw new ChanceryError("sparql.unsupported", `sparqljs can't write this tree: ${(cause as Error).message}`, {
      remedy: "Use formatQuery.",
      cause,
    });
  }
}
