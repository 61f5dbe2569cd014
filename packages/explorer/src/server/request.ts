import { ChanceryError } from "@chancery/rdf";

/** What the client asks, whichever of the protocol's three ways it came. */
export interface ProtocolRequest {
  readonly query: string;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** A refusal with its HTTP status; the body is the message as plain text. */
export class ProtocolError extends ChanceryError {
  readonly status: 400 | 403 | 404 | 405 | 406 | 408 | 413 | 415 | 500 | 503;

  constructor(status: ProtocolError["status"], code: string, message: string, remedy?: string) {
    super(code, message, remedy === undefined ? {} : { remedy });
    this.status = status;
  }
}

/**
 * Reads a query request of the SPARQL 1.1 Protocol (section 2.1): GET with `query`, POST with a form, POST with the query as body.
 *
 * @throws ProtocolError with the status that the protocol wants.
 */
export async function readProtocolRequest(request: Request, maxBodyBytes: number): Promise<ProtocolRequest> {
  const url = new URL(request.url);
  if (request.method === "GET" || request.method === "HEAD") return fromParameters([url.searchParams]);
  if (request.method !== "POST")
    throw new ProtocolError(405, "server.method", `${request.method} is not a method of this resource.`, "Use GET or POST.");
  const mediaType = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  switch (mediaType) {
    case "application/x-www-form-urlencoded":
      return fromParameters([url.searchParams, new URLSearchParams(await readBody(request, maxBodyBytes))]);
    case "application/sparql-query": {
      const query = await readBody(request, maxBodyBytes);
      if (url.searchParams.has("query"))
        throw new ProtocolError(400, "server.request", "The query is given twice: in the address and as the body.");
      return { query, ...graphs([url.searchParams]) };
    }
    case "application/sparql-update":
      throw new ProtocolError(403, "server.read-only", "This endpoint is read-only; updates are refused.");
    default:
      throw new ProtocolError(
        415,
        "server.media-type",
        `A query can't be sent as ${mediaType === "" || mediaType === undefined ? "a body without content type" : mediaType}.`,
        "Send application/x-www-form-urlencoded or application/sparql-query.",
      );
  }
}

function fromParameters(sources: readonly URLSearchParams[]): ProtocolRequest {
  if (sources.some((source) => source.has("update")))
    throw new ProtocolError(403, "server.read-only", "This endpoint is read-only; updates are refused.");
  const queries = sources.flatMap((source) => source.getAll("query"));
  const [query] = queries;
  if (query === undefined) throw new ProtocolError(400, "server.request", "The parameter query is missing.");
  if (queries.length > 1) throw new ProtocolError(400, "server.request", "The parameter query is given more than once.");
  return { query, ...graphs(sources) };
}

function graphs(sources: readonly URLSearchParams[]): Pick<ProtocolRequest, "defaultGraphs" | "namedGraphs"> {
  return {
    defaultGraphs: sources.flatMap((source) => source.getAll("default-graph-uri")),
    namedGraphs: sources.flatMap((source) => source.getAll("named-graph-uri")),
  };
}

/** The body as UTF-8 text; reading stops as soon as it is too long. */
async function readBody(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = (): ProtocolError => new ProtocolError(413, "server.too-large", `The request is longer than ${maxBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ProtocolError(400, "server.request", `The request is not UTF-8 text: ${(cause as Error).message}`);
  }
}
