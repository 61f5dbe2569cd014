import type { CompiledFilter, EdgeFilter } from "../edge-filter.ts";
import { type Direction, forEachEdge, type GraphIndex } from "../graph-index.ts";
import type { EdgeStatus } from "../knowledge.ts";
import { compareText, type GraphEdge, type GraphNode } from "../property-graph.ts";
import type { Budget, BudgetOptions } from "./budget.ts";

/** One step of a path, with every edge that allows it and so all its evidence. */
export interface PathStep {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The edges between the two that the filter lets through, best supported first; at least one. */
  readonly edges: readonly GraphEdge[];
}

export interface GraphPath {
  /** From start to end inclusive. */
  readonly nodes: readonly GraphNode[];
  readonly steps: readonly PathStep[];
  /** Product of the steps' strengths, 0 to 1: how well the whole chain is supported. */
  readonly strength: number;
}

export interface PathOptions extends EdgeFilter, BudgetOptions {
  /** Default `both`: a path may run against the direction of an edge. */
  readonly direction?: Direction;
}

/** How much an event counts by its status. Set by hand: an asserted event weighs a little less than a confirmed one, an alleged one half. */
const STATUS_WEIGHT: Readonly<Record<EdgeStatus, number>> = {
  confirmed: 1,
  asserted: 0.8,
  alleged: 0.5,
  disputed: 0.4,
  unconfirmed: 0.25,
  planned: 0.25,
  hypothetical: 0.1,
  denied: 0.05,
  nonOccurrence: 0.02,
};

/**
 * How well an edge is supported, 0 to 1: the weight of its status, and 1 − 2⁻ⁿ for its n independent sources, which are its distinct pairs
 * of document and speaker. Ten reports by one agency in one document count once.
 */
export function edgeStrength(edge: GraphEdge): number {
  const sources = new Set(edge.evidence.flatMap((item) => item.speakers.map((speaker) => `${item.document}|${speaker}`)));
  const count = Math.max(sources.size, edge.documents.length, 1);
  return STATUS_WEIGHT[edge.status] * (1 - 2 ** -count);
}

/** How well a step is supported: parallel edges of different events add up as independent reasons. */
export function stepStrength(edges: readonly GraphEdge[]): number {
  return 1 - edges.reduce((doubt, edge) => doubt * (1 - edgeStrength(edge)), 1);
}

/** Edges out of a node by the node they lead to, in ascending order of that node; computed once a walk. */
export type Steps = ReadonlyMap<number, readonly number[]>;

/** A memoised view of the allowed steps from each node. `ends` may be passed although the filter's node conditions exclude them. */
export function stepFinder(
  index: GraphIndex,
  filter: CompiledFilter,
  direction: Direction,
  ends: ReadonlySet<number>,
  budget: Budget,
): (node: number) => Steps {
  const known = new Map<number, Steps>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const steps = new Map<number, number[]>();
    forEachEdge(index, node, direction, (edge, other) => {
      budget.spend();
      if (other === node || !filter.edge(edge) || !(ends.has(other) || filter.node(other))) return undefined;
      const edges = steps.get(other);
      if (edges === undefined) steps.set(other, [edge]);
      else edges.push(edge);
      return undefined;
    });
    const sorted = new Map([...steps].sort((a, b) => a[0] - b[0]));
    known.set(node, sorted);
    return sorted;
  };
}

/** The path through the given nodes, with the edges that `stepsOf` allows between neighbours. */
export function assemblePath(index: GraphIndex, route: readonly number[], stepsOf: (node: number) => Steps): GraphPath {
  const { nodes, edges } = index.graph;
  const steps: PathStep[] = [];
  let strength = 1;
  for (let i = 1; i < route.length; i++) {
    const allowed = (stepsOf(route[i - 1]!).get(route[i]!) ?? []).map((edge) => edges[edge]!);
    const sorted = allowed
      .map((edge) => ({ edge, strength: edgeStrength(edge) }))
      .sort((a, b) => b.strength - a.strength || compareText(a.edge.id, b.edge.id))
      .map((item) => item.edge);
    steps.push({ from: nodes[route[i - 1]!]!, to: nodes[route[i]!]!, edges: sorted });
    strength *= stepStrength(sorted);
  }
  return { nodes: route.map((node) => nodes[node]!), steps, strength };
}

/** Paths by strength, then length, then the ids along them. */
export function rankPaths(paths: Iterable<GraphPath>): readonly GraphPath[] {
  const key = (path: GraphPath): string => path.nodes.map((node) => node.id).join("\u0000");
  return [...paths].sort((a, b) => b.strength - a.strength || a.steps.length - b.steps.length || compareText(key(a), key(b)));
}
