import { lookupWord } from "../model/word-map.ts";
import type { NeuralModel } from "../neural/neural-model.ts";
import { createNeuralParser, type NeuralParser } from "../neural/neural-parser.ts";
import { type SegmentOptions, segment } from "../segment/segment.ts";
import { lemmaOf } from "../tag/lemma.ts";
import { reconcileTags } from "../tag/reconcile-tags.ts";
import { createTaggerScratch, reserveWords, type TaggerModel, type TaggerScratch, tagWords } from "../tag/tagger.ts";
import { createVerbLexicon } from "../tag/verb-lexicon.ts";
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
export function createAnalyzer(models: { readonly tagger: TaggerModel; readonly parser?: NeuralModel }): Analyzer {
  const tagger: TaggerModel = { verbs: createVerbLexicon(), ...models.tagger };
  // One kernel and its memory for the analyser's life: setting them up costs as much as parsing a page.
  const parser =
    models.parser === undefined
      ? undefined
      : createNeuralParser(models.parser, { ...(tagger.verbs === undefined ? {} : { verbs: tagger.verbs }) });
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
    const units = parse
      ? createUnitParser(parser, tagger, scratch, tokens.norm, {
          tag,
          head,
          label,
          fixed,
        })
      : undefined;
    let nextName = 0;
    for (const sentence of sentences) {
      tagWords(tagger, scratch, tokens.norm, sentence.first, sentence.last, tag, fixed);
      const firstName = nextName;
      while (nextName < names.length && names[nextName]!.first < sentence.last) nextName += 1;
      if (units === undefined) continue;
      units(sentence.first, sentence.last, names.slice(firstName, nextName));
      reconcileTags({ lower: tokens.lower, tag, head, label }, fixed, sentence.first, sentence.last);
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

/** Columns that parsing fills in; `fixed` tags stay. */
interface ParsedColumns {
  readonly tag: Uint8Array;
  readonly head: Int32Array;
  readonly label: Uint8Array;
  readonly fixed: Int8Array;
}

/** Parses a sentence, with each name as one unit, into the document's columns. The parser also has the last word on tags. */
function createUnitParser(
  parser: NeuralParser,
  tagger: TaggerModel,
  scratch: TaggerScratch,
  forms: readonly string[],
  { tag, head, label, fixed }: ParsedColumns,
): (first: number, last: number, names: readonly NameUnit[]) => void {
  return (first, last, names) => {
    if (!names.some((name) => name.last - name.first > 1)) {
      const parse = parser.parse(scratch.words, tag, first, fixed);
      for (let i = 0; i < last - first; i += 1) {
        head[first + i] = parse.heads[i + 1]! === 0 ? -1 : first + parse.heads[i + 1]! - 1;
        label[first + i] = parse.labels[i + 1]!;
        tag[first + i] = parse.tags[i + 1]!;
      }
      return;
    }
    const units: number[] = [];
    let name = 0;
    for (let i = first; i < last; i += 1) {
      while (name < names.length && names[name]!.last <= i) name += 1;
      const inside = names[name];
      if (inside === undefined || i < inside.first || i === inside.head) units.push(i);
      else {
        head[i] = inside.head;
        label[i] = i < inside.head ? COMPOUND : FLAT;
      }
    }
    const unitForms = units.map((token) => forms[token]!);
    reserveWords(scratch, unitForms.length);
    fillWordColumns(scratch.words, unitForms, 0, unitForms.length, tagger.lexicon);
    const parse = parser.parse(
      scratch.words,
      units.map((token) => tag[token]!),
      0,
      units.map((token) => fixed[token]!),
    );
    units.forEach((token, i) => {
      head[token] = parse.heads[i + 1]! === 0 ? -1 : units[parse.heads[i + 1]! - 1]!;
      label[token] = parse.labels[i + 1]!;
      tag[token] = parse.tags[i + 1]!;
    });
  };
}
