import { dataFactory } from "@chancery/rdf";
import type { Quad, Quad_Graph, Term } from "@rdfjs/types";
import { canonicalQuads, quadKey } from "./canonical.ts";
import { fixedPrefixes, type PrefixTable, prefixesFor } from "./prefix-table.ts";
import { emptyReport, type WriteOptions, type WriteReport } from "./rdf-format.ts";
import { isBareLiteral, languageSuffix, longQuotedText, quotedText, RDF, safeBlankLabel, safeIri, XSD } from "./term-text.ts";

const RDF_TYPE = `${RDF}type`;
/** Predicates that a reader wants first; the others follow by name. */
const FIRST_PREDICATES = [RDF_TYPE, "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel"];
/** Blank nodes nested deeper than this are written under their label. */
const MAX_NESTING = 16;

/** Turtle. Quads of all graphs are merged into one, which is counted; duplicates are dropped when sorted. */
export function* writeTurtle(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  const report = options.report ?? emptyReport();
  yield* writeGraphs(inOneGraph(quads, report), options, report);
}

/** TriG: Turtle with named graphs. */
export function* writeTrig(quads: Iterable<Quad>, options: WriteOptions = {}): Generator<string> {
  yield* writeGraphs(quads, options, options.report ?? emptyReport());
}

/** The quads with the default graph in place of every other; the change is counted. */
export function* inOneGraph(quads: Iterable<Quad>, report: WriteReport): Generator<Quad> {
  for (const quad of quads) {
    if (quad.graph.termType === "DefaultGraph") yield quad;
    else {
      report.mergedGraphs++;
      yield dataFactory.quad(quad.subject, quad.predicate, quad.object);
    }
  }
}

function* writeGraphs(quads: Iterable<Quad>, options: WriteOptions, report: WriteReport): Generator<string> {
  if (options.sorted === false) {
    const prefixes = fixedPrefixes(options.prefixes);
    yield declarations(prefixes, options);
    yield* writeStreaming(quads, makeContext(prefixes, report));
    return;
  }
  const sorted = canonicalQuads(quads);
  const prefixes = prefixesFor(sorted, options.prefixes);
  const header = declarations(prefixes, options);
  const context = makeContext(prefixes, report, sharedBlanks(sorted));
  if (header !== "") yield header;
  let separator = header === "" ? "" : "\n";
  for (let start = 0; start < sorted.length; ) {
    const { graph } = sorted[start]!;
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.graph.equals(graph)) end++;
    yield separator;
    yield* writeGraphBlock(sorted.slice(start, end), graph, context);
    separator = "\n";
    start = end;
  }
}

interface WriteContext {
  readonly prefixes: PrefixTable;
  readonly report: WriteReport;
  /** Blank nodes that stand in more than one graph or name one, and so need their label. */
  readonly shared: ReadonlySet<string>;
}

function makeContext(prefixes: PrefixTable, report: WriteReport, shared: ReadonlySet<string> = new Set()): WriteContext {
  return { prefixes, report, shared };
}

function sharedBlanks(quads: readonly Quad[]): ReadonlySet<string> {
  const home = new Map<string, Term>();
  const shared = new Set<string>();
  for (const { subject, object, graph } of quads) {
    if (graph.termType === "BlankNode") shared.add(graph.value);
    for (const term of [subject, object]) {
      if (term.termType !== "BlankNode") continue;
      const first = home.get(term.value);
      if (first === undefined) home.set(term.value, graph);
      else if (!first.equals(graph)) shared.add(term.value);
    }
  }
  return shared;
}

function declarations(prefixes: PrefixTable, { version }: WriteOptions): string {
  const announced = version === undefined ? "" : `VERSION "${version}"\n`;
  return announced + prefixes.declared.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("");
}

/** Consecutive quads with one subject share it; nothing is held but the last terms. */
function* writeStreaming(quads: Iterable<Quad>, context: WriteContext): Generator<string> {
  let graph: Quad_Graph = dataFactory.defaultGraph();
  let subject: Term | undefined;
  let predicate: Term | undefined;
  const close = (): string => (subject === undefined ? "" : " .\n");
  for (const quad of quads) {
    if (!quad.graph.equals(graph)) {
      yield `${close()}${graph.termType === "DefaultGraph" ? "" : "}\n"}`;
      subject = undefined;
      graph = quad.graph;
      yield graph.termType === "DefaultGraph" ? "\n" : `\n${term(graph, context)} {\n`;
    }
    if (subject?.equals(quad.subject)) {
      if (predicate?.equals(quad.predicate)) yield `, ${term(quad.object, context)}`;
      else yield ` ;\n  ${verb(quad.predicate, context)} ${term(quad.object, context)}`;
    } else yield `${close()}${term(quad.subject, context)} ${verb(quad.predicate, context)} ${term(quad.object, context)}`;
    subject = quad.subject;
    predicate = quad.predicate;
  }
  yield `${close()}${graph.termType === "DefaultGraph" ? "" : "}\n"}`;
}

