import type { Phrase, VerbGroup } from "../syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { PSEUDO_NEGATION } from "./factuality-cues.ts";

/** "sold no shells", "no weapons were delivered", "neither side attacked": the object or subject denies what the verb tells. */
export function negatingPhrase(syntax: SentenceSyntax, index: number): Phrase | undefined {
  const { view, phrases } = syntax;
  const object = phrases[index + 1];
  if (object?.kind === "np" && view.lower(object.first) === "no" && !/^(longer|doubt|less|fewer|more)$/.test(view.lower(object.first + 1)))
    return object;
  const subject = phrases[neighbour(syntax, index, -1)];
  const opener = subject?.kind === "np" ? view.lower(subject.first) : "";
  return subject !== undefined && (opener === "no" || opener === "neither" || opener === "nobody" || opener === "none")
    ? subject
    : undefined;
}

/** "agree not to use force": what is agreed is negated, not the agreeing; "would not hesitate to strike" negates the hesitation. */
export function negatesComplement(syntax: SentenceSyntax, group: VerbGroup): boolean {
  const { view } = syntax;
  if (view.lemma(group.head) === "hesitate") return true;
  for (let token = group.head + 1; token <= group.last; token++)
    if (view.lower(token) === "not")
      return (
        view.lower(token + 1) === "to" && ![...Array(group.head - group.first).keys()].some((step) => isNot(view.lower(group.first + step)))
      );
  return false;
}

const isNot = (word: string): boolean => word === "not" || word === "n't" || word === "n’t" || word === "never";

/** "Our alliance has never been stronger": at no other time was there so much of it. */
export function isSurpassed({ view }: SentenceSyntax, group: VerbGroup): boolean {
  for (let token = group.first; token < group.last; token++)
    if (view.lower(token) === "never") return view.lemma(group.head) === "be" && /^(?:JJR|RBR)$/.test(view.tag(group.last));
  return false;
}

/** "not only … but also" affirms. */
export function pseudoNegated(syntax: SentenceSyntax, group: VerbGroup): boolean {
  for (let token = group.first; token <= group.last; token++) {
    if ((syntax.view.lower(token) === "not" || syntax.view.lower(token) === "n't") && PSEUDO_NEGATION.has(syntax.view.lower(token + 1)))
      return true;
  }
  return false;
}

/** "will ensure that Iran never acquires one", "make sure that Russia does not attack": it is seen to that it does not come about, not told that it does not. */
export function isMadeSure(syntax: SentenceSyntax, index: number): boolean {
  const { view, phrases } = syntax;
  if (phrases[index]?.kind !== "vg") return false;
  for (let at = index - 1, steps = 0; at >= 0 && steps < 5; at--, steps++) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "stop" || phrase.kind === "rel" || phrase.kind === "comma") return false;
    if (phrase.kind === "vg")
      return view.lemma(phrase.head) === "ensure" || (view.lemma(phrase.head) === "make" && view.lower(phrase.last) === "sure");
  }
  return false;
}
