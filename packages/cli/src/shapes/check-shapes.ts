import { dataFactory, namespace, namespaces, QuadStore, type QuadStore as Store } from "@chancery/rdf";
import type { DatasetCore, Quad, Term } from "@rdfjs/types";
import { ChanceryError } from "chancery";
import { renderShaclPath } from "./shacl-path.ts";
import { classCycle, countFocusNodes, readOnlyDataset } from "./shape-data.ts";

/** One node of which one constraint does not hold. */
export interface ShapeProblem {
  readonly kind: "violation" | "warning" | "info";
  /** IRI, or `_:label`. */
  readonly focusNode: string;
  /** The property: an IRI, or a path in SPARQL's syntax; absent where the node itself is wrong. */
  readonly path?: string;
  readonly value?: string;
  readonly message: string;
  /** Local name of the constraint component, e.g. `MinCountConstraintComponent`. */
  readonly constraint: string;
  /** The shape, where it has an IRI. */
  readonly shape?: string;
  /** Named graphs that say something of the focus node: the documents to look at. */
  readonly graphs: readonly string[];
}

export interface ShapeReport {
  /** Nodes that some shape applies to. Where there is none, nothing was checked. */
  readonly nodes: number;
  /** By focus node, path, constraint and value. */
  readonly problems: readonly ShapeProblem[];
  /** What of the shapes was not checked, and why. */
  readonly notes: readonly string[];
  /** The report in the SHACL vocabulary. */
  readonly report: Iterable<Quad>;
}

const sh = namespace("http://www.w3.org/ns/shacl#");
const { owl, rdfs } = namespaces;

/** Properties of SHACL beyond Core: the validator passes over them in silence. */
const BEYOND_CORE = ["sparql", "js", "rule", "target", "expression", "nodeExpression"] as const;

/**
 * Checks all graphs of a store, taken as one, against SHACL Core shapes. Subclasses that the shapes state hold for the data, too: data often comes without its
 * vocabulary. Nothing is fetched.
 *
 * @throws ChanceryError `shacl.no-validator` where the optional package is not installed, `shacl.invalid-shapes`, `shacl.class-cycle`.
 */
export async function checkShapes(store: Store, shapes: readonly Quad[]): Promise<ShapeReport> {
  const imports = shapes.filter(({ predicate }) => predicate.equals(owl("imports")));
  const usable = shapes.filter((quad) => !imports.includes(quad));
  const data = mergedData(store, usable);
  const validator = new (await loadValidator())(readOnlyDataset(usable));
  try {
    const { results, dataset } = await validator.validate(readOnlyDataset(data));
    const problems = results.map((result) => problemOf(result, dataset, store, usable));
    return { nodes: countFocusNodes(data, usable), problems: problems.sort(byPlace), notes: notesOn(usable, imports), report: dataset };
  } catch (cause) {
    throw new ChanceryError("shacl.invalid-shapes", `The shapes can't be used: ${(cause as Error).message}`, {
      remedy: "Check that they are SHACL Core: https://www.w3.org/TR/shacl/ says what each property may be.",
      cause,
    });
  }
}

/** All graphs as one, with the class hierarchy of the shapes. */
function mergedData(store: Store, shapes: readonly Quad[]): QuadStore {
  const data = new QuadStore({ dictionary: store.dictionary });
  const isLoop = ({ subject, predicate, object }: Quad): boolean => predicate.equals(rdfs("subClassOf")) && subject.equals(object);
  const add = (quad: Quad): void => {
    // That a class is a subclass of itself says nothing, and the validator would follow it for ever.
    if (!isLoop(quad)) data.add(dataFactory.quad(quad.subject, quad.predicate, quad.object));
  };
  for (const quad of store.quads()) add(quad);
  for (const quad of shapes) if (quad.predicate.equals(rdfs("subClassOf"))) add(quad);
  const cycle = classCycle(data);
  if (cycle !== undefined) {
    throw new ChanceryError("shacl.class-cycle", `Classes are subclasses of each other: ${cycle.join(" → ")}.`, {
      remedy: "Remove one of these rdfs:subClassOf statements from the data or the shapes.",
    });
  }
  return data;
}

