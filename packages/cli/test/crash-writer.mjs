// Writes state after state into a graph folder until it is killed; says "ready", then the number of each state once it is saved.
import { writeSync } from "node:fs";
import { dataFactory, QuadStore } from "@chancery/rdf";
import { lockFolder } from "../dist/folder/folder-lock.js";
import { commitGraphFolder, writeSegment } from "../dist/folder/graph-folder.js";

const [folder, first] = process.argv.slice(2);
lockFolder(folder);
writeSync(1, "ready\n");
const { namedNode, literal, quad } = dataFactory;
for (let state = Number(first); ; state++) {
  const documents = {};
  for (let index = 0; index < 1 + (state % 3); index++) {
    const id = `document/${index}`;
    const key = `${state}`.padStart(16, "0") + `${index}`.padStart(16, "0");
    documents[id] = writeSegment(folder, key, { text: `state ${state} `.repeat(2000), extraction: { document: { id } } });
  }
  const store = new QuadStore();
  store.add(quad(namedNode("https://example.org/state"), namedNode("https://example.org/is"), literal(`${state}`)));
  commitGraphFolder(folder, { engine: "test", namespaces: {}, inputs: {}, documents, quads: store.toBytes() });
  writeSync(1, `${state}\n`);
}
