import { dataFactory, PREFIXES, type QuadStore } from "@chancery/rdf";
import type { Quad } from "@rdfjs/types";
import { type ContractNamespaces, type ContractReader, readContract } from "../contract/contract-reader.ts";
import { ftmCountryOf } from "./country-code-table.ts";
import { ftmClaims, ftmMentions } from "./ftm-claims.ts";
import { ftmEvent } from "./ftm-events.ts";
import { toFtmId } from "./ftm-id.ts";
import type { FtmEntity } from "./ftm-json.ts";
import { ENTITY_MAPPING, EVENT_TYPES, FTM_NAMESPACE } from "./ftm-mapping-table.ts";
import { createFtmModel, type FtmModel } from "./ftm-model.ts";
import { ftmRelation } from "./ftm-relations.ts";

export interface FtmEntitiesOptions extends ContractNamespaces {
  /** Name of the dataset in every entity. Default `chancery`. */
  readonly dataset?: string;
  /** Names in documents as `Mention`. Default `true`. */
  readonly mentions?: boolean;
}

/** What the parts of the export share. */
export interface FtmExport {
  readonly reader: ContractReader;
  readonly store: QuadStore;
  readonly model: FtmModel;
  readonly dataset: string;
  /** The FollowTheMoney id of an IRI; merged entities have that of what they were merged into. */
  readonly idOf: (iri: string) => string;
  /** The schema of a node that is an entity here, or `undefined`. */
  readonly schemaOf: (iri: string) => string | undefined;
  /** Whether a node is an entity of a schema that is or extends `kind`. */
  readonly isKind: (iri: string, kind: string) => boolean;
  readonly labelOf: (iri: string) => string;
  readonly entity: (id: string, schema: string, properties: FtmValues, caption?: string) => FtmEntity;
}

export type FtmValues = Readonly<Record<string, readonly (string | undefined)[]>>;

const TYPE = `${PREFIXES.rdf}type`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A graph of the data contract as FollowTheMoney: people, organisations, states, positions, places and documents as things; posts held, memberships, other relations and
 * spokespeople as intervals; events with a link for each role; sanctions in force; claims as what a document says of an event, in its words; names as mentions.
 * What came from FollowTheMoney goes back as it came. In a fixed order: the same graph gives the same entities.
 */
export function* ftmEntities(store: QuadStore, options: FtmEntitiesOptions = {}): Generator<FtmEntity> {
  const context = startExport(store, options);
  const { reader } = context;
  const foreign = foreignNodes(store);
  for (const [type] of Object.entries(ENTITY_MAPPING).sort(([a], [b]) => compare(a, b))) {
    for (const node of reader.instancesOf(type)) {
      // A node of several types is written once, under the first; what was merged into another is part of that.
      if (!foreign.has(node) && typeOf(node, reader) === type && reader.canonical(node) === node) yield thing(node, type, context);
    }
  }
  for (const node of reader.instancesOf("Relation")) if (!foreign.has(node)) yield* ftmRelation(node, context);
  for (const type of [...EVENT_TYPES].sort(compare)) {
    for (const node of reader.instancesOf(type)) if (!foreign.has(node)) yield* ftmEvent(node, type, context);
  }
  yield* ftmClaims(context, foreign);
  if (options.mentions !== false) yield* ftmMentions(context);
  for (const node of [...foreign].sort((a, b) => compare(reader.idOf(a), reader.idOf(b)))) yield asItCame(node, context);
}

function startExport(store: QuadStore, options: FtmEntitiesOptions): FtmExport {
  const reader = readContract(store, options);
  const model = createFtmModel();
  const dataset = options.dataset ?? "chancery";
  const idOf = remembered((iri) => toFtmId(reader.idOf(reader.canonical(iri))));
  const schemaOf = remembered((iri): string | undefined => {
    const node = reader.canonical(iri);
    const raw = reader.objects(node, TYPE).find(({ value }) => value.startsWith(FTM_NAMESPACE));
    if (raw !== undefined) return raw.value.slice(FTM_NAMESPACE.length);
    const type = typeOf(node, reader);
    return type === undefined ? undefined : ENTITY_MAPPING[type]?.schema;
  });
  return {
    reader,
    store,
    model,
    dataset,
    idOf,
    schemaOf,
    isKind: (iri, kind) => {
      const schema = schemaOf(iri);
      return schema !== undefined && model.isKind(schema, kind);
    },
    // FollowTheMoney has no empty values, and everything has a name.
    labelOf: (iri) =>
      [reader.label(reader.canonical(iri)), reader.text(iri, `${PREFIXES.dcterms}title`), lastPart(reader.idOf(iri))].find(
        (name) => name !== undefined && name !== "",
      ) ?? iri,
    entity: (id, schema, properties, caption) => ({
      id,
      schema,
      ...(caption === undefined ? {} : { caption }),
      properties: Object.fromEntries(
        Object.entries(properties).flatMap(([name, values]) => {
          const present = [...new Set(values.filter((value): value is string => value !== undefined && value !== ""))];
          return present.length === 0 ? [] : [[name, present]];
        }),
      ),
      datasets: [dataset],
    }),
  };
}

function remembered<Value>(make: (iri: string) => Value): (iri: string) => Value {
  const known = new Map<string, Value>();
  return (iri) => {
    if (known.has(iri)) return known.get(iri)!;
    const value = make(iri);
    known.set(iri, value);
    return value;
  };
}

