import { prepositionOf } from "../syntax/phrase.ts";
import type { SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { TALKED_OVER } from "./factuality-cues.ts";
import { DELIBERATING } from "./hearsay.ts";

const JOURNEYS = new Set("travel go fly visit come arrive return head depart leave gather assemble convene".split(" "));

/** The verb of going somewhere that a phrase of aim hangs on, past where and when one goes; -1 where none stands there. */
export function journeyBefore(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  for (let at = index; at >= 0 && index - at < 9; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "vg") return JOURNEYS.has(view.lemma(phrase.head)) ? at : -1;
    if (phrase?.kind !== "np" && phrase?.kind !== "prep" && phrase?.kind !== "adv") return -1;
  }
  return -1;
}

/** "negotiations on a sale of drones": talked over, not made. The noun of talking; -1 elsewhere. */
export function talkedOver(syntax: SentenceSyntax, index: number): number {
  const { view, phrases } = syntax;
  const link = phrases[index - 1];
  const host = phrases[index - 2];
  if (link?.kind !== "prep" || host?.kind !== "np" || !/^an?$/.test(view.lower(phrases[index]?.first ?? -1))) return -1;
  return DELIBERATING.has(view.lemma(host.head)) && TALKED_OVER.has(prepositionOf(view, link)) ? host.head : -1;
}
