import { readFileSync } from "node:fs";
import { ChanceryError, type DocumentInput, type GraphOptions, KnowledgeGraph } from "chancery";
import { definedNamespaces, storeOf } from "./build-graph.ts";
import { isGraphFolder, openGraphFolder, readRecords } from "./folder/graph-folder.ts";
import { listDocuments, readInput } from "./inputs.ts";
import { createProgress, printNote } from "./terminal.ts";

/** Where a graph comes from. */
export interface GraphSource {
  /** A graph folder, or documents to read on the fly. */
  readonly graph: readonly string[];
  /** Files with further knowledge-base records. */
  readonly kb: readonly string[];
  readonly namespaces?: GraphOptions["namespaces"];
  readonly quiet?: boolean;
}

/** A reader that meets a writer's commit opens the folder anew this often. */
const TRIES = 20;

export const knowledgeFiles = (paths: readonly string[]): { name: string; text: string }[] =>
  paths.map((path) => {
    try {
      return { name: path, text: readFileSync(path, "utf8") };
    } catch (cause) {
      throw new ChanceryError("file.unreadable", `${path} can't be read: ${(cause as Error).message}`, { place: { source: path }, cause });
    }
  });

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
