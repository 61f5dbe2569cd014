import { ChanceryError, namespaces } from "@chancery/rdf";
import type { Literal } from "@rdfjs/types";
import type { PathSyntax, TermSyntax, TripleSyntax, WildcardSyntax } from "./ast.ts";
import { CharacterClass, nameEnd, prefixEnd } from "./characters.ts";

/** Names for IRIs: namespaces with their prefixes, the longest first. */
export type PrefixList = readonly (readonly [prefix: string, namespace: string])[];

export function prefixList(prefixes: Readonly<Record<string, string>> | undefined): PrefixList {
  return Object.entries(prefixes ?? {})
    .filter(([prefix]) => prefix === "" || prefixEnd(`${prefix}:`, 0) === prefix.length)
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
}

const RDF_TYPE = namespaces.rdf("type").value;
const XSD = namespaces.xsd.iri;

/** Lexical forms that stand without quotes and read as the same literal. */
const BARE: ReadonlyMap<string, RegExp> = new Map([
  [`${XSD}integer`, /^[+-]?[0-9]+$/],
  [`${XSD}decimal`, /^[+-]?[0-9]*\.[0-9]+$/],
  [`${XSD}double`, /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+$/],
  [`${XSD}boolean`, /^(?:true|false)$/],
]);

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** @throws ChanceryError `sparql.unsupported` for an IRI or a variable that SPARQL cannot write. */
export function formatTerm(term: TermSyntax | WildcardSyntax, prefixes: PrefixList): string {
  switch (term.termType) {
    case "NamedNode":
      return formatIri(term.value, prefixes);
    case "Variable":
      return formatVariable(term.value);
    case "BlankNode":
      return formatBlank(term.value);
    case "Literal":
      return formatLiteral(term, prefixes);
    case "Quad": {
      const [subject, predicate, object] = [term.subject, term.predicate, term.object].map((part) =>
        formatTerm(part as TermSyntax, prefixes),
      );
      return `<<( ${subject} ${predicate} ${object} )>>`;
    }
    default:
      return "*";
  }
}

export function formatIri(iri: string, prefixes: PrefixList): string {
  for (const [prefix, namespace] of prefixes) {
    if (namespace !== "" && iri.startsWith(namespace)) {
      const local = iri.slice(namespace.length);
      if (/^(?:\w(?:[\w-]*\w)?)?$/.test(local)) return `${prefix}:${local}`;
    }
  }
  if (/[\u0000-\u0020<>"{}|^`\\]/.test(iri)) throw unwritable("IRI", iri);
  return `<${iri}>`;
}

export function formatVariable(name: string): string {
  if (name === "" || nameEnd(name, 0, CharacterClass.word, true) < name.length) throw unwritable("variable", name);
  return `?${name}`;
}

/** Labels that SPARQL has no letters for are spelt by code points. */
function formatBlank(label: string): string {
  return /^\w+$/.test(label) ? `_:${label}` : `_:x_${[...label].map((char) => char.codePointAt(0)!.toString(16)).join("_")}`;
}

export function formatText(text: string): string {
  return `"${text.replace(/["\\\n\r\t\b\f]/g, (char) => ESCAPES[char]!)}"`;
}

function formatLiteral({ value, language, direction, datatype }: Literal, prefixes: PrefixList): string {
  if (language !== "") {
    if (!/^[A-Za-z]+(?:-[A-Za-z0-9]+)*$/.test(language)) throw unwritable("language tag", language);
    return `${formatText(value)}@${language}${direction === "ltr" || direction === "rtl" ? `--${direction}` : ""}`;
  }
  if (BARE.get(datatype.value)?.test(value) === true) return value;
  return datatype.value === `${XSD}string` ? formatText(value) : `${formatText(value)}^^${formatIri(datatype.value, prefixes)}`;
}

function unwritable(what: string, value: string): ChanceryError {
  return new ChanceryError("sparql.unsupported", `SPARQL cannot write the ${what} ${JSON.stringify(value.slice(0, 100))}.`, {
    remedy: "Use a valid name.",
  });
}

export function formatTriple({ subject, predicate, object }: TripleSyntax, prefixes: PrefixList): string {
  return `${formatTerm(subject, prefixes)} ${formatPredicate(predicate, prefixes)} ${formatTerm(object, prefixes)} .`;
}

function formatPredicate(predicate: TripleSyntax["predicate"], prefixes: PrefixList): string {
  if ("termType" in predicate && predicate.value === RDF_TYPE) return "a";
  return "pathType" in predicate ? formatPath(predicate, prefixes) : formatTerm(predicate, prefixes);
}

function formatPath(path: PathSyntax, prefixes: PrefixList): string {
  const items = path.items.map((item) => ("pathType" in item ? formatPath(item, prefixes) : formatIri(item.value, prefixes)));
  switch (path.pathType) {
    case "|":
    case "/":
      return `(${items.join(path.pathType)})`;
    case "^":
      return `^${atom(path, items)}`;
    case "!":
      // Here brackets say something: `!(^a)` is a list of one, `!^a` is none.
      return `!${items.length === 0 ? "()" : items.join("|")}`;
    default:
      return `${atom(path, items)}${path.pathType}`;
  }
}

/** The one item of a path, in brackets unless it is an IRI or has some already. */
function atom({ items: [item] }: PathSyntax, [text = ""]: readonly string[]): string {
  return item !== undefined && "pathType" in item && item.pathType !== "|" && item.pathType !== "/" ? `(${text})` : text;
}
