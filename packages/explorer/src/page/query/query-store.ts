import { createNaming, emitDerived, emitDocument, emitEntities, emitVocabulary, type Naming } from "@chancery/extract";
import { PREFIXES, QuadStore } from "@chancery/rdf";
import type { PageData } from "../model/embedded-data.ts";

/** The quads of a collection, and how its ids are written as IRIs. */
export interface QueryStore {
  readonly store: QuadStore;
  readonly naming: Naming;
  readonly prefixes: Readonly<Record<string, string>>;
}

/** The same quads that the library's store holds: one graph a document, the registry, and what is derived. */
export function makeQueryStore(data: PageData): QueryStore {
  const naming = createNaming(data.namespaces);
  const store = new QuadStore();
  for (const { text, extraction } of data.records) store.addAll(emitDocument(extraction, text, naming));
  const extractions = data.records.map(({ extraction }) => extraction);
  if (extractions.length > 0) store.addAll(emitVocabulary(naming));
  store.addAll(emitEntities(extractions, naming));
  store.addAll(emitDerived(extractions, naming));
  return { store, naming, prefixes: { ...PREFIXES, chy: naming.namespaces.terms, id: naming.namespaces.ids } };
}
