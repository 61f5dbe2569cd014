import { basename, dirname, join } from "node:path";
import { DESCRIPTION_PREFIXES, findFormat, formatOf, surveyDataset, writeQuads } from "@chancery/io";
import { PREFIXES } from "@chancery/rdf";
import { ChanceryError, type ExportOptions, exportFormats, type KnowledgeGraph } from "chancery";
import { Command, InvalidArgumentError, Option } from "commander";
import { writeFileAtomically } from "../folder/atomic-write.ts";
import { type WrittenFile, writeFileStreaming } from "../folder/stream-write.ts";
import { openGraph } from "../open-graph.ts";
import { collect, collectStatuses, counted, type EventStatus, type SourceOptions, sourceOf, withSource } from "../options.ts";
import { renderPng } from "../picture/render-png.ts";
import { print, printNote } from "../terminal.ts";
import { titleOf } from "./open.ts";

/** The page is made by the explorer and the PNG by a renderer, which the library does not know. */
const HTML = { name: "html", label: "one web page to explore the graph", extensions: [".html", ".htm"] } as const;
const PNG = { name: "png", label: "picture (with --view timeline: the timeline)", extensions: [".png"] } as const;

/** `chancery export --format FORMAT` */
export function exportCommand(): Command {
  const list = [...exportFormats, PNG, HTML]
    .map(({ name, label, extensions }) => `  ${name.padEnd(16)} ${label} (${extensions.join(", ")})`)
    .join("\n");
  return withSource(
    new Command("export")
      .description("Write the graph for other programs, or as a picture.")
      .option("-f, --format <name>", "format; default: by the ending of --out, else turtle")
      .option("-o, --out <file>", "file to write, compressed where it ends in .gz; - or none is standard output")
      .option("--detail", "graph formats: also weapons, items, forums and agreements as nodes")
      .option(
        "--status <statuses>",
        "graph formats, pictures: only events of these statuses (list with commas, or repeat)",
        collectStatuses,
        [],
      )
      .addOption(new Option("--view <view>", "svg, png: what to draw").choices(["graph", "timeline"]))
      .option("--scale <factor>", "png: pixels a unit (default: 2)", positive)
      .option("--font <file>", "png: font for scripts other than Latin, Greek, Cyrillic and Arabic (repeatable)", collect, [])
      .option("--dynamic", "GEXF: dates as a timeline")
      .option("--yfiles", "GraphML: labels and colours for yEd")
      .option("--excel-safe", "tables: disarm what a spreadsheet would run as a formula")
      .option("--rdf12", "RDF formats: also which plain triples each claim is about, as RDF 1.2 reifiers")
      .option("--void [file]", "RDF formats: also a description of the dataset (default: void.ttl beside --out)")
      .option("--license <iri>", "--void, nanopublications: licence")
      .option("--creator <iri>", "nanopublications: who publishes them")
      .option("--created <time>", "nanopublications: when they are made (xsd:dateTime)")
      .option("--dataset <name>", "FollowTheMoney: name of the dataset (default: chancery)")
      .option("--unsorted", "RDF formats: in constant memory instead of sorted for people (always so above a million quads)")
      .option("--title <text>", "graph formats, picture, page and description: title"),
  )
    .addHelpText(
      "after",
      `\nFormats:\n${list}\n\nExamples:\n  chancery export --graph my.graph --out graph.gexf\n  chancery export -g my.graph --out graph.nq.gz --void\n  chancery export -g my.graph --out timeline.png --view timeline\n  chancery export -g other.jsonld --out other.ttl\n  chancery export -g my.graph --out page.html`,
    )
    .action(runExport);
}

async function runExport(options: ExportCommandOptions, command: Command): Promise<void> {
  const source = await sourceOf(command, options);
  const out = options.out === undefined || options.out === "-" ? undefined : options.out;
  const target = (options.format ?? out ?? "turtle").replace(/\.gz$/i, "");
  if (options.void !== undefined && (findFormat(target) === undefined || (out === undefined && options.void === true)))
    command.error("error: --void goes with an RDF format and --out, or names a file of its own", { exitCode: 2 });
  const graph = await openGraph(source);
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const report = { replacedCharacters: 0, escapedIris: 0, mergedGraphs: 0 };
    const tally = { stripped: 0 };
    const settings: ExportOptions = { ...exportOptions(options), report, tally, signal: abort.signal };
    if (names(HTML, target)) {
      if (graph.records.length === 0 && graph.store.size > 0) throw withoutTexts();
      const { renderExplorer } = await import("@chancery/explorer");
      const page = renderExplorer(graph.records, { title: options.title ?? titleOf(source.graph), namespaces: graph.namespaces });
      await writeOut(out, [page], abort.signal);
    } else if (names(PNG, target)) await exportPng(graph, out, options, settings);
    else await exportText(graph, { target, out, options, settings });
    noteChanges(report, tally, options);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

interface TextExport {
  readonly target: string;
  readonly out: string | undefined;
  readonly options: ExportCommandOptions;
  readonly settings: ExportOptions;
}

async function exportText(graph: KnowledgeGraph, { target, out, options, settings }: TextExport): Promise<void> {
  const svg = target.toLowerCase() === "svg" || target.toLowerCase().endsWith(".svg");
  const format = svg && options.view === "timeline" ? "timeline" : target;
  if (options.void === undefined) {
    await writeOut(out, graph.export(format, settings), settings.signal);
    return;
  }
  const survey = surveyDataset();
  const written = await writeOut(out, graph.export(format, { ...settings, survey }), settings.signal);
  const { terms: chy, ids: id } = graph.namespaces;
  const { name, mediaTypes } = formatOf(format);
  const description = survey.describe({
    ...graph.namespaces,
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.license === undefined ? {} : { license: options.license }),
    ...(out === undefined || written === undefined
      ? {}
      : { file: { name: basename(out), format: name, mediaType: mediaTypes[0] ?? "", ...written } }),
  });
  const file = typeof options.void === "string" ? options.void : join(dirname(out ?? ""), "void.ttl");
  writeFileAtomically(file, writeQuads(description, "turtle", { prefixes: { ...PREFIXES, ...DESCRIPTION_PREFIXES, chy, id } }));
}

