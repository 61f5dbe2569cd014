import { dataFactory, namespace, namespaces, PREFIXES, type QuadStore } from "@chancery/rdf";
import type { NamedNode, Quad, Quad_Object } from "@rdfjs/types";
import { type ContractNamespaces, type ContractReader, readContract } from "./contract-reader.ts";

const { dcterms, prov, rdf } = namespaces;
const np = namespace("http://www.nanopub.org/nschema#");
const npx = namespace("http://purl.org/nanopub/x/");

export interface NanopublicationOptions extends ContractNamespaces {
  /** When the nanopublications are made, an xsd:dateTime. Default: not said, because a library has no clock and the same graph must give the same bytes. */
  readonly created?: string;
  /** IRI of who publishes them, for instance an ORCID. Default: the software that made the extraction. */
  readonly creator?: string;
  /** IRI of the licence. Default: not said. */
  readonly license?: string;
}

/** Prefixes that nanopublications use besides the usual ones. */
export const NANOPUBLICATION_PREFIXES: Readonly<Record<string, string>> = { np: np.iri, npx: npx.iri };

/** Properties of a claim or event that say where it is from, not what it says. */
const PROVENANCE_PROPERTIES: ReadonlySet<string> = new Set(["evidence", "cue", "rule", "confidence"]);

/**
 * One nanopublication a claim (http://nanopub.org/guidelines/working_draft/), as quads for a TriG or N-Quads writer, graph by graph. The *assertion* is that somebody takes
 * this stance on this content: the claim and its events, whose direct edges are not asserted, as everywhere. The *provenance* names the speakers, the document and the words
 * with their offsets. *Publication info* names software, creator and licence. Without trusty URIs: the IRI is the claim's under `nanopub/`.
 */
export function* nanopublications(store: QuadStore, options: NanopublicationOptions = {}): Generator<Quad> {
  const reader = readContract(store, options);
  for (const claim of reader.instancesOf("Claim")) yield* nanopublicationOf(claim, reader, options);
}

function* nanopublicationOf(claim: string, reader: ContractReader, options: NanopublicationOptions): Generator<Quad> {
  const iri = claim.startsWith(reader.ids) ? `${reader.ids}nanopub/${claim.slice(reader.ids.length)}` : `${claim}/nanopub`;
  const [nanopub, head, assertion, provenance, info] = ["", "#head", "#assertion", "#provenance", "#pubinfo"].map((part) =>
    dataFactory.namedNode(iri + part),
  ) as [NamedNode, NamedNode, NamedNode, NamedNode, NamedNode];
  const quad = (subject: NamedNode, predicate: NamedNode, object: Quad_Object, graph: NamedNode): Quad =>
    dataFactory.quad(subject, predicate, object, graph);

  yield quad(nanopub, rdf("type"), np("Nanopublication"), head);
  yield quad(nanopub, np("hasAssertion"), assertion, head);
  yield quad(nanopub, np("hasProvenance"), provenance, head);
  yield quad(nanopub, np("hasPublicationInfo"), info, head);

  const node = dataFactory.namedNode(claim);
  yield* content(node, reader, assertion);

  const evidence = reader.evidence(claim);
  const documents = [...new Set(evidence.map(({ document }) => document.value))];
  const named = reader.values(claim, "speaker").map(({ value }) => value);
  for (const speaker of named)
    if (!documents.includes(speaker)) yield quad(assertion, prov("wasAttributedTo"), dataFactory.namedNode(speaker), provenance);
  for (const { span } of evidence) yield quad(assertion, prov("wasQuotedFrom"), span, provenance);
  for (const document of documents) yield quad(assertion, prov("hadPrimarySource"), dataFactory.namedNode(document), provenance);
  const activities = documents
    .map((document) => dataFactory.namedNode(`${document}/extraction`))
    .filter(({ value }) => reader.statements(value).length > 0);
  for (const activity of activities) yield quad(assertion, prov("wasGeneratedBy"), activity, provenance);
  // The guidelines want at least one statement about the assertion.
  if (evidence.length === 0 && activities.length === 0) yield quad(assertion, prov("wasDerivedFrom"), node, provenance);
  for (const property of PROVENANCE_PROPERTIES) {
    if (property === "evidence" || property === "cue") continue;
    for (const value of reader.values(claim, property))
      yield quad(node, dataFactory.namedNode(reader.terms + property), value as Quad_Object, provenance);
  }
  for (const described of [...evidence.map(({ span }) => span.value), ...documents, ...activities.map(({ value }) => value)])
    yield* about(described, reader, provenance, SOURCE_PROPERTIES);

  const agents = activities.flatMap(({ value }) => reader.objects(value, prov("wasAssociatedWith").value).map((agent) => agent.value));
  const creators = options.creator === undefined ? agents : [options.creator];
  for (const creator of [...new Set(creators)]) yield quad(nanopub, dcterms("creator"), dataFactory.namedNode(creator), info);
  if (options.created !== undefined)
    yield quad(nanopub, dcterms("created"), dataFactory.literal(options.created, dataFactory.namedNode(`${PREFIXES.xsd}dateTime`)), info);
  if (options.license !== undefined) yield quad(nanopub, dcterms("license"), dataFactory.namedNode(options.license), info);
  yield quad(nanopub, npx("hasNanopubType"), dataFactory.namedNode(`${reader.terms}Claim`), info);
  yield quad(nanopub, npx("introduces"), node, info);
}

