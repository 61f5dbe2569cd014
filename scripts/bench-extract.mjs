// `npm run bench:extract [-- --texts N] [FILE.jsonl.gz | FOLDER …]`: extraction over raw texts in one process: characters and tokens a second, memory, errors,
// events by type, and the rules that fired. Default: the corpus beside the checkout.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { requireNode, root, sharedFolder } from "./toolchain.mjs";

requireNode();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { texts: { type: "string" }, rules: { type: "string" }, help: { type: "boolean", short: "h" } },
});
if (values.help) {
  console.log("usage: npm run bench:extract -- [--texts N] [--rules N] [FILE.jsonl.gz | FOLDER of .txt …]");
  process.exit(0);
}
const shared = sharedFolder();
const sources =
  positionals.length > 0
    ? positionals
    : shared === undefined
      ? [join(root, "data/documents")]
      : readdirSync(join(shared, "corpus"))
          .filter((name) => name.endsWith(".jsonl.gz"))
          .map((name) => join(shared, "corpus", name));

function* texts(source) {
  if (statSync(source).isDirectory()) {
    for (const name of readdirSync(source)
      .filter((file) => file.endsWith(".txt"))
      .sort())
      yield { name, text: readFileSync(join(source, name), "utf8") };
    return;
  }
  const raw = readFileSync(source);
  const lines = (source.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const record = JSON.parse(line);
    yield {
      name: record.id ?? `${basename(source)}:${index + 1}`,
      text: record.text ?? record.body ?? "",
      published: /^\d{4}-\d\d-\d\d$/.test(record.date ?? "") ? record.date : undefined,
    };
  }
}

const { createExtractor } = await import(join(root, "packages/chancery/dist/index.js"));
const { segment } = await import(join(root, "packages/nlp/dist/index.js"));
const loadStart = performance.now();
const extractor = await createExtractor();
console.log(`model and knowledge base: ${Math.round(performance.now() - loadStart)} ms`);
const limit = Number(values.texts ?? Number.POSITIVE_INFINITY);
const events = new Map();
const rules = new Map();
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (const source of sources) {
  if (!existsSync(source)) throw new Error(`no such file: ${source}`);
  let documents = 0;
  let characters = 0;
  let tokens = 0;
  let errors = 0;
  let slowest = { name: "", ms: 0 };
  let claims = 0;
  let entities = 0;
  let found = 0;
  let milliseconds = 0;
  for (const { name, text, published } of texts(source)) {
    if (documents >= limit) break;
    documents++;
    characters += text.length;
    tokens += segment(text).tokens.count;
    const start = performance.now();
    try {
      const extraction = extractor.extract(text, published === undefined ? {} : { published });
      entities += extraction.entities.length;
      claims += extraction.claims.length;
      found += extraction.events.length;
      for (const event of extraction.events) {
        count(events, event.type);
        for (const rule of (event.rule ?? "").split(" ")) count(rules, rule);
      }
      for (const claim of extraction.claims) count(rules, claim.rule);
    } catch (error) {
      errors++;
      console.log(`error in ${name}: ${error.stack}`);
    }
    const ms = performance.now() - start;
    milliseconds += ms;
    if (ms > slowest.ms) slowest = { name, ms };
  }
  const { rss } = process.memoryUsage();
  console.log(
    `${basename(source)}: ${documents} texts, ${characters} characters, ${tokens} tokens in ${(milliseconds / 1000).toFixed(1)} s: ${Math.round(tokens / (milliseconds / 1000))} tokens/s; ${errors} errors; slowest ${Math.round(slowest.ms)} ms (${slowest.name}); ${entities} entities, ${found} events, ${claims} claims; ${Math.round(rss / 1e6)} MB resident`,
  );
}
const top = (map, n) => [...map].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, n);
console.log(
  `events: ${top(events, 30)
    .map(([type, n]) => `${type} ${n}`)
    .join(", ")}`,
);
console.log(
  `rules: ${top(rules, Number(values.rules ?? 40))
    .map(([rule, n]) => `${rule} ${n}`)
    .join(", ")}`,
);
