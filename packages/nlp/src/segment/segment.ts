import type { Analysis, Sentence, Tokens } from "../document/analysis.ts";
import { type LineBreaks, splitParagraphs } from "./paragraphs.ts";
import { splitSentences } from "./sentences.ts";
import { createColumns, type TokenColumns } from "./token-columns.ts";
import { tokenise } from "./tokenise.ts";

export interface SegmentOptions {
  /**
   * What a single line break means: `hard` ends a paragraph, `soft` is a blank, `auto` (default) tells wrapped text from one paragraph a line, block by block.
   */
  readonly lineBreaks?: LineBreaks;
}

/**
 * Paragraphs, sentences and tokens of a text, with UTF-16 offsets into it; tags, heads and labels are zero, lemmas are the lowercase forms.
 * Never throws: any string is text. Time grows linearly with its length.
 */
export function segment(text: string, options: SegmentOptions = {}): Analysis {
  const paragraphs = splitParagraphs(text, options.lineBreaks ?? "auto");
  const columns = createColumns();
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    const first = columns.start.length;
    tokenise(text, paragraph.start, paragraph.end, columns);
    splitSentences(columns, text, first, columns.start.length, index, sentences);
  });
  return { text, tokens: toTokens(columns, sentences), sentences, paragraphs, layers: ["segment"] };
}

function toTokens(columns: TokenColumns, sentences: readonly Sentence[]): Tokens {
  const count = columns.start.length;
  const sentence = new Uint32Array(count);
  sentences.forEach((one, index) => {
    sentence.fill(index, one.first, one.last);
  });
  const lower = columns.norm.map((form) => form.toLowerCase());
  return {
    count,
    start: Uint32Array.from(columns.start),
    end: Uint32Array.from(columns.end),
    norm: columns.norm,
    lower,
    tag: new Uint8Array(count),
    lemma: lower,
    head: new Int32Array(count).fill(-1),
    label: new Uint8Array(count),
    sentence,
    spaceBefore: Uint8Array.from(columns.spaceBefore),
  };
}
