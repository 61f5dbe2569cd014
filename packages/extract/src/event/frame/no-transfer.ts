import { prepositionOf } from "../syntax/phrase.ts";
import { neighbour } from "../syntax/sentence-syntax.ts";
import { entity, type Told } from "./told.ts";

/** What keeps words of giving from telling that something changes hands. */

/** What only says or shows that somebody stands by somebody. */
const WORDS_OF = new Set(
  "signal message statement expression show display word sign demonstration declaration outpouring gesture letter symbol resolution voice motion pledge call".split(
    " ",
  ),
);
const IN_WORDS = new Set("support backing".split(" "));

/** "a powerful signal of our support for Ukraine", "a statement of support": words, and nothing given. */
export function supportInWords({ trigger }: Told): boolean {
  const { syntax } = trigger;
  const { view } = syntax;
  if (trigger.kind !== "noun" || !IN_WORDS.has(view.lemma(trigger.token))) return false;
  const link = neighbour(syntax, syntax.at(trigger.token), -1);
  const host = syntax.phrases[neighbour(syntax, link, -1)];
  const preposition = syntax.phrases[link];
  return (
    preposition?.kind === "prep" &&
    /^(?:of|in)$/.test(prepositionOf(view, preposition)) &&
    host?.kind === "np" &&
    WORDS_OF.has(view.lemma(host.head))
  );
}

const MAKING = new Set(["build", "construct", "manufacture", "produce", "assemble", "make"]);

/** "is building submarines for the Royal Navy", said of Britain: what a state makes for its own forces stays its own. */
export function madeForOneself(told: Told): boolean {
  const { view } = told.trigger.syntax;
  const { supplier = [], recipient = [] } = told.roles;
  if (told.trigger.kind !== "verb" || !MAKING.has(view.lemma(told.trigger.token))) return false;
  const homes = supplier.flatMap((id) => [id, entity(told, id)?.country ?? id]);
  return recipient.every((id) => homes.includes(id) || homes.includes(entity(told, id)?.country ?? id) || isCrowd(told, id));
}

/** Nobody in particular: a crowd without a name or a country. */
function isCrowd(told: Told, id: string): boolean {
  const one = entity(told, id);
  return one?.isNew === true && one.type === "Group" && one.country === undefined && !/\p{Lu}/u.test(one.name);
}

/** "provide relief to over 250,000 individuals", "delivering water to four million residents": of no state that gives, to no people of a name. */
export function givenAtLarge(told: Told): boolean {
  const { supplier = [], recipient = [] } = told.roles;
  const giver = supplier.every((id) => entity(told, id)?.type === "Person");
  return giver && recipient.length > 0 && recipient.every((id) => isCrowd(told, id));
}

/** "to finance new projects", "fund these programs": what costs money, paid by nobody. */
export function paidAtLarge(told: Told): boolean {
  const { supplier = [], recipient = [] } = told.roles;
  return (
    supplier.every((id) => isCrowd(told, id)) &&
    recipient.length > 0 &&
    recipient.every((id) => {
      const one = entity(told, id);
      return (
        one?.isNew === true && one.type !== "Person" && one.country === undefined && !ARMING.test(one.name) && !/^\p{Lu}/u.test(one.name)
      );
    })
  );
}

const ARMING = /nuclear weapon|missile|weapon|terror|militant|rebel|militia|mercenar|insurgent|war\b/i;
