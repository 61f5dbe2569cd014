import { RDF_FORMATS, writeQuads } from "@chancery/io";
import { ChanceryError, dataFactory, type QuadStore } from "@chancery/rdf";
import {
  type AsyncSelectResult,
  ask,
  construct,
  createQueryCache,
  describe,
  prepare,
  type QueryOptions,
  RESULT_MEDIA_TYPES,
  type ResultFormat,
  selectAsync,
  writeResults,
} from "@chancery/sparql";
import type { NamedNode, Quad } from "@rdfjs/types";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { negotiate, type Offer } from "./negotiate.ts";
import { ProtocolError, type ProtocolRequest, readProtocolRequest } from "./request.ts";
import { serviceDescription } from "./service-description.ts";

export interface SparqlServerOptions {
  /** Time a query may take, and a request to arrive. Default 30,000 ms; over it the answer is 503, or 408. */
  readonly timeoutMs?: number;
  /** Rows or triples an answer may have. Default 1,000,000. */
  readonly maxRows?: number;
  /** Largest request body, and longest address. Default 1 MiB; over it the answer is 413, or 414. */
  readonly maxBodyBytes?: number;
  /** Value of `Access-Control-Allow-Origin`, for pages of other sites. Default: none, so browsers keep them out. */
  readonly corsOrigin?: string;
  /** Prefixes that queries may use without declaring them. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** Compress answers of 1 kB and more for clients that take gzip or deflate. Default `true`. */
  readonly compression?: boolean;
  /** Default graph of queries without FROM: the union of all graphs (default) or the unnamed one. */
  readonly unionDefaultGraph?: boolean;
}

const RESULT_OFFERS: readonly Offer<ResultFormat>[] = [
  ...(Object.entries(RESULT_MEDIA_TYPES) as [ResultFormat, string][]).map(([format, mediaType]) => ({ mediaType, format })),
  { mediaType: "application/json", format: "json" },
  { mediaType: "application/xml", format: "xml" },
  { mediaType: "text/xml", format: "xml" },
];

const GRAPH_OFFERS: readonly Offer<string>[] = RDF_FORMATS.flatMap(({ name, mediaTypes }) =>
  mediaTypes.map((mediaType) => ({ mediaType, format: name })),
);

/** Statuses of errors that are the query's fault or the budget's. */
function statusOf(error: ChanceryError): 400 | 408 | 503 | ProtocolError["status"] {
  if (error instanceof ProtocolError) return error.status;
  return ["sparql.timeout", "sparql.memory", "sparql.too-many-rows"].includes(error.code) ? 503 : 400;
}

/**
 * A read-only SPARQL 1.1 endpoint over a store as a Hono application: `/sparql` speaks the SPARQL 1.1 Protocol (query by GET, POST form and POST body; without a
 * query it describes itself), `/graphs` the reading half of the Graph Store Protocol (`?default` or `?graph=IRI`). Updates are refused with 403.
 *
 * Runs wherever `Request` and `Response` are; mount it with `@hono/node-server`, or call `app.fetch(request)`.
 *
 * @param source Called for each request, so that a changing graph can be served.
 */
