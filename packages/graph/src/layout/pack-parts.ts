import type { Box, Size } from "./boxes.ts";

/** A connected part of a drawing: its boxes and the straight lines between them. */
export interface Part {
  readonly boxes: readonly Box[];
  /** Pairs of positions in `boxes`. */
  readonly lines: readonly (readonly [number, number])[];
}

/** Grid step in pixels: fine enough to use the gaps between boxes, coarse enough to be quick. */
const CELL = 36;

/**
 * Moves the parts together so that the whole comes near the wanted width to height ratio: each is set down where it enlarges the page least,
 * the largest first, also into the empty corners of earlier ones (polyomino packing, Freivalds et al. 2002). The boxes are moved in place.
 */
export function packParts(parts: readonly Part[], aspect: number): void {
  const shapes = parts.map(shapeOf);
  const order = parts.map((_, i) => i).sort((a, b) => shapes[b]!.cells.length - shapes[a]!.cells.length || a - b);
  const taken = new Set<number>();
  let page: Size = { width: 0, height: 0 };
  for (const i of order) {
    const shape = shapes[i]!;
    const place = bestPlace(shape, taken, page, aspect);
    for (const cell of shape.cells) taken.add(key(cell.x + place.x, cell.y + place.y));
    page = { width: Math.max(page.width, place.x + shape.width), height: Math.max(page.height, place.y + shape.height) };
    for (const box of parts[i]!.boxes) {
      box.x += place.x * CELL - shape.left;
      box.y += place.y * CELL - shape.top;
    }
  }
}

interface Shape extends Size {
  readonly cells: readonly { readonly x: number; readonly y: number }[];
  readonly left: number;
  readonly top: number;
}

function key(x: number, y: number): number {
  return x * 65_536 + y;
}

/** The grid cells that a part covers, its boxes with a margin of about one cell. */
function shapeOf({ boxes, lines }: Part): Shape {
  const margin = CELL * 0.6;
  const left = boxes.reduce((least, box) => Math.min(least, box.x - box.width / 2), Number.POSITIVE_INFINITY) - margin;
  const top = boxes.reduce((least, box) => Math.min(least, box.y - box.height / 2), Number.POSITIVE_INFINITY) - margin;
  const cells = new Map<number, { readonly x: number; readonly y: number }>();
  const cover = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let x = Math.floor((x0 - left) / CELL); x <= Math.floor((x1 - left) / CELL); x++) {
      for (let y = Math.floor((y0 - top) / CELL); y <= Math.floor((y1 - top) / CELL); y++) cells.set(key(x, y), { x, y });
    }
  };
  for (const { x, y, width, height } of boxes) {
    cover(x - width / 2 - margin, y - height / 2 - margin, x + width / 2 + margin, y + height / 2 + margin);
  }
  for (const [a, b] of lines) {
    const [from, to] = [boxes[a]!, boxes[b]!];
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / CELL) * 2;
    for (let s = 0; s <= steps; s++) {
      const x = from.x + ((to.x - from.x) * s) / steps;
      const y = from.y + ((to.y - from.y) * s) / steps;
      // Room for the label on the line.
      cover(Math.max(left, x - CELL * 0.8), Math.max(top, y - CELL * 0.3), x + CELL * 0.8, y + CELL * 0.3);
    }
  }
  // No spread into Math.max: a large part has more cells than a call takes arguments.
  let [width, height] = [0, 0];
  for (const { x, y } of cells.values()) {
    width = Math.max(width, x + 1);
    height = Math.max(height, y + 1);
  }
  return { cells: [...cells.values()], left, top, width, height };
}

/** The free place that makes the page smallest for its shape; ties by row, then column. */
function bestPlace(shape: Shape, taken: ReadonlySet<number>, page: Size, aspect: number): { readonly x: number; readonly y: number } {
  if (page.width === 0) return { x: 0, y: 0 };
  let best = { x: 0, y: page.height };
  let bestCost = costAt(best.x, best.y, shape, page, aspect);
  for (let y = 0; y <= page.height; y++) {
    for (let x = 0; x <= page.width; x++) {
      const cost = costAt(x, y, shape, page, aspect);
      if (cost >= bestCost) continue;
      if (shape.cells.some((cell) => taken.has(key(cell.x + x, cell.y + y)))) continue;
      best = { x, y };
      bestCost = cost;
    }
  }
  return best;
}

function costAt(x: number, y: number, shape: Shape, page: Size, aspect: number): number {
  const width = Math.max(page.width, x + shape.width);
  const height = Math.max(page.height, y + shape.height);
  // The page that holds it all at the wanted ratio; then rather near the upper left.
  return Math.max(width, height * aspect) * 1000 + x + y;
}
