export type { AnnotatedDocument, DocumentEntity, Mention } from "./annotated-document.ts";
export { type Collection, type CollectionOptions, readCollection } from "./collection/collection.ts";
export {
  type Contradiction,
  type Corroboration,
  contradictions,
  corroborations,
  type ReportingStatistics,
  reportingStatistics,
  reportsOf,
} from "./collection/collection-views.ts";
export type { CollectionDocument } from "./collection/entity-profile.ts";
export type { EventCluster } from "./collection/event-clusters.ts";
export type { MergeJudgement } from "./collection/merge-judgement.ts";
export type { DocumentMetadata } from "./document/make-document.ts";
export type { SourceDocument } from "./document/source-document.ts";
export { type DerivedOptions, emitDerived, emitJudgements } from "./emit/emit-derived.ts";
export { type EmitDocumentOptions, type ExtractionProvenance, emitDocument } from "./emit/emit-document.ts";
export { type EmitEntitiesOptions, emitEntities } from "./emit/emit-entities.ts";
export { emitShapes } from "./emit/emit-shapes.ts";
export { emitOntology, emitVocabulary } from "./emit/emit-vocabulary.ts";
export { createNaming, type Namespaces, type Naming } from "./emit/naming.ts";
export { type PloverCode, ploverOf } from "./emit/plover.ts";
export { extractionProvenance } from "./emit/provenance.ts";
export type { ExplainedClaim, ExplainedEvent, ExplainedMention, ExplainedToken, SentenceExplanation } from "./explain-sentences.ts";
export type {
  EvidenceSpan,
  ExtractedCategory,
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
export { loadBundledKnowledgeBase } from "./knowledge-base/bundled.ts";
export { type AliasConflict, findConflicts } from "./knowledge-base/conflicts.ts";
export { createKnowledgeBase, type KnowledgeBase, type KnowledgeFile, readKnowledgeFiles } from "./knowledge-base/knowledge-base.ts";
export { type KnowledgeRecord, knowledgeRecordSchema } from "./knowledge-base/schema.ts";
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
export { createExtractorFrom, type Extractor } from "./pipeline.ts";
