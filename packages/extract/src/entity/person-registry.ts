import type { KnowledgeBase, KnowledgeEntity } from "../knowledge-base/knowledge-base.ts";
import { foldName } from "../mention/pieces.ts";
import { FAMILY_FIRST, GIVEN_NAMES } from "../mention/title-words.ts";

const EAST_ASIAN = new Set(["state/prk", "state/kor", "state/chn", "territory/twn", "state/vnm", "state/sgp"]);

/** Family and given name of a written name; family name first for East Asian names that do not begin with a western given name. */
export function splitName(words: readonly string[], country?: string): { readonly surname: string; readonly given: string | undefined } {
  const first = foldName(words[0] ?? "");
  const last = foldName(words.at(-1) ?? "");
  if (words.length === 1) return { surname: last, given: undefined };
  const familyFirst =
    country === undefined
      ? FAMILY_FIRST.has(first) && !GIVEN_NAMES.has(first)
      : EAST_ASIAN.has(country) && !(GIVEN_NAMES.has(first) && !FAMILY_FIRST.has(first));
  return familyFirst ? { surname: first, given: words.slice(1).map(foldName).join("").replace(/-/g, "") } : { surname: last, given: first };
}

/** Who bears this family name in the knowledge base, by folded family name; built once a knowledge base. */
export function surnameIndex(knowledge: KnowledgeBase): ReadonlyMap<string, readonly KnowledgeEntity[]> {
  const known = surnames.get(knowledge);
  if (known !== undefined) return known;
  const index = new Map<string, KnowledgeEntity[]>();
  for (const entity of knowledge.entities.values()) {
    if (entity.type !== "Person") continue;
    const { surname } = splitName(entity.name.split(/\s+/), entity.country);
    const list = index.get(surname);
    if (list === undefined) index.set(surname, [entity]);
    else list.push(entity);
  }
  surnames.set(knowledge, index);
  return index;
}

/** The persons of a country in the knowledge base, in its order. */
export function personsOf(knowledge: KnowledgeBase, country: string): readonly KnowledgeEntity[] {
  let byCountry = citizens.get(knowledge);
  if (byCountry === undefined) {
    byCountry = new Map();
    for (const entity of knowledge.entities.values()) {
      if (entity.type !== "Person" || entity.country === undefined) continue;
      const list = byCountry.get(entity.country);
      if (list === undefined) byCountry.set(entity.country, [entity]);
      else list.push(entity);
    }
    citizens.set(knowledge, byCountry);
  }
  return byCountry.get(country) ?? [];
}

const citizens = new WeakMap<KnowledgeBase, Map<string, KnowledgeEntity[]>>();
const surnames = new WeakMap<KnowledgeBase, ReadonlyMap<string, readonly KnowledgeEntity[]>>();

/** Same person by name: family names agree, and given names agree as far as both are written (an initial agrees with a name). */
export function samePerson(
  a: { readonly surname: string; readonly given: string | undefined },
  b: { readonly surname: string; readonly given: string | undefined },
): boolean {
  if (a.surname !== b.surname) return false;
  if (a.given === undefined || b.given === undefined) return true;
  return (
    a.given === b.given || (a.given.length === 1 && b.given.startsWith(a.given)) || (b.given.length === 1 && a.given.startsWith(b.given))
  );
}

/** One letter more, less or other, in names of six letters and more: "Zelenskky" for "Zelenskyy". */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return endA - start <= 1 && endB - start <= 1;
}
