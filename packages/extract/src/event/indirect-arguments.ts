import { type Argument, chunkNounArguments, chunkVerbArguments } from "./syntax/arguments.ts";
import { prepositionOf } from "./syntax/phrase.ts";
import { controllingVerb, neighbour, type SentenceSyntax, subjectOf } from "./syntax/sentence-syntax.ts";
import { treeNounArguments } from "./syntax/tree-arguments.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Prepositions between whoever is judged and the deed: "blamed China for the attack", "accused Israel of violations", "charged Iran with breaches". */
const JUDGING_PREPOSITIONS = words("for of with");
/** Verbs that say that one thing is another. */
const COPULAS = words("be constitute represent amount mark remain become");
/** What brings a weapon on its way. */
const LOOSING = words("fire launch send drop shoot release fly operate");
/** Verbs of bringing down what flies. */
const STOPPING = words("intercept down shoot destroy neutralise neutralize repel thwart track detect bring");

/** Whoever is judged for the deed that the noun at `token` names, as slot `by`. */
export function judged(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const before = neighbour(syntax, syntax.at(token), -1);
  const preposition = phrases[before];
  if (preposition?.kind !== "prep" || !JUDGING_PREPOSITIONS.has(prepositionOf(view, preposition))) return [];
  const at = controllingVerb(syntax, before);
  const verb = phrases[at];
  if (verb?.kind !== "vg") return [];
  if (verb.passive || verb.form === "participle") {
    const subject = phrases[subjectOf(syntax, at).phrase];
    return subject?.kind === "np" ? [{ slot: "by", head: subject.head, provenance: "chunk" }] : [];
  }
  const object = phrases[neighbour(syntax, at, 1)];
  return object?.kind === "np" && object.last <= preposition.first ? [{ slot: "by", head: object.head, provenance: "chunk" }] : [];
}

/** Those whose deed the noun at `head` names: "Russia's war", "transfers between Russia and North Korea", "the launch by Iran", as slot `deed`. */
export function doersOf(syntax: SentenceSyntax, head: number): readonly Argument[] {
  const { view } = syntax;
  const own = [...chunkNounArguments(syntax, head), ...treeNounArguments(view, head)].filter(({ provenance }) => provenance !== "clause");
  const owners = own.filter(({ slot }) => slot === "poss" || slot === "by" || slot === "between");
  const described =
    owners.length > 0 ? owners : own.filter(({ slot, head: word }) => slot === "mod" && ACTING.has(view.widest(word)?.type ?? ""));
  return described.map((argument): Argument => ({ ...argument, slot: "deed" }));
}

const ACTING = words("State Territory GovernmentBody InternationalOrganization MilitaryForce ArmedGroup");

/** "The launches are a clear violation of the resolutions": whose deed is called so. */
export function calledSo(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const at = neighbour(syntax, syntax.at(token), -1);
  const verb = phrases[at];
  const over = verb?.kind === "prep" ? phrases[neighbour(syntax, at, -1)] : verb;
  if (over?.kind !== "vg" || over.passive || !COPULAS.has(view.lemma(over.head))) return [];
  return chunkVerbArguments(syntax, over.head)
    .filter(({ slot, head }) => slot === "agent" && head < over.head)
    .flatMap(({ head }) => doersOf(syntax, head));
}

/** "a missile fired by the Houthis hit a tanker": who set off what does the verb's work, as slot `wielder`. */
export function wielders(syntax: SentenceSyntax, agent: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const at = syntax.at(agent);
  const verb = phrases[at + 1];
  if (verb?.kind !== "vg" || verb.form !== "participle" || !LOOSING.has(view.lemma(verb.head))) return [];
  return chunkVerbArguments(syntax, verb.head)
    .filter(({ slot }) => slot === "agent")
    .map((argument): Argument => ({ ...argument, slot: "wielder" }));
}

/** Verbs of what a weapon does to what it meets. */
const HITTING = words("hit strike kill wound injure destroy damage");

/** "a tanker hit by a missile fired by …", "the missile that was fired at dawn hit a tanker": what a loosed weapon met, as slot `struck`. */
export function struck(syntax: SentenceSyntax, theme: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const index = syntax.at(theme);
  const by = neighbour(syntax, index, -1);
  const passive = phrases[neighbour(syntax, by, -1)];
  const met =
    phrases[by]?.kind === "prep" &&
    view.lower(phrases[by]?.first ?? -1) === "by" &&
    passive?.kind === "vg" &&
    HITTING.has(view.lemma(passive.head));
  if (met) return [{ slot: "struck", head: theme, provenance: "chunk" }];
  for (let at = index + 2; at < phrases.length; at++) {
    const verb = phrases[at];
    if (verb?.kind === "stop" || verb?.kind === "sub") return [];
    if (verb?.kind !== "vg" || verb.form !== "finite" || verb.passive || !HITTING.has(view.lemma(verb.head))) continue;
    return subjectOf(syntax, at).phrase === index ? [{ slot: "struck", head: theme, provenance: "chunk" }] : [];
  }
  return [];
}

/** "Israel shot down the missiles launched by Iran": whoever brings them down is whom they were meant for, as slot `interceptor`. */
export function interceptors(syntax: SentenceSyntax, theme: number): readonly Argument[] {
  const { phrases, view } = syntax;
  let at = neighbour(syntax, syntax.at(theme), -1);
  // "intercepted most of the missiles"
  if (phrases[at]?.kind === "prep" && view.lower(phrases[at]?.first ?? -1) === "of") {
    at = neighbour(syntax, at, -1);
    if (phrases[at]?.kind === "np") at = neighbour(syntax, at, -1);
  }
  const verb = phrases[at];
  if (verb?.kind !== "vg" || verb.passive || !STOPPING.has(view.lemma(verb.head))) return [];
  return chunkVerbArguments(syntax, verb.head)
    .filter(({ slot, head }) => slot === "agent" && head < verb.head)
    .map((argument): Argument => ({ ...argument, slot: "interceptor" }));
}
