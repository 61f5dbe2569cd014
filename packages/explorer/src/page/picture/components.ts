/** A part of a graph that no edge leaves: numbers of its nodes. */
export type GraphPart = readonly number[];

/** The connected parts of a graph, largest first, then by their first node. `edges` are triples of source, target and weight. */
export function graphParts(order: number, edges: Float32Array): readonly GraphPart[] {
  const parent = Int32Array.from({ length: order }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    for (let next = node; parent[next] !== root; ) {
      const above = parent[next]!;
      parent[next] = root;
      next = above;
    }
    return root;
  };
  for (let i = 0; i < edges.length; i += 3) {
    const a = rootOf(edges[i]!);
    const b = rootOf(edges[i + 1]!);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let node = 0; node < order; node++) {
    const root = rootOf(node);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [node]);
    else part.push(node);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Room around a part, in units of the layout. */
const MARGIN = 40;

/**
 * Sets the parts beside each other instead of where a force would fling them: the largest in the middle, the others in rings around it.
 * Places are changed in place.
 */
export function packParts(parts: readonly GraphPart[], places: Float32Array): void {
  const circles = parts.map((part) => {
    let [x, y] = [0, 0];
    for (const node of part) {
      x += places[2 * node]!;
      y += places[2 * node + 1]!;
    }
    x /= part.length;
    y /= part.length;
    let radius = 0;
    for (const node of part) radius = Math.max(radius, Math.hypot(places[2 * node]! - x, places[2 * node + 1]! - y));
    return { part, x, y, radius: radius + MARGIN };
  });
  const [middle, ...others] = circles;
  if (middle === undefined) return;
  shift(middle.part, places, -middle.x, -middle.y);
  let inner = middle.radius;
  for (let next = 0; next < others.length; ) {
    const ring: { readonly circle: (typeof circles)[number]; readonly distance: number; readonly angle: number }[] = [];
    let total = 0;
    for (; next < others.length; next++) {
      const circle = others[next]!;
      const distance = inner + circle.radius;
      // The angle that the circle takes at its distance.
      const angle = 2 * Math.asin(Math.min(1, circle.radius / distance));
      if (ring.length > 0 && total + angle > 2 * Math.PI) break;
      ring.push({ circle, distance, angle });
      total += angle;
    }
    // What the ring has left is shared among its parts.
    const gap = Math.max(0, 2 * Math.PI - total) / ring.length;
    let at = 0;
    for (const { circle, distance, angle } of ring) {
      const middleOfPart = at + (angle + gap) / 2;
      shift(circle.part, places, Math.cos(middleOfPart) * distance - circle.x, Math.sin(middleOfPart) * distance - circle.y);
      at += angle + gap;
    }
    inner += 2 * Math.max(...ring.map(({ circle }) => circle.radius));
  }
}

function shift(part: GraphPart, places: Float32Array, dx: number, dy: number): void {
  for (const node of part) {
    places[2 * node]! += dx;
    places[2 * node + 1]! += dy;
  }
}
