import { toNormalForm } from "./normal-form.ts";

/** What the tokeniser knows of a token beyond its text. */
export const TOKEN_PLAIN = 0;
/** Ends in the full stop of an abbreviation that goes on. */
export const TOKEN_ABBREVIATION = 1;
/** Ends in the full stop of an abbreviation that ends its sentence too. */
export const TOKEN_FINAL_ABBREVIATION = 2;
/** A full stop, question mark, exclamation mark or dots. */
export const TOKEN_TERMINAL = 3;

/** Growable columns that the tokeniser fills from left to right. */
export interface TokenColumns {
  readonly start: number[];
  readonly end: number[];
  readonly norm: string[];
  readonly kind: number[];
  readonly spaceBefore: number[];
}

export function createColumns(): TokenColumns {
  return { start: [], end: [], norm: [], kind: [], spaceBefore: [] };
}

/** Appends the token `text.slice(start, end)`; a token that touches the one before has no space before it. */
export function pushToken(
  columns: TokenColumns,
  text: string,
  start: number,
  end: number,
  kind: number = TOKEN_PLAIN,
  norm?: string,
): void {
  const last = columns.end.length - 1;
  columns.spaceBefore.push(last < 0 || columns.end[last]! < start ? 1 : 0);
  columns.start.push(start);
  columns.end.push(end);
  columns.norm.push(norm ?? toNormalForm(text.slice(start, end)));
  columns.kind.push(kind);
}
