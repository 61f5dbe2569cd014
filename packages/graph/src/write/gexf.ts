import { isoDay } from "../day.ts";
import { daysOf, NO_DAY } from "../graph-index.ts";
import type { Positions } from "../layout/positions.ts";
import type { GraphEdge, GraphNode, PropertyGraph } from "../property-graph.ts";
import { type CellValue, type Column, EDGE_COLUMNS, isPresent, nodeColumns } from "./columns.ts";
import { nodeColour, rgb, STATUS_STYLES } from "./palette.ts";
import { type WriteTally, xmlAttribute, xmlText } from "./safe-text.ts";

export interface GexfOptions {
  readonly title?: string;
  /** `viz:position` of each node; without them Gephi places nodes at random. */
  readonly positions?: Positions;
  /** A timeline: `mode="dynamic"`, dates on edges as intervals. Undated edges are always there. Default `false`. */
  readonly dynamic?: boolean;
  readonly tally?: WriteTally;
}

const VIZ = "http://www.gexf.net/1.3/viz";

/**
 * GEXF 1.3 as Gephi and Gephi Lite read it, in chunks: typed attributes, colours by type, sizes by degree, parallel and mixed edges. Valid under
 * the RELAX NG schema of GEXF 1.3 (its XSD is broken). Characters that XML cannot hold are stripped and counted.
 */
export function* writeGexf(graph: PropertyGraph, options: GexfOptions = {}): Generator<string> {
  const { dynamic = false, positions, tally = { stripped: 0 } } = options;
  const columns = nodeColumns(graph);
  const attribute = (text: string): string => xmlAttribute(text, tally);
  const degree = new Map<string, number>();
  for (const edge of graph.edges) {
    degree.set(edge.source, (degree.get(edge.source) ?? 0) + 1);
    degree.set(edge.target, (degree.get(edge.target) ?? 0) + 1);
  }

  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.3" xmlns:viz="${VIZ}" version="1.3">\n`;
  const description = options.title === undefined ? "" : `<description>${xmlText(options.title, tally)}</description>`;
  yield `  <meta><creator>chancery</creator>${description}</meta>\n`;
  const time = dynamic ? ` mode="dynamic" timeformat="date" timerepresentation="interval"` : ` mode="static"`;
  yield `  <graph defaultedgetype="directed" idtype="string"${time}>\n`;
  yield attributeDeclarations("node", columns, attribute);
  yield attributeDeclarations("edge", EDGE_COLUMNS, attribute);
  yield `    <nodes count="${graph.nodes.length}">\n`;
  for (const node of graph.nodes) yield nodeElement(node, columns, degree.get(node.id) ?? 0, positions, attribute);
  yield `    </nodes>\n    <edges count="${graph.edges.length}">\n`;
  for (const edge of graph.edges) yield edgeElement(edge, dynamic, attribute);
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

type Attribute = (text: string) => string;

/** Ids are the names: graphology, and so Gephi Lite, calls attributes by their id. */
function attributeDeclarations<T>(kind: "node" | "edge", columns: readonly Column<T>[], attribute: Attribute): string {
  const lines = columns.map(
    ({ name, type }) =>
      `      <attribute id="${attribute(name)}" title="${attribute(name)}" type="${type === "list" ? "liststring" : type}"/>\n`,
  );
  return `    <attributes class="${kind}">\n${lines.join("")}    </attributes>\n`;
}

function attributeValues<T>(item: T, columns: readonly Column<T>[], attribute: Attribute): string {
  const values = columns.map((column) => {
    const value = column.valueOf(item);
    return isPresent(value) ? `<attvalue for="${attribute(column.name)}" value="${attribute(cellText(value))}"/>` : "";
  });
  return `<attvalues>${values.join("")}</attvalues>`;
}

/** Lists in Gephi's array notation: `["a", "b"]`, with quotes and backslashes escaped. */
function cellText(value: Exclude<CellValue, undefined>): string {
  if (typeof value !== "object") return String(value);
  return `[${value.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(", ")}]`;
}

function nodeElement(
  node: GraphNode,
  columns: readonly Column<GraphNode>[],
  degree: number,
  positions: Positions | undefined,
  attribute: Attribute,
): string {
  const [r, g, b] = rgb(nodeColour(node.type).line);
  const point = positions?.get(node.id);
  // Gephi's y axis points up.
  const position = point === undefined ? "" : `<viz:position x="${number(point.x)}" y="${number(-point.y)}" z="0"/>`;
  const size = number(4 + 4 * Math.sqrt(degree));
  return (
    `      <node id="${attribute(node.id)}" label="${attribute(node.label)}">${attributeValues(node, columns, attribute)}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/>${position}<viz:size value="${size}"/></node>\n`
  );
}

function edgeElement(edge: GraphEdge, dynamic: boolean, attribute: Attribute): string {
  const style = STATUS_STYLES[edge.status];
  const [r, g, b] = rgb(style.colour);
  const spells = (edge.spans ?? []).map(interval).filter((text) => text !== "");
  const several = dynamic && spells.length > 1;
  return (
    `      <edge id="${attribute(edge.id)}" source="${attribute(edge.source)}" target="${attribute(edge.target)}"` +
    ` type="${edge.directed ? "directed" : "undirected"}" kind="${attribute(edge.predicate)}" label="${attribute(edge.predicate)}" weight="${number(edge.weight)}"` +
    `${dynamic && !several ? interval(edge) : ""}>${attributeValues(edge, EDGE_COLUMNS, attribute)}` +
    `${several ? `<spells>${spells.map((spell) => `<spell${spell}/>`).join("")}</spells>` : ""}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/><viz:thickness value="${number(1 + Math.log2(edge.weight))}"/><viz:shape value="${style.shape}"/></edge>\n`
  );
}

/** `start` and `end` attributes; both or none, since Gephi mishandles an interval with only an end. */
function interval(span: Pick<GraphEdge, "first" | "last">): string {
  const { start, end } = daysOf(span);
  return start === NO_DAY ? "" : ` start="${isoDay(Math.min(start, end))}" end="${isoDay(Math.max(start, end))}"`;
}

/** A number that XML Schema's float reads; not finite ones become 0. */
function number(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : "0";
}
