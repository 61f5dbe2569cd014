import { dataFactory, PREFIXES } from "@chancery/rdf";
import type { NamedNode, Quad, Quad_Object } from "@rdfjs/types";
import type { ContractNamespaces } from "../contract/contract-reader.ts";
import { iso3OfFtmCountry } from "./country-code-table.ts";
import { fromFtmId } from "./ftm-id.ts";
import type { FtmEntity } from "./ftm-json.ts";
import { ENTITY_MAPPING, EVENT_STATUSES, EVENT_TYPES, FTM_NAMESPACE, LINK_RELATIONS, TYPE_OF_SCHEMA } from "./ftm-mapping-table.ts";
import { createFtmModel, type FtmModel } from "./ftm-model.ts";

export interface FtmQuadsOptions extends ContractNamespaces {
  /** Graph of the quads. Default: the default graph. */
  readonly graph?: NamedNode;
}

/**
 * Quads of FollowTheMoney entities, one entity at a time. Each is there twice: in FollowTheMoney's own terms (`https://w3id.org/ftm#`), where nothing is lost, and, as far as
 * the data contract has a word for it, in the contract's: entities with names, country and Wikidata item; posts held and memberships as relations; events with roles.
 */
export async function* ftmQuads(
  entities: Iterable<FtmEntity> | AsyncIterable<FtmEntity>,
  options: FtmQuadsOptions = {},
): AsyncGenerator<Quad> {
  const model = createFtmModel();
  for await (const entity of entities) yield* quadsOfEntity(entity, model, options);
}

