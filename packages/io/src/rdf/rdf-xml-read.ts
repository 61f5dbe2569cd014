import { createDataFactory } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { peek } from "./json-ld-read.ts";
import type { Chunks, ReadOptions } from "./rdf-format.ts";
import { type QuadTransform, readThrough } from "./stream-read.ts";
import { absoluteQuads, blankPrefixFor, labelledFactory } from "./turtle-read.ts";

/**
 * RDF/XML. External entities are errors and nothing is fetched.
 *
 * @throws ChanceryError `io.syntax`, `io.relative-iri`.
 */
export async function* readRdfXml(input: Chunks, options: ReadOptions): AsyncGenerator<Quad> {
  const { RdfXmlParser } = await import("rdfxml-streaming-parser");
  const [first, chunks] = await peek(input);
  const parser = new RdfXmlParser({
    dataFactory: labelledFactory(createDataFactory(options.blankPrefix ?? blankPrefixFor(first))),
    trackPosition: true,
    ...(options.baseIri === undefined ? {} : { baseIRI: options.baseIri }),
  });
  // The transform does not close its XML parser, so a document that ends too early would pass for a whole one.
  const { saxParser } = parser as unknown as { readonly saxParser: { close(): unknown } };
  yield* absoluteQuads(
    readThrough(parser as unknown as QuadTransform, chunks, options, () => saxParser.close()),
    options,
  );
}
