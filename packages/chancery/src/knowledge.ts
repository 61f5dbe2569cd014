import type { Collection, ExtractedClaim, ExtractedEvent, Extraction } from "@chancery/extract";
import type { GraphEvidence, Knowledge, KnowledgeEntity } from "@chancery/graph";

/** A document with what was extracted from it: all that a knowledge graph is made of. */
export interface DocumentRecord {
  readonly text: string;
  readonly extraction: Extraction;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The plain data that graph projections read, from the records of a collection. Independent of their order.
 *
 * @param collection Where several documents report one happening, its events have the status that follows from all of them.
 */
export function toKnowledge(records: Iterable<DocumentRecord>, collection?: Pick<Collection, "clusters">): Knowledge {
  const joint = new Map(collection?.clusters.flatMap(({ events, status }) => events.map(({ event }) => [event, status] as const)));
  const sorted = [...records].sort((a, b) => compare(a.extraction.document.id, b.extraction.document.id));
  return {
    documents: sorted.map(({ extraction: { document } }) => ({
      id: document.id,
      ...(document.title === undefined ? {} : { title: document.title }),
      ...(document.published === undefined ? {} : { published: document.published }),
      ...(document.source === undefined ? {} : { source: document.source }),
    })),
    entities: mergeEntities(sorted),
    events: sorted.flatMap((record) => {
      const claims = claimsByEvent(record);
      return record.extraction.events.map((event) => ({
        id: event.id,
        type: event.type,
        status: joint.get(event.id) ?? event.status,
        roles: event.roles,
        ...(event.time?.earliest === undefined ? {} : { first: event.time.earliest }),
        ...(event.time?.latest === undefined ? {} : { last: event.time.latest }),
        ...(event.quantity === undefined ? {} : { quantity: event.quantity.map(({ text }) => text).join("; ") }),
        evidence: eventEvidence(record, event, claims.get(event.id) ?? []),
      }));
    }),
    relations: sorted.flatMap((record) =>
      record.extraction.relations.map((relation) => ({
        type: relation.type,
        subject: relation.subject,
        object: relation.object,
        ...(relation.from === undefined ? {} : { first: relation.from }),
        ...(relation.to === undefined ? {} : { last: relation.to }),
        evidence: relation.evidence.map((span) => quoted(record, span, [record.extraction.document.id])),
      })),
    ),
    claims: sorted.flatMap((record) =>
      record.extraction.claims.map((claim) => ({
        id: claim.id,
        speakers: claim.speaker,
        ...(claim.onBehalfOf === undefined ? {} : { onBehalfOf: claim.onBehalfOf }),
        ...(claim.addressee === undefined ? {} : { addressees: claim.addressee }),
        stance: claim.stance,
        certainty: claim.certainty,
        polarity: claim.polarity,
        quoteType: claim.quoteType,
        events: claim.content,
        about: claim.about,
        ...(claim.embeddedIn === undefined ? {} : { embeddedIn: claim.embeddedIn }),
        ...(claim.utteredAt?.earliest === undefined ? {} : { date: claim.utteredAt.earliest }),
        evidence: claimEvidence(record, claim),
      })),
    ),
  };
}

/** One description per id: documents may name an entity that the knowledge base lacks in different ways; the first name in code-point order is its label. */
function mergeEntities(records: readonly DocumentRecord[]): readonly KnowledgeEntity[] {
  const merged = new Map<string, KnowledgeEntity & { readonly aliases: readonly string[] }>();
  for (const { extraction } of records) {
    for (const entity of extraction.entities) {
      const seen = merged.get(entity.id);
      const label = seen === undefined || compare(entity.name, seen.label) < 0 ? entity.name : seen.label;
      const aliases = new Set([...(seen?.aliases ?? []), ...(seen === undefined ? [] : [seen.label]), entity.name, ...entity.aliases]);
      aliases.delete(label);
      merged.set(entity.id, {
        id: entity.id,
        type: seen === undefined || compare(entity.type, seen.type) < 0 ? entity.type : seen.type,
        label,
        aliases: [...aliases].sort(compare),
        attributes: {
          ...seen?.attributes,
          ...(entity.iso3 === undefined ? {} : { iso3: entity.iso3 }),
          ...(entity.wikidata === undefined ? {} : { wikidata: entity.wikidata }),
        },
      });
    }
  }
  return [...merged.values()].sort((a, b) => compare(a.id, b.id));
}

function claimsByEvent({ extraction }: DocumentRecord): ReadonlyMap<string, readonly ExtractedClaim[]> {
  const byEvent = new Map<string, ExtractedClaim[]>();
  for (const claim of extraction.claims) {
    for (const event of claim.content) {
      const claims = byEvent.get(event);
      if (claims === undefined) byEvent.set(event, [claim]);
      else claims.push(claim);
    }
  }
  return byEvent;
}

/** Who stands for an event: its claims, or the document itself where nobody else is credited. */
function eventEvidence(record: DocumentRecord, event: ExtractedEvent, claims: readonly ExtractedClaim[]): readonly GraphEvidence[] {
  if (claims.length > 0) return claims.flatMap((claim) => claimEvidence(record, claim));
  return event.evidence.map((span) => quoted(record, span, [record.extraction.document.id]));
}

function claimEvidence(record: DocumentRecord, claim: ExtractedClaim): readonly GraphEvidence[] {
  const date = claim.utteredAt?.earliest ?? record.extraction.document.published;
  return claim.evidence.map((span) => ({
    ...quoted(record, span, claim.speaker),
    stance: claim.stance,
    certainty: claim.certainty,
    polarity: claim.polarity,
    claim: claim.id,
    ...(date === undefined ? {} : { date }),
  }));
}

function quoted(
  { text, extraction }: DocumentRecord,
  { start, end }: { readonly start: number; readonly end: number },
  speakers: readonly string[],
): GraphEvidence {
  return { document: extraction.document.id, quote: text.slice(start, end), start, end, speakers };
}
