import { createDataFactory } from "@chancery/rdf";
import type { BaseQuad, Quad, Term } from "@rdfjs/types";
import { canonicalComponent } from "./canonical-component.ts";

/**
 * The quads with blank nodes named `b0`, `b1`, … by their place in the graph, without duplicates, sorted: two isomorphic datasets give the same list.
 * Holds a key a quad in memory.
 */
export function canonicalQuads(quads: Iterable<Quad>): Quad[] {
  const plain: Quad[] = [];
  const involved = new Map<string, Quad>();
  for (const quad of quads) {
    if (hasBlank(quad)) involved.set(quadKey(quad), quad);
    else plain.push(quad);
  }
  if (involved.size === 0) return sortedDistinct(plain);
  const order = canonicalOrder([...involved.values()]);
  const factory = createDataFactory();
  const rename = (term: Term): Term => {
    if (term.termType === "BlankNode") return factory.blankNode(`b${order.get(term.value)!}`);
    if (term.termType !== "Quad") return term;
    return factory.quad(
      rename(term.subject) as Quad["subject"],
      term.predicate as Quad["predicate"],
      rename(term.object) as Quad["object"],
    );
  };
  for (const { subject, predicate, object, graph } of involved.values()) {
    plain.push(
      factory.quad(rename(subject) as Quad["subject"], predicate, rename(object) as Quad["object"], rename(graph) as Quad["graph"]),
    );
  }
  return sortedDistinct(plain);
}

/** Without duplicates, by graph, subject, predicate, object. Sorted in groups, so that long common beginnings of keys are not compared again and again. */
function sortedDistinct(quads: readonly Quad[]): Quad[] {
  const graphs = new Map<string, Map<string, Quad[]>>();
  for (const quad of quads) {
    const graphKey = termKey(quad.graph);
    let subjects = graphs.get(graphKey);
    if (subjects === undefined) {
      subjects = new Map();
      graphs.set(graphKey, subjects);
    }
    const subjectKey = termKey(quad.subject);
    const group = subjects.get(subjectKey);
    if (group === undefined) subjects.set(subjectKey, [quad]);
    else group.push(quad);
  }
  const sorted: Quad[] = [];
  for (const graphKey of [...graphs.keys()].sort()) {
    const subjects = graphs.get(graphKey)!;
    for (const subjectKey of [...subjects.keys()].sort()) {
      const keyed = subjects.get(subjectKey)!.map((quad) => ({ quad, key: `${termKey(quad.predicate)}\u0001${termKey(quad.object)}` }));
      keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      for (let i = 0; i < keyed.length; i++) if (i === 0 || keyed[i]!.key !== keyed[i - 1]!.key) sorted.push(keyed[i]!.quad);
    }
  }
  return sorted;
}

function hasBlank({ subject, object, graph }: Quad): boolean {
  const blank = (term: Term): boolean =>
    term.termType === "BlankNode" || (term.termType === "Quad" && (blank(term.subject) || blank(term.object)));
  return blank(subject) || blank(object) || blank(graph);
}

/** Whether two datasets differ in nothing but the names of their blank nodes. Language tags are compared without regard to case. */
export function isomorphic(left: Iterable<Quad>, right: Iterable<Quad>): boolean {
  const a = canonicalQuads(left);
  const b = canonicalQuads(right);
  return a.length === b.length && a.every((quad, i) => quadKey(quad) === quadKey(b[i]!));
}

/** Number of each blank node: components by their canonical text, nodes by their place in it. Equal components are alike, so their order does not matter. */
function canonicalOrder(quads: readonly Quad[]): ReadonlyMap<string, number> {
  const settled = components(quads).map(canonicalComponent);
  settled.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return new Map(settled.flatMap(({ labels }) => labels).map((label, i) => [label, i]));
}

/** Quads that hang together by blank nodes. */
function components(quads: readonly Quad[]): readonly (readonly Quad[])[] {
  const parent = new Map<string, string>();
  const root = (label: string): string => {
    let at = label;
    while (parent.get(at) !== at) {
      const up = parent.get(at) ?? at;
      parent.set(at, parent.get(up) ?? up);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const quad of quads) {
    const [first, ...others] = blankLabels(quad);
    const home = root(first!);
    for (const other of others) parent.set(root(other), home);
  }
  const groups = new Map<string, Quad[]>();
  for (const quad of quads) {
    const key = root(blankLabels(quad)[0]!);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [quad]);
    else group.push(quad);
  }
  return [...groups.values()];
}

/** The quad as a string; graph first, so that sorting groups graphs, then subjects. `names` replaces blank node labels. */
export function quadKey(quad: BaseQuad, names?: ReadonlyMap<string, string>): string {
  return `${termKey(quad.graph, names)}\u0001${termKey(quad.subject, names)}\u0001${termKey(quad.predicate, names)}\u0001${termKey(quad.object, names)}`;
}

function termKey(term: Term, names?: ReadonlyMap<string, string>): string {
  switch (term.termType) {
    case "BlankNode":
      // Zero-padded so that b10 sorts behind b9.
      return names?.get(term.value) ?? `_:${term.value.replace(/\d+/, (digits) => digits.padStart(8, "0"))}`;
    case "Literal":
      return `"${term.value}"${term.language.toLowerCase()}-${term.direction ?? ""}^${term.datatype.value}`;
    case "Quad":
      return `(${termKey(term.subject, names)} ${termKey(term.predicate, names)} ${termKey(term.object, names)})`;
    case "DefaultGraph":
      return "";
    default:
      return `<${term.value}>`;
  }
}

/** Labels of the blank nodes in a quad, triple terms included, in order. */
export function blankLabels(quad: BaseQuad): string[] {
  const labels: string[] = [];
  const visit = (term: Term): void => {
    if (term.termType === "BlankNode") labels.push(term.value);
    else if (term.termType === "Quad") [term.subject, term.object].forEach(visit);
  };
  visit(quad.subject);
  visit(quad.object);
  visit(quad.graph);
  return labels;
}
