import { dataFactory } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import { formatQuery, parseQuery } from "../../src/index.ts";
import { plainTree } from "./compare-trees.ts";

const EX = "PREFIX : <http://e/>\n";

/** Two texts that say the same: their trees differ in the names of blank nodes at most. */
function checkSame(short: string, long: string): void {
  expect(plainTree(parseQuery(EX + short))).toEqual(plainTree(parseQuery(EX + long)));
}

const REIFIES = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";

describe("SPARQL 1.2 short forms are plain triples", () => {
  test.each([
    ["<< :a :b :c ~ :r >> :p ?o", `:r :p ?o . :r ${REIFIES} <<( :a :b :c )>>`],
    ["<< :a :b :c >> :p ?o", `_:r :p ?o . _:r ${REIFIES} <<( :a :b :c )>>`],
    ["<< :a :b :c ~ ?r >>", `?r ${REIFIES} <<( :a :b :c )>>`],
    ["?s :p << :a :b :c ~ :r >>", `?s :p :r . :r ${REIFIES} <<( :a :b :c )>>`],
    ["<< << :a :b :c ~ :q >> :d :e ~ :r >>", `:q ${REIFIES} <<( :a :b :c )>> . :r ${REIFIES} <<( :q :d :e )>>`],
    [":a :b :c ~ :r {| :p 1 ; :q 2 |}", `:a :b :c . :r ${REIFIES} <<( :a :b :c )>> . :r :p 1 ; :q 2`],
    [
      ":a :b :c ~ :q ~ :r {| :p 1 |} {| :p 2 |}",
      `:a :b :c . :q ${REIFIES} <<( :a :b :c )>> . :r ${REIFIES} <<( :a :b :c )>> . :r :p 1 . _:x ${REIFIES} <<( :a :b :c )>> . _:x :p 2`,
    ],
    [":a :b :c ~, :d", `:a :b :c, :d . _:x ${REIFIES} <<( :a :b :c )>>`],
  ])("%s", (short, long) => {
    checkSame(`ASK { ${short} }`, `ASK { ${long} }`);
    checkSame(`CONSTRUCT { ${short} } WHERE {}`, `CONSTRUCT { ${long} } WHERE {}`);
  });
});

test("brackets and lists are plain triples", () => {
  checkSame("ASK { [ :p 1 ] :q 2 }", "ASK { _:a :q 2 . _:a :p 1 }");
  checkSame(
    "ASK { ?s :q (1 2) }",
    "ASK { ?s :q _:a . _:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b . _:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 2 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> () }",
  );
});

test("a label never meets a blank node without one", () => {
  const tree = parseQuery("CONSTRUCT { _:g_0 <a:b> [], _:e_x, _:x } WHERE {}") as unknown as {
    template: { subject: { value: string }; object: { value: string } }[];
  };
  const names = [tree.template[0]!.subject.value, ...tree.template.map(({ object }) => object.value)];
  expect(new Set(names).size).toBe(4);
});

test.each([
  ["'a'@EN--rtl", dataFactory.literal("a", { language: "en", direction: "rtl" })],
  ["+5", dataFactory.literal("+5", dataFactory.namedNode("http://www.w3.org/2001/XMLSchema#integer"))],
  ["1E6", dataFactory.literal("1E6", dataFactory.namedNode("http://www.w3.org/2001/XMLSchema#double"))],
  [".5", dataFactory.literal(".5", dataFactory.namedNode("http://www.w3.org/2001/XMLSchema#decimal"))],
  ["TRUE", dataFactory.literal("true", dataFactory.namedNode("http://www.w3.org/2001/XMLSchema#boolean"))],
  ["'a\\u0041\\U0001F47E\\t\\\\u0041'", dataFactory.literal("aA👾\t\\u0041")],
  ['"""a"b\n""c"""', dataFactory.literal('a"b\n""c')],
  [":a\\,b%20c.d:e", dataFactory.namedNode("http://e/a,b%20c.d:e")],
  ["<../x?y#z>", dataFactory.namedNode("http://base/a/x?y#z")],
  ["<//h/p>", dataFactory.namedNode("http://h/p")],
  ["<#f>", dataFactory.namedNode("http://base/a/b/c?q#f")],
  ["<\\u0061:b>", dataFactory.namedNode("a:b")],
])("reads %s", (written, expected) => {
  const tree = parseQuery(`${EX}ASK { ?s ?p ${written} }`, { baseIri: "http://base/a/b/c?q" }) as unknown as {
    where: { triples: { object: { equals(other: unknown): boolean } }[] }[];
  };
  expect(tree.where[0]!.triples[0]!.object.equals(expected)).toBe(true);
});

test("signs bind as the grammar says", () => {
  const where = (text: string): string => formatQuery(parseQuery(`ASK { FILTER(${text}) }`)).replace(/^[\s\S]*FILTER \(|\)\n}$/g, "");
  expect(where("?a -1 * ?b")).toBe("?a - (1 * ?b)");
  expect(where("?a - -1")).toBe("?a - -1");
  expect(where("?a+1")).toBe("?a + 1");
  expect(where("-?a * 2")).toBe("-(?a) * 2");
  expect(where("1 - 2 - 3")).toBe("(1 - 2) - 3");
  expect(where("?a || ?b && ?c = ?d + 1")).toBe("?a || (?b && (?c = (?d + 1)))");
  expect(where("!!?a")).toBe("!(!(?a))");
  expect(where("?a< ?b&&?b>?c")).toBe("(?a < ?b) && (?b > ?c)");
});

test("accepts what only looks wrong", () => {
  for (const text of [
    "SELECT (COUNT(?v) AS ?n) (?n + 1 AS ?m) { ?s ?p ?v }",
    "SELECT (123 AS ?z) { ?s <a:p> ?z } GROUP BY ?s",
    "SELECT (MAX(?x) AS ?m) { ?s ?p ?x } HAVING (COUNT(*) > 1) ORDER BY (MIN(?x))",
    "CONSTRUCT { _:a ?p ?o } WHERE { _:a ?p ?o }",
    "SELECT * { _:a ?p ?o FILTER(?o > 1) _:a ?q ?r }",
    "SELECT * { { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }",
    "SELECT * { ?s ?p ?o MINUS { ?s ?p ?x } BIND(1 AS ?x) }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
    "SELECT * { ?s ?p ?o . } # a comment without an end of line",
    "INSERT { _:x <a:b> 1 } WHERE {} ; INSERT { _:x <a:b> 1 } WHERE {}",
    "INSERT DATA {} ;",
    "",
  ])
    expect(() => parseQuery(text), text).not.toThrow();
});
