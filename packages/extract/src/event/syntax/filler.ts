import type { DocumentEntity, Mention } from "../../annotated-document.ts";
import { BODY_TYPES, type EntityType } from "../../ontology.ts";
import { SETTLEMENT_NOUNS } from "../noun-class-lexicon.ts";
import { DEICTIC_DAYS } from "./calendar-lexicon.ts";
import { coordinated } from "./coordination.ts";
import { type Phrase, prepositionOf } from "./phrase.ts";
import { neighbour, nounPhrase, type SentenceSyntax } from "./sentence-syntax.ts";

/** Somebody or something that a noun phrase puts on offer for a role. */
export interface Filler {
  readonly entity: DocumentEntity;
  readonly mention: Mention;
  /** `direct`: the noun phrase names it; `modifier`: a modifier of an event noun does; `represents`: its officials, troops, authorities do; `inside`: named inside the phrase only. */
  readonly via: "direct" | "modifier" | "represents" | "inside";
  /** Head of the member that offers it, where several are coordinated. */
  readonly part?: number;
}

/** Nouns for people and bodies through whom a state or organisation acts. */
const REPRESENTATIVES = new Set(
  (
    "official leader minister ministry secretary representative delegation force service troop soldier military army navy unit authority government regime administration " +
    "counterpart side imperialist puppet guard chief friend colleague interlocutor mission inspector investigator monitor watchdog police prosecutor coastguard marine warship ship vessel aircraft jet fighter diplomat envoy ambassador adviser advisor leadership personnel command contingent ruler commander general officer expert " +
    "ministers president premier department departments dictatorship people nation member parliament lawmaker junta capital bomber submarine pilot agent operative negotiator mediator delegate parliamentarian team"
  ).split(" "),
);

/** Fighters stand for the organisation they are of, never for the country they come from. */
const FIGHTERS = new Set(
  "mercenary contractor terrorist guerrilla rebel militant insurgent gunman commando fighter extremist supporter militiaman".split(" "),
);
const FIGHTING: ReadonlySet<EntityType> = new Set<EntityType>(["ArmedGroup", "MilitaryForce", "Organization"]);

/** What a noun that only counts stands for: "a number of countries". */
export function counted(syntax: SentenceSyntax, head: number): number {
  const link = syntax.phrases[syntax.at(head) + 1];
  const object = syntax.phrases[syntax.at(head) + 2];
  const counts =
    (QUANTIFIERS.has(syntax.view.lemma(head)) || SENT.has(syntax.view.lemma(head)) || syntax.view.tag(head) === "CD") &&
    link?.kind === "prep" &&
    syntax.view.lower(link.first) === "of";
  return counts && object?.kind === "np" ? object.head : head;
}

/** Those who come for whom they represent: "representatives of 26 nations". */
const SENT = new Set([
  "representative",
  "delegate",
  "delegation",
  "leader",
  "minister",
  "head",
  "envoy",
  "ambassador",
  "diplomat",
  "official",
]);

/** Nouns that only count what follows `of`. */
const QUANTIFIERS = new Set(
  "number group handful majority range series wave set pair couple dozen hundred thousand most some many all several both part variety array host total million bulk".split(
    " ",
  ),
);

const TITLES = new Set(
  "minister secretary director member president chairman chief commander adviser advisor ambassador envoy general head executive founder owner spokesman spokesperson representative premier chancellor leader deputy undersecretary".split(
    " ",
  ),
);

/** Kinds of mention that stand for what they name when they head a phrase. */
const ACTOR_TYPES: ReadonlySet<EntityType> = new Set<EntityType>(["State", "Territory", ...BODY_TYPES, "Group"]);

/** The entities of the document, by id. */
export type EntityLookup = ReadonlyMap<string, DocumentEntity>;

/** "Iranian efforts to kill dissidents": whose effort it is does what is tried. */
export function effortOwners(syntax: SentenceSyntax, entities: EntityLookup, head: number): readonly Filler[] {
  return EFFORTS.has(syntax.view.lemma(head)) ? represented(syntax, entities, head) : [];
}

const EFFORTS = new Set(
  "effort attempt plan plot bid campaign operation decision threat intention move drive scheme conspiracy policy order pledge vow promise commitment determination refusal failure proposal readiness willingness ability capability right".split(
    " ",
  ),
);

