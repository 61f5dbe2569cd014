import type { Term } from "@rdfjs/types";
import type { Row } from "../query/options.ts";

/** Rows of SELECT, or the answer of ASK. */
export type QueryResult = boolean | { readonly variables: readonly string[]; readonly rows: Iterable<Row> };

/** The result formats of SPARQL 1.1; CSV is lossy and cannot hold a boolean, nor can TSV. */
export type ResultFormat = "json" | "xml" | "csv" | "tsv";

/** Media type by format, as HTTP wants it. */
export const RESULT_MEDIA_TYPES: Readonly<Record<ResultFormat, string>> = {
  json: "application/sparql-results+json",
  xml: "application/sparql-results+xml",
  csv: "text/csv; charset=utf-8",
  tsv: "text/tab-separated-values; charset=utf-8",
};

/** Labels in a document are its own: `b0`, `b1` … in order of appearance, whatever the store calls the nodes. */
export function createBlankLabels(): (term: Term) => string {
  const labels = new Map<string, string>();
  return (term) => {
    let label = labels.get(term.value);
    if (label === undefined) {
      label = `b${labels.size}`;
      labels.set(term.value, label);
    }
    return label;
  };
}
