import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { packTagger, unpackParser, unpackTagger } from "../src/model/english-model.ts";
import { hashText } from "../src/model/hash.ts";
import { PackedWriter } from "../src/model/packed.ts";
import { buildWordMap, type WordMap } from "../src/model/word-map.ts";
import { quantiseNetwork } from "../src/neural/neural-model.ts";
import { featureForm } from "../src/tag/word-columns.ts";
import { describeScores, evaluate, tagTreebank } from "./evaluate.ts";
import { createRandom, shuffle } from "./random.ts";
import { SETTINGS } from "./settings.ts";
import { trainNeural } from "./train-neural.ts";
import { trainTagger } from "./train-tagger.ts";
import { joinTreebanks, readTreebank, type Treebank } from "./treebank.ts";

const TRAINING = ["en_ewt-ud-train.conllu.gz", "en_gum-ccby-train.conllu.gz"];
const CLUSTERS = "word-clusters.json.gz";

/** Word clusters as the lexicon keeps them. */
function readClusters(path: string): { readonly map: WordMap; readonly sha256: string } {
  const bytes = readFileSync(path);
  const entries = Object.entries(JSON.parse(gunzipSync(bytes).toString("utf8")) as Record<string, [number, number]>);
  const map = buildWordMap(
    Int32Array.from(entries, ([word]) => hashText(word)),
    Uint16Array.from(entries, ([, [coarse, fine]]) => fine * 80 + coarse + 1),
  );
  return { map, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Tags of all words, each sentence tagged by a tagger that has not seen it. */
function jackknife(bank: Treebank, clusters: WordMap, log: (line: string) => void): Uint8Array {
  const { folds, epochs, seed } = SETTINGS.jackknife;
  const order = Int32Array.from({ length: bank.starts.length - 1 }, (_, i) => i);
  shuffle(order, createRandom(seed));
  const tags = new Uint8Array(bank.forms.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const rest = order.filter((_, i) => i % folds !== fold);
    const held = order.filter((_, i) => i % folds === fold);
    tagTreebank(bank, trainTagger(bank, rest, clusters, { ...SETTINGS.tagger, epochs, log: () => undefined }), held, tags);
  }
  let right = 0;
  for (let i = 0; i < tags.length; i += 1) if (tags[i] === bank.tags[i]) right += 1;
  log(`jackknifed tags: ${((100 * right) / tags.length).toFixed(2)} % right`);
  return tags;
}

/** Frequent lower-case words, most frequent first, and how many rows their table needs. */
function vocabularyOf(bank: Treebank): { readonly map: WordMap; readonly size: number } {
  const counts = new Map<string, number>();
  for (const form of bank.forms) {
    const lower = featureForm(form).toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  const words = [...counts].filter(([, count]) => count >= SETTINGS.vocabulary.count).map(([word]) => word);
  const map = buildWordMap(
    Int32Array.from(words, (word) => hashText(word)),
    Uint16Array.from(words, (_, i) => i + 2),
  );
  return { map, size: words.length + 2 };
}

/** Trains everything and writes `english.bin` and `manifest.json` into `target`. */
export function trainEnglish(treebanks: string, target: string, log: (line: string) => void): void {
  const banks = TRAINING.map((name) => readTreebank(`${treebanks}/${name}`));
  const clusters = readClusters(`${treebanks}/${CLUSTERS}`);
  const bank = joinTreebanks(banks);
  const all = Int32Array.from({ length: bank.starts.length - 1 }, (_, i) => i);
  const trained = trainTagger(bank, all, clusters.map, { ...SETTINGS.tagger, log });
  const tags = jackknife(bank, clusters.map, log);
  const words = vocabularyOf(bank);
  const network = trainNeural(bank, tags, trained.lexicon, words, { ...SETTINGS.network, log });
  const packed = quantiseNetwork(words.map, words.size, network.tables, network.kernel.floats().slice(0, network.layout.size));
  const writer = new PackedWriter();
  packed.write(writer);
  const taggerBytes = packTagger(trained);
  const parserBytes = writer.finish();
  const parts = [gzipSync(taggerBytes, { level: 9 }), gzipSync(parserBytes, { level: 9 })] as const;
  const header = Buffer.alloc(8);
  header.writeUInt32LE(parts[0].length, 0);
  header.writeUInt32LE(parts[1].length, 4);
  const file = Buffer.concat([header, ...parts]);
  writeFileSync(`${target}/english.bin`, file);
  // What is measured is what ships: the weights as read back from the packed bytes.
  const tagger = unpackTagger(taggerBytes);
  const parser = unpackParser(parserBytes);
  const dev = ["en_ewt-ud-dev", "en_ewt-ud-test", "en_gum-ccby-dev"].map((name) => {
    const scores = evaluate(readTreebank(`${treebanks}/${name}.conllu.gz`), tagger, parser);
    log(describeScores(name, scores));
    return [name, Object.fromEntries(Object.entries(scores).map(([key, value]) => [key, Math.round(value * 100) / 100]))];
  });
  const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  const manifest = {
    format: 1,
    license: "CC-BY-SA-4.0",
    trainedOn: [...banks.map(({ name, sha256: hash }) => ({ name, sha256: hash })), { name: CLUSTERS, sha256: clusters.sha256 }],
    settings: SETTINGS,
    weights: { tagger: sha256(taggerBytes), parser: sha256(parserBytes) },
    file: { name: "english.bin", bytes: file.length, taggerBytes: parts[0].length, parserBytes: parts[1].length, sha256: sha256(file) },
    scores: Object.fromEntries(dev),
  };
  writeFileSync(`${target}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  log(`wrote english.bin: ${file.length} bytes (tagger ${parts[0].length}, parser ${parts[1].length})`);
}