/** Everything a noun phrase offers, coordination included; collectives are replaced by their members. */
export function fillersOf(syntax: SentenceSyntax, entities: EntityLookup, head: number): readonly Filler[] {
  const fillers: Filler[] = [];
  const parts = coordinated(syntax, head);
  for (const part of parts.length > 1 ? withoutTitles(syntax, parts) : parts) {
    for (const filler of fillersOfPart(syntax, entities, part)) {
      if (!fillers.some((known) => known.entity.id === filler.entity.id)) fillers.push(parts.length > 1 ? { ...filler, part } : filler);
    }
  }
  return fillers;
}

/** In "Politburo Member, Director of the Office and Foreign Minister Wang Yi" only the last part is somebody; the others are posts of the same person. */
function withoutTitles(syntax: SentenceSyntax, parts: readonly number[]): readonly number[] {
  const { view } = syntax;
  const last = parts.at(-1) ?? -1;
  const mention = view.widest(last);
  const phrase = nounPhrase(syntax, last);
  if (mention?.type !== "Person" || !phrase || !TITLES.has(view.lemma(mention.first - 1))) return parts;
  const kept = parts.filter(
    (part) => part === last || view.covering(part).some((covering) => covering.type === "Person") || !TITLES.has(view.lemma(part)),
  );
  return kept.length === parts.length ? parts : kept;
}

/** What one noun phrase offers, coordination apart. */
export function fillersOfPart(syntax: SentenceSyntax, entities: EntityLookup, head: number): readonly Filler[] {
  const { view } = syntax;
  const covering = view.covering(head);
  const headed = covering.filter((candidate) => candidate.head === head);
  // "a war of aggression against Ukraine", one name that ends in another: what stands at the head itself
  const mention = (headed[0]?.type === "Conflict" ? headed.at(-1) : headed[0]) ?? covering[0];
  const holder = mention === undefined || mention.type === "Position" ? apposedName(syntax, head) : undefined;
  if (holder) return expand(entities, holder, "direct");
  // "an IAEA mission led by Rafael Grossi": the body that sends it acts, not the country of its head
  const leader = DELEGATIONS.has(view.lemma(head)) && !sentByBody(syntax, head) ? leaderOf(syntax, head) : undefined;
  if (leader) return expand(entities, leader, "direct");
  if (mention) {
    const own = expand(entities, mention, "direct");
    // "Chinese coast guard vessels", "Ukrainian air defences": as things they are struck or sent, as actors they are those whose they are
    if (THING_TYPES.has(mention.type)) return [...own, ...represented(syntax, entities, head)];
    if (mention.type !== "Position" && mention.type !== "Group") return own;
    // "two Russian Su-35 fighters": a model before the word makes aircraft of them
    if (mention.type === "Group" && view.lemma(head) === "fighter" && covering.some(({ first, last }) => modelIn(syntax, first, last)))
      return represented(syntax, entities, head);
    // "suspected Hezbollah militants": those they fight for
    const side =
      mention.type === "Group" && FIGHTERS.has(view.lemma(head))
        ? represented(syntax, entities, head).filter(({ entity }) => FIGHTING.has(entity.type))
        : [];
    if (side.length > 0) return side;
    // "the foreign ministers of Iran and Iraq": those whose ministers they are, where the text names them
    if ((entities.get(mention.entity)?.members?.length ?? 0) > 0) return own;
    const behind = representedAfter(syntax, entities, head);
    if (behind.length > 0) return behind;
    // "the Hamas leader agreed": the post where posts are asked for, else what it is of
    if (mention.type === "Position") return [...own, ...represented(syntax, entities, head)];
    // "the Gulf Cooperation Council (GCC) member states": the organisation, named before the bare word for its members
    if (/^member (?:states|countries)$/i.test(mention.text)) {
      const whole = represented(syntax, entities, head).filter(({ entity }) => entity.type === "InternationalOrganization");
      if (whole.length > 0) return whole;
    }
    // "Greek defence ministers"; the leaders of an organisation are none of its organs
    const before =
      mention.type === "Group" && (TITLES.has(view.lemma(head)) || ENVOYS.has(view.lemma(head)) || COUNTERPARTS.has(view.lemma(head)))
        ? represented(syntax, entities, head).filter(({ entity }) => entity.type === "State")
        : [];
    return before.length > 0 ? before : own;
  }
  if (TITLES.has(view.lemma(head))) {
    const holder = holderOf(syntax, head);
    if (holder) return expand(entities, holder, "direct");
  }
  if (QUANTIFIERS.has(view.lemma(head)) || view.tag(head) === "CD") {
    const link = syntax.phrases[syntax.at(head) + 1];
    const object = syntax.phrases[syntax.at(head) + 2];
    if (link?.kind === "prep" && view.lower(link.first) === "of" && object?.kind === "np") return fillersOf(syntax, entities, object.head);
  }
  // "the town of Martuni", "the port of Hodeidah": the name behind says which
  if (SETTLEMENT_NOUNS.has(view.lemma(head)) || /^(capital|hub|bastion)$/.test(view.lemma(head))) {
    const named = placeAfter(syntax, head);
    if (named) return expand(entities, named, "direct");
  }
  if (FIGHTERS.has(view.lemma(head))) return represented(syntax, entities, head).filter(({ entity }) => FIGHTING.has(entity.type));
  // "the New START treaty", "the Fordow enrichment plant": a name before the noun for what it names
  const named = namedBefore(syntax, head);
  if (named) return expand(entities, named, "direct");
  if (!REPRESENTATIVES.has(view.lemma(head)) || ofNoState(syntax, head)) return [];
  return represented(syntax, entities, head);
}

