import type { Algebra } from "../algebra/algebra.ts";
import { constantFilters } from "./constant-filters.ts";
import { flattenJoins } from "./flatten-joins.ts";
import { hoistRequired } from "./hoist-required.ts";
import { pushFilters } from "./push-filters.ts";
import { pushGraphs } from "./push-graphs.ts";

/** One rewriting of the algebra that keeps the bag of answers. */
export interface OptimizerPass {
  readonly name: string;
  readonly run: (node: Algebra) => Algebra;
}

/** The passes in their order. The first one is needed for correctness, since leaves must know their graph; the others are optional. */
export const PASSES: readonly OptimizerPass[] = [
  { name: "push-graphs", run: pushGraphs },
  { name: "flatten-joins", run: flattenJoins },
  { name: "push-filters", run: pushFilters },
  { name: "constant-filters", run: constantFilters },
  { name: "hoist-required", run: hoistRequired },
  { name: "flatten-joins", run: flattenJoins },
];

/** @param passes Default all; tests compare with the first alone. */
export function optimize(node: Algebra, passes: readonly OptimizerPass[] = PASSES): Algebra {
  return passes.reduce((current, pass) => pass.run(current), node);
}
