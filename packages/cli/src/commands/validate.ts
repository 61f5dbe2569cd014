import { writeQuads } from "@chancery/io";
import { PREFIXES, type QuadStore } from "@chancery/rdf";
import { ChanceryError, checkExtraction, type ExtractionProblem } from "chancery";
import { Command, Option } from "commander";
import { isGraphFolder } from "../folder/graph-folder.ts";
import { openGraph } from "../open-graph.ts";
import { collect, counted, knowledgeOf, wholeNumber } from "../options.ts";
import { createProgress } from "../progress.ts";
import { extractionsOf, idOf } from "../read-extractions.ts";
import { readText } from "../read-file.ts";
import { isQuadFile, readQuadFiles } from "../read-quad-files.ts";
import { compact } from "../render-table.ts";
import { checkShapes, type ShapeProblem, type ShapeReport } from "../shapes/check-shapes.ts";
import { colors, EXIT, print, printJson, printNote } from "../terminal.ts";

interface Finding extends ExtractionProblem {
  /** Document id, or where it has none its place in the input. */
  readonly document: string;
}

/** `chancery validate INPUT…` */
export function validateCommand(): Command {
  return new Command("validate")
    .description("Check extraction JSON against the data contract, and RDF against SHACL shapes.")
    .argument("<inputs...>", "extraction JSON, JSON Lines, a graph folder, RDF files, or - for standard input (JSON)")
    .option("--text <file>", "the document's text, to check spans and quotes with (one extraction only)")
    .option("--shacl", "of a graph folder, also check the quads against the shapes (of RDF files they always are)")
    .option(
      "--shapes <file>",
      "check RDF against the SHACL Core shapes of this file instead of the data contract's (repeatable)",
      collect,
      [],
    )
    .option("--limit <n>", "list so many problems of RDF at most; 0 lists all", wholeNumber(0, 1_000_000_000), 100)
    .addOption(new Option("-f, --format <name>", "how to print the report").choices(["text", "json", "turtle"]).default("text"))
    .option("--json", "the same as --format json")
    .option("--config <file>", "configuration; default: chancery.config.json or .mjs here or in a folder above")
    .addHelpText(
      "after",
      `
Extractions that other programs or people have made or changed are checked for shape, closed vocabularies, references, spans and quotes. RDF (Turtle, TriG,
N-Triples, N-Quads, JSON-LD, RDF/XML; several files are one graph) is checked against SHACL Core shapes; --format turtle gives the report in SHACL's own terms.
Exit code 1 tells that something is wrong.

Examples:
  chancery extract statement.txt | chancery validate - --text statement.txt
  chancery validate my.graph --shacl
  chancery validate graph.ttl
  chancery validate graph.trig --shapes house-rules.ttl --format turtle > report.ttl`,
    )
    .action(async (inputs: string[], options: ValidateOptions, command: Command) => {
      const format = options.json === true ? "json" : options.format;
      const files = inputs.filter(isQuadFile);
      const others = inputs.filter((input) => !isQuadFile(input));
      const folders = others.filter((input) => input !== "-" && isGraphFolder(input));
      const wantsShapes = options.shacl === true || options.shapes.length > 0;
      if (wantsShapes && files.length + folders.length === 0) {
        return command.error("error: --shacl and --shapes check RDF: name a graph folder or RDF files", { exitCode: 2 });
      }

      const text = options.text === undefined ? undefined : readText(options.text);
      const checked = others.flatMap((input) => [...extractionsOf(input)]);
      if (text !== undefined && checked.length !== 1) {
        throw new ChanceryError("file.bad-extraction", `--text gives one document's text, but there are ${checked.length} extractions.`, {
          remedy: "Validate one extraction at a time, or a graph folder, which has its texts.",
        });
      }
      const problems = checked.flatMap(({ name, extraction, text: own }) =>
        checkExtraction(extraction, own ?? text).map((problem): Finding => ({ document: idOf(extraction) ?? name, ...problem })),
      );

      const namespaces = (await knowledgeOf({ ...options, kb: [] })).namespaces ?? {};
      const graphs = [...(files.length === 0 ? [] : [files]), ...(wantsShapes ? folders.map((folder) => [folder]) : [])];
      const reports: NamedReport[] = [];
      const progress = createProgress("Checking");
      for (const graph of graphs) {
        const opened = await openGraph({ graph, kb: [], namespaces });
        const shapes = options.shapes.length === 0 ? opened.shapes() : await readShapes(options.shapes);
        progress.say(`Checking ${graph.join(", ")} against shapes …`);
        const report = await checkShapes(opened.store, shapes).finally(progress.end);
        reports.push({ ...report, name: graph.join(", ") });
        for (const note of report.notes) printNote(note);
        if (report.nodes === 0) printNote(`no shape applies to any node of ${graph.join(", ")}: nothing was checked`);
      }

      if (problems.length > 0 || reports.some((report) => report.problems.length > 0)) process.exitCode = EXIT.failed;
      if (format === "json") {
        const shapes = reports.map(({ name, nodes, notes, problems: found }) => ({ name, nodes, notes, problems: found }));
        return printJson({ checked: checked.length, problems, ...(reports.length === 0 ? {} : { shapes }) });
      }
      if (format === "turtle") {
        if (reports.length !== 1)
          return command.error("error: --format turtle reports on one graph: name RDF files or one graph folder", { exitCode: 2 });
        return print(writeQuads(reports[0]?.report ?? [], "turtle", { prefixes: { ...PREFIXES, sh: "http://www.w3.org/ns/shacl#" } }));
      }
      return print([
        ...problems.map(({ document, kind, path, message }) => `${document} ${colors.red(kind)} ${path}: ${message}\n`),
        ...(checked.length === 0 ? [] : [`${counted(checked.length, "extraction")} checked, ${verdict(problems.length)}\n`]),
        ...reports.flatMap((report) => [...renderReport(report, options.limit)]),
      ]);
    });
}

