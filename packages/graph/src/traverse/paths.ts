import { ChanceryError } from "@chancery/rdf";
import { compileFilter } from "../edge-filter.ts";
import { type Direction, forEachEdge, type GraphIndex, requireNode } from "../graph-index.ts";
import { checkAborted, startBudget } from "./budget.ts";
import { assemblePath, type GraphPath, type PathOptions, type Steps, stepFinder, stepStrength } from "./path.ts";

export interface AllPathsOptions extends PathOptions {
  /** Longest path, in edges. Default 4; the number of paths grows as degree^hops. */
  readonly maxHops?: number;
  /** Paths after which the walk ends with `graph.budget`. Default 1,000; take fewer from the iterator to stop without an error. */
  readonly maxPaths?: number;
}

/**
 * Every path between two entities that visits no node twice, shortest first, then by the ids along it. Lazy: taking `k` results gives the `k` shortest
 * paths. Paths through the same nodes are one path whose steps carry all parallel edges.
 *
 * @throws ChanceryError `graph.unknown-entity`, `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function* allPaths(index: GraphIndex, from: string, to: string, options: AllPathsOptions = {}): Generator<GraphPath> {
  const { maxHops = 4, maxPaths = 1000, direction = "both" } = options;
  const start = requireNode(index, from);
  const end = requireNode(index, to);
  const filter = compileFilter(index, options);
  const budget = startBudget(options);
  const stepsOf = stepFinder(index, filter, direction, new Set([start, end]), budget);
  // A prefix is only extended when the end is still near enough: no dead end is walked to its end.
  const toEnd = distancesTo(index, end, direction, maxHops, (edge, node) => {
    budget.spend();
    return filter.edge(edge) && (node === start || filter.node(node));
  });
  if (!toEnd.has(start)) return;

  let found = 0;
  for (let length = toEnd.get(start)!; length <= maxHops; length++) {
    for (const route of routesOfLength(start, end, length, stepsOf, toEnd, budget.spend)) {
      if (found >= maxPaths) {
        throw new ChanceryError("graph.budget", `There are more than ${maxPaths} paths from "${from}" to "${to}".`, {
          remedy: "Ask for fewer hops, name the predicates to follow, raise maxPaths, or take the first results of the iterator only.",
        });
      }
      checkAborted(options.signal);
      found++;
      yield assemblePath(index, route, stepsOf);
    }
  }
}

function* routesOfLength(
  start: number,
  end: number,
  length: number,
  stepsOf: (node: number) => Steps,
  toEnd: ReadonlyMap<number, number>,
  spend: () => void,
): Generator<readonly number[]> {
  if (start === end) {
    if (length === 0) yield [start];
    return;
  }
  const route: number[] = [start];
  const onRoute = new Set(route);
  const iterators: Iterator<number>[] = [stepsOf(start).keys()];
  while (iterators.length > 0) {
    const { value, done } = iterators.at(-1)!.next();
    if (done) {
      iterators.pop();
      onRoute.delete(route.pop()!);
      continue;
    }
    spend();
    const left = length - route.length;
    if (value === end) {
      if (left === 0) yield [...route, end];
      continue;
    }
    const distance = toEnd.get(value);
    if (distance === undefined || distance > left || onRoute.has(value)) continue;
    route.push(value);
    onRoute.add(value);
    iterators.push(stepsOf(value).keys());
  }
}

/** Distance to `end` of every node within `limit`, over allowed edges walked backwards. */
function distancesTo(
  index: GraphIndex,
  end: number,
  direction: Direction,
  limit: number,
  allowed: (edge: number, node: number) => boolean,
): ReadonlyMap<number, number> {
  const backwards = direction === "out" ? "in" : direction === "in" ? "out" : "both";
  const distance = new Map<number, number>([[end, 0]]);
  let frontier = [end];
  for (let hop = 1; hop <= limit && frontier.length > 0; hop++) {
    const next: number[] = [];
    for (const node of frontier) {
      forEachEdge(index, node, backwards, (edge, other) => {
        if (!distance.has(other) && allowed(edge, other)) {
          distance.set(other, hop);
          next.push(other);
        }
        return undefined;
      });
    }
    frontier = next;
  }
  return distance;
}

export interface StrongestPathsOptions extends PathOptions {
  /** How many. Default 5. */
  readonly count?: number;
  /** Longest path, in edges. Default 6. */
  readonly maxHops?: number;
}

