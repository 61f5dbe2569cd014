import { EDGE_STATUSES, type EdgeStatus } from "../../knowledge.ts";
import type { Box } from "../../layout/boxes.ts";
import type { Point } from "../../layout/positions.ts";
import { compareText, type GraphEdge, type PropertyGraph } from "../../property-graph.ts";
import { predicateWords } from "../palette.ts";
import { textWidth } from "./label-text.ts";
import type { PlacedNode } from "./place-nodes.ts";

/** Edges drawn as one line: same two ends, same direction, same status. */
export interface EdgeBundle {
  readonly source: number;
  readonly target: number;
  readonly directed: boolean;
  readonly status: EdgeStatus;
  readonly edges: readonly GraphEdge[];
  /** The predicates in words, the most frequent first. */
  readonly label: string;
}

/** A quadratic curve between the borders of two boxes. */
export interface EdgeRoute {
  readonly bundle: EdgeBundle;
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
  /** Centre of the label, absent where there was no room for one. */
  readonly label?: Point;
  /** Lines of the label. */
  readonly lines: readonly string[];
}

export const LABEL_SIZE = 11;
const LABEL_LINE = 13;

/** Statuses that look enough alike to share a line where a pair has too many. */
const STATUS_CLASS: Readonly<Record<EdgeStatus, string>> = {
  confirmed: "said",
  asserted: "said",
  alleged: "alleged",
  disputed: "alleged",
  unconfirmed: "open",
  planned: "open",
  hypothetical: "open",
  denied: "denied",
  nonOccurrence: "denied",
};
/** Lines between one pair above which similar statuses are drawn as one. */
const MAX_LINES = 4;

/**
 * Edges that can share a line, in a fixed order: same ends, direction and status; of pairs with more than four such lines, same ends, direction and kind of status,
 * drawn as the best supported of them. Loops are left out.
 */
export function bundleEdges(graph: PropertyGraph, numberOf: ReadonlyMap<string, number>): readonly EdgeBundle[] {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (edge.source === edge.target) continue;
    const key = JSON.stringify(edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source]);
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [edge]);
    else pair.push(edge);
  }
  return [...pairs]
    .sort((a, b) => compareText(a[0], b[0]))
    .flatMap(([, edges]) => {
      const exact = groupLines(edges, (edge) => edge.status);
      const lines = exact.length <= MAX_LINES ? exact : groupLines(edges, (edge) => STATUS_CLASS[edge.status]);
      return lines.map((line) => ({
        source: numberOf.get(line[0]!.source)!,
        target: numberOf.get(line[0]!.target)!,
        directed: line[0]!.directed,
        status: EDGE_STATUSES.find((status) => line.some((edge) => edge.status === status))!,
        edges: line,
        label: bundleLabel(line),
      }));
    });
}

