import { dataFactory, PREFIXES, type QuadStore } from "@chancery/rdf";
import type { NamedNode, Quad, Term } from "@rdfjs/types";

/** The two namespaces of the data contract. */
export interface ContractNamespaces {
  /** Classes and properties. Default `chy:` of @chancery/rdf. */
  readonly terms?: string;
  /** Entities, documents, events, claims. Default `id:` of @chancery/rdf. */
  readonly ids?: string;
}

/** The words that stand for something, and where they are. */
export interface ContractEvidence {
  readonly span: NamedNode;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly document: NamedNode;
}

/** Reads a store that follows the data contract, whatever graph a statement is in. Everything it gives is sorted, so the order of the store does not matter. */
export interface ContractReader {
  readonly terms: string;
  readonly ids: string;
  /** IRIs of everything of a class of the data contract, without duplicates. */
  readonly instancesOf: (className: string) => readonly string[];
  /** Local names of a node's classes that are in the namespace of terms. */
  readonly classesOf: (node: string) => readonly string[];
  /** Objects of a property by its full IRI, without duplicates. */
  readonly objects: (node: string, property: string) => readonly Term[];
  /** Objects of a property of the data contract. */
  readonly values: (node: string, property: string) => readonly Term[];
  /** Text of the first object of a property by its full IRI. */
  readonly text: (node: string, property: string) => string | undefined;
  readonly evidence: (node: string) => readonly ContractEvidence[];
  /** All statements about a node. */
  readonly statements: (node: string) => readonly Quad[];
  readonly label: (node: string) => string | undefined;
  /** The id behind an IRI of the namespace of ids; other IRIs as they are. */
  readonly idOf: (iri: string) => string;
  /** The name behind an IRI of the namespace of terms; other IRIs as they are. */
  readonly localName: (iri: string) => string;
  /** What an entity was merged into, or itself. */
  readonly canonical: (iri: string) => string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function readContract(store: QuadStore, namespaces: ContractNamespaces = {}): ContractReader {
  const { terms = PREFIXES.chy, ids = PREFIXES.id } = namespaces;
  const node = (iri: string): NamedNode => dataFactory.namedNode(iri);
  const type = node(`${PREFIXES.rdf}type`);
  const exactMatch = node(`${PREFIXES.skos}exactMatch`);
  const objects = (subject: string, property: string): readonly Term[] => {
    const found = new Map<string, Term>();
    for (const { object } of store.quads(node(subject), node(property))) found.set(`${object.termType} ${object.value}`, object as Term);
    return [...found].sort(([a], [b]) => compare(a, b)).map(([, object]) => object);
  };
  const text = (subject: string, property: string): string | undefined => objects(subject, property)[0]?.value;
  const localName = (iri: string): string => (iri.startsWith(terms) ? iri.slice(terms.length) : iri);
  const reader: ContractReader = {
    terms,
    ids,
    instancesOf: (className) =>
      [...new Set(subjectsOf(store.quads(undefined, type, node(terms + className)) as Iterable<Quad>))].sort(compare),
    classesOf: (subject) =>
      objects(subject, type.value)
        .filter(({ value }) => value.startsWith(terms))
        .map(({ value }) => localName(value)),
    objects,
    values: (subject, property) => objects(subject, terms + property),
    text,
    evidence: (subject) =>
      objects(subject, `${terms}evidence`)
        .filter(({ termType }) => termType === "NamedNode")
        .map(({ value: span }) => ({
          span: node(span),
          quote: text(span, `${PREFIXES.nif}anchorOf`) ?? "",
          start: Number(text(span, `${PREFIXES.nif}beginIndex`) ?? 0),
          end: Number(text(span, `${PREFIXES.nif}endIndex`) ?? 0),
          document: node(text(span, `${PREFIXES.nif}referenceContext`) ?? span.replace(/#.*$/s, "")),
        }))
        .sort((a, b) => compare(a.document.value, b.document.value) || a.start - b.start || a.end - b.end),
    statements: (subject) => [...(store.quads(node(subject)) as Iterable<Quad>)],
    label: (subject) => text(subject, `${PREFIXES.skos}prefLabel`) ?? text(subject, `${PREFIXES.rdfs}label`),
    idOf: (iri) => (iri.startsWith(ids) ? decoded(iri.slice(ids.length)) : iri),
    localName,
    canonical: (iri) => {
      const seen = new Set([iri]);
      for (let at = iri; ; ) {
        const next = [...(store.quads(node(at), exactMatch) as Iterable<Quad>)]
          .map(({ object }) => object.value)
          .filter((value) => value.startsWith(ids))
          .sort(compare)[0];
        if (next === undefined || seen.has(next)) return at;
        seen.add(next);
        at = next;
      }
    },
  };
  return reader;
}

function* subjectsOf(quads: Iterable<Quad>): Generator<string> {
  for (const { subject } of quads) if (subject.termType === "NamedNode") yield subject.value;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
