import { isComma, isVerb, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { nounPhraseFrom, phraseAround, type Subject } from "./subject.ts";
import type { VerbGroup } from "./verb-group.ts";

/** Subject after the verb: `said Burns`, `said Capt. Christophe Cluzel, commander of Forbin`. The caller has seen that content precedes. */
export function invertedSubject(reading: Reading, group: VerbGroup, limit: number): Subject | undefined {
  const phrase = nounPhraseFrom(reading, group.last, limit);
  if (phrase === undefined) return undefined;
  const phrases = [phrase];
  let at = phrase.last;
  // A title with prepositions before the name: the name is the speaker.
  while (at < limit && tagOf(reading, at) === "IN" && /^\p{Lu}/u.test(reading.tokens.norm[at + 1] ?? "")) {
    const next = nounPhraseFrom(reading, at + 1, limit);
    if (next === undefined) break;
    if (mentionOver(reading, next.head)?.type === "Person") phrases[0] = next;
    at = next.last;
  }
  // "said the Spanish foreign minister, Ana Ruiz": the name is in the apposition.
  const named = isComma(lowerOf(reading, at)) ? nounPhraseFrom(reading, at + 1, limit) : undefined;
  const holder = mentionOver(reading, phrases[0]?.head ?? phrase.head);
  const name = named === undefined ? undefined : mentionOver(reading, named.head);
  if (named !== undefined && name?.type === "Person" && name.kind === "name" && (holder === undefined || holder.kind !== "name"))
    phrases[0] = named;
  if (lowerOf(reading, at) === "and") {
    const other = nounPhraseFrom(reading, at + 1, limit);
    if (other !== undefined) phrases.push(other);
  }
  return { phrases, first: group.first, how: "inverted" };
}

/** The phrase after `by` of a passive: `was praised by X`. */
export function agentOf(reading: Reading, group: VerbGroup, limit: number): Subject | undefined {
  for (let i = group.last; i < Math.min(limit, group.last + 12); i++) {
    if (lowerOf(reading, i) === "by") {
      const phrase = nounPhraseFrom(reading, i + 1, limit);
      return phrase === undefined ? undefined : { phrases: [phrase], first: phrase.first, how: "agent" };
    }
    if (isComma(lowerOf(reading, i)) || isVerb(tagOf(reading, i))) return undefined;
  }
  return undefined;
}

/** "With the two sides agreeing to", "with Seoul accusing the North of": whoever stands between "with" and the participle does it. */
export function absoluteSubject(reading: Reading, group: VerbGroup, first: number): Subject | undefined {
  if (group.form !== "participle" || tagOf(reading, group.head) !== "VBG" || group.first !== group.head) return undefined;
  const phrase = phraseAround(reading, group.first - 1, first, group.first);
  if (phrase === undefined || phrase.last !== group.first || lowerOf(reading, phrase.first - 1) !== "with") return undefined;
  return { phrases: [phrase], first: phrase.first, how: "chunk" };
}
