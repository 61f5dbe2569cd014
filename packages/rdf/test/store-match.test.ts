import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataFactory as f, QuadStore, type StoreVersion, type TermId } from "../src/index.ts";

type Ids = readonly [number, number, number, number];

/** Small ranges, so that patterns match, graphs share triples and removals hit. */
const quadIds = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 0, max: 4 }),
);
const operation = fc.record({ add: fc.boolean(), quad: quadIds });

function makeQuad([s, p, o, g]: Ids) {
  const graph = g === 0 ? f.defaultGraph() : f.namedNode(`http://e/g${g}`);
  return f.quad(f.namedNode(`http://e/t${s}`), f.namedNode(`http://e/t${p}`), f.namedNode(`http://e/t${o}`), graph);
}

const key = (ids: Ids): string => ids.join(" ");

/** A store and the plain set it should equal, after some operations; `step` runs between them. */
function play(
  base: readonly Ids[],
  operations: readonly { add: boolean; quad: Ids }[],
  step?: (store: QuadStore, model: Map<string, Ids>) => void,
) {
  const store = new QuadStore();
  // Terms get the ids of their numbers, graphs follow.
  for (let i = 1; i <= 6; i++) store.dictionary.internIri(`http://e/t${i}`);
  for (let i = 1; i <= 4; i++) store.dictionary.internIri(`http://e/g${i}`);
  const model = new Map<string, Ids>();
  store.addAll(base.map(makeQuad));
  store.optimize();
  for (const ids of base) model.set(key(ids), ids);
  for (const { add, quad } of operations) {
    const had = model.has(key(quad));
    if (add) {
      expect(store.add(makeQuad(quad))).toBe(!had);
      model.set(key(quad), quad);
    } else {
      expect(store.remove(makeQuad(quad))).toBe(had);
      model.delete(key(quad));
    }
    step?.(store, model);
  }
  return { store, model };
}

const graphId = (g: number): TermId => (g === 0 ? 0 : 6 + g);

function checkIndex(index: ReturnType<StoreVersion["graph"]>, triples: readonly (readonly [number, number, number])[]): void {
  const distinct = [...new Map(triples.map((t) => [t.join(" "), t])).values()];
  expect(index.size).toBe(distinct.length);
  const positions = { spo: [0, 1, 2], pos: [1, 2, 0], osp: [2, 0, 1] } as const;
  for (const order of ["spo", "pos", "osp"] as const) {
    const [a, b, c] = positions[order];
    expect([...index.keys(order)]).toEqual([...new Set(distinct.map((t) => t[a]))].sort((x, y) => x - y));
    for (let first = 1; first <= 7; first++) {
      for (let second = 0; second <= 7; second++) {
        const range = index.range(order, first, second);
        const got = Array.from({ length: range.end - range.start }, (_, i) => [
          range.second[range.start + i],
          range.third[range.start + i],
        ]);
        const want = distinct
          .filter((t) => t[a] === first && (second === 0 || t[b] === second))
          .map((t) => [t[b], t[c]])
          .sort((x, y) => x[0]! - y[0]! || x[1]! - y[1]!);
        expect(got).toEqual(want);
      }
    }
  }
  for (let s = 0; s <= 7; s++) {
    for (let p = 0; p <= 4; p++) {
      for (let o = 0; o <= 7; o++) {
        const want = distinct.filter((t) => (s === 0 || t[0] === s) && (p === 0 || t[1] === p) && (o === 0 || t[2] === o)).length;
        expect(index.count(s, p, o)).toBe(want);
        if (s > 0 && p > 0 && o > 0) expect(index.has(s, p, o)).toBe(want === 1);
      }
    }
  }
  for (let p = 1; p <= 4; p++) {
    const of = distinct.filter((t) => t[1] === p);
    const subjects = new Set(of.map((t) => t[0]));
    const objects = new Set(of.map((t) => t[2]));
    expect(index.predicate(p)).toEqual({ triples: of.length, distinctSubjects: subjects.size, distinctObjects: objects.size });
    const forward = index.functionalColumn(p);
    expect(forward !== undefined).toBe(of.length > 0 && subjects.size === of.length);
    if (forward !== undefined) for (let s = 0; s <= 7; s++) expect(forward[s] ?? 0).toBe(of.find((t) => t[0] === s)?.[2] ?? 0);
    const backward = index.inverseFunctionalColumn(p);
    expect(backward !== undefined).toBe(of.length > 0 && objects.size === of.length);
    if (backward !== undefined) for (let o = 0; o <= 7; o++) expect(backward[o] ?? 0).toBe(of.find((t) => t[2] === o)?.[0] ?? 0);
  }
}

