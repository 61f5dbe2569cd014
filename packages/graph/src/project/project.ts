import { EDGE_STATUSES, type EdgeStatus, type GraphEvidence, type Knowledge, type KnowledgeEvent } from "../knowledge.ts";
import {
  compareText,
  type EdgeSpan,
  type GraphEdge,
  type GraphNode,
  orderGraph,
  type PropertyGraph,
  sortedUnique,
} from "../property-graph.ts";
import { EDGE_RULES, type EdgeRule, ITEM_ROLES } from "./edge-rules.ts";

export interface ProjectOptions {
  /** Replaces or adds edge rules by event type; an empty list drops the type. Default: `EDGE_RULES`. */
  readonly rules?: Readonly<Record<string, readonly EdgeRule[]>>;
  /** Statuses of events that become edges. Default: all; traversal filters again (`WALKED_STATUSES`). */
  readonly statuses?: readonly EdgeStatus[];
  /** Merge parallel edges with the same ends, predicate and status into one that carries all evidence. Default `false`. */
  readonly merge?: boolean;
  /** Also edges to weapons, items, forums and forces. Default `false`. */
  readonly detail?: boolean;
  /** Static relations (`holdsPosition`, `memberOf`, …) become edges. Default `true`. */
  readonly relations?: boolean;
  /**
   * Largest number of participants joined pair by pair; a larger gathering becomes a node of its own with one edge a participant,
   * so that a summit of 32 is 32 edges instead of 496. Default 8.
   */
  readonly maxPairwise?: number;
  /** Keep entities without any edge. Default `false`. */
  readonly isolated?: boolean;
}

/**
 * The property graph of what the documents report: entities are nodes, events of known roles are edges between them, each with its
 * status, dates, speakers, documents and quoted evidence. Deterministic, and independent of the order of the input.
 *
 * Role members that are not entities (literals, event ids) yield no edge.
 */
export function projectGraph(knowledge: Knowledge, options: ProjectOptions = {}): PropertyGraph {
  const { merge = false, detail = false, relations = true, maxPairwise = 8, isolated = false } = options;
  const statuses = new Set(options.statuses ?? EDGE_STATUSES);
  const rules = { ...EDGE_RULES, ...options.rules };
  const nodes = new Map<string, GraphNode>();
  for (const entity of knowledge.entities) if (!nodes.has(entity.id)) nodes.set(entity.id, entity);
  const edges: GraphEdge[] = [];

  for (const event of knowledge.events) {
    if (!statuses.has(event.status)) continue;
    for (const rule of rules[event.type] ?? []) {
      if (rule.detail && !detail) continue;
      if (rule.from !== rule.to) edges.push(...directedEdges(event, rule, nodes));
      else edges.push(...participantEdges(event, rule, nodes, maxPairwise));
    }
  }
  if (relations && statuses.has("asserted")) edges.push(...relationEdges(knowledge));

  const distinct = uniteReports(edges);
  const { graph } = orderGraph(nodes.values(), merge ? mergeParallelEdges(distinct) : distinct);
  return isolated ? graph : dropIsolated(graph);
}

function directedEdges(event: KnowledgeEvent, rule: EdgeRule, nodes: ReadonlyMap<string, GraphNode>): GraphEdge[] {
  const sources = members(event, rule.from, nodes);
  let targets = members(event, rule.to, nodes);
  for (const role of rule.orTo ?? []) if (targets.length === 0) targets = members(event, role, nodes);
  const edges: GraphEdge[] = [];
  for (const source of sources) {
    for (const target of targets) if (source !== target) edges.push(eventEdge(event, rule.predicate, source, target, true));
  }
  return edges;
}

function participantEdges(event: KnowledgeEvent, rule: EdgeRule, nodes: Map<string, GraphNode>, maxPairwise: number): GraphEdge[] {
  const participants = members(event, rule.from, nodes);
  if (participants.length > maxPairwise) {
    nodes.set(event.id, { id: event.id, type: event.type, label: gatheringLabel(event, nodes, participants.length) });
    return participants.map((participant) => eventEdge(event, "takesPartIn", participant, event.id, true));
  }
  const edges: GraphEdge[] = [];
  for (let i = 0; i < participants.length; i++) {
    for (let j = i + 1; j < participants.length; j++) {
      edges.push(eventEdge(event, rule.predicate, participants[i]!, participants[j]!, false));
    }
  }
  return edges;
}

function gatheringLabel(event: KnowledgeEvent, nodes: ReadonlyMap<string, GraphNode>, size: number): string {
  const named = [...(event.roles["forum"] ?? []), ...(event.roles["agreement"] ?? []), ...(event.roles["name"] ?? [])];
  const name = named.map((id) => nodes.get(id)?.label ?? id)[0];
  const kind = event.type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  return name ?? `${kind} of ${size}`;
}

function members(event: KnowledgeEvent, role: string, nodes: ReadonlyMap<string, GraphNode>): readonly string[] {
  return sortedUnique((event.roles[role] ?? []).filter((id) => nodes.has(id)));
}

