import { ChanceryError } from "@chancery/rdf";
import type { Literal, Term } from "@rdfjs/types";
import { createBlankLabels, type QueryResult, type ResultFormat } from "./result-set.ts";

const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

/**
 * Writes a result piece by piece, one piece a row, so that large results need no large string.
 *
 * @throws ChanceryError `sparql.wrong-form` for a boolean as CSV or TSV.
 */
export function writeResults(result: QueryResult, format: ResultFormat): Iterable<string> {
  switch (format) {
    case "json":
      return writeJson(result);
    case "xml":
      return writeXml(result);
    default:
      if (typeof result === "boolean") {
        throw new ChanceryError("sparql.wrong-form", `${format.toUpperCase()} has no form for the answer of ASK.`, {
          remedy: "Use JSON or XML.",
        });
      }
      return format === "csv" ? writeCsv(result) : writeTsv(result);
  }
}

type Labels = (term: Term) => string;
type RowsResult = Exclude<QueryResult, boolean>;

function* writeJson(result: QueryResult): Generator<string> {
  if (typeof result === "boolean") {
    yield `${JSON.stringify({ head: {}, boolean: result })}\n`;
    return;
  }
  const labels = createBlankLabels();
  yield `{"head":${JSON.stringify({ vars: result.variables })},"results":{"bindings":[`;
  let separator = "\n";
  for (const row of result.rows) {
    const binding: Record<string, unknown> = {};
    for (const name of result.variables) {
      const term = row[name];
      if (term !== undefined) binding[name] = termToJson(term, labels);
    }
    yield separator + JSON.stringify(binding);
    separator = ",\n";
  }
  yield "\n]}}\n";
}

function termToJson(term: Term, labels: Labels): unknown {
  switch (term.termType) {
    case "NamedNode":
      return { type: "uri", value: term.value };
    case "BlankNode":
      return { type: "bnode", value: labels(term) };
    case "Literal":
      return {
        type: "literal",
        value: term.value,
        ...(term.language === "" ? {} : { "xml:lang": term.language }),
        ...(hasDirection(term) ? { "its:dir": term.direction } : {}),
        ...(needsDatatype(term) ? { datatype: term.datatype.value } : {}),
      };
    case "Quad":
      return {
        type: "triple",
        value: {
          subject: termToJson(term.subject, labels),
          predicate: termToJson(term.predicate, labels),
          object: termToJson(term.object, labels),
        },
      };
    default:
      throw new TypeError(`a ${term.termType} in a result`);
  }
}

function hasDirection(term: Literal): boolean {
  return term.direction === "ltr" || term.direction === "rtl";
}

function needsDatatype(term: Literal): boolean {
  return term.language === "" && term.datatype.value !== XSD_STRING;
}

function* writeXml(result: QueryResult): Generator<string> {
  const its = ' xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"';
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#"${its}>\n`;
  if (typeof result === "boolean") {
    yield `<head/>\n<boolean>${result}</boolean>\n</sparql>\n`;
    return;
  }
  const labels = createBlankLabels();
  yield `<head>${result.variables.map((name) => `<variable name="${escapeXml(name)}"/>`).join("")}</head>\n<results>\n`;
  for (const row of result.rows) {
    let text = "<result>";
    for (const name of result.variables) {
      const term = row[name];
      if (term !== undefined) text += `<binding name="${escapeXml(name)}">${termToXml(term, labels)}</binding>`;
    }
    yield `${text}</result>\n`;
  }
  yield "</results>\n</sparql>\n";
}

function termToXml(term: Term, labels: Labels): string {
  switch (term.termType) {
    case "NamedNode":
      return `<uri>${escapeXml(term.value)}</uri>`;
    case "BlankNode":
      return `<bnode>${labels(term)}</bnode>`;
    case "Literal": {
      const language = term.language === "" ? "" : ` xml:lang="${escapeXml(term.language)}"`;
      const direction = hasDirection(term) ? ` its:dir="${term.direction}"` : "";
      const datatype = needsDatatype(term) ? ` datatype="${escapeXml(term.datatype.value)}"` : "";
      return `<literal${language}${direction}${datatype}>${escapeXml(term.value)}</literal>`;
    }
    case "Quad": {
      const part = (name: string, inner: Term): string => `<${name}>${termToXml(inner, labels)}</${name}>`;
      return `<triple>${part("subject", term.subject)}${part("predicate", term.predicate)}${part("object", term.object)}</triple>`;
    }
    default:
      throw new TypeError(`a ${term.termType} in a result`);
  }
}

/** Escapes markup; characters that XML 1.0 cannot hold become U+FFFD, carriage returns a reference, since parsers would normalise them. */
function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

function* writeCsv(result: RowsResult): Generator<string> {
  const labels = createBlankLabels();
  yield `${result.variables.map(quoteCsv).join(",")}\r\n`;
  for (const row of result.rows) {
    yield `${result.variables
      .map((name) => {
        const term = row[name];
        return term === undefined ? "" : quoteCsv(plainText(term, labels));
      })
      .join(",")}\r\n`;
  }
}

function plainText(term: Term, labels: Labels): string {
  switch (term.termType) {
    case "BlankNode":
      return `_:${labels(term)}`;
    case "Quad":
      return termToTsv(term, labels);
    default:
      return term.value;
  }
}

function quoteCsv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* writeTsv(result: RowsResult): Generator<string> {
  const labels = createBlankLabels();
  yield `${result.variables.map((name) => `?${name}`).join("\t")}\n`;
  for (const row of result.rows) {
    yield `${result.variables
      .map((name) => {
        const term = row[name];
        return term === undefined ? "" : termToTsv(term, labels);
      })
      .join("\t")}\n`;
  }
}

function termToTsv(term: Term, labels: Labels): string {
  switch (term.termType) {
    case "NamedNode":
      return `<${term.value}>`;
    case "BlankNode":
      return `_:${labels(term)}`;
    case "Literal": {
      const text = `"${term.value.replace(/[\\"\n\r\t]/g, (char) => TSV_ESCAPES[char]!)}"`;
      if (term.language !== "") return `${text}@${term.language}${hasDirection(term) ? `--${term.direction}` : ""}`;
      return needsDatatype(term) ? `${text}^^<${term.datatype.value}>` : text;
    }
    case "Quad":
      return `<<( ${[term.subject, term.predicate, term.object].map((part) => termToTsv(part, labels)).join(" ")} )>>`;
    default:
      throw new TypeError(`a ${term.termType} in a result`);
  }
}

const TSV_ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
