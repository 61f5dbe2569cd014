import { type EntityType, EVENT_TYPES, type EventType } from "../../ontology.ts";
import type { Argument } from "../syntax/arguments.ts";
import { isTimeWord } from "../syntax/calendar-lexicon.ts";
import { neighbour, nounPhrase, type SentenceSyntax, subjectOf } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { FILL_CLASSES, TRANSFER_TYPES } from "./frame.ts";
import { besideHolds, governedBy, nearWords, ownSpan, readLiterals } from "./frame-conditions.ts";
import type { IndexedFrame, RoleRule } from "./frame-index.ts";
import { type Item, type ItemClass, itemAt, itemInside, leadingClass } from "./item-class.ts";
import { tellsNothing } from "./no-happening.ts";
import { resolve } from "./resolve-fillers.ts";
import { combined, type Offer, offersIn, type ReadingContext, takeUnnamed } from "./role-offers.ts";

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

/** Fills one frame row from a trigger's arguments; undefined where the row does not apply. */
export function readFrame(context: ReadingContext, trigger: Trigger, indexed: IndexedFrame): Reading | undefined {
  const { frame } = indexed;
  if (!slotsPresent(trigger, indexed.slots)) return undefined;
  if (indexed.before.size > 0 && !followedBy(trigger, indexed.before)) return undefined;
  if (
    indexed.subject.size > 0 &&
    !trigger.arguments.some((argument) => argument.slot === "agent" && isSubject(trigger.syntax, indexed.subject, argument.head))
  )
    return undefined;
  if (frame.predicate === true && trigger.group?.form !== "finite" && trigger.group?.form !== "infinitive" && !goesOn(trigger))
    return undefined;
  if (frame.infinitive === true && trigger.group?.form !== "infinitive") return undefined;
  if (frame.past === true && !/^VB[DN]$/.test(trigger.syntax.view.tag(trigger.token))) return undefined;
  if (frame.passive === true && trigger.group?.passive !== true) return undefined;
  if (indexed.under.size > 0 && !governedBy(trigger, indexed.under)) return undefined;
  if (indexed.unless.size > 0 && nearWords(trigger, true).some((word) => indexed.unless.has(word))) return undefined;
  const item = indexed.item ? itemOf(trigger, indexed.item.slots) : undefined;
  if (indexed.item?.required === true && ![...(item?.classes ?? [])].some((name) => indexed.item?.classes.has(name) === true))
    return undefined;
  if ([...(item?.classes ?? [])].some((name) => indexed.item?.not.has(name) === true)) return undefined;
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
    // "meeting their French counterparts": one side, and not the one that meets it
    if (
      type === "Meeting" &&
      core.has(rule.role) &&
      chosen.ids.length === 1 &&
      chosen.slots?.every((slot) => slot === "theme") === true &&
      trigger.group?.passive === false
    )
      return undefined;
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
  if (tellsNothing(type, context, trigger, roles)) return undefined;
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

const SETTINGS = new Set(["at", "in", "during", "after", "following"]);

/** One of the words stands right behind the verb, or past where and when it was: "agreed at their meeting in Washington on Monday to expand it". */
function followedBy({ group, syntax }: Trigger, words: ReadonlySet<string>): boolean {
  const { phrases, view } = syntax;
  if (group === undefined) return false;
  if (words.has(view.lower(group.last))) return true;
  if (!SETTINGS.has(view.lower(group.last))) return false;
  let at = syntax.at(group.head) + 1;
  while (phrases[at]?.kind === "prep" && phrases[at + 1]?.kind === "np") at += 2;
  const next = phrases[at];
  return next?.kind === "vg" && next.form === "infinitive" && words.has(view.lower(next.first));
}

/** The head is one of the words, or the name that it heads ends in one: "the Department of the Treasury". */
function isSubject({ view }: SentenceSyntax, words: ReadonlySet<string>, head: number): boolean {
  const name = view.widest(head);
  return words.has(view.lemma(head)) || (name?.type === "GovernmentBody" && words.has(view.lower(name.last - 1)));
}

/** "would keep targeting ships": the gerund is the verb's own action. */
function goesOn({ group, syntax }: Trigger): boolean {
  // "resulted in the two states brokering a truce": a gerund with a subject of its own behind a preposition
  if (group?.form === "gerund" && subjectOf(syntax, syntax.at(group.head)).explicit === true) return true;
  const before = group?.form === "gerund" ? syntax.phrases[syntax.at(group.head) - 1] : undefined;
  return before?.kind === "vg" && /^(?:keep|stop|continue|begin|start|resume|deny|admit|cease|avoid)$/.test(syntax.view.lemma(before.head));
}

function transferType(item: Item | undefined, indexed: IndexedFrame, otherwise: EventType | undefined): EventType | undefined {
  const wanted = (name: ItemClass): boolean => indexed.item?.classes.has(name) === true;
  const foremost = [...(item?.foremost ?? [])].filter(wanted);
  const allowed = foremost.length > 0 ? foremost : [...(item?.classes ?? [])].filter(wanted);
  const leading = leadingClass(new Set<ItemClass>(allowed));
  return (leading === undefined ? undefined : TRANSFER_TYPES[leading]) ?? otherwise;
}

const WATERS = new Set("sea ocean water waters space orbit air sky atmosphere service".split(" "));

/** `!slot` forbids, the others ask for one of them. */
function slotsPresent(trigger: Trigger, slots: readonly string[]): boolean {
  if (slots.length === 0) return true;
  const dated = (argument: Argument): boolean =>
    trigger.syntax.view.tag(argument.head) === "CD" || isTimeWord(trigger.syntax.view.lower(argument.head));
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
  for (const slot of rule.nearest ? byDistance(trigger, rule.slots) : rule.slots) {
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
        if (slot !== "mod" && slot !== "poss") {
          for (const filler of goingOn(context, trigger, rule, slot, spans.at(-1)?.[1] ?? 0)) {
            if (taken.has(filler.entity) || ids.includes(filler.entity)) continue;
            ids.push(filler.entity);
            spans.push([filler.first, filler.last]);
          }
          break;
        }
        if (!rule.union && slot === "poss") break;
      }
    }
    if (ids.length > 0 && !rule.union) break;
  }
  // (several who are one word, "we" or "the allies", are one side)
  const oneSide = spans.every(([first, last]) => first === spans[0]?.[0] && last === spans[0][1]);
  if (ids.length > 0 && oneSide && rule.union && core) {
    // "refrain from cooperation with South Africa", said of "all States": the other side has no name
    const other = chooseUnnamed(context, trigger, rule);
    if (other.ids.length > 0)
      return { ids: [...ids, ...other.ids.filter((id) => !ids.includes(id))], spans: [...spans, ...other.spans], provenance };
  }
  if (ids.length > 0) return { ids: mostSpecific(context, ids), spans, provenance, slots };
  const above = core ? fromStem(context, trigger, rule).filter((id) => !taken.has(id)) : [];
  if (above.length > 0) return { ids: above, spans: [], provenance: "clause" };
  const issuer = core ? fromIssuer(context, trigger, rule) : undefined;
  if (issuer !== undefined && !taken.has(issuer)) return { ids: [issuer], spans: [], provenance: "clause" };
  return core ? chooseUnnamed(context, trigger, rule) : NOTHING;
}

