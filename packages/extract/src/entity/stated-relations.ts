import type { Mention } from "../annotated-document.ts";
import { cutPieces } from "../mention/pieces.ts";
import { RANKS, TITLE_HEADS } from "../mention/title-words.ts";
import { longestMatch } from "../mention/token-trie.ts";
import type { LinkState } from "./link-document.ts";
import { addListedRelations } from "./listed-relations.ts";
import { addMemberships, addNationalities } from "./membership-relations.ts";
import { addParties } from "./party-relations.ts";
import { BODY, type RelationReading, relationReading, STATE } from "./relation-reading.ts";

const PLACE = /^(Place|Facility)$/;

/**
 * Memberships, organs, parties and nationalities that the text itself states: by possessive or of-phrase ("Iran's Defense Ministry", "the Agency's Board"),
 * by category ("NATO member Hungary", "an Iraqi general"), by verb ("signed the treaty", "served on the Council"), by place ("Mosul, Iraq").
 * Never from a name inside a name, and never from what is denied, wished for or asked ("Ukraine wants to become a member of NATO").
 */
export function addStatedRelations(state: LinkState): void {
  const reading = relationReading(state);
  for (const mention of reading.mentions) {
    if (isOrgan(mention)) ownerInName(reading, mention);
    for (const next of reading.behind(mention)) {
      addOrgan(reading, mention, next);
      addHoldersBody(reading, mention, next);
      addPlace(reading, mention, next);
    }
  }
  addMemberships(reading);
  addNationalities(reading);
  addParties(reading);
  addListedRelations(reading);
}

/** Companies and armed groups belong to nobody by a mere possessive ("Iran's Hezbollah"); nor does an international body belong to a state. */
const isOrgan = (mention: Mention): boolean => BODY.test(mention.type) && mention.type !== "ArmedGroup" && mention.type !== "Company";

/** An acronym in brackets between owner and organ: "Central Command's (NAVCENT) Task Force". */
const BRACKET = String.raw`(?:\(\p{Lu}[\p{L}\d-]{1,9}\) )?`;
/** Adjectives and nouns that may stand before the organ's name; a preposition or article begins something else ("OHCHR's work at the …"). */
const MODIFIER = "(?:(?!(?:at|in|of|on|the|and|to|for|with|by|from|as|or|a|an|is|was|has|first) )[a-z-]+ )";
const POSSESSED = new RegExp(String.raw`^(?: ?\([^)]{2,12}\))?['’]s? ${BRACKET}${MODIFIER}{0,3}["“]?$`, "u");
const PRONOUN_POSSESSED = new RegExp(`^ ${MODIFIER}{0,3}$`);
const OF = /^\)?(?: ?\([^)]{2,12}\))? (?:of|under|in|within) (?:the )?$/;
const STATE_OWNED = /^ (?:official |state |state-run |state-owned |state-controlled |government )(?:[a-z]+ ){1,3}$/;
/** Nouns for a part of a body. */
const PART =
  "(?:(?:engineering|overseas|foreign|armed|economic|construction|financial|aviation|space|naval|business|commercial|wholly-owned|majority-owned|military|armed|political|media|youth|intelligence|research|executive|judicial|legislative|subsidiary|elite|specialized|principal|main|semi-autonomous|regional|local|state-owned) )*(?:organs?|wing|arm|branch|component|element|unit|division|department|agency|body|subsidiary|affiliate|offshoot|part|bureau|office|contingent|faction)";
const IS_PART = new RegExp(
  String.raw`^(?: ?\([^)]{2,12}\))?(?:, |,? (?:which |that )?(?:is|was|are|were|remains|became) )(?:an? |the |now |also )*${PART} (?:of|within|under) (?:the )?$`,
);

