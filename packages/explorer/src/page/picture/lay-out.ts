import { type LayoutInput, roundsFor } from "./layout.ts";
import type { PictureEdge, PictureNode } from "./sigma-picture.ts";
import { communityPlaces, GOLDEN_ANGLE, startPlaces } from "./start-places.ts";

/** What the layout computes, and how its result becomes places of all nodes, in their order. */
export interface PreparedLayout {
  readonly input: LayoutInput;
  readonly complete: (places: Float32Array) => Float32Array;
}

/** Numbers the nodes that are laid out; the others come to stand around a neighbour that is, or in the middle. */
export function layOut(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): PreparedLayout {
  const number = new Map(nodes.map(({ id }, index) => [id, index]));
  const linked = new Uint8Array(nodes.length);
  const degrees = new Uint32Array(nodes.length);
  const pairs: [number, number][] = [];
  for (const { source, target } of edges) {
    const a = number.get(source)!;
    const b = number.get(target)!;
    if (a === b) continue;
    pairs.push([a, b]);
    degrees[a]!++;
    degrees[b]!++;
    if (nodes[a]!.aside === true || nodes[b]!.aside === true) continue;
    linked[a] = 1;
    linked[b] = 1;
  }
  const all = linked.includes(1) ? undefined : true;
  const core = nodes.flatMap((_, index) => (all === true || linked[index] === 1 ? [index] : []));
  const coreNumber = new Int32Array(nodes.length).fill(-1);
  core.forEach((node, index) => {
    coreNumber[node] = index;
  });
  const groups = groupsOf(core.map((node) => nodes[node]!));
  const input: LayoutInput = {
    positions:
      groups === undefined
        ? startPlaces(core.map((node) => nodes[node]!.id))
        : communityPlaces(
            groups,
            core.map((node) => degrees[node]!),
          ),
    ...(groups === undefined ? {} : { groups }),
    edges: weightedPairs(
      core.length,
      pairs.map(([a, b]) => [coreNumber[a]!, coreNumber[b]!]),
    ),
    iterations: roundsFor(core.length),
  };
  const anchors = anchorsOf(nodes.length, pairs, coreNumber);
  return {
    input,
    complete: (places) => {
      const result = new Float32Array(nodes.length * 2);
      let extent = 0;
      for (const value of places) extent = Math.max(extent, Math.abs(value));
      const step = extent / 40;
      const around = new Map<number, number>();
      // Anchors come before what hangs on them.
      for (const [node, anchor] of anchors) {
        const at = coreNumber[node]!;
        if (at >= 0) {
          result[2 * node] = places[2 * at]!;
          result[2 * node + 1] = places[2 * at + 1]!;
          continue;
        }
        const count = (around.get(anchor) ?? 0) + 1;
        around.set(anchor, count);
        const radius = step * Math.sqrt(count);
        const x = anchor < 0 ? 0 : result[2 * anchor]!;
        const y = anchor < 0 ? 0 : result[2 * anchor + 1]!;
        result[2 * node] = x + Math.cos(count * GOLDEN_ANGLE) * radius;
        result[2 * node + 1] = y + Math.sin(count * GOLDEN_ANGLE) * radius;
      }
      return result;
    },
  };
}

/** Communities by number without gaps, where every node has one. */
function groupsOf(nodes: readonly PictureNode[]): Int32Array | undefined {
  if (nodes.length === 0 || nodes.some(({ community }) => community === undefined)) return undefined;
  const present = [...new Set(nodes.map(({ community }) => community!))].sort((a, b) => a - b);
  const numbers = new Map(present.map((community, number) => [community, number]));
  return Int32Array.from(nodes, ({ community }) => numbers.get(community!)!);
}

/** Every node with the neighbour it stands beside (-1: none), in an order in which the neighbour comes first. */
function anchorsOf(
  order: number,
  pairs: readonly (readonly [number, number])[],
  coreNumber: Int32Array,
): readonly (readonly [node: number, anchor: number])[] {
  const neighbours = new Map<number, number[]>();
  for (const [a, b] of pairs) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (coreNumber[to]! >= 0) continue;
      const list = neighbours.get(from);
      if (list === undefined) neighbours.set(from, [to]);
      else list.push(to);
    }
  }
  const anchors: (readonly [number, number])[] = [];
  const seen = new Uint8Array(order);
  for (let node = 0; node < order; node++) {
    if (coreNumber[node]! < 0) continue;
    seen[node] = 1;
    anchors.push([node, -1]);
  }
  const spread = (): void => {
    for (let i = 0; i < anchors.length; i++) {
      for (const next of neighbours.get(anchors[i]![0]) ?? []) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        anchors.push([next, anchors[i]![0]]);
      }
    }
  };
  spread();
  for (let node = 0; node < order; node++) {
    if (seen[node] === 1) continue;
    seen[node] = 1;
    anchors.push([node, -1]);
    spread();
  }
  return anchors;
}

/** Distinct pairs with a weight: ten reports of one arms transfer pull no ten times harder than one. Pairs with a negative number are left out. */
function weightedPairs(order: number, pairs: readonly (readonly [number, number])[]): Float32Array {
  const counts = new Map<number, number>();
  for (const [a, b] of pairs) {
    if (a < 0 || b < 0) continue;
    const key = Math.min(a, b) * order + Math.max(a, b);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const matrix = new Float32Array(counts.size * 3);
  let at = 0;
  for (const [key, count] of counts) {
    matrix[at++] = Math.floor(key / order);
    matrix[at++] = key % order;
    matrix[at++] = 1 + Math.log2(count);
  }
  return matrix;
}