function checkVersion(version: StoreVersion, quads: readonly Ids[]): void {
  const triples = (wanted: readonly number[]): [number, number, number][] =>
    quads.filter((q) => wanted.includes(q[3])).map(([s, p, o]) => [s, p, o]);
  expect(version.size).toBe(quads.length);
  expect([...version.graphs]).toEqual([...new Set(quads.map((q) => q[3]).filter((g) => g > 0))].sort().map(graphId));
  checkIndex(version.defaultGraph, triples([0]));
  checkIndex(version.graph(graphId(2)), triples([2]));
  checkIndex(version.union(), triples([0, 1, 2, 3, 4]));
  checkIndex(version.merge([graphId(3), 0, graphId(1)]), triples([0, 1, 3]));
}

describe("QuadStore", () => {
  it("answers every index lookup as a linear scan does, after any additions and removals", () => {
    fc.assert(
      fc.property(fc.array(quadIds, { maxLength: 60 }), fc.array(operation, { maxLength: 20 }), (base, operations) => {
        const { store, model } = play(base, operations);
        checkVersion(store.current(), [...model.values()]);
      }),
      { numRuns: 40 },
    );
  });

  it("matches all sixteen patterns as a linear scan does", () => {
    fc.assert(
      fc.property(
        fc.array(quadIds, { maxLength: 60 }),
        fc.array(operation, { maxLength: 20 }),
        quadIds,
        (base, operations, [s, p, o, g]) => {
          const { store, model } = play(base, operations);
          const quad = makeQuad([s, p, o, g]);
          for (let mask = 0; mask < 16; mask++) {
            const wanted = [...model.values()].filter(
              (q) =>
                (!(mask & 1) || q[0] === s) && (!(mask & 2) || q[1] === p) && (!(mask & 4) || q[2] === o) && (!(mask & 8) || q[3] === g),
            );
            const pattern = [
              mask & 1 ? quad.subject : null,
              mask & 2 ? quad.predicate : null,
              mask & 4 ? quad.object : null,
              mask & 8 ? quad.graph : null,
            ] as const;
            const show = (q: typeof quad): string => `${q.subject.value} ${q.predicate.value} ${q.object.value} ${q.graph.value}`;
            expect([...store.quads(...pattern)].map(show).sort()).toEqual(wanted.map(makeQuad).map(show).sort());
            expect(store.countQuads(...pattern)).toBe(wanted.length);
            const version = store.current();
            if (mask & 8 && g === 0) continue;
            const named = wanted.filter((q) => q[3] !== 0);
            const ids = [mask & 1 ? s : 0, mask & 2 ? p : 0, mask & 4 ? o : 0, mask & 8 ? graphId(g) : 0] as const;
            const rows = version.namedQuads(...ids);
            const got = Array.from({ length: rows.length }, (_, i) =>
              [rows.subject[i], rows.predicate[i], rows.object[i], rows.graph[i]].join(" "),
            );
            expect(got.sort()).toEqual(named.map((q) => [q[0], q[1], q[2], graphId(q[3])].join(" ")).sort());
            expect(version.countNamed(...ids)).toBe(named.length);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("keeps every version as it was while the store is written to", () => {
    fc.assert(
      fc.property(fc.array(quadIds, { maxLength: 40 }), fc.array(operation, { maxLength: 8 }), (base, operations) => {
        const versions: { version: StoreVersion; quads: readonly Ids[] }[] = [];
        play(base, operations, (store, model) => versions.push({ version: store.snapshot(), quads: [...model.values()] }));
        for (const { version, quads } of versions) checkVersion(version, quads);
      }),
      { numRuns: 15 },
    );
  });
});
