import type { Analysis } from "../document/analysis.ts";
import { DEPENDENCY_LABELS, labelIndex, XPOS_TAGS } from "../document/tags.ts";

/** What a verb group says about time, voice and finiteness. */
export interface VerbGroup {
  readonly tense: "past" | "present" | "future" | "none";
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly finiteness: "finite" | "infinitive" | "participle" | "gerund";
  /** Lemmas of modal auxiliaries, in text order. */
  readonly modals: readonly string[];
  /** Auxiliary tokens, in text order. */
  readonly auxiliaries: readonly number[];
}

const AUX = labelIndex("aux");
const AUX_PASS = labelIndex("aux:pass");
const COP = labelIndex("cop");
const MARK = labelIndex("mark");
const NSUBJ = labelIndex("nsubj");

/**
 * Tense, aspect, voice and finiteness of the verb at `token` with its auxiliaries; for a predicate nominal or adjective, of its copula. Auxiliaries that
 * a conjoined verb shares with the first are passed in by `shared`.
 */
export function verbGroup(analysis: Analysis, token: number, shared: readonly number[] = []): VerbGroup {
  const { tokens } = analysis;
  const auxiliaries = [...shared];
  let passive = false;
  let infinitive = false;
  let subject = false;
  const { first, last } = analysis.sentences[tokens.sentence[token]!]!;
  for (let i = first; i < last; i += 1) {
    if (tokens.head[i] !== token) continue;
    const label = tokens.label[i]!;
    if (label === AUX || label === AUX_PASS || label === COP) {
      auxiliaries.push(i);
      if (label === AUX_PASS) passive = true;
    } else if (label === NSUBJ) subject = true;
    else if (label === MARK && tokens.lower[i] === "to" && XPOS_TAGS[tokens.tag[i]!] === "TO") infinitive = true;
  }
  if (shared.some((i) => tokens.label[i] === AUX_PASS)) passive = true;
  const modals: string[] = [];
  let perfect = false;
  let progressive = false;
  for (const auxiliary of auxiliaries) {
    if (XPOS_TAGS[tokens.tag[auxiliary]!] === "MD") modals.push(tokens.lemma[auxiliary]!);
    else if (tokens.lemma[auxiliary] === "have") perfect = true;
    else if (tokens.lemma[auxiliary] === "be" && tokens.label[auxiliary] === AUX && XPOS_TAGS[tokens.tag[token]!] === "VBG")
      progressive = true;
  }
  let leading = XPOS_TAGS[tokens.tag[auxiliaries[0] ?? token]!]!;
  // Plural presents look like infinitives, and taggers take one for the other; a subject of its own makes the difference.
  if (leading === "VB" && auxiliaries.length === 0 && subject && !infinitive) leading = "VBP";
  const own = XPOS_TAGS[tokens.tag[token]!]!;
  const modal = modals[0];
  const tense =
    modal === "will" || modal === "shall"
      ? "future"
      : leading === "VBD"
        ? "past"
        : leading === "VBZ" || leading === "VBP" || leading === "MD"
          ? "present"
          : "none";
  const finiteness =
    tense !== "none" && !infinitive
      ? "finite"
      : infinitive || leading === "VB"
        ? "infinitive"
        : leading === "VBG" || own === "VBG"
          ? "gerund"
          : own === "VBN" || leading === "VBN"
            ? "participle"
            : "finite";
  // A bare participle without auxiliaries is passive in meaning (`missiles supplied by …`).
  if (auxiliaries.length === 0 && own === "VBN" && !subject) passive = true;
  return { tense: infinitive ? "none" : tense, perfect, progressive, passive, finiteness, modals, auxiliaries };
}

/** Number of a noun, pronoun or determiner by its tag and form; undefined where English does not say. */
export function grammaticalNumber(analysis: Analysis, token: number): "singular" | "plural" | undefined {
  const tag = XPOS_TAGS[analysis.tokens.tag[token]!];
  if (tag === "NN" || tag === "NNP") return "singular";
  if (tag === "NNS" || tag === "NNPS") return "plural";
  const lower = analysis.tokens.lower[token]!;
  if (/^(?:i|he|she|it|him|her|this|that|me|his|its|my|himself|herself|itself|myself)$/.test(lower)) return "singular";
  if (/^(?:we|they|us|them|these|those|our|their|ourselves|themselves)$/.test(lower)) return "plural";
  return undefined;
}

const UPOS: Readonly<Record<string, string>> = {
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  MD: "AUX",
  TO: "PART",
  DT: "DET",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  RB: "ADV",
  RBR: "ADV",
  RBS: "ADV",
  RP: "ADP",
  PRP: "PRON",
  PRP$: "PRON",
  CC: "CCONJ",
  CD: "NUM",
  EX: "PRON",
  FW: "X",
  PDT: "DET",
  POS: "PART",
  WDT: "PRON",
  WP: "PRON",
  WP$: "PRON",
  WRB: "ADV",
  UH: "INTJ",
  SYM: "SYM",
  LS: "X",
  ADD: "X",
  AFX: "X",
  GW: "X",
  XX: "X",
  $: "SYM",
};

/** Universal part of speech, derived from the tag and, where the tag leaves it open, from the relation. */
export function universalTag(analysis: Analysis, token: number): string {
  const { tokens } = analysis;
  const tag = XPOS_TAGS[tokens.tag[token]!]!;
  const label = DEPENDENCY_LABELS[tokens.label[token]!]!;
  if (tag.startsWith("VB")) return label === "aux" || label === "aux:pass" || label === "cop" ? "AUX" : "VERB";
  if (tag === "IN") return label === "mark" ? "SCONJ" : "ADP";
  if (tag === "TO") return label === "case" ? "ADP" : "PART";
  if (tag === "DT") return label === "nsubj" || label === "obj" || label === "obl" || label === "nsubj:pass" ? "PRON" : "DET";
  if (tag === "WDT" && label === "det") return "DET";
  if (tag === "RB" && tokens.lemma[token] === "not") return "PART";
  return UPOS[tag] ?? "PUNCT";
}
