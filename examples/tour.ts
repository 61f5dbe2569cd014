// The main job, as `npm start` runs it: five documents in; a graph out that is asked, walked and exported.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KnowledgeGraph } from "chancery";
import { sampleDocuments, short } from "./sample-documents.ts";

/** Questions an analyst would ask of the documents, each as one SPARQL query. */
const QUESTIONS: readonly { readonly question: string; readonly query: string }[] = [
  {
    question: "Who supplies arms, technology or aid to whom, how sure is it, and how many claims speak of it?",
    query: `SELECT ?supplier ?recipient ?kind ?status (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
      VALUES ?type { chy:ArmsTransfer chy:TechnologyTransfer chy:Aid }
      ?event a ?type ; chy:supplier/rdfs:label ?supplier ; chy:recipient/rdfs:label ?recipient ; chy:eventStatus ?s .
      OPTIONAL { ?claim chy:content ?event }
      BIND(STRAFTER(STR(?type), "#") AS ?kind) BIND(STRAFTER(STR(?s), "#") AS ?status)
    } GROUP BY ?supplier ?recipient ?kind ?status ORDER BY ?supplier ?recipient ?kind ?status`,
  },
  {
    question: "What is denied, or cannot be confirmed, by whom?",
    query: `SELECT ?speaker ?stance ?words WHERE {
      VALUES ?s { chy:denies chy:rejects chy:cannotConfirm chy:declinesComment }
      ?claim chy:stance ?s ; chy:speaker/rdfs:label ?speaker ; chy:evidence/nif:anchorOf ?words .
      BIND(STRAFTER(STR(?s), "#") AS ?stance)
    } ORDER BY ?stance ?speaker ?words`,
  },
  {
    question: "Which officials are named, with which posts?",
    query: `SELECT DISTINCT ?official ?post WHERE {
      ?relation rdf:predicate chy:holdsPosition ; rdf:subject/rdfs:label ?official ; rdf:object/rdfs:label ?post .
    } ORDER BY ?official ?post`,
  },
  {
    question: "Who says most, and in what manner?",
    query: `SELECT ?speaker (COUNT(?claim) AS ?claims) (GROUP_CONCAT(DISTINCT ?stance; separator=", ") AS ?stances) WHERE {
      ?claim a chy:Claim ; chy:speaker ?s ; chy:stance ?t . ?s rdfs:label ?speaker .
      FILTER NOT EXISTS { ?s a chy:Document }
      BIND(STRAFTER(STR(?t), "#") AS ?stance)
    } GROUP BY ?speaker ORDER BY DESC(?claims) ?speaker LIMIT 10`,
  },
];

const out = process.argv[2] ?? "out";
const started = performance.now();
const graph = await KnowledgeGraph.build(sampleDocuments());
const { documents, entities, events, claims, relations } = graph.knowledge;
console.log(
  `${documents.length} documents: ${entities.length} entities, ${events.length} events, ${claims.length} claims, ${relations.length} relations, ${graph.store.size} quads, in ${Math.round(performance.now() - started)} ms\n`,
);

for (const { question, query } of QUESTIONS) {
  console.log(question);
  printTable(
    [...graph.select(query)].map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term?.value ?? ""]))),
  );
}

console.log("How is North Korea linked to Ukraine?");
const label = (id: string): string =>
  entities.find((entity) => entity.id === id)?.label ?? documents.find((document) => document.id === id)?.title ?? id;
const path = graph.path("North Korea", "Ukraine");
if (path === undefined) console.log("  no path\n");
else {
  console.log(`  ${path.nodes.map((node) => node.label).join(" → ")}`);
  for (const step of path.steps) {
    for (const edge of step.edges.slice(0, 2)) {
      console.log(`  ${label(edge.source)} —${edge.predicate}→ ${label(edge.target)} [${edge.status}]`);
      for (const { quote, speakers, stance } of edge.evidence.slice(0, 2))
        console.log(`    ${speakers.map(label).join(", ")} ${stance ?? "narrates"}: “${short(quote)}”`);
    }
  }
  console.log();
}

mkdirSync(out, { recursive: true });
const FILES = [
  ["turtle", "graph.ttl"],
  ["trig", "graph.trig"],
  ["ntriples", "graph.nt"],
  ["nquads", "graph.nq"],
  ["gexf", "graph.gexf"],
  ["graphml", "graph.graphml"],
  ["claims-csv", "claims.csv"],
  ["svg", "graph.svg"],
] as const;
for (const [format, file] of FILES) writeFileSync(join(out, file), [...graph.export(format)].join(""));
console.log(`Files in ${out}: ${FILES.map(([, file]) => file).join(", ")}`);

/** Columns as wide as their widest cell, cut at 90 characters. */
function printTable(rows: readonly Readonly<Record<string, string>>[]): void {
  const [first] = rows;
  if (first === undefined) {
    console.log("  (none)\n");
    return;
  }
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => short(row[name] ?? "", 90)))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  for (const line of cells)
    console.log(
      `  ${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}`,
    );
  console.log();
}
