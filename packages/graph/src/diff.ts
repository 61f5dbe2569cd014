import { daysOf } from "./graph-index.ts";
import type { GraphEdge, PropertyGraph } from "./property-graph.ts";

export interface GraphDiff {
  readonly added: PropertyGraph;
  readonly removed: PropertyGraph;
  /** Edges in both whose status, dates, documents or evidence differ. */
  readonly changed: readonly { readonly before: GraphEdge; readonly after: GraphEdge }[];
}

/** What a second graph has that the first has not, and the reverse; nodes and edges are compared by id. */
export function diffGraphs(before: PropertyGraph, after: PropertyGraph): GraphDiff {
  const nodesBefore = new Set(before.nodes.map((node) => node.id));
  const nodesAfter = new Set(after.nodes.map((node) => node.id));
  const edgesBefore = new Map(before.edges.map((edge) => [edge.id, edge]));
  const edgesAfter = new Map(after.edges.map((edge) => [edge.id, edge]));
  const changed = after.edges.flatMap((edge) => {
    const old = edgesBefore.get(edge.id);
    return old !== undefined && fingerprint(old) !== fingerprint(edge) ? [{ before: old, after: edge }] : [];
  });
  return {
    added: {
      nodes: after.nodes.filter((node) => !nodesBefore.has(node.id)),
      edges: after.edges.filter((edge) => !edgesBefore.has(edge.id)),
    },
    removed: {
      nodes: before.nodes.filter((node) => !nodesAfter.has(node.id)),
      edges: before.edges.filter((edge) => !edgesAfter.has(edge.id)),
    },
    changed,
  };
}

function fingerprint(edge: GraphEdge): string {
  const { start, end } = daysOf(edge);
  const evidence = edge.evidence.map((item) => [item.document, item.start, item.end, item.stance, item.speakers]);
  return JSON.stringify([edge.status, start, end, edge.weight, edge.documents, edge.items, evidence]);
}
