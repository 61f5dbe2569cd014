import {
  type Collection,
  createExtractorFrom,
  createNaming,
  type DocumentMetadata,
  type Extraction,
  type ExtractionProvenance,
  type Extractor,
  emitDerived,
  emitDocument,
  emitEntities,
  emitJudgements,
  emitShapes,
  emitVocabulary,
  extractionProvenance,
  type KnowledgeFile,
  loadBundledKnowledgeBase,
  type Namespaces,
  type Naming,
  readCollection,
  readKnowledgeFiles,
  type SentenceExplanation,
} from "@chancery/extract";
import {
  type AllPathsOptions,
  allPaths,
  betweenness,
  type Communities,
  communities,
  degree,
  type EdgeFilter,
  type GraphIndex,
  type GraphPath,
  indexGraph,
  type Knowledge,
  knowledgeFromQuads,
  type Neighbourhood,
  type NeighbourhoodOptions,
  neighbourhood,
  type ProjectOptions,
  type PropertyGraph,
  pageRank,
  projectGraph,
  type Ranking,
  type ShortestPathOptions,
  type StrongestPathsOptions,
  type StructuralHole,
  shortestPath,
  strongestPaths,
  structuralHoles,
  type WeakTies,
  weakTies,
} from "@chancery/graph";
import { loadEnglish } from "@chancery/nlp";
import { ChanceryError, PREFIXES, QuadStore } from "@chancery/rdf";
import { ask, construct, describe, type QueryInput, type QueryOptions, type SelectResult, select } from "@chancery/sparql";
import type { Quad } from "@rdfjs/types";
import { type Dossier, makeDossier } from "./dossier.ts";
import { type ExportOptions, exportGraph } from "./export.ts";
import { type Fact, type FactFilter, selectFacts } from "./facts.ts";
import { findEntity } from "./find-entity.ts";
import { type DocumentRecord, toKnowledge } from "./knowledge.ts";

/** A document to add: its text and what is known of it. */
export interface DocumentInput extends DocumentMetadata {
  readonly text: string;
}

export interface GraphOptions {
  /** Further knowledge-base files (JSON Lines); a record with the id of a bundled one overrides it. */
  readonly knowledge?: readonly KnowledgeFile[];
  /** Namespaces of terms and ids. Default `https://w3id.org/chancery/ns#` and `https://w3id.org/chancery/id/`. */
  readonly namespaces?: Partial<Namespaces>;
}

export interface BuildOptions extends GraphOptions {
  /** Called after each document. */
  readonly onProgress?: (done: number, document: string) => void;
  /** Ends the work between two documents with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface OpenOptions extends GraphOptions {
  /** Neither language model nor knowledge base is loaded: it opens at once, and `add` and `extract` fail with `graph.read-only`. Default `false`. */
  readonly readOnly?: boolean;
  /**
   * The quads of exactly these records, as `graph.store` held them (`QuadStore.fromBytes(graph.store.toBytes())`). They are trusted and not made again;
   * the records are then read when something first asks for them. The graph owns the store from then on.
   */
  readonly store?: QuadStore;
}

/**
 * An extractor with the bundled language model and knowledge base.
 *
 * @throws ChanceryError `knowledge-base.invalid` when a record of `options.knowledge` is not as the schema says.
 */
export async function createExtractor(options: Pick<GraphOptions, "knowledge"> = {}): Promise<Extractor> {
  const [analyzer, knowledgeBase] = await Promise.all([
    loadEnglish(),
    loadBundledKnowledgeBase(readKnowledgeFiles(options.knowledge ?? [])),
  ]);
  return createExtractorFrom(analyzer, knowledgeBase);
}

/**
 * A knowledge graph made from documents: add and remove documents, ask SPARQL, walk, explain, export.
 *
 * Each document's statements are in a named graph of their own; the entity registry and what is derived (statuses, direct edges) have one each.
 * The default graph of queries is the union of all. Everything is in memory and deterministic: the same documents give the same graph in any order.
 */