/** "Bosnian Serb paramilitary units", "Syrian rebel forces": the adjective of a country says where they are from, not for whom they fight. */
function ofNoState(syntax: SentenceSyntax, head: number): boolean {
  const phrase = nounPhrase(syntax, head);
  for (let token = phrase?.first ?? head; token < head; token++) if (STATELESS.has(syntax.view.lemma(token))) return true;
  return false;
}

const STATELESS = new Set("paramilitary rebel separatist insurgent guerrilla militia opposition irregular breakaway".split(" "));

function modelIn(syntax: SentenceSyntax, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (syntax.view.covering(token).some(({ type }) => type === "WeaponSystem")) return true;
  return false;
}

/** Who a title or "counterpart" is, where a name says so behind it: "his counterpart Li Hui", "the president of Moldova, Maia Sandu, said". */
function apposedName(syntax: SentenceSyntax, head: number): Mention | undefined {
  const { phrases, view } = syntax;
  if (!TITLES.has(view.lemma(head)) && !COUNTERPARTS.has(view.lemma(head))) return undefined;
  const index = syntax.at(head);
  const own = phrases[index];
  const inside = own === undefined ? undefined : view.widest(own.last - 1);
  if (own && inside?.type === "Person" && inside.kind === "name" && inside.first > head && inside.last === own.last) return inside;
  let at = index;
  while (phrases[at + 1]?.kind === "prep" && phrases[at + 2]?.kind === "np" && POSTED.has(prepositionOf(view, phrases[at + 1] as Phrase)))
    at += 2;
  const name = phrases[at + 2];
  if (phrases[at + 1]?.kind !== "comma" || name?.kind !== "np") return undefined;
  const mention = view.widest(name.head);
  // "the president, Wang Yi and Dong Jun": a list, not an aside
  if (mention?.type !== "Person" || mention.kind !== "name" || mention.first !== name.first || phrases[at + 3]?.kind === "cc")
    return undefined;
  return mention;
}

/** Whoever these are of sends them. */
const ENVOYS = new Set(["delegation", "negotiator", "official", "diplomat", "representative", "envoy", "ambassador", "leader", "lawmaker"]);

const DELEGATIONS = new Set(["delegation", "team", "mission", "party", "entourage"]);

function sentByBody(syntax: SentenceSyntax, head: number): boolean {
  const phrase = nounPhrase(syntax, head);
  for (let token = phrase?.first ?? head; token < head; token++)
    if (syntax.view.widest(token)?.type === "InternationalOrganization") return true;
  return false;
}

