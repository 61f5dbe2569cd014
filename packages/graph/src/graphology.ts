import { MultiGraph } from "graphology";
import type { PropertyGraph } from "./property-graph.ts";

/** Node attributes of the graphology graph. */
export interface GraphologyNode {
  readonly label: string;
  readonly type: string;
  readonly [attribute: string]: unknown;
}

/** Edge attributes of the graphology graph. */
export interface GraphologyEdge {
  readonly label: string;
  readonly predicate: string;
  readonly status: string;
  readonly kind: string;
  readonly weight: number;
  readonly [attribute: string]: unknown;
}

/**
 * The graph as a graphology `MultiGraph` (mixed: reciprocal edges are undirected), for whatever of that ecosystem is wanted: layouts,
 * metrics, sigma. Keys are the ids; evidence stays on the edges.
 */
export function toGraphology(graph: PropertyGraph): MultiGraph<GraphologyNode, GraphologyEdge> {
  const result = new MultiGraph<GraphologyNode, GraphologyEdge>();
  for (const node of graph.nodes) {
    result.addNode(node.id, { label: node.label, type: node.type, ...node.attributes, ...(node.aliases ? { aliases: node.aliases } : {}) });
  }
  for (const edge of graph.edges) {
    const { id, source, target, directed, ...rest } = edge;
    const attributes: GraphologyEdge = { label: edge.predicate, ...rest };
    if (directed) result.addDirectedEdgeWithKey(id, source, target, attributes);
    else result.addUndirectedEdgeWithKey(id, source, target, attributes);
  }
  return result;
}
