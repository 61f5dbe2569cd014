import type { IndexRange } from "./triple-index.ts";

/** A direct column may take this many entries a triple of its predicate; sparser ones are not worth their memory. */
const MAX_SPARSENESS = 32;
const ALWAYS_WORTH_IT = 1 << 14;

/**
 * For the POS range of a predicate: value by key (`from` → `to`), 0 where a key has none.
 * `undefined` when a key has two values, or when the keys are so far apart that the column would be mostly empty.
 */
export function functionalColumn(range: IndexRange, from: "second" | "third", to: "second" | "third"): Uint32Array | undefined {
  const { start, end } = range;
  const keys = range[from];
  const values = range[to];
  let highest = 0;
  for (let row = start; row < end; row++) if (keys[row]! > highest) highest = keys[row]!;
  if (start === end || highest + 1 > Math.max(ALWAYS_WORTH_IT, MAX_SPARSENESS * (end - start))) return undefined;
  const column = new Uint32Array(highest + 1);
  for (let row = start; row < end; row++) {
    const key = keys[row]!;
    if (column[key] !== 0) return undefined;
    column[key] = values[row]!;
  }
  return column;
}

/** Number of different values in the unsorted third column (for POS: subjects). */
export function distinctSubjects({ start, end, third }: IndexRange): number {
  let lowest = 0xffff_ffff;
  let highest = 0;
  for (let row = start; row < end; row++) {
    const value = third[row]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (start === end) return 0;
  if (end - start < 1 << 20 && highest - lowest > 64 * (end - start)) return new Set(third.subarray(start, end)).size;
  const seen = new Uint32Array(((highest - lowest) >>> 5) + 1);
  let distinct = 0;
  for (let row = start; row < end; row++) {
    const bit = third[row]! - lowest;
    const mask = 1 << (bit & 31);
    const word = seen[bit >>> 5]!;
    if ((word & mask) !== 0) continue;
    seen[bit >>> 5] = word | mask;
    distinct++;
  }
  return distinct;
}
