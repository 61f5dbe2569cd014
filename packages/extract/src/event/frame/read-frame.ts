import type { Mention } from "../../annotated-document.ts";
import { EVENT_TYPES, type EventType } from "../../ontology.ts";
import type { Argument } from "../syntax/arguments.ts";
import { coordinated, counted, type EntityLookup, effortOwners, expand, type Filler, fillersOf } from "../syntax/filler.ts";
import { listStart, nounPhrase, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import type { UnnamedThings } from "../unnamed.ts";
import { FILL_CLASSES, TRANSFER_TYPES } from "./frame.ts";
import type { IndexedFrame, RoleRule } from "./frame-index.ts";
import { type Item, type ItemClass, itemAt, itemInside, leadingClass } from "./item-class.ts";

/** A frame row filled from one place in the text. */
export interface Reading {
  readonly type: EventType;
  readonly frame: IndexedFrame["frame"];
  readonly trigger: Trigger;
  /** Role → entity ids. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly literals: Readonly<Record<string, readonly string[]>>;
  /** Token ranges `[first, last)` of what fills the roles, the trigger's own phrase included. */
  readonly spans: readonly (readonly [number, number])[];
  readonly item?: Item;
  readonly confidence: number;
}

const OWNING_BODIES = new Set(["MilitaryForce", "ArmedGroup", "InternationalOrganization"]);
const STRUCK_FILLS = new Set(["struck", "victim"]);
const ITEM_FILLS = new Set(["thing", "weapon", "built"]);
/** Bodies that are the state itself when they act: rule "the filler is the State". */
const STATE_BODY = /\b(government|regime|administration|kremlin|dictatorship|leadership|junta|authorities|politburo)\b/i;

export interface ReadingContext {
  readonly entities: EntityLookup;
  /** Makes entities for what takes part without a name. */
  readonly unnamed?: UnnamedThings;
}

/** Fills one frame row from a trigger's arguments; undefined where the row does not apply. */
export function readFrame(context: ReadingContext, trigger: Trigger, indexed: IndexedFrame): Reading | undefined {
  const { frame } = indexed;
  if (!slotsPresent(trigger, indexed.slots)) return undefined;
  if (indexed.before.size > 0 && !(trigger.group && indexed.before.has(trigger.syntax.view.lower(trigger.group.last)))) return undefined;
  if (
    indexed.subject.size > 0 &&
    !trigger.arguments.some((argument) => argument.slot === "agent" && indexed.subject.has(trigger.syntax.view.lemma(argument.head)))
  )
    return undefined;
  if (frame.predicate === true && trigger.group?.form !== "finite" && trigger.group?.form !== "infinitive") return undefined;
  if (frame.passive === true && trigger.group?.passive !== true) return undefined;
  if (indexed.under.size > 0 && !governedBy(trigger, indexed.under)) return undefined;
  if (indexed.unless.size > 0 && nearWords(trigger, true).some((word) => indexed.unless.has(word))) return undefined;
  const item = indexed.item ? itemOf(trigger, indexed.item.slots) : undefined;
  if (indexed.item?.required === true && ![...(item?.classes ?? [])].some((name) => indexed.item?.classes.has(name) === true))
    return undefined;
  const type = frame.type === "transfer" ? transferType(item, indexed, frame.otherwise) : frame.type;
  if (!type) return undefined;

  const spans: (readonly [number, number])[] = [ownSpan(trigger)];
  const roles: Record<string, readonly string[]> = {};
  let agreeing = 0;
  let filled = 0;
  const taken = new Set<string>();
  const core = new Set(EVENT_TYPES[type].core);
  for (const rule of indexed.roles) {
    const chosen = choose(
      context,
      trigger,
      rule,
      core.has(rule.role),
      core.has(rule.role) && !rule.slots.includes("between") ? taken : new Set(),
    );
    if (chosen.ids.length === 0) continue;
    // "working with the U.S. and Canada": all of them are the other side, and who works with them is not known
    if (type === "Cooperation" && core.has(rule.role) && chosen.ids.length > 1 && chosen.slots?.every((slot) => slot === "with") === true)
      return undefined;
    roles[rule.role] = chosen.ids;
    spans.push(...chosen.spans);
    if (core.has(rule.role)) {
      for (const id of chosen.ids) taken.add(id);
      filled++;
      if (chosen.provenance === "both") agreeing++;
    }
  }
  if (!indexed.needs.every((group) => group.some((need) => (roles[need.role]?.length ?? 0) >= need.count))) return undefined;
  if (indexed.beside.size > 0 && !besideHolds(context, trigger, indexed, roles)) return undefined;
  // What is struck is not what it is struck with
  const instrument = roles["instrument"]?.filter((id) => roles["target"]?.includes(id) !== true);
  if (instrument !== undefined) roles["instrument"] = instrument;
  for (const [role, value] of Object.entries(frame.constants ?? {})) roles[role] = [value];
  const literals = readLiterals(trigger, frame.literals ?? {});
  const confidence = (frame.confidence ?? 0.7) + (filled > 0 ? 0.25 * (agreeing / filled) : 0);
  return {
    type,
    frame,
    trigger,
    roles,
    literals,
    spans,
    ...(item === undefined ? {} : { item }),
    confidence: Math.round(confidence * 100) / 100,
  };
}

function transferType(item: Item | undefined, indexed: IndexedFrame, otherwise: EventType | undefined): EventType | undefined {
  const allowed = [...(item?.classes ?? [])].filter((name) => indexed.item?.classes.has(name) === true);
  const leading = leadingClass(new Set<ItemClass>(allowed));
  return (leading === undefined ? undefined : TRANSFER_TYPES[leading]) ?? otherwise;
}

const TIME_WORD =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|morning|night|day|week|month|year|today|yesterday)$/;

