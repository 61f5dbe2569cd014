import { namespace, namespaces, type QuadStore } from "@chancery/rdf";
import type { DatasetCore, Quad, Term } from "@rdfjs/types";

const sh = namespace("http://www.w3.org/ns/shacl#");
const { owl, rdf, rdfs } = namespaces;

/** Quads as an RDF/JS dataset that a validator may only read. The store's indexes answer `match`; `QuadStore.dataset()` would make a store of each answer. */
export function readOnlyDataset(quads: QuadStore | readonly Quad[]): DatasetCore {
  const find = (subject?: Term | null, predicate?: Term | null, object?: Term | null): readonly Quad[] =>
    "quads" in quads
      ? [...quads.quads(subject, predicate, object)]
      : quads.filter(
          (quad) =>
            (subject?.equals(quad.subject) ?? true) && (predicate?.equals(quad.predicate) ?? true) && (object?.equals(quad.object) ?? true),
        );
  const refuse = (): never => {
    throw new TypeError("This dataset can only be read.");
  };
  return {
    get size() {
      return "quads" in quads ? quads.size : quads.length;
    },
    has: ({ subject, predicate, object }) => find(subject, predicate, object).length > 0,
    match: (subject, predicate, object) => readOnlyDataset(find(subject, predicate, object)),
    [Symbol.iterator]: () => find()[Symbol.iterator](),
    add: refuse,
    delete: refuse,
  };
}

/** Classes that are subclasses of each other in a circle, the first one repeated at the end; `undefined` where there is none. */
export function classCycle(data: QuadStore): readonly string[] | undefined {
  const parents = new Map<string, string[]>();
  for (const { subject, object } of data.quads(undefined, rdfs("subClassOf"))) {
    const known = parents.get(subject.value);
    if (known === undefined) parents.set(subject.value, [object.value]);
    else known.push(object.value);
  }
  const done = new Set<string>();
  for (const start of [...parents.keys()].sort()) {
    // Depth first, without recursion: a hierarchy may be deeper than the stack.
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path[path.length - 1] as (typeof path)[number];
      const above = done.has(top.name) ? undefined : parents.get(top.name)?.[top.next++];
      if (above === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
      } else if (onPath.has(above)) {
        const names = path.map(({ name }) => name);
        return [...names.slice(names.indexOf(above)), above];
      } else if (!done.has(above)) {
        path.push({ name: above, next: 0 });
        onPath.add(above);
      }
    }
  }
  return undefined;
}

/** How many nodes of the data some shape names as its target, by node, class or property. */
export function countFocusNodes(data: QuadStore, shapes: readonly Quad[]): number {
  const found = new Set<string>();
  const take = (node: Term): void => {
    found.add(`${node.termType} ${node.value}`);
  };
  const classes: Term[] = [];
  for (const { subject, predicate, object } of shapes) {
    if (predicate.equals(sh("targetNode"))) take(object);
    else if (predicate.equals(sh("targetClass"))) classes.push(object);
    else if (predicate.equals(sh("targetSubjectsOf"))) for (const quad of data.quads(undefined, object)) take(quad.subject);
    else if (predicate.equals(sh("targetObjectsOf"))) for (const quad of data.quads(undefined, object)) take(quad.object);
    else if (predicate.equals(rdf("type")) && (object.equals(rdfs("Class")) || object.equals(owl("Class")))) classes.push(subject);
  }
  const seen = new Set<string>();
  for (let name = classes.pop(); name !== undefined; name = classes.pop()) {
    if (seen.has(name.value)) continue;
    seen.add(name.value);
    for (const { subject } of data.quads(undefined, rdf("type"), name)) take(subject);
    for (const { subject } of data.quads(undefined, rdfs("subClassOf"), name)) classes.push(subject);
  }
  return found.size;
}