/** "a delegation led by Choe Son Hui" */
function leaderOf(syntax: SentenceSyntax, head: number): Mention | undefined {
  const { phrases, view } = syntax;
  let at = syntax.at(head) + 1;
  while (phrases[at]?.kind === "prep" && phrases[at + 1]?.kind === "np") at += 2;
  if (phrases[at]?.kind === "comma") at++;
  const verb = phrases[at];
  const agent = phrases[at + 2];
  if (verb?.kind !== "vg" || verb.form !== "participle" || !["lead", "head"].includes(view.lemma(verb.head))) return undefined;
  const mention = agent?.kind === "np" ? view.widest(agent.last - 1) : undefined;
  return mention?.type === "Person" ? mention : undefined;
}

/** "the minister of defence", "the envoy to Libya", "the ambassador in Cairo" */
const POSTED = new Set(["of", "to", "for", "in", "at"]);

const COUNTERPARTS = new Set([
  "counterpart",
  "colleague",
  "negotiator",
  "dictator",
  "king",
  "emir",
  "sultan",
  "ruler",
  "strongman",
  "opposite",
]);

/** Nouns that say what kind of thing the name right before them names, by type. */
const KIND_NOUNS: readonly (readonly [ReadonlySet<string>, ReadonlySet<EntityType>])[] = [
  [
    new Set("treaty agreement deal pact accord convention protocol initiative framework memorandum ceasefire".split(" ")),
    new Set<EntityType>(["Agreement"]),
  ],
  [new Set("plant reactor facility complex site centre center base laboratory".split(" ")), new Set<EntityType>(["Facility"])],
];

/** The name that ends right before `head`, or before one modifier of it, where `head` only says of what kind it is. */
function namedBefore(syntax: SentenceSyntax, head: number): Mention | undefined {
  const { view } = syntax;
  const types = KIND_NOUNS.find(([nouns]) => nouns.has(view.lemma(head)))?.[1];
  const phrase = nounPhrase(syntax, head);
  if (!types || !phrase) return undefined;
  for (let token = head - 1; token >= Math.max(phrase.first, head - 2); token--) {
    const mention = view.covering(token).find((candidate) => types.has(candidate.type));
    if (mention) return mention;
    if (view.tag(token) === "POS") return undefined;
  }
  return undefined;
}

const PLACE_TYPES: ReadonlySet<EntityType> = new Set<EntityType>(["Place", "Facility", "Territory"]);
const THING_TYPES: ReadonlySet<EntityType> = new Set<EntityType>(["Item", "WeaponCategory"]);

/** "the town of Martuni"; "Israel's economic hub, Tel Aviv". */
function placeAfter(syntax: SentenceSyntax, head: number): Mention | undefined {
  const link = syntax.phrases[syntax.at(head) + 1];
  const object = syntax.phrases[syntax.at(head) + 2];
  const apposed = link?.kind === "comma" && object?.kind === "np" && syntax.view.widest(object.head)?.first === object.first;
  const of = link?.kind === "prep" && syntax.view.lower(link.first) === "of";
  if (!(of || apposed) || object?.kind !== "np") return undefined;
  const mention = syntax.view.widest(object.head);
  return mention && PLACE_TYPES.has(mention.type) ? mention : undefined;
}

/** Days that stand right behind a name, and that taggers take into its phrase: "met Defense Minister Kihara today". */
/** The person whose title heads the phrase: "Secretary of State Antony Blinken", "Politburo Member, Director of the Office and Foreign Minister Wang Yi". */
function holderOf(syntax: SentenceSyntax, head: number): Mention | undefined {
  const { phrases, view } = syntax;
  const own = phrases[syntax.at(head)];
  const inside = own === undefined ? undefined : view.widest(own.last - 1);
  if (own && inside?.type === "Person" && inside.first > head && inside.last === own.last) return inside;
  for (let at = syntax.at(head) + 1, steps = 0; at < phrases.length && steps < 14; at++, steps++) {
    const phrase = phrases[at];
    if (phrase?.kind === "np") {
      const mention = view.widest(DEICTIC_DAYS.has(view.lower(phrase.head)) ? phrase.head - 1 : phrase.head);
      if (mention?.type === "Person" && mention.first > phrase.first) return mention;
      // "its head, İsmail Demir": the name alone, right behind the comma
      if (mention?.type === "Person" && at === syntax.at(head) + 2 && phrases[at - 1]?.kind === "comma") {
        const close = phrases[at + 1]?.kind;
        if (close === undefined || close === "stop" || close === "comma") return mention;
      }
      continue;
    }
    if (phrase?.kind !== "prep" && phrase?.kind !== "comma" && phrase?.kind !== "cc") return undefined;
    if (phrase.kind === "prep" && !["of", "for", "to"].includes(prepositionOf(view, phrase))) return undefined;
  }
  return undefined;
}

