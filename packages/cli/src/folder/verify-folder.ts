import { join } from "node:path";
import { QuadStore } from "@chancery/rdf";
import { ChanceryError, checkExtraction, KnowledgeGraph } from "chancery";
import { definedNamespaces } from "../build-graph.ts";
import type { GraphFolder } from "./graph-folder.ts";
import { readRecord } from "./graph-folder.ts";
import { sha256 } from "./manifest.ts";

/** One thing that is wrong with a graph folder. */
export interface FolderProblem {
  /** `segment`: missing, torn or altered; `text`: the text is not the one that was extracted; `quads`: damaged, or not those of the documents; else as `checkExtraction` says. */
  readonly kind: string;
  /** Document id, or the name of a file. */
  readonly where: string;
  readonly path?: string;
  readonly message: string;
}

export interface FolderReport {
  readonly documents: number;
  /** Spans and quotes that were compared with the text. */
  readonly quotes: number;
  readonly quads: number;
  readonly problems: readonly FolderProblem[];
}

/**
 * Checks all of a graph folder: that every segment is whole, every text is the one that was extracted, every quote stands at its offsets, every id refers to
 * something, and the quads are exactly those that the documents give.
 */
export async function verifyFolder(folder: GraphFolder): Promise<FolderReport> {
  const problems: FolderProblem[] = [];
  const { manifest } = folder;
  const graph = await KnowledgeGraph.fromRecords([], { readOnly: true, namespaces: definedNamespaces(manifest.namespaces) });
  let quotes = 0;
  let whole = true;
  for (const id of Object.keys(manifest.documents)) {
    try {
      const record = readRecord(folder, id);
      const { text, extraction } = record;
      const found = checkExtraction(extraction, text);
      // A value outside a closed list says nothing against the folder: `validate` reports those.
      problems.push(
        ...found.filter(({ kind }) => kind !== "vocabulary").map(({ kind, path, message }) => ({ kind, where: id, path, message })),
      );
      if (extraction.document.id !== id)
        problems.push({ kind: "segment", where: id, message: `Its segment is that of ${extraction.document.id}.` });
      if (sha256(text) !== extraction.document.sha256)
        problems.push({ kind: "text", where: id, message: "The text has another SHA-256 than the one that was extracted." });
      quotes += countSpans(extraction);
      graph.addRecord(record);
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error;
      whole = false;
      problems.push({ kind: "segment", where: id, message: error.message });
    }
  }
  const quads = readQuads(folder, problems);
  if (quads !== undefined && whole) {
    const expected = graph.store;
    const extra = [...quads.quads()].filter((quad) => !expected.has(quad)).length;
    const lacking = [...expected.quads()].filter((quad) => !quads.has(quad)).length;
    if (extra + lacking > 0)
      problems.push({
        kind: "quads",
        where: manifest.snapshot?.file ?? "",
        message: `${extra} quads come from no document, ${lacking} are missing.`,
      });
  }
  return { documents: Object.keys(manifest.documents).length, quotes, quads: quads?.size ?? 0, problems };
}

function readQuads({ path, manifest: { snapshot }, files }: GraphFolder, problems: FolderProblem[]): QuadStore | undefined {
  if (snapshot === undefined) {
    problems.push({ kind: "quads", where: "manifest.json", message: "It names no quads." });
    return undefined;
  }
  try {
    const bytes = files.read(join(path, snapshot.file));
    if (sha256(bytes) !== snapshot.sha256) throw new Error("They have another SHA-256 than the manifest says.");
    return QuadStore.fromBytes(bytes);
  } catch (error) {
    problems.push({ kind: "quads", where: snapshot.file, message: (error as Error).message });
    return undefined;
  }
}

/** Every object with a start and an end. */
function countSpans(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = typeof (value as { start?: unknown }).start === "number" && typeof (value as { end?: unknown }).end === "number" ? 1 : 0;
  return Object.values(value).reduce((sum: number, part) => sum + countSpans(part), own);
}
