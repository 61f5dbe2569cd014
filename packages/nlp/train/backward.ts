import { DEPENDENCY_LABELS, XPOS_TAGS } from "../src/document/tags.ts";
import { scoreColumns, type Workspace } from "../src/neural/forward.ts";
import type { MatrixKernel } from "../src/neural/matrix-kernel.ts";
import {
  ARC_WIDTH,
  distanceBucket,
  type Layout,
  PROJECTION,
  RELATION_COLUMNS,
  RELATION_WIDTH,
  TABLE_COUNT,
  TABLES,
  TAG_COLUMNS,
  WIDTH,
  WINDOWS,
} from "../src/neural/network-shape.ts";

/** What the backward pass works on: the forward pass's results in `work`, and room for their gradients in `back`. */
export interface BackwardPass {
  readonly kernel: MatrixKernel;
  readonly layout: Layout;
  readonly work: Workspace;
  readonly back: Workspace;
  /** Where the parameters' gradients are summed, in the order of the layout. */
  readonly gradientsAt: number;
  /** Where the transposed matrices are. */
  readonly turnedAt: number;
  /** Dropout of the input and of each layer: 0 or 1 / (1 - rate). */
  readonly masks: readonly Float32Array[];
}

/** A sentence with its gold tree; row 0 is the root, `tags` and `labels` are those of the words from `first`. */
export interface GoldSentence {
  readonly ids: Int32Array;
  readonly heads: Int32Array;
  readonly tags: Uint8Array;
  readonly labels: Uint8Array;
  readonly first: number;
  readonly rows: number;
}

/**
 * Adds the gradients of the sentence's loss (heads, relations and tags, each a softmax) to those of the parameters and leaves the gradient of the
 * input in `back.inputs[0]`. The forward pass and `scoreRelations` with the gold heads must have run; their scores are overwritten.
 */
export function sentenceGradients(pass: BackwardPass, gold: GoldSentence): { readonly loss: number; readonly right: number } {
  const { kernel, layout, work, back, gradientsAt, turnedAt, masks } = pass;
  const { ids, heads, tags, labels, first, rows } = gold;
  const f = kernel.floats();
  f.fill(0, back.projected, back.projected + rows * PROJECTION.columns);
  const arcs = arcGradients(kernel, layout, work, back, gradientsAt, turnedAt, ids, heads, rows);
  let { loss } = arcs;
  loss += relationGradients(kernel, layout, work, back, gradientsAt, turnedAt, heads, labels, first, rows);
  loss += tagGradients(f, work, back, tags, first, rows);
  encoderGradients(kernel, layout, work, back, gradientsAt, turnedAt, masks, rows);
  return { loss, right: arcs.right };
}

/** Copies of the matrices that gradients flow back through, transposed, at the same places from `turnedAt`. */
export function transposeAll(f: Float32Array, layout: Layout, turnedAt: number): void {
  for (const { at, rows, columns } of [...layout.windows, layout.projection, layout.arcs, layout.relations]) {
    for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) f[turnedAt + at + j * rows + i] = f[at + i * columns + j]!;
  }
}

/** Replaces the scores of one row by their gradient; returns the loss. */
function softmaxGradient(f: Float32Array, at: number, count: number, gold: number, skip: number): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) if (i !== skip && f[at + i]! > max) max = f[at + i]!;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const e = i === skip ? 0 : Math.exp(f[at + i]! - max);
    f[at + i] = e;
    sum += e;
  }
  const loss = -Math.log(Math.max(1e-12, f[at + gold]! / sum));
  for (let i = 0; i < count; i += 1) f[at + i] = f[at + i]! / sum;
  f[at + gold] = f[at + gold]! - 1;
  return loss;
}

function addColumnSums(f: Float32Array, from: number, stride: number, rows: number, columns: number, to: number): void {
  for (let row = 0; row < rows; row += 1) for (let i = 0; i < columns; i += 1) f[to + i] = f[to + i]! + f[from + row * stride + i]!;
}

