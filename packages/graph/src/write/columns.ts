import type { GraphEdge, GraphNode, PropertyGraph } from "../property-graph.ts";

/** Type of a column in a typed export. Lists are lists of strings. */
export type ColumnType = "string" | "boolean" | "integer" | "double" | "list";

export type CellValue = string | boolean | number | readonly string[] | undefined;

export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  readonly valueOf: (item: T) => CellValue;
}

/** Columns of the node table: type and aliases, then whatever further attributes the nodes have, typed by all their values. */
export function nodeColumns(graph: PropertyGraph): readonly Column<GraphNode>[] {
  const types = new Map<string, ColumnType>();
  for (const node of graph.nodes) {
    for (const [name, value] of Object.entries(node.attributes ?? {})) types.set(name, widen(types.get(name), typeOf(value)));
  }
  // Names that readers give a meaning of their own.
  const taken = new Set(["type", "aliases", "label", "id", "x", "y", "z", "size", "color"]);
  const extra = [...types]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([name, type]): Column<GraphNode> => {
      const column = taken.has(name) ? `attribute ${name}` : name;
      return { name: column, type, valueOf: (node) => convert(node.attributes?.[name], type) };
    });
  return [
    { name: "type", type: "string", valueOf: (node) => node.type },
    { name: "aliases", type: "list", valueOf: (node) => node.aliases },
    ...extra,
  ];
}

/** Columns of the edge table. `weight` is not among them: formats have their own place for it. */
export const EDGE_COLUMNS: readonly Column<GraphEdge>[] = [
  { name: "predicate", type: "string", valueOf: (edge) => edge.predicate },
  { name: "factKind", type: "string", valueOf: (edge) => edge.kind },
  { name: "status", type: "string", valueOf: (edge) => edge.status },
  { name: "eventType", type: "string", valueOf: (edge) => edge.eventType },
  { name: "first", type: "string", valueOf: (edge) => edge.first },
  { name: "last", type: "string", valueOf: (edge) => edge.last },
  { name: "events", type: "list", valueOf: (edge) => edge.events },
  { name: "items", type: "list", valueOf: (edge) => edge.items },
  { name: "speakers", type: "list", valueOf: (edge) => edge.speakers },
  { name: "documents", type: "list", valueOf: (edge) => edge.documents },
  { name: "sources", type: "integer", valueOf: (edge) => edge.documents.length },
  { name: "quotes", type: "list", valueOf: (edge) => [...new Set(edge.evidence.map((item) => item.quote))] },
];

/** Whether a cell has anything to write. */
export function isPresent(value: CellValue): value is Exclude<CellValue, undefined> {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function typeOf(value: string | number | boolean): ColumnType {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "string";
  return Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31 ? "integer" : "double";
}

function widen(before: ColumnType | undefined, now: ColumnType): ColumnType {
  if (before === undefined || before === now) return now;
  const numeric = (type: ColumnType): boolean => type === "integer" || type === "double";
  return numeric(before) && numeric(now) ? "double" : "string";
}

function convert(value: string | number | boolean | undefined, type: ColumnType): CellValue {
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return undefined;
  return type === "string" ? String(value) : value;
}
