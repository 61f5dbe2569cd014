import type { Analysis } from "../src/document/analysis.ts";
import { DEPENDENCY_LABELS, XPOS_TAGS } from "../src/document/tags.ts";
import type { NeuralModel } from "../src/neural/neural-model.ts";
import { createNeuralParser } from "../src/neural/neural-parser.ts";
import type { PredicateArguments } from "../src/parse/arguments.ts";
import { predicateArguments } from "../src/parse/predicate-arguments.ts";
import { type ArgumentSupport, type UnitedArguments, unitedArguments } from "../src/parse/united-arguments.ts";
import { createTaggerScratch, type TaggerModel, tagWords } from "../src/tag/tagger.ts";
import type { Treebank } from "./treebank.ts";

/**
 * Percentages over the words for which the treebank gives the value (a Penn tag, a lemma, a head), with gold tokens and predicted tags; NaN where it gives
 * none. Subtypes of relations count in `lasSubtypes` only.
 */
export interface Scores {
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly lasSubtypes: number;
  readonly words: number;
  /** Case ignored. */
  readonly lemma?: number;
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

/** Scores a tagger, or a tagger and a parser, on a treebank. */
export function evaluate(bank: Treebank, tagger: TaggerModel, network?: NeuralModel): Scores {
  const tags = new Uint8Array(bank.forms.length);
  const scratch = createTaggerScratch();
  const parser = network === undefined ? undefined : createNeuralParser(network);
  let right = 0;
  let heads = 0;
  let arcs = 0;
  let exact = 0;
  for (let s = 0; s + 1 < bank.starts.length; s += 1) {
    const first = bank.starts[s]!;
    const last = bank.starts[s + 1]!;
    tagWords(tagger, scratch, bank.forms, first, last, tags);
    const parse = parser?.parse(scratch.words, tags, first);
    for (let i = 0; i < last - first; i += 1) {
      const tag = parse === undefined ? tags[first + i]! : parse.tags[i + 1]!;
      if (tag === bank.tags[first + i]) right += 1;
      if (parse === undefined || parse.heads[i + 1] !== bank.heads[first + i]! + 1) continue;
      heads += 1;
      if (BASE_LABEL[parse.labels[i + 1]!] === BASE_LABEL[bank.labels[first + i]!]) arcs += 1;
      if (parse.labels[i + 1] === bank.labels[first + i]) exact += 1;
    }
  }
  const words = bank.forms.length;
  const percent = (n: number): number => (100 * n) / words;
  return { xpos: percent(right), uas: percent(heads), las: percent(arcs), lasSubtypes: percent(exact), words };
}

/** What of an analyser scoring needs; the analyser itself is in the layer above. */
interface Annotator {
  readonly annotate: (segmented: Analysis) => Analysis;
}

/** A treebank as a segmented text: gold tokens and sentences, nothing else. */
export function segmentedTreebank(bank: Treebank): Analysis {
  const count = bank.forms.length;
  const sentence = new Uint32Array(count);
  const sentences = Array.from({ length: bank.starts.length - 1 }, (_, s) => {
    const first = bank.starts[s]!;
    const last = bank.starts[s + 1]!;
    sentence.fill(s, first, last);
    return { first, last, start: first, end: last, paragraph: 0, cut: false, closed: true };
  });
  return {
    text: "",
    tokens: {
      count,
      start: new Uint32Array(count),
      end: new Uint32Array(count),
      norm: bank.forms,
      lower: bank.forms.map((form) => form.toLowerCase()),
      tag: new Uint8Array(count),
      lemma: bank.forms,
      head: new Int32Array(count).fill(-1),
      label: new Uint8Array(count),
      sentence,
      spaceBefore: new Uint8Array(count),
    },
    sentences,
    paragraphs: [],
    layers: ["segment"],
  };
}

/** A treebank as the analysis that a perfect analyser would give. */
export function goldAnalysis(bank: Treebank): Analysis {
  const segmented = segmentedTreebank(bank);
  const head = bank.heads.map((at, i) => (at < 0 ? -1 : bank.starts[segmented.tokens.sentence[i]!]! + at));
  return {
    ...segmented,
    tokens: { ...segmented.tokens, tag: bank.tags, lemma: bank.lemmas, head, label: bank.labels },
    layers: ["segment", "tag", "parse"],
  };
}

/** Scores an analyser as its users get it, verb lexicon and all, over gold tokens. */
export function scoreAnalyzer(bank: Treebank, analyzer: Annotator): Scores {
  const segmented = segmentedTreebank(bank);
  const { sentence, count } = segmented.tokens;
  const { tokens } = analyzer.annotate(segmented);
  const given = { tags: 0, lemmas: 0, heads: 0 };
  let [tags, lemmas, heads, arcs, exact] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    if (bank.tags[i] !== 0) given.tags += 1;
    if (bank.tags[i] !== 0 && tokens.tag[i] === bank.tags[i]) tags += 1;
    if (bank.lemmas[i] !== "_" || bank.forms[i] === "_") given.lemmas += 1;
    if (tokens.lemma[i]!.toLowerCase() === bank.lemmas[i]!.toLowerCase()) lemmas += 1;
    if (bank.heads[i] === -2) continue;
    given.heads += 1;
    const gold = bank.heads[i]! < 0 ? -1 : bank.starts[sentence[i]!]! + bank.heads[i]!;
    if (tokens.head[i] !== gold) continue;
    heads += 1;
    if (BASE_LABEL[tokens.label[i]!] === BASE_LABEL[bank.labels[i]!]) arcs += 1;
    if (tokens.label[i] === bank.labels[i]) exact += 1;
  }
  return {
    xpos: (100 * tags) / given.tags,
    lemma: (100 * lemmas) / given.lemmas,
    uas: (100 * heads) / given.heads,
    las: (100 * arcs) / given.heads,
    lasSubtypes: (100 * exact) / given.heads,
    words: count,
  };
}

