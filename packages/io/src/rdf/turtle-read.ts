import { ChanceryError, createDataFactory } from "@chancery/rdf";
import type { BlankNode, DataFactory, Quad, Term } from "@rdfjs/types";
import { textHash } from "../text-hash.ts";
import { createN3Parser, type N3Error, type N3Input } from "./n3-parser.ts";
import type { Chunks, ReadOptions } from "./rdf-format.ts";

/** The four syntaxes of the Turtle family by what n3 calls them. */
export type TurtleSyntax = "text/turtle" | "application/trig" | "application/n-triples" | "application/n-quads";

/**
 * Reads a whole text of the Turtle family; RDF 1.2 included.
 *
 * @throws ChanceryError `io.syntax` with the line, `io.relative-iri`.
 */
export function parseTurtleFamily(text: string, syntax: TurtleSyntax, options: ReadOptions): Quad[] {
  const quads: Quad[] = [];
  const parser = startParser(syntax, options.blankPrefix ?? blankPrefixFor(text), options, quads);
  parser.feed(text);
  parser.end();
  return quads;
}

/** Reads the Turtle family piece by piece; quads come out as soon as their statement is complete. */
export async function* readTurtleFamily(input: Chunks, syntax: TurtleSyntax, options: ReadOptions): AsyncGenerator<Quad> {
  const quads: Quad[] = [];
  let parser: PushParser | undefined;
  for await (const chunk of typeof input === "string" ? [input] : input) {
    options.signal?.throwIfAborted();
    parser ??= startParser(syntax, options.blankPrefix ?? blankPrefixFor(chunk), options, quads);
    parser.feed(chunk);
    yield* quads.splice(0);
  }
  parser?.end();
  yield* quads;
}

interface PushParser {
  readonly feed: (chunk: string) => void;
  readonly end: () => void;
}

function startParser(syntax: TurtleSyntax, blankPrefix: string, options: ReadOptions, quads: Quad[]): PushParser {
  let failure: unknown;
  const listeners: { data?: (chunk?: string) => void; end?: (chunk?: string) => void } = {};
  const input: N3Input = {
    on: (event, listener) => {
      if (event !== "error") listeners[event] = listener;
    },
  };
  const parser = createN3Parser({
    format: syntax,
    blankNodePrefix: "",
    factory: checkingFactory(blankPrefix),
    ...(options.baseIri === undefined ? {} : { baseIRI: options.baseIri }),
  });
  parser.parse(input, (error, quad) => {
    if (error !== null) failure ??= error;
    else if (quad !== null && failure === undefined) quads.push(quad);
  });
  const step = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      failure ??= error;
    }
    if (failure !== undefined) throw syntaxError(failure, options);
  };
  return { feed: (chunk) => step(() => listeners.data?.(chunk)), end: () => step(() => listeners.end?.()) };
}

/** A factory that numbers blank nodes in order of appearance, whatever their label in the file. */
export function labelledFactory(factory: DataFactory<Quad, Quad>): DataFactory<Quad, Quad> {
  const labels = new Map<string, BlankNode>();
  return {
    ...factory,
    blankNode: (label) => {
      if (label === undefined) return factory.blankNode();
      const known = labels.get(label);
      if (known !== undefined) return known;
      const fresh = factory.blankNode();
      labels.set(label, fresh);
      return fresh;
    },
    // Some parsers pass null where there is no datatype.
    literal: (value, kind) => factory.literal(value, kind ?? undefined),
  };
}

/** Labels by appearance; relative IRIs that no base resolved are refused. */
function checkingFactory(blankPrefix: string): DataFactory<Quad, Quad> {
  const factory = labelledFactory(createDataFactory(blankPrefix));
  return {
    ...factory,
    namedNode: (iri) => {
      requireAbsolute(iri);
      return factory.namedNode(iri);
    },
  };
}

/** Passes quads on, refusing relative IRIs in them. */
export async function* absoluteQuads(quads: AsyncIterable<Quad>, options: ReadOptions): AsyncGenerator<Quad> {
  const check = (term: Term): void => {
    if (term.termType === "NamedNode") requireAbsolute(term.value);
    else if (term.termType === "Literal") requireAbsolute(term.datatype.value);
  };
  try {
    for await (const quad of quads) {
      for (const term of [quad.subject, quad.predicate, quad.object, quad.graph]) check(term);
      yield quad;
    }
  } catch (error) {
    throw error instanceof ChanceryError && error.code === "io.relative-iri" ? syntaxError(error, options) : error;
  }
}

function requireAbsolute(iri: string): void {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(iri)) return;
  throw new ChanceryError("io.relative-iri", `<${iri.slice(0, 200)}> is relative and there is no base to resolve it against.`, {
    remedy: "Pass baseIri, or declare a base in the file.",
  });
}

function syntaxError(error: unknown, options: ReadOptions): ChanceryError {
  const place = options.source === undefined ? {} : { source: options.source };
  if (error instanceof ChanceryError)
    return new ChanceryError(error.code, error.message, { place, cause: error, ...(error.remedy ? { remedy: error.remedy } : {}) });
  const { message, context } = error as N3Error;
  const line = context?.line ?? Number(/on line (\d+)/.exec(message)?.[1] ?? Number.NaN);
  return new ChanceryError("io.syntax", message.replace(/ on line \d+\.?$/, ""), {
    place: { ...place, ...(Number.isNaN(line) ? {} : { line }) },
    cause: error,
  });
}

/** A blank node prefix from a text. */
export const blankPrefixFor = (text: string): string => `b${textHash(text)}n`;
