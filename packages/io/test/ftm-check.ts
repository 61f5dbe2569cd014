import published from "@alephdata/followthemoney/dist/defaultModel.json" with { type: "json" };
import type { FtmEntity } from "../src/index.ts";

interface ModelProperty {
  readonly type?: string;
  readonly range?: string;
  readonly stub?: boolean;
}

interface ModelSchema {
  readonly extends: readonly string[];
  readonly abstract?: boolean;
  readonly required?: readonly string[];
  readonly edge?: { readonly source: string; readonly target: string };
  readonly properties: Readonly<Record<string, ModelProperty>>;
}

interface Model {
  readonly schemata: Readonly<Record<string, ModelSchema>>;
  readonly types: Readonly<Record<string, { readonly values?: Readonly<Record<string, string>> }>>;
}

/** The model that FollowTheMoney publishes. */
export const model: Model = published as unknown as Model;

const kinds = (schema: string): readonly string[] => [schema, ...(model.schemata[schema]?.extends ?? []).flatMap(kinds)];

function propertyOf(schema: string, name: string): ModelProperty | undefined {
  return kinds(schema)
    .map((kind) => model.schemata[kind]?.properties[name])
    .find((property) => property !== undefined && property.stub !== true);
}

/** What FollowTheMoney's own model says is wrong with entities; empty where nothing is. */
export function problemsOf(entities: readonly FtmEntity[]): readonly string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const problems: string[] = [];
  if (byId.size !== entities.length) problems.push(`${entities.length - byId.size} ids are used twice`);
  for (const { id, schema, properties } of entities) {
    const say = (what: string): void => {
      problems.push(`${schema} ${id}: ${what}`);
    };
    // followthemoney/types/entity.py
    if (!/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(id) || id.length > 200) say("the id is none");
    const known = model.schemata[schema];
    if (known === undefined || known.abstract === true) {
      say("no such schema");
      continue;
    }
    for (const required of new Set(kinds(schema).flatMap((kind) => model.schemata[kind]?.required ?? [])))
      if ((properties[required] ?? []).length === 0) say(`"${required}" is missing`);
    for (const [name, values] of Object.entries(properties)) {
      const property = propertyOf(schema, name);
      if (property === undefined) say(`has no property "${name}"`);
      else
        for (const value of values)
          problems.push(...valueProblems(property, value, byId).map((what) => `${schema} ${id}.${name}: ${what}`));
    }
  }
  return problems;
}

function valueProblems({ type = "string", range }: ModelProperty, value: string, byId: ReadonlyMap<string, FtmEntity>): readonly string[] {
  if (value === "") return ["is empty"];
  switch (type) {
    case "entity": {
      const target = byId.get(value);
      if (target === undefined) return [`refers to ${value}, which is not there`];
      return range !== undefined && kinds(target.schema).includes(range) ? [] : [`refers to a ${target.schema}, not a ${range}`];
    }
    case "date":
      return /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?$/.test(value) ? [] : [`"${value}" is no date`];
    case "country":
    case "topic":
      return value in (model.types[type]?.values ?? {}) ? [] : [`"${value}" is no ${type}`];
    case "url":
      return /^https?:\/\//.test(value) ? [] : [`"${value}" is no URL`];
    default:
      return [];
  }
}