const WATERS = new Set("sea ocean water waters space orbit air sky atmosphere service".split(" "));

/** `!slot` forbids, the others ask for one of them. */
function slotsPresent(trigger: Trigger, slots: readonly string[]): boolean {
  if (slots.length === 0) return true;
  const dated = (argument: Argument): boolean =>
    trigger.syntax.view.tag(argument.head) === "CD" || TIME_WORD.test(trigger.syntax.view.lower(argument.head));
  const near = (
    trigger.kind === "verb" ? trigger.arguments : trigger.arguments.filter((argument) => argument.provenance !== "clause")
  ).filter((argument) => !dated(argument));
  // What is fired into the sea hits nobody
  const dry = near.filter((argument) => !WATERS.has(trigger.syntax.view.lemma(argument.head)));
  if (slots.some((slot) => slot.startsWith("!") && dry.some((argument) => argument.slot === slot.slice(1)))) return false;
  const wanted = slots.filter((slot) => !slot.startsWith("!"));
  return wanted.length === 0 || near.some((argument) => wanted.includes(argument.slot));
}

function itemOf(trigger: Trigger, slots: readonly string[]): Item | undefined {
  for (const slot of slots) {
    if (slot === "mod") {
      const phrase = nounPhrase(trigger.syntax, trigger.token);
      if (!phrase) continue;
      const item = itemInside(trigger.syntax, phrase.first, trigger.token);
      if (item.classes.size > 0) return item;
      continue;
    }
    for (const argument of trigger.arguments) {
      if (argument.slot !== slot || argument.provenance === "clause") continue;
      const item = itemAt(trigger.syntax, argument.head);
      if (item.classes.size > 0 && !isHappening(trigger.syntax, item)) return item;
    }
  }
  return undefined;
}

/** "one of the largest missile attacks": the phrase is about an event, not about missiles. */
function isHappening(syntax: SentenceSyntax, item: Item): boolean {
  const last = syntax.phrases[syntax.at(item.last - 1)];
  return (
    last?.kind === "np" &&
    /^(attack|strike|test|launch|exercise|drill|talk|deal|program|threat|crisis)$/.test(syntax.view.lemma(last.head)) &&
    !item.classes.has("programme")
  );
}

