import type { Analysis } from "@chancery/nlp";
import type { SourceDocument } from "../document/source-document.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { EntityType, MentionKind, MentionUse } from "../ontology.ts";
import type { Piece } from "./pieces.ts";

/** What the stages that find and link mentions look at. */
export interface MentionContext {
  readonly document: SourceDocument;
  readonly knowledge: KnowledgeBase;
  /** Pieces of all regions that are read (headline, caption, body), in order. */
  readonly pieces: readonly Piece[];
  /** Present from the second pass on, when tags and trees are there. */
  readonly analysis?: Analysis;
}

/** A place in the text that may be a mention, before the winners among overlapping ones are chosen. Pieces `[first, last)`. */
export interface MentionDraft {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly kind: MentionKind;
  /** Id in the knowledge base, or of a state body formed by pattern; absent for something known from the text alone. */
  readonly entity?: string;
  /** Canonical name of a new entity. */
  readonly name?: string;
  readonly country?: string;
  readonly broader?: readonly string[];
  readonly members?: readonly string[];
  /** Other readings of the same words, for the linker. */
  readonly readings?: readonly Reading[];
  readonly use?: MentionUse;
  readonly rule: string;
  readonly confidence: number;
  /** A descriptive phrase ("the war in Ukraine") that leaves the names inside it standing. */
  readonly transparent?: boolean;
  /** Half a piece of length each; default 0. */
  readonly priority?: number;
}

export interface Reading {
  readonly entity: string;
  readonly type: EntityType;
  readonly kind: "name" | "acronym" | "demonym" | "metonym" | "contextual";
}

/** The text of pieces `[first, last)`, as in the document. */
export function textOf(context: MentionContext, first: number, last: number): string {
  const from = context.pieces[first];
  const to = context.pieces[last - 1];
  return from === undefined || to === undefined ? "" : context.document.text.slice(from.start, to.end);
}

/** Their words joined by single spaces, hyphens kept tight: a name as people would write it. */
export function nameOf(context: MentionContext, first: number, last: number): string {
  return textOf(context, first, last)
    .replace(/\s+/gu, " ")
    .replace(/^(the|The|THE) /, "")
    .trim();
}
