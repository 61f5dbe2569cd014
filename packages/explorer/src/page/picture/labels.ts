/** Something that wants a label on the picture, in pixels. */
export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Stands on its place where that is free, as the label of a line does. */
  readonly centred?: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Side of a cell of the grid that finds neighbours of a box. */
const CELL = 64;

/** Boxes that are taken; `free` asks whether a box overlaps none of them. */
export class LabelSpace {
  readonly #cells = new Map<number, Box[]>();

  free(box: Box): boolean {
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }

  take(box: Box): void {
    for (const key of cellsOf(box)) {
      const list = this.#cells.get(key);
      if (list === undefined) this.#cells.set(key, [box]);
      else list.push(box);
    }
  }
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 4096 + y;
  }
}

/**
 * Where a label may stand without covering another: right of its node, left, below, above (a centred one first on it); the first that is free and inside the picture.
 * Takes the place. Labels are asked for in order of importance.
 */
export function placeLabel(
  space: LabelSpace,
  request: LabelRequest,
  size: { readonly width: number; readonly height: number },
  page: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | undefined {
  const { x, y, radius, centred = false } = request;
  const gap = radius + 4;
  const corners = [
    ...(centred ? [{ x: x - size.width / 2, y: y - size.height / 2 }] : []),
    { x: x + gap, y: y - size.height / 2 },
    { x: x - gap - size.width, y: y - size.height / 2 },
    { x: x - size.width / 2, y: y + gap },
    { x: x - size.width / 2, y: y - gap - size.height },
  ];
  for (const corner of corners) {
    const box = { left: corner.x - 2, top: corner.y - 1, right: corner.x + size.width + 2, bottom: corner.y + size.height + 1 };
    if (box.left < 0 || box.top < 0 || box.right > page.width || box.bottom > page.height) continue;
    if (!space.free(box)) continue;
    space.take(box);
    return corner;
  }
  return undefined;
}
