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

/** Side of the cells in which parts keep clear of each other, in units of the layout: about half of the room of a node in the largest part. */
const LARGEST_CELL = 45;
const SMALLEST_CELL = 8;
/** Distance between the turns of the spiral on which a place is sought, in cells. */
const STEP = 0.6;

/**
 * Sets the parts beside each other instead of where a force would fling them: the largest in the middle, each other as near to the middle as it finds
 * room, so that small ones fill the bays of large ones and no edge of one crosses another. Places are changed in place, the same way every time.
 *
 * @param edges Triples of source, target and weight.
 */
export function packParts(parts: readonly GraphPart[], places: Float32Array, edges: Float32Array): void {
  const [largest] = parts;
  if (largest === undefined || parts.length < 2) return;
  const cell = Math.min(LARGEST_CELL, Math.max(SMALLEST_CELL, extentOf(largest, places) / (2 * Math.sqrt(largest.length)) || LARGEST_CELL));
  const taken = new Set<number>();
  const edgesOf = edgesByPart(parts, places.length / 2, edges);
  // Parts as small as one that found no room further in find none either.
  const begins = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    const { x, y } = middleOf(part, places);
    const cells = cellsOf(part, edgesOf[index] ?? [], places, x, y, cell);
    const first = begins.get(cells.length) ?? 0;
    for (let turn = first; ; turn++) {
      // Equal steps along a spiral whose arms are a step apart.
      const angle = Math.sqrt(turn * 4 * Math.PI);
      const away = (STEP * angle) / (2 * Math.PI);
      const dx = Math.round(Math.cos(angle) * away);
      const dy = Math.round(Math.sin(angle) * away);
      if (cells.some(([column, row]) => taken.has(keyOf(column + dx, row + dy)))) continue;
      for (const [column, row] of cells) {
        // What keeps clear of a cell keeps clear of its neighbours.
        for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) taken.add(keyOf(column + dx + i, row + dy + j));
      }
      for (const node of part) {
        places[2 * node]! += dx * cell - x;
        places[2 * node + 1]! += dy * cell - y;
      }
      begins.set(cells.length, turn);
      break;
    }
  }
}

const keyOf = (column: number, row: number): number => (column + 100_000) * 200_000 + row + 100_000;

function middleOf(part: GraphPart, places: Float32Array): { readonly x: number; readonly y: number } {
  let [x, y] = [0, 0];
  for (const node of part) {
    x += places[2 * node]! / part.length;
    y += places[2 * node + 1]! / part.length;
  }
  return { x, y };
}

/** The wider side of what a part covers. */
function extentOf(part: GraphPart, places: Float32Array): number {
  let extent = 0;
  for (const axis of [0, 1]) {
    let [least, most] = [Infinity, -Infinity];
    for (const node of part) {
      least = Math.min(least, places[2 * node + axis]!);
      most = Math.max(most, places[2 * node + axis]!);
    }
    extent = Math.max(extent, most - least);
  }
  return extent;
}

/** Above this many edges their cells are not looked at: they are everywhere. */
const MOST_EDGES = 5000;

/** The ends of each part's edges. */
function edgesByPart(parts: readonly GraphPart[], order: number, edges: Float32Array): readonly (readonly (readonly [number, number])[])[] {
  if (edges.length / 3 > MOST_EDGES) return [];
  const partOf = new Int32Array(order);
  parts.forEach((part, index) => {
    for (const node of part) partOf[node] = index;
  });
  const lists: [number, number][][] = parts.map(() => []);
  for (let i = 0; i < edges.length; i += 3) lists[partOf[edges[i]!]!]!.push([edges[i]!, edges[i + 1]!]);
  return lists;
}

/** The cells that a part's nodes are in and its edges pass, seen from its middle. */
function cellsOf(
  part: GraphPart,
  edges: readonly (readonly [number, number])[],
  places: Float32Array,
  x: number,
  y: number,
  side: number,
): readonly (readonly [number, number])[] {
  const cells = new Map<number, readonly [number, number]>();
  const add = (left: number, top: number): void => {
    const cell = [Math.round((left - x) / side), Math.round((top - y) / side)] as const;
    cells.set(keyOf(...cell), cell);
  };
  for (const node of part) add(places[2 * node]!, places[2 * node + 1]!);
  for (const [a, b] of edges) {
    const [fromX, fromY] = [places[2 * a]!, places[2 * a + 1]!];
    const [dx, dy] = [places[2 * b]! - fromX, places[2 * b + 1]! - fromY];
    const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / side);
    for (let step = 1; step < steps; step++) add(fromX + (dx * step) / steps, fromY + (dy * step) / steps);
  }
  return [...cells.values()];
}
