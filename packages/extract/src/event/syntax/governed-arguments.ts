import type { Argument } from "./arguments.ts";
import { prepositionOf, type VerbGroup } from "./phrase.ts";
import { listStart, neighbour, type SentenceSyntax } from "./sentence-syntax.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** The noun phrase of the token stands behind "by", itself or as one of a list. */
export function isAgentBehind(syntax: SentenceSyntax, token: number): boolean {
  const preposition = syntax.phrases[neighbour(syntax, listStart(syntax, syntax.at(token)), -1)];
  return preposition?.kind === "prep" && prepositionOf(syntax.view, preposition) === "by";
}

/** Verbs whose object does what the bare infinitive or infinitive behind it says, with their subject's help or leave. */
const ENABLING = words("help assist aid enable allow authorize authorise permit let support");
/** Making: the slot of its object is `making`. */
const MAKING = words(
  "build develop produce make manufacture design construct assemble upgrade modernize modernise expand complete launch enrich perfect improve enhance advance strengthen rebuild reconstruct restore repair maintain operate train bolster create establish set_up build_up",
);
/** Getting: the slot of its object is `getting`. */
const GETTING = words("obtain acquire get buy procure secure purchase import receive access");

/** "helped Israel build a reactor", "assisted Iran in developing missiles", "authorized Kyiv to receive jets": what the object makes or gets by it. */
export function enabledArguments(syntax: SentenceSyntax, index: number, group: VerbGroup, found: Argument[]): void {
  const { phrases, view } = syntax;
  if (!ENABLING.has(view.lemma(group.head))) return;
  let at = neighbour(syntax, index, 1);
  if (!group.passive) {
    if (phrases[at]?.kind !== "np") return;
    at = neighbour(syntax, at, 1);
    // "helped the Government of Nepal build …"
    while (
      phrases[at]?.kind === "prep" &&
      view.lower(phrases[at]?.first ?? -1) === "of" &&
      phrases[neighbour(syntax, at, 1)]?.kind === "np"
    )
      at = neighbour(syntax, neighbour(syntax, at, 1), 1);
  }
  if (phrases[at]?.kind === "prep" && view.lower(phrases[at]?.first ?? -1) === "in") at = neighbour(syntax, at, 1);
  const verb = phrases[at];
  if (verb?.kind !== "vg" || verb.passive) return;
  if (verb.form !== "infinitive" && verb.form !== "gerund" && view.tag(verb.head) !== "VB") return;
  const lemma = verb.particle === "up" ? `${view.lemma(verb.head)}_up` : view.lemma(verb.head);
  const slot = MAKING.has(lemma) ? "making" : GETTING.has(lemma) ? "getting" : undefined;
  const object = phrases[neighbour(syntax, at, 1)];
  if (slot !== undefined && object?.kind === "np") found.push({ slot, head: object.head, provenance: "chunk" });
}

const DESTINED = words("bind bound destine intend mean head earmark");

/** "weapons bound for the Houthis", "a shipment destined for Libya": whoever the goods are meant for. */
export function destined(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  const verb = phrases[index];
  const link = phrases[neighbour(syntax, index, 1)];
  const goal = phrases[neighbour(syntax, neighbour(syntax, index, 1), 1)];
  if (verb?.kind !== "vg" || verb.last - verb.first > 1 || !DESTINED.has(view.lemma(verb.head)) || link?.kind !== "prep") return -1;
  return goal?.kind === "np" && ["for", "to"].includes(prepositionOf(view, link)) ? goal.head : -1;
}

const KEEPING_GOING = words("fuel sustain power feed bolster prolong wage prosecute continue support");
const WARS = words("war campaign offensive invasion aggression operation effort");

