import { foldName } from "../mention/pieces.ts";
import { aliasForms } from "./alias-forms.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";

/** One surface form that names several entities. */
export interface AliasConflict {
  readonly alias: string;
  /** Ids in order. */
  readonly entities: readonly string[];
}

/** Lists every alias that names more than one entity outright (names and acronyms; a capital that stands for its government is no conflict). */
export function findConflicts(knowledge: KnowledgeBase): AliasConflict[] {
  const owners = new Map<string, { alias: string; ids: Set<string> }>();
  for (const entity of knowledge.entities.values()) {
    for (const { text, form } of aliasForms(entity)) {
      if (form.kind !== "name" && form.kind !== "acronym") continue;
      const key = form.kind === "acronym" ? text : foldName(text);
      const entry = owners.get(key) ?? { alias: text, ids: new Set<string>() };
      entry.ids.add(entity.id);
      owners.set(key, entry);
    }
  }
  return [...owners.values()]
    .filter((entry) => entry.ids.size > 1)
    .map((entry) => ({ alias: entry.alias, entities: [...entry.ids].sort() }))
    .sort((a, b) => (a.alias < b.alias ? -1 : a.alias > b.alias ? 1 : 0));
}
