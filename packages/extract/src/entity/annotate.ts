import { type Analyzer, findQuantities, findQuotations, findTimes } from "@chancery/nlp";
import type { AnnotatedDocument } from "../annotated-document.ts";
import type { SourceDocument } from "../document/source-document.ts";
import { sentenceCase } from "../document/title-case.ts";
import { repairEventWords } from "../event/syntax/repair-event-words.ts";
import { repairTags } from "../event/syntax/repair-tags.ts";
import { repairTimedVerbs } from "../event/syntax/repair-timed-verbs.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { MentionContext } from "../mention/context.ts";
import { findNames } from "../mention/find-names.ts";
import { cutPieces, type Piece } from "../mention/pieces.ts";
import { linkDocument } from "./link-document.ts";

export interface AnnotateContext {
  readonly analyzer: Analyzer;
  readonly knowledgeBase: KnowledgeBase;
}

/** Regions whose text is read for names. */
const READ = new Set(["headline", "caption", "body"]);

/**
 * Mentions, entities, posts and text structure of one document: everything that is known before events and claims are read.
 * Names are found first and given to the analyser as units, then linked with the help of its tags and trees. An empty document gives an empty result.
 */
export function annotate(document: SourceDocument, { analyzer, knowledgeBase }: AnnotateContext): AnnotatedDocument {
  const pieces: Piece[] = document.regions
    .filter((region) => READ.has(region.kind))
    .flatMap((region) => cutPieces(document.text, region.start, region.end));
  const context: MentionContext = { document, knowledge: knowledgeBase, pieces };
  const names = findNames(context);
  const fixedNames = names.drafts
    .filter(
      (draft) =>
        draft.kind === "name" &&
        draft.type !== "WeaponCategory" &&
        draft.type !== "Item" &&
        draft.type !== "Programme" &&
        draft.last - draft.first > 1 &&
        // "Task Force (CTF) 50": brackets are the parser's business.
        !pieces.slice(draft.first, draft.last).some((piece) => piece.key === "("),
    )
    .map((draft) => ({ start: (pieces[draft.first] as Piece).start, end: (pieces[draft.last - 1] as Piece).end }));
  const named = names.drafts.map((draft) => ({ start: (pieces[draft.first] as Piece).start, end: (pieces[draft.last - 1] as Piece).end }));
  const analysis = { ...analyzer.analyze(sentenceCase(document.text, document.regions, named), { fixedNames }), text: document.text };
  const quotations = findQuotations(analysis);
  const linked = linkDocument({ ...context, analysis }, names, quotations);
  return {
    document,
    analysis: repairEventWords(repairTimedVerbs(repairTags(analysis, linked.mentions)), linked.mentions),
    quotations,
    times: findTimes(analysis, /^\d{4}-\d{2}-\d{2}$/.test(document.published ?? "") ? { published: document.published as string } : {}),
    quantities: findQuantities(analysis),
    ...linked,
  };
}
