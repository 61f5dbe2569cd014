import { existsSync } from "node:fs";
import { PREFIXES } from "@chancery/rdf";
import { ChanceryError } from "chancery";
import { Command, Option } from "commander";
import { answerQuery, QUERY_FORMATS, type QueryFormat } from "../answer-query.ts";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, wholeNumber, withSource } from "../options.ts";
import { runQueryPrompt } from "../query-prompt.ts";
import { readText } from "../read-file.ts";
import { print } from "../terminal.ts";

/** `chancery query [QUERY]` */
export function queryCommand(): Command {
  return withSource(
    new Command("query")
      .description("Ask SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE. Without a query, a prompt asks for one after the other.")
      .argument("[query]", "query text, a file that holds it, or - for standard input")
      .addOption(new Option("-f, --format <name>", "how to print the answer; triples are printed as Turtle").choices(QUERY_FORMATS))
      .option("--json", "the same as --format json")
      .option("--timeout <seconds>", "give up after so long", wholeNumber(1, 86_400), 60)
      .option("--max-rows <n>", "give up after so many rows", wholeNumber(1, 1_000_000_000)),
  )
    .addHelpText(
      "after",
      `
The prefixes ${Object.keys(PREFIXES).join(", ")} need no declaration. The default graph is the union of all graphs.

Examples:
  chancery query 'SELECT ?who { ?e a chy:Veto ; chy:actor/rdfs:label ?who }' --graph my.graph
  chancery query questions.rq --graph my.graph --format csv
  chancery query -g my.graph                         prompt with history and completion`,
    )
    .action(async (argument: string | undefined, options: QueryCommandOptions, command: Command) => {
      const source = await sourceOf(command, options);
      const format = options.json === true ? "json" : options.format;
      const limits = { timeoutMs: options.timeout * 1000, ...(options.maxRows === undefined ? {} : { maxRows: options.maxRows }) };
      if (argument === undefined && process.stdin.isTTY === true) {
        return runQueryPrompt(await openGraph(source), { ...limits, ...(format === undefined ? {} : { format }) });
      }
      const text = readQuery(argument ?? "-");
      if (text.trim() === "") return command.error("error: name a query, a file that holds one, or - for standard input", { exitCode: 2 });
      return print(answerQuery(await openGraph(source), text, format, limits));
    });
}

function readQuery(argument: string): string {
  if (argument === "-" || isFile(argument)) return readText(argument);
  // One word is no query: somebody meant a file.
  if (/^\S+$/.test(argument) && !argument.includes("{")) {
    throw new ChanceryError("file.not-found", `${argument} is neither a file nor a query.`, {
      remedy: "Name a file that exists, or write a query in quotes: 'SELECT * { ?s ?p ?o } LIMIT 10'",
    });
  }
  return argument;
}

/** A query may be too long for a file's name, or hold what no name may. */
const isFile = (argument: string): boolean => argument.length < 1000 && !argument.includes("{") && existsSync(argument);

interface QueryCommandOptions extends SourceOptions {
  readonly format?: QueryFormat;
  readonly json?: boolean;
  readonly timeout: number;
  readonly maxRows?: number;
}
