import { NlpError } from "../document/nlp-error.ts";
import { type NeuralModel, readNetwork } from "../neural/neural-model.ts";
import type { TaggerModel } from "../tag/tagger.ts";
import { PackedReader, PackedWriter } from "./packed.ts";

/** The tagger's file, before compression. */
export function packTagger(model: TaggerModel): Uint8Array {
  const writer = new PackedWriter();
  writer.wordMap(model.lexicon.clusters);
  writer.wordMap(model.lexicon.closed);
  writer.wordMap(model.lexicon.classes);
  writer.sparse(model.table);
  return writer.finish();
}

/** Reads what `packTagger` wrote. */
export function unpackTagger(bytes: Uint8Array): TaggerModel {
  const reader = new PackedReader(bytes);
  const lexicon = { clusters: reader.wordMap(), closed: reader.wordMap(), classes: reader.wordMap() };
  return { lexicon, table: reader.sparse() };
}

/** Reads the parser's file, which the training script writes. */
export function unpackParser(bytes: Uint8Array): NeuralModel {
  return readNetwork(new PackedReader(bytes));
}

/** No part of the model is larger when inflated; a damaged length must not claim the machine's memory. */
const MOST_BYTES = 2 ** 26;

/** Decodes base64 (the alphabet with + and /, no line breaks) and inflates the gzip member that it holds. */
export async function inflateBase64(text: string): Promise<Uint8Array> {
  const packed = decodeBase64(text);
  try {
    return await inflate(packed);
  } catch (cause) {
    throw new NlpError(
      "nlp.model-damaged",
      "The English model cannot be unpacked. Build the package again (packages/nlp/scripts/embed-model.mjs).",
      {
        cause,
      },
    );
  }
}

/**
 * Inflates a gzip member into one array of the length that its last four bytes state. `Blob` and `Response` would be shorter, and in Node bring in
 * an HTTP client that takes 10 MB.
 */
async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = packed;
  const length = new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true);
  if (length > MOST_BYTES) throw new RangeError("The stated length is impossible.");
  const bytes = new Uint8Array(length);
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  const written = writer.write(packed as BufferSource).then(() => writer.close());
  // Reading fails with the same cause; a rejection that nobody waits for would end the process.
  written.catch(() => undefined);
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes.set(part.value, at);
    at += part.value.length;
  }
  await written;
  if (at !== length) throw new RangeError("The stated length is not that of the content.");
  return bytes;
}

/** What an engine may bring along for base64: `Uint8Array.fromBase64` (ES2026) or, in Node, `Buffer`. */
interface NativeBase64 {
  readonly Uint8Array: { readonly fromBase64?: (text: string) => Uint8Array };
  readonly Buffer?: { readonly from: (text: string, encoding: "base64") => Uint8Array };
}

/** The engine's own decoder where there is one; the loop takes 20 ms longer for the whole model, and `atob` with a copy longer still. */
function decodeBase64(text: string): Uint8Array {
  const native = globalThis as unknown as NativeBase64;
  if (native.Uint8Array.fromBase64 !== undefined) return native.Uint8Array.fromBase64(text);
  return native.Buffer === undefined ? decodeBase64Slowly(text) : native.Buffer.from(text, "base64");
}

/** For engines that bring nothing; exported for its test. */
export function decodeBase64Slowly(text: string): Uint8Array {
  const codes = new Uint8Array(128);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (let i = 0; i < 64; i += 1) codes[alphabet.charCodeAt(i)] = i;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, at = 0; i < text.length; i += 4) {
    const bits =
      (codes[text.charCodeAt(i)]! << 18) |
      (codes[text.charCodeAt(i + 1)]! << 12) |
      (codes[text.charCodeAt(i + 2)]! << 6) |
      codes[text.charCodeAt(i + 3)]!;
    bytes[at++] = bits >> 16;
    bytes[at++] = (bits >> 8) & 255;
    bytes[at++] = bits & 255;
  }
  return bytes;
}