/** Precision and recall of participants. */
export interface SlotScores {
  readonly precision: number;
  readonly recall: number;
  readonly slots: number;
}

/**
 * How well the participants of verbs are found on predicted tags and trees, measured against the same rules on gold trees: by the tree, by the chunk
 * grammar, by either, and by both at once.
 */
export function scoreParticipants(bank: Treebank, analyzer: Annotator): Readonly<Record<"tree" | "chunk" | "either" | "both", SlotScores>> {
  const gold = goldAnalysis(bank);
  const predicted = analyzer.annotate(segmentedTreebank(bank));
  const counts = { tree: [0, 0], chunk: [0, 0], either: [0, 0], both: [0, 0] };
  let slots = 0;
  for (let token = 0; token < gold.tokens.count; token += 1) {
    const label = DEPENDENCY_LABELS[bank.labels[token]!]!;
    if (!/^VB/.test(XPOS_TAGS[bank.tags[token]!]!) || /^(?:aux|cop|case|amod|fixed)/.test(label)) continue;
    const expected = new Set(slotsOf(predicateArguments(gold, token)));
    slots += expected.size;
    const united = unitedArguments(predicted, token);
    for (const [slot, support] of supportedSlots(united)) {
      const right = expected.has(slot) ? 1 : 0;
      const tally = (name: keyof typeof counts): void => {
        counts[name][0] = counts[name][0]! + 1;
        counts[name][1] = counts[name][1]! + right;
      };
      tally("either");
      if (support !== "chunk") tally("tree");
      if (support !== "tree") tally("chunk");
      if (support === "both") tally("both");
    }
  }
  const scores = ([found, right]: number[]): SlotScores => ({ precision: (100 * right!) / found!, recall: (100 * right!) / slots, slots });
  return { tree: scores(counts.tree), chunk: scores(counts.chunk), either: scores(counts.either), both: scores(counts.both) };
}

function slotsOf({ subjects, objects, indirectObjects, obliques }: PredicateArguments): string[] {
  return [
    ...subjects.map(({ head }) => `s${head}`),
    ...objects.map(({ head }) => `o${head}`),
    ...indirectObjects.map(({ head }) => `i${head}`),
    ...obliques.filter(({ preposition }) => preposition !== "").map(({ head, preposition }) => `${preposition}${head}`),
  ];
}

function supportedSlots({ subjects, objects, indirectObjects, obliques }: UnitedArguments): [string, ArgumentSupport][] {
  return [
    ...subjects.map(({ head, support }): [string, ArgumentSupport] => [`s${head}`, support]),
    ...objects.map(({ head, support }): [string, ArgumentSupport] => [`o${head}`, support]),
    ...indirectObjects.map(({ head, support }): [string, ArgumentSupport] => [`i${head}`, support]),
    ...obliques
      .filter(({ preposition }) => preposition !== "")
      .map(({ head, preposition, support }): [string, ArgumentSupport] => [`${preposition}${head}`, support]),
  ];
}

/** One line of figures. */
export function describeScores(name: string, scores: Scores): string {
  const f = (n: number): string => (Number.isNaN(n) ? "not given" : n.toFixed(2));
  const lemma = scores.lemma === undefined ? "" : `lemma ${f(scores.lemma)}  `;
  return `${name}: XPOS ${f(scores.xpos)}  ${lemma}UAS ${f(scores.uas)}  LAS ${f(scores.las)} (with subtypes ${f(scores.lasSubtypes)})  ${scores.words} words`;
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
