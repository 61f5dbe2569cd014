import { ChanceryError } from "../errors.ts";
import type { TermId } from "../store/triple-index.ts";

/** Kinds of terms, as they stand in `TermTable.kinds`. */
export const TermKind = { iri: 1, blank: 2, literal: 3, triple: 4 } as const;

/** Bits of `TermTable.flags`. */
export const TermFlag = {
  /** The lexical form is not in the lexical space of a datatype that the engine knows. */
  illTyped: 1,
  /** A date or time that says its time zone. */
  timezone: 2,
  /** More digits than a double keeps apart (over 15): compare by the lexical form when the doubles are equal. */
  inexact: 4,
} as const;

const FIRST_SEED = 0x811c9dc5 | 0;
/** FNV-1a multiplier: `hash = Math.imul(hash ^ byte, HASH_PRIME)`. */
export const HASH_PRIME = 0x01000193;

/** FNV-1a from a seed, which is the table's `seed`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, HASH_PRIME);
  return hash;
}

/** Ids stay below 2^31, so that the upper half of the 32-bit range is free for terms that a query computes. */
export const MAX_TERMS = 0x7fff_fff0;
/** Offsets are 32 bits; what is left below 4 GiB keeps the longest single term from overflowing them. */
export const MAX_BYTES = 0xf000_0000;

const FIRST_CAPACITY = 256;
/** Open addressing with linear probing stays short below this load. */
const MAX_LOAD = 0.6;
/** Honest terms stay below some hundred probes even in tables of 10^8; a longer search means that somebody has made terms collide. */
const MAX_PROBES = 1024;

/**
 * Terms as bytes: an arena of lexical forms in UTF-8, typed side columns by id, and an open-addressing hash table over both.
 * Knows nothing of RDF but the columns' names; `Dictionary` gives them meaning. Columns are longer than `size` and are replaced when they grow:
 * read them again after any write.
 */
export class TermTable {
  /** Number of terms; ids are 1 … size. */
  size = 0;
  /** Lexical forms, one after the other; triple terms hold their three component ids, little-endian. */
  arena: Uint8Array = new Uint8Array(FIRST_CAPACITY * 32);
  /** Term `id` lies in `arena` from `offsets[id]` to `offsets[id + 1]`. */
  offsets: Uint32Array = new Uint32Array(FIRST_CAPACITY + 2);
  kinds: Uint8Array = new Uint8Array(FIRST_CAPACITY + 1);
  flags: Uint8Array = new Uint8Array(FIRST_CAPACITY + 1);
  datatypes: Uint16Array = new Uint16Array(FIRST_CAPACITY + 1);
  languages: Uint16Array = new Uint16Array(FIRST_CAPACITY + 1);
  values: Float64Array = new Float64Array(FIRST_CAPACITY + 1);

  /** Where `hashBytes` starts. Changes when terms have been made to collide, so read it before each hash. */
  seed: number = FIRST_SEED;
  #reseededAt = 0;
  /** Pairs (hash, id); id 0 marks a free slot. */
  #slots = new Int32Array(2 * 512);
  #mask = 511;
  readonly #maxTerms: number;
  readonly #maxBytes: number;

  constructor(maxTerms: number, maxBytes: number) {
    this.#maxTerms = Math.min(maxTerms, MAX_TERMS);
    this.#maxBytes = Math.min(maxBytes, MAX_BYTES);
  }

  /** Bytes of all columns, the arena and the hash table as filled (allocation slack left out). */
  get bytes(): number {
    return this.offsets[this.size + 1]! + this.size * 18 + this.#slots.byteLength;
  }

  /** Id of the term with these bytes and columns, 0 when it is not there. `hash` is `hashBytes` of the range from `seed`. */
  find(hash: number, kind: number, datatype: number, language: number, source: Uint8Array, start: number, end: number): TermId {
    const full = fullHash(hash, kind, datatype, language);
    const slots = this.#slots;
    const mask = this.#mask;
    const length = end - start;
    for (let slot = full & mask; ; slot = (slot + 1) & mask) {
      const id = slots[2 * slot + 1]!;
      if (id === 0) return 0;
      if (slots[2 * slot] !== full) continue;
      const from = this.offsets[id]!;
      if (this.offsets[id + 1]! - from !== length || this.kinds[id] !== kind) continue;
      if (kind === TermKind.literal && (this.datatypes[id] !== datatype || this.languages[id] !== language)) continue;
      const arena = this.arena;
      let i = 0;
      while (i < length && arena[from + i] === source[start + i]) i++;
      if (i === length) return id;
    }
  }

