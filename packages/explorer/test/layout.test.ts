/// <reference path="../src/page/env.d.ts" />
import { describe, expect, it } from "vitest";
import { layOutByCommunity } from "../src/page/picture/community-layout.ts";
import { graphParts, packParts } from "../src/page/picture/components.ts";
import { finishLayout } from "../src/page/picture/layout.ts";
import { communityPlaces, NODE_ROOM, startPlaces } from "../src/page/picture/start-places.ts";

/** Rings of the given sizes, each with a chord from its first node to all others; `bridges` link the first nodes of neighbouring rings. */
function rings(
  sizes: readonly number[],
  bridges: boolean,
): { readonly order: number; readonly edges: Float32Array; readonly groups: Int32Array } {
  const edges: number[] = [];
  const groups: number[] = [];
  let first = 0;
  sizes.forEach((size, group) => {
    for (let i = 0; i < size; i++) {
      groups.push(group);
      if (size > 1) edges.push(first + i, first + ((i + 1) % size), 1);
      if (i > 1) edges.push(first, first + i, 1);
    }
    if (bridges && group > 0) edges.push(first, first - sizes[group - 1]!, 1);
    first += size;
  });
  return { order: first, edges: Float32Array.from(edges), groups: Int32Array.from(groups) };
}

const distance = (places: Float32Array, a: number, b: number): number =>
  Math.hypot(places[2 * a]! - places[2 * b]!, places[2 * a + 1]! - places[2 * b + 1]!);

describe("places", () => {
  it("of a community begin as a disc, best connected in the middle, apart from others", () => {
    const sizes = [400, 300, 200, 3, 1];
    const { order, groups } = rings(sizes, true);
    const degrees = Array.from({ length: order }, (_, node) => (node % 7 === 0 ? 9 : 1));
    const places = communityPlaces(groups, degrees);
    const hub = 0;
    const leaf = 1;
    const away = (node: number): number => Math.hypot(places[2 * node]!, places[2 * node + 1]!);
    expect(away(hub)).toBeLessThan(away(leaf));
    expect(Math.max(...Array.from({ length: 400 }, (_, node) => away(node)))).toBeLessThanOrEqual(NODE_ROOM * 20);
    // Nodes of one community are nearer to its middle than to that of another.
    const middle = (from: number, size: number): readonly [number, number] => {
      let [x, y] = [0, 0];
      for (let i = from; i < from + size; i++) {
        x += places[2 * i]! / size;
        y += places[2 * i + 1]! / size;
      }
      return [x, y];
    };
    const [second, third] = [middle(400, 300), middle(700, 200)];
    for (let node = 400; node < 700; node++) {
      const to = ([x, y]: readonly [number, number]): number => Math.hypot(places[2 * node]! - x, places[2 * node + 1]! - y);
      expect(to(second)).toBeLessThan(to(third));
    }
  });

  it("of a large graph keep communities together, and are the same every time", () => {
    const { order, edges, groups } = rings([120, 90, 60, 40, 2, 1], true);
    const input = { positions: communityPlaces(groups, new Float32Array(order)), edges, iterations: 40, groups };
    const places = layOutByCommunity(input);
    expect(layOutByCommunity({ ...input, positions: input.positions.slice() })).toEqual(places);
    expect(places.every(Number.isFinite)).toBe(true);
    let [inner, outer, inners, outers] = [0, 0, 0, 0];
    for (let a = 0; a < order; a++) {
      for (let b = a + 1; b < order; b++) {
        if (groups[a] === groups[b]) {
          inner += distance(places, a, b);
          inners++;
        } else {
          outer += distance(places, a, b);
          outers++;
        }
      }
    }
    expect(inner / inners).toBeLessThan((outer / outers) * 0.6);
  });

  it("of parts that nothing links do not overlap, and leave no wide holes", () => {
    const sizes = [60, 12, ...Array.from({ length: 40 }, () => 2), 1, 1, 1];
    const { order, edges } = rings(sizes, false);
    const ids = Array.from({ length: order }, (_, node) => `entity/${node}`);
    const places = finishLayout({ positions: startPlaces(ids), edges, iterations: 60 });
    expect(finishLayout({ positions: startPlaces(ids), edges, iterations: 60 })).toEqual(places);
    const parts = graphParts(order, edges);
    expect(parts.map((part) => part.length)).toEqual([...sizes].sort((a, b) => b - a));
    const fresh = finishLayout({ positions: startPlaces(ids.slice(0, 60)), edges: rings([60], false).edges, iterations: 60 });
    const reach = (all: Float32Array): number => Math.max(...all.map(Math.abs));
    // Forty pairs around a part of sixty: less than twice its size, not a ring at a distance.
    expect(reach(places)).toBeLessThan(reach(fresh) * 2 + 200);
    let nearest = Infinity;
    for (const [index, part] of parts.entries()) {
      for (const other of parts.slice(index + 1))
        for (const a of part) for (const b of other) nearest = Math.min(nearest, distance(places, a, b));
    }
    expect(nearest).toBeGreaterThan(10);
  });

  it("of a single part stay as they are", () => {
    const places = Float32Array.from([5, 5, 10, 10]);
    packParts([[0, 1]], places, Float32Array.from([0, 1, 1]));
    expect([...places]).toEqual([5, 5, 10, 10]);
  });
});