function groupLines(edges: readonly GraphEdge[], statusOf: (edge: GraphEdge) => string): readonly (readonly GraphEdge[])[] {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = `${edge.directed ? edge.source : ""}|${statusOf(edge)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return [...groups].sort((a, b) => compareText(a[0], b[0])).map(([, group]) => group);
}

function bundleLabel(edges: readonly GraphEdge[]): string {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(edge.predicate, (counts.get(edge.predicate) ?? 0) + edge.weight);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const shown = sorted
    .slice(0, 3)
    .map(([predicate, count]) => (count > 1 ? `${predicateWords(predicate)} ×${count}` : predicateWords(predicate)));
  return sorted.length > 3 ? [...shown, `+${sorted.length - 3} more`].join("\n") : shown.join("\n");
}

/** How far the curves of one pair lie apart in their middle, in pixels; the straight one is tried first. */
const LINE_GAP = 26;
const BENDS: readonly number[] = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9];
/** Bends further out than this, as a share of the length, are for pairs with many lines only. */
const WIDEST_DETOUR = 0.6;
/** Where a label may sit on its curve, from the middle outwards. */
const LABEL_PLACES: readonly number[] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78];
const SAMPLES = 24;

/**
 * Curves for all bundles: each takes the bend that runs behind the fewest boxes and lies on no other curve between the same two, then its label the place
 * on it where it covers neither a box nor another label. Long bundles choose last: short ones have less freedom.
 */
export function routeEdges(bundles: readonly EdgeBundle[], nodes: readonly PlacedNode[], labels: boolean): readonly EdgeRoute[] {
  const taken = new Map<string, number[]>();
  const order = bundles
    .map((bundle, i) => ({ bundle, i, length: distance(nodes[bundle.source]!, nodes[bundle.target]!) }))
    .sort((a, b) => a.length - b.length || a.i - b.i);
  const routes: EdgeRoute[] = new Array(bundles.length);
  for (const { bundle, i } of order) {
    const pair = `${Math.min(bundle.source, bundle.target)}-${Math.max(bundle.source, bundle.target)}`;
    const used = taken.get(pair) ?? [];
    const bend = chooseBend(bundle, nodes, used);
    taken.set(pair, [...used, bend]);
    routes[i] = {
      bundle,
      ...curveBetween(nodes[bundle.source]!, nodes[bundle.target]!, sideOf(bundle) * bend),
      lines: bundle.label.split("\n"),
    };
  }
  return labels ? placeLabels(routes, nodes) : routes;
}

/** Bends are counted from the lower-numbered node, so that the two directions of a pair do not choose the same curve. */
function sideOf(bundle: EdgeBundle): number {
  return bundle.source < bundle.target ? 1 : -1;
}

function chooseBend(bundle: EdgeBundle, nodes: readonly PlacedNode[], used: readonly number[]): number {
  let best: number | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const length = distance(nodes[bundle.source]!, nodes[bundle.target]!);
  // The middle of a quadratic curve lies half as far out as its control point.
  const step = Math.min(0.3, Math.max(0.1, (2 * LINE_GAP) / length));
  for (const multiple of BENDS) {
    const bend = Math.round(multiple * step * 1000) / 1000;
    if (used.includes(bend)) continue;
    if (best !== undefined && Math.abs(bend) > WIDEST_DETOUR) break;
    const curve = curveBetween(nodes[bundle.source]!, nodes[bundle.target]!, sideOf(bundle) * bend);
    // Crossing a third box misleads; a strong bend only costs looks.
    const cost = 10 * boxesBehind(curve, bundle, nodes) + 12 * Math.abs(bend);
    if (cost < bestCost) {
      best = bend;
      bestCost = cost;
    }
  }
  return best ?? 0;
}

function boxesBehind(curve: Curve, bundle: EdgeBundle, nodes: readonly PlacedNode[]): number {
  const left = Math.min(curve.start.x, curve.control.x, curve.end.x);
  const right = Math.max(curve.start.x, curve.control.x, curve.end.x);
  const top = Math.min(curve.start.y, curve.control.y, curve.end.y);
  const bottom = Math.max(curve.start.y, curve.control.y, curve.end.y);
  let count = 0;
  for (let n = 0; n < nodes.length; n++) {
    if (n === bundle.source || n === bundle.target) continue;
    const box = nodes[n]!;
    if (box.x + box.width / 2 < left || box.x - box.width / 2 > right || box.y + box.height / 2 < top || box.y - box.height / 2 > bottom)
      continue;
    for (let s = 1; s < SAMPLES; s++) {
      if (contains(box, pointOn(curve, s / SAMPLES), 3)) {
        count++;
        break;
      }
    }
  }
  return count;
}

interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** The visible part of the curve between two centres: from where it leaves the first box to where it enters the second. */
function curveBetween(source: PlacedNode, target: PlacedNode, bend: number): Curve {
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  const control = { x: middle.x - (target.y - source.y) * bend, y: middle.y + (target.x - source.x) * bend };
  const whole: Curve = { start: source, control, end: target };
  const from = crossing((t) => contains(source, pointOn(whole, t), 1), 0, 0.5);
  const to = crossing((t) => contains(target, pointOn(whole, t), 3), 1, 0.5);
  return subCurve(whole, from, to);
}

/** Where `inside` turns false between `inner` and `outer`, by bisection. */
function crossing(inside: (t: number) => boolean, inner: number, outer: number): number {
  let [near, far] = [inner, outer];
  for (let i = 0; i < 16; i++) {
    const t = (near + far) / 2;
    if (inside(t)) near = t;
    else far = t;
  }
  return far;
}

function subCurve({ start, control, end }: Curve, from: number, to: number): Curve {
  const blossom = (a: number, b: number): Point => ({
    x: (1 - a) * (1 - b) * start.x + ((1 - a) * b + a * (1 - b)) * control.x + a * b * end.x,
    y: (1 - a) * (1 - b) * start.y + ((1 - a) * b + a * (1 - b)) * control.y + a * b * end.y,
  });
  return { start: blossom(from, from), control: blossom(from, to), end: blossom(to, to) };
}

/** A point of the curve, 0 at its start, 1 at its end. */
export function pointOn({ start, control, end }: Curve, t: number): Point {
  const s = 1 - t;
  return { x: s * s * start.x + 2 * s * t * control.x + t * t * end.x, y: s * s * start.y + 2 * s * t * control.y + t * t * end.y };
}

function placeLabels(routes: readonly EdgeRoute[], nodes: readonly PlacedNode[]): readonly EdgeRoute[] {
  const placed: Box[] = [];
  return routes.map((route) => {
    const full = labelPlace(route, route.lines, nodes, placed);
    // A long list that fits nowhere is cut to its first line before it is given up.
    const lines = full !== undefined || route.lines.length === 1 ? route.lines : [`${route.lines[0]} …`];
    const box = full ?? labelPlace(route, lines, nodes, placed);
    if (box === undefined) return route;
    placed.push(box);
    return { ...route, lines, label: { x: box.x, y: box.y } };
  });
}

function labelPlace(route: EdgeRoute, lines: readonly string[], nodes: readonly PlacedNode[], placed: readonly Box[]): Box | undefined {
  const width = Math.max(...lines.map((line) => textWidth(line, LABEL_SIZE))) + 4;
  const height = lines.length * LABEL_LINE + 1;
  for (const t of LABEL_PLACES) {
    const { x, y } = pointOn(route, t);
    const box = { x, y, width, height };
    if (!nodes.some((node) => overlap(node, box)) && !placed.some((other) => overlap(other, box))) return box;
  }
  return undefined;
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

function contains(box: Box, point: Point, margin: number): boolean {
  return Math.abs(point.x - box.x) <= box.width / 2 + margin && Math.abs(point.y - box.y) <= box.height / 2 + margin;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
