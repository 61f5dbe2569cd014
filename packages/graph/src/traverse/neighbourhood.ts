import { compileFilter, type EdgeFilter } from "../edge-filter.ts";
import { type Direction, type GraphIndex, requireNode } from "../graph-index.ts";
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
 * The nodes within some hops of one or several entities, with the edges between them. Time grows with the edges at the nodes reached, not with the graph.
 *
 * @throws ChanceryError `graph.unknown-entity`, `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function neighbourhood(index: GraphIndex, start: string | readonly string[], options: NeighbourhoodOptions = {}): Neighbourhood {
  const { hops = 1, direction = "both", among = true, maxNodes = 10_000 } = options;
  const { nodes, edges } = index.graph;
  const starts = (typeof start === "string" ? [start] : start).map((id) => requireNode(index, id));
  const filter = compileFilter(index, options);
  const budget = startBudget(options);
  // Columns over all nodes and edges instead of maps: a hub's two hops touch a tenth of a large graph.
  const distance = new Int32Array(nodes.length).fill(-1);
  const walked = new Uint8Array(edges.length);
  const reached = [...new Set(starts)];
  for (const node of reached) distance[node] = 0;
  let walkedEdges = 0;
  let truncated = false;

  let from = 0;
  for (let hop = 1; hop <= hops && from < reached.length; hop++) {
    const ring = reached.length;
    for (; from < ring; from++) {
      for (const list of listsAt(index, reached[from]!, direction)) {
        const { first, end, others, numbers }: EdgeList = list;
        budget.spend(end - first);
        for (let i = first; i < end; i++) {
          const other = others[i]!;
          const edge = numbers[i]!;
          const known = distance[other]! >= 0;
          if ((known && walked[edge] === 1) || !filter.edge(edge) || !filter.node(other)) continue;
          if (!known) {
            if (reached.length >= maxNodes) {
              truncated = true;
              continue;
            }
            distance[other] = hop;
            reached.push(other);
          }
          if (walked[edge] === 0) walkedEdges++;
          walked[edge] = 1;
        }
      }
    }
  }
  if (among) {
    for (const node of reached) {
      // A walk both ways has met every edge but those within the outermost ring.
      if (direction === "both" && distance[node]! < hops && !truncated) continue;
      // An edge among the nodes leaves one of them, so the outgoing lists show them all.
      for (const { first, end, others, numbers } of listsAt(index, node, "out")) {
        budget.spend(end - first);
        for (let i = first; i < end; i++) {
          if (distance[others[i]!]! < 0) continue;
          const edge = numbers[i]!;
          if (walked[edge] === 1 || !filter.edge(edge)) continue;
          walkedEdges++;
          walked[edge] = 1;
        }
      }
    }
  }
  const distances = new Map<string, number>();
  for (const node of reached) distances.set(nodes[node]!.id, distance[node]!);
  return {
    nodes: Array.from(Uint32Array.from(reached).sort(), (node) => nodes[node]!),
    edges: marked(walked, walkedEdges, edges),
    distance: distances,
    truncated,
  };
}

/** The edges at one node as a range of two parallel columns. */
interface EdgeList {
  readonly first: number;
  readonly end: number;
  readonly others: Uint32Array;
  readonly numbers: Uint32Array;
}

/** The adjacency of a node. With `both`, an undirected edge is in both lists. */
function listsAt(index: GraphIndex, node: number, direction: Direction): readonly EdgeList[] {
  const out: EdgeList = { first: index.outStart[node]!, end: index.outStart[node + 1]!, others: index.outOthers, numbers: index.outEdges };
  if (direction === "out") return [out];
  const into: EdgeList = { first: index.inStart[node]!, end: index.inStart[node + 1]!, others: index.inOthers, numbers: index.inEdges };
  return direction === "in" ? [into] : [out, into];
}

/** The items whose mark is set, in order. */
function marked<T>(marks: Uint8Array, count: number, items: readonly T[]): readonly T[] {
  const found: T[] = [];
  for (let i = 0; found.length < count; i++) if (marks[i] === 1) found.push(items[i]!);
  return found;
}
