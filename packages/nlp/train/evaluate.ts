import { DEPENDENCY_LABELS, XPOS_TAGS } from "../src/document/tags.ts";
import { createParserScratch, type ParserModel, parseUnits } from "../src/parse/parser.ts";
import { createTaggerScratch, type TaggerModel, tagWords } from "../src/tag/tagger.ts";
import type { Treebank } from "./treebank.ts";

/** Percentages over all words, with gold tokens and predicted tags; subtypes of relations count in `lasSubtypes` only. */
export interface Scores {
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lasSubtypes: number;
  readonly words: number;
}

/** Tags of all words of `bank`. */
export function tagTreebank(bank: Treebank, model: TaggerModel, sentences?: Int32Array, into?: Uint8Array): Uint8Array {
  const tags = into ?? new Uint8Array(bank.forms.length);
  const scratch = createTaggerScratch();
  const order = sentences ?? Int32Array.from({ length: bank.starts.length - 1 }, (_, i) => i);
  for (const s of order) tagWords(model, scratch, bank.forms, bank.starts[s]!, bank.starts[s + 1]!, tags);
  return tags;
}

const BASE_LABEL = DEPENDENCY_LABELS.map((label) => DEPENDENCY_LABELS.indexOf(label.split(":")[0]!));

/** Scores a tagger and a parser on a treebank. */
export function evaluate(bank: Treebank, tagger: TaggerModel, parser?: ParserModel): Scores {
  const tags = new Uint8Array(bank.forms.length);
  const scratch = createTaggerScratch();
  let parserScratch = createParserScratch(scratch.words);
  let right = 0;
  let heads = 0;
  let arcs = 0;
  let exact = 0;
  for (let s = 0; s + 1 < bank.starts.length; s += 1) {
    const first = bank.starts[s]!;
    const last = bank.starts[s + 1]!;
    tagWords(tagger, scratch, bank.forms, first, last, tags);
    for (let i = first; i < last; i += 1) if (tags[i] === bank.tags[i]) right += 1;
    if (parser === undefined) continue;
    if (parserScratch.input.words !== scratch.words) parserScratch = createParserScratch(scratch.words, last - first);
    const state = parseUnits(parser, parserScratch, scratch.words, tags, first);
    for (let i = 0; i < last - first; i += 1) {
      const gold = bank.heads[first + i]! < 0 ? last - first : bank.heads[first + i]!;
      if (state.head[i] !== gold) continue;
      heads += 1;
      if (BASE_LABEL[state.label[i]!] === BASE_LABEL[bank.labels[first + i]!]) arcs += 1;
      if (state.label[i] === bank.labels[first + i]) exact += 1;
    }
  }
  const words = bank.forms.length;
  const percent = (n: number): number => (100 * n) / words;
  return { xpos: percent(right), uas: percent(heads), las: percent(arcs), lasSubtypes: percent(exact), words };
}

/** One line of figures. */
export function describeScores(name: string, scores: Scores): string {
  const f = (n: number): string => n.toFixed(2);
  return `${name}: XPOS ${f(scores.xpos)}  UAS ${f(scores.uas)}  LAS ${f(scores.las)} (with subtypes ${f(scores.lasSubtypes)})  ${scores.words} words`;
}

/** The most frequent tag confusions, for error analysis. */
export function tagConfusions(bank: Treebank, tags: Uint8Array, limit = 20): string[] {
  const counts = new Map<string, number>();
  for (let i = 0; i < tags.length; i += 1) {
    if (tags[i] === bank.tags[i]) continue;
    const key = `${XPOS_TAGS[bank.tags[i]!]}→${XPOS_TAGS[tags[i]!]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([key, n]) => `${key} ${n}`);
}
