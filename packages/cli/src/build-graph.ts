import { rmdirSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { QuadStore } from "@chancery/rdf";
import { ChanceryError, createExtractor, type DocumentInput, type DocumentRecord, type GraphOptions, KnowledgeGraph } from "chancery";
import { engineFingerprint } from "./engine.ts";
import { nodeFiles } from "./folder/file-layer.ts";
import { lockFolder } from "./folder/folder-lock.ts";
import {
  commitGraphFolder,
  findSegment,
  type GraphFolder,
  isGraphFolder,
  isWhole,
  openGraphFolder,
  prepareGraphFolder,
  readRecords,
  readSnapshot,
  writeSegment,
} from "./folder/graph-folder.ts";
import { type Manifest, type StoredSegment, sha256 } from "./folder/manifest.ts";
import { naming, readInput } from "./inputs.ts";

export interface BuildGraphOptions extends GraphOptions {
  /** Drop documents whose input is not among the given ones any more. Default: they are kept and counted. */
  readonly prune?: boolean;
  /** Go on after a document that can't be read; it is listed in `failed`. Default: the first one ends the build. */
  readonly keepGoing?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, file: string) => void;
  /** Called when all documents are read, before the graph is made of them. */
  readonly onGraph?: () => void;
}

/** What a build did, in documents. */
export interface BuildSummary {
  readonly extracted: number;
  /** Taken over from the last build, or from one that was cut off. */
  readonly unchanged: number;
  /** Dropped: pruned, or replaced by a new version of the same input. */
  readonly dropped: number;
  /** Inputs of earlier builds that were not among the given ones; kept unless pruned. */
  readonly missing: readonly string[];
  readonly failed: readonly { readonly file: string; readonly error: ChanceryError }[];
  /** Inputs that are the same document as another one: the same text, or the same id in their metadata. The last by name is in the graph. */
  readonly duplicates: number;
  /** Whether the folder was written; it is not where nothing changed. */
  readonly written: boolean;
  readonly graph: KnowledgeGraph;
}

/**
 * Brings a graph folder up to date with documents. What was extracted before from the same text with the same metadata, engine and knowledge base is not extracted
 * again. Every document is on the disk as soon as it is done: a build that was cut off goes on where it was. The folder shows the old graph until all is done.
 *
 * @throws ChanceryError `graph-folder.locked`, `graph-folder.foreign`, `graph-folder.invalid`, `file.*` and `document.*`.
 */
export async function buildGraphFolder(out: string, inputs: readonly string[], options: BuildGraphOptions = {}): Promise<BuildSummary> {
  prepareGraphFolder(out);
  const lock = lockFolder(out);
  try {
    return await build(out, inputs, options);
  } finally {
    lock.release();
    // A first build that failed before anything was written leaves no empty folder.
    try {
      rmdirSync(out);
    } catch {}
  }
}

async function build(out: string, inputs: readonly string[], options: BuildGraphOptions): Promise<BuildSummary> {
  const old = isGraphFolder(out) ? openGraphFolder(out) : undefined;
  const engine = engineFingerprint();
  const base = `${engine}\0${sha256((options.knowledge ?? []).map(({ text }) => sha256(text)).join("\n"))}`;
  const stored = new Map<string, { readonly id: string; readonly segment: StoredSegment }>();
  for (const [id, segment] of Object.entries(old?.manifest.documents ?? {})) stored.set(segment.segment, { id, segment });

  const given: Record<string, string> = {};
  /** Segments that the old state does not have. They are on the disk and are read from there again: a thousand records in memory are too many. */
  const fresh = new Set<string>();
  const failed: { file: string; error: ChanceryError }[] = [];
  let extract: ((input: DocumentInput) => DocumentRecord) | undefined;
  let extracted = 0;
  for (const [index, file] of inputs.entries()) {
    // Extraction never waits: without a turn of the event loop in between, Ctrl+C would not be heard.
    await new Promise((done) => setImmediate(done));
    options.signal?.throwIfAborted();
    try {
      const input = await readInput(file);
      const key = keyOf(base, input);
      given[nameOf(out, file, key)] = key;
      const known = stored.get(key);
      if (known === undefined || !(fresh.has(key) || isWhole(out, known.segment))) {
        const found = findSegment(out, key);
        if (found === undefined) {
          extract ??= await recordMaker(options);
          const maker = extract;
          const record = naming(file, () => maker(input));
          stored.set(key, { id: record.extraction.document.id, segment: writeSegment(out, key, record) });
          fresh.add(key);
          extracted++;
        } else {
          stored.set(key, { id: found.record.extraction.document.id, segment: found.stored });
          fresh.add(key);
        }
      }
    } catch (error) {
      if (options.keepGoing !== true || !(error instanceof ChanceryError) || !isSkippable(error)) throw error;
      failed.push({ file, error });
    }
    options.onProgress?.(index + 1, inputs.length, file);
  }

  const before = old?.manifest.inputs ?? {};
  // A file that can't be read now keeps what was read from it before.
  const kept = new Set(failed.map(({ file }) => nameOf(out, file, "")));
  const missing = Object.keys(before).filter((name) => !(name in given) && !name.startsWith("-") && !kept.has(name));
  const all: Record<string, string> = { ...before, ...given };
  if (options.prune === true) for (const name of missing) delete all[name];
  const documents: Record<string, StoredSegment> = {};
  for (const [, key] of Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = stored.get(key);
    if (found !== undefined) documents[found.id] = found.segment;
  }

  const documentsGiven = new Set(Object.values(given).map((key) => stored.get(key)?.id));
  const duplicates = Object.keys(given).length - documentsGiven.size;

  const gone = Object.keys(old?.manifest.documents ?? {}).filter((id) => documents[id] === undefined);
  const added = [...fresh].filter((key) => documents[stored.get(key)?.id ?? ""]?.segment === key);
  const namespaces = options.namespaces ?? {};
  const same = old !== undefined && JSON.stringify(old.manifest.namespaces) === JSON.stringify(namespaces);
  if (inputs.length > 0) options.onGraph?.();
  const graph = await updatedGraph(same ? old : undefined, out, { documents, namespaces, gone, added });
  const changed = !same || added.length > 0 || gone.length > 0 || old.manifest.snapshot === undefined;
  const written = changed || JSON.stringify(all) !== JSON.stringify(before) || old?.manifest.engine !== engine;
  if (written) commitGraphFolder(out, { engine, namespaces, inputs: all, documents, quads: graph.store.toBytes() });
  return {
    extracted,
    unchanged: inputs.length - extracted - failed.length,
    dropped: gone.length,
    missing,
    failed,
    duplicates,
    written,
    graph,
  };
}

