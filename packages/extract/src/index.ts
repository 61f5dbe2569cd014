export type { AnnotatedDocument, DocumentEntity, Mention } from "./annotated-document.ts";
export type { SourceDocument } from "./document/source-document.ts";
export type {
  EvidenceSpan,
  ExtractedClaim,
  ExtractedConflict,
  ExtractedDocument,
  ExtractedEntity,
  ExtractedEvent,
  ExtractedMention,
  ExtractedQuantity,
  ExtractedRelation,
  ExtractedTime,
  Extraction,
  Region,
} from "./extraction.ts";
export {
  ENTITY_TYPES,
  type EntityType,
  EVENT_STATUSES,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  RELATION_TYPES,
  type RelationType,
  STANCE_FAMILIES,
  type Stance,
} from "./ontology.ts";
