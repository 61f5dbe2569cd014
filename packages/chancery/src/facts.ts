import { EVENT_STATUSES, EVENT_TYPES, type EventStatus, type EventType } from "@chancery/extract";
import type { GraphEvidence, Knowledge, KnowledgeEvent } from "@chancery/graph";
import { ChanceryError } from "@chancery/rdf";
import { describeEvent, labelsOf } from "./dossier.ts";

/** Which events `KnowledgeGraph.facts` gives. Conditions of different kinds must all hold, values of one kind are alternatives. */
export interface FactFilter {
  readonly types?: readonly EventType[];
  readonly statuses?: readonly EventStatus[];
  /** Entities (whatever `find` takes) that must all have a part in the event. */
  readonly actors?: readonly string[];
  /** Entities (whatever `find` takes) of which one must say so, in person or through a spokesperson. */
  readonly speakers?: readonly string[];
  /** First and last day, month or year, ISO 8601, both inclusive. Where one is given, events without a date are left out. */
  readonly from?: string;
  readonly to?: string;
}

/** One event with what it takes to read it: labels and every piece of evidence. */
export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** First and last possible day, ISO 8601 (year, month or day). */
  readonly first?: string;
  readonly last?: string;
  /** One line: type, then each role with its fillers. */
  readonly summary: string;
  readonly roles: Readonly<Record<string, readonly { readonly id: string; readonly label: string }[]>>;
  /** As the text words it. */
  readonly quantity?: string;
  readonly evidence: readonly FactEvidence[];
}

/** Who says so, in which words. */
export interface FactEvidence extends Omit<GraphEvidence, "speakers"> {
  readonly speakers: readonly { readonly id: string; readonly label: string }[];
  /** Title of the document, where it has one. */
  readonly title?: string;
}

/** @param find Turns names into ids. */
export function selectFacts(knowledge: Knowledge, filter: FactFilter, find: (name: string) => string): readonly Fact[] {
  const types = oneOf(filter.types, Object.keys(EVENT_TYPES), "event type");
  const statuses = oneOf(filter.statuses, EVENT_STATUSES, "status");
  const actors = filter.actors?.map(find);
  const speakers = filter.speakers === undefined ? undefined : new Set(filter.speakers.map(find));
  const days = { from: dayOf(filter.from, "01-01"), to: dayOf(filter.to, "12-31") };
  const saidBy = speakersByClaim(knowledge);
  const labels = labelsOf(knowledge);
  const titles = new Map(knowledge.documents.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const])));
  const label = (id: string): { id: string; label: string } => ({ id, label: labels.get(id) ?? id });

  return knowledge.events
    .filter(
      (event) =>
        (types?.has(event.type) ?? true) &&
        (statuses?.has(event.status) ?? true) &&
        (actors?.every((actor) => Object.values(event.roles).some((fillers) => fillers.includes(actor))) ?? true) &&
        (speakers === undefined || event.evidence.some((evidence) => saidBy(evidence).some((id) => speakers.has(id)))) &&
        isWithin(event, days),
    )
    .sort(byDate)
    .map((event) => ({
      id: event.id,
      type: event.type,
      status: event.status,
      ...(event.first === undefined ? {} : { first: event.first }),
      ...(event.last === undefined ? {} : { last: event.last }),
      summary: describeEvent(event, labels),
      roles: Object.fromEntries(Object.entries(event.roles).map(([role, fillers]) => [role, fillers.map(label)])),
      ...(event.quantity === undefined ? {} : { quantity: event.quantity }),
      evidence: event.evidence.map((evidence) => {
        const title = titles.get(evidence.document);
        return { ...evidence, speakers: evidence.speakers.map(label), ...(title === undefined ? {} : { title }) };
      }),
    }));
}

/** The speakers of a piece of evidence and whom they speak for. */
function speakersByClaim({ claims }: Knowledge): (evidence: GraphEvidence) => readonly string[] {
  const principals = new Map(claims.flatMap(({ id, onBehalfOf }) => (onBehalfOf === undefined ? [] : [[id, onBehalfOf] as const])));
  return ({ claim, speakers }) => {
    const principal = claim === undefined ? undefined : principals.get(claim);
    return principal === undefined ? speakers : [...speakers, principal];
  };
}

function oneOf(values: readonly string[] | undefined, allowed: readonly string[], what: string): ReadonlySet<string> | undefined {
  if (values === undefined || values.length === 0) return undefined;
  for (const value of values) {
    if (allowed.includes(value)) continue;
    throw new ChanceryError("graph.unknown-value", `"${value}" is no ${what}.`, { remedy: `Known are ${allowed.join(", ")}.` });
  }
  return new Set(values);
}

/** A date as a day: a year or month stands for its first day (`01-01`) or its last (`12-31`; the 31st sorts after every day of a month). */
function dayOf(date: string | undefined, rest: "01-01" | "12-31"): string | undefined {
  if (date === undefined) return undefined;
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date)) {
    throw new ChanceryError("graph.bad-date", `"${date}" is no ISO 8601 date.`, { remedy: "Write YYYY, YYYY-MM or YYYY-MM-DD." });
  }
  return date.length === 10 ? date : `${date}-${rest.slice(date.length === 4 ? 0 : 3)}`;
}

function isWithin(
  { first, last }: KnowledgeEvent,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): boolean {
  if (from === undefined && to === undefined) return true;
  if (first === undefined && last === undefined) return false;
  // An open end reaches as far as asked.
  const starts = first === undefined ? "" : pad(first, "01-01");
  const ends = last === undefined ? "9999-12-31" : pad(last, "12-31");
  return (to === undefined || starts <= to) && (from === undefined || ends >= from);
}

const pad = (date: string, rest: "01-01" | "12-31"): string =>
  date.length >= 10 ? date.slice(0, 10) : `${date}-${rest.slice(date.length === 4 ? 0 : 3)}`;

/** Oldest first, undated last, then by id. */
function byDate(a: KnowledgeEvent, b: KnowledgeEvent): number {
  const [x, y] = [a.first ?? a.last ?? "~", b.first ?? b.last ?? "~"];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}
