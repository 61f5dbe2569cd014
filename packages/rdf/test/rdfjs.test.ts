import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import type * as RDF from "@rdfjs/types";
import { describe, expect, it } from "vitest";
import {
  ChanceryError,
  compareTerms,
  createDataFactory,
  dataFactory as f,
  namespace,
  namespaces,
  PREFIXES,
  QuadStore,
} from "../src/index.ts";

// That these compile is part of the test: the interfaces are met as published.
const asStore = (store: QuadStore): RDF.Store => store;
const asSource = (store: QuadStore): RDF.Source => store;
const asDataset = (store: QuadStore): RDF.DatasetCore => store.dataset();
const asFactory: RDF.DataFactory = f;

const iri = (name: string): RDF.NamedNode => f.namedNode(`http://e/${name}`);
const quad = (s: string, p: string, o: string, g?: string): RDF.Quad =>
  f.quad(iri(s), iri(p), f.literal(o), g === undefined ? undefined : iri(g));
const SAMPLE = [quad("a", "p", "1"), quad("a", "p", "2", "g"), quad("b", "p", "1", "g"), quad("b", "q", "3", "h")];

function filled(): QuadStore {
  const store = new QuadStore();
  store.addAll(SAMPLE);
  return store;
}

const text = (q: RDF.Quad): string => `${q.subject.value} ${q.predicate.value} ${q.object.value} ${q.graph.value}`;
const texts = (quads: Iterable<RDF.Quad>): string[] => [...quads].map(text).sort();

function collected(stream: RDF.Stream): Promise<RDF.Quad[]> {
  return new Promise((resolve, reject) => {
    const quads: RDF.Quad[] = [];
    stream
      .on("data", (q: RDF.Quad) => quads.push(q))
      .on("end", () => resolve(quads))
      .on("error", reject);
  });
}

function ended(events: EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    events.on("end", resolve).on("error", reject);
  });
}

describe("DataFactory", () => {
  it("makes terms that equal themselves, their copies and nothing else", () => {
    const xsd = f.namedNode("http://www.w3.org/2001/XMLSchema#integer");
    const terms: RDF.Term[] = [
      f.namedNode("http://e/a"),
      f.namedNode("a"),
      f.blankNode("a"),
      f.literal("a"),
      f.literal("a", "en"),
      f.literal("a", "fr"),
      f.literal("a", { language: "en", direction: "ltr" }),
      f.literal("a", { language: "en", direction: "rtl" }),
      f.literal("a", xsd),
      f.variable("a"),
      f.defaultGraph(),
      f.quad(iri("a"), iri("b"), iri("c")),
      f.quad(iri("a"), iri("b"), iri("c"), iri("g")),
      f.quad(iri("a"), iri("b"), f.quad(iri("a"), iri("b"), iri("c"))),
    ];
    for (const [i, a] of terms.entries()) {
      expect(a.equals(null)).toBe(false);
      expect(a.equals(undefined)).toBe(false);
      expect(f.fromTerm(a as RDF.BaseQuad).equals(a)).toBe(true);
      // Terms of other libraries are plain objects as often as not.
      expect(a.equals(JSON.parse(JSON.stringify(a)) as RDF.Term) || a.termType === "Quad").toBe(true);
      for (const [j, b] of terms.entries()) expect(a.equals(b)).toBe(i === j);
    }
  });

  it("follows the data model's details", () => {
    expect(asFactory.literal("x").datatype.value).toBe("http://www.w3.org/2001/XMLSchema#string");
    expect(f.literal("x", "EN")).toMatchObject({ language: "en", datatype: { value: `${PREFIXES.rdf}langString` } });
    expect(f.literal("x", { language: "ar", direction: "rtl" })).toMatchObject({
      direction: "rtl",
      datatype: { value: `${PREFIXES.rdf}dirLangString` },
    });
    expect(f.literal("x", "")).toMatchObject({ language: "", datatype: { value: `${PREFIXES.xsd}string` } });
    expect(f.quad(iri("a"), iri("b"), iri("c"))).toMatchObject({
      termType: "Quad",
      value: "",
      graph: { termType: "DefaultGraph", value: "" },
    });
    expect(f.blankNode().equals(f.blankNode())).toBe(false);
    const own = createDataFactory("mine");
    expect([own.blankNode().value, own.blankNode().value, own.blankNode("x").value]).toEqual(["mine1", "mine2", "x"]);
    expect(f.fromQuad(SAMPLE[1]!).equals(SAMPLE[1])).toBe(true);
  });

  it("orders terms by kind and code points, for output", () => {
    const sorted: RDF.Term[] = [
      f.defaultGraph(),
      f.blankNode("a"),
      f.blankNode("b"),
      f.namedNode("http://e/"),
      f.namedNode("http://e/\uff5e"),
      f.namedNode("http://e/\u{1f600}"),
      f.literal("1"),
      f.literal("1", f.namedNode("http://z/")),
      f.literal("2", "de"),
      f.literal("2", "en"),
      f.literal("2", { language: "en", direction: "ltr" }),
      f.quad(iri("a"), iri("p"), iri("o")),
      f.quad(iri("a"), iri("p"), f.literal("o")),
    ].sort((a, b) => compareTerms(a, b));
    for (const [i, a] of sorted.entries())
      for (const [j, b] of sorted.entries()) expect(Math.sign(compareTerms(a, b))).toBe(Math.sign(i - j));
    expect(sorted.map((term) => term.termType).filter((type, i, all) => type !== all[i - 1])).toEqual([
      "DefaultGraph",
      "BlankNode",
      "NamedNode",
      "Literal",
      "Quad",
    ]);
    expect(sorted[4]!.value).toBe("http://e/\uff5e");
  });

  it("has the namespaces of the data contract", () => {
    expect(namespaces.chy("supplier").value).toBe("https://w3id.org/chancery/ns#supplier");
    expect(namespaces.id("state/prk").value).toBe("https://w3id.org/chancery/id/state/prk");
    expect(namespaces.schema("name").value).toBe("https://schema.org/name");
    expect(namespace("http://e/")("x").value).toBe("http://e/x");
    for (const [prefix, iriText] of Object.entries(PREFIXES)) expect(namespaces[prefix as keyof typeof PREFIXES].iri).toBe(iriText);
  });
});

