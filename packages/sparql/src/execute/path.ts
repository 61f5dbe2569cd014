import { type TermId, type TripleIndex, unreachable } from "@chancery/rdf";
import { type Path, reversePath } from "../algebra/path.ts";
import type { Plan, Slot } from "../plan/plan.ts";
import { type Batch, type Pull, RowBuffer } from "./batch.ts";
import { type ExecutionContext, graphIndex, indexOf } from "./context.ts";
import { keptColumns } from "./index-join.ts";
import { compileStep, createSearch, type Step } from "./path-step.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

type PathPlan = Extract<Plan, { kind: "path" }>;
/** Results kept per start node; a later row with the same start reads them again. */
const MAX_REMEMBERED = 4_000_000;

/**
 * `*`, `+`, `?` and negated property sets: breadth-first from whichever end is bound, from the cheaper one when both are, from every
 * node when none is. `*`, `+` and `?` give each end once per start (ALP, 18.4); a negated set gives one solution per triple.
 */
export function path(plan: PathPlan, context: ExecutionContext): Pull {
  const input = context.execute(plan.input);
  const graphColumn = plan.graph.kind === "variable" ? plan.input.variables.indexOf(plan.graph.name) : -1;
  const walkers = new Map<TermId, PathWalker>();
  const walkerOf = (batch: Batch, row: number): PathWalker => {
    const graph = graphColumn < 0 ? 0 : batch.columns[graphColumn]![row]!;
    let walker = walkers.get(graph);
    if (walker === undefined) {
      const index = plan.graph.kind === "variable" ? graphIndex(context.dataset, graph) : indexOf(context.dataset, plan.graph);
      walker = new PathWalker(plan.path, index, context);
      walkers.set(graph, walker);
    }
    return walker;
  };
  const subject = endOf(plan.subject, plan);
  const object = endOf(plan.object, plan);
  const sameVariable = plan.subject.kind === "variable" && plan.object.kind === "variable" && plan.subject.name === plan.object.name;
  // Between two variables a path of length zero only holds for nodes of the graph, wherever their values come from (18.4).
  const isOpen = plan.subject.kind === "variable" && plan.object.kind === "variable";
  const kept = keptColumns(plan.variables, plan.input.variables);
  const rows = new RowBuffer(plan.variables.length);
  let batch: Batch | undefined;
  let row = -1;
  let pairs: Iterator<readonly [TermId, TermId]> | undefined;
  return () => {
    rows.reset();
    if (batch === undefined) {
      batch = input();
      if (batch === undefined) return undefined;
      context.budget.check();
      row = -1;
    }
    for (;;) {
      while (pairs !== undefined) {
        if (rows.isFull) return rows;
        const next = pairs.next();
        if (next.done === true) {
          pairs = undefined;
          break;
        }
        const [from, to] = next.value;
        if (sameVariable && from !== to) continue;
        const at = rows.length++;
        for (const { from: source, to: target } of kept) rows.columns[target]![at] = batch.columns[source]![row]!;
        if (subject.target >= 0) rows.columns[subject.target]![at] = from;
        if (object.target >= 0) rows.columns[object.target]![at] = to;
      }
      row++;
      if (row >= batch.length) {
        batch = undefined;
        return rows;
      }
      const from = subject.input < 0 ? subject.id : batch.columns[subject.input]![row]!;
      const to = object.input < 0 ? object.id : batch.columns[object.input]![row]!;
      const walker = walkerOf(batch, row);
      const isOutside = isOpen && ((from !== 0 && !walker.has(from)) || (to !== 0 && !walker.has(to)));
      pairs = isOutside ? undefined : walker.pairs(from, to, sameVariable);
    }
  };
}

interface PathEnd {
  readonly id: TermId;
  /** Input column with the bound end, −1 without. */
  readonly input: number;
  /** Output column of a free end, −1 when bound or not needed. */
  readonly target: number;
}

function endOf(slot: Slot, plan: PathPlan): PathEnd {
  if (slot.kind === "id") return { id: slot.id, input: -1, target: -1 };
  const input = plan.input.variables.indexOf(slot.name);
  return { id: 0, input, target: input >= 0 ? -1 : plan.variables.indexOf(slot.name) };
}

type Closure = Path & { readonly kind: "zeroOrMore" | "oneOrMore" };

function isClosure(path: Path): path is Closure {
  return path.kind === "zeroOrMore" || path.kind === "oneOrMore";
}

/** One path over one index, with what it has found so far. */
class PathWalker {
  readonly #path: Path;
  readonly #index: TripleIndex;
  readonly #context: ExecutionContext;
  readonly #forward: Step;
  readonly #backward: Step;
  readonly #fromStart = new Map<TermId, Uint32Array>();
  readonly #fromEnd = new Map<TermId, Uint32Array>();
  #remembered = 0;
  /** Starts that were asked for with some end, and all that the latest one reaches that was asked again. */
  readonly #asked = new Set<TermId>();
  #latest: { readonly start: TermId; readonly nodes: ReadonlySet<TermId> } | undefined;
  #search: ((from: TermId, to: TermId) => boolean) | undefined;

