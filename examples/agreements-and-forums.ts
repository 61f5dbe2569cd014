// Agreements, resolutions and forums, and who takes part in them through events: roles joined by a property path over any role.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments } from "./sample-documents.ts";

const graph = await KnowledgeGraph.build(sampleDocuments());

const rows = graph.select(`
  SELECT ?kind ?name (GROUP_CONCAT(DISTINCT ?actor; separator=", ") AS ?actors) WHERE {
    VALUES ?kind { chy:Agreement chy:Resolution chy:Forum }
    ?thing a ?kind ; rdfs:label ?name .
    OPTIONAL {
      ?event chy:agreement|chy:forum|chy:item ?thing ; (chy:participant|chy:actor|chy:body)/rdfs:label ?actor .
    }
  } GROUP BY ?kind ?name ORDER BY ?kind ?name`);

for (const { kind, name, actors } of rows) {
  const members = (actors?.value ?? "")
    .split(", ")
    .filter((actor) => actor !== "")
    .sort();
  console.log(`${kind?.value.split("#")[1]}: ${name?.value}${members.length === 0 ? "" : ` — ${members.join(", ")}`}`);
}
