import type { StoreVersion, TermId, TripleIndex } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import type { ServiceSyntax } from "../algebra/algebra.ts";
import type { ExpressionContext } from "../expression/compile.ts";
import type { GraphSlot, Plan } from "../plan/plan.ts";
import type { Pull, Table } from "./batch.ts";
import type { Budget } from "./budget.ts";
import type { TermSpace } from "./term-space.ts";

/** The graphs one execution sees. */
export interface ActiveDataset {
  readonly version: StoreVersion;
  readonly defaultGraph: TripleIndex;
  /** Ids of the named graphs, ascending. */
  readonly named: Uint32Array;
  /** `undefined` when every named graph of the store is visible. */
  readonly visible: ReadonlySet<TermId> | undefined;
  readonly empty: TripleIndex;
}

/** The index of one named graph; empty for graphs that the dataset does not have. */
export function graphIndex(dataset: ActiveDataset, graph: TermId): TripleIndex {
  if (graph >= 0x8000_0000 || graph === 0) return dataset.empty;
  return dataset.visible === undefined || dataset.visible.has(graph) ? dataset.version.graph(graph) : dataset.empty;
}

/** The index that a pattern in the default or a constant graph reads. */
export function indexOf(dataset: ActiveDataset, graph: GraphSlot): TripleIndex {
  if (graph.kind === "default") return dataset.defaultGraph;
  if (graph.kind === "id") return graphIndex(dataset, graph.id);
  throw new TypeError("a graph variable has no single index");
}

/** Answers SERVICE: rows as objects from variable name to term. */
export type ServiceFunction = (
  service: string,
  pattern: ServiceSyntax,
  variables: readonly string[],
) => Iterable<Readonly<Record<string, Term>>>;

/** Everything an operator may touch. */
export interface ExecutionContext {
  readonly terms: TermSpace;
  readonly dataset: ActiveDataset;
  readonly budget: Budget;
  readonly expressions: ExpressionContext;
  /** Rows that seeded plans start from, by seed number; set while the plan runs. */
  readonly seeds: Map<number, Table>;
  readonly service: ServiceFunction | undefined;
  /** Actual rows by plan node; only kept for `explain`. */
  readonly trace: Map<Plan, number> | undefined;
  /** Builds the operator of a plan. */
  readonly execute: (plan: Plan) => Pull;
}
