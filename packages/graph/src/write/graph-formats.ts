import { ChanceryError } from "@chancery/rdf";
import { layoutGraph, type Positions } from "../layout/positions.ts";
import type { PropertyGraph } from "../property-graph.ts";
import { writeGexf } from "./gexf.ts";
import { writeGraphml } from "./graphml.ts";
import { writeCytoscape, writeGraphologyJson } from "./json.ts";
import type { WriteTally } from "./safe-text.ts";
import { writeSvg } from "./svg/svg.ts";
import { writeEdgeCsv, writeNodeCsv } from "./tables.ts";

export interface WriteGraphOptions {
  readonly title?: string;
  /** Below the title of an SVG picture. */
  readonly subtitle?: string;
  /** Default: ForceAtlas2 from fixed starts, for the formats that place nodes. */
  readonly positions?: Positions;
  /** GEXF: a timeline. Default `false`. */
  readonly dynamic?: boolean;
  /** GraphML: labels and colours for yEd. Default `false`. */
  readonly yfiles?: boolean;
  /** CSV: disarm formulas. Default `false`. */
  readonly excelSafe?: boolean;
  /** SVG: words on the edges. Default: up to 160 lines. */
  readonly edgeLabels?: boolean;
  /** SVG: wanted width by height. Default 1.5. */
  readonly aspect?: number;
  /** Receives the number of characters that the format could not hold. */
  readonly tally?: WriteTally;
}

export interface GraphFormat {
  readonly name: string;
  readonly label: string;
  /** File name endings with the dot, the usual one first. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly write: (graph: PropertyGraph, options: WriteGraphOptions) => Iterable<string>;
}

/** Every single-file format a property graph can be written in. */
export const GRAPH_FORMATS: readonly GraphFormat[] = [
  {
    name: "gexf",
    label: "GEXF 1.3 (Gephi, Gephi Lite)",
    extensions: [".gexf"],
    mediaType: "application/gexf+xml",
    write: (graph, options) => writeGexf(graph, placed(graph, options)),
  },
  {
    name: "graphml",
    label: "GraphML (yEd, NetworkX, igraph)",
    extensions: [".graphml"],
    mediaType: "application/graphml+xml",
    write: writeGraphml,
  },
  {
    name: "cyjs",
    label: "Cytoscape JSON",
    extensions: [".cyjs"],
    mediaType: "application/json",
    write: (graph, options) => writeCytoscape(graph, placed(graph, options)),
  },
  {
    name: "graphology",
    label: "graphology JSON (Gephi Lite, sigma)",
    extensions: [".graph.json"],
    mediaType: "application/json",
    write: (graph, options) => writeGraphologyJson(graph, placed(graph, options)),
  },
  { name: "edges-csv", label: "edge table", extensions: [".edges.csv", ".csv"], mediaType: "text/csv", write: writeEdgeCsv },
  { name: "nodes-csv", label: "node table", extensions: [".nodes.csv"], mediaType: "text/csv", write: writeNodeCsv },
  { name: "svg", label: "picture", extensions: [".svg"], mediaType: "image/svg+xml", write: writeSvg },
];

function placed(graph: PropertyGraph, options: WriteGraphOptions): WriteGraphOptions & { readonly positions: Positions } {
  return { ...options, positions: options.positions ?? layoutGraph(graph) };
}

/**
 * Writes a property graph in a format of `GRAPH_FORMATS`, in chunks.
 *
 * @throws ChanceryError `graph.unknown-format`.
 */
export function writeGraph(graph: PropertyGraph, format: string, options: WriteGraphOptions = {}): Iterable<string> {
  const found = GRAPH_FORMATS.find((candidate) => candidate.name === format);
  if (found !== undefined) return found.write(graph, options);
  throw new ChanceryError("graph.unknown-format", `There is no graph format "${format}".`, {
    remedy: `Use one of ${GRAPH_FORMATS.map((candidate) => candidate.name).join(", ")}.`,
  });
}
