// Runs the W3C test suites against the built packages.
//
//   node scripts/conformance.mjs                     all suites under ../shared/w3c (or $CHANCERY_SHARED/w3c)
//   node scripts/conformance.mjs --only sparql11     suites whose path contains the text
//   node scripts/conformance.mjs --manifest FILE…    any manifests in the W3C vocabularies
//   node scripts/conformance.mjs --failures          lists every failure
//
// Exit status: 0 when every test passes that skip.json does not name, and every skipped one still fails; 1 otherwise.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readManifest } from "../test/conformance/manifest.mjs";
import { createRunner } from "../test/conformance/run-test.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { manifest: { type: "string", multiple: true }, only: { type: "string" }, failures: { type: "boolean" } },
});

/** Entailment regimes, federation and the HTTP protocols are no part of the engine. */
const FOREIGN = /\/(entailment|service|service-description|protocol|graph-store-protocol|http-rdf-update|rdf-mt|rdf-semantics|syntax-fed)$/;
const SUITES = [
  "sparql/sparql10/manifest.ttl",
  "sparql/sparql11/manifest-all.ttl",
  "sparql/sparql12/manifest.ttl",
  ...["rdf-n-triples", "rdf-n-quads", "rdf-turtle", "rdf-trig", "rdf-xml"].flatMap((suite) => [
    `rdf/rdf11/${suite}/manifest.ttl`,
    `rdf/rdf12/${suite}/manifest.ttl`,
  ]),
];

const packages = {};
for (const name of ["rdf", "io", "sparql"]) {
  // The file that other packages get: a second copy of a module would have its own error class.
  const file = join(
    root,
    "packages",
    name,
    JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).exports["."].default,
  );
  if (!existsSync(file)) {
    console.error(`packages/${name} is not built. Run: npm run build`);
    process.exit(1);
  }
  packages[name] = await import(pathToFileURL(file).href);
}
const n3 = createRequire(join(root, "packages", "sparql", "package.json"))("n3");

const named = [...(values.manifest ?? []), ...positionals].map((file) => resolve(file));
const shared = process.env.CHANCERY_SHARED ?? join(root, "..", "shared");
const manifests = named.length > 0 ? named : SUITES.map((file) => join(shared, "w3c", file));
const missing = manifests.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`Skipped: no ${missing[0]}${missing.length > 1 ? ` and ${missing.length - 1} more` : ""}.`);
  console.log("The W3C suites are at https://github.com/w3c/rdf-tests; point CHANCERY_SHARED at a folder that holds them as w3c/.");
  process.exit(named.length > 0 ? 1 : 0);
}

const skip = JSON.parse(readFileSync(join(root, "test", "conformance", "skip.json"), "utf8"));
const skipKey = (test) => `${test.suite}/${test.iri.replace(/^.*[/#]/, "")}`;
const seen = new Set();
const tests = manifests
  .flatMap((file) => readManifest(file, n3))
  .filter((test) => {
    const key = skipKey(test);
    if (seen.has(key) || (named.length === 0 && FOREIGN.test(test.suite))) return false;
    seen.add(key);
    return values.only === undefined || test.suite.includes(values.only);
  });

const run = createRunner(packages);
const table = new Map();
const failures = [];
const stale = [];
for (const test of tests) {
  const problem = await run(test);
  const reason = skip[skipKey(test)] ?? skip[test.iri];
  const line = table.get(test.suite) ?? { passed: 0, failed: 0, skipped: 0 };
  table.set(test.suite, line);
  if (problem === undefined && reason === undefined) line.passed++;
  else if (problem !== undefined && reason !== undefined) line.skipped++;
  else if (problem === undefined) {
    line.failed++;
    stale.push(skipKey(test));
  } else {
    line.failed++;
    failures.push(`${skipKey(test)} (${test.type}): ${problem}`);
  }
}

const width = Math.max(20, ...[...table.keys()].map((suite) => suite.length));
const print = (suite, { passed, failed, skipped }) =>
  console.log(`${suite.padEnd(width)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${String(skipped).padStart(8)}`);
console.log(`${"suite".padEnd(width)} ${"passed".padStart(7)} ${"failed".padStart(7)} ${"skipped".padStart(8)}`);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [suite, line] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
  print(suite, line);
  for (const key of Object.keys(total)) total[key] += line[key];
}
print("all", total);
if (failures.length > 0) {
  console.log(`\n${failures.length} failed:`);
  for (const failure of values.failures ? failures : failures.slice(0, 40)) console.log(`  ${failure.slice(0, 600)}`);
}
for (const key of stale) console.log(`  ${key} is in skip.json but passes: take it out.`);
process.exit(total.failed > 0 ? 1 : 0);
