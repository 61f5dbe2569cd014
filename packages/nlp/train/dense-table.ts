import type { SparseTable } from "../src/model/tables.ts";

/**
 * Weights in training: integers, with the sums that averaging needs. `step` counts sentences; the averaged weight is `weight - sum / step`
 * (Daumé's trick).
 */
export interface DenseTable {
  readonly mask: number;
  readonly stride: number;
  readonly weights: Int16Array;
  readonly sums: Int32Array;
}

/** A zero table of 2^`bits` rows. */
export function createDenseTable(bits: number, stride: number): DenseTable {
  const rows = 2 ** bits;
  return { mask: rows - 1, stride, weights: new Int16Array(rows * stride), sums: new Int32Array(rows * stride) };
}

/** Sets `scores` to the summed rows of the features. */
export function scoreDense(table: DenseTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { mask, stride, weights } = table;
  scores.fill(0);
  const classes = scores.length;
  for (let f = 0; f < count; f += 1) {
    const at = (features[f]! & mask) * stride;
    for (let k = 0; k < classes; k += 1) scores[k] = scores[k]! + weights[at + k]!;
  }
}

/** Moves the weights towards class `gold` and away from class `guess`. */
export function updateDense(table: DenseTable, features: Int32Array, count: number, gold: number, guess: number, step: number): void {
  const { mask, stride, weights, sums } = table;
  for (let f = 0; f < count; f += 1) {
    const at = (features[f]! & mask) * stride;
    weights[at + gold] = weights[at + gold]! + 1;
    sums[at + gold] = sums[at + gold]! + step;
    weights[at + guess] = weights[at + guess]! - 1;
    sums[at + guess] = sums[at + guess]! - step;
  }
}

/** Averaged, scaled, rounded and pruned weights. */
export interface Quantisation {
  /** Units of the int8 weight per unit of the averaged weight. */
  readonly scale: number;
  /** Averaged weights below this are dropped. */
  readonly threshold: number;
}

function quantise(table: DenseTable, at: number, step: number, { scale, threshold }: Quantisation): number {
  const average = table.weights[at]! - table.sums[at]! / step;
  if (Math.abs(average) < threshold) return 0;
  return Math.max(-127, Math.min(127, Math.round(average * scale)));
}

/** The table that the tagger and the labeller run on. */
export function toSparse(table: DenseTable, classes: number, step: number, quantisation: Quantisation): SparseTable {
  const rows = table.mask + 1;
  const offsets = new Uint32Array(rows + 1);
  const classList: number[] = [];
  const weightList: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    offsets[row] = classList.length;
    for (let k = 0; k < classes; k += 1) {
      const weight = quantise(table, row * table.stride + k, step, quantisation);
      if (weight === 0) continue;
      classList.push(k);
      weightList.push(weight);
    }
  }
  offsets[rows] = classList.length;
  return { mask: table.mask, offsets, classes: Uint8Array.from(classList), weights: Int8Array.from(weightList) };
}
