import { coordinated } from "../syntax/coordination.ts";
import { counted } from "../syntax/filler.ts";
import { listStart, nounPhrase, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import { itemInside } from "./item-class.ts";

/** What keeps an argument, though it stands in a row's slot, from filling the role. */

const OUTSIDERS = new Set("announce approve order welcome expect see bring order file suspend propose prepare plan".split(" "));
/** Verbs of settling whether and when one deals with one another. */
const DISPOSERS = new Set("suspend announce plan prepare".split(" "));
/** Whoever brings others together is at their table only where nobody says between whom it stands. */
const GO_BETWEENS = new Set("host mediate broker facilitate sponsor oversee arrange organize organise chair".split(" "));

const FELT = new Set(["impact", "effect", "implication", "consequence", "repercussion", "influence", "toll", "fallout"]);

/** The event noun stands after `of` in a phrase for what it brings about: "the impact of Russia's war". */
export function isFelt(syntax: SentenceSyntax, trigger: Trigger): boolean {
  if (trigger.kind !== "noun") return false;
  const at = syntax.at(trigger.token);
  const effect = syntax.phrases[at - 2];
  const link = syntax.phrases[at - 1];
  return (
    link?.kind === "prep" && syntax.view.lower(link.first) === "of" && effect?.kind === "np" && FELT.has(syntax.view.lemma(effect.head))
  );
}

/** "with Marcos and the Leaders' Summit": a possessor behind an article is none of the list that its phrase is in; "Kim and Putin's meeting" is theirs. */
export function isOwnOwner(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  const phrase = trigger.kind === "noun" && syntax.at(head) === syntax.at(trigger.token) ? nounPhrase(syntax, head) : undefined;
  return phrase !== undefined && head !== trigger.token && /^(the|a|an|this|that|these|those)$/.test(syntax.view.lower(phrase.first));
}

const BIDDINGS = new Set(["invitation", "request", "behest", "initiative", "urging", "suggestion", "direction"]);

/** "a visit at the invitation of Choe Son Hui": whose invitation it is does not travel. */
export function isBidding(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  const at = syntax.at(head);
  const noun = syntax.phrases[at - 2];
  return (
    syntax.phrases[at - 1]?.kind === "prep" &&
    noun?.kind === "np" &&
    noun.head !== trigger.token &&
    BIDDINGS.has(syntax.view.lemma(noun.head))
  );
}

/** "a meeting with Prime Minister Trudeau of Canada": what stands behind a person and `of` is his. */
export function saysOfWhom(syntax: SentenceSyntax, head: number): boolean {
  const at = listStart(syntax, syntax.at(head));
  const link = syntax.phrases[at - 1];
  const person = syntax.phrases[at - 2];
  return (
    link?.kind === "prep" &&
    syntax.view.lower(link.first) === "of" &&
    person?.kind === "np" &&
    syntax.view.widest(person.last - 1)?.type === "Person"
  );
}

/** A personal pronoun that is not reflexive. */
export const isPlainPronoun: (syntax: SentenceSyntax, head: number) => boolean = (syntax: SentenceSyntax, head: number): boolean =>
  syntax.view.tag(head) === "PRP" && !/sel(f|ves)$/.test(syntax.view.lower(head));

/** The noun phrase at `head` is one of arms or goods. */
export function isGoods(syntax: SentenceSyntax, at: number): boolean {
  // "some of its 36 tanks"
  const head = counted(syntax, at);
  const phrase = nounPhrase(syntax, head);
  const mention = syntax.view.widest(head);
  if (
    phrase === undefined ||
    (mention !== undefined && mention.head === head && !mention.type.startsWith("Weapon") && mention.type !== "Item")
  )
    return false;
  const { classes } = itemInside(syntax, phrase.first, phrase.last);
  return classes.has("weapon") || classes.has("technology") || classes.has("aid");
}

/**
 * "was given tanks", "armed the rebels with rifles": who is acted on receives, where the thing stands elsewhere. In "drones sent by India" what is acted on is
 * the thing, and in a list of phrases before it nobody is.
 */
export function themeReceives({ group, arguments: all }: Trigger): boolean {
  if (group === undefined || !(group.passive || group.form === "participle")) return true;
  return all.some(({ slot, provenance }) => (slot === "theme2" || slot === "with") && provenance !== "clause");
}

/** "announced talks with Japan": the noun names one side only, so that whoever deals with it is the other. */
const isOneSided = ({ arguments: all }: Trigger): boolean =>
  all.some(({ slot, provenance }) => slot === "with" && provenance !== "clause") &&
  !all.some(
    ({ slot, provenance }) => (slot === "poss" || slot === "between" || slot === "among" || slot === "by") && provenance !== "clause",
  );

const isBetween = ({ arguments: all }: Trigger): boolean =>
  all.some(({ slot, provenance }) => (slot === "between" || slot === "among") && provenance !== "clause");

/** Another verb stands before the argument and takes it: "hosting the summit, developing the partnership with NATO". */
export function verbBetween(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  for (let at = syntax.at(trigger.token) + 1; at < syntax.at(head); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "vg" && phrase.head !== trigger.support?.group.head && phrase.form !== "participle") return true;
  }
  return false;
}

