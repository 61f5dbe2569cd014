import {
  ENTITY_TYPES,
  EVENT_STATUSES,
  EVENT_TYPES,
  type EventType,
  type Extraction,
  RELATION_TYPES,
  STANCE_FAMILIES,
} from "@chancery/extract";

/** One thing in an extraction that the data contract does not allow. */
export interface ExtractionProblem {
  /**
   * `shape`: a field is missing or of the wrong type; `vocabulary`: a value outside a closed list; `reference`: an id that nothing in the extraction has;
   * `duplicate`: an id that two things have; `span`: offsets outside the text; `quote`: the text at the offsets has other words.
   */
  readonly kind: "shape" | "vocabulary" | "reference" | "duplicate" | "span" | "quote";
  /** Where in the extraction, for instance `claims[3].cue`. */
  readonly path: string;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const quoted = (value: unknown): string => JSON.stringify(value) ?? "nothing";

const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as EventType[];

/** Roles that an event of any type may have. */
const SHARED_ROLES = ["place", "time", "quantity", "purpose", "cause", "inReturnFor", "partOf"];

const STANCES: readonly string[] = Object.values(STANCE_FAMILIES).flat();
const VOCABULARY = {
  certainty: ["certain", "probable", "possible", "unspecified"],
  polarity: ["positive", "negative"],
  quoteType: ["direct", "indirect", "mixed", "narration"],
  mention: ["name", "acronym", "title", "demonym", "metonym", "nominal", "pronoun"],
  region: ["headline", "byline", "caption", "boilerplate", "credit", "body"],
} as const;

/** Roles whose fillers may be literals as well as ids (`for`, `24`, the words of a topic). */
const LITERAL_ROLES: ReadonlySet<string> = new Set(["vote", "ordinal", "topic", "name", "purpose", "time", "quantity"]);

/**
 * Checks extraction JSON against the data contract: shape, closed vocabularies, references between its parts and, where the text is given,
 * that every span lies in it and every quoted word is really there. Takes whatever `JSON.parse` gave; never throws.
 *
 * @returns What is wrong, in the order of the extraction; empty where nothing is.
 */
export function checkExtraction(extraction: Extraction | unknown, text?: string): readonly ExtractionProblem[] {
  const problems: ExtractionProblem[] = [];
  const report = (kind: ExtractionProblem["kind"], path: string, message: string): void => {
    problems.push({ kind, path, message });
  };
  if (!isFields(extraction)) {
    report("shape", "", "An extraction is an object.");
    return problems;
  }

  const list = (holder: Fields, name: string, path: string, required = true): readonly (readonly [Fields, string])[] => {
    const value = holder[name];
    const here = path === "" ? name : `${path}.${name}`;
    if (value === undefined && !required) return [];
    if (!Array.isArray(value)) {
      report("shape", here, "It must be a list.");
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      if (isFields(item)) return [[item, `${here}[${index}]`] as const];
      report("shape", `${here}[${index}]`, "It must be an object.");
      return [];
    });
  };
  const strings = (holder: Fields, name: string, path: string, required = true): readonly string[] => {
    const value = holder[name];
    if (value === undefined && !required) return [];
    if (Array.isArray(value) && value.every((item): item is string => typeof item === "string")) return value;
    report("shape", `${path}.${name}`, "It must be a list of strings.");
    return [];
  };
  const oneOf = (holder: Fields, name: string, path: string, allowed: readonly string[]): void => {
    const value = holder[name];
    if (typeof value !== "string" || !allowed.includes(value))
      report("vocabulary", `${path}.${name}`, `${quoted(value)} is none of ${allowed.join(", ")}.`);
  };
  const named = (holder: Fields, name: string, path: string): string | undefined => {
    const value = holder[name];
    if (typeof value === "string" && value !== "") return value;
    report("shape", `${path}.${name}`, "It must be a string that is not empty.");
    return undefined;
  };
  /** A span lies in the text, and its own copy of the words is what stands there. */
  const span = (value: Fields, path: string): void => {
    const { start, end } = value;
    if (!Number.isInteger(start) || !Number.isInteger(end)) {
      report("shape", path, "start and end must be whole numbers.");
      return;
    }
    const [from, to] = [start as number, end as number];
    if (from < 0 || to < from || (text !== undefined && to > text.length)) {
      report("span", path, `${from}–${to} is outside the text${text === undefined ? "" : ` of ${text.length} characters`}.`);
    } else if (text !== undefined && typeof value.text === "string" && text.slice(from, to) !== value.text) {
      report(
        "quote",
        path,
        `${quoted(value.text)} is not at ${from}–${to}; there is ${quoted(text.slice(from, Math.min(to, from + 80)))}.`,
      );
    }
  };
  const evidence = (holder: Fields, path: string): void => {
    for (const [item, here] of list(holder, "evidence", path)) span(item, here);
  };
  const claimId = (seen: Set<string>, holder: Fields, path: string): void => {
    const id = named(holder, "id", path);
    if (id === undefined) return;
    if (seen.has(id)) report("duplicate", `${path}.id`, `${quoted(id)} is there twice.`);
    seen.add(id);
  };

