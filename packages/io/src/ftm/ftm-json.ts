import { ChanceryError } from "@chancery/rdf";
import type { Chunks } from "../rdf/rdf-format.ts";
import { createFtmModel, type FtmModel } from "./ftm-model.ts";

/** One entity of FollowTheMoney: a thing, or a relation, interval or mention that has an id of its own. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly caption?: string;
  /** Every property has several values, all of them text; references hold the id of another entity. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Ids of entities that were merged into this one. */
  readonly referents?: readonly string[];
  readonly datasets?: readonly string[];
  readonly first_seen?: string;
  readonly last_seen?: string;
  readonly last_change?: string;
  readonly target?: boolean;
}

/** What a reader or writer of FollowTheMoney came across. Pass one in to learn the numbers. */
export interface FtmReport {
  /** Entities of a schema that this model lacks; newer versions have more. They are passed on as they are. */
  unknownSchemata: number;
  /** Properties that the entity's schema lacks. */
  unknownProperties: number;
  /** Halves of surrogate pairs replaced by U+FFFD. */
  replacedCharacters: number;
}

export interface ReadFtmOptions {
  /** Name of the input for error messages. */
  readonly source?: string;
  readonly report?: FtmReport;
  readonly signal?: AbortSignal;
}

const MAX_LINE = 16 * 1024 * 1024;
const DATES = ["first_seen", "last_seen", "last_change"] as const;

/**
 * Entities of a FollowTheMoney file: one JSON object a line. Entities nested in properties come out before the one that holds them, which keeps their id.
 *
 * @throws ChanceryError `io.syntax` for a line that is not JSON, `io.ftm-entity` for JSON that is no entity, `io.too-deep`; all with the line.
 */
export async function* readFtm(input: Chunks, options: ReadFtmOptions = {}): AsyncGenerator<FtmEntity> {
  const model = createFtmModel();
  let number = 0;
  for await (const line of linesOf(input, options)) {
    number++;
    if (number % 1024 === 0) options.signal?.throwIfAborted();
    const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (text.trim() === "") continue;
    const fail = (code: string, message: string, remedy: string, cause?: unknown): ChanceryError =>
      new ChanceryError(code, message, {
        place: { ...(options.source === undefined ? {} : { source: options.source }), line: number },
        remedy,
        ...(cause === undefined ? {} : { cause }),
      });
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (cause) {
      throw fail(
        "io.syntax",
        `The line is not JSON: ${(cause as Error).message}`,
        "FollowTheMoney files hold one JSON object a line.",
        cause,
      );
    }
    const found: FtmEntity[] = [];
    takeEntity(data, found, (code, message) => fail(code, message, ENTITY_REMEDY), 0);
    for (const entity of found) {
      count(entity, model, options.report);
      yield entity;
    }
  }
}

const ENTITY_REMEDY = 'An entity has "id", "schema" and "properties", an object of lists of strings.';
const MAX_DEPTH = 16;

type Fail = (code: string, message: string) => ChanceryError;

/** Adds the entity and those nested in it, inner ones first; returns its id. */
function takeEntity(data: unknown, found: FtmEntity[], fail: Fail, depth: number): string {
  if (depth > MAX_DEPTH) throw fail("io.too-deep", `Entities are nested deeper than ${MAX_DEPTH} levels.`);
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw fail("io.ftm-entity", "The line holds no JSON object.");
  const { id, schema, properties = {}, caption, target, ...rest } = data as Record<string, unknown>;
  if (typeof id !== "string" || id === "") throw fail("io.ftm-entity", 'The entity has no "id".');
  if (typeof schema !== "string" || schema === "") throw fail("io.ftm-entity", `The entity ${id} has no "schema".`);
  if (typeof properties !== "object" || properties === null || Array.isArray(properties))
    throw fail("io.ftm-entity", `"properties" of ${id} is no object.`);
  const texts: [string, readonly string[]][] = Object.entries(properties).map(([name, values]) => [
    name,
    (Array.isArray(values) ? (values as unknown[]) : [values]).flatMap((value) => {
      if (typeof value === "string") return [value];
      if (typeof value === "number" || typeof value === "boolean") return [String(value)];
      if (value === null) return [];
      return [takeEntity(value, found, fail, depth + 1)];
    }),
  ]);
  const list = (name: string): { readonly [key: string]: readonly string[] } => {
    const value = rest[name];
    return Array.isArray(value) ? { [name]: value.filter((item): item is string => typeof item === "string") } : {};
  };
  found.push({
    id,
    schema,
    ...(typeof caption === "string" ? { caption } : {}),
    properties: Object.fromEntries(texts),
    ...list("referents"),
    ...list("datasets"),
    ...Object.fromEntries(DATES.flatMap((name) => (typeof rest[name] === "string" ? [[name, rest[name]]] : []))),
    ...(typeof target === "boolean" ? { target } : {}),
  });
  return id;
}

function count({ schema, properties }: FtmEntity, model: FtmModel, report: FtmReport | undefined): void {
  if (report === undefined) return;
  if (!model.has(schema)) report.unknownSchemata++;
  else for (const name of Object.keys(properties)) if (model.property(schema, name) === undefined) report.unknownProperties++;
}

async function* linesOf(input: Chunks, { source, signal }: ReadFtmOptions): AsyncGenerator<string> {
  let held = "";
  let number = 1;
  for await (const chunk of typeof input === "string" ? [input] : input) {
    signal?.throwIfAborted();
    const pieces = (held + chunk).split("\n");
    held = pieces.pop() ?? "";
    number += pieces.length;
    if (held.length > MAX_LINE) {
      throw new ChanceryError("io.too-long", `A line is longer than ${MAX_LINE} characters.`, {
        place: { ...(source === undefined ? {} : { source }), line: number },
        remedy: "FollowTheMoney files hold one JSON object a line.",
      });
    }
    yield* pieces;
  }
  if (held !== "") yield held;
}

/** FollowTheMoney JSON Lines: one entity a line, properties in order of name. */
export function* writeFtm(entities: Iterable<FtmEntity>, report?: Pick<FtmReport, "replacedCharacters">): Generator<string> {
  for (const { id, caption, schema, properties, ...rest } of entities) {
    const sorted = Object.fromEntries(
      Object.entries(properties)
        .filter(([, values]) => values.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const record = { id, ...(caption === undefined ? {} : { caption }), schema, properties: sorted, ...rest };
    yield `${JSON.stringify(record, (_key, value: unknown) => (typeof value === "string" ? wellFormed(value, report) : value)).replace(SEPARATORS, escaped)}\n`;
  }
}

// Some readers take these for line ends.
const SEPARATORS = /[\u0085\u2028\u2029]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

function wellFormed(text: string, report: Pick<FtmReport, "replacedCharacters"> | undefined): string {
  return text.replace(/[\uD800-\uDFFF]/gu, () => {
    if (report !== undefined) report.replacedCharacters++;
    return "\uFFFD";
  });
}
