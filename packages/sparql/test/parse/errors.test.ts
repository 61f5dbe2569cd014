import { ChanceryError } from "@chancery/rdf";
import { describe, expect, test } from "vitest";
import { type ParseOptions, parseQuery } from "../../src/index.ts";

function errorOf(text: string, options?: ParseOptions): ChanceryError {
  try {
    parseQuery(text, options);
  } catch (error) {
    if (error instanceof ChanceryError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

test("shows line, column, the line itself and a caret", () => {
  const error = errorOf("SELECT *\r\nWHERE {\r\n  ?s ?p ?o .\r\n  FILTR(?o > 3)\r\n}");
  expect(error.code).toBe("sparql.syntax");
  expect(error.place).toMatchObject({ line: 4, column: 3, start: 35, end: 40 });
  expect(error.message).toBe("Unexpected FILTR: did you mean FILTER?\n  FILTR(?o > 3)\n  ^");
  expect(error.remedy).toMatch(/^Expected .*FILTER/);
});

test("shows only the part of a long line around the place", () => {
  const error = errorOf(`SELECT * { ${"?s ?p ?o . ".repeat(1000)} ?s ?p }`);
  const [, line, caret] = error.message.split("\n");
  expect(line!.length).toBeLessThanOrEqual(120);
  expect(line![caret!.length - 1]).toBe("}");
});

test.each([
  ["SELCT * {}", "SELECT"],
  ["SELECT * { ?s ?p ?o OPTIONL { ?s ?p 1 } }", "OPTIONAL"],
  ["SELECT * { ?s ?p ?o FILTER(CONTAIN(?o, 'x')) }", "CONTAINS"],
  ["SELECT * { ?s ?p ?o FILTER(stlren(?o) > 2) }", "STRLEN"],
  ["SELECT * { ?s ?p ?o FILTER(isURL(?o)) }", "ISURI"],
  ["SELECT * { ?s ?p ?o FILTER(UPPER(?o) = 'X') }", "UCASE"],
  ["SELECT * { ?s ?p ?o } LIMT 10", "LIMIT"],
  ["SELECT * { ?s ?p ?o } ODER BY ?s", "ORDER"],
  ["SELECT * { ?s ?p ?o FILTER NOT EXIST { ?s ?p 1 } }", "EXISTS"],
  ["SELECT * { ?s ?p ?o FILTER(?o > 1 AND ?o < 3) }", "&&"],
  ["INSRT DATA {}", "INSERT"],
  ["PREFX ex: <http://e/> ASK {}", "PREFIX"],
])("%s: did you mean %s?", (text, suggestion) => {
  expect(errorOf(text).message.split("\n")[0]).toContain(`did you mean ${suggestion}?`);
});

test("suggests nothing for a word that is like no other", () => {
  expect(errorOf("SELECT * { ?s ?p ?o } BANANA 10").message).not.toContain("did you mean");
});

describe("prefixes", () => {
  test("names the usual namespace", () => {
    const error = errorOf("SELECT * { ?s foaf:name ?n }");
    expect(error.message).toContain("The prefix foaf: is not declared.");
    expect(error.remedy).toBe("Add PREFIX foaf: <http://xmlns.com/foaf/0.1/> at the top.");
  });

  test("names those that are declared, and the nearest of them", () => {
    const error = errorOf("PREFIX ex: <http://e/> PREFIX geonames: <http://g/> SELECT * { ?s geoname:a ?n }", {
      prefixes: { own: "http://o/" },
    });
    expect(error.remedy).toContain("Did you mean geonames: ?");
    expect(error.remedy).toContain("own:, ex: and geonames:");
  });

  test("is not misled by names that objects have", () => {
    for (const name of ["constructor", "toString", "hasOwnProperty"])
      expect(errorOf(`ASK { ?s ${name}:x 1 }`).message).toContain("is not declared");
  });
});

describe("brackets", () => {
  test.each([
    ["SELECT * { ?s ?p ?o . { ?a ?b ?c ", "This { is never closed.", 23],
    ["SELECT * { ?s ?p ?o FILTER (?o > 3 }", "The ( of line 1, column 28 is still open here.", 36],
    ["SELECT * { ?s ?p ?o } }", "This } closes nothing.", 23],
    ["SELECT * { ?s ?p '}' . # }\n ?s ?p <http://e/}> ", "The character", 0],
    ["SELECT * { ?s ?p '}' # }\n", "This { is never closed.", 10],
  ])("%s", (text, message, column) => {
    const error = errorOf(text);
    expect(error.message).toContain(message === "The character" ? "Unexpected" : message);
    if (column > 0) expect(error.place?.column).toBe(message.startsWith("This {") ? text.indexOf("{", column - 2) + 1 : column);
  });
});

test("explains a less-than sign that reads as the start of an IRI", () => {
  expect(errorOf("ASK { FILTER(?a<?b&&?b>?c) }").remedy).toContain("Put a space behind <");
});

test.each([
  ["SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", "?s has no single value in a group."],
  ["SELECT (STR(?s) AS ?t) (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p", "?s has no single value"],
  ["SELECT ?p { ?s ?p ?o } HAVING (COUNT(*) > 1)", "?p has no single value"],
  ["SELECT * { ?s ?p ?o } GROUP BY ?s", "SELECT * does not go with GROUP BY"],
  ["SELECT ?s ?s { ?s ?p ?o }", "SELECT gives ?s twice."],
  ["SELECT (1 AS ?s) (2 AS ?s) {}", "SELECT gives ?s twice."],
  ["SELECT (1 AS ?o) { ?s ?p ?o }", "SELECT gives ?o a value"],
  ["SELECT (1 AS ?o) { ?s ?p <<( ?a ?b ?o )>> }", "SELECT gives ?o a value"],
  ["SELECT (1 AS ?o) { { SELECT * { ?s ?p ?o } } }", "SELECT gives ?o a value"],
  ["SELECT (1 AS ?o) {} VALUES ?o { 2 }", "SELECT gives ?o a value"],
  ["SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY (?s AS ?x)", "but GROUP BY has given it one"],
  ["SELECT * { ?s ?p ?o BIND(1 AS ?o) }", "?o has a value already"],
  ["SELECT * { { OPTIONAL { ?s ?p ?o } } BIND(1 AS ?o) }", "?o has a value already"],
  ["SELECT * { BIND(1 AS ?o) BIND(2 AS ?o) }", "?o has a value already"],
  ["SELECT (COUNT(SUM(?x)) AS ?n) {}", "SUM may not stand inside another aggregate."],
  ["SELECT * { ?s ?p ?o FILTER(COUNT(?o) > 1) }", "COUNT may not stand in FILTER."],
  ["SELECT * { BIND(MAX(?o) AS ?m) }", "MAX may not stand in BIND."],
  ["SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY (MAX(?o))", "MAX may not stand in GROUP BY."],
  ["SELECT * { VALUES (?a ?a) { (1 1) } }", "VALUES names ?a twice."],
  ["SELECT * { VALUES (?a ?b) { (1) } }", "The row has 1 value for 2 variables."],
  ["SELECT * { VALUES (?a) { (1 2 3) } }", "The row has 3 values for 1 variable."],
  ["SELECT * { _:x ?p ?o . OPTIONAL { _:x ?q ?r } }", "_:x stands in two basic graph patterns."],
  ["SELECT * { _:x ?p ?o BIND(1 AS ?z) _:x ?q ?r }", "_:x stands in two basic graph patterns."],
  ["SELECT * { _:x ?p ?o FILTER EXISTS { _:x ?q ?r } }", "_:x stands in two basic graph patterns."],
  ["INSERT DATA { _:x <a:b> 1 } ; INSERT DATA { _:x <a:b> 2 }", "_:x stands in two INSERT DATA operations."],
  ["INSERT DATA { ?x <a:b> 1 }", "Data holds no variables."],
  ["INSERT DATA { GRAPH ?g { <a:a> <a:b> 1 } }", "Data holds no variables."],
  ["INSERT DATA { <a:a> <a:b> <<( <a:a> <a:b> ?x )>> }", "Data holds no variables."],
  ["DELETE DATA { _:x <a:b> 1 }", "DELETE takes no blank nodes"],
  ["DELETE DATA { GRAPH <a:g> { <a:x> <a:b> [] } }", "DELETE takes no blank nodes"],
  ["DELETE { ?s ?p (1) } WHERE { ?s ?p ?o }", "DELETE takes no blank nodes"],
  ["DELETE { ?s ?p ?o {| <a:b> 1 |} } WHERE { ?s ?p ?o }", "DELETE takes no blank nodes"],
  ["DELETE WHERE { << <a:a> <a:b> 1 >> ?p ?o }", "DELETE takes no blank nodes"],
  ["CONSTRUCT { ?s <a:b>/<a:c> ?o } WHERE { ?s ?p ?o }", "A property path is no triple"],
  ["SELECT * { ?s <a:b>+ ?o {| ?p 1 |} }", "A property path is no triple that could be annotated."],
  ["SELECT * { BIND(<< ?s ?p ?o >> AS ?t) }", "A reified triple is no value."],
  ["SELECT * { ?s ?p 'a'@en--foo }", "There is no base direction foo."],
  ["SELECT * { ?s ?p 'a\\x' }", "There is no escape \\x."],
  ["SELECT * { ?s ?p '\\uD83C' }", "half of a surrogate pair"],
  ["SELECT * { ?s ?p '\\U00110000' }", "U+00110000 is no character"],
  ["SELECT * { ?s ?p '\ud83c' }", "half of a surrogate pair"],
  ["SELECT * { ?s ?p <http://e/\\u003E> }", "a character that an IRI may not hold"],
  ["SELECT * { ?s <b> 1 }", "The IRI <b> is relative"],
  ["SELECT * { ?s ?p 'abc }", "The string is not closed on its line."],
  ["SELECT * { ?s ?p '''abc'' }", "The string is never closed."],
  ["SELECT * { ?s ?p ?o FILTER(STRLEN(?o, 3) > 1) }", "STRLEN takes 1 argument, not 2."],
  ["SELECT * { ?s ?p ?o FILTER(REGEX(?o)) }", "REGEX takes 2 or 3 arguments, not 1."],
  ["SELECT * { ?s ?p ?o FILTER(NOW(1)) }", "NOW takes no arguments, not 1."],
  ["VERSION '''1.2''' ASK {}", "Unexpected string"],
])("%s", (text, message) => {
  const error = errorOf(text);
  expect(error.code).toBe("sparql.syntax");
  expect(error.message).toContain(message);
  expect(error.place?.line).toBe(1);
});
