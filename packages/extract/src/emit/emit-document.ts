import { dataFactory, namespaces } from "@chancery/rdf";
import type { NamedNode, Quad, Term } from "@rdfjs/types";
import type {
  EvidenceSpan,
  ExtractedClaim,
  ExtractedEvent,
  ExtractedQuantity,
  ExtractedRelation,
  ExtractedTime,
  Extraction,
} from "../extraction.ts";
import { dateLiteral, plainNumber } from "./literals.ts";
import type { Naming } from "./naming.ts";
import { ploverOf } from "./plover.ts";

const { dcterms, nif, org, prov, rdf, rdfs, schema, xsd } = namespaces;

/** Roles whose fillers may be literals instead of ids. */
const LITERAL_ROLES = new Set(["vote", "ordinal", "topic", "name"]);

/** What made the extraction, for PROV-O. All of it is handed in: nothing is looked up and no clock is read. */
export interface ExtractionProvenance {
  /** Name and version of the program. */
  readonly software: string;
  readonly version: string;
  /** Hash of the knowledge base. */
  readonly knowledgeBase?: string;
  /** Hash of rules and models. */
  readonly rules?: string;
}

export interface EmitDocumentOptions {
  /** Default: an activity without an agent. */
  readonly provenance?: ExtractionProvenance;
}

type ObjectTerm = NamedNode | ReturnType<typeof dataFactory.literal>;

/**
 * The quads of one document's named graph: the document, its regions and text spans (NIF), events with roles, claims, relations, conflicts, one PROV activity.
 * Nothing in here is asserted by the graph itself: events are content, claims say who stands for it. Order is that of the extraction, so equal input gives equal bytes.
 *
 * @param text The document's raw text, for the words of each span.
 */
export function emitDocument(extraction: Extraction, text: string, naming: Naming, options: EmitDocumentOptions = {}): readonly Quad[] {
  const emitter = new DocumentEmitter(extraction, text, naming, options);
  return emitter.emit();
}

/** Collects the quads of one graph; spans are written once however often they are referred to. */
class DocumentEmitter {
  readonly #quads: Quad[] = [];
  readonly #spans = new Set<string>();
  readonly #ids: ReadonlySet<string>;
  readonly #graph: NamedNode;
  readonly #document: NamedNode;
  readonly #extraction: Extraction;
  readonly #text: string;
  readonly #naming: Naming;

  readonly #provenance: ExtractionProvenance | undefined;
  /** Body of each post that a relation of the document places. */
  readonly #bodyOfPost: ReadonlyMap<string, string>;