export function createSparqlServer(source: () => QuadStore, options: SparqlServerOptions = {}): Hono {
  const {
    timeoutMs = 30_000,
    maxRows = 1_000_000,
    maxBodyBytes = 1_048_576,
    corsOrigin,
    prefixes = {},
    compression = true,
    unionDefaultGraph = true,
  } = options;
  const cache = createQueryCache();
  const app = new Hono();

  if (compression) app.use("*", compress({ contentTypeFilter: isText }));
  app.use("*", async (context, next) => {
    // After the answer is there, be it an error: headers that are set before are lost where a handler makes a Response of its own.
    if (context.req.method === "OPTIONS")
      context.res = new Response(null, { status: 204, headers: { Allow: allowedAt(context.req.path) } });
    else await next();
    // What a query makes of the data must never be taken for a page.
    context.header("X-Content-Type-Options", "nosniff");
    if (corsOrigin === undefined) return;
    context.header("Access-Control-Allow-Origin", corsOrigin);
    context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    context.header("Access-Control-Allow-Headers", "Accept, Content-Type");
    if (corsOrigin !== "*") context.header("Vary", "Origin", { append: true });
  });

  app.onError((error, context) => {
    if (!(error instanceof ChanceryError)) return context.text("Internal error.\n", 500);
    if (statusOf(error) === 405) context.header("Allow", allowedAt(context.req.path));
    return context.text(`${error.describe()} [${error.code}]\n`, statusOf(error));
  });

  app.notFound((context) =>
    context.text("There is nothing here. Queries go to /sparql, graphs are at /graphs. [server.no-resource]\n", 404),
  );

  app.all("/sparql", async (context) => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const describesItself =
      (request.method === "GET" || request.method === "HEAD") && !url.searchParams.has("query") && !url.searchParams.has("update");
    if (describesItself) return triplesResponse(serviceDescription(url, source(), unionDefaultGraph), request);
    const asked = await readProtocolRequest(request, { maxBytes: maxBodyBytes, timeoutMs });
    const queryOptions: QueryOptions = {
      timeoutMs,
      maxRows,
      prefixes,
      cache,
      signal: request.signal,
      unionDefaultGraph,
      ...datasetOf(asked),
    };
    const query = prepare(asked.query, queryOptions);
    switch (query.form) {
      case "select": {
        const offer = negotiate(request.headers.get("accept"), RESULT_OFFERS) ?? refuse(RESULT_OFFERS);
        const rows = selectAsync(source(), query, queryOptions);
        return streamed(offer, await rowsAsText(rows, offer.format));
      }
      case "ask": {
        const offers = RESULT_OFFERS.filter(({ format }) => format === "json" || format === "xml");
        const offer = negotiate(request.headers.get("accept"), offers) ?? refuse(offers);
        return streamed(offer, [...writeResults(ask(source(), query, queryOptions), offer.format)].join(""));
      }
      default:
        return triplesResponse(
          query.form === "construct" ? construct(source(), query, queryOptions) : describe(source(), query, queryOptions),
          request,
        );
    }
  });

  app.all("/graphs", async (context) => {
    const request = context.req.raw;
    if (request.method !== "GET" && request.method !== "HEAD")
      throw new ProtocolError(405, "server.method", `${request.method} is refused: the graph store is read-only.`, "Use GET or HEAD.");
    const { searchParams } = new URL(request.url);
    const iri = searchParams.get("graph");
    const store = source();
    if (searchParams.has("default") === (iri !== null))
      throw new ProtocolError(400, "server.request", "Name a graph with ?graph=IRI, or the default graph with ?default.");
    if (iri === null)
      return triplesResponse(
        store.quads(undefined, undefined, undefined, unionDefaultGraph ? undefined : dataFactory.defaultGraph()) as Iterable<Quad>,
        request,
      );
    const name = iriTerm(iri);
    if (store.countQuads(undefined, undefined, undefined, name) === 0)
      throw new ProtocolError(404, "server.no-graph", `There is no graph <${iri}>.`, "SELECT DISTINCT ?g { GRAPH ?g {} } lists all.");
    return triplesResponse(store.quads(undefined, undefined, undefined, name) as Iterable<Quad>, request);
  });

  return app;
}

function refuse(offers: readonly Offer<unknown>[]): never {
  throw new ProtocolError(
    406,
    "server.not-acceptable",
    "None of the formats that the Accept header names can be given.",
    `Known are ${[...new Set(offers.map(({ mediaType }) => mediaType))].join(", ")}.`,
  );
}

function datasetOf({ defaultGraphs, namedGraphs }: ProtocolRequest): Pick<QueryOptions, "dataset"> {
  return defaultGraphs.length + namedGraphs.length === 0
    ? {}
    : { dataset: { default: defaultGraphs.map(iriTerm), named: namedGraphs.map(iriTerm) } };
}

function iriTerm(iri: string): NamedNode {
  if (!/^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]*$/i.test(iri))
    throw new ProtocolError(400, "server.request", `"${iri.slice(0, 200)}" is no absolute IRI.`);
  return dataFactory.namedNode(iri);
}

/** Rows are collected before the status is sent, so that an error in the middle still gets its own status. */
async function rowsAsText(rows: AsyncSelectResult, format: ResultFormat): Promise<string> {
  const collected = [];
  for await (const row of rows) collected.push(row);
  return [...writeResults({ variables: rows.variables, rows: collected }, format)].join("");
}

const streamed = (offer: Offer<unknown>, body: string): Response =>
  new Response(body, { headers: { "Content-Type": withCharset(offer.mediaType), Vary: "Accept" } });

const withCharset = (mediaType: string): string =>
  mediaType.startsWith("text/") && !mediaType.includes("charset") ? `${mediaType}; charset=utf-8` : mediaType;

/** All formats that are served are text; the list of well-known ones that compressors have lacks RDF's. */
const isText = (contentType: string): boolean => /^(text|application)\//.test(contentType);

const allowedAt = (path: string): string => (path === "/graphs" ? "GET, HEAD, OPTIONS" : "GET, HEAD, POST, OPTIONS");

async function triplesResponse(quads: Iterable<Quad>, request: Request): Promise<Response> {
  const offer = negotiate(request.headers.get("accept"), GRAPH_OFFERS) ?? refuse(GRAPH_OFFERS);
  const triples: Quad[] = [];
  for await (const { subject, predicate, object } of inTurns(quads)) triples.push(dataFactory.quad(subject, predicate, object));
  return streamed(offer, [...writeQuads(triples, offer.format)].join(""));
}

/** Milliseconds of work between two turns of the event loop. */
const SLICE_MS = 10;

/** Items of a long computation, with turns of the event loop in between: other requests are answered, and that the client has gone is heard. */
async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (const item of items) {
    yield item;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve));
    sliceEnd = performance.now() + SLICE_MS;
  }
}
