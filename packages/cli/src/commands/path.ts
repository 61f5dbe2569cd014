import type { GraphPath } from "@chancery/graph";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { collect, GRAPH_FLAGS, GRAPH_HELP, wholeNumber } from "../options.ts";
import { renderPath } from "../render-path.ts";
import { EXIT } from "../terminal.ts";

/** `chancery path FROM TO` */
export function pathCommand(): Command {
  return new Command("path")
    .description("How two entities are linked: the shortest paths, each step with the sentences that say so.")
    .argument("<from>", "name, alias, ISO code or id")
    .argument("<to>", "name, alias, ISO code or id")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .option("--max-hops <n>", "longest path", wholeNumber(1, 20), 6)
    .option("-n, --paths <n>", "how many paths", wholeNumber(1, 1000), 1)
    .option("--all-statuses", "also walk denied, planned, hypothetical and unconfirmed events")
    .option("--status <status>", "walk only this status (repeatable)", collect, [])
    .option("--predicate <name>", "walk only this kind of edge, e.g. suppliesArmsTo (repeatable)", collect, [])
    .option("--from-date <date>", "only what happened on or after it")
    .option("--to-date <date>", "only what happened on or before it")
    .option("--json", "print JSON")
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText("after", '\nExample:\n  chancery path "North Korea" Ukraine --graph my.graph')
    .action(async (from: string, to: string, options: PathCommandOptions) => {
      const graph = await openGraph(options.graph, options);
      const filter = {
        maxHops: options.maxHops,
        ...(options.allStatuses === true
          ? { statuses: "all" as const }
          : options.status.length > 0
            ? { statuses: options.status as never }
            : {}),
        ...(options.predicate.length > 0 ? { predicates: options.predicate } : {}),
        ...(options.fromDate === undefined ? {} : { from: options.fromDate }),
        ...(options.toDate === undefined ? {} : { to: options.toDate }),
      };
      const paths: GraphPath[] = [];
      if (options.paths === 1) {
        const path = graph.path(from, to, filter);
        if (path !== undefined) paths.push(path);
      } else paths.push(...graph.paths(from, to, { ...filter, maxPaths: options.paths }));
      if (options.json === true) process.stdout.write(`${JSON.stringify(paths, null, 2)}\n`);
      else if (paths.length === 0)
        process.stdout.write(
          `No path of at most ${options.maxHops} steps between ${from} and ${to}.${options.allStatuses === true ? "" : " With --all-statuses denied, planned and hypothetical events are walked, too."}\n`,
        );
      else process.stdout.write(`${paths.map((path) => renderPath(path, graph.knowledge)).join("\n\n")}\n`);
      if (paths.length === 0) process.exitCode = EXIT.failed;
    });
}

interface PathCommandOptions {
  readonly graph: string[];
  readonly kb: string[];
  readonly maxHops: number;
  readonly paths: number;
  readonly allStatuses?: boolean;
  readonly status: string[];
  readonly predicate: string[];
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly json?: boolean;
}
