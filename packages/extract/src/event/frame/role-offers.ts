import type { Mention } from "../../annotated-document.ts";
import type { EntityType } from "../../ontology.ts";
import type { CollectiveReference } from "../collective-reference.ts";
import type { Issuer } from "../issuing-verbs.ts";
import { apposedNames } from "../syntax/apposition.ts";
import { type Argument, chunkNounArguments } from "../syntax/arguments.ts";
import { isTimeWord } from "../syntax/calendar-lexicon.ts";
import { coordinated } from "../syntax/coordination.ts";
import { counted, type EntityLookup, effortOwners, expand, type Filler, fillersOf, fillersOfPart } from "../syntax/filler.ts";
import { namedMembers } from "../syntax/named-members.ts";
import { nounPhrase, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { supportOf } from "../syntax/support-verb.ts";
import type { Trigger } from "../trigger.ts";
import type { UnnamedThings } from "../unnamed.ts";
import { FILL_CLASSES } from "./frame.ts";
import type { RoleRule } from "./frame-index.ts";
import { itemAt } from "./item-class.ts";
import { antecedentOf, headsBehindOf, withListed, withoutTheirPosts } from "./listed-parties.ts";
import {
  isBidding,
  isFelt,
  isGoods,
  isOwnOwner,
  isPlainPronoun,
  isSum,
  isWithTheme,
  relatesOthers,
  saysOfWhom,
  standsOutside,
  themeReceives,
  verbBetween,
} from "./offer-conditions.ts";
import { asFiller, mentionsInside, named, resolve } from "./resolve-fillers.ts";

/** What frames of one sentence are read with, apart from the sentence itself. */
export interface ReadingContext {
  readonly entities: EntityLookup;
  /** Makes entities for what takes part without a name. */
  readonly unnamed?: UnnamedThings;
  /** Who the line above a list's members names as the one who does what they say (`stemSubject`). */
  readonly stem?: readonly Filler[];
  /** The organ that a paragraph of a resolution leaves out as its subject (`issuerOf`). */
  readonly issuer?: Issuer;
  /** Whom "the two sides", "the leaders" stand for. */
  readonly together?: CollectiveReference;
}

/** What is built to hold, make or launch arms. */
const WORKS = new Set(["silo", "plant", "base", "facility", "shipyard", "factory"]);
const SAYING_NOTHING = new Set(["target", "position", "asset", "interest", "line", "stronghold", "hideout", "element"]);
const OWNING_BODIES = new Set(["MilitaryForce", "ArmedGroup", "InternationalOrganization"]);
const ARMS: ReadonlySet<string> = new Set(["WeaponSystem", "WeaponCategory"]);
const STRUCK_FILLS = new Set(["struck", "victim"]);
/** Roles whose lists are read member by member: those who strike, are struck or sanctioned may go without a name beside others that have one. */
const MEMBERWISE = new Set(["struck", "victim", "assailant", "enemy", "sanctioned"]);
const ACTING_FILLS = new Set(["actor", "giver", "taker", "aided"]);
const PERSONAL = new Set(["giver", "imposer"]);
const ITEM_FILLS = new Set(["thing", "weapon", "built"]);

/** Who is acted on may be described first and named behind a comma. */
const DESCRIBED_FILLS = new Set(["accused", "seized", "sanctioned", "struck", "victim"]);

/** Entities for what the argument describes without naming it; the names themselves, where they stand beside the description. */
export function takeUnnamed(context: ReadingContext, trigger: Trigger, rule: RoleRule, argument: Argument): Offer["fillers"] {
  const names = DESCRIBED_FILLS.has(rule.fill) ? apposedNames(trigger.syntax, argument.head) : [];
  if (names.length > 0) return names.map((mention) => asFiller(mention.entity, mention));
  return coordinated(trigger.syntax, counted(trigger.syntax, argument.head))
    .map((head) => context.unnamed?.take(trigger.syntax, head, rule.fill))
    .filter((mention) => mention !== undefined)
    .map((mention) => asFiller(mention.entity, mention));
}

/** What one argument offers for a role: entities with the tokens `[first, last)` that name them, and how sure the argument is. */
export interface Offer {
  readonly fillers: readonly { readonly entity: string; readonly first: number; readonly last: number }[];
  readonly provenance: Argument["provenance"];
}

const RECEIVING = new Set(
  "receive get enjoy obtain seek want request secure need accept welcome await expect demand reject gain attract".split(" "),
);

/** Every offer for the role in the slot (`self`: the trigger's own phrase), of the types that the role may be filled with. */
export function offersIn(context: ReadingContext, trigger: Trigger, rule: RoleRule, slot: string): readonly Offer[] {
  const { syntax } = trigger;
  const types = FILL_CLASSES[rule.fill];
  if (!types) return [];
  if (slot === "self") {
    const phrase = nounPhrase(syntax, trigger.token);
    if (!phrase) return [];
    const inside = mentionsInside(syntax, phrase.first, phrase.last).filter(
      (mention) => types.has(mention.type) && mention.last > trigger.token - 3,
    );
    return inside.length === 0 ? [] : [{ fillers: inside.map((mention) => asFiller(mention.entity, mention)), provenance: "chunk" }];
  }
  const nested = slot.indexOf(">");
  if (nested > 0) {
    // "tanks from Germany arrived", "the assets of Petrov were frozen": `agent>from`, a preposition phrase of the argument's own
    return trigger.arguments
      .filter((argument) => argument.slot === slot.slice(0, nested) && argument.provenance !== "clause")
      .flatMap(({ head }) => [...chunkNounArguments(syntax, head), ...(supportOf(syntax, head)?.arguments ?? [])])
      .filter((argument) => argument.slot === slot.slice(nested + 1) && argument.provenance !== "clause")
      .map((argument): Offer => ({ fillers: offerOf(context, trigger, rule, argument, types), provenance: argument.provenance }))
      .filter((offer) => offer.fillers.length > 0);
  }
  if (slot.startsWith("@")) {
    // "Iranian drones were sold to Sudan": only where nobody else can be the one who sells does the origin of the goods say who it was
    const active = trigger.group !== undefined && !trigger.group.passive && trigger.group.form !== "participle";
    if (rule.fill === "giver" && slot === "@theme" && rule.slots.includes("agent") && active) return [];
    // "transfers of Chinese rifles to Mali", but not "delays in deliveries of the Airbus A400M"
    const delivered = trigger.arguments.some((argument) => /^(in)?to$/.test(argument.slot) && argument.provenance !== "clause");
    if (rule.fill === "giver" && slot === "@of" && rule.slots.includes("poss") && !delivered) return [];
    return trigger.arguments
      .filter((argument) => argument.slot === slot.slice(1))
      .map((argument): Offer => ({ fillers: originOf(context, syntax, argument.head, rule, types), provenance: argument.provenance }))
      .filter((offer) => offer.fillers.length > 0);
  }
  const offers: Offer[] = [];
  const receives = rule.fill === "taker" || rule.fill === "aided";
  if ((rule.fill === "taker" || rule.fill === "aided") && slot === "theme" && !themeReceives(trigger)) return [];
  // Who announces a meeting need not be there.
  const carrier = trigger.support?.group.head;
  // "received assistance", "announced assistance": who gets it and who gives it are subjects of different verbs
  if (slot === "support" && carrier !== undefined && (receives || rule.role === "supplier"))
    if (RECEIVING.has(syntax.view.lemma(carrier)) !== receives) return [];
  if (rule.union && slot === "support" && standsOutside(trigger)) return [];
  for (const told of trigger.arguments) {
    if (told.slot !== slot) continue;
    const argument = rule.union ? { ...told, head: antecedentOf(syntax, told.head) } : told;
    if (
      argument.provenance === "clause" &&
      ((rule.union && slot !== "with" && slot !== "between") || slot === "of" || (rule.inside && slot !== "against"))
    )
      continue;
    if (argument.provenance === "clause" && slot === "by" && trigger.kind === "noun") continue;
    // "assistance for Kyiv, as its people defend their freedom from Russian aggression": what stands behind another verb is that verb's
    const behindVerb = argument.provenance === "clause" && trigger.kind === "noun" && verbBetween(syntax, trigger, argument.head);
    if (behindVerb && (slot === "from" || rule.fill === "funded")) continue;
    if (slot === "of" && isBidding(syntax, trigger, argument.head)) continue;
    // "his call with allies, and today's call with Putin": no day takes part
    if (slot === "poss" && isTimeWord(syntax.view.lower(argument.head))) continue;
    if (slot === "with" && rule.union && isWithTheme(syntax, trigger, argument.head)) continue;
    if (slot === "between" && relatesOthers(syntax, trigger, argument.head)) continue;
    if (rule.union && slot === "of" && saysOfWhom(syntax, argument.head)) continue;
    if (argument.provenance === "clause" && ["whither", "land", "addressee", "host"].includes(rule.fill)) continue;
    if (argument.provenance === "clause" && rule.union && verbBetween(syntax, trigger, argument.head)) continue;
    // "In Europe, Russia continues its war": the setting is not what is struck
    if (argument.provenance === "clause" && STRUCK_FILLS.has(rule.fill)) {
      if (argument.head < trigger.token) continue;
      if (trigger.kind === "noun" && slot !== "against" && slot !== "targeting" && verbBetween(syntax, trigger, argument.head)) continue;
    }
    // "the impact of the war on food prices": what an effect is on is not what is struck
    if (slot === "on" && STRUCK_FILLS.has(rule.fill) && isFelt(syntax, trigger)) continue;
    // "providing German tanks", "ten systems for every Russian tank": goods receive nothing
    if (receives && isGoods(syntax, argument.head)) continue;
    const offered = offerOf(context, trigger, rule, argument, types);
    const fillers = isPlainPronoun(syntax, argument.head) ? withoutAgent(context, trigger, argument, offered) : offered;
    if (fillers.length > 0) offers.push({ fillers, provenance: argument.provenance });
  }
  return offers;
}

/** Whose the things are: named inside the phrase, or, where it only counts or sums up, inside the one for what is counted: "$2 billion worth of French arms". */
function originOf(
  context: ReadingContext,
  syntax: SentenceSyntax,
  head: number,
  rule: RoleRule,
  types: ReadonlySet<EntityType>,
): Offer["fillers"] {
  const own = named(context, syntax, head, types);
  if (own.length > 0 || (rule.fill !== "giver" && rule.fill !== "taker")) return own;
  const goods = counted(syntax, head);
  const link = syntax.phrases[syntax.at(head) + 1];
  const summed = link?.kind === "prep" && /^(?:in|of)$/.test(syntax.view.lower(link.first)) && isSum(syntax, head);
  const next = summed ? syntax.phrases[syntax.at(head) + 2] : undefined;
  const object = next?.kind === "np" ? next.head : goods;
  return object === head ? own : named(context, syntax, object, types);
}

/** "what Sudan had sold to it": a pronoun in a clause is never the clause's own subject. */
function withoutAgent(context: ReadingContext, trigger: Trigger, argument: Argument, offered: Offer["fillers"]): Offer["fillers"] {
  if (trigger.kind !== "verb" || argument.slot === "agent") return offered;
  const agents = new Set(
    trigger.arguments
      .filter(({ slot, head }) => slot === "agent" && head !== argument.head)
      .flatMap(({ head }) => fillersOf(trigger.syntax, context.entities, head).map(({ entity }) => entity.id)),
  );
  return offered.filter(({ entity }) => !agents.has(entity));
}

/** Slots in which a capital can only be meant as its government: it gives, is given or owns. */
const CAPITAL_FILLS = new Set(["giver", "imposer", "taker", "aided", "funded", "addressed", "petitioned"]);
const GOVERNING_SLOTS = new Set(["agent", "iobj", "theme", "poss", "by", "support", "governor", "from"]);

/** "provide Riyadh with radars", "Pyongyang's supplies": a town hands over nothing, its state does. */
const asState =
  (context: ReadingContext) =>
  (filler: Filler): Filler => {
    const state =
      filler.entity.type === "Place" && filler.entity.country !== undefined ? context.entities.get(filler.entity.country) : undefined;
    return state === undefined ? filler : { ...filler, entity: state };
  };

/** "We have agreed with Tokyo", said by an official: the country has. */
const asNation =
  (context: ReadingContext) =>
  (filler: Filler): Filler => {
    const { entity, mention } = filler;
    const whose = entity.leads ?? entity.country;
    const state =
      entity.type === "Person" && whose !== undefined && mention.rule === "coreference.first-person-plural"
        ? context.entities.get(whose)
        : undefined;
    return state === undefined ? filler : { ...filler, entity: state };
  };

/** "positions of the Syrian army": whose they are, behind the noun that says nothing. */
function ownersBehind(
  context: ReadingContext,
  syntax: SentenceSyntax,
  rule: RoleRule,
  head: number,
  types: ReadonlySet<string>,
): Offer["fillers"] {
  const at = syntax.at(head);
  const link = syntax.phrases[at + 1];
  const object = syntax.phrases[at + 2];
  if (link?.kind !== "prep" || object?.kind !== "np" || syntax.view.lower(link.first) !== "of") return [];
  const found = resolve(context, fillersOf(syntax, context.entities, object.head), types);
  if (found.length > 0) return found;
  const unnamed = context.unnamed?.take(syntax, object.head, rule.fill);
  return unnamed === undefined ? [] : [asFiller(unnamed.entity, unnamed)];
}

const CRAFT_OF_A_MODEL = /^(?:fighter|jet|bomber|aircraft|plane|warplane|launcher|battery|system|tank|drone|helicopter|missile|vehicle)$/;

const TROOPS_AND_CRAFT =
  /^(?:troop|force|soldier|unit|army|military|navy|marine|ship|warship|vessel|aircraft|jet|fighter|bomber|submarine|plane|drone)$/;

function offerOf(
  context: ReadingContext,
  trigger: Trigger,
  rule: RoleRule,
  argument: Argument,
  types: ReadonlySet<string>,
): Offer["fillers"] {
  const { syntax } = trigger;
  // "concluded an agreement with Egypt on the zone between the two countries": both sides are named already
  const sided = argument.slot === "between" && trigger.arguments.some(({ slot, provenance }) => slot === "with" && provenance !== "clause");
  // Only in what several do to one another is "they" sure to be those who stand side by side.
  const apart = !rule.union && /^PRP/.test(syntax.view.tag(argument.head));
  const together =
    argument.slot === "mod" || sided || apart || STRUCK_FILLS.has(rule.fill) ? [] : membersOf(context, syntax, argument.head, types);
  if (together.length > 0) return together;
  if (ITEM_FILLS.has(rule.fill)) {
    // "hundreds of missile silos": the works are built, the weapon only says what for
    const works = rule.fill === "built" && argument.slot !== "mod" ? counted(syntax, argument.head) : -1;
    if (works >= 0 && WORKS.has(syntax.view.lemma(works)) && syntax.view.widest(works) === undefined)
      return takeUnnamed(context, trigger, rule, argument);
    const own = argument.slot === "mod" ? syntax.view.covering(argument.head) : itemAt(syntax, argument.head).mentions;
    return own.filter((mention) => types.has(mention.type)).map((mention) => asFiller(mention.entity, mention));
  }
  if (rule.fill === "named") {
    // "appointed Andrei Belousov defence minister": the phrase goes on with the post
    const phrase = nounPhrase(syntax, argument.head);
    const people = phrase === undefined ? [] : mentionsInside(syntax, phrase.first, phrase.last).filter(({ type }) => types.has(type));
    if (people[0]) return [asFiller(people[0].entity, people[0])];
  }
  const found =
    argument.slot === "mod"
      ? modifierFillers(context, syntax, argument.head)
      : fillersOr(
          isOwnOwner(syntax, trigger, argument.head)
            ? fillersOfPart(syntax, context.entities, argument.head)
            : fillersOf(syntax, context.entities, argument.head),
          argument.slot === "agent" ? () => effortOwners(syntax, context.entities, argument.head) : undefined,
        );
  const spoken = rule.national ? found.map(asNation(context)) : found;
  const governs =
    (CAPITAL_FILLS.has(rule.fill) ||
      (rule.fill === "actor" &&
        argument.slot === "agent" &&
        trigger.group?.form === "finite" &&
        argument.head < trigger.group.first &&
        trigger.group.first - argument.head <= 3)) &&
    (GOVERNING_SLOTS.has(argument.slot) || rule.fill === "addressed" || rule.fill === "petitioned");
  // "aid to the Sahel": regions are helped, towns are only where the help arrives
  const reached =
    rule.fill === "aided" ? spoken.filter(({ entity }) => entity.type !== "Place" || entity.country === undefined || governs) : spoken;
  const fillers = governs ? reached.map(asState(context)) : reached;
  // "Tusk called on Belarus": a politician's words are no request of his state
  if (rule.fill === "caller")
    return resolve(
      context,
      fillers.filter(({ entity }) => entity.type !== "Person" && entity.type !== "Position"),
      types,
    );
  // Countries do not travel, and yet their delegations do
  if (rule.fill === "traveller")
    return TROOPS_AND_CRAFT.test(syntax.view.lemma(argument.head))
      ? []
      : combined(
          context,
          syntax,
          resolve(
            context,
            fillers.filter(({ via, entity }) => via === "represents" || (entity.type !== "State" && entity.type !== "Territory")),
            types,
          ),
        );
  // "an agent of the FSB": who is arrested is the agent
  if (
    (rule.fill === "accused" || rule.fill === "seized" || rule.fill === "sanctioned") &&
    fillers.every((filler) => filler.via === "represents" || filler.mention.kind === "demonym")
  ) {
    // "Georgian officials", "British ministers": they themselves, not whose they are
    const group = syntax.view.covering(argument.head).find((mention) => mention.type === "Group" && mention.head === argument.head);
    const names = group ? apposedNames(syntax, argument.head) : [];
    if (names.length > 0) return names.map((mention) => asFiller(mention.entity, mention));
    if (group && types.has("Group")) return [asFiller(group.entity, group)];
    const accused = takeUnnamed(context, trigger, rule, argument);
    if (accused.length > 0) return combined(context, syntax, accused);
  }
  // "60 Syrian soldiers", "a Red Crescent warehouse": what is struck is they themselves, not whose they are
  if (STRUCK_FILLS.has(rule.fill)) {
    // "U.S. Navy warships", "a Red Crescent convoy": a body that is named is struck in what is its own
    const owners = fillers.filter(
      (filler) => filler.via === "represents" && OWNING_BODIES.has(filler.entity.type) && filler.mention.first < argument.head,
    );
    // "shot down three Houthi drones", "destroyed two Hezbollah launchers": what is put out of action is the thing
    const things = rule.fill === "victim" ? fillers.filter(({ mention }) => mention.head === argument.head && ARMS.has(mention.type)) : [];
    // "two Su-35 fighters", "three S-400 launchers": the model says what they are
    const model = CRAFT_OF_A_MODEL.test(syntax.view.lemma(argument.head)) ? syntax.view.widest(argument.head - 1) : undefined;
    if (model?.type === "WeaponSystem") return [asFiller(model.entity, model)];
    if (owners.length > 0 && things.length > 0) return resolve(context, things, types);
    if (owners.length > 0) return resolve(context, owners, types);
  }
  // "Iranian targets", "SDF positions": the noun says nothing, whose they are says all
  const listed = MEMBERWISE.has(rule.fill) && coordinated(syntax, argument.head).length > 1;
  if (STRUCK_FILLS.has(rule.fill) && !listed && SAYING_NOTHING.has(syntax.view.lemma(argument.head))) {
    const owners = named(context, syntax, argument.head, types);
    if (owners.length > 0) return owners;
    const behind = ownersBehind(context, syntax, rule, argument.head, types);
    if (behind.length > 0) return behind;
  }
  if (STRUCK_FILLS.has(rule.fill) && fillers.every((filler) => filler.via === "represents")) {
    const struck = takeUnnamed(context, trigger, rule, argument);
    if (struck.length > 0) return combined(context, syntax, struck);
  }
  // "Ukrainian cities and energy infrastructure": each member of the list by itself
  if (listed) {
    const struck = coordinated(syntax, argument.head).flatMap((head): Offer["fillers"] => {
      // "Americans and other foreign citizens": people, not their country
      const people = syntax.view.widest(head)?.use === "people" ? context.unnamed?.take(syntax, head, rule.fill) : undefined;
      if (people) return [asFiller(people.entity, people)];
      const own = resolve(
        context,
        fillersOfPart(syntax, context.entities, head).filter(
          (filler) => filler.via !== "represents" || !(STRUCK_FILLS.has(rule.fill) || rule.fill === "sanctioned"),
        ),
        types,
      );
      if (own.length === 0 && SAYING_NOTHING.has(syntax.view.lemma(head))) {
        const owners = named(context, syntax, head, types);
        if (owners.length > 0) return owners;
      }
      const unnamed = own.length > 0 ? undefined : context.unnamed?.take(syntax, head, rule.fill);
      return unnamed === undefined ? own : [asFiller(unnamed.entity, unnamed)];
    });
    if (struck.length > 1) return combined(context, syntax, struck);
  }
  // "the implementation of the sanctions", "compliance with the embargo": what is watched is the rule
  if (rule.fill === "inspected" && OBSERVANCE.has(syntax.view.lemma(argument.head))) {
    const link = syntax.phrases[syntax.at(argument.head) + 1];
    const object = syntax.phrases[syntax.at(argument.head) + 2];
    if (link?.kind === "prep" && ["of", "with", "to"].includes(syntax.view.lower(link.first)) && object?.kind === "np") {
      // "the implementation of sanctions on the DPRK": those whom the measure is on
      const against = syntax.phrases[syntax.at(argument.head) + 3];
      const held = syntax.phrases[syntax.at(argument.head) + 4];
      const aimed =
        against?.kind === "prep" && ["on", "against"].includes(syntax.view.lower(against.first)) && held?.kind === "np"
          ? resolve(context, fillersOf(syntax, context.entities, held.head), types)
          : [];
      if (aimed.length > 0) return aimed;
      const kept = resolve(context, fillersOf(syntax, context.entities, object.head), types);
      const unnamed = kept.length > 0 ? undefined : context.unnamed?.take(syntax, object.head, rule.fill);
      return unnamed === undefined ? kept : [asFiller(unnamed.entity, unnamed)];
    }
  }
  // "monitored United Nations sanctions on North Korea", taken for one name: those whom the measure is on
  if (rule.fill === "inspected") {
    const measure = syntax.view.widest(argument.head);
    const aim = measure === undefined || measure.type !== "Agreement" ? undefined : aimedInside(syntax, measure);
    if (aim) return resolve(context, expand(context.entities, aim, "inside"), types);
  }
  // "its partners, among them Germany and Spain": those who are named are meant
  // ("the leaders of the three Baltic states: Latvia, Lithuania and Estonia": those whose leaders they are)
  const examples =
    ACTING_FILLS.has(rule.fill) || rule.fill === "imposer" || rule.fill === "party"
      ? [argument.head, ...headsBehindOf(syntax, argument.head)].flatMap((head) => namedMembers(syntax, head))
      : [];
  const members = resolve(
    context,
    examples.flatMap((head) => fillersOf(syntax, context.entities, head)),
    types,
  );
  if (members.length > 1 && fillers.every(({ entity }) => entity.type === "Group" || entity.type === "Place")) return members;
  const resolved = resolve(context, fillers, types);
  // "Ukraine's president imposed": a post without its holder stands for whose it is
  const posts = resolved.length === 0 && PERSONAL.has(rule.fill) && fillers.every(({ entity }) => entity.type === "Position");
  if (posts) {
    const owners = named(context, syntax, argument.head, types);
    if (owners.length > 0) return owners;
  }
  // Of a president whose country the document never names, he himself acts
  const persons = resolved.length === 0 && PERSONAL.has(rule.fill) ? resolve(context, fillers, FILL_CLASSES["person"] ?? types) : resolved;
  const direct = combined(context, syntax, persons);
  const people = rule.union && rule.fill === "party" ? withListed(context.entities, syntax, argument, direct) : direct;
  if (people.length > 1) return withoutTheirPosts(context.entities, people);
  if (direct.length > 0) return rule.fill === "place" || rule.fill === "destination" ? direct.slice(0, 1) : direct;
  if (rule.fill === "rule") {
    // "its obligations under the safeguards agreement", "the provisions of the treaty"
    const next = syntax.at(argument.head) + 1;
    const link = syntax.phrases[next];
    const object = syntax.phrases[next + 1];
    if (
      link?.kind === "prep" &&
      object?.kind === "np" &&
      ["under", "of", "in"].includes(syntax.view.lower(link.first)) &&
      RULE_PARTS.has(syntax.view.lemma(argument.head))
    ) {
      const named = resolve(context, fillersOf(syntax, context.entities, object.head), types);
      const unnamed = named.length > 0 ? undefined : context.unnamed?.take(syntax, object.head, rule.fill);
      return unnamed === undefined ? named : [asFiller(unnamed.entity, unnamed)];
    }
  }
  if (!rule.inside) return [];
  // "five U.S. arms makers": they are hit, not their country
  if (rule.fill === "sanctioned") {
    const unnamed = takeUnnamed(context, trigger, rule, argument);
    if (unnamed.length > 0) return combined(context, syntax, unnamed);
  }
  // "an assault on its sovereignty" strikes nobody; "attacks on Ukraine's energy grid" do
  if (STRUCK_FILLS.has(rule.fill) && ABSTRACT.test(syntax.view.lemma(argument.head)) && syntax.view.lemma(argument.head) !== "integrity")
    return [];
  // "its ability to fund its war": whoever pays for what is his own gives to nobody
  if (rule.fill === "funded" && syntax.view.tag(nounPhrase(syntax, argument.head)?.first ?? -1) === "PRP$") return [];
  const inside = named(context, syntax, argument.head, types);
  if (inside.length > 0) return inside;
  // "commitment to the security of the ROK": whose it is stands after `of`
  const link = syntax.phrases[syntax.at(argument.head) + 1];
  const owner = syntax.phrases[syntax.at(argument.head) + 2];
  return link?.kind === "prep" &&
    owner?.kind === "np" &&
    ((syntax.view.lower(link.first) === "of" && (!ACTING_FILLS.has(rule.fill) || OWNED.has(syntax.view.lemma(argument.head)))) ||
      ((rule.fill === "struck" || rule.fill === "victim") &&
        VAGUE_TARGETS.has(syntax.view.lemma(argument.head)) &&
        syntax.view.lower(link.first) === "in"))
    ? resolve(context, fillersOf(syntax, context.entities, owner.head), types)
    : [];
}

/** Those whom a definite plural stands for, as the role takes them: people give way to their states where only those act. */
function membersOf(context: ReadingContext, syntax: SentenceSyntax, head: number, types: ReadonlySet<string>): Offer["fillers"] {
  const phrase = nounPhrase(syntax, head);
  const ids = phrase === undefined ? [] : (context.together?.membersAt(syntax, head) ?? []);
  const found = ids.flatMap((id) => {
    const entity = context.entities.get(id);
    const country = entity?.country === undefined ? undefined : context.entities.get(entity.country);
    if (entity !== undefined && types.has(entity.type)) return [id];
    return country !== undefined && types.has(country.type) ? [country.id] : [];
  });
  return found.length < ids.length || phrase === undefined
    ? []
    : [...new Set(found)].map((entity) => ({ entity, first: phrase.first, last: phrase.last }));
}

function aimedInside(syntax: SentenceSyntax, measure: Mention): Mention | undefined {
  const { view } = syntax;
  for (let token = measure.first + 1; token < measure.last; token++) {
    if (!["on", "against", "over"].includes(view.lower(token))) continue;
    for (let next = token + 1; next < measure.last; next++) {
      const inner = view.covering(next).find((mention) => mention !== measure);
      if (inner) return inner;
    }
  }
  return undefined;
}

const OBSERVANCE = new Set([
  "implementation",
  "compliance",
  "enforcement",
  "observance",
  "evasion",
  "violation",
  "application",
  "adherence",
  "breach",
]);
const ABSTRACT = /(ty|ion|ence|ance|ship|ness|ism|dom|value|interest|right|principle|law|order|rule|will|attempt|effort|plan|plot)$/;

const fillersOr = (found: readonly Filler[], otherwise: (() => readonly Filler[]) | undefined): readonly Filler[] =>
  found.length > 0 || otherwise === undefined ? found : otherwise();

/** What is done for these is done for whose they are: "the security of the ROK", "the people of Ukraine"; not so "the release of the citizens". */
const OWNED = new Set(
  "security defense defence safety sovereignty independence integrity stability protection people population citizen government force army military state country republic nation resident side behalf benefit modernization modernisation development reconstruction recovery".split(
    " ",
  ),
);
const VAGUE_TARGETS = new Set("target position site area location town city village asset".split(" "));
const RULE_PARTS = new Set(
  "obligation provision term commitment article undertaking requirement condition restriction limit duty part".split(" "),
);

function modifierFillers(context: ReadingContext, syntax: SentenceSyntax, head: number): readonly Filler[] {
  const mention = syntax.view.covering(head).find((candidate) => candidate.head === head) ?? syntax.view.widest(head);
  return mention ? expand(context.entities, mention, "modifier") : [];
}

/** Collectives that stand together without a name are one: "allies and partners", "individuals and entities". */
export function combined(context: ReadingContext, syntax: SentenceSyntax, fillers: Offer["fillers"]): Offer["fillers"] {
  const faceless = (id: string): boolean => {
    const entity = context.entities.get(id) ?? context.unnamed?.entities.get(id);
    return entity?.type === "Group" && entity.isNew && (entity.members?.length ?? 0) === 0;
  };
  // "weapons warehouses and ammunition depots": several of a kind, none counted out by an article
  const bareWorks = (id: string): EntityType | undefined => {
    const entity = context.entities.get(id) ?? context.unnamed?.entities.get(id);
    return entity?.isNew === true && (entity.type === "Facility" || entity.type === "Item") && /^\p{Ll}.*s$/u.test(entity.name)
      ? entity.type
      : undefined;
  };
  const merged: { entity: string; first: number; last: number }[] = [];
  for (const filler of fillers) {
    const before = merged.at(-1);
    const between = before === undefined ? "" : syntax.view.lower(before.last);
    const adjacent = before !== undefined && filler.first - before.last === 1 && (between === "and" || between === "or");
    // "Americans and other foreign citizens": people of a country are somebody
    const peoples = [before, filler].some((one) => one !== undefined && syntax.view.widest(one.last - 1)?.kind === "demonym");
    const alike = before !== undefined && (bareWorks(before.entity) ?? "a") === (bareWorks(filler.entity) ?? "b");
    if (before && adjacent && context.unnamed && !peoples && ((faceless(before.entity) && faceless(filler.entity)) || alike)) {
      let first = before.first;
      while (syntax.view.tag(first) === "CD" && first < before.last - 1) first++;
      const whole = context.unnamed.combine(syntax, first, filler.last, bareWorks(filler.entity) ?? "Group");
      merged[merged.length - 1] = { entity: whole.entity, first, last: filler.last };
    } else merged.push(filler);
  }
  // "600 individuals and entities": the second word alone names nobody, and yet belongs to the collective
  const last = merged.at(-1);
  const link = last === undefined ? "" : syntax.view.lower(last.last);
  if (last && context.unnamed && (link === "and" || link === "or") && faceless(last.entity)) {
    const next = nounPhrase(syntax, last.last + 1);
    const other = next === undefined ? undefined : context.unnamed.take(syntax, next.head, "sanctioned");
    if (next && other && faceless(other.entity)) {
      let first = last.first;
      while (syntax.view.tag(first) === "CD" && first < last.last - 1) first++;
      merged[merged.length - 1] = { entity: context.unnamed.combine(syntax, first, next.last).entity, first, last: next.last };
    }
  }
  return merged;
}