function arcGradients(
  kernel: MatrixKernel,
  layout: Layout,
  work: Workspace,
  back: Workspace,
  gradientsAt: number,
  turnedAt: number,
  ids: Int32Array,
  heads: Int32Array,
  rows: number,
): { loss: number; right: number } {
  const f = kernel.floats();
  const padded = scoreColumns(rows);
  const columns = PROJECTION.columns;
  let loss = 0;
  let right = 0;
  f.fill(0, work.scores, work.scores + padded);
  for (let d = 1; d < rows; d += 1) {
    const at = work.scores + d * padded;
    let best = d === 1 ? 0 : 1;
    for (let h = 0; h < rows; h += 1) if (h !== d && f[at + h]! > f[at + best]!) best = h;
    if (best === heads[d]) right += 1;
    loss += softmaxGradient(f, at, rows, heads[d]!, d);
    f.fill(0, at + rows, at + padded);
    const tag = ids[d * TABLE_COUNT + TABLES.tag]!;
    const distances = gradientsAt + layout.distances.at + tag * layout.distances.columns;
    const pairs = gradientsAt + layout.tagPairs.at + tag * layout.tagPairs.columns;
    for (let h = 0; h < rows; h += 1) {
      if (h === d) continue;
      const distance = distances + (h === 0 ? 0 : distanceBucket(h - d));
      const pair = pairs + ids[h * TABLE_COUNT + TABLES.tag]! + (h > d ? 64 : 0);
      f[distance] = f[distance]! + f[at + h]!;
      f[pair] = f[pair]! + f[at + h]!;
    }
  }
  f.fill(0, back.crossed, back.crossed + rows * ARC_WIDTH);
  kernel.multiply(work.scores, padded, 1, work.projected + PROJECTION.arcHead, columns, back.crossed, ARC_WIDTH, rows, ARC_WIDTH, rows);
  kernel.multiply(work.scores, 1, padded, work.crossed, ARC_WIDTH, back.projected + PROJECTION.arcHead, columns, rows, ARC_WIDTH, rows);
  addColumnSums(f, back.crossed, ARC_WIDTH, rows, ARC_WIDTH, gradientsAt + layout.arcBias.at);
  kernel.multiply(
    back.crossed,
    ARC_WIDTH,
    1,
    turnedAt + layout.arcs.at,
    ARC_WIDTH,
    back.projected + PROJECTION.arcDependent,
    columns,
    rows,
    ARC_WIDTH,
    ARC_WIDTH,
  );
  kernel.multiply(
    work.projected + PROJECTION.arcDependent,
    1,
    columns,
    back.crossed,
    ARC_WIDTH,
    gradientsAt + layout.arcs.at,
    ARC_WIDTH,
    ARC_WIDTH,
    ARC_WIDTH,
    rows,
  );
  for (let row = 0; row < rows; row += 1) {
    const at = row * columns;
    for (let i = 0; i < 2 * ARC_WIDTH; i += 1) if (f[work.projected + at + i] === 0) f[back.projected + at + i] = 0;
  }
  return { loss, right };
}

function relationGradients(
  kernel: MatrixKernel,
  layout: Layout,
  work: Workspace,
  back: Workspace,
  gradientsAt: number,
  turnedAt: number,
  heads: Int32Array,
  labels: Uint8Array,
  first: number,
  rows: number,
): number {
  const f = kernel.floats();
  const columns = PROJECTION.columns;
  let loss = 0;
  f.fill(0, work.relationScores, work.relationScores + RELATION_COLUMNS);
  for (let d = 1; d < rows; d += 1) {
    const at = work.relationScores + d * RELATION_COLUMNS;
    loss += softmaxGradient(f, at, DEPENDENCY_LABELS.length, labels[first + d - 1]!, -1);
    f.fill(0, at + DEPENDENCY_LABELS.length, at + RELATION_COLUMNS);
  }
  addColumnSums(f, work.relationScores, RELATION_COLUMNS, rows, RELATION_COLUMNS, gradientsAt + layout.relationBias.at);
  kernel.multiply(
    work.hidden,
    1,
    RELATION_WIDTH,
    work.relationScores,
    RELATION_COLUMNS,
    gradientsAt + layout.relations.at,
    RELATION_COLUMNS,
    RELATION_WIDTH,
    RELATION_COLUMNS,
    rows,
  );
  f.fill(0, back.hidden, back.hidden + rows * RELATION_WIDTH);
  kernel.multiply(
    work.relationScores,
    RELATION_COLUMNS,
    1,
    turnedAt + layout.relations.at,
    RELATION_WIDTH,
    back.hidden,
    RELATION_WIDTH,
    rows,
    RELATION_WIDTH,
    RELATION_COLUMNS,
  );
  for (let d = 1; d < rows; d += 1) {
    const own = back.projected + d * columns + PROJECTION.relationDependent;
    const head = back.projected + heads[d]! * columns + PROJECTION.relationHead;
    const distance = gradientsAt + layout.relationDistances.at + (heads[d] === 0 ? 0 : distanceBucket(heads[d]! - d)) * RELATION_WIDTH;
    for (let i = 0; i < RELATION_WIDTH; i += 1) {
      if (f[work.hidden + d * RELATION_WIDTH + i] === 0) continue;
      const g = f[back.hidden + d * RELATION_WIDTH + i]!;
      f[own + i] = f[own + i]! + g;
      f[head + i] = f[head + i]! + g;
      f[distance + i] = f[distance + i]! + g;
    }
  }
  return loss;
}

function tagGradients(f: Float32Array, work: Workspace, back: Workspace, gold: Uint8Array, first: number, rows: number): number {
  let loss = 0;
  for (let d = 1; d < rows; d += 1) {
    const from = work.projected + d * PROJECTION.columns + PROJECTION.tags;
    const to = back.projected + d * PROJECTION.columns + PROJECTION.tags;
    f.copyWithin(to, from, from + TAG_COLUMNS);
    loss += softmaxGradient(f, to, XPOS_TAGS.length, gold[first + d - 1]!, -1);
    f.fill(0, to + XPOS_TAGS.length, to + TAG_COLUMNS);
  }
  return loss;
}

