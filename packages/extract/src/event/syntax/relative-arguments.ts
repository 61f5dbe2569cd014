import type { Argument } from "./arguments.ts";
import { SAYING_VERBS } from "./control-verb-table.ts";
import type { NounPhrase } from "./phrase.ts";
import { listStart, neighbour, type SentenceSyntax, subjectOf } from "./sentence-syntax.ts";
import { isTimeNoun } from "./time-phrase.ts";

/** The antecedent of a relative clause as its verb's object: "the missiles that Iran supplied", "the missiles which Kyiv says Iran supplied". */
export function relativeArguments(syntax: SentenceSyntax, index: number, subject: number): readonly Argument[] {
  const { phrases, view } = syntax;
  let opener = neighbour(syntax, listStart(syntax, subject), -1);
  const said = phrases[opener];
  if (said?.kind === "vg" && said.form === "finite" && SAYING_VERBS.has(view.lemma(said.head))) {
    const speaker = subjectOf(syntax, opener).phrase;
    const before = speaker < 0 ? -1 : neighbour(syntax, listStart(syntax, speaker), -1);
    if (phrases[before]?.kind === "rel") opener = before;
  }
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
