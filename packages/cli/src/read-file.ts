import { readFileSync, statSync } from "node:fs";
import { ChanceryError } from "chancery";

/** What went wrong with a path in words, and what helps, by the system's code. */
const REASONS: Readonly<Record<string, readonly [code: "file.not-found" | "file.unreadable", what: string, remedy: string]>> = {
  ENOENT: ["file.not-found", "does not exist.", "Check the spelling, and the folder that you are in."],
  ENOTDIR: ["file.not-found", "does not exist: a part of the path is a file.", "Check the spelling."],
  EISDIR: ["file.unreadable", "is a folder.", "Name a file."],
  EACCES: ["file.unreadable", "may not be read by you.", "Change its permissions, or run as somebody who may."],
  EPERM: ["file.unreadable", "may not be read by you.", "Change its permissions, or run as somebody who may."],
  EMFILE: ["file.unreadable", "can't be opened: too many files are open.", "Close other programs, or raise the limit (ulimit -n)."],
};

/** `-` is called standard input. */
export const pathName = (path: string): string => (path === "-" ? "Standard input" : path);

/** The error for a path that the system would not read. */
export function unreadable(path: string, cause: unknown): ChanceryError {
  const { code = "", message } = cause as NodeJS.ErrnoException;
  const [name, what, remedy] = REASONS[code] ?? ["file.unreadable", `can't be read: ${message}`, "Check the disk, and try again."];
  return new ChanceryError(name, `${pathName(path)} ${what}`, { remedy, cause });
}

/**
 * A file's bytes, or those of standard input (`-`).
 *
 * @param maxBytes Larger files are refused before they are read.
 * @throws ChanceryError `file.not-found`, `file.unreadable`, `document.too-large`.
 */
export function readBytes(path: string, maxBytes: number = Number.POSITIVE_INFINITY): Uint8Array {
  try {
    if (path !== "-" && Number.isFinite(maxBytes)) {
      const { size } = statSync(path);
      if (size > maxBytes) {
        throw new ChanceryError("document.too-large", `${path} has ${megabytes(size)}; the limit is ${megabytes(maxBytes)}.`, {
          remedy: "Split it into several documents.",
        });
      }
    }
    return readFileSync(path === "-" ? 0 : path);
  } catch (cause) {
    throw cause instanceof ChanceryError ? cause : unreadable(path, cause);
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`;

/** A file's text as UTF-8, or that of standard input (`-`). Errors as `readBytes`. */
export const readText = (path: string): string => new TextDecoder().decode(readBytes(path));
