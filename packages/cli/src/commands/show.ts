import type { Dossier } from "chancery";
import { Command } from "commander";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, withSource } from "../options.ts";
import { renderQuote } from "../render-path.ts";
import { reasonsOf, renderReasons } from "../render-why.ts";
import { colors, print, printJson } from "../terminal.ts";

/** `chancery show ENTITY` */
export function showCommand(): Command {
  return withSource(
    new Command("show")
      .description("An entity's dossier: what is claimed about it, by whom, with quotes.")
      .argument("<entity>", "name, alias, ISO code or id")
      .option("--why", "also the rule and the words behind each mention, relation, event and claim")
      .option("--json", "print JSON"),
  )
    .addHelpText("after", '\nExamples:\n  chancery show "Bonnie Jenkins" --graph my.graph\n  chancery show PRK --why -g my.graph')
    .action(async (name: string, options: SourceOptions & { json?: boolean; why?: boolean }, command: Command) => {
      const graph = await openGraph(await sourceOf(command, options), { records: true });
      const dossier = graph.dossier(name);
      const why = options.why === true ? reasonsOf(dossier, graph.records) : undefined;
      if (options.json === true) return printJson({ ...dossier, labels: undefined, ...(why === undefined ? {} : { why }) });
      await print(`${renderDossier(dossier)}\n`);
      if (why !== undefined) await print(renderReasons(why));
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
