import { isoDay } from "./day.ts";
import { compileFilter, type EdgeFilter } from "./edge-filter.ts";
import { daysOf, type GraphIndex, NO_DAY, subgraph } from "./graph-index.ts";
import { mergeParallelEdges } from "./project/project.ts";
import { compareText, type GraphEdge, type GraphNode, type PropertyGraph, sortedUnique } from "./property-graph.ts";

/** The part of a graph that a filter lets through; nodes left without an edge are dropped. */
export function filterGraph(index: GraphIndex, filter: EdgeFilter): PropertyGraph {
  const compiled = compileFilter(index, filter);
  const edges: number[] = [];
  for (let edge = 0; edge < index.source.length; edge++) {
    if (compiled.edge(edge) && compiled.node(index.source[edge]!) && compiled.node(index.target[edge]!)) edges.push(edge);
  }
  return subgraph(index, edges);
}

export interface TimeSlice {
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly graph: PropertyGraph;
}

/**
 * One graph a calendar period, from the first dated edge to the last; an edge is in every period that it may belong to. Undated edges are in none.
 *
 * @param step Length of a period. Default `month`.
 */
export function timeSlices(index: GraphIndex, step: "year" | "quarter" | "month" = "month", filter: EdgeFilter = {}): readonly TimeSlice[] {
  const compiled = compileFilter(index, filter);
  const dated: number[] = [];
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (let edge = 0; edge < index.source.length; edge++) {
    if (index.first[edge] === NO_DAY || !compiled.edge(edge)) continue;
    dated.push(edge);
    start = Math.min(start, index.first[edge]!);
    end = Math.max(end, index.last[edge]!);
  }
  if (dated.length === 0) return [];
  const months = step === "year" ? 12 : step === "quarter" ? 3 : 1;
  const slices: TimeSlice[] = [];
  const [year, month] = isoDay(start).split("-").map(Number) as [number, number, number];
  let cursor = year * 12 + Math.floor((month - 1) / months) * months;
  for (;;) {
    const first = dayOfMonthNumber(cursor);
    if (first > end) return slices;
    const last = dayOfMonthNumber(cursor + months) - 1;
    const edges = dated.filter((edge) => index.last[edge]! >= first && index.first[edge]! <= last);
    slices.push({ from: isoDay(first), to: isoDay(last), graph: subgraph(index, edges) });
    cursor += months;
  }
}

function dayOfMonthNumber(month: number): number {
  return Math.floor(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);
}

/**
 * The graph with nodes folded into groups: ministers into ministries, bodies into their state. Edges inside a group disappear, parallel ones are merged
 * and keep all evidence.
 *
 * @param groupOf The node that stands for a node; `undefined` drops the node with its edges.
 */
export function foldGraph(graph: PropertyGraph, groupOf: (node: GraphNode) => GraphNode | undefined): PropertyGraph {
  const groups = new Map<string, GraphNode | undefined>(graph.nodes.map((node) => [node.id, groupOf(node)]));
  const edges: GraphEdge[] = [];
  for (const edge of graph.edges) {
    const source = groups.get(edge.source);
    const target = groups.get(edge.target);
    if (source === undefined || target === undefined || source.id === target.id) continue;
    edges.push({ ...edge, source: source.id, target: target.id });
  }
  const merged = [...mergeParallelEdges(edges)].sort((a, b) => compareText(a.id, b.id));
  const byId = new Map([...groups.values()].flatMap((node): [string, GraphNode][] => (node === undefined ? [] : [[node.id, node]])));
  const used = sortedUnique(merged.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: used.map((id) => byId.get(id)!), edges: merged };
}

/** Relations that say to which state somebody or something belongs, in the order they are followed. */
const BELONGING: readonly string[] = ["partOf", "nationalOf", "positionIn", "holdsPosition", "locatedIn"];

/**
 * Folds every node into the state it belongs to by the static relations of the graph (a minister into a ministry into a state); nodes that belong to none
 * stay themselves. With `only` set, nodes that do not end in one of these types are dropped: `["State"]` gives the graph between states.
 */
export function foldIntoStates(graph: PropertyGraph, only?: readonly string[]): PropertyGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const parent = new Map<string, string>();
  for (const predicate of BELONGING) {
    for (const edge of graph.edges) {
      if (edge.kind === "relation" && edge.predicate === predicate && !parent.has(edge.source)) parent.set(edge.source, edge.target);
    }
  }
  const stateOf = (node: GraphNode): GraphNode | undefined => {
    const seen = new Set<string>();
    for (let id: string | undefined = node.id; id !== undefined && !seen.has(id); id = parent.get(id)) {
      seen.add(id);
      const candidate = nodes.get(id);
      if (candidate !== undefined && candidate.type === "State") return candidate;
    }
    return node;
  };
  return foldGraph(graph, (node) => {
    const group = stateOf(node);
    return group !== undefined && (only === undefined || only.includes(group.type)) ? group : undefined;
  });
}

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
