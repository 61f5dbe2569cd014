import { DEPENDENCY_LABELS, labelIndex } from "../src/document/tags.ts";
import {
  createParserInput,
  fillTags,
  labelFeatures,
  MAX_LABEL_FEATURES,
  MAX_STRUCTURE_FEATURES,
  structureFeatures,
} from "../src/parse/parse-features.ts";
import {
  allowedTransitions,
  attachLeft,
  attachRight,
  createParseState,
  isFinal,
  LEFT,
  type ParseState,
  RIGHT,
  resetParseState,
  SHIFT,
  shift,
} from "../src/parse/parse-state.ts";
import type { ParserModel } from "../src/parse/parser.ts";
import { createWordColumns, fillWordColumns, type Lexicon } from "../src/tag/word-columns.ts";
import { createDenseTable, type Quantisation, scoreDense, toDirect, toSparse, updateDense } from "./dense-table.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Treebank } from "./treebank.ts";

/** How a parser is trained. */
export interface ParserSettings {
  readonly epochs: number;
  readonly structureBits: number;
  readonly labelBits: number;
  readonly seed: number;
  /** Probability of following the model's own choice after the first epoch (Goldberg and Nivre 2012). */
  readonly exploration: number;
  readonly structureQuantisation: Quantisation;
  readonly labelQuantisation: Quantisation;
  readonly log: (line: string) => void;
  readonly afterEpoch?: (epoch: number, model: () => ParserModel) => void;
}

const ROOT_LABEL = labelIndex("root");

/** Longest sentence that training takes. */
const MAX_WORDS = 400;

/**
 * Costs of the three transitions, into `costs`: how many gold arcs each makes unreachable (Goldberg and Nivre 2013). `gold[i]` is the head of unit i,
 * the count for the root.
 */
export function transitionCosts(state: ParseState, gold: Int32Array, costs: Int32Array): void {
  const { count, stack, depth, next } = state;
  costs[SHIFT] = 0;
  costs[LEFT] = 0;
  costs[RIGHT] = 0;
  if (depth > 0) {
    const top = stack[depth - 1]!;
    const under = depth > 1 ? stack[depth - 2]! : -1;
    let lost = 0;
    for (let i = next; i < count; i += 1) if (gold[i] === top) lost += 1;
    const head = gold[top]!;
    costs[LEFT] = lost + (head === under || head > next ? 1 : 0);
    costs[RIGHT] = lost + (head >= next ? 1 : 0);
  }
  if (next < count) {
    let lost = 0;
    const head = gold[next]!;
    for (let i = 0; i < depth; i += 1) {
      const word = stack[i]!;
      if (gold[word] === next) lost += 1;
      if (i < depth - 1 && head === word) lost += 1;
    }
    costs[SHIFT] = lost;
  }
}

/** Trains a parser on `bank` with the given tags (jackknifed, so that they are as wrong as at run time). */
export function trainParser(bank: Treebank, tags: Uint8Array, lexicon: Lexicon, settings: ParserSettings): ParserModel {
  const labels = DEPENDENCY_LABELS.length;
  const structure = createDenseTable(settings.structureBits, 4);
  const relations = createDenseTable(settings.labelBits, labels);
  const random = createRandom(settings.seed);
  const order = Int32Array.from({ length: bank.starts.length - 1 }, (_, i) => i);
  const words = createWordColumns(MAX_WORDS);
  const input = createParserInput(words, MAX_WORDS);
  const state = createParseState(MAX_WORDS);
  const gold = new Int32Array(MAX_WORDS + 1);
  const features = new Int32Array(MAX_STRUCTURE_FEATURES);
  const relationFeatures = new Int32Array(MAX_LABEL_FEATURES);
  const scores = new Int32Array(4);
  const labelScores = new Int32Array(labels);
  const costs = new Int32Array(3);
  let step = 1;
  const averaged = (): ParserModel => ({
    structure: toDirect(structure, step, settings.structureQuantisation),
    labels: toSparse(relations, labels, step, settings.labelQuantisation),
  });
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    let moves = 0;
    let wrong = 0;
    for (const sentence of order) {
      const first = bank.starts[sentence]!;
      const count = bank.starts[sentence + 1]! - first;
      if (count > MAX_WORDS) continue;
      fillWordColumns(words, bank.forms, first, first + count, lexicon);
      fillTags(input, tags, first);
      for (let i = 0; i < count; i += 1) gold[i] = bank.heads[first + i]! < 0 ? count : bank.heads[first + i]!;
      resetParseState(state, count);
      const label = (head: number, dependent: number): number => {
        if (head === count) return ROOT_LABEL;
        const n = labelFeatures(input, state, head, dependent, relationFeatures);
        scoreDense(relations, relationFeatures, n, labelScores);
        let best = 0;
        for (let k = 1; k < labels; k += 1) if (k !== ROOT_LABEL && labelScores[k]! > labelScores[best]!) best = k;
        const right = bank.labels[first + dependent]!;
        if (gold[dependent] === head && right !== best) updateDense(relations, relationFeatures, n, right, best, step);
        return best;
      };
      while (!isFinal(state)) {
        const allowed = allowedTransitions(state);
        let move = SHIFT as number;
        if (allowed !== 1 << SHIFT) {
          transitionCosts(state, gold, costs);
          const n = structureFeatures(input, state, features);
          scoreDense(structure, features, n, scores);
          let guess = -1;
          let best = -1;
          let least = 1e9;
          for (let t = 0; t < 3; t += 1) if ((allowed & (1 << t)) !== 0 && costs[t]! < least) least = costs[t]!;
          for (let t = 0; t < 3; t += 1) {
            if ((allowed & (1 << t)) === 0) continue;
            if (guess < 0 || scores[t]! > scores[guess]!) guess = t;
            if (costs[t] === least && (best < 0 || scores[t]! > scores[best]!)) best = t;
          }
          moves += 1;
          if (costs[guess]! > least) {
            wrong += 1;
            updateDense(structure, features, n, best, guess, step);
            move = epoch > 0 && random() < settings.exploration ? guess : best;
          } else move = guess;
        }
        if (move === SHIFT) shift(state);
        else {
          const dependent = state.stack[state.depth - 1]!;
          if (move === LEFT) attachLeft(state, label(state.next, dependent));
          else attachRight(state, label(state.stack[state.depth - 2]!, dependent));
        }
      }
      step += 1;
    }
    settings.log(`parser epoch ${epoch + 1}: ${((100 * wrong) / moves).toFixed(2)} % of the moves cost an arc`);
    settings.afterEpoch?.(epoch, averaged);
  }
  return averaged();
}
