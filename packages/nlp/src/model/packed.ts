import { NlpError } from "../document/nlp-error.ts";
import type { SparseTable } from "./tables.ts";
import type { WordMap } from "./word-map.ts";
import { buildWordMap } from "./word-map.ts";

/**
 * The model file, before compression: "CHNLP" and the format's number, then sections of `length (u32) · bytes` in the order the reader asks for
 * them. Integers are little-endian varints; sorted numbers are stored as gaps; each kind of value has its own run, which is what gzip likes.
 */
const MAGIC = [0x43, 0x48, 0x4e, 0x4c, 0x50, 1];

/** Collects sections; `finish` gives the file. */
export class PackedWriter {
  #bytes: number[] = [...MAGIC];

  /** Appends one section. */
  section(bytes: ArrayLike<number>): void {
    const { length } = bytes;
    this.#bytes.push(length & 255, (length >>> 8) & 255, (length >>> 16) & 255, length >>> 24);
    for (let i = 0; i < length; i += 1) this.#bytes.push(bytes[i]! & 255);
  }

  /** Appends a sparse table: rows, gaps between used rows, entries a row, classes, weights. */
  sparse(table: SparseTable): void {
    const gaps: number[] = [];
    const counts: number[] = [];
    let previous = -1;
    for (let row = 0; row <= table.mask; row += 1) {
      const count = table.offsets[row + 1]! - table.offsets[row]!;
      if (count === 0) continue;
      pushVarint(gaps, row - previous);
      counts.push(count);
      previous = row;
    }
    this.section(varint(table.mask + 1));
    this.section(gaps);
    this.section(counts);
    this.section(table.classes);
    this.section(table.weights);
  }

  /** Appends a word map as gaps between sorted hashes, and the values. */
  wordMap(map: WordMap): void {
    const entries: [number, number][] = [];
    map.keys.forEach((key, slot) => {
      if (key !== 0) entries.push([key >>> 0, map.values[slot]!]);
    });
    entries.sort((a, b) => a[0] - b[0]);
    const gaps: number[] = [];
    let previous = 0;
    for (const [key] of entries) {
      pushVarint(gaps, key - previous);
      previous = key;
    }
    this.section(gaps);
    this.section(entries.map(([, value]) => value & 255));
    this.section(entries.map(([, value]) => value >>> 8));
  }

  /** The file's bytes. */
  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/**
 * Reads what `PackedWriter` wrote, in the same order.
 *
 * @throws NlpError `nlp.model-damaged` when the bytes are not a model of this format.
 */
export class PackedReader {
  readonly #bytes: Uint8Array;
  #at: number = MAGIC.length;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw damaged("it does not start with the format's mark");
  }

  /** The next section's bytes, as a view. */
  section(): Uint8Array {
    const at = this.#at;
    const bytes = this.#bytes;
    if (at + 4 > bytes.length) throw damaged("it ends early");
    const length = bytes[at]! + bytes[at + 1]! * 0x100 + bytes[at + 2]! * 0x10000 + bytes[at + 3]! * 0x1000000;
    if (at + 4 + length > bytes.length) throw damaged("it ends early");
    this.#at = at + 4 + length;
    return bytes.subarray(at + 4, this.#at);
  }

  /** The next section as signed bytes, which must be `count` of them. */
  checked(count: number): Int8Array {
    const bytes = this.section();
    if (bytes.length !== count) throw damaged("a table has the wrong size");
    return signed(bytes);
  }

  /** Reads a sparse table. */
  sparse(): SparseTable {
    const rows = readRows(this.section());
    const gaps = this.section();
    const counts = this.section();
    const classes = this.section();
    const weights = signed(this.section());
    const offsets = new Uint32Array(rows + 1);
    const cursor = { at: 0 };
    let row = -1;
    let total = 0;
    for (let i = 0; i < counts.length; i += 1) {
      const next = row + readVarint(gaps, cursor);
      if (next >= rows) throw damaged("a row is out of range");
      for (let r = row + 1; r <= next; r += 1) offsets[r] = total;
      total += counts[i]!;
      row = next;
    }
    offsets.fill(total, row + 1);
    if (total !== classes.length || total !== weights.length) throw damaged("its tables disagree in length");
    return { mask: rows - 1, offsets, classes, weights };
  }

  /** Reads a word map. */
  wordMap(): WordMap {
    const gaps = this.section();
    const low = this.section();
    const high = this.section();
    const hashes = new Int32Array(low.length);
    const values = new Uint16Array(low.length);
    const cursor = { at: 0 };
    let key = 0;
    for (let i = 0; i < low.length; i += 1) {
      key += readVarint(gaps, cursor);
      hashes[i] = key | 0;
      values[i] = low[i]! + high[i]! * 256;
    }
    return buildWordMap(hashes, values);
  }
}

function damaged(why: string): NlpError {
  return new NlpError(
    "nlp.model-damaged",
    `The English model cannot be read: ${why}. Build the package again (packages/nlp/scripts/embed-model.mjs).`,
  );
}

function pushVarint(out: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

function varint(value: number): number[] {
  const out: number[] = [];
  pushVarint(out, value);
  return out;
}

function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[cursor.at];
    if (byte === undefined) throw damaged("a number is cut off");
    cursor.at += 1;
    if (byte < 128) return value + byte * factor;
    value += (byte - 128) * factor;
    factor *= 128;
  }
}

function readRows(bytes: Uint8Array): number {
  const rows = readVarint(bytes, { at: 0 });
  if (rows < 1 || rows > 2 ** 24 || (rows & (rows - 1)) !== 0) throw damaged("a table has an impossible size");
  return rows;
}

/** A view, as sections are: most of a file's bytes are weights, and copies of them would double what is resident. */
function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
