/** Pieces are gathered to chunks of about this many characters. */
const CHUNK = 1 << 16;

export interface ByteStreamOptions {
  /** Ends the stream with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Text in pieces as a stream of UTF-8 bytes, for `Response`, `CompressionStream` or Node's `Readable.fromWeb`. Made on demand: a piece is only
 * asked for when the reader has taken what was there, so a slow reader holds the writer back and the text is never in memory as a whole.
 */
export function byteStream(
  pieces: Iterable<string> | AsyncIterable<string>,
  { signal }: ByteStreamOptions = {},
): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        let text = "";
        try {
          while (text.length < CHUNK) {
            signal?.throwIfAborted();
            const next = await iterator.next();
            if (next.done === true) {
              if (text !== "") controller.enqueue(encoder.encode(text));
              controller.close();
              return;
            }
            text += next.value;
          }
        } catch (error) {
          controller.error(error);
          await iterator.return?.();
          return;
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel: async () => {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
