import type { Analysis, Quantity, Quotation, TimeExpression } from "@chancery/nlp";
import type { Voice } from "./claim/voice.ts";
import type { SourceDocument } from "./document/source-document.ts";
import type { ExtractedConflict, ExtractedRelation } from "./extraction.ts";
import type { EntityType, MentionKind, MentionUse } from "./ontology.ts";

/** Something the document talks about, before mentions are collected under it. */
export interface DocumentEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly iso3?: string;
  readonly wikidata?: string;
  readonly broader?: readonly string[];
  /** Ids of the entities a collective stands for ("the allies" → three states). */
  readonly members?: readonly string[];
  /** Entity id of the state that a body, force or person belongs to, where known. */
  readonly country?: string;
  /** Entity id of the armed group that a person or post leads or speaks for. */
  readonly leads?: string;
  /** Known only from this text. */
  readonly isNew: boolean;
}

/** One place in the text that refers to one entity. Mentions never overlap, except that a nominal or title may enclose names. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Tokens `[first, last)` of the analysis. */
  readonly first: number;
  readonly last: number;
  /** Index of the syntactic head token. */
  readonly head: number;
  readonly sentence: number;
  readonly entity: string;
  readonly type: EntityType;
  readonly kind: MentionKind;
  readonly use?: MentionUse;
  /** Which rule linked it, and why: `metonym.subject-of-speech`, `acronym.defined-in-text`, … */
  readonly rule: string;
  /** 0–1. */
  readonly confidence: number;
}

/**
 * Everything the text stages know before events and claims are read: the output of `annotate`, the input of `findEvents` and `findClaims`.
 * Arrays are sorted by `start`.
 */
export interface AnnotatedDocument {
  readonly document: SourceDocument;
  readonly analysis: Analysis;
  readonly quotations: readonly Quotation[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  /** By id. */
  readonly entities: ReadonlyMap<string, DocumentEntity>;
  /** Names, acronyms, demonyms, metonyms, and the nominals and pronouns that coreference resolved. */
  readonly mentions: readonly Mention[];
  /** Posts and memberships read from titles and appositions. */
  readonly relations: readonly ExtractedRelation[];
  readonly conflicts: readonly ExtractedConflict[];
  /** The state whose office issued the text, where its letterhead or headline says so. */
  readonly home?: string;
  /** Whom a title names as signers that is known from the metadata only. */
  readonly signers?: readonly string[];
  /** Whose words the body is, once it has been read (`withFirstPerson`). */
  readonly voice?: Voice;
}
