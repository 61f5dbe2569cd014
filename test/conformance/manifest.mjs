import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
const QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
const UT = "http://www.w3.org/2009/sparql/tests/test-update#";

/**
 * One entry of a W3C manifest; files are `file:` IRIs.
 * @typedef {object} ConformanceTest
 * @property {string} iri
 * @property {string} name
 * @property {string} type Local name, e.g. "QueryEvaluationTest".
 * @property {string} suite Path of the manifest's folder, for the table.
 * @property {string} base IRI that the file's relative IRIs are resolved against.
 * @property {string} file Query, update or document under test.
 * @property {Dataset} data
 * @property {string | undefined} result Expected result file.
 * @property {Dataset | undefined} resultData Expected dataset of an update.
 */
/**
 * @typedef {object} Dataset
 * @property {string[]} defaults
 * @property {{ name: string, file: string }[]} named
 */

/** Reads a manifest and all that it includes. @param {string} path @param {typeof import("n3")} n3 @returns {ConformanceTest[]} */
export function readManifest(path, n3) {
  const iri = pathToFileURL(path).href;
  const graph = new n3.Store(new n3.Parser({ baseIRI: iri }).parse(readFileSync(path, "utf8")));
  const one = (subject, predicate) => graph.getObjects(subject, predicate, null)[0];
  const list = (head) => {
    const items = [];
    for (let node = head; node !== undefined && node.value !== `${RDF}nil`; node = one(node, `${RDF}rest`))
      items.push(one(node, `${RDF}first`));
    return items;
  };
  const tests = [];
  const included = graph.getObjects(null, `${MF}include`, null).flatMap(list);
  for (const manifest of included) tests.push(...readManifest(fileURLToPath(manifest.value), n3));
  const assumed = graph.getObjects(null, `${MF}assumedTestBase`, null)[0]?.value;
  for (const entry of graph.getObjects(null, `${MF}entries`, null).flatMap(list)) {
    const test = readTest(entry, graph, one, iri, assumed);
    if (test !== undefined) tests.push(test);
  }
  return tests;
}

function readTest(entry, graph, one, manifest, assumed) {
  const type = one(entry, `${RDF}type`);
  const action = one(entry, `${MF}action`);
  if (type === undefined || action === undefined) return undefined;
  const result = one(entry, `${MF}result`);
  const dataset = (node, vocabulary) => ({
    defaults: graph.getObjects(node, `${vocabulary}data`, null).map((file) => file.value),
    named: graph.getObjects(node, `${vocabulary}graphData`, null).map((item) => {
      const file = one(item, `${vocabulary}graph`);
      return file === undefined
        ? { name: item.value, file: item.value }
        : { name: one(item, `${RDFS}label`)?.value ?? file.value, file: file.value };
    }),
  });
  const query = one(action, `${QT}query`) ?? one(action, `${UT}request`);
  const isUpdate = one(action, `${UT}request`) !== undefined;
  const file = query?.value ?? action.value;
  const isRdf = type.value.startsWith("http://www.w3.org/ns/rdftest#");
  return {
    iri: entry.value,
    name: one(entry, `${MF}name`)?.value ?? entry.value,
    type: type.value.replace(/^.*#/, ""),
    suite: suiteOf(manifest),
    base: isRdf && assumed !== undefined ? assumed + file.slice(manifest.lastIndexOf("/") + 1) : file,
    file,
    data: dataset(action, isUpdate ? UT : QT),
    requirements: [
      ...graph.getObjects(entry, `${MF}requires`, null),
      ...graph.getObjects(action, `http://www.w3.org/ns/sparql-service-description#entailmentRegime`, null),
    ].map((node) => node.value),
    result: result?.termType === "NamedNode" ? result.value : undefined,
    resultData: isUpdate && result !== undefined ? dataset(result, UT) : undefined,
  };
}

/** `sparql/sparql11/aggregates` of `…/w3c/sparql/sparql11/aggregates/manifest.ttl`. */
function suiteOf(manifest) {
  const parts = fileURLToPath(manifest).split("/").slice(0, -1);
  const root = parts.lastIndexOf("w3c");
  return root < 0 ? parts.slice(-2).join("/") : parts.slice(root + 1).join("/");
}
