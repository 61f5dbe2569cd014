import { loadEnglish } from "@chancery/nlp";
import { describe, expect, it } from "vitest";
import type { ExtractedClaim, ExtractedEvent, ExtractedMention, ExtractedQuantity, Extraction } from "../../src/extraction.ts";
import { loadBundledKnowledgeBase } from "../../src/knowledge-base/bundled.ts";
import { createExtractorFrom, type Extractor } from "../../src/pipeline.ts";

/** One text of a requirement: the spec's own quote or an unseen paraphrase, and what must come out of it. */
export interface Sample {
  readonly text: string;
  /** Publication date, where the sample is to have one. */
  readonly published?: string;
  readonly gives: readonly Expectation[];
}

/** Something that must be found in an extraction (or, with `absent`, must not). */
export type Expectation =
  | { readonly kind: "event"; readonly absent: boolean; readonly event: WantedEvent }
  | { readonly kind: "claim"; readonly absent: boolean; readonly claim: WantedClaim }
  | { readonly kind: "mention"; readonly absent: boolean; readonly mention: WantedMention }
  | { readonly kind: "entity"; readonly absent: boolean; readonly type: string; readonly name: string }
  | { readonly kind: "relation"; readonly absent: boolean; readonly relation: WantedRelation }
  | { readonly kind: "conflict"; readonly says: string }
  | { readonly kind: "region"; readonly region: string; readonly text: string }
  | { readonly kind: "check"; readonly check: (extraction: Extraction, text: string) => void };

export interface WantedEvent {
  readonly type: string;
  /** Role → names of all its fillers; an empty list means that nobody may fill it. Roles not named may be anything. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly status?: string | readonly string[];
  readonly edtf?: string | null;
  readonly quantity?: readonly Partial<ExtractedQuantity>[];
  /** A part of the characters that tell of it. */
  readonly says?: string;
}

export interface WantedClaim {
  /** Part of the name of a speaker, or `document`. */
  readonly speaker?: string;
  readonly stance?: string | readonly string[];
  readonly certainty?: string;
  readonly polarity?: string;
  readonly quoteType?: string;
  readonly cue?: string;
  /** A part of the characters that make it. */
  readonly says?: string;
  /** Type of an event that is its content. */
  readonly content?: string;
  /** Part of the name of the speaker of the claim that it stands in. */
  readonly within?: string;
  readonly maxConfidence?: number;
  /** `utteredAt`, EDTF. */
  readonly uttered?: string;
}

export interface WantedMention {
  readonly text: string;
  /** Entity id, `Type:name` for things new to the knowledge base, or the name alone; left out, any. */
  readonly entity?: string;
  readonly use?: string;
  readonly kind?: string;
}

export interface WantedRelation {
  readonly type: string;
  readonly subject?: string;
  readonly object?: string;
  readonly acting?: boolean;
}

export const event = (type: string, roles: WantedEvent["roles"] = {}, more: Omit<WantedEvent, "type" | "roles"> = {}): Expectation => ({
  kind: "event",
  absent: false,
  event: { type, roles, ...more },
});
export const noEvent = (type: string, roles: WantedEvent["roles"] = {}, more: Omit<WantedEvent, "type" | "roles"> = {}): Expectation => ({
  kind: "event",
  absent: true,
  event: { type, roles, ...more },
});
export const claim = (claim: WantedClaim): Expectation => ({ kind: "claim", absent: false, claim });
export const noClaim = (claim: WantedClaim): Expectation => ({ kind: "claim", absent: true, claim });
export const mention = (text: string, entity?: string, more: Omit<WantedMention, "text" | "entity"> = {}): Expectation => ({
  kind: "mention",
  absent: false,
  mention: { text, ...(entity === undefined ? {} : { entity }), ...more },
});
export const noMention = (text: string, entity?: string): Expectation => ({
  kind: "mention",
  absent: true,
  mention: { text, ...(entity === undefined ? {} : { entity }) },
});
export const entity = (type: string, name: string): Expectation => ({ kind: "entity", absent: false, type, name });
export const noEntity = (type: string, name: string): Expectation => ({ kind: "entity", absent: true, type, name });
export const post = (subject: string, object: string, more: { readonly acting?: boolean } = {}): Expectation => ({
  kind: "relation",
  absent: false,
  relation: { type: "holdsPosition", subject, object, ...more },
});
export const noPost = (subject: string, object?: string): Expectation => ({
  kind: "relation",
  absent: true,
  relation: { type: "holdsPosition", subject, ...(object === undefined ? {} : { object }) },
});
export const conflict = (says: string): Expectation => ({ kind: "conflict", says });
export const region = (kind: string, text: string): Expectation => ({ kind: "region", region: kind, text });
export const check = (assert: (extraction: Extraction, text: string) => void): Expectation => ({ kind: "check", check: assert });

