import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dataFactory as df } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isomorphic, parseQuads, RDF_FORMATS, readDocument, readQuads, writeQuads } from "../src/index.ts";

async function collect(quads: AsyncIterable<Quad>): Promise<Quad[]> {
  const list: Quad[] = [];
  for await (const quad of quads) list.push(quad);
  return list;
}

describe("nothing is fetched", () => {
  let server: Server;
  let hits = 0;
  let url = "";
  beforeAll(async () => {
    server = createServer((_request, response) => {
      hits++;
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    expect(hits).toBe(0);
  });

  test("JSON-LD contexts by address are refused unless they were passed in", async () => {
    const document = (context: unknown): string => JSON.stringify({ "@context": context, "@id": "urn:a", name: "x" });
    for (const context of [`${url}/c`, [`${url}/c`], { "@import": `${url}/c` }, "file:///etc/passwd"]) {
      await expect(collect(readQuads(document(context), "json-ld"))).rejects.toMatchObject({
        code: "io.remote-context",
      });
    }
    const quads = await collect(
      readQuads(document(`${url}/c`), "json-ld", { contexts: { [`${url}/c`]: { "@context": { name: "http://schema.org/name" } } } }),
    );
    expect(quads.map((quad) => quad.predicate.value)).toEqual(["http://schema.org/name"]);
  });
  test("RDF/XML entities are neither fetched nor multiplied", async () => {
    const rdf = (doctype: string, text: string): string =>
      `<?xml version="1.0"?>${doctype}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:"><rdf:Description rdf:about="urn:a"><e:p>${text}</e:p></rdf:Description></rdf:RDF>`;
    for (const system of [`${url}/x`, "file:///etc/passwd"]) {
      await expect(collect(readQuads(rdf(`<!DOCTYPE r [<!ENTITY x SYSTEM "${system}">]>`, "&x;"), "rdf-xml"))).rejects.toMatchObject({
        code: "io.syntax",
      });
    }
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const outcome = await collect(readQuads(rdf(`<!DOCTYPE r [<!ENTITY l0 "lol">${laughs}]>`, "&l12;"), "rdf-xml")).then(
      (quads) => quads.reduce((sum, quad) => sum + quad.object.value.length, 0),
      () => 0,
    );
    expect(outcome).toBeLessThan(1000);
  });
  test("pages load no images, frames, styles or scripts", async () => {
    const page = `<html><head><base href="${url}/"><link rel="stylesheet" href="${url}/s.css"><script src="${url}/s.js"></script></head><body><img src="${url}/i.png"><iframe src="${url}/f"></iframe><p>Text of the page.</p></body></html>`;
    expect((await readDocument(page)).text).toBe("Text of the page.");
  });
});

describe("what is wrong is told with its place", () => {
  test("syntax errors carry code, source and line", async () => {
    const cases: readonly (readonly [string, string, number | undefined])[] = [
      ["turtle", "<urn:a> <urn:p> 1 .\n<urn:a> <urn:p .\n", 2],
      ["trig", "<urn:g> { <urn:a>\n<urn:p> }", 2],
      ["n-quads", "<urn:a> <urn:p> <urn:o> .\n\n<urn:a> p <urn:o> .", 3],
      ["json-ld", '{"@id": "urn:a",, }', undefined],
      ["rdf-xml", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\n<rdf:Description></rdf:RDF>", 2],
    ];
    for (const [format, text, line] of cases) {
      const error = await collect(readQuads(text, format, { source: "file.x" })).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({
        name: "ChanceryError",
        code: "io.syntax",
        place: { source: "file.x", ...(line === undefined ? {} : { line }) },
      });
    }
  });
  test("an unfinished document is an error in every format", async () => {
    const quads = [df.quad(df.namedNode("urn:a"), df.namedNode("urn:e:p"), df.literal("some text that is long enough to be cut"))];
    for (const { name } of RDF_FORMATS) {
      const text = [...writeQuads(quads, name)].join("");
      await expect(collect(readQuads(text.slice(0, text.indexOf("long")), name)), name).rejects.toMatchObject({ code: "io.syntax" });
    }
  });
  test("relative IRIs need a base", async () => {
    expect(() => parseQuads("<a> <urn:p> <urn:o> .", "turtle")).toThrow(expect.objectContaining({ code: "io.relative-iri" }));
    expect(parseQuads("<a> <urn:p> <urn:o> .", "turtle", { baseIri: "http://e/x/" })[0]!.subject.value).toBe("http://e/x/a");
  });
  test("nesting is bounded where the parser would go quadratic, and harmless where not", async () => {
    const deep = `${'{"urn:p":'.repeat(70)}1${"}".repeat(70)}`;
    await expect(collect(readQuads(deep, "json-ld"))).rejects.toMatchObject({ code: "io.too-deep" });
    const brackets = parseQuads(`<urn:a> <urn:p> ${"[ <urn:p> ".repeat(5000)}1${" ]".repeat(5000)} .`, "turtle");
    expect(brackets).toHaveLength(5001);
    expect(parseQuads([...writeQuads(brackets, "turtle")].join(""), "turtle")).toHaveLength(5001);
  });
  test("reading stops when its signal fires", async () => {
    const stop = new AbortController();
    const endless = function* (): Generator<string> {
      for (let i = 0; ; i++) yield `<urn:s${i}> <urn:p> <urn:o> .\n`;
    };
    const read = async (): Promise<number> => {
      let count = 0;
      for await (const _quad of readQuads(endless(), "n-triples", { signal: stop.signal })) if (++count === 1000) stop.abort();
      return count;
    };
    await expect(read()).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("Turtle for people", () => {
  const quads = parseQuads(
    `@prefix chy: <https://w3id.org/chancery/ns#> . @prefix id: <https://w3id.org/chancery/id/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
     <https://w3id.org/chancery/id/state/prk> rdfs:label "North Korea"@en ; a chy:State .
     <https://w3id.org/chancery/id/state/rus> a chy:State ; chy:area 17098246 ; chy:note "two\\nlines" .
     <https://w3id.org/chancery/id/event/1> a chy:ArmsTransfer ; chy:supplier <https://w3id.org/chancery/id/state/prk> ; chy:recipient <https://w3id.org/chancery/id/state/rus> ;
       chy:quantity [ chy:min 1000 ; chy:unit "container" ] ; chy:steps ( "a" 2 [ chy:x true ] ) .`,
    "turtle",
  );
  test("names folders, puts types and labels first, nests blank nodes and lists", () => {
    expect([...writeQuads(quads, "turtle")].join("")).toBe(`@prefix chy: <https://w3id.org/chancery/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix state: <https://w3id.org/chancery/id/state/> .

<https://w3id.org/chancery/id/event/1> a chy:ArmsTransfer ;
  chy:quantity [
    chy:min 1000 ;
    chy:unit "container"
  ] ;
  chy:recipient state:rus ;
  chy:steps ( "a" 2 [ chy:x true ] ) ;
  chy:supplier state:prk .

state:prk a chy:State ;
  rdfs:label "North Korea"@en .

state:rus a chy:State ;
  chy:area 17098246 ;
  chy:note """two
lines""" .
`);
  });
  test("does not depend on the order of the quads or the names of blank nodes", () => {
    for (const { name } of RDF_FORMATS) {
      const shuffled = [...quads].reverse().map((quad) => {
        const rename = <T extends Quad["subject"] | Quad["object"]>(term: T): T =>
          term.termType === "BlankNode" ? (df.blankNode(`z${term.value}q`) as unknown as T) : term;
        return df.quad(rename(quad.subject), quad.predicate, rename(quad.object));
      });
      expect([...writeQuads(shuffled, name)].join("")).toBe([...writeQuads(quads, name)].join(""));
    }
  });
});

const rapper = ((): boolean => {
  try {
    execFileSync("rapper", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    console.log("skipped: no rapper; apt-get install raptor2-utils");
    return false;
  }
})();

test.skipIf(!rapper)("Raptor reads what is written, and reads the same", () => {
  const p = df.namedNode("https://w3id.org/chancery/ns#p");
  const quads = ["plain", 'quo"te', "back\\slash", "new\nline", "\ttab", "]]>", "ü北𝒳", "\u202E", "<b>&amp;"].flatMap((value, i) => [
    df.quad(df.namedNode(`https://w3id.org/chancery/id/state/s${i}`), p, df.literal(value)),
    df.quad(df.namedNode(`https://w3id.org/chancery/id/state/s${i}`), p, df.blankNode(`b${i}`)),
    df.quad(df.blankNode(`b${i}`), p, df.literal(value, "en")),
  ]);
  for (const [name, syntax] of [
    ["turtle", "turtle"],
    ["n-triples", "ntriples"],
    ["rdf-xml", "rdfxml"],
    ["n-quads", "nquads"],
  ] as const) {
    const out = execFileSync("rapper", ["-q", "-i", syntax, "-o", "ntriples", "-", "http://base/"], {
      input: [...writeQuads(quads, name)].join(""),
      encoding: "utf8",
    });
    expect(isomorphic(parseQuads(out, "n-triples"), quads)).toBe(true);
  }
});
