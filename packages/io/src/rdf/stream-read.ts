import { ChanceryError } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import type { Chunks, ReadOptions } from "./rdf-format.ts";

/** What the streaming parsers of the RDF/JS world share: a transform that takes text and emits quads. */
export interface QuadTransform {
  on(event: "data", listener: (quad: Quad) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  write(chunk: string, callback?: () => void): boolean;
  end(): unknown;
  destroy(): unknown;
}

/**
 * Feeds text to a streaming parser and hands out its quads. The next piece is only fed when the parser has taken the last one.
 *
 * @param complete Called when all text was fed; throws when the document cannot end here.
 * @throws ChanceryError `io.syntax`, or the ChanceryError that a part of the parser threw itself.
 */
export async function* readThrough(
  parser: QuadTransform,
  input: Chunks,
  options: ReadOptions,
  complete: () => void = () => {},
): AsyncGenerator<Quad> {
  const quads: Quad[] = [];
  let failure: unknown;
  let ended = false;
  let wake: () => void = () => {};
  parser.on("data", (quad) => {
    quads.push(quad);
    wake();
  });
  parser.on("end", () => {
    ended = true;
    wake();
  });
  parser.on("error", (error) => {
    failure ??= error;
    wake();
  });
  const fail = (): void => {
    if (failure !== undefined) throw readError(failure, options);
  };
  try {
    for await (const chunk of wholeCharacters(input)) {
      options.signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        wake = () => {
          if (failure !== undefined) resolve();
        };
        parser.write(chunk, resolve);
      });
      fail();
      yield* quads.splice(0);
    }
    try {
      complete();
    } catch (error) {
      failure ??= error;
    }
    fail();
    parser.end();
    while (!ended && failure === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended || failure !== undefined) resolve();
      });
      fail();
      yield* quads.splice(0);
    }
    fail();
    yield* quads;
  } finally {
    parser.destroy();
  }
}

/** Pieces that never end within a surrogate pair, which would be lost on the way through bytes. */
async function* wholeCharacters(input: Chunks): AsyncGenerator<string> {
  let held = "";
  for await (const chunk of typeof input === "string" ? [input] : input) {
    const text = held + chunk;
    const split = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    held = text.slice(split);
    if (split > 0) yield text.slice(0, split);
  }
  if (held !== "") yield held;
}

function readError(error: unknown, options: ReadOptions): ChanceryError {
  if (error instanceof ChanceryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const position = /(\d+):(\d+)/.exec(message);
  return new ChanceryError("io.syntax", message, {
    place: {
      ...(options.source === undefined ? {} : { source: options.source }),
      ...(position === null ? {} : { line: Number(position[1]), column: Number(position[2]) }),
    },
    cause: error,
  });
}
