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

/** "China, which regards Taiwan as its territory, has refused": whom a relative clause in commas right before the verb hangs on; -1 where there is none. */
export function hostOfRelativeAside(syntax: SentenceSyntax, group: number): number {
  const { phrases } = syntax;
  const closing = neighbour(syntax, group, -1);
  if (phrases[closing]?.kind !== "comma") return -1;
  let verb = false;
  for (let at = closing - 1; at > 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "stop" || phrase?.kind === "bracket") return -1;
    if (phrase?.kind === "vg") verb = true;
    if (phrase?.kind !== "rel") continue;
    const opening = neighbour(syntax, at, -1);
    const host = neighbour(syntax, opening, -1);
    if (phrases[opening]?.kind === "comma") return verb && phrases[host]?.kind === "np" ? host : -1;
    // "the dam that Ethiopia has built": a relative clause inside the aside
    if (phrases[opening]?.kind !== "np") return -1;
  }
  return -1;
}

/** What an aside that describes its host may be made of, up to the comma that opens it. */
const DESCRIBING = new Set(["np", "prep", "adj", "adv", "cc", "quote"]);

/**
 * "Kim, general secretary of the party and president of the commission, on Friday received", "Seoul, long reluctant to arm Kyiv, in 2023 sold": whom an aside
 * describes whose last noun phrase, at `last`, stands behind a conjunction or an infinitive (at `before`); -1 where names are listed rather than described.
 */
export function hostOfApposition(syntax: SentenceSyntax, last: number, before: number): number {
  const { phrases, view } = syntax;
  const link = phrases[before];
  if (!(link?.kind === "cc" || (link?.kind === "vg" && link.form === "infinitive"))) return -1;
  let first = last;
  for (let at = last - 1; at > 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "comma") {
      const host = neighbour(syntax, at, -1);
      const opening = phrases[first];
      const describes =
        opening?.kind === "adj" || opening?.kind === "adv" || (opening?.kind === "np" && /^NNS?$/.test(view.tag(opening.head)));
      return describes && phrases[host]?.kind === "np" ? host : -1;
    }
    if (phrase === undefined || !(DESCRIBING.has(phrase.kind) || (phrase.kind === "vg" && phrase.form === "infinitive"))) return -1;
    first = at;
  }
  return -1;
}
