import { ChanceryError } from "@chancery/rdf";
import { dayOf } from "./day.ts";
import { EDGE_STATUSES, type EdgeStatus } from "./knowledge.ts";
import type { GraphEdge, GraphNode, PropertyGraph } from "./property-graph.ts";

/** No date known. Smaller than any day. */
export const NO_DAY: number = -0x8000_0000;

/**
 * Compressed adjacency of a property graph. Nodes and edges are numbered by their place in `graph`; the edges that leave node `n` are
 * `outEdges[outStart[n] … outStart[n + 1]]`. An undirected edge leaves and enters both of its ends. What filters ask for is held in
 * one typed column each, so that a walk over a million edges touches no edge object that it does not return.
 */
export interface GraphIndex {
  readonly graph: PropertyGraph;
  readonly nodeNumber: ReadonlyMap<string, number>;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly outStart: Uint32Array;
  readonly outEdges: Uint32Array;
  /** The node at the other end of each of `outEdges`. */
  readonly outOthers: Uint32Array;
  readonly inStart: Uint32Array;
  readonly inEdges: Uint32Array;
  /** The node at the other end of each of `inEdges`. */
  readonly inOthers: Uint32Array;
  readonly directed: Uint8Array;
  /** Position in `EDGE_STATUSES`. */
  readonly status: Uint8Array;
  /** Position in `predicateNames`. */
  readonly predicate: Uint32Array;
  readonly predicateNames: readonly string[];
  /** First and last possible day, `NO_DAY` where unknown. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * Builds the adjacency; O(nodes + edges).
 *
 * @throws ChanceryError `graph.unknown-entity` when an edge names a node that is not in the graph (see `orderGraph`).
 */
export function indexGraph(graph: PropertyGraph): GraphIndex {
  const { nodes, edges } = graph;
  const nodeNumber = new Map<string, number>();
  for (let i = 0; i < nodes.length; i++) nodeNumber.set(nodes[i]!.id, i);
  const count = edges.length;
  const source = new Uint32Array(count);
  const target = new Uint32Array(count);
  const directed = new Uint8Array(count);
  const status = new Uint8Array(count);
  const predicate = new Uint32Array(count);
  const first = new Int32Array(count).fill(NO_DAY);
  const last = new Int32Array(count).fill(NO_DAY);
  const statusCode = new Map<EdgeStatus, number>(EDGE_STATUSES.map((name, code) => [name, code]));
  const predicateCode = new Map<string, number>();
  const predicateNames: string[] = [];

  for (let e = 0; e < count; e++) {
    const edge = edges[e]!;
    source[e] = numberOf(nodeNumber, edge.source);
    target[e] = numberOf(nodeNumber, edge.target);
    directed[e] = edge.directed ? 1 : 0;
    status[e] = statusCode.get(edge.status)!;
    let code = predicateCode.get(edge.predicate);
    if (code === undefined) {
      code = predicateNames.length;
      predicateCode.set(edge.predicate, code);
      predicateNames.push(edge.predicate);
    }
    predicate[e] = code;
    const { start, end } = daysOf(edge);
    first[e] = start;
    last[e] = end;
  }
  const [outStart, outEdges, outOthers] = adjacency(nodes.length, source, target, directed);
  const [inStart, inEdges, inOthers] = adjacency(nodes.length, target, source, directed);
  return {
    graph,
    nodeNumber,
    source,
    target,
    outStart,
    outEdges,
    outOthers,
    inStart,
    inEdges,
    inOthers,
    directed,
    status,
    predicate,
    predicateNames,
    first,
    last,
  };
}

/**
 * Number of a node.
 *
 * @throws ChanceryError `graph.unknown-entity`.
 */
export function requireNode(index: GraphIndex, id: string): number {
  return numberOf(index.nodeNumber, id);
}

function numberOf(numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number !== undefined) return number;
  throw new ChanceryError("graph.unknown-entity", `There is no entity "${id}" in the graph.`, {
    remedy: "Use the id of an entity that has an edge; a search by name lists the ids.",
  });
}

/** First and last possible day of an edge; an open end is the other one, both are `NO_DAY` where nothing is known. */
export function daysOf(edge: Pick<GraphEdge, "first" | "last">): { readonly start: number; readonly end: number } {
  const start = edge.first === undefined ? undefined : dayOf(edge.first, "first");
  const end = edge.last !== undefined ? dayOf(edge.last, "last") : edge.first === undefined ? undefined : dayOf(edge.first, "last");
  return { start: start ?? end ?? NO_DAY, end: end ?? start ?? NO_DAY };
}

/** Counting sort of edges by the node they leave; undirected edges are filed under both ends. */
function adjacency(
  nodes: number,
  from: Uint32Array,
  to: Uint32Array,
  directed: Uint8Array,
): readonly [Uint32Array, Uint32Array, Uint32Array] {
  const start = new Uint32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    start[from[e]! + 1]!++;
    if (directed[e] === 0 && from[e] !== to[e]) start[to[e]! + 1]!++;
  }
  for (let n = 0; n < nodes; n++) start[n + 1]! += start[n]!;
  const next = start.slice(0, nodes);
  const list = new Uint32Array(start[nodes]!);
  const others = new Uint32Array(list.length);
  const file = (node: number, other: number, edge: number): void => {
    const place = next[node]!++;
    list[place] = edge;
    others[place] = other;
  };
  for (let e = 0; e < from.length; e++) {
    file(from[e]!, to[e]!, e);
    if (directed[e] === 0 && from[e] !== to[e]) file(to[e]!, from[e]!, e);
  }
  return [start, list, others];
}

/** Which way edges are followed: along them, against them, or either way. Undirected edges are followed in every case. */
export type Direction = "out" | "in" | "both";

/** Calls `visit` with each edge at a node that `direction` allows, and the node at its other end. Returning `false` from `visit` ends the loop. */
export function forEachEdge(
  index: GraphIndex,
  node: number,
  direction: Direction,
  visit: (edge: number, other: number) => boolean | undefined,
): void {
  const { directed, outStart, outEdges, outOthers, inStart, inEdges, inOthers } = index;
  if (direction !== "in") {
    for (let i = outStart[node]!; i < outStart[node + 1]!; i++) {
      if (visit(outEdges[i]!, outOthers[i]!) === false) return;
    }
  }
  if (direction !== "out") {
    for (let i = inStart[node]!; i < inStart[node + 1]!; i++) {
      const edge = inEdges[i]!;
      // With "both", an undirected edge was met among the outgoing ones already.
      if (direction === "both" && directed[edge] === 0) continue;
      if (visit(edge, inOthers[i]!) === false) return;
    }
  }
}

/** The subgraph of the given edges, with the nodes at their ends. */
export function subgraph(index: GraphIndex, edges: Iterable<number>): PropertyGraph {
  const edgeNumbers = [...new Set(edges)].sort((a, b) => a - b);
  const nodeNumbers = new Set<number>();
  for (const edge of edgeNumbers) nodeNumbers.add(index.source[edge]!).add(index.target[edge]!);
  const nodes: readonly GraphNode[] = index.graph.nodes;
  return {
    nodes: [...nodeNumbers].sort((a, b) => a - b).map((node) => nodes[node]!),
    edges: edgeNumbers.map((edge) => index.graph.edges[edge]!),
  };
}
