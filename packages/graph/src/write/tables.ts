import type { Knowledge } from "../knowledge.ts";
import type { PropertyGraph } from "../property-graph.ts";
import { type CellValue, EDGE_COLUMNS, nodeColumns } from "./columns.ts";
import { csvField, type WriteTally } from "./safe-text.ts";

export interface TableOptions {
  /** Put an apostrophe before text that a spreadsheet would run as a formula. Default `false`. */
  readonly excelSafe?: boolean;
  /** Default `,`. */
  readonly delimiter?: string;
  readonly tally?: WriteTally;
}

/** One row an edge, flat: what Maltego, Palladio, Kumu and spreadsheets import. Lists are joined by `; `. */
export function* writeEdgeCsv(graph: PropertyGraph, options: TableOptions = {}): Generator<string> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  yield row(
    [
      "source",
      "sourceLabel",
      "sourceType",
      "relation",
      "target",
      "targetLabel",
      "targetType",
      "directed",
      "weight",
      ...EDGE_COLUMNS.slice(1).map((column) => column.name),
    ],
    options,
  );
  for (const edge of graph.edges) {
    const source = nodes.get(edge.source)!;
    const target = nodes.get(edge.target)!;
    const cells: CellValue[] = [
      source.id,
      source.label,
      source.type,
      edge.predicate,
      target.id,
      target.label,
      target.type,
      edge.directed,
      edge.weight,
    ];
    yield row([...cells, ...EDGE_COLUMNS.slice(1).map((column) => column.valueOf(edge))], options);
  }
}

/** One row a node. */
export function* writeNodeCsv(graph: PropertyGraph, options: TableOptions = {}): Generator<string> {
  const columns = nodeColumns(graph);
  yield row(["id", "label", ...columns.map((column) => column.name)], options);
  for (const node of graph.nodes) yield row([node.id, node.label, ...columns.map((column) => column.valueOf(node))], options);
}

/** One row for each event of each claim, with who says so and where: the table to check an extraction with. */
export function* writeClaimCsv(knowledge: Knowledge, options: TableOptions = {}): Generator<string> {
  const labels = new Map(knowledge.entities.map((entity) => [entity.id, entity.label]));
  const documents = new Map(knowledge.documents.map((document) => [document.id, document]));
  const events = new Map(knowledge.events.map((event) => [event.id, event]));
  const name = (id: string): string => labels.get(id) ?? documents.get(id)?.title ?? id;
  yield row(
    [
      "claim",
      "speaker",
      "onBehalfOf",
      "stance",
      "certainty",
      "polarity",
      "quoteType",
      "date",
      "event",
      "eventType",
      "eventStatus",
      "roles",
      "eventFirst",
      "eventLast",
      "about",
      "quote",
      "document",
      "start",
      "end",
    ],
    options,
  );
  for (const claim of knowledge.claims) {
    const evidence = claim.evidence[0];
    for (const eventId of claim.events.length === 0 ? [undefined] : claim.events) {
      const event = eventId === undefined ? undefined : events.get(eventId);
      const roles = Object.entries(event?.roles ?? {}).map(([role, ids]) => `${role}: ${ids.map(name).join(", ")}`);
      yield row(
        [
          claim.id,
          claim.speakers.map(name),
          claim.onBehalfOf === undefined ? undefined : name(claim.onBehalfOf),
          claim.stance,
          claim.certainty,
          claim.polarity,
          claim.quoteType,
          claim.date,
          eventId,
          event?.type,
          event?.status,
          roles,
          event?.first,
          event?.last,
          claim.about.map(name),
          evidence?.quote,
          evidence?.document,
          evidence?.start,
          evidence?.end,
        ],
        options,
      );
    }
  }
}

function row(cells: readonly CellValue[], options: TableOptions): string {
  const { excelSafe = false, delimiter = ",", tally = { stripped: 0 } } = options;
  const texts = cells.map((cell) =>
    csvField(cell === undefined ? "" : typeof cell === "object" ? cell.join("; ") : String(cell), tally, excelSafe, delimiter),
  );
  return `${texts.join(delimiter)}\r\n`;
}
