import type { SentenceSyntax } from "./sentence-syntax.ts";

/** Verbs by which a free relative clause gives a thing its name. */
const NAMING = new Set("be say call describe appear seem claim term believe suspect dub deem allege report".split(" "));

/** Head of the noun phrase that "what it said was …", "what appeared to be …", "what Delhi described as …" comes down to; -1 where it tells something else. */
export function namedByClause(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  let verbs = 0;
  for (let at = index + 1; at < Math.min(phrases.length, index + 7); at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "vg") {
      if (!NAMING.has(view.lemma(phrase.head))) return -1;
      verbs++;
    } else if (phrase?.kind === "np" && verbs > 0) return phrase.head;
    else if (
      phrase?.kind !== "np" &&
      phrase?.kind !== "adv" &&
      phrase?.kind !== "adj" &&
      !(phrase?.kind === "prep" && view.lower(phrase.first) === "as")
    )
      return -1;
  }
  return -1;
}
