import { ChanceryError, dataFactory } from "@chancery/rdf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatQuery, parseQuery, type SyntaxTree } from "../../src/index.ts";
import { query } from "../support/random-queries.ts";
import { plainTree } from "./compare-trees.ts";
import { hasSuites, w3cFiles } from "./w3c-files.ts";

function checkRoundTrip(tree: SyntaxTree, name: string): void {
  const written = formatQuery(tree);
  expect(plainTree(parseQuery(written)), `${name}\n${written}`).toEqual(plainTree(tree));
}

describe.skipIf(!hasSuites)("on the W3C suites", () => {
  test("what is written reads as the same tree", () => {
    let count = 0;
    for (const { name, text, base } of w3cFiles()) {
      let tree: SyntaxTree;
      try {
        tree = parseQuery(text, { baseIri: base });
      } catch {
        continue;
      }
      count++;
      checkRoundTrip(tree, name);
    }
    expect(count).toBeGreaterThan(1000);
  });
});

test("random queries read as the same tree", () => {
  fc.assert(
    fc.property(query, (text) => checkRoundTrip(parseQuery(text), text)),
    { numRuns: 300 },
  );
});

/** Text that has broken writers before: quotes, escapes, line ends, separators that `^` matches, halves of constructs. */
const hostileText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    '"',
    "'",
    '"""',
    "\\",
    "\\u0022",
    '\\"',
    "\n",
    "\r",
    "\u2028 ",
    "\u0085",
    "}",
    "# x",
    "<",
    ">",
    "?x",
    "@en",
    "^^",
    "\u0000",
    "{|",
    ")>>",
  ),
);

test("any text survives as a literal", () => {
  fc.assert(
    fc.property(fc.array(hostileText), fc.boolean(), (parts, isTagged) => {
      const value = parts.join("");
      const literal = dataFactory.literal(value, isTagged ? { language: "ar", direction: "rtl" } : undefined);
      const tree = parseQuery("SELECT * { { ?s ?p ?o } FILTER(?o = 1) }");
      const changed = JSON.parse(JSON.stringify(tree)) as { where: { type: string; expression: { args: unknown[] } }[] };
      changed.where[1]!.expression.args[1] = literal;
      const again = parseQuery(formatQuery(changed as unknown as SyntaxTree));
      expect(plainTree(again)).toEqual(plainTree(changed));
    }),
    { numRuns: 500 },
  );
});

test("writes what people would write", () => {
  const text = `PREFIX ex: <http://example.org/>
SELECT ?name (COUNT(DISTINCT ?x) AS ?n)
WHERE {
  ?x a ex:State .
  ?x (ex:label|ex:name) ?name .
  FILTER (?name != "x" && STRLEN(?name) > 3)
  OPTIONAL {
    ?x ex:area ?area .
  }
}
GROUP BY ?name
HAVING (COUNT(?x) > 1)
ORDER BY DESC(?n)
LIMIT 10`;
  expect(formatQuery(parseQuery(text))).toBe(
    text.replace("(?name", "((?name").replace('"x"', '"x")').replace("STRLEN(?name) > 3", "(STRLEN(?name) > 3)"),
  );
});

test.each([
  [
    "IRI",
    {
      where: [
        {
          type: "bgp",
          triples: [
            {
              subject: dataFactory.namedNode("http://e/> ?x ?y } #"),
              predicate: dataFactory.variable("p"),
              object: dataFactory.variable("o"),
            },
          ],
        },
      ],
    },
  ],
  [
    "variable",
    {
      where: [
        {
          type: "bgp",
          triples: [{ subject: dataFactory.variable("x } #"), predicate: dataFactory.variable("p"), object: dataFactory.variable("o") }],
        },
      ],
    },
  ],
  [
    "language tag",
    {
      where: [
        {
          type: "bgp",
          triples: [
            { subject: dataFactory.variable("x"), predicate: dataFactory.variable("p"), object: dataFactory.literal("x", "en . } #") },
          ],
        },
      ],
    },
  ],
])("refuses an %s that would change the query", (_, change) => {
  const tree = { ...parseQuery("ASK {}"), ...change } as SyntaxTree;
  expect(() => formatQuery(tree)).toThrow(ChanceryError);
});
