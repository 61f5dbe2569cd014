import type { Quad } from "@rdfjs/types";
import { canonicalQuads } from "./canonical.ts";
import { emptyReport, type WriteOptions } from "./rdf-format.ts";
import { termText } from "./term-text.ts";
import { inOneGraph } from "./turtle-write.ts";

/** N-Triples: one triple a line; graphs are merged. */
export function* writeNTriples(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  const report = options.report ?? emptyReport();
  yield* writeNQuads(inOneGraph(quads, report), { ...options, report });
}

/** N-Quads: one quad a line, `subject predicate object graph .` Sorted by text, with canonical blank nodes, unless told otherwise. */
export function* writeNQuads(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  const report = options.report ?? emptyReport();
  for (const quad of options.sorted === false ? quads : canonicalQuads(quads)) {
    const graph = quad.graph.termType === "DefaultGraph" ? "" : ` ${termText(quad.graph, report)}`;
    yield `${termText(quad.subject, report)} ${termText(quad.predicate, report)} ${termText(quad.object, report)}${graph} .\n`;
  }
}
