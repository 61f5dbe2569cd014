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

/** Weights of a model with at most four classes: row `r` is `weights[4r … 4r + 3]`. */
export interface DirectTable {
  readonly mask: number;
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

/** Sets `scores[0…2]` to the summed weights of `count` features. */
export function scoreDirect(table: DirectTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { mask, weights } = table;
  let a = 0;
  let b = 0;
  let c = 0;
  for (let f = 0; f < count; f += 1) {
    const at = (features[f]! & mask) << 2;
    a += weights[at]!;
    b += weights[at + 1]!;
    c += weights[at + 2]!;
  }
  scores[0] = a;
  scores[1] = b;
  scores[2] = c;
}
