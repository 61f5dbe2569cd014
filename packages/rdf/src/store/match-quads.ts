import type { Dictionary } from "../dictionary/dictionary.ts";
import { type BlankNode, dataFactory, type NamedNode, type Quad, type Term } from "../term/data-factory.ts";
import type { FrozenVersion } from "./frozen-version.ts";
import type { TermId, TripleIndex } from "./triple-index.ts";

/** A quad pattern of ids: 0 is the wildcard; `graph` is `undefined` for every graph and 0 for the default graph. */
export interface IdPattern {
  readonly subject: TermId;
  readonly predicate: TermId;
  readonly object: TermId;
  readonly graph: TermId | undefined;
}

type Optional<T> = T | null | undefined;

/** Ids of an RDF/JS pattern; `undefined` when it names a term that the dictionary does not have, so that nothing can match. */
export function idPattern(
  dictionary: Dictionary,
  subject: Optional<Term>,
  predicate: Optional<Term>,
  object: Optional<Term>,
  graph: Optional<Term>,
): IdPattern | undefined {
  const pattern: TermId[] = [];
  for (const term of [subject, predicate, object]) {
    const id = term ? dictionary.idOf(term) : 0;
    if (term && id === 0) return undefined;
    pattern.push(id);
  }
  let graphId: TermId | undefined;
  if (graph?.termType === "DefaultGraph") graphId = 0;
  else if (graph) {
    graphId = dictionary.idOf(graph);
    if (graphId === 0) return undefined;
  }
  return { subject: pattern[0]!, predicate: pattern[1]!, object: pattern[2]!, graph: graphId };
}

/** Exact number of quads of a version that match. */
export function countMatches(version: FrozenVersion, { subject, predicate, object, graph }: IdPattern): number {
  const inDefault = graph === undefined || graph === 0 ? version.defaultGraph.count(subject, predicate, object) : 0;
  return inDefault + (graph === 0 ? 0 : version.countNamed(subject, predicate, object, graph ?? 0));
}

/** The ids of every matching quad, those of the default graph (0) first. */
export function* matchIds(version: FrozenVersion, pattern: IdPattern): Generator<readonly [TermId, TermId, TermId, TermId]> {
  const { subject, predicate, object, graph } = pattern;
  if (graph === undefined || graph === 0) yield* matchIndex(version.defaultGraph, subject, predicate, object);
  if (graph === 0) return;
  const all = subject === 0 && predicate === 0 && object === 0 && graph === undefined;
  for (const block of all ? version.allNamed() : [version.namedQuads(subject, predicate, object, graph ?? 0)]) {
    for (let row = 0; row < block.length; row++) {
      yield [block.subject[row]!, block.predicate[row]!, block.object[row]!, block.graph[row]!];
    }
  }
}

function* matchIndex(index: TripleIndex, s: TermId, p: TermId, o: TermId): Generator<readonly [TermId, TermId, TermId, TermId]> {
  if (s !== 0 && p !== 0 && o !== 0) {
    if (index.has(s, p, o)) yield [s, p, o, 0];
    return;
  }
  if (s === 0 && p === 0 && o === 0) {
    for (const key of index.keys("spo")) yield* matchIndex(index, key, 0, 0);
    return;
  }
  const order = s !== 0 && o !== 0 ? "osp" : s !== 0 ? "spo" : p !== 0 ? "pos" : "osp";
  const first = order === "osp" ? o : order === "spo" ? s : p;
  const { start, end, second, third } = index.range(order, first, order === "osp" ? s : order === "spo" ? p : o);
  for (let row = start; row < end; row++) {
    if (order === "spo") yield [first, second[row]!, third[row]!, 0];
    else if (order === "pos") yield [third[row]!, first, second[row]!, 0];
    else yield [second[row]!, third[row]!, first, 0];
  }
}

/** The RDF/JS quad of four ids; terms are the dictionary's shared ones. */
export function quadOf(dictionary: Dictionary, subject: TermId, predicate: TermId, object: TermId, graph: TermId): Quad {
  return dataFactory.quad(
    dictionary.term(subject) as NamedNode | BlankNode,
    dictionary.term(predicate) as NamedNode,
    dictionary.term(object) as Quad["object"],
    graph === 0 ? dataFactory.defaultGraph() : (dictionary.term(graph) as NamedNode | BlankNode),
  );
}
