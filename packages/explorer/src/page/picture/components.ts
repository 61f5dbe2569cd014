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

/** Side of the cells in which parts keep clear of each other, in units of the layout. */
const CELL = 45;
/** Turns of the spiral on which a place is sought: a cell apart. */
const STEP = CELL * 0.6;

/**
 * Sets the parts beside each other instead of where a force would fling them: the largest in the middle, each other as near to the middle as it finds
 * room, so that small ones fill the bays of large ones. Places are changed in place, the same way every time.
 */
export function packParts(parts: readonly GraphPart[], places: Float32Array): void {
  if (parts.length < 2) return;
  const taken = new Set<number>();
  // Parts as small as one that found no room further in find none either.
  const begins = new Map<number, number>();
  for (const part of parts) {
    const { x, y } = middleOf(part, places);
    const cells = cellsOf(part, places, x, y);
    const first = begins.get(cells.length) ?? 0;
    for (let turn = first; ; turn++) {
      // Equal steps along a spiral whose arms are a step apart.
      const angle = Math.sqrt(turn * 4 * Math.PI);
      const away = (STEP * angle) / (2 * Math.PI);
      const dx = Math.round((Math.cos(angle) * away) / CELL);
      const dy = Math.round((Math.sin(angle) * away) / CELL);
      if (cells.some(([column, row]) => taken.has(keyOf(column + dx, row + dy)))) continue;
      for (const [column, row] of cells) {
        // What keeps clear of a cell keeps clear of its neighbours.
        for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) taken.add(keyOf(column + dx + i, row + dy + j));
      }
      for (const node of part) {
        places[2 * node]! += dx * CELL - x;
        places[2 * node + 1]! += dy * CELL - y;
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

/** The cells that a part's nodes are in, seen from its middle. */
function cellsOf(part: GraphPart, places: Float32Array, x: number, y: number): readonly (readonly [number, number])[] {
  const cells = new Map<number, readonly [number, number]>();
  for (const node of part) {
    const cell = [Math.round((places[2 * node]! - x) / CELL), Math.round((places[2 * node + 1]! - y) / CELL)] as const;
    cells.set(keyOf(...cell), cell);
  }
  return [...cells.values()];
}
