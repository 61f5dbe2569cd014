import { listStart, neighbour, type SentenceSyntax } from "./sentence-syntax.ts";
import { isTimeNoun } from "./time-phrase.ts";

/** Verbs that never go without an object: a past form that has none is a passive one whose auxiliary is left out. */
const OBJECT_VERBS = new Set(
  "arrest detain indict convict sanction blacklist extradite apprehend imprison jail impound confiscate interdict".split(" "),
);

/** What a past form of `OBJECT_VERBS` without an object is done to: the noun phrase before it, over a comma; -1 where the verb is an ordinary one. */
export function reducedPassive(syntax: SentenceSyntax, trigger: number): number {
  const { phrases, view } = syntax;
  const index = syntax.at(trigger);
  const group = phrases[index];
  if (group?.kind !== "vg" || !OBJECT_VERBS.has(view.lemma(trigger)) || !/^VB[DN]$/.test(view.tag(trigger)) || group.last - group.first > 1)
    return -1;
  const next = phrases[neighbour(syntax, index, 1)];
  const dated = next?.kind === "np" && isTimeNoun(view, next.head);
  if ((next?.kind === "np" && !dated) || next?.kind === "vg") return -1;
  const before = neighbour(syntax, index, -1);
  const at = phrases[before]?.kind === "comma" ? neighbour(syntax, before, -1) : before;
  const host = phrases[at];
  // "the bank, which Britain sanctioned in 2022": the object stands before the relative pronoun, and who stands behind it acts
  const opener = phrases[neighbour(syntax, listStart(syntax, at), -1)];
  if (opener?.kind === "rel" || (opener?.kind === "sub" && view.lower(opener.first) === "that")) return -1;
  return host?.kind === "np" ? host.head : -1;
}
