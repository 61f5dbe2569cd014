import { type Argument, chunkVerbArguments } from "./syntax/arguments.ts";
import { prepositionOf, type VerbGroup } from "./syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Verbs whose object comes upon their subject: "two officials face sanctions". */
const FACING = /^(?:face|incur)$/;

/**
 * "a company under U.S. sanctions", "Iran has been under an embargo", "Petrov is subject to a travel ban", "the bank faces penalties": who stands under a measure
 * is what it is aimed at.
 */
export function burdened(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const before = neighbour(syntax, syntax.at(token), -1);
  const preposition = phrases[before];
  if (preposition?.kind === "vg" && FACING.test(view.lemma(preposition.head)) && !preposition.passive) return underIt(syntax, preposition);
  if (preposition?.kind !== "prep" || !(view.lower(preposition.first) === "under" || isSubjectTo(syntax, before))) return [];
  const left = phrases[neighbour(syntax, before, -1)];
  if (left?.kind === "np") {
    // "Rosneft, a company under U.S. sanctions": the name that the phrase is said of
    let host = neighbour(syntax, syntax.at(left.head), -1);
    const apposed = phrases[host]?.kind === "comma" && /^(a|an|the)$/.test(view.lower(left.first));
    host = neighbour(syntax, host, -1);
    if (phrases[host]?.kind === "bracket") while (host >= 0 && phrases[--host]?.kind !== "bracket");
    if (phrases[host]?.kind === "bracket") host = neighbour(syntax, host, -1);
    const name = apposed ? phrases[host] : undefined;
    const named = name?.kind === "np" && view.widest(name.head)?.head === name.head ? name : left;
    return [{ slot: "burdened", head: named.head, provenance: "chunk" }];
  }
  return left?.kind === "vg" ? underIt(syntax, left) : [];
}

const underIt = (syntax: SentenceSyntax, verb: VerbGroup): readonly Argument[] =>
  chunkVerbArguments(syntax, verb.head)
    .filter((argument) => argument.slot === (verb.passive ? "theme" : "agent") && argument.head < verb.head)
    .map((argument): Argument => ({ ...argument, slot: "burdened" }));

/** "is also subject | to", "is now | subject to": the adjective stands right before the preposition at `index`, or is taken for part of it. */
export function isSubjectTo(syntax: SentenceSyntax, index: number): boolean {
  const preposition = syntax.phrases[index];
  if (preposition?.kind === "prep" && prepositionOf(syntax.view, preposition) === "subject to") return true;
  return (
    preposition?.kind === "prep" && syntax.view.lower(preposition.first) === "to" && syntax.view.lower(preposition.first - 1) === "subject"
  );
}
