import { z } from "zod";
import { ENTITY_TYPES, type EntityType } from "../ontology.ts";

/** ISO 8601 date at any precision down to the day: `2024`, `2024-06`, `2024-06-10`. */
const partialDate: z.ZodType<string> = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date as YYYY, YYYY-MM or YYYY-MM-DD");
const entityId: z.ZodType<string> = z.string().regex(/^[a-z][a-z-]*\/[\p{L}\p{N}._-]+$/u, "an id like state/prk");
const names: z.ZodType<string[]> = z.array(z.string().min(1));

/** A post that a person holds or held; the same shape serves "holder on the date" and "posts of the person". */
export interface HeldPosition {
  readonly title: string;
  /** Entity id of the body or state the post belongs to. */
  readonly org?: string | undefined;
  readonly from?: string | undefined;
  /** Absent: no end known. */
  readonly to?: string | undefined;
}

/**
 * What a body does within its state; one body per state and function. Bodies that no record names are formed by pattern
 * (`state-bodies.ts`), and a record with the same `country` and `function` takes the pattern's place.
 */
export const STATE_BODY_FUNCTIONS = [
  "foreign-ministry",
  "defence-ministry",
  "finance-ministry",
  "interior-ministry",
  "justice-ministry",
  "trade-ministry",
  "parliament",
  "supreme-court",
  "central-bank",
  "atomic-energy-agency",
  "armed-forces",
  "army",
  "navy",
  "air-force",
  "coast-guard",
  "national-guard",
  "police",
  "intelligence",
  "government",
  "presidency",
  "state-media",
] as const;
export type StateBodyFunction = (typeof STATE_BODY_FUNCTIONS)[number];

/**
 * One line of a knowledge-base file. Names are given without a leading article. `aliases` name the entity outright; `acronyms` must match in
 * capitals; `demonyms` are its adjectives and peoples; `metonyms` are seats and capitals that may stand for it; `contextual` names count only
 * under a rule ("Korea", "the North"). With `extends: true` a record adds its lists to those of an earlier record of the same id.
 */
export interface KnowledgeRecord {
  readonly id: string;
  readonly type?: EntityType | undefined;
  readonly name?: string | undefined;
  readonly extends?: boolean | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly acronyms?: readonly string[] | undefined;
  readonly demonyms?: readonly string[] | undefined;
  readonly metonyms?: readonly string[] | undefined;
  readonly contextual?: readonly string[] | undefined;
  readonly iso3?: string | undefined;
  readonly wikidata?: string | undefined;
  readonly country?: string | undefined;
  readonly function?: StateBodyFunction | undefined;
  readonly partOf?: string | undefined;
  readonly capital?: string | undefined;
  readonly category?: string | undefined;
  readonly broader?: readonly string[] | undefined;
  readonly parties?: readonly string[] | undefined;
  readonly positions?: readonly HeldPosition[] | undefined;
  readonly symbol?: string | undefined;
  readonly signed?: string | undefined;
  readonly inForce?: string | undefined;
  readonly date?: string | undefined;
  /** First and last day on which the entity existed. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly topic?: string | undefined;
  readonly source?: string | undefined;
}

const positionSchema: z.ZodType<HeldPosition> = z.strictObject({
  title: z.string().min(1),
  org: entityId.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
});

/** The schema behind `KnowledgeRecord`: what a line of a knowledge-base file must look like. */
export const knowledgeRecordSchema: z.ZodType<KnowledgeRecord> = z.strictObject({
  id: entityId,
  type: z.enum(ENTITY_TYPES).optional(),
  name: z.string().min(1).optional(),
  extends: z.boolean().optional(),
  aliases: names.optional(),
  acronyms: names.optional(),
  demonyms: names.optional(),
  metonyms: names.optional(),
  contextual: names.optional(),
  iso3: z.string().length(3).optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  country: entityId.optional(),
  function: z.enum(STATE_BODY_FUNCTIONS).optional(),
  partOf: entityId.optional(),
  capital: z.string().optional(),
  category: z.string().optional(),
  broader: z.array(entityId).optional(),
  parties: z.array(entityId).optional(),
  positions: z.array(positionSchema).optional(),
  symbol: z.string().optional(),
  signed: partialDate.optional(),
  inForce: partialDate.optional(),
  date: partialDate.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  topic: z.string().optional(),
  source: z.string().optional(),
});
