import { lowerBound, upperBound } from "./key-offsets.ts";
import { distinctSubjects, functionalColumn } from "./predicate-column.ts";
import { distinctSeconds, type SortedIndex } from "./sorted-index.ts";
import type { IndexOrder, IndexRange, PredicateStatistics, TermId, TripleIndex } from "./triple-index.ts";

/** `(base − minus) ∪ plus`; the base itself where nothing changed. */
export function overlay(base: TripleIndex, plus: SortedIndex, minus: SortedIndex): TripleIndex {
  if (plus.size === 0 && minus.size === 0) return base;
  if (base.size === 0) return plus;
  return new OverlayIndex(base, plus, minus);
}

/**
 * A large index with small changes: `minus` is part of `base`, `plus` has nothing in common with it.
 * Ranges that no change touches are the base's own; a touched one is merged when it is first asked for, and kept.
 */
class OverlayIndex implements TripleIndex {
  readonly size: number;
  readonly #base: TripleIndex;
  readonly #plus: SortedIndex;
  readonly #minus: SortedIndex;
  /** Merged ranges by order, first key and second key (0: all of the first key's). */
  readonly #merged: Record<IndexOrder, Map<TermId, Map<TermId, IndexRange>>> = { spo: new Map(), pos: new Map(), osp: new Map() };
  readonly #keys = new Map<IndexOrder, Uint32Array>();
  readonly #statistics = new Map<TermId, PredicateStatistics>();
  readonly #columns = new Map<string, Uint32Array | undefined>();

  constructor(base: TripleIndex, plus: SortedIndex, minus: SortedIndex) {
    this.size = base.size + plus.size - minus.size;
    this.#base = base;
    this.#plus = plus;
    this.#minus = minus;
  }

  count(subject: TermId, predicate: TermId, object: TermId): number {
    const touched = this.#plus.count(subject, predicate, object) - this.#minus.count(subject, predicate, object);
    return this.#base.count(subject, predicate, object) + touched;
  }

  has(subject: TermId, predicate: TermId, object: TermId): boolean {
    if (this.#plus.has(subject, predicate, object)) return true;
    return this.#base.has(subject, predicate, object) && !this.#minus.has(subject, predicate, object);
  }

  range(order: IndexOrder, first: TermId, second: TermId = 0): IndexRange {
    const plus = this.#plus.range(order, first, second);
    const minus = this.#minus.range(order, first, second);
    if (plus.start === plus.end && minus.start === minus.end) return this.#base.range(order, first, second);
    const byFirst = this.#merged[order];
    let bySecond = byFirst.get(first);
    if (bySecond === undefined) {
      bySecond = new Map();
      byFirst.set(first, bySecond);
    }
    const known = bySecond.get(second);
    if (known !== undefined) return known;
    const whole = second === 0 ? undefined : bySecond.get(0);
    const merged = whole === undefined ? mergeRanges(this.#base.range(order, first, second), plus, minus) : narrowed(whole, second);
    bySecond.set(second, merged);
    return merged;
  }

  keys(order: IndexOrder): Uint32Array {
    let keys = this.#keys.get(order);
    if (keys === undefined) {
      keys = this.#mergedKeys(order);
      this.#keys.set(order, keys);
    }
    return keys;
  }

  #mergedKeys(order: IndexOrder): Uint32Array {
    const base = this.#base.keys(order);
    const plus = this.#plus.keys(order);
    const gone = this.#minus.keys(order).filter((key) => size(this.range(order, key)) === 0);
    const keys = new Uint32Array(base.length + plus.length);
    let count = 0;
    let j = 0;
    let k = 0;
    for (let i = 0; i < base.length || j < plus.length; ) {
      const key = j === plus.length || (i < base.length && base[i]! <= plus[j]!) ? base[i]! : plus[j]!;
      if (i < base.length && base[i] === key) i++;
      if (j < plus.length && plus[j] === key) j++;
      while (k < gone.length && gone[k]! < key) k++;
      if (gone[k] !== key) keys[count++] = key;
    }
    return keys.slice(0, count);
  }

  predicate(predicate: TermId): PredicateStatistics {
    if (!this.#touches(predicate)) return this.#base.predicate(predicate);
    let statistics = this.#statistics.get(predicate);
    if (statistics === undefined) {
      const range = this.range("pos", predicate);
      statistics = { triples: size(range), distinctSubjects: distinctSubjects(range), distinctObjects: distinctSeconds(range) };
      this.#statistics.set(predicate, statistics);
    }
    return statistics;
  }

  functionalColumn(predicate: TermId): Uint32Array | undefined {
    if (!this.#touches(predicate)) return this.#base.functionalColumn(predicate);
    return this.#column(`f${predicate}`, predicate, "third", "second");
  }

  inverseFunctionalColumn(predicate: TermId): Uint32Array | undefined {
    if (!this.#touches(predicate)) return this.#base.inverseFunctionalColumn(predicate);
    return this.#column(`i${predicate}`, predicate, "second", "third");
  }

  #column(key: string, predicate: TermId, from: "second" | "third", to: "second" | "third"): Uint32Array | undefined {
    if (!this.#columns.has(key)) this.#columns.set(key, functionalColumn(this.range("pos", predicate), from, to));
    return this.#columns.get(key);
  }

  #touches(predicate: TermId): boolean {
    return this.#plus.count(0, predicate, 0) > 0 || this.#minus.count(0, predicate, 0) > 0;
  }
}

function size(range: IndexRange): number {
  return range.end - range.start;
}

function narrowed(range: IndexRange, second: TermId): IndexRange {
  const start = lowerBound(range.second, second, range.start, range.end);
  return { start, end: upperBound(range.second, second, start, range.end), second: range.second, third: range.third };
}

/** Rows of one first key, without `minus` and with `plus`, as arrays of their own. */
function mergeRanges(base: IndexRange, plus: IndexRange, minus: IndexRange): IndexRange {
  const length = size(base) + size(plus) - size(minus);
  const second = new Uint32Array(length);
  const third = new Uint32Array(length);
  let i = base.start;
  let j = plus.start;
  let k = minus.start;
  for (let n = 0; n < length; ) {
    const fromBase = i < base.end && (j === plus.end || before(base, i, plus, j));
    const source = fromBase ? base : plus;
    const row = fromBase ? i++ : j++;
    if (fromBase && k < minus.end && base.second[row] === minus.second[k] && base.third[row] === minus.third[k]) {
      k++;
      continue;
    }
    second[n] = source.second[row]!;
    third[n] = source.third[row]!;
    n++;
  }
  return { start: 0, end: length, second, third };
}

function before(a: IndexRange, i: number, b: IndexRange, j: number): boolean {
  const difference = a.second[i]! - b.second[j]!;
  return difference < 0 || (difference === 0 && a.third[i]! < b.third[j]!);
}
