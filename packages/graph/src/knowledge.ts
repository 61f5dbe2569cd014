/** How far an event may be taken as having happened; the `eventStatus` of the data contract. */
export type EdgeStatus =
  | "confirmed"
  | "asserted"
  | "alleged"
  | "disputed"
  | "denied"
  | "unconfirmed"
  | "planned"
  | "hypothetical"
  | "nonOccurrence";

/** Every status, from the best supported to the worst. */
export const EDGE_STATUSES: readonly EdgeStatus[] = [
  "confirmed",
  "asserted",
  "alleged",
  "disputed",
  "unconfirmed",
  "planned",
  "hypothetical",
  "denied",
  "nonOccurrence",
];

/**
 * Statuses that traversal follows unless told otherwise: somebody says that it happened. What is denied, planned, hypothetical,
 * unconfirmed or said not to have happened is in the graph but no path runs over it. A disputed event is asserted by one side, so it is walked.
 */
export const WALKED_STATUSES: readonly EdgeStatus[] = ["confirmed", "asserted", "alleged", "disputed"];

/** The characters of a document that say something, and who says it. */
export interface GraphEvidence {
  /** Id of the document. */
  readonly document: string;
  /** The exact words: `text.slice(start, end)`. */
  readonly quote: string;
  /** UTF-16 offsets into the document's raw text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Entity ids of who says so; the document's id for narration. */
  readonly speakers: readonly string[];
  readonly stance?: string;
  readonly certainty?: string;
  readonly polarity?: string;
  /** Id of the claim the evidence belongs to. */
  readonly claim?: string;
  /** Publication or utterance date, ISO 8601. */
  readonly date?: string;
}

/** An entity as the projection needs it. */
export interface KnowledgeEntity {
  readonly id: string;
  /** Entity type of the data contract, for instance `State`. */
  readonly type: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  /** Further facts shown with the node, for instance `iso3` or `wikidata`. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** An event with its roles; one happening, however many documents report it. */
export interface KnowledgeEvent {
  readonly id: string;
  readonly type: string;
  readonly status: EdgeStatus;
  /** Role → entity ids, event ids or literals. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** First and last possible day, ISO 8601 (year, month or day); absent where the text gives none. */
  readonly first?: string;
  readonly last?: string;
  /** Quantity as the text words it. */
  readonly quantity?: string;
  readonly evidence: readonly GraphEvidence[];
}

/** A static relation between two entities, for instance `holdsPosition`. */
export interface KnowledgeRelation {
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  readonly first?: string;
  readonly last?: string;
  readonly evidence: readonly GraphEvidence[];
}

/** An attributed claim. */
export interface KnowledgeClaim {
  readonly id: string;
  readonly speakers: readonly string[];
  readonly onBehalfOf?: string;
  readonly addressees?: readonly string[];
  readonly stance: string;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly quoteType?: string;
  /** Ids of the events the claim is about. */
  readonly events: readonly string[];
  /** Ids of the entities the claim is about. */
  readonly about: readonly string[];
  /** Id of the claim that reports this one. */
  readonly embeddedIn?: string;
  readonly date?: string;
  readonly evidence: readonly GraphEvidence[];
}

export interface KnowledgeDocument {
  readonly id: string;
  readonly title?: string;
  readonly published?: string;
  readonly source?: string;
}

/** Everything the projections read: plain data, handed over by whoever holds the extractions. */
export interface Knowledge {
  readonly entities: readonly KnowledgeEntity[];
  readonly events: readonly KnowledgeEvent[];
  readonly relations: readonly KnowledgeRelation[];
  readonly claims: readonly KnowledgeClaim[];
  readonly documents: readonly KnowledgeDocument[];
}
