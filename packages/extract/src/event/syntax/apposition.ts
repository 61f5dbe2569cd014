import type { Mention } from "../../annotated-document.ts";
import type { EntityType } from "../../ontology.ts";
import { prepositionOf } from "./phrase.ts";
import { nounPhrase, type SentenceSyntax } from "./sentence-syntax.ts";

const NAMED: ReadonlySet<EntityType> = new Set<EntityType>(["Person", "Company", "Organization", "ArmedGroup", "WeaponSystem"]);

/**
 * Names that say behind a comma or dash who a description without a name is: "his brother, Abdelrahim Dagalo", "two opposition leaders, Nika Gvaramia and Elene
 * Khoshtaria". One name for one thing, a list for several; empty where none stands there.
 */
export function apposedNames(syntax: SentenceSyntax, head: number): readonly Mention[] {
  const { phrases, view } = syntax;
  if (!nounPhrase(syntax, head)) return [];
  let at = syntax.at(head);
  // "the head of the agency, İsmail Demir"
  while (phrases[at + 1]?.kind === "prep" && phrases[at + 2]?.kind === "np") {
    const link = phrases[at + 1];
    if (link?.kind !== "prep" || !["of", "in", "at", "for"].includes(prepositionOf(view, link))) break;
    at += 2;
  }
  if (phrases[at + 1]?.kind !== "comma") return [];
  const several = /^NNP?S$/.test(view.tag(head));
  const names: Mention[] = [];
  for (let next = at + 2; next < phrases.length; next++) {
    const phrase = phrases[next];
    if (phrase?.kind === "np") {
      const mention = view.widest(phrase.head);
      // "Lee Chang-min, head of the bureau": a name, with nothing before it
      if (mention?.kind !== "name" || !NAMED.has(mention.type) || mention.first !== phrase.first) break;
      names.push(mention);
      if (!several) {
        // "the minister, Wang Yi and Dong Jun": a list rather than an aside
        const link = phrases[next + 1]?.kind;
        return link === "cc" ? [] : names;
      }
      continue;
    }
    if (phrase?.kind !== "comma" && phrase?.kind !== "cc") break;
  }
  return several && names.length < 2 ? [] : names;
}
