// Files for other programs: GEXF for Gephi, GraphML for yEd, Turtle and TriG for RDF tools, an SVG picture, a table of claims.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KnowledgeGraph } from "chancery";
import { sampleDocuments } from "./sample-documents.ts";

const folder = process.argv[2] ?? "out";
mkdirSync(folder, { recursive: true });
const graph = await KnowledgeGraph.build(sampleDocuments());
for (const [format, file] of [
  ["gexf", "graph.gexf"],
  ["graphml", "graph.graphml"],
  ["turtle", "graph.ttl"],
  ["trig", "graph.trig"],
  ["svg", "graph.svg"],
  ["claims-csv", "claims.csv"],
] as const) {
  writeFileSync(join(folder, file), [...graph.export(format)].join(""));
  console.log(`${join(folder, file)} written`);
}
