import type { MatrixKernel } from "./matrix-kernel.ts";
import {
  ARC_WIDTH,
  distanceBucket,
  type Layout,
  type Matrix,
  PROJECTION,
  RELATION_COLUMNS,
  RELATION_WIDTH,
  TABLE_COUNT,
  TABLES,
  WIDTH,
  WINDOWS,
} from "./network-shape.ts";

/** Where the intermediate results of a sentence are, in floats. Rows are the root and the words. */
export interface Workspace {
  readonly capacity: number;
  /** Input of each layer and output of the last; one row of zeros before and after. `inputs[l]` points at row 0, not at the zeros. */
  readonly inputs: readonly number[];
  /** Gates of each layer: candidate, forget, highway. */
  readonly gates: readonly number[];
  /** Pooled states of each layer. */
  readonly pooled: readonly number[];
  readonly projected: number;
  /** Dependents' side of the arcs times the arc matrix. */
  readonly crossed: number;
  /** Heads' side, transposed: `ARC_WIDTH` rows of `scoreColumns` columns. */
  readonly turned: number;
  readonly scores: number;
  readonly hidden: number;
  readonly relationScores: number;
  /** First float after the workspace. */
  readonly end: number;
}

/** Columns of the arc scores for `rows` heads. */
export const scoreColumns = (rows: number): number => (rows + 15) & ~15;

/** Lays out a workspace for up to `capacity` rows from float `start`. */
export function layOutWorkspace(start: number, capacity: number): Workspace {
  let end = start;
  const take = (count: number): number => {
    const at = end;
    end += count;
    return at;
  };
  const columns = scoreColumns(capacity);
  return {
    capacity,
    inputs: [...WINDOWS, 0].map(() => take((capacity + 2) * WIDTH) + WIDTH),
    gates: WINDOWS.map(() => take(capacity * 3 * WIDTH)),
    pooled: WINDOWS.map(() => take(capacity * WIDTH)),
    projected: take(capacity * PROJECTION.columns),
    crossed: take(capacity * ARC_WIDTH),
    turned: take(ARC_WIDTH * columns),
    scores: take(capacity * columns),
    hidden: take(capacity * RELATION_WIDTH),
    relationScores: take(capacity * RELATION_COLUMNS),
    end,
  };
}

/**
 * Adds the product of `rows` rows at `from`, each `WIDTH` after the one before and as long as the matrix has rows, and the matrix to the rows at `to`.
 * `index` counts the layers' matrices, then the projection.
 */
export type DenseProduct = (index: number, matrix: Matrix, from: number, to: number, rows: number) => void;

export interface ForwardOptions {
  /** Called after each stage in training, to drop units out. */
  readonly dropout?: (stage: number, at: number, count: number) => void;
  /** How the large products are computed. Default: in floats. */
  readonly dense?: DenseProduct;
}

const floatProduct =
  (kernel: MatrixKernel): DenseProduct =>
  (_, { at, rows: inner, columns }, from, to, rows) => {
    kernel.multiply(from, WIDTH, 1, at, columns, to, columns, rows, columns, inner);
  };

/** Sets `rows` rows to the bias. */
export function broadcast(floats: Float32Array, bias: Matrix, at: number, rows: number): void {
  for (let row = 0; row < rows; row += 1) floats.copyWithin(at + row * bias.columns, bias.at, bias.at + bias.columns);
}

/**
 * From the input in `inputs[0]` to projections, arc scores and tag scores. A layer is a quasi-recurrent one (Bradbury et al. 2017) with a highway
 * (Lei et al. 2018): a window of words gives a candidate, a forget gate and a highway gate; the first half of the units is pooled from left to right,
 * the second from right to left. Squashing is x/√(1+x²), which is exact arithmetic everywhere.
 */
export function forward(kernel: MatrixKernel, layout: Layout, work: Workspace, rows: number, options: ForwardOptions = {}): void {
  const f = kernel.floats();
  const { dropout, dense = floatProduct(kernel) } = options;
  dropout?.(0, work.inputs[0]!, rows * WIDTH);
  for (let layer = 0; layer < WINDOWS.length; layer += 1) {
    const input = work.inputs[layer]!;
    const gates = work.gates[layer]!;
    const output = work.inputs[layer + 1]!;
    const window = WINDOWS[layer]!;
    const reach = (window - 1) / 2;
    f.fill(0, input - WIDTH, input);
    f.fill(0, input + rows * WIDTH, input + (rows + 1) * WIDTH);
    broadcast(f, layout.windowBiases[layer]!, gates, rows);
    dense(layer, layout.windows[layer]!, input - reach * WIDTH, gates, rows);
    squashGates(kernel, gates, rows);
    pool(f, gates, work.pooled[layer]!, rows);
    const pooled = work.pooled[layer]!;
    for (let row = 0; row < rows; row += 1) {
      for (let i = 0; i < WIDTH; i += 1) {
        const at = row * WIDTH + i;
        const highway = f[gates + row * 3 * WIDTH + 2 * WIDTH + i]!;
        const x = f[input + at]!;
        f[output + at] = x + highway * (f[pooled + at]! - x);
      }
    }
    dropout?.(layer + 1, output, rows * WIDTH);
  }
  const encoded = work.inputs[WINDOWS.length]!;
  const columns = PROJECTION.columns;
  broadcast(f, layout.projectionBias, work.projected, rows);
  dense(WINDOWS.length, layout.projection, encoded, work.projected, rows);
  // Rectify what enters the arc scores; relations are rectified when head and dependent have been added up.
  for (let row = 0; row < rows; row += 1) {
    const at = work.projected + row * columns;
    // Half the sum of a number and its size is the number or 0, exactly, and without a branch that half of them would take.
    for (let i = at; i < at + 2 * ARC_WIDTH; i += 1) f[i] = 0.5 * (f[i]! + Math.abs(f[i]!));
  }
  scoreArcs(kernel, layout, work, rows);
}

