import type { WordMap } from "../src/model/word-map.ts";
import { addTagScores, forward, layOutWorkspace, scoreRelations, type Workspace } from "../src/neural/forward.ts";
import { createMatrixKernel, type MatrixKernel } from "../src/neural/matrix-kernel.ts";
import {
  type Layout,
  layOut,
  type Matrix,
  TABLE_COUNT,
  TABLES,
  tableRows,
  UNKNOWN_WORD,
  WIDTH,
  WINDOWS,
} from "../src/neural/network-shape.ts";
import { fillWordIds, WITHHELD_TAG } from "../src/neural/word-ids.ts";
import { createWordColumns, fillWordColumns, type Lexicon } from "../src/tag/word-columns.ts";
import { type BackwardPass, sentenceGradients, transposeAll } from "./backward.ts";
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
  const pass: BackwardPass = { kernel, layout, work, back, gradientsAt, turnedAt, masks };
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
      const result = sentenceGradients(pass, { ids, heads, tags: bank.tags, labels: bank.labels, first, rows });
      loss += result.loss;
      right += result.right;
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

export function initialise(f: Float32Array, layout: Layout, random: () => number): void {
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

export function embed(f: Float32Array, tables: readonly Float32Array[], ids: Int32Array, rows: number, work: Workspace): void {
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
