import type { PictureEdge, PictureNode } from "../picture/sigma-picture.ts";
import { append, type Collection } from "./collection.ts";
import type { Visible } from "./visibility.ts";
import { titleWords } from "./words.ts";

/** What nodes of the picture can be gathered by. */
export const GROUPINGS = ["type", "state", "community"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Nodes that are drawn as one; at least two. */
export interface NodeGroup {
  readonly id: string;
  readonly label: string;
  /** Type whose colour it has: that of its best connected member. */
  readonly type: string;
  /** Best connected first. */
  readonly members: readonly string[];
}

/** A graph some of whose nodes stand for several; edges that lead to such a node are bundles. */
export interface GroupedGraph {
  readonly groups: readonly NodeGroup[];
  readonly nodes: readonly (Omit<PictureNode, "color"> & { readonly type: string })[];
  /** Edges with the status whose colour they have. */
  readonly edges: readonly (Omit<PictureEdge, "color" | "label"> & { readonly predicate?: string; readonly status: string })[];
  /** Link id → id of the edge that it is drawn as; links within a group are drawn as none. */
  readonly edgeOf: ReadonlyMap<string, string>;
  /** Node id → id of the node that it is drawn as. */
  readonly nodeOf: ReadonlyMap<string, string>;
}

const GROUP = "group:";
const BUNDLE = "bundle:";

/** Whether an id of the picture is that of a group. */
export const isGroup = (id: string): boolean => id.startsWith(GROUP);
/** Whether an id of the picture is that of a bundle of links. */
export const isBundle = (id: string): boolean => id.startsWith(BUNDLE);

/** Relations that say to which state somebody or something belongs, in the order in which they are followed: as `foldIntoStates` of @chancery/graph does. */
const BELONGING: readonly string[] = ["partOf", "nationalOf", "positionIn", "holdsPosition", "locatedIn"];

/** The groups of a graph, largest first. Whoever is alone in a group is in none. */
export function groupNodes(collection: Collection, grouping: Grouping): readonly NodeGroup[] {
  const keyOf = keyFunction(collection, grouping);
  const byKey = new Map<string, string[]>();
  for (const { id } of collection.graph.nodes) append(byKey, keyOf(id), id);
  const degree = (id: string): number => collection.linksByNode.get(id)?.length ?? 0;
  return [...byKey]
    .filter(([, members]) => members.length > 1)
    .map(([key, members]) => {
      const sorted = members.sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
      const first = collection.nodes.get(grouping === "state" && collection.nodes.has(key) ? key : sorted[0]!)!;
      return {
        id: `${GROUP}${grouping}/${key}`,
        label: groupLabel(collection, grouping, first.id, sorted),
        type: first.type,
        members: sorted,
      };
    })
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}

function keyFunction(collection: Collection, grouping: Grouping): (id: string) => string {
  switch (grouping) {
    case "type":
      return (id) => collection.nodes.get(id)!.type;
    case "community": {
      const { of } = collection.communities();
      return (id) => String(of.get(id));
    }
    case "state": {
      const above = new Map<string, string>();
      for (const type of BELONGING) {
        for (const relation of collection.knowledge.relations) {
          if (relation.type === type && !above.has(relation.subject)) above.set(relation.subject, relation.object);
        }
      }
      return (id) => {
        const seen = new Set<string>();
        for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = above.get(at)) {
          if (collection.nodes.get(at)?.type === "State") return at;
          seen.add(at);
        }
        return id;
      };
    }
  }
}

function groupLabel(collection: Collection, grouping: Grouping, first: string, members: readonly string[]): string {
  const { label, type } = collection.nodes.get(first)!;
  if (grouping === "type") return `${titleWords(type)} (${members.length})`;
  if (grouping === "state") return `${label} (${members.length})`;
  const second = collection.nodes.get(members[1]!)!.label;
  return members.length === 2 ? `${label}, ${second}` : `${label}, ${second} +${members.length - 2}`;
}

/** The graph with every group drawn as one node, except those that are opened. */
export function collapse(collection: Collection, groups: readonly NodeGroup[], opened: readonly string[]): GroupedGraph {
  const closed = groups.filter(({ id }) => !opened.includes(id));
  const nodeOf = new Map(closed.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const drawnAs = (id: string): string => nodeOf.get(id) ?? id;
  const edges = new Map<string, GroupedGraph["edges"][number]>();
  const edgeOf = new Map<string, string>();
  for (const { id, source, target, predicate, status, directed } of collection.links) {
    const [from, to] = [drawnAs(source), drawnAs(target)];
    if (from === to) continue;
    if (from === source && to === target) {
      edges.set(id, { id, source, target, directed, predicate, status });
      edgeOf.set(id, id);
      continue;
    }
    const [a, b] = from < to ? [from, to] : [to, from];
    const bundle = `${BUNDLE}${JSON.stringify([a, b])}`;
    if (!edges.has(bundle)) edges.set(bundle, { id: bundle, source: a, target: b, directed: false, status: "asserted" });
    edgeOf.set(id, bundle);
  }
  return {
    groups,
    nodes: [
      ...closed.map(({ id, label, type, members }) => ({ id, label, type, members: members.length })),
      ...collection.graph.nodes.filter(({ id }) => !nodeOf.has(id)).map(({ id, label, type }) => ({ id, label, type })),
    ],
    edges: [...edges.values()],
    edgeOf,
    nodeOf,
  };
}

/** What the filters leave of a grouped graph: edge id → links behind it, node id → number of its edges. */
export function visibleGroups(grouped: GroupedGraph, visible: Visible): Visible {
  const links = new Map<string, number>();
  for (const link of visible.links.keys()) {
    const edge = grouped.edgeOf.get(link);
    if (edge !== undefined) links.set(edge, (links.get(edge) ?? 0) + 1);
  }
  const degrees = new Map<string, number>();
  // Whoever passes the filters is seen, if only in a group that nothing leads out of.
  for (const id of visible.degrees.keys()) degrees.set(grouped.nodeOf.get(id) ?? id, 0);
  for (const { id, source, target } of grouped.edges) {
    if (!links.has(id)) continue;
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  return { links, degrees };
}
