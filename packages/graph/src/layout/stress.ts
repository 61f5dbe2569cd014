import type { Point } from "./positions.ts";

/** A graph by numbers: `edges` are pairs of nodes, `lengths` the wanted length of each. */
export interface StressInput {
  readonly start: readonly Point[];
  readonly edges: readonly (readonly [number, number])[];
  readonly lengths: readonly number[];
  /** Rounds over all nodes. Default 150. */
  readonly iterations?: number;
}

/**
 * Stress majorisation (Gansner, Koren, North 2004; the local update of SMACOF): places nodes so that distances on the page follow distances in the graph.
 * Better than a force layout for pictures of up to some hundred nodes, where labels need room; O(nodes²) a round. The graph must be connected.
 */
export function stressLayout(input: StressInput): readonly Point[] {
  const count = input.start.length;
  const wanted = graphDistances(count, input.edges, input.lengths);
  const x = Float64Array.from(input.start, (point) => point.x);
  const y = Float64Array.from(input.start, (point) => point.y);
  const rounds = input.iterations ?? 150;
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      let sumX = 0;
      let sumY = 0;
      let sumWeight = 0;
      for (let j = 0; j < count; j++) {
        if (j === i) continue;
        const distance = wanted[i * count + j]!;
        if (!Number.isFinite(distance)) continue;
        const weight = 1 / (distance * distance);
        const dx = x[i]! - x[j]!;
        const dy = y[i]! - y[j]!;
        const norm = Math.hypot(dx, dy);
        const scale = norm > 1e-9 ? distance / norm : 0;
        sumX += weight * (x[j]! + dx * scale);
        sumY += weight * (y[j]! + dy * scale);
        sumWeight += weight;
      }
      if (sumWeight === 0) continue;
      const nextX = sumX / sumWeight;
      const nextY = sumY / sumWeight;
      moved = Math.max(moved, Math.abs(nextX - x[i]!), Math.abs(nextY - y[i]!));
      x[i] = nextX;
      y[i] = nextY;
    }
    if (moved < 0.05) break;
  }
  return Array.from(x, (value, i) => ({ x: value, y: y[i]! }));
}

/** Length of the shortest path between all pairs; Dijkstra with a linear scan, which is enough for the sizes that are drawn. */
function graphDistances(count: number, edges: readonly (readonly [number, number])[], lengths: readonly number[]): Float64Array {
  const neighbours: { readonly node: number; readonly length: number }[][] = Array.from({ length: count }, () => []);
  for (let e = 0; e < edges.length; e++) {
    const [a, b] = edges[e]!;
    neighbours[a]!.push({ node: b, length: lengths[e]! });
    neighbours[b]!.push({ node: a, length: lengths[e]! });
  }
  const all = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let start = 0; start < count; start++) {
    const distance = all.subarray(start * count, (start + 1) * count);
    const done = new Uint8Array(count);
    distance[start] = 0;
    for (;;) {
      let nearest = -1;
      for (let i = 0; i < count; i++) {
        if (done[i] === 0 && distance[i]! < Number.POSITIVE_INFINITY && (nearest < 0 || distance[i]! < distance[nearest]!)) nearest = i;
      }
      if (nearest < 0) break;
      done[nearest] = 1;
      for (const { node, length } of neighbours[nearest]!) {
        if (distance[nearest]! + length < distance[node]!) distance[node] = distance[nearest]! + length;
      }
    }
  }
  return all;
}
