import type { Argument } from "../syntax/arguments.ts";
import { coordinated } from "../syntax/coordination.ts";
import type { EntityLookup } from "../syntax/filler.ts";
import { neighbour, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { titledPersons, titledSubject } from "../syntax/titled-persons.ts";
import { asFiller } from "./resolve-fillers.ts";

/** Those who take part in what several do together, with their places in the text. */
type Fillers = readonly { readonly entity: string; readonly first: number; readonly last: number }[];

/** The noun phrase that hangs on this one by `of`. */
export function headsBehindOf(syntax: SentenceSyntax, head: number): readonly number[] {
  const link = syntax.phrases[syntax.at(head) + 1];
  const object = syntax.phrases[syntax.at(head) + 2];
  return link?.kind === "prep" && syntax.view.lower(link.first) === "of" && object?.kind === "np" ? [object.head] : [];
}

/** "his counterparts, Kim Gunn and Takehiro Funakoshi, with whom he met": whom the relative pronoun takes up; any other token is its own antecedent. */
export function antecedentOf(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  if (view.lower(head) !== "whom") return head;
  let at = neighbour(syntax, syntax.at(head), -1);
  if (phrases[at]?.kind === "prep") at = neighbour(syntax, at, -1);
  if (phrases[at]?.kind === "comma") at = neighbour(syntax, at, -1);
  const antecedent = phrases[at];
  return antecedent?.kind === "np" ? antecedent.head : head;
}

/** The names behind the last of those coordinated: "his South Korean and Japanese counterparts, Kim Gunn and Takehiro Funakoshi". */
const lastNames = (syntax: SentenceSyntax, head: number): number => namesBehind(syntax, coordinated(syntax, head).at(-1) ?? head);

/** "with his counterparts, Kim Gunn and Takehiro Funakoshi": the names behind a plural that says what they are; -1 where none stand there. */
function namesBehind(syntax: SentenceSyntax, head: number): number {
  const { phrases, view } = syntax;
  const next = phrases[syntax.at(head) + 2];
  const named =
    /^NNP?S$/.test(view.tag(head)) &&
    PEOPLE_NOUNS.has(view.lemma(head)) &&
    phrases[syntax.at(head) + 1]?.kind === "comma" &&
    next?.kind === "np" &&
    view.widest(next.last - 1)?.type === "Person";
  return named ? next.head : -1;
}

const PEOPLE_NOUNS = new Set(
  "counterpart minister president leader envoy official ambassador adviser advisor chief premier colleague secretary diplomat".split(" "),
);

const PEOPLE_SLOTS = new Set(["with", "theme", "by", "to", "between", "among", "agent", "support"]);

/** "the defence ministers Michael Heseltine and Prince Sultan": the collective before its names is they. */
export function withoutTheirPosts(entities: EntityLookup, people: Fillers): Fillers {
  const typeOf = (entity: string): string => entities.get(entity)?.type ?? "";
  return people.filter(
    ({ entity, last }) => typeOf(entity) !== "Group" || !people.some((other) => other.first === last && typeOf(other.entity) === "Person"),
  );
}

/** Those who take part, with everybody in the list of titles and names that they stand in. */
export function withListed(entities: EntityLookup, syntax: SentenceSyntax, argument: Argument, direct: Fillers): Fillers {
  if (!PEOPLE_SLOTS.has(argument.slot)) return direct;
  const subject = argument.slot === "agent" || argument.slot === "support";
  const spelled = subject ? -1 : lastNames(syntax, argument.head);
  if (spelled >= 0) {
    const names = titledPersons(syntax, spelled);
    if (names.length > 1) return names.map((mention) => asFiller(mention.entity, mention));
  }
  const listed = titledPersons(syntax, subject ? titledSubject(syntax, argument.head) : argument.head, subject);
  if (listed.length === 0) return direct;
  const first = listed[0]?.first ?? 0;
  const last = listed.at(-1)?.last ?? 0;
  // Countries and offices named inside the list belong to the titles
  const others = direct.filter(({ entity, first: at }) => at > last || (at < first && entities.get(entity)?.type === "Person"));
  const found = [...listed.map((mention) => asFiller(mention.entity, mention)), ...others];
  return found.filter(({ entity }, index) => found.findIndex((other) => other.entity === entity) === index);
}
