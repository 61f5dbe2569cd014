import { isTimeWord } from "../syntax/calendar-lexicon.ts";
import { counted, fillersOf } from "../syntax/filler.ts";
import { neighbour, nounPhrase, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import type { Trigger } from "../trigger.ts";
import type { IndexedFrame } from "./frame-index.ts";
import { itemAt } from "./item-class.ts";
import type { ReadingContext } from "./role-offers.ts";

/** Lemmas around the trigger: its phrase, its verb, and (where asked) the phrase of what it is done to. */
export function nearWords(trigger: Trigger, theme: boolean): readonly string[] {
  const { syntax } = trigger;
  const { view } = syntax;
  const found: string[] = [];
  const take = (first: number, last: number): void => {
    for (let token = first; token < last; token++) if (token !== trigger.token) found.push(view.lemma(token), view.lower(token));
  };
  const [first, last] = ownSpan(trigger);
  take(first, last);
  if (trigger.kind === "noun" && trigger.support) take(trigger.support.group.first, trigger.support.group.last);
  // "eased sanctions": the verb right before the phrase, whether or not it carries the noun
  const governor = trigger.kind === "noun" ? syntax.phrases[neighbour(syntax, syntax.at(trigger.token), -1)] : undefined;
  if (governor?.kind === "vg") found.push(view.lemma(governor.head));
  if (theme) {
    for (const argument of trigger.arguments) {
      if (argument.provenance === "clause" || (argument.slot !== "theme" && argument.slot !== "theme2" && argument.slot !== "of")) continue;
      const phrase = nounPhrase(syntax, argument.head);
      if (phrase && (trigger.kind !== "noun" || argument.slot === "of")) take(phrase.first, phrase.last);
    }
  }
  return found;
}

const AGREEMENT_WORDS = new Set(
  "agreement deal treaty pact accord memorandum mou contract arrangement communique communiqué charter roadmap minutes alliance entente concordat declaration framework convention protocol guideline guidelines truce ceasefire document compact statement".split(
    " ",
  ),
);
const RULE_WORDS = new Set(
  "regime undertaking resolution sanction treaty obligation embargo law agreement ceasefire sovereignty airspace commitment right ban charter pact convention restriction prohibition order truce armistice deal accord protocol cap moratorium limit ceiling pledge rule norm principle provision".split(
    " ",
  ),
);
const GUESTS = new Set(
  "minister president leader official delegation envoy diplomat ambassador chief premier counterpart negotiator representative".split(" "),
);
const FORUM_TYPES = new Set(["Forum"]);
const LEAGUE_TYPES = new Set(["InternationalOrganization", "Agreement"]);

/** Does one of the classes (`@persons`, `@agreement` …) or words that the frame wants to stand beside its trigger do so? */
export function besideHolds(
  context: ReadingContext,
  trigger: Trigger,
  indexed: IndexedFrame,
  roles: Readonly<Record<string, readonly string[]>>,
): boolean {
  const { view } = trigger.syntax;
  for (const word of indexed.beside) {
    if (word === "@persons") {
      if (Object.values(roles).some((ids) => ids.some((id) => ["Person", "Position"].includes(context.entities.get(id)?.type ?? ""))))
        return true;
    } else if (word === "@agreement" || word === "@resolution" || word === "@rule") {
      const types =
        word === "@agreement"
          ? ["Agreement", "Document"]
          : word === "@resolution"
            ? ["Resolution"]
            : ["Agreement", "Resolution", "Document"];
      const lexicon = word === "@agreement" ? AGREEMENT_WORDS : word === "@resolution" ? new Set(["resolution"]) : RULE_WORDS;
      for (const argument of trigger.arguments) {
        if (argument.slot !== "theme" && argument.slot !== "of" && !(word === "@rule" && argument.slot === "with")) continue;
        if (argument.provenance === "clause") continue;
        // "violated the set of international rules"
        const named = view.lemma(word === "@rule" ? counted(trigger.syntax, argument.head) : argument.head);
        if (lexicon.has(named) || lexicon.has(view.lemma(argument.head)) || types.includes(view.widest(argument.head)?.type ?? ""))
          return true;
      }
    } else if (word === "@guest") {
      const guest = trigger.arguments.find((argument) => argument.slot === "theme" && argument.provenance !== "clause");
      const types = guest === undefined ? [] : fillersOf(trigger.syntax, context.entities, guest.head).map((filler) => filler.entity.type);
      if (types.includes("Person") || types.includes("Position")) return true;
      // "hosted the foreign ministers of Iran and Iraq": people, whosoever they are
      if (types.length > 0 && guest !== undefined && GUESTS.has(view.lemma(guest.head))) return true;
    } else if (word === "@forum") {
      const mention = view.widest(trigger.token);
      if (mention && FORUM_TYPES.has(mention.type)) return true;
    } else if (word === "@club") {
      // A league of states and somebody else
      const sides = Object.values(roles)
        .flat()
        .map((id) => context.entities.get(id)?.type ?? "");
      if (sides.includes("InternationalOrganization") && sides.some((type) => type === "State" || type === "Territory")) return true;
    } else if (word === "@league") {
      if (
        trigger.arguments.some(({ slot, head, provenance }) => {
          const mention = slot === "theme" && provenance !== "clause" ? view.widest(head) : undefined;
          return mention?.kind !== "nominal" && LEAGUE_TYPES.has(mention?.type ?? "");
        })
      )
        return true;
    } else if (word === "@weapon") {
      if (trigger.arguments.some((argument) => argument.slot === "theme" && itemAt(trigger.syntax, argument.head).classes.has("weapon")))
        return true;
      if (view.lower(trigger.token + 1) === "fire") return true;
    }
  }
  const near = nearWords(trigger, true);
  if (near.some((word) => indexed.beside.has(word))) return true;
  // "designated … (…) as a terrorist organization": in the phrase of a slot that the row asks for, however far
  for (const argument of trigger.arguments) {
    const phrase =
      indexed.slots.includes(argument.slot) && argument.slot !== "theme" ? nounPhrase(trigger.syntax, argument.head) : undefined;
    for (let token = phrase?.first ?? 0; token < (phrase?.last ?? 0); token++)
      if (indexed.beside.has(view.lemma(token)) || indexed.beside.has(view.lower(token))) return true;
  }
  // A few words to the right of a verb: "working closely with", "designated … as a terrorist organization"
  if (trigger.kind === "verb" && trigger.group) {
    for (let token = trigger.group.last; token < Math.min(trigger.group.last + 12, trigger.syntax.last); token++) {
      if (view.lower(token) === "," && !indexed.beside.has("as")) break;
      if (indexed.beside.has(view.lower(token)) || indexed.beside.has(view.lemma(token)))
        return token - trigger.group.last < 4 || indexed.slots.length > 0;
    }
  }
  return false;
}

/** One of the words stands above the trigger: in the tree, or before it in the sentence within reach. */
export function governedBy(trigger: Trigger, lemmas: ReadonlySet<string>): boolean {
  const { view } = trigger.syntax;
  for (let token = trigger.token - 1, steps = 0; token >= trigger.syntax.first && steps < 10; token--, steps++) {
    if (lemmas.has(view.lemma(token)) || lemmas.has(view.lower(token))) return true;
  }
  let above = view.head(trigger.token);
  for (let steps = 0; above >= 0 && steps < 3; steps++) {
    if (lemmas.has(view.lemma(above))) return true;
    above = view.head(above);
  }
  return false;
}

/** Roles whose value is a text and no entity, by the words of the first slot of the rule that is filled; a date is none. */
export function readLiterals(trigger: Trigger, rules: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const [role, slots] of Object.entries(rules)) {
    for (const slot of slots.split(" ")) {
      const argument = trigger.arguments.find((candidate) => candidate.slot === slot && candidate.provenance !== "clause");
      const dated =
        argument !== undefined && (trigger.syntax.view.tag(argument.head) === "CD" || isTimeWord(trigger.syntax.view.lower(argument.head)));
      const text = argument === undefined || dated ? undefined : phraseText(trigger.syntax, argument.head);
      if (text !== undefined) {
        found[role] = [text];
        break;
      }
    }
  }
  return found;
}

/** The words of a noun phrase with its preposition phrases, as normal text. */
function phraseText(syntax: SentenceSyntax, head: number): string | undefined {
  const index = syntax.at(head);
  const phrase = syntax.phrases[index];
  if (phrase?.kind !== "np") return undefined;
  let end = index;
  for (;;) {
    const link = syntax.phrases[end + 1];
    const next = syntax.phrases[end + 2];
    if (next?.kind === "np" && (link?.kind === "prep" || link?.kind === "cc")) end += 2;
    else break;
  }
  const last = syntax.phrases[end]?.last ?? phrase.last;
  const words: string[] = [];
  for (let token = phrase.first; token < last; token++) {
    const space = token > phrase.first && syntax.view.tokens.spaceBefore[token] === 1;
    words.push((space ? " " : "") + (syntax.view.tokens.norm[token] ?? ""));
  }
  return words.join("").trim();
}

/** Tokens `[first, last)` of the phrase that the trigger stands in. */
export function ownSpan(trigger: Trigger): readonly [number, number] {
  const phrase = trigger.syntax.phrases[trigger.syntax.at(trigger.token)];
  return phrase ? [phrase.first, phrase.last] : [trigger.token, trigger.token + 1];
}
