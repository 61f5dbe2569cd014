// What is denied, disputed, unconfirmed or merely possible: events whose status is not a fact, and the claims that make it so.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments, short } from "./sample-documents.ts";

const graph = await KnowledgeGraph.build(sampleDocuments());
const { knowledge } = graph;
const label = (id: string): string => knowledge.entities.find((entity) => entity.id === id)?.label ?? id;

for (const event of knowledge.events) {
  if (!["denied", "disputed", "unconfirmed"].includes(event.status)) continue;
  const roles = Object.entries(event.roles).map(([role, fillers]) => `${role} ${fillers.map(label).join(", ")}`);
  console.log(`${event.type} [${event.status}] ${roles.join("; ")}`);
  for (const { quote, speakers, stance } of event.evidence.slice(0, 3))
    console.log(`  ${speakers.map(label).join(", ")} ${stance ?? "narrates"}: “${short(quote)}”`);
}
