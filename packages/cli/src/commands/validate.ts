import { readFileSync } from "node:fs";
import { ChanceryError, checkExtraction, type ExtractionProblem } from "chancery";
import { Command } from "commander";
import { isGraphFolder, openGraphFolder, readRecords } from "../folder/graph-folder.ts";
import { counted } from "../options.ts";
import { colors, EXIT, print, printJson } from "../terminal.ts";

interface Finding extends ExtractionProblem {
  /** Document id, or where it has none its place in the input. */
  readonly document: string;
}

/** `chancery validate INPUT…` */
export function validateCommand(): Command {
  return new Command("validate")
    .description(
      "Check extraction JSON or a graph folder against the data contract: shape, closed vocabularies, references, spans, quotes.",
    )
    .argument("<inputs...>", "extraction JSON, JSON Lines, a graph folder, or - for standard input")
    .option("--text <file>", "the document's text, to check spans and quotes with (one extraction only)")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
For extractions that other programs or people have made or changed. Exit code 1 tells that something is wrong.

Examples:
  chancery extract statement.txt | chancery validate - --text statement.txt
  chancery validate my.graph`,
    )
    .action(async (inputs: string[], options: { text?: string; json?: boolean }) => {
      const text = options.text === undefined ? undefined : readText(options.text);
      const checked = inputs.flatMap((input) => [...extractionsOf(input)]);
      if (text !== undefined && checked.length !== 1) {
        throw new ChanceryError("file.bad-extraction", `--text gives one document's text, but there are ${checked.length} extractions.`, {
          remedy: "Validate one extraction at a time, or a graph folder, which has its texts.",
        });
      }
      const findings = checked.flatMap(({ name, extraction, text: own }) =>
        checkExtraction(extraction, own ?? text).map((problem): Finding => ({ document: idOf(extraction) ?? name, ...problem })),
      );
      if (findings.length > 0) process.exitCode = EXIT.failed;
      if (options.json === true) return printJson({ checked: checked.length, problems: findings });
      return print([
        ...findings.map(({ document, kind, path, message }) => `${document} ${colors.red(kind)} ${path}: ${message}\n`),
        `${counted(checked.length, "extraction")} checked, ${findings.length === 0 ? "all as they should be" : counted(findings.length, "problem")}\n`,
      ]);
    });
}

const idOf = (extraction: unknown): string | undefined => {
  const id = (extraction as { document?: { id?: unknown } } | null)?.document?.id;
  return typeof id === "string" ? id : undefined;
};

function* extractionsOf(input: string): Generator<{ readonly name: string; readonly extraction: unknown; readonly text?: string }> {
  if (input !== "-" && isGraphFolder(input)) {
    for (const { text, extraction } of readRecords(openGraphFolder(input))) yield { name: extraction.document.id, extraction, text };
    return;
  }
  const content = readText(input);
  const whole = parse(content);
  if (whole !== undefined) {
    const list = Array.isArray(whole) ? whole : [whole];
    for (const [index, extraction] of list.entries()) yield { name: list.length === 1 ? input : `${input}[${index}]`, extraction };
    return;
  }
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    const extraction = parse(line);
    if (extraction === undefined) {
      throw new ChanceryError("file.bad-extraction", `${input} is neither JSON nor JSON Lines.`, {
        place: { source: input, line: index + 1 },
        remedy: "Give it what `chancery extract` prints.",
      });
    }
    yield { name: `${input}:${index + 1}`, extraction };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (cause) {
    throw new ChanceryError("file.unreadable", `${path === "-" ? "Standard input" : path} can't be read: ${(cause as Error).message}`, {
      place: { source: path },
      cause,
    });
  }
}
