import type { Analyzer } from "@chancery/nlp";
import type { AnnotatedDocument, DocumentEntity, Mention } from "./annotated-document.ts";
import { deriveStatus } from "./claim/event-status.ts";
import { findClaims } from "./claim/find-claims.ts";
import { withFirstPerson } from "./claim/first-person.ts";
import { introduceSpeakers } from "./claim/introduce-speakers.ts";
import { withTitleSigners } from "./claim/title-signers.ts";
import { type DocumentMetadata, makeDocument } from "./document/make-document.ts";
import { ploverOf } from "./emit/plover.ts";
import { annotate } from "./entity/annotate.ts";
import type { EventDraft } from "./event/event-draft.ts";
import { readEvents } from "./event/find-events.ts";
import { explainSentences, type SentenceExplanation } from "./explain-sentences.ts";
import type { ExtractedCategory, ExtractedClaim, ExtractedEntity, ExtractedEvent, Extraction } from "./extraction.ts";
import type { KnowledgeBase } from "./knowledge-base/knowledge-base.ts";
import type { EventStatus } from "./ontology.ts";

export interface Extractor {
  /**
   * Entities, relations, events and attributed claims of one text, as the data contract's extraction JSON. The same text, metadata and knowledge base give the same bytes.
   *
   * @throws ChanceryError `document.binary`, `document.too-large`, `document.invalid-date`.
   */
  extract(text: string, metadata?: DocumentMetadata): Extraction;
  /** The stages' intermediate result, for printers and explanation. */
  annotate(text: string, metadata?: DocumentMetadata): AnnotatedDocument;
  /** How every sentence was read: words, tags, mentions, events and claims, each with the rule behind it. Costs what `extract` costs. */
  explain(text: string, metadata?: DocumentMetadata): readonly SentenceExplanation[];
}

/**
 * An extractor over one analyser and one knowledge base. This is the only place that knows the order of the stages.
 */
export function createExtractorFrom(analyzer: Analyzer, knowledgeBase: KnowledgeBase): Extractor {
  const read = (text: string, metadata: DocumentMetadata): AnnotatedDocument =>
    annotate(makeDocument(text, metadata), { analyzer, knowledgeBase });
  const annotateText = (text: string, metadata: DocumentMetadata = {}): AnnotatedDocument => {
    const { published } = metadata;
    const source = withTitleSigners(read(text, metadata), (title) => read(title, published === undefined ? {} : { published }));
    return withFirstPerson(introduceSpeakers(source));
  };
  return {
    annotate: annotateText,
    extract: (text, metadata) => {
      const { events, annotated } = readEvents(annotateText(text, metadata));
      const claims = findClaims(annotated, events);
      return assemble(withKnownEntities(annotated, claims, knowledgeBase), events, claims, deriveStatus(annotated, events, claims));
    },
    explain: (text, metadata) => {
      const { events, annotated } = readEvents(annotateText(text, metadata));
      const claims = findClaims(annotated, events);
      return explainSentences(withKnownEntities(annotated, claims, knowledgeBase), events, claims);
    },
  };
}

/**
 * The document with the entities that it does not name itself: the state that a signed statement speaks for, and the wider categories of its arms and goods up to
 * the top of the tree, so that a query for missiles finds a Hwasong-18.
 */
function withKnownEntities(
  annotated: AnnotatedDocument,
  claims: readonly ExtractedClaim[],
  knowledgeBase: KnowledgeBase,
): AnnotatedDocument {
  const entities = new Map(annotated.entities);
  const add = (id: string): void => {
    const known = entities.has(id) ? undefined : knowledgeBase.entities.get(id);
    if (known === undefined) return;
    const { type, name, aliases, iso3, wikidata, broader } = known;
    entities.set(id, {
      id,
      type,
      name,
      aliases,
      broader,
      isNew: false,
      ...(iso3 === undefined ? {} : { iso3 }),
      ...(wikidata === undefined ? {} : { wikidata }),
    });
  };
  for (const { speaker, onBehalfOf, addressee = [], about } of claims) {
    for (const id of [...speaker, ...addressee, ...about, ...(onBehalfOf === undefined ? [] : [onBehalfOf])]) add(id);
  }
  for (const { broader = [] } of entities.values()) broader.forEach(add);
  return { ...annotated, entities };
}

