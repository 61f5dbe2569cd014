import { BODY_TYPES } from "../../ontology.ts";
import type { SentenceSyntax } from "./sentence-syntax.ts";

/** Kinds of name that act: those who may do something. */
export const ACTING: ReadonlySet<string> = new Set<string>(["State", "Territory", ...BODY_TYPES, "Person", "Group"]);

/** Nouns whose infinitive says what their owner does. */
export const INTENTION: ReadonlySet<string> = new Set(
  "intention intent plan decision effort attempt commitment pledge promise desire willingness readiness bid move offer threat refusal failure agreement will right ability capability policy mission task vow resolve determination proposal plot scheme campaign drive operation".split(
    " ",
  ),
);

/** Head token of the possessor in a noun phrase: "Iran's", "its"; -1 when there is none. */
export function possessorIn(syntax: SentenceSyntax, index: number): number {
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np") return -1;
  for (let token = phrase.first; token < phrase.last; token++) {
    if (syntax.view.tag(token) === "PRP$") return token;
    if (syntax.view.tag(token + 1) === "POS" && token + 1 < phrase.last) return syntax.view.widest(token)?.head ?? token;
  }
  return -1;
}

/** Head token of the actor that only modifies the noun: "Pakistani attempts", "U.S. plans"; -1 when there is none. */
export function modifierIn(syntax: SentenceSyntax, index: number): number {
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np") return -1;
  for (let token = phrase.first; token < phrase.head; token++) {
    const mention = syntax.view.widest(token);
    if (mention && ACTING.has(mention.type) && mention.last <= phrase.head) return mention.head;
  }
  return -1;
}

/** The noun phrase after `of` of an intention, or the phrase itself where it holds a possessor; -1 when nobody is named. */
export function ownerOf(syntax: SentenceSyntax, index: number): number {
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np") return -1;
  const preposition = syntax.phrases[index + 1];
  if (
    preposition?.kind === "prep" &&
    ["of", "by", "from"].includes(syntax.view.lower(preposition.first)) &&
    syntax.phrases[index + 2]?.kind === "np"
  )
    return index + 2;
  return -1;
}
