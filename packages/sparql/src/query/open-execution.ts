import { Datatype, dataFactory, type QuadStore, type StoreVersion } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";
import { Budget } from "../execute/budget.ts";
import type { ActiveDataset, ExecutionContext } from "../execute/context.ts";
import { graphIndex } from "../execute/context.ts";
import { execute } from "../execute/execute.ts";
import { FIRST_LOCAL_ID, TermSpace } from "../execute/term-space.ts";
import type { ExpressionContext } from "../expression/compile.ts";
import { datatypeNode, toValue, type Value } from "../expression/value.ts";
import type { PlanSource } from "../plan/source.ts";
import type { QueryOptions } from "./options.ts";

/** The graphs of FROM, USING or WITH; `named` undefined leaves all named graphs visible. */
export interface DatasetSelection {
  readonly default: readonly NamedNode[];
  readonly named: readonly NamedNode[] | undefined;
}

/** One run of one query over one version of a store. */
export interface Execution {
  readonly context: ExecutionContext;
  readonly source: PlanSource;
}

export function openExecution(
  store: QuadStore,
  dataset: DatasetSelection | undefined,
  baseIri: string | undefined,
  options: QueryOptions,
  isTraced = false,
): Execution {
  const budget = new Budget(options);
  budget.check();
  const terms = new TermSpace(store.dictionary, budget);
  const active = activate(store.snapshot(), dataset, terms, options);
  const context: ExecutionContext = {
    terms,
    dataset: active,
    budget,
    expressions: createExpressionContext(terms, baseIri, options),
    seeds: new Map(),
    service: options.service,
    trace: isTraced ? new Map() : undefined,
    execute: (plan) => execute(plan, context),
  };
  const source: PlanSource = {
    idOf: (term) => terms.idOf(term),
    termOf: (id) => terms.termOf(id),
    isStored: (id) => id < FIRST_LOCAL_ID,
    defaultGraph: active.defaultGraph,
    graph: (graph) => graphIndex(active, graph),
    named: active.named,
    countNamed: (s, p, o, g) => active.version.countNamed(s, p, o, g),
  };
  return { context, source };
}

/** The dataset of the query, of the call, or of the store, in this order (13.2; the protocol's dataset must not meet one in the query). */
function activate(version: StoreVersion, fromQuery: DatasetSelection | undefined, terms: TermSpace, options: QueryOptions): ActiveDataset {
  const empty = version.merge([]);
  const dataset: DatasetSelection | undefined = options.dataset ?? fromQuery;
  if (dataset === undefined) {
    const extra = (options.emptyGraphs ?? []).map((name) => terms.idOf(name));
    const named = extra.length === 0 ? version.graphs : Uint32Array.from(new Set([...version.graphs, ...extra])).sort();
    return {
      version,
      defaultGraph: options.unionDefaultGraph === true ? version.union() : version.defaultGraph,
      named,
      visible: undefined,
      empty,
    };
  }
  const idsOf = (names: readonly { readonly value: string }[]): number[] =>
    names.map((name) => terms.idOf(dataFactory.namedNode(name.value)));
  const stored = (ids: readonly number[]): number[] => ids.filter((id) => id < FIRST_LOCAL_ID);
  const defaultGraph = version.merge(stored(idsOf(dataset.default)));
  if (dataset.named === undefined) return { version, defaultGraph, named: version.graphs, visible: undefined, empty };
  const named = new Set(idsOf(dataset.named));
  return { version, defaultGraph, named: Uint32Array.from(named).sort(), visible: named, empty };
}

function createExpressionContext(terms: TermSpace, baseIri: string | undefined, options: QueryOptions): ExpressionContext {
  let now: Value | undefined;
  return {
    valueOf: (id) => terms.valueOf(id),
    now() {
      now ??= toValue(dataFactory.literal((options.now ?? new Date()).toISOString(), datatypeNode(Datatype.dateTime)));
      return now;
    },
    random: options.random ?? secureRandom,
    freshBlank: () => terms.freshBlank(),
    functions: options.functions ?? {},
    solution: 0,
    blankLabels: { solution: -1, labels: new Map() },
    baseIri,
  };
}

/** 53 random bits: UUID() must not collide between processes, so there is no seed to choose. */
function secureRandom(): number {
  const words = crypto.getRandomValues(new Uint32Array(2));
  return ((words[0]! >>> 5) * 2 ** 26 + (words[1]! >>> 6)) / 2 ** 53;
}