function squashGates(kernel: MatrixKernel, gates: number, rows: number): void {
  kernel.squash(gates, rows * 3 * WIDTH);
  for (let row = 0; row < rows; row += 1) kernel.gate(gates + row * 3 * WIDTH + WIDTH, 2 * WIDTH);
}

function pool(f: Float32Array, gates: number, pooled: number, rows: number): void {
  const half = WIDTH / 2;
  for (let step = 0; step < rows; step += 1) {
    const left = step;
    const right = rows - 1 - step;
    const gl = gates + left * 3 * WIDTH;
    const gr = gates + right * 3 * WIDTH;
    for (let i = 0; i < half; i += 1) {
      const before = step === 0 ? 0 : f[pooled + (left - 1) * WIDTH + i]!;
      const z = f[gl + i]!;
      f[pooled + left * WIDTH + i] = z + f[gl + WIDTH + i]! * (before - z);
    }
    for (let i = half; i < WIDTH; i += 1) {
      const before = step === 0 ? 0 : f[pooled + (right + 1) * WIDTH + i]!;
      const z = f[gr + i]!;
      f[pooled + right * WIDTH + i] = z + f[gr + WIDTH + i]! * (before - z);
    }
  }
}

function scoreArcs(kernel: MatrixKernel, layout: Layout, work: Workspace, rows: number): void {
  const f = kernel.floats();
  const columns = PROJECTION.columns;
  const padded = scoreColumns(rows);
  f.fill(0, work.crossed, work.crossed + rows * ARC_WIDTH);
  kernel.multiply(
    work.projected + PROJECTION.arcDependent,
    columns,
    1,
    layout.arcs.at,
    ARC_WIDTH,
    work.crossed,
    ARC_WIDTH,
    rows,
    ARC_WIDTH,
    ARC_WIDTH,
  );
  // `crossed + bias` times the heads, so that the bias says how good a head a word is for anybody.
  for (let row = 0; row < rows; row += 1) {
    const at = work.crossed + row * ARC_WIDTH;
    for (let i = 0; i < ARC_WIDTH; i += 1) f[at + i] = f[at + i]! + f[layout.arcBias.at + i]!;
  }
  for (let i = 0; i < ARC_WIDTH; i += 1) {
    const to = work.turned + i * padded;
    for (let row = 0; row < rows; row += 1) f[to + row] = f[work.projected + row * columns + PROJECTION.arcHead + i]!;
    f.fill(0, to + rows, to + padded);
  }
  f.fill(0, work.scores, work.scores + rows * padded);
  kernel.multiply(work.crossed, ARC_WIDTH, 1, work.turned, padded, work.scores, padded, rows, padded, ARC_WIDTH);
}

/** Adds what tags and distances alone say to the arc scores. */
export function addTagScores(f: Float32Array, layout: Layout, work: Workspace, ids: Int32Array, rows: number): void {
  const padded = scoreColumns(rows);
  for (let d = 1; d < rows; d += 1) {
    const tag = ids[d * TABLE_COUNT + TABLES.tag]!;
    const distances = layout.distances.at + tag * layout.distances.columns;
    const pairs = layout.tagPairs.at + tag * layout.tagPairs.columns;
    const at = work.scores + d * padded;
    for (let h = 0; h < rows; h += 1) {
      const distance = h === 0 ? 0 : distanceBucket(h - d);
      const pair = ids[h * TABLE_COUNT + TABLES.tag]! + (h > d ? 64 : 0);
      f[at + h] = f[at + h]! + f[distances + distance]! + f[pairs + pair]!;
    }
  }
}

/** Relation scores of each word to its head `heads[d]` (0 is the root), into `relationScores`; row 0 is not used. */
export function scoreRelations(kernel: MatrixKernel, layout: Layout, work: Workspace, heads: Int32Array, rows: number): void {
  const f = kernel.floats();
  const columns = PROJECTION.columns;
  for (let d = 1; d < rows; d += 1) {
    const own = work.projected + d * columns + PROJECTION.relationDependent;
    const head = work.projected + heads[d]! * columns + PROJECTION.relationHead;
    const distance = layout.relationDistances.at + (heads[d] === 0 ? 0 : distanceBucket(heads[d]! - d)) * RELATION_WIDTH;
    const to = work.hidden + d * RELATION_WIDTH;
    for (let i = 0; i < RELATION_WIDTH; i += 1) {
      const sum = f[own + i]! + f[head + i]! + f[distance + i]!;
      f[to + i] = Math.max(sum, 0);
    }
  }
  f.fill(0, work.hidden, work.hidden + RELATION_WIDTH);
  broadcast(f, layout.relationBias, work.relationScores, rows);
  kernel.multiply(
    work.hidden,
    RELATION_WIDTH,
    1,
    layout.relations.at,
    RELATION_COLUMNS,
    work.relationScores,
    RELATION_COLUMNS,
    rows,
    RELATION_COLUMNS,
    RELATION_WIDTH,
  );
}
