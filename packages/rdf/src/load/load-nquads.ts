import type { Dictionary } from "../dictionary/dictionary.ts";
import { ChanceryError } from "../errors.ts";
import { QuadRows } from "../store/quad-rows.ts";
import type { QuadStore } from "../store/quad-store.ts";
import type { Term } from "../term/data-factory.ts";
import { StatementParser } from "./statement-parser.ts";

export interface LoadOptions {
  /** `"n-triples"` allows no graph names. Default `"n-quads"`, which reads both. */
  readonly format?: "n-triples" | "n-quads";
  /** Graph of statements that name none. Default: the default graph. */
  readonly graph?: Term;
  /**
   * `"scope"` (default): blank nodes are this load's own, whatever their labels. `"keep"`: labels are taken as they are and meet equal ones in the store,
   * as files that belong together need.
   */
  readonly blankNodes?: "scope" | "keep";
  /** Name of the input for messages. */
  readonly source?: string;
  /** Longest line, in bytes; longer ones give `rdf.line-too-long`. Default 64 MiB. */
  readonly maxLineBytes?: number;
  /** Called about every mebibyte. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Ends the load with the signal's reason; nothing of it is kept. */
  readonly signal?: AbortSignal;
}

export interface LoadProgress {
  readonly bytes: number;
  readonly statements: number;
}

export interface LoadSummary extends LoadProgress {
  /** Quads that the store did not have. */
  readonly added: number;
  readonly lines: number;
}

/** What N-Quads can be read from: UTF-8 in one piece or in chunks cut anywhere, or a string. */
export type NQuadsInput = string | Uint8Array | Iterable<Uint8Array>;

const PIECE = 1 << 20;
const MAX_LINE_BYTES = 64 << 20;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Loads N-Triples or N-Quads (1.1 and 1.2) into a store, with full validation, all or nothing.
 *
 * @throws ChanceryError `rdf.syntax` with line and column, `rdf.line-too-long`, `store.too-large`; the signal's reason when aborted.
 */
export function loadNQuads(store: QuadStore, input: NQuadsInput, options: LoadOptions = {}): LoadSummary {
  const feed = nquadsFeed(store, options);
  for (const chunk of chunksOf(input)) for (const piece of pieces(chunk)) feed.push(piece);
  return feed.finish();
}

