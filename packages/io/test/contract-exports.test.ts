import { execFileSync } from "node:child_process";
import { dataFactory as df, PREFIXES } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { Store } from "oxigraph";
import { describe, expect, test } from "vitest";
import {
  byteStream,
  DESCRIPTION_PREFIXES,
  formatOf,
  isomorphic,
  nanopublications,
  parseQuads,
  RDF_FORMATS,
  readQuads,
  reifyClaims,
  surveyDataset,
  writeQuads,
} from "../src/index.ts";
import { checkNanopublications } from "./nanopublication-check.ts";
import { sampleStore } from "./sample-contract.ts";

const ID = PREFIXES.id;
const CHY = PREFIXES.chy;
const REIFIES = `${PREFIXES.rdf}reifies`;
const EVENTS = {
  ArmsTransfer: { core: ["supplier", "recipient"], edge: "suppliesArmsTo" },
  Sanction: { core: ["actor", "target"], edge: "sanctions" },
  Meeting: { core: ["participant"], edge: "meets" },
};

async function collect(quads: AsyncIterable<Quad>): Promise<Quad[]> {
  const list: Quad[] = [];
  for await (const quad of quads) list.push(quad);
  return list;
}

function hasRapper(): boolean {
  try {
    execFileSync("rapper", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.log("rapper is not installed (Debian: raptor2-utils): its reading of Turtle is not checked.");
    return false;
  }
}

describe("nanopublications", () => {
  const options = {
    created: "2026-01-02T03:04:05Z",
    creator: "https://orcid.org/0000-0000-0000-0000",
    license: "https://creativecommons.org/licenses/by/4.0/",
  };
  const quads = [...nanopublications(sampleStore(), options)];

  test("are well-formed as the guidelines say, one a claim", () => {
    expect(checkNanopublications(quads)).toEqual({ count: 2, problems: [] });
  });
  test("assert who takes which stance on what, and no direct edge", () => {
    const assertion = quads.filter(({ graph }) => graph.value === `${ID}nanopub/claim/1#assertion`);
    const pairs = assertion.map(({ subject, predicate, object }) => `${subject.value.slice(ID.length)} ${predicate.value} ${object.value}`);
    expect(pairs).toContain(`claim/1 ${CHY}stance ${CHY}accuses`);
    expect(pairs).toContain(`event/arms ${CHY}supplier ${ID}state/prk`);
    expect(pairs).toContain(`event/arms/time ${CHY}earliest 2023-09-01`);
    expect(pairs.join("\n")).not.toMatch(/suppliesArmsTo|eventStatus|anchorOf|ns#rule|ns#evidence/);
  });
  test("say where it is from: speaker, document, words", () => {
    const provenance = quads.filter(({ graph }) => graph.value === `${ID}nanopub/claim/1#provenance`);
    const of = (predicate: string): readonly string[] =>
      provenance.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
    expect(of(`${PREFIXES.prov}wasAttributedTo`)).toEqual([`${ID}person/vedant-patel`]);
    expect(of(`${PREFIXES.prov}hadPrimarySource`)).toEqual([`${ID}document/a%20b`]);
    expect(of(`${PREFIXES.nif}anchorOf`)).toEqual(["North Korea shipped 1,000 containers of munitions, he said."]);
    const narrated = quads.filter(({ graph }) => graph.value === `${ID}nanopub/claim/2#provenance`);
    expect(narrated.some(({ predicate }) => predicate.value === `${PREFIXES.prov}wasAttributedTo`)).toBe(false);
  });
  test("are the same whatever the order of the store, and TriG keeps them apart", () => {
    const text = (store: ReturnType<typeof sampleStore>): string =>
      [...writeQuads(nanopublications(store, options), "trig", { sorted: false })].join("");
    expect(text(sampleStore("reversed"))).toBe(text(sampleStore()));
    expect(isomorphic(parseQuads(text(sampleStore()), "trig"), quads)).toBe(true);
  });
  test("know no time and no creator that nobody told them", () => {
    const plain = [...nanopublications(sampleStore())];
    expect(plain.some(({ predicate }) => predicate.value === `${PREFIXES.dcterms}created`)).toBe(false);
    expect(plain.filter(({ predicate }) => predicate.value === `${PREFIXES.dcterms}creator`).map(({ object }) => object.value)).toContain(
      `${ID}software/chancery/0.1.0`,
    );
  });
});

describe("RDF 1.2 reifiers", () => {
  const store = sampleStore();
  const all = [...(store.quads() as Iterable<Quad>), ...reifyClaims(store, { events: EVENTS })];
  const reified = all.filter(({ predicate }) => predicate.value === REIFIES);

  test("tie claims and relations to the triples they are about, in their graph, and assert none", () => {
    const triples = reified.map(({ subject, object }) => {
      if (object.termType !== "Quad") throw new TypeError("no triple term");
      return [
        subject.value.slice(ID.length),
        object.subject.value.slice(ID.length),
        object.predicate.value.slice(CHY.length),
        object.object.value.slice(ID.length),
      ];
    });
    expect(triples).toEqual([
      ["claim/1", "state/prk", "suppliesArmsTo", "state/rus"],
      ["claim/2", "organization/us-state", "sanctions", "organization/komid"],
      ["document/a%20b/relation/1", "person/vedant-patel", "holdsPosition", "position/spokesperson"],
      ["document/a%20b/relation/2", "state/rus", "memberOf", "organization/un"],
      ["document/a%20b/relation/3", "state/rus", "partyTo", "resolution/2397"],
    ]);
    expect(new Set(reified.map(({ graph }) => graph.value))).toEqual(new Set([`${ID}graph/document/a%20b`]));
    expect(all.some(({ predicate }) => predicate.value === `${CHY}suppliesArmsTo`)).toBe(false);
  });
  test.each(["turtle", "trig", "n-triples", "n-quads"])(
    "%s says that it is RDF 1.2 where readers understand that, and reads back, by oxigraph too",
    (name) => {
      for (const sorted of [true, false]) {
        const text = [...writeQuads(all, name, { version: "1.2", sorted })].join("");
        expect(text.startsWith('VERSION "1.2"\n')).toBe(name === "turtle" || name === "trig");
        const oracle = new Store();
        oracle.load(text, { format: formatOf(name).mediaTypes[0]! });
        const pattern = `?claim <${REIFIES}> <<( ?s ?p ?o )>>`;
        expect(oracle.query(`SELECT * { { ${pattern} } UNION { GRAPH ?g { ${pattern} } } }`)).toHaveLength(reified.length);
        expect(text).toContain("<<( ");
        const expected =
          name === "trig" || name === "n-quads" ? all : all.map(({ subject, predicate, object }) => df.quad(subject, predicate, object));
        expect(isomorphic(parseQuads(text, name), expected)).toBe(true);
      }
    },
  );
  test.each(["json-ld", "rdf-xml"])("%s has statements of their own instead", async (name) => {
    const quads = [...(store.quads() as Iterable<Quad>), ...reifyClaims(store, { events: EVENTS, form: "statement" })];
    const read = await collect(readQuads([...writeQuads(quads, name)].join(""), name));
    const statement = read.find(({ subject, predicate }) => subject.value === `${ID}claim/1` && predicate.value === REIFIES)!.object.value;
    const parts = read
      .filter(({ subject }) => subject.value === statement)
      .map(({ predicate, object }) => [predicate.value.replace(PREFIXES.rdf, ""), object.value]);
    expect(Object.fromEntries(parts)).toEqual({
      type: `${PREFIXES.rdf}Statement`,
      subject: `${ID}state/prk`,
      predicate: `${CHY}suppliesArmsTo`,
      object: `${ID}state/rus`,
    });
    expect(() => [...writeQuads(all, name)]).toThrow(expect.objectContaining({ code: "io.unrepresentable" }));
  });
});

describe("the description of a dataset", () => {
  const survey = surveyDataset();
  const quads = [...(sampleStore().quads() as Iterable<Quad>)];
  for (const quad of quads) survey.take(quad);
  // A triple of a second graph is the same triple.
  survey.take(df.quad(quads[0]!.subject, quads[0]!.predicate, quads[0]!.object, df.namedNode("urn:other")));
  const description = survey.describe({
    title: "Sample",
    license: "https://creativecommons.org/licenses/by/4.0/",
    file: {
      name: "a b.ttl",
      format: "turtle",
      mediaType: "text/turtle",
      bytes: 12,
      sha256: "ab".repeat(32),
      url: "https://data.example/a.ttl",
    },
  });
  const value = (predicate: string): string | undefined =>
    description.find((quad) => quad.subject.value === `${ID}dataset` && quad.predicate.value === PREFIXES.void + predicate)?.object.value;

  test("counts what is there", () => {
    const distinct = (part: "subject" | "predicate" | "object"): string =>
      String(new Set(quads.map((quad) => `${quad[part].termType} ${quad[part].value}`)).size);
    expect(value("triples")).toBe(String(quads.length));
    expect(value("distinctSubjects")).toBe(distinct("subject"));
    expect(value("distinctObjects")).toBe(distinct("object"));
    expect(value("properties")).toBe(distinct("predicate"));
    expect(value("documents")).toBe("1");
    const claims = description.find(
      (quad) => quad.predicate.value === `${PREFIXES.void}class` && quad.object.value === `${CHY}Claim`,
    )!.subject;
    expect(
      description.find((quad) => quad.subject.equals(claims) && quad.predicate.value === `${PREFIXES.void}entities`)!.object.value,
    ).toBe("2");
  });
  test("names vocabularies, sources, software, licence and the file", () => {
    const objects = description.map(({ object }) => object.value);
    for (const expected of [
      CHY,
      PREFIXES.nif,
      `${ID}document/a%20b`,
      "Shells by the shipload",
      `${ID}software/chancery/0.1.0`,
      "https://creativecommons.org/licenses/by/4.0/",
      "http://www.w3.org/ns/formats/Turtle",
      "https://data.example/a.ttl",
    ])
      expect(objects).toContain(expected);
  });
  test("is plain Turtle 1.1", () => {
    const text = [...writeQuads(description, "turtle", { prefixes: { ...PREFIXES, ...DESCRIPTION_PREFIXES } })].join("");
    expect(isomorphic(parseQuads(text, "turtle"), description)).toBe(true);
    if (hasRapper())
      execFileSync("rapper", ["-q", "-c", "-i", "turtle", "-", "http://example.org/"], {
        input: text,
        stdio: ["pipe", "ignore", "inherit"],
      });
  });
});

describe("writing that is cut off or held back", () => {
  const quads = function* (counter: { made: number }, total: number): Generator<Quad> {
    for (; counter.made < total; counter.made++)
      yield df.quad(df.namedNode(`urn:s:${counter.made}`), df.namedNode("urn:p:label"), df.literal("some words that make it longer"));
  };
  test.each(RDF_FORMATS.map(({ name }) => name))("%s ends with the signal's reason", (name) => {
    for (const sorted of [true, false]) {
      const abort = new AbortController();
      const counter = { made: 0 };
      const source = function* (): Generator<Quad> {
        for (const quad of quads(counter, 100_000)) {
          if (counter.made === 5000) abort.abort(new Error("enough"));
          yield quad;
        }
      };
      expect(() => {
        for (const piece of writeQuads(source(), name, { sorted, signal: abort.signal })) expect(piece).toBeTypeOf("string");
      }).toThrow("enough");
      expect(counter.made).toBeLessThan(5002);
    }
  });
  test("a stream asks for no more than its reader takes, and gives the same bytes", async () => {
    const counter = { made: 0 };
    const reader = byteStream(writeQuads(quads(counter, 200_000), "n-quads", { sorted: false })).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    // One chunk read and one waiting: 64 Ki characters each.
    expect(counter.made).toBeLessThan(4000);
    await reader.cancel();
    await expect(new Response(byteStream(["a", "é", "𝒳"])).text()).resolves.toBe("aé𝒳");
    const abort = new AbortController();
    const endless = function* (): Generator<string> {
      for (;;) yield "x".repeat(1000);
    };
    const slow = byteStream(endless(), { signal: abort.signal }).getReader();
    await slow.read();
    abort.abort(new Error("enough"));
    await expect(slow.read().then(() => slow.read())).rejects.toThrow("enough");
  });
  test("an error of the writer comes out of the stream", async () => {
    const bad = [df.quad(df.namedNode("relative"), df.namedNode("urn:p"), df.literal("x"))];
    await expect(new Response(byteStream(writeQuads(bad, "turtle"))).text()).rejects.toMatchObject({ code: "io.relative-iri" });
  });
});
