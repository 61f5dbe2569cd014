import type { PackedReader, PackedWriter } from "../model/packed.ts";
import type { WordMap } from "../model/word-map.ts";
import { layOut, matricesOf, tableRows, WIDTH } from "./network-shape.ts";

/** The network as it ships: int8 embedding tables with a scale each, and int8 matrices, in the order of the layout, with a scale a column. */
export interface NeuralModel {
  /** Lower-case word → row of the word table. */
  readonly vocabulary: WordMap;
  readonly vocabularySize: number;
  readonly tables: readonly Int8Array[];
  readonly scales: Float32Array;
  /** A weight is its code times the scale of its column; columns are counted through all matrices. */
  readonly codes: Int8Array;
  readonly columnScales: Float32Array;
}

/** Quantises trained parameters to what the file holds. */
export function quantiseNetwork(
  vocabulary: WordMap,
  vocabularySize: number,
  tables: readonly Float32Array[],
  matrices: Float32Array,
): { readonly write: (writer: PackedWriter) => void } {
  const scales = new Float32Array(tables.length);
  const quantised = tables.map((table, t) => {
    const scale = Math.fround(quantile(table, 0.9998) / 127);
    scales[t] = scale;
    return Int8Array.from(table, (value) => clip(Math.round(value / scale)));
  });
  const codes = new Int8Array(matrices.length);
  const columnScales: number[] = [];
  for (const { at, rows, columns } of matricesOf(layOut())) {
    for (let j = 0; j < columns; j += 1) {
      let most = 1e-9;
      for (let i = 0; i < rows; i += 1) most = Math.max(most, Math.abs(matrices[at + i * columns + j]!));
      const scale = Math.fround(most / 127);
      columnScales.push(scale);
      for (let i = 0; i < rows; i += 1) {
        const cell = at + i * columns + j;
        codes[cell] = clip(Math.round(matrices[cell]! / scale));
      }
    }
  }
  return {
    write: (writer) => {
      writer.wordMap(vocabulary);
      writer.section(bytesOf(Float32Array.of(vocabularySize)));
      writer.section(bytesOf(scales));
      for (const table of quantised) writer.section(table);
      writer.section(bytesOf(Float32Array.from(columnScales)));
      writer.section(codes);
    },
  };
}

/** Reads what `quantiseNetwork` wrote. */
export function readNetwork(reader: PackedReader): NeuralModel {
  const vocabulary = reader.wordMap();
  const vocabularySize = floatsOf(reader.section())[0]!;
  const scales = floatsOf(reader.section());
  const tables = tableRows(vocabularySize).map((rows) => reader.checked(rows * WIDTH));
  const columnScales = floatsOf(reader.section());
  const codes = reader.checked(layOut().size);
  return { vocabulary, vocabularySize, tables, scales, codes, columnScales };
}

/** Writes the matrices as floats, in the order of the layout, to the start of `into`: straight into the kernel's memory, since they are 4 bytes a weight. */
export function expandMatrices({ codes, columnScales }: NeuralModel, into: Float32Array): void {
  let column = 0;
  for (const { at, rows, columns } of matricesOf(layOut())) {
    for (let i = 0; i < rows * columns; i += 1) into[at + i] = codes[at + i]! * columnScales[column + (i % columns)]!;
    column += columns;
  }
}

const clip = (value: number): number => Math.max(-127, Math.min(127, value));

function quantile(values: Float32Array, share: number): number {
  const sizes = values.map(Math.abs).sort();
  return Math.max(1e-6, sizes[Math.floor((sizes.length - 1) * share)]!);
}

/** Little-endian, whatever the machine. */
function bytesOf(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
