import type { Argument } from "./arguments.ts";
import { prepositionOf } from "./phrase.ts";
import { listStart, neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

/** The noun that the relative pronoun before a subject hangs on, and the preposition that the pronoun stands behind, where one does. */
function antecedentOf(syntax: SentenceSyntax, from: number): { readonly head: number; readonly preposition?: string } | undefined {
  const { phrases, view } = syntax;
  const opener = neighbour(syntax, listStart(syntax, from), -1);
  if (phrases[opener]?.kind !== "rel" || !/^(?:which|whom)$/.test(view.lower(phrases[opener]?.first ?? -1))) return undefined;
  const link = phrases[opener - 1];
  let at = neighbour(syntax, link?.kind === "prep" ? opener - 1 : opener, -1);
  if (phrases[at]?.kind === "comma") at = neighbour(syntax, at, -1);
  const antecedent = phrases[at];
  if (antecedent?.kind !== "np") return undefined;
  return { head: named(syntax, at, antecedent.head), ...(link?.kind === "prep" ? { preposition: prepositionOf(view, link) } : {}) };
}

/** Head of the name that the antecedent at `index` describes as an aside, else its own: "Ashot Mkrtychev, a dealer | on whom", "ambassador to Iraq, a post | for which". */
function named(syntax: SentenceSyntax, index: number, head: number): number {
  const { phrases, view } = syntax;
  const own = phrases[index];
  if (own === undefined || view.widest(head)?.head === head || !/^(?:an?|the)$/.test(view.lower(own.first))) return head;
  const name = phrases[index - 1]?.kind === "comma" ? phrases[neighbour(syntax, index - 1, -1)] : undefined;
  const mention = name?.kind === "np" ? view.widest(name.last - 1) : undefined;
  return mention !== undefined && mention.kind !== "pronoun" && mention.last === name?.last ? mention.head : head;
}

/**
 * "Iran, to which Russia had sold jets", "resolutions, which Moscow voted for": the noun that a relative clause hangs on, in the slot of the preposition that
 * stands before the pronoun or is left behind the verb at `index`. `from` is the phrase of the subject, or of the verb that has none.
 */
export function relativePreposition(syntax: SentenceSyntax, index: number, from: number): Argument | undefined {
  const { phrases, view } = syntax;
  const found = antecedentOf(syntax, from);
  if (found === undefined) return undefined;
  const left = phrases[index + 1];
  const after = phrases[index + 2];
  const stranded =
    left?.kind === "prep" && (after === undefined || after.kind === "stop" || after.kind === "comma")
      ? prepositionOf(view, left)
      : undefined;
  const slot = found.preposition ?? stranded;
  return slot === undefined ? undefined : { slot, head: found.head, provenance: "both" };
}
