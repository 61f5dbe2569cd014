import type { Extraction } from "../extraction.ts";
import type { KnowledgeEntity } from "../knowledge-base/knowledge-base.ts";
import type { EntityType } from "../ontology.ts";

/** One document of a collection. */
export interface CollectionDocument {
  readonly text: string;
  readonly extraction: Extraction;
}

/** A post as a document states it: title in comparable form, and the body it belongs to where that is said. */
export interface ProfilePost {
  readonly title: string;
  readonly body?: string;
}

/** All that the documents of a collection (and the knowledge base) say about one entity id, as far as it tells who it is. */
export interface EntityProfile {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  /** Comparable forms: the name, then every name and alias. */
  readonly key: string;
  readonly keys: ReadonlySet<string>;
  /** Acronyms it is called by, in capitals. */
  readonly acronyms: ReadonlySet<string>;
  /** Words of the name in comparable form. */
  readonly words: readonly string[];
  readonly posts: readonly ProfilePost[];
  /** States that it belongs to or speaks for. */
  readonly states: ReadonlySet<string>;
  readonly wikidata?: string;
  readonly iso3?: string;
  /** Has a record in the knowledge base: its id is not made from a name. */
  readonly known: boolean;
}

/** Profiles, and the relations of the collection that later steps ask for. */
export interface EntityProfiles {
  readonly byId: ReadonlyMap<string, EntityProfile>;
  /** The states that somebody stands for: of their post, body or nationality; the id itself where none is known. */
  readonly sidesOf: (id: string) => readonly string[];
  /** Whether one of two categories or places contains the other, or they are the same. */
  readonly nested: (a: string, b: string) => boolean;
}

/** Ids of entities new to the knowledge base end in eight hexadecimal digits. */
const NEW_ID = /-[0-9a-f]{8}$/;
const MAX_DEPTH = 12;

/** Words without case, accents and punctuation: "Kim Jong-un" and "KIM JONG UN" alike; periods join what they separate ("U.S." is "us"). */
export function comparableWords(name: string): readonly string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’']s\b/g, "s")
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word, index) => word !== "" && !(index === 0 && word === "the"));
}

/** @param knowledge Records of the knowledge base by id, for states of bodies and wider categories that no document states. */
export function profileEntities(
  documents: readonly CollectionDocument[],
  knowledge: ReadonlyMap<string, KnowledgeEntity> = new Map(),
): EntityProfiles {
  const drafts = new Map<
    string,
    { type: EntityType; names: Set<string>; aliases: Set<string>; acronyms: Set<string>; wikidata: Set<string>; iso3: Set<string> }
  >();
  const links = new Map<string, Set<string>>();
  const posts = new Map<string, Set<string>>();
  const bodies = new Map<string, Set<string>>();
  const nationality = new Map<string, Set<string>>();
  const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
    const set = map.get(key);
    if (set === undefined) map.set(key, new Set([value]));
    else set.add(value);
  };
  for (const { extraction } of documents) {
    for (const entity of extraction.entities) {
      let draft = drafts.get(entity.id);
      if (draft === undefined) {
        draft = { type: entity.type, names: new Set(), aliases: new Set(), acronyms: new Set(), wikidata: new Set(), iso3: new Set() };
        drafts.set(entity.id, draft);
      } else if (entity.type < draft.type) draft.type = entity.type;
      draft.names.add(entity.name);
      for (const alias of entity.aliases) draft.aliases.add(alias);
      for (const { kind, text } of entity.mentions) if (kind === "acronym") draft.acronyms.add(text.replaceAll(".", ""));
      if (entity.wikidata !== undefined) draft.wikidata.add(entity.wikidata);
      if (entity.iso3 !== undefined) draft.iso3.add(entity.iso3);
      for (const parent of entity.broader ?? []) put(links, entity.id, parent);
    }
    for (const { type, subject, object } of extraction.relations) {
      if (type === "holdsPosition") put(posts, subject, object);
      else if (type === "positionIn") put(bodies, subject, object);
      else if (type === "nationalOf" || type === "partOf") put(nationality, subject, object);
      if (type === "locatedIn" || type === "partOf") put(links, subject, object);
    }
  }
  const parentsOf = (id: string): Iterable<string> => [...(links.get(id) ?? []), ...(knowledge.get(id)?.broader ?? [])];
  const nestings = new Map<string, boolean>();
  const nested = (a: string, b: string): boolean => {
    if (a === b) return true;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let found = nestings.get(key);
    if (found === undefined) {
      found = reaches(a, b, parentsOf) || reaches(b, a, parentsOf);
      nestings.set(key, found);
    }
    return found;
  };
  const sides = new Map<string, readonly string[]>();
  const statesOf = (id: string, depth: number): readonly string[] => {
    if (/^(state|territory)\//.test(id)) return [id];
    const country = knowledge.get(id)?.country;
    if (country !== undefined) return [country];
    if (depth === 0) return [];
    const next = [...(nationality.get(id) ?? []), ...(bodies.get(id) ?? []), ...(posts.get(id) ?? [])];
    return [...new Set(next.flatMap((other) => statesOf(other, depth - 1)))].sort();
  };
  const memoStates = (id: string): readonly string[] => {
    let found = sides.get(id);
    if (found === undefined) {
      found = statesOf(id, 3);
      sides.set(id, found);
    }
    return found;
  };
  const byId = new Map<string, EntityProfile>();
  for (const id of [...drafts.keys()].sort()) {
    const draft = drafts.get(id);
    if (draft === undefined) continue;
    const record = knowledge.get(id);
    const name = record?.name ?? [...draft.names].sort()[0] ?? id;
    const words = comparableWords(name);
    const all = [name, ...draft.names, ...draft.aliases];
    const [wikidata] = [...draft.wikidata].sort();
    const [iso3] = [...draft.iso3].sort();
    byId.set(id, {
      id,
      type: draft.type,
      name,
      key: words.join(""),
      keys: new Set(all.map((other) => comparableWords(other).join("")).filter((key) => key !== "")),
      acronyms: new Set([...draft.acronyms, ...(record?.acronyms ?? []), ...all.filter((other) => /^[A-Z][A-Z0-9-]{2,9}$/.test(other))]),
      words,
      posts: [...(posts.get(id) ?? [])].sort().flatMap((post) => {
        const title = comparableWords([...(drafts.get(post)?.names ?? [post])].sort()[0] ?? post).join(" ");
        const owners = [...(bodies.get(post) ?? [])].sort();
        return owners.length === 0 ? [{ title }] : owners.map((body): ProfilePost => ({ title, body }));
      }),
      states: new Set(memoStates(id)),
      ...(wikidata === undefined ? {} : { wikidata }),
      ...(iso3 === undefined ? {} : { iso3 }),
      known: record !== undefined || (knowledge.size === 0 && !NEW_ID.test(id)),
    });
  }
  return {
    byId,
    nested,
    sidesOf: (id) => {
      const states = memoStates(id);
      return states.length === 0 ? [id] : states;
    },
  };
}

/** Whether one gets from a thing to another by going up. */
function reaches(from: string, to: string, parentsOf: (id: string) => Iterable<string>): boolean {
  let level = [from];
  const seen = new Set(level);
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const id of level) {
      for (const parent of parentsOf(id)) {
        if (parent === to) return true;
        if (!seen.has(parent)) {
          seen.add(parent);
          next.push(parent);
        }
      }
    }
    level = next;
  }
  return false;
}
