import { dataFactory, namespaces } from "@chancery/rdf";
import type { NamedNode, Quad } from "@rdfjs/types";
import type { ExtractedEntity, Extraction } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus } from "../ontology.ts";
import type { Naming } from "./naming.ts";

const { owl, rdf, rdfs, skos } = namespaces;

/** Statuses that make an event a direct edge: somebody says flatly that it happened and nobody denies it. */
export const EDGE_STATUSES: ReadonlySet<EventStatus> = new Set<EventStatus>(["confirmed", "asserted"]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The entity registry of a collection: one description for each entity that any document mentions. Does not depend on the order of the documents:
 * where documents name an entity differently, the knowledge base's (else the first name in code-point order) is preferred and the others are alternative labels.
 */
export function emitEntities(extractions: Iterable<Extraction>, naming: Naming): readonly Quad[] {
  const byId = new Map<string, ExtractedEntity[]>();
  for (const { entities } of extractions) {
    for (const entity of entities) {
      const seen = byId.get(entity.id);
      if (seen === undefined) byId.set(entity.id, [entity]);
      else seen.push(entity);
    }
  }
  const quads: Quad[] = [];
  for (const [id, descriptions] of [...byId].sort(([a], [b]) => compare(a, b))) {
    const node = naming.iri(id);
    const add = (predicate: NamedNode, object: Parameters<typeof dataFactory.quad>[2]): void => {
      quads.push(dataFactory.quad(node, predicate, object, naming.entitiesGraph));
    };
    const [first] = [...descriptions].sort((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
    if (first === undefined) continue;
    add(rdf("type"), naming.term(first.type));
    add(rdfs("label"), dataFactory.literal(first.name.toWellFormed()));
    add(skos("prefLabel"), dataFactory.literal(first.name.toWellFormed()));
    const aliases = new Set(descriptions.flatMap(({ name, aliases: more, mentions }) => [name, ...more, ...mentions.filter(({ kind }) => kind === "name" || kind === "acronym").map(({ text }) => text.replace(/\s+/g, " "))]));
    for (const alias of [...aliases].filter((name) => name !== first.name && name !== "").sort(compare)) add(skos("altLabel"), dataFactory.literal(alias.toWellFormed()));
    const iso3 = descriptions.find((entity) => entity.iso3 !== undefined)?.iso3;
    if (iso3 !== undefined) add(naming.term("iso3"), dataFactory.literal(iso3));
    const wikidata = descriptions.find((entity) => entity.wikidata !== undefined)?.wikidata;
    if (wikidata !== undefined && /^Q\d+$/.test(wikidata)) add(skos("exactMatch"), dataFactory.namedNode(`http://www.wikidata.org/entity/${wikidata}`));
    for (const broader of [...new Set(descriptions.flatMap((entity) => entity.broader ?? []))].sort(compare)) add(skos("broader"), naming.iri(broader));
  }
  return quads;
}

/**
 * What follows from the claims of a collection: each event's status, and the direct edges of events of sufficient status and of stated relations
 * (`id:state/prk chy:suppliesArmsTo id:state/rus`). Edges among participants go both ways.
 */
export function emitDerived(extractions: Iterable<Extraction>, naming: Naming): readonly Quad[] {
  const quads = new Map<string, Quad>();
  const add = (subject: NamedNode, predicate: NamedNode, object: NamedNode): void => {
    const key = `${subject.value} ${predicate.value} ${object.value}`;
    if (!quads.has(key)) quads.set(key, dataFactory.quad(subject, predicate, object, naming.derivedGraph));
  };
  for (const { events, relations } of extractions) {
    for (const event of events) {
      add(naming.iri(event.id), naming.term("eventStatus"), naming.term(event.status));
      if (!EDGE_STATUSES.has(event.status)) continue;
      const edge = naming.term(EVENT_TYPES[event.type].edge);
      for (const [from, to] of edgePairs(event.type, event.roles)) add(naming.iri(from), edge, naming.iri(to));
    }
    for (const relation of relations) add(naming.iri(relation.subject), naming.term(relation.type), naming.iri(relation.object));
  }
  return [...quads].sort(([a], [b]) => compare(a, b)).map(([, quad]) => quad);
}

/** Ordered pairs of fillers that an event's direct edge joins: first core role to second, or every participant with every other. */
export function edgePairs(type: keyof typeof EVENT_TYPES, roles: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, string])[] {
  const [first, second] = EVENT_TYPES[type].core;
  if (first === undefined) return [];
  const sources = roles[first] ?? [];
  const targets = second === undefined ? sources : (roles[second] ?? []);
  return sources.flatMap((source) => targets.filter((target) => target !== source).map((target) => [source, target] as const));
}

/** Class and property declarations that make the graph readable by itself: labels of the event types and the class tree. */
export function emitVocabulary(naming: Naming): readonly Quad[] {
  const quads: Quad[] = [];
  const sem = (name: string): NamedNode => dataFactory.namedNode(`http://semanticweb.cs.vu.nl/2009/11/sem/${name}`);
  const subclass = (child: string, parent: NamedNode): void => {
    quads.push(dataFactory.quad(naming.term(child), rdf("type"), owl("Class"), naming.entitiesGraph), dataFactory.quad(naming.term(child), rdfs("subClassOf"), parent, naming.entitiesGraph));
  };
  for (const [child, parent] of CLASS_TREE) subclass(child, naming.term(parent));
  for (const type of Object.keys(EVENT_TYPES)) subclass(type, naming.term("Event"));
  subclass("Event", sem("Event"));
  return quads;
}

/** Subclass tree of the data contract. */
const CLASS_TREE: readonly (readonly [child: string, parent: string])[] = [
  ["Actor", "Entity"],
  ["State", "Actor"],
  ["Territory", "Actor"],
  ["Organization", "Actor"],
  ["Person", "Actor"],
  ["Group", "Actor"],
  ["GovernmentBody", "Organization"],
  ["InternationalOrganization", "Organization"],
  ["MilitaryForce", "Organization"],
  ["ArmedGroup", "Organization"],
  ["Company", "Organization"],
  ["ResearchOrganization", "Organization"],
  ["MediaOrganization", "Organization"],
  ["Position", "Entity"],
  ["Weapon", "Entity"],
  ["WeaponSystem", "Weapon"],
  ["WeaponCategory", "Weapon"],
  ["Item", "Entity"],
  ["Programme", "Entity"],
  ["Agreement", "Entity"],
  ["Resolution", "Agreement"],
  ["Forum", "Entity"],
  ["Conflict", "Entity"],
  ["Place", "Entity"],
  ["Facility", "Place"],
  ["Document", "Entity"],
];