describe("RDF/JS Source", () => {
  it("streams what matches, by events", async () => {
    const source = asSource(filled());
    expect(texts(await collected(source.match()))).toEqual(texts(SAMPLE));
    expect(texts(await collected(source.match(iri("a"))))).toEqual(texts(SAMPLE.slice(0, 2)));
    expect(texts(await collected(source.match(null, null, null, f.defaultGraph())))).toEqual([text(SAMPLE[0]!)]);
    expect(texts(await collected(source.match(null, null, f.literal("1"), iri("g"))))).toEqual([text(SAMPLE[2]!)]);
    expect(await collected(source.match(iri("nobody")))).toEqual([]);
    expect(await collected(source.match(f.variable("x") as RDF.Term))).toEqual([]);
  });

  it("streams many quads without starving others, and as of the call", async () => {
    const store = new QuadStore();
    store.addAll(Array.from({ length: 5000 }, (_, i) => quad(`s${i % 100}`, "p", String(i))));
    const stream = store.match();
    store.clear();
    expect((await collected(stream as unknown as RDF.Stream)).length).toBe(5000);
    expect(store.size).toBe(0);
  });

  it("streams by read() and readable", async () => {
    const stream = asSource(filled()).match(iri("b"));
    const quads: RDF.Quad[] = [];
    await new Promise<void>((resolve) => {
      stream.on("end", resolve);
      stream.on("readable", () => {
        for (let q = stream.read(); q !== null; q = stream.read()) quads.push(q);
      });
    });
    expect(texts(quads)).toEqual(texts(SAMPLE.slice(2)));
    expect(stream.read()).toBeNull();
  });

  it("streams by async iteration, pauses and can be destroyed", async () => {
    const store = filled();
    const quads: RDF.Quad[] = [];
    for await (const q of store.match()) quads.push(q);
    expect(texts(quads)).toEqual(texts(SAMPLE));

    const paused: RDF.Quad[] = [];
    const stream = store.match();
    stream.on("data", (q: RDF.Quad) => {
      paused.push(q);
      stream.pause();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(paused.length).toBe(1);
    stream.resume();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(paused.length).toBe(2);
    stream.destroy();
    stream.resume();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([paused.length, stream.read(), stream.readable]).toEqual([2, null, false]);
  });

  it("reports a failing listener as an error of the stream", async () => {
    const stream = filled().match();
    stream.on("data", () => {
      throw new Error("listener");
    });
    await expect(new Promise((_, reject) => stream.on("error", reject))).rejects.toThrow("listener");
  });

  it("behaves as an EventEmitter", () => {
    const events = filled().removeMatches(iri("nobody"));
    const node = new EventEmitter();
    for (const emitter of [events, node]) {
      const seen: string[] = [];
      const a = (x: string): void => void seen.push(`a${x}`);
      const b = (x: string): void => void seen.push(`b${x}`);
      emitter.on("x", a).once("x", b).prependListener("x", b).addListener("y", a);
      expect(emitter.emit("x", "1")).toBe(true);
      emitter.off("x", b).emit("x", "2");
      expect(seen).toEqual(["b1", "a1", "b1", "a2"]);
      expect([emitter.listenerCount("x"), emitter.eventNames(), emitter.emit("z")]).toEqual([1, ["x", "y"], false]);
      expect(() => emitter.emit("error", new Error("nobody listens"))).toThrow("nobody listens");
      emitter.removeAllListeners();
      expect(emitter.emit("x", "3")).toBe(false);
    }
  });

  it("counts exactly, as planners ask", () => {
    const store = filled();
    expect([
      store.countQuads(),
      store.countQuads(iri("a")),
      store.countQuads(null, null, null, iri("g")),
      store.countQuads(iri("x")),
    ]).toEqual([4, 2, 2, 0]);
  });
});

describe("RDF/JS Store", () => {
  it("imports streams of Node and its own", async () => {
    const store = new QuadStore();
    await ended(asStore(store).import(Readable.from(SAMPLE) as unknown as RDF.Stream));
    expect(texts(store)).toEqual(texts(SAMPLE));
    const copy = new QuadStore();
    await ended(asStore(copy).import(asSource(store).match()));
    expect(texts(copy)).toEqual(texts(SAMPLE));
  });

  it("imports all or nothing", async () => {
    const store = new QuadStore();
    const hostile = f.quad(f.namedNode("http://e/a> <http://e/p> <http://e/INJECTED> . <http://e/b"), iri("p"), iri("o"));
    const failure = await ended(asStore(store).import(Readable.from([SAMPLE[0], hostile]) as unknown as RDF.Stream)).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ChanceryError);
    expect((failure as ChanceryError).code).toBe("rdf.invalid-iri");
    expect(store.size).toBe(0);
    const broken = new Readable({
      objectMode: true,
      read() {
        this.push(SAMPLE[0]);
        this.destroy(new Error("torn"));
      },
    });
    await expect(ended(asStore(store).import(broken as unknown as RDF.Stream))).rejects.toThrow("torn");
    expect(store.size).toBe(0);
  });

  it("removes streams, matches and graphs", async () => {
    const store = filled();
    await ended(asStore(store).remove(Readable.from([SAMPLE[0], quad("not", "there", "x")]) as unknown as RDF.Stream));
    expect(texts(store)).toEqual(texts(SAMPLE.slice(1)));
    await ended(asStore(store).removeMatches(null, iri("p"), f.literal("2")));
    expect(texts(store)).toEqual(texts(SAMPLE.slice(2)));
    await ended(asStore(store).deleteGraph("http://e/g"));
    expect(texts(store)).toEqual([text(SAMPLE[3]!)]);
    await ended(asStore(store).deleteGraph(iri("h")));
    await ended(asStore(store).deleteGraph("no graph"));
    expect(store.size).toBe(0);
  });
});

describe("RDF/JS DatasetCore", () => {
  it("is a set of quads", () => {
    const dataset = asDataset(new QuadStore());
    expect(dataset.size).toBe(0);
    expect(dataset.add(SAMPLE[0]!)).toBe(dataset);
    expect(dataset.add(f.fromQuad(SAMPLE[0]!)).add(SAMPLE[1]!).size).toBe(2);
    expect([dataset.has(SAMPLE[0]!), dataset.has(SAMPLE[2]!)]).toEqual([true, false]);
    expect(dataset.delete(SAMPLE[0]!)).toBe(dataset);
    expect(dataset.delete(SAMPLE[0]!).size).toBe(1);
    expect(texts(dataset)).toEqual([text(SAMPLE[1]!)]);
  });

  it("matches to a new dataset, which is its own", () => {
    const dataset = asDataset(filled());
    const matched = dataset.match(null, iri("p"));
    expect(texts(matched)).toEqual(texts(SAMPLE.slice(0, 3)));
    expect(texts(matched.match(iri("a")).match(null, null, null, iri("g")))).toEqual([text(SAMPLE[1]!)]);
    matched.delete(SAMPLE[0]!).add(quad("new", "p", "x"));
    expect([dataset.size, dataset.has(SAMPLE[0]!), matched.size]).toEqual([4, true, 3]);
    expect(dataset.match(iri("nobody")).size).toBe(0);
  });

  it("sees the store it is a view of, and the other way round", () => {
    const store = filled();
    const dataset = store.dataset();
    store.remove(SAMPLE[0]!);
    dataset.add(quad("new", "p", "x"));
    expect([dataset.size, store.has(quad("new", "p", "x"))]).toEqual([4, true]);
  });

  it("keeps triple terms, directions and blank nodes as they are", () => {
    const inner = f.quad(f.blankNode("x"), iri("p"), f.literal("مرحبا", { language: "ar", direction: "rtl" }));
    const outer = f.quad(iri("a"), iri("says"), inner);
    const dataset = asDataset(new QuadStore()).add(outer);
    expect([...dataset][0]!.equals(outer)).toBe(true);
    expect(dataset.has(f.quad(iri("a"), iri("says"), f.quad(f.blankNode("x"), iri("p"), f.literal("مرحبا", "ar"))))).toBe(false);
    expect(dataset.match(null, null, inner).size).toBe(1);
  });
});
