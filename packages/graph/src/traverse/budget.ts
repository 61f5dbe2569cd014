import { ChanceryError } from "@chancery/rdf";

export interface BudgetOptions {
  /** Edges that may be looked at before the walk gives up with `graph.budget`. Default 5,000,000, about a second. */
  readonly maxSteps?: number;
  /** Asked every 4,096 edges and between results. */
  readonly signal?: AbortSignal;
}

export interface Budget {
  /** Counts edges; one unless said otherwise. */
  readonly spend: (edges?: number) => void;
}

/**
 * Counts the work of a walk.
 *
 * @throws ChanceryError from `spend`: `graph.budget` when the steps are used up, `graph.aborted` when the signal fired.
 */
export function startBudget(options: BudgetOptions): Budget {
  const { maxSteps = 5_000_000, signal } = options;
  let spent = 0;
  let nextCheck = 4096;
  checkAborted(signal);
  return {
    spend: (edges = 1) => {
      spent += edges;
      if (spent > maxSteps) {
        throw new ChanceryError("graph.budget", `The walk looked at ${maxSteps} edges without finishing.`, {
          remedy: "Ask for fewer hops, name the predicates to follow, or raise maxSteps.",
        });
      }
      if (spent < nextCheck) return;
      nextCheck = spent + 4096;
      checkAborted(signal);
    },
  };
}

/** @throws ChanceryError `graph.aborted` when the signal has fired. */
export function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ChanceryError("graph.aborted", "The walk was stopped by its signal.", { cause: signal.reason });
}
