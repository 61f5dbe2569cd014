/**
 * Best tree for arc scores: the maximum spanning arborescence with exactly one word under the root (Chu and Liu 1965, Edmonds 1967; McDonald et al.
 * 2005). Most sentences need no more than the best head of each word.
 *
 * @param scores Row d, column h (0 is the root): score of the arc from h to d. `stride` numbers a row.
 * @param heads Receives the head of each of the `rows` - 1 words; `heads[0]` is -1.
 */
export function decodeTree(scores: Float32Array, at: number, stride: number, rows: number, heads: Int32Array): void {
  heads[0] = -1;
  if (rows < 2) return;
  let roots = 0;
  for (let d = 1; d < rows; d += 1) {
    let best = d === 1 && rows > 2 ? 2 : d === 1 ? 0 : 1;
    for (let h = 0; h < rows; h += 1) if (h !== d && scores[at + d * stride + h]! > scores[at + d * stride + best]!) best = h;
    heads[d] = best;
    if (best === 0) roots += 1;
  }
  if (roots === 1 && isTree(heads, rows)) return;
  // One root: arcs from the root cost so much that the best tree has as few of them as possible, which is one.
  const penalty = 1e4;
  const matrix = new Float64Array(rows * rows);
  for (let d = 1; d < rows; d += 1) {
    for (let h = 0; h < rows; h += 1)
      matrix[d * rows + h] = h === d ? Number.NEGATIVE_INFINITY : scores[at + d * stride + h]! - (h === 0 ? penalty : 0);
  }
  heads.set(spanningTree(matrix, rows).subarray(0, rows));
  heads[0] = -1;
}

function isTree(heads: Int32Array, rows: number): boolean {
  // Every word reaches the root: colour the path of each start with its number.
  const colour = new Int32Array(rows);
  for (let start = 1; start < rows; start += 1) {
    let node = start;
    while (node > 0 && colour[node] === 0) {
      colour[node] = start;
      node = heads[node]!;
    }
    if (node > 0 && colour[node] === start) return false;
  }
  return true;
}

/** Contracts cycles one at a time, in place over a list of live nodes; O(n²) per cycle. */
function spanningTree(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d += 1) heads[d] = bestHead(matrix, size, d);
  const cycle = findCycle(heads, size);
  if (cycle.length === 0) return heads;
  const inCycle = new Uint8Array(size);
  for (const node of cycle) inCycle[node] = 1;
  // The contracted graph: nodes outside in their order, then the cycle as the last node.
  const outside: number[] = [];
  for (let i = 0; i < size; i += 1) if (inCycle[i] === 0) outside.push(i);
  const small = outside.length + 1;
  const merged = small - 1;
  const contracted = new Float64Array(small * small).fill(Number.NEGATIVE_INFINITY);
  const leaving = new Int32Array(small);
  const entering = new Int32Array(small);
  for (let i = 0; i < outside.length; i += 1) {
    const outer = outside[i]!;
    for (let j = 0; j < outside.length; j += 1) contracted[i * small + j] = matrix[outer * size + outside[j]!]!;
    let bestOut = Number.NEGATIVE_INFINITY;
    let bestIn = Number.NEGATIVE_INFINITY;
    for (const node of cycle) {
      const out = matrix[outer * size + node]!;
      if (out > bestOut) {
        bestOut = out;
        leaving[i] = node;
      }
      const gain = matrix[node * size + outer]! - matrix[node * size + heads[node]!]!;
      if (gain > bestIn) {
        bestIn = gain;
        entering[i] = node;
      }
    }
    if (outer !== 0) contracted[i * small + merged] = bestOut;
    contracted[merged * small + i] = bestIn;
  }
  const solved = spanningTree(contracted, small);
  for (let i = 0; i < outside.length; i += 1) {
    const outer = outside[i]!;
    if (outer === 0) continue;
    heads[outer] = solved[i] === merged ? leaving[i]! : outside[solved[i]!]!;
  }
  const from = solved[merged]!;
  heads[entering[from]!] = outside[from]!;
  return heads;
}

function bestHead(matrix: Float64Array, size: number, d: number): number {
  let best = d === 0 ? -1 : 0;
  for (let h = 1; h < size; h += 1) if (h !== d && matrix[d * size + h]! > matrix[d * size + best]!) best = h;
  return best;
}

function findCycle(heads: Int32Array, size: number): number[] {
  const colour = new Int32Array(size);
  for (let start = 1; start < size; start += 1) {
    let node = start;
    while (node > 0 && colour[node] === 0) {
      colour[node] = start;
      node = heads[node]!;
    }
    if (node <= 0 || colour[node] !== start) continue;
    const cycle = [node];
    for (let at = heads[node]!; at !== node; at = heads[at]!) cycle.push(at);
    return cycle;
  }
  return [];
}
