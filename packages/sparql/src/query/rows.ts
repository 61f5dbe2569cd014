import type { Term } from "@rdfjs/types";
import type { Batch, Pull } from "../execute/batch.ts";
import type { ExecutionContext } from "../execute/context.ts";
import type { Row } from "./options.ts";

/** Rows of one execution, decoded one at a time. */
export class RowIterator implements IterableIterator<Row> {
  readonly #pull: Pull;
  readonly #context: ExecutionContext;
  readonly #names: readonly string[];
  readonly #columns: readonly number[];
  #batch: Batch | undefined;
  #row = 0;

  /** @param columns Column of each name, −1 for variables that are never bound. */
  constructor(pull: Pull, names: readonly string[], columns: readonly number[], context: ExecutionContext) {
    this.#pull = pull;
    this.#context = context;
    this.#names = names.filter((_, i) => columns[i]! >= 0);
    this.#columns = columns.filter((column) => column >= 0);
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Row, undefined> {
    while (this.#batch === undefined || this.#row >= this.#batch.length) {
      const batch = this.#pull();
      if (batch === undefined) return { done: true, value: undefined };
      this.take(batch);
    }
    return { done: false, value: this.decode(this.#row++) };
  }

  /** Starts on a batch; for callers that pull themselves. @returns Its rows. */
  take(batch: Batch): number {
    this.#context.budget.deliver(batch.length);
    this.#batch = batch;
    this.#row = 0;
    return batch.length;
  }

  decode(row: number): Row {
    const result: Record<string, Term> = {};
    const columns = this.#batch!.columns;
    for (let i = 0; i < this.#names.length; i++) {
      const id = columns[this.#columns[i]!]![row]!;
      if (id !== 0) result[this.#names[i]!] = this.#context.terms.termOf(id);
    }
    return result;
  }
}

/** Lets the event loop run; a message channel would be faster, but keeps a process alive. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
