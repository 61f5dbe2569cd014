import { ChanceryError } from "@chancery/rdf";
import type { Literal, Quad, Term } from "@rdfjs/types";
import { canonicalQuads } from "./canonical.ts";
import { fixedPrefixes, type PrefixTable, prefixesFor } from "./prefix-table.ts";
import { emptyReport, type WriteOptions, type WriteReport } from "./rdf-format.ts";
import { languageSuffix, RDF, safeBlankLabel, safeIri, wellFormedText, XSD } from "./term-text.ts";

type Json = string | number | boolean | { readonly [key: string]: Json } | readonly Json[];

interface NodeContext {
  readonly prefixes: PrefixTable;
  readonly report: WriteReport;
}

/**
 * JSON-LD 1.1 with a local context of prefixes: nothing has to be fetched to read it. One object a subject, grouped by graph.
 * Escaped so that it can stand inside an HTML script element. `sorted: false` needs the quads of one subject to come together to make one object of them.
 *
 * @throws ChanceryError `io.unrepresentable` for triple terms and base directions, which JSON-LD 1.1 has no place for.
 */
export function* writeJsonLd(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  const report = options.report ?? emptyReport();
  const list = options.sorted === false ? quads : canonicalQuads(quads);
  const context: NodeContext = { prefixes: safePrefixes(list, options), report };
  yield `{"@context":${scriptSafe(JSON.stringify(Object.fromEntries(context.prefixes.declared)))},\n"@graph":[`;
  let separator = "\n";
  let graph: Quad["graph"] | undefined;
  let run: Quad[] = [];
  const flush = function* (): Generator<string> {
    if (run.length === 0) return;
    const node = nodeObject(run, context);
    yield `${separator}${scriptSafe(JSON.stringify(node))}`;
    separator = ",\n";
    run = [];
  };
  for (const quad of list) {
    if (run.length > 0 && !run[0]!.subject.equals(quad.subject)) yield* flush();
    if (graph === undefined ? quad.graph.termType !== "DefaultGraph" : !graph.equals(quad.graph)) {
      yield* flush();
      if (graph !== undefined && graph.termType !== "DefaultGraph") {
        yield "\n]}";
        separator = ",\n";
      }
      if (quad.graph.termType !== "DefaultGraph") {
        yield `${separator}{"@id":${scriptSafe(JSON.stringify(reference(quad.graph, context)))},"@graph":[`;
        separator = "\n";
      }
    }
    graph = quad.graph;
    run.push(quad);
  }
  yield* flush();
  yield graph !== undefined && graph.termType !== "DefaultGraph" ? "\n]}\n]}\n" : "\n]}\n";
}

/** Prefixes without those that a full IRI of the data begins with like a prefix (`id:x` as an IRI of its own): JSON-LD would expand it. */
function safePrefixes(quads: Iterable<Quad>, options: WriteOptions): PrefixTable {
  const source = options.sorted === false ? fixedPrefixes(options.prefixes) : prefixesFor(quads, options.prefixes);
  const usable = source.declared.filter(([, namespace]) => /[:/?#[\]@]$/.test(namespace));
  const schemes = new Set<string>();
  if (options.sorted !== false) {
    for (const quad of quads) {
      for (const term of [quad.subject, quad.predicate, quad.object, quad.graph]) {
        const iri = term.termType === "NamedNode" ? term.value : term.termType === "Literal" ? term.datatype.value : "";
        schemes.add(iri.slice(0, iri.indexOf(":")));
      }
    }
  }
  return fixedPrefixes(Object.fromEntries(usable.filter(([prefix]) => !schemes.has(prefix))));
}

function nodeObject(quads: readonly Quad[], context: NodeContext): Json {
  const types: string[] = [];
  const properties = new Map<string, Json[]>();
  for (const quad of quads) {
    if (quad.predicate.value === `${RDF}type` && quad.object.termType !== "Literal") {
      types.push(reference(quad.object, context));
      continue;
    }
    const key = reference(quad.predicate, context);
    const values = properties.get(key);
    const value = valueObject(quad.object, context);
    if (values === undefined) properties.set(key, [value]);
    else values.push(value);
  }
  const entries = [...properties].map(([key, values]): [string, Json] => [key, values.length === 1 ? values[0]! : values]);
  return {
    "@id": reference(quads[0]!.subject, context),
    ...(types.length === 0 ? {} : { "@type": types.length === 1 ? types[0]! : types }),
    ...Object.fromEntries(entries),
  };
}

function reference(term: Term, { prefixes, report }: NodeContext): string {
  switch (term.termType) {
    case "NamedNode":
      return prefixes.compact(term.value) ?? guardScheme(strictIri(safeIri(term.value, report), report), prefixes);
    case "BlankNode":
      return `_:${safeBlankLabel(term.value)}`;
    default:
      throw new ChanceryError(
        "io.unrepresentable",
        `JSON-LD 1.1 has no place for a ${term.termType === "Quad" ? "triple term" : term.termType} here.`,
        {
          remedy: "Write Turtle, TriG or N-Quads.",
        },
      );
  }
}

/**
 * Brackets outside the authority and a second `#` are no part of an IRI (RFC 3987, section 2.2). Turtle's grammar has them pass; JSON-LD readers drop such nodes without a
 * word, so here they are percent-encoded and counted like the rest.
 */
function strictIri(iri: string, report: WriteReport): string {
  const authority = /^[^:]*:(?:\/\/[^/?#]*)?/.exec(iri)?.[0] ?? "";
  const rest = iri.slice(authority.length);
  const hash = rest.indexOf("#");
  const strict = rest.replace(/[[\]#]/g, (character, at: number) =>
    character === "#" && at === hash ? character : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (strict === rest) return iri;
  report.escapedIris++;
  return authority + strict;
}

function guardScheme(iri: string, prefixes: PrefixTable): string {
  const scheme = iri.slice(0, iri.indexOf(":"));
  if (prefixes.declared.some(([prefix]) => prefix === scheme) && !iri.startsWith("//", scheme.length + 1)) {
    throw new ChanceryError("io.unrepresentable", `The scheme of <${iri}> is also a prefix.`, {
      remedy: `Rename the prefix "${scheme}" or write sorted output.`,
    });
  }
  return iri;
}

function valueObject(term: Term, context: NodeContext): Json {
  return term.termType === "Literal" ? literalValue(term, context) : { "@id": reference(term, context) };
}

function literalValue(literal: Literal, context: NodeContext): Json {
  const value = wellFormedText(literal.value, context.report);
  if (literal.direction === "ltr" || literal.direction === "rtl") {
    throw new ChanceryError("io.unrepresentable", "JSON-LD 1.1 keeps no base direction of a literal.", {
      remedy: "Write Turtle, TriG or N-Quads.",
    });
  }
  if (literal.language !== "") return { "@value": value, "@language": languageSuffix(literal).slice(1) };
  const datatype = literal.datatype.value;
  if (datatype === `${XSD}string`) return value;
  // Native values only where reading gives back the very same characters.
  if (datatype === `${XSD}boolean` && (value === "true" || value === "false")) return value === "true";
  if (datatype === `${XSD}integer` && /^(?:0|-?[1-9][0-9]{0,14})$/.test(value)) return Number(value);
  return { "@value": value, "@type": reference(literal.datatype, context) };
}

/** `</script>` and the line separators of old JavaScript cannot arise. */
function scriptSafe(json: string): string {
  return json.replace(
    /[<\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
