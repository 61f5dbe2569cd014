import { PREFIXES } from "@chancery/rdf";
import type { Row } from "@chancery/sparql";
import { colors } from "./terminal.ts";

/** Widest column; longer cells are cut where output is a terminal. */
const MAX_WIDTH = 60;

type Term = NonNullable<Row[string]>;

/** Rows as a table for people: IRIs with their prefix, literals without quotes. */
export function renderTable(variables: readonly string[], rows: Iterable<Row>): Iterable<string> {
  return renderCells(
    variables,
    [...rows].map((row) => variables.map((name) => cellText(row[name]))),
  );
}

/** Texts in columns, with a line that counts the rows. */
export function* renderCells(header: readonly string[], cells: readonly (readonly string[])[]): Generator<string> {
  const cut =
    process.stdout.isTTY === true
      ? (text: string): string => (text.length > MAX_WIDTH ? `${text.slice(0, MAX_WIDTH - 1)}…` : text)
      : (text: string): string => text;
  const shown = cells.map((line) => line.map((cell) => cut(cell.replace(/\s+/g, " "))));
  const widths = header.map((name, column) => shown.reduce((width, line) => Math.max(width, line[column]?.length ?? 0), name.length));
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, column) => part.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  yield `${colors.bold(line(header))}\n`;
  for (const row of shown) yield `${line(row)}\n`;
  yield colors.dim(`${shown.length} ${shown.length === 1 ? "row" : "rows"}\n`);
}

function cellText(term: Term | undefined): string {
  if (term === undefined) return "";
  switch (term.termType) {
    case "NamedNode":
      return compact(term.value);
    case "Literal":
      return `${term.value.replace(/\s+/g, " ")}${term.language === "" ? "" : `@${term.language}`}`;
    case "BlankNode":
      return `_:${term.value}`;
    case "Quad":
      return `<<( ${[term.subject, term.predicate, term.object].map((part) => cellText(part as Term)).join(" ")} )>>`;
    default:
      return term.value;
  }
}

/** `chy:supplier` for `https://w3id.org/chancery/ns#supplier`, by the longest namespace that fits. */
export function compact(iri: string): string {
  const found = Object.entries(PREFIXES)
    .filter(([, namespace]) => iri.startsWith(namespace))
    .sort(([, a], [, b]) => b.length - a.length)[0];
  return found === undefined ? `<${iri}>` : `${found[0]}:${iri.slice(found[1].length)}`;
}
