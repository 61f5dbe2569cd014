import { type TermId, type TripleIndex, unreachable } from "@chancery/rdf";
import { type Path, reversePath } from "../algebra/path.ts";
import type { ExecutionContext } from "./context.ts";
import { FIRST_LOCAL_ID } from "./term-space.ts";

/** Gives every node one step away to `visit`, once per match. */
export type Step = (node: TermId, visit: (next: TermId) => void) => void;

/** Compiles a path to its one-step relation; closures inside give each node once. */
export function compileStep(path: Path, index: TripleIndex, context: ExecutionContext): Step {
  switch (path.kind) {
    case "link": {
      const predicate = context.terms.dictionary.idOf(path.predicate);
      return predicate === 0 ? () => {} : forwardLink(index, predicate);
    }
    case "inverse": {
      if (path.path.kind === "link") {
        const predicate = context.terms.dictionary.idOf(path.path.predicate);
        return predicate === 0 ? () => {} : backwardLink(index, predicate);
      }
      return compileStep(reversePath(path.path), index, context);
    }
    case "sequence": {
      const steps = path.paths.map((inner) => compileStep(inner, index, context));
      return steps.reduce((first, second) => (node, visit) => first(node, (middle) => second(middle, visit)));
    }
    case "alternative": {
      const steps = path.paths.map((inner) => compileStep(inner, index, context));
      return (node, visit) => {
        for (const step of steps) step(node, visit);
      };
    }
    case "zeroOrOne": {
      const step = compileStep(path.path, index, context);
      return (node, visit) => {
        const seen = new Set([node]);
        visit(node);
        step(node, (next) => {
          if (seen.has(next)) return;
          seen.add(next);
          visit(next);
        });
      };
    }
    case "zeroOrMore":
    case "oneOrMore":
      return closure(compileStep(path.path, index, context), path.kind === "zeroOrMore", context);
    case "negated":
      return negatedStep(path, index, context);
    default:
      return unreachable(path);
  }
}

function forwardLink(index: TripleIndex, predicate: TermId): Step {
  return (node, visit) => {
    if (node >= FIRST_LOCAL_ID) return;
    const range = index.range("spo", node, predicate);
    for (let i = range.start; i < range.end; i++) visit(range.third[i]!);
  };
}

function backwardLink(index: TripleIndex, predicate: TermId): Step {
  return (node, visit) => {
    if (node >= FIRST_LOCAL_ID) return;
    const range = index.range("pos", predicate, node);
    for (let i = range.start; i < range.end; i++) visit(range.third[i]!);
  };
}

/** Breadth-first search; the queue is the result. */
function closure(step: Step, reflexive: boolean, context: ExecutionContext): Step {
  const seen = new VisitedNodes(context);
  return (start, visit) => {
    const queue: TermId[] = [];
    const add = (node: TermId): void => {
      if (seen.add(node)) queue.push(node);
    };
    seen.clear();
    if (reflexive) add(start);
    else step(start, add);
    for (let i = 0; i < queue.length; i++) {
      context.budget.step();
      step(queue[i]!, add);
    }
    for (const node of queue) visit(node);
  };
}

/** A search with fewer nodes than this costs less than the marks of all terms. */
const MAX_IN_SET = 256;

/** Nodes of one search after the other: a small set, and for searches that grow a mark per term, with the number of the search. */
class VisitedNodes {
  readonly #context: ExecutionContext;
  #few = new Set<TermId>();
  #marks: Uint32Array | undefined;
  #isMarking = false;
  #search = 0;

  constructor(context: ExecutionContext) {
    this.#context = context;
  }

  clear(): void {
    if (this.#few.size > 0) this.#few = new Set();
    this.#isMarking = false;
    this.#search++;
  }

  /** @returns Whether the node is new. */
  add(node: TermId): boolean {
    // Terms of this execution have no edges, so there are never many of them.
    if (!this.#isMarking || node >= FIRST_LOCAL_ID) {
      if (this.#few.has(node)) return false;
      this.#few.add(node);
      if (!this.#isMarking && this.#few.size > MAX_IN_SET) this.#startMarking();
      return true;
    }
    const marks = this.#marks!;
    if (marks[node] === this.#search) return false;
    marks[node] = this.#search;
    return true;
  }

  #startMarking(): void {
    if (this.#marks === undefined) {
      this.#marks = new Uint32Array(this.#context.terms.dictionary.size + 1);
      this.#context.budget.allocate(this.#marks.byteLength);
    }
    for (const node of this.#few) if (node < FIRST_LOCAL_ID) this.#marks[node] = this.#search;
    this.#isMarking = true;
  }
}

/** Whether one or more steps lead from a node to another, searched from both ends, the smaller frontier first. */
export function createSearch(path: Path, index: TripleIndex, context: ExecutionContext): (from: TermId, to: TermId) => boolean {
  const forward = compileStep(path, index, context);
  const backward = compileStep(reversePath(path), index, context);
  return (from, to) => {
    const reached = new Set<TermId>();
    let front: TermId[] = [];
    forward(from, (node) => {
      if (reached.has(node)) return;
      reached.add(node);
      front.push(node);
    });
    if (reached.has(to)) return true;
    const reaching = new Set([to]);
    let back: TermId[] = [to];
    const advance = (frontier: readonly TermId[], step: Step, own: Set<TermId>, other: ReadonlySet<TermId>): TermId[] | undefined => {
      const next: TermId[] = [];
      let isMet = false;
      const visit = (node: TermId): void => {
        if (own.has(node)) return;
        own.add(node);
        next.push(node);
        if (other.has(node)) isMet = true;
      };
      for (const node of frontier) {
        context.budget.step();
        step(node, visit);
        if (isMet) return undefined;
      }
      return next;
    };
    while (front.length > 0 && back.length > 0) {
      if (front.length <= back.length) {
        const next = advance(front, forward, reached, reaching);
        if (next === undefined) return true;
        front = next;
      } else {
        const next = advance(back, backward, reaching, reached);
        if (next === undefined) return true;
        back = next;
      }
    }
    return false;
  };
}

function negatedStep(path: Extract<Path, { kind: "negated" }>, index: TripleIndex, context: ExecutionContext): Step {
  const idsOf = (predicates: typeof path.forward): ReadonlySet<TermId> | undefined =>
    predicates === undefined ? undefined : new Set(predicates.map((predicate) => context.terms.dictionary.idOf(predicate)));
  const forward = idsOf(path.forward);
  const backward = idsOf(path.backward);
  return (node, visit) => {
    if (node >= FIRST_LOCAL_ID) return;
    if (forward !== undefined) {
      const range = index.range("spo", node);
      for (let i = range.start; i < range.end; i++) if (!forward.has(range.second[i]!)) visit(range.third[i]!);
    }
    if (backward !== undefined) {
      const range = index.range("osp", node);
      for (let i = range.start; i < range.end; i++) if (!backward.has(range.third[i]!)) visit(range.second[i]!);
    }
  };
}
