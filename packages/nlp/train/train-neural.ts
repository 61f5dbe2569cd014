import { DEPENDENCY_LABELS, XPOS_TAGS } from "../src/document/tags.ts";
import type { WordMap } from "../src/model/word-map.ts";
import { addTagScores, forward, layOutWorkspace, scoreColumns, scoreRelations, type Workspace } from "../src/neural/forward.ts";
import { createMatrixKernel, type MatrixKernel } from "../src/neural/matrix-kernel.ts";
import {
  ARC_WIDTH,
  distanceBucket,
  type Layout,
  layOut,
  type Matrix,
  PROJECTION,
  RELATION_COLUMNS,
  RELATION_WIDTH,
  TABLE_COUNT,
  TABLES,
  TAG_COLUMNS,
  tableRows,
  UNKNOWN_WORD,
  WIDTH,
  WINDOWS,
} from "../src/neural/network-shape.ts";
import { fillWordIds, WITHHELD_TAG } from "../src/neural/word-ids.ts";
import { createWordColumns, fillWordColumns, type Lexicon } from "../src/tag/word-columns.ts";
import { createRandom, shuffle } from "./random.ts";
import type { Treebank } from "./treebank.ts";

/** How the network is trained. */
export interface NeuralSettings {
  readonly epochs: number;
  readonly seed: number;
  /** Words a batch. */
  readonly batch: number;
  readonly rate: number;
  readonly dropout: number;
  readonly wordDropout: number;
  readonly tagDropout: number;
  readonly log: (line: string) => void;
  readonly afterEpoch?: (epoch: number, network: TrainedNetwork) => void;
}

/** What training gives: the parameters in the kernel's memory and the embedding tables. */
export interface TrainedNetwork {
  readonly kernel: MatrixKernel;
  readonly layout: Layout;
  readonly vocabulary: WordMap;
  readonly tables: readonly Float32Array[];
}

const MAX_ROWS = 161;

/** Trains the network on `bank` with the given (jackknifed) tags. `vocabulary` maps frequent words to rows 2 … */
export function trainNeural(
  bank: Treebank,
  tags: Uint8Array,
  lexicon: Lexicon,
  vocabulary: { readonly map: WordMap; readonly size: number },
  settings: NeuralSettings,
): TrainedNetwork {
  const layout = layOut();
  const gradientsAt = layout.size;
  const turnedAt = 2 * layout.size;
  const work = layOutWorkspace(3 * layout.size, MAX_ROWS);
  const back = layOutWorkspace(work.end, MAX_ROWS);
  const kernel = createMatrixKernel(back.end + 64);
  kernel.reserve(back.end + 64);
  const f = kernel.floats();
  const random = createRandom(settings.seed);
  initialise(f, layout, random);
  const tables = tableRows(vocabulary.size).map((rows) => uniform(rows * WIDTH, 0.12, random));
  const tableGradients = tables.map((table) => new Float32Array(table.length));
  const touched = tables.map((table) => new Uint8Array(table.length / WIDTH));
  const used = tables.map((table) => new Uint8Array(table.length / WIDTH));
  const touchedRows: number[][] = tables.map(() => []);
  const dense = createAdam(layout.size);
  const tableAdams = tables.map((table) => createAdam(table.length));
  const words = createWordColumns(MAX_ROWS);
  const ids = new Int32Array(MAX_ROWS * TABLE_COUNT);
  const heads = new Int32Array(MAX_ROWS);
  const masks = [0, ...WINDOWS].map(() => new Float32Array(MAX_ROWS * WIDTH));
  const order = Int32Array.from({ length: bank.starts.length - 1 }, (_, i) => i).filter(
    (s) => bank.starts[s + 1]! - bank.starts[s]! < MAX_ROWS,
  );
  let wordsLeft = 0;
  for (const s of order) wordsLeft += bank.starts[s + 1]! - bank.starts[s]!;
  const total = Math.ceil((wordsLeft * settings.epochs) / settings.batch);
  let update = 0;
  const keep = 1 / (1 - settings.dropout);
  // A cheap generator of its own for the masks: they take most of the random numbers.
  let state = (settings.seed * 2654435761) | 1;
  const limit = Math.floor(settings.dropout * 65536);
  const dropout = (stage: number, at: number, count: number): void => {
    const mask = masks[stage]!;
    for (let i = 0; i < count; i += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const kept = (state & 0xffff) < limit ? 0 : keep;
      mask[i] = kept;
      f[at + i] = f[at + i]! * kept;
    }
  };
  f.fill(0, gradientsAt, gradientsAt + layout.size);
  transposeAll(f, layout, turnedAt);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    let seen = 0;
    let right = 0;
    let inBatch = 0;
    for (let o = 0; o < order.length; o += 1) {
      const sentence = order[o]!;
      const first = bank.starts[sentence]!;
      const count = bank.starts[sentence + 1]! - first;
      const rows = count + 1;
      fillWordColumns(words, bank.forms, first, first + count, lexicon);
      fillWordIds(ids, words, tags, first, vocabulary.map);
      for (let d = 1; d < rows; d += 1) {
        heads[d] = bank.heads[first + d - 1]! + 1;
        if (random() < settings.wordDropout) ids[d * TABLE_COUNT + TABLES.word] = UNKNOWN_WORD;
        if (random() < settings.tagDropout) ids[d * TABLE_COUNT + TABLES.tag] = WITHHELD_TAG;
      }
      embed(f, tables, ids, rows, work);
      forward(kernel, layout, work, rows, { dropout });
      addTagScores(f, layout, work, ids, rows);
      scoreRelations(kernel, layout, work, heads, rows);
      // From here on, gradients.
      f.fill(0, back.projected, back.projected + rows * PROJECTION.columns);
      const result = arcGradients(kernel, layout, work, back, gradientsAt, turnedAt, ids, heads, rows);
      loss += result.loss;
      right += result.right;
      loss += relationGradients(kernel, layout, work, back, gradientsAt, turnedAt, heads, bank.labels, first, rows);
      loss += tagGradients(f, work, back, bank.tags, first, rows);
      encoderGradients(kernel, layout, work, back, gradientsAt, turnedAt, masks, rows);
      for (let row = 0; row < rows; row += 1) {
        for (let t = 0; t < TABLE_COUNT; t += 1) {
          const id = ids[row * TABLE_COUNT + t]!;
          if (touched[t]![id] === 0) {
            touched[t]![id] = 1;
            used[t]![id] = 1;
            touchedRows[t]!.push(id);
          }
          const gradient = tableGradients[t]!;
          for (let i = 0; i < WIDTH; i += 1) gradient[id * WIDTH + i] = gradient[id * WIDTH + i]! + f[back.inputs[0]! + row * WIDTH + i]!;
        }
      }
      seen += count;
      inBatch += count;
      if (inBatch < settings.batch && o + 1 < order.length) continue;
      update += 1;
      const rate = settings.rate * Math.min(1, update / 200) * Math.max(0.01, 1 - update / (total + 1));
      const scale = 1 / inBatch;
      adamStep(f, 0, f, gradientsAt, layout.size, dense, 0, rate, scale, update);
      for (let t = 0; t < TABLE_COUNT; t += 1) {
        for (const row of touchedRows[t]!) {
          adamStep(tables[t]!, row * WIDTH, tableGradients[t]!, row * WIDTH, WIDTH, tableAdams[t]!, row * WIDTH, rate, scale, update);
          touched[t]![row] = 0;
        }
        touchedRows[t] = [];
      }
      transposeAll(f, layout, turnedAt);
      inBatch = 0;
    }
    settings.log(`network epoch ${epoch + 1}: loss ${(loss / seen).toFixed(3)}, heads ${((100 * right) / seen).toFixed(2)} %`);
    settings.afterEpoch?.(epoch, { kernel, layout, vocabulary: vocabulary.map, tables });
  }
  // Rows that training never saw would be noise.
  for (let t = 0; t < TABLE_COUNT; t += 1) {
    for (let row = 0; row < used[t]!.length; row += 1) if (used[t]![row] === 0) tables[t]!.fill(0, row * WIDTH, (row + 1) * WIDTH);
  }
  return { kernel, layout, vocabulary: vocabulary.map, tables };
}