/** The same for bytes that arrive over time (a file, a response body). Lets other tasks run about every four mebibytes. */
export async function loadNQuadsStream(
  store: QuadStore,
  input: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const feed = nquadsFeed(store, options);
  let sinceYield = 0;
  for await (const chunk of Symbol.asyncIterator in input ? input : streamChunks(input)) {
    for (const piece of pieces(chunk)) {
      feed.push(piece);
      sinceYield += piece.length;
      if (sinceYield < 4 * PIECE) continue;
      sinceYield = 0;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return feed.finish();
}

function nquadsFeed(store: QuadStore, options: LoadOptions): { push(piece: Uint8Array): void; finish(): LoadSummary } {
  const rows = new QuadRows();
  const reader = lineReader(store.dictionary, options, rows);
  return {
    push(piece): void {
      options.signal?.throwIfAborted();
      reader.push(piece);
      options.onProgress?.({ bytes: reader.bytes(), statements: rows.length });
    },
    finish(): LoadSummary {
      reader.end();
      options.signal?.throwIfAborted();
      const statements = rows.length;
      return { added: store.addRows(rows), statements, bytes: reader.bytes(), lines: reader.lines() };
    },
  };
}

/** Cuts chunks at line ends and feeds whole lines to a parser; what is held back is never more than one line. */
export interface LineReader {
  push(chunk: Uint8Array): void;
  end(): void;
  bytes(): number;
  lines(): number;
}

/** A reader whose statements go to `rows` and whose terms go to the dictionary. */
export function lineReader(dictionary: Dictionary, options: LoadOptions, rows: QuadRows): LineReader {
  const { graph } = options;
  const parser = new StatementParser(dictionary, {
    quads: options.format !== "n-triples",
    graph: graph === undefined || graph.termType === "DefaultGraph" ? 0 : dictionary.intern(graph),
    blankPrefix: options.blankNodes === "keep" ? "" : dictionary.openBlankScope(),
  });
  const maxLineBytes = options.maxLineBytes ?? MAX_LINE_BYTES;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let bytes = 0;
  let afterCarriageReturn = false;

  const parse = (buffer: Uint8Array, start: number, end: number): void => {
    try {
      parser.parse(buffer, start, end, rows);
    } catch (error) {
      throw inSource(error, options.source);
    }
  };
  const hold = (part: Uint8Array): void => {
    heldBytes += part.length;
    if (heldBytes > maxLineBytes) {
      throw new ChanceryError("rdf.line-too-long", `line ${parser.line} is longer than ${maxLineBytes} bytes`, {
        place: { line: parser.line, column: 1, ...(options.source === undefined ? {} : { source: options.source }) },
        remedy: "Check that the input is N-Triples or N-Quads, or raise maxLineBytes.",
      });
    }
    if (part.length > 0) held.push(part.slice());
  };
  const parseHeld = (): void => {
    const line = new Uint8Array(heldBytes);
    let at = 0;
    for (const part of held) {
      line.set(part, at);
      at += part.length;
    }
    held = [];
    heldBytes = 0;
    parse(line, 0, line.length);
  };

  return {
    push(chunk): void {
      if (chunk.length === 0) return;
      let start = afterCarriageReturn && chunk[0] === LF ? 1 : 0;
      bytes += chunk.length;
      if (heldBytes > 0) {
        let end = start;
        while (end < chunk.length && chunk[end] !== LF && chunk[end] !== CR) end++;
        if (end === chunk.length) {
          afterCarriageReturn = false;
          hold(chunk.subarray(start));
          return;
        }
        // The carriage return of a pair ends the line as well as the pair; the line feed then passes as below.
        end += chunk[end] === CR && chunk[end + 1] === LF ? 2 : 1;
        hold(chunk.subarray(start, end));
        parseHeld();
        start = end;
      }
      let end = chunk.length;
      while (end > start && chunk[end - 1] !== LF && chunk[end - 1] !== CR) end--;
      if (end > start) parse(chunk, start, end);
      hold(chunk.subarray(end));
      afterCarriageReturn = end === chunk.length && chunk[end - 1] === CR;
    },
    end(): void {
      if (heldBytes === 0) return;
      hold(Uint8Array.of(LF));
      parseHeld();
    },
    bytes: () => bytes,
    lines: () => parser.line - 1,
  };
}

function inSource(error: unknown, source: string | undefined): unknown {
  if (source === undefined || !(error instanceof ChanceryError) || error.place === undefined) return error;
  const { place, remedy, cause } = error;
  return new ChanceryError(error.code, error.message, { place: { ...place, source }, cause, ...(remedy === undefined ? {} : { remedy }) });
}

/** Bytes of an input; strings are encoded piece by piece. @throws ChanceryError `rdf.syntax` for half of a surrogate pair. */
export function* chunksOf(input: NQuadsInput): Generator<Uint8Array> {
  if (input instanceof Uint8Array) yield input;
  else if (typeof input === "string") yield encodeText(input);
  else yield* input;
}

function encodeText(text: string): Uint8Array {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (lone === null) return new TextEncoder().encode(text);
  const before = text.slice(0, lone.index).split(/\r\n|\n|\r/);
  const place = { line: before.length, column: before.at(-1)!.length + 1 };
  throw new ChanceryError("rdf.syntax", `line ${place.line}, column ${place.column}: half of a surrogate pair`, {
    place,
    remedy: "Pass well-formed Unicode text.",
  });
}

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; start += PIECE) yield chunk.subarray(start, start + PIECE);
}

async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
    reader.releaseLock();
  }
}
