import type { NounPhrase, Phrase } from "./phrase.ts";
import type { TokenView } from "./token-view.ts";

/**
 * "Republic of Korea (ROK) President Yoon", "the Gulf Cooperation Council (GCC) member states": where brackets hold an acronym only and more of the noun phrase
 * follows, all of it is one phrase, headed by its last noun.
 */
export function joinAcronymAsides(view: TokenView, phrases: readonly Phrase[]): readonly Phrase[] {
  const joined: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const whole = aroundAcronym(view, phrases, at);
    if (!whole) {
      const phrase = phrases[at];
      if (phrase) joined.push(phrase);
      continue;
    }
    joined.push(whole);
    at += 4;
  }
  return joined;
}

function aroundAcronym(view: TokenView, phrases: readonly Phrase[], at: number): NounPhrase | undefined {
  const [left, open, acronym, close, right] = phrases.slice(at, at + 5);
  if (left?.kind !== "np" || open?.kind !== "bracket" || acronym?.kind !== "np" || close?.kind !== "bracket" || right?.kind !== "np")
    return undefined;
  if (view.lower(open.first) !== "(" || view.lower(close.first) !== ")") return undefined;
  if (acronym.last - acronym.first !== 1 || !/^\p{Lu}[\p{Lu}\d&.-]+s?$/u.test(view.tokens.norm[acronym.first] ?? "")) return undefined;
  // A name before the brackets, and behind them what it modifies: no determiner, number or day opens another phrase
  if (view.widest(left.head) === undefined || !/^(?:NNP?S?|JJ)$/.test(view.tag(right.first))) return undefined;
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yester|to)day$/.test(view.lower(right.first))) return undefined;
  return { kind: "np", first: left.first, last: right.last, head: right.head, possessive: right.possessive };
}
