import { join } from "node:path";
import { ChanceryError } from "@chancery/rdf";
import type { DocumentRecord } from "chancery";
import { makeFolder, unwritable, writeFileAtomically } from "./atomic-write.ts";
import { type FileLayer, nodeFiles } from "./file-layer.ts";
import { removeLeftovers } from "./folder-lock.ts";
import { FOLDER_VERSION, type Manifest, readManifest, type StoredSegment, sha256, writeManifest } from "./manifest.ts";

/** A graph folder that was opened: its manifest is read, nothing else. */
export interface GraphFolder {
  readonly path: string;
  readonly manifest: Manifest;
  readonly files: FileLayer;
}

const MANIFEST = "manifest.json";
const SEGMENTS = "documents";
const segmentPath = (folder: string, key: string): string => join(folder, SEGMENTS, `${key}.json`);

export const isGraphFolder = (path: string, files: FileLayer = nodeFiles): boolean => files.exists(join(path, MANIFEST));

const invalid = (folder: string, message: string, cause?: unknown): ChanceryError =>
  new ChanceryError("graph-folder.invalid", `${folder} can't be opened: ${message}`, {
    place: { source: folder },
    remedy: "`chancery verify` lists what is damaged; `chancery build DOCUMENTS… --out FOLDER` makes it again.",
    cause,
  });

/**
 * Opens a graph folder.
 *
 * @throws ChanceryError `graph-folder.invalid` when the manifest is missing, altered or of another version.
 */
export function openGraphFolder(path: string, files: FileLayer = nodeFiles): GraphFolder {
  if (!files.exists(path)) {
    throw new ChanceryError("file.not-found", `${path} does not exist.`, {
      remedy: "Name a folder that `chancery build DOCUMENTS… --out FOLDER` has made.",
    });
  }
  if (!isGraphFolder(path, files)) {
    throw new ChanceryError("graph-folder.invalid", `${path} is no graph folder: it has no ${MANIFEST}.`, {
      remedy: "Name a folder that `chancery build DOCUMENTS… --out FOLDER` has made.",
    });
  }
  try {
    return { path, files, manifest: readManifest(Buffer.from(files.read(join(path, MANIFEST))).toString("utf8")) };
  } catch (cause) {
    throw invalid(path, `its manifest can't be read: ${(cause as Error).message}`, cause);
  }
}

/**
 * The record of one document, checked against the manifest.
 *
 * @throws ChanceryError `graph-folder.invalid` when its segment is missing or was changed.
 */
export function readRecord({ path, manifest, files }: GraphFolder, id: string): DocumentRecord {
  const stored = manifest.documents[id];
  if (stored === undefined) throw invalid(path, `it holds no document ${id}.`);
  let content: string;
  try {
    content = Buffer.from(files.read(segmentPath(path, stored.segment))).toString("utf8");
  } catch (cause) {
    throw invalid(path, `the segment of ${id} is missing (${SEGMENTS}/${stored.segment}.json).`, cause);
  }
  if (sha256(content) !== stored.sha256)
    throw invalid(path, `the segment of ${id} was changed or torn (${SEGMENTS}/${stored.segment}.json).`);
  const record = readSegment(content);
  if (record === undefined) throw invalid(path, `the segment of ${id} is not one of chancery's (${SEGMENTS}/${stored.segment}.json).`);
  return record;
}

/** The records of all documents, in the order of their ids, one at a time. Throws what `readRecord` throws. */
export function readRecords(folder: GraphFolder): Iterable<DocumentRecord> {
  return {
    *[Symbol.iterator]() {
      for (const id of Object.keys(folder.manifest.documents)) yield readRecord(folder, id);
    },
  };
}

