import { UndirectedGraph } from "graphology";
import forceAtlas2Module, { type ForceAtlas2Settings, type ForceAtlas2SynchronousLayoutParameters } from "graphology-layout-forceatlas2";
import type { PropertyGraph } from "../property-graph.ts";
import { hashText, seededRandom } from "../seeded-random.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Node id → place. Units are arbitrary; y grows downwards. */
export type Positions = ReadonlyMap<string, Point>;

// A CommonJS package: what its types call the default export is `module.exports` itself.
const forceAtlas2 = forceAtlas2Module as unknown as {
  (graph: UndirectedGraph, parameters: ForceAtlas2SynchronousLayoutParameters): Record<string, Point>;
  inferSettings(order: number): ForceAtlas2Settings;
};

/** A start position for each node from a hash of its id: the same graph always starts, and so ends, in the same place. */
export function startPositions(graph: PropertyGraph): Map<string, Point> {
  return new Map(
    graph.nodes.map((node) => {
      const random = seededRandom(hashText(node.id));
      return [node.id, { x: random() * 1000, y: random() * 1000 }];
    }),
  );
}

export interface LayoutOptions {
  /** Rounds of ForceAtlas2. Default 400 up to 500 nodes, falling to 60 for large graphs. */
  readonly iterations?: number;
  /** Earlier positions to start from, so that a graph that grew keeps its shape. Nodes not in it start from their hash. */
  readonly from?: Positions;
}

/**
 * ForceAtlas2 (Jacomy et al. 2014) from start positions that depend on nothing but the ids: reproducible to the bit on one platform.
 */
export function layoutGraph(graph: PropertyGraph, options: LayoutOptions = {}): Positions {
  const order = graph.nodes.length;
  const start = startPositions(graph);
  if (order < 2) return start;
  const simple = new UndirectedGraph();
  for (const node of graph.nodes) simple.addNode(node.id, { ...(options.from?.get(node.id) ?? start.get(node.id)!) });
  for (const edge of graph.edges) {
    if (edge.source === edge.target) continue;
    simple.updateEdge(edge.source, edge.target, (before) => ({ weight: ((before["weight"] as number | undefined) ?? 0) + 1 }));
  }
  // Ten reports of one arms transfer pull no ten times harder than one.
  simple.updateEachEdgeAttributes((_edge, attributes) => ({ weight: 1 + Math.log2(attributes["weight"] as number) }));
  const iterations = options.iterations ?? Math.max(60, Math.min(400, Math.round(200_000 / order)));
  const result = forceAtlas2(simple, {
    iterations,
    getEdgeWeight: "weight",
    settings: { ...forceAtlas2.inferSettings(order), scalingRatio: 10, gravity: 1, strongGravityMode: false, edgeWeightInfluence: 0.5 },
  });
  return new Map(graph.nodes.map((node) => [node.id, { x: round(result[node.id]!.x), y: round(result[node.id]!.y) }]));
}

/** Hundredths are finer than a pixel and keep files short. */
function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}
