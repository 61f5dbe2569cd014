/**
 * Stable least-significant-digit radix sort of rows held as struct of arrays.
 *
 * @param columns Columns of equal length; they are not changed.
 * @param keys Indexes of the columns to sort by, the least significant first.
 * @returns New columns in sorted order (or the given ones, when they were sorted already).
 */
export function sortRows(columns: readonly Uint32Array[], keys: readonly number[]): readonly Uint32Array[] {
  const length = columns[0]!.length;
  if (length < 2 || isSorted(columns, keys)) return columns;
  // Eleven bits keep the counters in the first-level cache; short inputs are not worth clearing 2,048 of them.
  const bits = length < 2048 ? 8 : 11;
  let from = columns;
  let spare: Uint32Array[] | undefined;
  const destination = new Uint32Array(length);
  const counts = new Uint32Array(1 << bits);
  for (const key of keys) {
    const highest = maximum(columns[key]!);
    for (let shift = 0; shift < 32 && highest >>> shift !== 0; shift += bits) {
      if (!destinations(from[key]!, shift, counts, destination)) continue;
      const to: Uint32Array[] = spare ?? columns.map(() => new Uint32Array(length));
      for (let i = 0; i < from.length; i++) scatter(from[i]!, destination, to[i]!);
      spare = from === columns ? undefined : (from as Uint32Array[]);
      from = to;
    }
  }
  return from;
}

/** Fills `destination` with each row's place by one digit; false when all rows share the digit. */
function destinations(column: Uint32Array, shift: number, counts: Uint32Array, destination: Uint32Array): boolean {
  const mask = counts.length - 1;
  const length = column.length;
  counts.fill(0);
  for (let i = 0; i < length; i++) counts[(column[i]! >>> shift) & mask]!++;
  if (counts[(column[0]! >>> shift) & mask] === length) return false;
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    counts[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i++) destination[i] = counts[(column[i]! >>> shift) & mask]!++;
  return true;
}

function scatter(from: Uint32Array, destination: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < from.length; i++) to[destination[i]!] = from[i]!;
}

function maximum(column: Uint32Array): number {
  let highest = 0;
  for (let i = 0; i < column.length; i++) if (column[i]! > highest) highest = column[i]!;
  return highest;
}

function isSorted(columns: readonly Uint32Array[], keys: readonly number[]): boolean {
  const length = columns[0]!.length;
  for (let i = 1; i < length; i++) {
    for (let k = keys.length - 1; k >= 0; k--) {
      const column = columns[keys[k]!]!;
      const previous = column[i - 1]!;
      const current = column[i]!;
      if (previous > current) return false;
      if (previous < current) break;
    }
  }
  return true;
}

/** Drops rows equal to the row before them, in columns sorted by all of them. Returns the given columns when there are none. */
export function dropDuplicates(columns: readonly Uint32Array[]): readonly Uint32Array[] {
  const length = columns[0]!.length;
  let kept = 0;
  let target: Uint32Array[] | undefined;
  for (let i = 0; i < length; i++) {
    if (i > 0 && isRepeated(columns, i)) {
      target ??= columns.map((column) => column.slice());
      continue;
    }
    if (target !== undefined) for (let c = 0; c < columns.length; c++) target[c]![kept] = columns[c]![i]!;
    kept++;
  }
  return target === undefined ? columns : target.map((column) => column.slice(0, kept));
}

function isRepeated(columns: readonly Uint32Array[], row: number): boolean {
  for (let c = 0; c < columns.length; c++) if (columns[c]![row] !== columns[c]![row - 1]) return false;
  return true;
}
