import type { Batch, Table } from "./batch.ts";
import type { Budget } from "./budget.ts";
import { KeyTable } from "./key-table.ts";

/** Rows of one table by the values of some columns. */
interface KeyIndex {
  readonly keys: KeyTable;
  /** First row + 1 of each key. */
  readonly heads: Uint32Array;
}

/**
 * The right side of a join, found by compatibility: equal where both sides are bound. Variables that may be unbound split the rows
 * into classes by which of them are bound; every pair of classes has its own hash index, so that a join over OPTIONAL or UNION
 * results never compares all rows with all rows.
 */
export class CompatibleRows {
  readonly table: Table;
  readonly #keyColumns: readonly number[];
  readonly #maybeColumns: readonly number[];
  readonly #classes: {
    readonly mask: number;
    readonly rows: Uint32Array;
    readonly indexes: Map<number, KeyIndex & { next: Uint32Array }>;
  }[];
  readonly #budget: Budget;

  /** @param keyColumns Columns of the table that are always bound. @param maybeColumns Columns that may be 0; 31 at most. */
  constructor(table: Table, keyColumns: readonly number[], maybeColumns: readonly number[], budget: Budget) {
    this.table = table;
    this.#keyColumns = keyColumns;
    this.#maybeColumns = maybeColumns;
    this.#budget = budget;
    const byMask = new Map<number, number[]>();
    if (maybeColumns.length === 0) {
      const all = new Uint32Array(table.length);
      for (let row = 0; row < table.length; row++) all[row] = row;
      this.#classes = table.length === 0 ? [] : [{ mask: 0, rows: all, indexes: new Map() }];
      return;
    }
    for (let row = 0; row < table.length; row++) {
      const mask = boundMask(table, maybeColumns, row);
      const rows = byMask.get(mask);
      if (rows === undefined) byMask.set(mask, [row]);
      else rows.push(row);
    }
    this.#classes = [...byMask].map(([mask, rows]) => ({ mask, rows: Uint32Array.from(rows), indexes: new Map() }));
  }

  /**
   * Fills `found` with the numbers of all rows compatible with a left row and returns how many.
   *
   * @param common Bits of `maybeColumns` of which one at least must be bound on both sides; 0 asks for nothing.
   */
  find(batch: Batch, row: number, keyColumns: readonly number[], maybeColumns: readonly number[], common: number, found: RowList): number {
    found.length = 0;
    const leftMask = maybeColumns.length === 0 ? 0 : boundMask(batch, maybeColumns, row);
    for (const group of this.#classes) {
      const shared = leftMask & group.mask;
      if (common !== 0 && (shared & common) === 0) continue;
      let index = group.indexes.get(shared);
      if (index === undefined) {
        index = this.#build(group.rows, shared);
        group.indexes.set(shared, index);
      }
      const positions = maybeColumns.length === 0 ? keyColumns : withShared(keyColumns, maybeColumns, shared);
      const key = index.keys.find(batch.columns, positions, row);
      if (key < 0) continue;
      for (let next = index.heads[key]!; next !== 0; next = index.next[next - 1]!) found.push(group.rows[next - 1]!);
    }
    return found.length;
  }

  /** Whether any row is compatible. */
  has(batch: Batch, row: number, keyColumns: readonly number[], maybeColumns: readonly number[], common: number, found: RowList): boolean {
    return this.find(batch, row, keyColumns, maybeColumns, common, found) > 0;
  }

  #build(rows: Uint32Array, shared: number): KeyIndex & { next: Uint32Array } {
    const positions = withShared(this.#keyColumns, this.#maybeColumns, shared);
    const keys = new KeyTable(positions.length, Math.min(rows.length, 1 << 16));
    const next = new Uint32Array(rows.length);
    let heads = new Uint32Array(64);
    // Backwards, so that each chain runs in the order of the rows.
    for (let i = rows.length - 1; i >= 0; i--) {
      this.#budget.step();
      const key = keys.insert(this.table.columns, positions, rows[i]!);
      if (key >= heads.length) {
        const larger = new Uint32Array(heads.length * 4);
        larger.set(heads);
        heads = larger;
      }
      next[i] = heads[key]!;
      heads[key] = i + 1;
    }
    this.#budget.allocate(keys.bytes + next.byteLength + heads.byteLength);
    return { keys, heads, next };
  }
}

/** Row numbers found by a lookup; reused from one to the next. */
export class RowList {
  length = 0;
  rows: Uint32Array = new Uint32Array(64);

  push(row: number): void {
    if (this.length === this.rows.length) {
      const larger = new Uint32Array(this.length * 4);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[this.length++] = row;
  }
}

function withShared(keys: readonly number[], maybe: readonly number[], shared: number): readonly number[] {
  if (shared === 0) return keys;
  return [...keys, ...maybe.filter((_, bit) => (shared & (1 << bit)) !== 0)];
}

/** Bit i is set where column `columns[i]` is bound in the row. */
export function boundMask(batch: Batch, columns: readonly number[], row: number): number {
  let mask = 0;
  for (let bit = 0; bit < columns.length; bit++) {
    const column = columns[bit]!;
    if (column >= 0 && batch.columns[column]![row] !== 0) mask |= 1 << bit;
  }
  return mask;
}