export class KnowledgeGraph {
  /** Absent in a graph that was opened for reading. */
  readonly #extractor: Extractor | undefined;
  readonly #provenance: ExtractionProvenance;
  readonly #naming: Naming;
  readonly #documents = new Map<string, DocumentRecord>();
  /** Records of a graph whose quads were handed in; read when first asked for. */
  #unread: Iterable<DocumentRecord> | undefined;
  readonly #store: QuadStore;
  #derived: boolean;
  /** Made from quads: there are no records behind it. */
  #isOfQuads = false;
  #collection: Collection | undefined;
  #knowledge: Knowledge | undefined;
  #index: GraphIndex | undefined;

  private constructor(extractor: Extractor | undefined, options: GraphOptions, store?: QuadStore) {
    this.#extractor = extractor;
    this.#provenance = extractionProvenance(options.knowledge);
    this.#naming = createNaming(options.namespaces);
    this.#store = store ?? new QuadStore();
    this.#derived = store !== undefined;
  }

  /** An empty graph with the bundled language model and knowledge base. */
  static async create(options: GraphOptions = {}): Promise<KnowledgeGraph> {
    return new KnowledgeGraph(await createExtractor(options), options);
  }

  /** A graph of the given documents. */
  static async build(
    documents: Iterable<DocumentInput> | AsyncIterable<DocumentInput>,
    options: BuildOptions = {},
  ): Promise<KnowledgeGraph> {
    options.signal?.throwIfAborted();
    const graph = await KnowledgeGraph.create(options);
    let done = 0;
    for await (const document of documents) {
      // Extraction never waits: without a turn of the event loop in between, nobody could abort.
      if (options.signal !== undefined) await new Promise((resolve) => setTimeout(resolve, 0));
      options.signal?.throwIfAborted();
      const { id } = graph.add(document).document;
      options.onProgress?.(++done, id);
    }
    return graph;
  }

  /**
   * A graph of documents that were extracted before (`records`); nothing is extracted again.
   * `[...graph.records]` as JSON and back gives the same graph, byte for byte.
   */
  static async fromRecords(records: Iterable<DocumentRecord>, options: OpenOptions = {}): Promise<KnowledgeGraph> {
    const extractor = options.readOnly === true ? undefined : await createExtractor(options);
    const graph = new KnowledgeGraph(extractor, options, options.store);
    if (options.store === undefined) for (const record of records) graph.addRecord(record);
    else graph.#unread = records;
    return graph;
  }

  /**
   * A graph of quads that follow the data contract: an RDF file of another run, or FollowTheMoney entities (`readQuads`, `ftmQuads` of @chancery/io). It can be asked,
   * walked and exported; it has no records, and `add` and `addRecord` fail with `graph.read-only`.
   */
  static async fromQuads(
    quads: Iterable<Quad> | AsyncIterable<Quad>,
    options: Pick<GraphOptions, "namespaces"> = {},
  ): Promise<KnowledgeGraph> {
    const store = new QuadStore();
    for await (const quad of quads) store.add(quad);
    const graph = new KnowledgeGraph(undefined, options, store);
    graph.#isOfQuads = true;
    return graph;
  }

  /**
   * Extracts a document and adds what it says; a document with the same id is replaced.
   *
   * @throws ChanceryError `document.binary`, `document.too-large`, `document.invalid-date`.
   */
  add(document: DocumentInput): Extraction {
    const { text, ...metadata } = document;
    const extraction = this.extract(text, metadata);
    this.addRecord({ text, extraction });
    return extraction;
  }