function eventEdge(event: KnowledgeEvent, predicate: string, source: string, target: string, directed: boolean): GraphEdge {
  return {
    id: `${event.id}|${predicate}|${source}|${target}`,
    source,
    target,
    predicate,
    directed,
    kind: "event",
    status: event.status,
    events: [event.id],
    eventType: event.type,
    ...provenance(event.evidence),
    ...(event.first === undefined ? {} : { first: event.first }),
    ...(event.last === undefined ? {} : { last: event.last }),
    weight: 1,
    items: sortedUnique(ITEM_ROLES.flatMap((role) => event.roles[role] ?? []).filter((id) => id !== target && id !== source)),
  };
}

function relationEdges(knowledge: Knowledge): GraphEdge[] {
  return knowledge.relations
    .filter((relation) => relation.subject !== relation.object)
    .map((relation) => ({
      id: `relation|${relation.type}|${relation.subject}|${relation.object}|${relation.first ?? ""}`,
      source: relation.subject,
      target: relation.object,
      predicate: relation.type,
      directed: true,
      kind: "relation",
      status: "asserted",
      events: [],
      ...provenance(relation.evidence),
      ...(relation.first === undefined ? {} : { first: relation.first }),
      ...(relation.last === undefined ? {} : { last: relation.last }),
      weight: 1,
      items: [],
    }));
}

/** Evidence in canonical order, with the documents and speakers that it names. */
export function provenance(evidence: readonly GraphEvidence[]): Pick<GraphEdge, "documents" | "speakers" | "evidence"> {
  const sorted = [...evidence].sort(
    (a, b) => compareText(a.document, b.document) || a.start - b.start || a.end - b.end || compareText(a.claim ?? "", b.claim ?? ""),
  );
  return {
    documents: sortedUnique(sorted.map((item) => item.document)),
    speakers: sortedUnique(sorted.flatMap((item) => item.speakers)),
    evidence: sorted,
  };
}

/** One edge an id: the same event or relation reported by several documents keeps the evidence of all. */
function uniteReports(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const byId = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const same = byId.get(edge.id);
    if (same === undefined) byId.set(edge.id, [edge]);
    else same.push(edge);
  }
  return [...byId.values()].map((same) => {
    if (same.length === 1) return same[0]!;
    const status = uniteStatuses(same.map((edge) => edge.status));
    const [united] = mergeParallelEdges(same.map((edge) => ({ ...edge, status })));
    return { ...united!, id: same[0]!.id, weight: 1 };
  });
}

/** Said by one and denied by another is disputed; else the best supported status counts. */
function uniteStatuses(statuses: readonly EdgeStatus[]): EdgeStatus {
  const said = statuses.some((status) => status === "confirmed" || status === "asserted" || status === "alleged");
  const denied = statuses.some((status) => status === "denied" || status === "nonOccurrence");
  if (said && denied) return "disputed";
  return EDGE_STATUSES.find((status) => statuses.includes(status))!;
}

/** Edges with the same ends, direction, kind, predicate and status as one, which spans their dates and carries all their evidence. */
export function mergeParallelEdges(edges: Iterable<GraphEdge>): readonly GraphEdge[] {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const ends = edge.directed || edge.source <= edge.target ? [edge.source, edge.target] : [edge.target, edge.source];
    const key = `${edge.kind}|${edge.predicate}|${edge.status}|${edge.directed ? ">" : "-"}|${ends.join("|")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return [...groups].map(([key, group]) => {
    const sorted = group.sort((a, b) => compareText(a.id, b.id));
    const { first: _first, last: _last, spans: _spans, ...head } = sorted[0]!;
    const spans = distinctSpans(sorted);
    const firsts = sorted.flatMap((edge) => edge.first ?? []).sort(compareText);
    const lasts = sorted.flatMap((edge) => edge.last ?? edge.first ?? []).sort(compareText);
    const evidence = new Map<string, GraphEvidence>();
    for (const item of sorted.flatMap((edge) => edge.evidence)) {
      evidence.set(`${item.document}|${item.start}|${item.end}|${item.claim ?? ""}`, item);
    }
    return {
      ...head,
      id: key,
      ...provenance([...evidence.values()]),
      events: sortedUnique(sorted.flatMap((edge) => edge.events)),
      ...(firsts.length === 0 ? {} : { first: firsts[0]! }),
      ...(lasts.length === 0 ? {} : { last: lasts.at(-1)! }),
      ...(spans.length < 2 ? {} : { spans }),
      weight: sorted.reduce((sum, edge) => sum + edge.weight, 0),
      items: sortedUnique(sorted.flatMap((edge) => edge.items)),
    };
  });
}

function distinctSpans(edges: readonly GraphEdge[]): readonly EdgeSpan[] {
  const spans = edges.flatMap((edge) => {
    if (edge.spans !== undefined) return edge.spans;
    const first = edge.first ?? edge.last;
    return first === undefined ? [] : [{ first, last: edge.last ?? first }];
  });
  const byText = new Map(spans.map((span) => [`${span.first}/${span.last}`, span]));
  return [...byText].sort((a, b) => compareText(a[0], b[0])).map(([, span]) => span);
}

function dropIsolated(graph: PropertyGraph): PropertyGraph {
  const used = new Set(graph.edges.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: graph.nodes.filter((node) => used.has(node.id)), edges: graph.edges };
}
