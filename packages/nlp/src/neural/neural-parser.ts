import { DEPENDENCY_LABELS, labelIndex, XPOS_TAGS } from "../document/tags.ts";
import { addVerbBias, type VerbLexicon } from "../tag/verb-lexicon.ts";
import { PADDING, type WordColumns } from "../tag/word-columns.ts";
import { createWordEmbedder } from "./embed-words.ts";
import { addTagScores, type DenseProduct, forward, layOutWorkspace, scoreColumns, scoreRelations, type Workspace } from "./forward.ts";
import { ROUNDING } from "./kernel-code.ts";
import { createMatrixKernel, type MatrixKernel } from "./matrix-kernel.ts";
import { type Layout, layOut, type Matrix, matricesOf, PROJECTION, RELATION_COLUMNS, TABLE_COUNT, WIDTH } from "./network-shape.ts";
import { expandMatrices, type NeuralModel } from "./neural-model.ts";
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

/** What a listed verb gains as the logarithm of odds. Tuned on EWT and GUM dev: the most that costs no accuracy there. */
const VERB_BIAS = 2;

export interface NeuralParserOptions {
  /** Verbs to prefer when tags are read off; without it, none. */
  readonly verbs?: VerbLexicon;
  /** Keeps the parser off WebAssembly (for tests). */
  readonly scalar?: boolean;
}

/** A parser over `model`. */
export function createNeuralParser(model: NeuralModel, options: NeuralParserOptions = {}): NeuralParser {
  const layout: Layout = layOut();
  const packed = layOutIntegers(layout);
  let capacity = 128;
  let work: Workspace = layOutWorkspace(packed.end, capacity);
  const kernel: MatrixKernel = createMatrixKernel(work.end + roundedSize(capacity), options);
  expandMatrices(model, kernel.floats());
  packIntegers(kernel, layout, packed, model);
  const dense: DenseProduct = (index, { rows: inner, columns }, from, to, rows) => {
    kernel.round(from, work.end, (rows - 1) * WIDTH + inner);
    const { at, scales } = packed.matrices[index]!;
    kernel.multiplyIntegers(work.end, WIDTH / 2, at, to, columns, scales, rows, columns, inner / 2);
  };
  const embed = createWordEmbedder(model);
  let ids = new Int32Array(capacity * TABLE_COUNT);
  let result = {
    heads: new Int32Array(capacity),
    labels: new Uint8Array(capacity),
    tags: new Uint8Array(capacity),
  };
  return {
    parse: (words, tags, first, fixed) => {
      const rows = words.count + 1;
      if (rows > capacity) {
        capacity = rows * 2;
        work = layOutWorkspace(packed.end, capacity);
        kernel.reserve(work.end + roundedSize(capacity));
        ids = new Int32Array(capacity * TABLE_COUNT);
        result = {
          heads: new Int32Array(capacity),
          labels: new Uint8Array(capacity),
          tags: new Uint8Array(capacity),
        };
      }
      fillWordIds(ids, words, tags, first, model.vocabulary);
      const floats = kernel.floats();
      embed(floats, ids, rows, work.inputs[0]!);
      forward(kernel, layout, work, rows, { dense });
      addTagScores(floats, layout, work, ids, rows);
      decodeTree(floats, work.scores, scoreColumns(rows), rows, result.heads);
      scoreRelations(kernel, layout, work, result.heads, rows);
      for (let d = 1; d < rows; d += 1) {
        const at = work.relationScores + d * RELATION_COLUMNS;
        result.labels[d] = result.heads[d] === 0 ? ROOT_LABEL : bestLabel(floats, at);
        const own = fixed === undefined ? -1 : fixed[first + d - 1]!;
        const scores = work.projected + d * PROJECTION.columns + PROJECTION.tags;
        if (options.verbs !== undefined && words.letterCase[d - 1 + PADDING] === 2) {
          addVerbBias(options.verbs, words.lower[d - 1 + PADDING]!, floats, scores, VERB_BIAS);
        }
        result.tags[d] = own >= 0 ? own : bestTag(floats, scores);
      }
      return result;
    },
  };
}

/** Where the 16-bit copies of the large matrices are, with the scales of their columns. */
interface IntegerLayout {
  readonly matrices: readonly {
    readonly at: number;
    readonly scales: number;
  }[];
  readonly end: number;
}

const largeMatrices = (layout: Layout): readonly Matrix[] => [...layout.windows, layout.projection];

/** Room for the rounded input of a layer. */
const roundedSize = (capacity: number): number => ((capacity + 2) * WIDTH) / 2 + 16;

function layOutIntegers(layout: Layout): IntegerLayout {
  let end = layout.size;
  const matrices = largeMatrices(layout).map(({ rows, columns }) => {
    const at = end;
    const scales = at + (rows * columns) / 2;
    end = scales + columns;
    return { at, scales };
  });
  return { matrices, end };
}

function packIntegers(kernel: MatrixKernel, layout: Layout, packed: IntegerLayout, model: NeuralModel): void {
  const floats = kernel.floats();
  const shorts = new Int16Array(floats.buffer);
  const firstColumns = new Map<number, number>();
  let column = 0;
  for (const { at, columns } of matricesOf(layout)) {
    firstColumns.set(at, column);
    column += columns;
  }
  largeMatrices(layout).forEach(({ at, rows, columns }, index) => {
    const target = packed.matrices[index]!;
    for (let k = 0; k < rows; k += 1) {
      for (let j = 0; j < columns; j += 1) shorts[(target.at + (k >> 1) * columns + j) * 2 + (k & 1)] = model.codes[at + k * columns + j]!;
    }
    for (let j = 0; j < columns; j += 1) floats[target.scales + j] = model.columnScales[firstColumns.get(at)! + j]! / ROUNDING;
  });
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
