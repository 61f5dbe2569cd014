import { exportFormats } from "chancery";
import { Command } from "commander";
import { writeFileAtomically } from "../folder/atomic-write.ts";
import { openGraph } from "../open-graph.ts";
import { collectStatuses, type EventStatus, type SourceOptions, sourceOf, withSource } from "../options.ts";
import { print } from "../terminal.ts";
import { titleOf } from "./open.ts";

/** The page is made by the explorer, which the library does not know. */
const HTML = { name: "html", label: "one web page to explore the graph", extensions: [".html", ".htm"] } as const;

/** `chancery export --format FORMAT` */
export function exportCommand(): Command {
  const list = [...exportFormats, HTML]
    .map(({ name, label, extensions }) => `  ${name.padEnd(12)} ${label} (${extensions.join(", ")})`)
    .join("\n");
  return withSource(
    new Command("export")
      .description("Write the graph for other programs.")
      .option("-f, --format <name>", "format; default: by the ending of --out, else turtle")
      .option("-o, --out <file>", "file to write; - or none is standard output")
      .option("--detail", "graph formats: also weapons, items, forums and agreements as nodes")
      .option("--status <statuses>", "graph formats: only events of these statuses (list with commas, or repeat)", collectStatuses, [])
      .option("--dynamic", "GEXF: dates as a timeline")
      .option("--yfiles", "GraphML: labels and colours for yEd")
      .option("--excel-safe", "tables: disarm what a spreadsheet would run as a formula")
      .option("--unsorted", "RDF formats: in constant memory instead of sorted for people (always so above a million quads)")
      .option("--title <text>", "graph formats and page: title of the picture or file"),
  )
    .addHelpText(
      "after",
      `\nFormats:\n${list}\n\nExamples:\n  chancery export --graph my.graph --out graph.gexf\n  chancery export -g my.graph --format n-quads | gzip > graph.nq.gz\n  chancery export -g my.graph --out page.html`,
    )
    .action(async (options: ExportCommandOptions, command: Command) => {
      const source = await sourceOf(command, options);
      const toOutput = options.out === undefined || options.out === "-";
      const target = options.format ?? (toOutput ? "turtle" : (options.out ?? ""));
      const graph = await openGraph(source);
      const pieces = isPage(target)
        ? [
            (await import("@chancery/explorer")).renderExplorer(graph.records, {
              title: options.title ?? titleOf(source.graph),
              namespaces: graph.namespaces,
            }),
          ]
        : graph.export(target, {
            ...(options.detail === true ? { detail: true } : {}),
            ...(options.status.length > 0 ? { statuses: options.status } : {}),
            ...(options.dynamic === true ? { dynamic: true } : {}),
            ...(options.yfiles === true ? { yfiles: true } : {}),
            ...(options.excelSafe === true ? { excelSafe: true } : {}),
            ...(options.unsorted === true ? { sorted: false } : {}),
            ...(options.title === undefined ? {} : { title: options.title }),
          });
      if (toOutput) await print(pieces);
      else writeFileAtomically(options.out ?? "", pieces);
    });
}

const isPage = (target: string): boolean =>
  target.toLowerCase() === HTML.name || HTML.extensions.some((ending) => target.toLowerCase().endsWith(ending));

interface ExportCommandOptions extends SourceOptions {
  readonly format?: string;
  readonly out?: string;
  readonly detail?: boolean;
  readonly status: EventStatus[];
  readonly dynamic?: boolean;
  readonly yfiles?: boolean;
  readonly excelSafe?: boolean;
  readonly unsorted?: boolean;
  readonly title?: string;
}
