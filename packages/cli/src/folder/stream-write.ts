import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { byteStream } from "@chancery/io";
import { ChanceryError } from "@chancery/rdf";
import { makeFolder, unwritable } from "./atomic-write.ts";
import { nodeFiles } from "./file-layer.ts";

export interface StreamWriteOptions {
  /** Ends the writing with the signal's reason; nothing is left behind. */
  readonly signal?: AbortSignal;
  /** Compress. Default: by the ending `.gz` of the path. */
  readonly gzip?: boolean;
}

export interface WrittenFile {
  readonly bytes: number;
  /** Of the file as it is on the disk, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes text in pieces to a file while it is made: a piece is asked for when the disk has taken those before, so the text is never in memory as a whole and other
 * work goes on in between. A reader sees the old content or the new one: temporary file, fsync, rename, fsync of the folder.
 *
 * @throws ChanceryError `file.unwritable`, whatever the pieces throw, and the signal's reason; the temporary file is removed.
 */
export async function writeFileStreaming(path: string, pieces: Iterable<string>, options: StreamWriteOptions = {}): Promise<WrittenFile> {
  const { signal, gzip = path.endsWith(".gz") } = options;
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  // What the pieces throw must come out as it is, not as a failure of the file.
  let failure: unknown;
  const watched = function* (): Generator<string> {
    try {
      yield* pieces;
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  let file: FileHandle | undefined;
  try {
    makeFolder(folder);
    // Opened before anything can fail: a stream that opens its file itself may create it after the failure has been cleared up.
    file = await open(temporary, "wx");
    const source = Readable.fromWeb(
      byteStream(watched(), signal === undefined ? {} : { signal }) as Parameters<typeof Readable.fromWeb>[0],
    );
    const target = file.createWriteStream({ flush: true });
    const abortable = signal === undefined ? {} : { signal };
    if (gzip) await pipeline(source, createGzip(), counted, target, abortable);
    else await pipeline(source, counted, target, abortable);
    await rename(temporary, path);
  } catch (cause) {
    await file?.close().catch(() => undefined);
    rmSync(temporary, { force: true });
    if (failure !== undefined) throw failure;
    signal?.throwIfAborted();
    if (cause instanceof ChanceryError) throw cause;
    throw unwritable(path, cause);
  }
  nodeFiles.syncFolder(folder);
  return { bytes, sha256: hash.digest("hex") };
}
