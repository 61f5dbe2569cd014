import type { Knowledge, KnowledgeEntity } from "@chancery/graph";
import { ChanceryError } from "@chancery/rdf";

const fold = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .trim();

/**
 * The id of the entity meant: by id, ISO code, label, then alias; the first kind of match that gives one entity wins.
 *
 * @throws ChanceryError `graph.unknown-entity`, `graph.ambiguous-entity`.
 */
export function findEntity(knowledge: Knowledge, name: string): string {
  const folded = fold(name);
  const tests: readonly ((entity: KnowledgeEntity) => boolean)[] = [
    ({ id }) => id === name,
    ({ attributes }) => attributes?.iso3 === name.toUpperCase(),
    ({ label }) => fold(label) === folded,
    ({ aliases }) => aliases?.some((alias) => fold(alias) === folded) ?? false,
    ({ id }) => id.slice(id.indexOf("/") + 1) === folded.replaceAll(" ", "-"),
  ];
  for (const test of tests) {
    const found = preferActors(knowledge.entities.filter(test));
    if (found.length === 1 && found[0] !== undefined) return found[0].id;
    if (found.length > 1) {
      throw new ChanceryError("graph.ambiguous-entity", `"${name}" may be ${found.length} entities.`, {
        remedy: `Name one by its id: ${found.map(({ id, label }) => `${id} (${label})`).join(", ")}.`,
      });
    }
  }
  const near = nearest(knowledge.entities, folded);
  throw new ChanceryError("graph.unknown-entity", `No entity of the graph is called "${name}".`, {
    remedy: near.length === 0 ? "List the entities with a query, or check the spelling." : `Did you mean ${near.join(", ")}?`,
  });
}

/** A capital and its government share names: a state wins over a place that has the same name, since states are what people walk between. */
function preferActors(found: readonly KnowledgeEntity[]): readonly KnowledgeEntity[] {
  const states = found.filter(({ type }) => type === "State");
  return states.length === 1 ? states : found;
}

function nearest(entities: readonly KnowledgeEntity[], folded: string): readonly string[] {
  return entities
    .flatMap((entity) =>
      [entity.label, ...(entity.aliases ?? [])].map((name) => ({ label: entity.label, distance: distance(fold(name), folded) })),
    )
    .filter(({ distance: far }) => far <= Math.max(2, Math.floor(folded.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.label < b.label ? -1 : 1))
    .map(({ label }) => label)
    .filter((label, index, labels) => labels.indexOf(label) === index)
    .slice(0, 3);
}

/** Levenshtein distance; a name inside the other counts as near. */
function distance(a: string, b: string): number {
  if (a !== "" && b !== "" && (a.includes(b) || b.includes(a))) return 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    previous = row;
  }
  return previous[b.length] ?? a.length;
}
