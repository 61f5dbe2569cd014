/**
 * Distinct tuples of ids, numbered in order of arrival: the hash table behind DISTINCT, GROUP BY and joins.
 * Open addressing over typed arrays; no strings, no objects per entry.
 */
export class KeyTable {
  /** Number of tuples. */
  size = 0;
  /** The tuples, `width` ids each. */
  keys: Uint32Array;
  readonly #width: number;
  /** Entry + 1, 0 for a free place. */
  #slots: Uint32Array;
  #mask: number;

  constructor(width: number, expected = 16) {
    let capacity = 32;
    while (capacity < expected * 2) capacity *= 2;
    this.#width = width;
    this.#slots = new Uint32Array(capacity);
    this.#mask = capacity - 1;
    this.keys = new Uint32Array(Math.max(1, width) * (capacity >> 1));
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#slots.byteLength + this.keys.byteLength;
  }

  /** Number of the tuple in `columns[positions[…]][row]`, −1 when it is not there. */
  find(columns: readonly Uint32Array[], positions: readonly number[], row: number): number {
    const width = this.#width;
    const keys = this.keys;
    let place = this.#hash(columns, positions, row) & this.#mask;
    for (;;) {
      const entry = this.#slots[place]!;
      if (entry === 0) return -1;
      const base = (entry - 1) * width;
      let i = 0;
      while (i < width && keys[base + i] === columns[positions[i]!]![row]) i++;
      if (i === width) return entry - 1;
      place = (place + 1) & this.#mask;
    }
  }

  /** Number of the tuple, added if it is new: then the number equals the former `size`. */
  insert(columns: readonly Uint32Array[], positions: readonly number[], row: number): number {
    const width = this.#width;
    const keys = this.keys;
    let place = this.#hash(columns, positions, row) & this.#mask;
    for (;;) {
      const entry = this.#slots[place]!;
      if (entry === 0) break;
      const base = (entry - 1) * width;
      let i = 0;
      while (i < width && keys[base + i] === columns[positions[i]!]![row]) i++;
      if (i === width) return entry - 1;
      place = (place + 1) & this.#mask;
    }
    const number = this.size++;
    this.#slots[place] = number + 1;
    for (let i = 0; i < width; i++) keys[number * width + i] = columns[positions[i]!]![row]!;
    if (this.size * 2 > this.#mask) this.#grow();
    return number;
  }

  #hash(columns: readonly Uint32Array[], positions: readonly number[], row: number): number {
    let hash = 0;
    for (let i = 0; i < positions.length; i++) hash = mix(hash, columns[positions[i]!]![row]!);
    return hash ^ (hash >>> 15);
  }

  #grow(): void {
    const capacity = (this.#mask + 1) * 4;
    const slots = new Uint32Array(capacity);
    const width = this.#width;
    const mask = capacity - 1;
    for (let number = 0; number < this.size; number++) {
      let hash = 0;
      for (let i = 0; i < width; i++) hash = mix(hash, this.keys[number * width + i]!);
      let place = (hash ^ (hash >>> 15)) & mask;
      while (slots[place] !== 0) place = (place + 1) & mask;
      slots[place] = number + 1;
    }
    this.#slots = slots;
    this.#mask = mask;
    const keys = new Uint32Array(Math.max(1, width) * (capacity >> 1));
    keys.set(this.keys.subarray(0, this.size * width));
    this.keys = keys;
  }
}

/** Multiplicative mixing with odd constants (Fibonacci hashing, Knuth 6.4). */
function mix(hash: number, id: number): number {
  const mixed = Math.imul(hash ^ id, 0x9e3779b1);
  return mixed ^ (mixed >>> 16);
}
