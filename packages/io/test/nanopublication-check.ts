import type { Quad } from "@rdfjs/types";

const NP = "http://www.nanopub.org/nschema#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** What the nanopublication guidelines (working draft, "well-formedness") find wrong, and how many nanopublications there are. */
export function checkNanopublications(quads: readonly Quad[]): { readonly count: number; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const used = new Set<string>();
  const graphs = new Map<string, Quad[]>();
  for (const quad of quads) graphs.set(quad.graph.value, [...(graphs.get(quad.graph.value) ?? []), quad]);
  const heads = quads.filter(({ predicate, object }) => predicate.value === TYPE && object.value === `${NP}Nanopublication`);
  for (const { subject: nanopub, graph: head } of heads) {
    const say = (what: string): void => {
      problems.push(`${nanopub.value}: ${what}`);
    };
    const part = (name: string): string => {
      const found = (graphs.get(head.value) ?? []).filter(
        ({ subject, predicate }) => subject.equals(nanopub) && predicate.value === NP + name,
      );
      if (found.length !== 1) say(`${found.length} statements np:${name} in the head`);
      return found[0]?.object.value ?? "";
    };
    const [assertion, provenance, info] = [part("hasAssertion"), part("hasProvenance"), part("hasPublicationInfo")];
    const names = [nanopub.value, head.value, assertion, provenance, info];
    if (new Set(names).size !== 5) say("the five names are not different");
    for (const graph of names.slice(1)) {
      if (used.has(graph)) say(`${graph} belongs to two nanopublications`);
      used.add(graph);
      if ((graphs.get(graph) ?? []).length === 0) say(`${graph} is empty`);
    }
    const mentions = (graph: string, name: string): boolean =>
      (graphs.get(graph) ?? []).some(({ subject, object }) => subject.value === name || object.value === name);
    if (!mentions(provenance, assertion)) say("the provenance does not mention the assertion");
    if (!mentions(info, nanopub.value)) say("the publication info does not mention the nanopublication");
    if ((graphs.get(head.value) ?? []).length !== 4) say("the head holds more or less than four statements");
  }
  for (const graph of graphs.keys()) if (!used.has(graph)) problems.push(`the graph <${graph}> belongs to no nanopublication`);
  for (const quad of quads)
    if ([quad.subject, quad.object].some(({ termType }) => termType === "BlankNode")) problems.push("there is a blank node");
  return { count: heads.length, problems };
}
