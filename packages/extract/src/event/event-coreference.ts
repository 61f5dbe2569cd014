import type { DocumentEntity } from "../annotated-document.ts";
import type { ExtractedQuantity, ExtractedTime } from "../extraction.ts";
import { EVENT_TYPES, type EventType } from "../ontology.ts";
import { bothLasting, type Lasting } from "./day-spans.ts";
import type { EventOccurrence, Factuality } from "./event-draft.ts";
import type { EntityLookup } from "./syntax/filler.ts";

/** One told happening before identical ones are joined. */
export interface Happening {
  readonly type: EventType;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly quantity: readonly ExtractedQuantity[];
  readonly time?: ExtractedTime;
  readonly occurrences: readonly EventOccurrence[];
  /** Numbers by which other happenings of the document point to this one. */
  readonly keys: readonly number[];
  /** Roles that other happenings fill: `inReturnFor`, `about`. */
  readonly links: readonly { readonly role: string; readonly key: number }[];
  /** Told in passing, by a noun without an owner. */
  readonly background: boolean;
  /** For how many days, and whether its day is the first of them. */
  readonly lasting?: Lasting;
}

/** Modes that may speak of one happening. */
const GROUP: Readonly<Record<Factuality["mode"], string>> = {
  actual: "told",
  alleged: "told",
  planned: "planned",
  possible: "imagined",
  hypothetical: "imagined",
  negated: "negated",
};

const RECIPROCAL = new Set<EventType>(
  (Object.keys(EVENT_TYPES) as EventType[]).filter((type) => EVENT_TYPES[type].core[0] === "participant"),
);
/** Categories too general to tell two transfers apart. */
const GENERIC_THINGS = new Set(
  "weapon weapons arms munitions ammunition military equipment equipment military assistance missile ballistic missile assistance aid"
    .split(" ")
    .concat(["military equipment", "military assistance", "ballistic missile"]),
);

/** Joins what tells of the same happening: same type, compatible roles, times, quantities and standing; in text order. */
export function joinHappenings(happenings: readonly Happening[], entities: EntityLookup): readonly Happening[] {
  const joined: Happening[] = [];
  for (const happening of happenings) {
    let best = -1;
    let bestScore = 0;
    joined.forEach((known, index) => {
      const score = likeness(known, happening, entities);
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    });
    const known = joined[best];
    if (known) joined[best] = merge(known, happening, entities);
    else joined.push(happening);
  }
  return joined;
}

const modeOf = (happening: Happening): Factuality["mode"] => happening.occurrences[0]?.factuality.mode ?? "actual";

/** 0 where the two are different happenings, else how much they share. */
function likeness(a: Happening, b: Happening, entities: EntityLookup): number {
  if (a.type !== b.type) return 0;
  const groups = new Set(a.occurrences.map((occurrence) => GROUP[occurrence.factuality.mode]));
  if (!groups.has(GROUP[modeOf(b)]) && !isDenialOf(a, b) && !isThoughtOf(a, b)) return 0;
  if (!sameTime(a.time, b.time) || !sameQuantity(a.quantity, b.quantity)) return 0;
  if (a.type === "Cooperation" && workedTwice(a, b)) return 0;
  const core = EVENT_TYPES[a.type].core;
  let shared = 0;
  for (const role of core) {
    const left = a.roles[role] ?? [];
    const right = b.roles[role] ?? [];
    if (left.length === 0 || right.length === 0) continue;
    // A country is sanctioned for one thing, its bank or its guards for another
    const strict = role === "target" && (a.type === "Sanction" || a.type === "LegalAction");
    const common = left.filter((id) => right.some((other) => (strict ? id === other : sameParty(id, other, entities)))).length;
    // "The Yavoriv base was attacked. … The military facility was hit": the second is the first, described
    if (
      common === 0 &&
      a.type === "Attack" &&
      role === "target" &&
      shared > 0 &&
      left.some((id) => right.some((other) => describes(id, other, entities)))
    ) {
      shared += 0.5;
      continue;
    }
    if (common === 0) {
      if (role !== "item" || !relatedThings(left, right, entities)) return 0;
      shared += 0.5;
      continue;
    }
    if (RECIPROCAL.has(a.type) && common < Math.min(left.length, right.length)) return 0;
    if (
      RECIPROCAL.has(a.type) &&
      Math.min(left.length, right.length) === 1 &&
      Math.max(left.length, right.length) > 1 &&
      a.type !== "Meeting"
    )
      return 0;
    shared += common;
  }
  // A blow at another time, whatever it was aimed at, is another one, unless the words point back: "the attack"
  if (a.type === "Attack" && ((a.roles["target"]?.length ?? 0) === 0) !== ((b.roles["target"]?.length ?? 0) === 0)) {
    const bare = (a.roles["target"]?.length ?? 0) === 0 ? a : b;
    if (
      !bare.background &&
      bare.occurrences.every(({ rule }) => VERBAL_ATTACKS.has(rule)) &&
      bare.time !== undefined &&
      (a.time === undefined || b.time === undefined)
    )
      return 0;
  }
  // "The summit was held in Vilnius", of which only the place is told: the same forum at no other time
  if ((isForumHeld(a) || isForumHeld(b)) && (a.roles.forum ?? []).some((id) => b.roles.forum?.includes(id) === true)) shared += 0.5;
  if (shared === 0) return 0;
  for (const role of ["item", "agreement", "ordinal", "forum", "position"]) {
    const left = a.roles[role] ?? [];
    const right = b.roles[role] ?? [];
    if (left.length === 0 || right.length === 0 || core.includes(role)) continue;
    if (left.some((id) => right.includes(id))) shared += 0.5;
    else if (role === "item") {
      if (
        !relatedThings(left, right, entities) &&
        (a.type === "ArmsTransfer" || a.type === "TechnologyTransfer" || a.type === "Aid") &&
        a.quantity.length + b.quantity.length === 0
      )
        shared -= 0.25;
    } else return 0;
  }
  return Math.max(shared, 0.1);
}

