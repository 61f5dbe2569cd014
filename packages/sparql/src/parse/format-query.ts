import { unreachable } from "@chancery/rdf";
import type { DatasetSyntax, GraphReferenceSyntax, QuadsSyntax, QuerySyntax, SyntaxTree, UpdateOperationSyntax } from "./ast.ts";
import { formatExpression } from "./format-expression.ts";
import { formatGroup, formatTriples, formatValues, inBraces } from "./format-pattern.ts";
import { formatIri, formatTerm, formatText, type PrefixList, prefixList } from "./format-term.ts";

/**
 * Writes a syntax tree as SPARQL: what `parseQuery` reads from it is the same tree, but for the names of blank nodes. Trees of sparqljs
 * are taken, too.
 *
 * @throws ChanceryError `sparql.unsupported` for an IRI, variable or language tag that SPARQL cannot write.
 */
export function formatQuery(syntax: SyntaxTree): string {
  const prefixes = prefixList(syntax.prefixes);
  const prologue = [
    ...(syntax.version === undefined ? [] : [`VERSION ${formatText(syntax.version)}`]),
    ...(syntax.base === undefined ? [] : [`BASE ${formatIri(syntax.base, [])}`]),
    ...prefixes.map(([prefix, namespace]) => `PREFIX ${prefix}: ${formatIri(namespace, [])}`),
  ];
  const body =
    syntax.type === "update"
      ? syntax.updates.map((operation) => formatOperation(operation, prefixes)).join(" ;\n")
      : formatForm(syntax, prefixes);
  return [...prologue, body].join("\n");
}

/** A query without its prologue. */
export function formatForm(query: QuerySyntax, prefixes: PrefixList): string {
  const lines = [formatHead(query, prefixes), ...formatDataset(query.from, "FROM", prefixes)];
  if (query.where !== undefined) lines.push(`WHERE ${formatGroup(query.where, prefixes)}`);
  if (query.group !== undefined) {
    const keys = query.group.map(({ expression, variable }) => {
      if (variable !== undefined) return `(${formatExpression(expression, prefixes)} AS ${formatTerm(variable, prefixes)})`;
      const text = formatExpression(expression, prefixes);
      return "termType" in expression && expression.termType === "Variable" ? text : `(${text})`;
    });
    lines.push(`GROUP BY ${keys.join(" ")}`);
  }
  if (query.having !== undefined)
    lines.push(`HAVING ${query.having.map((condition) => `(${formatExpression(condition, prefixes)})`).join(" ")}`);
  if (query.order !== undefined) {
    const keys = query.order.map(
      ({ expression, descending }) => `${descending === true ? "DESC" : "ASC"}(${formatExpression(expression, prefixes)})`,
    );
    lines.push(`ORDER BY ${keys.join(" ")}`);
  }
  if (query.limit !== undefined) lines.push(`LIMIT ${query.limit}`);
  if (query.offset !== undefined) lines.push(`OFFSET ${query.offset}`);
  if (query.values !== undefined) lines.push(formatValues(query.values, prefixes));
  return lines.join("\n");
}

function formatHead(query: QuerySyntax, prefixes: PrefixList): string {
  switch (query.queryType) {
    case "SELECT": {
      const items = query.variables.map((item) =>
        "expression" in item
          ? `(${formatExpression(item.expression, prefixes)} AS ${formatTerm(item.variable, prefixes)})`
          : formatTerm(item, prefixes),
      );
      return `SELECT ${query.distinct === true ? "DISTINCT " : query.reduced === true ? "REDUCED " : ""}${items.join(" ")}`;
    }
    case "CONSTRUCT":
      return `CONSTRUCT ${inBraces([formatTriples(query.template ?? [], prefixes)])}`;
    case "ASK":
      return "ASK";
    case "DESCRIBE":
      return `DESCRIBE ${query.variables.map((item) => formatTerm(item, prefixes)).join(" ")}`;
    default:
      return unreachable(query);
  }
}

function formatDataset(dataset: DatasetSyntax | undefined, keyword: "FROM" | "USING", prefixes: PrefixList): readonly string[] {
  if (dataset === undefined) return [];
  return [
    ...dataset.default.map((graph) => `${keyword} ${formatTerm(graph, prefixes)}`),
    ...dataset.named.map((graph) => `${keyword} NAMED ${formatTerm(graph, prefixes)}`),
  ];
}

function formatOperation(operation: UpdateOperationSyntax, prefixes: PrefixList): string {
  if ("updateType" in operation) return formatModification(operation, prefixes);
  const silent = operation.silent ? " SILENT" : "";
  const keyword = `${operation.type.toUpperCase()}${silent}`;
  switch (operation.type) {
    case "load": {
      const { source, destination } = operation;
      const into = destination === undefined || destination === false ? "" : ` INTO GRAPH ${formatTerm(destination, prefixes)}`;
      return `${keyword} ${formatTerm(source, prefixes)}${into}`;
    }
    case "create":
    case "clear":
    case "drop":
      return `${keyword} ${formatReference(operation.graph, prefixes)}`;
    case "copy":
    case "move":
    case "add":
      return `${keyword} ${formatReference(operation.source, prefixes)} TO ${formatReference(operation.destination, prefixes)}`;
    default:
      return unreachable(operation);
  }
}

function formatReference({ name, named, all }: GraphReferenceSyntax, prefixes: PrefixList): string {
  if (name !== undefined) return `GRAPH ${formatTerm(name, prefixes)}`;
  return named === true ? "NAMED" : all === true ? "ALL" : "DEFAULT";
}

function formatModification(operation: Extract<UpdateOperationSyntax, { updateType: string }>, prefixes: PrefixList): string {
  const removed = formatQuads(operation.delete ?? [], prefixes);
  const inserted = formatQuads(operation.insert ?? [], prefixes);
  switch (operation.updateType) {
    case "insert":
      return `INSERT DATA ${inserted}`;
    case "delete":
      return `DELETE DATA ${removed}`;
    case "deletewhere":
      return `DELETE WHERE ${removed}`;
    case "insertdelete": {
      const graph = operation.graph === undefined || "termType" in operation.graph ? operation.graph : operation.graph.name;
      const hasInsert = (operation.insert ?? []).length > 0;
      return [
        ...(graph === undefined ? [] : [`WITH ${formatTerm(graph, prefixes)}`]),
        ...((operation.delete ?? []).length > 0 || !hasInsert ? [`DELETE ${removed}`] : []),
        ...(hasInsert ? [`INSERT ${inserted}`] : []),
        ...formatDataset(operation.using, "USING", prefixes),
        `WHERE ${formatGroup(operation.where ?? [], prefixes)}`,
      ].join("\n");
    }
    default:
      return unreachable(operation.updateType);
  }
}

function formatQuads(quads: readonly QuadsSyntax[], prefixes: PrefixList): string {
  return inBraces(
    quads.map(({ name, triples }) => {
      const text = formatTriples(triples, prefixes);
      return name === undefined ? text : `GRAPH ${formatTerm(name, prefixes)} ${inBraces([text])}`;
    }),
  );
}
