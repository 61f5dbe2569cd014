import { dataFactory } from "@chancery/rdf";
import type { Literal } from "@rdfjs/types";
import { describe, expect, test } from "vitest";
import { bind, formatQuery, parseQuery, type SyntaxTree, sparql } from "../../src/index.ts";
import { plainTree } from "./compare-trees.ts";

const STARTS = ["", '"', "'", '"""', "'''", "\\", '\\"', "\n", "\r\n", "#", "<", ">", "?x", "_:b", "@en", "\u2028"];
const ENDS = ["", "}", ". }", "} # ", "} UNION { ?s ?p ?o }", "; DROP ALL", "\\u0022 . ?s ?p ?o", " ) FILTER(true) #", '" . ?a ?b ?c . "'];
/** 144 values that would break out if they were pasted into the text. */
const VALUES = STARTS.flatMap((start) => ENDS.map((end) => start + end));

/** The tree with one marked literal replaced: what it must be, whatever the value. */
function withValue(tree: unknown, value: string): unknown {
  return JSON.parse(JSON.stringify(plainTree(tree)).replaceAll(JSON.stringify("MARK"), JSON.stringify(value)));
}

describe("a value stays one term", () => {
  const text = 'SELECT ?s WHERE { ?s <a:p> "MARK" . FILTER(CONTAINS(?l, "MARK")) { ?s <a:q> ?l } UNION { ?s <a:r> ?l } }';

  test("in the template tag", () => {
    expect(VALUES.length).toBeGreaterThanOrEqual(100);
    for (const value of VALUES) {
      const tree = sparql`SELECT ?s WHERE { ?s <a:p> ${value} . FILTER(CONTAINS(?l, ${value})) { ?s <a:q> ?l } UNION { ?s <a:r> ?l } }`;
      expect(plainTree(tree)).toEqual(withValue(parseQuery(text), value));
    }
  });

  test("in bind", () => {
    for (const value of VALUES) {
      const { syntax } = bind(text.replaceAll('"MARK"', "?v"), { v: value });
      expect(plainTree(syntax)).toEqual(withValue(parseQuery(text), value));
    }
  });

  test("in an update", () => {
    for (const value of VALUES) {
      const tree = sparql`INSERT DATA { <a:s> <a:p> ${value} }`;
      expect(plainTree(tree)).toEqual(withValue(parseQuery('INSERT DATA { <a:s> <a:p> "MARK" }'), value));
    }
  });

  test("and when the tree is written and read again", () => {
    for (const value of VALUES) {
      const tree: SyntaxTree = sparql`SELECT ?s WHERE { ?s <a:p> ${value} }`;
      expect(plainTree(parseQuery(formatQuery(tree)))).toEqual(plainTree(tree));
    }
  });
});

test("an IRI that would end early is refused", () => {
  for (const iri of ["http://e/> ?a ?b . <http://e/", "http://e/ x", 'http://e/"', "http://e/{", "http://e/\\u003E"]) {
    expect(() => sparql`SELECT * { ?s ?p ${dataFactory.namedNode(iri)} }`).toThrow(/IRI/);
  }
});

test("numbers keep their value as text and as count", () => {
  const tree = sparql`SELECT * { ?s ?p ${-1} . ?s ?q ${1e21} } LIMIT ${5}` as unknown as {
    limit?: number;
    where: { triples: { object: Literal }[] }[];
  };
  expect(tree.limit).toBe(5);
  expect(tree.where[0]!.triples.map(({ object }) => object.value)).toEqual(["-1", "1.0E21"]);
});
