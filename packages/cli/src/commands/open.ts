import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { renderExplorer } from "@chancery/explorer";
import { Command } from "commander";
import { writeFileAtomically } from "../folder/atomic-write.ts";
import { sha256 } from "../folder/manifest.ts";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, withSource } from "../options.ts";
import { print, printJson } from "../terminal.ts";

/** `chancery open` */
export function openCommand(): Command {
  return withSource(
    new Command("open")
      .description("Write the graph as one web page that needs nothing else, and print where it is.")
      .option("-o, --out <file>", "file to write; default: one in the folder for temporary files, the same for the same graph")
      .option("--title <text>", "title of the page")
      .option("--json", "print where it is as JSON"),
  )
    .addHelpText("after", '\nExamples:\n  chancery open -g my.graph\n  xdg-open "$(chancery open -g my.graph)"')
    .action(async (options: SourceOptions & { out?: string; title?: string; json?: boolean }, command: Command) => {
      const source = await sourceOf(command, options);
      const graph = await openGraph(source, { records: true });
      const page = renderExplorer(graph.records, {
        title: options.title ?? titleOf(source.graph),
        namespaces: graph.namespaces,
      });
      const out = options.out ?? join(tmpdir(), `chancery-${sha256(page).slice(0, 12)}.html`);
      writeFileAtomically(out, page);
      if (options.json === true) await printJson({ file: resolve(out), documents: graph.records.length, bytes: Buffer.byteLength(page) });
      else await print(`${resolve(out)}\n`);
    });
}

/** The page's title where none is given: the graph folder's name. */
export const titleOf = ([first]: readonly string[]): string =>
  first === undefined || first === "-" ? "Knowledge graph" : basename(resolve(first)).replace(/\.graph$/, "");
