import { exportFormats } from "chancery";
import { Command, Option } from "commander";
import { writeFileAtomically } from "../atomic-write.ts";
import { openGraph } from "../open-graph.ts";
import { collect, GRAPH_FLAGS, GRAPH_HELP } from "../options.ts";

/** `chancery export --format FORMAT` */
export function exportCommand(): Command {
  const list = exportFormats.map(({ name, label, extensions }) => `  ${name.padEnd(12)} ${label} (${extensions.join(", ")})`).join("\n");
  return new Command("export")
    .description("Write the graph for other programs.")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .option("-f, --format <name>", "format; default: by the ending of --out")
    .option("-o, --out <file>", "file to write; - or none is standard output")
    .option("--detail", "graph formats: also weapons, items, forums and agreements as nodes")
    .option("--status <status>", "graph formats: only events of this status (repeatable)", collect, [])
    .option("--dynamic", "GEXF: dates as a timeline")
    .option("--yfiles", "GraphML: labels and colours for yEd")
    .option("--excel-safe", "tables: disarm what a spreadsheet would run as a formula")
    .addOption(new Option("--title <text>", "graph formats: title of the picture or file"))
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText("after", `\nFormats:\n${list}\n\nExample:\n  chancery export --graph my.graph --out graph.gexf`)
    .action(async (options: ExportCommandOptions) => {
      const target = options.format ?? options.out ?? "turtle";
      const graph = await openGraph(options.graph, options);
      const pieces = graph.export(target === "-" ? "turtle" : target, {
        ...(options.detail === true ? { detail: true } : {}),
        ...(options.status.length > 0 ? { statuses: options.status as never } : {}),
        ...(options.dynamic === true ? { dynamic: true } : {}),
        ...(options.yfiles === true ? { yfiles: true } : {}),
        ...(options.excelSafe === true ? { excelSafe: true } : {}),
        ...(options.title === undefined ? {} : { title: options.title }),
      });
      if (options.out === undefined || options.out === "-") for (const piece of pieces) process.stdout.write(piece);
      else writeFileAtomically(options.out, pieces);
    });
}

interface ExportCommandOptions {
  readonly graph: string[];
  readonly kb: string[];
  readonly format?: string;
  readonly out?: string;
  readonly detail?: boolean;
  readonly status: string[];
  readonly dynamic?: boolean;
  readonly yfiles?: boolean;
  readonly excelSafe?: boolean;
  readonly title?: string;
}
