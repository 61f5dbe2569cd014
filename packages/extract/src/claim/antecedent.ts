import { wordTable } from "../word-table.ts";
import { ACTOR_TYPES } from "./complement.ts";
import { lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import type { NounPhrase } from "./subject.ts";

/** How far back, in tokens, "the spokesman" may have been introduced. */
const INTRODUCED_WITHIN = 120;

/** "The spokesman warned" after "A spokesman for the Foreign Ministry gave an answer": the one introduced, or the body that this one speaks for. */
export function introducedBefore(reading: Reading, phrase: NounPhrase): string | undefined {
  const word = lowerOf(reading, phrase.head);
  if (!/^(the|this|that)$/.test(lowerOf(reading, phrase.first)) || phrase.last - phrase.first !== 2) return undefined;
  if (!/^(spokes(man|woman|person)|official|minister|ambassador|envoy|commander|general|officer|diplomat|representative)$/.test(word))
    return undefined;
  for (let i = phrase.first - 1; i >= Math.max(0, phrase.first - INTRODUCED_WITHIN); i--) {
    if (lowerOf(reading, i) !== word) continue;
    const known = mentionOver(reading, i);
    if (known?.type === "Person") return known.entity;
    if (!/^(for|of)$/.test(lowerOf(reading, i + 1))) continue;
    for (let k = i + 2; k < i + 7; k++) {
      const body = mentionOver(reading, k);
      if (body !== undefined && ACTOR_TYPES.has(body.type)) return body.entity;
    }
  }
  return undefined;
}

/** Definite nouns that name what kind of body was last spoken of, with the types of entity that they can mean. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = wordTable({
  group: ["ArmedGroup", "Organization"],
  movement: ["ArmedGroup", "Organization"],
  militia: ["ArmedGroup"],
  organization: ["ArmedGroup", "Organization", "InternationalOrganization"],
  organisation: ["ArmedGroup", "Organization", "InternationalOrganization"],
  bloc: ["InternationalOrganization"],
  alliance: ["InternationalOrganization"],
  watchdog: ["InternationalOrganization"],
  company: ["Company"],
  firm: ["Company"],
  manufacturer: ["Company"],
  institute: ["ResearchOrganization"],
  newspaper: ["MediaOrganization"],
  broadcaster: ["MediaOrganization"],
  ministry: ["GovernmentBody"],
  department: ["GovernmentBody"],
});

/** "The group said" after "Hezbollah fired": the one thing of that kind that was last named, in this paragraph or shortly before; none where two compete. */
export function categoryBefore(reading: Reading, phrase: NounPhrase): string | undefined {
  const types = CATEGORIES[lowerOf(reading, phrase.head)];
  // "The Yemeni group", "the Shiite militia": a word of origin may stand between.
  const width = phrase.last - phrase.first;
  const modified = width === 3 && /^(JJ|NNP)/.test(tagOf(reading, phrase.first + 1));
  if (types === undefined || !/^(the|this|that)$/.test(lowerOf(reading, phrase.first)) || (width !== 2 && !modified)) return undefined;
  if (/^(of|for)$/.test(lowerOf(reading, phrase.last))) return undefined;
  let found: string | undefined;
  for (let i = phrase.first - 1; i >= Math.max(0, phrase.first - INTRODUCED_WITHIN); i--) {
    const mention = mentionOver(reading, i);
    if (mention === undefined || mention.kind === "pronoun" || !types.includes(mention.type)) continue;
    if (found !== undefined && mention.entity !== found) return undefined;
    found = mention.entity;
  }
  return found;
}

/** "U.N. experts" for "the experts": an entity of the document whose name ends in the same noun. */
export function namedAlike(reading: Reading, noun: string): string | undefined {
  for (const entity of reading.annotated.entities.values()) {
    if (
      [entity.name, ...entity.aliases].some((name) => name.toLowerCase().endsWith(` ${noun}`)) &&
      reading.annotated.mentions.some((mention) => mention.entity === entity.id)
    )
      return entity.id;
  }
  return undefined;
}
