import { mix1, mix2, mix3 } from "../model/hash.ts";
import { PADDING, type WordColumns } from "./word-columns.ts";

/** Upper bound on what `tagFeatures` writes. */
export const MAX_TAG_FEATURES = 72;

/**
 * Writes the feature hashes of word `index` given the two tags before it; returns how many. Templates: nlp.md 5.2 with clusters, plus ambiguity
 * classes of the word and its right neighbours.
 *
 * @param tag1 Tag of the word before (-1 at the start), `tag2` of the one before that.
 */
export function tagFeatures(words: WordColumns, index: number, tag1: number, tag2: number, out: Int32Array): number {
  const i = index + PADDING;
  const lower = words.lower[i]!;
  const s2 = words.suffix2[i]!;
  const s3 = words.suffix3[i]!;
  const shape = words.shape[i]!;
  const c = words.cluster[i]!;
  const c8 = words.coarse[i]!;
  const ambiguity = words.ambiguity[i]!;
  const lowerBefore = words.lower[i - 1]!;
  const lowerAfter = words.lower[i + 1]!;
  const shapeAfter = words.shape[i + 1]!;
  const c8After = words.coarse[i + 1]!;
  const cAfter = words.cluster[i + 1]!;
  const ambiguityAfter = words.ambiguity[i + 1]!;
  const t1 = tag1 + 2;
  const t12 = t1 * 64 + tag2 + 2;
  const edge = (index === 0 ? 1 : 0) + (words.allCaps ? 2 : 0) + words.letterCase[i]! * 4;
  let n = 0;
  out[n++] = mix1(1, 0);
  out[n++] = mix1(2, words.form[i]!);
  out[n++] = mix1(3, lower);
  out[n++] = mix1(4, words.suffix1[i]!);
  out[n++] = mix1(5, s2);
  out[n++] = mix1(6, s3);
  out[n++] = mix1(7, words.suffix4[i]!);
  out[n++] = mix1(8, words.prefix1[i]!);
  out[n++] = mix1(9, words.prefix3[i]!);
  out[n++] = mix1(10, shape);
  out[n++] = mix1(11, t1);
  out[n++] = mix1(12, t12);
  out[n++] = mix2(13, t1, lower);
  out[n++] = mix1(14, lowerBefore);
  out[n++] = mix1(15, words.lower[i - 2]!);
  out[n++] = mix1(16, lowerAfter);
  out[n++] = mix1(17, words.lower[i + 2]!);
  out[n++] = mix1(18, words.suffix3[i - 1]!);
  out[n++] = mix1(19, words.suffix3[i + 1]!);
  out[n++] = mix1(20, words.suffix2[i + 1]!);
  out[n++] = mix2(21, lowerBefore, lower);
  out[n++] = mix2(22, lower, lowerAfter);
  out[n++] = mix2(23, shape, edge);
  out[n++] = mix2(24, words.shape[i - 1]!, shape);
  out[n++] = mix2(25, shape, shapeAfter);
  out[n++] = mix2(26, t1, lowerAfter);
  out[n++] = mix2(27, s3, t1);
  out[n++] = mix2(28, s2, words.suffix2[i + 1]!);
  out[n++] = mix2(29, t1, shape);
  out[n++] = mix2(30, t12, lower);
  out[n++] = mix2(31, lowerBefore, lowerAfter);
  out[n++] = mix1(32, shapeAfter);
  out[n++] = mix1(33, edge);
  out[n++] = mix3(34, t1, s3, words.suffix3[i + 1]!);
  out[n++] = mix2(35, lowerAfter, words.lower[i + 2]!);
  out[n++] = mix2(36, words.prefix2[i]!, s3);
  out[n++] = mix3(37, t1, shape, shapeAfter);
  out[n++] = mix1(38, c);
  out[n++] = mix1(39, words.cluster[i - 1]!);
  out[n++] = mix1(40, cAfter);
  out[n++] = mix1(41, c8);
  out[n++] = mix1(42, words.coarse[i - 2]!);
  out[n++] = mix1(43, words.coarse[i + 2]!);
  out[n++] = mix2(44, t1, c);
  out[n++] = mix2(45, c, c8After);
  out[n++] = mix2(46, c, s2);
  out[n++] = mix2(47, words.coarse[i - 1]!, c8After);
  out[n++] = mix2(48, t1, c8After);
  out[n++] = mix2(49, c, shape);
  out[n++] = mix2(50, t12, c8);
  out[n++] = mix1(51, ambiguity);
  out[n++] = mix1(52, ambiguityAfter);
  out[n++] = mix2(53, t1, ambiguity);
  out[n++] = mix3(54, t1, ambiguity, ambiguityAfter);
  out[n++] = mix2(55, ambiguity, ambiguityAfter);
  out[n++] = mix3(56, ambiguity, ambiguityAfter, words.ambiguity[i + 2]!);
  out[n++] = mix3(57, t12, ambiguity, shape);
  out[n++] = mix2(58, lower, ambiguityAfter);
  out[n++] = mix3(59, t1, s2, ambiguityAfter);
  out[n++] = mix3(60, t1, c8, c8After);
  return n;
}
