import type { GraphEdge } from "@chancery/graph";
import { dayNumber } from "./calendar.ts";
import type { Collection } from "./collection.ts";
import type { ViewState } from "./view-state.ts";

/** What the filters leave: link id → number of its edges that pass, and the nodes at their ends with their degree. */
export interface Visible {
  readonly links: ReadonlyMap<string, number>;
  readonly degrees: ReadonlyMap<string, number>;
}

export type Filters = Pick<ViewState, "hiddenTypes" | "hiddenStatuses" | "hiddenPredicates" | "sources" | "from" | "to">;

/** Undated edges stay until a date bound is set; then only what may have happened within it is left. */
export function visibleGraph(collection: Collection, filters: Filters): Visible {
  const types = new Set(filters.hiddenTypes);
  const statuses = new Set(filters.hiddenStatuses);
  const predicates = new Set(filters.hiddenPredicates);
  const passes = edgeFilter(filters);
  const hidden = new Set(collection.graph.nodes.filter(({ type }) => types.has(type)).map(({ id }) => id));
  const links = new Map<string, number>();
  const degrees = new Map<string, number>();
  for (const link of collection.links) {
    if (statuses.has(link.status) || predicates.has(link.predicate) || hidden.has(link.source) || hidden.has(link.target)) continue;
    let count = 0;
    for (const edge of link.edges) if (passes(edge)) count++;
    if (count === 0) continue;
    links.set(link.id, count);
    degrees.set(link.source, (degrees.get(link.source) ?? 0) + 1);
    if (link.target !== link.source) degrees.set(link.target, (degrees.get(link.target) ?? 0) + 1);
  }
  return { links, degrees };
}

/** Whether a single edge passes by document and date. */
export function edgeFilter(filters: Pick<Filters, "sources" | "from" | "to">): (edge: GraphEdge) => boolean {
  const sources = filters.sources.length === 0 ? undefined : new Set(filters.sources);
  const from = dayNumber(filters.from, "first");
  const to = dayNumber(filters.to, "last");
  return (edge) => {
    if (sources !== undefined && !edge.documents.some((id) => sources.has(id))) return false;
    if (from === undefined && to === undefined) return true;
    const first = dayNumber(edge.first ?? edge.last, "first");
    const last = dayNumber(edge.last ?? edge.first, "last");
    if (first === undefined || last === undefined) return false;
    return (from === undefined || last >= from) && (to === undefined || first <= to);
  };
}
