import { RDF_FORMATS, writeQuads } from "@chancery/io";
import { ChanceryError, dataFactory, namespaces, type QuadStore } from "@chancery/rdf";
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
import { negotiate, type Offer } from "./negotiate.ts";
import { ProtocolError, type ProtocolRequest, readProtocolRequest } from "./request.ts";

export interface SparqlServerOptions {
  /** Time a query may take. Default 30,000 ms; over it the answer is 503. */
  readonly timeoutMs?: number;
  /** Rows or triples an answer may have. Default 1,000,000. */
  readonly maxRows?: number;
  /** Largest request body. Default 1 MiB; over it the answer is 413. */
  readonly maxBodyBytes?: number;
  /** Value of `Access-Control-Allow-Origin`, for pages of other sites. Default: none, so browsers keep them out. */
  readonly corsOrigin?: string;
  /** Prefixes that queries may use without declaring them. */
  readonly prefixes?: Readonly<Record<string, string>>;
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
    unionDefaultGraph = true,
  } = options;
  const cache = createQueryCache();
  const app = new Hono();

  app.use("*", async (context, next) => {
    if (corsOrigin !== undefined) {
      context.header("Access-Control-Allow-Origin", corsOrigin);
      context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
      context.header("Access-Control-Allow-Headers", "Accept, Content-Type");
      if (corsOrigin !== "*") context.header("Vary", "Origin");
    }
    if (context.req.method === "OPTIONS") return context.body(null, 204, { Allow: "GET, HEAD, POST, OPTIONS" });
    await next();
    return undefined;
  });

  app.onError((error, context) => {
    if (!(error instanceof ChanceryError)) return context.text("Internal error.\n", 500);
    return context.text(`${error.describe()} [${error.code}]\n`, statusOf(error));
  });

  app.all("/sparql", async (context) => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const describesItself =
      (request.method === "GET" || request.method === "HEAD") && !url.searchParams.has("query") && !url.searchParams.has("update");
    if (describesItself) return triplesResponse(serviceDescription(url, unionDefaultGraph), request);
    const asked = await readProtocolRequest(request, maxBodyBytes);
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

  app.all("/graphs", (context) => {
    const request = context.req.raw;
    if (request.method !== "GET" && request.method !== "HEAD")
      throw new ProtocolError(405, "server.method", `${request.method} is refused: the graph store is read-only.`);
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
    const quads = [...(store.quads(undefined, undefined, undefined, iriTerm(iri)) as Iterable<Quad>)];
    if (quads.length === 0) throw new ProtocolError(404, "server.no-graph", `There is no graph <${iri}>.`);
    return triplesResponse(quads, request);
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

function triplesResponse(quads: Iterable<Quad>, request: Request): Response {
  const offer = negotiate(request.headers.get("accept"), GRAPH_OFFERS) ?? refuse(GRAPH_OFFERS);
  const triples = [...quads].map(({ subject, predicate, object }) => dataFactory.quad(subject, predicate, object));
  return streamed(offer, [...writeQuads(triples, offer.format)].join(""));
}

/** SPARQL 1.1 Service Description of this endpoint. */
function serviceDescription(url: URL, unionDefaultGraph: boolean): Iterable<Quad> {
  const sd = (name: string): NamedNode => dataFactory.namedNode(`http://www.w3.org/ns/sparql-service-description#${name}`);
  const format = (name: string): NamedNode => dataFactory.namedNode(`http://www.w3.org/ns/formats/${name}`);
  const endpoint = dataFactory.namedNode(`${url.origin}${url.pathname}`);
  const service = dataFactory.namedNode(`${url.origin}${url.pathname}#service`);
  const facts: readonly (readonly [NamedNode, NamedNode])[] = [
    [namespaces.rdf("type"), sd("Service")],
    [sd("endpoint"), endpoint],
    [sd("supportedLanguage"), sd("SPARQL11Query")],
    ...(unionDefaultGraph ? [[sd("feature"), sd("UnionDefaultGraph")] as const] : []),
    ...[
      "SPARQL_Results_JSON",
      "SPARQL_Results_XML",
      "SPARQL_Results_CSV",
      "SPARQL_Results_TSV",
      "Turtle",
      "N-Triples",
      "RDF_XML",
      "JSON-LD",
    ].map((name) => [sd("resultFormat"), format(name)] as const),
  ];
  return facts.map(([predicate, object]) => dataFactory.quad(service, predicate, object));
}
