import { describe, expect, test } from "vitest";
import { type GraphEdge, indexGraph, structuralHoles, weakTies } from "../src/index.ts";
import { seededRandom } from "../src/seeded-random.ts";

const edge = (source: string, target: string, extra: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${source}-${target}-${extra.predicate ?? "meets"}`,
  source,
  target,
  predicate: "meets",
  directed: true,
  kind: "event",
  status: "asserted",
  events: [],
  documents: [],
  speakers: [],
  weight: 1,
  items: [],
  evidence: [],
  ...extra,
});
const indexOf = (ties: readonly (readonly [string, string])[], more: readonly GraphEdge[] = []) => {
  const edges = [...ties.map(([a, b]) => edge(a, b)), ...more];
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort();
  return indexGraph({ nodes: ids.map((id) => ({ id, type: "State", label: id })), edges });
};
const triangle = [
  ["a", "b"],
  ["b", "c"],
  ["c", "a"],
] as const;

describe("weak ties", () => {
  test("a bridge joins two triangles; its ends are the cut points", () => {
    const index = indexOf([...triangle, ["c", "d"], ["d", "e"], ["e", "f"], ["f", "d"]]);
    expect(weakTies(index)).toEqual({
      bridges: [{ source: "c", target: "d", edges: ["c-d-meets"], cutsOff: 3 }],
      cutPoints: [
        { id: "c", parts: 2, cutsOff: 2 },
        { id: "d", parts: 2, cutsOff: 2 },
      ],
    });
  });
  test("parallel edges are one tie, loops none, direction does not matter", () => {
    const index = indexOf([["b", "a"]], [edge("a", "b", { predicate: "attacks" }), edge("a", "a")]);
    expect(weakTies(index).bridges).toEqual([
      { source: "a", target: "b", edges: ["a-b-attacks", "b-a-meets"].sort().reverse(), cutsOff: 1 },
    ]);
    expect(weakTies(index).cutPoints).toEqual([]);
  });
  test("the centre of a star holds every other apart; the filter decides what a tie is", () => {
    const star = ["a", "b", "c", "d"].map((id) => ["hub", id] as const);
    expect(weakTies(indexOf(star)).cutPoints).toEqual([{ id: "hub", parts: 4, cutsOff: 3 }]);
    const denied = indexOf(star, [edge("a", "b", { status: "denied" })]);
    expect(weakTies(denied).bridges).toHaveLength(4);
    expect(weakTies(denied, { statuses: "all" }).bridges).toHaveLength(2);
  });
  test("agrees with taking each tie and each entity away, on random graphs", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 60; round++) {
      const size = 3 + Math.floor(random() * 9);
      const pairs = new Map<string, readonly [string, string]>();
      for (let i = 0; i < size * 1.3; i++) {
        const [a, b] = [Math.floor(random() * size), Math.floor(random() * size)].sort((x, y) => x - y);
        if (a !== b) pairs.set(`${a}-${b}`, [`n${a}`, `n${b}`]);
      }
      const ties = [...pairs.values()];
      if (ties.length === 0) continue;
      const ids = [...new Set(ties.flat())].sort();
      const parts = (kept: readonly string[], links: readonly (readonly [string, string])[]): number => {
        const leader = new Map(kept.map((id) => [id, id]));
        const find = (id: string): string => (leader.get(id) === id ? id : find(leader.get(id)!));
        for (const [a, b] of links) if (leader.has(a) && leader.has(b)) leader.set(find(a), find(b));
        return new Set(kept.map(find)).size;
      };
      const whole = parts(ids, ties);
      const bridges = ties.filter(
        (tie) =>
          parts(
            ids,
            ties.filter((other) => other !== tie),
          ) > whole,
      );
      const cut = ids.filter(
        (id) =>
          parts(
            ids.filter((other) => other !== id),
            ties,
          ) > whole,
      );
      const found = weakTies(indexOf(ties));
      expect(found.bridges.map(({ source, target }) => `${source} ${target}`).sort()).toEqual(
        bridges.map((tie) => [...tie].sort().join(" ")).sort(),
      );
      expect(found.cutPoints.map(({ id }) => id).sort()).toEqual(cut);
    }
  });
});

describe("structural holes", () => {
  test("constraint and effective size as Burt (1992) defines them", () => {
    const path = structuralHoles(
      indexOf([
        ["a", "b"],
        ["b", "c"],
      ]),
    );
    expect(path[0]).toEqual({ id: "b", neighbours: 2, effectiveSize: 2, efficiency: 1, constraint: 0.5 });
    expect(path[1]).toMatchObject({ id: "a", constraint: 1 });
    const [first] = structuralHoles(indexOf(triangle));
    // Each spends half on either other and half of that again through it: 2 · (½ + ½ · ½)².
    expect(first).toMatchObject({ id: "a", constraint: 1.125, effectiveSize: 1, efficiency: 0.5 });
  });
  test("a broker between two camps is least constrained, weights count, and the lonely are left out", () => {
    const index = indexOf([...triangle, ["x", "y"], ["y", "z"], ["z", "x"], ["broker", "a"], ["broker", "x"]]);
    expect(structuralHoles(index)[0]!.id).toBe("broker");
    const heavy = indexOf([["b", "c"]], [edge("b", "a", { weight: 3 })]);
    expect(structuralHoles(heavy).find(({ id }) => id === "b")!.constraint).toBeCloseTo(0.75 ** 2 + 0.25 ** 2, 12);
    expect(structuralHoles(index, { avoid: ["broker"] }).map(({ id }) => id)).not.toContain("broker");
  });
});
