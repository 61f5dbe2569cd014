import { createDataFactory } from "@chancery/rdf";
import type { BaseQuad, Quad, Term } from "@rdfjs/types";

/** Blank nodes that could not be told apart are tried one by one; more attempts than this are not made (graphs built to resist it need exponentially many). */
const MAX_ATTEMPTS = 2000;

/** Blank node label → a string that depends only on how the node is connected, never on its label. Equal strings mean "not told apart". */
type Colours = ReadonlyMap<string, string>;

/**
 * The quads with blank nodes named `b0`, `b1`, … by their place in the graph, without duplicates, sorted: two isomorphic datasets give the same list.
 * Colour refinement, then individualisation of what symmetric nodes remain, as in nauty and RDFC-1.0 but without its fixed hash.
 */
export function canonicalQuads(quads: Iterable<Quad>): Quad[] {
  const list = [...quads];
  const involved = list.filter((quad) => blankLabels(quad).length > 0);
  const order = involved.length === 0 ? new Map<string, number>() : canonicalOrder(involved);
  const factory = createDataFactory();
  const rename = (term: Term): Term => {
    if (term.termType === "BlankNode") return factory.blankNode(`b${order.get(term.value)!}`);
    if (term.termType === "Quad" && order.size > 0) {
      return factory.quad(
        rename(term.subject) as Quad["subject"],
        term.predicate as Quad["predicate"],
        rename(term.object) as Quad["object"],
      );
    }
    return term;
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

function canonicalOrder(quads: readonly Quad[]): ReadonlyMap<string, number> {
  const labels = [...new Set(quads.flatMap(blankLabels))];
  const occurrences = new Map<string, Quad[]>(labels.map((label) => [label, []]));
  for (const quad of quads) for (const label of new Set(blankLabels(quad))) occurrences.get(label)!.push(quad);
  let attempts = 0;

  const settle = (colours: Colours): { readonly text: string; readonly order: ReadonlyMap<string, number> } => {
    const refined = refine(occurrences, colours);
    const classes = new Map<string, string[]>();
    for (const [label, colour] of refined) {
      const members = classes.get(colour);
      if (members === undefined) classes.set(colour, [label]);
      else members.push(label);
    }
    const sorted = [...classes].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const tied = sorted.find(([, members]) => members.length > 1);
    if (tied === undefined) {
      const order = new Map(sorted.map(([, members], i) => [members[0]!, i]));
      const named = new Map([...order].map(([label, i]) => [label, `_:b${i}`]));
      const text = quads
        .map((quad) => quadKey(quad, named))
        .sort()
        .join("\n");
      return { text, order };
    }
    let best: { readonly text: string; readonly order: ReadonlyMap<string, number> } | undefined;
    for (const label of tied[1]) {
      if (best !== undefined && attempts >= MAX_ATTEMPTS) break;
      attempts++;
      const candidate = settle(new Map(refined).set(label, `${tied[0]}!`));
      if (best === undefined || candidate.text < best.text) best = candidate;
      // Most ties are between nodes that are truly alike (several empty nodes): then any of them will do.
      if (interchangeable(tied[1], occurrences)) break;
    }
    return best!;
  };
  return settle(new Map(labels.map((label) => [label, ""]))).order;
}

/** Whether no quad joins a node of the class to any other blank node: swapping two of them changes nothing but themselves. */
function interchangeable(members: readonly string[], occurrences: ReadonlyMap<string, readonly Quad[]>): boolean {
  return members.every((label) => occurrences.get(label)!.every((quad) => new Set(blankLabels(quad)).size === 1));
}

/** Rounds of: the new colour of a node is the sorted list of its quads, seen from it, with the colours of the other nodes. Ends when no class splits any more. */
function refine(occurrences: ReadonlyMap<string, readonly Quad[]>, start: Colours): Colours {
  let colours = start;
  let classes = new Set(colours.values()).size;
  for (;;) {
    const signatures = new Map<string, string>();
    for (const [label, quads] of occurrences) {
      const seen = new Map(quads.flatMap(blankLabels).map((other): [string, string] => [other, `?${colours.get(other)!}`]));
      seen.set(label, "@");
      signatures.set(
        label,
        `${colours.get(label)!}|${quads
          .map((quad) => quadKey(quad, seen))
          .sort()
          .join("\n")}`,
      );
    }
    // Numbers instead of ever longer strings; numbered by signature, so they do not depend on labels.
    const ranks = new Map([...new Set(signatures.values())].sort().map((signature, i) => [signature, String(i).padStart(7, "0")]));
    colours = new Map([...signatures].map(([label, signature]) => [label, ranks.get(signature)!]));
    if (ranks.size === classes || ranks.size === occurrences.size) return colours;
    classes = ranks.size;
  }
}

function blankLabels(quad: Quad): string[] {
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