  /** Adds a term that `find` has not found and returns its id. The value column is left NaN, the flags 0. */
  insert(hash: number, kind: number, datatype: number, language: number, source: Uint8Array, start: number, end: number): TermId {
    const id = this.size + 1;
    const from = this.offsets[id]!;
    const length = end - start;
    if (id > this.#maxTerms) throw tooLarge(`the dictionary holds ${this.size} terms, which is its limit`);
    if (from + length > this.#maxBytes) throw tooLarge(`the dictionary's text would exceed ${this.#maxBytes} bytes`);
    if (id + 2 > this.kinds.length) this.#growColumns();
    if (from + length > this.arena.length) this.#growArena(from + length);
    if (id > (this.#mask + 1) * MAX_LOAD) this.#growSlots();
    // Nothing fails from here on.
    copyBytes(source, start, end, this.arena, from);
    this.offsets[id + 1] = from + length;
    this.kinds[id] = kind;
    this.flags[id] = 0;
    this.datatypes[id] = datatype;
    this.languages[id] = language;
    this.values[id] = Number.NaN;
    this.size = id;
    const probes = this.#place(fullHash(hash, kind, datatype, language), id);
    if (probes > MAX_PROBES && id - this.#reseededAt >= MAX_PROBES) this.#reseed();
    return id;
  }

  /** Puts an id into the first free slot and returns how many were taken before it. */
  #place(hash: number, id: TermId): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let probes = 0;
    while (slots[2 * ((hash + probes) & mask) + 1] !== 0) probes++;
    const slot = (hash + probes) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = id;
    return probes;
  }

  /**
   * Hashes everything anew from another seed. FNV's collisions are easily made (2^n strings from n pairs of blocks), but not for two seeds at once;
   * the seeds are no secret, since a table must behave the same in every run.
   */
  #reseed(): void {
    this.seed = fullHash(this.seed, 0, this.size, 0) | 1;
    this.#reseededAt = this.size;
    this.#slots.fill(0);
    for (let id = 1; id <= this.size; id++) {
      const hash = hashBytes(this.arena, this.offsets[id]!, this.offsets[id + 1]!, this.seed);
      this.#place(fullHash(hash, this.kinds[id]!, this.datatypes[id]!, this.languages[id]!), id);
    }
  }

  #growSlots(): void {
    const old = this.#slots;
    const capacity = (this.#mask + 1) * 2;
    this.#slots = allocate(() => new Int32Array(2 * capacity));
    this.#mask = capacity - 1;
    for (let slot = 0; slot < old.length; slot += 2) if (old[slot + 1] !== 0) this.#place(old[slot]!, old[slot + 1]!);
  }

  #growColumns(): void {
    const capacity = Math.min(Math.ceil(this.kinds.length * 2), this.#maxTerms + 3);
    this.#resizeColumns(capacity);
  }

  #resizeColumns(capacity: number): void {
    allocate(() => {
      this.offsets = resized(this.offsets, new Uint32Array(capacity + 1));
      this.kinds = resized(this.kinds, new Uint8Array(capacity));
      this.flags = resized(this.flags, new Uint8Array(capacity));
      this.datatypes = resized(this.datatypes, new Uint16Array(capacity));
      this.languages = resized(this.languages, new Uint16Array(capacity));
      this.values = resized(this.values, new Float64Array(capacity));
    });
  }

  #growArena(needed: number): void {
    const capacity = Math.min(Math.max(Math.ceil(this.arena.length * 2), needed), this.#maxBytes);
    allocate(() => {
      this.arena = resized(this.arena, new Uint8Array(capacity));
    });
  }

  /** The hash table, for snapshots: what `restore` takes. */
  get slots(): Int32Array {
    return this.#slots;
  }

  /**
   * Replaces everything by columns read from a snapshot: `offsets` with size + 2 entries, the others with size + 1. They are read only from then on.
   *
   * @returns False when the hash table does not hold each id once or is too full; what the hashes are is believed.
   */
  restore(size: number, columns: TermColumnData, slots: Int32Array, seed: number): boolean {
    const capacity = slots.length >>> 1;
    if (slots.length < 1024 || (slots.length & (slots.length - 1)) !== 0 || size > capacity * MAX_LOAD) return false;
    const seen = new Uint8Array(size + 1);
    let used = 0;
    for (let at = 1; at < slots.length; at += 2) {
      const id = slots[at]!;
      if (id === 0) continue;
      if (id < 0 || id > size || seen[id] === 1) return false;
      seen[id] = 1;
      used++;
    }
    if (used !== size) return false;
    this.size = size;
    this.arena = columns.arena;
    this.offsets = columns.offsets;
    this.kinds = columns.kinds;
    this.flags = columns.flags;
    this.datatypes = columns.datatypes;
    this.languages = columns.languages;
    this.values = columns.values;
    this.seed = seed;
    // The one part that is written in place.
    this.#slots = slots.slice();
    this.#mask = capacity - 1;
    return true;
  }
}

/** The columns of a table, without its hash table. */
export type TermColumnData = Pick<TermTable, "arena" | "offsets" | "kinds" | "flags" | "datatypes" | "languages" | "values">;

/** Mixes the columns into the bytes' hash and spreads the bits (the finalizer of MurmurHash3). */
function fullHash(hash: number, kind: number, datatype: number, language: number): number {
  let mixed = hash ^ Math.imul(kind | (datatype << 3), 0x9e3779b1) ^ Math.imul(language, 0x85ebca77);
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** A loop beats `set(subarray())` for the lengths that terms have. */
function copyBytes(source: Uint8Array, start: number, end: number, target: Uint8Array, at: number): void {
  if (end - start > 256) target.set(source.subarray(start, end), at);
  else for (let i = start, to = at; i < end; i++, to++) target[to] = source[i]!;
}

function resized<Column extends { set(source: Column): void; readonly length: number; subarray(start: number, end: number): Column }>(
  old: Column,
  fresh: Column,
): Column {
  fresh.set(old.length <= fresh.length ? old : old.subarray(0, fresh.length));
  return fresh;
}

/** Runs an allocation and turns the engine's RangeError into our error. */
function allocate<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge("the platform cannot allocate memory for more terms", cause);
    throw cause;
  }
}

function tooLarge(message: string, cause?: unknown): ChanceryError {
  return new ChanceryError("store.too-large", message, {
    remedy: "Split the data over several stores, or raise the limits in the options.",
    cause,
  });
}
