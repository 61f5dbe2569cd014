import type { Attestation } from "../claim/event-status.ts";
import type { EvidenceSpan } from "../extraction.ts";
import { attestationsOf } from "./cluster-status.ts";
import type { Collection } from "./collection.ts";
import type { ClusterFigure, EventCluster, Report } from "./event-clusters.ts";

/** Somebody's word on an event: who, for which side, in which document, how, and where it stands. */
export interface Testimony {
  readonly document: string;
  readonly event: string;
  readonly sides: readonly string[];
  readonly kind: Attestation["kind"];
  readonly narrator: boolean;
  readonly evidence: readonly EvidenceSpan[];
}

/** Sources that can't all be right about one happening. */
export type Contradiction =
  | { readonly kind: "status"; readonly cluster: EventCluster; readonly tell: readonly Testimony[]; readonly deny: readonly Testimony[] }
  | { readonly kind: "figures"; readonly cluster: EventCluster; readonly figures: readonly [ClusterFigure, ClusterFigure] };

/** A happening that several documents and at least two sides attest. */
export interface Corroboration {
  readonly cluster: EventCluster;
  readonly sides: readonly string[];
  readonly testimonies: readonly Testimony[];
}

export interface ReportingStatistics {
  /** Source of the document where known, else its id. */
  readonly source: string;
  readonly documents: number;
  readonly events: number;
  /** Events that other documents report, too. */
  readonly shared: number;
  /** Happenings that no dated document reported earlier. */
  readonly first: number;
  /** Events whose happening is disputed. */
  readonly disputed: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const TELLING: ReadonlySet<Attestation["kind"]> = new Set<Attestation["kind"]>(["told", "confirmed", "alleged"]);
const ATTESTING: ReadonlySet<Attestation["kind"]> = new Set<Attestation["kind"]>(["told", "confirmed"]);
const DENYING: ReadonlySet<Attestation["kind"]> = new Set<Attestation["kind"]>(["denied", "negated"]);

/** Happenings that one document's sources tell and another's deny, and figures that exclude each other. */
export function contradictions(collection: Collection): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const documents = documentIndex(collection);
  for (const cluster of collection.clusters) {
    const testimonies = testimoniesOf(collection, cluster, documents);
    const deny = testimonies.filter(({ kind }) => DENYING.has(kind));
    const tell = testimonies.filter(
      ({ kind, sides }) => TELLING.has(kind) && deny.some((no) => sides.every((side) => !no.sides.includes(side))),
    );
    if (tell.length > 0) found.push({ kind: "status", cluster, tell, deny });
    for (const [one, other] of cluster.figureConflicts) {
      const figures = [cluster.figures[one], cluster.figures[other]] as const;
      if (figures[0] !== undefined && figures[1] !== undefined) found.push({ kind: "figures", cluster, figures: [figures[0], figures[1]] });
    }
  }
  return found;
}

/** Happenings that at least two documents and two sides attest as facts and nobody denies. A narrator is a side of its own. */
export function corroborations(collection: Collection): readonly Corroboration[] {
  const documents = documentIndex(collection);
  return collection.clusters.flatMap((cluster): Corroboration[] => {
    const all = testimoniesOf(collection, cluster, documents);
    const testimonies = all.filter(({ kind }) => ATTESTING.has(kind));
    const sides = [...new Set(testimonies.flatMap((testimony) => testimony.sides))].sort(compare);
    const told = new Set(testimonies.map(({ document }) => document)).size;
    return told < 2 || sides.length < 2 || all.some(({ kind }) => DENYING.has(kind)) ? [] : [{ cluster, sides, testimonies }];
  });
}

/** First and last dated report of a happening; empty where no document is dated. */
export function reportsOf(cluster: EventCluster): { readonly first?: Report; readonly last?: Report } {
  return {
    ...(cluster.first === undefined ? {} : { first: cluster.first }),
    ...(cluster.last === undefined ? {} : { last: cluster.last }),
  };
}

/** Who reports what, by source. */
export function reportingStatistics({ documents, clusters }: Collection): readonly ReportingStatistics[] {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.events.map(({ event }) => [event, cluster] as const)));
  const bySource = new Map<string, { -readonly [Key in keyof ReportingStatistics]: ReportingStatistics[Key] }>();
  for (const { extraction } of documents) {
    const { id, source = id } = extraction.document;
    const row = bySource.get(source) ?? { source, documents: 0, events: 0, shared: 0, first: 0, disputed: 0 };
    bySource.set(source, row);
    row.documents += 1;
    row.events += extraction.events.length;
    const firsts = new Set<string>();
    for (const event of extraction.events) {
      const cluster = clusterOf.get(event.id);
      if (cluster?.events.some(({ document }) => document !== id) === true) row.shared += 1;
      if ((cluster?.status ?? event.status) === "disputed") row.disputed += 1;
      if (cluster?.first?.document === id) firsts.add(cluster.id);
    }
    row.first += firsts.size;
  }
  return [...bySource.values()].sort((a, b) => compare(a.source, b.source));
}

type DocumentIndex = ReadonlyMap<string, Collection["documents"][number]>;
const documentIndex = ({ documents }: Collection): DocumentIndex =>
  new Map(documents.map((document) => [document.extraction.document.id, document]));

function testimoniesOf({ profiles }: Collection, cluster: EventCluster, documents: DocumentIndex): readonly Testimony[] {
  return cluster.events.flatMap(({ document, event: id }): Testimony[] => {
    const source = documents.get(document);
    const event = source?.extraction.events.find((other) => other.id === id);
    if (source === undefined || event === undefined) return [];
    return attestationsOf(source, event, profiles).map(({ kind, sides, narrator }) => ({
      document,
      event: id,
      sides,
      kind,
      narrator,
      evidence: event.evidence,
    }));
  });
}
