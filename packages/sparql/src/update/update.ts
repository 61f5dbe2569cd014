import { ChanceryError, type QuadStore, type TermId, unreachable } from "@chancery/rdf";
import type { BaseQuad, NamedNode } from "@rdfjs/types";
import { toGroup } from "../algebra/to-algebra.ts";
import { optimize } from "../optimize/optimize.ts";
import type {
  GraphReferenceSyntax,
  PatternSyntax,
  QuadsSyntax,
  SyntaxTree,
  TermSyntax,
  TripleSyntax,
  UpdateOperationSyntax,
  UpdateSyntax,
} from "../parse/ast.ts";
import { parseQuery } from "../parse/parse-query.ts";
import { planQuery } from "../plan/planner.ts";
import { type DatasetSelection, openExecution } from "../query/open-execution.ts";
import type { QueryOptions } from "../query/options.ts";
import { createTemplateWriter } from "./template-writer.ts";
import { UpdateJournal } from "./update-journal.ts";

export interface UpdateOptions extends QueryOptions {
  /** Fetches what LOAD asks for. Default: LOAD is refused with `sparql.unsupported`. */
  readonly load?: ((iri: string) => Iterable<BaseQuad>) | undefined;
}

export interface UpdateSummary {
  /** Quads that were not there before. */
  readonly added: number;
  readonly removed: number;
}

/**
 * Runs a SPARQL Update request: its operations one after the other, each on what the one before left. When one fails, everything that
 * the request has done is undone.
 *
 * @throws ChanceryError `sparql.syntax`, `sparql.wrong-form` for a query, `sparql.unsupported` for LOAD without a `load` function.
 */
export function update(store: QuadStore, request: string | SyntaxTree, options: UpdateOptions = {}): UpdateSummary {
  const syntax = typeof request === "string" ? parseQuery(request, options) : request;
  if (syntax.type !== "update") {
    throw new ChanceryError("sparql.wrong-form", "This is a query, not an update.", {
      remedy: "Run it with select(), ask(), construct() or describe().",
    });
  }
  const journal = new UpdateJournal(store);
  try {
    for (const operation of syntax.updates) runOperation(operation, syntax, store, journal, options);
  } catch (error) {
    journal.undo();
    throw error;
  }
  return { added: journal.added, removed: journal.removed };
}

function runOperation(
  operation: UpdateOperationSyntax,
  syntax: UpdateSyntax,
  store: QuadStore,
  journal: UpdateJournal,
  options: UpdateOptions,
): void {
  if ("updateType" in operation) {
    modify(operation, syntax, store, journal, options);
    return;
  }
  switch (operation.type) {
    case "create":
      // Graphs exist by their triples; there is nothing to record for an empty one (SPARQL 1.1 Update, 3.2.1).
      return;
    case "clear":
    case "drop":
      for (const graph of graphsOf(operation.graph, store)) journal.clear(graph);
      return;
    case "load":
      load(operation, journal, options);
      return;
    case "copy":
    case "move":
    case "add": {
      const source = graphId(operation.source, store);
      const destination = journal.graph(operation.destination.name);
      if (source === destination) return;
      if (operation.type !== "add") journal.clear(destination);
      if (source === undefined) return;
      journal.copy(source, destination);
      if (operation.type === "move") journal.clear(source);
      return;
    }
    default:
      unreachable(operation);
  }
}

/** Id of an existing graph, 0 for the default one. */
function graphId(reference: GraphReferenceSyntax, store: QuadStore): TermId | undefined {
  if (reference.name === undefined) return 0;
  const id = store.dictionary.idOf(reference.name);
  return id === 0 ? undefined : id;
}

function graphsOf(reference: GraphReferenceSyntax, store: QuadStore): readonly TermId[] {
  if (reference.all === true) return [0, ...store.snapshot().graphs];
  if (reference.named === true) return [...store.snapshot().graphs];
  const id = graphId(reference, store);
  return id === undefined ? [] : [id];
}

function load(operation: Extract<UpdateOperationSyntax, { type: "load" }>, journal: UpdateJournal, options: UpdateOptions): void {
  try {
    if (options.load === undefined) {
      throw new ChanceryError("sparql.unsupported", `LOAD <${operation.source.value}> needs a function that fetches it.`, {
        remedy: "Pass the load option.",
      });
    }
    const graph = operation.destination === false ? undefined : operation.destination;
    for (const quad of options.load(operation.source.value)) journal.addQuad(quad, graph);
  } catch (error) {
    if (!operation.silent) throw error;
  }
}

type Modification = Extract<UpdateOperationSyntax, { updateType: string }>;

/** INSERT DATA, DELETE DATA, DELETE WHERE and DELETE/INSERT: all matches first, then the removals, then the additions (3.1.3). */
function modify(operation: Modification, syntax: UpdateSyntax, store: QuadStore, journal: UpdateJournal, options: UpdateOptions): void {
  const withGraph = operation.graph === undefined ? undefined : "termType" in operation.graph ? operation.graph : operation.graph.name;
  const removals = operation.delete ?? [];
  const additions = operation.insert ?? [];
  const where =
    operation.updateType === "insertdelete"
      ? (operation.where ?? [])
      : operation.updateType === "deletewhere"
        ? removals.map(toPattern)
        : [];
  const execution = openExecution(store, datasetOf(operation, withGraph), syntax.base ?? options.baseIri, options);
  const { context } = execution;
  const pattern = optimize(toGroup(where, { next: 0, prefixes: syntax.prefixes ?? {} }), options.passes);
  const needed = [...new Set([...removals, ...additions].flatMap(quadVariables))];
  const plan = planQuery(pattern, needed, execution.source);
  const pull = context.execute(plan);
  const remove = createTemplateWriter(removals, withGraph, plan.variables, context);
  const add = createTemplateWriter(additions, withGraph, plan.variables, context);
  for (let batch = pull(); batch !== undefined; batch = pull()) {
    for (let row = 0; row < batch.length; row++) {
      remove.row(batch, row);
      add.row(batch, row);
    }
  }
  for (const [s, p, o, g] of remove.quads()) journal.remove(s, p, o, g);
  for (const [s, p, o, g] of add.quads()) journal.add(s, p, o, g, context.terms);
}

/** USING replaces the whole dataset; WITH only the default graph (3.1.3). */
function datasetOf(operation: Modification, withGraph: NamedNode | undefined): DatasetSelection | undefined {
  const { using } = operation;
  if (using !== undefined && using.default.length + using.named.length > 0) return using;
  return withGraph === undefined ? undefined : { default: [withGraph], named: undefined };
}

function toPattern(quads: QuadsSyntax): PatternSyntax {
  const bgp: PatternSyntax = { type: "bgp", triples: quads.triples };
  return quads.name === undefined ? bgp : { type: "graph", name: quads.name, patterns: [bgp] };
}

function quadVariables(quads: QuadsSyntax): readonly string[] {
  const names: string[] = quads.name?.termType === "Variable" ? [quads.name.value] : [];
  for (const { subject, predicate, object } of quads.triples) for (const term of [subject, predicate, object]) addVariables(term, names);
  return names;
}

function addVariables(term: TripleSyntax["predicate"] | TermSyntax, names: string[]): void {
  if (!("termType" in term)) return;
  if (term.termType === "Variable") names.push(term.value);
  else if (term.termType === "Quad") {
    for (const part of [term.subject, term.predicate, term.object]) addVariables(part as TermSyntax, names);
  }
}
