import { statSync } from "node:fs";
import { ChanceryError, type DocumentInput, type GraphOptions, KnowledgeGraph } from "chancery";
import { definedNamespaces, storeOf } from "./build-graph.ts";
import { isGraphFolder, openGraphFolder, readRecords } from "./folder/graph-folder.ts";
import { listDocuments, readInput } from "./inputs.ts";
import { createProgress } from "./progress.ts";
import { readText, unreadable } from "./read-file.ts";
import { isQuadFile, readQuadFiles } from "./read-quad-files.ts";
import { printNote } from "./terminal.ts";

/** Where a graph comes from. */
export interface GraphSource {
  /** A graph folder, documents to read on the fly, or files of RDF or FollowTheMoney. */
  readonly graph: readonly string[];
  /** Files with further knowledge-base records. */
  readonly kb: readonly string[];
  readonly namespaces?: GraphOptions["namespaces"];
  readonly quiet?: boolean;
}

/** A reader that meets a writer's commit opens the folder anew this often. */
const TRIES = 20;

export const knowledgeFiles = (paths: readonly string[]): { name: string; text: string }[] =>
  paths.map((path) => ({ name: path, text: readText(path) }));

/** What `createExtractor` and `KnowledgeGraph` take, from a source. */
export const graphOptions = ({ kb, namespaces }: Pick<GraphSource, "kb" | "namespaces">): GraphOptions => ({
  knowledge: knowledgeFiles(kb),
  ...(namespaces === undefined ? {} : { namespaces }),
});

export interface OpenGraphOptions {
  /** Whether the command reads more than quads: then the records are read now, while a writer's commit can still be noticed. Default `false`. */
  readonly records?: boolean;
}

/** The graph that `--graph` names: opened where it is a graph folder, built where it is documents. */
export async function openGraph(source: GraphSource, options: OpenGraphOptions = {}): Promise<KnowledgeGraph> {
  const [only] = source.graph;
  if (only !== undefined && source.graph.length === 1 && isGraphFolder(only)) return openFolder(only, options.records === true);
  if (source.graph.some(isQuadFile)) return openQuadFiles(source);
  const files = listDocuments(source.graph);
  const progress = createProgress("Reading");
  try {
    return await KnowledgeGraph.build(readAll(files), {
      ...graphOptions(source),
      onProgress: (done) => {
        if (source.quiet !== true) progress.update(done, files.length, files[done - 1] ?? "");
      },
    });
  } finally {
    progress.end();
  }
}

/** A graph of RDF and FollowTheMoney files, to be read only. */
function openQuadFiles({ graph, namespaces }: GraphSource): Promise<KnowledgeGraph> {
  const other = graph.find((path) => !isQuadFile(path));
  if (other !== undefined) {
    throw new ChanceryError("file.mixed", `${other} is no RDF or FollowTheMoney file, but others of the graph are.`, {
      place: { source: other },
      remedy: "Name documents, one graph folder, or files of quads, not several kinds.",
    });
  }
  const missing = graph.find((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (missing !== undefined) throw unreadable(missing, { code: "ENOENT" });
  return KnowledgeGraph.fromQuads(readQuadFiles(graph, namespaces), namespaces === undefined ? {} : { namespaces });
}

/** Opens a graph folder. The quads are there at once, the records are read when something asks for them. */
async function openFolder(path: string, withRecords: boolean): Promise<KnowledgeGraph> {
  for (let tries = 1; ; tries++) {
    const folder = openGraphFolder(path);
    // A writer may have removed what this manifest names; then there is a new one.
    const isOutdated = (): boolean => tries < TRIES && JSON.stringify(openGraphFolder(path).manifest) !== JSON.stringify(folder.manifest);
    const options = { readOnly: true, namespaces: definedNamespaces(folder.manifest.namespaces) };
    try {
      const store = storeOf(folder);
      if (store === undefined && isOutdated()) continue;
      const graph = await KnowledgeGraph.fromRecords(readRecords(folder), store === undefined ? options : { ...options, store });
      if (withRecords) void graph.records;
      if (store === undefined) {
        printNote(
          `the quads of ${path} were missing or damaged and were made again from the documents; \`chancery compact ${path}\` repairs them`,
        );
      }
      return graph;
    } catch (error) {
      if (!isOutdated()) throw error;
    }
  }
}

async function* readAll(files: readonly string[]): AsyncGenerator<DocumentInput> {
  for (const file of files) yield await readInput(file);
}
