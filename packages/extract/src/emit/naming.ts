import { dataFactory } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";

/** The two namespaces of the public vocabulary; both are one option of everything that writes RDF. */
export interface Namespaces {
  /** Terms: classes and properties. Default `https://w3id.org/chancery/ns#`. */
  readonly terms: string;
  /** Entities, documents, events, claims. Default `https://w3id.org/chancery/id/`. */
  readonly ids: string;
}

export const DEFAULT_NAMESPACES: Namespaces = { terms: "https://w3id.org/chancery/ns#", ids: "https://w3id.org/chancery/id/" };

/** Local parts of ids become IRI paths: everything but unreserved characters, `/` and the harmless rest is percent-encoded. */
const encodeId = (id: string): string =>
  id
    .toWellFormed()
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/%2C/gi, ",").replace(/%3A/gi, ":"))
    .join("/");

/** IRIs of ids and terms under one pair of namespaces. */
export interface Naming {
  readonly namespaces: Namespaces;
  /** The IRI of an entity, document, event or claim. */
  iri(id: string): NamedNode;
  /** A class or property of the vocabulary. */
  term(localName: string): NamedNode;
  /** The named graph that holds what one document says. */
  documentGraph(documentId: string): NamedNode;
  /** The graph of the entity registry. */
  readonly entitiesGraph: NamedNode;
  /** The graph of derived statuses and direct edges. */
  readonly derivedGraph: NamedNode;
  /** The graph of judgements on which entities are one. */
  readonly judgementsGraph: NamedNode;
  /** The id behind an IRI of this naming, or `undefined` for foreign IRIs. */
  idOf(iri: string): string | undefined;
}

/**
 * @param namespaces Any subset; the rest is `DEFAULT_NAMESPACES`.
 */
export function createNaming(namespaces: Partial<Namespaces> = {}): Naming {
  const { terms, ids } = { ...DEFAULT_NAMESPACES, ...namespaces };
  const iri = (id: string): NamedNode => dataFactory.namedNode(ids + encodeId(id));
  return {
    namespaces: { terms, ids },
    iri,
    term: (localName) => dataFactory.namedNode(terms + localName),
    documentGraph: (documentId) => iri(`graph/${documentId}`),
    entitiesGraph: iri("graph/entities"),
    derivedGraph: iri("graph/derived"),
    judgementsGraph: iri("graph/judgements"),
    idOf: (value) => (value.startsWith(ids) ? decodeURIComponent(value.slice(ids.length)) : undefined),
  };
}
