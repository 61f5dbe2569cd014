import { Command } from "commander";
import { openGraphFolder } from "../folder/graph-folder.ts";
import { verifyFolder } from "../folder/verify-folder.ts";
import { counted } from "../options.ts";
import { colors, EXIT, print, printJson } from "../terminal.ts";

/** `chancery verify FOLDER` */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check all of a graph folder: hashes, every quote at its offsets, references, quads.")
    .argument("<folder>", "graph folder")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExit code 1 tells that something is wrong. Damaged quads are made again by `chancery compact`, damaged documents by `chancery build`.\n\nExample:\n  chancery verify my.graph",
    )
    .action(async (folder: string, options: { json?: boolean }) => {
      const report = await verifyFolder(openGraphFolder(folder));
      const { documents, quotes, quads, problems } = report;
      if (problems.length > 0) process.exitCode = EXIT.failed;
      if (options.json === true) return printJson(report);
      const lines = problems.map(
        ({ kind, where, path, message }) => `${colors.red(kind)} ${where}${path === undefined ? "" : ` ${path}`}: ${message}\n`,
      );
      const verdict = problems.length === 0 ? "all is well" : counted(problems.length, "problem");
      return print([
        ...lines,
        `${folder}: ${verdict}; ${counted(documents, "document")}, ${counted(quotes, "span")} and ${counted(quads, "quad")} checked\n`,
      ]);
    });
}
