import type {
  ExtractedClaim,
  ExtractedConflict,
  ExtractedEntity,
  ExtractedEvent,
  ExtractedMention,
  ExtractedRelation,
  Region,
} from "@chancery/extract";
import type { PageRecord } from "./embedded-data.ts";

/** Something that the reading of a document found at some characters. */
export type Annotation =
  | { readonly kind: "mention"; readonly key: string; readonly mention: ExtractedMention; readonly entity: ExtractedEntity }
  | { readonly kind: "event"; readonly key: string; readonly event: ExtractedEvent }
  | { readonly kind: "claim"; readonly key: string; readonly claim: ExtractedClaim }
  | { readonly kind: "cue"; readonly key: string; readonly claim: ExtractedClaim }
  | { readonly kind: "relation"; readonly key: string; readonly relation: ExtractedRelation }
  | { readonly kind: "conflict"; readonly key: string; readonly conflict: ExtractedConflict }
  | { readonly kind: "region"; readonly key: string; readonly region: Region };
export type AnnotationKind = Annotation["kind"];

export interface PlacedAnnotation {
  readonly start: number;
  readonly end: number;
  readonly annotation: Annotation;
}

/** A stretch of text that the same annotations cover throughout. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Widest first. */
  readonly annotations: readonly Annotation[];
  /** Whether one of them starts here. */
  readonly begins: boolean;
}

/** Everything found in a document, by place; spans that do not lie in the text are left out. */
export function annotationsOf({ text, extraction }: PageRecord): readonly PlacedAnnotation[] {
  const placed: PlacedAnnotation[] = [];
  const add = (span: { readonly start: number; readonly end: number }, annotation: Annotation): void => {
    if (span.start >= 0 && span.end <= text.length && span.start < span.end) placed.push({ start: span.start, end: span.end, annotation });
  };
  for (const region of extraction.document.regions ?? []) {
    if (region.kind !== "body") add(region, { kind: "region", key: `region ${region.start}`, region });
  }
  for (const claim of extraction.claims) {
    for (const span of claim.evidence) add(span, { kind: "claim", key: claim.id, claim });
    if (claim.cue !== undefined) add(claim.cue, { kind: "cue", key: `cue ${claim.id}`, claim });
  }
  for (const event of extraction.events) for (const span of event.evidence) add(span, { kind: "event", key: event.id, event });
  for (const relation of extraction.relations) {
    for (const span of relation.evidence)
      add(span, { kind: "relation", key: `${relation.type} ${relation.subject} ${relation.object}`, relation });
  }
  extraction.conflicts.forEach((conflict, index) => {
    for (const span of conflict.evidence) add(span, { kind: "conflict", key: `conflict ${index}`, conflict });
  });
  for (const entity of extraction.entities) {
    for (const mention of entity.mentions) add(mention, { kind: "mention", key: `${entity.id} ${mention.start}`, mention, entity });
  }
  return placed.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Cuts a text wherever an annotation begins or ends. The pieces put together are the text, character by character.
 * Sweeps once over the sorted bounds: O(n log n + output).
 */
export function segmentText(text: string, placed: readonly PlacedAnnotation[]): readonly Segment[] {
  const bounds = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: PlacedAnnotation[] = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    open = open.filter((item) => item.end > start);
    let begins = false;
    while (next < placed.length && placed[next]!.start <= start) {
      begins = true;
      open.push(placed[next++]!);
    }
    const annotations = [...open].sort((a, b) => b.end - b.start - (a.end - a.start)).map(({ annotation }) => annotation);
    segments.push({ start, end, text: text.slice(start, end), annotations, begins });
  }
  return segments;
}
