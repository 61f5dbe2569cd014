import { existsSync, readFileSync } from "node:fs";
import { writeQuads } from "@chancery/io";
import { PREFIXES } from "@chancery/rdf";
import { prepare, type ResultFormat, type Row, writeResults } from "@chancery/sparql";
import { Command, Option } from "commander";
import { openGraph } from "../open-graph.ts";
import { collect, GRAPH_FLAGS, GRAPH_HELP, wholeNumber } from "../options.ts";
import { renderTable } from "../render-table.ts";

/** `chancery query QUERY` */
export function queryCommand(): Command {
  return new Command("query")
    .description("Ask SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.")
    .argument("<query>", "query text, a file that holds it, or - for standard input")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .addOption(
      new Option("-f, --format <name>", "how to print the answer; triples are printed as Turtle").choices([
        "table",
        "json",
        "xml",
        "csv",
        "tsv",
        "turtle",
        "n-triples",
        "json-ld",
      ]),
    )
    .option("--timeout <seconds>", "give up after so long", wholeNumber(1, 86_400), 60)
    .option("--max-rows <n>", "give up after so many rows", wholeNumber(1, 1_000_000_000))
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText(
      "after",
      `
The prefixes ${Object.keys(PREFIXES).join(", ")} need no declaration. The default graph is the union of all graphs.

Examples:
  chancery query 'SELECT ?who { ?e a chy:Veto ; chy:actor/rdfs:label ?who }' --graph my.graph
  chancery query questions.rq --graph my.graph --format csv`,
    )
    .action(async (argument: string, options: QueryCommandOptions) => {
      const text = argument === "-" ? readFileSync(0, "utf8") : existsSync(argument) ? readFileSync(argument, "utf8") : argument;
      const query = prepare(text, { prefixes: PREFIXES });
      const graph = await openGraph(options.graph, options);
      const limits = { timeoutMs: options.timeout * 1000, ...(options.maxRows === undefined ? {} : { maxRows: options.maxRows }) };
      const { format } = options;
      switch (query.form) {
        case "select": {
          const rows = graph.select(query, limits);
          print(
            isTabular(format)
              ? writeResults({ variables: rows.variables, rows }, format)
              : renderTable(rows.variables, rows as Iterable<Row>),
          );
          return;
        }
        case "ask": {
          const answer = graph.ask(query, limits);
          print(format === "json" || format === "xml" ? writeResults(answer, format) : [`${answer ? "yes" : "no"}\n`]);
          return;
        }
        default: {
          const triples = query.form === "construct" ? graph.construct(query, limits) : graph.describe(query, limits);
          print(writeQuads(triples, format === "n-triples" || format === "json-ld" ? format : "turtle"));
        }
      }
    });
}

const isTabular = (format: string | undefined): format is ResultFormat =>
  format === "json" || format === "xml" || format === "csv" || format === "tsv";

function print(pieces: Iterable<string>): void {
  for (const piece of pieces) process.stdout.write(piece);
}

interface QueryCommandOptions {
  readonly graph: string[];
  readonly kb: string[];
  readonly format?: string;
  readonly timeout: number;
  readonly maxRows?: number;
}
