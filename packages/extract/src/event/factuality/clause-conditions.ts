import type { SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { CONDITIONAL_PHRASES, CONDITIONALS, GOVERNOR_MODES, SPEECH_VERBS } from "./factuality-cues.ts";

/** Index of the phrase by which `if`, `unless`, `in case` … opens the clause, with no other verb between; -1 in other clauses. */
export function conditionOf(syntax: SentenceSyntax, index: number): number {
  const { view, phrases } = syntax;
  for (let at = index - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "vg" || phrase.kind === "stop" || phrase.kind === "rel") return -1;
    if (phrase.kind === "sub") return CONDITIONALS.has(view.lower(phrase.first)) ? at : -1;
    for (let token = phrase.first; token < phrase.last; token++) {
      if (CONDITIONAL_PHRASES.some((words) => words.every((word, offset) => view.lower(token + offset) === word))) return at;
    }
  }
  return -1;
}

/** "would attack … if the broadcasts do not stop" */
export function conditionFollows(syntax: SentenceSyntax, index: number): boolean {
  for (let at = index + 1; at < syntax.phrases.length; at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "stop") return false;
    if (phrase?.kind === "sub" && CONDITIONALS.has(syntax.view.lower(phrase.first)) && syntax.view.lower(phrase.first) !== "whether")
      return true;
  }
  return false;
}

/** Index of the verb group before `when`, `once` or `after` that opens this clause; -1 when there is none. */
export function temporalMain(syntax: SentenceSyntax, index: number): number {
  const { view, phrases } = syntax;
  for (let at = index - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "vg" || phrase.kind === "stop" || phrase.kind === "rel") return -1;
    const word = view.lower(phrase.first);
    if (
      (phrase.kind === "sub" || phrase.kind === "prep") &&
      (word === "when" || word === "once" || word === "before" || word === "after")
    ) {
      for (let left = at - 1; left >= 0; left--) if (phrases[left]?.kind === "vg") return left;
      return -1;
    }
  }
  return -1;
}

/** "said it would cooperate": a reported intention, not a condition. */
export function backshifted(syntax: SentenceSyntax, index: number): boolean {
  const { view, phrases } = syntax;
  let joinedVerb = false;
  for (let at = index - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "stop" || phrase.kind === "quote") return false;
    if (phrase.kind === "cc") joinedVerb = true;
    // "said they had exchanged proposals and would meet": past the verb it is joined to
    if (phrase.kind === "vg" && joinedVerb && !SPEECH_VERBS.has(view.lemma(phrase.head))) {
      joinedVerb = false;
      continue;
    }
    if (phrase.kind === "vg")
      return (
        phrase.form === "finite" &&
        view.tag(phrase.head) === "VBD" &&
        (SPEECH_VERBS.has(view.lemma(phrase.head)) || GOVERNOR_MODES.get(view.lemma(phrase.head)) === "planned")
      );
  }
  return false;
}

/** "Had Russia invaded Moldova, Romania would have intervened": the auxiliary before the subject makes the clause a condition. */
export function invertedCondition(syntax: SentenceSyntax, index: number): boolean {
  const { view, phrases } = syntax;
  // "should Russia further invade": past an adverb
  const at = phrases[index - 1]?.kind === "adv" || phrases[index - 1]?.kind === "adj" ? index - 1 : index;
  const subject = phrases[at - 1];
  const auxiliary = phrases[at - 2];
  if (subject?.kind !== "np" || (auxiliary?.kind !== "vg" && auxiliary?.kind !== "other")) return false;
  if (auxiliary.last - auxiliary.first !== 1 || !/^(?:had|were|should)$/.test(view.lower(auxiliary.first))) return false;
  const before = phrases[at - 3];
  if (before !== undefined && !/^(?:comma|stop|cc|np|adj|adv|quote)$/.test(before.kind)) return false;
  // "measures that we have prepared should Russia invade": nothing else has "should" before its subject but a question
  if (view.lower(auxiliary.first) === "should") return true;
  return phrases.some(
    (phrase, other) => other !== index && phrase.kind === "vg" && /^(?:would|could|might|will)$/.test(phrase.modal ?? ""),
  );
}
