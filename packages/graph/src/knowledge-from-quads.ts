import { PREFIXES } from "@chancery/rdf";
import type { Quad, Term } from "@rdfjs/types";
import {
  EDGE_STATUSES,
  type EdgeStatus,
  type GraphEvidence,
  type Knowledge,
  type KnowledgeClaim,
  type KnowledgeEvent,
} from "./knowledge.ts";
import { EDGE_RULES } from "./project/edge-rules.ts";
import { compareText } from "./property-graph.ts";

export interface KnowledgeFromQuadsOptions {
  /** Namespace of terms. Default `chy:` of @chancery/rdf. */
  readonly terms?: string;
  /** Namespace of entities; ids are what follows it. Default `id:` of @chancery/rdf. */
  readonly ids?: string;
}

/** Properties of an event that are no roles. */
const NOT_ROLES = new Set(["evidence", "plover", "quantity", "rule", "eventStatus", "time", "confidence"]);
/** Types of the data contract that are no entities. */
const NOT_ENTITIES = new Set(["Claim", "Relation", "Time", "Quantity", "SourceConflict", "Event"]);

/**
 * What projections read, from quads that follow the data contract (`spec/ontology.md`): a Turtle or TriG file of another run, the store of an endpoint. Named graphs do not
 * matter. Events without a derived status count as `unconfirmed`.
 */
export function knowledgeFromQuads(quads: Iterable<Quad>, options: KnowledgeFromQuadsOptions = {}): Knowledge {
  const reader = createReader(quads, options.terms ?? PREFIXES.chy, options.ids ?? PREFIXES.id);
  const { subjects, typesOf, idOf } = reader;
  const claims = subjects.filter((node) => typesOf(node).includes("Claim")).map((node) => readClaim(node, reader));
  const claimsByEvent = new Map<string, KnowledgeClaim[]>();
  for (const claim of claims) {
    for (const event of claim.events) {
      const known = claimsByEvent.get(event);
      if (known === undefined) claimsByEvent.set(event, [claim]);
      else known.push(claim);
    }
  }
  return {
    documents: subjects
      .filter((node) => typesOf(node).includes("Document") && reader.texts(node, `${PREFIXES.rdfs}label`).length === 0)
      .map((node) => ({
        id: idOf(node),
        ...optional("title", reader.texts(node, `${PREFIXES.dcterms}title`)[0]),
        ...optional("source", reader.texts(node, `${PREFIXES.dcterms}source`)[0]),
        ...optional("published", reader.texts(node, `${PREFIXES.schema}datePublished`)[0]),
      })),
    entities: subjects.flatMap((node) => {
      const type = typesOf(node).find((name) => !Object.hasOwn(EDGE_RULES, name) && !NOT_ENTITIES.has(name));
      const label = reader.texts(node, `${PREFIXES.skos}prefLabel`)[0] ?? reader.texts(node, `${PREFIXES.rdfs}label`)[0];
      if (type === undefined || label === undefined) return [];
      const iso3 = reader.terms(node, "iso3")[0];
      return [
        { id: idOf(node), type, label, aliases: reader.texts(node, `${PREFIXES.skos}altLabel`), attributes: { ...optional("iso3", iso3) } },
      ];
    }),
    events: subjects.flatMap((node) => {
      const type = typesOf(node).find((name) => Object.hasOwn(EDGE_RULES, name));
      return type === undefined ? [] : [readEvent(node, type, claimsByEvent.get(idOf(node)) ?? [], reader)];
    }),
    relations: subjects
      .filter((node) => typesOf(node).includes("Relation"))
      .flatMap((node) => {
        const [subject, predicate, object] = ["subject", "predicate", "object"].map((name) => reader.objects(node, PREFIXES.rdf + name)[0]);
        if (subject === undefined || predicate === undefined || object === undefined) return [];
        const dates = { ...optional("first", reader.terms(node, "from")[0]), ...optional("last", reader.terms(node, "to")[0]) };
        return [
          {
            type: reader.localName(predicate),
            subject: idOf(subject.value),
            object: idOf(object.value),
            ...dates,
            evidence: readEvidence(node, [], {}, reader),
          },
        ];
      }),
    claims,
  };
}

interface QuadReader {
  /** IRIs and labels of all subjects, sorted. */
  readonly subjects: readonly string[];
  /** Local names of the types of a node that are in the namespace of terms. */
  readonly typesOf: (node: string) => readonly string[];
  readonly objects: (node: string, predicate: string) => readonly Term[];
  /** Values under a full predicate IRI, sorted. */
  readonly texts: (node: string, predicate: string) => readonly string[];
  /** Values of a property of the data contract: ids for entities, local names for terms, text for literals; sorted. */
  readonly terms: (node: string, property: string) => readonly string[];
  /** Nodes that a property of the data contract leads to, sorted. */
  readonly linked: (node: string, property: string) => readonly string[];
  /** Properties of the data contract that a node has. */
  readonly properties: (node: string) => readonly string[];
  readonly localName: (term: Term) => string;
  readonly idOf: (iri: string) => string;
}

