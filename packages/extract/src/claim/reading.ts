import { DEPENDENCY_LABELS, type Sentence, type Tokens, XPOS_TAGS } from "@chancery/nlp";
import type { AnnotatedDocument, Mention } from "../annotated-document.ts";
import type { RegionKind } from "../ontology.ts";
import type { NamedTogether } from "./collective.ts";
import type { CueMatch } from "./cue-match.ts";
import type { Subject } from "./subject.ts";

/** What speakers belong to. */
export interface SpeakerTies {
  /** States that their description names. */
  readonly states: readonly string[];
  /** Bodies in which they hold posts. */
  readonly bodies: readonly string[];
}

/** The annotated document with the look-ups that cue and speaker rules ask for again and again. Built once per document. */
export interface Reading {
  readonly annotated: AnnotatedDocument;
  readonly text: string;
  readonly tokens: Tokens;
  /** Lemma of each token in lower case; the word itself where it has none. */
  readonly lemmas: readonly string[];
  readonly sentences: readonly Sentence[];
  /** Index into `annotated.mentions` of the widest mention over a token that is headed there or names somebody; -1 for none. */
  readonly mentionAt: Int32Array;
  /** Index into `annotated.quotations` of the innermost quoted speech over a token; -1 outside. Scare quotes do not count (L28). */
  readonly quoteAt: Int32Array;
  /** Kind of region that a sentence lies in. */
  readonly regionOf: readonly RegionKind[];
  readonly parsed: boolean;
  /** Subjects found so far, by the main verb: every verb is asked for its subject many times. */
  readonly subjects: Map<number, Subject | undefined>;
  /** Cues found so far, by sentence: speakers outside and inside quotations are sought apart. */
  readonly cues: Map<number, readonly CueMatch[]>;
  /** People and states named together, by sentence, found so far. */
  readonly together: Map<number, readonly NamedTogether[]>;
  /** States and bodies that speakers belong to, by the speakers' ids, found so far. */
  readonly ties: Map<string, SpeakerTies>;
}

/** Builds the look-ups. Cost: linear in tokens and mentions. */
export function readDocument(annotated: AnnotatedDocument): Reading {
  const { tokens, sentences } = annotated.analysis;
  const mentionAt = new Int32Array(tokens.count).fill(-1);
  const width = (m: Mention): number => m.last - m.first;
  annotated.mentions.forEach((mention, index) => {
    for (let i = mention.first; i < mention.last; i++) {
      const held = mentionAt[i] as number;
      const rival = held < 0 ? undefined : annotated.mentions[held];
      if (rival === undefined || width(mention) > width(rival)) mentionAt[i] = index;
    }
  });
  const quoteAt = new Int32Array(tokens.count).fill(-1);
  annotated.quotations.forEach((quotation, index) => {
    if (quotation.kind === "scare") return;
    for (let i = firstTokenAt(tokens, quotation.inner.start); i < tokens.count && (tokens.end[i] as number) <= quotation.inner.end; i++) {
      const held = quoteAt[i] as number;
      if (held < 0 || (annotated.quotations[held]?.depth ?? 0) <= quotation.depth) quoteAt[i] = index;
    }
  });
  const lemmas: string[] = [];
  for (let i = 0; i < tokens.count; i++) lemmas.push((tokens.lemma[i] || tokens.lower[i] || "").toLowerCase());
  // Regions and sentences stand in text order
  const regions = annotated.document.regions;
  let next = 0;
  const regionOf = sentences.map((sentence): RegionKind => {
    const middle = Math.floor((sentence.start + sentence.end) / 2);
    while (next < regions.length && (regions[next]?.end ?? 0) <= middle) next++;
    const region = regions[next];
    return region !== undefined && region.start <= middle ? region.kind : "body";
  });
  return {
    subjects: new Map(),
    cues: new Map(),
    together: new Map(),
    ties: new Map(),
    annotated,
    text: annotated.document.text,
    tokens,
    lemmas,
    sentences,
    mentionAt,
    quoteAt,
    regionOf,
    parsed: annotated.analysis.layers.includes("parse"),
  };
}

/** First token that ends after `offset`; `tokens.count` when there is none. */
export function firstTokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Penn tag of a token, `""` out of range. */
export function tagOf(reading: Reading, i: number): string {
  return XPOS_TAGS[reading.tokens.tag[i] ?? -1] ?? "";
}

/** UD relation of a token to its head, `""` when there is no parse. */
export function labelOf(reading: Reading, i: number): string {
  return reading.parsed ? (DEPENDENCY_LABELS[reading.tokens.label[i] ?? -1] ?? "") : "";
}

export function lowerOf(reading: Reading, i: number): string {
  return reading.tokens.lower[i] ?? "";
}

/** Lemma in lower case; falls back on the word where the tagger left none. */
export function lemmaOf(reading: Reading, i: number): string {
  return reading.lemmas[i] ?? "";
}

export function mentionOver(reading: Reading, i: number): Mention | undefined {
  const index = reading.mentionAt[i] ?? -1;
  return index < 0 ? undefined : reading.annotated.mentions[index];
}

export const isVerb = (tag: string): boolean => tag.startsWith("VB") || tag === "MD";
export const isNoun = (tag: string): boolean => tag.startsWith("NN");
export const isAdverb = (tag: string): boolean => tag === "RB" || tag === "RBR" || tag === "RBS";
export const isQuoteMark = (word: string): boolean => /^["“”„‟«»]|''|``$/u.test(word);
export const isComma = (word: string): boolean => word === ",";

/** Dependants of `head`, in text order; empty without a parse. */
export function dependants(reading: Reading, head: number): readonly number[] {
  if (!reading.parsed) return [];
  const sentence = reading.sentences[reading.tokens.sentence[head] ?? -1];
  if (sentence === undefined) return [];
  const found: number[] = [];
  for (let i = sentence.first; i < sentence.last; i++) if (reading.tokens.head[i] === head) found.push(i);
  return found;
}