/** Whether an error lies in one document, so that the others can be read without it. */
export const isSkippable = ({ code }: ChanceryError): boolean => /^(document|file)\.(?!unwritable)/.test(code);

/** The old graph with the changes; made from all records where there is no old one or its quads are damaged. */
async function updatedGraph(
  old: GraphFolder | undefined,
  out: string,
  change: {
    readonly documents: Manifest["documents"];
    readonly namespaces: Manifest["namespaces"];
    readonly gone: readonly string[];
    /** Keys of segments. */
    readonly added: readonly string[];
  },
): Promise<KnowledgeGraph> {
  const namespaces = definedNamespaces(change.namespaces);
  const store = old === undefined ? undefined : storeOf(old);
  if (old === undefined || store === undefined) {
    const manifest = { documents: change.documents } as Manifest;
    return KnowledgeGraph.fromRecords(readRecords({ path: out, manifest: inIdOrder(manifest), files: nodeFiles }), {
      readOnly: true,
      namespaces,
    });
  }
  const graph = await KnowledgeGraph.fromRecords(readRecords(old), { readOnly: true, store, namespaces });
  for (const id of change.gone) graph.remove(id);
  for (const key of change.added) {
    const found = findSegment(out, key);
    if (found === undefined)
      throw new ChanceryError("file.unreadable", `The document that was just written to ${out} is gone (${key}).`, {
        remedy: "Run it again.",
      });
    graph.addRecord(found.record);
  }
  return graph;
}

const inIdOrder = (manifest: Manifest): Manifest => ({
  ...manifest,
  documents: Object.fromEntries(Object.entries(manifest.documents).sort(([a], [b]) => (a < b ? -1 : 1))),
});

export const definedNamespaces = ({ terms, ids }: Manifest["namespaces"]): NonNullable<GraphOptions["namespaces"]> => ({
  ...(terms === undefined ? {} : { terms }),
  ...(ids === undefined ? {} : { ids }),
});

/** The quads of a folder, or `undefined` where they have to be made from the records. */
export function storeOf(folder: GraphFolder): QuadStore | undefined {
  const bytes = readSnapshot(folder);
  if (bytes === undefined) return undefined;
  try {
    return QuadStore.fromBytes(bytes);
  } catch (error) {
    if (error instanceof ChanceryError && error.code.startsWith("snapshot.")) return undefined;
    throw error;
  }
}

async function recordMaker(options: GraphOptions): Promise<(input: DocumentInput) => DocumentRecord> {
  const extractor = await createExtractor(options);
  return ({ text, ...metadata }) => ({ text, extraction: extractor.extract(text, metadata) });
}

/** Names the segment of an input by all that decides what is extracted from it. */
function keyOf(base: string, { text, ...metadata }: DocumentInput): string {
  const known = Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(`${base}\0${JSON.stringify(known)}\0${text}`).slice(0, 32);
}

/** The input's path from the folder that the graph folder is in, so that both can be moved together. Standard input is a new document each time. */
function nameOf(out: string, file: string, key: string): string {
  return file === "-" ? `-${key}` : relative(dirname(resolve(out)), resolve(file)).replaceAll(sep, "/");
}
