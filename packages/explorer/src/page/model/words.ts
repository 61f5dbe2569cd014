import type { KnowledgeEvent } from "@chancery/graph";
import { dayNumber } from "./calendar.ts";
import type { Collection } from "./collection.ts";

/** `holdsPosition` → `holds position`. */
export const words = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

/** `ArmsTransfer` → `Arms transfer`. */
export const titleWords = (name: string): string => {
  const text = words(name);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

/** `1 document`, `20,000 entities`. */
export const amount = (count: number, one: string, several: string): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

/** White space of a quote as single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What people call an id: an entity's label, a document's title, an event in words; else the id itself. */
export function labelOf(collection: Collection, id: string): string {
  const entity = collection.entities.get(id);
  if (entity !== undefined) return entity.label;
  const record = collection.records.get(id);
  if (record !== undefined) return record.extraction.document.title ?? id;
  const event = collection.events.get(id);
  return event === undefined ? id : describeEvent(collection, event);
}

/** `Arms transfer: North Korea → Russia (ammunition)`; roles by name where there are more than the two core ones. */
export function describeEvent(collection: Collection, event: KnowledgeEvent, depth = 0): string {
  const parts = Object.entries(event.roles)
    .filter(([, fillers]) => fillers.length > 0)
    .map(([role, fillers]) => {
      const names = fillers.map((id) => {
        const inner = collection.events.get(id);
        // Events may be about events; one level is enough for a line.
        if (inner !== undefined) return depth === 0 ? `[${describeEvent(collection, inner, 1)}]` : titleWords(inner.type);
        return labelOf(collection, id);
      });
      return `${words(role)} ${names.join(", ")}`;
    });
  return parts.length === 0 ? titleWords(event.type) : `${titleWords(event.type)}: ${parts.join("; ")}`;
}

/** `2024`, `2024-06`, `2024-06-10 – 2024-06-12`, or nothing. A whole year or month is called by its name. */
export function describeDates({ first, last }: { readonly first?: string; readonly last?: string }): string {
  if (first === undefined) return last === undefined ? "" : `until ${last}`;
  if (last === undefined || last === first) return first;
  for (const length of [4, 7]) {
    const period = first.slice(0, length);
    if (dayNumber(period, "first") === dayNumber(first, "first") && dayNumber(period, "last") === dayNumber(last, "last")) return period;
  }
  return `${first} – ${last}`;
}
