import type { DocumentEntity, Mention } from "../annotated-document.ts";
import type { Happening } from "./event-coreference.ts";
import { numberSaid } from "./number-words.ts";
import { type SentenceSyntax, sentenceSyntax } from "./syntax/sentence-syntax.ts";
import type { TokenView } from "./syntax/token-view.ts";

/** How many sentences later a report still says who those were. */
const REACH = 4;
/** What the names are introduced with. */
const INTRODUCING = /^(?:as|are|were|include|includes|included|including|namely|[:–—,-]|\()$/;
/** Those who are counted first and named later, and what was done to them. */
const COUNTED =
  /^(?:entit(?:y|ies)|compan(?:y|ies)|firms?|individuals?|people|persons?|targets?|organi[sz]ations?|officials?|banks?|vessels?|ships?|sanctions?|sanctioned|designated|designations?|blacklisted|targeted|listed)$/;

/**
 * "imposed sanctions on three entities. … the three entities – A, B and C – were tied to": whoever was counted is, where a sentence soon after lists just as
 * many names of firms, people or ships, those.
 */
export function withNamedTargets(
  view: TokenView,
  happenings: readonly Happening[],
  entities: ReadonlyMap<string, DocumentEntity>,
): readonly Happening[] {
  return happenings.map((happening) => {
    const [only, ...others] = happening.roles.target ?? [];
    if (happening.type !== "Sanction" || only === undefined) return happening;
    const count = countOf(entities.get(only));
    // "two Russian banks, Sberbank and VTB": as many as are named right beside
    if (count > 1 && others.length === count) return { ...happening, roles: { ...happening.roles, target: others } };
    if (others.length > 0) return happening;
    const from = happening.occurrences[0]?.sentence ?? 0;
    if (count < 2) return happening;
    for (let at = from; at <= Math.min(from + REACH, view.sentences.length - 1); at++) {
      const names = namesIn(sentenceSyntax(view, at), count);
      if (names.length === count) return { ...happening, roles: { ...happening.roles, target: names.map(({ entity }) => entity) } };
    }
    return happening;
  });
}

/** The number that a collective without a name begins with; 0 where there is none. */
function countOf(entity: DocumentEntity | undefined): number {
  if (entity?.type !== "Group" || (entity.members?.length ?? 0) > 0) return 0;
  return numberSaid(entity.name.split(" ")[0] ?? "") ?? 0;
}

/** A list of exactly so many names of those who are sanctioned, in a sentence that speaks of such; empty where there is none. */
function namesIn(syntax: SentenceSyntax, count: number): readonly Mention[] {
  const { view } = syntax;
  let speaks = false;
  for (let at = syntax.first; at < syntax.last; at++) speaks ||= COUNTED.test(view.lower(at));
  if (!speaks) return [];
  for (let at = syntax.first; at < syntax.last; at++) {
    if (!INTRODUCING.test(view.lower(at))) continue;
    const names: Mention[] = [];
    let next = at + 1;
    while (next < syntax.last) {
      while (/^(?:the|and|,|;)$/.test(view.lower(next)) && next < syntax.last) next++;
      const mention = view.widest(next);
      if (mention === undefined || mention.first !== next || mention.kind !== "name" || !NAMED.has(mention.type)) break;
      names.push(mention);
      next = mention.last;
    }
    if (names.length === count && new Set(names.map(({ entity }) => entity)).size === count) return names;
  }
  return [];
}

const NAMED: ReadonlySet<string> = new Set([
  "Person",
  "Company",
  "Organization",
  "ArmedGroup",
  "GovernmentBody",
  "ResearchOrganization",
  "MediaOrganization",
  "WeaponSystem",
  "Agreement",
]);
