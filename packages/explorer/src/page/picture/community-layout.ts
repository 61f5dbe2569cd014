import { finishLayout, type LayoutInput, roundsFor } from "./layout.ts";
import { communityPlaces, NODE_ROOM } from "./start-places.ts";

/** Rounds within a community: it is small, and starts in order. */
const MOST_ROUNDS = 120;
/** Rounds in which discs are pushed off each other. */
const PUSHES = 200;
/** Room between discs, as a share of the sum of their radii. */
const GAP = 0.15;

/**
 * The layout of a large graph at two levels: ForceAtlas2 over the communities, then within each; each comes to stand as a disc in its place. Forces
 * over the whole would take minutes to part what this parts at once. Equal input gives equal places.
 */
export function layOutByCommunity({ positions, edges, groups }: LayoutInput & { readonly groups: Int32Array }): Float32Array {
  const order = positions.length / 2;
  const members: number[][] = [];
  const place = new Int32Array(order);
  for (let node = 0; node < order; node++) {
    const group = groups[node]!;
    while (members.length <= group) members.push([]);
    place[node] = members[group]!.push(node) - 1;
  }
  const inner: number[][] = members.map(() => []);
  const between = new Map<number, number>();
  for (let i = 0; i < edges.length; i += 3) {
    const [a, b] = [edges[i]!, edges[i + 1]!];
    const [from, to] = [groups[a]!, groups[b]!];
    if (from === to) inner[from]!.push(place[a]!, place[b]!, edges[i + 2]!);
    else {
      const key = Math.min(from, to) * members.length + Math.max(from, to);
      between.set(key, (between.get(key) ?? 0) + edges[i + 2]!);
    }
  }
  const radii = members.map((disc) => NODE_ROOM * Math.sqrt(disc.length));
  const centres = placeDiscs(radii, between);
  const result = new Float32Array(order * 2);
  members.forEach((disc, group) => {
    const start = Float32Array.from(disc.flatMap((node) => [positions[2 * node]!, positions[2 * node + 1]!]));
    const local = finishLayout({
      positions: start,
      edges: Float32Array.from(inner[group]!),
      iterations: Math.min(MOST_ROUNDS, roundsFor(disc.length)),
    });
    fit(local, radii[group]!);
    disc.forEach((node, index) => {
      result[2 * node] = centres[2 * group]! + local[2 * index]!;
      result[2 * node + 1] = centres[2 * group + 1]! + local[2 * index + 1]!;
    });
  });
  return result;
}

/** Moves places about their middle so that nine in ten are within the radius; who is far out is brought to its edge. */
function fit(places: Float32Array, radius: number): void {
  const order = places.length / 2;
  let [x, y] = [0, 0];
  for (let i = 0; i < order; i++) {
    x += places[2 * i]! / order;
    y += places[2 * i + 1]! / order;
  }
  const away = Float32Array.from({ length: order }, (_, i) => Math.hypot(places[2 * i]! - x, places[2 * i + 1]! - y));
  const reach = away.slice().sort()[Math.floor((order - 1) * 0.9)]!;
  for (let i = 0; i < order; i++) {
    const scale = reach === 0 ? 0 : Math.min(radius / reach, away[i] === 0 ? 0 : (radius * 1.1) / away[i]!);
    places[2 * i] = (places[2 * i]! - x) * scale;
    places[2 * i + 1] = (places[2 * i + 1]! - y) * scale;
  }
}

/** Centres of discs so that those with many edges between them are near and none covers another. */
function placeDiscs(radii: readonly number[], between: ReadonlyMap<number, number>): Float32Array {
  const count = radii.length;
  const edges = new Float32Array(between.size * 3);
  let at = 0;
  for (const [key, weight] of [...between].sort((a, b) => a[0] - b[0])) {
    edges[at++] = Math.floor(key / count);
    edges[at++] = key % count;
    edges[at++] = 1 + Math.log2(weight);
  }
  const start = communityPlaces(
    Int32Array.from({ length: count }, (_, index) => index),
    new Float32Array(count),
  );
  const centres = finishLayout({ positions: start, edges, iterations: roundsFor(count) });
  // From the scale of points to that of discs: as large as the discs side by side.
  const room = Math.sqrt(radii.reduce((sum, radius) => sum + radius * radius, 0)) * 1.25;
  fit(centres, room);
  for (let round = 0; round < PUSHES && pushDiscs(centres, radii); round++);
  return centres;
}

/** One round over all pairs of discs; returns whether any two were too near. The smaller gives way more. */
function pushDiscs(centres: Float32Array, radii: readonly number[]): boolean {
  let moved = false;
  for (let a = 0; a < radii.length; a++) {
    for (let b = a + 1; b < radii.length; b++) {
      const wanted = (radii[a]! + radii[b]!) * (1 + GAP);
      let dx = centres[2 * b]! - centres[2 * a]!;
      let dy = centres[2 * b + 1]! - centres[2 * a + 1]!;
      if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) continue;
      let distance = Math.hypot(dx, dy);
      if (distance >= wanted) continue;
      if (distance < 1e-6) {
        dx = Math.cos(b);
        dy = Math.sin(b);
        distance = 1;
      }
      const push = (wanted - Math.min(distance, wanted)) / distance;
      const share = radii[b]! ** 2 / (radii[a]! ** 2 + radii[b]! ** 2);
      centres[2 * a]! -= dx * push * share;
      centres[2 * a + 1]! -= dy * push * share;
      centres[2 * b]! += dx * push * (1 - share);
      centres[2 * b + 1]! += dy * push * (1 - share);
      moved = true;
    }
  }
  return moved;
}