const extractor: Extractor = createExtractorFrom(...(await Promise.all([loadEnglish(), loadBundledKnowledgeBase()])));

/** Defines the tests of one requirement: one per sample, named after it. */
export function phenomenon(id: string, title: string, samples: readonly Sample[]): void {
  describe(`${id} ${title}`, () => {
    it.each(samples.map((sample) => [`${id} ${sample.text.replace(/\s+/g, " ").slice(0, 90)}`, sample] as const))("%s", (_name, sample) => {
      const extraction = extractor.extract(sample.text, sample.published === undefined ? {} : { published: sample.published });
      for (const wanted of sample.gives) verify(extraction, sample.text, wanted);
    });
  });
}

function verify(extraction: Extraction, text: string, wanted: Expectation): void {
  switch (wanted.kind) {
    case "event":
      report(
        wanted,
        wanted.absent,
        extraction.events.filter((found) => fitsEvent(extraction, text, found, wanted.event)).length,
        extraction.events.map((found) => printEvent(extraction, text, found)),
      );
      break;
    case "claim":
      report(
        wanted,
        wanted.absent,
        extraction.claims.filter((found) => fitsClaim(extraction, text, found, wanted.claim)).length,
        extraction.claims.map((found) => printClaim(extraction, text, found)),
      );
      break;
    case "mention": {
      const all = extraction.entities.flatMap((owner) =>
        owner.mentions.map((found) => ({ found, id: owner.id, type: owner.type, name: owner.name })),
      );
      const fits = all.filter(
        ({ found, id, type, name }) =>
          found.text === wanted.mention.text &&
          (wanted.mention.entity === undefined || [id, name, `${type}:${name}`].includes(wanted.mention.entity)) &&
          (wanted.mention.use === undefined || found.use === wanted.mention.use) &&
          (wanted.mention.kind === undefined || found.kind === wanted.mention.kind),
      );
      report(
        wanted,
        wanted.absent,
        fits.length,
        all.map(({ found, id, type, name }) => printMention(found, `${id} ${type}:${name}`)),
      );
      break;
    }
    case "entity": {
      const fits = extraction.entities.filter(
        ({ type, name, aliases }) => type === wanted.type && [name, ...aliases].some((known) => known === wanted.name),
      );
      report(
        wanted,
        wanted.absent,
        fits.length,
        extraction.entities.map(({ type, name }) => `${type}:${name}`),
      );
      break;
    }
    case "relation": {
      const { type, subject, object, acting } = wanted.relation;
      const fits = extraction.relations.filter(
        (found) =>
          found.type === type &&
          (subject === undefined || nameOf(extraction, found.subject) === subject) &&
          (object === undefined || nameOf(extraction, found.object).includes(object)) &&
          (acting === undefined || (found.acting ?? false) === acting),
      );
      report(
        wanted,
        wanted.absent,
        fits.length,
        extraction.relations.map(
          (found) =>
            `${nameOf(extraction, found.subject)} ${found.type} ${nameOf(extraction, found.object)}${found.acting ? " (acting)" : ""}`,
        ),
      );
      break;
    }
    case "conflict":
      report(
        wanted,
        false,
        extraction.conflicts.filter((found) => `${found.text} ${found.reason}`.includes(wanted.says)).length,
        extraction.conflicts.map((found) => `${found.text}: ${found.reason}`),
      );
      break;
    case "region":
      report(
        wanted,
        false,
        extraction.document.regions.filter(({ kind, start, end }) => kind === wanted.region && text.slice(start, end).includes(wanted.text))
          .length,
        extraction.document.regions.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
      );
      break;
    case "check":
      wanted.check(extraction, text);
      break;
    default:
      wanted satisfies never;
  }
}

function report(wanted: Expectation, absent: boolean, count: number, found: readonly string[]): void {
  const message = `${absent ? "never" : "wanted"} ${JSON.stringify(wanted)} among\n  ${found.join("\n  ")}`;
  if (absent) expect(count, message).toBe(0);
  else expect(count, message).toBeGreaterThan(0);
}

