import { ChanceryError } from "@chancery/rdf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseQuery, prepare } from "../../src/index.ts";

const MEGA = 990_000;
const fill = (piece: string): string => piece.repeat(Math.floor(MEGA / piece.length));

function codeOf(text: string): string {
  try {
    parseQuery(text);
    return "accepted";
  } catch (error) {
    if (error instanceof ChanceryError) return error.code;
    throw error;
  }
}

/** Milliseconds; what took too long when the machine was busy gets a second and a third chance. */
function fastest(action: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    action();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe("nesting", () => {
  const kinds: readonly (readonly [name: string, build: (depth: number) => string])[] = [
    ["groups", (n) => `SELECT * ${"{".repeat(n)}${"}".repeat(n)}`],
    ["brackets", (n) => `SELECT * { FILTER(${"(".repeat(n)}1${")".repeat(n)}) }`],
    ["negation", (n) => `SELECT * { FILTER(${"!".repeat(n)}1) }`],
    ["calls", (n) => `SELECT * { FILTER(${"STR(".repeat(n)}1${")".repeat(n)}) }`],
    ["paths", (n) => `SELECT * { ?s ${"(".repeat(n)}<a:b>${")+".repeat(n)} ?o }`],
    ["blank nodes", (n) => `SELECT * { ?s ?p ${"[ <a:b> ".repeat(n)} 1 ${"]".repeat(n)} }`],
    ["lists", (n) => `SELECT * { ?s ?p ${"( 1 ".repeat(n)}${")".repeat(n)} }`],
    ["triple terms", (n) => `SELECT * { ?s ?p ${"<<( ?a ?b ".repeat(n)} 1 ${")>>".repeat(n)} }`],
    ["reified triples", (n) => `SELECT * { ?s ?p ${"<< ?a ?b ".repeat(n)} 1 ${">>".repeat(n)} }`],
    ["annotations", (n) => `SELECT * { ?s ?p ?o ${"{| ?p ?o ".repeat(n)} ${"|}".repeat(n)} }`],
    ["exists", (n) => `SELECT * { ${"FILTER EXISTS {".repeat(n)} ${"}".repeat(n)} }`],
    ["sub-selects", (n) => `${"SELECT * { ".repeat(n)} ${"}".repeat(n)}`],
    ["negated paths", (n) => `SELECT * { ?s ${"^(".repeat(n)}<a:b>${")".repeat(n)} ?o }`],
  ];

  test.each(kinds)("%s: 150 levels are read and prepared, 20,000 are refused at once", (_, build) => {
    const shallow = build(150);
    expect(() => prepare(shallow)).not.toThrow();
    for (const depth of [2_000, 20_000]) expect(codeOf(build(depth))).toBe("sparql.too-deep");
    expect(fastest(() => codeOf(build(20_000)))).toBeLessThan(50);
  });

  test.each([" + 1", " || true", " && true", " * 2", " - 1", " -1"])("chains of %s have a limit as well", (link) => {
    expect(() => prepare(`SELECT * { FILTER(1${link.repeat(1_000)}) }`)).not.toThrow();
    expect(codeOf(`SELECT * { FILTER(1${fill(link)}) }`)).toBe("sparql.too-deep");
  });

  test.each(["OPTIONAL {}", "MINUS {}", "FILTER(true)"])("chains of %s have a limit as well", (element) => {
    expect(() => prepare(`SELECT * { ${element.repeat(2_000)} }`)).not.toThrow();
    expect(codeOf(`SELECT * { ${fill(element)} }`)).toBe("sparql.too-deep");
  });

  test("a limit beyond the stack ends in the same error", () => {
    expect(() => parseQuery(`SELECT * { FILTER(${"(".repeat(100_000)}1${")".repeat(100_000)}) }`, { maxDepth: 1e9 })).toThrow(
      ChanceryError,
    );
  });
});

describe("length", () => {
  test("more than a million characters are refused, and the limit can be moved", () => {
    expect(codeOf(" ".repeat(1_000_001))).toBe("sparql.too-long");
    expect(() => parseQuery("ASK {}", { maxLength: 5 })).toThrow("at most 5");
    expect(() => parseQuery(`ASK {}${" ".repeat(1_000_000)}`, { maxLength: 2_000_000 })).not.toThrow();
  });

  test.each([
    ["triples", `SELECT * { ${fill("?s ?p ?o . ")} }`],
    ["objects", `SELECT * { ?s ?p 1 ${fill(", 1")} }`],
    ["list items", `SELECT * { ?s ?p (${fill("1 ")}) }`],
    ["blank nodes", `SELECT * { ?s ?p 1 ${fill("; ?p [ <a:b> 1 ]")} }`],
    ["unions", `SELECT * { {} ${fill("UNION {}")} }`],
    ["values", `SELECT * { VALUES ?x { ${fill("1 ")} } }`],
    ["alternatives", `SELECT * { FILTER(?x IN (1 ${fill(",1")})) }`],
    ["escapes", `SELECT * { ?s ?p "${fill("\\n")}" }`],
    ["binds", `SELECT * { ${Array.from({ length: 40_000 }, (_, i) => `{ BIND(1 AS ?x${i}) }`).join(" ")} }`],
    ["labels", `SELECT * { ${Array.from({ length: 60_000 }, (_, i) => `_:b${i} ?p 1 .`).join(" ")} }`],
    ["comments", `ASK {} ${fill("# x\n")}`],
    ["dots after a name", `PREFIX : <a:b> ASK { ?s ?p :a${fill(".")} }`],
    ["dots in a name", `ASK { ?s ?p true.${fill("true.")} }`],
    ["quotes", `ASK { ?s ?p "" ${fill("\"'")} }`],
    ["open strings", `ASK { ?s ?p """${fill('"" ')} }`],
    ["less-than signs", `ASK { FILTER(1 ${fill("<a")}) }`],
    ["groups and no end", `ASK { ${fill("{} ")}`],
    ["one word", fill("A")],
  ])("a megabyte of %s takes no long time", (_, text) => {
    expect(text.length).toBeLessThanOrEqual(1_000_000);
    expect(fastest(() => codeOf(text))).toBeLessThan(2_000);
  });
});

test("any change of a query ends in a tree or a typed error", () => {
  const pieces = [
    "SELECT",
    "*",
    "{",
    "}",
    "(",
    ")",
    "?s",
    "<a:b>",
    "ex:a",
    '"x"',
    "'''",
    "<<",
    ">>",
    "<<(",
    ")>>",
    "{|",
    "|}",
    "~",
    ".",
    ";",
    ",",
    "FILTER",
    "BIND",
    "AS",
    "VALUES",
    "UNION",
    "OPTIONAL",
    "GROUP BY",
    "COUNT",
    "EXISTS",
    "NOT",
    "IN",
    "1",
    "-1.5e3",
    "@en--ltr",
    "^^",
    "_:a",
    "[",
    "]",
    "INSERT DATA",
    "DELETE",
    "WHERE",
    "WITH",
    "PREFIX ex: <a:>",
    "\\u0041",
    "#",
    "\ud800",
    "é",
    "\u0000",
    "a",
    "true",
    "/",
    "|",
    "^",
    "!",
    "+",
    "?",
    "&&",
    "||",
    "=",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 }),
      fc.constantFrom(" ", ""),
      (parts, space) => {
        expect(["accepted", "sparql.syntax", "sparql.too-deep"]).toContain(codeOf(parts.join(space)));
      },
    ),
    { numRuns: process.env.CHANCERY_FULL === "1" ? 50_000 : 2_000 },
  );
});
