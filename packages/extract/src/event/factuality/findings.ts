import type { Factuality } from "../event-draft.ts";
import type { VerbGroup } from "../syntax/phrase.ts";
import type { SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { ATTEMPTS, BREAKING_OFF, DIRECTIVES, INQUIRIES } from "./factuality-cues.ts";

/** A word that tells how a happening is told, with its tokens `[first, last)`. */
export interface Finding {
  readonly mode: Factuality["mode"];
  readonly first: number;
  readonly last: number;
}

/** "urged Washington not to sell": not doing it is what is asked for. */
export function isKeptFrom({ syntax, group }: Trigger, findings: readonly Finding[]): boolean {
  if (group?.form !== "infinitive" || !findings.some(({ mode }) => mode === "negated")) return false;
  return findings.some(({ mode, first }) => mode === "hypothetical" && DIRECTIVES.has(syntax.view.lemma(first)));
}

/** A blow that was tried is one; one that is looked into was dealt by somebody; one that was broken off had begun. */
export function leavesBlow({ syntax, kind }: Trigger, { first, mode }: Finding): boolean {
  const lemma = syntax.view.lemma(first);
  if (ATTEMPTS.has(lemma)) return true;
  return kind === "noun" && ((mode === "alleged" && INQUIRIES.has(lemma)) || (mode === "negated" && BREAKING_OFF.has(lemma)));
}

/** "Suspected militants attacked a post": who did it is a guess. */
export function readSuspects(trigger: Trigger, findings: Finding[]): void {
  const { view, phrases, at } = trigger.syntax;
  // "Four suspected guerrillas were detained": that is who it was done to
  const undergone = trigger.group?.passive === true;
  for (const { slot, head } of trigger.arguments) {
    if (undergone && slot === "agent") continue;
    // "the killing, which Iran has blamed on Israel"
    if (slot === "blamed") findings.push({ mode: "alleged", first: head, last: head + 1 });
    const phrase = phrases[at(head)];
    if ((slot !== "agent" && slot !== "support" && slot !== "by") || phrase?.kind !== "np") continue;
    for (let token = phrase.first; token < head; token++)
      if (/^(?:suspected|alleged|presumed)$/.test(view.lower(token))) findings.push({ mode: "alleged", first: token, last: token + 1 });
  }
}

/** "does not attack", "never acquires". */
export function denies({ view }: SentenceSyntax, group: VerbGroup): boolean {
  if (group.negated) return true;
  for (let token = group.first; token < group.last; token++) if (view.lower(token) === "never") return true;
  return false;
}

/** "Gather the leaders of the world", "Please send us tanks": a bare verb that opens its clause asks for what it says. */
export function isImperative({ view, phrases, first }: SentenceSyntax, index: number): boolean {
  const group = phrases[index];
  if (group?.kind !== "vg" || group.form !== "finite" || view.tag(group.head) !== "VB" || group.last - group.first > 2) return false;
  const before = phrases[index - 1];
  if (before === undefined || group.first === first) return true;
  return before.kind === "stop" || before.kind === "quote" || /^(?:please|[-–—•*:])$/.test(view.lower(before.last - 1));
}
