import type { DocumentEntity, Mention } from "../annotated-document.ts";
import { newEntityId } from "../entity/entity-table.ts";
import type { EntityType } from "../ontology.ts";
import { wordTable } from "../word-table.ts";
import { COLLECTIVE_NOUNS, CRAFT_NOUNS, FACILITY_NOUNS, PERSON_NOUNS, SETTLEMENT_NOUNS } from "./noun-class-lexicon.ts";
import { prepositionOf } from "./syntax/phrase.ts";
import { nounPhrase, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/**
 * Things that take part without a name: "financial sanctions", "a hospital", "Research Professor of International Affairs". They become typed anonymous
 * entities, one for each wording in a document, and are never guessed to be something known (L64).
 */
export interface UnnamedThings {
  /** Entity for what the noun phrase at `head` describes, where `fill` admits such a thing; undefined otherwise. */
  take(syntax: SentenceSyntax, head: number, fill: string): Mention | undefined;
  /** One collective for several that stand together and are not named: "allies and partners". */
  combine(syntax: SentenceSyntax, first: number, last: number, type?: EntityType): Mention;
  readonly entities: ReadonlyMap<string, DocumentEntity>;
  readonly mentions: readonly Mention[];
}

const heads = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const HARDWARE = heads("radar battery launcher jet drone warplane fighter_jet system grid");
/** Collectives that sanctions and inspections are about. */
const BODIES = heads(
  "company firm entity individual institution bank group business organization network manufacturer citizen national target person party actor facilitator element enabler maker producer exporter contractor shipper trader oligarch associate ally relative trafficker abuser dealer supporter backer crony enabler general insider financier smuggler",
);
/** Who arrests, seizes or raids without a name: "police arrested six men". */
const CAPTORS = heads(
  "police soldier troop officer army military gendarme agent authority militant gunman rebel guard force marine coastguard prosecutor",
);
/** Words for whoever strikes that do not say who it is. */
const FORCES = heads(
  "regime junta government army military police force troop group element cell unit gang militia squad mob patrol network proxy affiliate branch",
);
const MILITIAS = heads(
  "militia proxy rebel insurgent separatist terrorist militant guerrilla paramilitary warlord jihadist army faction party",
);
const DETAINEES = heads("general lord crew officer journalist protester student staff employee delegation team");
const CARGO = heads("cargo shipment consignment asset fund domain property oil fuel material component cash cryptocurrency");
const BILLS = heads("bill law legislation act treaty agreement pact convention accord protocol motion");
const RULES = heads(
  "regime commitment obligation undertaking cap ceiling quota sanction ban embargo agreement treaty law ceasefire truce restriction prohibition convention accord deal pact protocol cap moratorium armistice",
);
const RESOLUTIONS = heads("resolution unscr unscrs");
const PACTS = heads("treaty agreement pact accord convention protocol truce ceasefire memorandum armistice");
const POSTS = heads(
  "minister secretary director president chairman chairwoman chair chief commander adviser advisor ambassador envoy professor governor premier chancellor leader deputy undersecretary judge justice representative administrator head commissioner member coordinator general attorney spokesman spokesperson inspector authority negotiator delegate czar prosecutor marshal admiral",
);
/** Posts of which a meeting or visit may speak without the holder's name: "the Prime Minister met President Hollande". */
const OFFICES = heads("minister president chancellor premier");
const PROGRAMMES = heads(
  "program programme arsenal capability facility reactor stockpile centrifuge stock reserve deterrent silo fuel plant base",
);
/** Who trades or gives without a name. */
const TRADERS = heads("company firm entity institution bank business network manufacturer supplier trader broker middleman donor");
const STATES = heads("state country nation government power");
/** Sides of a civil war that go without a name. */
const FACTIONS = heads("rebel faction insurgent separatist militia opposition guerrilla clan tribe");
/** Parts of a state that are sanctioned by themselves. */
const SERVICES = heads("police ring arm wing branch outlet militia brigade battalion squad");
/** Who rules without a name. */
const RULERS = heads("junta regime sponsor");
/** Who is helped without a name. */
const NEEDY = heads("refugee victim civilian resident people population family evacuee migrant survivor gunman fighter farmer displaced");
/** Who tries and sentences. */
const COURTS = heads("court tribunal jury judge magistrate gendarmerie customs counterintelligence");
const FRONTS = heads("troop front");
const STRETCHES = heads(
  "border frontier base peninsula area region zone coast waters airspace island province city town village capital line water",
);

/** What can be hit: people, works, craft, arms, places. */
const STRUCK: readonly (readonly [EntityType, ReadonlySet<string>])[] = [
  ["Facility", FACILITY_NOUNS],
  ["Item", CRAFT_NOUNS],
  ["WeaponCategory", HARDWARE],
  ["Group", PERSON_NOUNS],
  ["Group", COLLECTIVE_NOUNS],
  ["Group", BODIES],
  ["Place", SETTLEMENT_NOUNS],
];
/** Whoever suffers an attack did not carry it out: "a bombing in which there were no casualties". */
const SUFFERERS = heads("casualty victim survivor hostage captive evacuee refugee orphan widow bystander passerby");
const ASSAILANTS: ReadonlySet<string> = new Set([...PERSON_NOUNS].filter((noun) => !SUFFERERS.has(noun)));

/** Roles in which a demonym in the plural is people, not their country: "attacked Americans", "three Iranians were arrested". */
const PEOPLE_FILLS = heads("accused seized struck victim");

/** What each role class admits without a name: type and head words. */
const ADMITTED: Readonly<Record<string, readonly (readonly [EntityType, ReadonlySet<string>])[]>> = wordTable({
  struck: STRUCK,
  assailant: [
    ["Group", FORCES],
    ["Group", ASSAILANTS],
  ],
  enemy: [
    ["Group", FORCES],
    ["Group", ASSAILANTS],
  ],
  victim: STRUCK,
  inspected: [
    ["Agreement", RULES],
    ["Facility", FACILITY_NOUNS],
    ["Group", BODIES],
    ["Group", PERSON_NOUNS],
    ["Item", CRAFT_NOUNS],
  ],
  sanctioned: [
    ["Group", BODIES],
    ["Group", SERVICES],
    ["Group", STATES],
    ["Group", PERSON_NOUNS],
    ["Item", CRAFT_NOUNS],
  ],
  militia: [["Group", MILITIAS]],
  seized: [
    ["Item", CRAFT_NOUNS],
    ["Group", PERSON_NOUNS],
    ["Item", CARGO],
  ],
  waters: [["Place", STRETCHES]],
  works: [["Facility", FACILITY_NOUNS]],
  bill: [["Document", BILLS]],
  accused: [
    ["Group", BODIES],
    ["Group", DETAINEES],
    ["Group", PERSON_NOUNS],
    ["Item", CRAFT_NOUNS],
  ],
  funded: [
    ["Group", FORCES],
    ["Group", PERSON_NOUNS],
    ["Programme", PROGRAMMES],
  ],
  rule: [
    ["Resolution", RESOLUTIONS],
    ["Agreement", RULES],
  ],
  agreement: [
    ["Resolution", RESOLUTIONS],
    ["Agreement", PACTS],
  ],
  resolution: [["Resolution", RESOLUTIONS]],
  position: [["Position", POSTS]],
  built: [["Programme", PROGRAMMES]],
  theatre: [
    ["Group", FRONTS],
    ["Place", STRETCHES],
  ],
  actor: [["Group", STATES]],
  giver: [
    ["Group", STATES],
    ["Group", TRADERS],
  ],
  taker: [
    ["Group", STATES],
    ["Group", MILITIAS],
    ["Group", RULERS],
  ],
  captor: [
    ["Position", OFFICES],
    ["Group", STATES],
    ["Group", FACTIONS],
    ["Group", CAPTORS],
    ["GovernmentBody", COURTS],
  ],
  party: [
    ["Position", OFFICES],
    ["Group", STATES],
    ["Group", FACTIONS],
  ],
  aided: [
    ["Group", STATES],
    ["Group", MILITIAS],
    ["Group", NEEDY],
  ],
  addressee: [["Group", STATES]],
});

/** A document's maker of entities for what takes part without a name; `scope` keeps their ids apart from those of other documents, `known` are the named ones. */
export function createUnnamedThings(scope: string, known: ReadonlyMap<string, DocumentEntity>): UnnamedThings {
  const entities = new Map<string, DocumentEntity>();
  const mentions: Mention[] = [];
  // The first mention with each head, and over each span: every trigger of a long document asks for them
  const byHead = new Map<number, Mention>();
  const bySpan = new Map<string, Mention>();
  const add = (syntax: SentenceSyntax, type: EntityType, first: number, last: number, head: number): Mention => {
    const { tokens } = syntax.view;
    const words: string[] = [];
    for (let token = first; token < last; token++)
      words.push((token > first && tokens.spaceBefore[token] === 1 ? " " : "") + (tokens.norm[token] ?? ""));
    const name = words.join("");
    // Named like this elsewhere in the document: the same thing.
    const namesake = [...known.values()].find((entity) => entity.type === type && entity.name.toLowerCase() === name.toLowerCase());
    const id = namesake?.id ?? newEntityId(type, name, scope);
    if (!namesake && !entities.has(id)) entities.set(id, { id, type, name, aliases: [], isNew: true });
    const start = tokens.start[first] ?? 0;
    const mention: Mention = {
      start,
      end: tokens.end[last - 1] ?? start,
      text: name,
      first,
      last,
      head,
      sentence: syntax.sentence,
      entity: id,
      type,
      kind: "nominal",
      rule: "event.unnamed",
      confidence: 0.5,
    };
    mentions.push(mention);
    if (!byHead.has(head)) byHead.set(head, mention);
    if (!bySpan.has(`${first} ${last}`)) bySpan.set(`${first} ${last}`, mention);
    return mention;
  };
  return {
    entities,
    mentions,
    take: (syntax, head, fill) => {
      const { view } = syntax;
      const known = view.widest(head);
      // "was chosen as NATO secretary general": a post, though its holder has been named
      const post = fill === "position" && known?.type === "Person" && known.kind !== "name" && known.kind !== "pronoun";
      // "three Iranians were arrested": people of a country, who are not the country
      // ("sanctions on Russians": several people, where what is coerced may be the country just as well)
      const peoples = fill === "sanctioned" && /^NNP?S$/.test(view.tag(head));
      const people = (PEOPLE_FILLS.has(fill) || peoples) && known?.kind === "demonym" && known.head === head;
      const whole = people ? nounPhrase(syntax, head) : undefined;
      if (known !== undefined && whole?.head === head && !byHead.has(head))
        return add(syntax, "Group", firstContent(syntax, whole.first, known.first), whole.last, head);
      // "sanctioned 20 oil tankers": craft are put on lists, goods are not
      if (fill === "sanctioned" && known?.type === "Item" && CRAFT_NOUNS.has(view.lemma(head))) return known;
      if (known !== undefined && !post) return byHead.get(head);
      if (fill === "sanctioned" && view.lower(head) === "those") {
        const last = endOfThose(syntax, head);
        return last < 0 ? undefined : (bySpan.get(`${head} ${last}`) ?? add(syntax, "Group", head, last, head));
      }
      const meant = fill === "assailant" || fill === "taker" || fill === "aided" ? definiteGroup(syntax, head) : undefined;
      if (meant) return meant;
      const stranger = fill === "accused" ? nameAt(syntax, head) : -1;
      if (stranger >= 0) return byHead.get(head) ?? add(syntax, "Person", stranger, head + 1, head);
      const kind = view.tag(head) === "NNP" ? placeBefore(syntax, head) : -1;
      // "the country", "his country", whose name is left open: it is one of the named ones, and no other
      if (/^(?:country|nation|state)$/.test(view.lower(head)) && pointsBack(syntax, head)) return undefined;
      const admitted = ADMITTED[fill]?.find(([, words]) => words.has(view.lemma(kind >= 0 ? kind : head)));
      const phrase = nounPhrase(syntax, head);
      if (!admitted || !phrase || phrase.head !== head) return undefined;
      const present = byHead.get(head);
      if (present) return present;
      const [type] = admitted;
      // "26 nations": their number is the only name they have
      const counted = admitted[1] === STATES ? numberBefore(syntax, phrase.first, head) : -1;
      if (fill === "party" && type === "Group" && counted < 0) return undefined;
      const first = counted >= 0 ? counted : kind >= 0 ? kind + 1 : firstContent(syntax, phrase.first, head);
      const last =
        type === "Position" ? endOfTitle(syntax, head) : fill === "giver" || fill === "sanctioned" ? endOfSeat(syntax, head) : phrase.last;
      return add(syntax, type, first, last, head);
    },
    combine: (syntax, first, last, type = "Group") => bySpan.get(`${first} ${last}`) ?? add(syntax, type, first, last, last - 1),
  };
}

/** A singular with nothing before it but the article or a possessor, and no clause behind it. */
function pointsBack(syntax: SentenceSyntax, head: number): boolean {
  const { phrases, view } = syntax;
  const next = phrases[syntax.at(head) + 1];
  return /^(?:the|his|her|our|their|its|this|that)$/.test(view.lower(head - 1)) && next?.kind !== "rel" && next?.kind !== "prep";
}

const BANDS = heads("group movement militia insurgency organization organisation rebels militants insurgents");
/** How far back the group that "the group" takes up may have been named, in tokens. */
const GROUP_REACH = 120;

/** "the group would keep targeting ships": the armed group named last before it. */
function definiteGroup(syntax: SentenceSyntax, head: number): Mention | undefined {
  const { view } = syntax;
  const phrase = nounPhrase(syntax, head);
  if (!phrase || phrase.last - phrase.first !== 2 || view.lower(phrase.first) !== "the" || !BANDS.has(view.lower(head))) return undefined;
  for (let token = phrase.first - 1; token >= Math.max(0, head - GROUP_REACH); token--) {
    const mention = view.widest(token);
    if (mention?.type === "ArmedGroup" && mention.kind !== "pronoun") return { ...mention, first: phrase.first, last: phrase.last, head };
  }
  return undefined;
}

/** "jailed Ksenia Karelina": two or three capitalised words that nothing knows, at the end of their phrase, are somebody's name; -1 for anything else. */
function nameAt(syntax: SentenceSyntax, head: number): number {
  const { view } = syntax;
  const phrase = nounPhrase(syntax, head);
  if (!phrase || phrase.head !== head || phrase.last !== head + 1 || phrase.possessive >= 0) return -1;
  const length = phrase.last - phrase.first;
  if (length < 2 || length > 3) return -1;
  for (let token = phrase.first; token < phrase.last; token++)
    if (view.tag(token) !== "NNP" || view.widest(token) !== undefined || !/^\p{Lu}\p{Ll}/u.test(view.tokens.norm[token] ?? "")) return -1;
  return phrase.first;
}

/** "the settlement Zeyva", "the village Tegh": the noun of a place right before its unknown name; -1 where none stands there. */
function placeBefore(syntax: SentenceSyntax, head: number): number {
  let first = head;
  while (syntax.view.tag(first - 1) === "NNP") first--;
  return SETTLEMENT_NOUNS.has(syntax.view.lemma(first - 1)) && /^NN/.test(syntax.view.tag(first - 1)) ? first - 1 : -1;
}

/** The number that counts the head; -1 where none does. */
function numberBefore(syntax: SentenceSyntax, first: number, head: number): number {
  for (let at = first; at < head; at++) if (syntax.view.tag(at) === "CD") return at;
  return -1;
}

/** Past determiners, possessors and vague quantifiers. */
function firstContent(syntax: SentenceSyntax, first: number, head: number): number {
  const { view } = syntax;
  let token = first;
  for (let at = first; at < head; at++) {
    if (view.tag(at) === "POS") token = at + 1;
    // "Andrei Belousov defence minister": the post begins behind its holder
    const holder = view.widest(at);
    if (holder?.type === "Person" && holder.kind === "name" && holder.last <= head) token = holder.last;
  }
  while (
    token < head &&
    (["DT", "PRP$", "PDT", "CD"].includes(view.tag(token)) ||
      [
        "any",
        "some",
        "several",
        "various",
        "other",
        "more",
        "over",
        "about",
        "around",
        "at",
        "least",
        "than",
        "up",
        "to",
        "nearly",
        "almost",
        "new",
      ].includes(view.lower(token)))
  )
    token++;
  return token;
}

/** "businesses in China", "companies in third countries": where they sit belongs to what they are called, where nothing else names them. */
function endOfSeat(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  const at = syntax.at(head);
  const last = phrases[at]?.last ?? head + 1;
  const link = phrases[at + 1];
  const seat = phrases[at + 2];
  return link?.kind === "prep" && seat?.kind === "np" && prepositionOf(view, link) === "in" && !/^\d/.test(view.lower(seat.head))
    ? seat.last
    : last;
}

/** Furthest that the words behind "those" are followed. */
const THOSE_REACH = 16;

/** "those who help Russia acquire tools": to the end of the relative or reduced clause that says who; -1 where none does. */
function endOfThose(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  const next = phrases[syntax.at(head) + 1];
  if (next?.kind !== "rel" && next?.kind !== "vg" && !(next?.kind === "adj" && next.last - next.first === 1)) return -1;
  let last = next.last;
  for (let at = syntax.at(head) + 2; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "comma" || phrase.kind === "stop" || phrase.kind === "sub" || phrase.last - head > THOSE_REACH) break;
    if (phrase.kind === "rel" || (phrase.kind === "cc" && phrases[at + 1]?.kind === "prep")) break;
    if (phrase.kind !== "quote" && view.tag(phrase.first) !== ".") last = phrase.last;
  }
  return last;
}

/** A post's title runs over its `of` and `for` phrases. */
function endOfTitle(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  let at = syntax.at(head);
  let last = phrases[at]?.last ?? head + 1;
  for (;;) {
    const link = phrases[at + 1];
    const next = phrases[at + 2];
    if (link?.kind !== "prep" || next?.kind !== "np" || !["of", "for", "to"].includes(prepositionOf(view, link))) return last;
    at += 2;
    last = next.last;
  }
}
