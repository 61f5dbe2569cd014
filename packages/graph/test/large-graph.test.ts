import { expect, test } from "vitest";
import { type GraphEdge, type GraphNode, indexGraph, neighbourhood, shortestPath } from "../src/index.ts";
import { seededRandom } from "../src/seeded-random.ts";

test("a graph of a million edges is indexed, and walked without touching most of it", () => {
  const random = seededRandom(7);
  const size = 200_000;
  const nodes: GraphNode[] = Array.from({ length: size }, (_, i) => ({ id: `n${i}`, type: "State", label: `Node ${i}` }));
  const none: readonly never[] = [];
  const edges: GraphEdge[] = [];
  for (let i = 0; i < 1_000_000; i++) {
    const [source, target] = [nodes[Math.floor(random() * size)]!.id, nodes[Math.floor(random() * size)]!.id];
    const predicate = i % 3 === 0 ? "meets" : "attacks";
    edges.push({
      id: `e${i}`,
      source,
      target,
      predicate,
      directed: true,
      kind: "event",
      status: "asserted",
      events: none,
      documents: none,
      speakers: none,
      weight: 1,
      items: none,
      evidence: none,
    });
  }
  const before = performance.now();
  const index = indexGraph({ nodes, edges });
  const built = performance.now();
  const around = neighbourhood(index, "n5", { hops: 2 });
  const walked = performance.now();
  const path = shortestPath(index, "n17", "n99999", { maxHops: 10 });
  const found = performance.now();
  console.log(
    `index ${(built - before).toFixed(0)} ms, two hops (${around.nodes.length} nodes) ${(walked - built).toFixed(1)} ms, shortest path (${path!.steps.length} steps) ${(found - walked).toFixed(1)} ms`,
  );
  expect(around.distance.size).toBeGreaterThan(20);
  expect(path!.nodes[0]!.id).toBe("n17");
  for (const step of path!.steps)
    for (const edge of step.edges) expect([edge.source, edge.target].sort()).toEqual([step.from.id, step.to.id].sort());
  // Work, not time, is bounded: both searches look at a small part of the million edges.
  expect(() => neighbourhood(index, "n5", { hops: 2, maxSteps: 2_000 })).not.toThrow();
  expect(() => shortestPath(index, "n17", "n99999", { maxHops: 10, maxSteps: 100_000 })).not.toThrow();
});
