import { ACTOR_TYPES } from "./complement.ts";
import type { MainClause } from "./content-stance-clause.ts";
import { SELF_NOUNS } from "./content-stance-lexicon.ts";
import { lemmaOf, lowerOf, mentionOver, type Reading, type SpeakerTies, tagOf } from "./reading.ts";
import type { FirstPerson } from "./speaker.ts";
import type { NounPhrase } from "./subject.ts";

/**
 * Whose doing a clause tells, seen from its speaker: his own side (himself, his state, its bodies, what is his), another actor, or something that is
 * no actor. `nobody` is a subject that is denied to exist ("no troops", "none of its ships").
 */
export type Side = "own" | "other" | "thing" | "nobody";

const SAYING = /^(say|that|state|announce|add|insist|claim|stress|declare)$/;

/** Is this clause about what its own speaker does: "we will", "the United States is", "it would" (said of itself)? */
export function isOwnAct(reading: Reading, main: MainClause | undefined, own: FirstPerson | undefined, direct = false): boolean {
  if (main?.subject === undefined || own === undefined) return false;
  return main.subject.phrases.some((phrase) => {
    const word = lowerOf(reading, phrase.head);
    if (word === "we" || word === "i") return true;
    const mention = mentionOver(reading, phrase.head);
    // "More Americans will die" is no act of the state.
    const id = mention?.use === "people" || mention?.kind === "demonym" ? undefined : mention?.entity;
    const country = id === undefined ? undefined : reading.annotated.entities.get(id);
    // "The group said it had not": a pronoun right after the cue is the speaker, whatever antecedent was found further off.
    // "France and Germany announced that they will": the group that the linker made of them.
    const members = country?.type === "Group" ? (country.members ?? []) : [];
    const opens = lowerOf(reading, phrase.first - 1) === "that" || SAYING.test(lemmaOf(reading, phrase.first - 1));
    if (opens && members.length > 1 && members.every((member) => own.ids.includes(member) || own.states.includes(member))) return true;
    if (id !== undefined && !(word === "it" && mention?.kind === "pronoun" && !direct && SAYING.test(lemmaOf(reading, phrase.first - 1))))
      return (
        own.ids.includes(id) ||
        own.states.includes(id) ||
        (country?.type === "GovernmentBody" && country.country !== undefined && own.states.includes(country.country))
      );
    // One person is no "they": "the minister told them that they would have to leave".
    const alone = own.ids.length === 1 && reading.annotated.entities.get(own.ids[0] ?? "")?.type === "Person";
    if (word === "they" && alone) return false;
    // In their own words people are no "it", "he" or "they".
    return (
      !direct &&
      (word === "it" || word === "he" || word === "she" || word === "they") &&
      phrase.first < main.group.first &&
      own.ids.length > 0
    );
  });
}

/** The side of the first subject of a clause; `undefined` when the clause has no subject of its own. */
export function sideOf(reading: Reading, main: MainClause, own: FirstPerson | undefined, direct: boolean): Side | undefined {
  const phrase = main.subject?.phrases[0];
  if (phrase === undefined) return undefined;
  const first = main.subject?.first ?? phrase.first;
  if (/^(no|none|neither|nobody)$/.test(lowerOf(reading, first)) || /^(no|none|neither|nobody)$/.test(lowerOf(reading, phrase.first)))
    return "nobody";
  if (isOwnAct(reading, main, own, direct)) return "own";
  if (own !== undefined && belongsToOwn(reading, phrase, own, direct)) return "own";
  const mention = mentionOver(reading, phrase.head);
  // "Defence Minister Y said the country Z would": an office of state whose state the text leaves out is that of the first state it is told to act for.
  if (mention?.type === "State" && own !== undefined && holdsUnnamedOffice(reading, own)) return "own";
  if (mention !== undefined && ACTOR_TYPES.has(mention.type) && mention.type !== "Document") return "other";
  // "Russian vessels", "Beijing’s coast guard": what is somebody else's is the other side's.
  if (statesIn(reading, phrase.first, phrase.last).length > 0) return "other";
  return /^(you|they|he|she)$/.test(lowerOf(reading, phrase.head)) ? "other" : "thing";
}

const COLLECTIVE =
  /^(leader|country|side|party|minister|nation|head|president|government|state|participant|ally|partner|signatory|secretary|adviser|advisor)$/;

