import type { Reading } from "./frame/read-frame.ts";
import { neighbour, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Verbs that tell what a blow did, not another blow: "hit a warehouse, killing 14 people". */
const EFFECTS = words("kill wound injure destroy damage maim level wipe_out displace sink cripple hit strike");
/** Effects on people: whom a blow hurts need not be what it was aimed at. */
const HURTING = words("kill wound injure maim displace");
/** What a verb of effect and the blow stand together by: "killed 12 people in an attack", "hit the depot during a raid". */
const MEANS = words("in during with by through");

/**
 * One happening for a blow and what it did. "Shelled the town, killing two soldiers": the participle tells the shelling's effect; "the strikes on Kyiv killed
 * 12 people", "attacks on towns that have killed 12 people": the verb tells that of its subject; "rebels killed 12 people in an attack on a village": one deed in
 * two words, with one doer. The effect is no attack of its own; who was hurt becomes the target where the blow names none.
 */
export function withoutConsequences(readings: readonly Reading[]): readonly Reading[] {
  const gained = new Map<Reading, Reading>();
  const dropped = new Set<Reading>();
  for (const effect of readings) {
    if (effect.type !== "Attack" || effect.trigger.kind !== "verb") continue;
    const lemma = effect.trigger.syntax.view.lemma(effect.trigger.token);
    if (!EFFECTS.has(lemma)) continue;
    const blow = readings.find((other) => other !== effect && other.type === "Attack" && !dropped.has(other) && tells(other, effect));
    if (blow) {
      dropped.add(effect);
      gained.set(blow, withTarget(gained.get(blow) ?? blow, effect));
      continue;
    }
    const weapon = readings.find((other) => other !== effect && !dropped.has(other) && isUseOf(other, effect));
    if (weapon) {
      dropped.add(effect);
      gained.set(weapon, { ...withTarget(gained.get(weapon) ?? weapon, effect), spans: [...weapon.spans, ...effect.spans] });
      continue;
    }
    const means = readings.find((other) => other !== effect && other.type === "Attack" && !dropped.has(other) && isMeansOf(other, effect));
    if (!means) continue;
    // What is destroyed was struck; who is killed was there
    const [kept, other] = HURTING.has(lemma) ? [means, effect] : [effect, means];
    dropped.add(other);
    gained.set(kept, united(gained.get(kept) ?? kept, other, effect));
  }
  if (dropped.size === 0) return readings;
  return readings.filter((reading) => !dropped.has(reading)).map((reading) => gained.get(reading) ?? reading);
}

const filled = (reading: Reading, role: string): readonly string[] => reading.roles[role] ?? [];

function withTarget(blow: Reading, effect: Reading): Reading {
  const target = filled(effect, "target");
  if (filled(blow, "target").length > 0 || target.length === 0) return blow;
  // "strikes killed 17 people across the Gaza Strip": people who are only counted are no aim, the place is
  const place = filled(effect, "place").length > 0 ? filled(effect, "place") : filled(blow, "place");
  const only = effect.trigger.arguments.filter(({ slot, provenance }) => slot === "theme" && provenance !== "clause");
  const { view } = effect.trigger.syntax;
  const counted = only.length > 0 && only.every(({ head }) => NOBODY_IN_PARTICULAR.has(view.lemma(head)));
  if (!counted || place.length === 0) return { ...blow, roles: { ...blow.roles, target } };
  const { place: _, ...roles } = blow.roles;
  return { ...blow, roles: { ...roles, target: place } };
}

const NOBODY_IN_PARTICULAR = words("people person other dozen hundred thousand");

/** "Russia's use of missiles that have struck Kharkiv": what the weapons did is what they were used for. */
function isUseOf(use: Reading, effect: Reading): boolean {
  const weapons = filled(use, "instrument");
  return (
    use.type === "Attack" &&
    use.trigger.kind === "noun" &&
    use.trigger.token < effect.trigger.token &&
    filled(use, "target").length === 0 &&
    filled(effect, "actor").length === 0 &&
    filled(effect, "instrument").some((id) => weapons.includes(id))
  );
}

/** The reading that is kept, with what only the other one tells. */
function united(kept: Reading, other: Reading, effect: Reading): Reading {
  const actor = filled(effect, "actor").length > 0 ? filled(effect, "actor") : filled(other, "actor");
  const roles: Record<string, readonly string[]> = { ...other.roles, ...kept.roles };
  if (actor.length > 0) roles["actor"] = filled(kept, "actor").length > 0 ? filled(kept, "actor") : actor;
  for (const role of ["target", "place"]) {
    const told = filled(kept, role).length > 0 ? filled(kept, role) : filled(other, role);
    if (told.length > 0) roles[role] = told.filter((id) => roles["actor"]?.includes(id) !== true);
  }
  // "destroyed a depot in an air raid on Homs": what the raid was on is where
  if (kept === effect && filled(kept, "target").length > 0 && filled(kept, "place").length === 0 && filled(other, "target").length > 0)
    roles["place"] = filled(other, "target");
  return { ...kept, roles, spans: [...kept.spans, ...other.spans] };
}

function tells(blow: Reading, effect: Reading): boolean {
  const { syntax, token } = effect.trigger;
  // Its subject is the blow: "the attack killed …"
  if (effect.trigger.arguments.some((argument) => argument.slot === "agent" && argument.head === blow.trigger.token)) return true;
  if (isSaidOf(blow, effect)) return true;
  // A participle behind it, in the same clause
  const group = effect.trigger.group;
  if (group?.form !== "gerund" || token < blow.trigger.token) return false;
  return !finiteBetween(syntax, blow.trigger.group?.head ?? blow.trigger.token, token);
}

/** "attacks against civilians and power plants that have killed thousands": the relative clause is the blow's, over what it was aimed at. */
function isSaidOf(blow: Reading, effect: Reading): boolean {
  const { syntax, token, group } = effect.trigger;
  const { phrases, view } = syntax;
  if (blow.trigger.kind !== "noun" || group?.form !== "finite" || group.passive || token < blow.trigger.token) return false;
  const opener = neighbour(syntax, syntax.at(token), -1);
  const relative = phrases[opener];
  if (
    relative === undefined ||
    !(relative.kind === "rel" || relative.kind === "sub") ||
    !/^(?:that|which)$/.test(view.lower(relative.first))
  )
    return false;
  for (let at = syntax.at(blow.trigger.token) + 1; at < opener; at++)
    if (!/^(?:np|prep|cc|comma|adv|adj)$/.test(phrases[at]?.kind ?? "")) return false;
  return true;
}

/** "killed 12 people in an attack on the village": the blow stands in the effect's clause, behind a preposition, and has no other doer. */
function isMeansOf(blow: Reading, effect: Reading): boolean {
  const { trigger } = effect;
  if (blow.trigger.kind !== "noun" || trigger.group?.passive !== false || filled(effect, "actor").length === 0) return false;
  const [doer] = filled(blow, "actor");
  if (doer !== undefined && !filled(effect, "actor").includes(doer)) return false;
  return trigger.arguments.some(
    ({ slot, head, provenance }) => MEANS.has(slot) && head === blow.trigger.token && head > trigger.token && provenance !== "clause",
  );
}

function finiteBetween(syntax: SentenceSyntax, from: number, to: number): boolean {
  for (let at = syntax.at(from) + 1; at < syntax.at(to); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.form === "finite") return true;
  }
  return false;
}
