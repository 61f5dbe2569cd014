// `npm run bench:query`: the query engine beside oxigraph (WebAssembly) and Comunica: each in its own process, same file, answers compared, every row handed to
// JavaScript as terms, parsing included. Quote ratios, not absolute times.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "../packages/sparql/bench/generate.mjs";
import { queries } from "../packages/sparql/bench/queries.mjs";
import { requireNode, root } from "./toolchain.mjs";

requireNode();
const { values } = parseArgs({
  options: {
    triples: { type: "string", default: "100000" },
    engines: { type: "string", default: "chancery,oxigraph,comunica" },
    runs: { type: "string", default: "7" },
    timeout: { type: "string", default: "60" },
    only: { type: "string" },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  console.log(
    "usage: npm run bench:query -- [--triples 100000] [--engines chancery,oxigraph,comunica] [--runs 7] [--timeout SECONDS] [--only ID,…] [--json]\nRun `npm run build` first.",
  );
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
const file = join(folder, "data.nt");
const count = generate(Number(values.triples), file);
const wanted = values.only?.split(",");
const asked = queries.filter(({ id }) => wanted === undefined || wanted.includes(id));
const engines = values.engines.split(",");
const results = {};

for (const engine of engines) {
  let child = start(engine);
  const load = await ask(child, { command: "load" }, 600_000);
  if (!load.ok) {
    console.error(`${engine}: ${load.error}`);
    continue;
  }
  results[engine] = { load, queries: {} };
  console.error(
    `${engine}: ${count} triples loaded in ${Math.round(load.cpuMs)} ms of CPU, ${Math.round(load.rss / count)} bytes a triple resident`,
  );
  for (const { id, sparql } of asked) {
    const first = await ask(child, { command: "query", sparql, collect: true }, Number(values.timeout) * 1000);
    if (!first.ok) {
      results[engine].queries[id] = { error: first.error };
      if (child.exitCode !== null || child.killed) {
        child = start(engine);
        await ask(child, { command: "load" }, 600_000);
      }
      continue;
    }
    const times = [];
    for (let i = 0; i < (first.ms > 5000 ? 1 : Number(values.runs) + 3); i++)
      times.push((await ask(child, { command: "query", sparql, collect: false }, Number(values.timeout) * 1000)).ms ?? first.ms);
    results[engine].queries[id] = { n: first.n, digest: first.digest, ms: Math.min(...times) };
  }
  child.kill("SIGKILL");
}
rmSync(folder, { recursive: true, force: true });

if (values.json) console.log(JSON.stringify({ triples: count, results }, null, 1));
else {
  const peers = engines.filter((engine) => engine !== "chancery" && results[engine] !== undefined);
  console.log(
    `| query | rows | chancery ms | ${peers.map((peer) => `${peer} ms | × |`).join(" ")} answers |\n|---|---|---|${peers.map(() => "---|---|").join("")}---|`,
  );
  const ratios = Object.fromEntries(peers.map((peer) => [peer, []]));
  for (const { id } of asked) {
    const own = results.chancery?.queries[id] ?? { error: "not run" };
    const cells = peers.map((peer) => {
      const theirs = results[peer].queries[id];
      if (theirs.error !== undefined || own.error !== undefined)
        return `${theirs.error === undefined ? theirs.ms.toFixed(2) : "failed"} | – |`;
      ratios[peer].push(theirs.ms / own.ms);
      return `${theirs.ms.toFixed(2)} | ${(theirs.ms / own.ms).toFixed(1)} |`;
    });
    const same = peers.filter((peer) => results[peer].queries[id].digest !== undefined && results[peer].queries[id].digest !== own.digest);
    console.log(
      `| ${id} | ${own.n ?? "–"} | ${own.ms?.toFixed(2) ?? own.error} | ${cells.join(" ")} ${same.length === 0 ? "same" : `differs from ${same.join(", ")}`} |`,
    );
  }
  const geomean = (list) => Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / Math.max(1, list.length));
  for (const peer of peers)
    console.log(
      `geometric mean: ${geomean(ratios[peer]).toFixed(1)} × faster than ${peer}; slowest query ${Math.min(...ratios[peer]).toFixed(1)} ×`,
    );
}

function start(engine) {
  return fork(join(root, "packages/sparql/bench/run-engine.mjs"), [engine, file], {
    execArgv: ["--expose-gc", "--max-old-space-size=8000", "--no-warnings"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function ask(child, message, timeoutMs) {
  return new Promise((resolve) => {
    const done = (answer) => {
      clearTimeout(timer);
      child.off("message", done);
      child.off("exit", gone);
      resolve(answer);
    };
    const gone = () => done({ ok: false, error: "the process ended" });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      done({ ok: false, error: "timeout" });
    }, timeoutMs);
    child.once("message", done);
    child.once("exit", gone);
    child.send(message);
  });
}
