/** A box by its centre. */
export interface Box {
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Pushes overlapping boxes apart, each pair along the axis where it overlaps less, until none overlaps or the rounds are used up. Moves as little as it can;
 * deterministic. The boxes are changed in place.
 *
 * @param margin Space wanted between boxes.
 * @returns How many pairs still overlap.
 */
export function separateBoxes(boxes: readonly Box[], margin: number, rounds = 400): number {
  const order = boxes.map((_, i) => i);
  let overlaps = 0;
  for (let round = 0; round < rounds; round++) {
    order.sort((a, b) => boxes[a]!.x - boxes[a]!.width / 2 - (boxes[b]!.x - boxes[b]!.width / 2) || a - b);
    overlaps = 0;
    for (let i = 0; i < order.length; i++) {
      const a = boxes[order[i]!]!;
      for (let j = i + 1; j < order.length; j++) {
        const b = boxes[order[j]!]!;
        if (b.x - b.width / 2 > a.x + a.width / 2 + margin) break;
        const overlapX = (a.width + b.width) / 2 + margin - Math.abs(a.x - b.x);
        const overlapY = (a.height + b.height) / 2 + margin - Math.abs(a.y - b.y);
        if (overlapX <= 0.01 || overlapY <= 0.01) continue;
        overlaps++;
        // Labels are wide and low: going apart vertically is nearly always the shorter way.
        if (overlapX < overlapY) {
          const shift = (overlapX / 2 + 0.05) * (a.x < b.x || (a.x === b.x && order[i]! < order[j]!) ? 1 : -1);
          a.x -= shift;
          b.x += shift;
        } else {
          const shift = (overlapY / 2 + 0.05) * (a.y < b.y || (a.y === b.y && order[i]! < order[j]!) ? 1 : -1);
          a.y -= shift;
          b.y += shift;
        }
      }
    }
    if (overlaps === 0) return 0;
  }
  return overlaps;
}

/** Connected components by number, the largest first, ties by smallest member. */
export function connectedComponents(count: number, edges: readonly (readonly [number, number])[]): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const [a, b] of edges) {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  }
  const members = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const key = root(i);
    const group = members.get(key);
    if (group === undefined) members.set(key, [i]);
    else group.push(i);
  }
  return [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

export interface Size {
  readonly width: number;
  readonly height: number;
}
