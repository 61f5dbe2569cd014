import { UndirectedGraph } from "graphology";
import louvainModule, { type DetailedLouvainOutput, type LouvainOptions } from "graphology-communities-louvain";
import { compileFilter, type EdgeFilter } from "../edge-filter.ts";
import type { GraphIndex } from "../graph-index.ts";
import { compareText } from "../property-graph.ts";
import { seededRandom } from "../seeded-random.ts";

export interface CommunityOptions extends EdgeFilter {
  /** Above 1 gives more, smaller communities. Default 1. */
  readonly resolution?: number;
  /** Default 1. The same seed gives the same communities. */
  readonly seed?: number;
}

export interface Communities {
  /** Members of each community, the largest first, ties by the smallest id; members sorted by id. */
  readonly members: readonly (readonly string[])[];
  /** Node id → number of its community. */
  readonly of: ReadonlyMap<string, number>;
  /** Newman's modularity of the partition, at most 1. */
  readonly modularity: number;
}

// A CommonJS package: what its types call the default export is `module.exports` itself.
const louvain = louvainModule as unknown as { detailed(graph: UndirectedGraph, options: LouvainOptions): DetailedLouvainOutput };

/** Louvain communities (Blondel et al. 2008) over the undirected weighted graph, with a random walk of fixed seed: the same every time. */
export function communities(index: GraphIndex, options: CommunityOptions = {}): Communities {
  const filter = compileFilter(index, options);
  const { nodes, edges } = index.graph;
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node.id);
  for (let e = 0; e < edges.length; e++) {
    const { source, target, weight } = edges[e]!;
    if (source === target || !filter.edge(e)) continue;
    graph.updateEdge(source, target, (before) => ({ weight: ((before["weight"] as number | undefined) ?? 0) + weight }));
  }
  if (graph.size === 0) {
    const alone = nodes.map((node) => [node.id]);
    return { members: alone, of: new Map(alone.map(([id], number) => [id!, number])), modularity: 0 };
  }
  const result = louvain.detailed(graph, { resolution: options.resolution ?? 1, rng: seededRandom(options.seed ?? 1) });
  const groups = new Map<number, string[]>();
  for (const node of nodes) {
    const number = result.communities[node.id]!;
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [node.id]);
    else group.push(node.id);
  }
  const members = [...groups.values()]
    .map((group) => group.sort(compareText))
    .sort((a, b) => b.length - a.length || compareText(a[0]!, b[0]!));
  return {
    members,
    of: new Map(members.flatMap((group, number) => group.map((id): [string, number] => [id, number]))),
    modularity: result.modularity,
  };
}
