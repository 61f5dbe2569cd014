import { prepositionOf } from "./phrase.ts";
import { neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/** How many phrases an aside of examples may take up. */
const REACH = 9;

/** "36 countries, among them Russia and China, abstaining": the noun phrase before the aside that the comma at `comma` closes; -1 where none stands there. */
export function asideHost(syntax: SentenceSyntax, comma: number): number {
  const { phrases, view } = syntax;
  for (let at = comma - 1; at > Math.max(0, comma - REACH); at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "vg" || phrase?.kind === "stop") return -1;
    if (phrase?.kind !== "prep" || !/^(?:among|including|such as)$/.test(prepositionOf(view, phrase))) continue;
    const opening = neighbour(syntax, at, -1);
    const host = neighbour(syntax, opening, -1);
    return phrases[opening]?.kind === "comma" && phrases[host]?.kind === "np" ? host : -1;
  }
  return -1;
}
