import { Dictionary } from "../dictionary/dictionary.ts";
import { quadOf } from "../store/match-quads.ts";
import { QuadRows } from "../store/quad-rows.ts";
import type { Quad } from "../term/data-factory.ts";
import { chunksOf, type LoadOptions, lineReader, type NQuadsInput } from "./load-nquads.ts";

/** Bytes parsed between handing out quads. */
const PIECE = 1 << 16;

/**
 * The quads of N-Triples or N-Quads text as RDF/JS quads, in the order of the text, made as they are asked for; duplicates stay, and so do
 * blank node labels, unless `blankNodes` says otherwise. To fill a store, `loadNQuads` is many times faster.
 *
 * @throws ChanceryError `rdf.syntax` with line and column, when the iteration gets there.
 */
export function* parseNQuads(input: NQuadsInput, options: Omit<LoadOptions, "onProgress"> = {}): Generator<Quad> {
  const dictionary = new Dictionary();
  const rows = new QuadRows();
  const reader = lineReader(dictionary, { blankNodes: "keep", ...options }, rows);
  for (const chunk of chunksOf(input)) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      options.signal?.throwIfAborted();
      reader.push(chunk.subarray(start, start + PIECE));
      yield* drain(dictionary, rows);
    }
  }
  reader.end();
  yield* drain(dictionary, rows);
}

function* drain(dictionary: Dictionary, rows: QuadRows): Generator<Quad> {
  const [subject, predicate, object, graph] = rows.columns();
  for (let row = 0; row < subject.length; row++) yield quadOf(dictionary, subject[row]!, predicate[row]!, object[row]!, graph[row]!);
  rows.clear();
}
