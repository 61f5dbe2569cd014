import { type Analyzer, loadEnglish } from "@chancery/nlp";
import type { AnnotatedDocument, Mention } from "../src/annotated-document.ts";
import { type DocumentMetadata, makeDocument } from "../src/document/make-document.ts";
import { annotate } from "../src/entity/annotate.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";
import type { KnowledgeBase } from "../src/knowledge-base/knowledge-base.ts";

const analyzer: Analyzer = await loadEnglish();
export const knowledgeBase: KnowledgeBase = await loadBundledKnowledgeBase();

/** Annotates a text; a single sentence is body text, not a headline. */
export function annotated(text: string, metadata: DocumentMetadata = {}): AnnotatedDocument {
  return annotate(makeDocument(text, metadata), { analyzer, knowledgeBase });
}

/** Mentions whose text is `surface`; with `nth`, the one of that rank. */
export function mentionsOf(document: AnnotatedDocument, surface: string): readonly Mention[] {
  return document.mentions.filter((mention) => mention.text === surface);
}

/** What `surface` stands for where it is first mentioned: entity id for known things, `Type:name` for new ones; `undefined` where it is no mention. */
export function linkOf(document: AnnotatedDocument, surface: string): string | undefined {
  const mention = mentionsOf(document, surface)[0];
  if (mention === undefined) return undefined;
  const entity = document.entities.get(mention.entity);
  return entity === undefined || entity.isNew ? `${mention.type}:${entity?.name}` : entity.id;
}

/** Every post of the document as "Person = title". */
export function postsOf(document: AnnotatedDocument): readonly string[] {
  return document.relations
    .filter((relation) => relation.type === "holdsPosition")
    .map(
      (relation) =>
        `${document.entities.get(relation.subject)?.name} = ${relation.acting === true ? "acting " : ""}${document.entities.get(relation.object)?.name}`,
    );
}

export const namesOf = (document: AnnotatedDocument, type: string): readonly string[] =>
  [...document.entities.values()].filter((entity) => entity.type === type).map((entity) => entity.name);