interface Choice {
  readonly ids: readonly string[];
  readonly spans: readonly (readonly [number, number])[];
  readonly provenance: Argument["provenance"] | "none";
  /** Slots that named somebody. */
  readonly slots?: readonly string[];
}
const NOTHING: Choice = { ids: [], spans: [], provenance: "none" };

function choose(context: ReadingContext, trigger: Trigger, rule: RoleRule, core: boolean, taken: ReadonlySet<string>): Choice {
  const ids: string[] = [];
  const spans: (readonly [number, number])[] = [];
  const slots: string[] = [];
  let provenance: Choice["provenance"] = "none";
  for (const slot of rule.slots) {
    for (const offer of offersIn(context, trigger, rule, slot)) {
      const fresh = offer.fillers.filter((filler) => !taken.has(filler.entity) && !ids.includes(filler.entity));
      if (fresh.length === 0) continue;
      if (ids.length === 0) provenance = offer.provenance;
      slots.push(slot);
      for (const filler of fresh) {
        if (ids.includes(filler.entity)) continue;
        ids.push(filler.entity);
        spans.push([filler.first, filler.last]);
      }
      if (!rule.union || slot === "mod") {
        if (slot !== "mod" && slot !== "poss") break;
        if (!rule.union && slot === "poss") break;
      }
    }
    if (ids.length > 0 && !rule.union) break;
  }
  if (ids.length === 1 && rule.union && core) {
    // "refrain from cooperation with South Africa", said of "all States": the other side has no name
    const other = chooseUnnamed(context, trigger, rule);
    if (other.ids.length > 0)
      return { ids: [...ids, ...other.ids.filter((id) => !ids.includes(id))], spans: [...spans, ...other.spans], provenance };
  }
  if (ids.length > 0) return { ids: mostSpecific(context, ids), spans, provenance, slots };
  return core ? chooseUnnamed(context, trigger, rule) : NOTHING;
}

/** Nobody named fills a core role: perhaps something without a name does. */
function chooseUnnamed(context: ReadingContext, trigger: Trigger, rule: RoleRule): Choice {
  for (const slot of rule.slots) {
    for (const argument of trigger.arguments) {
      if (argument.slot !== slot || argument.provenance === "clause") continue;
      const taken = takeUnnamed(context, trigger, rule, argument);
      if (taken.length > 0)
        return {
          ids: taken.map((filler) => filler.entity),
          spans: taken.map((filler) => [filler.first, filler.last] as const),
          provenance: argument.provenance,
        };
    }
  }
  return NOTHING;
}

function takeUnnamed(context: ReadingContext, trigger: Trigger, rule: RoleRule, argument: Argument): Offer["fillers"] {
  return coordinated(trigger.syntax, counted(trigger.syntax, argument.head))
    .map((head) => context.unnamed?.take(trigger.syntax, head, rule.fill))
    .filter((mention) => mention !== undefined)
    .map((mention) => asFiller(mention.entity, mention));
}

/** Drops categories where something more specific of their kind stands beside them: "Hwasong-14 intercontinental ballistic missiles". */
function mostSpecific(context: ReadingContext, ids: readonly string[]): readonly string[] {
  if (ids.length < 2) return ids;
  const kinds = ids.map((id) => context.entities.get(id));
  const hasModel = kinds.some((entity) => entity?.type === "WeaponSystem");
  const broader = new Set(kinds.flatMap((entity) => entity?.broader ?? []));
  const kept = ids.filter((id, index) => {
    const entity = kinds[index];
    if (entity?.type !== "WeaponCategory") return true;
    return !(broader.has(id) || hasModel || /^(weapon|missile|military equipment)$/.test(entity.name));
  });
  return kept.length > 0 ? kept : ids;
}

interface Offer {
  readonly fillers: readonly { readonly entity: string; readonly first: number; readonly last: number }[];
  readonly provenance: Argument["provenance"];
}

const OUTSIDERS = new Set("announce approve order welcome expect see bring order file suspend propose prepare plan".split(" "));

