// How two actors are linked: the shortest path, and the sentences behind each step. What is denied, planned or hypothetical is not walked.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments, short } from "./sample-documents.ts";

const graph = await KnowledgeGraph.build(sampleDocuments());
const label = (id: string): string => graph.knowledge.entities.find((entity) => entity.id === id)?.label ?? id;

const path = graph.path("North Korea", "Ukraine");
if (path === undefined) throw new Error("no path");
console.log(path.nodes.map((node) => node.label).join(" → "));
for (const step of path.steps) {
  for (const edge of step.edges) {
    console.log(`${label(edge.source)} —${edge.predicate}→ ${label(edge.target)} [${edge.status}]`);
    for (const { quote, speakers, stance } of edge.evidence.slice(0, 2))
      console.log(`  ${speakers.map(label).join(", ")} ${stance ?? "narrates"}: “${short(quote)}”`);
  }
}
