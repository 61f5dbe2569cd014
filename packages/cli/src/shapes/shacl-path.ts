import { namespace, namespaces } from "@chancery/rdf";
import type { DatasetCore, Quad, Term } from "@rdfjs/types";

const sh = namespace("http://www.w3.org/ns/shacl#");
const { rdf } = namespaces;

/** Deeper paths are cut: nobody reads them, and a circle has no end. */
const MAX_DEPTH = 20;

/** Properties that stand before or behind the path that they hold, as SPARQL writes them. */
const MARKS: readonly (readonly [property: string, before: string, behind: string])[] = [
  ["inversePath", "^", ""],
  ["zeroOrMorePath", "", "*"],
  ["oneOrMorePath", "", "+"],
  ["zeroOrOnePath", "", "?"],
];

/** A SHACL property path (an IRI, or a blank node's structure in the data set) in SPARQL's syntax. */
export function renderShaclPath(path: Term, dataset: DatasetCore, depth = 0): string {
  if (path.termType !== "BlankNode") return depth === 0 ? path.value : `<${path.value}>`;
  if (depth > MAX_DEPTH) return "…";
  const object = (node: Term, property: Term): Term | undefined =>
    ([...dataset.match(node as Quad["subject"], property as Quad["predicate"])][0] as Quad | undefined)?.object;
  for (const [property, before, behind] of MARKS) {
    const inner = object(path, sh(property));
    if (inner !== undefined) return `${before}${inBrackets(renderShaclPath(inner, dataset, depth + 1))}${behind}`;
  }
  const alternatives = object(path, sh("alternativePath"));
  const parts: string[] = [];
  let list = alternatives ?? path;
  while (parts.length <= MAX_DEPTH) {
    const first = object(list, rdf("first"));
    if (first === undefined) break;
    parts.push(inBrackets(renderShaclPath(first, dataset, depth + 1)));
    list = object(list, rdf("rest")) ?? rdf("nil");
  }
  return parts.length === 0 ? "[path]" : parts.join(alternatives === undefined ? "/" : "|");
}

const inBrackets = (path: string): string => (/[/|]/.test(path.replace(/<[^<>]*>/g, "")) ? `(${path})` : path);
