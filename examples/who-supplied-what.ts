// Who supplied what to whom, and who says so: a SPARQL query over events, claims and the exact words.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments, short } from "./sample-documents.ts";

const graph = await KnowledgeGraph.build(sampleDocuments());

const rows = graph.select(`
  SELECT DISTINCT ?type ?supplierName ?recipientName ?status ?speakerName ?stance ?words WHERE {
    VALUES ?type { chy:ArmsTransfer chy:TechnologyTransfer chy:Aid }
    ?event a ?type ; chy:supplier/rdfs:label ?supplierName ; chy:recipient/rdfs:label ?recipientName ; chy:eventStatus ?status .
    ?claim chy:content ?event ; chy:speaker ?speaker ; chy:stance ?stance ; chy:evidence/nif:anchorOf ?words .
    ?speaker rdfs:label ?speakerName .
  } ORDER BY ?supplierName ?recipientName ?type ?speakerName ?words`);

const local = (iri: string): string => iri.slice(iri.lastIndexOf("#") + 1);
for (const row of rows) {
  console.log(
    `${row.supplierName?.value} → ${row.recipientName?.value}: ${local(row.type?.value ?? "")} [${local(row.status?.value ?? "")}]`,
  );
  console.log(`  ${row.speakerName?.value} ${local(row.stance?.value ?? "")}: “${short(row.words?.value ?? "")}”`);
}
