import { compileFilter, type EdgeFilter } from "../edge-filter.ts";
import { type Direction, forEachEdge, type GraphIndex } from "../graph-index.ts";
import { compareText } from "../property-graph.ts";
import { type BudgetOptions, startBudget } from "../traverse/budget.ts";

/** Node id and score, greatest first, ties by id. */
export type Ranking = readonly { readonly id: string; readonly score: number }[];

export interface DegreeOptions extends EdgeFilter {
  /** Default `both`. */
  readonly direction?: Direction;
  /** Sum of edge weights instead of their number. Default `false`. */
  readonly weighted?: boolean;
}

/** Number (or weight) of the edges at each node. */
export function degree(index: GraphIndex, options: DegreeOptions = {}): Ranking {
  const { direction = "both", weighted = false } = options;
  const filter = compileFilter(index, options);
  const scores = new Float64Array(index.graph.nodes.length);
  for (let node = 0; node < scores.length; node++) {
    forEachEdge(index, node, direction, (edge) => {
      if (filter.edge(edge)) scores[node]! += weighted ? index.graph.edges[edge]!.weight : 1;
      return undefined;
    });
  }
  return ranking(index, scores);
}

export interface PageRankOptions extends EdgeFilter {
  /** Probability of following an edge. Default 0.85 (Page et al. 1999). */
  readonly damping?: number;
  /** Stop when the ranks move less than this in sum. Default 1e-9. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

/** PageRank over directed edges, weighted; an undirected edge counts both ways. Scores sum to 1. */
export function pageRank(index: GraphIndex, options: PageRankOptions = {}): Ranking {
  const { damping = 0.85, tolerance = 1e-9, maxIterations = 200 } = options;
  const filter = compileFilter(index, options);
  const count = index.graph.nodes.length;
  if (count === 0) return [];
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  const outWeight = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    forEachEdge(index, node, "out", (edge, other) => {
      if (!filter.edge(edge)) return undefined;
      const w = index.graph.edges[edge]!.weight;
      from.push(node);
      to.push(other);
      weight.push(w);
      outWeight[node]! += w;
      return undefined;
    });
  }
  let rank = new Float64Array(count).fill(1 / count);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let sunk = 0;
    for (let node = 0; node < count; node++) if (outWeight[node] === 0) sunk += rank[node]!;
    const next = new Float64Array(count).fill((1 - damping + damping * sunk) / count);
    for (let i = 0; i < from.length; i++) next[to[i]!]! += (damping * rank[from[i]!]! * weight[i]!) / outWeight[from[i]!]!;
    let moved = 0;
    for (let node = 0; node < count; node++) moved += Math.abs(next[node]! - rank[node]!);
    rank = next;
    if (moved < tolerance) break;
  }
  return ranking(index, rank);
}

export interface BetweennessOptions extends EdgeFilter, BudgetOptions {
  /** Default `both`. */
  readonly direction?: Direction;
  /** Divide by the number of pairs, so that scores lie between 0 and 1. Default `true`. */
  readonly normalized?: boolean;
}

/**
 * Share of shortest paths that pass through each node: Brandes (2001), unweighted; parallel edges count once. O(nodes · edges): the budget bounds it.
 *
 * @throws ChanceryError `graph.budget`, `graph.aborted`.
 */
export function betweenness(index: GraphIndex, options: BetweennessOptions = {}): Ranking {
  const { direction = "both", normalized = true } = options;
  const filter = compileFilter(index, options);
  const budget = startBudget({ maxSteps: 200_000_000, ...options });
  const count = index.graph.nodes.length;
  const successors: readonly number[][] = Array.from({ length: count }, (_, node) => {
    const others = new Set<number>();
    forEachEdge(index, node, direction, (edge, other) => {
      if (other !== node && filter.edge(edge)) others.add(other);
      return undefined;
    });
    return [...others];
  });
  const score = new Float64Array(count);
  const paths = new Float64Array(count);
  const distance = new Int32Array(count);
  const dependency = new Float64Array(count);
  for (let start = 0; start < count; start++) {
    paths.fill(0);
    distance.fill(-1);
    dependency.fill(0);
    paths[start] = 1;
    distance[start] = 0;
    const order = [start];
    for (let i = 0; i < order.length; i++) {
      const node = order[i]!;
      for (const other of successors[node]!) {
        budget.spend();
        if (distance[other] === -1) {
          distance[other] = distance[node]! + 1;
          order.push(other);
        }
        if (distance[other] === distance[node]! + 1) paths[other]! += paths[node]!;
      }
    }
    for (let i = order.length - 1; i > 0; i--) {
      const node = order[i]!;
      for (const other of successors[node]!) {
        if (distance[other] === distance[node]! + 1) dependency[node]! += (paths[node]! / paths[other]!) * (1 + dependency[other]!);
      }
      score[node]! += dependency[node]!;
    }
  }
  // Both directions: every pair was counted from either end.
  const pairs = normalized ? (count - 1) * (count - 2) : direction === "both" ? 2 : 1;
  if (pairs > 0) for (let node = 0; node < count; node++) score[node]! /= pairs;
  return ranking(index, score);
}

function ranking(index: GraphIndex, scores: ArrayLike<number>): Ranking {
  return index.graph.nodes
    .map((node, number) => ({ id: node.id, score: scores[number]! }))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
}
