import type { EdgeFilter } from "@chancery/graph";
import type { KnowledgeGraph } from "chancery";
import { Argument, Command } from "commander";
import { type EdgeFilterOptions, edgeFilterOf, withEdgeFilter } from "../edge-filter-options.ts";
import { openGraph } from "../open-graph.ts";
import { type SourceOptions, sourceOf, wholeNumber, withSource } from "../options.ts";
import { renderCells } from "../render-table.ts";
import { colors, EXIT, print, printJson } from "../terminal.ts";

/** What can be measured, each as a table for people and as data. */
interface Measured {
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** Said below the table. */
  readonly note?: string;
  readonly data: unknown;
}

/** Names of entities by their id. */
type Label = (id: string) => string;

const rounded = (score: number): string => score.toPrecision(3);

const MEASURES: Readonly<Record<string, (graph: KnowledgeGraph, filter: EdgeFilter, limit: number, label: Label) => Measured>> = {
  overview: (graph, filter, limit, label) => {
    const [degrees, between] = [graph.rank("degree", filter), graph.rank("betweenness", filter)].map(
      (ranking) => new Map(ranking.map(({ id, score }) => [id, score])),
    );
    const { of } = graph.communities(filter);
    const rows = graph
      .rank("pageRank", filter)
      .filter(({ id }) => (degrees?.get(id) ?? 0) > 0)
      .slice(0, limit)
      .map(({ id, score }) => ({
        id,
        label: label(id),
        degree: degrees?.get(id) ?? 0,
        pageRank: score,
        betweenness: between?.get(id) ?? 0,
        community: (of.get(id) ?? 0) + 1,
      }));
    return {
      header: ["entity", "degree", "pagerank", "betweenness", "community"],
      cells: rows.map((row) => [row.label, String(row.degree), rounded(row.pageRank), rounded(row.betweenness), String(row.community)]),
      data: rows,
    };
  },
  degree: ranked("degree", "edges", String),
  pagerank: ranked("pageRank", "pagerank", rounded),
  betweenness: ranked("betweenness", "betweenness", rounded),
  communities: (graph, filter, limit, label) => {
    const { members, modularity } = graph.communities(filter);
    const degrees = new Map(graph.rank("degree", filter).map(({ id, score }) => [id, score]));
    const byDegree = (a: string, b: string): number => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1);
    const found = members
      .filter((group) => group.length > 1)
      .slice(0, limit)
      .map((group, index) => ({ community: index + 1, members: [...group].sort(byDegree).map((id) => ({ id, label: label(id) })) }));
    const named = (all: readonly { readonly label: string }[]): string =>
      `${all
        .slice(0, 8)
        .map(({ label: name }) => name)
        .join(", ")}${all.length > 8 ? " …" : ""}`;
    return {
      header: ["community", "size", "best connected members"],
      cells: found.map(({ community, members: all }) => [String(community), String(all.length), named(all)]),
      note: `modularity ${rounded(modularity)}; entities without an edge are left out`,
      data: { modularity, communities: found },
    };
  },
  bridges: (graph, filter, limit, label) => {
    const found = graph.weakTies(filter).bridges.slice(0, limit);
    return {
      header: ["entity", "tied to", "cuts off"],
      cells: found.map(({ source, target, cutsOff }) => [label(source), label(target), String(cutsOff)]),
      data: found.map((bridge) => ({ ...bridge, labels: [label(bridge.source), label(bridge.target)] })),
    };
  },
  "cut-points": (graph, filter, limit, label) => {
    const found = graph.weakTies(filter).cutPoints.slice(0, limit);
    return {
      header: ["entity", "parts without it", "cuts off"],
      cells: found.map(({ id, parts, cutsOff }) => [label(id), String(parts), String(cutsOff)]),
      data: found.map((point) => ({ ...point, label: label(point.id) })),
    };
  },
  holes: (graph, filter, limit, label) => {
    // One or two neighbours span nothing worth the name.
    const found = graph
      .structuralHoles(filter)
      .filter(({ neighbours }) => neighbours > 2)
      .slice(0, limit);
    return {
      header: ["entity", "neighbours", "effective size", "constraint"],
      cells: found.map(({ id, neighbours, effectiveSize, constraint }) => [
        label(id),
        String(neighbours),
        effectiveSize.toFixed(1),
        rounded(constraint),
      ]),
      note: "the lower the constraint, the more separate parties meet only through the entity (Burt 1992)",
      data: found.map((hole) => ({ ...hole, label: label(hole.id) })),
    };
  },
};

function ranked(by: Parameters<KnowledgeGraph["rank"]>[0], title: string, text: (score: number) => string) {
  return (graph: KnowledgeGraph, filter: EdgeFilter, limit: number, label: Label): Measured => {
    // PageRank gives everybody a little; who has no edge here has no place in a list.
    const tied = new Set(graph.rank("degree", filter).flatMap(({ id, score }) => (score > 0 ? [id] : [])));
    const found = graph
      .rank(by, filter)
      .filter(({ id, score }) => score > 0 && tied.has(id))
      .slice(0, limit)
      .map(({ id, score }) => ({ id, label: label(id), score }));
    return { header: ["entity", title], cells: found.map(({ label: name, score }) => [name, text(score)]), data: found };
  };
}

/** `chancery measure [MEASURE]` */
export function measureCommand(): Command {
  return withSource(
    withEdgeFilter(
      new Command("measure")
        .description("Who is central, who belongs together, and on whom the connection of others hangs.")
        .addArgument(new Argument("[measure]", "what to measure").choices(Object.keys(MEASURES)).default("overview"))
        .option("-n, --limit <n>", "longest list", wholeNumber(1, 1_000_000), 20)
        .option("--json", "print JSON"),
    ),
  )
    .addHelpText(
      "after",
      `
Measures, over the edges that \`path\` walks:
  overview      by PageRank, with degree, betweenness and community
  degree        number of edges
  pagerank      weight of those who point to it (Page et al. 1999)
  betweenness   share of shortest paths that lead through it (Brandes 2001)
  communities   groups with more to do with each other than with the rest (Louvain)
  bridges       ties without which a part of the graph falls off
  cut-points    entities without which a part of the graph falls off
  holes         who stands between parties that do not deal with each other (Burt 1992)

Examples:
  chancery measure -g my.graph
  chancery measure betweenness --predicate suppliesArmsTo --all-statuses -g my.graph
  chancery measure communities --from-date 2024 --limit 5 --json -g my.graph`,
    )
    .action(async (name: string, options: MeasureOptions, command: Command) => {
      const graph = await openGraph(await sourceOf(command, options), { records: true });
      const labels = new Map([
        ...graph.knowledge.entities.map(({ id, label }) => [id, label] as const),
        ...graph.knowledge.documents.map(({ id, title }) => [id, title ?? id] as const),
      ]);
      const measure = MEASURES[name] ?? MEASURES["overview"];
      const measured = measure?.(graph, edgeFilterOf(options), options.limit, (id) => labels.get(id) ?? id);
      if (measured === undefined) return;
      if (measured.cells.length === 0) process.exitCode = EXIT.failed;
      if (options.json === true) return printJson(measured.data);
      await print(renderCells(measured.header, measured.cells));
      if (measured.note !== undefined) await print(colors.dim(`${measured.note}\n`));
    });
}

interface MeasureOptions extends SourceOptions, EdgeFilterOptions {
  readonly limit: number;
  readonly json?: boolean;
}
