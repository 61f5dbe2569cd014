import { writeCsv } from "@chancery/io";
import type { Fact, FactFilter } from "chancery";
import { Command, Option } from "commander";
import { openGraph } from "../open-graph.ts";
import {
  collect,
  collectStatuses,
  collectTypes,
  type EventStatus,
  type EventType,
  type SourceOptions,
  sourceOf,
  withDates,
  withSource,
} from "../options.ts";
import { renderCells } from "../render-table.ts";
import { EXIT, print, printJson } from "../terminal.ts";

/** `chancery facts` */
export function factsCommand(): Command {
  return withSource(
    withDates(
      new Command("facts")
        .description("List events: who did what to whom, whether it happened, when, and who says so.")
        .option("-t, --type <types>", "only events of these types, e.g. ArmsTransfer (list with commas, or repeat)", collectTypes, [])
        .option(
          "-a, --actor <entity>",
          "only events that it has a part in: name, alias, ISO code or id (repeatable: all of them)",
          collect,
          [],
        )
        .option("-s, --status <statuses>", "only events of these statuses, e.g. denied (list with commas, or repeat)", collectStatuses, [])
        .option("--speaker <entity>", "only what it says, in person or through a spokesperson (repeatable: any of them)", collect, []),
    )
      .addOption(new Option("-f, --format <name>", "how to print them").choices(["table", "json", "jsonl", "csv"]).default("table"))
      .option("--json", "the same as --format json")
      .option("--excel-safe", "CSV: disarm what a spreadsheet would run as a formula"),
  )
    .addHelpText(
      "after",
      `
Events without a date are left out where a date is asked for. Exit code 1 tells that nothing was found.

Examples:
  chancery facts -g my.graph --type ArmsTransfer --actor "North Korea"
  chancery facts -g my.graph --status denied,disputed --from-date 2024 --format csv > disputed.csv
  chancery facts -g my.graph --speaker "State Department" --json`,
    )
    .action(async (options: FactsOptions, command: Command) => {
      const source = await sourceOf(command, options);
      const graph = await openGraph(source, { records: true });
      const filter: FactFilter = {
        ...(options.type.length > 0 ? { types: options.type } : {}),
        ...(options.status.length > 0 ? { statuses: options.status } : {}),
        ...(options.actor.length > 0 ? { actors: options.actor } : {}),
        ...(options.speaker.length > 0 ? { speakers: options.speaker } : {}),
        ...(options.fromDate === undefined ? {} : { from: options.fromDate }),
        ...(options.toDate === undefined ? {} : { to: options.toDate }),
      };
      const facts = graph.facts(filter);
      if (facts.length === 0) process.exitCode = EXIT.failed;
      switch (options.json === true ? "json" : options.format) {
        case "json":
          return printJson(facts);
        case "jsonl":
          return print(facts.map((fact) => `${JSON.stringify(fact)}\n`));
        case "csv":
          return print(writeCsv(toRows(facts), { excelSafe: options.excelSafe === true }));
        default:
          return print(renderCells(["date", "status", "event", "said by"], facts.map(toCells)));
      }
    });
}

/** Labels of all who say so, each once. */
const speakersOf = (fact: Fact): readonly string[] => [
  ...new Set(fact.evidence.flatMap(({ speakers }) => speakers.map(({ label }) => label))),
];

const dates = ({ first, last }: Fact): string => (first === last ? (first ?? "") : `${first ?? ".."}/${last ?? ".."}`);

const toCells = (fact: Fact): readonly string[] => [dates(fact), fact.status, fact.summary, speakersOf(fact).join("; ")];

const COLUMNS = [
  "event",
  "type",
  "status",
  "first",
  "last",
  "summary",
  "quantity",
  "speakers",
  "stance",
  "certainty",
  "quote",
  "document",
  "title",
  "start",
  "end",
];

/** One row for each piece of evidence. */
function* toRows(facts: readonly Fact[]): Generator<readonly (string | number | undefined)[]> {
  yield COLUMNS;
  for (const { id, type, status, first, last, summary, quantity, evidence } of facts) {
    for (const { speakers, stance, certainty, quote, document, title, start, end } of evidence) {
      const names = speakers.map(({ label }) => label).join("; ");
      yield [id, type, status, first, last, summary, quantity, names, stance, certainty, quote, document, title, start, end];
    }
  }
}

interface FactsOptions extends SourceOptions {
  readonly type: EventType[];
  readonly actor: string[];
  readonly status: EventStatus[];
  readonly speaker: string[];
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly format: "table" | "json" | "jsonl" | "csv";
  readonly json?: boolean;
  readonly excelSafe?: boolean;
}
