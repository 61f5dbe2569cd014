import type { Argument } from "./arguments.ts";
import { SAYING_VERBS } from "./control-verb-table.ts";
import { type NounPhrase, prepositionOf } from "./phrase.ts";
import { listStart, neighbour, type SentenceSyntax, subjectOf } from "./sentence-syntax.ts";
import { isTimeNoun } from "./time-phrase.ts";

/** Index of what stands before the subject (or the verb that has none) at `from`; over who is said to say so, where the pronoun stands before that. */
function openerOf(syntax: SentenceSyntax, from: number): number {
  const { phrases, view } = syntax;
  const opener = neighbour(syntax, listStart(syntax, from), -1);
  const said = phrases[opener];
  if (said?.kind !== "vg" || said.form !== "finite" || !SAYING_VERBS.has(view.lemma(said.head))) return opener;
  const speaker = subjectOf(syntax, opener).phrase;
  const before = speaker < 0 ? -1 : neighbour(syntax, listStart(syntax, speaker), -1);
  return phrases[before]?.kind === "rel" ? before : opener;
}

/** The antecedent of a relative clause as its verb's object: "the missiles that Iran supplied", "the missiles which Kyiv says Iran supplied". */
export function relativeArguments(syntax: SentenceSyntax, index: number, subject: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const opener = openerOf(syntax, subject);
  const relative = phrases[opener];
  // ("evidence that Uganda delivered weapons": a verb that has its object takes no other)
  const object = phrases[neighbour(syntax, index, 1)];
  const complete = object?.kind === "np" && !isTimeNoun(view, object.head);
  if (!(relative?.kind === "rel" || (relative?.kind === "sub" && view.lower(relative.first) === "that" && !complete))) return [];
  const left = neighbour(syntax, opener, -1);
  const governor = phrases[left];
  // What a preposition before the pronoun governs, `relativePreposition` tells
  if (governor?.kind === "prep") return [];
  const antecedent = governor?.kind === "comma" && relative.kind === "rel" ? neighbour(syntax, left, -1) : left;
  const found: Argument[] = [];
  const add = (phrase: NounPhrase): void => {
    found.push({ slot: "theme", head: phrase.head, provenance: "chunk" });
  };
  const named = phrases[antecedent];
  if (named?.kind === "np" && (governor?.kind !== "comma" || !complete)) add(named);
  // "the ceasefire in southern Syria that they had reached": either may be meant
  const link = neighbour(syntax, antecedent, -1);
  const host = phrases[neighbour(syntax, link, -1)];
  if (phrases[link]?.kind === "prep" && host?.kind === "np" && governor?.kind !== "comma") add(host);
  return found;
}

/** The noun that the relative pronoun before a subject hangs on, and the preposition that the pronoun stands behind, where one does. */
function antecedentOf(syntax: SentenceSyntax, from: number): { readonly head: number; readonly preposition?: string } | undefined {
  const { phrases, view } = syntax;
  const opener = openerOf(syntax, from);
  if (phrases[opener]?.kind !== "rel" || !/^(?:which|whom)$/.test(view.lower(phrases[opener]?.first ?? -1))) return undefined;
  const link = phrases[opener - 1];
  let at = neighbour(syntax, link?.kind === "prep" ? opener - 1 : opener, -1);
  if (phrases[at]?.kind === "comma") at = neighbour(syntax, at, -1);
  const antecedent = phrases[at];
  if (antecedent?.kind !== "np") return undefined;
  return { head: describedName(syntax, at, antecedent.head), ...(link?.kind === "prep" ? { preposition: prepositionOf(view, link) } : {}) };
}

/** Head of the name that the antecedent at `index` describes as an aside, else its own: "Ashot Mkrtychev, a dealer | on whom", "ambassador to Iraq, a post | for which". */
function describedName(syntax: SentenceSyntax, index: number, head: number): number {
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
