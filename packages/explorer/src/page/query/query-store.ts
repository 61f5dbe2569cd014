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
import { PREFIXES, QuadStore } from "@chancery/rdf";
import type { PageData } from "../model/embedded-data.ts";

/** The quads of a collection, and how its ids are written as IRIs. */
export interface QueryStore {
  readonly store: QuadStore;
  readonly naming: Naming;
  /** Documents that hold what can't be an IRI or a term, such as an unknown entity type; they are not among the quads. */
  readonly skipped: number;
  readonly prefixes: Readonly<Record<string, string>>;
}

/** The same quads that the library's store holds: one graph a document, the registry, and what is derived. */
export function makeQueryStore(data: PageData): QueryStore {
  const naming = createNaming(data.namespaces);
  const store = new QuadStore();
  const extractions: Extraction[] = [];
  for (const { text, extraction } of data.records) {
    try {
      // Everything is tried before anything is stored: a document is there whole or not at all.
      const quads = [...emitDocument(extraction, text, naming)];
      emitEntities([extraction], naming);
      emitDerived([extraction], naming);
      store.addAll(quads);
      extractions.push(extraction);
    } catch {
      // Counted below and told to the reader.
    }
  }
  if (extractions.length > 0) store.addAll(emitVocabulary(naming));
  store.addAll(emitEntities(extractions, naming));
  const { clusters = [], judgements = [], canonical = [] } = data.reading ?? {};
  store.addAll(emitDerived(extractions, naming, { clusters, canonical: new Map(canonical) }));
  store.addAll(emitJudgements(judgements, naming));
  return {
    store,
    naming,
    skipped: data.records.length - extractions.length,
    prefixes: { ...PREFIXES, chy: naming.namespaces.terms, id: naming.namespaces.ids },
  };
}
