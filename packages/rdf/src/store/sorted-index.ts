import { KeyOffsets, lowerBound, upperBound } from "./key-offsets.ts";
import { mergeRows } from "./merge-rows.ts";
import { distinctSubjects, functionalColumn } from "./predicate-column.ts";
import { QuadRows } from "./quad-rows.ts";
import { sortRows } from "./radix-sort.ts";
import type { IndexOrder, IndexRange, PredicateStatistics, TermId, TripleIndex } from "./triple-index.ts";

/** One sorted permutation: the first column as offsets, the others in full. */
export interface Permutation {
  readonly offsets: KeyOffsets;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
}

/** Budget of cached functional columns, bytes a triple; beyond it the oldest go (they can be made again). */
const COLUMN_BYTES_PER_TRIPLE = 24;
const COLUMN_BYTES_FLOOR = 4 << 20;

/**
 * An immutable set of triples in three sorted permutations. SPO is there from the start, POS and OSP are built at their first use
 * (one stable radix pass each: sorting SPO by object gives OSP, sorting OSP by predicate gives POS).
 */
export class SortedIndex implements TripleIndex {
  readonly size: number;
  readonly #spo: Permutation;
  #pos: Permutation | undefined;
  #osp: Permutation | undefined;
  readonly #statistics = new Map<TermId, PredicateStatistics>();
  readonly #columns = new Map<string, Uint32Array | undefined>();
  #columnBytes = 0;

  /** The permutations must be sorted, hold the same triples and no duplicates. */
  constructor(spo: Permutation, pos?: Permutation, osp?: Permutation) {
    this.size = spo.second.length;
    this.#spo = spo;
    this.#pos = pos;
    this.#osp = osp;
  }

  /** The three columns of a permutation in the order of its keys: subject, predicate and object for SPO. */
  rows(order: IndexOrder = "spo"): readonly Uint32Array[] {
    const { offsets, second, third } = this.permutation(order);
    return [offsets.expand(), second, third];
  }

  /**
   * `(this − minus) ∪ plus`, with the permutations that this one has. `minus` must be part of this index.
   *
   * @param rows The result in SPO order, where it is known already.
   */
  merged(plus: SortedIndex, minus: SortedIndex, rows?: readonly Uint32Array[]): SortedIndex {
    if (plus.size === 0 && minus.size === 0) return this;
    const merge = (order: IndexOrder): Permutation => permutationOf(mergeRows(this.rows(order), plus.rows(order), minus.rows(order)));
    return new SortedIndex(
      rows === undefined ? merge("spo") : permutationOf(rows),
      this.#pos === undefined ? undefined : merge("pos"),
      this.#osp === undefined ? undefined : merge("osp"),
    );
  }

  /** The triples that a test keeps. */
  filter(keep: (subject: TermId, predicate: TermId, object: TermId) => boolean): SortedIndex {
    const [subject, predicate, object] = this.rows() as [Uint32Array, Uint32Array, Uint32Array];
    const selected = new QuadRows();
    for (let row = 0; row < this.size; row++) {
      if (keep(subject[row]!, predicate[row]!, object[row]!)) selected.push(subject[row]!, predicate[row]!, object[row]!, 0);
    }
    return selected.length === this.size ? this : sortedIndex(selected.columns().slice(0, 3));
  }

  permutation(order: IndexOrder): Permutation {
    if (order === "spo") return this.#spo;
    if (order === "osp") {
      this.#osp ??= this.#sorted([2], 2, 0, 1);
      return this.#osp;
    }
    if (this.#pos === undefined) {
      if (this.#osp === undefined) this.#pos = this.#sorted([2, 1], 1, 2, 0);
      else {
        const { offsets, second, third } = this.#osp;
        this.#pos = permutationOf(sortRows([third, offsets.expand(), second], [0]));
      }
    }
    return this.#pos;
  }

  #sorted(keys: readonly number[], first: number, second: number, third: number): Permutation {
    const rows = sortRows(this.rows(), keys);
    return permutationOf([rows[first]!, rows[second]!, rows[third]!]);
  }

  /** Builds what would otherwise be built at first use. */
  warm(): void {
    this.permutation("osp");
    this.permutation("pos");
  }

