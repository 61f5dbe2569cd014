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

/** A cycle that was contracted: what to undo when the tree of the smaller graph is known. */
interface Contraction {
  readonly cycle: readonly number[];
  readonly cycleHeads: readonly number[];
  /** By node outside: the node of the cycle that its best arc into the cycle has as head. */
  readonly leaving: Int32Array;
  /** By node outside: the node of the cycle that its best arc into the cycle has as dependent. */
  readonly entering: Int32Array;
}

/**
 * Contracts cycles one at a time, in place: the first node of a cycle stands for all of it. `live` holds the nodes of the graph, the root first and a
 * contracted cycle last, for the first of several best heads is taken. Only nodes whose head went into the cycle need another: O(n · length) per cycle.
 */
function spanningTree(matrix: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size).fill(-1);
  let live = Array.from({ length: size }, (_, node) => node);
  for (let d = 1; d < size; d += 1) heads[d] = bestHead(matrix, size, live, d);
  const contractions: Contraction[] = [];
  for (let cycle = findCycle(heads, live); cycle.length > 0; cycle = findCycle(heads, live)) {
    const merged = cycle[0]!;
    const inCycle = new Uint8Array(size);
    for (const node of cycle) inCycle[node] = 1;
    const outside = live.filter((node) => inCycle[node] === 0);
    const leaving = new Int32Array(size);
    const entering = new Int32Array(size);
    for (const outer of outside) {
      let bestOut = Number.NEGATIVE_INFINITY;
      let bestIn = Number.NEGATIVE_INFINITY;
      for (const node of cycle) {
        const out = matrix[outer * size + node]!;
        if (out > bestOut) {
          bestOut = out;
          leaving[outer] = node;
        }
        const gain = matrix[node * size + outer]! - matrix[node * size + heads[node]!]!;
        if (gain > bestIn) {
          bestIn = gain;
          entering[outer] = node;
        }
      }
      matrix[outer * size + merged] = bestOut;
      matrix[merged * size + outer] = bestIn;
    }
    contractions.push({ cycle, cycleHeads: cycle.map((node) => heads[node]!), leaving, entering });
    live = [...outside, merged];
    for (const outer of outside) if (outer !== 0 && inCycle[heads[outer]!] === 1) heads[outer] = bestHead(matrix, size, live, outer);
    heads[merged] = bestHead(matrix, size, live, merged);
  }
  // The nodes that a cycle took in come back, last contraction first: its own arcs, less the one that the arc into the cycle replaces.
  for (let at = contractions.length - 1; at >= 0; at -= 1) {
    const { cycle, cycleHeads, leaving, entering } = contractions[at]!;
    const merged = cycle[0]!;
    const from = heads[merged]!;
    for (const outer of live) if (outer !== merged && outer !== 0 && heads[outer] === merged) heads[outer] = leaving[outer]!;
    cycle.forEach((node, i) => {
      heads[node] = cycleHeads[i]!;
    });
    heads[entering[from]!] = from;
    live = [...live, ...cycle.slice(1)];
  }
  return heads;
}

function bestHead(matrix: Float64Array, size: number, live: readonly number[], d: number): number {
  const row = d * size;
  let best = 0;
  for (let at = 1; at < live.length; at += 1) {
    const h = live[at]!;
    if (h !== d && matrix[row + h]! > matrix[row + best]!) best = h;
  }
  return best;
}

function findCycle(heads: Int32Array, live: readonly number[]): number[] {
  const colour = new Int32Array(heads.length);
  for (let at = 1; at < live.length; at += 1) {
    const start = live[at]!;
    let node = start;
    while (node > 0 && colour[node] === 0) {
      colour[node] = start;
      node = heads[node]!;
    }
    if (node <= 0 || colour[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node]!; next !== node; next = heads[next]!) cycle.push(next);
    return cycle;
  }
  return [];
}
