import { XPOS_TAGS } from "../document/tags.ts";
import { addSparse, type SparseTable } from "../model/tables.ts";
import { MAX_TAG_FEATURES, tagFeatures } from "./tag-features.ts";
import { addVerbBias, type VerbLexicon } from "./verb-lexicon.ts";
import { createWordColumns, fillWordColumns, type Lexicon, PADDING, type WordColumns } from "./word-columns.ts";

/** What a listed verb gains, in units of the quantised weights. Tuned on EWT and GUM dev: the most that costs no accuracy there. */
const VERB_BIAS = 8;

/** Weights and lexicon of the tagger. */
export interface TaggerModel {
  readonly lexicon: Lexicon;
  readonly table: SparseTable;
  /** Verbs to prefer; without it, none. */
  readonly verbs?: VerbLexicon;
}

/** Buffers that tagging needs, kept between sentences. */
export interface TaggerScratch {
  words: WordColumns;
  readonly features: Int32Array;
  readonly scores: Int32Array;
}

/** Fresh buffers for sentences of up to `capacity` words; they grow when needed. */
export function createTaggerScratch(capacity = 256): TaggerScratch {
  return {
    words: createWordColumns(capacity),
    features: new Int32Array(MAX_TAG_FEATURES),
    scores: new Int32Array(XPOS_TAGS.length),
  };
}

/** Makes room for `count` words. */
export function reserveWords(scratch: TaggerScratch, count: number): void {
  if (scratch.words.form.length < count + 2 * PADDING) scratch.words = createWordColumns(count * 2);
}

/**
 * Tags the words `forms[first..last)` greedily from left to right into `tags` (indexes of `XPOS_TAGS`). Leaves the words' columns in `scratch.words`.
 *
 * @param fixed Tag index per word that must be kept, or -1; same indexing as `forms`.
 */
export function tagWords(
  model: TaggerModel,
  scratch: TaggerScratch,
  forms: readonly string[],
  first: number,
  last: number,
  tags: Uint8Array,
  fixed?: Int8Array,
): void {
  reserveWords(scratch, last - first);
  fillWordColumns(scratch.words, forms, first, last, model.lexicon);
  const { words, features, scores } = scratch;
  let tag1 = -1;
  let tag2 = -1;
  for (let i = 0; i < words.count; i += 1) {
    let best = fixed === undefined ? -1 : fixed[first + i]!;
    if (best < 0) best = words.closed[i + PADDING]!;
    if (best < 0) {
      const count = tagFeatures(words, i, tag1, tag2, features);
      scores.fill(0);
      addSparse(model.table, features, count, scores);
      if (model.verbs !== undefined && words.letterCase[i + PADDING] === 2)
        addVerbBias(model.verbs, words.lower[i + PADDING]!, scores, 0, VERB_BIAS);
      best = 1;
      for (let tag = 2; tag < scores.length; tag += 1) if (scores[tag]! > scores[best]!) best = tag;
    }
    tags[first + i] = best;
    tag2 = tag1;
    tag1 = best;
  }
}