  /** Bytes of the permutations that exist. */
  get bytes(): number {
    let bytes = 0;
    for (const permutation of [this.#spo, this.#pos, this.#osp]) {
      if (permutation !== undefined) bytes += permutation.offsets.byteLength + permutation.second.byteLength + permutation.third.byteLength;
    }
    return bytes;
  }

  count(subject: TermId, predicate: TermId, object: TermId): number {
    if (subject !== 0) {
      if (predicate !== 0) {
        if (object !== 0) return this.has(subject, predicate, object) ? 1 : 0;
        return rows(this.range("spo", subject, predicate));
      }
      return rows(object === 0 ? this.range("spo", subject) : this.range("osp", object, subject));
    }
    if (predicate !== 0) return rows(this.range("pos", predicate, object));
    return object === 0 ? this.size : rows(this.range("osp", object));
  }

  has(subject: TermId, predicate: TermId, object: TermId): boolean {
    return this.row(subject, predicate, object) >= 0;
  }

  /** Row of a triple in SPO order, −1 when it is not there. */
  row(subject: TermId, predicate: TermId, object: TermId): number {
    const { start, end, third } = this.range("spo", subject, predicate);
    const at = lowerBound(third, object, start, end);
    return at < end && third[at] === object ? at : -1;
  }

  range(order: IndexOrder, first: TermId, second: TermId = 0): IndexRange {
    const permutation = this.permutation(order);
    let start = permutation.offsets.start(first);
    let end = permutation.offsets.end(first);
    if (second !== 0) {
      start = lowerBound(permutation.second, second, start, end);
      end = upperBound(permutation.second, second, start, end);
    }
    return { start, end, second: permutation.second, third: permutation.third };
  }

  keys(order: IndexOrder): Uint32Array {
    return this.permutation(order).offsets.keys;
  }

  predicate(predicate: TermId): PredicateStatistics {
    let statistics = this.#statistics.get(predicate);
    if (statistics === undefined) {
      const range = this.range("pos", predicate);
      statistics = { triples: rows(range), distinctSubjects: distinctSubjects(range), distinctObjects: distinctSeconds(range) };
      this.#statistics.set(predicate, statistics);
    }
    return statistics;
  }

  functionalColumn(predicate: TermId): Uint32Array | undefined {
    return this.#column(`f${predicate}`, predicate, "third", "second");
  }

  inverseFunctionalColumn(predicate: TermId): Uint32Array | undefined {
    return this.#column(`i${predicate}`, predicate, "second", "third");
  }

  #column(key: string, predicate: TermId, from: "second" | "third", to: "second" | "third"): Uint32Array | undefined {
    if (this.#columns.has(key)) return this.#columns.get(key);
    const column = functionalColumn(this.range("pos", predicate), from, to);
    this.#columns.set(key, column);
    this.#columnBytes += column?.byteLength ?? 0;
    const budget = Math.max(COLUMN_BYTES_FLOOR, this.size * COLUMN_BYTES_PER_TRIPLE);
    for (const [oldest, old] of this.#columns) {
      if (this.#columnBytes <= budget || oldest === key) break;
      if (old === undefined) continue;
      this.#columns.delete(oldest);
      this.#columnBytes -= old.byteLength;
    }
    return column;
  }
}

/** @param rows Subject, predicate and object columns, sorted in that order and without duplicates. */
export function sortedIndex(rows: readonly Uint32Array[]): SortedIndex {
  return new SortedIndex(permutationOf(rows));
}

/** @param rows The columns in the order of the permutation's keys, sorted. */
function permutationOf(rows: readonly Uint32Array[]): Permutation {
  return { offsets: KeyOffsets.ofColumn(rows[0]!), second: rows[1]!, third: rows[2]! };
}

/** The index without triples. */
export function emptyIndex(): SortedIndex {
  const none = new Uint32Array(0);
  return sortedIndex([none, none, none]);
}

function rows(range: IndexRange): number {
  return range.end - range.start;
}

/** Number of different values in the sorted second column. */
export function distinctSeconds({ start, end, second }: IndexRange): number {
  let distinct = 0;
  for (let row = start; row < end; row++) if (row === start || second[row] !== second[row - 1]) distinct++;
  return distinct;
}
