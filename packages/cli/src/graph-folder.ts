import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ChanceryError, type DocumentRecord } from "chancery";
import { makeFolder, writeFileAtomically } from "./atomic-write.ts";

/** Bumped when older versions of the command could not read the folder any more. */
const FOLDER_VERSION = 1;

interface Manifest {
  readonly format: "chancery-graph";
  readonly version: number;
  /** Document id → name and SHA-256 of its segment. */
  readonly documents: Readonly<Record<string, { readonly file: string; readonly sha256: string }>>;
}

const manifestPath = (folder: string): string => join(folder, "manifest.json");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const isGraphFolder = (path: string): boolean => existsSync(manifestPath(path));

/**
 * Saves a graph as a folder: one segment a document (text and extraction), and a manifest that names them. Segments are named by their content and written
 * first, the manifest last, so that the folder always opens as the old graph or the new one; segments that no manifest names are removed afterwards.
 */
export function saveGraphFolder(folder: string, records: Iterable<DocumentRecord>): void {
  const documents: Record<string, { file: string; sha256: string }> = {};
  const segments = join(folder, "documents");
  try {
    makeFolder(segments);
  } catch (cause) {
    throw new ChanceryError("file.unwritable", `${folder} can't be made: ${(cause as Error).message}`, {
      place: { source: folder },
      remedy: "Name a folder where you may write.",
      cause,
    });
  }
  for (const record of records) {
    const content = `${JSON.stringify(record)}\n`;
    const hash = sha256(content);
    const file = `${hash.slice(0, 32)}.json`;
    if (!existsSync(join(segments, file))) writeFileAtomically(join(segments, file), content);
    documents[record.extraction.document.id] = { file, sha256: hash };
  }
  const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest: Manifest = { format: "chancery-graph", version: FOLDER_VERSION, documents: sorted };
  writeFileAtomically(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  const kept = new Set(Object.values(sorted).map(({ file }) => file));
  for (const file of readdirSync(segments)) if (!kept.has(file)) rmSync(join(segments, file), { force: true });
}

/**
 * Opens a graph folder.
 *
 * @throws ChanceryError `graph-folder.invalid` when the manifest or a segment is torn, altered or of a newer version.
 */
export function openGraphFolder(folder: string): readonly DocumentRecord[] {
  const invalid = (message: string, cause?: unknown): ChanceryError =>
    new ChanceryError("graph-folder.invalid", `${folder} can't be opened: ${message}`, {
      place: { source: folder },
      remedy: "Build it again with `chancery build DOCUMENTS… --out FOLDER`.",
      cause,
    });
  if (!isGraphFolder(folder)) throw invalid("it has no manifest.json.");
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestPath(folder), "utf8")) as Manifest;
  } catch (cause) {
    throw invalid("its manifest is not JSON.", cause);
  }
  if (manifest.format !== "chancery-graph" || typeof manifest.documents !== "object" || manifest.documents === null)
    throw invalid("its manifest is not one of chancery's.");
  if (manifest.version !== FOLDER_VERSION)
    throw invalid(`it has version ${manifest.version}; this command reads version ${FOLDER_VERSION}.`);
  return Object.entries(manifest.documents).map(([id, { file, sha256: expected }]) => {
    let content: string;
    try {
      content = readFileSync(join(folder, "documents", file.replaceAll(/[^0-9a-z.]/g, "")), "utf8");
    } catch (cause) {
      throw invalid(`the segment of ${id} is missing.`, cause);
    }
    if (sha256(content) !== expected) throw invalid(`the segment of ${id} was changed or torn.`);
    return JSON.parse(content) as DocumentRecord;
  });
}