/** Puts the stages' results together: events with their status, and every entity that is mentioned or plays a part. */
export function assemble(
  annotated: AnnotatedDocument,
  drafts: readonly EventDraft[],
  claims: readonly ExtractedClaim[],
  statuses: ReadonlyMap<string, EventStatus>,
): Extraction {
  const { document } = annotated;
  const events = drafts.map((draft): ExtractedEvent => {
    const status = statuses.get(draft.id) ?? "asserted";
    const plover = ploverOf({ type: draft.type, status, roles: draft.roles })?.root;
    return {
      id: draft.id,
      type: draft.type,
      roles: draft.roles,
      ...(draft.quantity.length > 0 ? { quantity: draft.quantity } : {}),
      ...(draft.time === undefined ? {} : { time: draft.time }),
      status,
      ...(plover === undefined ? {} : { plover }),
      evidence: draft.occurrences.map(({ evidence }) => evidence),
      rule: [...new Set(draft.occurrences.map(({ rule }) => rule))].join(" "),
    };
  });
  const entities = collectEntities(annotated, events, claims);
  const categories = widerCategories(annotated, entities);
  return {
    document: {
      id: document.id,
      sha256: document.sha256,
      ...(document.title === undefined ? {} : { title: document.title }),
      ...(document.published === undefined ? {} : { published: document.published }),
      ...(document.source === undefined ? {} : { source: document.source }),
      ...(document.language === undefined ? {} : { language: document.language }),
      regions: document.regions,
    },
    entities,
    relations: annotated.relations,
    events,
    claims,
    conflicts: annotated.conflicts,
    ...(categories.length === 0 ? {} : { categories }),
  };
}

/** What `broader` leads to from the entities, as far as it is none of them itself. */
function widerCategories(annotated: AnnotatedDocument, entities: readonly ExtractedEntity[]): readonly ExtractedCategory[] {
  const own = new Set(entities.map(({ id }) => id));
  const wider = new Set(entities.flatMap(({ broader = [] }) => broader));
  // A set hands out what is added while it is walked.
  for (const id of wider) for (const parent of annotated.entities.get(id)?.broader ?? []) wider.add(parent);
  return [...wider]
    .filter((id) => !own.has(id))
    .sort()
    .flatMap((id): ExtractedCategory[] => {
      const category = annotated.entities.get(id);
      return category === undefined ? [] : [describe(id, category)];
    });
}

function describe(id: string, { type, name, aliases, iso3, wikidata, broader = [] }: DocumentEntity): ExtractedCategory {
  return {
    id,
    type,
    name,
    aliases,
    ...(iso3 === undefined ? {} : { iso3 }),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(broader.length === 0 ? {} : { broader }),
  };
}

/** Entities in order of first mention; those without one (members of a collective, posts) follow by id. */
function collectEntities(
  annotated: AnnotatedDocument,
  events: readonly ExtractedEvent[],
  claims: readonly ExtractedClaim[],
): readonly ExtractedEntity[] {
  const used = new Set<string>(annotated.mentions.map(({ entity }) => entity));
  const use = (ids: readonly string[]): void => {
    for (const id of ids) if (annotated.entities.has(id)) used.add(id);
  };
  for (const event of events) Object.values(event.roles).forEach(use);
  for (const claim of claims)
    [claim.speaker, claim.about, claim.addressee ?? [], claim.onBehalfOf === undefined ? [] : [claim.onBehalfOf]].forEach(use);
  for (const relation of annotated.relations) use([relation.subject, relation.object]);
  const mentionsOf = new Map<string, Mention[]>();
  for (const mention of annotated.mentions) {
    const list = mentionsOf.get(mention.entity);
    if (list === undefined) mentionsOf.set(mention.entity, [mention]);
    else list.push(mention);
  }
  const firstMention = (id: string): number => mentionsOf.get(id)?.[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return [...used]
    .sort((a, b) => firstMention(a) - firstMention(b) || (a < b ? -1 : 1))
    .flatMap((id): ExtractedEntity[] => {
      const entity = annotated.entities.get(id);
      if (entity === undefined) return [];
      return [
        {
          ...describe(id, entity),
          mentions: (mentionsOf.get(id) ?? []).map(({ start, end, text, kind, use: usedAs, rule }) => ({
            start,
            end,
            text,
            kind,
            ...(usedAs === undefined ? {} : { use: usedAs }),
            rule,
          })),
        },
      ];
    });
}
