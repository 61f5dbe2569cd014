// Measures @chancery/nlp: accuracy on treebanks (../shared/ud, CHANCERY_SHARED/ud, or --conllu FILE…), sizes, load time and speed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { conllu: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  console.log("npm run bench:nlp [-- --conllu FILE…]   FILE: CoNLL-U, plain or .gz; default: EWT test and GUM dev");
  process.exit(0);
}
const treebanks = `${process.env.CHANCERY_SHARED ?? `${root}../shared`}/ud`;
const files = values.conllu ? positionals : ["en_ewt-ud-test", "en_gum-ccby-dev"].map((name) => `${treebanks}/${name}.conllu.gz`);
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) console.log(`accuracy skipped: no ${missing.join(", ")}; set CHANCERY_SHARED or name files with --conllu`);

const out = `${root}packages/nlp/train/out`;
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/package.json`, '{ "type": "module" }\n');
execFileSync(process.execPath, [`${root}packages/nlp/scripts/embed-model.mjs`], { stdio: "inherit" });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-b", `${root}packages/nlp`], { stdio: "inherit" });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}packages/nlp/train/tsconfig.json`], {
  stdio: "inherit",
});
const { loadEnglish, segment } = await import(`${root}packages/nlp/dist/index.js`);
const { describeScores, scoreAnalyzer, scoreParticipants } = await import(`${out}/train/evaluate.js`);
const { readTreebank } = await import(`${out}/train/treebank.js`);
const { compactOffsets, readRaw } = await import(`${root}packages/nlp/bench/raw-text.mjs`);
const { compareTaggers } = await import(`${root}packages/nlp/bench/compare-taggers.mjs`);

console.log(loadInFreshProcess());
const english = await loadEnglish();
const present = files.filter((file) => existsSync(file));
for (const file of present) {
  const bank = readTreebank(file);
  if (bank.forms.length === 0) {
    console.log(`${bank.name}: no words of a CoNLL-U file in it`);
    continue;
  }
  console.log(describeScores(`${bank.name}, gold tokens`, scoreAnalyzer(bank, english)));
  const participants = Object.entries(scoreParticipants(bank, english));
  const shown = participants.map(([name, { precision, recall }]) => `${name} P ${precision.toFixed(1)} R ${recall.toFixed(1)}`);
  if (participants[0][1].slots > 0) console.log(`  participants of verbs (${participants[0][1].slots} slots): ${shown.join(", ")}`);
  const raw = readRaw(file);
  console.log(rawText(raw));
  for (const line of await compareTaggers(english, raw)) console.log(line);
}
console.log(
  speed(
    (present.length > 0 && readRaw(present[present.length - 1]).text) ||
      "The council renewed the mandate, and envoys praised the vote. ".repeat(4000),
  ),
);

/** Load time and memory of the model, in a process of its own. */
function loadInFreshProcess() {
  const script = `
    const start = performance.now();
    const { loadEnglish } = await import(${JSON.stringify(`${root}packages/nlp/dist/index.js`)});
    const imported = performance.now(), before = process.memoryUsage.rss();
    const english = await loadEnglish();
    const loaded = performance.now();
    english.analyze("The model is ready.");
    globalThis.gc();
    const after = process.memoryUsage.rss();
    console.log(JSON.stringify({ importMs: imported - start, loadMs: loaded - imported, modelMb: (after - before) / 1e6, totalMb: after / 1e6 }));`;
  const figures = JSON.parse(execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], { encoding: "utf8" }));
  const bytes = statSync(`${root}packages/nlp/model/english.bin`).size;
  return `model: ${(bytes / 1e6).toFixed(2)} MB packed; import ${figures.importMs.toFixed(0)} ms, load ${figures.loadMs.toFixed(0)} ms; +${figures.modelMb.toFixed(0)} MB resident (process ${figures.totalMb.toFixed(0)} MB)`;
}

/** F1 of tokens and sentences from raw text. */
function rawText(gold) {
  const { text, tokens, sentences } = segment(gold.text);
  const compactAt = compactOffsets(text);
  const found = (starts, ends) => new Set(Array.from(starts, (start, i) => `${compactAt[start]}:${compactAt[ends[i]]}`));
  const f1 = (predicted, expected) =>
    (200 * [...predicted].filter((range) => expected.has(range)).length) / (predicted.size + expected.size);
  const sentenceRanges = found(
    sentences.map(({ first }) => tokens.start[first]),
    sentences.map(({ last }) => tokens.end[last - 1]),
  );
  return `  raw text: tokens F1 ${f1(found(tokens.start, tokens.end), gold.tokens).toFixed(2)}, sentences F1 ${f1(sentenceRanges, gold.sentences).toFixed(2)} (${gold.skipped} sentences left out: text and tokens disagree)`;
}

/** Tokens a second of processor time (other processes don't count), best of five rounds over all layers. */
function speed(text) {
  const runs = {
    all: [text, {}],
    half: [text.slice(0, text.length / 2), {}],
    tag: [text, { layers: "tag" }],
    segment: [text, { layers: "segment" }],
  };
  const best = { all: 0, half: 0, tag: 0, segment: 0 };
  let tokens = 0;
  for (let round = 0; round < 6; round += 1) {
    for (const [name, [input, options]] of Object.entries(runs)) {
      const start = process.cpuUsage();
      const { count } = english.analyze(input, options).tokens;
      const { user, system } = process.cpuUsage(start);
      if (name === "all") tokens = count;
      if (round > 0) best[name] = Math.max(best[name], (count / (user + system)) * 1e6);
    }
  }
  const k = (n) => `${Math.round(n / 1000)}k`;
  const growth = (2 * best.half) / best.all;
  return `speed over ${tokens} tokens, per second of processor time: all ${k(best.all)} tokens, to tags ${k(best.tag)}, segmentation ${k(best.segment)}; twice the text takes ${growth.toFixed(2)} times as long`;
}
