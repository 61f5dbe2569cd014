import type { Dossier } from "chancery";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { collect, GRAPH_FLAGS, GRAPH_HELP } from "../options.ts";
import { renderQuote } from "../render-path.ts";
import { colors } from "../terminal.ts";

/** `chancery show ENTITY` */
export function showCommand(): Command {
  return new Command("show")
    .description("An entity's dossier: what is claimed about it, by whom, with quotes.")
    .argument("<entity>", "name, alias, ISO code or id")
    .requiredOption(GRAPH_FLAGS, GRAPH_HELP)
    .option("--json", "print JSON")
    .option("--kb <file>", "file with further knowledge-base records (repeatable)", collect, [])
    .addHelpText("after", '\nExample:\n  chancery show "Bonnie Jenkins" --graph my.graph')
    .action(async (name: string, options: { graph: string[]; kb: string[]; json?: boolean }) => {
      const graph = await openGraph(options.graph, options);
      const dossier = graph.dossier(name);
      process.stdout.write(
        options.json === true ? `${JSON.stringify({ ...dossier, labels: undefined }, null, 2)}\n` : `${renderDossier(dossier)}\n`,
      );
    });
}

function renderDossier({ entity, relations, events, claimsAbout, claimsBy, labels }: Dossier): string {
  const lines = [`${colors.bold(entity.label)}  ${colors.dim(`${entity.type} · ${entity.id}`)}`];
  if (entity.aliases !== undefined && entity.aliases.length > 0) lines.push(colors.dim(`also: ${entity.aliases.slice(0, 12).join(", ")}`));
  const section = (title: string, count: number): void => {
    if (count > 0) lines.push("", colors.bold(`${title} (${count})`));
  };
  section("Relations", relations.length);
  for (const { relation, summary } of relations)
    lines.push(`  ${summary}`, ...relation.evidence.slice(0, 1).flatMap((evidence) => renderQuote(evidence, labels)));
  section("Events", events.length);
  for (const { event, summary } of events) {
    lines.push(`  ${colors.cyan(summary)} ${colors.dim(`[${event.status}${event.first === undefined ? "" : `, ${event.first}`}]`)}`);
    lines.push(...event.evidence.slice(0, 3).flatMap((evidence) => renderQuote(evidence, labels)));
  }
  for (const [title, claims] of [
    ["Said about it", claimsAbout],
    ["Said by it or on its behalf", claimsBy],
  ] as const) {
    section(title, claims.length);
    for (const claim of claims) lines.push(...claim.evidence.slice(0, 1).flatMap((evidence) => renderQuote(evidence, labels)));
  }
  return lines.join("\n");
}
