/**
 * Weights of a many-class linear model: for each hashed feature only the classes whose weight survived pruning. Row `r` owns the entries
 * `offsets[r]` … `offsets[r + 1]`.
 */
export interface SparseTable {
  readonly mask: number;
  readonly offsets: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array;
}

/** Adds up, for each class, the weights of `count` features. `scores` must be zero where it counts. */
export function addSparse(table: SparseTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { mask, offsets, classes, weights } = table;
  for (let f = 0; f < count; f += 1) {
    const row = features[f]! & mask;
    const end = offsets[row + 1]!;
    for (let at = offsets[row]!; at < end; at += 1) scores[classes[at]!] = scores[classes[at]!]! + weights[at]!;
  }
}
