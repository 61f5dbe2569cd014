import type { Phrase } from "./phrase.ts";
import type { TokenView } from "./token-view.ts";

/** Phrases that an adverbial between auxiliary and participle may take: "has, in the last 24 hours, shelled". */
const REACH = 7;

/**
 * "The North has since last year shipped rounds": the auxiliary that the verb group at `group` belongs to, where nothing but adverbials and
 * preposition phrases part the two; -1 where none does. A bare "has" with no object right behind it has no meaning of its own.
 */
export function splitAuxiliary(phrases: readonly Phrase[], view: TokenView, group: number): number {
  const verb = phrases[group];
  if (verb?.kind !== "vg" || !/^VB[DN]$/.test(view.tag(verb.first)) || verb.passive) return -1;
  let parted = false;
  for (let at = group - 1; at >= 0 && group - at <= REACH; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "adv" || phrase?.kind === "comma") continue;
    if (phrase?.kind === "prep") {
      parted = true;
      continue;
    }
    if (phrase?.kind === "np" && phrases[at - 1]?.kind === "prep") continue;
    if (phrase?.kind !== "vg" || phrase.form !== "finite" || view.lemma(phrase.head) !== "have" || !parted) return -1;
    // Only an object would make "has" a verb of its own, and the preposition right behind it leaves room for none.
    return phrases[at + 1]?.kind === "prep" || (phrases[at + 1]?.kind === "comma" && phrases[at + 2]?.kind === "prep") ? at : -1;
  }
  return -1;
}
