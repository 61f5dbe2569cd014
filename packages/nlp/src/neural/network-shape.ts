import { DEPENDENCY_LABELS, XPOS_TAGS } from "../document/tags.ts";

/** Sizes of the network. Everything but the vocabulary is a constant of the format. */
export const WIDTH = 128;
/** Words that each layer's window covers. */
export const WINDOWS: readonly number[] = [3, 3, 3];
export const ARC_WIDTH = 96;
export const RELATION_WIDTH = 96;
/** Tags and relations, rounded up to what the kernel multiplies by. */
export const TAG_COLUMNS: number = Math.ceil(XPOS_TAGS.length / 16) * 16;
export const RELATION_COLUMNS: number = Math.ceil(DEPENDENCY_LABELS.length / 16) * 16;

/** Columns of the last projection: head and dependent of an arc, head and dependent of a relation, tags. */
export const PROJECTION: {
  readonly arcHead: number;
  readonly arcDependent: number;
  readonly relationHead: number;
  readonly relationDependent: number;
  readonly tags: number;
  readonly columns: number;
} = {
  arcHead: 0,
  arcDependent: ARC_WIDTH,
  relationHead: 2 * ARC_WIDTH,
  relationDependent: 2 * ARC_WIDTH + RELATION_WIDTH,
  tags: 2 * ARC_WIDTH + 2 * RELATION_WIDTH,
  columns: 2 * ARC_WIDTH + 2 * RELATION_WIDTH + TAG_COLUMNS,
};

/** Embedding tables, summed into the input of a word. Rows of hashed tables are a power of two; the root has row 0 of the first table to itself. */
export const TABLES = {
  /** Row 0 is the root, row 1 unknown words. */
  word: 0,
  cluster: 1,
  coarse: 2,
  suffix3: 3,
  suffix2: 4,
  prefix2: 5,
  shape: 6,
  tag: 7,
  ambiguity: 8,
} as const;
export const TABLE_COUNT = 9;
export const ROOT_WORD = 0;
export const UNKNOWN_WORD = 1;

/** Rows of each table, given the size of the vocabulary. */
export function tableRows(vocabulary: number): readonly number[] {
  return [vocabulary, 641, 81, 4096, 1024, 1024, 256, 64, 1024];
}

/** Distances between a word and its head, in buckets of either direction. */
export const DISTANCE_BUCKETS = 24;

/** Bucket of the signed distance `head - dependent`. */
export function distanceBucket(distance: number): number {
  const size = Math.abs(distance);
  const bucket = size < 8 ? size : size < 11 ? 8 : size < 16 ? 9 : size < 25 ? 10 : 11;
  return distance > 0 ? bucket : bucket + 12;
}

/** A matrix of the network in the kernel's memory. */
export interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where the parameters are, in floats from the start of the memory. */
export interface Layout {
  readonly windows: readonly Matrix[];
  readonly windowBiases: readonly Matrix[];
  readonly projection: Matrix;
  readonly projectionBias: Matrix;
  readonly arcs: Matrix;
  /** How likely a word is a head at all. */
  readonly arcBias: Matrix;
  readonly relations: Matrix;
  readonly relationBias: Matrix;
  /** What a distance adds to the hidden units of a relation. */
  readonly relationDistances: Matrix;
  /** Score by tag of the dependent and distance; rows are tags. */
  readonly distances: Matrix;
  /** Score by tags of dependent (row) and head (column); the second half of the columns is for heads to the right. */
  readonly tagPairs: Matrix;
  /** Floats that all of it takes. */
  readonly size: number;
}

/** Lays the parameters out one after the other. */
export function layOut(): Layout {
  let size = 0;
  const matrix = (rows: number, columns: number): Matrix => {
    const at = size;
    size += rows * columns;
    return { at, rows, columns };
  };
  return {
    windows: WINDOWS.map((window) => matrix(window * WIDTH, 3 * WIDTH)),
    windowBiases: WINDOWS.map(() => matrix(1, 3 * WIDTH)),
    projection: matrix(WIDTH, PROJECTION.columns),
    projectionBias: matrix(1, PROJECTION.columns),
    arcs: matrix(ARC_WIDTH, ARC_WIDTH),
    arcBias: matrix(1, ARC_WIDTH),
    relations: matrix(RELATION_WIDTH, RELATION_COLUMNS),
    relationBias: matrix(1, RELATION_COLUMNS),
    relationDistances: matrix(DISTANCE_BUCKETS, RELATION_WIDTH),
    distances: matrix(64, DISTANCE_BUCKETS),
    tagPairs: matrix(64, 128),
    size,
  };
}

/** All matrices of a layout, in order. */
export function matricesOf(layout: Layout): readonly Matrix[] {
  const { windows, windowBiases, size: _, ...rest } = layout;
  return [...windows, ...windowBiases, ...Object.values(rest)].sort((a, b) => a.at - b.at);
}
