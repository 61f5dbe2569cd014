import { DEPENDENCY_LABELS, XPOS_TAGS } from "@chancery/nlp";
import type { AnnotatedDocument, Mention } from "./annotated-document.ts";
import { type Attestation, attest, STATUS_RULES, statusOf } from "./claim/event-status.ts";
import type { EventDraft, EventOccurrence, Factuality } from "./event/event-draft.ts";
import type { EvidenceSpan, ExtractedClaim, ExtractedRelation } from "./extraction.ts";
import {
  type EntityType,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  type MentionKind,
  type MentionUse,
  type RegionKind,
} from "./ontology.ts";

/** Words of the text with their UTF-16 offsets. */
export interface Words extends EvidenceSpan {
  readonly text: string;
}

/** Somebody or something by id and name; a literal of a role has itself for both. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** How one sentence was read, stage by stage: what became of it, by which rule, from which words. */
export interface SentenceExplanation extends Words {
  /** Number of the sentence in the document, from 1. */
  readonly number: number;
  readonly region: RegionKind;
  readonly tokens: readonly ExplainedToken[];
  readonly mentions: readonly ExplainedMention[];
  /** Dates and times, with what they were resolved to (EDTF) and against what. */
  readonly times: readonly (Words & { readonly edtf?: string; readonly anchor: string })[];
  readonly quantities: readonly (Words & { readonly kind: string; readonly unit?: string; readonly min?: number; readonly max?: number })[];
  readonly quotations: readonly (Words & { readonly kind: string })[];
  readonly relations: readonly ExplainedRelation[];
  readonly events: readonly ExplainedEvent[];
  readonly claims: readonly ExplainedClaim[];
}

export interface ExplainedToken extends Words {
  readonly lemma: string;
  /** Penn Treebank tag. */
  readonly tag: string;
  /** Number of the head within the sentence, from 1; 0 for the root. */
  readonly head: number;
  /** Universal Dependencies relation to the head. */
  readonly relation: string;
}

export interface ExplainedMention extends Words {
  readonly entity: Named & { readonly type: EntityType };
  readonly kind: MentionKind;
  readonly use?: MentionUse;
  /** The rule that linked it. */
  readonly rule: string;
  readonly confidence: number;
}

export interface ExplainedRelation {
  readonly type: string;
  readonly subject: Named;
  readonly object: Named;
  readonly rule?: string;
  readonly words: readonly Words[];
}

export interface ExplainedEvent {
  readonly id: string;
  readonly type: EventType;
  readonly trigger: Words;
  /** The clause that tells it. */
  readonly evidence: Words;
  /** The frame row that fired. */
  readonly rule: string;
  readonly confidence: number;
  /** What the grammar around the trigger makes of it, and the words that decided so. */
  readonly factuality: Omit<Factuality, "cues"> & { readonly cues: readonly Words[] };
  readonly roles: readonly {
    readonly role: string;
    readonly filler: Named;
    /** Where the text names the filler: in the sentence, else the nearest place before; absent for literals and what is nowhere named. */
    readonly words?: Words;
    /** The words are in this sentence. */
    readonly here: boolean;
  }[];
  /** The event's status in the document, the rule that gave it, and all that the rule looked at, in every sentence. */
  readonly status: {
    readonly status: EventStatus;
    readonly rule: string;
    /** What the rule says. */
    readonly says: string;
    readonly attestations: readonly { readonly kind: Attestation["kind"]; readonly by: readonly Named[]; readonly byActor: boolean }[];
  };
}

export interface ExplainedClaim
  extends Pick<ExtractedClaim, "id" | "stance" | "certainty" | "polarity" | "quoteType" | "rule" | "confidence"> {
  readonly speakers: readonly Named[];
  readonly onBehalfOf?: Named;
  readonly addressees: readonly Named[];
  readonly cue?: Words;
  /** Ids of the events that it is about, and of claims within it. */
  readonly content: readonly string[];
  readonly evidence: readonly Words[];
}

