import type { Positions } from "../layout/positions.ts";
import type { GraphEdge, GraphNode, PropertyGraph } from "../property-graph.ts";
import { nodeColour, STATUS_STYLES } from "./palette.ts";
import { safeJson, type WriteTally } from "./safe-text.ts";

export interface JsonGraphOptions {
  readonly title?: string;
  readonly positions?: Positions;
  readonly tally?: WriteTally;
}

/** Cytoscape.js JSON (`.cyjs`), which Cytoscape desktop imports as a network, one element a line. */
export function* writeCytoscape(graph: PropertyGraph, options: JsonGraphOptions = {}): Generator<string> {
  const { positions, tally = { stripped: 0 } } = options;
  yield `{"format_version":"1.0","generated_by":"chancery","target_cytoscapejs_version":"~3.0","data":${safeJson({ name: options.title ?? "chancery" }, tally)},`;
  yield '"directed":true,"multigraph":true,"elements":{"nodes":[\n';
  yield* separated(graph.nodes, (node) => {
    const point = positions?.get(node.id);
    const data = { ...node.attributes, id: node.id, name: node.label, type: node.type, aliases: node.aliases };
    return safeJson({ data, ...(point === undefined ? {} : { position: { x: point.x, y: point.y } }) }, tally);
  });
  yield '],"edges":[\n';
  yield* separated(graph.edges, (edge) => {
    const { evidence, predicate, spans: _spans, ...rest } = edge;
    return safeJson({ data: { ...rest, interaction: predicate, name: predicate, quotes: evidence.map((item) => item.quote) } }, tally);
  });
  yield "]}}\n";
}

/** Graphology's own serialisation, which Gephi Lite and sigma read: a mixed multigraph, with `x`, `y`, `size` and `color` for drawing. */
export function* writeGraphologyJson(graph: PropertyGraph, options: JsonGraphOptions = {}): Generator<string> {
  const { positions, tally = { stripped: 0 } } = options;
  const degree = new Map<string, number>();
  for (const edge of graph.edges) {
    for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  yield `{"attributes":${safeJson({ name: options.title ?? "chancery" }, tally)},"options":{"type":"mixed","multi":true,"allowSelfLoops":true},"nodes":[\n`;
  yield* separated(graph.nodes, (node) =>
    safeJson({ key: node.id, attributes: nodeAttributes(node, positions, degree.get(node.id) ?? 0) }, tally),
  );
  yield '],"edges":[\n';
  yield* separated(graph.edges, (edge) => {
    const { id, source, target, directed, ...rest } = edge;
    const attributes = { ...rest, label: edge.predicate, color: STATUS_STYLES[edge.status].colour, size: 1 + Math.log2(edge.weight) };
    return safeJson({ key: id, source, target, ...(directed ? {} : { undirected: true }), attributes }, tally);
  });
  yield "]}\n";
}

function nodeAttributes(node: GraphNode, positions: Positions | undefined, degree: number): Record<string, unknown> {
  const point = positions?.get(node.id);
  return {
    ...node.attributes,
    label: node.label,
    // sigma takes `type` for the drawing program of a node, so the entity type goes by another name.
    entityType: node.type,
    ...(node.aliases === undefined ? {} : { aliases: node.aliases }),
    ...(point === undefined ? {} : { x: point.x, y: point.y }),
    size: Math.round((4 + 2 * Math.sqrt(degree)) * 100) / 100,
    color: nodeColour(node.type).line,
  };
}

function* separated<T extends GraphNode | GraphEdge>(items: readonly T[], write: (item: T) => string): Generator<string> {
  for (let i = 0; i < items.length; i++) yield `${write(items[i]!)}${i === items.length - 1 ? "" : ","}\n`;
}
