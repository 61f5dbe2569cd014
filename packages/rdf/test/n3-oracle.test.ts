import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as RDF from "@rdfjs/types";
// @ts-expect-error n3 ships no types
import * as n3 from "n3";
import { describe, expect, it } from "vitest";
import { loadNQuads, QuadStore } from "../src/index.ts";
import { w3cFolder } from "./w3c-suite.ts";

/** The part of n3's parser that is used here; the package has no types. */
interface N3 {
  readonly Parser: new (options: { format: string; blankNodePrefix: string }) => { parse(text: string): RDF.Quad[] };
}

const { Parser } = n3 as N3;
const folder = w3cFolder();

const text = (quad: RDF.Quad): string =>
  JSON.stringify(quad, ["termType", "value", "language", "direction", "datatype", "subject", "predicate", "object", "graph"]);

/** Loads the text with our parser, and n3's quads by `addAll`; both must be the same set. */
function checkSame(source: string): void {
  const format = "n-quads";
  const ours = new QuadStore();
  loadNQuads(ours, source, { blankNodes: "keep" });
  const theirs = new QuadStore();
  theirs.addAll(new Parser({ format, blankNodePrefix: "" }).parse(source));
  expect([...ours].map(text).sort()).toEqual([...theirs].map(text).sort());
}

describe("the loader and n3's parser", () => {
  it("agree on every construct", () => {
    checkSame(
      '<http://e/s> <http://e/p> "a\\tb\\u00e9\\U0001F600" .\n_:x <http://e/p> "x"@EN-gb <http://e/g> .\n_:x <http://e/p> "1"^^<http://e/t> _:g .',
    );
    checkSame(
      '<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> "x"@ar--rtl )>> .\n<http://e/\\u00e9> <http://e/p> "\\"\\\\\\r\\n\\f\\b" .',
    );
  });

  it.skipIf(folder === undefined)("agree on what the W3C's files say", () => {
    let files = 0;
    for (const path of ["rdf11/rdf-n-triples", "rdf11/rdf-n-quads", "rdf12/rdf-n-triples/c14n", "rdf12/rdf-n-quads/c14n"]) {
      for (const name of readdirSync(join(folder!, path))) {
        if (!/\.n[tq]$/.test(name) || name.includes("-bad-")) continue;
        checkSame(readFileSync(join(folder!, path, name), "utf8"));
        files++;
      }
    }
    expect(files).toBeGreaterThan(200);
  });
});
