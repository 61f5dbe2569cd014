import { type Box, connectedComponents, type Size, separateBoxes } from "../../layout/boxes.ts";
import { packParts } from "../../layout/pack-parts.ts";
import { layoutGraph, type Positions } from "../../layout/positions.ts";
import { stressLayout } from "../../layout/stress.ts";
import { compareText, type GraphNode, type PropertyGraph } from "../../property-graph.ts";
import type { WriteTally } from "../safe-text.ts";
import { pictureText, textWidth, wrapLabel } from "./label-text.ts";

/** A node with its place on the page and the lines of its label. */
export interface PlacedNode extends Box {
  readonly node: GraphNode;
  readonly lines: readonly string[];
  readonly fontSize: number;
}

export interface PlaceOptions {
  readonly positions?: Positions;
  /** Wanted width by height. */
  readonly aspect: number;
  /** Number of lines that will be drawn between two nodes, by their ids. Default 1. */
  readonly linesBetween?: (a: string, b: string) => number;
  readonly tally: WriteTally;
}

const LINE_HEIGHT = 1.22;
/** Least space between boxes: an edge label fits between two above each other. */
const GAP = 22;
/** Beyond this the O(n²) stress layout is too slow and labels could not be read anyway. */
const STRESS_LIMIT = 400;

/**
 * Boxes for all nodes, the label inside each, none overlapping: every connected part is laid out by itself and the parts are set side by side.
 *
 * @returns The nodes in the graph's order, and the size of the whole; the upper left corner is at 0, 0.
 */
export function placeNodes(graph: PropertyGraph, options: PlaceOptions): { readonly placed: readonly PlacedNode[]; readonly size: Size } {
  const numberOf = new Map(graph.nodes.map((node, i) => [node.id, i]));
  const pairs = distinctPairs(graph, numberOf);
  const degree = new Uint32Array(graph.nodes.length);
  for (const [a, b] of pairs) {
    degree[a]!++;
    degree[b]!++;
  }
  const start = options.positions ?? layoutGraph(graph);
  const placed = graph.nodes.map((node, i) => nodeBox(node, degree[i]!, start, options.tally));

  if (options.positions !== undefined) spreadGiven(placed);
  else {
    const components = connectedComponents(placed.length, pairs);
    for (const members of components) layOut(members, pairs, placed, degree, options.linesBetween);
    for (const members of components)
      turnToLandscape(
        members.map((i) => placed[i]!),
        options.aspect,
      );
    packParts(
      components.map((members) => {
        const local = new Map(members.map((number, i) => [number, i]));
        const lines = pairs.filter(([a]) => local.has(a)).map(([a, b]): [number, number] => [local.get(a)!, local.get(b)!]);
        return { boxes: members.map((i) => placed[i]!), lines };
      }),
      options.aspect,
    );
  }
  const frame = frameOf(placed);
  for (const box of placed) {
    box.x -= frame.left;
    box.y -= frame.top;
  }
  return { placed, size: { width: frame.width, height: frame.height } };
}

function nodeBox(node: GraphNode, degree: number, start: Positions, tally: WriteTally): PlacedNode {
  const fontSize = Math.round((12.5 + Math.min(6, 1.6 * Math.log2(1 + degree))) * 10) / 10;
  const label = pictureText(node.label, 70, tally) || pictureText(node.id, 70, tally) || "?";
  const lines = wrapLabel(label, fontSize, 150, 3);
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize))) + fontSize * 1.5;
  const point = start.get(node.id) ?? { x: 0, y: 0 };
  return { node, lines, fontSize, width, height: lines.length * fontSize * LINE_HEIGHT + fontSize * 0.9, x: point.x, y: point.y };
}

function distinctPairs(graph: PropertyGraph, numberOf: ReadonlyMap<string, number>): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  for (const edge of graph.edges) {
    const a = numberOf.get(edge.source)!;
    const b = numberOf.get(edge.target)!;
    if (a !== b) pairs.set(`${Math.min(a, b)}-${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  }
  return [...pairs].sort((x, y) => compareText(x[0], y[0])).map(([, pair]) => pair);
}

function layOut(
  members: readonly number[],
  pairs: readonly (readonly [number, number])[],
  placed: readonly PlacedNode[],
  degree: Uint32Array,
  linesBetween: (a: string, b: string) => number = () => 1,
): void {
  const boxes = members.map((i) => placed[i]!);
  const local = new Map(members.map((number, i) => [number, i]));
  const edges = pairs.filter(([a]) => local.has(a)).map(([a, b]): [number, number] => [local.get(a)!, local.get(b)!]);
  if (members.length > 1 && members.length <= STRESS_LIMIT) {
    // Room for the two boxes and an edge label between them; more around hubs, whose neighbours share the circle.
    const lengths = edges.map(([a, b]) => {
      const crowd = Math.max(degree[members[a]!]!, degree[members[b]!]!);
      const few = Math.min(degree[members[a]!]!, degree[members[b]!]!);
      const lines = linesBetween(boxes[a]!.node.id, boxes[b]!.node.id);
      return 88 + 20 * (lines - 1) + (boxes[a]!.width + boxes[b]!.width) / 3.2 + 9 * Math.sqrt(crowd) * (few > 1 ? 1.6 : 1);
    });
    const points = stressLayout({ start: boxes.map(({ x, y }) => ({ x, y })), edges, lengths });
    points.forEach((point, i) => {
      boxes[i]!.x = point.x;
      boxes[i]!.y = point.y;
    });
  } else if (members.length > STRESS_LIMIT) scaleToRoom(boxes);
  separateBoxes(boxes, GAP);
}

function spreadGiven(boxes: readonly PlacedNode[]): void {
  scaleToRoom(boxes);
  separateBoxes(boxes, GAP);
}

/** Scales positions of unknown unit so that the page has about six times the area of the boxes. */
function scaleToRoom(boxes: readonly PlacedNode[]): void {
  const needed = boxes.reduce((sum, box) => sum + (box.width + 20) * (box.height + 20), 0) * 6;
  const frame = frameOf(boxes.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const [width, height] = [frame.width || 1, frame.height || 1];
  const scale = Math.sqrt(needed / (width * height));
  for (const box of boxes) {
    box.x *= scale;
    box.y *= scale;
  }
}

/** Turns a part by 90° where that brings it nearer to the wanted shape of the page. */
function turnToLandscape(boxes: readonly PlacedNode[], aspect: number): void {
  const frame = frameOf(boxes);
  const wide = aspect >= 1;
  if (boxes.length < 2 || frame.width >= frame.height === wide) return;
  for (const box of boxes) {
    const { x, y } = box;
    box.x = y;
    box.y = -x;
  }
  separateBoxes(boxes, GAP);
}

function frameOf(boxes: readonly Box[]): Size & { readonly left: number; readonly top: number } {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    left = Math.min(left, box.x - box.width / 2);
    right = Math.max(right, box.x + box.width / 2);
    top = Math.min(top, box.y - box.height / 2);
    bottom = Math.max(bottom, box.y + box.height / 2);
  }
  return boxes.length === 0 ? { left: 0, top: 0, width: 0, height: 0 } : { left, top, width: right - left, height: bottom - top };
}
