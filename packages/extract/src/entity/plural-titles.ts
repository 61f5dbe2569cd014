import { RANKS, TITLE_HEADS } from "../mention/title-words.ts";
import { type TitleSpan, type TitleSurroundings, titleBeforeName } from "./title-spans.ts";

/** A plural title that a list of names shares, in its singular. */
export interface SharedTitle {
  readonly span: TitleSpan;
  readonly wording: string;
}

const singular = (word: string): string | undefined => {
  const bare = word.replace(/ies$/, "y").replace(/s$/, "");
  return bare !== word && TITLE_HEADS.has(bare.toLowerCase()) ? bare : undefined;
};

/**
 * "then Presidents Dmitry Medvedev and Barack Obama", "Foreign Ministers Wang Yi, Lavrov and Fidan", "Senators A and B": the plural title before the first
 * of a list of names belongs to each of them. `first` is the piece where one of the names begins.
 */
export function sharedTitle(around: TitleSurroundings, first: number, text: (from: number, to: number) => string): SharedTitle | undefined {
  const { pieces } = around;
  let at = first;
  // Leftwards over the names before this one and what joins them.
  for (let names = 0; names < 8; names++) {
    const head = pieces[at - 1];
    if (head?.kind === "word" && singular(head.text) !== undefined) break;
    let left = at - 1;
    while (/^(,|and)$/.test(pieces[left]?.key ?? "")) left--;
    if (left === at - 1 || !around.isPerson(left)) return undefined;
    while (left > 0 && around.isPerson(left - 1) && !pieces[left]?.lineStart) left--;
    at = left;
  }
  const head = pieces[at - 1];
  const one = head?.kind === "word" ? singular(head.text) : undefined;
  if (head === undefined || one === undefined || pieces[at]?.lineStart || RANKS.get(one.toLowerCase()) === false) return undefined;
  // The same walk as for a title in the singular finds what stands before its head.
  const asIfSingular = pieces.map((piece, index) => (index === at - 1 ? { ...piece, text: one, key: one.toLowerCase() } : piece));
  const span = titleBeforeName({ ...around, pieces: asIfSingular }, at);
  if (span === undefined) return undefined;
  return { span, wording: `${span.first < at - 1 ? `${text(span.first, at - 1)} ` : ""}${one}` };
}