const typeOf = (node: string, reader: ContractReader): string | undefined =>
  reader
    .classesOf(node)
    .filter((name) => Object.hasOwn(ENTITY_MAPPING, name))
    .sort(compare)[0];

const lastPart = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

function thing(node: string, type: string, context: FtmExport): FtmEntity {
  const { reader, entity, idOf, labelOf, isKind } = context;
  const { schema, topic } = ENTITY_MAPPING[type]!;
  const name = labelOf(node);
  const merged = mergedInto(node, context);
  const described = [node, ...merged];
  const names = described.flatMap((other) =>
    [`${PREFIXES.skos}prefLabel`, `${PREFIXES.skos}altLabel`, `${PREFIXES.rdfs}label`].flatMap((property) =>
      reader.objects(other, property).map(({ value }) => value),
    ),
  );
  const codes = described.flatMap((other) => reader.values(other, "iso3").map(({ value }) => ftmCountryOf(value)));
  const matches = described.flatMap((other) => reader.objects(other, `${PREFIXES.skos}exactMatch`).map(({ value }) => value));
  const ids = matches.flatMap((iri) => /^http:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/.exec(iri)?.[1] ?? []);
  const properties: FtmValues = {
    name: [name],
    alias: names.filter((other) => other !== name).sort(compare),
    country: codes,
    ...(schema === "PublicBody" && type === "State" ? { jurisdiction: codes } : {}),
    wikidataId: ids,
    topics: [topic],
    keywords: [type],
    ...(schema === "Address" ? { full: [name] } : {}),
    ...(schema === "Position"
      ? { organization: reader.values(node, "positionIn").flatMap(({ value }) => (isKind(value, "Organization") ? [idOf(value)] : [])) }
      : {}),
    ...(schema === "Document" ? documentProperties(node, name, reader) : {}),
  };
  const made = entity(idOf(node), schema, properties, name);
  return merged.length === 0 ? made : { ...made, referents: merged.map((other) => toFtmId(reader.idOf(other))) };
}

function documentProperties(node: string, name: string, reader: ContractReader): FtmValues {
  const source = reader.text(node, `${PREFIXES.dcterms}source`);
  return {
    title: [reader.text(node, `${PREFIXES.dcterms}title`) ?? name],
    // The model asks for a file name.
    fileName: [lastPart(reader.idOf(node))],
    sourceUrl: source !== undefined && /^https?:/.test(source) ? [source] : [],
    publisher: source !== undefined && !/^https?:/.test(source) ? [source] : [],
    language: [reader.text(node, `${PREFIXES.dcterms}language`)],
    publishedAt: [reader.text(node, `${PREFIXES.schema}datePublished`)],
  };
}

/** Entities that were merged into this one. */
function mergedInto(node: string, { store, reader }: FtmExport): readonly string[] {
  const found = new Set<string>();
  for (const { subject } of store.quads(
    undefined,
    dataFactory.namedNode(`${PREFIXES.skos}exactMatch`),
    dataFactory.namedNode(node),
  ) as Iterable<Quad>) {
    if (subject.value.startsWith(reader.ids) && subject.value !== node && reader.canonical(subject.value) === node)
      found.add(subject.value);
  }
  return [...found].sort(compare);
}

function foreignNodes(store: QuadStore): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { subject, object } of store.quads(undefined, dataFactory.namedNode(TYPE)) as Iterable<Quad>)
    if (object.value.startsWith(FTM_NAMESPACE)) found.add(subject.value);
  return found;
}

const LISTS = ["referents", "datasets"] as const;
const SINGLES = ["first_seen", "last_seen", "last_change"] as const;

/** An entity that was read from FollowTheMoney. */
function asItCame(node: string, { reader }: FtmExport): FtmEntity {
  const values = new Map<string, string[]>();
  for (const { predicate, object } of reader.statements(node)) {
    if (!predicate.value.startsWith(FTM_NAMESPACE)) continue;
    const name = predicate.value.slice(FTM_NAMESPACE.length);
    const value = object.termType === "NamedNode" ? toFtmId(reader.idOf(object.value)) : object.value;
    const list = values.get(name);
    if (list === undefined) values.set(name, [value]);
    else if (!list.includes(value)) list.push(value);
  }
  const take = (name: string): readonly string[] | undefined => {
    const list = values.get(name)?.sort(compare);
    values.delete(name);
    return list;
  };
  const caption = take("caption")?.[0];
  const lists = LISTS.flatMap((name) => {
    const list = take(name);
    return list === undefined ? [] : [[name, list] as const];
  });
  const singles = SINGLES.flatMap((name) => {
    const value = take(name)?.[0];
    return value === undefined ? [] : [[name, value] as const];
  });
  const target = take("target")?.[0];
  const schema = reader
    .objects(node, TYPE)
    .find(({ value }) => value.startsWith(FTM_NAMESPACE))!
    .value.slice(FTM_NAMESPACE.length);
  return {
    id: toFtmId(reader.idOf(node)),
    ...(caption === undefined ? {} : { caption }),
    schema,
    properties: Object.fromEntries([...values].map(([name, list]) => [name, list.sort(compare)])),
    ...Object.fromEntries([...lists, ...singles]),
    ...(target === undefined ? {} : { target: target === "true" }),
  };
}
