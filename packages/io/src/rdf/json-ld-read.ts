import { ChanceryError, createDataFactory } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import type { Chunks, ReadOptions } from "./rdf-format.ts";
import { type QuadTransform, readThrough } from "./stream-read.ts";
import { absoluteQuads, blankPrefixFor, labelledFactory } from "./turtle-read.ts";

/** Deeper nesting makes the streaming parser quadratic: 1,000 levels take 0.8 s, 20,000 more than 80 s (measured). */
const MAX_DEPTH = 64;

/**
 * JSON-LD 1.1. Contexts given by URL are taken from `options.contexts`; nothing is fetched.
 *
 * @throws ChanceryError `io.syntax`, `io.remote-context`, `io.too-deep`, `io.relative-iri`.
 */
export async function* readJsonLd(input: Chunks, options: ReadOptions): AsyncGenerator<Quad> {
  const { JsonLdParser } = await import("jsonld-streaming-parser");
  const [first, chunks] = await peek(input);
  const contexts = options.contexts ?? {};
  // The parser wraps what its loader throws.
  let refusal: ChanceryError | undefined;
  const parser = new JsonLdParser({
    dataFactory: labelledFactory(createDataFactory(options.blankPrefix ?? blankPrefixFor(first))),
    streamingProfile: false,
    allowSubjectList: false,
    rdfDirection: "i18n-datatype",
    ...(options.baseIri === undefined ? {} : { baseIRI: options.baseIri }),
    documentLoader: {
      load: async (url: string) => {
        if (Object.hasOwn(contexts, url)) return contexts[url]!;
        refusal = new ChanceryError("io.remote-context", `The document uses the context ${url}, and contexts are never fetched.`, {
          ...(options.source === undefined ? {} : { place: { source: options.source } }),
          remedy: "Pass the context's JSON in the contexts option, or expand the document first.",
        });
        throw refusal;
      },
    },
  });
  try {
    yield* absoluteQuads(readThrough(parser as unknown as QuadTransform, depthGuarded(chunks), options), options);
  } catch (error) {
    throw refusal ?? error;
  }
}

/** The first piece, and all pieces. */
export async function peek(input: Chunks): Promise<readonly [string, AsyncIterable<string>]> {
  const source = typeof input === "string" ? [input] : input;
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const first = await iterator.next();
  const all = async function* (): AsyncGenerator<string> {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value;
  };
  return [first.done ? "" : first.value, all()];
}

/** Passes JSON text on while its nesting stays within the limit. */
async function* depthGuarded(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++) {
      const character = chunk[i]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (character === "\\") escaped = true;
        else if (character === '"') inString = false;
      } else if (character === '"') inString = true;
      else if (character === "{" || character === "[") {
        depth++;
        if (depth > MAX_DEPTH)
          throw new ChanceryError("io.too-deep", `The JSON is nested deeper than ${MAX_DEPTH} levels.`, {
            remedy: "Flatten the document.",
          });
      } else if (character === "}" || character === "]") depth--;
    }
    yield chunk;
  }
  // The streaming parser takes the end of its input for the end of the document.
  if (depth > 0 || inString) throw new ChanceryError("io.syntax", "The JSON ends before it is complete.");
}
