import { lookupWord } from "../model/word-map.ts";
import { createParserScratch, type ParserModel, type ParserScratch, parseUnits } from "../parse/parser.ts";
import { type SegmentOptions, segment } from "../segment/segment.ts";
import { lemmaOf } from "../tag/lemma.ts";
import { createTaggerScratch, reserveWords, type TaggerModel, type TaggerScratch, tagWords } from "../tag/tagger.ts";
import { createVerbBias } from "../tag/verb-lexicon.ts";
import { fillWordColumns } from "../tag/word-columns.ts";
import type { Analysis, FixedName } from "./analysis.ts";
import { type NameUnit, resolveFixedNames } from "./fixed-names.ts";
import { labelIndex, XPOS_TAGS } from "./tags.ts";

/** What to compute, and what is already known about the text. */
export interface AnalyzeOptions extends SegmentOptions {
  /** Names that are one unit: their tags are forced, and the parser sees each as one word. Spans that do not fall on token boundaries are ignored. */
  readonly fixedNames?: readonly FixedName[];
  /** Last layer to run. Default: all that were loaded. */
  readonly layers?: "segment" | "tag" | "parse";
}

/** A loaded model. Stateless for its user: the same text always gives the same analysis. */
export interface Analyzer {
  /** Sentences, tokens, tags, lemmas and dependency trees of `text`. Any string is text; time grows linearly with its length. */
  readonly analyze: (text: string, options?: AnalyzeOptions) => Analysis;
  /** Adds tags, lemmas and trees to a segmented text, for example one whose tokens were corrected. */
  readonly annotate: (segmented: Analysis, options?: Omit<AnalyzeOptions, "lineBreaks">) => Analysis;
}

/** An analyser over models in memory; `loadEnglish` is the usual way to get one. Without a parser, heads stay -1. */
export function createAnalyzer(models: { readonly tagger: TaggerModel; readonly parser?: ParserModel }): Analyzer {
  const tagger: TaggerModel = { bias: createVerbBias(), ...models.tagger };
  const { parser } = models;
  const clusters = tagger.lexicon.clusters;
  const known = (word: string): boolean => lookupWord(clusters, word, 0) !== 0;
  const annotate: Analyzer["annotate"] = (segmented, options = {}) => {
    if (options.layers === "segment") return segmented;
    const { tokens, sentences } = segmented;
    const fixed = new Int8Array(tokens.count).fill(-1);
    const names = resolveFixedNames(segmented, options.fixedNames ?? [], fixed);
    const tag = new Uint8Array(tokens.count);
    const head = new Int32Array(tokens.count).fill(-1);
    const label = new Uint8Array(tokens.count);
    const scratch = createTaggerScratch();
    const parse = parser !== undefined && options.layers !== "tag";
    const units = parse ? createUnitParser(parser, tagger, scratch, tokens.norm, tag, head, label) : undefined;
    let nextName = 0;
    for (const sentence of sentences) {
      tagWords(tagger, scratch, tokens.norm, sentence.first, sentence.last, tag, fixed);
      const firstName = nextName;
      while (nextName < names.length && names[nextName]!.first < sentence.last) nextName += 1;
      units?.(sentence.first, sentence.last, names.slice(firstName, nextName));
    }
    const lemma = Array.from(tokens.norm, (form, i) => lemmaOf(form, tokens.lower[i]!, XPOS_TAGS[tag[i]!]!, known));
    return {
      ...segmented,
      tokens: { ...tokens, tag, lemma, head, label },
      layers: parse ? ["segment", "tag", "parse"] : ["segment", "tag"],
    };
  };
  return {
    annotate,
    analyze: (text, options = {}) => annotate(segment(text, options), options),
  };
}

const COMPOUND = labelIndex("compound");
const FLAT = labelIndex("flat");

/** Parses a sentence, with each name as one unit, into the document's columns. */
function createUnitParser(
  parser: ParserModel,
  tagger: TaggerModel,
  scratch: TaggerScratch,
  forms: readonly string[],
  tag: Uint8Array,
  head: Int32Array,
  label: Uint8Array,
): (first: number, last: number, names: readonly NameUnit[]) => void {
  let parserScratch: ParserScratch | undefined;
  return (first, last, names) => {
    let unitTokens: number[] | undefined;
    let tags: ArrayLike<number> = tag;
    let tagsFrom = first;
    if (names.some((name) => name.last - name.first > 1)) {
      unitTokens = [];
      let name = 0;
      for (let i = first; i < last; i += 1) {
        while (name < names.length && names[name]!.last <= i) name += 1;
        const inside = names[name];
        if (inside === undefined || i < inside.first || i === inside.head) unitTokens.push(i);
        else {
          head[i] = inside.head;
          label[i] = i < inside.head ? COMPOUND : FLAT;
        }
      }
      const unitForms = unitTokens.map((token) => forms[token]!);
      reserveWords(scratch, unitForms.length);
      fillWordColumns(scratch.words, unitForms, 0, unitForms.length, tagger.lexicon);
      tags = unitTokens.map((token) => tag[token]!);
      tagsFrom = 0;
    }
    parserScratch ??= createParserScratch(scratch.words);
    const state = parseUnits(parser, parserScratch, scratch.words, tags, tagsFrom);
    for (let i = 0; i < state.count; i += 1) {
      const token = unitTokens === undefined ? first + i : unitTokens[i]!;
      const at = state.head[i]!;
      head[token] = at === state.count ? -1 : unitTokens === undefined ? first + at : unitTokens[at]!;
      label[token] = state.label[i]!;
    }
  };
}