type NamedReport = ShapeReport & { readonly name: string };

const verdict = (problems: number): string => (problems === 0 ? "all as they should be" : counted(problems, "problem"));

async function readShapes(paths: readonly string[]): Promise<Parameters<typeof checkShapes>[1]> {
  const shapes: ReturnType<QuadStore["quads"]> extends Iterable<infer Quad> ? Quad[] : never = [];
  const unknown = paths.find((path) => !isQuadFile(path));
  if (unknown !== undefined) {
    throw new ChanceryError("shacl.invalid-shapes", `${unknown} is no RDF file by its ending.`, {
      place: { source: unknown },
      remedy: "Name a file that ends in .ttl, .trig, .nt, .nq, .jsonld or .rdf.",
    });
  }
  for await (const quad of readQuadFiles(paths)) shapes.push(quad);
  return shapes;
}

function* renderReport({ name, nodes, problems }: NamedReport, limit: number): Generator<string> {
  const shown = limit === 0 ? problems : problems.slice(0, limit);
  for (const problem of shown) yield renderProblem(problem);
  if (shown.length < problems.length) yield colors.dim(`… and ${problems.length - shown.length} more (--limit 0 lists all)\n`);
  yield `${name}: ${counted(nodes, "node")} checked against shapes, ${verdict(problems.length)}\n`;
}

const named = (node: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(node) ? compact(node) : node);

function renderProblem({ kind, focusNode, path, value, message, graphs }: ShapeProblem): string {
  const color = kind === "violation" ? colors.red : colors.yellow;
  const where = [named(focusNode), ...(path === undefined ? [] : [named(path)])].join(" ");
  const lines = [`${color(kind)} ${where}: ${message}`];
  if (value !== undefined) lines.push(colors.dim(`  value  ${named(value.length > 200 ? `${value.slice(0, 199)}…` : value)}`));
  if (graphs.length > 0) lines.push(colors.dim(`  in     ${graphs.slice(0, 3).map(named).join(", ")}${graphs.length > 3 ? " …" : ""}`));
  return `${lines.join("\n")}\n`;
}

interface ValidateOptions {
  readonly text?: string;
  readonly shacl?: boolean;
  readonly shapes: string[];
  readonly limit: number;
  readonly format: "text" | "json" | "turtle";
  readonly json?: boolean;
  readonly config?: string;
}
