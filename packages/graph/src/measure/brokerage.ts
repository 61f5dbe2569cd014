import { compileFilter, type EdgeFilter } from "../edge-filter.ts";
import { forEachEdge, type GraphIndex } from "../graph-index.ts";
import { compareText } from "../property-graph.ts";
import { type BudgetOptions, startBudget } from "../traverse/budget.ts";

export interface BrokerageOptions extends EdgeFilter, BudgetOptions {}

/** A tie without which a part of the graph falls off. */
export interface Bridge {
  /** Ids of the two entities, the smaller first. */
  readonly source: string;
  readonly target: string;
  /** Ids of the edges between the two; several where parallel edges make one tie. */
  readonly edges: readonly string[];
  /** Entities on the smaller side, the one at the end of the tie included. */
  readonly cutsOff: number;
}

/** An entity without which a part of the graph falls apart. */
export interface CutPoint {
  readonly id: string;
  /** Parts that its neighbours fall into once it is gone, at least 2. */
  readonly parts: number;
  /** Entities outside the largest of those parts. */
  readonly cutsOff: number;
}

export interface WeakTies {
  /** Most cut off first, then by ids. */
  readonly bridges: readonly Bridge[];
  /** Most cut off first, then by id. */
  readonly cutPoints: readonly CutPoint[];
}

/**
 * Bridges and cut points (articulation points) of the undirected graph: the ties and the entities on which the connection of others hangs. Parallel edges
 * are one tie, loops none. Tarjan (1974), iterative, O(nodes + edges).
 *
 * @throws ChanceryError `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function weakTies(index: GraphIndex, options: BrokerageOptions = {}): WeakTies {
  const { nodes, edges } = index.graph;
  const ties = tiesOf(index, options);
  const count = nodes.length;
  const entered = new Int32Array(count).fill(-1);
  const lowest = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const below = new Int32Array(count).fill(1);
  const position = new Uint32Array(count);
  // What falls off a node when it goes: the sizes of the subtrees that do not reach above it.
  const severed: readonly number[][] = nodes.map(() => []);
  const cut: { readonly child: number; readonly parent: number; readonly root: number }[] = [];
  const rootOf = new Int32Array(count);
  let clock = 0;

  for (let root = 0; root < count; root++) {
    if (entered[root] !== -1) continue;
    const stack = [root];
    entered[root] = lowest[root] = clock++;
    rootOf[root] = root;
    while (stack.length > 0) {
      const node = stack.at(-1)!;
      const others = ties[node]!.others;
      if (position[node]! < others.length) {
        const other = others[position[node]!++]!;
        if (entered[other] === -1) {
          parent[other] = node;
          rootOf[other] = root;
          entered[other] = lowest[other] = clock++;
          stack.push(other);
        } else if (other !== parent[node]) lowest[node] = Math.min(lowest[node]!, entered[other]!);
        continue;
      }
      stack.pop();
      const above = parent[node]!;
      if (above === -1) continue;
      below[above]! += below[node]!;
      lowest[above] = Math.min(lowest[above]!, lowest[node]!);
      if (lowest[node]! > entered[above]!) cut.push({ child: node, parent: above, root });
      if (lowest[node]! >= entered[above]!) severed[above]!.push(below[node]!);
    }
  }
  const bridges = cut.map(({ child, parent: above, root }): Bridge => {
    const ends = [nodes[child]!.id, nodes[above]!.id].sort(compareText);
    return {
      source: ends[0]!,
      target: ends[1]!,
      edges: ties[child]!.edges.get(above)!.map((edge) => edges[edge]!.id),
      cutsOff: Math.min(below[child]!, below[root]! - below[child]!),
    };
  });
  const cutPoints = nodes.flatMap(({ id }, node): readonly CutPoint[] => {
    const parts = severed[node]!;
    const all = below[rootOf[node]!]!;
    const rest = all - 1 - parts.reduce((sum, size) => sum + size, 0);
    const sizes = rest > 0 ? [...parts, rest] : parts;
    if (sizes.length < 2) return [];
    return [{ id, parts: sizes.length, cutsOff: all - 1 - Math.max(...sizes) }];
  });
  return {
    bridges: bridges.sort((a, b) => b.cutsOff - a.cutsOff || compareText(a.source, b.source) || compareText(a.target, b.target)),
    cutPoints: cutPoints.sort((a, b) => b.cutsOff - a.cutsOff || compareText(a.id, b.id)),
  };
}

export interface StructuralHole {
  readonly id: string;
  /** Distinct neighbours. */
  readonly neighbours: number;
  /** Neighbours less the ties that they have among themselves: how many separate contacts the entity really has. */
  readonly effectiveSize: number;
  /** `effectiveSize` over `neighbours`, 0 to 1. */
  readonly efficiency: number;
  /** Burt's constraint: low for a broker between parties that do not deal with each other, 1 and above for somebody whose contacts all know one another. */
  readonly constraint: number;
}

