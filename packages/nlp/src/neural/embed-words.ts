import { TABLE_COUNT, TABLES, WIDTH } from "./network-shape.ts";
import type { NeuralModel } from "./neural-model.ts";

/** Writes the sums of the embeddings of `rows` rows of `ids`, `WIDTH` floats a row, from float `at`. */
export type WordEmbedder = (floats: Float32Array, ids: Int32Array, rows: number, at: number) => void;

/** Tables that depend on a word's form alone; those after them depend on its tag too, or are added after one that does. */
const FORM_TABLES = TABLES.tag;
/** Forms whose sums are kept, a power of two. Text repeats its words: most are found there. */
const KEPT_FORMS = 1024;

/** Sums the embedding tables of a model. What the form alone gives is kept for forms met lately; sums are added up in the order of the tables all the same. */
export function createWordEmbedder(model: NeuralModel): WordEmbedder {
  const kept = new Float32Array(KEPT_FORMS * WIDTH);
  const keys = new Int32Array(KEPT_FORMS * FORM_TABLES).fill(-1);
  const { tables, scales } = model;
  const add = (target: Float32Array, to: number, table: number, row: number): void => {
    const weights = tables[table]!;
    const scale = scales[table]!;
    const from = row * WIDTH;
    for (let i = 0; i < WIDTH; i += 1) target[to + i] = target[to + i]! + weights[from + i]! * scale;
  };
  return (floats, ids, rows, at) => {
    for (let row = 0; row < rows; row += 1) {
      const id = row * TABLE_COUNT;
      let hash = 0;
      for (let t = 0; t < FORM_TABLES; t += 1) hash = Math.imul(hash ^ ids[id + t]!, 0x01000193);
      const slot = (hash ^ (hash >>> 15)) & (KEPT_FORMS - 1);
      const key = slot * FORM_TABLES;
      let known = true;
      for (let t = 0; t < FORM_TABLES; t += 1) if (keys[key + t] !== ids[id + t]) known = false;
      const sum = slot * WIDTH;
      if (!known) {
        kept.fill(0, sum, sum + WIDTH);
        for (let t = 0; t < FORM_TABLES; t += 1) {
          add(kept, sum, t, ids[id + t]!);
          keys[key + t] = ids[id + t]!;
        }
      }
      const to = at + row * WIDTH;
      floats.set(kept.subarray(sum, sum + WIDTH), to);
      for (let t = FORM_TABLES; t < TABLE_COUNT; t += 1) add(floats, to, t, ids[id + t]!);
    }
  };
}
