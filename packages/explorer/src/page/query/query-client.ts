import type { Collection } from "../model/collection.ts";
import type { PageData } from "../model/embedded-data.ts";
import type { Answer, PlainTerm, QueryReply, QueryRequest } from "./answer.ts";
import type { QueryVocabulary } from "./complete-query.ts";
import QueryWorker from "./query-worker.ts?worker&inline";

/** How ids are written as IRIs, and how large the data are. */
export interface QueryNames {
  readonly quads: number;
  /** Documents left out of the quads because they break the data contract. */
  readonly skipped: number;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly ids: string;
  /** IRIs of classes and properties, most used first. */
  readonly classes: readonly string[];
  readonly properties: readonly string[];
}

/** Longest run; a regular expression that blows up ends here at the latest. */
const TIMEOUT_MS = 40_000;

/**
 * Queries in a worker over the data of the page: the page never waits, and whatever runs away is ended. The quads are made at the first use
 * and again after a stop.
 */
export class QueryClient {
  readonly #data: PageData;
  #worker: Worker | undefined;
  #names: Promise<QueryNames> | undefined;
  #reject: ((error: Error) => void) | undefined;

  constructor(data: PageData) {
    this.#data = data;
  }

  /** Loads the data where that has not happened yet. */
  names(): Promise<QueryNames> {
    this.#names ??= this.#ask({ kind: "load", data: this.#data }).then((reply) => {
      if (reply.kind !== "ready") throw new Error("The query engine did not start.");
      return reply;
    });
    return this.#names;
  }

  /** Rejects with a message for the reader: a syntax error with its place, a limit, a stop. */
  async run(query: string): Promise<Answer> {
    await this.names();
    const timer = window.setTimeout(() => this.stop("The query took too long and was stopped. Make it more selective."), TIMEOUT_MS);
    try {
      const reply = await this.#ask({ kind: "run", query });
      if (reply.kind !== "answer") throw new Error("The query engine gave no answer.");
      return reply.answer;
    } finally {
      window.clearTimeout(timer);
    }
  }

  /** Ends the worker with what it is doing. */
  stop(message = "The query was stopped."): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#names = undefined;
    this.#reject?.(new Error(message));
    this.#reject = undefined;
  }

  #ask(request: QueryRequest): Promise<QueryReply> {
    return new Promise((resolve, reject) => {
      // One question at a time: a new one stops the old.
      if (this.#reject !== undefined) this.#reject(new Error("The query was replaced by another."));
      this.#reject = reject;
      this.#worker ??= new QueryWorker();
      const worker = this.#worker;
      worker.onmessage = ({ data: reply }: MessageEvent<QueryReply>) => {
        this.#reject = undefined;
        if (reply.kind === "fault") reject(new Error(reply.message));
        else resolve(reply);
      };
      worker.onerror = (event) => {
        this.stop(`The query engine failed: ${event.message}`);
      };
      worker.postMessage(request);
    });
  }
}

/** The id behind an IRI, or `undefined` for the IRIs of others. */
export function idOfIri(iri: string, { ids }: QueryNames): string | undefined {
  if (!iri.startsWith(ids)) return undefined;
  try {
    return decodeURIComponent(iri.slice(ids.length));
  } catch {
    // A percent sign that is no escape.
    return undefined;
  }
}

/** A term for people: compacted IRI, the words of a literal, a triple in double angle brackets. */
export function termText(term: PlainTerm, names: QueryNames): string {
  if (term.parts !== undefined) return `<<( ${term.parts.map((part) => termText(part, names)).join(" ")} )>>`;
  if (term.termType === "BlankNode") return `_:${term.value}`;
  if (term.termType !== "NamedNode") return term.value;
  return compactIri(term.value, names) ?? term.value;
}

/** An IRI by the longest namespace that it begins with; not necessarily as a query may have it. */
function compactIri(iri: string, { prefixes }: QueryNames): string | undefined {
  const [best] = Object.entries(prefixes)
    .filter(([, namespace]) => namespace !== "" && iri.startsWith(namespace))
    .sort((a, b) => b[1].length - a[1].length);
  return best === undefined ? undefined : `${best[0]}:${iri.slice(best[1].length)}`;
}

/** What the editor offers, as a query may have it: names that would need more than a backslash are written as IRIs. */
export function vocabularyOf(names: QueryNames, collection: Collection): QueryVocabulary {
  const written = (iri: string): string => {
    const compact = compactIri(iri, names);
    const at = compact?.indexOf(":") ?? -1;
    const local = compact?.slice(at + 1).replace(/[~!$&'()*+,;=/?#@%]/g, "\\$&") ?? "";
    return /^(?:[\p{L}\d_](?:[\p{L}\d_-]|\\.|\.(?=[\p{L}\d_\\-]))*)$/u.test(local) ? `${compact!.slice(0, at + 1)}${local}` : `<${iri}>`;
  };
  return {
    prefixes: names.prefixes,
    classes: names.classes.map(written),
    properties: names.properties.map(written),
    entities: [...collection.knowledge.entities]
      .sort(
        (a, b) =>
          (collection.linksByNode.get(b.id)?.length ?? 0) - (collection.linksByNode.get(a.id)?.length ?? 0) || (a.id < b.id ? -1 : 1),
      )
      .map(({ id, label }) => ({ name: written(`${names.ids}${id}`), label })),
  };
}
