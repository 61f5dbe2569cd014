import { ChanceryError } from "@chancery/rdf";
import { dayOf } from "./day.ts";
import { type GraphIndex, NO_DAY } from "./graph-index.ts";
import { EDGE_STATUSES, type EdgeStatus, WALKED_STATUSES } from "./knowledge.ts";
import type { EdgeKind } from "./property-graph.ts";

/** Which edges a walk may use. Every condition that is given must hold. */
export interface EdgeFilter {
  /** Local names of direct edges, relations or stances. */
  readonly predicates?: readonly string[];
  /** Default `WALKED_STATUSES`; `"all"` walks everything, denied and hypothetical events included. */
  readonly statuses?: readonly EdgeStatus[] | "all";
  readonly kinds?: readonly EdgeKind[];
  readonly eventTypes?: readonly string[];
  /** At least one of these documents says so. */
  readonly documents?: readonly string[];
  /** At least one of these says so. */
  readonly speakers?: readonly string[];
  /** Distinct documents an edge needs at least. */
  readonly minDocuments?: number;
  /** ISO 8601 date (year, month or day): only what may have happened on or after it. Undated edges are left out once a bound is given. */
  readonly from?: string;
  /** ISO 8601 date: only what may have happened on or before it. */
  readonly to?: string;
  /** Keep undated edges although a date bound is given. Default `false`. */
  readonly keepUndated?: boolean;
  /** Entity types that a walk may pass through; its two ends are exempt. */
  readonly nodeTypes?: readonly string[];
  /** Ids of entities that a walk may not pass through or end in. */
  readonly avoid?: readonly string[];
}

export interface CompiledFilter {
  readonly edge: (edge: number) => boolean;
  readonly node: (node: number) => boolean;
}

/**
 * A filter as two predicates over numbers. Cheap conditions (status, predicate, dates: typed columns) are asked first.
 *
 * @throws ChanceryError `graph.bad-date` when `from` or `to` is not an ISO 8601 date.
 */
export function compileFilter(index: GraphIndex, filter: EdgeFilter): CompiledFilter {
  const { status, predicate, predicateNames, first, last, graph } = index;
  const wanted = filter.statuses === "all" ? EDGE_STATUSES : (filter.statuses ?? WALKED_STATUSES);
  const statusAllowed = Uint8Array.from(EDGE_STATUSES, (name) => (wanted.includes(name) ? 1 : 0));
  const predicateAllowed =
    filter.predicates === undefined ? undefined : Uint8Array.from(predicateNames, (name) => (filter.predicates!.includes(name) ? 1 : 0));
  const from = boundary(filter.from, "from", "first");
  const to = boundary(filter.to, "to", "last");
  const dated = from !== undefined || to !== undefined;
  const keepUndated = filter.keepUndated ?? false;
  const kinds = setOf(filter.kinds);
  const eventTypes = setOf(filter.eventTypes);
  const documents = setOf(filter.documents);
  const speakers = setOf(filter.speakers);
  const minDocuments = filter.minDocuments ?? 0;
  const needsObject =
    kinds !== undefined || eventTypes !== undefined || documents !== undefined || speakers !== undefined || minDocuments > 0;
  const nodeTypes = setOf(filter.nodeTypes);
  const avoid = setOf(filter.avoid);

  return {
    edge: (edge) => {
      if (statusAllowed[status[edge]!] === 0) return false;
      if (predicateAllowed !== undefined && predicateAllowed[predicate[edge]!] === 0) return false;
      if (dated) {
        if (first[edge] === NO_DAY) {
          if (!keepUndated) return false;
        } else if ((from !== undefined && last[edge]! < from) || (to !== undefined && first[edge]! > to)) return false;
      }
      if (!needsObject) return true;
      const object = graph.edges[edge]!;
      return (
        (kinds === undefined || kinds.has(object.kind)) &&
        (eventTypes === undefined || (object.eventType !== undefined && eventTypes.has(object.eventType))) &&
        (documents === undefined || object.documents.some((id) => documents.has(id))) &&
        (speakers === undefined || object.speakers.some((id) => speakers.has(id))) &&
        object.documents.length >= minDocuments
      );
    },
    node: (node) => {
      const object = graph.nodes[node]!;
      return (nodeTypes === undefined || nodeTypes.has(object.type)) && (avoid === undefined || !avoid.has(object.id));
    },
  };
}

function setOf<T>(values: readonly T[] | undefined): ReadonlySet<T> | undefined {
  return values === undefined ? undefined : new Set(values);
}

function boundary(text: string | undefined, name: string, edge: "first" | "last"): number | undefined {
  if (text === undefined) return undefined;
  const day = dayOf(text, edge);
  if (day !== undefined) return day;
  throw new ChanceryError("graph.bad-date", `"${text}" is no date (${name}).`, {
    remedy: "Write a year, month or day: 2024, 2024-06 or 2024-06-12.",
  });
}