/** The bytes of the quads; `undefined` where there are none that fit the manifest, and they must be made from the records. */
export function readSnapshot({ path, manifest: { snapshot }, files }: GraphFolder): Uint8Array | undefined {
  if (snapshot === undefined) return undefined;
  try {
    const bytes = files.read(join(path, snapshot.file));
    // Its inner checksums are checked when the store is made of it.
    return bytes.length === snapshot.bytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the segment of a document. It is no part of the graph until a manifest names it, but a build that is begun again finds it. */
export function writeSegment(folder: string, key: string, record: DocumentRecord, files: FileLayer = nodeFiles): StoredSegment {
  const body = JSON.stringify(record);
  const content = `${JSON.stringify({ format: "chancery-segment", version: 1, sha256: sha256(body) })}\n${body}\n`;
  writeFileAtomically(segmentPath(folder, key), content, files);
  return { segment: key, sha256: sha256(content) };
}

/** A whole segment that is in the folder already, whether the manifest names it or a build that was cut off left it. */
export function findSegment(
  folder: string,
  key: string,
  files: FileLayer = nodeFiles,
): { readonly stored: StoredSegment; readonly record: DocumentRecord } | undefined {
  const path = segmentPath(folder, key);
  if (!files.exists(path)) return undefined;
  const content = Buffer.from(files.read(path)).toString("utf8");
  const record = readSegment(content);
  return record === undefined ? undefined : { stored: { segment: key, sha256: sha256(content) }, record };
}

/** Whether the segment that a manifest names is there as it was written. */
export function isWhole(folder: string, stored: StoredSegment, files: FileLayer = nodeFiles): boolean {
  const path = segmentPath(folder, stored.segment);
  return files.exists(path) && sha256(files.read(path)) === stored.sha256;
}

function readSegment(content: string): DocumentRecord | undefined {
  const [head = "", body = ""] = content.split("\n");
  try {
    const { format, sha256: expected } = JSON.parse(head) as { format?: unknown; sha256?: unknown };
    return format === "chancery-segment" && expected === sha256(body) ? (JSON.parse(body) as DocumentRecord) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes a state of the graph the folder's: the quads first, the manifest last, so that whoever opens the folder at any moment sees the old state or the new one.
 * Then removes what the manifest does not name. The caller holds the lock and has written the segments.
 *
 * @throws ChanceryError `file.unwritable`; the folder still holds the old state then.
 */
export function commitGraphFolder(
  folder: string,
  state: Omit<Manifest, "format" | "version" | "snapshot"> & { readonly quads: Uint8Array },
  files: FileLayer = nodeFiles,
): Manifest {
  const { quads, ...rest } = state;
  const hash = sha256(quads);
  const snapshot = { file: `quads-${hash.slice(0, 32)}.bin`, sha256: hash, bytes: quads.length };
  const manifest: Manifest = { format: "chancery-graph", version: FOLDER_VERSION, ...rest, snapshot };
  writeFileAtomically(join(folder, snapshot.file), quads, files);
  writeFileAtomically(join(folder, MANIFEST), writeManifest(manifest), files);
  // From here on the new state is there, whatever happens; what can't be removed now is removed next time.
  try {
    removeUnnamed(folder, manifest, files);
  } catch {}
  return manifest;
}

/** Removes segments and quads of earlier states and what killed writers left. Touches only names that this module gives. */
function removeUnnamed(folder: string, manifest: Manifest, files: FileLayer): void {
  const segments = join(folder, SEGMENTS);
  // Of inputs with the same document one is in the graph; the segments of the others stay, or each build would extract them anew.
  const kept = new Set(
    [...Object.values(manifest.documents).map(({ segment }) => segment), ...Object.values(manifest.inputs)].map((key) => `${key}.json`),
  );
  removeLeftovers(folder, files);
  for (const name of files.list(folder))
    if (/^quads-[0-9a-f]{32}\.bin$/.test(name) && name !== manifest.snapshot?.file) files.remove(join(folder, name));
  if (!files.exists(segments)) return;
  removeLeftovers(segments, files);
  for (const name of files.list(segments)) if (/^[0-9a-f]{32}\.json$/.test(name) && !kept.has(name)) files.remove(join(segments, name));
}

/**
 * Makes the folder ready for a first build.
 *
 * @throws ChanceryError `graph-folder.foreign` where the folder holds other things than a graph, which would get mixed up with it; `file.unwritable`.
 */
export function prepareGraphFolder(folder: string, files: FileLayer = nodeFiles): void {
  let names: readonly string[] = [];
  try {
    if (files.exists(folder)) names = files.list(folder);
    else makeFolder(folder, files);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  const own = (name: string): boolean =>
    name === SEGMENTS || name === "lock" || name.startsWith("lock.") || name.startsWith(".") || /^quads-/.test(name);
  const foreign = names.includes(MANIFEST) ? undefined : (names.find((name) => !own(name)) ?? foreignSegment(folder, names, files));
  if (foreign === undefined) return;
  throw new ChanceryError("graph-folder.foreign", `${folder} holds other things than a graph, for instance ${foreign}.`, {
    place: { source: folder },
    remedy: "Name a new folder, or an empty one.",
  });
}

/** A folder `documents` may be the user's own. */
function foreignSegment(folder: string, names: readonly string[], files: FileLayer): string | undefined {
  if (!names.includes(SEGMENTS)) return undefined;
  const found = files.list(join(folder, SEGMENTS)).find((name) => !name.startsWith(".") && !/^[0-9a-f]{32}\.json$/.test(name));
  return found === undefined ? undefined : join(SEGMENTS, found);
}
