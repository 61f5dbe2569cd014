import { ChanceryError } from "@chancery/rdf";

/** What the client asks, whichever of the protocol's three ways it came. */
export interface ProtocolRequest {
  readonly query: string;
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

/** A refusal with its HTTP status; the body is the message as plain text. */
export class ProtocolError extends ChanceryError {
  readonly status: 400 | 403 | 404 | 405 | 406 | 408 | 413 | 414 | 415 | 500 | 503;

  constructor(status: ProtocolError["status"], code: string, message: string, remedy?: string) {
    super(code, message, remedy === undefined ? {} : { remedy });
    this.status = status;
  }
}

const READ_ONLY = "Documents are added and removed with `chancery build`.";

/** What a request may cost before the query runs. */
export interface RequestLimits {
  /** Largest body, and longest address. */
  readonly maxBytes: number;
  /** Time that a body may take to arrive. */
  readonly timeoutMs: number;
}

/**
 * Reads a query request of the SPARQL 1.1 Protocol (section 2.1): GET with `query`, POST with a form, POST with the query as body.
 *
 * @throws ProtocolError with the status that the protocol wants.
 */
export async function readProtocolRequest(request: Request, limits: RequestLimits): Promise<ProtocolRequest> {
  const url = new URL(request.url);
  if (request.url.length > limits.maxBytes) {
    throw new ProtocolError(
      414,
      "server.too-large",
      `The address is longer than ${limits.maxBytes} characters.`,
      "Send the query by POST.",
    );
  }
  if (request.method === "GET" || request.method === "HEAD") return fromParameters([url.searchParams]);
  if (request.method !== "POST")
    throw new ProtocolError(405, "server.method", `${request.method} is not a method of this resource.`, "Use GET or POST.");
  const [mediaType, ...parameters] = (request.headers.get("content-type") ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  if (charset !== undefined && charset !== "utf-8" && charset !== "utf8" && charset !== "us-ascii")
    throw new ProtocolError(415, "server.media-type", `Text in ${charset.slice(0, 40)} can't be read.`, "Send UTF-8.");
  const encoding = request.headers.get("content-encoding")?.toLowerCase() ?? "identity";
  if (encoding !== "identity")
    throw new ProtocolError(415, "server.media-type", `A body in ${encoding.slice(0, 40)} can't be read.`, "Send it as it is.");
  switch (mediaType) {
    case "application/x-www-form-urlencoded":
      return fromParameters([url.searchParams, new URLSearchParams(await readBody(request, limits))]);
    case "application/sparql-query": {
      const query = await readBody(request, limits);
      if (url.searchParams.has("query"))
        throw new ProtocolError(400, "server.request", "The query is given twice: in the address and as the body.", "Give it once.");
      return { query, ...graphs([url.searchParams]) };
    }
    case "application/sparql-update":
      throw new ProtocolError(403, "server.read-only", "This endpoint is read-only; updates are refused.", READ_ONLY);
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
    throw new ProtocolError(403, "server.read-only", "This endpoint is read-only; updates are refused.", READ_ONLY);
  const queries = sources.flatMap((source) => source.getAll("query"));
  const [query] = queries;
  if (query === undefined)
    throw new ProtocolError(400, "server.request", "The parameter query is missing.", "Send query=… by GET or as a form.");
  if (queries.length > 1) throw new ProtocolError(400, "server.request", "The parameter query is given more than once.", "Give it once.");
  return { query, ...graphs(sources) };
}

function graphs(sources: readonly URLSearchParams[]): Pick<ProtocolRequest, "defaultGraphs" | "namedGraphs"> {
  return {
    defaultGraphs: sources.flatMap((source) => source.getAll("default-graph-uri")),
    namedGraphs: sources.flatMap((source) => source.getAll("named-graph-uri")),
  };
}

/** The body as UTF-8 text; reading stops as soon as it is too long or too slow. */
async function readBody(request: Request, { maxBytes, timeoutMs }: RequestLimits): Promise<string> {
  const tooLarge = (): ProtocolError => new ProtocolError(413, "server.too-large", `The request is longer than ${maxBytes} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (request.body === null) return "";
  const reader = request.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ProtocolError(408, "server.too-slow", `The request took longer than ${timeoutMs} ms to arrive.`)),
      timeoutMs,
    );
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  try {
    for (let part = await Promise.race([reader.read(), tooSlow]); !part.done; part = await Promise.race([reader.read(), tooSlow])) {
      length += part.value.length;
      if (length > maxBytes) throw tooLarge();
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    // What is still to come is not wanted; whether it can be stopped does not matter.
    reader.cancel().catch(() => {});
    if (error instanceof TypeError)
      throw new ProtocolError(400, "server.request", `The request is not UTF-8 text: ${error.message}`, "Send UTF-8.");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