function notesOn(shapes: readonly Quad[], imports: readonly Quad[]): readonly string[] {
  const notes: string[] = [];
  if (imports.length > 0)
    notes.push(`owl:imports is not followed; name those files with --shapes, too: ${imports.map(({ object }) => object.value).join(", ")}`);
  const beyond = BEYOND_CORE.filter((name) => shapes.some(({ predicate }) => predicate.equals(sh(name))));
  if (beyond.length > 0) notes.push(`not checked, as it is beyond SHACL Core: ${beyond.map((name) => `sh:${name}`).join(", ")}`);
  return notes;
}

type Validator = typeof import("rdf-validate-shacl").default;
type Result = Awaited<ReturnType<InstanceType<Validator>["validate"]>>["results"][number];

async function loadValidator(): Promise<Validator> {
  try {
    return (await import("rdf-validate-shacl")).default;
  } catch (cause) {
    throw new ChanceryError("shacl.no-validator", "Checking shapes needs the package rdf-validate-shacl, which is not installed.", {
      remedy: "Install it beside this one: npm install rdf-validate-shacl",
      cause,
    });
  }
}

function problemOf(result: Result, report: DatasetCore, store: Store, shapes: readonly Quad[]): ShapeProblem {
  // The package's types leave out that these may be missing.
  const { focusNode, path, value, sourceShape, severity, sourceConstraintComponent, message } = result as {
    readonly [Key in keyof Result]: Result[Key] | null;
  };
  const said = (message ?? []).map((term) => term.value).sort();
  const constraint = localName(sourceConstraintComponent?.value ?? "");
  return {
    kind: severity?.value === sh("Warning").value ? "warning" : severity?.value === sh("Info").value ? "info" : "violation",
    focusNode: focusNode === null ? "" : textOf(focusNode),
    ...(path === null ? {} : { path: renderShaclPath(path, report) }),
    ...(value === null ? {} : { value: textOf(value) }),
    message: said.length > 0 ? said.join("; ") : ownMessage(constraint, sourceShape, shapes),
    constraint,
    ...(sourceShape?.termType === "NamedNode" ? { shape: sourceShape.value } : {}),
    graphs: focusNode === null || focusNode.termType === "Literal" ? [] : graphsOf(store, focusNode),
  };
}

/** For constraints of which the validator says nothing: their parameter, as the shape has it. */
function ownMessage(constraint: string, shape: Term | null, shapes: readonly Quad[]): string {
  const name = constraint.replace(/ConstraintComponent$/, "").replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  const wanted = shapes.filter(({ subject, predicate }) => shape !== null && subject.equals(shape) && predicate.equals(sh(name)));
  const values = wanted.flatMap(({ object }) => (object.termType === "BlankNode" ? [] : [object.value]));
  return `Does not fit sh:${name}${values.length === 0 ? "" : ` ${values.join(", ")}`}`;
}

const localName = (iri: string): string => iri.replace(/^.*[#/]/, "");
const textOf = (term: Term): string => (term.termType === "BlankNode" ? `_:${term.value}` : term.value);
const graphsOf = (store: Store, node: Term): readonly string[] =>
  [...new Set(Array.from(store.quads(node), ({ graph }) => graph.value))].filter((name) => name !== "").sort();

function byPlace(a: ShapeProblem, b: ShapeProblem): number {
  const key = ({ focusNode, path = "", constraint, value = "" }: ShapeProblem): readonly string[] => [focusNode, path, constraint, value];
  const [x, y] = [key(a), key(b)];
  for (const [index, part] of x.entries()) {
    const other = y[index] ?? "";
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}
