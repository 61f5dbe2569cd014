import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createComparer } from "./compare-results.mjs";
import { readResultSetGraph } from "./result-set-graph.mjs";

/**
 * Runs single tests against the built packages.
 * @param {{ rdf: object, io: object, sparql: object }} library
 * @returns {(test: import("./manifest.mjs").ConformanceTest) => Promise<string | undefined>} What is wrong; `undefined` when the test passes.
 */
export function createRunner(library) {
  const { rdf, io, sparql } = library;
  const compare = createComparer(library);
  const read = (file) => readFileSync(fileURLToPath(file), "utf8");

  const readGraph = async (file, base = file) => {
    const quads = [];
    blankScope++;
    for await (const quad of io.readQuads([read(file)], formatOf(file), { baseIri: base, blankPrefix: `d${blankScope}x` }))
      quads.push(quad);
    return quads;
  };
  let blankScope = 0;

  const loadDataset = async ({ defaults, named }) => {
    const store = new rdf.QuadStore();
    for (const file of defaults) store.addAll(await readGraph(file));
    for (const { name, file } of named) {
      const graph = rdf.dataFactory.namedNode(name);
      store.addAll(
        (await readGraph(file)).map((quad) =>
          quad.graph.termType === "DefaultGraph" ? rdf.dataFactory.quad(quad.subject, quad.predicate, quad.object, graph) : quad,
        ),
      );
    }
    return store;
  };

  /** A query that names its dataset brings its own data (13.2). */
  const loadForQuery = async (test, syntax) => {
    if (test.data.defaults.length + test.data.named.length > 0 || syntax.from === undefined) return loadDataset(test.data);
    const files = [...syntax.from.default, ...syntax.from.named].map((node) => ({ name: node.value, file: node.value }));
    return loadDataset({ defaults: [], named: files });
  };

  const readExpected = async (file) => {
    if (file.endsWith(".srx")) return sparql.readResults(read(file), "xml");
    if (file.endsWith(".srj")) return sparql.readResults(read(file), "json");
    if (file.endsWith(".tsv")) return sparql.readResults(read(file), "tsv");
    if (file.endsWith(".csv")) return sparql.readResults(read(file), "csv");
    return readResultSetGraph(await readGraph(file));
  };

  const queryTest = async (test) => {
    const text = read(test.file);
    const syntax = sparql.parseQuery(text, { baseIri: test.base });
    const store = await loadForQuery(test, syntax);
    const emptyGraphs = test.data.named.map(({ name }) => rdf.dataFactory.namedNode(name));
    const options = { baseIri: test.base, emptyGraphs };
    const prepared = sparql.prepare(syntax, options);
    if (prepared.form === "construct" || prepared.form === "describe") {
      const quads = [...(prepared.form === "construct" ? sparql.construct : sparql.describe)(store, prepared, options)];
      return compare.graphs(quads, await readGraph(test.result));
    }
    const actual =
      prepared.form === "ask"
        ? sparql.ask(store, prepared, options)
        : { variables: prepared.variables, rows: [...sparql.select(store, prepared, options)] };
    const expected = await readExpected(test.result);
    const plain = test.result.endsWith(".csv");
    return compare.results(actual, expected, { plain, ordered: expected.ordered === true }) ?? roundTrip(actual);
  };

  /** What was computed must survive being written and read in every format that can hold it. */
  const roundTrip = (actual) => {
    for (const format of typeof actual === "boolean" ? ["json", "xml"] : ["json", "xml", "tsv"]) {
      const text = [...sparql.writeResults(actual, format)].join("");
      const problem = compare.results(sparql.readResults(text, format), actual);
      if (problem !== undefined) return `written as ${format} and read again: ${problem}`;
    }
    return undefined;
  };

  const updateTest = async (test) => {
    const store = await loadDataset(test.data);
    sparql.update(store, read(test.file), { baseIri: test.base });
    const expected = await loadDataset(test.resultData);
    return compare.graphs([...store.quads()], [...expected.quads()]);
  };

  const rejects = (action) => {
    try {
      action();
      return "accepted";
    } catch (error) {
      return error instanceof rdf.ChanceryError ? undefined : `crashed: ${error}`;
    }
  };
  const parseSparql = (test) => {
    const syntax = sparql.parseQuery(read(test.file), { baseIri: test.base });
    if (syntax.type === "query") sparql.prepare(syntax);
    return undefined;
  };
  const readRdf = async (test) => {
    await readGraph(test.file, test.base);
    return undefined;
  };
  const rejectsRdf = async (test) => {
    try {
      await readGraph(test.file, test.base);
      return "accepted";
    } catch (error) {
      return error instanceof rdf.ChanceryError ? undefined : `crashed: ${error}`;
    }
  };
  const evaluateRdf = async (test) => compare.graphs(await readGraph(test.file, test.base), await readGraph(test.result));
  const canonicalRdf = async (test) => {
    const text = [...io.writeQuads(await readGraph(test.file, test.base), formatOf(test.file), { sorted: false })].join("");
    const wanted = read(test.result);
    const masked = (document) => document.replace(/_:[A-Za-z0-9]+/g, "_:");
    return masked(text) === masked(wanted) ? undefined : `wrote ${JSON.stringify(text)} instead of ${JSON.stringify(wanted)}`;
  };

  const kinds = {
    QueryEvaluationTest: queryTest,
    CSVResultFormatTest: queryTest,
    UpdateEvaluationTest: updateTest,
    PositiveSyntaxTest: parseSparql,
    PositiveSyntaxTest11: parseSparql,
    PositiveUpdateSyntaxTest: parseSparql,
    PositiveUpdateSyntaxTest11: parseSparql,
    NegativeSyntaxTest: (test) => rejects(() => parseSparql(test)),
    NegativeSyntaxTest11: (test) => rejects(() => parseSparql(test)),
    NegativeUpdateSyntaxTest: (test) => rejects(() => parseSparql(test)),
    NegativeUpdateSyntaxTest11: (test) => rejects(() => parseSparql(test)),
  };
  for (const format of ["NTriples", "NQuads", "Turtle", "Trig", "XML"]) {
    kinds[`Test${format}PositiveSyntax`] = readRdf;
    kinds[`Test${format}NegativeSyntax`] = rejectsRdf;
    kinds[`Test${format}Eval`] = evaluateRdf;
    kinds[`Test${format}NegativeEval`] = rejectsRdf;
    kinds[`Test${format}PositiveC14N`] = canonicalRdf;
  }

  return async (test) => {
    const run = kinds[test.type];
    if (run === undefined) return `no runner for tests of type ${test.type}`;
    try {
      return await run(test);
    } catch (error) {
      return error instanceof rdf.ChanceryError
        ? `${error.code}: ${error.message.split("\n")[0]}`
        : `crashed: ${error?.stack?.split("\n").slice(0, 3).join(" ") ?? error}`;
    }
  };
}

function formatOf(file) {
  return file.replace(/^.*\./, "");
}
