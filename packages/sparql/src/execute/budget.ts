import { ChanceryError } from "@chancery/rdf";

/** What one execution may spend. */
export interface BudgetOptions {
  /** Stops the query when it is aborted: `sparql.aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds from the start of execution: `sparql.timeout`. Default: no limit. */
  readonly timeoutMs?: number | undefined;
  /** Rows handed out at most: `sparql.too-many-rows`. Default: no limit. */
  readonly maxRows?: number | undefined;
  /** Bytes of intermediate results and computed terms: `sparql.memory`. Default: 1 GiB. */
  readonly maxMemory?: number | undefined;
}

const DEFAULT_MEMORY = 2 ** 30;
/** Calls of `step` between two looks at the clock. */
const STEPS_PER_CHECK = 4096;

/** Counts what an execution spends and throws when it is too much. */
export class Budget {
  readonly #options: BudgetOptions;
  readonly #deadline: number;
  #memory = 0;
  #rows = 0;
  #steps = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#deadline = options.timeoutMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + options.timeoutMs;
  }

  /** Looks at the clock and the signal; operators call it once a batch. */
  check(): void {
    if (this.#options.signal?.aborted === true) {
      throw new ChanceryError("sparql.aborted", "The query was aborted.", { cause: this.#options.signal.reason });
    }
    if (this.#deadline !== Number.POSITIVE_INFINITY && performance.now() > this.#deadline) {
      throw new ChanceryError("sparql.timeout", `The query ran longer than ${this.#options.timeoutMs} ms.`, {
        remedy: "Make the query more selective, or raise timeoutMs.",
      });
    }
  }

  /** One unit of work inside a long loop without output. */
  step(): void {
    if (++this.#steps >= STEPS_PER_CHECK) {
      this.#steps = 0;
      this.check();
    }
  }

  /** Bytes taken, or with a negative number given back. */
  allocate(bytes: number): void {
    this.#memory += bytes;
    const limit = this.#options.maxMemory ?? DEFAULT_MEMORY;
    if (this.#memory > limit) {
      throw new ChanceryError("sparql.memory", `The query needs more than ${limit} bytes for intermediate results.`, {
        remedy: "Make the query more selective, or raise maxMemory.",
      });
    }
  }

  /** Rows handed to the caller. */
  deliver(rows: number): void {
    this.#rows += rows;
    const limit = this.#options.maxRows;
    if (limit !== undefined && this.#rows > limit) {
      throw new ChanceryError("sparql.too-many-rows", `The query has more than ${limit} rows.`, {
        remedy: "Add a LIMIT to the query, or raise maxRows.",
      });
    }
  }
}
