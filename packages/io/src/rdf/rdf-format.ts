import type { Quad } from "@rdfjs/types";

export interface ReadOptions {
  /** IRI that relative IRIs are resolved against. Without it they are an error (`io.relative-iri`). */
  readonly baseIri?: string;
  /**
   * Start of the labels given to blank nodes. Default: a hash of the (first piece of the) input, so that the blank nodes of different documents stay apart
   * in one store and the same document always gets the same ones.
   */
  readonly blankPrefix?: string;
  /** Name of the input for error messages. */
  readonly source?: string;
  /** JSON-LD contexts by URL. Nothing is ever fetched: a context that is not here is an error (`io.remote-context`). */
  readonly contexts?: Readonly<Record<string, object>>;
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  /** Prefix → namespace IRI, for the formats that have prefixes. Default: `PREFIXES` of @chancery/rdf. Only those that are used are written. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Order of the quads: `true` sorts them, groups them by subject and names blank nodes canonically; `false` writes them as they come, in constant memory. Default `true`. */
  readonly sorted?: boolean;
  /**
   * Announce RDF 1.2 in Turtle and TriG (`VERSION "1.2"`), for data with triple terms. Not in N-Triples and N-Quads, where readers of triple terms stumble over it
   * (oxigraph 0.5), and it may be left out. Default: nothing is announced.
   */
  readonly version?: "1.2";
  /** Ends the writing with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly report?: WriteReport;
}

/** What a writer had to change. Pass one in to learn the numbers. */
export interface WriteReport {
  /** Halves of surrogate pairs replaced by U+FFFD, and characters that XML cannot hold left out. */
  replacedCharacters: number;
  /** IRIs with characters that no IRI may hold, which were percent-encoded. */
  escapedIris: number;
  /** Quads that lost the name of their graph, in formats without named graphs. */
  mergedGraphs: number;
}

export function emptyReport(): WriteReport {
  return { replacedCharacters: 0, escapedIris: 0, mergedGraphs: 0 };
}

/** Pieces of text, in order. */
export type Chunks = string | Iterable<string> | AsyncIterable<string>;

export interface RdfFormat {
  /** Short name, also accepted wherever a format is asked for. */
  readonly name: "turtle" | "trig" | "n-triples" | "n-quads" | "json-ld" | "rdf-xml";
  readonly label: string;
  /** File name endings with the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** Media types, the registered one first. */
  readonly mediaTypes: readonly string[];
  /** Whether it can hold named graphs; the others merge all graphs into one. */
  readonly namedGraphs: boolean;
  readonly read: (input: Chunks, options: ReadOptions) => AsyncIterable<Quad>;
  /** Synchronous reading of a whole text; absent where the parser is asynchronous by nature. */
  readonly parse?: (text: string, options: ReadOptions) => Quad[];
  readonly write: (quads: Iterable<Quad>, options: WriteOptions) => Iterable<string>;
}
