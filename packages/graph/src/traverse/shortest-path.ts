import { compileFilter } from "../edge-filter.ts";
import { type Direction, forEachEdge, type GraphIndex, requireNode } from "../graph-index.ts";
import { startBudget } from "./budget.ts";
import { assemblePath, type GraphPath, type PathOptions, stepFinder } from "./path.ts";

export interface ShortestPathOptions extends PathOptions {
  /** Longest path looked for, in edges. Default 6. */
  readonly maxHops?: number;
}

/**
 * A shortest path between two entities, by number of edges: breadth-first from both ends, always the smaller side next. Of several the one
 * through the lowest-numbered nodes that the search meets first; the same every time.
 *
 * @returns The path with the evidence of each step, or `undefined` when none is within `maxHops`.
 * @throws ChanceryError `graph.unknown-entity`, `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function shortestPath(index: GraphIndex, from: string, to: string, options: ShortestPathOptions = {}): GraphPath | undefined {
  const { maxHops = 6, direction = "both" } = options;
  const start = requireNode(index, from);
  const end = requireNode(index, to);
  const filter = compileFilter(index, options);
  const budget = startBudget(options);
  const ends = new Set([start, end]);
  const stepsOf = stepFinder(index, filter, direction, ends, budget);
  if (start === end) return assemblePath(index, [start], stepsOf);

  const size = index.graph.nodes.length;
  const forward = new Int32Array(size).fill(UNSEEN);
  const backward = new Int32Array(size).fill(UNSEEN);
  forward[start] = END;
  backward[end] = END;
  let head: readonly number[] = [start];
  let tail: readonly number[] = [end];
  for (let hops = 0; hops < maxHops && head.length > 0 && tail.length > 0; hops++) {
    const ahead = head.length <= tail.length;
    const frontier = ahead ? head : tail;
    const own = ahead ? forward : backward;
    const opposite = ahead ? backward : forward;
    const next: number[] = [];
    let meeting = -1;
    for (const node of frontier) {
      forEachEdge(index, node, ahead ? direction : reverse(direction), (edge, other) => {
        budget.spend();
        if (own[other] !== UNSEEN || !filter.edge(edge) || !(ends.has(other) || filter.node(other))) return undefined;
        own[other] = node;
        next.push(other);
        if (opposite[other] === UNSEEN) return undefined;
        meeting = other;
        return false;
      });
      if (meeting >= 0) return assemblePath(index, join(meeting, forward, backward), stepsOf);
    }
    if (ahead) head = next;
    else tail = next;
  }
  return undefined;
}

function reverse(direction: Direction): Direction {
  return direction === "out" ? "in" : direction === "in" ? "out" : "both";
}

/** In place of the node before: not reached yet, or the end that the search began at. */
const UNSEEN = -2;
const END = -1;

function join(meeting: number, forward: Int32Array, backward: Int32Array): readonly number[] {
  const route: number[] = [];
  for (let node = meeting; node !== END; node = forward[node]!) route.unshift(node);
  for (let node = backward[meeting]!; node !== END; node = backward[node]!) route.push(node);
  return route;
}