function encoderGradients(
  kernel: MatrixKernel,
  layout: Layout,
  work: Workspace,
  back: Workspace,
  gradientsAt: number,
  turnedAt: number,
  masks: readonly Float32Array[],
  rows: number,
): void {
  const f = kernel.floats();
  const columns = PROJECTION.columns;
  const top = WINDOWS.length;
  addColumnSums(f, back.projected, columns, rows, columns, gradientsAt + layout.projectionBias.at);
  kernel.multiply(work.inputs[top]!, 1, WIDTH, back.projected, columns, gradientsAt + layout.projection.at, columns, WIDTH, columns, rows);
  f.fill(0, back.inputs[top]!, back.inputs[top]! + rows * WIDTH);
  kernel.multiply(back.projected, columns, 1, turnedAt + layout.projection.at, WIDTH, back.inputs[top]!, WIDTH, rows, WIDTH, columns);
  for (let layer = top - 1; layer >= 0; layer -= 1) {
    const window = WINDOWS[layer]!;
    const reach = (window - 1) / 2;
    const input = work.inputs[layer]!;
    const inputBack = back.inputs[layer]!;
    const gates = work.gates[layer]!;
    const gatesBack = back.gates[layer]!;
    const pooled = work.pooled[layer]!;
    const outputBack = back.inputs[layer + 1]!;
    const mask = masks[layer + 1]!;
    const carry = back.pooled[layer]!;
    f.fill(0, inputBack - WIDTH, inputBack + (rows + 1) * WIDTH);
    for (let row = 0; row < rows; row += 1) {
      const g = gates + row * 3 * WIDTH + 2 * WIDTH;
      const gb = gatesBack + row * 3 * WIDTH + 2 * WIDTH;
      for (let i = 0; i < WIDTH; i += 1) {
        const at = row * WIDTH + i;
        const dy = f[outputBack + at]! * mask[at]!;
        const highway = f[g + i]!;
        const squash = 2 * highway - 1;
        const slope = 1 - squash * squash;
        f[gb + i] = dy * (f[pooled + at]! - f[input + at]!) * 0.5 * slope * Math.sqrt(slope);
        f[carry + at] = dy * highway;
        f[inputBack + at] = f[inputBack + at]! + dy * (1 - highway);
      }
    }
    poolGradients(f, gates, gatesBack, pooled, carry, rows);
    addColumnSums(f, gatesBack, 3 * WIDTH, rows, 3 * WIDTH, gradientsAt + layout.windowBiases[layer]!.at);
    const base = input - reach * WIDTH;
    kernel.multiply(
      base,
      1,
      WIDTH,
      gatesBack,
      3 * WIDTH,
      gradientsAt + layout.windows[layer]!.at,
      3 * WIDTH,
      window * WIDTH,
      3 * WIDTH,
      rows,
    );
    // Windows overlap: the kernel adds row by row, so writing them at their own stride sums them up.
    kernel.multiply(
      gatesBack,
      3 * WIDTH,
      1,
      turnedAt + layout.windows[layer]!.at,
      window * WIDTH,
      inputBack - reach * WIDTH,
      WIDTH,
      rows,
      window * WIDTH,
      3 * WIDTH,
    );
  }
  for (let i = 0; i < rows * WIDTH; i += 1) f[back.inputs[0]! + i] = f[back.inputs[0]! + i]! * masks[0]![i]!;
}

function poolGradients(f: Float32Array, gates: number, gatesBack: number, pooled: number, carry: number, rows: number): void {
  const half = WIDTH / 2;
  for (let i = 0; i < WIDTH; i += 1) {
    const forwards = i < half;
    let carried = 0;
    for (let step = 0; step < rows; step += 1) {
      // Against the direction of pooling.
      const row = forwards ? rows - 1 - step : step;
      const neighbour = forwards ? row - 1 : row + 1;
      const g = gates + row * 3 * WIDTH + i;
      const gb = gatesBack + row * 3 * WIDTH + i;
      const z = f[g]!;
      const forget = f[g + WIDTH]!;
      const before = neighbour < 0 || neighbour >= rows ? 0 : f[pooled + neighbour * WIDTH + i]!;
      const dc = f[carry + row * WIDTH + i]! + carried;
      const slopeZ = 1 - z * z;
      f[gb] = dc * (1 - forget) * slopeZ * Math.sqrt(slopeZ);
      const squash = 2 * forget - 1;
      const slope = 1 - squash * squash;
      f[gb + WIDTH] = dc * (before - z) * 0.5 * slope * Math.sqrt(slope);
      carried = dc * forget;
    }
  }
}
