import { QuadStore } from "@chancery/rdf";
import { describe, expect, it } from "vitest";
import { parseQuery, select, update } from "../src/index.ts";
import { parseWithSparqljs, writeWithSparqljs } from "../src/sparqljs.ts";

const store = new QuadStore();
update(store, "PREFIX e: <http://e/> INSERT DATA { e:a e:p 1, 2 . e:b e:p 3 ; e:q e:a }");
const QUERIES = [
  "PREFIX e: <http://e/> SELECT ?s (SUM(?v) AS ?sum) WHERE { ?s e:p ?v FILTER(?v > 1) } GROUP BY ?s ORDER BY ?s",
  "PREFIX e: <http://e/> SELECT * WHERE { ?s e:q/e:p ?v OPTIONAL { ?s e:p ?w } MINUS { ?s e:r ?x } }",
  "PREFIX e: <http://e/> SELECT ?v WHERE { { ?s e:p ?v } UNION { VALUES ?v { e:a UNDEF } } }",
];

describe("the bridge to sparqljs", () => {
  it.each(QUERIES)("runs its trees as they are: %s", (text) => {
    expect([...select(store, parseWithSparqljs(text))]).toEqual([...select(store, text)]);
  });
  it.each(QUERIES)("writes our trees with its generator: %s", (text) => {
    expect([...select(store, writeWithSparqljs(parseQuery(text)))]).toEqual([...select(store, text)]);
  });
  it("refuses what sparqljs can't read or would choke on", () => {
    expect(() => parseWithSparqljs("SELEC ?s")).toThrow(expect.objectContaining({ code: "sparql.syntax" }));
    expect(() => parseWithSparqljs(`SELECT * WHERE ${"{".repeat(300)}${"}".repeat(300)}`)).toThrow(
      expect.objectContaining({ code: "sparql.too-deep" }),
    );
    expect(() => parseWithSparqljs(`SELECT * WHERE { # ${"x".repeat(100_001)}\n }`)).toThrow(
      expect.objectContaining({ code: "sparql.too-long" }),
    );
  });
});
