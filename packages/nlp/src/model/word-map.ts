import { hashText } from "./hash.ts";

/**
 * Words → small integers, without the words: an open-addressed table of 32-bit hashes. Two words collide with probability 2^-32, so among 60,000 known
 * words one unknown word in 70,000 gets a wrong value, which costs a feature and no more.
 */
export interface WordMap {
  /** 0 = free slot; a word whose hash is 0 is stored as 1. */
  readonly keys: Int32Array;
  readonly values: Uint16Array;
  readonly mask: number;
}

/** Builds a map from hashes and values of the same order. */
export function buildWordMap(hashes: Int32Array, values: Uint16Array): WordMap {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const map = { keys: new Int32Array(size), values: new Uint16Array(size), mask: size - 1 };
  for (let i = 0; i < hashes.length; i += 1) {
    const key = hashes[i]! || 1;
    let slot = key & map.mask;
    while (map.keys[slot] !== 0 && map.keys[slot] !== key) slot = (slot + 1) & map.mask;
    map.keys[slot] = key;
    map.values[slot] = values[i]!;
  }
  return map;
}

/** Value of the word whose hash is `hash`; `missing` when it is not in the map. */
export function lookupHash(map: WordMap, hash: number, missing: number): number {
  const key = hash || 1;
  let slot = key & map.mask;
  for (;;) {
    const found = map.keys[slot]!;
    if (found === key) return map.values[slot]!;
    if (found === 0) return missing;
    slot = (slot + 1) & map.mask;
  }
}

/** Value of `word`; `missing` when it is not in the map. */
export function lookupWord(map: WordMap, word: string, missing: number): number {
  return lookupHash(map, hashText(word), missing);
}