function offersIn(context: ReadingContext, trigger: Trigger, rule: RoleRule, slot: string): readonly Offer[] {
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
  if (slot.startsWith("@")) {
    return trigger.arguments
      .filter((argument) => argument.slot === slot.slice(1))
      .map((argument): Offer => ({ fillers: named(context, syntax, argument.head, types), provenance: argument.provenance }))
      .filter((offer) => offer.fillers.length > 0);
  }
  const offers: Offer[] = [];
  // Who announces a meeting need not be there.
  const carrier = trigger.support?.group.head;
  if (rule.union && slot === "support" && carrier !== undefined && OUTSIDERS.has(syntax.view.lemma(carrier))) return [];
  for (const argument of trigger.arguments) {
    if (argument.slot !== slot) continue;
    if (
      argument.provenance === "clause" &&
      ((rule.union && slot !== "with" && slot !== "between") || slot === "of" || (rule.inside && slot !== "against"))
    )
      continue;
    if (argument.provenance === "clause" && slot === "by" && trigger.kind === "noun") continue;
    if (argument.provenance === "clause" && rule.union && verbBetween(syntax, trigger, argument.head)) continue;
    // "In Europe, Russia continues its war": the setting is not what is struck
    if (argument.provenance === "clause" && STRUCK_FILLS.has(rule.fill)) {
      if (argument.head < trigger.token) continue;
      if (trigger.kind === "noun" && slot !== "against" && slot !== "targeting" && verbBetween(syntax, trigger, argument.head)) continue;
    }
    const fillers = offerOf(context, trigger, rule, argument, types);
    if (fillers.length > 0) offers.push({ fillers, provenance: argument.provenance });
  }
  return offers;
}

/** Another verb stands before the argument and takes it: "hosting the summit, developing the partnership with NATO". */
function verbBetween(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  for (let at = syntax.at(trigger.token) + 1; at < syntax.at(head); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.head !== trigger.support?.group.head && phrase.form !== "participle") return true;
  }
  return false;
}

function offerOf(
  context: ReadingContext,
  trigger: Trigger,
  rule: RoleRule,
  argument: Argument,
  types: ReadonlySet<string>,
): Offer["fillers"] {
  const { syntax } = trigger;
  if (ITEM_FILLS.has(rule.fill)) {
    const own = argument.slot === "mod" ? syntax.view.covering(argument.head) : itemAt(syntax, argument.head).mentions;
    return own.filter((mention) => types.has(mention.type)).map((mention) => asFiller(mention.entity, mention));
  }
  const fillers =
    argument.slot === "mod"
      ? modifierFillers(context, syntax, argument.head)
      : fillersOr(
          fillersOf(syntax, context.entities, argument.head),
          argument.slot === "agent" ? () => effortOwners(syntax, context.entities, argument.head) : undefined,
        );
  // "60 Syrian soldiers", "a Red Crescent warehouse": what is struck is they themselves, not whose they are
  if (STRUCK_FILLS.has(rule.fill)) {
    // "U.S. Navy warships", "a Red Crescent convoy": a body that is named is struck in what is its own
    const owners = fillers.filter((filler) => filler.via === "represents" && OWNING_BODIES.has(filler.entity.type));
    if (owners.length > 0) return resolve(context, owners, types);
  }
  if (STRUCK_FILLS.has(rule.fill) && fillers.every((filler) => filler.via === "represents")) {
    const struck = takeUnnamed(context, trigger, rule, argument);
    if (struck.length > 0) return combined(context, syntax, struck);
  }
  const direct = combined(context, syntax, resolve(context, fillers, types));
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
      return resolve(context, fillersOf(syntax, context.entities, object.head), types);
    }
  }
  if (!rule.inside) return [];
  // "an assault on its sovereignty" strikes nobody; "attacks on Ukraine's energy grid" do
  if (STRUCK_FILLS.has(rule.fill) && ABSTRACT.test(syntax.view.lemma(argument.head))) return [];
  const inside = named(context, syntax, argument.head, types);
  if (inside.length > 0) return inside;
  // "commitment to the security of the ROK": whose it is stands after `of`
  const link = syntax.phrases[syntax.at(argument.head) + 1];
  const owner = syntax.phrases[syntax.at(argument.head) + 2];
  return link?.kind === "prep" &&
    owner?.kind === "np" &&
    ((syntax.view.lower(link.first) === "of" && (rule.fill !== "actor" || OWNED.has(syntax.view.lemma(argument.head)))) ||
      ((rule.fill === "struck" || rule.fill === "victim") &&
        VAGUE_TARGETS.has(syntax.view.lemma(argument.head)) &&
        syntax.view.lower(link.first) === "in"))
    ? resolve(context, fillersOf(syntax, context.entities, owner.head), types)
    : [];
}

