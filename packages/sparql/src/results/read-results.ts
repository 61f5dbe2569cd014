import { ChanceryError, dataFactory } from "@chancery/rdf";
import type { NamedNode, Quad, Term } from "@rdfjs/types";
import { parseXml, type XmlElement } from "./parse-xml.ts";
import type { QueryResult, ResultFormat } from "./result-set.ts";

type Rows = Record<string, Term>[];

/**
 * Reads a result document. CSV gives every value as a plain literal, blank nodes excepted, since it holds no more.
 *
 * @throws ChanceryError `sparql.invalid-results`.
 */
export function readResults(text: string, format: ResultFormat): QueryResult {
  switch (format) {
    case "json":
      return readJson(text);
    case "xml":
      return readXml(text);
    case "csv":
      return readCsv(text);
    case "tsv":
      return readTsv(text);
  }
}

function invalid(message: string, cause?: unknown): ChanceryError {
  return new ChanceryError("sparql.invalid-results", message, {
    remedy: "Check that the document is in the format that was named.",
    cause,
  });
}

interface JsonTerm {
  readonly type?: string;
  readonly value?: unknown;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
  readonly "its:dir"?: string;
}

function readJson(text: string): QueryResult {
  let document: {
    head?: { vars?: string[] };
    boolean?: boolean;
    results?: { bindings?: Record<string, JsonTerm>[] };
  };
  try {
    document = JSON.parse(text) as typeof document;
  } catch (cause) {
    throw invalid("The result is no JSON.", cause);
  }
  if (typeof document.boolean === "boolean") return document.boolean;
  const bindings = document.results?.bindings;
  if (!Array.isArray(bindings)) throw invalid("The result has neither results.bindings nor boolean.");
  const rows = bindings.map((binding) => Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, jsonToTerm(term)])));
  return { variables: document.head?.vars ?? [], rows };
}

function jsonToTerm(json: JsonTerm): Term {
  const value = json.value;
  if (json.type === "triple" && typeof value === "object" && value !== null) {
    const parts = value as { subject: JsonTerm; predicate: JsonTerm; object: JsonTerm };
    return tripleTerm(jsonToTerm(parts.subject), jsonToTerm(parts.predicate), jsonToTerm(parts.object));
  }
  if (typeof value !== "string") throw invalid("A term of the result has no value.");
  switch (json.type) {
    case "uri":
      return dataFactory.namedNode(value);
    case "bnode":
      return dataFactory.blankNode(value);
    case "literal":
    case "typed-literal":
      return literal(value, json["xml:lang"], json["its:dir"], json.datatype);
    default:
      throw invalid(`The result has a term of the unknown type ${String(json.type)}.`);
  }
}

function tripleTerm(subject: Term, predicate: Term, object: Term): Quad {
  return dataFactory.quad(subject as NamedNode, predicate as NamedNode, object as Quad["object"]);
}

function literal(value: string, language: string | undefined, direction: string | undefined, datatype: string | undefined): Term {
  if (language !== undefined && language !== "") {
    return dataFactory.literal(value, { language, direction: direction === "ltr" || direction === "rtl" ? direction : "" });
  }
  return datatype === undefined ? dataFactory.literal(value) : dataFactory.literal(value, dataFactory.namedNode(datatype));
}

function readXml(text: string): QueryResult {
  const root = parseXml(text);
  const boolean = root.children.find((child) => child.name === "boolean");
  if (boolean !== undefined) return boolean.text.trim() === "true";
  const head = root.children.find((child) => child.name === "head");
  const results = root.children.find((child) => child.name === "results");
  if (results === undefined) throw invalid("The result has neither results nor boolean.");
  const variables = (head?.children ?? []).filter((child) => child.name === "variable").map((child) => child.attributes.name ?? "");
  const rows = results.children.map((result) =>
    Object.fromEntries(result.children.map((binding) => [binding.attributes.name ?? "", xmlToTerm(binding.children[0])])),
  );
  return { variables, rows };
}

