import type * as RDF from "@rdfjs/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChanceryError, dataFactory as f, QuadStore, type TermId } from "../src/index.ts";

const iri = (name: string): RDF.NamedNode => f.namedNode(`http://e/${name}`);
const text = (q: RDF.Quad): string => `${q.subject.value} ${q.predicate.value} ${q.object.value} ${q.graph.value}`;
const texts = (quads: Iterable<RDF.Quad>): string[] => [...quads].map(text).sort();

/** Park–Miller, so that every run is the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomQuads(count: number, seed: number, subjects = 300): RDF.Quad[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () => {
    const graph = next(6);
    return f.quad(iri(`s${next(subjects)}`), iri(`p${next(9)}`), iri(`o${next(200)}`), graph === 0 ? f.defaultGraph() : iri(`g${graph}`));
  });
}

/** Every access path of a store against its own plain list of quads. */
function checkConsistent(store: QuadStore, expected: ReadonlyMap<string, RDF.Quad>): void {
  const version = store.current();
  const { dictionary } = store;
  const quads = [...expected.values()];
  expect(store.size).toBe(expected.size);
  expect(version.size).toBe(expected.size);
  expect(texts(store)).toEqual([...expected.keys()].sort());
  const id = (term: RDF.Term): TermId => dictionary.idOf(term);
  const triples = new Set(quads.map((q) => `${id(q.subject)} ${id(q.predicate)} ${id(q.object)}`));
  const union = version.union();
  expect(union.size).toBe(triples.size);
  const orders = { spo: [0, 1, 2], pos: [1, 2, 0], osp: [2, 0, 1] } as const;
  for (const order of ["spo", "pos", "osp"] as const) {
    const seen: string[] = [];
    let outOfOrder = 0;
    for (const first of union.keys(order)) {
      const { start, end, second, third } = union.range(order, first);
      if (end <= start) outOfOrder++;
      for (let row = start; row < end; row++) {
        const triple = [0, 0, 0];
        for (const [i, value] of [first, second[row]!, third[row]!].entries()) triple[orders[order][i]!] = value;
        seen.push(triple.join(" "));
        const before = row > start ? second[row - 1]! - second[row]! || third[row - 1]! - third[row]! : -1;
        if (row > start && before >= 0) outOfOrder++;
      }
    }
    expect(outOfOrder).toBe(0);
    expect(seen.sort()).toEqual([...triples].sort());
  }
  for (const graph of version.graphs) expect(version.graph(graph).size).toBe(quads.filter((q) => id(q.graph) === graph).length);
  expect(version.defaultGraph.size).toBe(quads.filter((q) => q.graph.termType === "DefaultGraph").length);
}

const byText = (quads: Iterable<RDF.Quad>): Map<string, RDF.Quad> => new Map([...quads].map((q) => [text(q), q]));

