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

const SAYING = new Set(["say", "add", "claim", "think", "believe", "warn", "note", "argue", "insist", "report"]);

/** "The ministry said Armenia and Azerbaijan would meet": whoever stands before a verb of saying, where the phrases name a subject behind it. */
export function isSpeaker(syntax: SentenceSyntax, token: number, subject: number | undefined): boolean {
  if (subject === undefined || subject <= token) return false;
  for (let at = syntax.at(token) + 1; at < syntax.at(subject); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind !== "vg" || phrase.form !== "finite" || phrase.passive || !SAYING.has(syntax.view.lemma(phrase.head))) continue;
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
