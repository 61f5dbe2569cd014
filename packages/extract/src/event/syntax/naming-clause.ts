import { SPEECH_VERBS } from "../factuality/factuality-cues.ts";
import type { SentenceSyntax } from "./sentence-syntax.ts";

/** Verbs of naming: "what Delhi described as", "what it called". */
const NAMING: ReadonlySet<string> = new Set(["call", "describe", "term", "dub", "label", "regard", "consider", "view", "deem", "see"]);
const MAPS = new WeakMap<SentenceSyntax, ReadonlySet<number>>();

/**
 * Phrases of the free relatives by which somebody else's word for a thing is put into a clause: "test-fired [what it said was] a cruise missile on Sunday", "struck [what Delhi
 * described as] nine sites". What stands behind them belongs to the verb before.
 */
export function namingClauses(syntax: SentenceSyntax): ReadonlySet<number> {
  const known = MAPS.get(syntax);
  if (known) return known;
  const found = new Set<number>();
  const { phrases, view } = syntax;
  phrases.forEach((phrase, at) => {
    if (view.lower(phrase.first) !== "what" || phrases[at + 1]?.kind !== "np" || at === 0) return;
    const naming = phrases[at + 2];
    if (naming?.kind !== "vg" || naming.form !== "finite") return;
    const lemma = view.lemma(naming.head);
    const next = phrases[at + 3];
    const copula = next?.kind === "vg" && view.lemma(next.head) === "be";
    if (!NAMING.has(lemma) && !(SPEECH_VERBS.has(lemma) && copula)) return;
    for (let index = at; index <= at + (copula ? 3 : 2); index++) found.add(index);
  });
  MAPS.set(syntax, found);
  return found;
}
