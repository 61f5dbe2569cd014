import { EVENT_TYPES, type EventType } from "../ontology.ts";
import { TRANSFER_TYPES } from "./frame/frame.ts";
import type { Reading } from "./frame/read-frame.ts";
import { nounPhrase } from "./syntax/sentence-syntax.ts";

const TRANSFERS: ReadonlySet<EventType> = new Set(Object.values(TRANSFER_TYPES));

/**
 * "announced $2 billion in assistance for Ukraine", "will give a package of military aid": the word for what is given tells the giving once more. The word that
 * governs it says who gives and whether it has come to pass; what only the noun says is added to it.
 */
export function withoutToldTwice(readings: readonly Reading[]): readonly Reading[] {
  const taken = new Map<Reading, Reading>();
  for (const noun of readings) {
    if (noun.trigger.kind !== "noun" || !TRANSFERS.has(noun.type)) continue;
    const giving = readings.find(
      (other) => other !== noun && other.type === noun.type && !taken.has(other) && holds(other, noun.trigger.token) && agree(other, noun),
    );
    if (giving) taken.set(noun, giving);
  }
  if (taken.size === 0) return readings;
  return readings.filter((reading) => !taken.has(reading)).map((reading) => [...taken].reduce(addTo, reading));
}

const addTo = (reading: Reading, [noun, giving]: readonly [Reading, Reading]): Reading =>
  giving.trigger !== reading.trigger ? reading : { ...reading, roles: { ...noun.roles, ...reading.roles } };

/** The noun is what the other word's object names, or what its sum is for: "$2 billion in assistance". */
function holds({ trigger, item }: Reading, token: number): boolean {
  if (trigger.token >= token) return false;
  if (item !== undefined && item.first <= token && token < item.last) return true;
  return trigger.arguments.some(({ slot, head, provenance }) => {
    if (provenance === "clause" || !OBJECTS.has(slot)) return false;
    const phrase = nounPhrase(trigger.syntax, head);
    return phrase !== undefined && phrase.first <= token && token < phrase.last;
  });
}

const OBJECTS = new Set(["theme", "theme2", "in", "of", "with"]);

/** Nobody whom the noun gives to goes without in the other reading; its giver may be a wrong guess. */
function agree(giving: Reading, noun: Reading): boolean {
  const [, to = ""] = EVENT_TYPES[noun.type].core;
  const told = giving.roles[to] ?? [];
  return told.length === 0 || (noun.roles[to] ?? []).every((id) => told.includes(id));
}