  constructor(path: Path, index: TripleIndex, context: ExecutionContext) {
    this.#path = path;
    this.#index = index;
    this.#context = context;
    this.#forward = compileStep(path, index, context);
    this.#backward = compileStep(reversePath(path), index, context);
  }

  /** Whether the term is subject or object of any triple. */
  has(node: TermId): boolean {
    return node < FIRST_LOCAL_ID && (this.#index.count(node, 0, 0) > 0 || this.#index.count(0, 0, node) > 0);
  }

  /** All (start, end) pairs; 0 is a free end. */
  *pairs(from: TermId, to: TermId, loops: boolean): Generator<readonly [TermId, TermId]> {
    if (from !== 0 && to !== 0) {
      if (isClosure(this.#path)) {
        if (this.#isConnected(this.#path, from, to)) yield [from, to];
      } else {
        for (const end of this.#reach(from, this.#forward, this.#fromStart)) if (end === to) yield [from, to];
      }
    } else if (from !== 0) {
      for (const end of this.#reach(from, this.#forward, this.#fromStart)) yield [from, end];
    } else if (to !== 0) {
      for (const start of this.#reach(to, this.#backward, this.#fromEnd)) yield [start, to];
    } else {
      for (const start of this.#starts()) {
        for (const end of this.#reach(start, this.#forward, undefined)) if (!loops || end === start) yield [start, end];
      }
    }
  }

  /** Whether a closure leads from one node to another: a search from both ends, or for an end that was asked before all that it reaches. */
  #isConnected(path: Closure, from: TermId, to: TermId): boolean {
    if (path.kind === "zeroOrMore" && from === to) return true;
    if (this.#latest?.start !== from) {
      if (!this.#asked.has(from)) {
        this.#asked.add(from);
        this.#search ??= createSearch(path.path, this.#index, this.#context);
        return this.#search(from, to);
      }
      this.#latest = { start: from, nodes: new Set(this.#reach(from, this.#forward, this.#fromStart)) };
    }
    return this.#latest.nodes.has(to);
  }

  #reach(start: TermId, step: Step, memory: Map<TermId, Uint32Array> | undefined): Uint32Array {
    const known = memory?.get(start);
    if (known !== undefined) return known;
    const found: TermId[] = [];
    step(start, (next) => found.push(next));
    const result = Uint32Array.from(found);
    if (memory !== undefined && this.#remembered < MAX_REMEMBERED) {
      this.#remembered += result.length + 8;
      this.#context.budget.allocate((result.length + 8) * 4);
      memory.set(start, result);
    }
    return result;
  }

  /** Nodes where the path may start when neither end is bound: with a zero-length match every node of the graph (18.4). */
  #starts(): Iterable<TermId> {
    return matchesEmpty(this.#path) ? nodesOf(this.#index) : firstNodes(this.#path, this.#index, this.#context);
  }
}

/** Whether the path has a match of length zero. */
function matchesEmpty(path: Path): boolean {
  switch (path.kind) {
    case "link":
    case "negated":
      return false;
    case "inverse":
    case "oneOrMore":
      return matchesEmpty(path.path);
    case "sequence":
      return path.paths.every(matchesEmpty);
    case "alternative":
      return path.paths.some(matchesEmpty);
    case "zeroOrMore":
    case "zeroOrOne":
      return true;
    default:
      return unreachable(path);
  }
}

function nodesOf(index: TripleIndex): Iterable<TermId> {
  const subjects = index.keys("spo");
  const objects = index.keys("osp");
  return new Set([...subjects, ...objects]);
}

/** A superset of the nodes at which a non-empty match can start, each once. */
function firstNodes(path: Path, index: TripleIndex, context: ExecutionContext): Iterable<TermId> {
  switch (path.kind) {
    case "link": {
      const predicate = context.terms.dictionary.idOf(path.predicate);
      if (predicate === 0) return [];
      const range = index.range("pos", predicate);
      return new Set(range.third.subarray(range.start, range.end));
    }
    case "inverse":
      if (path.path.kind === "link") {
        const predicate = context.terms.dictionary.idOf(path.path.predicate);
        if (predicate === 0) return [];
        const range = index.range("pos", predicate);
        return new Set(range.second.subarray(range.start, range.end));
      }
      return firstNodes(reversePath(path.path), index, context);
    case "sequence":
      return matchesEmpty(path.paths[0]!) ? nodesOf(index) : firstNodes(path.paths[0]!, index, context);
    case "alternative": {
      const starts = new Set<TermId>();
      for (const inner of path.paths) for (const node of firstNodes(inner, index, context)) starts.add(node);
      return starts;
    }
    case "oneOrMore":
      return firstNodes(path.path, index, context);
    case "zeroOrMore":
    case "zeroOrOne":
    case "negated":
      return nodesOf(index);
    default:
      return unreachable(path);
  }
}