/** Predicate → objects of one subject. */
type Properties = Map<string, { readonly predicate: Term; readonly objects: Term[] }>;

interface GraphBlock {
  readonly context: WriteContext;
  /** Blank nodes that are written in brackets, by their key. */
  readonly subjects: ReadonlyMap<string, Properties>;
  /** Blank nodes that stand in exactly one place as object, and so can be written there in brackets. */
  readonly nested: ReadonlySet<string>;
}

/** The quads of one graph come sorted by subject, so only what is written elsewhere than in its place is held. */
function* writeGraphBlock(quads: readonly Quad[], graph: Quad_Graph, context: WriteContext): Generator<string> {
  const nested = nestedBlanks(quads, context.shared);
  const subjects = new Map<string, Properties>();
  const block: GraphBlock = { context, subjects, nested };
  for (const run of runsOfSubject(quads)) {
    const key = termKey(run[0]!.subject);
    if (nested.has(key)) subjects.set(key, propertiesOf(run));
  }
  const named = graph.termType !== "DefaultGraph";
  const indent = named ? "  " : "";
  if (named) yield `${term(graph, context)} {\n`;
  let first = true;
  for (const run of runsOfSubject(quads)) {
    const { subject } = run[0]!;
    if (nested.has(termKey(subject))) continue;
    if (!first) yield "\n";
    first = false;
    yield `${indent}${term(subject, context)}${propertyText(propertiesOf(run), block, `${indent}  `, 0)} .\n`;
  }
  if (named) yield "}\n";
}

function* runsOfSubject(quads: readonly Quad[]): Generator<readonly Quad[]> {
  for (let start = 0; start < quads.length; ) {
    let end = start + 1;
    while (end < quads.length && quads[end]!.subject.equals(quads[start]!.subject)) end++;
    yield quads.slice(start, end);
    start = end;
  }
}

function propertiesOf(quads: readonly Quad[]): Properties {
  const properties: Properties = new Map();
  for (const { predicate, object } of quads) {
    const property = properties.get(predicate.value);
    if (property === undefined) properties.set(predicate.value, { predicate, objects: [object] });
    else property.objects.push(object);
  }
  return properties;
}

/** Blank nodes with one use as object in the graph, none in another graph or in a triple term, and no cycle back to themselves. */
function nestedBlanks(quads: readonly Quad[], shared: ReadonlySet<string>): ReadonlySet<string> {
  const uses = new Map<string, { count: number; readonly parent: Term; readonly isRest: boolean }>();
  const barred = new Set<string>(shared);
  const bar = (inner: Term): void => {
    if (inner.termType === "BlankNode") barred.add(inner.value);
    else if (inner.termType === "Quad") [inner.subject, inner.object].forEach(bar);
  };
  for (const quad of quads) {
    if (quad.object.termType === "BlankNode") {
      const use = uses.get(quad.object.value);
      if (use === undefined) uses.set(quad.object.value, { count: 1, parent: quad.subject, isRest: quad.predicate.value === `${RDF}rest` });
      else use.count++;
    } else if (quad.object.termType === "Quad") bar(quad.object);
    if (quad.subject.termType === "Quad") bar(quad.subject);
  }
  // Depth of each nest below a subject that is written by itself; a cycle, or too deep a nest, is broken by writing the node under its label.
  const depths = new Map<string, number>();
  const nested = new Set<string>();
  for (const label of uses.keys()) {
    const chain: string[] = [];
    let at = label;
    for (let parent: Term | undefined; !depths.has(at); at = parent.value) {
      const use = uses.get(at);
      depths.set(at, 0);
      if (use === undefined || use.count !== 1 || barred.has(at)) break;
      chain.push(at);
      parent = use.parent;
      if (parent.termType !== "BlankNode") break;
    }
    // A chain that ran into itself ends in one of its own members: that one keeps its label.
    const cyclic = chain.includes(at) && uses.get(chain.at(-1)!)!.parent.value === at;
    let depth = cyclic || chain.at(-1) === at ? 0 : depths.get(at)!;
    for (const member of chain.reverse()) {
      if (cyclic && member === at) continue;
      // The cells of a list stand side by side on the page, however long it is.
      depth += uses.get(member)!.isRest ? 0 : 1;
      if (depth > MAX_NESTING) depth = 0;
      else nested.add(`_:${member}`);
      depths.set(member, depth);
    }
  }
  return nested;
}

