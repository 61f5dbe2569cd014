import { ChanceryError } from "chancery";
import { Command } from "commander";
import { type BuildSummary, buildGraphFolder, isSkippable } from "../build-graph.ts";
import { listDocuments } from "../inputs.ts";
import { graphOptions } from "../open-graph.ts";
import { counted, knowledgeOf, type SourceOptions, wholeNumber, withKnowledge } from "../options.ts";
import { createProgress } from "../progress.ts";
import { colors, EXIT, printError, printJson, printNote } from "../terminal.ts";
import { fingerprintOf, watchFiles } from "../watch-files.ts";

/** `chancery build DOCUMENT… --out FOLDER` */
export function buildCommand(): Command {
  return withKnowledge(
    new Command("build")
      .description("Extract documents and keep the graph in a folder; run again, it reads only what is new.")
      .argument("<documents...>", "text, Markdown or HTML files, folders of them, patterns, or - for standard input")
      .requiredOption("-o, --out <folder>", "graph folder to make or to bring up to date")
      .option("--prune", "drop documents whose file is not among the given ones any more (default: they are kept and counted)")
      .option("--keep-going", "skip documents that can't be read, and list them at the end")
      .option("-w, --watch", "go on: build again whenever a document changes (Ctrl+C ends it)")
      .option("--poll <seconds>", "with --watch: look so often instead of waiting for the system's word", wholeNumber(1, 86_400))
      .option("--json", "print what was done as JSON")
      .option("-q, --quiet", "no progress, no summary"),
  )
    .addHelpText(
      "after",
      `
Every document is saved as soon as it is done: a build that was cut off goes on where it was. The folder shows the old graph until the new one is complete;
one process at a time may write it (exit code 75 tells that another one does). A document is read again when its text, its metadata, the knowledge base or
the extraction engine has changed. NAME.json beside NAME.txt may give its id, title, source, published (YYYY-MM-DD) and language.

Examples:
  chancery build reports/ --out my.graph
  chancery build 'reports/**/*.md' --kb mine.jsonl --out my.graph --prune
  chancery build inbox/ --out my.graph --watch`,
    )
    .action(async (documents: string[], options: BuildCommandOptions) => {
      const abort = new AbortController();
      const interrupt = (): void => abort.abort();
      process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
      const source = await knowledgeOf(options);
      const run = (): Promise<void> => runBuild(documents, options, source, abort.signal);
      const since = options.watch === true ? fingerprintOf(documents) : "";
      try {
        await run();
      } finally {
        if (options.watch !== true) process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      }
      if (options.watch !== true) return;
      printNote(`watching ${documents.join(", ")} (Ctrl+C ends it)`);
      await watchFiles(documents, {
        signal: abort.signal,
        since,
        ...(options.poll === undefined ? {} : { pollMs: options.poll * 1000 }),
        onChange: async () => {
          try {
            await run();
          } catch (error) {
            // A document that is being written, or another process in the folder, is no reason to stop watching.
            if (!abort.signal.aborted) printError(error);
          }
        },
      });
    });
}

async function runBuild(
  documents: readonly string[],
  options: BuildCommandOptions,
  source: Awaited<ReturnType<typeof knowledgeOf>>,
  signal: AbortSignal,
): Promise<void> {
  const files = listDocuments(documents);
  const progress = options.quiet === true ? undefined : createProgress("Reading");
  let summary: BuildSummary;
  try {
    summary = await buildGraphFolder(options.out, files, {
      ...graphOptions(source),
      signal,
      ...(options.prune === true ? { prune: true } : {}),
      ...(options.keepGoing === true ? { keepGoing: true } : {}),
      ...(progress === undefined
        ? {}
        : { onProgress: progress.update, onGraph: () => progress.say("Making the graph of all documents …") }),
    });
  } catch (error) {
    progress?.end();
    if (files.length > 1 && error instanceof ChanceryError && isSkippable(error))
      printNote("one document ends the build; --keep-going skips those that can't be read, and what is done is kept either way");
    throw error;
  } finally {
    progress?.end();
  }
  if (options.json === true) await printJson(describe(options.out, summary));
  else if (options.quiet !== true) process.stderr.write(summarize(options, summary));
  for (const { error } of summary.failed) printError(error);
  if (summary.failed.length > 0) process.exitCode = EXIT.failed;
}

function summarize(
  options: BuildCommandOptions,
  { graph, extracted, unchanged, dropped, missing, failed, duplicates }: BuildSummary,
): string {
  const { entities, events, claims } = graph.knowledge;
  const parts = [
    counted(graph.records.length, "document"),
    counted(entities.length, "entity", "entities"),
    counted(events.length, "event"),
    counted(claims.length, "claim"),
    counted(graph.store.size, "quad"),
  ];
  const changes = [`${extracted} extracted`, `${unchanged} unchanged`];
  if (dropped > 0) changes.push(`${dropped} dropped`);
  if (duplicates > 0) changes.push(`${duplicates} the same as another`);
  if (failed.length > 0) changes.push(`${failed.length} failed`);
  const lines = [`${options.out}: ${parts.join(", ")}`, colors.dim(`${changes.join(", ")}`)];
  if (missing.length > 0 && options.prune !== true) {
    const names = missing.length > 3 ? `${missing.slice(0, 3).join(", ")} …` : missing.join(", ");
    lines.push(`${counted(missing.length, "document")} of earlier builds not among the given ones, kept (--prune drops them): ${names}`);
  }
  return `${lines.join("\n")}\n`;
}

const describe = (out: string, { graph, failed, ...counts }: BuildSummary): object => ({
  folder: out,
  documents: graph.records.length,
  entities: graph.knowledge.entities.length,
  events: graph.knowledge.events.length,
  claims: graph.knowledge.claims.length,
  quads: graph.store.size,
  ...counts,
  failed: failed.map(({ file, error }) => ({ file, code: error.code, message: error.message })),
});

interface BuildCommandOptions extends SourceOptions {
  readonly out: string;
  readonly prune?: boolean;
  readonly keepGoing?: boolean;
  readonly watch?: boolean;
  readonly poll?: number;
  readonly json?: boolean;
}
