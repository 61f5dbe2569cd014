import { dataFactory, namespaces, type QuadStore } from "@chancery/rdf";
import type { NamedNode, Quad, Quad_Object } from "@rdfjs/types";
import { type ContractNamespaces, type ContractReader, readContract } from "./contract-reader.ts";

const { rdf } = namespaces;

/** Which direct edge an event type has: the ordered roles it joins, or one role whose members it joins with each other. */
export interface DirectEdge {
  readonly edge: string;
  readonly core: readonly string[];
}

export interface ReifyOptions extends ContractNamespaces {
  /** Event type → its direct edge; `EVENT_TYPES` of the package chancery has this shape. */
  readonly events: Readonly<Record<string, DirectEdge>>;
  /**
   * `"triple-term"` (RDF 1.2): `claim rdf:reifies <<( subject edge object )>>`. `"statement"`, for formats without triple terms (JSON-LD 1.1, RDF/XML 1.1): the same as
   * an `rdf:Statement` of its own with subject, predicate and object. Default `"triple-term"`.
   */
  readonly form?: "triple-term" | "statement";
}

/**
 * Statements that tie claims and relations to the plain triples they are about, for tools that read RDF 1.2: each claim reifies the direct edges of its events, each relation
 * node its triple. A triple that is only reified is not asserted, so an alleged or denied transfer stays one. In the graph of the claim. To be written beside the
 * statements of the store.
 */
export function* reifyClaims(store: QuadStore, options: ReifyOptions): Generator<Quad> {
  const reader = readContract(store, options);
  const { form = "triple-term" } = options;
  for (const claim of reader.instancesOf("Claim")) {
    for (const { value: event } of reader.values(claim, "content")) {
      for (const triple of directEdges(event, reader, options.events)) yield* reify(claim, triple, reader, form);
    }
  }
  for (const relation of reader.instancesOf("Relation")) {
    const [subject, predicate, object] = ["subject", "predicate", "object"].map((name) => reader.objects(relation, rdf(name).value)[0]);
    if (subject?.termType !== "NamedNode" || predicate?.termType !== "NamedNode" || object?.termType !== "NamedNode") continue;
    yield* reify(relation, [subject, predicate, object], reader, form);
  }
}

type Edge = readonly [subject: NamedNode, predicate: NamedNode, object: NamedNode];

function* directEdges(event: string, reader: ContractReader, events: ReifyOptions["events"]): Generator<Edge> {
  for (const type of reader.classesOf(event)) {
    const rule = Object.hasOwn(events, type) ? events[type] : undefined;
    const [first, second = first] = rule?.core ?? [];
    if (rule === undefined || first === undefined || second === undefined) continue;
    for (const from of reader.values(event, first)) {
      for (const to of reader.values(event, second)) {
        if (from.termType === "NamedNode" && to.termType === "NamedNode" && from.value !== to.value)
          yield [from, dataFactory.namedNode(reader.terms + rule.edge), to];
      }
    }
  }
}

function* reify(
  reifier: string,
  [subject, predicate, object]: Edge,
  reader: ContractReader,
  form: "triple-term" | "statement",
): Generator<Quad> {
  const node = dataFactory.namedNode(reifier);
  const graph = reader.statements(reifier)[0]?.graph ?? dataFactory.defaultGraph();
  if (form === "triple-term") {
    yield dataFactory.quad(node, rdf("reifies"), dataFactory.quad(subject, predicate, object) as Quad_Object, graph);
    return;
  }
  // A relation node carries subject, predicate and object already.
  if (reader.objects(reifier, rdf("subject").value).length > 0) return;
  const name = [subject, predicate, object].map(({ value }) => encodeURIComponent(reader.localName(reader.idOf(value)))).join("/");
  const statement = dataFactory.namedNode(`${reifier}/statement/${name}`);
  yield dataFactory.quad(node, rdf("reifies"), statement, graph);
  yield dataFactory.quad(statement, rdf("type"), rdf("Statement"), graph);
  yield dataFactory.quad(statement, rdf("subject"), subject, graph);
  yield dataFactory.quad(statement, rdf("predicate"), predicate, graph);
  yield dataFactory.quad(statement, rdf("object"), object, graph);
}