function addOrgan(reading: RelationReading, first: Mention, next: Mention): void {
  const gap = reading.text.slice(first.end, next.start);
  const organBehind = fitsOwner(reading, first, next);
  if (organBehind) {
    const isPossessive = first.kind === "pronoun" ? /^(its|their)$/i.test(first.text) && PRONOUN_POSSESSED.test(gap) : POSSESSED.test(gap);
    if (isPossessive && !isModifier(reading, next)) {
      reading.add("partOf", next.entity, first.entity, first, next, "relation.possessive");
      return;
    }
    if (first.kind === "demonym" && STATE_OWNED.test(gap)) {
      reading.add("partOf", next.entity, first.entity, first, next, "relation.state-owned");
      return;
    }
  }
  // "Rosoboronexport, a subsidiary of Rostec": said outright, a company is part of another
  if (BODY.test(first.type) && BODY.test(next.type) && first.kind !== "pronoun" && IS_PART.test(gap)) {
    reading.add("partOf", first.entity, next.entity, first, next, "relation.part-of");
    return;
  }
  if (!fitsOwner(reading, next, first)) return;
  if (BODY.test(next.type) && OF.test(gap) && !arePeople(first) && !isModifier(reading, next))
    reading.add("partOf", first.entity, next.entity, first, next, "relation.of-phrase");
  else if (IS_PART.test(gap)) reading.add("partOf", first.entity, next.entity, first, next, "relation.part-of");
}

/** "Ukraine's NATO allies", "its Defence Ministry Awards": what is possessed is the noun behind, unless that is who holds a post there. */
function isModifier({ text }: RelationReading, name: Mention): boolean {
  const behind = text.slice(name.end, name.end + 40);
  if (/^ (?:members?|allies|ally|partners?|counterparts?|membership|bid|accession|aspirations?)\b/.test(behind)) return true;
  const capital = /^ (\p{Lu}[\p{L}-]+)/u.exec(behind)?.[1]?.toLowerCase();
  return (
    capital !== undefined && !TITLE_HEADS.has(capital) && !RANKS.has(capital) && !/^(?:under|deputy|acting|first|in|and)$/.test(capital)
  );
}

/** "Republicans in Congress": members of a party, not the party. */
const arePeople = (mention: Mention): boolean => mention.type === "Organization" && /^\S+s$/.test(mention.text);

/** Whether `organ` can be an organ of `owner`: a body that is known to belong to another state cannot. */
function fitsOwner({ state }: RelationReading, owner: Mention, organ: Mention): boolean {
  if (!isOrgan(organ) || organ.kind === "pronoun" || organ.kind === "nominal") return false;
  const country = state.table.entities.get(organ.entity)?.country;
  if (STATE.test(owner.type)) {
    // "Moscow's International Juridical Institute" stands in Moscow; "the ROK's Audacious Initiative" is no body.
    const isStatesOwn = /^(GovernmentBody|MilitaryForce)$/.test(organ.type) || owner.kind !== "metonym";
    if (organ.type === "InternationalOrganization" || !isStatesOwn || /\b(?:Initiative|Program|Programme|Mission)$/.test(organ.text))
      return false;
    return country === undefined || country === owner.entity;
  }
  if (!BODY.test(owner.type)) return false;
  const ownersCountry = state.table.entities.get(owner.entity)?.country;
  return country === undefined || ownersCountry === undefined || country === ownersCountry;
}

/** "National Security Secretariat Secretary General Shigeru Kitamura of Japan": the state behind the holder's name owns the body before it. */
function addHoldersBody(reading: RelationReading, body: Mention, person: Mention): void {
  if (person.type !== "Person" || !/^ (?:\p{Lu}[\p{L}.-]* ){1,6}$/u.test(reading.text.slice(body.end, person.start))) return;
  const owner = reading
    .behind(person)
    .find((next) => STATE.test(next.type) && / ?of (?:the )?$/.test(reading.text.slice(person.end, next.start)));
  if (owner === undefined || !/^ of (?:the )?$/.test(reading.text.slice(person.end, owner.start))) return;
  if (fitsOwner(reading, owner, body)) reading.add("partOf", body.entity, owner.entity, body, owner, "relation.state-of-holder");
}

