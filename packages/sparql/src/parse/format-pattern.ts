import { unreachable } from "@chancery/rdf";
import type { PatternSyntax, TripleSyntax, ValuesRowSyntax } from "./ast.ts";
import { formatExpression } from "./format-expression.ts";
import { formatForm } from "./format-query.ts";
import { formatTerm, formatTriple, formatVariable, type PrefixList } from "./format-term.ts";

/** `{ … }` around patterns. */
export function formatGroup(patterns: readonly PatternSyntax[], prefixes: PrefixList): string {
  const isSubSelect = patterns.length === 1 && patterns[0]!.type === "query";
  return inBraces(
    patterns.map((pattern) => (isSubSelect && pattern.type === "query" ? formatForm(pattern, prefixes) : formatElement(pattern, prefixes))),
  );
}

/** `{ … }` around a branch of UNION or the pattern of EXISTS, where a group of one pattern stands as that pattern. */
export function formatBranch(pattern: PatternSyntax, prefixes: PrefixList): string {
  return formatGroup(pattern.type === "group" && pattern.patterns.length !== 1 ? pattern.patterns : [pattern], prefixes);
}

export function formatTriples(triples: readonly TripleSyntax[], prefixes: PrefixList): string {
  return triples.map((triple) => formatTriple(triple, prefixes)).join("\n");
}

/** Braces around blocks of text, which are indented. */
export function inBraces(blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== "");
  // The line feeds of literals are escapes here, so that every line begins something new.
  return filled.length === 0 ? "{}" : `{\n  ${filled.join("\n").replaceAll("\n", "\n  ")}\n}`;
}

function formatElement(pattern: PatternSyntax, prefixes: PrefixList): string {
  switch (pattern.type) {
    case "bgp":
      return formatTriples(pattern.triples, prefixes);
    case "group":
      return formatGroup(pattern.patterns, prefixes);
    case "optional":
    case "minus":
      return `${pattern.type.toUpperCase()} ${formatGroup(pattern.patterns, prefixes)}`;
    case "union":
      return pattern.patterns.map((branch) => formatBranch(branch, prefixes)).join(" UNION ");
    case "graph":
      return `GRAPH ${formatTerm(pattern.name, prefixes)} ${formatGroup(pattern.patterns, prefixes)}`;
    case "service":
      return `SERVICE ${pattern.silent ? "SILENT " : ""}${formatTerm(pattern.name, prefixes)} ${formatGroup(pattern.patterns, prefixes)}`;
    case "filter":
      return `FILTER (${formatExpression(pattern.expression, prefixes)})`;
    case "bind":
      return `BIND (${formatExpression(pattern.expression, prefixes)} AS ${formatTerm(pattern.variable, prefixes)})`;
    case "values":
      return formatValues(pattern.values, prefixes);
    case "query":
      return formatGroup([pattern], prefixes);
    default:
      return unreachable(pattern);
  }
}

export function formatValues(rows: readonly ValuesRowSyntax[], prefixes: PrefixList): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => {
    const values = names.map((name) => {
      const value = row[name];
      return value === undefined ? "UNDEF" : formatTerm(value, prefixes);
    });
    return `(${values.join(" ")})`;
  });
  return `VALUES (${names.map((name) => formatVariable(name.replace(/^[?$]/, ""))).join(" ")}) ${inBraces(lines)}`;
}
