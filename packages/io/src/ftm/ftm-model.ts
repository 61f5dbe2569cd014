import { FTM_SCHEMATA } from "./ftm-schema-table.ts";

/** What the model says of a property. */
export interface FtmProperty {
  /** Type of the values: `string`, `name`, `date`, `country`, `entity`, … */
  readonly type: string;
  /** Schema of the entities that an `entity` property refers to. */
  readonly range?: string;
}

/** Schemata with what they inherit. */
export interface FtmModel {
  readonly has: (schema: string) => boolean;
  /** Whether a schema is another one or extends it. */
  readonly isKind: (schema: string, ancestor: string) => boolean;
  /** A property of a schema, own or inherited; `undefined` where it has none of that name. */
  readonly property: (schema: string, name: string) => FtmProperty | undefined;
  readonly required: (schema: string) => readonly string[];
}

/** The model of `FTM_SCHEMATA`. */
export function createFtmModel(): FtmModel {
  const properties = new Map<string, ReadonlyMap<string, FtmProperty>>();
  const propertiesOf = (schema: string): ReadonlyMap<string, FtmProperty> => {
    const known = properties.get(schema);
    if (known !== undefined) return known;
    const row = rowOf(schema);
    const all = new Map<string, FtmProperty>();
    for (const parent of row?.extends ?? []) for (const [name, property] of propertiesOf(parent)) all.set(name, property);
    for (const text of row?.properties.split(" ") ?? []) {
      const [, name = "", mark, detail = ""] = /^(\w+)(?:([:>])(\w+))?$/.exec(text) ?? [];
      if (name === "") continue;
      all.set(name, mark === ">" ? { type: "entity", range: detail } : { type: mark === ":" ? detail : "string" });
    }
    properties.set(schema, all);
    return all;
  };
  const isKind = (schema: string, ancestor: string): boolean =>
    schema === ancestor || (rowOf(schema)?.extends.some((parent) => isKind(parent, ancestor)) ?? false);
  return {
    has: (schema) => rowOf(schema) !== undefined,
    isKind,
    property: (schema, name) => propertiesOf(schema).get(name),
    required: (schema) => rowOf(schema)?.required ?? [],
  };
}

const rowOf = (schema: string): (typeof FTM_SCHEMATA)[string] | undefined =>
  Object.hasOwn(FTM_SCHEMATA, schema) ? FTM_SCHEMATA[schema] : undefined;
