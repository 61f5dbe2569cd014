// Officials and their posts, as the documents word them, with the words that say so.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments, short } from "./sample-documents.ts";

const graph = await KnowledgeGraph.build(sampleDocuments());

const rows = graph.select(`
  SELECT ?name ?post ?acting (MIN(?quote) AS ?words) WHERE {
    ?relation rdf:predicate chy:holdsPosition ; rdf:subject/rdfs:label ?name ; rdf:object/rdfs:label ?post ; chy:evidence/nif:anchorOf ?quote .
    OPTIONAL { ?relation chy:acting ?acting }
  } GROUP BY ?name ?post ?acting ORDER BY ?name ?post`);

for (const { name, post, acting, words } of rows)
  console.log(`${name?.value}: ${acting === undefined ? "" : "acting "}${post?.value}  (“${short(words?.value ?? "", 90)}”)`);