function createReader(quads: Iterable<Quad>, termSpace: string, idSpace: string): QuadReader {
  const nodes = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    let properties = nodes.get(subject.value);
    if (properties === undefined) {
      properties = new Map();
      nodes.set(subject.value, properties);
    }
    const values = properties.get(predicate.value);
    if (values === undefined) properties.set(predicate.value, [object]);
    else if (!values.some((value) => value.equals(object))) values.push(object);
  }
  const objects = (node: string, predicate: string): readonly Term[] => nodes.get(node)?.get(predicate) ?? [];
  const idOf = (iri: string): string => (iri.startsWith(idSpace) ? iri.slice(idSpace.length) : iri);
  const localName = (term: Term): string =>
    term.termType === "NamedNode" && term.value.startsWith(termSpace) ? term.value.slice(termSpace.length) : idOf(term.value);
  return {
    subjects: [...nodes.keys()].sort(compareText),
    typesOf: (node) =>
      objects(node, `${PREFIXES.rdf}type`)
        .filter((term) => term.value.startsWith(termSpace))
        .map(localName)
        .sort(compareText),
    objects,
    texts: (node, predicate) =>
      objects(node, predicate)
        .map((term) => term.value)
        .sort(compareText),
    terms: (node, property) =>
      objects(node, termSpace + property)
        .map(localName)
        .sort(compareText),
    linked: (node, property) =>
      objects(node, termSpace + property)
        .map((term) => term.value)
        .sort(compareText),
    properties: (node) =>
      [...(nodes.get(node)?.keys() ?? [])]
        .filter((iri) => iri.startsWith(termSpace))
        .map((iri) => iri.slice(termSpace.length))
        .sort(compareText),
    localName,
    idOf,
  };
}

function readClaim(node: string, reader: QuadReader): KnowledgeClaim {
  const { terms, idOf } = reader;
  const speakers = terms(node, "speaker");
  const stance = terms(node, "stance")[0] ?? "asserts";
  const manner = { ...optional("certainty", terms(node, "certainty")[0]), ...optional("polarity", terms(node, "polarity")[0]) };
  const date = reader.linked(node, "utteredAt").flatMap((time) => terms(time, "earliest"))[0];
  return {
    id: idOf(node),
    speakers,
    ...optional("onBehalfOf", terms(node, "onBehalfOf")[0]),
    addressees: terms(node, "addressee"),
    stance,
    ...manner,
    ...optional("quoteType", terms(node, "quoteType")[0]),
    events: terms(node, "content"),
    about: terms(node, "about"),
    ...optional("embeddedIn", terms(node, "embeddedIn")[0]),
    ...optional("date", date),
    evidence: readEvidence(node, speakers, { stance, ...manner, claim: idOf(node), ...optional("date", date) }, reader),
  };
}

function readEvent(node: string, type: string, claims: readonly KnowledgeClaim[], reader: QuadReader): KnowledgeEvent {
  const status = EDGE_STATUSES.find((name) => reader.terms(node, "eventStatus").includes(name)) ?? ("unconfirmed" satisfies EdgeStatus);
  const times = reader.linked(node, "time");
  const roles = reader.properties(node).filter((name) => !NOT_ROLES.has(name));
  return {
    id: reader.idOf(node),
    type,
    status,
    roles: Object.fromEntries(roles.map((role) => [role, reader.terms(node, role)])),
    ...optional("first", times.flatMap((time) => reader.terms(time, "earliest"))[0]),
    ...optional("last", times.flatMap((time) => reader.terms(time, "latest"))[0]),
    // Who stands for an event: its claims, or the document itself where nobody else is credited.
    evidence: claims.length > 0 ? claims.flatMap((claim) => claim.evidence) : readEvidence(node, [], {}, reader),
  };
}

/** The spans of a node; spoken by their document where no speaker is known. */
function readEvidence(
  node: string,
  speakers: readonly string[],
  about: Omit<Partial<GraphEvidence>, "speakers">,
  reader: QuadReader,
): readonly GraphEvidence[] {
  return reader.linked(node, "evidence").map((span) => {
    const document = reader.idOf(reader.texts(span, `${PREFIXES.nif}referenceContext`)[0] ?? span.replace(/#.*$/, ""));
    const offset = (name: string): number => Number(reader.texts(span, PREFIXES.nif + name)[0] ?? 0);
    return {
      document,
      quote: reader.texts(span, `${PREFIXES.nif}anchorOf`)[0] ?? "",
      start: offset("beginIndex"),
      end: offset("endIndex"),
      ...about,
      speakers: speakers.length > 0 ? speakers : [document],
    };
  });
}

/** A property only where it has a value. */
function optional<K extends string, V>(name: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in K]?: V });
}
