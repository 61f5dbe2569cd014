import type { GraphNode, PropertyGraph } from "../property-graph.ts";
import { type CellValue, type Column, EDGE_COLUMNS, nodeColumns } from "./columns.ts";
import { csvField, type WriteTally } from "./safe-text.ts";

/** One file of an export made of several. */
export interface ExportFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/**
 * Three files for Neo4j: `nodes.csv` and `relationships.csv` with the headers of `neo4j-admin database import`, and `load.cypher`, which loads the same
 * files into a running database with MERGE and can be run again. Ids are unique and no relationship dangles, both faults to the importer.
 * An undirected edge becomes one relationship from source to target with `directed` false.
 */
export function writeNeo4j(graph: PropertyGraph, options: { readonly tally?: WriteTally } = {}): readonly ExportFile[] {
  const tally = options.tally ?? { stripped: 0 };
  return [
    { name: "nodes.csv", chunks: nodeRows(graph, tally) },
    { name: "relationships.csv", chunks: relationshipRows(graph, tally) },
    { name: "load.cypher", chunks: loadScript(graph) },
  ];
}

const LIST_DELIMITER = ";";

function* nodeRows(graph: PropertyGraph, tally: WriteTally): Generator<string> {
  const columns = namedColumns(graph);
  yield line(["id:ID", ":LABEL", "name", ...columns.map(header)], tally);
  for (const node of graph.nodes) {
    yield line([node.id, ["Entity", labelName(node.type)], node.label, ...columns.map((column) => column.valueOf(node))], tally);
  }
}

function* relationshipRows(graph: PropertyGraph, tally: WriteTally): Generator<string> {
  yield line([":START_ID", ":END_ID", ":TYPE", "id", "weight:double", "directed:boolean", ...EDGE_COLUMNS.map(header)], tally);
  for (const edge of graph.edges) {
    const cells: CellValue[] = [edge.source, edge.target, relationshipType(edge.predicate), edge.id, edge.weight, edge.directed];
    yield line([...cells, ...EDGE_COLUMNS.map((column) => column.valueOf(edge))], tally);
  }
}

/** The node columns under names that are safe in Cypher and stay different from each other. */
function namedColumns(graph: PropertyGraph): readonly Column<GraphNode>[] {
  const taken = new Set(["id", "name"]);
  return nodeColumns(graph).map((column) => {
    const safe = propertyName(column.name);
    let name = safe;
    for (let i = 2; taken.has(name); i++) name = `${safe}_${i}`;
    taken.add(name);
    return { ...column, name };
  });
}

function header<T>(column: Column<T>): string {
  const { name } = column;
  switch (column.type) {
    case "string":
      return name;
    case "integer":
      return `${name}:long`;
    case "list":
      return `${name}:string[]`;
    default:
      return `${name}:${column.type}`;
  }
}

function* loadScript(graph: PropertyGraph): Generator<string> {
  const columns = namedColumns(graph);
  yield "// Put nodes.csv and relationships.csv into the import folder of the database, then run this in Cypher Shell or the browser (Neo4j 5).\n";
  yield "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n\n";
  for (const type of [...new Set(graph.nodes.map((node) => labelName(node.type)))].sort()) {
    yield `LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.\`:LABEL\` = 'Entity${LIST_DELIMITER}${type}'\n`;
    yield `MERGE (n:Entity {id: row.\`id:ID\`}) SET n:\`${type}\`, n.name = row.name${columns.map((column) => assignment("n", column)).join("")};\n\n`;
  }
  for (const type of [...new Set(graph.edges.map((edge) => relationshipType(edge.predicate)))].sort()) {
    yield `LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.\`:TYPE\` = '${type}'\n`;
    yield "MATCH (a:Entity {id: row.`:START_ID`}), (b:Entity {id: row.`:END_ID`})\n";
    const fixed = ", r.weight = toFloat(row.`weight:double`), r.directed = toBoolean(row.`directed:boolean`)";
    yield `MERGE (a)-[r:\`${type}\` {id: row.id}]->(b) SET r.id = row.id${fixed}${EDGE_COLUMNS.map((column) => assignment("r", column)).join("")};\n\n`;
  }
}

function assignment<T>(variable: string, column: Column<T>): string {
  const { name } = column;
  const value = `row.\`${header(column)}\``;
  const converted: Record<typeof column.type, string> = {
    string: value,
    boolean: `toBoolean(${value})`,
    integer: `toInteger(${value})`,
    double: `toFloat(${value})`,
    list: `split(${value}, '${LIST_DELIMITER}')`,
  };
  return `, ${variable}.\`${name}\` = ${converted[column.type]}`;
}

/** `suppliesArmsTo` → `SUPPLIES_ARMS_TO`; nothing but letters, digits and `_` can get into the script. */
function relationshipType(predicate: string): string {
  const words = predicate.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
  return words.replace(/[^A-Z0-9_]/g, "_") || "RELATED_TO";
}

function labelName(type: string): string {
  return type.replace(/[^A-Za-z0-9_]/g, "_") || "Thing";
}

function propertyName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, "_") || "value";
}

function line(cells: readonly CellValue[], tally: WriteTally): string {
  const texts = cells.map((cell) => {
    if (cell === undefined) return "";
    // The importer splits lists at the delimiter whatever the quoting, so it may not stand inside an item.
    if (typeof cell === "object")
      return csvField(cell.map((item) => item.replaceAll(LIST_DELIMITER, ",")).join(LIST_DELIMITER), tally, false);
    return csvField(String(cell), tally, false);
  });
  // LOAD CSV takes a backslash before a quote for an escape of the quote; a space between them keeps both readings apart.
  return `${texts.map((text) => text.replace(/\\(?="|$)/g, "\\ ")).join(",")}\n`;
}
