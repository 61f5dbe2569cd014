import { isoDay } from "./day.ts";
import { compileFilter, type EdgeFilter } from "./edge-filter.ts";
import { type GraphIndex, NO_DAY, subgraph } from "./graph-index.ts";
import type { PropertyGraph } from "./property-graph.ts";

/** The part of a graph that a filter lets through; nodes left without an edge are dropped. */
export function filterGraph(index: GraphIndex, filter: EdgeFilter): PropertyGraph {
  const compiled = compileFilter(index, filter);
  const edges: number[] = [];
  for (let edge = 0; edge < index.source.length; edge++) {
    if (compiled.edge(edge) && compiled.node(index.source[edge]!) && compiled.node(index.target[edge]!)) edges.push(edge);
  }
  return subgraph(index, edges);
}

export interface TimeSlice {
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly graph: PropertyGraph;
}

/**
 * One graph a calendar period, from the first dated edge to the last; an edge is in every period that it may belong to. Undated edges are in none.
 *
 * @param step Length of a period. Default `month`.
 */
export function timeSlices(index: GraphIndex, step: "year" | "quarter" | "month" = "month", filter: EdgeFilter = {}): readonly TimeSlice[] {
  const compiled = compileFilter(index, filter);
  const dated: number[] = [];
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (let edge = 0; edge < index.source.length; edge++) {
    if (index.first[edge] === NO_DAY || !compiled.edge(edge)) continue;
    dated.push(edge);
    start = Math.min(start, index.first[edge]!);
    end = Math.max(end, index.last[edge]!);
  }
  if (dated.length === 0) return [];
  const months = step === "year" ? 12 : step === "quarter" ? 3 : 1;
  const slices: TimeSlice[] = [];
  const [year, month] = isoDay(start).split("-").map(Number) as [number, number, number];
  let cursor = year * 12 + Math.floor((month - 1) / months) * months;
  for (;;) {
    const first = dayOfMonthNumber(cursor);
    if (first > end) return slices;
    const last = dayOfMonthNumber(cursor + months) - 1;
    const edges = dated.filter((edge) => index.last[edge]! >= first && index.first[edge]! <= last);
    slices.push({ from: isoDay(first), to: isoDay(last), graph: subgraph(index, edges) });
    cursor += months;
  }
}

function dayOfMonthNumber(month: number): number {
  return Math.floor(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000);
}
