import { dataFactory, type NamedNode } from "../term/data-factory.ts";

/** Makes IRIs of one namespace: `chy("supplier")` is the term `<https://w3id.org/chancery/ns#supplier>`; `chy.iri` is the namespace itself. */
export interface Namespace {
  (name: string): NamedNode;
  /** The IRI that every name is appended to. */
  readonly iri: string;
}

/** A namespace by its IRI; names are appended as they are. */
export function namespace(iri: string): Namespace {
  return Object.assign((name: string): NamedNode => dataFactory.namedNode(iri + name), { iri });
}

/**
 * Prefix → namespace IRI of every vocabulary that chancery writes or reads (`spec/ontology.md`, section "Namespaces").
 * `chy` holds the terms, `id` the entities; both can be replaced by one option where graphs are made.
 */
export const PREFIXES = {
  chy: "https://w3id.org/chancery/ns#",
  id: "https://w3id.org/chancery/id/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  owl: "http://www.w3.org/2002/07/owl#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  schema: "https://schema.org/",
  org: "http://www.w3.org/ns/org#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  dcterms: "http://purl.org/dc/terms/",
  void: "http://rdfs.org/ns/void#",
} as const;

/** The namespaces of `PREFIXES` as term makers: `namespaces.rdf("type")`. */
export const namespaces: { readonly [Prefix in keyof typeof PREFIXES]: Namespace } = {
  chy: namespace(PREFIXES.chy),
  id: namespace(PREFIXES.id),
  rdf: namespace(PREFIXES.rdf),
  rdfs: namespace(PREFIXES.rdfs),
  xsd: namespace(PREFIXES.xsd),
  owl: namespace(PREFIXES.owl),
  skos: namespace(PREFIXES.skos),
  prov: namespace(PREFIXES.prov),
  schema: namespace(PREFIXES.schema),
  org: namespace(PREFIXES.org),
  nif: namespace(PREFIXES.nif),
  sem: namespace(PREFIXES.sem),
  dcterms: namespace(PREFIXES.dcterms),
  void: namespace(PREFIXES.void),
};