/** "shells to sustain Russia's war", "weapons to help power the president's war": whose war the goods keep going receives them. */
function wager(syntax: SentenceSyntax, index: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const verb = phrases[index];
  if (verb?.kind !== "vg" || verb.form !== "infinitive") return [];
  // The tagger may take "power" for a noun of the phrase that follows.
  const keeps =
    KEEPING_GOING.has(view.lemma(verb.head)) || (ENABLING.has(view.lemma(verb.head)) && KEEPING_GOING.has(view.lemma(verb.last)));
  const war = keeps
    ? phrases.slice(index + 1, index + 3).find((phrase) => phrase.kind === "np" && WARS.has(view.lemma(phrase.head)))
    : undefined;
  return war === undefined ? [] : ownerAsHelped(syntax, phrases.indexOf(war));
}

/** Whose the thing is that the noun phrase at `index` names: "Russia's war", "Ukrainian cities", as slot `helped`. */
function ownerAsHelped(syntax: SentenceSyntax, index: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const phrase = phrases[index];
  if (phrase?.kind !== "np") return [];
  for (let token = phrase.first; token < phrase.head; token++) {
    // "Russia's war in Ukraine" may be one name: whose it is stands inside
    const owner = view.covering(token).find(({ head, last }) => head === token && last <= phrase.head);
    if (owner === undefined) continue;
    if (view.tag(token + 1) === "POS" || (owner.type === "State" && owner.kind === "demonym"))
      return [{ slot: "helped", head: token, provenance: "chunk" }];
  }
  return [];
}

/** "killed, wounded or captured by the rebels": the agent of the last participle of a list is everybody's; -1 where the list has none. */
export function sharedAgent(syntax: SentenceSyntax, index: number): number {
  const { phrases, view } = syntax;
  let at = index;
  for (;;) {
    let next = at + 1;
    while (phrases[next]?.kind === "comma" || phrases[next]?.kind === "cc" || phrases[next]?.kind === "adv") next++;
    const phrase = phrases[next];
    // ("arrested, tried and sentenced by": a past form in the list is a participle, too)
    if (phrase?.kind === "vg" && next > at + 1) at = next;
    else {
      const agent = phrases[next + 1];
      const last = phrases[at];
      const passive = last?.kind === "vg" && (last.passive || last.form === "participle");
      const by = at > index && passive && next === at + 1 && phrase?.kind === "prep" && prepositionOf(view, phrase) === "by";
      return by && agent?.kind === "np" ? agent.head : -1;
    }
  }
}

/** Verbs whose object is better off. */
const HELPING = words("help assist support aid equip arm reinforce defend");
/** Verbs of doing good to what somebody has. */
const BENEFITING = words(
  "strengthen bolster boost enhance improve protect meet sustain fortify cover repair restore rebuild stabilize stabilise shore back increase secure address advance modernize modernise",
);

/** "deliveries of missiles to help Ukraine", "arms to bolster Poland's defences": who is helped, or whose the thing is that gains by it, receives them. */
export function helped(syntax: SentenceSyntax, index: number, found: Argument[]): void {
  const { phrases, view } = syntax;
  const verb = phrases[index];
  const object = phrases[index + 1];
  const lemma = verb?.kind === "vg" && verb.form === "infinitive" && object?.kind === "np" ? view.lemma(verb.head) : "";
  const war = wager(syntax, index);
  const owner = HELPING.has(lemma) || BENEFITING.has(lemma) ? ownerAsHelped(syntax, index + 1) : [];
  if (war.length > 0) found.push(...war);
  else if (owner.length > 0) found.push(...owner);
  else if (object?.kind === "np" && HELPING.has(lemma)) found.push({ slot: "helped", head: object.head, provenance: "chunk" });
}

/** "weapons in support of Russia's war": whose war it is. */
export function supported(syntax: SentenceSyntax, index: number): readonly Argument[] {
  const object = neighbour(syntax, index, 1);
  const phrase = syntax.phrases[object];
  return phrase?.kind === "np" && WARS.has(syntax.view.lemma(phrase.head)) ? ownerAsHelped(syntax, object) : [];
}
