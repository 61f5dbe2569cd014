import { Argument, Command, type Option } from "commander";
import { print } from "../terminal.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

/** What a shell has to know of one command. */
interface Described {
  readonly name: string;
  readonly description: string;
  /** Values of the first argument, where they are fixed. */
  readonly values: readonly string[];
  readonly options: readonly {
    readonly short?: string;
    readonly long: string;
    readonly description: string;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
  }[];
}

/** `chancery completion SHELL` */
export function completionCommand(): Command {
  return new Command("completion")
    .description("Print a script that lets a shell complete commands, options and their values.")
    .addArgument(new Argument("<shell>", "shell").choices(SHELLS))
    .addHelpText(
      "after",
      `
Examples:
  source <(chancery completion bash)                                          in ~/.bashrc
  chancery completion zsh > "\${fpath[1]}/_chancery"
  chancery completion fish > ~/.config/fish/completions/chancery.fish`,
    )
    .action((shell: Shell, _options: unknown, command: Command) => {
      const commands = (command.parent?.commands ?? []).map(describe);
      return print({ bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands));
    });
}

function describe(command: Command): Described {
  const options = command.options.map((option: Option) => ({
    ...(option.short === undefined ? {} : { short: option.short }),
    long: option.long ?? "",
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  }));
  return {
    name: command.name(),
    description: command.description(),
    values: command.registeredArguments[0]?.argChoices ?? [],
    options: [...options, { short: "-h", long: "--help", description: "print help", takesValue: false, choices: [] }],
  };
}

const names = ({ options }: Described): string =>
  options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long])).join(" ");

function bashScript(commands: readonly Described[]): string {
  const choices = commands.flatMap((command) =>
    command.options
      .filter(({ choices: some }) => some.length > 0)
      .map(
        ({ short, long, choices: some }) =>
          `    ${[short, long].flatMap((flag) => (flag === undefined ? [] : [`"${command.name} ${flag}"`])).join("|")}) words="${some.join(" ")}" ;;`,
      ),
  );
  const values = commands
    .filter((command) => command.values.length > 0)
    .map((command) => `    "${command.name} ${command.name}") words="${command.values.join(" ")}" ;;`);
  return `# bash completion of chancery
_chancery() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} $previous" in
${[...values, ...choices].join("\n")}
  esac
  if [ -z "$words" ] && [ "\${current#-}" != "$current" ]; then
    case "\${COMP_WORDS[1]}" in
${commands.map((command) => `      ${command.name}) words="${names(command)}" ;;`).join("\n")}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -o bashdefault -F _chancery chancery
`;
}

/** Text within single quotes of any of the shells. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
/** zsh's _arguments gives brackets and colons a meaning. */
const zshText = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&");

function zshScript(commands: readonly Described[]): string {
  const specs = ({ options }: Described): string =>
    options
      .flatMap(({ short, long, description, takesValue, choices }) => {
        const value = takesValue ? (choices.length > 0 ? `:value:(${choices.join(" ")})` : ":value:_files") : "";
        return [short, long].flatMap((flag) => (flag === undefined ? [] : [quoted(`*${flag}[${zshText(description)}]${value}`)]));
      })
      .join(" ");
  const first = ({ values }: Described): string => (values.length === 0 ? "" : `${quoted(`1:value:(${values.join(" ")})`)} `);
  return `#compdef chancery
_chancery() {
  local -a commands
  commands=(${commands.map(({ name, description }) => quoted(`${name}:${zshText(description)}`)).join(" ")})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${commands.map((command) => `    ${command.name}) _arguments ${specs(command)} ${first(command)}'*:file:_files' ;;`).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_chancery" ]; then _chancery "$@"; else compdef _chancery chancery; fi
`;
}

function fishScript(commands: readonly Described[]): string {
  const single = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;
  const lines = commands.flatMap(({ name, description, options, values }) => [
    `complete -c chancery -n __fish_use_subcommand -f -a ${name} -d ${single(description)}`,
    ...(values.length === 0 ? [] : [`complete -c chancery -n '__fish_seen_subcommand_from ${name}' -f -a ${single(values.join(" "))}`]),
    ...options.map(
      ({ short, long, description: help, takesValue, choices }) =>
        `complete -c chancery -n '__fish_seen_subcommand_from ${name}'${short === undefined ? "" : ` -s ${short.slice(1)}`} -l ${long.slice(2)} -d ${single(help)}${
          choices.length > 0 ? ` -x -a ${single(choices.join(" "))}` : takesValue ? " -r" : ""
        }`,
    ),
  ]);
  return `# fish completion of chancery\n${lines.join("\n")}\n`;
}
