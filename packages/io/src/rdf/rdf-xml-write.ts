import { ChanceryError } from "@chancery/rdf";
import type { Literal, NamedNode, Quad, Term } from "@rdfjs/types";
import { canonicalQuads } from "./canonical.ts";
import { fixedPrefixes } from "./prefix-table.ts";
import { emptyReport, type WriteOptions, type WriteReport } from "./rdf-format.ts";
import { languageSuffix, RDF, safeBlankLabel, safeIri, XSD } from "./term-text.ts";
import { inOneGraph } from "./turtle-write.ts";

/** An NCName at the end of an IRI; what stands before it becomes the namespace of the element. */
const LOCAL_NAME =
  /[A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF][-.\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF]*$/;
const ILLEGAL_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;
/** Names of the RDF namespace that may not be property elements (RDF/XML, section 5.1). */
const FORBIDDEN = new Set([
  "Description",
  "RDF",
  "ID",
  "about",
  "parseType",
  "resource",
  "nodeID",
  "datatype",
  "aboutEach",
  "aboutEachPrefix",
  "bagID",
]);

/**
 * RDF/XML 1.1. All graphs are merged into one, which is counted; so are characters that XML cannot hold, which are left out.
 *
 * @throws ChanceryError `io.unrepresentable` for a predicate that does not end in an XML name, and for triple terms and base directions.
 */
export function* writeRdfXml(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  const report = options.report ?? emptyReport();
  const merged = inOneGraph(quads, report);
  const prefixes = fixedPrefixes(options.prefixes);
  const names = new Map(prefixes.declared.map(([prefix, namespace]) => [namespace, prefix]));
  names.set(RDF, "rdf");
  const declarations = [...names]
    .filter(([, prefix]) => prefix !== "rdf" && !/^xml/i.test(prefix))
    .map(([iri, prefix]) => `\n  xmlns:${prefix}="${escapeXml(iri, report)}"`);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="${RDF}"${declarations.join("")}>\n`;
  let subject: Term | undefined;
  for (const quad of options.sorted === false ? merged : canonicalQuads(merged)) {
    if (!subject?.equals(quad.subject)) {
      if (subject !== undefined) yield "</rdf:Description>\n";
      subject = quad.subject;
      yield `<rdf:Description ${nodeAttribute("about", quad.subject, report)}>\n`;
    }
    yield `  ${propertyElement(quad, names, report)}\n`;
  }
  yield `${subject === undefined ? "" : "</rdf:Description>\n"}</rdf:RDF>\n`;
}

function nodeAttribute(kind: "about" | "resource", term: Term, report: WriteReport): string {
  if (term.termType === "NamedNode") return `rdf:${kind}="${escapeXml(safeIri(term.value, report), report)}"`;
  if (term.termType === "BlankNode") return `rdf:nodeID="${safeBlankLabel(term.value)}"`;
  throw unrepresentable(`a ${term.termType === "Quad" ? "triple term" : term.termType}`);
}

function propertyElement({ predicate, object }: Quad, names: ReadonlyMap<string, string>, report: WriteReport): string {
  const { open, close } = elementName(predicate as NamedNode, names, report);
  if (object.termType !== "Literal") return `<${open} ${nodeAttribute("resource", object, report)}/>`;
  return `<${open}${literalAttribute(object, report)}>${escapeXml(object.value, report)}</${close}>`;
}

function literalAttribute(literal: Literal, report: WriteReport): string {
  if (literal.direction === "ltr" || literal.direction === "rtl") throw unrepresentable("the base direction of a literal");
  if (literal.language !== "") return ` xml:lang="${languageSuffix(literal).slice(1)}"`;
  const datatype = literal.datatype.value;
  return datatype === `${XSD}string` ? "" : ` rdf:datatype="${escapeXml(safeIri(datatype, report), report)}"`;
}

function elementName(
  predicate: NamedNode,
  names: ReadonlyMap<string, string>,
  report: WriteReport,
): { readonly open: string; readonly close: string } {
  const iri = safeIri(predicate.value, report);
  const local = LOCAL_NAME.exec(iri)?.[0];
  if (local === undefined || local.length === iri.length)
    throw unrepresentable(`the predicate <${iri}>, which does not end in an XML name`);
  const namespace = iri.slice(0, -local.length);
  if (namespace === RDF && FORBIDDEN.has(local)) throw unrepresentable(`the predicate rdf:${local}`);
  // rdf:li would be counted up by the reader; a prefix of its own does not help, it is the same name.
  if (namespace === RDF && local === "li") throw unrepresentable("the predicate rdf:li");
  const prefix = names.get(namespace);
  if (prefix !== undefined) return { open: `${prefix}:${local}`, close: `${prefix}:${local}` };
  return { open: `p:${local} xmlns:p="${escapeXml(namespace, report)}"`, close: `p:${local}` };
}

function unrepresentable(what: string): ChanceryError {
  return new ChanceryError("io.unrepresentable", `RDF/XML has no place for ${what}.`, { remedy: "Write Turtle, TriG or N-Quads." });
}

function escapeXml(text: string, report: WriteReport): string {
  return text
    .replace(ILLEGAL_XML, () => {
      report.replacedCharacters++;
      return "";
    })
    .replace(/[&<>"\r\n\t\u0085\u2028]/g, (character) => {
      if (character === "&") return "&amp;";
      if (character === "<") return "&lt;";
      if (character === ">") return "&gt;";
      if (character === '"') return "&quot;";
      return `&#${character.charCodeAt(0)};`;
    });
}
