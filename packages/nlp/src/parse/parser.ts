import { DEPENDENCY_LABELS, labelIndex } from "../document/tags.ts";
import { addSparse, type DirectTable, type SparseTable, scoreDirect } from "../model/tables.ts";
import type { WordColumns } from "../tag/word-columns.ts";
import {
  createParserInput,
  fillTags,
  labelFeatures,
  MAX_LABEL_FEATURES,
  MAX_STRUCTURE_FEATURES,
  type ParserInput,
  structureFeatures,
} from "./parse-features.ts";
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
} from "./parse-state.ts";

/** Weights of the parser: which transition, and which relation. */
export interface ParserModel {
  readonly structure: DirectTable;
  readonly labels: SparseTable;
}

/** Buffers that parsing needs, kept between sentences. */
export interface ParserScratch {
  capacity: number;
  input: ParserInput;
  state: ParseState;
  readonly features: Int32Array;
  readonly labelFeatures: Int32Array;
  readonly scores: Int32Array;
  readonly labelScores: Int32Array;
}

const ROOT_LABEL = labelIndex("root");

/** Fresh buffers for sentences of up to `capacity` units; they grow when needed. */
export function createParserScratch(words: WordColumns, capacity = 256): ParserScratch {
  return {
    capacity,
    input: createParserInput(words, capacity),
    state: createParseState(capacity),
    features: new Int32Array(MAX_STRUCTURE_FEATURES),
    labelFeatures: new Int32Array(MAX_LABEL_FEATURES),
    scores: new Int32Array(4),
    labelScores: new Int32Array(DEPENDENCY_LABELS.length),
  };
}

/**
 * Parses the units whose columns are in `words` and whose tags are `tags[first …]`. The result is in `scratch.state`: `head` (unit index, the count
 * for the root) and `label`.
 */
export function parseUnits(
  model: ParserModel,
  scratch: ParserScratch,
  words: WordColumns,
  tags: ArrayLike<number>,
  first: number,
): ParseState {
  if (scratch.capacity < words.count || scratch.input.words !== words) {
    scratch.capacity = Math.max(words.count * 2, scratch.capacity);
    scratch.input = createParserInput(words, scratch.capacity);
    scratch.state = createParseState(scratch.capacity);
  }
  const { state, input, features, scores } = scratch;
  fillTags(input, tags, first);
  resetParseState(state, words.count);
  while (!isFinal(state)) {
    const allowed = allowedTransitions(state);
    let move = allowed === 1 << SHIFT ? SHIFT : -1;
    if (move < 0) {
      scoreDirect(model.structure, features, structureFeatures(input, state, features), scores);
      for (let t = 0; t < 3; t += 1) if ((allowed & (1 << t)) !== 0 && (move < 0 || scores[t]! > scores[move]!)) move = t;
    }
    applyMove(model, scratch, state, move);
  }
  return state;
}

function applyMove(model: ParserModel, scratch: ParserScratch, state: ParseState, move: number): void {
  if (move === SHIFT) {
    shift(state);
    return;
  }
  const dependent = state.stack[state.depth - 1]!;
  if (move === LEFT) attachLeft(state, relation(model, scratch, state, state.next, dependent));
  else if (move === RIGHT) attachRight(state, relation(model, scratch, state, state.stack[state.depth - 2]!, dependent));
}

/** Best relation of `dependent` to `head`. */
function relation(model: ParserModel, scratch: ParserScratch, state: ParseState, head: number, dependent: number): number {
  if (head === state.count) return ROOT_LABEL;
  const scores = scratch.labelScores;
  scores.fill(0);
  addSparse(model.labels, scratch.labelFeatures, labelFeatures(scratch.input, state, head, dependent, scratch.labelFeatures), scores);
  let best = 0;
  for (let label = 1; label < scores.length; label += 1) if (label !== ROOT_LABEL && scores[label]! > scores[best]!) best = label;
  return best;
}
