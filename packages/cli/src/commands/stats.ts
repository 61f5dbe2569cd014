import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { collect, counted, GRAPH_FLAGS, GRAPH_HELP } from "../options.ts";

/** `chancery stats` */
export function statsCommand(): Command {
  return new Command("stats")
    .description("How much of what a graph holds.")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .option("--json", "print JSON")
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText("after", "\nExample:\n  chancery stats --graph my.graph")
    .action(async (options: { graph: string[]; kb: string[]; json?: boolean }) => {
      const graph = await openGraph(options.graph, options);
      const { entities, events, claims, relations, documents } = graph.knowledge;
      const data = {
        documents: documents.length,
        quads: graph.store.size,
        entities: tally(entities.map(({ type }) => type)),
        events: tally(events.map(({ type }) => type)),
        statuses: tally(events.map(({ status }) => status)),
        relations: tally(relations.map(({ type }) => type)),
        stances: tally(claims.map(({ stance }) => stance)),
      };
      if (options.json === true) {
        process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
        return;
      }
      const row = (name: string, counts: Readonly<Record<string, number>>): string => {
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        return `${name.padEnd(10)} ${String(total).padStart(6)}  ${Object.entries(counts)
          .map(([key, count]) => `${key} ${count}`)
          .join(", ")}`;
      };
      process.stdout.write(
        `${[counted(data.documents, "document"), counted(data.quads, "quad")].join(", ")}\n${row("entities", data.entities)}\n${row("events", data.events)}\n${row("status", data.statuses)}\n${row("relations", data.relations)}\n${row("claims", data.stances)}\n`,
      );
    });
}

/** Counts by value, most frequent first. */
function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