async function exportPng(
  graph: KnowledgeGraph,
  out: string | undefined,
  options: ExportCommandOptions,
  settings: ExportOptions,
): Promise<void> {
  const svg = [...graph.export(options.view === "timeline" ? "timeline" : "svg", settings)].join("");
  const wanted = options.scale ?? 2;
  const { bytes, scale } = await renderPng(svg, { scale: wanted, fonts: options.font });
  if (scale < wanted && options.quiet !== true)
    printNote(`the picture is large and was drawn at scale ${scale.toFixed(2)}; SVG has no such limit`);
  if (out !== undefined) writeFileAtomically(out, bytes);
  else if (process.stdout.isTTY === true)
    throw new ChanceryError("picture.terminal", "A PNG is nothing for a terminal.", { remedy: "Name a file with --out." });
  else await new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));
}

async function writeOut(out: string | undefined, pieces: Iterable<string>, signal?: AbortSignal): Promise<WrittenFile | undefined> {
  if (out !== undefined) return writeFileStreaming(out, pieces, signal === undefined ? {} : { signal });
  await print(pieces);
  return undefined;
}

function exportOptions(options: ExportCommandOptions): ExportOptions {
  const given = {
    detail: options.detail,
    statuses: options.status.length > 0 ? options.status : undefined,
    dynamic: options.dynamic,
    yfiles: options.yfiles,
    excelSafe: options.excelSafe,
    rdf12: options.rdf12,
    license: options.license,
    creator: options.creator,
    created: options.created,
    dataset: options.dataset,
    sorted: options.unsorted === true ? false : undefined,
    title: options.title,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What the format could not hold is said on standard error; a file that silently differs from the graph helps nobody. */
function noteChanges(
  report: { readonly replacedCharacters: number; readonly escapedIris: number },
  { stripped }: { readonly stripped: number },
  { quiet }: ExportCommandOptions,
): void {
  if (quiet === true) return;
  const characters = report.replacedCharacters + stripped;
  if (characters > 0)
    printNote(`${counted(characters, "character")} that the format can't hold ${characters === 1 ? "was" : "were"} replaced or left out`);
  if (report.escapedIris > 0)
    printNote(
      `${counted(report.escapedIris, "IRI")} with forbidden characters ${report.escapedIris === 1 ? "was" : "were"} percent-encoded`,
    );
}

const withoutTexts = (): ChanceryError =>
  new ChanceryError("export.no-documents", "The page shows documents with their texts, and files of RDF or FollowTheMoney hold none.", {
    remedy: "Name the graph folder or the documents they were made from, or export GEXF or a picture.",
  });

const names = ({ name, extensions }: { readonly name: string; readonly extensions: readonly string[] }, target: string): boolean =>
  target.toLowerCase() === name || extensions.some((ending) => target.toLowerCase().endsWith(ending));

const positive = (value: string): number => {
  const number = Number(value);
  if (!(number > 0 && number <= 20)) throw new InvalidArgumentError("It takes a number above 0, up to 20.");
  return number;
};

interface ExportCommandOptions extends SourceOptions {
  readonly format?: string;
  readonly out?: string;
  readonly detail?: boolean;
  readonly status: EventStatus[];
  readonly view?: "graph" | "timeline";
  readonly scale?: number;
  readonly font: string[];
  readonly dynamic?: boolean;
  readonly yfiles?: boolean;
  readonly excelSafe?: boolean;
  readonly rdf12?: boolean;
  readonly void?: string | true;
  readonly license?: string;
  readonly creator?: string;
  readonly created?: string;
  readonly dataset?: string;
  readonly unsorted?: boolean;
  readonly title?: string;
}
