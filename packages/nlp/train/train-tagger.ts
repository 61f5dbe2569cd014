import { XPOS_TAGS } from "../src/document/tags.ts";
import { hashText } from "../src/model/hash.ts";
import { buildWordMap, type WordMap } from "../src/model/word-map.ts";
import { MAX_TAG_FEATURES, tagFeatures } from "../src/tag/tag-features.ts";
import type { TaggerModel } from "../src/tag/tagger.ts";
import { createWordColumns, featureForm, fillWordColumns, type Lexicon, PADDING } from "../src/tag/word-columns.ts";
import { createDenseTable, type Quantisation, scoreDense, toSparse, updateDense } from "./dense-table.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Treebank } from "./treebank.ts";

/** How a tagger is trained. */
export interface TaggerSettings {
  readonly epochs: number;
  readonly bits: number;
  readonly seed: number;
  readonly quantisation: Quantisation;
  readonly log: (line: string) => void;
}

/** Words seen this often, with one tag this often, bear it always (nlp.md 5.2). */
const CLOSED = { count: 60, share: 0.998 };
/** Ambiguity classes: words seen this often; tags with at least this share of the word's tokens. */
const CLASSES = { count: 4, share: 0.04 };

/** Closed words and ambiguity classes of the sentences in `order`. */
export function buildLexicon(bank: Treebank, order: Int32Array, clusters: WordMap): Lexicon {
  const byForm = new Map<string, Map<number, number>>();
  const byLower = new Map<string, Map<number, number>>();
  const count = (map: Map<string, Map<number, number>>, key: string, tag: number): void => {
    const tags = map.get(key) ?? new Map<number, number>();
    map.set(key, tags);
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
  };
  for (const sentence of Int32Array.from(order).sort()) {
    for (let i = bank.starts[sentence]!; i < bank.starts[sentence + 1]!; i += 1) {
      const form = featureForm(bank.forms[i]!);
      count(byForm, form, bank.tags[i]!);
      count(byLower, form.toLowerCase(), bank.tags[i]!);
    }
  }
  const total = (tags: Map<number, number>): number => [...tags.values()].reduce((sum, n) => sum + n, 0);
  const closed: [string, number][] = [];
  for (const [form, tags] of byForm) {
    const all = total(tags);
    for (const [tag, n] of tags) if (all >= CLOSED.count && n / all >= CLOSED.share) closed.push([form, tag + 1]);
  }
  const classNumbers = new Map<string, number>();
  const classes: [string, number][] = [];
  for (const [lower, tags] of byLower) {
    const all = total(tags);
    if (all < CLASSES.count) continue;
    const kept = [...tags].filter(([, n]) => n / all >= CLASSES.share).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    // The class is a hash of the tags, so that taggers trained on different folds give a class the same number.
    const key = kept.map(([tag]) => XPOS_TAGS[tag]).join(" ");
    if (!classNumbers.has(key)) classNumbers.set(key, (hashText(key) & 0x7fff) + 1);
    classes.push([lower, classNumbers.get(key)!]);
  }
  return { clusters, closed: toWordMap(closed), classes: toWordMap(classes) };
}

function toWordMap(entries: readonly (readonly [string, number])[]): WordMap {
  return buildWordMap(
    Int32Array.from(entries, ([word]) => hashText(word)),
    Uint16Array.from(entries, ([, value]) => value),
  );
}

/** Trains a tagger on the sentences `sentences` of `bank`. */
export function trainTagger(bank: Treebank, sentences: Int32Array, clusters: WordMap, settings: TaggerSettings): TaggerModel {
  const lexicon = buildLexicon(bank, sentences, clusters);
  const classes = XPOS_TAGS.length;
  const table = createDenseTable(settings.bits, classes);
  const random = createRandom(settings.seed);
  const order = Int32Array.from(sentences);
  const words = createWordColumns(1024);
  const features = new Int32Array(MAX_TAG_FEATURES);
  const scores = new Int32Array(classes);
  let step = 1;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    let wrong = 0;
    let seen = 0;
    for (const sentence of order) {
      const first = bank.starts[sentence]!;
      fillWordColumns(words, bank.forms, first, bank.starts[sentence + 1]!, lexicon);
      let tag1 = -1;
      let tag2 = -1;
      for (let i = 0; i < words.count; i += 1) {
        const gold = bank.tags[first + i]!;
        let guess = words.closed[i + PADDING]!;
        if (guess < 0) {
          const count = tagFeatures(words, i, tag1, tag2, features);
          scoreDense(table, features, count, scores);
          guess = 1;
          for (let tag = 2; tag < classes; tag += 1) if (scores[tag]! > scores[guess]!) guess = tag;
          if (guess !== gold && gold !== 0) updateDense(table, features, count, gold, guess, step);
        }
        seen += 1;
        if (guess !== gold) wrong += 1;
        tag2 = tag1;
        tag1 = guess;
      }
      step += 1;
    }
    settings.log(`tagger epoch ${epoch + 1}: training accuracy ${(100 - (100 * wrong) / seen).toFixed(2)} %`);
  }
  return { lexicon, table: toSparse(table, classes, step, settings.quantisation) };
}
