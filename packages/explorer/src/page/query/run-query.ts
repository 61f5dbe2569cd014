import { ask, construct, describe, prepare, type Row, select, writeResults } from "@chancery/sparql";
import type { Quad, Term } from "@rdfjs/types";
import type { Answer, PlainTerm } from "./answer.ts";
import type { QueryStore } from "./query-store.ts";

/** Rows or triples that the page shows at most. */
const MAX_RESULTS = 10_000;
const TIMEOUT_MS = 30_000;

/**
 * Runs a query over the quads of the page.
 *
 * @throws ChanceryError `sparql.syntax` with line and column, `sparql.timeout` and the like.
 */
export function runQuery({ store, prefixes }: QueryStore, text: string): Answer {
  const options = { prefixes, unionDefaultGraph: true, timeoutMs: TIMEOUT_MS };
  const begun = performance.now();
  const ms = (): number => performance.now() - begun;
  const prepared = prepare(text, options);
  switch (prepared.form) {
    case "ask": {
      const value = ask(store, prepared, options);
      return { kind: "boolean", value, ms: ms() };
    }
    case "select": {
      const { variables, ...result } = select(store, prepared, options);
      const { taken, cut } = take<Row>(result);
      const took = ms();
      return {
        kind: "rows",
        variables,
        rows: taken.map((row) => variables.map((name) => (row[name] === undefined ? undefined : plainTerm(row[name])))),
        cut,
        ms: took,
        csv: [...writeResults({ variables, rows: taken }, "csv")].join(""),
      };
    }
    default: {
      const { taken, cut } = take<Quad>((prepared.form === "construct" ? construct : describe)(store, prepared, options));
      const triples = taken.map(({ subject, predicate, object }) => [plainTerm(subject), plainTerm(predicate), plainTerm(object)] as const);
      return { kind: "triples", triples, cut, ms: ms() };
    }
  }
}

function take<Item>(items: Iterable<Item>): { readonly taken: readonly Item[]; readonly cut: boolean } {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length === MAX_RESULTS) return { taken, cut: true };
    taken.push(item);
  }
  return { taken, cut: false };
}

function plainTerm(term: Term): PlainTerm {
  const { termType, value } = term;
  switch (termType) {
    case "Literal":
      return { termType, value, language: term.language, datatype: term.datatype.value };
    case "Quad":
      return { termType, value, parts: [term.subject, term.predicate, term.object].map(plainTerm) };
    default:
      return { termType, value };
  }
}