describe("QuadStore writes", () => {
  it("stays consistent through bulk loads, small changes and merges", () => {
    const store = new QuadStore();
    const expected = new Map<string, RDF.Quad>();
    const add = (quads: readonly RDF.Quad[]): void => {
      const before = expected.size;
      for (const q of quads) expected.set(text(q), q);
      expect(store.addAll(quads)).toBe(expected.size - before);
    };
    const remove = (quads: readonly RDF.Quad[]): void => {
      for (const q of quads) expect(store.remove(q)).toBe(expected.delete(text(q)));
    };
    add(randomQuads(6_000, 1));
    checkConsistent(store, expected);
    add(randomQuads(50, 2));
    remove(randomQuads(300, 1));
    checkConsistent(store, expected);
    const old = store.current();
    const oldQuads = new Map(expected);
    add(randomQuads(9_000, 3, 2_000));
    checkConsistent(store, expected);
    remove([...expected.values()].filter((_, i) => i % 2 === 0));
    checkConsistent(store, expected);
    store.optimize();
    checkConsistent(store, expected);
    expect(old.size).toBe(oldQuads.size);
    expect(old.union().count(0, 0, 0)).toBe(
      new Set([...oldQuads.values()].map((q) => text(f.quad(q.subject, q.predicate, q.object)))).size,
    );
    remove([...expected.values()]);
    checkConsistent(store, expected);
    expect([...store.current().graphs]).toEqual([]);
  });

  it("is as before when what was added is removed again", () => {
    const quads = fc.integer({ min: 1, max: 1_000 }).chain((seed) => fc.nat(80).map((count) => randomQuads(count, seed, 12)));
    fc.assert(
      fc.property(quads, quads, fc.boolean(), (base, document, optimize) => {
        const store = new QuadStore();
        store.addAll(base);
        if (optimize) store.optimize();
        const before = texts(store);
        const version = store.version;
        const graph = iri("document");
        const inDocument = document.map((q) => f.quad(q.subject, q.predicate, q.object, graph));
        const added = store.addAll(inDocument);
        expect(store.countQuads(null, null, null, graph)).toBe(added);
        expect(store.removeGraph(graph)).toBe(added);
        expect(texts(store)).toEqual(before);
        checkConsistent(store, byText(base));
        if (added === 0) expect(store.version).toBe(version);
      }),
      { numRuns: 60 },
    );
  });

  it("replaces a graph with as few changes as it takes", () => {
    const store = new QuadStore();
    const [a, b, c] = ["a", "b", "c"].map((name) => f.quad(iri(name), iri("p"), iri("o"))) as [RDF.Quad, RDF.Quad, RDF.Quad];
    const other = f.quad(iri("a"), iri("p"), iri("o"), iri("other"));
    store.add(other);
    expect(store.replaceGraph(iri("g"), [a, b])).toEqual({ added: 2, removed: 0 });
    const version = store.current();
    expect(store.replaceGraph(iri("g"), [b, a, b])).toEqual({ added: 0, removed: 0 });
    expect(store.current()).toBe(version);
    expect(store.replaceGraph(iri("g"), [b, c])).toEqual({ added: 1, removed: 1 });
    expect(texts(store.quads(null, null, null, iri("g")))).toEqual([
      "http://e/b http://e/p http://e/o http://e/g",
      "http://e/c http://e/p http://e/o http://e/g",
    ]);
    expect(() => store.replaceGraph(iri("g"), [a, f.quad(iri("x y"), iri("p"), iri("o"))])).toThrow(ChanceryError);
    expect(store.size).toBe(3);
    expect(store.replaceGraph(f.defaultGraph(), [a])).toEqual({ added: 1, removed: 0 });
    expect(store.replaceGraph(iri("g"), [])).toEqual({ added: 0, removed: 2 });
    expect(store.removeGraph(f.defaultGraph())).toBe(1);
    expect(texts(store)).toEqual([text(other)]);
  });

  it("adds all of a list or nothing", () => {
    const store = new QuadStore();
    const good = f.quad(iri("a"), iri("p"), iri("o"));
    const bad: readonly (readonly [code: string, quad: RDF.BaseQuad])[] = [
      ["rdf.invalid-iri", f.quad(iri("a b"), iri("p"), iri("o"))],
      ["rdf.invalid-quad", f.quad(f.literal("s") as never, iri("p"), iri("o"))],
      ["rdf.invalid-quad", f.quad(good as never, iri("p"), iri("o"))],
      ["rdf.invalid-quad", f.quad(iri("s"), f.blankNode("p") as never, iri("o"))],
      ["rdf.invalid-quad", f.quad(iri("s"), iri("p"), f.variable("o"))],
      ["rdf.invalid-quad", f.quad(iri("s"), iri("p"), f.defaultGraph() as never)],
      ["rdf.invalid-quad", f.quad(iri("s"), iri("p"), iri("o"), f.literal("g") as never)],
    ];
    for (const [code, quad] of bad) {
      expect(() => store.addAll([good, quad])).toThrow(expect.objectContaining({ code }));
      expect(() => store.add(quad)).toThrow(expect.objectContaining({ code }));
      expect(store.has(quad)).toBe(false);
      expect(store.remove(quad)).toBe(false);
    }
    expect([store.size, store.version]).toEqual([0, 0]);
  });

  it("counts versions only for writes that change something", () => {
    const store = new QuadStore();
    const quad = f.quad(iri("a"), iri("p"), iri("o"));
    const empty = store.current();
    expect([store.remove(quad), store.add(quad), store.add(quad), store.version]).toEqual([false, true, false, 1]);
    expect(empty.size).toBe(0);
    const one = store.current();
    expect(store.current()).toBe(one);
    store.clear();
    store.clear();
    expect([store.version, store.size, one.size, one.defaultGraph.size]).toEqual([2, 0, 1, 1]);
  });

  it("shares a dictionary with other stores", () => {
    const store = new QuadStore();
    const other = new QuadStore({ dictionary: store.dictionary });
    const quad = f.quad(iri("a"), iri("p"), iri("o"));
    store.add(quad);
    expect(other.size).toBe(0);
    other.addAll(store);
    expect(other.dictionary.size).toBe(3);
    expect(other.has(quad)).toBe(true);
  });
});
