import { createDataFactory } from "@chancery/rdf";
import type { BaseQuad, Quad, Term } from "@rdfjs/types";
import { canonicalComponent } from "./canonical-component.ts";

/**
 * The quads with blank nodes named `b0`, `b1`, … by their place in the graph, without duplicates, sorted: two isomorphic datasets give the same list.
 * Holds a key a quad in memory.
 */
export function canonicalQuads(quads: Iterable<Quad>): Quad[] {
  const list = [...quads];
  const involved = new Map(list.filter((quad) => blankLabels(quad).length > 0).map((quad) => [quadKey(quad), quad]));
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
  const renamed = new Map<string, Quad>();
  for (const quad of list) {
    const next =
      order.size === 0 || blankLabels(quad).length === 0
        ? quad
        : factory.quad(
            rename(quad.subject) as Quad["subject"],
            quad.predicate,
            rename(quad.object) as Quad["object"],
            rename(quad.graph) as Quad["graph"],
          );
    renamed.set(quadKey(next), next);
  }
  return [...renamed].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, quad]) => quad);
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

function termKey(term: Term, names: ReadonlyMap<string, string> | undefined): string {
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