function* quadsOfEntity(entity: FtmEntity, model: FtmModel, options: FtmQuadsOptions): Generator<Quad> {
  const { terms = PREFIXES.chy, ids = PREFIXES.id } = options;
  const nodeOf = (id: string): NamedNode => {
    const local = fromFtmId(id).toWellFormed();
    // Ids of the contract's own that were IRIs elsewhere stay what they were.
    return dataFactory.namedNode(/^[a-z][a-z0-9+.-]*:\/\//i.test(local) ? encodeURI(local) : ids + encodeId(local));
  };
  const node = nodeOf(entity.id);
  const quad = (predicate: string, object: Quad_Object): Quad =>
    dataFactory.quad(node, dataFactory.namedNode(predicate), object, options.graph ?? dataFactory.defaultGraph());
  const literal = (value: string): Quad_Object => dataFactory.literal(value.toWellFormed());
  const builder: Builder = {
    entity,
    model,
    values: (name) => entity.properties[name] ?? [],
    nodes: (name) => (entity.properties[name] ?? []).map(nodeOf),
    literal,
    term: (name) => dataFactory.namedNode(terms + name),
    quad,
    at: (subject, predicate, object) =>
      dataFactory.quad(subject, dataFactory.namedNode(predicate), object, options.graph ?? dataFactory.defaultGraph()),
    node,
  };
  yield* inOwnTerms(builder);
  yield* inContractTerms(builder);
}

interface Builder {
  readonly entity: FtmEntity;
  readonly model: FtmModel;
  readonly node: NamedNode;
  readonly values: (property: string) => readonly string[];
  readonly nodes: (property: string) => readonly NamedNode[];
  readonly literal: (value: string) => Quad_Object;
  readonly term: (name: string) => NamedNode;
  /** A statement about the entity. */
  readonly quad: (predicate: string, object: Quad_Object) => Quad;
  readonly at: (subject: NamedNode, predicate: string, object: Quad_Object) => Quad;
}

const TYPE = `${PREFIXES.rdf}type`;
/** Names of schemata and properties are words; what is not could not be an IRI without surprises. */
const WORD = /^[A-Za-z_]\w*$/;

function* inOwnTerms({ entity, model, quad, literal, nodes }: Builder): Generator<Quad> {
  if (!WORD.test(entity.schema)) return;
  yield quad(TYPE, dataFactory.namedNode(FTM_NAMESPACE + entity.schema));
  for (const [name, values] of Object.entries(entity.properties)) {
    if (!WORD.test(name)) continue;
    const refers = model.property(entity.schema, name)?.type === "entity";
    for (const value of refers ? nodes(name) : values.map(literal)) yield quad(FTM_NAMESPACE + name, value);
  }
  const { caption, referents = [], datasets = [], first_seen, last_seen, last_change, target } = entity;
  const extra: readonly (readonly [string, string | undefined])[] = [
    ["caption", caption],
    ...referents.map((value) => ["referents", value] as const),
    ...datasets.map((value) => ["datasets", value] as const),
    ["first_seen", first_seen],
    ["last_seen", last_seen],
    ["last_change", last_change],
    ["target", target === undefined ? undefined : String(target)],
  ];
  for (const [name, value] of extra) if (value !== undefined) yield quad(FTM_NAMESPACE + name, literal(value));
}

function* inContractTerms(builder: Builder): Generator<Quad> {
  const { entity, model, values, nodes } = builder;
  switch (entity.schema) {
    case "Occupancy":
      yield* relation(builder, "holdsPosition", nodes("holder"), nodes("post"));
      break;
    case "Membership":
      yield* relation(builder, values("role").includes("partOf") ? "partOf" : "memberOf", nodes("member"), nodes("organization"));
      break;
    case "UnknownLink":
      yield* link(builder);
      break;
    case "Event":
      yield* event(builder);
      break;
    default:
      if (model.has(entity.schema)) yield* thing(builder);
  }
}

function* thing(builder: Builder): Generator<Quad> {
  const { entity, model, quad, literal, values, term, nodes, node, at } = builder;
  const named = values("keywords").find((word) => Object.hasOwn(ENTITY_MAPPING, word) && ENTITY_MAPPING[word]!.schema === entity.schema);
  const type = named ?? TYPE_OF_SCHEMA.find(([schema]) => model.isKind(entity.schema, schema))?.[1];
  const [label = entity.caption, ...others] = [...values("name"), ...values("title"), ...values("fileName"), ...values("full")];
  if (type === undefined || label === undefined) return;
  yield quad(TYPE, term(type));
  yield quad(`${PREFIXES.rdfs}label`, literal(label));
  yield quad(`${PREFIXES.skos}prefLabel`, literal(label));
  for (const alias of new Set([...others, ...values("alias"), ...values("previousName"), ...values("weakAlias")]))
    if (alias !== label) yield quad(`${PREFIXES.skos}altLabel`, literal(alias));
  if (type === "State" || type === "Territory") {
    const iso3 = values("country")
      .map(iso3OfFtmCountry)
      .find((code) => code !== undefined);
    if (iso3 !== undefined) yield quad(term("iso3").value, literal(iso3));
  }
  for (const item of values("wikidataId"))
    if (/^Q\d+$/.test(item)) yield quad(`${PREFIXES.skos}exactMatch`, dataFactory.namedNode(`http://www.wikidata.org/entity/${item}`));
  if (model.isKind(entity.schema, "Document")) {
    for (const date of values("publishedAt").slice(0, 1)) yield quad(`${PREFIXES.schema}datePublished`, literal(date));
    for (const url of values("sourceUrl").slice(0, 1)) yield quad(`${PREFIXES.dcterms}source`, literal(url));
  }
  if (entity.schema === "Position") for (const body of nodes("organization")) yield at(node, term("positionIn").value, body);
}

function* relation(
  { quad, at, term, literal, values }: Builder,
  type: string,
  subjects: readonly NamedNode[],
  objects: readonly NamedNode[],
): Generator<Quad> {
  const [subject, object] = [subjects[0], objects[0]];
  if (subject === undefined || object === undefined) return;
  yield at(subject, term(type).value, object);
  yield quad(TYPE, term("Relation"));
  yield quad(`${PREFIXES.rdf}subject`, subject);
  yield quad(`${PREFIXES.rdf}predicate`, term(type));
  yield quad(`${PREFIXES.rdf}object`, object);
  for (const date of values("startDate").slice(0, 1)) yield quad(term("from").value, literal(date));
  for (const date of values("endDate").slice(0, 1)) yield quad(term("to").value, literal(date));
  if (values("description").includes("acting"))
    yield quad(term("acting").value, dataFactory.literal("true", dataFactory.namedNode(`${PREFIXES.xsd}boolean`)));
}

/** A relation of the contract, or the role of an event. Links with other roles stay in FollowTheMoney's terms only. */
function* link(builder: Builder): Generator<Quad> {
  const { values, nodes, at, term } = builder;
  const role = values("role")[0];
  const [subject, object] = [nodes("subject")[0], nodes("object")[0]];
  if (role === undefined || subject === undefined || object === undefined) return;
  const [event] = values("subject");
  if (event !== undefined && fromFtmId(event).startsWith("event/")) {
    if (/^[a-z]\w*$/i.test(role)) yield at(subject, term(role).value, object);
  } else if (LINK_RELATIONS.has(role)) yield* relation(builder, role, [subject], [object]);
}

/** An event whose keywords say which of the contract's it is. */
function* event({ node, values, quad, at, term, literal }: Builder): Generator<Quad> {
  const type = values("keywords").find((word) => EVENT_TYPES.has(word));
  if (type === undefined) return;
  yield quad(TYPE, term(type));
  const status = values("keywords").find((word) => EVENT_STATUSES.has(word));
  if (status !== undefined) yield quad(term("eventStatus").value, term(status));
  const [start, end = start] = [values("startDate")[0] ?? values("date")[0], values("endDate")[0]];
  if (start === undefined) return;
  const time = dataFactory.namedNode(`${node.value}/time`);
  yield quad(term("time").value, time);
  yield at(time, TYPE, term("Time"));
  yield at(time, term("earliest").value, literal(start));
  if (end !== undefined) yield at(time, term("latest").value, literal(end));
}

const encodeId = (id: string): string =>
  id
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/%2C/gi, ",").replace(/%3A/gi, ":"))
    .join("/");
