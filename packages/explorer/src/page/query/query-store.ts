import {
  createNaming,
  type Extraction,
  emitDerived,
  emitDocument,
  emitEntities,
  emitJudgements,
  emitVocabulary,
  type Naming,
} from "@chancery/extract";
import { namespaces, PREFIXES, QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import type { PageData } from "../model/embedded-data.ts";

/** The quads of a collection, and how its ids are written as IRIs. */
export interface QueryStore {
  readonly store: QuadStore;
  readonly naming: Naming;
  /** Documents that hold what can't be an IRI or a term, such as an unknown entity type; they are not among the quads. */
  readonly skipped: number;
  readonly prefixes: Readonly<Record<string, string>>;
  /** IRIs of classes and properties, most used first. */
  readonly classes: readonly string[];
  readonly properties: readonly string[];
}

/** The same quads that the library's store holds: one graph a document, the registry, and what is derived. */
export function makeQueryStore(data: PageData): QueryStore {
  const naming = createNaming(data.namespaces);
  const store = new QuadStore();
  const classes = new Map<string, number>();
  const properties = new Map<string, number>();
  const type = namespaces.rdf("type").value;
  const addAll = (quads: Iterable<Quad>): void => {
    const all = [...quads];
    store.addAll(all);
    for (const { predicate, object } of all) {
      properties.set(predicate.value, (properties.get(predicate.value) ?? 0) + 1);
      if (predicate.value === type && object.termType === "NamedNode") classes.set(object.value, (classes.get(object.value) ?? 0) + 1);
    }
  };
  const extractions: Extraction[] = [];
  for (const { text, extraction } of data.records) {
    try {
      // Everything is tried before anything is stored: a document is there whole or not at all.
      const quads = [...emitDocument(extraction, text, naming)];
      emitEntities([extraction], naming);
      emitDerived([extraction], naming);
      addAll(quads);
      extractions.push(extraction);
    } catch {
      // Counted below and told to the reader.
    }
  }
  if (extractions.length > 0) addAll(emitVocabulary(naming));
  addAll(emitEntities(extractions, naming));
  const { clusters = [], judgements = [], canonical = [] } = data.reading ?? {};
  addAll(emitDerived(extractions, naming, { clusters, canonical: new Map(canonical) }));
  addAll(emitJudgements(judgements, naming));
  return {
    store,
    naming,
    skipped: data.records.length - extractions.length,
    prefixes: { ...PREFIXES, chy: naming.namespaces.terms, id: naming.namespaces.ids },
    classes: byUse(classes),
    properties: byUse(properties),
  };
}

const byUse = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([iri]) => iri);
