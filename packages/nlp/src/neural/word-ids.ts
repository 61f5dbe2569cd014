import { lookupHash, type WordMap } from "../model/word-map.ts";
import { PADDING, type WordColumns } from "../tag/word-columns.ts";
import { ROOT_WORD, TABLE_COUNT, TABLES, UNKNOWN_WORD } from "./network-shape.ts";

/** Tag number of the root, after those of `XPOS_TAGS`. */
export const ROOT_TAG = 62;
/** Tag number in training of a word whose tag is withheld. */
export const WITHHELD_TAG = 63;

/**
 * Writes the rows of the embedding tables for the root (row 0) and each word, `TABLE_COUNT` numbers a word.
 *
 * @param tags `tags[first + i]` is the tag of word i.
 */
export function fillWordIds(ids: Int32Array, words: WordColumns, tags: ArrayLike<number>, first: number, vocabulary: WordMap): void {
  ids.fill(0, 0, TABLE_COUNT);
  ids[TABLES.word] = ROOT_WORD;
  ids[TABLES.tag] = ROOT_TAG;
  for (let i = 0; i < words.count; i += 1) {
    const at = (i + 1) * TABLE_COUNT;
    const w = i + PADDING;
    ids[at + TABLES.word] = lookupHash(vocabulary, words.lower[w]!, UNKNOWN_WORD);
    ids[at + TABLES.cluster] = words.cluster[w]!;
    ids[at + TABLES.coarse] = words.coarse[w]!;
    ids[at + TABLES.suffix3] = words.suffix3[w]! & 4095;
    ids[at + TABLES.suffix2] = words.suffix2[w]! & 1023;
    ids[at + TABLES.prefix2] = words.prefix2[w]! & 1023;
    ids[at + TABLES.shape] = words.shape[w]! & 255;
    ids[at + TABLES.tag] = tags[first + i]!;
    ids[at + TABLES.ambiguity] = words.ambiguity[w]! & 1023;
  }
}
