import type { EvidenceSpan, ExtractedQuantity, ExtractedTime } from "../extraction.ts";
import type { Certainty, EventType, Polarity } from "../ontology.ts";

/** How the words around a trigger present the happening, apart from who says it. */
export interface Factuality {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** What the grammar makes of it; claims and sources then decide the event's status. */
  readonly mode: "actual" | "planned" | "hypothetical" | "possible" | "alleged" | "negated";
  /** The words that decided it. */
  readonly cues: readonly EvidenceSpan[];
}

/** One happening as read at one or more places of one document, before claims give it a status. */
export interface EventDraft {
  readonly id: string;
  readonly type: EventType;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly quantity: readonly ExtractedQuantity[];
  readonly time?: ExtractedTime;
  readonly occurrences: readonly EventOccurrence[];
}

/** One place where the happening is told. */
export interface EventOccurrence {
  /** The clause that tells it. */
  readonly evidence: EvidenceSpan;
  /** Token index of the trigger word. */
  readonly trigger: number;
  readonly sentence: number;
  readonly factuality: Factuality;
  /** Frame row that fired, e.g. `ArmsTransfer.ship`. */
  readonly rule: string;
  readonly confidence: number;
}
