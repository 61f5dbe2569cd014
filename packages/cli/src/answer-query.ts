import { writeQuads } from "@chancery/io";
import { PREFIXES } from "@chancery/rdf";
import { prepare, type QueryOptions, type ResultFormat, type Row, writeResults } from "@chancery/sparql";
import type { KnowledgeGraph } from "chancery";
import { renderTable } from "./render-table.ts";

export type QueryFormat = "table" | "turtle" | "n-triples" | "json-ld" | ResultFormat;
export const QUERY_FORMATS: readonly QueryFormat[] = ["table", "json", "xml", "csv", "tsv", "turtle", "n-triples", "json-ld"];

const isTabular = (format: QueryFormat | undefined): format is ResultFormat =>
  format === "json" || format === "xml" || format === "csv" || format === "tsv";

/** The answer to a query of any form, in pieces of text. A format that the form has not gives its default: a table, yes or no, or Turtle. */
export function answerQuery(
  graph: KnowledgeGraph,
  text: string,
  format: QueryFormat | undefined,
  limits: Pick<QueryOptions, "timeoutMs" | "maxRows">,
): Iterable<string> {
  const prefixes = { ...PREFIXES, chy: graph.namespaces.terms, id: graph.namespaces.ids };
  const query = prepare(text, { prefixes });
  switch (query.form) {
    case "select": {
      const rows = graph.select(query, limits);
      return isTabular(format)
        ? writeResults({ variables: rows.variables, rows }, format)
        : renderTable(rows.variables, rows as Iterable<Row>);
    }
    case "ask": {
      const answer = graph.ask(query, limits);
      return format === "json" || format === "xml" ? writeResults(answer, format) : [`${answer ? "yes" : "no"}\n`];
    }
    default: {
      const triples = query.form === "construct" ? graph.construct(query, limits) : graph.describe(query, limits);
      return writeQuads(triples, format === "n-triples" || format === "json-ld" ? format : format === "json" ? "json-ld" : "turtle", {
        prefixes,
      });
    }
  }
}
