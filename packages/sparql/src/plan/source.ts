import type { TermId, TripleIndex } from "@chancery/rdf";
import type { Term } from "@rdfjs/types";
import type { GraphScope, PatternTerm } from "../algebra/algebra.ts";
import type { GraphSlot, IdPattern, Slot } from "./plan.ts";

/** What the planner asks of the data: ids, exact counts, graphs. */
export interface PlanSource {
  /** Id of a term; terms that the data do not have get an id that matches nothing. */
  idOf(term: Term): TermId;
  termOf(id: TermId): Term;
  /** Whether the id is in the store's dictionary at all. */
  isStored(id: TermId): boolean;
  readonly defaultGraph: TripleIndex;
  graph(graph: TermId): TripleIndex;
  /** Ids of the visible named graphs. */
  readonly named: Uint32Array;
  countNamed(subject: TermId, predicate: TermId, object: TermId, graph: TermId): number;
}

export function toSlot(term: PatternTerm, source: PlanSource): Slot {
  switch (term.kind) {
    case "variable":
      return { kind: "variable", name: term.name };
    case "term":
      return { kind: "id", id: source.idOf(term.term) };
    case "triple":
      throw new TypeError("triple terms with variables are taken apart before");
  }
}

export function toGraphSlot(graph: GraphScope, source: PlanSource): GraphSlot {
  switch (graph.kind) {
    case "default":
      return { kind: "default" };
    case "named":
      return { kind: "id", id: source.idOf(graph.name) };
    case "variable":
      return { kind: "variable", name: graph.name };
  }
}

/** The figures of one pattern: its matches, and per variable how many different values it takes in them. */
export interface PatternFigures {
  readonly matches: number;
  /** In the order of `variablesOfPattern`. */
  readonly distinct: readonly number[];
}

function idOfSlot(slot: Slot, source: PlanSource): TermId | undefined {
  if (slot.kind === "variable") return 0;
  return source.isStored(slot.id) ? slot.id : undefined;
}

const NO_MATCHES: PatternFigures = { matches: 0, distinct: [1, 1, 1, 1] };

/** Exact matches from the index's offsets; distinct counts exact where a predicate is given, else bounded by the keys. */
export function figuresOf(pattern: IdPattern, source: PlanSource): PatternFigures {
  const s = idOfSlot(pattern.subject, source);
  const p = idOfSlot(pattern.predicate, source);
  const o = idOfSlot(pattern.object, source);
  if (s === undefined || p === undefined || o === undefined) return NO_MATCHES;
  if (pattern.graph.kind === "variable") {
    const matches = source.countNamed(s, p, o, 0);
    const some = Math.max(1, matches / 4);
    return { matches, distinct: distinctCounts(pattern, some, Math.min(matches, 100), some, Math.min(matches, source.named.length)) };
  }
  const index = pattern.graph.kind === "default" ? source.defaultGraph : source.graph(pattern.graph.id);
  const matches = s === 0 && p === 0 && o === 0 ? index.size : index.count(s, p, o);
  let subjects = matches;
  let predicates = matches;
  let objects = matches;
  if (p !== 0) {
    if (s === 0 && o === 0) {
      const statistics = index.predicate(p);
      subjects = statistics.distinctSubjects;
      objects = statistics.distinctObjects;
    }
  } else {
    predicates = Math.min(matches, index.keys("pos").length);
    if (s === 0) subjects = Math.min(matches, index.keys("spo").length);
    if (o === 0) objects = Math.min(matches, index.keys("osp").length);
  }
  const distinct = distinctCounts(pattern, subjects, predicates, objects, 1);
  // `?x p ?x`: as if one match in ten had both ends equal.
  const repeats = countRepeats(pattern);
  return { matches: repeats > 0 ? matches / 10 ** repeats : matches, distinct };
}

/** Counts by position as counts by variable; of a variable that stands twice the smaller one. */
function distinctCounts(pattern: IdPattern, subjects: number, predicates: number, objects: number, graphs: number): readonly number[] {
  const { subject, predicate, object, graph } = pattern;
  const counts: number[] = [];
  const names: string[] = [];
  const put = (slot: GraphSlot, count: number): void => {
    if (slot.kind !== "variable") return;
    const known = names.indexOf(slot.name);
    if (known >= 0) {
      counts[known] = Math.max(1, Math.min(count, counts[known]!));
      return;
    }
    names.push(slot.name);
    counts.push(Math.max(1, count));
  };
  put(subject, subjects);
  put(predicate, predicates);
  put(object, objects);
  put(graph, graphs);
  return counts;
}

function countRepeats({ subject, predicate, object }: IdPattern): number {
  const isSame = (a: Slot, b: Slot): number => (a.kind === "variable" && b.kind === "variable" && a.name === b.name ? 1 : 0);
  return Math.min(2, isSame(subject, predicate) + isSame(subject, object) + isSame(predicate, object));
}

/** Variables of a pattern, the graph's included, each once. */
export function variablesOfPattern({ subject, predicate, object, graph }: IdPattern): readonly string[] {
  // Called many times per plan: without a Set, since there are four names at most.
  const names: string[] = [];
  if (subject.kind === "variable") names.push(subject.name);
  if (predicate.kind === "variable" && !names.includes(predicate.name)) names.push(predicate.name);
  if (object.kind === "variable" && !names.includes(object.name)) names.push(object.name);
  if (graph.kind === "variable" && !names.includes(graph.name)) names.push(graph.name);
  return names;
}

/** The variable that the index sorts a pattern's matches by; `undefined` where there is none. */
export function sortedBy({ subject, predicate, object, graph }: IdPattern): string | undefined {
  if (graph.kind === "variable" || predicate.kind !== "id") return undefined;
  // spo: by object; pos: by object, or by subject where the object is given.
  if (subject.kind === "id") return object.kind === "variable" ? object.name : undefined;
  if (object.kind === "id") return subject.name;
  return object.name === subject.name ? undefined : object.name;
}
