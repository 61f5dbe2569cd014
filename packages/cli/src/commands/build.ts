import { Command } from "commander";
import { saveGraphFolder } from "../graph-folder.ts";
import { openGraph } from "../open-graph.ts";
import { collect, counted } from "../options.ts";

/** `chancery build DOCUMENT… --out FOLDER` */
export function buildCommand(): Command {
  return new Command("build")
    .description("Extract documents and keep the graph in a folder.")
    .argument("<documents...>", "text, Markdown or HTML files, folders of them, or - for standard input")
    .requiredOption("-o, --out <folder>", "graph folder to write")
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .option("-q, --quiet", "no progress, no summary")
    .addHelpText("after", "\nExample:\n  chancery build reports/*.txt --out my.graph")
    .action(async (documents: string[], options: { out: string; kb: string[]; quiet?: boolean }) => {
      const graph = await openGraph(documents, options);
      saveGraphFolder(options.out, graph.records);
      if (options.quiet !== true) {
        const { knowledge } = graph;
        process.stderr.write(
          `${options.out}: ${counted(graph.records.length, "document")}, ${counted(knowledge.entities.length, "entity", "entities")}, ${counted(knowledge.events.length, "event")}, ${counted(knowledge.claims.length, "claim")}, ${counted(graph.store.size, "quad")}\n`,
        );
      }
    });
}
