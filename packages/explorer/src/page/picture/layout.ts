import iterateModule from "graphology-layout-forceatlas2/iterate.js";
import { graphParts, packParts } from "./components.ts";
import { spreadNodes } from "./spread.ts";

/** A graph as flat numbers: `positions` are x and y of each node, `edges` triples of source, target and weight. */
export interface LayoutInput {
  readonly positions: Float32Array;
  readonly edges: Float32Array;
  readonly iterations: number;
  /** Number of each node's community: then the layout is made community by community. */
  readonly groups?: Int32Array;
}

/** Numbers a node and an edge take in the matrices of ForceAtlas2. */
const NODE_FIELDS = 10;
const EDGE_FIELDS = 3;

const iterate = iterateModule as unknown as (settings: Readonly<Record<string, unknown>>, nodes: Float32Array, edges: Float32Array) => void;

/**
 * ForceAtlas2 (Jacomy et al. 2014) by a fixed number of rounds: equal input gives equal places. After each round the generator yields what
 * tells the places, so that a worker can report and a page can pause.
 */
export function* layoutRounds({ positions, edges, iterations }: LayoutInput): Generator<() => Float32Array, Float32Array> {
  const order = positions.length / 2;
  const nodes = new Float32Array(order * NODE_FIELDS);
  for (let i = 0; i < order; i++) {
    const at = i * NODE_FIELDS;
    nodes[at] = positions[2 * i]!;
    nodes[at + 1] = positions[2 * i + 1]!;
    // Mass, convergence, size.
    nodes[at + 6] = 1;
    nodes[at + 7] = 1;
    nodes[at + 8] = 1;
  }
  const matrix = new Float32Array(edges.length);
  for (let i = 0; i < edges.length; i += EDGE_FIELDS) {
    matrix[i] = edges[i]! * NODE_FIELDS;
    matrix[i + 1] = edges[i + 1]! * NODE_FIELDS;
    matrix[i + 2] = edges[i + 2]!;
    nodes[matrix[i]! + 6]! += edges[i + 2]!;
    nodes[matrix[i + 1]! + 6]! += edges[i + 2]!;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0.5,
    scalingRatio: 10,
    strongGravityMode: order < 40,
    gravity: order < 40 ? 0.3 : 1,
    slowDown: 1 + Math.log(Math.max(2, order)),
    barnesHutOptimize: order > 800,
    barnesHutTheta: order > 5000 ? 0.9 : 0.5,
  };
  const parts = graphParts(order, edges);
  const places = (): Float32Array => {
    const result = new Float32Array(order * 2);
    for (let i = 0; i < order; i++) {
      const x = nodes[i * NODE_FIELDS]!;
      const y = nodes[i * NODE_FIELDS + 1]!;
      result[2 * i] = Number.isFinite(x) ? x : 0;
      result[2 * i + 1] = Number.isFinite(y) ? y : 0;
    }
    packParts(parts, result, edges);
    return result;
  };
  for (let round = 0; round < iterations; round++) {
    iterate(settings, nodes, matrix);
    if (round + 1 < iterations) yield places;
  }
  const last = places();
  spreadNodes(last);
  return last;
}

/** The places after all rounds. */
export function finishLayout(input: LayoutInput): Float32Array {
  for (const rounds = layoutRounds(input); ; ) {
    const { value, done } = rounds.next();
    if (done === true) return value;
  }
}

/** Rounds for a graph of this size: many for a small one, few for one whose rounds are slow. */
export const roundsFor = (order: number): number => Math.max(40, Math.min(500, Math.round(300_000 / Math.max(1, order))));
