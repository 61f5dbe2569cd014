import type { DictionaryState } from "../dictionary/dictionary.ts";

/**
 * Layout of a snapshot, all numbers little-endian:
 *
 * header (32 bytes): magic (8) · version (4) · 0 (4) · length of the whole in bytes (8) · XXH32 of the body (4) · XXH32 of the 28 bytes before (4)
 * body: length of the description (4) · description (JSON, UTF-8) · the sections that it lists, each at a multiple of eight bytes
 *
 * Sections: the dictionary's columns and hash table, then for the default graph and for the named graphs the three permutations as
 * keys, first row of each (and the number of rows), second and third column, then the graph column of the named graphs. So loading sorts nothing.
 */
export const SNAPSHOT_VERSION = 1;
export const HEADER_BYTES = 32;
/** As in PNG: a byte no text has, a name, and line ends that a transfer as text would change. */
export const MAGIC: readonly number[] = [0x89, 0x43, 0x48, 0x59, 0x0d, 0x0a, 0x1a, 0x0a];

/** The part of a snapshot that is no column. */
export interface SnapshotDescription extends DictionaryState {
  readonly terms: number;
  /** Byte lengths of the sections. */
  readonly sections: readonly number[];
}

export function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** Columns are written as they lie in memory, which is the format's byte order on every platform but a few mainframes. */
export function isLittleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}
