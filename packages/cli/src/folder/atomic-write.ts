import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { ChanceryError } from "@chancery/rdf";
import { type FileLayer, nodeFiles } from "./file-layer.ts";

/** Content of a file: a text, bytes, or a text in pieces. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** Pieces are gathered to writes of about this many characters. */
const BUFFER = 1 << 16;

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: temporary file, fsync, rename, fsync of the folder.
 *
 * @throws ChanceryError `file.unwritable` with the path; nothing is left behind.
 */
export function writeFileAtomically(path: string, content: FileContent, files: FileLayer = nodeFiles): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
  let handle: number | undefined;
  let created = false;
  try {
    makeFolder(folder, files);
    handle = files.createNew(temporary);
    created = true;
    for (const bytes of inBuffers(content)) writeAll(files, handle, bytes);
    files.sync(handle);
    const written = handle;
    handle = undefined;
    files.close(written);
    files.rename(temporary, path);
  } catch (cause) {
    clean(() => (handle === undefined ? undefined : files.close(handle)));
    if (created) clean(() => files.remove(temporary));
    if (cause instanceof ChanceryError) throw cause;
    throw unwritable(path, cause);
  }
  files.syncFolder(folder);
}

/** Name of a file that a killed writer left behind. */
export const isTemporary = (name: string): boolean => /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);

export const unwritable = (path: string, cause: unknown): ChanceryError =>
  new ChanceryError("file.unwritable", `${path} can't be written: ${(cause as Error).message}`, {
    place: { source: path },
    remedy: "Name a folder that exists or can be made, where you may write and there is room.",
    cause,
  });

/**
 * Makes a folder and those above it, one at a time: Node's recursive form never returns on file systems that answer "no such file" to mkdir (`/proc`).
 */
export function makeFolder(path: string, files: FileLayer = nodeFiles): void {
  if (files.exists(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent, files);
  try {
    files.makeFolder(path);
  } catch (error) {
    // Another process may have made it in between.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  files.syncFolder(parent);
}

function* inBuffers(content: FileContent): Generator<Uint8Array> {
  if (typeof content === "string") yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else {
    let gathered = "";
    for (const piece of content) {
      gathered += piece;
      if (gathered.length < BUFFER) continue;
      yield Buffer.from(gathered);
      gathered = "";
    }
    yield Buffer.from(gathered);
  }
}

/** A write may take only a part of the bytes; what is left is written again. */
function writeAll(files: FileLayer, handle: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length; ) {
    const written = files.write(handle, bytes, offset);
    if (written === 0) throw new Error("The device takes no more bytes.");
    offset += written;
  }
}

/** Cleaning up after a failure must not hide the failure. */
function clean(action: () => void): void {
  try {
    action();
  } catch {}
}
