import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.ts";
import { compactCommand } from "./commands/compact.ts";
import { completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { extractCommand } from "./commands/extract.ts";
import { factsCommand } from "./commands/facts.ts";
import { manCommand } from "./commands/man.ts";
import { measureCommand } from "./commands/measure.ts";
import { openCommand } from "./commands/open.ts";
import { pathCommand } from "./commands/path.ts";
import { queryCommand } from "./commands/query.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";
import { statsCommand } from "./commands/stats.ts";
import { validateCommand } from "./commands/validate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { EXIT, EXIT_HELP, exitCodeOf, printError, printNote } from "./terminal.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

/**
 * Runs the command with the arguments that follow its name.
 *
 * @returns The exit code; everything else went to standard output and standard error.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  process.exitCode = EXIT.done;
  try {
    await createProgram().parseAsync(args, { from: "user" });
    return Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const code = exitCodeOf(error);
    if (code === EXIT.interrupted) printNote("interrupted; run again, it goes on where it was");
    else printError(error);
    return code;
  }
}

function createProgram(): Command {
  const program = new Command("chancery")
    .description("Documents about international security in, an attributed knowledge graph out.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .showHelpAfterError("(run with --help for usage and examples)")
    .showSuggestionAfterError(true)
    .addHelpText(
      "after",
      `
Examples:
  chancery build reports/ --out my.graph            read a folder, keep the graph; again: only what is new
  chancery facts --type ArmsTransfer -g my.graph    who did what to whom, and who says so
  chancery show "North Korea" --graph my.graph      what is claimed about it, by whom
  chancery path "North Korea" Ukraine -g my.graph   how two are linked, with the sentences
  chancery measure -g my.graph                      who is central, who belongs together
  chancery explain statement.txt                    how each sentence was read, and by which rules
  chancery query questions.rq -g my.graph           ask SPARQL
  chancery export --format gexf -o graph.gexf -g my.graph
  chancery open -g my.graph                         the graph as a web page

${EXIT_HELP}`,
    )
    .exitOverride();

  const commands = [
    buildCommand,
    extractCommand,
    explainCommand,
    factsCommand,
    showCommand,
    pathCommand,
    measureCommand,
    queryCommand,
    statsCommand,
    diffCommand,
    exportCommand,
    openCommand,
    serveCommand,
    verifyCommand,
    validateCommand,
    compactCommand,
    completionCommand,
    manCommand,
  ];
  for (const command of commands) program.addCommand(command());
  for (const command of program.commands) command.exitOverride().showHelpAfterError("(run with --help for usage and examples)");
  return program;
}
