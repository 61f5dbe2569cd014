import { ChanceryError } from "@chancery/rdf";
import { addToTrie, createTokenTrie, type TokenTrie } from "../mention/token-trie.ts";
import type { EntityType } from "../ontology.ts";
import { type AliasForm, aliasForms } from "./alias-forms.ts";
import { type HeldPosition, type KnowledgeRecord, knowledgeRecordSchema, type StateBodyFunction } from "./schema.ts";
import { categoryOfClass } from "./weapon-class-table.ts";

/** A record as the linker uses it: records of one id merged, lists never absent. */
export interface KnowledgeEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronyms: readonly string[];
  readonly demonyms: readonly string[];
  readonly metonyms: readonly string[];
  readonly contextual: readonly string[];
  readonly positions: readonly HeldPosition[];
  readonly parties: readonly string[];
  readonly broader: readonly string[];
  readonly iso3?: string;
  readonly wikidata?: string;
  readonly country?: string;
  readonly function?: StateBodyFunction;
  readonly partOf?: string;
  readonly capital?: string;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly source?: string;
}

/** What is known beforehand: entities by id, and the index of everything they are called. */
export interface KnowledgeBase {
  /** By id, in id order. */
  readonly entities: ReadonlyMap<string, KnowledgeEntity>;
  /** Every alias, built on first use and kept. */
  readonly aliases: () => TokenTrie<AliasForm>;
  /** The record of a state's ministry, parliament, force …, if there is one. */
  readonly stateBody: (country: string, body: StateBodyFunction) => KnowledgeEntity | undefined;
}

/** One file of records: its name is for messages, its text is JSON Lines (blank lines and lines that start with `//` are skipped). */
export interface KnowledgeFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads knowledge-base files. Later records win over earlier ones of the same id, field by field; with `extends: true` lists are added to.
 *
 * @throws ChanceryError `knowledge-base.invalid` with file, line and what was expected.
 */
export function readKnowledgeFiles(files: Iterable<KnowledgeFile>): KnowledgeRecord[] {
  const records: KnowledgeRecord[] = [];
  for (const file of files) {
    file.text.split("\n").forEach((line, index) => {
      if (line.trim() === "" || line.startsWith("//")) return;
      const place = { source: file.name, line: index + 1 };
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (cause) {
        throw new ChanceryError("knowledge-base.invalid", "The line is not JSON.", {
          place,
          remedy: "Write one JSON object a line.",
          cause,
        });
      }
      const result = knowledgeRecordSchema.safeParse(value);
      if (!result.success) {
        const issue = result.error.issues[0];
        throw new ChanceryError(
          "knowledge-base.invalid",
          `The record does not have the expected shape: ${issue?.path.join(".") || "record"}: ${issue?.message ?? "invalid"}.`,
          {
            place,
            remedy: "See the schema knowledgeRecordSchema; every field but id, type and name may be left out.",
          },
        );
      }
      records.push(result.data);
    });
  }
  return records;
}

/**
 * Makes a knowledge base of records; several lists may be given, later ones win by id.
 *
 * @throws ChanceryError `knowledge-base.invalid` when an id has neither type nor name in any record.
 */
export function createKnowledgeBase(...lists: readonly (readonly KnowledgeRecord[])[]): KnowledgeBase {
  const merged = new Map<string, KnowledgeRecord>();
  for (const list of lists) {
    for (const record of list) {
      const earlier = merged.get(record.id);
      merged.set(record.id, earlier === undefined ? record : mergeRecords(earlier, record));
    }
  }
  const entities = new Map<string, KnowledgeEntity>();
  const bodies = new Map<string, KnowledgeEntity>();
  for (const id of [...merged.keys()].sort()) {
    const record = merged.get(id) as KnowledgeRecord;
    if (record.type === undefined || record.name === undefined) {
      throw new ChanceryError("knowledge-base.invalid", `The entity ${id} has no ${record.type === undefined ? "type" : "name"}.`, {
        remedy: "Give every id a record with type and name.",
      });
    }
    const entity = toEntity(record, record.type, record.name);
    entities.set(id, entity);
    if (entity.function !== undefined && entity.country !== undefined) bodies.set(`${entity.country} ${entity.function}`, entity);
  }
  let trie: TokenTrie<AliasForm> | undefined;
  return {
    entities,
    aliases: () => {
      trie ??= buildTrie(entities.values());
      return trie;
    },
    stateBody: (country, body) => bodies.get(`${country} ${body}`),
  };
}

function buildTrie(entities: Iterable<KnowledgeEntity>): TokenTrie<AliasForm> {
  const trie = createTokenTrie<AliasForm>();
  for (const entity of entities) for (const { text, capitals, form } of aliasForms(entity)) addToTrie(trie, text, form, capitals);
  return trie;
}

function mergeRecords(earlier: KnowledgeRecord, later: KnowledgeRecord): KnowledgeRecord {
  const merged: KnowledgeRecord = { ...earlier, ...later };
  if (later.extends !== true) return merged;
  const union = (a: readonly string[] | undefined, b: readonly string[] | undefined): string[] => [
    ...new Set([...(a ?? []), ...(b ?? [])]),
  ];
  return {
    ...merged,
    aliases: union(earlier.aliases, later.aliases),
    acronyms: union(earlier.acronyms, later.acronyms),
    demonyms: union(earlier.demonyms, later.demonyms),
    metonyms: union(earlier.metonyms, later.metonyms),
  };
}

function toEntity(record: KnowledgeRecord, type: EntityType, name: string): KnowledgeEntity {
  const date = record.date ?? record.signed;
  return {
    id: record.id,
    type,
    name,
    aliases: record.aliases ?? [],
    acronyms: record.acronyms ?? [],
    demonyms: record.demonyms ?? [],
    metonyms: record.metonyms ?? [],
    contextual: record.contextual ?? [],
    positions: record.positions ?? [],
    parties: record.parties ?? [],
    broader: record.broader ?? (record.category === undefined ? [] : [categoryOfClass(record.category)]),
    ...(record.iso3 === undefined ? {} : { iso3: record.iso3 }),
    ...(record.wikidata === undefined ? {} : { wikidata: record.wikidata }),
    ...(record.country === undefined ? {} : { country: record.country }),
    ...(record.function === undefined ? {} : { function: record.function }),
    ...(record.partOf === undefined ? {} : { partOf: record.partOf }),
    ...(record.capital === undefined ? {} : { capital: record.capital }),
    ...(record.from === undefined ? {} : { from: record.from }),
    ...(record.to === undefined ? {} : { to: record.to }),
    ...(date === undefined ? {} : { date }),
    ...(record.source === undefined ? {} : { source: record.source }),
  };
}
