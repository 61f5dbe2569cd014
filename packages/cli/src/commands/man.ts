import { Command } from "commander";
import { EXIT_HELP, print } from "../terminal.ts";

/** `chancery man` */
export function manCommand(): Command {
  return new Command("man")
    .description("Print the manual page: all commands with their options and examples.")
    .addHelpText("after", "\nExamples:\n  chancery man | man -l -\n  chancery man > ~/.local/share/man/man1/chancery.1")
    .action((_options: unknown, command: Command) => print(manualPage(command.parent ?? command)));
}

function* manualPage(program: Command): Generator<string> {
  yield `.TH CHANCERY 1 "" "chancery ${program.version() ?? ""}" "User Commands"\n`;
  yield section("NAME");
  yield `chancery \\- ${escaped(program.description())}\n`;
  yield section("SYNOPSIS");
  yield ".B chancery\n\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n";
  yield section("COMMANDS");
  for (const command of program.commands) yield `.TP\n.B ${escaped(command.name())}\n${escaped(command.description())}\n`;
  for (const command of program.commands) {
    yield section(`CHANCERY ${command.name().toUpperCase()}`);
    yield preformatted(helpOf(command));
  }
  yield section("EXIT STATUS");
  yield `${escaped(EXIT_HELP)}\n`;
  yield section("ENVIRONMENT");
  yield ".TP\n.B NO_COLOR\nno colours, if it is not empty\n.TP\n.B CHANCERY_HISTORY\nfile that keeps earlier queries of the prompt; default ~/.chancery_history\n";
  yield section("FILES");
  yield ".TP\n.B chancery.config.json, chancery.config.mjs\nconfiguration, looked for in this folder and those above\n";
}

const section = (title: string): string => `.SH ${title}\n`;

/** The help as it is printed, examples included. */
function helpOf(command: Command): string {
  let text = "";
  const before = command.configureOutput();
  command.configureOutput({
    writeOut: (piece) => {
      text += piece;
    },
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  command.configureOutput(before);
  return text.trimEnd();
}

const preformatted = (text: string): string => `.nf\n${text.split("\n").map(escaped).join("\n")}\n.fi\n`;

/** Text for roff: its escape character, hyphens that must stay such, and lines that look like requests. */
const escaped = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/, "\\&");