function propertyText(properties: Properties, block: GraphBlock, indent: string, depth: number): string {
  const { context } = block;
  const rank = (iri: string): number => {
    const place = FIRST_PREDICATES.indexOf(iri);
    return place < 0 ? FIRST_PREDICATES.length : place;
  };
  const sorted = [...properties.values()]
    .map((property) => ({ ...property, name: verb(property.predicate, context) }))
    .sort((a, b) => rank(a.predicate.value) - rank(b.predicate.value) || (a.name < b.name ? -1 : 1));
  return sorted
    .map(({ name, objects }, i) => {
      const texts = objects.map((object) => objectText(object, block, indent, depth));
      const long = texts.length > 1 && texts.reduce((sum, text) => sum + text.length, 0) > 100;
      const list = long ? texts.map((text) => `\n${indent}  ${text}`).join(",") : ` ${texts.join(", ")}`;
      return `${i === 0 ? (depth === 0 ? ` ${name}` : `${name}`) : ` ;\n${indent}${name}`}${list}`;
    })
    .join("");
}

function objectText(object: Term, block: GraphBlock, indent: string, depth: number): string {
  if (object.termType !== "BlankNode" || !block.nested.has(termKey(object))) return term(object, block.context);
  const list = listItems(object, block);
  if (list !== undefined)
    return list.length === 0 ? "()" : `( ${list.map((item) => objectText(item, block, indent, depth + 1)).join(" ")} )`;
  const entry = block.subjects.get(termKey(object));
  if (entry === undefined) return "[]";
  if (entry.size === 1) return `[ ${propertyText(entry, block, `${indent}  `, depth + 1)} ]`;
  return `[\n${indent}  ${propertyText(entry, block, `${indent}  `, depth + 1)}\n${indent}]`;
}

/** Members of a well-formed RDF list whose cells are all nested; `undefined` for anything else. */
function listItems(head: Term, block: GraphBlock): readonly Term[] | undefined {
  const items: Term[] = [];
  for (let cell: Term = head; cell.value !== `${RDF}nil` || cell.termType !== "NamedNode"; ) {
    const entry = block.nested.has(termKey(cell)) ? block.subjects.get(termKey(cell)) : undefined;
    const first = entry?.get(`${RDF}first`)?.objects;
    const rest = entry?.get(`${RDF}rest`)?.objects;
    if (entry === undefined || entry.size !== 2 || first?.length !== 1 || rest?.length !== 1) return undefined;
    items.push(first[0]!);
    cell = rest[0]!;
  }
  return items;
}

function termKey(item: Term): string {
  if (item.termType === "BlankNode") return `_:${item.value}`;
  return item.termType === "Quad" ? quadKey(item) : `<${item.value}`;
}

function verb(predicate: Term, context: WriteContext): string {
  return predicate.value === RDF_TYPE ? "a" : term(predicate, context);
}

function term(item: Term, context: WriteContext): string {
  const { prefixes, report } = context;
  switch (item.termType) {
    case "NamedNode":
      return prefixes.compact(item.value) ?? `<${safeIri(item.value, report)}>`;
    case "BlankNode":
      return `_:${safeBlankLabel(item.value)}`;
    case "Quad":
      return `<<( ${term(item.subject, context)} ${term(item.predicate, context)} ${term(item.object, context)} )>>`;
    case "Literal": {
      if (item.language !== "") return quotedText(item.value, report) + languageSuffix(item);
      const datatype = item.datatype.value;
      if (datatype === `${XSD}string`) {
        return item.value.includes("\n") && !item.value.includes("\r")
          ? longQuotedText(item.value, report)
          : quotedText(item.value, report);
      }
      if (isBareLiteral(item.value, datatype)) return item.value;
      return `${quotedText(item.value, report)}^^${term(item.datatype, context)}`;
    }
    default:
      return "";
  }
}
