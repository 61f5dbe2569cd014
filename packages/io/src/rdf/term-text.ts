import { ChanceryError } from "@chancery/rdf";
import type { Literal, Term } from "@rdfjs/types";
import type { WriteReport } from "./rdf-format.ts";

const FORBIDDEN_IN_IRI = /[\u0000-\u0020<>"{}|^`\\\uD800-\uDFFF]/gu;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/**
 * An IRI that is safe between angle brackets: what may not stand in an IRI (RFC 3987, IRIREF of Turtle) is percent-encoded and counted. So a crafted IRI can
 * end neither the bracket nor the statement.
 *
 * @throws ChanceryError `io.relative-iri` for an IRI without a scheme, which a reader would resolve against its own address.
 */
export function safeIri(iri: string, report: WriteReport): string {
  if (!SCHEME.test(iri)) {
    throw new ChanceryError("io.relative-iri", `<${iri.slice(0, 200)}> is no absolute IRI and cannot be written.`, {
      remedy: "Give it a scheme, for instance https:// or urn:.",
    });
  }
  if (iri.search(FORBIDDEN_IN_IRI) < 0) return iri;
  report.escapedIris++;
  return iri.replace(FORBIDDEN_IN_IRI, (character) => {
    const code = character.charCodeAt(0);
    return code >= 0xd800 ? "%EF%BF%BD" : `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
  });
}

/** Text with the halves of surrogate pairs, which UTF-8 cannot hold, replaced by U+FFFD and counted. */
export function wellFormedText(text: string, report: WriteReport): string {
  return text.replace(LONE_SURROGATE, () => {
    report.replacedCharacters++;
    return "\uFFFD";
  });
}

// Quotes and line ends must be escaped; other controls, direction overrides, non-characters and invisible separators are, so that what a person sees is what is there.
const ESCAPED = /["\\\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** The text in double quotes, escaped for N-Triples and Turtle. */
export function quotedText(text: string, report: WriteReport): string {
  return `"${wellFormedText(text, report).replace(ESCAPED, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text in triple quotes with its line ends as they are; for texts of several lines. */
export function longQuotedText(text: string, report: WriteReport): string {
  const body = wellFormedText(text, report).replace(ESCAPED, (character) => (character === "\n" ? "\n" : escapeCharacter(character)));
  return `"""${body}"""`;
}

/**
 * `@en`, `@ar--rtl` or empty.
 *
 * @throws ChanceryError `io.bad-language` when the tag is none.
 */
export function languageSuffix(literal: Literal): string {
  if (literal.language === "") return "";
  if (!LANGUAGE.test(literal.language)) {
    throw new ChanceryError("io.bad-language", `"${literal.language.slice(0, 60)}" is no language tag.`, {
      remedy: "Use a BCP 47 tag such as en or pt-BR.",
    });
  }
  const { direction } = literal;
  return direction === "ltr" || direction === "rtl" ? `@${literal.language}--${direction}` : `@${literal.language}`;
}

/** A blank node label that every format allows. Others are spelled out in hexadecimal behind `x_`, so that different labels stay different. */
export function safeBlankLabel(label: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(label) && !label.startsWith("x_")) return label;
  return `x_${Array.from(label, (character) => character.codePointAt(0)!.toString(16)).join("_")}`;
}

/** One term in N-Triples syntax; every triple-based writer builds on it. */
export function termText(term: Term, report: WriteReport): string {
  switch (term.termType) {
    case "NamedNode":
      return `<${safeIri(term.value, report)}>`;
    case "BlankNode":
      return `_:${safeBlankLabel(term.value)}`;
    case "Literal": {
      const text = quotedText(term.value, report);
      if (term.language !== "") return text + languageSuffix(term);
      return term.datatype.value === XSD_STRING ? text : `${text}^^<${safeIri(term.datatype.value, report)}>`;
    }
    case "Quad":
      return `<<( ${termText(term.subject, report)} ${termText(term.predicate, report)} ${termText(term.object, report)} )>>`;
    default:
      throw new ChanceryError("io.unrepresentable", `A ${term.termType} cannot stand in a statement.`);
  }
}

export const XSD = "http://www.w3.org/2001/XMLSchema#";
export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XSD_STRING = `${XSD}string`;

/** Whether Turtle reads the text without quotes as a literal of this very datatype. */
export function isBareLiteral(value: string, datatype: string): boolean {
  switch (datatype) {
    case `${XSD}boolean`:
      return value === "true" || value === "false";
    case `${XSD}integer`:
      return /^[+-]?[0-9]+$/.test(value);
    case `${XSD}decimal`:
      return /^[+-]?[0-9]*\.[0-9]+$/.test(value);
    case `${XSD}double`:
      return /^[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+$/.test(value);
    default:
      return false;
  }
}