function nameOf(extraction: Extraction, id: string): string {
  return id === extraction.document.id ? "document" : (extraction.entities.find((found) => found.id === id)?.name ?? id);
}

const among = (value: string, wanted: string | readonly string[] | undefined): boolean =>
  wanted === undefined || (typeof wanted === "string" ? value === wanted : wanted.includes(value));

function fitsEvent(extraction: Extraction, text: string, found: ExtractedEvent, wanted: WantedEvent): boolean {
  if (found.type !== wanted.type || !among(found.status, wanted.status)) return false;
  if (wanted.says !== undefined && !found.evidence.some(({ start, end }) => text.slice(start, end).includes(wanted.says as string)))
    return false;
  for (const [role, names] of Object.entries(wanted.roles ?? {})) {
    const had = (found.roles[role] ?? []).map((id) => nameOf(extraction, id)).sort();
    if (had.length !== names.length || [...names].sort().some((name, index) => name !== had[index])) return false;
  }
  if (wanted.edtf !== undefined && (found.time?.edtf ?? null) !== wanted.edtf) return false;
  if (wanted.quantity === undefined) return true;
  const had = found.quantity ?? [];
  return (
    had.length === wanted.quantity.length &&
    wanted.quantity.every((quantity) =>
      had.some((one) => Object.entries(quantity).every(([key, value]) => one[key as keyof ExtractedQuantity] === value)),
    )
  );
}

function speakersOf(extraction: Extraction, found: ExtractedClaim): readonly string[] {
  return [...found.speaker, ...(found.onBehalfOf === undefined ? [] : [found.onBehalfOf])].map((id) => nameOf(extraction, id));
}

function fitsClaim(extraction: Extraction, text: string, found: ExtractedClaim, wanted: WantedClaim): boolean {
  const outer = extraction.claims.find(({ id }) => id === found.embeddedIn);
  return (
    (wanted.speaker === undefined || speakersOf(extraction, found).some((name) => name.includes(wanted.speaker as string))) &&
    among(found.stance, wanted.stance) &&
    (wanted.certainty === undefined || found.certainty === wanted.certainty) &&
    (wanted.polarity === undefined || found.polarity === wanted.polarity) &&
    (wanted.quoteType === undefined || found.quoteType === wanted.quoteType) &&
    (wanted.cue === undefined || found.cue?.text === wanted.cue) &&
    (wanted.says === undefined || evidenceOf(text, found).includes(wanted.says)) &&
    (wanted.content === undefined || found.content.some((id) => extraction.events.find((one) => one.id === id)?.type === wanted.content)) &&
    (wanted.within === undefined ||
      (outer !== undefined && speakersOf(extraction, outer).some((name) => name.includes(wanted.within as string)))) &&
    (wanted.maxConfidence === undefined || found.confidence <= wanted.maxConfidence) &&
    (wanted.uttered === undefined || found.utteredAt?.edtf === wanted.uttered)
  );
}

const evidenceOf = (text: string, found: ExtractedClaim): string =>
  found.evidence.map(({ start, end }) => text.slice(start, end)).join(" … ");

function printEvent(extraction: Extraction, text: string, found: ExtractedEvent): string {
  const roles = Object.entries(found.roles).map(([role, ids]) => `${role}=${ids.map((id) => nameOf(extraction, id)).join("+")}`);
  const span = found.evidence[0] ?? { start: 0, end: 0 };
  return [
    found.type,
    found.status,
    ...roles,
    ...(found.time === undefined ? [] : [`time=${found.time.edtf}`]),
    ...(found.quantity === undefined ? [] : [JSON.stringify(found.quantity)]),
    `“${text.slice(span.start, span.end)}”`,
  ].join(" ");
}

function printClaim(extraction: Extraction, text: string, found: ExtractedClaim): string {
  const content = found.content.map((id) => extraction.events.find((one) => one.id === id)?.type ?? id).join("+");
  return `${speakersOf(extraction, found).join("+")} ${found.stance} ${found.certainty} ${found.polarity} ${found.quoteType} cue=${found.cue?.text} [${content}] ${found.confidence}${found.embeddedIn === undefined ? "" : " embedded"}${found.utteredAt === undefined ? "" : ` at ${found.utteredAt.edtf}`} “${evidenceOf(text, found)}”`;
}

const printMention = (found: ExtractedMention, owner: string): string =>
  `${found.text} (${found.kind}, ${found.use ?? "no use"}) → ${owner}`;