/** Slots by where the first phrase in them stands: "strikes against rebels for attacks on ships" are against rebels. */
function byDistance({ arguments: all, token }: Trigger, slots: readonly string[]): readonly string[] {
  const near = (slot: string): number =>
    Math.min(
      ...all
        .filter((argument) => argument.slot === slot && argument.provenance !== "clause" && argument.head > token)
        .map(({ head }) => head),
      Number.MAX_SAFE_INTEGER,
    );
  return [...slots].sort((a, b) => near(a) - near(b));
}

/** "(A) has withdrawn from the treaty": whoever the line above names, where the member's own words name nobody who acts. */
function fromStem(context: ReadingContext, { kind, group, syntax, arguments: all }: Trigger, rule: RoleRule): readonly string[] {
  const types = FILL_CLASSES[rule.fill];
  if (context.stem === undefined || context.stem.length === 0 || !types) return [];
  if (
    kind === "verb"
      ? !rule.slots.includes("agent") || group?.passive !== false || group.form === "infinitive"
      : kind === "noun" || !rule.slots.includes("carrier")
  )
    return [];
  if (all.some(({ slot, head }) => (slot === "agent" || slot === "carrier") && syntax.view.widest(head) !== undefined)) return [];
  return resolve(context, context.stem, types).map(({ entity }) => entity);
}

/** "Imposes a ban on …", "Authorizes the deployment of a force": the organ whose resolution it is, where its own verb or what that brings about tells the happening. */
function fromIssuer({ issuer }: ReadingContext, { kind, token, syntax, arguments: all }: Trigger, rule: RoleRule): string | undefined {
  if (issuer === undefined || FILL_CLASSES[rule.fill]?.has(issuer.type as EntityType) !== true) return undefined;
  if (kind === "verb") {
    const named = all.some(
      ({ slot, head, provenance }) => slot === "agent" && provenance !== "clause" && syntax.view.widest(head) !== undefined,
    );
    return issuer.verbs.has(token) && rule.slots.includes("agent") && !named ? issuer.entity : undefined;
  }
  const before = syntax.phrases[neighbour(syntax, syntax.at(token), -1)];
  return kind === "noun" && before?.kind === "vg" && issuer.verbs.has(before.head) && rule.slots.includes("support")
    ? issuer.entity
    : undefined;
}

/** "sanctions on the bank, and on its head": a list whose members repeat the preposition. */
function goingOn(context: ReadingContext, trigger: Trigger, rule: RoleRule, slot: string, from: number): Offer["fillers"] {
  const { syntax } = trigger;
  return offersIn(context, trigger, rule, slot)
    .flatMap((offer) => offer.fillers)
    .filter(({ first }) => {
      const preposition = neighbour(syntax, syntax.at(first), -1);
      return (
        first >= from && syntax.phrases[preposition]?.kind === "prep" && syntax.phrases[neighbour(syntax, preposition, -1)]?.kind === "cc"
      );
    });
}

/** Roles in which collectives without a name that stand together are one: "companies and individuals". */
const JOINT_FILLS = new Set(["sanctioned", "giver"]);

/** Nobody named fills a core role: perhaps something without a name does. */
function chooseUnnamed(context: ReadingContext, trigger: Trigger, rule: RoleRule): Choice {
  for (const slot of rule.slots) {
    for (const argument of trigger.arguments) {
      if (argument.slot !== slot || argument.provenance === "clause") continue;
      const members = takeUnnamed(context, trigger, rule, argument);
      const taken = JOINT_FILLS.has(rule.fill) ? combined(context, trigger.syntax, members) : members;
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
