import type { QuadStore } from "@chancery/rdf";
import type { PreparedQuery } from "./prepare.ts";

/** Prepared queries by text, the least recently used dropped first. Made and owned by the caller. */
export interface QueryCache {
  get(text: string): PreparedQuery | undefined;
  set(text: string, query: PreparedQuery): void;
  clear(): void;
}

/** @param maxEntries Default 200. */
export function createQueryCache(maxEntries = 200): QueryCache {
  const entries = new Map<string, PreparedQuery>();
  return {
    get(text) {
      const found = entries.get(text);
      if (found !== undefined) {
        // A Map iterates in the order of insertion: the entry moves to the young end.
        entries.delete(text);
        entries.set(text, found);
      }
      return found;
    },
    set(text, query) {
      entries.set(text, query);
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value!);
    },
    clear: () => entries.clear(),
  };
}

/** Longer texts are read anew every time: they are seldom asked twice, and their trees are large. */
export const MAX_KEPT_TEXT = 8192;
const MAX_KEPT_QUERIES = 100;
const KEPT: unique symbol = Symbol("chancery.sparql.queries");

/** The queries that a store keeps; they live as long as the store, which knows nothing of them. */
export function queriesOf(store: QuadStore & { [KEPT]?: QueryCache }): QueryCache {
  const known = store[KEPT];
  if (known !== undefined) return known;
  const queries = createQueryCache(MAX_KEPT_QUERIES);
  Object.defineProperty(store, KEPT, { value: queries });
  return queries;
}
