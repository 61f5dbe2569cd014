import type { TermId, TripleIndex } from "@chancery/rdf";
import type { IdPattern, Slot } from "../plan/plan.ts";
import { type ActiveDataset, indexOf } from "./context.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

/**
 * Where the matches of one lookup lie: entries `[start, end)` of the arrays. Positions that the lookup bound have no array.
 * One object is refilled for every lookup.
 */
export interface Matches {
  start: number;
  end: number;
  subject: Uint32Array | undefined;
  predicate: Uint32Array | undefined;
  object: Uint32Array | undefined;
  graph: Uint32Array | undefined;
}

export function createMatches(): Matches {
  return { start: 0, end: 0, subject: undefined, predicate: undefined, object: undefined, graph: undefined };
}

/** Fills `matches` for one combination of bound ids; 0 is the wildcard. At least one of subject, predicate and object must be bound. */
export type Lookup = (subject: TermId, predicate: TermId, object: TermId, graph: TermId, matches: Matches) => void;

/** The lookup of a pattern, in the index of its graph. */
export function createLookup(dataset: ActiveDataset, pattern: IdPattern): Lookup {
  if (pattern.graph.kind === "variable") return (s, p, o, g, matches) => findQuads(dataset, s, p, o, g, matches);
  const index = indexOf(dataset, pattern.graph);
  return (s, p, o, _, matches) => findTriples(index, s, p, o, matches);
}

function findTriples(index: TripleIndex, subject: TermId, predicate: TermId, object: TermId, matches: Matches): void {
  matches.start = 0;
  matches.end = 0;
  // Terms of this execution only: in no index.
  if (subject >= FIRST_LOCAL_ID || predicate >= FIRST_LOCAL_ID || object >= FIRST_LOCAL_ID) return;
  if (subject !== 0) {
    if (object === 0) {
      const range = index.range("spo", subject, predicate);
      matches.start = range.start;
      matches.end = range.end;
      matches.predicate = range.second;
      matches.object = range.third;
    } else if (predicate === 0) {
      const range = index.range("osp", object, subject);
      matches.start = range.start;
      matches.end = range.end;
      matches.predicate = range.third;
    } else if (index.has(subject, predicate, object)) {
      matches.end = 1;
    }
  } else if (predicate !== 0) {
    const range = index.range("pos", predicate, object);
    matches.start = range.start;
    matches.end = range.end;
    matches.object = range.second;
    matches.subject = range.third;
  } else {
    const range = index.range("osp", object);
    matches.start = range.start;
    matches.end = range.end;
    matches.subject = range.second;
    matches.predicate = range.third;
  }
}

function findQuads(dataset: ActiveDataset, subject: TermId, predicate: TermId, object: TermId, graph: TermId, matches: Matches): void {
  matches.start = 0;
  matches.end = 0;
  if (subject >= FIRST_LOCAL_ID || predicate >= FIRST_LOCAL_ID || object >= FIRST_LOCAL_ID || graph >= FIRST_LOCAL_ID) return;
  if (graph !== 0 && dataset.visible !== undefined && !dataset.visible.has(graph)) return;
  const quads = dataset.version.namedQuads(subject, predicate, object, graph);
  matches.end = quads.length;
  matches.subject = quads.subject;
  matches.predicate = quads.predicate;
  matches.object = quads.object;
  matches.graph = quads.graph;
}

export type Position = "subject" | "predicate" | "object" | "graph";
const POSITIONS: readonly Position[] = ["subject", "predicate", "object", "graph"];

/** How a pattern reads its input's columns and writes its output's. */
export interface PatternLayout {
  /** Per position: the constant id, or 0. */
  readonly ids: readonly [number, number, number, number];
  /** Per position: the input column with the bound value, or −1. */
  readonly inputs: readonly [number, number, number, number];
  /** Free positions and the output column of each; −1 when nobody needs the value. */
  readonly outputs: readonly { readonly position: Position; readonly column: number }[];
  /** Pairs of free positions with the same variable. */
  readonly equal: readonly (readonly [Position, Position])[];
  /** Whether the graph must be checked against FROM NAMED. */
  readonly checkGraph: boolean;
}

export function layoutOf(pattern: IdPattern, input: readonly string[], output: readonly string[], dataset: ActiveDataset): PatternLayout {
  const graph: Slot = pattern.graph.kind === "default" ? { kind: "id", id: 0 } : pattern.graph;
  const slots: readonly Slot[] = [pattern.subject, pattern.predicate, pattern.object, graph];
  const ids = slots.map((slot) => (slot.kind === "id" ? slot.id : 0));
  const inputs = slots.map((slot) => (slot.kind === "variable" ? input.indexOf(slot.name) : -1));
  const outputs: { position: Position; column: number }[] = [];
  const equal: (readonly [Position, Position])[] = [];
  const first = new Map<string, Position>();
  slots.forEach((slot, i) => {
    if (slot.kind === "id" || inputs[i]! >= 0) return;
    const position = POSITIONS[i]!;
    const earlier = first.get(slot.name);
    if (earlier !== undefined) {
      equal.push([earlier, position]);
      return;
    }
    first.set(slot.name, position);
    outputs.push({ position, column: output.indexOf(slot.name) });
  });
  return {
    ids: ids as unknown as PatternLayout["ids"],
    inputs: inputs as unknown as PatternLayout["inputs"],
    outputs: outputs.filter(({ column }) => column >= 0),
    equal,
    checkGraph: pattern.graph.kind === "variable" && dataset.visible !== undefined,
  };
}

/** Whether entry `i` of the matches passes the checks that the index could not do. */
export function passes(layout: PatternLayout, matches: Matches, i: number, dataset: ActiveDataset): boolean {
  for (const [a, b] of layout.equal) if (matches[a]![i] !== matches[b]![i]) return false;
  return !layout.checkGraph || matches.graph === undefined || dataset.visible!.has(matches.graph[i]!);
}

/** Whether every entry passes without looking. */
export function needsNoCheck(layout: PatternLayout): boolean {
  return layout.equal.length === 0 && !layout.checkGraph;
}
