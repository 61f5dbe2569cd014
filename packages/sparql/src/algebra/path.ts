import { unreachable } from "@chancery/rdf";
import type { NamedNode } from "@rdfjs/types";
import type { PathSyntax } from "../parse/ast.ts";

/** A property path. `negated` holds the forward and the inverse predicates of `!(…)`. */
export type Path =
  | { readonly kind: "link"; readonly predicate: NamedNode }
  | { readonly kind: "inverse"; readonly path: Path }
  | { readonly kind: "sequence"; readonly paths: readonly Path[] }
  | { readonly kind: "alternative"; readonly paths: readonly Path[] }
  | { readonly kind: "zeroOrMore" | "oneOrMore" | "zeroOrOne"; readonly path: Path }
  | {
      readonly kind: "negated";
      readonly forward: readonly NamedNode[] | undefined;
      readonly backward: readonly NamedNode[] | undefined;
    };

/** Translates a path of the syntax tree. */
export function toPath(syntax: NamedNode | PathSyntax): Path {
  if (!("pathType" in syntax)) return { kind: "link", predicate: syntax };
  const [first] = syntax.items;
  switch (syntax.pathType) {
    case "/":
      return { kind: "sequence", paths: syntax.items.map(toPath) };
    case "|":
      return { kind: "alternative", paths: syntax.items.map(toPath) };
    case "^":
      return { kind: "inverse", path: toPath(first!) };
    case "*":
      return { kind: "zeroOrMore", path: toPath(first!) };
    case "+":
      return { kind: "oneOrMore", path: toPath(first!) };
    case "?":
      return { kind: "zeroOrOne", path: toPath(first!) };
    case "!":
      return toNegated(syntax.items);
    default:
      return unreachable(syntax.pathType);
  }
}

/** `!(a|^b)` is the union of "some forward link but a" and "some backward link but b"; a side that is not named takes no part (18.2.2.3). */
function toNegated(items: readonly (NamedNode | PathSyntax)[]): Path {
  const forward: NamedNode[] = [];
  const backward: NamedNode[] = [];
  const visit = (item: NamedNode | PathSyntax): void => {
    if (!("pathType" in item)) forward.push(item);
    else if (item.pathType === "^") backward.push(item.items[0] as NamedNode);
    else item.items.forEach(visit);
  };
  items.forEach(visit);
  return {
    kind: "negated",
    forward: forward.length > 0 || backward.length === 0 ? forward : undefined,
    backward: backward.length > 0 ? backward : undefined,
  };
}

/** The path read from object to subject. */
export function reversePath(path: Path): Path {
  switch (path.kind) {
    case "link":
      return { kind: "inverse", path };
    case "inverse":
      return path.path;
    case "sequence":
      return { kind: "sequence", paths: path.paths.map(reversePath).reverse() };
    case "alternative":
      return { kind: "alternative", paths: path.paths.map(reversePath) };
    case "zeroOrMore":
    case "oneOrMore":
    case "zeroOrOne":
      return { kind: path.kind, path: reversePath(path.path) };
    case "negated":
      return { kind: "negated", forward: path.backward, backward: path.forward };
    default:
      return unreachable(path);
  }
}

/** SPARQL path syntax, fully parenthesised. */
export function printPath(path: Path): string {
  switch (path.kind) {
    case "link":
      return `<${path.predicate.value}>`;
    case "inverse":
      return `^${printPath(path.path)}`;
    case "sequence":
      return `(${path.paths.map(printPath).join("/")})`;
    case "alternative":
      return `(${path.paths.map(printPath).join("|")})`;
    case "zeroOrMore":
      return `${printPath(path.path)}*`;
    case "oneOrMore":
      return `${printPath(path.path)}+`;
    case "zeroOrOne":
      return `${printPath(path.path)}?`;
    case "negated":
      return `!(${[...(path.forward ?? []).map((p) => `<${p.value}>`), ...(path.backward ?? []).map((p) => `^<${p.value}>`)].join("|")})`;
    default:
      return unreachable(path);
  }
}