/** Those on whose behalf the people in a noun phrase act: its demonym, its possessor, or the actors after `of` or `from`. */
function represented(syntax: SentenceSyntax, entities: EntityLookup, head: number): readonly Filler[] {
  const { view } = syntax;
  const phrase = nounPhrase(syntax, head);
  if (!phrase) return [];
  const found: Filler[] = [];
  const take = (mention: Mention | undefined): void => {
    if (mention && mention.head !== head && (ACTOR_TYPES.has(mention.type) || mention.type === "Person")) {
      for (const filler of expand(entities, mention, "represents").map((own) =>
        GOVERNMENTS.has(view.lemma(head)) ? stateOf(entities, own) : own,
      ))
        if (!found.some((known) => known.entity.id === filler.entity.id)) found.push(filler);
    }
  };
  for (let token = phrase.first; token < phrase.last; token++) for (const mention of view.covering(token)) take(mention);
  return found.length > 0 ? found : representedAfter(syntax, entities, head);
}

const SEATED = new Set("government regime leadership junta authority administration".split(" "));
const GOVERNMENTS = new Set(["government", "regime", "administration", "country", "nation", "military", "army", "force", "troop"]);

/** "their governments": the states of those persons. */
function stateOf(entities: EntityLookup, filler: Filler): Filler {
  const state = filler.entity.type === "Person" && filler.entity.country !== undefined ? entities.get(filler.entity.country) : undefined;
  return state === undefined ? filler : { ...filler, entity: state };
}

/** The actors after `of` or `from`. */
function representedAfter(syntax: SentenceSyntax, entities: EntityLookup, head: number): readonly Filler[] {
  const { view, phrases } = syntax;
  const found: Filler[] = [];
  let next = neighbour(syntax, syntax.at(head), 1);
  // "the Minister for Foreign Affairs of Iraq"
  const field = phrases[next];
  if (field?.kind === "prep" && prepositionOf(view, field) === "for" && phrases[next + 1]?.kind === "np" && TITLES.has(view.lemma(head)))
    next = neighbour(syntax, next + 1, 1);
  const preposition = phrases[next];
  if (preposition?.kind === "prep" && prepositionOf(view, preposition) === "in" && SEATED.has(view.lemma(head))) {
    // "the government in Kabul", "the regime in Pyongyang": where it sits says whose it is
    const seat = phrases[neighbour(syntax, next, 1)];
    const place = seat?.kind === "np" ? view.widest(seat.head) : undefined;
    const entity = place === undefined ? undefined : entities.get(place.entity);
    const state = entity?.type === "Place" && entity.country !== undefined ? entities.get(entity.country) : entity;
    if (place && state && ACTOR_TYPES.has(state.type)) return [{ entity: state, mention: place, via: "represents" }];
  }
  if (preposition?.kind === "prep" && ["of", "from"].includes(prepositionOf(view, preposition))) {
    const object = phrases[neighbour(syntax, next, 1)];
    if (object?.kind === "np")
      for (const filler of fillersOf(syntax, entities, object.head))
        if (ACTOR_TYPES.has(filler.entity.type) && !found.some((known) => known.entity.id === filler.entity.id))
          found.push({ ...filler, via: "represents" });
  }
  return found;
}

/** The mention's entity, or the members it stands for. */
export function expand(entities: EntityLookup, mention: Mention, via: Filler["via"]): readonly Filler[] {
  const entity = entities.get(mention.entity);
  if (!entity) return [];
  const members = (entity.members ?? []).map((id) => entities.get(id)).filter((member) => member !== undefined);
  return members.length > 0 ? members.map((member) => ({ entity: member, mention, via })) : [{ entity, mention, via }];
}
