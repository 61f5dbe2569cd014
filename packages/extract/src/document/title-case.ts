import type { EvidenceSpan, Region } from "../extraction.ts";

/** Share of the longer words outside names that must be capitalised. */
const TITLE_SHARE = 0.75;
/** Words of fewer letters are small in title case, too. */
const LONG = 4;

/**
 * The text with its title-case headlines in sentence case: "Serbia Denies Selling Shells to Ukraine" → "Serbia denies selling shells to Ukraine". Taggers take a
 * capital in mid-sentence for a proper noun, and miss the verbs of a headline. What lies in `names` keeps its capitals, and so do acronyms. Every character
 * stays at its offset.
 */
export function sentenceCase(text: string, regions: readonly Region[], names: readonly EvidenceSpan[]): string {
  const inName = (start: number): boolean => names.some((name) => name.start <= start && start < name.end);
  let changed = text;
  for (const region of regions) {
    if (region.kind !== "headline") continue;
    for (const line of text.slice(region.start, region.end).matchAll(/[^\r\n]+/g)) {
      const words = [...line[0].matchAll(/\p{L}[\p{L}’']*/gu)].map((match) => ({
        start: region.start + line.index + match.index,
        word: match[0],
      }));
      const free = words.slice(1).filter(({ start }) => !inName(start));
      const long = free.filter(({ word }) => word.length >= LONG);
      const capitalised = long.filter(({ word }) => /^\p{Lu}\p{Ll}/u.test(word));
      if (capitalised.length < 2 || capitalised.length < long.length * TITLE_SHARE) continue;
      for (const { start, word } of free) {
        const small = word.charAt(0).toLowerCase();
        if (/^\p{Lu}\p{Ll}/u.test(word) && small.length === 1) changed = changed.slice(0, start) + small + changed.slice(start + 1);
      }
    }
  }
  return changed;
}