/**
 * Who spans structural holes: Burt (1992), over the undirected graph weighted by the edges' weights. Entities without a neighbour are left out; the least
 * constrained come first, ties by id.
 *
 * @throws ChanceryError `graph.budget`, `graph.aborted`, `graph.bad-date`.
 */
export function structuralHoles(index: GraphIndex, options: BrokerageOptions = {}): readonly StructuralHole[] {
  const { nodes } = index.graph;
  const budget = startBudget({ maxSteps: 200_000_000, ...options });
  const ties = tiesOf(index, options);
  const total = Float64Array.from(ties, (tie) => tie.weights.reduce((sum, weight) => sum + weight, 0));
  /** Share of its ties that each node spends on the one at hand, directly or through a common contact. */
  const spent = new Float64Array(nodes.length);
  const holes: StructuralHole[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const { others, weights } = ties[node]!;
    if (others.length === 0) continue;
    const near = new Map(others.map((other, i): [number, number] => [other, weights[i]! / total[node]!]));
    let redundant = 0;
    for (let i = 0; i < others.length; i++) {
      const other = others[i]!;
      const share = weights[i]! / total[node]!;
      spent[other]! += share;
      const next = ties[other]!;
      const most = next.weights.reduce((a, b) => Math.max(a, b), 0);
      for (let j = 0; j < next.others.length; j++) {
        budget.spend();
        const third = next.others[j]!;
        const shareOfThird = near.get(third);
        if (shareOfThird === undefined) continue;
        spent[third]! += share * (next.weights[j]! / total[other]!);
        redundant += shareOfThird * (next.weights[j]! / most);
      }
    }
    let constraint = 0;
    for (const other of others) {
      constraint += spent[other]! ** 2;
      spent[other] = 0;
    }
    const effectiveSize = others.length - redundant;
    holes.push({ id: nodes[node]!.id, neighbours: others.length, effectiveSize, efficiency: effectiveSize / others.length, constraint });
  }
  return holes.sort((a, b) => a.constraint - b.constraint || compareText(a.id, b.id));
}

interface Ties {
  /** Neighbours, ascending. */
  readonly others: readonly number[];
  /** Sum of the weights of the edges to each of `others`. */
  readonly weights: readonly number[];
  readonly edges: ReadonlyMap<number, readonly number[]>;
}

/** The simple undirected graph below: parallel edges united, loops dropped. */
function tiesOf(index: GraphIndex, options: BrokerageOptions): readonly Ties[] {
  const filter = compileFilter(index, options);
  const budget = startBudget({ maxSteps: 200_000_000, ...options });
  const { edges, nodes } = index.graph;
  return nodes.map((_, node): Ties => {
    const found = new Map<number, number[]>();
    if (filter.node(node)) {
      forEachEdge(index, node, "both", (edge, other) => {
        budget.spend();
        if (other === node || !filter.edge(edge) || !filter.node(other)) return undefined;
        const list = found.get(other);
        if (list === undefined) found.set(other, [edge]);
        else list.push(edge);
        return undefined;
      });
    }
    const others = [...found.keys()].sort((a, b) => a - b);
    return { others, weights: others.map((other) => found.get(other)!.reduce((sum, edge) => sum + edges[edge]!.weight, 0)), edges: found };
  });
}
