import { dataFactory, namespaces } from "@chancery/rdf";
import type { Literal, NamedNode, Quad } from "@rdfjs/types";
import type { EventCluster } from "../collection/event-clusters.ts";
import type { MergeJudgement } from "../collection/merge-judgement.ts";
import type { Extraction } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus } from "../ontology.ts";
import { dateLiteral } from "./literals.ts";
import type { Naming } from "./naming.ts";

const { rdf, rdfs, skos } = namespaces;

/** Statuses that make an event a direct edge: somebody says flatly that it happened and nobody denies it. */
export const EDGE_STATUSES: ReadonlySet<EventStatus> = new Set<EventStatus>(["confirmed", "asserted"]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is known across documents, for `emitDerived`: what `readCollection` returns has this shape. */
export interface DerivedOptions {
  /** Happenings with their events and joint status. Default: none, each event stands for itself with the status of its document. */
  readonly clusters?: readonly EventCluster[];
  /** Entity id → id of the entity it was merged into; direct edges lead to the latter. Default: nobody is merged. */
  readonly canonical?: ReadonlyMap<string, string>;
}

/**
 * What follows from the claims of a collection: each event's status, and the direct edges of events of sufficient status and of stated relations
 * (`id:state/prk chy:suppliesArmsTo id:state/rus`). Edges among participants go both ways. With clusters, an event has the status of its happening:
 * what another document disputes is no direct edge.
 */
export function emitDerived(extractions: Iterable<Extraction>, naming: Naming, options: DerivedOptions = {}): readonly Quad[] {
  const { clusters = [], canonical = new Map<string, string>() } = options;
  const quads = new Map<string, Quad>();
  const add = (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal): void => {
    const key = `${subject.value} ${predicate.value} ${object.value}`;
    if (!quads.has(key)) quads.set(key, dataFactory.quad(subject, predicate, object, naming.derivedGraph));
  };
  const one = (id: string): string => canonical.get(id) ?? id;
  const joint = new Map(clusters.flatMap(({ status, events }) => events.map(({ event }) => [event, status] as const)));
  for (const { events, relations } of extractions) {
    for (const event of events) {
      const status = joint.get(event.id) ?? event.status;
      add(naming.iri(event.id), naming.term("eventStatus"), naming.term(status));
      if (status !== event.status) add(naming.iri(event.id), naming.term("statusInDocument"), naming.term(event.status));
      if (!EDGE_STATUSES.has(status)) continue;
      const edge = naming.term(EVENT_TYPES[event.type].edge);
      for (const [from, to] of edgePairs(event.type, event.roles))
        if (one(from) !== one(to)) add(naming.iri(one(from)), edge, naming.iri(one(to)));
    }
    for (const relation of relations) add(naming.iri(one(relation.subject)), naming.term(relation.type), naming.iri(one(relation.object)));
  }
  for (const cluster of clusters) {
    const node = naming.iri(cluster.id);
    add(node, rdf("type"), naming.term("Happening"));
    add(node, naming.term("eventStatus"), naming.term(cluster.status));
    add(node, naming.term("statusRule"), dataFactory.literal(cluster.rule));
    if (cluster.first?.published !== undefined) add(node, naming.term("firstReported"), dateLiteral(cluster.first.published));
    if (cluster.last?.published !== undefined) add(node, naming.term("lastReported"), dateLiteral(cluster.last.published));
    for (const { event } of cluster.events) add(node, naming.term("includesEvent"), naming.iri(event));
    for (const { event, index } of cluster.figures) add(node, naming.term("figure"), naming.iri(`${event}/quantity/${index + 1}`));
  }
  for (const [from, to] of canonical) if (from !== to) add(naming.iri(from), skos("exactMatch"), naming.iri(to));
  return [...quads].sort(([a], [b]) => compare(a, b)).map(([, quad]) => quad);
}

/** The judgements on who is who, in a graph of their own: what was merged, what was kept apart, by which rule and why. */
export function emitJudgements(judgements: Iterable<MergeJudgement>, naming: Naming): readonly Quad[] {
  const quads: Quad[] = [];
  for (const { a, b, verdict, reason, rule } of judgements) {
    const node = naming.iri(`judgement/${a}/${b}`);
    const add = (predicate: NamedNode, object: NamedNode | Literal): void => {
      quads.push(dataFactory.quad(node, predicate, object, naming.judgementsGraph));
    };
    add(rdf("type"), naming.term("MergeJudgement"));
    add(naming.term("judged"), naming.iri(a));
    add(naming.term("judged"), naming.iri(b));
    add(naming.term("verdict"), dataFactory.literal(verdict));
    add(naming.term("rule"), dataFactory.literal(rule));
    add(rdfs("comment"), dataFactory.literal(reason.toWellFormed()));
  }
  return quads;
}

/** Ordered pairs of fillers that an event's direct edge joins: first core role to second, or every participant with every other. */
export function edgePairs(
  type: keyof typeof EVENT_TYPES,
  roles: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, string])[] {
  const [first, second] = EVENT_TYPES[type].core;
  if (first === undefined) return [];
  const sources = roles[first] ?? [];
  const targets = second === undefined ? sources : (roles[second] ?? []);
  return sources.flatMap((source) => targets.filter((target) => target !== source).map((target) => [source, target] as const));
}
