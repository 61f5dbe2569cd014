import type { Collection } from "./collection.ts";

/** Something that a search finds. */
export interface SearchHit {
  readonly id: string;
  readonly kind: "entity" | "document";
  readonly label: string;
  /** Entity type, or `Document`. */
  readonly type: string;
  /** The alias that matched, where the label did not. */
  readonly alias?: string;
}

interface SearchEntry extends SearchHit {
  readonly names: readonly string[];
  readonly folded: readonly string[];
  readonly weight: number;
}

/** Letters without case and accents: `Bashār` finds `Bashar`. */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();

/** A search over the names of entities and documents: exact match first, then beginnings of names, of words, then anything inside; better linked entities first. */
export function createSearch(collection: Collection): (text: string, limit?: number) => readonly SearchHit[] {
  // Folding thousands of names takes its time: not before somebody searches.
  let entries: readonly SearchEntry[] | undefined;
  const makeEntries = (): readonly SearchEntry[] => [
    ...collection.knowledge.entities.map((entity) => {
      const { iso3 } = entity.attributes ?? {};
      const names = [entity.label, ...(entity.aliases ?? []), ...(typeof iso3 === "string" ? [iso3] : [])];
      return {
        id: entity.id,
        kind: "entity" as const,
        label: entity.label,
        type: entity.type,
        names,
        folded: names.map(fold),
        weight: collection.linksByNode.get(entity.id)?.length ?? 0,
      };
    }),
    ...collection.knowledge.documents.map(({ id, title }) => {
      const label = title ?? id;
      return { id, kind: "document" as const, label, type: "Document", names: [label, id], folded: [fold(label), fold(id)], weight: 0 };
    }),
  ];
  return (text, limit = 12) => {
    const wanted = fold(text);
    if (wanted === "") return [];
    entries ??= makeEntries();
    const found = entries.flatMap((entry) => {
      let best = 4;
      let at = 0;
      entry.folded.forEach((name, index) => {
        const rank = rankOf(name, wanted);
        if (rank < best) {
          best = rank;
          at = index;
        }
      });
      return best === 4 ? [] : [{ entry, best, at }];
    });
    found.sort(
      (a, b) =>
        a.best - b.best || b.entry.weight - a.entry.weight || (a.entry.label < b.entry.label ? -1 : a.entry.label > b.entry.label ? 1 : 0),
    );
    return found.slice(0, limit).map(({ entry: { id, kind, label, type, names }, at }) => ({
      id,
      kind,
      label,
      type,
      ...(at === 0 ? {} : { alias: names[at]! }),
    }));
  };
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const at = name.indexOf(wanted);
  if (at < 0) return 4;
  return /[\s\-/(.]/.test(name[at - 1] ?? "") ? 2 : 3;
}
