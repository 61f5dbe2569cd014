import type { EdgeStatus, GraphEdge, PropertyGraph } from "@chancery/graph";

/** Edges that are drawn as one line: same ends, direction, predicate and status. */
export interface Link {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
  readonly directed: boolean;
  readonly kind: GraphEdge["kind"];
  readonly status: EdgeStatus;
  readonly edges: readonly GraphEdge[];
}

/** The links of a graph, in the order of its edges. */
export function linksOf(graph: PropertyGraph): readonly Link[] {
  const links = new Map<string, Link & { readonly edges: GraphEdge[] }>();
  for (const edge of graph.edges) {
    const swap = !edge.directed && edge.source > edge.target;
    const [source, target] = swap ? [edge.target, edge.source] : [edge.source, edge.target];
    const id = JSON.stringify([edge.kind, edge.predicate, edge.status, edge.directed, source, target]);
    const link = links.get(id);
    if (link !== undefined) link.edges.push(edge);
    else {
      const { predicate, directed, kind, status } = edge;
      links.set(id, { id, source, target, predicate, directed, kind, status, edges: [edge] });
    }
  }
  return [...links.values()];
}
