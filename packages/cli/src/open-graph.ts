import { readFileSync } from "node:fs";
import { type DocumentInput, KnowledgeGraph } from "chancery";
import { isGraphFolder, openGraphFolder } from "./graph-folder.ts";
import { listDocuments, readInput } from "./inputs.ts";
import { createProgress } from "./terminal.ts";

/** Options that every command that reads a graph has. */
export interface GraphSourceOptions {
  /** A graph folder, or documents to build from on the fly. */
  readonly graph?: readonly string[];
  /** Files with further knowledge-base records. */
  readonly kb?: readonly string[];
  readonly quiet?: boolean;
}

const knowledgeFiles = (paths: readonly string[] = []): { name: string; text: string }[] =>
  paths.map((path) => ({ name: path, text: readFileSync(path, "utf8") }));

/** The graph that `--graph` names: opened where it is a graph folder, built where it is documents. */
export async function openGraph(paths: readonly string[], options: Omit<GraphSourceOptions, "graph">): Promise<KnowledgeGraph> {
  const knowledge = knowledgeFiles(options.kb);
  const [only] = paths;
  if (only !== undefined && paths.length === 1 && isGraphFolder(only)) {
    return KnowledgeGraph.fromRecords(openGraphFolder(only), { readOnly: true });
  }
  const files = listDocuments(paths);
  const progress = createProgress("Reading");
  try {
    return await KnowledgeGraph.build(readAll(files), {
      knowledge,
      onProgress: (done) => {
        if (options.quiet !== true) progress.update(done, files.length, files[done - 1] ?? "");
      },
    });
  } finally {
    progress.end();
  }
}

async function* readAll(files: readonly string[]): AsyncGenerator<DocumentInput> {
  for (const file of files) yield await readInput(file);
}