  constructor(extraction: Extraction, text: string, naming: Naming, options: EmitDocumentOptions) {
    this.#extraction = extraction;
    this.#provenance = options.provenance;
    this.#bodyOfPost = new Map(
      extraction.relations.filter(({ type }) => type === "positionIn").map(({ subject, object }) => [subject, object]),
    );
    this.#text = text;
    this.#naming = naming;
    this.#graph = naming.documentGraph(extraction.document.id);
    this.#document = naming.iri(extraction.document.id);
    this.#ids = new Set([
      extraction.document.id,
      ...[extraction.entities, extraction.events, extraction.claims].flatMap((list) => list.map(({ id }) => id)),
    ]);
  }

  emit(): readonly Quad[] {
    this.#emitDocument();
    for (const entity of this.#extraction.entities) {
      for (const mention of entity.mentions) {
        const span = this.#span(mention);
        this.#add(span, this.#term("refersTo"), this.#naming.iri(entity.id));
        this.#add(span, this.#term("mentionKind"), this.#term(mention.kind));
        if (mention.use !== undefined) this.#add(span, this.#term("mentionUse"), this.#literal(mention.use));
        if (mention.rule !== undefined) this.#add(span, this.#term("rule"), this.#literal(mention.rule));
      }
    }
    for (const relation of this.#extraction.relations) this.#emitRelation(relation);
    for (const event of this.#extraction.events) this.#emitEvent(event);
    for (const claim of this.#extraction.claims) this.#emitClaim(claim);
    this.#extraction.conflicts.forEach((conflict, index) => {
      const node = this.#naming.iri(`${this.#extraction.document.id}/conflict/${index + 1}`);
      this.#add(node, rdf("type"), this.#term(conflict.kind));
      this.#add(node, rdfs("label"), this.#literal(conflict.text));
      this.#add(node, rdfs("comment"), this.#literal(conflict.reason));
      this.#evidence(node, conflict.evidence);
    });
    return this.#quads;
  }

  #emitDocument(): void {
    const { document } = this.#extraction;
    const node = this.#document;
    this.#add(node, rdf("type"), this.#term("Document"));
    this.#add(node, rdf("type"), nif("Context"));
    this.#add(node, rdf("type"), schema("CreativeWork"));
    if (document.title !== undefined) {
      this.#add(node, dcterms("title"), this.#literal(document.title));
      this.#add(node, schema("headline"), this.#literal(document.title));
    }
    if (document.source !== undefined) this.#add(node, dcterms("source"), this.#literal(document.source));
    if (document.language !== undefined) {
      this.#add(node, dcterms("language"), this.#literal(document.language));
      this.#add(node, schema("inLanguage"), this.#literal(document.language));
    }
    if (document.published !== undefined) this.#add(node, schema("datePublished"), dateLiteral(document.published));
    this.#add(node, this.#term("sha256"), this.#literal(document.sha256));
    const activity = this.#naming.iri(`${document.id}/extraction`);
    this.#add(activity, rdf("type"), prov("Activity"));
    this.#add(activity, prov("used"), node);
    if (this.#provenance !== undefined) this.#emitProvenance(activity, this.#provenance);
    this.#add(this.#graph, prov("wasGeneratedBy"), activity);
    this.#add(this.#graph, prov("wasDerivedFrom"), node);
    for (const region of document.regions) {
      if (region.kind === "body") continue;
      this.#add(this.#span(region), this.#term("region"), this.#literal(region.kind));
    }
  }

  #emitProvenance(activity: NamedNode, { software, version, knowledgeBase, rules }: ExtractionProvenance): void {
    const agent = this.#naming.iri(`software/${software}/${version}`);
    this.#add(activity, prov("wasAssociatedWith"), agent);
    this.#add(agent, rdf("type"), prov("SoftwareAgent"));
    this.#add(agent, rdfs("label"), this.#literal(`${software} ${version}`));
    this.#add(agent, schema("softwareVersion"), this.#literal(version));
    if (knowledgeBase !== undefined) this.#add(activity, this.#term("knowledgeBaseHash"), this.#literal(knowledgeBase));
    if (rules !== undefined) this.#add(activity, this.#term("rulesHash"), this.#literal(rules));
  }

  #emitRelation(relation: ExtractedRelation): void {
    const { document } = this.#extraction;
    const node = this.#naming.iri(`${document.id}/relation/${relation.type}/${[relation.subject, relation.object].join("/")}`);
    this.#add(node, rdf("type"), this.#term("Relation"));
    if (relation.type === "holdsPosition" || relation.type === "memberOf") this.#emitMembership(node, relation);
    this.#add(node, rdf("subject"), this.#naming.iri(relation.subject));
    this.#add(node, rdf("predicate"), this.#term(relation.type));
    this.#add(node, rdf("object"), this.#naming.iri(relation.object));
    if (relation.acting === true) this.#add(node, this.#term("acting"), dataFactory.literal("true", xsd("boolean")));
    if (relation.from !== undefined) this.#add(node, this.#term("from"), this.#literal(relation.from));
    if (relation.to !== undefined) this.#add(node, this.#term("to"), this.#literal(relation.to));
    if (relation.rule !== undefined) this.#add(node, this.#term("rule"), this.#literal(relation.rule));
    this.#evidence(node, relation.evidence);
  }

  /** The relation as the ORG ontology has it: who is a member of what. The body is only given where the document says whose post it is. */
  #emitMembership(node: NamedNode, { type, subject, object }: ExtractedRelation): void {
    const body = type === "memberOf" ? object : this.#bodyOfPost.get(object);
    this.#add(node, rdf("type"), org("Membership"));
    this.#add(node, org("member"), this.#naming.iri(subject));
    if (body !== undefined) this.#add(node, org("organization"), this.#naming.iri(body));
  }

  #emitEvent(event: ExtractedEvent): void {
    const node = this.#naming.iri(event.id);
    this.#add(node, rdf("type"), this.#term(event.type));
    for (const [role, fillers] of Object.entries(event.roles)) {
      for (const filler of fillers)
        this.#add(
          node,
          this.#term(role),
          LITERAL_ROLES.has(role) && !this.#ids.has(filler) ? this.#literal(filler) : this.#naming.iri(filler),
        );
    }
    if (event.time !== undefined) this.#time(node, "time", event.id, event.time);
    for (const [index, quantity] of (event.quantity ?? []).entries()) this.#quantity(node, `${event.id}/quantity/${index + 1}`, quantity);
    const code = ploverOf(event);
    if (code !== undefined) {
      this.#add(node, this.#term("plover"), this.#literal(code.root));
      if (code.mode !== undefined) this.#add(node, this.#term("ploverMode"), this.#literal(code.mode));
      for (const context of code.contexts) this.#add(node, this.#term("ploverContext"), this.#literal(context));
    }
    if (event.rule !== undefined) this.#add(node, this.#term("rule"), this.#literal(event.rule));
    this.#evidence(node, event.evidence);
  }

  #emitClaim(claim: ExtractedClaim): void {
    const node = this.#naming.iri(claim.id);
    this.#add(node, rdf("type"), this.#term("Claim"));
    for (const speaker of claim.speaker) this.#add(node, this.#term("speaker"), this.#naming.iri(speaker));
    if (claim.onBehalfOf !== undefined) this.#add(node, this.#term("onBehalfOf"), this.#naming.iri(claim.onBehalfOf));
    for (const addressee of claim.addressee ?? []) this.#add(node, this.#term("addressee"), this.#naming.iri(addressee));
    this.#add(node, this.#term("stance"), this.#term(claim.stance));
    this.#add(node, this.#term("certainty"), this.#term(claim.certainty));
    this.#add(node, this.#term("polarity"), this.#term(claim.polarity));
    this.#add(node, this.#term("quoteType"), this.#term(claim.quoteType));
    if (claim.cue !== undefined) this.#add(node, this.#term("cue"), this.#span(claim.cue));
    for (const content of claim.content) this.#add(node, this.#term("content"), this.#naming.iri(content));
    for (const about of claim.about) this.#add(node, this.#term("about"), this.#naming.iri(about));
    if (claim.embeddedIn !== undefined) this.#add(node, this.#term("embeddedIn"), this.#naming.iri(claim.embeddedIn));
    if (claim.utteredAt !== undefined) this.#time(node, "utteredAt", claim.id, claim.utteredAt);
    this.#add(node, this.#term("rule"), this.#literal(claim.rule));
    this.#add(node, this.#term("confidence"), dataFactory.literal(String(claim.confidence), xsd("decimal")));
    this.#evidence(node, claim.evidence);
  }

  #evidence(node: NamedNode, spans: readonly EvidenceSpan[]): void {
    for (const span of spans) this.#add(node, this.#term("evidence"), this.#span(span));
  }

  #time(subject: NamedNode, role: string, id: string, time: ExtractedTime): void {
    const node = this.#naming.iri(`${id}/${role}`);
    this.#add(subject, this.#term(role), node);
    this.#add(node, rdf("type"), this.#term("Time"));
    this.#add(node, rdfs("label"), this.#literal(time.text));
    if (time.edtf !== undefined) this.#add(node, this.#term("edtf"), this.#literal(time.edtf));
    if (time.earliest !== undefined) this.#add(node, this.#term("earliest"), dataFactory.literal(time.earliest, xsd("date")));
    if (time.latest !== undefined) this.#add(node, this.#term("latest"), dataFactory.literal(time.latest, xsd("date")));
    if (time.granularity !== undefined) this.#add(node, this.#term("granularity"), this.#literal(time.granularity));
    this.#add(node, this.#term("anchor"), this.#literal(time.anchor));
  }

  #quantity(subject: NamedNode, id: string, quantity: ExtractedQuantity): void {
    const node = this.#naming.iri(id);
    const number = (value: number): ObjectTerm => dataFactory.literal(plainNumber(value), xsd("decimal"));
    this.#add(subject, this.#term("quantity"), node);
    this.#add(node, rdf("type"), schema("QuantitativeValue"));
    this.#add(node, rdfs("label"), this.#literal(quantity.text));
    if (quantity.min !== undefined) this.#add(node, schema("minValue"), number(quantity.min));
    if (quantity.max !== undefined) this.#add(node, schema("maxValue"), number(quantity.max));
    for (const flag of ["minExclusive", "maxExclusive", "approximate"] as const) {
      if (quantity[flag] === true) this.#add(node, this.#term(flag), dataFactory.literal("true", xsd("boolean")));
    }
    if (quantity.unit !== undefined) this.#add(node, schema("unitText"), this.#literal(quantity.unit));
  }

  /** A NIF string: `<document#char=start,end>` (RFC 5147), with its words. */
  #span({ start, end }: EvidenceSpan): NamedNode {
    const node = dataFactory.namedNode(`${this.#document.value}#char=${start},${end}`);
    if (!this.#spans.has(node.value)) {
      this.#spans.add(node.value);
      this.#add(node, rdf("type"), nif("RFC5147String"));
      this.#add(node, nif("referenceContext"), this.#document);
      this.#add(node, nif("beginIndex"), dataFactory.literal(String(start), xsd("nonNegativeInteger")));
      this.#add(node, nif("endIndex"), dataFactory.literal(String(end), xsd("nonNegativeInteger")));
      this.#add(node, nif("anchorOf"), this.#literal(this.#text.slice(start, end)));
    }
    return node;
  }

  #term(localName: string): NamedNode {
    return this.#naming.term(localName);
  }

  #literal(value: string): ObjectTerm {
    return dataFactory.literal(value.toWellFormed());
  }

  #add(subject: NamedNode, predicate: NamedNode, object: Term): void {
    this.#quads.push(dataFactory.quad(subject, predicate, object as ObjectTerm, this.#graph));
  }
}