/** "Its ambassador", "French troops" in a French mouth, "the kingdom" in that of its spokesman. */
function belongsToOwn(reading: Reading, phrase: NounPhrase, own: FirstPerson, direct: boolean): boolean {
  const opening = lowerOf(reading, phrase.first);
  if (/^(our|my)$/.test(opening)) return true;
  if (!direct && /^(its|his|her|their)$/.test(opening)) return true;
  // "The leaders will align", "the three countries will" in a text of several: the issuers.
  if (own.ids.length > 1 && /^(the|both|all|these|our)$/.test(opening) && COLLECTIVE.test(lemmaOf(reading, phrase.head))) return true;
  const named = statesIn(reading, phrase.first, phrase.last);
  const states = statesOfSpeaker(reading, own);
  if (named.length > 0) return named.every((id) => states.includes(id) || own.ids.includes(id));
  // "Bases in Chad", "the government of Mali": a definite description that goes on to name somebody else is not one's own.
  const headed = mentionOver(reading, phrase.head)?.entity;
  if (headed !== undefined && tiesOf(reading, own).bodies.includes(headed)) return true;
  if (opening !== "the" || direct || !SELF_NOUNS.has(lemmaOf(reading, phrase.head)) || phrase.last - phrase.first > 2) return false;
  const mention = mentionOver(reading, phrase.head);
  if (mention !== undefined && mention.type === "State") return states.includes(mention.entity);
  return tagOf(reading, phrase.last) !== "IN" && tagOf(reading, phrase.head) !== "NNS";
}

/** States that the words of a phrase name or derive from. */
function statesIn(reading: Reading, first: number, last: number): readonly string[] {
  const ids: string[] = [];
  for (let i = first; i < last; i++) {
    const mention = mentionOver(reading, i);
    if (mention === undefined) continue;
    const entity = reading.annotated.entities.get(mention.entity);
    // A type of tank has a country of origin, but is nobody's own.
    const owned = /^(GovernmentBody|MilitaryForce|Person|Position|Territory)$/.test(mention.type) ? entity?.country : undefined;
    const state = mention.type === "State" ? mention.entity : owned;
    if (state !== undefined && !ids.includes(state)) ids.push(state);
  }
  return ids;
}

/** States a speaker belongs to: by post and country, else the ones that his description names ("a senior Ukrainian official", "the French foreign minister"). */
function statesOfSpeaker(reading: Reading, own: FirstPerson): readonly string[] {
  return own.states.length > 0 ? own.states : tiesOf(reading, own).states;
}

/** Every clause of a speech asks for them: found once for each set of speakers. */
function tiesOf(reading: Reading, own: FirstPerson): SpeakerTies {
  const key = own.ids.join(" ");
  const known = reading.ties.get(key);
  if (known !== undefined) return known;
  const ties = { states: describedStates(reading, own), bodies: bodiesOf(reading, own) };
  reading.ties.set(key, ties);
  return ties;
}

function describedStates(reading: Reading, own: FirstPerson): readonly string[] {
  const named = own.ids.map((id) => ` ${reading.annotated.entities.get(id)?.name.toLowerCase() ?? ""} `.replace(/[’']s /g, " "));
  const ids = new Set<string>();
  for (const { type, entity, text } of reading.annotated.mentions)
    if (type === "State" && !ids.has(entity) && named.some((name) => name.includes(` ${text.toLowerCase()} `))) ids.add(entity);
  return [...ids];
}

/** Bodies in which a speaker holds a post: "the Coalition" in the mouth of its commander. */
function bodiesOf(reading: Reading, own: FirstPerson): readonly string[] {
  const { relations } = reading.annotated;
  const posts = new Set(
    relations.filter(({ type, subject }) => type === "holdsPosition" && own.ids.includes(subject)).map(({ object }) => object),
  );
  return relations.filter(({ type, subject }) => type === "positionIn" && posts.has(subject)).map(({ object }) => object);
}

const OFFICE =
  /\b(?:minister|president|premier|chancellor|king|emir|sultan|crown prince|commander|chief of (?:the )?(?:general )?staff|government spokes\w+)\b/iu;

/** A speaker with an office of state, and no state known to be his. */
function holdsUnnamedOffice(reading: Reading, own: FirstPerson): boolean {
  if (own.ids.length !== 1 || statesOfSpeaker(reading, own).length > 0) return false;
  return reading.annotated.relations.some(
    (relation) =>
      relation.type === "holdsPosition" &&
      relation.subject === own.ids[0] &&
      OFFICE.test(reading.annotated.entities.get(relation.object)?.name ?? ""),
  );
}