/**
 * The best supported paths between two entities, strongest first: Yen's algorithm (1971) over the cost −log(strength) of each step, so that
 * the product of the steps' strengths is greatest. A well documented detour comes before a rumoured short cut.
 *
 * @throws ChanceryError `graph.unknown-entity`, `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function strongestPaths(index: GraphIndex, from: string, to: string, options: StrongestPathsOptions = {}): readonly GraphPath[] {
  const { count = 5, maxHops = 6, direction = "both" } = options;
  const start = requireNode(index, from);
  const end = requireNode(index, to);
  const budget = startBudget(options);
  const stepsOf = stepFinder(index, compileFilter(index, options), direction, new Set([start, end]), budget);
  const costs = new Map<string, number>();
  const cost = (a: number, b: number, edges: readonly number[]): number => {
    const key = `${a}|${b}`;
    let known = costs.get(key);
    if (known === undefined) {
      known = -Math.log(Math.max(stepStrength(edges.map((edge) => index.graph.edges[edge]!)), Number.MIN_VALUE));
      costs.set(key, known);
    }
    return known;
  };

  const accepted: Route[] = [];
  const candidates = new Map<string, Route>();
  const first = cheapestRoute([start], end, maxHops, stepsOf, cost, new Set(), budget.spend);
  if (first === undefined) return [];
  candidates.set(first.nodes.join(), first);
  while (accepted.length < count && candidates.size > 0) {
    const best = [...candidates.values()].reduce((a, b) => (compareRoutes(b, a) < 0 ? b : a));
    candidates.delete(best.nodes.join());
    accepted.push(best);
    for (let i = 0; i < best.nodes.length - 1; i++) {
      checkAborted(options.signal);
      const root = best.nodes.slice(0, i + 1);
      const prefix = root.join();
      const closed = new Set(accepted.filter((route) => route.nodes.slice(0, i + 1).join() === prefix).map((route) => route.nodes[i + 1]!));
      const spur = cheapestRoute(root, end, maxHops, stepsOf, cost, closed, budget.spend);
      if (spur !== undefined) candidates.set(spur.nodes.join(), spur);
    }
  }
  return accepted.map((route) => assemblePath(index, route.nodes, stepsOf));
}

interface Route {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** By cost, then length, then node numbers, which follow the ids. */
function compareRoutes(a: Route, b: Route): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  for (let i = 0; i < a.nodes.length; i++) if (a.nodes[i] !== b.nodes[i]) return a.nodes[i]! - b.nodes[i]!;
  return 0;
}

/**
 * Cheapest continuation of `root` to `end` that avoids the root's nodes and, at its first step, `closed`: Bellman-Ford by number of hops, since the
 * bound on hops makes the cheapest route within it depend on more than the node (Dijkstra's settled nodes would not do).
 */
function cheapestRoute(
  root: readonly number[],
  end: number,
  maxHops: number,
  stepsOf: (node: number) => Steps,
  cost: (a: number, b: number, edges: readonly number[]) => number,
  closed: ReadonlySet<number>,
  spend: () => void,
): Route | undefined {
  let rootCost = 0;
  for (let i = 1; i < root.length; i++) rootCost += cost(root[i - 1]!, root[i]!, stepsOf(root[i - 1]!).get(root[i]!)!);
  const spurNode = root.at(-1)!;
  if (spurNode === end) return { nodes: root, cost: rootCost };
  const barred = new Set(root);
  let layer = new Map<number, Route>([[spurNode, { nodes: root, cost: rootCost }]]);
  const seen = new Map<number, number>([[spurNode, rootCost]]);
  let best: Route | undefined;
  for (let hops = root.length; hops <= maxHops && layer.size > 0; hops++) {
    const next = new Map<number, Route>();
    for (const [node, route] of layer) {
      for (const [other, edges] of stepsOf(node)) {
        spend();
        if (barred.has(other) || (node === spurNode && closed.has(other))) continue;
        const candidate: Route = { nodes: [...route.nodes, other], cost: route.cost + cost(node, other, edges) };
        if (best !== undefined && candidate.cost > best.cost) continue;
        if (other === end) {
          if (best === undefined || compareRoutes(candidate, best) < 0) best = candidate;
          continue;
        }
        const before = seen.get(other);
        if (before !== undefined && candidate.cost >= before) continue;
        seen.set(other, candidate.cost);
        const rival = next.get(other);
        if (rival === undefined || compareRoutes(candidate, rival) < 0) next.set(other, candidate);
      }
    }
    layer = next;
  }
  return best;
}