/** "will coordinate sanctions. … The three will work together on deterrence": verbs of two sentences tell of two pieces of work, whoever does them. */
const workedTwice = (a: Happening, b: Happening): boolean =>
  [a, b].every(({ occurrences }) => occurrences.some(({ rule }) => VERBAL_WORK.has(rule))) &&
  !a.occurrences.some(({ sentence }) => sentence === b.occurrences[0]?.sentence);

const VERBAL_WORK = new Set(["Cooperation.cooperate", "Cooperation.work", "Cooperation.bolster", "Cooperation.share"]);

/** "Serbia has not sold shells to Ukraine" and "Serbia sold shells to Ukraine": one happening that is in dispute. Both must name who did it to whom. */
function isDenialOf(a: Happening, b: Happening): boolean {
  const core = EVENT_TYPES[a.type].core;
  if (core.length < 2 || RECIPROCAL.has(a.type)) return false;
  const modes = [GROUP[modeOf(a)], GROUP[modeOf(b)]];
  if (!modes.includes("negated") || !modes.includes("told")) return false;
  return core.every((role) => {
    const left = [...(a.roles[role] ?? [])].sort();
    const right = [...(b.roles[role] ?? [])].sort();
    return left.length > 0 && left.join(" ") === right.join(" ");
  });
}

/** "intends to withdraw from the treaty … its reasons for withdrawing", "six months after the adoption": what is only thought of, with everybody in it, has been told before. */
function isThoughtOf(a: Happening, b: Happening): boolean {
  const core = EVENT_TYPES[a.type].core;
  if (core.length < 2 || modeOf(b) !== "hypothetical" || !["told", "planned"].includes(GROUP[modeOf(a)])) return false;
  if (a.roles["instrument"] !== undefined || b.roles["instrument"] !== undefined) return false;
  return core.every((role) => {
    const left = [...(a.roles[role] ?? [])].sort();
    const right = [...(b.roles[role] ?? [])].sort();
    return left.length > 0 && left.join(" ") === right.join(" ");
  });
}

const isForumHeld = (happening: Happening): boolean => happening.occurrences.some(({ rule }) => rule === "Meeting.forum-held");

/** The same entity, or a state and the body, force or person that acts for it. */
function sameParty(a: string, b: string, entities: EntityLookup): boolean {
  if (a === b) return true;
  const left = entities.get(a);
  const right = entities.get(b);
  if (left?.type === "Position" && right?.type === "Position") return contains(left.name, right.name) || contains(right.name, left.name);
  if (left?.type === "MilitaryForce" && right?.type === "MilitaryForce" && left.country !== undefined && left.country === right.country)
    return true;
  return (
    actsFor(left, b) ||
    actsFor(right, a) ||
    (left?.type === "Position" && right?.type === "Person" && left.country !== undefined && left.country === right.country)
  );
}

/** One title says more of the same: "first woman Secretary of State" and "Secretary of State". */
const contains = (long: string, short: string): boolean => long.toLowerCase().includes(short.toLowerCase());

/** Rows of verbs that tell a blow of their own. */
const VERBAL_ATTACKS = new Set(["Attack.fire", "Attack.fire-at", "Attack.strike", "Attack.attack", "Attack.down", "Attack.use"]);

/** An unnamed place or building may be the named one told before. */
function describes(named: string, described: string, entities: EntityLookup): boolean {
  const whole = entities.get(named);
  const part = entities.get(described);
  if (whole?.type !== "Facility" && whole?.type !== "Place") return false;
  if (part?.isNew !== true || (part.type !== "Facility" && part.type !== "Place") || /\p{Lu}/u.test(part.name)) return false;
  return !/s$/.test(part.name) && GENERAL_PLACES.has(part.name.toLowerCase().split(" ").at(-1) ?? "");
}

