import type { GraphPath } from "@chancery/graph";
import { Command } from "commander";
import { type EdgeFilterOptions, edgeFilterOf, withEdgeFilter } from "../edge-filter-options.ts";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, wholeNumber, withSource } from "../options.ts";
import { renderPath } from "../render-path.ts";
import { EXIT, print, printJson } from "../terminal.ts";

/** `chancery path FROM TO` */
export function pathCommand(): Command {
  return withSource(
    withEdgeFilter(
      new Command("path")
        .description("How two entities are linked: the shortest paths, each step with the sentences that say so.")
        .argument("<from>", "name, alias, ISO code or id")
        .argument("<to>", "name, alias, ISO code or id")
        .option("--max-hops <n>", "longest path", wholeNumber(1, 20), 6)
        .option("-n, --paths <n>", "how many paths", wholeNumber(1, 1000), 1)
        .option("--json", "print JSON"),
    ),
  )
    .addHelpText(
      "after",
      '\nExit code 1 tells that there is no path.\n\nExamples:\n  chancery path "North Korea" Ukraine --graph my.graph\n  chancery path PRK RUS --predicate suppliesArmsTo --paths 5 --json -g my.graph',
    )
    .action(async (from: string, to: string, options: PathCommandOptions, command: Command) => {
      const graph = await openGraph(await sourceOf(command, options), { records: true });
      const filter = { maxHops: options.maxHops, ...edgeFilterOf(options) };
      const paths: GraphPath[] = [];
      if (options.paths === 1) {
        const path = graph.path(from, to, filter);
        if (path !== undefined) paths.push(path);
      } else paths.push(...graph.paths(from, to, { ...filter, maxPaths: options.paths }));
      if (options.json === true) await printJson(paths);
      else if (paths.length === 0)
        await print(
          `No path of at most ${options.maxHops} steps between ${from} and ${to}.${options.allStatuses === true ? "" : " With --all-statuses denied, planned and hypothetical events are walked, too."}\n`,
        );
      else await print(`${paths.map((path) => renderPath(path, graph.knowledge)).join("\n\n")}\n`);
      if (paths.length === 0) process.exitCode = EXIT.failed;
    });
}

interface PathCommandOptions extends SourceOptions, EdgeFilterOptions {
  readonly maxHops: number;
  readonly paths: number;
  readonly json?: boolean;
}
