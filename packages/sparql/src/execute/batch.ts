/**
 * Rows as columns of term ids; only the first `length` entries count, and 0 is "unbound".
 * A batch belongs to the operator that made it and is valid until the operator is asked for the next one.
 */
export interface Batch {
  length: number;
  readonly columns: readonly Uint32Array[];
}

/**
 * Gives the next batch, `undefined` at the end. An empty batch means "nothing yet, ask again": it lets control return to the caller,
 * who can look at the clock or yield, after a bounded amount of work even where a filter drops everything.
 */
export type Pull = () => Batch | undefined;

/** Rows a batch holds at most; small enough for the first-level cache with a handful of columns. */
export const BATCH_ROWS = 2048;
/** Rows of an operator's first batch: point queries allocate little, and ASK and LIMIT stop early. */
export const FIRST_BATCH_ROWS = 128;

/** An operator's output, refilled for every batch; grows from `FIRST_BATCH_ROWS` to `BATCH_ROWS`. */
export class RowBuffer implements Batch {
  length = 0;
  capacity: number = FIRST_BATCH_ROWS;
  columns: Uint32Array[];

  constructor(width: number) {
    this.columns = createColumns(width, FIRST_BATCH_ROWS);
  }

  get isFull(): boolean {
    return this.length >= this.capacity;
  }

  /** Empties the buffer, and enlarges it once it has been full. */
  reset(): void {
    if (this.length >= this.capacity && this.capacity < BATCH_ROWS) {
      this.capacity = BATCH_ROWS;
      this.columns = createColumns(this.columns.length, BATCH_ROWS);
    }
    this.length = 0;
  }

  /** Makes room for a given number of rows, which only operators that emit a whole input batch at once ask for. */
  ensure(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = Math.max(rows, BATCH_ROWS);
    this.columns = this.columns.map((column) => {
      const larger = new Uint32Array(this.capacity);
      larger.set(column.subarray(0, this.length));
      return larger;
    });
  }
}

/** Columns in one buffer: one allocation is most of what a small batch costs. */
function createColumns(width: number, rows: number): Uint32Array[] {
  const columns: Uint32Array[] = [];
  const buffer = new ArrayBuffer(width * rows * 4);
  for (let i = 0; i < width; i++) columns.push(new Uint32Array(buffer, i * rows * 4, rows));
  return columns;
}

/** Rows that are kept: grows as batches are appended. */
export class Table implements Batch {
  length = 0;
  columns: Uint32Array[];
  #capacity = 0;

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new Uint32Array(0));
  }

  /** Bytes held. */
  get bytes(): number {
    return this.columns.length * this.#capacity * 4;
  }

  /** Appends all rows of a batch; `from[i]` is the batch's column for column i, −1 for unbound. */
  append(batch: Batch, from: readonly number[]): void {
    this.#reserve(this.length + batch.length);
    for (let i = 0; i < from.length; i++) {
      const source = from[i]!;
      if (source >= 0) this.columns[i]!.set(batch.columns[source]!.subarray(0, batch.length), this.length);
    }
    this.length += batch.length;
  }

  /** Appends one row of a batch. */
  appendRow(batch: Batch, row: number, from: readonly number[]): void {
    this.#reserve(this.length + 1);
    for (let i = 0; i < from.length; i++) {
      const source = from[i]!;
      this.columns[i]![this.length] = source < 0 ? 0 : batch.columns[source]![row]!;
    }
    this.length++;
  }

  #reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    const capacity = Math.max(rows, this.#capacity * 2, 16);
    this.columns = this.columns.map((column) => {
      const larger = new Uint32Array(capacity);
      larger.set(column.subarray(0, this.length));
      return larger;
    });
    this.#capacity = capacity;
  }
}

/** A table's rows as batches that share its memory. */
export function pullTable(table: Batch): Pull {
  let start = 0;
  return () => {
    if (start >= table.length) return undefined;
    const end = Math.min(table.length, start + BATCH_ROWS);
    const batch: Batch = { length: end - start, columns: table.columns.map((column) => column.subarray(start, end)) };
    start = end;
    return batch;
  };
}

/** For each wanted variable its column in a source, −1 where the source has none. */
export function columnsOf(wanted: readonly string[], source: readonly string[]): number[] {
  return wanted.map((name) => source.indexOf(name));
}
