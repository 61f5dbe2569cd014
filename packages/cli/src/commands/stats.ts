import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { counted, type SourceOptions, sourceOf, withSource } from "../options.ts";
import { colors, print, printJson } from "../terminal.ts";

/** `chancery stats` */
export function statsCommand(): Command {
  return withSource(
    new Command("stats")
      .description("How much of what a graph holds, and which entities its documents name most.")
      .option("--json", "print JSON"),
  )
    .addHelpText("after", "\nExample:\n  chancery stats --graph my.graph")
    .action(async (options: SourceOptions & { json?: boolean }, command: Command) => {
      const graph = await openGraph(await sourceOf(command, options), { records: true });
      const { entities, events, claims, relations, documents } = graph.knowledge;
      const mentions = new Map<string, number>();
      for (const { extraction } of graph.records)
        for (const entity of extraction.entities) mentions.set(entity.id, (mentions.get(entity.id) ?? 0) + entity.mentions.length);
      const data = {
        documents: documents.length,
        quads: graph.store.size,
        entities: tally(entities.map(({ type }) => type)),
        events: tally(events.map(({ type }) => type)),
        statuses: tally(events.map(({ status }) => status)),
        relations: tally(relations.map(({ type }) => type)),
        stances: tally(claims.map(({ stance }) => stance)),
        mostNamed: entities
          .map(({ id, label }) => ({ id, label, mentions: mentions.get(id) ?? 0 }))
          .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
          .slice(0, 10),
      };
      if (options.json === true) return printJson(data);
      const row = (name: string, counts: Readonly<Record<string, number>>): string => {
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        return `${colors.bold(name.padEnd(10))} ${String(total).padStart(6)}  ${Object.entries(counts)
          .map(([key, count]) => `${key} ${count}`)
          .join(", ")}\n`;
      };
      return print([
        `${[counted(data.documents, "document"), counted(data.quads, "quad")].join(", ")}\n`,
        row("entities", data.entities),
        row("events", data.events),
        row("status", data.statuses),
        row("relations", data.relations),
        row("claims", data.stances),
        `${colors.bold("most named")}         ${data.mostNamed.map(({ label, mentions: count }) => `${label} ${count}`).join(", ")}\n`,
      ]);
    });
}

/** Counts by value, most frequent first. */
function tally(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
