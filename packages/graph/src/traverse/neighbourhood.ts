import { compileFilter, type EdgeFilter } from "../edge-filter.ts";
import { type Direction, forEachEdge, type GraphIndex, requireNode, subgraph } from "../graph-index.ts";
import type { PropertyGraph } from "../property-graph.ts";
import { type BudgetOptions, startBudget } from "./budget.ts";

export interface NeighbourhoodOptions extends EdgeFilter, BudgetOptions {
  /** How far, in edges. Default 1. */
  readonly hops?: number;
  /** Default `both`. */
  readonly direction?: Direction;
  /** Ego network: also the edges among the nodes reached, not only those that were walked. Default `true`. */
  readonly among?: boolean;
  /** Stop taking in nodes at this number, nearest first; `truncated` says that it happened. Default 10,000. */
  readonly maxNodes?: number;
}

export interface Neighbourhood extends PropertyGraph {
  /** Node id → distance in edges from the nearest start. */
  readonly distance: ReadonlyMap<string, number>;
  readonly truncated: boolean;
}

/**
 * The nodes within some hops of one or several entities, with the edges between them.
 *
 * @throws ChanceryError `graph.unknown-entity`, `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function neighbourhood(index: GraphIndex, start: string | readonly string[], options: NeighbourhoodOptions = {}): Neighbourhood {
  const { hops = 1, direction = "both", among = true, maxNodes = 10_000 } = options;
  const starts = (typeof start === "string" ? [start] : start).map((id) => requireNode(index, id));
  const filter = compileFilter(index, options);
  const budget = startBudget(options);
  const distance = new Map<number, number>(starts.map((node) => [node, 0]));
  const walked = new Set<number>();
  let truncated = false;

  let frontier = [...distance.keys()];
  for (let hop = 1; hop <= hops && frontier.length > 0; hop++) {
    const next: number[] = [];
    for (const node of frontier) {
      forEachEdge(index, node, direction, (edge, other) => {
        budget.spend();
        if (!filter.edge(edge) || !filter.node(other)) return undefined;
        if (!distance.has(other)) {
          if (distance.size >= maxNodes) {
            truncated = true;
            return undefined;
          }
          distance.set(other, hop);
          next.push(other);
        }
        walked.add(edge);
        return undefined;
      });
    }
    frontier = next;
  }
  if (among) {
    // A walk both ways has met every edge but those within the outermost ring.
    for (const [node, hop] of distance) {
      if (direction === "both" && hop < hops && !truncated) continue;
      forEachEdge(index, node, "both", (edge, other) => {
        budget.spend();
        if (distance.has(other) && filter.edge(edge)) walked.add(edge);
        return undefined;
      });
    }
  }
  const graph = subgraph(index, walked, distance.keys());
  const byId = [...distance].map(([node, hop]): [string, number] => [index.graph.nodes[node]!.id, hop]);
  return { ...graph, distance: new Map(byId), truncated };
}