/** Explains every sentence of a document from what its stages made; nothing is read anew. */
export function explainSentences(
  annotated: AnnotatedDocument,
  events: readonly EventDraft[],
  claims: readonly ExtractedClaim[],
): readonly SentenceExplanation[] {
  const { document, analysis } = annotated;
  const words = ({ start, end }: EvidenceSpan): Words => ({ start, end, text: document.text.slice(start, end) });
  const named = (id: string): Named => ({
    id,
    name: annotated.entities.get(id)?.name ?? (id === document.id ? (document.title ?? id) : id),
  });
  const attestations = attest(annotated, events, claims);
  const eventOf = (event: EventDraft, occurrence: EventOccurrence): ExplainedEvent =>
    explainEvent(annotated, event, occurrence, attestations.get(event.id) ?? [], words, named);

  return analysis.sentences.map((sentence, index): SentenceExplanation => {
    const overlaps = (span: EvidenceSpan): boolean => span.start < sentence.end && sentence.start < span.end;
    return {
      number: index + 1,
      ...words(sentence),
      region: document.regions.find((region) => region.start <= sentence.start && sentence.start < region.end)?.kind ?? "body",
      tokens: explainTokens(annotated, sentence.first, sentence.last),
      mentions: annotated.mentions
        .filter((mention) => mention.sentence === index)
        .map(({ start, end, entity, type, kind, use, rule, confidence }) => ({
          ...words({ start, end }),
          entity: { ...named(entity), type },
          kind,
          ...(use === undefined ? {} : { use }),
          rule,
          confidence,
        })),
      times: annotated.times
        .filter(overlaps)
        .map(({ start, end, edtf, anchor }) => ({ ...words({ start, end }), ...(edtf === undefined ? {} : { edtf }), anchor })),
      quantities: annotated.quantities.filter(overlaps).map(({ start, end, kind, unit, min, max }) => ({
        ...words({ start, end }),
        kind,
        ...(unit === undefined ? {} : { unit }),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      })),
      quotations: annotated.quotations.filter(overlaps).map(({ start, end, kind }) => ({ ...words({ start, end }), kind })),
      relations: annotated.relations
        .filter(({ evidence }) => evidence.some(overlaps))
        .map(({ type, subject, object, rule, evidence }: ExtractedRelation) => ({
          type,
          subject: named(subject),
          object: named(object),
          ...(rule === undefined ? {} : { rule }),
          words: evidence.filter(overlaps).map(words),
        })),
      events: events.flatMap((event) =>
        event.occurrences.filter((occurrence) => occurrence.sentence === index).map((occurrence) => eventOf(event, occurrence)),
      ),
      claims: claims
        .filter(({ cue, evidence }) => (cue === undefined ? evidence.some(overlaps) : overlaps(cue)))
        .map(
          ({
            id,
            speaker,
            onBehalfOf,
            addressee = [],
            stance,
            certainty,
            polarity,
            quoteType,
            cue,
            content,
            evidence,
            rule,
            confidence,
          }) => ({
            id,
            speakers: speaker.map(named),
            ...(onBehalfOf === undefined ? {} : { onBehalfOf: named(onBehalfOf) }),
            addressees: addressee.map(named),
            stance,
            certainty,
            polarity,
            quoteType,
            ...(cue === undefined ? {} : { cue: words(cue) }),
            content,
            evidence: evidence.map(words),
            rule,
            confidence,
          }),
        ),
    };
  });
}

function explainTokens({ analysis, document }: AnnotatedDocument, first: number, last: number): readonly ExplainedToken[] {
  const { tokens } = analysis;
  return Array.from({ length: last - first }, (_, offset): ExplainedToken => {
    const i = first + offset;
    const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
    const head = tokens.head[i] ?? -1;
    return {
      start,
      end,
      text: document.text.slice(start, end),
      lemma: tokens.lemma[i] ?? "",
      tag: XPOS_TAGS[tokens.tag[i] ?? 0] ?? "XX",
      head: head < 0 ? 0 : head - first + 1,
      relation: DEPENDENCY_LABELS[tokens.label[i] ?? 0] ?? "dep",
    };
  });
}

function explainEvent(
  annotated: AnnotatedDocument,
  event: EventDraft,
  occurrence: EventOccurrence,
  told: readonly Attestation[],
  words: (span: EvidenceSpan) => Words,
  named: (id: string) => Named,
): ExplainedEvent {
  const { tokens } = annotated.analysis;
  const at = tokens.start[occurrence.trigger] ?? occurrence.evidence.start;
  const { status, rule } = statusOf(told);
  const { cues, ...factuality } = occurrence.factuality;
  return {
    id: event.id,
    type: event.type,
    trigger: words({ start: at, end: tokens.end[occurrence.trigger] ?? at }),
    evidence: words(occurrence.evidence),
    rule: occurrence.rule,
    confidence: occurrence.confidence,
    factuality: { ...factuality, cues: cues.map(words) },
    roles: rolesInOrder(event).flatMap(([role, fillers]) =>
      fillers.map((id) => {
        const mention = nearestMention(annotated.mentions, id, occurrence, at);
        return {
          role,
          filler: named(id),
          ...(mention === undefined ? {} : { words: words(mention) }),
          here: mention?.sentence === occurrence.sentence,
        };
      }),
    ),
    status: {
      status,
      rule,
      says: STATUS_RULES.find(({ id }) => id === rule)?.says ?? "Nobody attests it.",
      attestations: told.map(({ kind, sides, byActor }) => ({ kind, by: sides.map(named), byActor })),
    },
  };
}

/** Core roles first, as the ontology lists them; those that all events may have follow. */
function rolesInOrder({ type, roles }: EventDraft): readonly (readonly [role: string, fillers: readonly string[]])[] {
  const order: readonly string[] = [...EVENT_TYPES[type].core, ...EVENT_TYPES[type].roles];
  const rank = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length);
  return Object.entries(roles).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** The mention of an entity that an occurrence most likely means: in its clause, else in its sentence, else the last one before, each nearest to the trigger. */
function nearestMention(mentions: readonly Mention[], entity: string, occurrence: EventOccurrence, at: number): Mention | undefined {
  const rank = (mention: Mention): number => {
    if (mention.sentence !== occurrence.sentence) return mention.start < at ? 2 : 3;
    return mention.start >= occurrence.evidence.start && mention.end <= occurrence.evidence.end ? 0 : 1;
  };
  const distance = (mention: Mention): number => Math.abs(mention.start - at);
  return mentions
    .filter((mention) => mention.entity === entity)
    .reduce<Mention | undefined>((best, mention) => {
      if (best === undefined) return mention;
      const step = rank(mention) - rank(best) || distance(mention) - distance(best);
      return step < 0 ? mention : best;
    }, undefined);
}
