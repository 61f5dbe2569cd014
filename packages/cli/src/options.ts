import { EVENT_STATUSES, EVENT_TYPES } from "chancery";
import { type Command, InvalidArgumentError } from "commander";
import { readConfig } from "./config.ts";
import type { GraphSource } from "./open-graph.ts";

export type EventStatus = (typeof EVENT_STATUSES)[number];
export type EventType = keyof typeof EVENT_TYPES;
export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as readonly EventType[];

/** Option that may be given several times. */
export const collect = (value: string, previous: readonly string[]): string[] => [...previous, value];

/** Option that takes one of some words, in any case, and may be given several times or as a list with commas. */
const collectOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: string, previous: readonly Word[]): Word[] => [
    ...previous,
    ...value.split(",").map((part) => {
      const found = words.find((word) => word.toLowerCase() === part.trim().toLowerCase());
      if (found === undefined) throw new InvalidArgumentError(`It takes one of ${words.join(", ")}.`);
      return found;
    }),
  ];

export const collectStatuses: (value: string, previous: readonly EventStatus[]) => EventStatus[] = collectOf(EVENT_STATUSES);
export const collectTypes: (value: string, previous: readonly EventType[]) => EventType[] = collectOf(EVENT_TYPE_NAMES);

/** Option that takes a whole number from `low` to `high`. */
export const wholeNumber =
  (low: number, high: number) =>
  (value: string): number => {
    const number = Number(value);
    if (value.trim() === "" || !Number.isInteger(number) || number < low || number > high)
      throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    return number;
  };

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** What every command that reads a graph is given. */
export interface SourceOptions {
  readonly graph?: readonly string[];
  readonly kb: readonly string[];
  readonly config?: string;
  readonly quiet?: boolean;
}

/** Adds `--graph`, `--kb`, `--config` and `--quiet`. */
export function withSource(command: Command): Command {
  return withKnowledge(
    command.option("-g, --graph <path...>", "graph folder, or documents to read on the fly; default: what the configuration file names"),
  ).option("-q, --quiet", "no progress");
}

/** Adds `--kb` and `--config`. */
export const withKnowledge = (command: Command): Command =>
  command
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .option("--config <file>", "configuration; default: chancery.config.json or .mjs here or in a folder above");

/** The source of a graph from options and configuration; options win. Ends the command with exit code 2 where neither names a graph. */
export async function sourceOf(command: Command, options: SourceOptions): Promise<GraphSource> {
  const { graph, ...knowledge } = await knowledgeOf(options);
  const named = options.graph ?? graph;
  if (named === undefined || named.length === 0) {
    return command.error("error: name a graph folder or documents with --graph <path>, or in chancery.config.json", { exitCode: 2 });
  }
  return { ...knowledge, graph: named, ...(options.quiet === undefined ? {} : { quiet: options.quiet }) };
}

/** Knowledge base and namespaces from options and configuration, and the configuration's graph. */
export async function knowledgeOf(options: SourceOptions): Promise<Omit<GraphSource, "graph"> & Pick<SourceOptions, "graph">> {
  const config = await readConfig(options.config);
  return {
    kb: options.kb.length > 0 ? options.kb : (config.kb ?? []),
    ...(config.graph === undefined ? {} : { graph: config.graph }),
    ...(config.namespaces === undefined ? {} : { namespaces: config.namespaces }),
  };
}

/** Adds a date range. */
export const withDates = (command: Command): Command =>
  command
    .option("--from-date <date>", "only what happened on or after it (YYYY, YYYY-MM or YYYY-MM-DD)")
    .option("--to-date <date>", "only what happened on or before it");
