// `npm run score [DIR…] [-- --errors NAME|all --json --min metric=value]`: extracts every text of the gold folders and scores it against the annotations.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fail, node, requireNode, root, sharedFolder } from "./toolchain.mjs";

requireNode();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: "string" },
    json: { type: "boolean" },
    min: { type: "string", multiple: true },
    max: { type: "string", multiple: true },
    floors: { type: "boolean" },
    out: { type: "string" },
    only: { type: "string", multiple: true },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  console.log(
    "usage: npm run score -- [GOLD_DIR…] [--errors NAME|all] [--json] [--min METRIC=VALUE]… [--max METRIC=VALUE]… [--only NAME_PREFIX]… [--out DIR] [--floors]\n\n--floors holds the figures of test/floors.json, by name of the gold folder.",
  );
  process.exit(0);
}
const shared = sharedFolder();
if (shared === undefined) {
  console.log("score: skipped; the gold annotations and the scorer are expected in ../shared (or where CHANCERY_SHARED points).");
  process.exit(0);
}
const folders = (positionals.length > 0 ? positionals : [join(shared, "gold/seeds"), join(shared, "gold/dev")]).map((folder) =>
  resolve(folder),
);
const { createExtractor } = await import(join(root, "packages/chancery/dist/index.js"));
const extractor = await createExtractor();
const floors = values.floors ? JSON.parse(readFileSync(join(root, "test/floors.json"), "utf8")) : {};
const floorArguments = (folder) => {
  const { min = {}, max = {} } = floors[basename(folder)] ?? {};
  return [
    ...Object.entries(min).flatMap(([metric, value]) => ["--min", `${metric}=${value}`]),
    ...Object.entries(max).flatMap(([metric, value]) => ["--max", `${metric}=${value}`]),
  ];
};
let status = 0;
for (const folder of folders) {
  if (!existsSync(folder)) fail(`no such folder: ${folder}`);
  const gold = mkdtempSync(join(tmpdir(), "chancery-gold-"));
  const out = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), "chancery-score-"));
  mkdirSync(out, { recursive: true });
  const started = performance.now();
  let characters = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".gold.json"))
    .sort()) {
    const name = file.slice(0, -".gold.json".length);
    if (values.only && !values.only.some((prefix) => name.startsWith(prefix))) continue;
    const textFile = [".txt", ".md"].map((ending) => join(folder, name + ending)).find(existsSync);
    const annotations = readFileSync(join(folder, file), "utf8");
    const text = readFileSync(textFile, "utf8");
    characters += text.length;
    const { published } = JSON.parse(annotations);
    const extraction = extractor.extract(text, published ? { published } : {});
    writeFileSync(join(out, `${name}.json`), JSON.stringify(extraction, null, 1));
    writeFileSync(join(gold, file), annotations);
    writeFileSync(join(gold, textFile.split("/").at(-1)), text);
  }
  console.log(`\n${folder}: ${characters} characters in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  const pass = ["errors", "json", "min", "max"].flatMap((name) =>
    values[name] === undefined
      ? []
      : values[name] === true
        ? [`--${name}`]
        : [values[name]].flat().flatMap((value) => [`--${name}`, value]),
  );
  const result = node([join(shared, "tools/score.mjs"), "--gold", gold, "--system", out, ...pass, ...floorArguments(folder)], {
    fatal: false,
  });
  status ||= result.status;
  rmSync(gold, { recursive: true, force: true });
  if (!values.out) rmSync(out, { recursive: true, force: true });
}
process.exit(status);
