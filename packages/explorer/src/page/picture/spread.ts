/** Above this, nodes are dots that may touch, and the pass takes longer than it is worth. */
const MAX_NODES = 4000;
const ROUNDS = 60;
/** Share of the picture's width that a node keeps to itself: about 20 pixels of 900. */
const SHARE = 1 / 45;

/** Pushes nodes apart that would cover each other; the shape of the whole stays. Places are changed in place, the same way every time. */
export function spreadNodes(places: Float32Array): void {
  const order = places.length / 2;
  if (order < 2 || order > MAX_NODES) return;
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = extentOf(places) * SHARE * Math.min(1, Math.sqrt(300 / order));
    if (!(wanted > 0) || !pushApart(places, wanted)) return;
  }
}

function extentOf(places: Float32Array): number {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < places.length; i += 2) {
    left = Math.min(left, places[i]!);
    right = Math.max(right, places[i]!);
    top = Math.min(top, places[i + 1]!);
    bottom = Math.max(bottom, places[i + 1]!);
  }
  return Math.max(right - left, bottom - top);
}

/** One round over all pairs that are nearer than wanted, by a grid of cells of that size. Returns whether any was. */
function pushApart(places: Float32Array, wanted: number): boolean {
  const cells = new Map<string, number[]>();
  const order = places.length / 2;
  const cellOf = (value: number): number => Math.floor(value / wanted);
  for (let node = 0; node < order; node++) {
    const key = `${cellOf(places[2 * node]!)} ${cellOf(places[2 * node + 1]!)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [node]);
    else cell.push(node);
  }
  let moved = false;
  for (let node = 0; node < order; node++) {
    const column = cellOf(places[2 * node]!);
    const row = cellOf(places[2 * node + 1]!);
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const other of cells.get(`${x} ${y}`) ?? []) {
          if (other <= node) continue;
          let dx = places[2 * other]! - places[2 * node]!;
          let dy = places[2 * other + 1]! - places[2 * node + 1]!;
          let distance = Math.hypot(dx, dy);
          if (distance >= wanted) continue;
          if (distance < 1e-6) {
            // Two in one place part in a direction of their own.
            dx = Math.cos(other);
            dy = Math.sin(other);
            distance = 1;
          }
          const push = ((wanted - Math.min(distance, wanted)) / 2 / distance) * 0.6 + 1e-4;
          places[2 * node]! -= dx * push;
          places[2 * node + 1]! -= dy * push;
          places[2 * other]! += dx * push;
          places[2 * other + 1]! += dy * push;
          moved = true;
        }
      }
    }
  }
  return moved;
}
