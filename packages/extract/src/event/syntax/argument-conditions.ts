import { SAYING_VERBS } from "./control-verb-table.ts";
import { ACTING } from "./owners.ts";
import { neighbour, type SentenceSyntax, subjectOf } from "./sentence-syntax.ts";

const OPENING = new Set(["after", "before", "since", "until", "while", "when", "because", "although", "though"]);

/** "Jets struck targets, a day after a drone hit the town": a word before the conjunction that opens the clause of the subject that the phrases name. */
export function isOutside(syntax: SentenceSyntax, token: number, subject: number): boolean {
  const { phrases, view } = syntax;
  let at = subject;
  // "after a drone launched by the group hit": from its reduced clause back to the noun that it belongs to
  while (at > 0 && !(phrases[at]?.kind === "prep" || phrases[at]?.kind === "sub") && phrases[at]?.kind !== "stop") at--;
  const opener = phrases[at];
  return opener !== undefined && OPENING.has(view.lower(opener.first)) && token < opener.first;
}

/** "The ministry said Armenia and Azerbaijan would meet": whoever stands before a verb of saying, where the phrases name a subject behind it. */
export function isSpeaker(syntax: SentenceSyntax, token: number, subject: number | undefined): boolean {
  if (subject === undefined || subject <= token) return false;
  for (let at = syntax.at(token) + 1; at < syntax.at(subject); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind !== "vg" || phrase.form !== "finite" || phrase.passive || !SAYING_VERBS.has(syntax.view.lemma(phrase.head))) continue;
    // not "the airstrike that they claimed was aimed at bases killed …"
    return syntax.at(token) === subjectOf(syntax, at).phrase;
  }
  return false;
}

const DIRECTED = new Set(
  "action attack aggression violence war crime atrocity abuse campaign offensive crackdown threat provocation operation repression".split(
    " ",
  ),
);

/** A noun of doing somebody harm behind a preposition of its own. */
export function isDirected(syntax: SentenceSyntax, index: number): boolean {
  const noun = syntax.phrases[index];
  return noun?.kind === "np" && DIRECTED.has(syntax.view.lemma(noun.head)) && syntax.phrases[neighbour(syntax, index, -1)]?.kind === "prep";
}

/**
 * "Canada has sanctioned firms, and the General Assembly in June adopted a resolution": behind a comma and a conjunction a named actor before the verb is a
 * subject of its own; whoever stands before the verb of the clause before is that one's.
 */
export function isOfClauseBefore(syntax: SentenceSyntax, token: number, trigger: number, subject: number): boolean {
  const { phrases, view } = syntax;
  const own = phrases[subject];
  const verb = phrases[syntax.at(trigger)];
  if (own?.kind !== "np" || verb?.kind !== "vg" || verb.form !== "finite" || verb.passive) return false;
  if (!ACTING.has(view.widest(own.head)?.type ?? "")) return false;
  const link = neighbour(syntax, subject, -1);
  if (phrases[link]?.kind !== "cc" || phrases[neighbour(syntax, link, -1)]?.kind !== "comma" || token >= (phrases[link]?.first ?? 0))
    return false;
  return phrases.slice(syntax.at(token) + 1, link).some((phrase) => phrase.kind === "vg" && phrase.form === "finite");
}
