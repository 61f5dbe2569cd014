import type { Term } from "@rdfjs/types";
import type { Batch, Pull } from "../execute/batch.ts";
import type { ExecutionContext } from "../execute/context.ts";
import type { TermSpace } from "../execute/term-space.ts";
import type { Row } from "./options.ts";

/** Rows of one execution, decoded one at a time. */
export class RowIterator implements IterableIterator<Row> {
  readonly #pull: Pull;
  readonly #context: ExecutionContext;
  readonly #decode: Decoder;
  #batch: Batch | undefined;
  #row = 0;

  /** @param columns Column of each name, −1 for variables that are never bound. */
  constructor(pull: Pull, names: readonly string[], columns: readonly number[], context: ExecutionContext) {
    this.#pull = pull;
    this.#context = context;
    this.#decode = createDecoder(
      names.filter((_, i) => columns[i]! >= 0),
      columns.filter((column) => column >= 0),
      context.terms,
    );
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
    return this.#decode(this.#batch!.columns, row);
  }
}

type Decoder = (columns: readonly Uint32Array[], row: number) => Row;

/**
 * Rows of up to four variables are made without a loop over names: each assignment then always writes the same property, which V8
 * compiles to a plain store. In a loop it looks the name up every time, about five times slower.
 */
function createDecoder(names: readonly string[], columns: readonly number[], terms: TermSpace): Decoder {
  const [a = "", b = "", c = "", d = ""] = names;
  const [columnA = 0, columnB = 0, columnC = 0, columnD = 0] = columns;
  switch (names.length) {
    case 1:
      return (batch, row) => {
        const result: Record<string, Term> = {};
        const id = batch[columnA]![row]!;
        if (id !== 0) result[a] = terms.termOf(id);
        return result;
      };
    case 2:
      return (batch, row) => {
        const result: Record<string, Term> = {};
        const first = batch[columnA]![row]!;
        if (first !== 0) result[a] = terms.termOf(first);
        const second = batch[columnB]![row]!;
        if (second !== 0) result[b] = terms.termOf(second);
        return result;
      };
    case 3:
      return (batch, row) => {
        const result: Record<string, Term> = {};
        const first = batch[columnA]![row]!;
        if (first !== 0) result[a] = terms.termOf(first);
        const second = batch[columnB]![row]!;
        if (second !== 0) result[b] = terms.termOf(second);
        const third = batch[columnC]![row]!;
        if (third !== 0) result[c] = terms.termOf(third);
        return result;
      };
    case 4:
      return (batch, row) => {
        const result: Record<string, Term> = {};
        const first = batch[columnA]![row]!;
        if (first !== 0) result[a] = terms.termOf(first);
        const second = batch[columnB]![row]!;
        if (second !== 0) result[b] = terms.termOf(second);
        const third = batch[columnC]![row]!;
        if (third !== 0) result[c] = terms.termOf(third);
        const fourth = batch[columnD]![row]!;
        if (fourth !== 0) result[d] = terms.termOf(fourth);
        return result;
      };
    default:
      return (batch, row) => {
        const result: Record<string, Term> = {};
        for (let i = 0; i < names.length; i++) {
          const id = batch[columns[i]!]![row]!;
          if (id !== 0) result[names[i]!] = terms.termOf(id);
        }
        return result;
      };
  }
}

/** Lets the event loop run; a message channel would be faster, but keeps a process alive. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