/** The claim and the events it is about, with their times and quantities; nothing of where it is from. */
function* content(claim: NamedNode, reader: ContractReader, graph: NamedNode): Generator<Quad> {
  const waiting = [claim.value];
  const seen = new Set(waiting);
  const followed = ["content", "time", "utteredAt", "quantity"].map((name) => reader.terms + name);
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const statements = sorted(reader.statements(node)).filter(
      ({ predicate }) => !(predicate.value.startsWith(reader.terms) && PROVENANCE_PROPERTIES.has(reader.localName(predicate.value))),
    );
    for (const { subject, predicate, object } of statements) {
      // What a collection of documents makes of an event is not what this claim says of it.
      if (DERIVED_PROPERTIES.has(reader.localName(predicate.value))) continue;
      yield dataFactory.quad(subject, predicate, object, graph);
      if (object.termType !== "NamedNode" || seen.has(object.value) || !followed.includes(predicate.value)) continue;
      seen.add(object.value);
      waiting.push(object.value);
    }
  }
}

const DERIVED_PROPERTIES: ReadonlySet<string> = new Set(["eventStatus", "statusInDocument"]);

/** What is said of a span, document or extraction in its provenance; whom a span refers to is not. */
const SOURCE_PROPERTIES: ReadonlySet<string> = new Set([
  rdf("type").value,
  ...["referenceContext", "beginIndex", "endIndex", "anchorOf"].map((name) => PREFIXES.nif + name),
  ...["title", "source", "language"].map((name) => PREFIXES.dcterms + name),
  `${PREFIXES.schema}datePublished`,
  prov("wasAssociatedWith").value,
  prov("used").value,
]);

function* about(node: string, reader: ContractReader, graph: NamedNode, properties: ReadonlySet<string>): Generator<Quad> {
  for (const { subject, predicate, object } of sorted(reader.statements(node))) {
    if (properties.has(predicate.value) || predicate.value === `${reader.terms}sha256`)
      yield dataFactory.quad(subject, predicate, object, graph);
  }
}

/** By predicate and object, each statement once whatever graphs it is in. */
function sorted(quads: readonly Quad[]): readonly Quad[] {
  const keyed = new Map(quads.map((quad) => [`${quad.predicate.value} ${quad.object.termType} ${quad.object.value}`, quad]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, quad]) => quad);
}
