// What a document adds, and that removing it leaves no trace: the graph is compared before, with and after.
import { KnowledgeGraph } from "chancery";
import { sampleDocuments } from "./sample-documents.ts";

const [extra, ...others] = sampleDocuments();
if (extra === undefined) throw new Error("no documents");

const graph = await KnowledgeGraph.build(others);
const snapshot = (): Set<string> => new Set([...graph.export("nquads")].join("").split("\n"));
const before = snapshot();
const { document } = graph.add(extra);
const during = snapshot();
graph.remove(document.id);
const after = snapshot();

const added = [...during].filter((quad) => !before.has(quad));
console.log(
  `The document adds ${added.length} quads; ${added.filter((quad) => quad.includes(`graph/${document.id}`)).length} of them are in its own graph.`,
);
console.log(
  `After its removal the graph is ${after.size === before.size && [...after].every((quad) => before.has(quad)) ? "what it was" : "different"}.`,
);
