import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ChanceryError } from "chancery";

/**
 * Writes a file so that a reader sees the old content or the new one, never a part: temporary file, fsync, rename, fsync of the folder.
 *
 * @throws ChanceryError `file.unwritable` with the path; nothing is left behind.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array | Iterable<string>): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  let handle: number | undefined;
  try {
    makeFolder(folder);
    handle = openSync(temporary, "wx");
    const parts = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
    for (const part of parts) writeAll(handle, typeof part === "string" ? Buffer.from(part) : part);
    fsyncSync(handle);
    closeSync(handle);
    handle = undefined;
    renameSync(temporary, path);
  } catch (cause) {
    if (handle !== undefined) closeSync(handle);
    rmSync(temporary, { force: true });
    if (cause instanceof ChanceryError) throw cause;
    throw new ChanceryError("file.unwritable", `${path} can't be written: ${(cause as Error).message}`, {
      place: { source: path },
      remedy: "Name a folder that exists or can be made, where you may write and there is room.",
      cause,
    });
  }
  syncFolder(folder);
}

/**
 * Makes a folder and those above it, one at a time: Node's recursive form never returns on file systems that answer "no such file" to mkdir (`/proc`).
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}

/** A write may take only a part of the bytes; what is left is written again. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(handle, bytes, offset);
}

/** Makes the rename durable; some file systems and Windows don't allow opening a folder, where this does nothing. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is complete either way.
  }
}