const GENERAL_PLACES = new Set(
  "facility base site complex area place installation building compound plant town city village position target".split(" "),
);

const actsFor = (entity: DocumentEntity | undefined, state: string): boolean =>
  entity?.country === state && (entity.type === "GovernmentBody" || entity.type === "MilitaryForce");

/** One category is a broader one of the other, shares its last word, or is a generic word. */
function relatedThings(left: readonly string[], right: readonly string[], entities: EntityLookup): boolean {
  return left.some((a) =>
    right.some((b) => {
      const first = entities.get(a);
      const second = entities.get(b);
      if (!first || !second) return false;
      if (first.broader?.includes(b) === true || second.broader?.includes(a) === true) return true;
      const head = (name: string): string => name.toLowerCase().split(" ").at(-1)?.replace(/s$/, "") ?? "";
      return (
        head(first.name) === head(second.name) ||
        GENERIC_THINGS.has(first.name.toLowerCase()) ||
        GENERIC_THINGS.has(second.name.toLowerCase())
      );
    }),
  );
}

function sameTime(a: ExtractedTime | undefined, b: ExtractedTime | undefined): boolean {
  if (a?.edtf === undefined || b?.edtf === undefined || a.edtf === b.edtf) return true;
  if (a.edtf.startsWith(b.edtf) || b.edtf.startsWith(a.edtf)) return true;
  if (a.earliest !== undefined && a.latest !== undefined && b.earliest !== undefined && b.latest !== undefined) {
    return (a.earliest <= b.earliest && a.latest >= b.latest) || (b.earliest <= a.earliest && b.latest >= a.latest);
  }
  return false;
}

function sameQuantity(a: readonly ExtractedQuantity[], b: readonly ExtractedQuantity[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return (
    a.some((left) => b.some((right) => left.min === right.min && left.max === right.max)) ||
    !a.some((left) => b.some((right) => left.unit === right.unit))
  );
}

/** Drops "weapon" and the broader categories where something more specific stands beside them. */
function withoutGeneric(ids: readonly string[], entities: EntityLookup): readonly string[] {
  const broader = new Set(ids.flatMap((id) => entities.get(id)?.broader ?? []));
  const kept = ids.filter((id) => !broader.has(id) && !/^(weapon|missile)$/.test(entities.get(id)?.name ?? ""));
  return kept.length > 0 ? kept : ids;
}

/** Both parties stand in both roles. */
function undirected(happening: Happening): boolean {
  const [from = "", to = ""] = EVENT_TYPES[happening.type].core;
  const left = happening.roles[from] ?? [];
  return left.length === 2 && left.every((id) => happening.roles[to]?.includes(id) === true);
}

function merge(a: Happening, b: Happening, entities: EntityLookup): Happening {
  const roles: Record<string, readonly string[]> = { ...a.roles };
  const core = new Set(EVENT_TYPES[a.type].core);
  // A transfer "between" two parties takes the direction of the one that tells it.
  const [from = "", to = ""] = EVENT_TYPES[a.type].core;
  if (undirected(a)) for (const role of [from, to]) roles[role] = b.roles[role] ?? roles[role] ?? [];
  for (const [role, ids] of Object.entries(b.roles)) {
    const known = roles[role] ?? [];
    if (known.length === 0) roles[role] = ids;
    else if (role === "topic" || role === "ordinal" || role === "vote" || role === "name") continue;
    else if (role === "item" || role === "place" || (core.has(role) && RECIPROCAL.has(a.type))) {
      roles[role] = [...known, ...ids.filter((id) => !known.some((other) => sameParty(id, other, entities)))];
      if (role === "item") roles[role] = withoutGeneric(roles[role] ?? [], entities);
    } else if (core.has(role)) {
      // Never forces beside their state: the state stands for both.
      roles[role] = known.map((id) => ids.find((other) => actsFor(entities.get(id), other)) ?? id);
    }
  }
  const time = (a.time?.edtf?.length ?? 0) >= (b.time?.edtf?.length ?? 0) ? (a.time ?? b.time) : b.time;
  const quantity = [
    ...a.quantity,
    ...b.quantity.filter((right) => !a.quantity.some((left) => left.min === right.min && left.max === right.max)),
  ];
  const lasting = bothLasting(a.lasting, b.lasting);
  return {
    type: a.type,
    roles,
    quantity,
    ...(time === undefined ? {} : { time }),
    ...(lasting === undefined ? {} : { lasting }),
    occurrences: [...a.occurrences, ...b.occurrences],
    background: a.background && b.background,
    keys: [...a.keys, ...b.keys],
    links: [...a.links, ...b.links],
  };
}
