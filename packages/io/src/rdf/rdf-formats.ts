import { ChanceryError } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { readJsonLd } from "./json-ld-read.ts";
import { writeJsonLd } from "./json-ld-write.ts";
import { writeNQuads, writeNTriples } from "./n-quads.ts";
import type { Chunks, RdfFormat, ReadOptions, WriteOptions } from "./rdf-format.ts";
import { readRdfXml } from "./rdf-xml-read.ts";
import { writeRdfXml } from "./rdf-xml-write.ts";
import { parseTurtleFamily, readTurtleFamily, type TurtleSyntax } from "./turtle-read.ts";
import { writeTrig, writeTurtle } from "./turtle-write.ts";

function turtleReaders(syntax: TurtleSyntax): Pick<RdfFormat, "read" | "parse"> {
  return {
    read: (input, options) => readTurtleFamily(input, syntax, options),
    parse: (text, options) => parseTurtleFamily(text, syntax, options),
  };
}

/** Every RDF format that is read and written. */
export const RDF_FORMATS: readonly RdfFormat[] = [
  {
    name: "turtle",
    label: "Turtle",
    extensions: [".ttl", ".turtle"],
    mediaTypes: ["text/turtle", "application/x-turtle"],
    namedGraphs: false,
    ...turtleReaders("text/turtle"),
    write: writeTurtle,
  },
  {
    name: "trig",
    label: "TriG",
    extensions: [".trig"],
    mediaTypes: ["application/trig", "application/x-trig"],
    namedGraphs: true,
    ...turtleReaders("application/trig"),
    write: writeTrig,
  },
  {
    name: "n-triples",
    label: "N-Triples",
    extensions: [".nt", ".ntriples"],
    mediaTypes: ["application/n-triples", "text/plain"],
    namedGraphs: false,
    ...turtleReaders("application/n-triples"),
    write: writeNTriples,
  },
  {
    name: "n-quads",
    label: "N-Quads",
    extensions: [".nq", ".nquads"],
    mediaTypes: ["application/n-quads", "text/x-nquads"],
    namedGraphs: true,
    ...turtleReaders("application/n-quads"),
    write: writeNQuads,
  },
  {
    name: "json-ld",
    label: "JSON-LD",
    extensions: [".jsonld"],
    mediaTypes: ["application/ld+json"],
    namedGraphs: true,
    read: readJsonLd,
    write: writeJsonLd,
  },
  {
    name: "rdf-xml",
    label: "RDF/XML",
    extensions: [".rdf", ".owl", ".rdfxml"],
    mediaTypes: ["application/rdf+xml"],
    namedGraphs: false,
    read: readRdfXml,
    write: writeRdfXml,
  },
];

/**
 * The RDF format of a file path, media type (parameters are ignored) or short name; `.gz` endings are looked through.
 *
 * @throws ChanceryError `io.unknown-format` with the list of what is known.
 */
export function formatOf(pathOrMediaType: string): RdfFormat {
  const found = findFormat(pathOrMediaType);
  if (found !== undefined) return found;
  throw new ChanceryError("io.unknown-format", `"${pathOrMediaType.slice(0, 200)}" names no RDF format.`, {
    remedy: `Known are ${RDF_FORMATS.map((format) => `${format.name} (${format.extensions[0]}, ${format.mediaTypes[0]})`).join(", ")}.`,
  });
}

/** Like `formatOf`, but `undefined` for what is unknown. */
export function findFormat(pathOrMediaType: string): RdfFormat | undefined {
  const text = pathOrMediaType.trim().toLowerCase();
  const mediaType = text.split(";")[0]!.trim();
  const path = text.replace(/[?#].*$/, "").replace(/\.gz$/, "");
  return RDF_FORMATS.find(
    ({ name, extensions, mediaTypes }) =>
      name === text ||
      name.replace("-", "") === text ||
      mediaTypes.includes(mediaType) ||
      extensions.some((extension) => path.endsWith(extension) || path === extension.slice(1)),
  );
}

/**
 * Quads of a text or of pieces of text, as they are read.
 *
 * @param format Name, media type or path, as `formatOf` takes it.
 * @throws ChanceryError `io.unknown-format`, `io.syntax`, `io.relative-iri`, `io.remote-context`, `io.too-deep`.
 */
export function readQuads(input: Chunks, format: string, options: ReadOptions = {}): AsyncIterable<Quad> {
  return formatOf(format).read(input, options);
}

/**
 * All quads of a text, at once. JSON-LD and RDF/XML can only be read with `readQuads`.
 *
 * @throws ChanceryError as `readQuads`, and `io.asynchronous-format`.
 */
export function parseQuads(text: string, format: string, options: ReadOptions = {}): Quad[] {
  const found = formatOf(format);
  if (found.parse !== undefined) return found.parse(text, options);
  throw new ChanceryError("io.asynchronous-format", `${found.label} cannot be read synchronously.`, { remedy: "Use readQuads." });
}

/**
 * Quads as text, in pieces, so that a large dataset need never be one string.
 *
 * @throws ChanceryError `io.unknown-format`, `io.relative-iri`, `io.bad-language`, `io.unrepresentable`.
 */
export function writeQuads(quads: Iterable<Quad>, format: string, options: WriteOptions = {}): Iterable<string> {
  const { write } = formatOf(format);
  const { signal } = options;
  return signal === undefined ? write(quads, options) : abortable(write(abortable(quads, signal), options), signal);
}

function* abortable<Item>(items: Iterable<Item>, signal: AbortSignal): Generator<Item> {
  for (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}
