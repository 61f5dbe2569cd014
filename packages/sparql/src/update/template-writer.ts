import type { TermId } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";
import { toTemplateTriple } from "../algebra/to-algebra.ts";
import { type Batch, Table } from "../execute/batch.ts";
import type { ExecutionContext } from "../execute/context.ts";
import type { QuadsSyntax } from "../parse/ast.ts";
import { createInstantiator, isTriple } from "../query/instantiate.ts";

/** Collects the quads that a template gives for every row, before anything is written. */
export interface TemplateWriter {
  row(batch: Batch, row: number): void;
  quads(): Iterable<readonly [TermId, TermId, TermId, TermId]>;
}

/** @param defaultGraph Graph of the triples outside GRAPH: what WITH names. Default: the default graph. */
export function createTemplateWriter(
  template: readonly QuadsSyntax[],
  defaultGraph: NamedNode | undefined,
  variables: readonly string[],
  context: ExecutionContext,
): TemplateWriter {
  const { terms } = context;
  const triples = template.flatMap((quads) => quads.triples.map((triple) => toTemplateTriple(triple)));
  const graphs = template.flatMap((quads) => quads.triples.map(() => quads.name ?? defaultGraph));
  const graphIds = graphs.map((graph) => (graph === undefined || graph.termType === "Variable" ? 0 : terms.idOf(graph)));
  const graphColumns = graphs.map((graph) => (graph?.termType === "Variable" ? variables.indexOf(graph.value) : -1));
  const isVariable = graphs.map((graph) => graph?.termType === "Variable");
  const instantiate = createInstantiator(triples, variables, context);
  const table = new Table(4);
  const one = [new Uint32Array(1), new Uint32Array(1), new Uint32Array(1), new Uint32Array(1)];
  return {
    row(batch, row) {
      if (triples.length === 0) return;
      instantiate.row(batch, row);
      for (let i = 0; i < triples.length; i++) {
        const subject = instantiate.subjects[i]!;
        const predicate = instantiate.predicates[i]!;
        const object = instantiate.objects[i]!;
        if (!isTriple(subject, predicate, object, terms)) continue;
        const graph = isVariable[i] ? (graphColumns[i]! < 0 ? 0 : batch.columns[graphColumns[i]!]![row]!) : graphIds[i]!;
        if (isVariable[i] && (graph === 0 || terms.termOf(graph).termType === "Literal")) continue;
        one[0]![0] = subject;
        one[1]![0] = predicate;
        one[2]![0] = object;
        one[3]![0] = graph;
        const before = table.bytes;
        table.appendRow({ length: 1, columns: one }, 0, [0, 1, 2, 3]);
        if (table.bytes !== before) context.budget.allocate(table.bytes - before);
      }
    },
    *quads() {
      const [s, p, o, g] = table.columns;
      for (let i = 0; i < table.length; i++) yield [s![i]!, p![i]!, o![i]!, g![i]!];
    },
  };
}
