import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ExtractedQuantity } from "../extraction.ts";
import { EVENT_TYPES, type EventStatus, type EventType } from "../ontology.ts";
import { jointStatus } from "./cluster-status.ts";
import type { CollectionDocument, EntityProfiles } from "./entity-profile.ts";
import { dayNumber, excludes, type Occasion, sameOccasion } from "./event-occasion.ts";

/** An event of a cluster: which document tells it, and what that document alone makes of it. */
export interface ClusterEvent {
  readonly document: string;
  readonly event: string;
  readonly status: EventStatus;
}

/** A figure as one document gives it. */
export interface ClusterFigure {
  readonly document: string;
  readonly event: string;
  /** Place among the event's quantities. */
  readonly index: number;
  readonly quantity: ExtractedQuantity;
  /** Who is credited with the event: speakers of its claims, else the document. */
  readonly speakers: readonly string[];
}

/** A document that reports a happening, with its date where known. */
export interface Report {
  readonly document: string;
  readonly published?: string;
}

/** One happening that several events report. Figures are kept as they are told; none is preferred. */
export interface EventCluster {
  /** `happening/` and a hash of its first event's id. */
  readonly id: string;
  readonly type: EventType;
  /** Fillers of all events, by canonical ids. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** By document, then event. */
  readonly events: readonly ClusterEvent[];
  readonly figures: readonly ClusterFigure[];
  /** Pairs of figures that no number satisfies both of: indexes into `figures`. */
  readonly figureConflicts: readonly (readonly [number, number])[];
  readonly status: EventStatus;
  /** Rule that gave the status. */
  readonly rule: string;
  /** Earliest and latest dated report. */
  readonly first?: Report;
  readonly last?: Report;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const HASH_DIGITS = 16;

/**
 * Groups events of a collection into happenings. Every member agrees with every other in type, core roles, things, place and time; so a happening never drifts along a chain of
 * similar ones. An event that nothing else reports is in no cluster.
 *
 * @param documents Sorted by id, each id once.
 */
export function clusterEvents(
  documents: readonly CollectionDocument[],
  profiles: EntityProfiles,
  canonical: ReadonlyMap<string, string>,
): readonly EventCluster[] {
  const occasions = documents.flatMap((document) => occasionsOf(document, canonical));
  // The best described first: what leaves much open joins what does not, in an order that does not depend on that of the documents.
  const detail = new Map(occasions.map((occasion) => [occasion, detailOf(occasion)]));
  occasions.sort(
    (a, b) =>
      (detail.get(b) ?? 0) - (detail.get(a) ?? 0) || (a.first ?? Infinity) - (b.first ?? Infinity) || compare(a.event.id, b.event.id),
  );
  const groups: Occasion[][] = [];
  const index = new Map<string, Set<number>>();
  for (const occasion of occasions) {
    const keys = blockingKeys(occasion);
    const candidates = new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]));
    const fitting = [...candidates]
      .sort((a, b) => a - b)
      .find((at) => groups[at]?.every((member) => sameOccasion(member, occasion, profiles)));
    const at = fitting ?? groups.push([]) - 1;
    groups[at]?.push(occasion);
    for (const key of keys) {
      const set = index.get(key);
      if (set === undefined) index.set(key, new Set([at]));
      else set.add(at);
    }
  }
  const extractions = new Map(documents.map((document) => [document.extraction.document.id, document]));
  return groups
    .filter((group) => group.length > 1)
    .map((group) => toCluster(group, extractions, profiles))
    .sort((a, b) => compare(a.id, b.id));
}

function occasionsOf({ extraction }: CollectionDocument, canonical: ReadonlyMap<string, string>): Occasion[] {
  const published = dayNumber(extraction.document.published);
  return extraction.events.map((event): Occasion => {
    const [first, last] = [dayNumber(event.time?.earliest), dayNumber(event.time?.latest)];
    return {
      document: extraction.document.id,
      event,
      roles: Object.fromEntries(
        Object.entries(event.roles).map(([role, ids]) => [role, [...new Set(ids.map((id) => canonical.get(id) ?? id))].sort()]),
      ),
      ...(published === undefined ? {} : { published }),
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    };
  });
}

const detailOf = ({ event, roles, first }: Occasion): number =>
  Object.keys(roles).length + (first === undefined ? 0 : 2) + (event.quantity === undefined ? 0 : 1);

/** Type and a filler of a core role: states, which are in most events, count together with the second core role. */
function blockingKeys({ event: { type }, roles }: Occasion): readonly string[] {
  const [first = "", second] = EVENT_TYPES[type].core;
  const left = roles[first] ?? [];
  if (second === undefined) {
    // Two in common are needed: pairs, unless the list is so long that one is as good.
    if (left.length > 8) return left.map((id) => `${type} ${id}`);
    return left.flatMap((a, at) => left.slice(at + 1).map((b) => `${type} ${a} ${b}`));
  }
  // The second role may be nested (a missile in missiles, a town in a state), so the first alone leads to it.
  return (roles[second] ?? []).length === 0 ? [] : left.map((id) => `${type} ${id}`);
}

function toCluster(group: readonly Occasion[], documents: ReadonlyMap<string, CollectionDocument>, profiles: EntityProfiles): EventCluster {
  const members = [...group].sort((a, b) => compare(a.document, b.document) || compare(a.event.id, b.event.id));
  const [smallest = ""] = members.map(({ event }) => event.id).sort(compare);
  const roles: Record<string, readonly string[]> = {};
  for (const role of [...new Set(members.flatMap((member) => Object.keys(member.roles)))].sort(compare))
    roles[role] = [...new Set(members.flatMap((member) => member.roles[role] ?? []))].sort(compare);
  const figures = members.flatMap(({ document, event }): ClusterFigure[] =>
    (event.quantity ?? []).map((quantity, index) => ({
      document,
      event: event.id,
      index,
      quantity,
      speakers: creditedWith(documents.get(document), event.id),
    })),
  );
  const figureConflicts = figures.flatMap((one, at) =>
    figures
      .slice(at + 1)
      .flatMap((other, offset) =>
        one.event !== other.event && excludes(one.quantity, other.quantity) ? [[at, at + 1 + offset] as const] : [],
      ),
  );
  const reports = [...new Set(members.map(({ document }) => document))].flatMap((document): Required<Report>[] => {
    const published = documents.get(document)?.extraction.document.published;
    return published === undefined ? [] : [{ document, published }];
  });
  reports.sort((a, b) => compare(a.published, b.published) || compare(a.document, b.document));
  const [first, last] = [reports[0], reports.at(-1)];
  const { status, rule } = jointStatus(members, documents, profiles);
  return {
    id: `happening/${bytesToHex(sha256(utf8ToBytes(smallest))).slice(0, HASH_DIGITS)}`,
    type: (members[0] as Occasion).event.type,
    roles,
    events: members.map(({ document, event }) => ({ document, event: event.id, status: event.status })),
    figures,
    figureConflicts,
    status,
    rule,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

/** Speakers of the claims on an event, else the document. */
export function creditedWith(document: CollectionDocument | undefined, event: string): readonly string[] {
  if (document === undefined) return [];
  const speakers = document.extraction.claims.filter(({ content }) => content.includes(event)).flatMap(({ speaker }) => speaker);
  return speakers.length === 0 ? [document.extraction.document.id] : [...new Set(speakers)].sort(compare);
}