function uniform(count: number, range: number, random: () => number): Float32Array {
  return Float32Array.from({ length: count }, () => (random() * 2 - 1) * range);
}

function initialise(f: Float32Array, layout: Layout, random: () => number): void {
  const glorot = ({ at, rows, columns }: Matrix, gain = 1): void => {
    const range = gain * Math.sqrt(6 / (rows + columns));
    for (let i = 0; i < rows * columns; i += 1) f[at + i] = (random() * 2 - 1) * range;
  };
  f.fill(0, 0, layout.size);
  for (const window of layout.windows) glorot(window, 1.4);
  for (const bias of layout.windowBiases) f.fill(1, bias.at + WIDTH, bias.at + 2 * WIDTH);
  glorot(layout.projection);
  glorot(layout.arcs, 0.5);
  glorot(layout.relations);
}

function embed(f: Float32Array, tables: readonly Float32Array[], ids: Int32Array, rows: number, work: Workspace): void {
  for (let row = 0; row < rows; row += 1) {
    const to = work.inputs[0]! + row * WIDTH;
    f.fill(0, to, to + WIDTH);
    for (let t = 0; t < TABLE_COUNT; t += 1) {
      const table = tables[t]!;
      const from = ids[row * TABLE_COUNT + t]! * WIDTH;
      for (let i = 0; i < WIDTH; i += 1) f[to + i] = f[to + i]! + table[from + i]!;
    }
  }
}

/** Copies of the matrices that gradients flow back through, transposed, at the same places from `turnedAt`. */
function transposeAll(f: Float32Array, layout: Layout, turnedAt: number): void {
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

interface Adam {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

const createAdam = (count: number): Adam => ({ mean: new Float32Array(count), variance: new Float32Array(count) });

const BETA1 = 0.9;
const BETA2 = 0.98;

/** One step of Adam over `count` numbers; clears their gradients. */
function adamStep(
  values: Float32Array,
  valuesAt: number,
  gradients: Float32Array,
  gradientsAt: number,
  count: number,
  adam: Adam,
  adamAt: number,
  rate: number,
  scale: number,
  update: number,
): void {
  const { mean, variance } = adam;
  const step = (rate * Math.sqrt(1 - BETA2 ** update)) / (1 - BETA1 ** update);
  for (let i = 0; i < count; i += 1) {
    const g = gradients[gradientsAt + i]! * scale;
    gradients[gradientsAt + i] = 0;
    const m = BETA1 * mean[adamAt + i]! + (1 - BETA1) * g;
    const v = BETA2 * variance[adamAt + i]! + (1 - BETA2) * g * g;
    mean[adamAt + i] = m;
    variance[adamAt + i] = v;
    values[valuesAt + i] = values[valuesAt + i]! - (step * m) / (Math.sqrt(v) + 1e-8);
  }
}