  /** Adds a document that was extracted before; one with the same id is replaced. Works in a graph that was opened for reading, too. */
  addRecord(record: DocumentRecord): void {
    if (this.#isOfQuads) throw readOnly();
    const { id } = record.extraction.document;
    this.#store.replaceGraph(
      this.#naming.documentGraph(id),
      emitDocument(record.extraction, record.text, this.#naming, { provenance: this.#provenance }),
    );
    this.#records.set(id, record);
    this.#touch();
  }

  /** Removes a document and all that only it said. Returns whether it was there. */
  remove(documentId: string): boolean {
    if (!this.#records.delete(documentId)) return false;
    this.#store.removeGraph(this.#naming.documentGraph(documentId));
    this.#touch();
    return true;
  }

  /** What was extracted from each document, with its text; by document id, in code-point order. */
  get records(): readonly DocumentRecord[] {
    return [...this.#records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  }

  /** Extracts a text without adding it. */
  extract(text: string, metadata?: DocumentMetadata): Extraction {
    if (this.#extractor === undefined) throw readOnly();
    return this.#extractor.extract(text, metadata);
  }

  /** How every sentence of a text was read: words, tags, mentions, events and claims, each with the rule behind it. Nothing is added. */
  explain(text: string, metadata?: DocumentMetadata): readonly SentenceExplanation[] {
    if (this.#extractor === undefined) throw readOnly();
    return this.#extractor.explain(text, metadata);
  }

  /** Namespaces of terms and ids. */
  get namespaces(): Namespaces {
    return this.#naming.namespaces;
  }

  /** The data contract as SHACL Core shapes in this graph's namespaces, with the class hierarchy: every graph made from documents conforms to them. */
  shapes(): readonly Quad[] {
    return emitShapes(this.#naming);
  }

  /**
   * What the documents say together: names that mean the same, happenings that several documents report with their figures side by side.
   * `contradictions` and `corroborations` of @chancery/extract read it.
   */
  get collection(): Collection {
    this.#collection ??= readCollection(this.records);
    return this.#collection;
  }

  /** Entities, events, relations and claims of all documents as plain data. */
  get knowledge(): Knowledge {
    this.#knowledge ??= this.#isOfQuads
      ? knowledgeFromQuads(this.#store.quads(), this.#naming.namespaces)
      : toKnowledge(this.records, this.collection);
    return this.#knowledge;
  }

  /** The quads: an RDF/JS Source, Sink and Store. What is written here directly is lost when a document of that graph changes. */
  get store(): QuadStore {
    this.#derive();
    return this.#store;
  }

  /**
   * Rows of a SELECT query, one at a time. The prefixes chy, id, rdf, rdfs, xsd, skos, prov, schema, nif and the like need no declaration.
   *
   * @throws ChanceryError `sparql.syntax` with line, column and excerpt; `sparql.unsupported`; `sparql.timeout` and other limits of `options`.
   */
  select(query: QueryInput, options: QueryOptions = {}): SelectResult {
    return select(this.store, query, this.#queryOptions(options));
  }

  /** Whether an ASK query has an answer. */
  ask(query: QueryInput, options: QueryOptions = {}): boolean {
    return ask(this.store, query, this.#queryOptions(options));
  }

  /** The triples of a CONSTRUCT query. */
  construct(query: QueryInput, options: QueryOptions = {}): Iterable<Quad> {
    return construct(this.store, query, this.#queryOptions(options));
  }

  /** The triples that describe the resources of a DESCRIBE query. */
  describe(query: QueryInput, options: QueryOptions = {}): Iterable<Quad> {
    return describe(this.store, query, this.#queryOptions(options));
  }

  /**
   * The id of the entity that a name, alias, ISO code, id or IRI stands for.
   *
   * @throws ChanceryError `graph.unknown-entity` (with the nearest names), `graph.ambiguous-entity` (with the candidates).
   */
  find(name: string): string {
    return findEntity(this.knowledge, this.#naming.idOf(name) ?? name);
  }

  /** All that is claimed about an entity and by it, with quotes. Takes what `find` takes. */
  dossier(entity: string): Dossier {
    return makeDossier(this.knowledge, this.find(entity));
  }

  /**
   * The events that fit a filter, oldest first, each with roles, labels and evidence: who says so, in which words.
   *
   * @throws ChanceryError `graph.unknown-value`, `graph.bad-date`, `graph.unknown-entity`, `graph.ambiguous-entity`.
   */
  facts(filter: FactFilter = {}): readonly Fact[] {
    return selectFacts(this.knowledge, filter, (name) => this.find(name));
  }

  /** The property graph: entities as nodes, events and relations as edges with status, sources, dates and evidence. */
  graph(options: ProjectOptions = {}): PropertyGraph {
    return projectGraph(this.knowledge, options);
  }

  /** What lies within some hops of an entity. Denied, planned and hypothetical events are not walked unless `statuses` asks for them. */
  neighbours(entity: string, options: NeighbourhoodOptions = {}): Neighbourhood {
    return neighbourhood(this.#walkable(), this.find(entity), options);
  }

  /** The shortest path between two entities with the evidence of each step, or `undefined` where there is none within `maxHops`. */
  path(from: string, to: string, options: ShortestPathOptions = {}): GraphPath | undefined {
    return shortestPath(this.#walkable(), this.find(from), this.find(to), options);
  }

  /** All simple paths up to `maxHops`, shortest first, or, with `strongest`, the best supported ones. */
  paths(
    from: string,
    to: string,
    options: AllPathsOptions & StrongestPathsOptions & { readonly strongest?: boolean } = {},
  ): Iterable<GraphPath> {
    const { strongest = false, ...rest } = options;
    return (strongest ? strongestPaths : allPaths)(this.#walkable(), this.find(from), this.find(to), rest);
  }

  /**
   * Entities by how central they are, the most central first: by number of edges, by PageRank, or by their share of shortest paths. Walked are the edges that
   * `path` walks; the filter narrows or widens that.
   *
   * @throws ChanceryError `graph.bad-date`; `graph.budget` for betweenness in a graph of many thousand entities.
   */
  rank(by: "degree" | "pageRank" | "betweenness", filter: EdgeFilter = {}): Ranking {
    return { degree, pageRank, betweenness }[by](this.#walkable(), filter);
  }

  /** Groups of entities that have more to do with each other than with the rest (Louvain, the same every time), the largest first. */
  communities(filter: EdgeFilter = {}): Communities {
    return communities(this.#walkable(), filter);
  }

  /** Bridges and cut points: ties and entities without which a part of the graph falls off. */
  weakTies(filter: EdgeFilter = {}): WeakTies {
    return weakTies(this.#walkable(), filter);
  }

  /** Who stands between parties that do not deal with each other (Burt's constraint, the least constrained first). */
  structuralHoles(filter: EdgeFilter = {}): readonly StructuralHole[] {
    return structuralHoles(this.#walkable(), filter);
  }

  /** The graph in a file format, as text in pieces: write them one after the other. `exportFormats` lists the names. */
  export(format: string, options: ExportOptions = {}): Iterable<string> {
    return exportGraph({ store: () => this.store, knowledge: () => this.knowledge, naming: this.#naming }, format, options);
  }

  /** The union of all graphs as the default graph, and the usual prefixes without declaration. */
  #queryOptions(options: QueryOptions): QueryOptions {
    const { terms: chy, ids: id } = this.#naming.namespaces;
    return { unionDefaultGraph: true, ...options, prefixes: { ...PREFIXES, chy, id, ...options.prefixes } };
  }

  get #records(): Map<string, DocumentRecord> {
    if (this.#unread !== undefined) {
      const records = this.#unread;
      this.#unread = undefined;
      try {
        for (const record of records) this.#documents.set(record.extraction.document.id, record);
      } catch (error) {
        // Asked again, it fails again instead of answering from a part.
        this.#unread = records;
        throw error;
      }
    }
    return this.#documents;
  }

  #touch(): void {
    this.#derived = false;
    this.#collection = undefined;
    this.#knowledge = undefined;
    this.#index = undefined;
  }

  /** Brings the entity registry and the derived graph up to date; only when something is read after a change. */
  #derive(): void {
    if (this.#derived) return;
    const extractions = this.records.map(({ extraction }) => extraction);
    const empty = extractions.length === 0;
    this.#store.replaceGraph(
      this.#naming.entitiesGraph,
      empty ? [] : [...emitVocabulary(this.#naming), ...emitEntities(extractions, this.#naming)],
    );
    this.#store.replaceGraph(this.#naming.derivedGraph, emitDerived(extractions, this.#naming, this.collection));
    this.#store.replaceGraph(this.#naming.judgementsGraph, emitJudgements(this.collection.judgements, this.#naming));
    this.#derived = true;
  }

  #walkable(): GraphIndex {
    this.#index ??= indexGraph(projectGraph(this.knowledge));
    return this.#index;
  }
}

const readOnly = (): ChanceryError =>
  new ChanceryError("graph.read-only", "The graph was opened for reading only.", {
    remedy: "Open it without readOnly, or build one from documents and their records.",
  });
