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
  options: {
    texts: { type: "string" },
    rules: { type: "string" },
    sample: { type: "string" },
    seed: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  console.log(
    "usage: npm run bench:extract -- [--texts N] [--rules N] [--sample N] [--seed N] [FILE.jsonl.gz | FOLDER of .txt …]\n\n--sample prints N events drawn at random from each source, each with the text around it: for judging precision by eye.",
  );
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
/** Reservoir of `--sample` events, the same for the same seed (mulberry32). */
function createSampler(size, seed) {
  const kept = [];
  let seen = 0;
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    kept,
    offer: (make) => {
      seen++;
      const place = seen <= size ? seen - 1 : Math.floor(random() * seen);
      if (place < size) kept[place] = make();
    },
  };
}
/** An event as one reads it: type, roles by name, status, and the text around its first evidence. */
function readable(name, text, extraction, event) {
  const names = new Map(extraction.entities.map((entity) => [entity.id, entity.name]));
  const roles = Object.entries(event.roles).map(([role, ids]) => `${role}=${ids.map((id) => names.get(id) ?? id).join("; ")}`);
  const { start, end } = event.evidence[0];
  const around = text.slice(Math.max(0, start - 160), start) + "[[" + text.slice(start, end) + "]]" + text.slice(end, end + 160);
  return `${event.type} ${roles.join(" | ")} (${event.status}${event.time?.edtf ? `, ${event.time.edtf}` : ""}) ${event.rule ?? ""}\n    ${name}: …${around.replace(/\s+/g, " ")}…`;
}
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (const source of sources) {
  if (!existsSync(source)) throw new Error(`no such file: ${source}`);
  const sampler = createSampler(Number(values.sample ?? 0), Number(values.seed ?? 1));
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
        if (values.sample !== undefined) sampler.offer(() => readable(name, text, extraction, event));
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
  for (const [index, line] of sampler.kept.entries()) console.log(`  ${index + 1}. ${line}`);
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
