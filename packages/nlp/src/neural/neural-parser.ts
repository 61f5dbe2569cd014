import { DEPENDENCY_LABELS, labelIndex, XPOS_TAGS } from "../document/tags.ts";
import type { WordColumns } from "../tag/word-columns.ts";
import { addTagScores, forward, layOutWorkspace, scoreColumns, scoreRelations, type Workspace } from "./forward.ts";
import { createMatrixKernel, type MatrixKernel } from "./matrix-kernel.ts";
import { type Layout, layOut, PROJECTION, RELATION_COLUMNS, TABLE_COUNT, WIDTH } from "./network-shape.ts";
import type { NeuralModel } from "./neural-model.ts";
import { decodeTree } from "./tree-decoder.ts";
import { fillWordIds } from "./word-ids.ts";

/** A parse of one sentence; row 0 is the root, row i + 1 word i. Valid until the next call. */
export interface NeuralParse {
  /** Row of the head; -1 for the root's own row, 0 for the word under the root. */
  readonly heads: Int32Array;
  readonly labels: Uint8Array;
  readonly tags: Uint8Array;
}

/** Parses sentence by sentence, reusing its memory. */
export interface NeuralParser {
  /**
   * @param tags Predicted tags; `tags[first + i]` is that of word i.
   * @param fixed Tag of a word that must stay, or -1; same indexing.
   */
  readonly parse: (words: WordColumns, tags: ArrayLike<number>, first: number, fixed?: ArrayLike<number>) => NeuralParse;
}

const ROOT_LABEL = labelIndex("root");

/** A parser over `model`. `scalar: true` keeps it off WebAssembly (for tests). */
export function createNeuralParser(model: NeuralModel, options: { readonly scalar?: boolean } = {}): NeuralParser {
  const layout: Layout = layOut();
  let capacity = 128;
  let work: Workspace = layOutWorkspace(layout.size, capacity);
  const kernel: MatrixKernel = createMatrixKernel(work.end, options);
  kernel.floats().set(model.matrices);
  let ids = new Int32Array(capacity * TABLE_COUNT);
  let result = { heads: new Int32Array(capacity), labels: new Uint8Array(capacity), tags: new Uint8Array(capacity) };
  return {
    parse: (words, tags, first, fixed) => {
      const rows = words.count + 1;
      if (rows > capacity) {
        capacity = rows * 2;
        work = layOutWorkspace(layout.size, capacity);
        kernel.reserve(work.end);
        ids = new Int32Array(capacity * TABLE_COUNT);
        result = { heads: new Int32Array(capacity), labels: new Uint8Array(capacity), tags: new Uint8Array(capacity) };
      }
      fillWordIds(ids, words, tags, first, model.vocabulary);
      const floats = kernel.floats();
      embedQuantised(floats, model, ids, rows, work.inputs[0]!);
      forward(kernel, layout, work, rows);
      addTagScores(floats, layout, work, ids, rows);
      decodeTree(floats, work.scores, scoreColumns(rows), rows, result.heads);
      scoreRelations(kernel, layout, work, result.heads, rows);
      for (let d = 1; d < rows; d += 1) {
        const at = work.relationScores + d * RELATION_COLUMNS;
        result.labels[d] = result.heads[d] === 0 ? ROOT_LABEL : bestLabel(floats, at);
        const own = fixed === undefined ? -1 : fixed[first + d - 1]!;
        result.tags[d] = own >= 0 ? own : bestTag(floats, work.projected + d * PROJECTION.columns + PROJECTION.tags);
      }
      return result;
    },
  };
}

function embedQuantised(floats: Float32Array, model: NeuralModel, ids: Int32Array, rows: number, at: number): void {
  floats.fill(0, at, at + rows * WIDTH);
  for (let t = 0; t < TABLE_COUNT; t += 1) {
    const table = model.tables[t]!;
    const scale = model.scales[t]!;
    for (let row = 0; row < rows; row += 1) {
      const to = at + row * WIDTH;
      const from = ids[row * TABLE_COUNT + t]! * WIDTH;
      for (let i = 0; i < WIDTH; i += 1) floats[to + i] = floats[to + i]! + table[from + i]! * scale;
    }
  }
}

function bestLabel(floats: Float32Array, at: number): number {
  let best = 0;
  for (let k = 1; k < DEPENDENCY_LABELS.length; k += 1) if (k !== ROOT_LABEL && floats[at + k]! > floats[at + best]!) best = k;
  return best;
}

function bestTag(floats: Float32Array, at: number): number {
  let best = 1;
  for (let k = 2; k < XPOS_TAGS.length; k += 1) if (floats[at + k]! > floats[at + best]!) best = k;
  return best;
}
