import type { EdgeStatus, GraphEvidence } from "./knowledge.ts";

/** What kind of fact an edge stands for: an event, a static relation, or a claim of one entity about another. */
export type EdgeKind = "event" | "relation" | "claim";

export interface GraphNode {
  readonly id: string;
  /** Entity type of the data contract, or the event type for a node that stands for an event. */
  readonly type: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** When one event behind an edge may have happened, ISO 8601. */
export interface EdgeSpan {
  readonly first: string;
  readonly last: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Local name of the direct edge, relation or stance: `suppliesArmsTo`, `memberOf`, `accuses`. */
  readonly predicate: string;
  /** `false` for what two take part in alike (`meets`, `cooperatesWith`). */
  readonly directed: boolean;
  readonly kind: EdgeKind;
  readonly status: EdgeStatus;
  /** Ids of the events behind the edge; several when parallel edges were merged. */
  readonly events: readonly string[];
  readonly eventType?: string;
  /** Ids of the documents that say so, sorted. */
  readonly documents: readonly string[];
  /** Ids of who says so, sorted. */
  readonly speakers: readonly string[];
  /** First and last possible day, ISO 8601; absent where no text gives a date. */
  readonly first?: string;
  readonly last?: string;
  /** The dates of each event behind a merged edge, in order; absent for a single one. */
  readonly spans?: readonly EdgeSpan[];
  /** Number of events (or relations, claims) behind the edge, at least 1. */
  readonly weight: number;
  /** Ids of items, weapons or agreements involved. */
  readonly items: readonly string[];
  readonly evidence: readonly GraphEvidence[];
}

/** A property graph as plain data: every writer, measure and traversal starts from it. Nodes and edges are sorted by id. */
export interface PropertyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Order of ids by UTF-16 code unit: the same on every machine, unlike `localeCompare`. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The distinct strings, sorted. */
export function sortedUnique(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort(compareText);
}

/**
 * A graph in canonical order: nodes and edges sorted by id, edges without both ends dropped.
 *
 * @returns The graph, and how many edges named a node that is not there.
 */
export function orderGraph(
  nodes: Iterable<GraphNode>,
  edges: Iterable<GraphEdge>,
): { readonly graph: PropertyGraph; readonly dangling: number } {
  const byId = new Map<string, GraphNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const kept = new Map<string, GraphEdge>();
  let dangling = 0;
  for (const edge of edges) {
    if (byId.has(edge.source) && byId.has(edge.target)) kept.set(edge.id, edge);
    else dangling++;
  }
  return {
    graph: {
      nodes: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
      edges: [...kept.values()].sort((a, b) => compareText(a.id, b.id)),
    },
    dangling,
  };
}
