import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DocumentEntity } from "../annotated-document.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { foldName } from "../mention/pieces.ts";
import type { EntityType } from "../ontology.ts";

/** Folder of each type's ids. */
const FOLDERS: Readonly<Record<EntityType, string>> = {
  State: "state",
  Territory: "territory",
  GovernmentBody: "org",
  InternationalOrganization: "org",
  MilitaryForce: "force",
  ArmedGroup: "armed-group",
  Company: "company",
  ResearchOrganization: "org",
  MediaOrganization: "org",
  Organization: "org",
  Person: "person",
  Position: "position",
  WeaponSystem: "weapon",
  WeaponCategory: "weapon-category",
  Item: "item",
  Programme: "programme",
  Agreement: "agreement",
  Resolution: "resolution",
  Forum: "forum",
  Conflict: "conflict",
  Place: "place",
  Facility: "facility",
  Group: "group",
  Document: "text",
};

/** The entities of one document while they are being collected. */
export interface EntityTable {
  readonly entities: ReadonlyMap<string, DocumentEntity>;
  /** Takes an entity over from the knowledge base; `undefined` where it has none of this id. */
  readonly known: (id: string) => DocumentEntity | undefined;
  /** The entity of this name, made where the document has none yet. `scope` keeps things apart that only share their wording (a document's own "the allies"). */
  readonly named: (type: EntityType, name: string, details?: NamedDetails) => DocumentEntity;
  readonly update: (entity: DocumentEntity) => void;
}

export interface NamedDetails {
  readonly id?: string;
  readonly aliases?: readonly string[];
  readonly broader?: readonly string[];
  readonly members?: readonly string[];
  readonly country?: string;
  readonly scope?: string;
}

export function createEntityTable(knowledge: KnowledgeBase): EntityTable {
  const entities = new Map<string, DocumentEntity>();
  const known = (id: string): DocumentEntity | undefined => {
    const present = entities.get(id);
    if (present !== undefined) return present;
    const record = knowledge.entities.get(id);
    if (record === undefined) return undefined;
    const entity: DocumentEntity = {
      id,
      type: record.type,
      name: record.name,
      aliases: [...record.aliases, ...record.acronyms],
      ...(record.iso3 === undefined ? {} : { iso3: record.iso3 }),
      ...(record.wikidata === undefined ? {} : { wikidata: record.wikidata }),
      ...(record.broader.length === 0 ? {} : { broader: record.broader }),
      ...(record.country === undefined ? {} : { country: record.country }),
      isNew: false,
    };
    entities.set(id, entity);
    return entity;
  };
  return {
    entities,
    known,
    named: (type, name, details = {}) => {
      const id = details.id ?? newEntityId(type, name, details.scope);
      const present = entities.get(id) ?? known(id);
      if (present !== undefined) return present;
      const entity: DocumentEntity = {
        id,
        type,
        name,
        aliases: details.aliases ?? [],
        ...(details.broader === undefined ? {} : { broader: details.broader }),
        ...(details.members === undefined ? {} : { members: details.members }),
        ...(details.country === undefined ? {} : { country: details.country }),
        isNew: true,
      };
      entities.set(id, entity);
      return entity;
    },
    update: (entity) => {
      entities.set(entity.id, entity);
    },
  };
}

/** `person/heidi-grant-3f2a91`: readable, and stable because its tail is a hash of type, name and scope. */
export function newEntityId(type: EntityType, name: string, scope = ""): string {
  const folded = foldName(name).replace(/^(the|a|an) /, "");
  const slug = folded
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const hash = bytesToHex(sha256(utf8ToBytes(`${type}\n${folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}\n${scope}`))).slice(0, 8);
  return `${FOLDERS[type]}/${slug === "" ? "" : `${slug}-`}${hash}`;
}
