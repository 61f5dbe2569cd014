import { type SentenceSyntax, subjectOf } from "../syntax/sentence-syntax.ts";
import { GOVERNOR_MODES, SPEECH_VERBS, UNDOING } from "./factuality-cues.ts";
import type { Finding } from "./findings.ts";

/** "a session of the Commission": the later noun phrase hangs on the earlier one by prepositions alone. */
function chained(syntax: SentenceSyntax, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (!["prep", "np", "cc", "bracket"].includes(syntax.phrases[at]?.kind ?? "")) return false;
  return true;
}

/** "The session was postponed", "a summit is planned for May": the passive whose subject the event noun is says what became of it. */
export function outcomeOf(syntax: SentenceSyntax, index: number): Finding | undefined {
  const { phrases, view } = syntax;
  for (let at = index + 1; at < phrases.length; at++) {
    const verb = phrases[at];
    if (!verb || verb.kind === "stop" || verb.kind === "sub") return undefined;
    if (verb.kind !== "vg" || verb.form !== "finite") continue;
    const lemma = view.lemma(verb.head);
    const mode = verb.passive ? (UNDOING.has(lemma) ? "negated" : GOVERNOR_MODES.get(lemma)) : undefined;
    const subject = mode && !SPEECH_VERBS.has(view.lemma(verb.head)) ? subjectOf(syntax, at).phrase : -1;
    if (mode && subject >= index && chained(syntax, index, subject)) return { mode, first: verb.head, last: verb.head + 1 };
  }
  return undefined;
}
