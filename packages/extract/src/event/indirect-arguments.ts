import { type Argument, chunkNounArguments, chunkVerbArguments } from "./syntax/arguments.ts";
import { ACTING } from "./syntax/owners.ts";
import { prepositionOf } from "./syntax/phrase.ts";
import { controllingVerb, neighbour, type SentenceSyntax, subjectOf, verbGroup } from "./syntax/sentence-syntax.ts";
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

/** Verbs of bidding whose object does what the infinitive says. */
const BIDDING = words("order direct command instruct send dispatch authorize authorise allow permit tell");

/** "ordered troops to deploy into Donetsk": whoever bids them is the one who sends them, as slot `commander`. */
export function commanders(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const group = verbGroup(syntax, token);
  if (group?.form !== "infinitive") return [];
  let at = neighbour(syntax, syntax.at(token), -1);
  if (phrases[at]?.kind === "np") at = neighbour(syntax, at, -1);
  const verb = phrases[at];
  if (verb?.kind !== "vg" || verb.passive || !BIDDING.has(view.lemma(verb.head))) return [];
  return chunkVerbArguments(syntax, verb.head)
    .filter(({ slot, head }) => slot === "agent" && head < verb.head)
    .map((argument): Argument => ({ ...argument, slot: "commander" }));
}

/** Prepositions that say by what something is done. */
const BY_WHAT = words("through via by with including");

/** "has strengthened its presence through the deployment of a brigade": whoever does the one thing by the other, as slot `means`. */
export function means(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  let link = neighbour(syntax, syntax.at(token), -1);
  // "through the enhancement of deployments"
  const outer = phrases[neighbour(syntax, link, -1)];
  if (phrases[link]?.kind === "prep" && view.lower(phrases[link]?.first ?? -1) === "of" && outer?.kind === "np")
    link = neighbour(syntax, phrases.indexOf(outer), -1);
  const preposition = phrases[link];
  return preposition?.kind === "prep" && BY_WHAT.has(prepositionOf(view, preposition)) ? subjectBefore(syntax, link, "means") : [];
}

/** Verbs of what is done in the course of a blow. */
const IN_THE_COURSE = words(
  "kill wound injure murder cross fire use launch storm enter drop destroy damage seize capture shell bomb hit target kidnap abduct burn advance",
);

/** "crossed the border in an invasion of the south": whoever does it carries out the blow, as slot `striker`. */
export function strikers(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const link = neighbour(syntax, syntax.at(token), -1);
  const preposition = phrases[link];
  return preposition?.kind === "prep" && ["in", "during"].includes(prepositionOf(view, preposition))
    ? subjectBefore(syntax, link, "striker", IN_THE_COURSE)
    : [];
}

/** The subject of the verb, active and of `verbs`, that a preposition phrase at `link` goes with. */
function subjectBefore(syntax: SentenceSyntax, link: number, slot: string, verbs?: ReadonlySet<string>): readonly Argument[] {
  const { phrases, view } = syntax;
  for (let at = link - 1; at >= 0; at--) {
    const verb = phrases[at];
    if (verb === undefined || verb.kind === "stop" || verb.kind === "sub" || verb.kind === "rel") return [];
    if (verb.kind !== "vg") continue;
    if (verb.passive || verb.form === "participle" || verbs?.has(view.lemma(verb.head)) === false) return [];
    return chunkVerbArguments(syntax, verb.head)
      .filter((argument) => argument.slot === "agent" && argument.head < verb.head)
      .map((argument): Argument => ({ ...argument, slot }));
  }
  return [];
}

const CLAIMING = words("claim admit accept take assume");

/** "the attacks in Tartus, for which Da'esh has claimed responsibility": whoever claims a deed did it, as slot `by`. */
export function claimants(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  for (let at = syntax.at(token) + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "rel") {
      const link = phrases[neighbour(syntax, at, -1)];
      const claimant = phrases[neighbour(syntax, at, 1)];
      const verb = phrases[neighbour(syntax, neighbour(syntax, at, 1), 1)];
      const claims =
        verb?.kind === "vg" && CLAIMING.has(view.lemma(verb.head)) && link?.kind === "prep" && view.lower(link.first) === "for";
      return claims && claimant?.kind === "np" ? [{ slot: "by", head: claimant.head, provenance: "chunk" }] : [];
    }
    if (phrase === undefined || !/^(?:np|prep|comma|adv|adj|cc)$/.test(phrase.kind)) return [];
  }
  return [];
}

/** Verbs that lay a deed at somebody's door, which stands behind `on`, `to` or `upon`. */
const BLAMING = words("blame pin attribute ascribe impute");

/**
 * "blamed the attack on Israel", "the killing, which Iran has blamed on Israel", "the strike was attributed to Ukraine": who is said to have done what the noun at
 * `token` names, as slot `blamed`.
 */
export function blamed(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const own = syntax.at(token);
  const before = phrases[neighbour(syntax, own, -1)];
  if (before?.kind === "vg" && BLAMING.has(view.lemma(before.head)) && !before.passive) return onWhom(syntax, own);
  let relative = false;
  for (let at = own + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase === undefined || phrase.kind === "stop") return [];
    if (phrase.kind === "rel") {
      if (relative) return [];
      relative = true;
    } else if (phrase.kind === "sub" && view.lower(phrase.first) !== "that") return [];
    else if (phrase.kind === "vg") {
      const blames = BLAMING.has(view.lemma(phrase.head)) && (relative ? true : phrase.passive || phrase.form === "participle");
      if (!blames) return [];
      // The relative clause is the noun's own where nothing but its own phrases stands between
      const subject = relative ? own : subjectOf(syntax, at).phrase;
      return subject === own || phrase.form === "participle" ? onWhom(syntax, at) : [];
    }
  }
  return [];
}

function onWhom(syntax: SentenceSyntax, from: number): readonly Argument[] {
  const { phrases, view } = syntax;
  let found: readonly Argument[] = [];
  for (let at = from + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase === undefined || !/^(?:np|prep|adv|cc|comma|adj)$/.test(phrase.kind)) break;
    const object = phrases[neighbour(syntax, at, 1)];
    // "the strike on the dam to Russia": the last one is who did it
    if (phrase.kind === "prep" && ["on", "to", "upon"].includes(view.lower(phrase.first)) && object?.kind === "np")
      found = [{ slot: "blamed", head: object.head, provenance: "chunk" }];
  }
  return found;
}
