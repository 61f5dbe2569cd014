import sparqljs from "sparqljs";
import { describe, expect, test } from "vitest";
import { formatQuery, parseQuery, type SyntaxTree } from "../../src/index.ts";
import { plainTree } from "./compare-trees.ts";
import { hasSuites, type W3cFile, w3cFiles } from "./w3c-files.ts";

/** Where sparqljs 3.7.4 is wrong by the tests of the W3C, by file name; our parser must not agree. */
const WRONGLY_REFUSED = ["query-reif-1", "syntax-esc-04", "syntax-esc-05"];
const WRONGLY_ACCEPTED =
  /^(syn-blabel-cross-(graph|optional|union)-bad|syn-bad-3[4-8]|syn-bad-(OPT|UNION|GRAPH)-breaks-BGP|surrogate-esc-0[14]-bad|duplicated-values-variable|group-by-scope-bad-[123]|nested-aggregate-functions)$/;
/** It keeps the backslashes of `\?` in local names. */
const WRONG_TREE = ["syn-pname-05", "syn-pname-06", "syn-pname-07"];

const stem = ({ name }: W3cFile): string => name.replace(/^.*\//, "").replace(/\.r[qu]$/, "");

function parsedBySparqljs({ text, base }: W3cFile): SyntaxTree | undefined {
  try {
    return new sparqljs.Parser({ baseIRI: base } as never).parse(text) as unknown as SyntaxTree;
  } catch {
    return undefined;
  }
}

function parsedByUs({ text, base }: W3cFile): SyntaxTree | undefined {
  try {
    return parseQuery(text, { baseIri: base });
  } catch {
    return undefined;
  }
}

interface Quads {
  readonly name?: unknown;
  readonly triples: readonly unknown[];
}

/** sparqljs drops the plus of numbers, lowers the e of doubles, leaves out what is empty, and puts triples behind graphs in quads. */
function comparable(tree: SyntaxTree): unknown {
  const plain = plainTree(tree, (value, datatype) =>
    /#(integer|decimal|double)$/.test(datatype) ? value.replace(/^\+/, "").toLowerCase() : value,
  ) as {
    queryType?: string;
    template?: unknown;
    type?: string;
    updates?: { insert?: readonly Quads[]; delete?: readonly Quads[] }[];
  };
  if (plain.queryType === "CONSTRUCT") plain.template ??= [];
  if (plain.queryType === undefined) Object.assign(plain, { type: "update", updates: plain.updates ?? [] });
  const inOrder = (quads: readonly Quads[] | undefined): unknown =>
    quads
      ?.flatMap(({ name, triples }) => [`graph ${name}`, ...triples.map((triple) => JSON.stringify([name, triple]))])
      .sort()
      .filter((line, i, all) => line !== all[i - 1] || !line.startsWith("graph"));
  for (const operation of plain.updates ?? [])
    Object.assign(operation, { insert: inOrder(operation.insert), delete: inOrder(operation.delete) });
  return plain;
}

describe.skipIf(!hasSuites)("sparqljs on the queries of the W3C suites", () => {
  const files = w3cFiles();
  const isNew = ({ name }: W3cFile): boolean => name.startsWith("sparql12/");

  test("the trees are equal", () => {
    let compared = 0;
    for (const file of files) {
      const theirs = parsedBySparqljs(file);
      const ours = parsedByUs(file);
      if (theirs === undefined || ours === undefined || WRONG_TREE.includes(stem(file))) continue;
      compared++;
      expect(comparable(ours), file.name).toEqual(comparable(theirs));
    }
    expect(compared).toBeGreaterThan(900);
  });

  test("where only one accepts, the W3C says that sparqljs is wrong", () => {
    const differing = files.filter((file) => (parsedBySparqljs(file) === undefined) !== (parsedByUs(file) === undefined));
    const unexplained = differing
      .filter((file) =>
        parsedByUs(file) === undefined ? !WRONGLY_ACCEPTED.test(stem(file)) : !isNew(file) && !WRONGLY_REFUSED.includes(stem(file)),
      )
      .map(({ name }) => name);
    expect(unexplained).toEqual([]);
  });

  test("its generator writes our trees, and reads them back as they were", () => {
    const generator = new sparqljs.Generator();
    let compared = 0;
    for (const file of files) {
      const theirs = parsedBySparqljs(file);
      const ours = parsedByUs(file);
      if (theirs === undefined || ours === undefined || WRONG_TREE.includes(stem(file))) continue;
      let expected: string;
      try {
        // Left out where it is empty, which its generator takes for another query.
        if (theirs.type === "query" && theirs.queryType === "CONSTRUCT") Object.assign(theirs, { template: theirs.template ?? [] });
        expected = generator.stringify(theirs as never);
      } catch {
        continue; // COPY TO DEFAULT and a few more are beyond it
      }
      const withoutBlanks = (text: string): string => text.replace(/_:\w+/g, "_:");
      const written = generator.stringify({ ...ours } as never);
      if (/[+][0-9.]|[0-9]E/.test(file.text) || /INSERT|DELETE/i.test(file.text)) continue;
      expect(withoutBlanks(written), file.name).toBe(withoutBlanks(expected));
      compared++;
    }
    expect(compared).toBeGreaterThan(600);
  });

  test("our generator takes its trees", () => {
    let compared = 0;
    for (const file of files) {
      const theirs = parsedBySparqljs(file);
      if (theirs === undefined || parsedByUs(file) === undefined || WRONG_TREE.includes(stem(file))) continue;
      if ((theirs as { type?: string }).type === undefined) continue; // an empty update
      compared++;
      const written = formatQuery(theirs);
      expect(comparable(parseQuery(written)), file.name).toEqual(comparable({ ...theirs, base: theirs.base }));
    }
    expect(compared).toBeGreaterThan(900);
  });
});

test("parsing costs a fraction of what it costs sparqljs", () => {
  const text = `PREFIX chy: <https://w3id.org/chancery/ns#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    SELECT ?supplier ?recipient ?name ?date WHERE {
      ?t rdf:type chy:Transfer . ?t chy:supplier ?supplier . ?t chy:recipient ?recipient .
      ?t chy:item ?item . ?item rdfs:label ?name . ?t chy:date ?date .
      FILTER(?date >= "2020-01-01"^^xsd:date)
    } ORDER BY ?date LIMIT 20`;
  const cpu = (action: () => void, runs: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const before = process.cpuUsage();
      for (let i = 0; i < runs; i++) action();
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, (user + system) / runs);
    }
    return best;
  };
  const ours = cpu(() => parseQuery(text), 3_000);
  const theirs = cpu(() => new sparqljs.Parser().parse(text), 150);
  console.log(`parse: ours ${ours.toFixed(1)} µs, sparqljs ${theirs.toFixed(0)} µs of CPU, ratio ${(theirs / ours).toFixed(0)}`);
  // The budget is 20 µs where sparqljs takes 390; the rest is for machines on which other work disturbs both.
  expect(theirs / ours).toBeGreaterThan(15);
});
