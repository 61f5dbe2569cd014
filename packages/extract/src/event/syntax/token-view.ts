import { type Analysis, DEPENDENCY_LABELS, type Sentence, type Tokens, XPOS_TAGS } from "@chancery/nlp";
import type { Mention } from "../../annotated-document.ts";

/** Read access to one document's tokens, tree and mentions, as the event stage asks for them. Out-of-range indexes answer with empty values. */
export interface TokenView {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly parsed: boolean;
  tag(token: number): string;
  lower(token: number): string;
  lemma(token: number): string;
  /** Head of the token in its tree; -1 at the root, outside, or where there is no parse. */
  head(token: number): number;
  label(token: number): string;
  children(token: number): readonly number[];
  /** The widest mention that covers the token. */
  widest(token: number): Mention | undefined;
  /** All mentions that cover the token, widest first. */
  covering(token: number): readonly Mention[];
}

const NONE: readonly number[] = [];
const NO_MENTIONS: readonly Mention[] = [];

/** Lemmas that taggers and rule lemmatisers disagree on, brought to one form. */
const LEMMA_REPAIR: ReadonlyMap<string, string> = new Map([
  ["cooperating", "cooperate"],
  ["co-operate", "cooperate"],
  ["co-operation", "cooperation"],
  ["met", "meet"],
  ["held", "hold"],
  ["sold", "sell"],
  ["bought", "buy"],
  ["sent", "send"],
  ["sought", "seek"],
  ["struck", "strike"],
  ["armaments", "arms"],
  ["programme", "program"],
  ["defence", "defense"],
  ["licence", "license"],
]);

const OPPOSING = /^(?:anti|counter|contra)$/;

/** Does "anti-" or "counter-" stand before the token, as a token of its own or as part of it? */
const isOpposed = (tokens: Tokens, token: number): boolean =>
  (/^[-‐‑–]$/.test(tokens.lower[token - 1] ?? "") && OPPOSING.test(tokens.lower[token - 2] ?? "")) ||
  /^(?:anti|counter)[-‐‑]/.test(tokens.lower[token] ?? "");

/** The view of an analysed document and its mentions, which must be in the order of the text. */
export function viewTokens(analysis: Analysis, mentions: readonly Mention[]): TokenView {
  const { tokens, sentences } = analysis;
  const parsed = analysis.layers.includes("parse");
  const childLists: (number[] | undefined)[] = new Array(tokens.count);
  if (parsed) {
    for (let token = 0; token < tokens.count; token++) {
      const head = tokens.head[token] ?? -1;
      if (head < 0) continue;
      const list = childLists[head];
      if (list) list.push(token);
      else childLists[head] = [token];
    }
  }
  const coverLists: (Mention[] | undefined)[] = new Array(tokens.count);
  for (const mention of mentions) {
    // "Anti-Houthi forces shelled the port", "counter-ISIS operations": whoever is fought takes no part in what those do
    if (isOpposed(tokens, mention.first)) continue;
    // "Iran funds Hamas": what the tagger knows as a finite verb is no thing
    if (
      mention.last - mention.first === 1 &&
      (mention.type === "Item" || mention.type === "WeaponCategory") &&
      /^VB[ZDP]$/.test(XPOS_TAGS[tokens.tag[mention.first] ?? 0] ?? "")
    )
      continue;
    for (let token = mention.first; token < mention.last; token++) {
      const list = coverLists[token];
      if (list) list.push(mention);
      else coverLists[token] = [mention];
    }
  }
  for (const list of coverLists) list?.sort((a, b) => b.last - b.first - (a.last - a.first));
  const tagOf = (token: number): string => {
    const tag = XPOS_TAGS[tokens.tag[token] ?? 0] ?? "XX";
    // "Beijing" is no gerund, the "arms embargo on South Sudan" no verb
    const whole = tag.startsWith("VB") ? coverLists[token]?.[0] : undefined;
    if (isProperName(whole)) return "NNP";
    if (whole?.kind === "nominal" && whole.head === token && whole.first < token) return "NN";
    // "a decree imposing sanctions": imposing is what it does, not how it looks
    return tag === "JJ" && tokens.lower[token] === "imposing" && MEASURES.has(tokens.lower[token + 1] ?? "") ? "VBG" : tag;
  };
  const lemmaOf = (token: number): string => {
    const lower = tokens.lower[token] ?? "";
    const lemma = (tokens.lemma[token] ?? "").toLowerCase() || lower;
    return LEMMA_REPAIR.get(lower) ?? LEMMA_REPAIR.get(lemma) ?? lemma;
  };
  // Every rule asks for tags and lemmas of the same words: read once.
  const tags: string[] = [];
  const lemmas: string[] = [];
  for (let token = 0; token < tokens.count; token++) {
    tags.push(tagOf(token));
    lemmas.push(lemmaOf(token));
  }
  const noTag = tagOf(-1);
  return {
    tokens,
    sentences,
    mentions,
    parsed,
    tag: (token) => tags[token] ?? noTag,
    lower: (token) => tokens.lower[token] ?? "",
    lemma: (token) => lemmas[token] ?? "",
    head: (token) => (parsed ? (tokens.head[token] ?? -1) : -1),
    label: (token) => (parsed ? (DEPENDENCY_LABELS[tokens.label[token] ?? 0] ?? "dep") : ""),
    children: (token) => childLists[token] ?? NONE,
    widest: (token) => coverLists[token]?.[0],
    covering: (token) => coverLists[token] ?? NO_MENTIONS,
  };
}

const MEASURES = new Set([
  "sanctions",
  "new",
  "additional",
  "an",
  "a",
  "restrictions",
  "tariffs",
  "measures",
  "further",
  "economic",
  "export",
]);

const isProperName = (mention: Mention | undefined): boolean =>
  mention !== undefined &&
  (mention.kind === "name" || mention.kind === "metonym") &&
  (mention.type === "State" || mention.type === "Territory" || mention.type === "Place" || mention.type === "Person");

/** Is the part of speech (Penn Treebank) that of a noun or name? */
export const isNounTag = (tag: string): boolean => tag.startsWith("NN");
/** Is the part of speech (Penn Treebank) that of a verb or modal? */
export const isVerbTag = (tag: string): boolean => tag.startsWith("VB") || tag === "MD";
