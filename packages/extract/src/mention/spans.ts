import type { MentionContext } from "./context.ts";

/** The pieces that a stretch of text covers, or `undefined` where it lies outside what is read. */
export function piecesIn(
  context: MentionContext,
  start: number,
  end: number,
): { readonly first: number; readonly last: number } | undefined {
  const { pieces } = context;
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < pieces.length && (pieces[last]?.start ?? 0) < end) last++;
  return last > low ? { first: low, last } : undefined;
}
