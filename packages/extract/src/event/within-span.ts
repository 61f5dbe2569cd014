/** Those that begin from `start` and end by `end`, of a list in the order of the text: found by halves, for every event of a long document asks. */
export function withinSpan<T extends { readonly start: number; readonly end: number }>(
  list: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? start) >= start) high = middle;
    else low = middle + 1;
  }
  const found: T[] = [];
  for (let at = low; at < list.length; at++) {
    const one = list[at] as T;
    if (one.start > end) break;
    if (one.end <= end) found.push(one);
  }
  return found;
}
