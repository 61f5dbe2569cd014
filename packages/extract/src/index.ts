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
export { emitDerived, emitEntities, emitVocabulary } from "./emit/emit-derived.ts";
export { emitDocument } from "./emit/emit-document.ts";
export { createNaming, type Namespaces, type Naming } from "./emit/naming.ts";
export type { DocumentMetadata } from "./document/make-document.ts";
export { createKnowledgeBase, type KnowledgeBase, type KnowledgeFile, readKnowledgeFiles } from "./knowledge-base/knowledge-base.ts";
export { loadBundledKnowledgeBase } from "./knowledge-base/bundled.ts";
export { createExtractorFrom, type Extractor } from "./pipeline.ts";
