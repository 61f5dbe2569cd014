import { dataFactory, type QuadStore, type TermId } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import type { PatternTerm } from "../algebra/algebra.ts";
import { type Batch, columnsOf, type Pull } from "../execute/batch.ts";
import type { ExecutionContext } from "../execute/context.ts";
import { KeyTable } from "../execute/key-table.ts";
import type { Plan } from "../plan/plan.ts";
import { planQuery } from "../plan/planner.ts";
import { queriesOf } from "./cache.ts";
import { createInstantiator, isTriple } from "./instantiate.ts";
import { type Execution, openExecution } from "./open-execution.ts";
import type { QueryOptions, Row } from "./options.ts";
import { type PreparedQuery, prepareForm, type QueryInput } from "./prepare.ts";
import { nextTurn, RowIterator } from "./rows.ts";

/** The rows of a SELECT; every iteration runs the query anew on the version of the store that `select` saw. */
export interface SelectResult<Names extends string = string> extends Iterable<Row<Names>> {
  readonly variables: readonly Names[];
}

/** The same, yielding to the event loop about every ten milliseconds. */
export interface AsyncSelectResult<Names extends string = string> extends AsyncIterable<Row<Names>> {
  readonly variables: readonly Names[];
}

/** Milliseconds of work between two turns of the event loop. */
const SLICE_MS = 10;

interface Running {
  readonly execution: Execution;
  readonly plan: Plan;
  readonly pull: Pull;
}

function start(store: QuadStore, prepared: PreparedQuery, needed: readonly string[], options: QueryOptions): Running {
  const execution = openExecution(store, prepared.algebra.dataset, prepared.baseIri, options);
  const plan = planFor(store, prepared, needed, execution, options);
  return { execution, plan, pull: execution.context.execute(plan) };
}

/**
 * A query keeps its plan for as long as the data stay the same, and lends it to queries of the same text. Plans that hold ids of one
 * execution (constants that the store lacks), or that depend on a dataset of the call, are not kept.
 */
function planFor(
  store: QuadStore,
  prepared: PreparedQuery,
  needed: readonly string[],
  { context, source }: Execution,
  options: QueryOptions,
): Plan {
  const { defaultGraph, visible, version, named } = context.dataset;
  const keeps = options.cache !== false && visible === undefined && named === version.graphs;
  if (!keeps) return planQuery(prepared.optimized(), needed, source);
  const own = prepared.plans?.get(version);
  if (own?.defaultGraph === defaultGraph) return own.plan;
  const twin = prepared.key === undefined ? undefined : queriesOf(store).get(prepared.key);
  const lent = twin?.plans?.get(version);
  if (lent?.defaultGraph === defaultGraph) return lent.plan;
  const plan = planQuery(prepared.optimized(), needed, source);
  if (context.terms.localCount > 0) return plan;
  prepared.plans ??= new WeakMap();
  prepared.plans.set(version, { defaultGraph, plan });
  if (prepared.key !== undefined) queriesOf(store).set(prepared.key, prepared);
  return plan;
}

function startRows(store: QuadStore, prepared: PreparedQuery, options: QueryOptions): { readonly rows: RowIterator; readonly pull: Pull } {
  const { execution, plan, pull } = start(store, prepared, prepared.variables, options);
  return { rows: new RowIterator(pull, prepared.variables, columnsOf(prepared.variables, plan.variables), execution.context), pull };
}

/**
 * Runs a SELECT query.
 *
 * @throws ChanceryError `sparql.syntax`, `sparql.wrong-form`; while iterating `sparql.timeout`, `sparql.too-many-rows`, `sparql.memory`, `sparql.aborted`.
 */
export function select<Names extends string = string>(
  store: QuadStore,
  query: QueryInput,
  options: QueryOptions = {},
): SelectResult<Names> {
  const prepared = prepareForm(store, query, "select", options);
  return {
    variables: prepared.variables as readonly Names[],
    [Symbol.iterator]: () => startRows(store, prepared, options).rows as Iterator<Row<Names>>,
  };
}

/** Runs a SELECT query in slices, so that a server or a page stays responsive. Same errors as `select`. */
export function selectAsync<Names extends string = string>(
  store: QuadStore,
  query: QueryInput,
  options: QueryOptions = {},
): AsyncSelectResult<Names> {
  const prepared = prepareForm(store, query, "select", options);
  return {
    variables: prepared.variables as readonly Names[],
    async *[Symbol.asyncIterator]() {
      const { rows, pull } = startRows(store, prepared, options);
      let sliceEnd = performance.now() + SLICE_MS;
      for (let batch = pull(); batch !== undefined; batch = pull()) {
        const length = rows.take(batch);
        for (let row = 0; row < length; row++) yield rows.decode(row) as Row<Names>;
        if (performance.now() >= sliceEnd) {
          await nextTurn();
          sliceEnd = performance.now() + SLICE_MS;
        }
      }
    },
  };
}

