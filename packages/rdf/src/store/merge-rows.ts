/** Changes that are fewer than this share of the base are found by binary search, and what lies between them is copied in one go. */
const SEARCH_SHARE = 1 / 16;

/**
 * Merges rows sorted by all columns (first column most significant): `(base − minus) ∪ plus`, without duplicates.
 * `minus` must be part of `base`; `plus` may overlap with it. Returns `base` where nothing changes.
 */
export function mergeRows(
  base: readonly Uint32Array[],
  plus: readonly Uint32Array[],
  minus: readonly Uint32Array[] | undefined,
): readonly Uint32Array[] {
  const baseLength = base[0]!.length;
  const plusLength = plus[0]!.length;
  const minusLength = minus?.[0]?.length ?? 0;
  if (plusLength === 0 && minusLength === 0) return base;
  const out = base.map(() => new Uint32Array(baseLength + plusLength - minusLength));
  const search = plusLength + minusLength < baseLength * SEARCH_SHARE;
  let i = 0;
  let j = 0;
  let k = 0;
  let n = 0;
  while (i < baseLength || j < plusLength) {
    // The next change: whichever of plus and minus comes first.
    const fromMinus = minus !== undefined && k < minusLength && (j === plusLength || compareRows(minus, k, plus, j) <= 0);
    const change = fromMinus ? minus : plus;
    const row = fromMinus ? k : j;
    const isLast = !fromMinus && j === plusLength;
    const to = isLast ? baseLength : search ? lowerBoundRow(base, i, change, row) : nextNotBelow(base, i, change, row);
    if (to - i < 16) for (let c = 0; c < out.length; c++) for (let r = i; r < to; r++) out[c]![n + r - i] = base[c]![r]!;
    else for (let c = 0; c < out.length; c++) out[c]!.set(base[c]!.subarray(i, to), n);
    n += to - i;
    i = to;
    if (isLast) break;
    const inBase = i < baseLength && compareRows(base, i, change, row) === 0;
    if (fromMinus) k++;
    else {
      for (let c = 0; c < out.length; c++) out[c]![n] = plus[c]![j]!;
      n++;
      j++;
    }
    if (inBase) i++;
  }
  return n === out[0]!.length ? out : out.map((column) => column.slice(0, n));
}

/** First row of `base` from `start` on that is not below a row of `other`, by stepping. */
function nextNotBelow(base: readonly Uint32Array[], start: number, other: readonly Uint32Array[], row: number): number {
  let at = start;
  while (at < base[0]!.length && compareRows(base, at, other, row) < 0) at++;
  return at;
}

/** The same by binary search. */
function lowerBoundRow(base: readonly Uint32Array[], start: number, other: readonly Uint32Array[], row: number): number {
  let low = start;
  let high = base[0]!.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareRows(base, middle, other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareRows(a: readonly Uint32Array[], i: number, b: readonly Uint32Array[], j: number): number {
  for (let c = 0; c < a.length; c++) {
    const difference = a[c]![i]! - b[c]![j]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
