import { mergeParallelEdges } from "./project/project.ts";
import { compareText, type GraphEdge, type GraphNode, type PropertyGraph, sortedUnique } from "./property-graph.ts";

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

/** Folds posts into the bodies they belong to, so that people hold positions in ministries directly; posts without a body stay. */
export function foldPositions(graph: PropertyGraph): PropertyGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const bodies = new Map<string, GraphNode>();
  for (const edge of graph.edges) {
    const body = nodes.get(edge.target);
    if (edge.kind === "relation" && edge.predicate === "positionIn" && body !== undefined && !bodies.has(edge.source))
      bodies.set(edge.source, body);
  }
  return foldGraph(graph, (node) => bodies.get(node.id) ?? node);
}
