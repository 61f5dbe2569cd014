import { readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { DOCUMENT_FORMATS, findDocumentFormat, readDocument } from "@chancery/io";
import { ChanceryError, type DocumentInput } from "chancery";
import { globSync, isDynamicPattern } from "tinyglobby";
import { isGraphFolder } from "./folder/graph-folder.ts";
import { readBytes, readText } from "./read-file.ts";

/** File endings that are read from a folder; a file named outright is read whatever its ending. */
const DOCUMENT_ENDINGS: ReadonlySet<string> = new Set(DOCUMENT_FORMATS.flatMap(({ extensions }) => extensions));

/** Metadata that may lie beside a document as `NAME.json`. */
const SIDECAR_FIELDS = ["id", "title", "source", "published", "language"] as const;

/** Expands files, folders (recursively, in code-point order) and patterns (`reports/**\/*.txt`) to documents, each once; `-` is standard input. */
export function listDocuments(paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    if (path === "-") return [path];
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined && isDynamicPattern(path)) return matching(path);
    if (status === undefined) {
      throw new ChanceryError("file.not-found", `${path} does not exist.`, {
        place: { source: path },
        remedy: "Name a text, Markdown or HTML file, a folder of them, or - for standard input.",
      });
    }
    if (!status.isDirectory()) return [path];
    if (isGraphFolder(path)) {
      throw new ChanceryError("file.graph-folder", `${path} is a graph folder, not a folder of documents.`, {
        place: { source: path },
        remedy: "Give it with --graph.",
      });
    }
    const found = walk(path).filter((file) => DOCUMENT_ENDINGS.has(extname(file).toLowerCase()));
    if (found.length === 0) {
      throw new ChanceryError("file.no-documents", `${path} holds no documents.`, {
        place: { source: path },
        remedy: `Documents end in ${[...DOCUMENT_ENDINGS].join(", ")}.`,
      });
    }
    return found;
  });
  return [...new Set(found)];
}

/** The files that a pattern matches, for shells that hand it on as it is. */
function matching(pattern: string): readonly string[] {
  const found = globSync(pattern.replaceAll("\\", "/"), { onlyFiles: true, expandDirectories: false }).sort((a, b) => (a < b ? -1 : 1));
  if (found.length > 0) return found;
  throw new ChanceryError("file.not-found", `Nothing matches ${pattern}.`, {
    place: { source: pattern },
    remedy: "In patterns * is any part of a name, ** any folders, {a,b} one of several.",
  });
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));
}

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 20_000_000;

/** Files that are no documents, although they can be read as text: what they are for. */
const NO_DOCUMENTS: Readonly<Record<string, string>> = {
  ".json": "JSON beside a document gives its metadata; `chancery validate` takes extractions.",
  ".jsonl": "`chancery validate` takes extractions, --kb takes knowledge-base records.",
  ".csv": "Write its cells as sentences, or give knowledge-base records with --kb.",
};

/** What reads formats that this command does not. */
const CONVERTERS: Readonly<Record<string, string>> = {
  ".pdf": "Convert it to text first, for instance with pdftotext.",
  ".docx": "Convert it to text first, for instance with pandoc or a word processor.",
  ".doc": "Convert it to text first, for instance with a word processor.",
  ".odt": "Convert it to text first, for instance with pandoc or a word processor.",
  ".rtf": "Convert it to text first, for instance with pandoc or a word processor.",
  ".zip": "Unpack it first.",
  ".gz": "Unpack it first.",
};

/**
 * Reads one document with its sidecar. What a sidecar says overrides what the file says of itself.
 *
 * @throws ChanceryError `file.not-found`, `file.unreadable`, `file.not-a-document`, `file.bad-sidecar`, `document.*`; all name the file.
 */
export async function readInput(path: string): Promise<DocumentInput> {
  const ending = extname(path).toLowerCase();
  const instead = NO_DOCUMENTS[ending];
  if (instead !== undefined)
    throw new ChanceryError("file.not-a-document", `${path} is data, not a text to read.`, { place: { source: path }, remedy: instead });
  const bytes = readBytes(path, MAX_FILE_BYTES);
  try {
    const format = path === "-" || findDocumentFormat(path) === undefined ? {} : { format: path };
    const { text, title, source, published, language } = await readDocument(bytes, { ...format, maxBytes: MAX_FILE_BYTES });
    const known = Object.entries({ title, source, published, language }).filter(([, value]) => value !== undefined);
    return { text, ...Object.fromEntries(known), ...(path === "-" ? {} : readSidecar(path)) };
  } catch (error) {
    throw namingFile(error, path, CONVERTERS[ending]);
  }
}

/** What helps here; the libraries' own remedies name options that this command has not. */
const REMEDIES: Readonly<Record<string, string>> = {
  "document.binary": "Convert it to text, Markdown or HTML first.",
  "document.too-large": "Split it into several documents.",
};

/** What is done with a document; an error of it names the file. */
export function naming<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw namingFile(error, path);
  }
}

/** An error of a document with the name of its file. */
function namingFile(error: unknown, path: string, remedy?: string): unknown {
  if (!(error instanceof ChanceryError) || error.place?.source !== undefined) return error;
  const help = remedy ?? REMEDIES[error.code] ?? error.remedy;
  return new ChanceryError(error.code, error.message, {
    place: { ...error.place, source: path === "-" ? "standard input" : path },
    ...(help === undefined ? {} : { remedy: help }),
    cause: error,
  });
}

function readSidecar(path: string): Partial<DocumentInput> {
  const sidecar = join(dirname(path), `${basename(path, extname(path))}.json`);
  if (statSync(sidecar, { throwIfNoEntry: false }) === undefined) return {};
  let data: unknown;
  try {
    data = JSON.parse(readText(sidecar));
  } catch (cause) {
    if (cause instanceof ChanceryError) throw cause;
    throw new ChanceryError("file.bad-sidecar", `${sidecar} is not JSON: ${(cause as Error).message}`, {
      place: { source: sidecar },
      remedy: `It belongs to ${basename(path)}; a sidecar holds any of ${SIDECAR_FIELDS.join(", ")}, all strings.`,
      cause,
    });
  }
  const record = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  return Object.fromEntries(
    SIDECAR_FIELDS.flatMap((field) => {
      const value = record[field];
      if (value === undefined || value === null) return [];
      if (typeof value !== "string") {
        throw new ChanceryError("file.bad-sidecar", `"${field}" of ${sidecar} must be a string.`, {
          place: { source: sidecar },
          remedy: `A sidecar holds any of ${SIDECAR_FIELDS.join(", ")}, all strings.`,
        });
      }
      return [[field, value]];
    }),
  );
}
