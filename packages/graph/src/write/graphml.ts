import type { Positions } from "../layout/positions.ts";
import type { GraphEdge, GraphNode, PropertyGraph } from "../property-graph.ts";
import { type Column, EDGE_COLUMNS, isPresent, nodeColumns } from "./columns.ts";
import { nodeColour, predicateWords, STATUS_STYLES } from "./palette.ts";
import { type WriteTally, xmlAttribute, xmlText } from "./safe-text.ts";

export interface GraphmlOptions {
  readonly positions?: Positions;
  /** Add the yFiles blocks without which yEd shows neither labels nor colours. Default `false`. */
  readonly yfiles?: boolean;
  readonly tally?: WriteTally;
}

const NAMESPACES =
  'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"';

/** GraphML 1.0 with typed keys, in chunks; lists are joined by `; `. NetworkX, igraph, yEd and Gephi read it. */
export function* writeGraphml(graph: PropertyGraph, options: GraphmlOptions = {}): Generator<string> {
  const { positions, yfiles = false, tally = { stripped: 0 } } = options;
  const own: readonly Column<GraphNode>[] = [
    { name: "label", type: "string", valueOf: (node) => node.label },
    ...nodeColumns(graph),
    ...(positions === undefined
      ? []
      : ([
          { name: "x", type: "double", valueOf: (node: GraphNode) => positions.get(node.id)?.x },
          { name: "y", type: "double", valueOf: (node: GraphNode) => positions.get(node.id)?.y },
        ] as const)),
  ];
  const edgeColumns: readonly Column<GraphEdge>[] = [
    { name: "label", type: "string", valueOf: (edge) => edge.predicate },
    { name: "weight", type: "double", valueOf: (edge) => edge.weight },
    ...EDGE_COLUMNS,
  ];
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml ${NAMESPACES}${yfiles ? ' xmlns:y="http://www.yworks.com/xml/graphml"' : ""}>\n`;
  yield keys("node", own, tally) + keys("edge", edgeColumns, tally);
  if (yfiles) yield '  <key id="ny" for="node" yfiles.type="nodegraphics"/>\n  <key id="ey" for="edge" yfiles.type="edgegraphics"/>\n';
  yield '  <graph id="G" edgedefault="directed">\n';
  for (const node of graph.nodes) {
    const graphics = yfiles ? `<data key="ny">${nodeGraphics(node, positions, tally)}</data>` : "";
    yield `    <node id="${xmlAttribute(node.id, tally)}">${data("n", node, own, tally)}${graphics}</node>\n`;
  }
  for (const edge of graph.edges) {
    const ends = `source="${xmlAttribute(edge.source, tally)}" target="${xmlAttribute(edge.target, tally)}"`;
    const graphics = yfiles ? `<data key="ey">${edgeGraphics(edge, tally)}</data>` : "";
    yield `    <edge id="${xmlAttribute(edge.id, tally)}" ${ends} directed="${edge.directed}">${data("e", edge, edgeColumns, tally)}${graphics}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

function keys<T>(kind: "node" | "edge", columns: readonly Column<T>[], tally: WriteTally): string {
  return columns
    .map(({ name, type }, i) => {
      const attributeType = type === "list" ? "string" : type === "integer" ? "int" : type;
      return `  <key id="${kind[0]}${i}" for="${kind}" attr.name="${xmlAttribute(name, tally)}" attr.type="${attributeType}"/>\n`;
    })
    .join("");
}

function data<T>(kind: "n" | "e", item: T, columns: readonly Column<T>[], tally: WriteTally): string {
  return columns
    .map((column, i) => {
      const value = column.valueOf(item);
      if (!isPresent(value)) return "";
      return `<data key="${kind}${i}">${xmlText(typeof value === "object" ? value.join("; ") : String(value), tally)}</data>`;
    })
    .join("");
}

function nodeGraphics(node: GraphNode, positions: Positions | undefined, tally: WriteTally): string {
  const { fill, line } = nodeColour(node.type);
  const width = Math.max(40, 14 + 7 * node.label.length);
  const point = positions?.get(node.id);
  const geometry = `<y:Geometry height="30" width="${width}"${point === undefined ? "" : ` x="${point.x}" y="${point.y}"`}/>`;
  return (
    `<y:ShapeNode>${geometry}<y:Fill color="${fill}"/><y:BorderStyle color="${line}" type="line" width="1.0"/>` +
    `<y:NodeLabel>${xmlText(node.label, tally)}</y:NodeLabel><y:Shape type="roundrectangle"/></y:ShapeNode>`
  );
}

function edgeGraphics(edge: GraphEdge, tally: WriteTally): string {
  const { colour, shape } = STATUS_STYLES[edge.status];
  const line = shape === "dashed" || shape === "dotted" ? shape : "line";
  return (
    `<y:PolyLineEdge><y:LineStyle color="${colour}" type="${line}" width="1.5"/><y:Arrows source="none" target="${edge.directed ? "standard" : "none"}"/>` +
    `<y:EdgeLabel>${xmlText(predicateWords(edge.predicate), tally)}</y:EdgeLabel></y:PolyLineEdge>`
  );
}
