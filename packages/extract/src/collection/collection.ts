import type { KnowledgeEntity } from "../knowledge-base/knowledge-base.ts";
import { type CollectionDocument, type EntityProfiles, profileEntities } from "./entity-profile.ts";
import { clusterEvents, type EventCluster } from "./event-clusters.ts";
import type { MergeJudgement } from "./merge-judgement.ts";
import { resolveEntities } from "./resolve-entities.ts";

export interface CollectionOptions {
  /** Verdicts of the user; they overrule every rule. Default: none. */
  readonly pinned?: readonly MergeJudgement[];
  /** Records of the knowledge base by id (`knowledgeBase.entities`): states of bodies, wider categories. Default: only what the documents state. */
  readonly knowledge?: ReadonlyMap<string, KnowledgeEntity>;
}

/** What is known of a collection beyond its single documents. */
export interface Collection {
  /** By id, each id once. */
  readonly documents: readonly CollectionDocument[];
  readonly profiles: EntityProfiles;
  /** Who was merged, who was not, and why. */
  readonly judgements: readonly MergeJudgement[];
  /** Entity id → id of the entity it was merged into. */
  readonly canonical: ReadonlyMap<string, string>;
  /** Happenings that several events report. */
  readonly clusters: readonly EventCluster[];
}

/** Resolves entities and groups events across documents. Does not depend on the order of the documents; of several with the same id, the last one counts. */
export function readCollection(documents: Iterable<CollectionDocument>, options: CollectionOptions = {}): Collection {
  const byId = new Map<string, CollectionDocument>();
  for (const document of documents) byId.set(document.extraction.document.id, document);
  const sorted = [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document);
  const profiles = profileEntities(sorted, options.knowledge);
  const { judgements, canonical } = resolveEntities(profiles, options.pinned);
  return { documents: sorted, profiles, judgements, canonical, clusters: clusterEvents(sorted, profiles, canonical) };
}
