import type {
  Certainty,
  EntityType,
  EventStatus,
  EventType,
  MentionKind,
  MentionUse,
  Polarity,
  QuoteType,
  RegionKind,
  RelationType,
  Stance,
} from "./ontology.ts";

/** UTF-16 offsets into the raw text, end exclusive. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
}

/** One part of a document's raw text; regions are disjoint and in order. Nothing is extracted from boilerplate. */
export interface Region extends EvidenceSpan {
  readonly kind: RegionKind;
}

export interface ExtractedMention extends EvidenceSpan {
  readonly text: string;
  readonly kind: MentionKind;
  readonly use?: MentionUse;
  /** Rule that made or linked the mention, with its reason. */
  readonly rule?: string;
}

export interface ExtractedEntity {
  /** Knowledge-base id (`state/prk`), or a content hash under the type's folder for an entity new to the knowledge base. */
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly iso3?: string;
  readonly wikidata?: string;
  /** Broader categories (entity ids), for weapon categories and items. */
  readonly broader?: readonly string[];
  readonly mentions: readonly ExtractedMention[];
}

export interface ExtractedRelation {
  readonly type: RelationType;
  readonly subject: string;
  readonly object: string;
  readonly acting?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly evidence: readonly EvidenceSpan[];
  readonly rule?: string;
}

export interface ExtractedQuantity {
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
  readonly approximate?: boolean;
  readonly unit?: string;
  readonly text: string;
}

export interface ExtractedTime {
  readonly text: string;
  readonly edtf?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly granularity?: string;
  readonly anchor: "explicit" | "publication" | "discourse" | "unresolved";
}

export interface ExtractedEvent {
  readonly id: string;
  readonly type: EventType;
  /** Role → entity ids (`about`, `cause`, `inReturnFor`, `partOf` may hold event ids; `vote`, `ordinal`, `topic`, `name` may hold literals). */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly quantity?: readonly ExtractedQuantity[];
  readonly time?: ExtractedTime;
  readonly status: EventStatus;
  readonly plover?: string;
  readonly evidence: readonly EvidenceSpan[];
  readonly rule?: string;
}

export interface ExtractedClaim {
  readonly id: string;
  /** Entity ids; the document's id for narration. */
  readonly speaker: readonly string[];
  readonly onBehalfOf?: string;
  readonly addressee?: readonly string[];
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly quoteType: QuoteType;
  readonly cue?: EvidenceSpan & { readonly text: string };
  readonly content: readonly string[];
  readonly about: readonly string[];
  readonly embeddedIn?: string;
  readonly utteredAt?: ExtractedTime;
  readonly evidence: readonly EvidenceSpan[];
  readonly rule: string;
  readonly confidence: number;
}

/** Something the text says that contradicts the knowledge base or itself; recorded, never repaired. */
export interface ExtractedConflict {
  readonly kind: "SourceConflict";
  readonly text: string;
  readonly reason: string;
  readonly evidence: readonly EvidenceSpan[];
}

export interface ExtractedDocument {
  readonly id: string;
  readonly sha256: string;
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
  readonly language?: string;
  readonly regions: readonly Region[];
}

/** What `extract` returns for one document: the extraction JSON of the data contract. */
/** A class of arms or goods that the text does not mention itself: what leads up from those it names to the top of the tree. */
export type ExtractedCategory = Omit<ExtractedEntity, "mentions">;

export interface Extraction {
  readonly document: ExtractedDocument;
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly events: readonly ExtractedEvent[];
  readonly claims: readonly ExtractedClaim[];
  readonly conflicts: readonly ExtractedConflict[];
  /** The wider categories that `broader` leads to and that are no entities of the text, by id. Left out where there are none. */
  readonly categories?: readonly ExtractedCategory[];
}
