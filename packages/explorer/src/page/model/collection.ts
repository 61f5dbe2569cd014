import { EVENT_STATUSES, type EventCluster, type ExtractedClaim, type ExtractedEvent, type MergeJudgement } from "@chancery/extract";
import {
  type Communities,
  communities,
  type EdgeStatus,
  type GraphIndex,
  type GraphNode,
  indexGraph,
  type Knowledge,
  type KnowledgeEntity,
  type KnowledgeEvent,
  type PropertyGraph,
  projectGraph,
} from "@chancery/graph";
// Not from the façade itself, which would bring the language model along.
import { toKnowledge } from "chancery/knowledge";
import type { PageData, PageRecord } from "./embedded-data.ts";
import { type Link, linksOf } from "./links.ts";

/** An extracted claim with the document it stands in. */
export interface PlacedClaim {
  readonly claim: ExtractedClaim;
  readonly record: PageRecord;
}

/** All that the page shows, derived once from the records. */
export interface Collection {
  readonly data: PageData;
  readonly knowledge: Knowledge;
  readonly records: ReadonlyMap<string, PageRecord>;
  readonly entities: ReadonlyMap<string, KnowledgeEntity>;
  readonly events: ReadonlyMap<string, KnowledgeEvent>;
  readonly claims: readonly PlacedClaim[];
  readonly claimById: ReadonlyMap<string, PlacedClaim>;
  readonly claimsByEvent: ReadonlyMap<string, readonly PlacedClaim[]>;
  /** The extracted event of an id, with time and rule; the first document's where several report it. */
  readonly extractedEvents: ReadonlyMap<string, ExtractedEvent>;
  /** The happening that an event is reported in, with what other documents say of it. */
  readonly clusterOf: ReadonlyMap<string, EventCluster>;
  /** Who an entity was merged with or kept apart from, and why. */
  readonly judgementsOf: ReadonlyMap<string, readonly MergeJudgement[]>;
  /** One edge an event, relation and pair. */
  readonly graph: PropertyGraph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Edges drawn as one, by ends, predicate and status. */
  readonly links: readonly Link[];
  readonly linksByNode: ReadonlyMap<string, readonly Link[]>;
  /** First and last day of any dated edge; absent when none is dated. */
  readonly span?: { readonly first: string; readonly last: string };
  /** What paths and communities are found in; made at the first call. */
  readonly index: () => GraphIndex;
  /** Louvain communities of the graph; found at the first call. */
  readonly communities: () => Communities;
}

/** Derives the collection. Weapons, items and forums are nodes too: filters hide them, searches find them. */
export function makeCollection(data: PageData): Collection {
  const clusters = data.reading?.clusters ?? [];
  const reported = toKnowledge(data.records, { clusters });
  const knowledge = uniteEvents(reported);
  const graph = projectGraph(reported, { detail: true });
  const links = linksOf(graph);
  const claims = data.records.flatMap((record) => record.extraction.claims.map((claim) => ({ claim, record })));
  const linksByNode = new Map<string, Link[]>();
  for (const link of links) {
    append(linksByNode, link.source, link);
    if (link.target !== link.source) append(linksByNode, link.target, link);
  }
  const claimsByEvent = new Map<string, PlacedClaim[]>();
  for (const placed of claims) for (const event of placed.claim.content) append(claimsByEvent, event, placed);
  const extractedEvents = new Map<string, ExtractedEvent>();
  for (const { extraction } of data.records) {
    for (const event of extraction.events) if (!extractedEvents.has(event.id)) extractedEvents.set(event.id, event);
  }
  const judgementsOf = new Map<string, MergeJudgement[]>();
  for (const judgement of data.reading?.judgements ?? []) for (const id of [judgement.a, judgement.b]) append(judgementsOf, id, judgement);
  const span = spanOf(links);
  const index = once(() => indexGraph(graph));
  return {
    data,
    knowledge,
    records: new Map(data.records.map((record) => [record.extraction.document.id, record])),
    entities: new Map(knowledge.entities.map((entity) => [entity.id, entity])),
    events: new Map(knowledge.events.map((event) => [event.id, event])),
    claims,
    claimById: new Map(claims.map((placed) => [placed.claim.id, placed])),
    claimsByEvent,
    extractedEvents,
    clusterOf: new Map(clusters.flatMap((cluster) => cluster.events.map(({ event }) => [event, cluster] as const))),
    judgementsOf,
    graph,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    links,
    linksByNode,
    ...(span === undefined ? {} : { span }),
    index,
    communities: once(() => communities(index())),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One event an id: what several documents report keeps the evidence of all. */
function uniteEvents(knowledge: Knowledge): Knowledge {
  const byId = new Map<string, KnowledgeEvent>();
  for (const event of knowledge.events) {
    const seen = byId.get(event.id);
    byId.set(
      event.id,
      seen === undefined
        ? event
        : { ...seen, status: uniteStatuses(seen.status, event.status), evidence: [...seen.evidence, ...event.evidence] },
    );
  }
  return byId.size === knowledge.events.length ? knowledge : { ...knowledge, events: [...byId.values()] };
}

/** As the projection does it: said in one document and denied in another is disputed, else the better supported counts. */
function uniteStatuses(left: EdgeStatus, right: EdgeStatus): EdgeStatus {
  const both = [left, right];
  const said = both.some((status) => ["confirmed", "asserted", "alleged"].includes(status));
  const denied = both.some((status) => ["denied", "nonOccurrence"].includes(status));
  return said && denied ? "disputed" : EVENT_STATUSES.find((status) => both.includes(status))!;
}

function spanOf(links: readonly Link[]): { readonly first: string; readonly last: string } | undefined {
  let first: string | undefined;
  let last: string | undefined;
  for (const { edges } of links) {
    for (const edge of edges) {
      const start = edge.first ?? edge.last;
      const end = edge.last ?? edge.first;
      if (start === undefined || end === undefined) continue;
      if (first === undefined || start < first) first = start;
      if (last === undefined || end > last) last = end;
    }
  }
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Adds to the list that a map holds under a key. */
export function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
