import type { Reading } from "./frame/read-frame.ts";
import type { SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Verbs that tell what a blow did, not another blow: "hit a warehouse, killing 14 people". */
const EFFECTS = new Set("kill wound injure destroy damage maim level wipe_out displace sink cripple hit".split(" "));

/**
 * One happening for a blow and what it did. "Shelled the town, killing two soldiers": the participle tells the shelling's effect; "the strikes on Kyiv killed
 * 12 people": the verb tells that of its subject. The effect is no attack of its own; who was hurt becomes the target where the blow names none.
 */
export function withoutConsequences(readings: readonly Reading[]): readonly Reading[] {
  const gained = new Map<Reading, readonly string[]>();
  const dropped = new Set<Reading>();
  for (const effect of readings) {
    if (effect.type !== "Attack" || effect.trigger.kind !== "verb") continue;
    const { view } = effect.trigger.syntax;
    if (!EFFECTS.has(view.lemma(effect.trigger.token))) continue;
    const blow = readings.find((other) => other !== effect && other.type === "Attack" && !dropped.has(other) && tells(other, effect));
    if (!blow) continue;
    dropped.add(effect);
    if ((blow.roles["target"]?.length ?? 0) === 0) gained.set(blow, effect.roles["target"] ?? []);
  }
  if (dropped.size === 0) return readings;
  return readings
    .filter((reading) => !dropped.has(reading))
    .map((reading) => {
      const target = gained.get(reading);
      return target === undefined || target.length === 0 ? reading : { ...reading, roles: { ...reading.roles, target } };
    });
}

function tells(blow: Reading, effect: Reading): boolean {
  const { syntax, token } = effect.trigger;
  // Its subject is the blow: "the attack killed …"
  if (effect.trigger.arguments.some((argument) => argument.slot === "agent" && argument.head === blow.trigger.token)) return true;
  // A participle behind it, in the same clause
  const group = effect.trigger.group;
  if (group?.form !== "gerund" || token < blow.trigger.token) return false;
  return !finiteBetween(syntax, blow.trigger.group?.head ?? blow.trigger.token, token);
}

function finiteBetween(syntax: SentenceSyntax, from: number, to: number): boolean {
  for (let at = syntax.at(from) + 1; at < syntax.at(to); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.form === "finite") return true;
  }
  return false;
}
