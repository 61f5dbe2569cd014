// One engine in one process: loads a file, answers queries, hands every row to JavaScript as terms. The parent talks over IPC.

import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";

const [, , engine, file] = process.argv;
const key = (term) =>
  term === undefined
    ? ""
    : term.termType === "Literal"
      ? `"${term.value}"@${term.language}^^${normalDatatype(term)}`
      : term.termType === "BlankNode"
        ? "_:"
        : term.value;
/** Numbers by value: engines may write the same decimal differently. */
const normalDatatype = (term) =>
  /#(integer|decimal|double)$/.test(term.datatype.value) ? `num:${Math.round(Number(term.value) * 1e6)}` : term.datatype.value;
const numeric = (term) => term?.termType === "Literal" && /#(integer|decimal|double)$/.test(term.datatype.value);
const cell = (term) => (numeric(term) ? `num:${Math.round(Number(term.value) * 1e4)}` : key(term));

/** Order-independent digest of the rows. */
function digest(rows) {
  const lines = rows
    .map((row) =>
      row
        .map(([name, term]) => `${name}=${cell(term)}`)
        .sort()
        .join("|"),
    )
    .sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}

async function chancery(options) {
  const { loadNQuads, QuadStore } = await import("@chancery/rdf");
  const { query } = await import("../dist/bundle.js");
  const store = new QuadStore();
  loadNQuads(store, readFileSync(file), { format: "n-triples" });
  store.optimize();
  return (sparql, collect) => {
    const answer = query(store, sparql, options);
    if (answer.form === "ask") return { n: 1, rows: [[["ask", { termType: "NamedNode", value: String(answer.value) }]]] };
    let n = 0;
    const rows = [];
    if (answer.form !== "select") {
      for (const quad of answer.quads) {
        n++;
        if (collect)
          rows.push([
            ["s", quad.subject],
            ["p", quad.predicate],
            ["o", quad.object],
          ]);
      }
      return { n, rows };
    }
    for (const row of answer.rows) {
      n++;
      if (collect) rows.push(Object.entries(row));
    }
    return { n, rows };
  };
}

const ENGINES = {
  /** As users call it: a text in, rows out; the store keeps the plans of the texts it was asked. */
  chancery: () => chancery({}),
  /** Every text is parsed and planned anew. */
  "chancery-uncached": () => chancery({ cache: false }),
  async oxigraph() {
    const { Store } = (await import("oxigraph")).default;
    const store = new Store();
    store.load(readFileSync(file, "utf8"), { format: "application/n-triples" });
    return (sparql, collect) => {
      const result = store.query(sparql);
      if (typeof result === "boolean") return { n: 1, rows: [[["ask", { termType: "NamedNode", value: String(result) }]]] };
      const rows = [];
      if (collect)
        for (const item of result)
          rows.push(
            item instanceof Map
              ? [...item]
              : [
                  ["s", item.subject],
                  ["p", item.predicate],
                  ["o", item.object],
                ],
          );
      return { n: result.length, rows };
    };
  },
  async comunica() {
    const { QueryEngine } = await import("@comunica/query-sparql-rdfjs-lite");
    const { Store, StreamParser } = await import("n3");
    const store = new Store();
    await new Promise((resolve, reject) =>
      store
        .import(createReadStream(file).pipe(new StreamParser({ format: "N-Triples" })))
        .on("end", resolve)
        .on("error", reject),
    );
    const engineInstance = new QueryEngine();
    return async (sparql, collect) => {
      const result = await engineInstance.query(sparql, { sources: [store] });
      if (result.resultType === "boolean")
        return { n: 1, rows: [[["ask", { termType: "NamedNode", value: String(await result.execute()) }]]] };
      const stream = await result.execute();
      let n = 0;
      const rows = [];
      const seen = new Set();
      for await (const item of stream) {
        if (result.resultType === "quads") {
          // CONSTRUCT is a set of triples; Comunica streams it with repetitions.
          const id = `${key(item.subject)} ${key(item.predicate)} ${key(item.object)}`;
          if (seen.has(id)) continue;
          seen.add(id);
        }
        n++;
        if (collect)
          rows.push(
            result.resultType === "quads"
              ? [
                  ["s", item.subject],
                  ["p", item.predicate],
                  ["o", item.object],
                ]
              : [...item].map(([variable, term]) => [variable.value, term]),
          );
      }
      return { n, rows };
    };
  },
};

let run;
process.on("message", async ({ command, sparql, collect }) => {
  try {
    if (command === "load") {
      const before = process.memoryUsage().rss;
      const start = process.cpuUsage();
      run = await ENGINES[engine]();
      const { user, system } = process.cpuUsage(start);
      globalThis.gc?.();
      process.send({ ok: true, cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss - before });
      return;
    }
    const cpu = process.cpuUsage();
    const start = performance.now();
    const { n, rows } = await run(sparql, collect);
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    process.send({ ok: true, n, ms, cpuMs: (user + system) / 1000, ...(collect ? { digest: digest(rows) } : {}) });
  } catch (error) {
    process.send({ ok: false, error: String(error?.message ?? error).slice(0, 200) });
  }
});
