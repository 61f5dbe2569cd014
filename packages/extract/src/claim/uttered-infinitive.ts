import { isAdverb, isVerb, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** Adjectives, nouns and verbs whose infinitive has been carried out: "was careful to say", "took pains to stress", "hastened to add". */
const CARRIED_ADJECTIVE = /^(careful|quick|keen|forced|obliged|compelled|anxious|right|wrong|swift|bold|first|last|alone|among)$/;
const CARRIED_NOUN = /^(care|pains|opportunity|occasion|chance|time|liberty|trouble)$/;
const CARRIED_VERB = /^(hasten|rush|proceed|move|go|continue|venture|dare|choose|appear|seem|manage)$/;
const TRYING_VERB = /^(seek|try|attempt|strive|work|endeavour|endeavor|struggle)$/;
/** Verbs of talking somebody into something: to try them is to say it. */
const PERSUADING = /^(convince|persuade|dissuade|reassure|assure|pressure|press|pressurise|pressurize)$/;

/**
 * An infinitive of speech that was uttered, as a finite group with the subject of the verb that governs it: "was careful to say that", "took pains to stress",
 * "sought to convince the public that". `undefined` for speech that has not happened ("wants to say", "to condemn would be").
 */
export function utteredInfinitive(reading: Reading, group: VerbGroup): VerbGroup | undefined {
  if (group.form !== "infinitive") return undefined;
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined) return undefined;
  let to = group.head - 1;
  while (to > sentence.first && isAdverb(tagOf(reading, to))) to--;
  if (lowerOf(reading, to) !== "to") return undefined;
  const before = to - 1;
  if (before <= sentence.first) return undefined;
  const governor = governorOf(reading, before, sentence.first, lemmaOf(reading, group.head));
  if (governor === undefined) return undefined;
  const outer = verbGroupAt(reading, governor);
  if (outer.form !== "finite" || outer.negated || outer.modal !== undefined || outer.passive) return undefined;
  return { ...outer, head: group.head, last: group.last, passive: false };
}

function governorOf(reading: Reading, before: number, first: number, lemma: string): number | undefined {
  const word = lowerOf(reading, before);
  if (isVerb(tagOf(reading, before)) && !CARRIED_ADJECTIVE.test(word)) {
    const verb = lemmaOf(reading, before);
    return (PERSUADING.test(lemma) && TRYING_VERB.test(verb)) || (!PERSUADING.test(lemma) && CARRIED_VERB.test(verb)) ? before : undefined;
  }
  const adjective = CARRIED_ADJECTIVE.test(word);
  if (!adjective && !CARRIED_NOUN.test(word)) return undefined;
  for (let i = before - 1; i >= Math.max(first, before - 5); i--) {
    if (!isVerb(tagOf(reading, i))) continue;
    return (adjective ? /^(be|feel|'s|’s|is|was|were)$/ : /^(take|use|seize|go)$/).test(lemmaOf(reading, i)) ? i : undefined;
  }
  return undefined;
}