const PORTIONS = new Set("worth airlift shipment consignment delivery batch load cargo package container quantity amount stock".split(" "));

/** "$1 billion", "$20 million worth", "an airlift", "a shipment": a phrase for a sum or for the way of sending, whose goods follow `of` or `in`. */
export function isSum(syntax: SentenceSyntax, head: number): boolean {
  const phrase = nounPhrase(syntax, head);
  for (let token = phrase?.first ?? head; token <= head; token++) if (syntax.view.tag(token) === "$") return true;
  return PORTIONS.has(syntax.view.lemma(head));
}

const RELATIONS = new Set(
  (
    "relationship relation tie cooperation collaboration partnership alliance war conflict fighting hostility tension dispute clash trade border link exchange agreement deal treaty " +
    "truce ceasefire peace differences gap balance rivalry competition understanding friendship confrontation"
  ).split(" "),
);

/** "discussed the growing relationship between Russia and Iran": those between whom another noun stands do not talk. */
export function relatesOthers(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  const link = listStart(syntax, syntax.at(head)) - 1;
  const host = syntax.phrases[link - 1];
  return (
    trigger.kind === "noun" &&
    syntax.phrases[link]?.kind === "prep" &&
    host?.kind === "np" &&
    host.head > trigger.token &&
    host.first > trigger.token &&
    RELATIONS.has(syntax.view.lemma(host.head))
  );
}

const DEALINGS = new Set(
  "diplomacy engagement relationship relation tie cooperation competition trade border dispute war conflict negotiation talk dialogue deal agreement".split(
    " ",
  ),
);

/** "discussed their diplomacy with China": the other side of what is discussed is at no table. */
export function isWithTheme(syntax: SentenceSyntax, trigger: Trigger, head: number): boolean {
  const link = listStart(syntax, syntax.at(head)) - 1;
  const host = syntax.phrases[link - 1];
  return (
    trigger.kind === "verb" &&
    syntax.view.lemma(trigger.token) === "discuss" &&
    syntax.view.widest(head)?.type !== "Person" &&
    syntax.phrases[link]?.kind === "prep" &&
    host?.kind === "np" &&
    host.first > trigger.token &&
    DEALINGS.has(syntax.view.lemma(host.head))
  );
}

const hasSeveralSubjects = ({ arguments: all, syntax }: Trigger): boolean =>
  all.some(({ slot, head, provenance }) => slot === "support" && provenance !== "clause" && coordinated(syntax, head).length > 1);

/** Whoever announces talks need not be there, nor who brings the sides together; who announces them "with" somebody is. */
export function standsOutside(trigger: Trigger): boolean {
  const carrier = trigger.support?.group.head;
  if (carrier === undefined) return false;
  const verb = trigger.syntax.view.lemma(carrier);
  // "Iran and Russia suspended negotiations": several who dispose of talks that nobody else is told to be in
  if (DISPOSERS.has(verb) && !isBetween(trigger) && hasSeveralSubjects(trigger)) return false;
  return (OUTSIDERS.has(verb) && !isOneSided(trigger)) || (GO_BETWEENS.has(verb) && isBetween(trigger));
}
