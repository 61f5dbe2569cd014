import { dataFactory, namespaces } from "@chancery/rdf";
import type { NamedNode, Quad } from "@rdfjs/types";
import type { ExtractedEntity, Extraction } from "../extraction.ts";
import type { KnowledgeEntity } from "../knowledge-base/knowledge-base.ts";
import type { Naming } from "./naming.ts";

const { rdf, rdfs, skos } = namespaces;

/** What a description of an entity is made of: a record of the knowledge base, or an entity of an extraction without its mentions. */
type Description = Omit<ExtractedEntity, "mentions">;

export interface EmitEntitiesOptions {
  /** The knowledge base's records by id. With it, wider categories are described up to the top even where no text mentions them. Default: only what the extractions hold. */
  readonly knowledge?: ReadonlyMap<string, KnowledgeEntity>;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const SURFACE_ALIASES: ReadonlySet<string> = new Set(["name", "acronym"]);

/**
 * The entity registry of a collection: one description for each entity that any document mentions, and one, as a plain `skos:Concept`, for each wider category above them. Does not depend on the order of the documents:
 * where documents name an entity differently, the knowledge base's (else the first name in code-point order) is preferred and the others are alternative labels.
 */
export function emitEntities(extractions: Iterable<Extraction>, naming: Naming, options: EmitEntitiesOptions = {}): readonly Quad[] {
  const { knowledge } = options;
  const byId = new Map<string, Description[]>();
  const surfaces = new Map<string, Set<string>>();
  const told = new Set<string>();
  for (const { entities, categories = [] } of extractions) {
    for (const category of categories) if (!byId.has(category.id)) byId.set(category.id, [category]);
    for (const entity of entities) {
      told.add(entity.id);
      const seen = byId.get(entity.id);
      if (seen === undefined) byId.set(entity.id, [entity]);
      else seen.push(entity);
      for (const { kind, text } of entity.mentions) {
        if (!SURFACE_ALIASES.has(kind)) continue;
        const names = surfaces.get(entity.id);
        if (names === undefined) surfaces.set(entity.id, new Set([text.replace(/\s+/g, " ")]));
        else names.add(text.replace(/\s+/g, " "));
      }
    }
  }
  if (knowledge !== undefined) addAncestors(byId, knowledge);
  return [...byId]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([id, descriptions]) => describe(id, descriptions, surfaces.get(id) ?? [], knowledge?.get(id), naming, byId, told));
}

/** Wider categories of everything described, and theirs, from the knowledge base. */
function addAncestors(byId: Map<string, Description[]>, knowledge: ReadonlyMap<string, KnowledgeEntity>): void {
  const waiting = [...byId.keys()];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const parents = new Set([...(knowledge.get(id)?.broader ?? []), ...(byId.get(id) ?? []).flatMap(({ broader = [] }) => broader)]);
    for (const parent of parents) {
      const record = knowledge.get(parent);
      if (record === undefined || byId.has(parent)) continue;
      byId.set(parent, [record]);
      waiting.push(parent);
    }
  }
}

function describe(
  id: string,
  descriptions: readonly Description[],
  surfaces: Iterable<string>,
  record: KnowledgeEntity | undefined,
  naming: Naming,
  described: ReadonlyMap<string, unknown>,
  told: ReadonlySet<string>,
): Quad[] {
  const node = naming.iri(id);
  const quads: Quad[] = [];
  const add = (predicate: NamedNode, object: Quad["object"]): void => {
    quads.push(dataFactory.quad(node, predicate, object, naming.entitiesGraph));
  };
  const [first = record] = [...descriptions].sort((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
  if (first === undefined) return [];
  const name = (record ?? first).name.toWellFormed();
  // What no text names is a step on the way up, and no entity of the collection.
  add(rdf("type"), told.has(id) ? naming.term((record ?? first).type) : skos("Concept"));
  add(rdfs("label"), dataFactory.literal(name));
  add(skos("prefLabel"), dataFactory.literal(name));
  const aliases = new Set(
    [...descriptions.flatMap((description) => [description.name, ...description.aliases]), ...surfaces].map((alias) =>
      alias.toWellFormed(),
    ),
  );
  for (const alias of [...aliases].filter((other) => other !== name && other !== "").sort(compare))
    add(skos("altLabel"), dataFactory.literal(alias));
  const smallest = (values: readonly (string | undefined)[]): string | undefined =>
    values.filter((value) => value !== undefined).sort(compare)[0];
  const iso3 = record?.iso3 ?? smallest(descriptions.map((entity) => entity.iso3));
  if (iso3 !== undefined) add(naming.term("iso3"), dataFactory.literal(iso3));
  const wikidata = record?.wikidata ?? smallest(descriptions.map((entity) => entity.wikidata));
  if (wikidata !== undefined && /^Q\d+$/.test(wikidata))
    add(skos("exactMatch"), dataFactory.namedNode(`http://www.wikidata.org/entity/${wikidata}`));
  const parents = new Set([...(record?.broader ?? []), ...descriptions.flatMap(({ broader = [] }) => broader)]);
  for (const parent of [...parents].sort(compare)) if (described.has(parent)) add(skos("broader"), naming.iri(parent));
  return quads;
}
