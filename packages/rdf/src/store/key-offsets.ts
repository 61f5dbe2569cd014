/**
 * Where the rows of each first key begin in a sorted permutation (compressed sparse rows).
 * Dense by id where the ids are crowded enough, otherwise over the sorted list of keys in use.
 */
export class KeyOffsets {
  /** Number of rows. */
  readonly length: number;
  /** Dense: start by id, and one entry more. Sparse: start by position in `#keys`, and one entry more. */
  readonly #starts: Uint32Array;
  readonly #dense: boolean;
  #keys: Uint32Array | undefined;

  private constructor(length: number, dense: boolean, starts: Uint32Array, keys: Uint32Array | undefined) {
    this.length = length;
    this.#dense = dense;
    this.#starts = starts;
    this.#keys = keys;
  }

  /** @param column The first column of the permutation, ascending. */
  static ofColumn(column: Uint32Array): KeyOffsets {
    const length = column.length;
    const highest = length === 0 ? 0 : column[length - 1]!;
    if (isCrowded(highest, length)) {
      const starts = new Uint32Array(highest + 2);
      let key = 0;
      for (let row = 0; row < length; row++) while (key <= column[row]!) starts[key++] = row;
      starts[highest + 1] = length;
      return new KeyOffsets(length, true, starts, undefined);
    }
    const distinct = countDistinct(column);
    const keys = new Uint32Array(distinct);
    const starts = new Uint32Array(distinct + 1);
    let at = 0;
    for (let row = 0; row < length; row++) {
      if (row > 0 && column[row] === column[row - 1]) continue;
      keys[at] = column[row]!;
      starts[at] = row;
      at++;
    }
    starts[distinct] = length;
    return new KeyOffsets(length, false, starts, keys);
  }

  /** @param keys Ascending keys. @param runs First row of each key, ascending without equals, and the number of rows. */
  static ofRuns(keys: Uint32Array, runs: Uint32Array): KeyOffsets {
    const length = runs[keys.length]!;
    const highest = keys.length === 0 ? 0 : keys[keys.length - 1]!;
    if (!isCrowded(highest, length)) return new KeyOffsets(length, false, runs, keys);
    const starts = new Uint32Array(highest + 2);
    let key = 0;
    for (let i = 0; i < keys.length; i++) while (key <= keys[i]!) starts[key++] = runs[i]!;
    starts[highest + 1] = length;
    return new KeyOffsets(length, true, starts, undefined);
  }

  /** First row of each key in `keys`, and the number of rows: what `ofRuns` reads. */
  runs(): Uint32Array {
    if (!this.#dense) return this.#starts;
    const { keys } = this;
    const runs = new Uint32Array(keys.length + 1);
    for (let i = 0; i < keys.length; i++) runs[i] = this.#starts[keys[i]!]!;
    runs[keys.length] = this.length;
    return runs;
  }

  get byteLength(): number {
    return this.#starts.byteLength + (this.#keys?.byteLength ?? 0);
  }

  /** Keys in use, ascending. */
  get keys(): Uint32Array {
    if (this.#keys !== undefined) return this.#keys;
    const starts = this.#starts;
    let distinct = 0;
    for (let key = 0; key + 1 < starts.length; key++) if (starts[key + 1]! > starts[key]!) distinct++;
    const keys = new Uint32Array(distinct);
    let at = 0;
    for (let key = 0; key + 1 < starts.length; key++) if (starts[key + 1]! > starts[key]!) keys[at++] = key;
    this.#keys = keys;
    return keys;
  }

  /** First row of a key; with no rows, `start` and `end` are equal. */
  start(key: number): number {
    if (this.#dense) return key + 1 < this.#starts.length ? this.#starts[key]! : this.length;
    return this.#starts[lowerBound(this.#keys!, key, 0, this.#keys!.length)]!;
  }

  /** Row after the last of a key. */
  end(key: number): number {
    if (this.#dense) return key + 1 < this.#starts.length ? this.#starts[key + 1]! : this.length;
    const keys = this.#keys!;
    const at = lowerBound(keys, key, 0, keys.length);
    return this.#starts[keys[at] === key ? at + 1 : at]!;
  }

  /** The key that a row belongs to. */
  keyOf(row: number): number {
    // The last start that is not above the row; empty keys share their start with the next one, so the last is the right one.
    const at = upperBound(this.#starts, row, 0, this.#starts.length) - 1;
    return this.#dense ? at : this.#keys![at]!;
  }

  /** The first column again, in full. */
  expand(): Uint32Array {
    const column = new Uint32Array(this.length);
    const keys = this.keys;
    for (let i = 0; i < keys.length; i++) column.fill(keys[i]!, this.start(keys[i]!), this.end(keys[i]!));
    return column;
  }
}

/** Whether a start for every id up to the highest costs no more than two entries a row. */
function isCrowded(highest: number, rows: number): boolean {
  return highest + 2 <= 2 * rows;
}

function countDistinct(column: Uint32Array): number {
  let distinct = 0;
  for (let row = 0; row < column.length; row++) if (row === 0 || column[row] !== column[row - 1]) distinct++;
  return distinct;
}

/** First index in `[start, end)` whose value is not below `key`; `end` when there is none. */
export function lowerBound(column: Uint32Array, key: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index in `[start, end)` whose value is above `key`; `end` when there is none. */
export function upperBound(column: Uint32Array, key: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
