/** UTF-16 offsets into the raw text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Tokens as struct of arrays, index = position in the document. Offsets are into the raw text: `text.slice(start[i], end[i])` is the raw token;
 * `norm[i]` is its normal form (`U. S.` → `U.S.`, `11, 000` → `11,000`, curly quotes → straight, NBSP → space).
 */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly norm: readonly string[];
  readonly lower: readonly string[];
  /** Index into `XPOS_TAGS` (Penn Treebank tags as UD English uses them). */
  readonly tag: Uint8Array;
  readonly lemma: readonly string[];
  /** Document-wide index of the syntactic head; -1 for a sentence's root, and everywhere when not parsed. */
  readonly head: Int32Array;
  /** Index into `DEPENDENCY_LABELS` (UD relations, subtypes `nsubj:pass`, `aux:pass`, `acl:relcl`, `compound:prt`, `nmod:poss`, `obl:unmarked` … kept). */
  readonly label: Uint8Array;
  /** Index of the token's sentence. */
  readonly sentence: Uint32Array;
  /** 1 where white space (or the start of the text) precedes the token. */
  readonly spaceBefore: Uint8Array;
}

/** A sentence or a line without a full stop (headline, caption, list item): tokens `[first, last)`. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** True where the segmenter cut an over-long sentence. */
  readonly cut: boolean;
  /** False for fragments: headlines, captions, list items, lines without closing punctuation. */
  readonly closed: boolean;
}

/** What `analyze` returns. Which layers ran is in `layers`; a layer that did not run leaves its columns at their zero values. */
export interface Analysis {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Span[];
  readonly layers: readonly ("segment" | "tag" | "parse")[];
}

/** Spans fixed before tagging: names that must be one unit and NNP (offsets must fall on token boundaries; others are ignored). */
export interface FixedName extends Span {
  readonly tag?: "NNP" | "NNPS" | "NN" | "NNS" | "JJ";
}