/** "the Iranian Ministry of Defence", "the General Assembly of the United Nations": a body whose mention names its owner by adjective or of-phrase. */
function ownerInName(reading: RelationReading, mention: Mention): void {
  const { state, add } = reading;
  const entity = state.table.entities.get(mention.entity);
  const knowledge = state.context.knowledge.entities;
  if (entity === undefined || mention.kind === "pronoun" || !mention.text.includes(" ")) return;
  // "the U.S. Embassy in Kyiv" is told apart by its state; what goes by a name of its own has it inside that name
  const plain = (name: string): string => (entity.isNew ? name.toLowerCase().replace(/\./g, "") : name.toLowerCase());
  const text = plain(mention.text.replace(/^the /i, ""));
  for (const id of [entity.country, knowledge.get(entity.id)?.partOf, ownerBehindOf(reading, mention)]) {
    const owner = id === undefined ? undefined : knowledge.get(id);
    if (owner === undefined) continue;
    if (id === entity.id) continue;
    // A state named by the adjective alone ("the Israeli military") is named all the same; another owner must be mentioned.
    const isMentioned = state.mentions.some((other) => other.entity === owner.id);
    if (!isMentioned && owner.type !== "State" && !/ of /.test(text)) continue;
    const names = [owner.name, ...owner.aliases, ...owner.acronyms].map(plain);
    const adjectives = owner.demonyms.map(plain);
    if (
      owner.type === "State" &&
      [...(isMentioned || !entity.isNew ? names : []), ...adjectives].some(
        (name) => text.startsWith(name) && /^(?:['’]s?)? /.test(text.slice(name.length)),
      )
    ) {
      state.table.known(owner.id);
      add("partOf", entity.id, owner.id, mention, mention, "relation.state-in-name");
    } else if (
      /^(GovernmentBody|InternationalOrganization|MilitaryForce|Organization)$/.test(mention.type) &&
      names.some((name) => text.endsWith(` of ${name}`) || text.endsWith(` of the ${name}`))
    ) {
      state.table.known(owner.id);
      add("partOf", entity.id, owner.id, mention, mention, "relation.owner-behind-of");
    }
  }
}

/** "the State Border Service of Azerbaijan", "the Central Committee of the Workers' Party of Korea": whom the last of-phrase of a body's name names, where it is known. */
function ownerBehindOf({ state }: RelationReading, mention: Mention): string | undefined {
  if (!/^(GovernmentBody|MilitaryForce|InternationalOrganization|Organization)$/.test(mention.type)) return undefined;
  for (const match of mention.text.matchAll(/ of (?:the )?(?=\p{Lu})/gu)) {
    const written = cutPieces(mention.text.slice(match.index + match[0].length));
    const known = longestMatch(state.context.knowledge.aliases(), written, 0);
    if (known === undefined || known.last !== written.length) continue;
    const owner = known.values.find((form) => form.kind !== "metonym" && (STATE.test(form.type) || BODY.test(form.type)));
    if (owner !== undefined) return owner.entity;
  }
  return undefined;
}

const IN_PLACE =
  /^(?:, | in | in the |, in (?:the )?|, a (?:city|town|village) in (?:[A-Z]\w+ern )?)(?:the )?(?:[a-z-]+ )?(?:province of |city of )?$/;

/** "The Middle East, Africa, elsewhere", "Gaza, Rafah and Khan Younis": places side by side, none in the next. */
function goesOnListing(text: string, mention: Mention, next: Mention): boolean {
  return (
    REGION.test(mention.text) || /^(?:, (?:and |or )?(?:the )?(?:\p{Lu}|elsewhere)| and | or )/u.test(text.slice(next.end, next.end + 30))
  );
}
const REGION =
  /\b(?:Middle East|Africa|Asia|Europe|America|Americas|Oceania|Caribbean|Sahel|Balkans|Caucasus|Levant|Maghreb|Indo-Pacific|Pacific|Arctic|Gulf)$/u;

function addPlace({ text, add }: RelationReading, mention: Mention, next: Mention): void {
  if (mention.kind === "nominal" || mention.kind === "pronoun" || next.kind === "nominal" || next.kind === "pronoun") return;
  const gap = text.slice(mention.end, next.start);
  if (
    PLACE.test(mention.type) &&
    (STATE.test(next.type) || next.type === "Place") &&
    next.kind !== "demonym" &&
    mention.use !== "government" &&
    IN_PLACE.test(gap) &&
    !(gap === ", " && next.type === "Place" && goesOnListing(text, mention, next))
  )
    add("locatedIn", mention.entity, next.entity, mention, next, "relation.place-in");
  if (
    STATE.test(mention.type) &&
    PLACE.test(next.type) &&
    (/^['’]s? (?:[a-z-]+ )?$/.test(gap) || (mention.kind === "demonym" && /^ (?:[a-z]+ ){0,2}(?:of )?$/.test(gap)))
  )
    add("locatedIn", next.entity, mention.entity, mention, next, "relation.place-of");
}