/** Runs an ASK query; stops at the first solution. */
export function ask(store: QuadStore, query: QueryInput, options: QueryOptions = {}): boolean {
  const prepared = prepareForm(store, query, "ask", options);
  const { pull } = start(store, prepared, [], options);
  for (let batch = pull(); batch !== undefined; batch = pull()) if (batch.length > 0) return true;
  return false;
}

/** Runs a CONSTRUCT query: the distinct triples, as quads of the default graph. */
export function construct(store: QuadStore, query: QueryInput, options: QueryOptions = {}): Iterable<Quad> {
  const prepared = prepareForm(store, query, "construct", options);
  const { template } = prepared.algebra;
  return {
    *[Symbol.iterator]() {
      const needed = [
        ...new Set(template.flatMap(({ subject, predicate, object }) => [subject, predicate, object].flatMap(variablesOfTerm))),
      ];
      const { execution, plan, pull } = start(store, prepared, needed, options);
      const { context } = execution;
      const instantiate = createInstantiator(template, plan.variables, context);
      const emit = tripleSet(context);
      for (let batch = pull(); batch !== undefined; batch = pull()) {
        for (let row = 0; row < batch.length; row++) {
          instantiate.row(batch, row);
          for (let i = 0; i < template.length; i++) {
            const quad = emit(instantiate.subjects[i]!, instantiate.predicates[i]!, instantiate.objects[i]!);
            if (quad !== undefined) yield quad;
          }
        }
      }
    },
  };
}

/** Variables that stand anywhere in the terms, each once. */
export function templateVariables(terms: readonly PatternTerm[]): readonly string[] {
  return [...new Set(terms.flatMap(variablesOfTerm))];
}

function variablesOfTerm(term: PatternTerm): readonly string[] {
  switch (term.kind) {
    case "variable":
      return [term.name];
    case "term":
      return [];
    case "triple":
      return [term.subject, term.predicate, term.object].flatMap(variablesOfTerm);
  }
}

/** Makes quads of triples of ids, each once; `undefined` for repetitions and for what is no RDF triple. */
function tripleSet(context: ExecutionContext): (subject: TermId, predicate: TermId, object: TermId) => Quad | undefined {
  const seen = new KeyTable(3);
  const triple = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  let accounted = 0;
  return (subject, predicate, object) => {
    if (!isTriple(subject, predicate, object, context.terms)) return undefined;
    triple[0]![0] = subject;
    triple[1]![0] = predicate;
    triple[2]![0] = object;
    const size = seen.size;
    if (seen.insert(triple, [0, 1, 2], 0) !== size) return undefined;
    context.budget.deliver(1);
    if (seen.bytes !== accounted) {
      context.budget.allocate(seen.bytes - accounted);
      accounted = seen.bytes;
    }
    const { terms } = context;
    return dataFactory.quad(
      terms.termOf(subject) as Quad["subject"],
      terms.termOf(predicate) as Quad["predicate"],
      terms.termOf(object) as Quad["object"],
    );
  };
}

/**
 * Runs a DESCRIBE query: for every resource its triples in the default graph as subject, and those of the blank nodes they lead to
 * (concise bounded description).
 */
export function describe(store: QuadStore, query: QueryInput, options: QueryOptions = {}): Iterable<Quad> {
  const prepared = prepareForm(store, query, "describe", options);
  const { terms: wanted } = prepared.algebra;
  return {
    *[Symbol.iterator]() {
      const names = wanted.flatMap(variablesOfTerm);
      const { execution, plan, pull } = start(store, prepared, names, options);
      const { context } = execution;
      const emit = tripleSet(context);
      const seen = new Set<TermId>();
      for (const id of wanted.flatMap((term) => (term.kind === "term" ? [context.terms.idOf(term.term)] : []))) {
        yield* describeResource(id, seen, emit, context);
      }
      const columns = columnsOf(names, plan.variables).filter((column) => column >= 0);
      if (columns.length === 0) return;
      for (let batch: Batch | undefined = pull(); batch !== undefined; batch = pull()) {
        for (let row = 0; row < batch.length; row++) {
          for (const column of columns) yield* describeResource(batch.columns[column]![row]!, seen, emit, context);
        }
      }
    },
  };
}

function* describeResource(
  resource: TermId,
  seen: Set<TermId>,
  emit: ReturnType<typeof tripleSet>,
  context: ExecutionContext,
): Generator<Quad> {
  const queue = [resource];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === 0 || id >= 0x8000_0000 || seen.has(id)) continue;
    seen.add(id);
    context.budget.step();
    const range = context.dataset.defaultGraph.range("spo", id);
    for (let i = range.start; i < range.end; i++) {
      const quad = emit(id, range.second[i]!, range.third[i]!);
      if (quad !== undefined) yield quad;
      if (context.terms.termOf(range.third[i]!).termType === "BlankNode") queue.push(range.third[i]!);
    }
  }
}