function xmlToTerm(element: XmlElement | undefined): Term {
  switch (element?.name) {
    case "uri":
      return dataFactory.namedNode(element.text);
    case "bnode":
      return dataFactory.blankNode(element.text);
    case "literal":
      return literal(element.text, element.attributes["xml:lang"], element.attributes["its:dir"], element.attributes.datatype);
    case "triple": {
      const part = (name: string): Term => xmlToTerm(element.children.find((child) => child.name === name)?.children[0]);
      return tripleTerm(part("subject"), part("predicate"), part("object"));
    }
    default:
      throw invalid(`The result has a term of the unknown kind ${element?.name ?? "(none)"}.`);
  }
}

function readCsv(text: string): QueryResult {
  const [header = [], ...records] = splitCsv(text);
  const rows: Rows = records.map((record) =>
    Object.fromEntries(
      header.flatMap((name, i) => {
        const value = record[i] ?? "";
        if (value === "") return [];
        return [[name, value.startsWith("_:") ? dataFactory.blankNode(value.slice(2)) : dataFactory.literal(value)]];
      }),
    ),
  );
  return { variables: header, rows };
}

/** Records of RFC 4180. */
function splitCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (char === '"') {
      quoted = true;
    } else if (char === ",") {
      record.push(field);
      field = "";
    } else if (char === "\n") {
      records.push([...record, field.replace(/\r$/, "")]);
      record = [];
      field = "";
    } else {
      field += char;
    }
  }
  if (field !== "" || record.length > 0) records.push([...record, field]);
  return records;
}

function readTsv(text: string): QueryResult {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const variables = (lines.shift() ?? "").split("\t").map((name) => name.replace(/^\?/, ""));
  const rows: Rows = lines.map((line) => {
    const fields = line.split("\t");
    return Object.fromEntries(variables.flatMap((name, i) => ((fields[i] ?? "") === "" ? [] : [[name, tsvToTerm(fields[i]!)]])));
  });
  return { variables, rows };
}

const XSD = "http://www.w3.org/2001/XMLSchema#";

function tsvToTerm(text: string): Term {
  const reader = { text, at: 0 };
  const term = readTsvTerm(reader);
  if (reader.at < text.length) throw notATerm(text);
  return term;
}

function notATerm(text: string): ChanceryError {
  return invalid(`The result has a field that is no term: ${text.slice(0, 80)}`);
}

const TSV_LITERAL = /(["'])((?:\\.|(?!\1).)*)\1(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--(ltr|rtl))?|\^\^<([^>]*)>)?/sy;
const TSV_NUMBER = /[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const TSV_OTHER = /_:([^\s()]+)|<([^<>\s]*)>|true|false/y;

function readTsvTerm(reader: { readonly text: string; at: number }): Term {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(reader.text);
    if (found !== null) reader.at = pattern.lastIndex;
    return found;
  };
  if (match(/<<\(\s*/y) !== null) {
    const parts = [0, 1, 2].map(() => {
      const part = readTsvTerm(reader);
      match(/\s*/y);
      return part;
    });
    if (match(/\)>>/y) === null) throw notATerm(reader.text);
    return tripleTerm(parts[0]!, parts[1]!, parts[2]!);
  }
  const quoted = match(TSV_LITERAL);
  if (quoted !== null) {
    const value = quoted[2]!.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)/gs, (_, code: string) => decodeEscape(code));
    return literal(value, quoted[3], quoted[4], quoted[5]);
  }
  const other = match(TSV_OTHER);
  if (other !== null) {
    if (other[1] !== undefined) return dataFactory.blankNode(other[1]);
    return other[2] === undefined ? literal(other[0], undefined, undefined, `${XSD}boolean`) : dataFactory.namedNode(other[2]);
  }
  const number = match(TSV_NUMBER)?.[0];
  if (number === undefined) throw notATerm(reader.text);
  const type = /[eE]/.test(number) ? "double" : number.includes(".") ? "decimal" : "integer";
  return literal(number, undefined, undefined, XSD + type);
}

function decodeEscape(code: string): string {
  const known: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };
  if (code.length > 1) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
  return known[code] ?? code;
}
