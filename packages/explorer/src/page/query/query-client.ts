import type { PageData } from "../model/embedded-data.ts";
import type { Answer, PlainTerm, QueryReply, QueryRequest } from "./answer.ts";
import QueryWorker from "./query-worker.ts?worker&inline";

/** How ids are written as IRIs, and how large the data are. */
export interface QueryNames {
  readonly quads: number;
  /** Documents left out of the quads because they break the data contract. */
  readonly skipped: number;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly ids: string;
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
  const [best] = Object.entries(names.prefixes)
    .filter(([, namespace]) => namespace !== "" && term.value.startsWith(namespace))
    .sort((a, b) => b[1].length - a[1].length);
  return best === undefined ? term.value : `${best[0]}:${term.value.slice(best[1].length)}`;
}