const ABSTRACT = /(ty|ion|ence|ance|ship|ness|ism|dom|value|interest|right|principle|law|order|rule|will|attempt|effort|plan|plot)$/;

const fillersOr = (found: readonly Filler[], otherwise: (() => readonly Filler[]) | undefined): readonly Filler[] =>
  found.length > 0 || otherwise === undefined ? found : otherwise();

/** What is done for these is done for whose they are: "the security of the ROK", "the people of Ukraine"; not so "the release of the citizens". */
const OWNED = new Set(
  "security defense defence safety sovereignty independence integrity stability protection people population citizen government force army military state country republic nation resident side behalf benefit development reconstruction recovery".split(
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
function combined(context: ReadingContext, syntax: SentenceSyntax, fillers: Offer["fillers"]): Offer["fillers"] {
  const faceless = (id: string): boolean => {
    const entity = context.entities.get(id);
    return entity?.type === "Group" && entity.isNew && (entity.members?.length ?? 0) === 0;
  };
  const merged: { entity: string; first: number; last: number }[] = [];
  for (const filler of fillers) {
    const before = merged.at(-1);
    const between = before === undefined ? "" : syntax.view.lower(before.last);
    const adjacent = before !== undefined && filler.first - before.last === 1 && (between === "and" || between === "or");
    if (before && adjacent && context.unnamed && faceless(before.entity) && faceless(filler.entity)) {
      const whole = context.unnamed.combine(syntax, before.first, filler.last);
      merged[merged.length - 1] = { entity: whole.entity, first: before.first, last: filler.last };
    } else merged.push(filler);
  }
  // "600 individuals and entities": the second word alone names nobody, and yet belongs to the collective
  const last = merged.at(-1);
  const link = last === undefined ? "" : syntax.view.lower(last.last);
  if (last && context.unnamed && (link === "and" || link === "or") && faceless(last.entity)) {
    const next = nounPhrase(syntax, last.last + 1);
    const other = next === undefined ? undefined : context.unnamed.take(syntax, next.head, "sanctioned");
    if (next && other && context.entities.get(other.entity) === undefined) {
      let first = last.first;
      while (syntax.view.tag(first) === "CD" && first < last.last - 1) first++;
      merged[merged.length - 1] = { entity: context.unnamed.combine(syntax, first, next.last).entity, first, last: next.last };
    }
  }
  return merged;
}

/** Fillers of the wanted types; governments and persons give way to their state where only organisations are wanted. */
function resolve(context: ReadingContext, fillers: readonly Filler[], types: ReadonlySet<string>): Offer["fillers"] {
  const found: { entity: string; first: number; last: number }[] = [];
  const direct = fillers.filter((filler) => (filler.via === "direct" || filler.via === "modifier") && types.has(filler.entity.type));
  const pool = direct.length > 0 ? direct : fillers;
  for (const filler of pool) {
    const { entity, mention } = filler;
    const country = entity.country === undefined ? undefined : context.entities.get(entity.country);
    const isBody = entity.type === "GovernmentBody" && STATE_BODY.test(entity.name);
    const isPerson = (entity.type === "Person" || entity.type === "Position") && !types.has("Person");
    let id: string | undefined;
    const isForce = entity.type === "MilitaryForce" && filler.via === "modifier";
    if ((isBody || isPerson || isForce) && country && types.has(country.type)) id = country.id;
    else if (types.has(entity.type)) id = entity.id;
    if (id !== undefined && !found.some((known) => known.entity === id)) found.push(asFiller(id, mention));
  }
  return found;
}

const asFiller = (entity: string, mention: Mention): { entity: string; first: number; last: number } => ({
  entity,
  first: mention.first,
  last: mention.last,
});

/** Those named inside a noun phrase without heading it: its possessor first, else its modifiers. */
function named(context: ReadingContext, syntax: SentenceSyntax, head: number, types: ReadonlySet<string>): Offer["fillers"] {
  // A thing named inside a phrase only says what kind it is of: "uranium plants"
  const owners = new Set([...types].filter((type) => type !== "Item" && type !== "WeaponCategory" && type !== "WeaponSystem"));
  const phrase = nounPhrase(syntax, head);
  if (!phrase) return [];
  const own = mentionsInside(syntax, phrase.first, phrase.last).filter((mention) => mention.head !== head);
  // "North Korea's nuclear and missile programs": the possessor stands in the list's first member
  const opening = syntax.phrases[listStart(syntax, syntax.at(head))];
  const shared = opening?.kind === "np" && opening !== phrase && opening.possessive >= 0;
  const inside = own.length === 0 && shared ? mentionsInside(syntax, opening.first, opening.possessive) : own;
  const fillers = inside.flatMap((mention) => expand(context.entities, mention, "inside"));
  return resolve(context, fillers, owners);
}

function mentionsInside(syntax: SentenceSyntax, first: number, last: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let token = first; token < last; token++) {
    const mention = syntax.view.widest(token);
    if (mention && !found.includes(mention) && mention.first >= first && mention.last <= last) found.push(mention);
  }
  return found;
}

function ownSpan(trigger: Trigger): readonly [number, number] {
  const phrase = trigger.syntax.phrases[trigger.syntax.at(trigger.token)];
  return phrase ? [phrase.first, phrase.last] : [trigger.token, trigger.token + 1];
}

/** Lemmas around the trigger: its phrase, its verb, and (where asked) the phrase of what it is done to. */
function nearWords(trigger: Trigger, theme: boolean): readonly string[] {
  const { syntax } = trigger;
  const { view } = syntax;
  const found: string[] = [];
  const take = (first: number, last: number): void => {
    for (let token = first; token < last; token++) if (token !== trigger.token) found.push(view.lemma(token), view.lower(token));
  };
  const [first, last] = ownSpan(trigger);
  take(first, last);
  if (trigger.kind === "noun" && trigger.support) take(trigger.support.group.first, trigger.support.group.last);
  if (theme) {
    for (const argument of trigger.arguments) {
      if (argument.provenance === "clause" || (argument.slot !== "theme" && argument.slot !== "theme2" && argument.slot !== "of")) continue;
      const phrase = nounPhrase(syntax, argument.head);
      if (phrase && (trigger.kind !== "noun" || argument.slot === "of")) take(phrase.first, phrase.last);
    }
  }
  return found;
}

const AGREEMENT_WORDS = new Set(
  "agreement deal treaty pact accord memorandum mou contract arrangement communique communiqué declaration framework convention protocol guideline guidelines truce ceasefire document compact statement".split(
    " ",
  ),
);
const RULE_WORDS = new Set(
  "resolution sanction treaty obligation embargo law agreement ceasefire sovereignty airspace commitment right ban charter pact convention restriction prohibition order truce armistice".split(
    " ",
  ),
);
const FORUM_TYPES = new Set(["Forum"]);

function besideHolds(
  context: ReadingContext,
  trigger: Trigger,
  indexed: IndexedFrame,
  roles: Readonly<Record<string, readonly string[]>>,
): boolean {
  const { view } = trigger.syntax;
  for (const word of indexed.beside) {
    if (word === "@persons") {
      if (Object.values(roles).some((ids) => ids.some((id) => ["Person", "Position"].includes(context.entities.get(id)?.type ?? ""))))
        return true;
    } else if (word === "@agreement" || word === "@resolution" || word === "@rule") {
      const types =
        word === "@agreement"
          ? ["Agreement", "Document"]
          : word === "@resolution"
            ? ["Resolution"]
            : ["Agreement", "Resolution", "Document"];
      const lexicon = word === "@agreement" ? AGREEMENT_WORDS : word === "@resolution" ? new Set(["resolution"]) : RULE_WORDS;
      for (const argument of trigger.arguments) {
        if (argument.slot !== "theme" && argument.slot !== "of" && !(word === "@rule" && argument.slot === "with")) continue;
        if (argument.provenance === "clause") continue;
        if (lexicon.has(view.lemma(argument.head)) || types.includes(view.widest(argument.head)?.type ?? "")) return true;
      }
    } else if (word === "@guest") {
      const guest = trigger.arguments.find((argument) => argument.slot === "theme" && argument.provenance !== "clause");
      const types = guest === undefined ? [] : fillersOf(trigger.syntax, context.entities, guest.head).map((filler) => filler.entity.type);
      if (types.includes("Person") || types.includes("Position")) return true;
    } else if (word === "@forum") {
      const mention = view.widest(trigger.token);
      if (mention && FORUM_TYPES.has(mention.type)) return true;
    } else if (word === "@weapon") {
      if (trigger.arguments.some((argument) => argument.slot === "theme" && itemAt(trigger.syntax, argument.head).classes.has("weapon")))
        return true;
      if (view.lower(trigger.token + 1) === "fire") return true;
    }
  }
  const near = nearWords(trigger, true);
  if (near.some((word) => indexed.beside.has(word))) return true;
  // A few words to the right of a verb: "working closely with", "designated … as a terrorist organization"
  if (trigger.kind === "verb" && trigger.group) {
    for (let token = trigger.group.last; token < Math.min(trigger.group.last + 12, trigger.syntax.last); token++) {
      if (view.lower(token) === "," && !indexed.beside.has("as")) break;
      if (indexed.beside.has(view.lower(token)) || indexed.beside.has(view.lemma(token)))
        return token - trigger.group.last < 4 || indexed.slots.length > 0;
    }
  }
  return false;
}

/** One of the words stands above the trigger: in the tree, or before it in the sentence within reach. */
function governedBy(trigger: Trigger, lemmas: ReadonlySet<string>): boolean {
  const { view } = trigger.syntax;
  for (let token = trigger.token - 1, steps = 0; token >= trigger.syntax.first && steps < 10; token--, steps++) {
    if (lemmas.has(view.lemma(token)) || lemmas.has(view.lower(token))) return true;
  }
  let above = view.head(trigger.token);
  for (let steps = 0; above >= 0 && steps < 3; steps++) {
    if (lemmas.has(view.lemma(above))) return true;
    above = view.head(above);
  }
  return false;
}

function readLiterals(trigger: Trigger, rules: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [role, slots] of Object.entries(rules)) {
    for (const slot of slots.split(" ")) {
      const argument = trigger.arguments.find((candidate) => candidate.slot === slot && candidate.provenance !== "clause");
      const dated =
        argument !== undefined &&
        (trigger.syntax.view.tag(argument.head) === "CD" || TIME_WORD.test(trigger.syntax.view.lower(argument.head)));
      const text = argument === undefined || dated ? undefined : phraseText(trigger.syntax, argument.head);
      if (text !== undefined) {
        found[role] = [text];
        break;
      }
    }
  }
  return found;
}

/** The words of a noun phrase with its preposition phrases, as normal text. */
function phraseText(syntax: SentenceSyntax, head: number): string | undefined {
  const index = syntax.at(head);
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np") return undefined;
  let end = index;
  for (;;) {
    const link = syntax.phrases[end + 1];
    const next = syntax.phrases[end + 2];
    if (next?.kind === "np" && (link?.kind === "prep" || link?.kind === "cc")) end += 2;
    else break;
  }
  const last = syntax.phrases[end]?.last ?? phrase.last;
  const words: string[] = [];
  for (let token = phrase.first; token < last; token++) {
    const space = token > phrase.first && syntax.view.tokens.spaceBefore[token] === 1;
    words.push((space ? " " : "") + (syntax.view.tokens.norm[token] ?? ""));
  }
  return words.join("").trim();
}
