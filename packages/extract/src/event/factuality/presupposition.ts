import type { SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { CHANGES, GOVERNOR_MODES, MODIFIER_MODES, OPERATIVE_OPENINGS } from "./factuality-cues.ts";

/** What is vowed to grow here is the thing itself: "vowed to boost their cooperation". */
const RELATIONS = new Set(["cooperation", "co-operation", "coordination", "partnership", "collaboration", "alliance", "tie", "relation"]);

/** What may be answered, and was made in order to be. */
export const ANSWERED: ReadonlySet<string> = new Set(["request", "appeal", "plea", "demand", "proposal", "offer"]);

/** "could bolster Moscow's aggression": the aggression is there, whatever becomes of it. */
export function isPresupposed(trigger: Trigger): boolean {
  const carrier = trigger.support?.group.head;
  const { view } = trigger.syntax;
  // "rejected repeated American requests": what is answered was made
  if (carrier !== undefined && ANSWERED.has(view.lemma(trigger.token)) && GOVERNOR_MODES.get(view.lemma(carrier)) === "negated")
    return true;
  if (carrier === undefined || !CHANGES.has(view.lemma(carrier)) || RELATIONS.has(view.lemma(trigger.token))) return false;
  return trigger.arguments.some((argument) => argument.slot === "poss");
}

/** "full implementation of the arms embargo": the sanctions that are spoken of are there, whatever is asked about them. */
export function isStandingMeasure(trigger: Trigger): boolean {
  const { view, phrases, at } = trigger.syntax;
  const phrase = phrases[at(trigger.token)];
  if (trigger.kind !== "noun" || trigger.support !== undefined || phrase?.kind !== "np" || view.lower(phrase.first) !== "the") return false;
  if (!trigger.frames.some((indexed) => indexed.frame.rule === "Sanction.sanctions")) return false;
  for (let token = phrase.first; token < trigger.token; token++) if (MODIFIER_MODES.has(view.lower(token))) return false;
  return true;
}

/** Token of the word that opens an operative paragraph ("3. Requests …", "Further calls upon …"); -1 in other sentences. */
export function operativeOpening(syntax: SentenceSyntax, before: number): number {
  const { view } = syntax;
  for (let token = syntax.first; token < Math.min(before, syntax.first + 6); token++) {
    const lower = view.lower(token);
    if (OPERATIVE_OPENINGS.has(lower) && /^\p{Lu}|^(calls|requests|urges|demands)$/u.test(view.tokens.norm[token] ?? "")) return token;
    if (
      !(
        view.tag(token).startsWith("RB") ||
        view.tag(token) === "CD" ||
        view.tag(token) === "LS" ||
        /^(\d+|[.()])$|^(further|also|strongly)$/.test(lower)
      )
    )
      return -1;
  }
  return -1;
}

/** "have imposed and will continue to impose sanctions": what is vowed to go on has begun. */
export function isDoneAlready({ syntax, kind, group, support }: Trigger): boolean {
  const verb = kind === "verb" ? group : support?.group;
  if (verb === undefined) return false;
  const { phrases, view } = syntax;
  let joint = false;
  for (let at = syntax.at(verb.head) - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "cc") joint = true;
    else if (phrase?.kind === "vg") {
      const begun = !phrase.negated && phrase.modal === undefined && phrase.form === "finite";
      if (view.lemma(phrase.head) === view.lemma(verb.head)) return joint && begun && /^VB[DNG]$/.test(view.tag(phrase.head));
      if (joint || phrase.modal !== "will" || !/^(?:continue|keep|go)$/.test(view.lemma(phrase.head))) return false;
    } else if (phrase?.kind !== "comma" && phrase?.kind !== "adv") return false;
  }
  return false;
}