  const document = isFields(extraction.document) ? extraction.document : undefined;
  const known = new Set<string>();
  if (document === undefined) report("shape", "document", "It must be an object.");
  else {
    const id = named(document, "id", "document");
    if (id !== undefined) known.add(id);
    named(document, "sha256", "document");
    for (const [region, path] of list(document, "regions", "document")) {
      oneOf(region, "kind", path, VOCABULARY.region);
      span(region, path);
    }
  }

  const parts = {
    entities: list(extraction, "entities", ""),
    relations: list(extraction, "relations", ""),
    events: list(extraction, "events", ""),
    claims: list(extraction, "claims", ""),
    conflicts: list(extraction, "conflicts", ""),
  };
  const ids = { entities: new Set<string>(), events: new Set<string>(), claims: new Set<string>() };
  for (const kind of ["entities", "events", "claims"] as const) for (const [item, path] of parts[kind]) claimId(ids[kind], item, path);
  for (const id of ids.entities) known.add(id);
  const refer = (id: unknown, path: string, targets: ReadonlySet<string>): void => {
    if (typeof id !== "string" || !targets.has(id)) report("reference", path, `Nothing here has the id ${quoted(id)}.`);
  };

  for (const [entity, path] of parts.entities) {
    oneOf(entity, "type", path, ENTITY_TYPES);
    named(entity, "name", path);
    strings(entity, "aliases", path);
    for (const [mention, here] of list(entity, "mentions", path)) {
      oneOf(mention, "kind", here, VOCABULARY.mention);
      if (typeof mention.text !== "string") report("shape", `${here}.text`, "It must be a string.");
      span(mention, here);
    }
  }
  for (const [category, path] of list(extraction, "categories", "", false)) {
    named(category, "id", path);
    oneOf(category, "type", path, ENTITY_TYPES);
    named(category, "name", path);
  }
  for (const [relation, path] of parts.relations) {
    oneOf(relation, "type", path, RELATION_TYPES);
    refer(relation.subject, `${path}.subject`, ids.entities);
    refer(relation.object, `${path}.object`, ids.entities);
    evidence(relation, path);
  }
  for (const [event, path] of parts.events) {
    oneOf(event, "type", path, EVENT_TYPE_NAMES);
    oneOf(event, "status", path, EVENT_STATUSES);
    evidence(event, path);
    if (!isFields(event.roles)) {
      report("shape", `${path}.roles`, "It must be an object of lists.");
      continue;
    }
    const definition = EVENT_TYPE_NAMES.find((name) => name === event.type);
    const allowed: readonly string[] =
      definition === undefined ? [] : [...EVENT_TYPES[definition].core, ...EVENT_TYPES[definition].roles, ...SHARED_ROLES];
    for (const role of Object.keys(event.roles)) {
      if (definition !== undefined && !allowed.includes(role)) {
        report("vocabulary", `${path}.roles.${role}`, `${definition} has no such role; it has ${allowed.join(", ")}.`);
      }
      for (const [index, filler] of strings(event.roles, role, `${path}.roles`).entries()) {
        if (!known.has(filler) && !ids.events.has(filler) && !LITERAL_ROLES.has(role))
          report("reference", `${path}.roles.${role}[${index}]`, `Nothing here has the id ${quoted(filler)}.`);
      }
    }
  }
  for (const [claim, path] of parts.claims) {
    oneOf(claim, "stance", path, STANCES);
    for (const name of ["certainty", "polarity", "quoteType"] as const) oneOf(claim, name, path, VOCABULARY[name]);
    for (const name of ["speaker", "addressee", "about"] as const) {
      for (const [index, id] of strings(claim, name, path, name !== "addressee").entries()) refer(id, `${path}.${name}[${index}]`, known);
    }
    for (const [index, id] of strings(claim, "content", path).entries()) refer(id, `${path}.content[${index}]`, ids.events);
    if (claim.onBehalfOf !== undefined) refer(claim.onBehalfOf, `${path}.onBehalfOf`, known);
    if (claim.embeddedIn !== undefined) refer(claim.embeddedIn, `${path}.embeddedIn`, ids.claims);
    if (isFields(claim.cue)) span(claim.cue, `${path}.cue`);
    named(claim, "rule", path);
    evidence(claim, path);
  }
  for (const [conflict, path] of parts.conflicts) evidence(conflict, path);
  return problems;
}
