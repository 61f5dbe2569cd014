import { isDirected, isOfClauseBefore, isOutside, isSpeaker } from "./argument-conditions.ts";
import { namedByClause } from "./free-relative.ts";
import { destined, enabledArguments, helped, isAgentBehind, sharedAgent, supported } from "./governed-arguments.ts";
import { namedInComplement } from "./inverted-passive.ts";
import { prepositionOf, type VerbGroup } from "./phrase.ts";
import { reducedPassive } from "./reduced-passive.ts";
import { relativeArguments, relativePreposition } from "./relative-arguments.ts";
import { listStart, neighbour, nounPhrase, type SentenceSyntax, subjectOf, verbGroup } from "./sentence-syntax.ts";
import { isTimePhrase } from "./time-phrase.ts";
import type { TokenView } from "./token-view.ts";
import { judges, treeVerbArguments } from "./tree-arguments.ts";

/**
 * What may fill a role: the head of a noun phrase in a deep position. Slots of verbs: `agent`, `theme`, `iobj` and prepositions; of nouns: `poss`, `mod`,
 * `support` (subject of the verb that carries the noun), `of`, `by` and the other prepositions.
 */
export interface Argument {
  readonly slot: string;
  readonly head: number;
  readonly provenance: "tree" | "chunk" | "both" | "clause";
}

const rank = { both: 0, tree: 1, chunk: 2, clause: 3 } as const;

/** Arguments that trees and phrases offer, united; those both agree on come first, then by distance from the trigger. */
export function unite(trigger: number, ...lists: readonly (readonly Argument[])[]): readonly Argument[] {
  const byKey = new Map<string, Argument>();
  for (const list of lists) {
    for (const argument of list) {
      const key = `${argument.slot} ${argument.head}`;
      const known = byKey.get(key);
      if (!known) byKey.set(key, argument);
      else if (known.provenance !== argument.provenance && known.provenance !== "both" && argument.provenance !== "clause") {
        byKey.set(key, known.provenance === "clause" ? argument : { ...argument, provenance: "both" });
      }
    }
  }
  return [...byKey.values()].sort(
    (a, b) => rank[a.provenance] - rank[b.provenance] || Math.abs(a.head - trigger) - Math.abs(b.head - trigger) || a.head - b.head,
  );
}

/** Arguments of a verb from tree and phrases; where the phrases name its subject outright, the tree's guess at another one is dropped. */
export function verbArguments(syntax: SentenceSyntax, trigger: number, passive: boolean): readonly Argument[] {
  const inverted = namedInComplement(syntax, trigger);
  if (inverted >= 0) {
    const rest = chunkVerbArguments(syntax, trigger).filter(
      ({ slot, head }) => !/^(?:theme2?|iobj)$/.test(slot) && head > trigger && head < inverted,
    );
    return [
      { slot: "theme", head: inverted, provenance: "chunk" },
      ...rest.map((argument) => (argument.slot === "by" ? { ...argument, slot: "agent" } : argument)),
    ];
  }
  const tree = treeVerbArguments(syntax.view, trigger, passive);
  const subject = subjectOf(syntax, syntax.at(trigger));
  const reduced = passive ? -1 : reducedPassive(syntax, trigger);
  if (reduced >= 0) {
    // "the suspect, arrested last year in Rome, …": whoever is arrested, without whom nobody arrests
    const rest = chunkVerbArguments(syntax, trigger).filter(({ slot, head }) => slot !== "theme" && (slot !== "agent" || head > trigger));
    return [
      { slot: "theme", head: reduced, provenance: "chunk" },
      ...rest.map((argument) => (argument.slot === "by" ? { ...argument, slot: "agent" } : argument)),
    ];
  }
  const said = subject.theme && verbGroup(syntax, trigger)?.form === "participle";
  const sure = !passive && (subject.explicit === true || subject.possessor !== undefined);
  const head = subject.possessor ?? syntax.phrases[subject.phrase]?.first;
  const last = subject.possessor === undefined ? syntax.phrases[subject.phrase]?.last : head;
  const agrees = (token: number): boolean => head !== undefined && last !== undefined && token >= head && token <= last;
  // "Aliyev, president of Azerbaijan and chairman of the council, received": where both name one subject, the tree's other one stands in the aside
  const aside =
    last !== undefined &&
    syntax.phrases[subject.phrase + 1]?.kind === "comma" &&
    tree.some(({ slot, head }) => slot === "agent" && agrees(head));
  const inAside = (token: number): boolean => aside && token >= last && token < trigger && !agrees(token);
  return unite(
    trigger,
    tree.filter(
      (argument) =>
        argument.slot !== "agent" ||
        (!inAside(argument.head) &&
          (sure
            ? agrees(argument.head)
            : // What a participle is said of is never who does it, and nobody does but who stands behind "by"
              !(said && !isAgentBehind(syntax, argument.head)) &&
              !isSpeaker(syntax, argument.head, head) &&
              !isOutside(syntax, argument.head, subject.phrase) &&
              !isOfClauseBefore(syntax, argument.head, trigger, subject.phrase))),
    ),
    chunkVerbArguments(syntax, trigger),
  );
}

// ---------------------------------------------------------------- phrases

/** Arguments of a verb, by phrase order. */
export function chunkVerbArguments(syntax: SentenceSyntax, trigger: number): readonly Argument[] {
  const index = syntax.at(trigger);
  const group = verbGroup(syntax, trigger);
  if (!group || group.head !== trigger) return [];
  const found: Argument[] = [];
  const add = (slot: string, head: number, provenance: Argument["provenance"] = "chunk"): void => {
    found.push({ slot, head, provenance });
  };
  const subject = subjectOf(syntax, index);
  const subjectPhrase = syntax.phrases[subject.phrase];
  if (subjectPhrase?.kind === "np") {
    const passive = group.passive || subject.theme;
    add(
      passive ? "theme" : "agent",
      subject.possessor ?? subjectPhrase.head,
      subject.possessor === undefined && subject.explicit !== true ? "chunk" : "both",
    );
    if (!passive) found.push(...relativeArguments(syntax, index, subject.phrase));
  }
  if (group.form === "infinitive") contractPartner(syntax, index, found);
  rightArguments(syntax, index, group, found);
  frontedArguments(syntax, index, subject.phrase, found);
  // "made in Iran and sold to Russia by Tehran": a past form that turned out to be passive
  return subject.theme && !group.passive
    ? found.map((argument) => (argument.slot === "by" && argument.provenance !== "clause" ? { ...argument, slot: "agent" } : argument))
    : found;
}

const CONTRACTS = new Set("contract deal agreement pact accord order arrangement memorandum".split(" "));

/** "signed a contract with Russia to buy jets": with whom one agrees to do it. */
function contractPartner(syntax: SentenceSyntax, index: number, found: Argument[]): void {
  const { phrases, view } = syntax;
  const partner = phrases[neighbour(syntax, index, -1)];
  const link = phrases[neighbour(syntax, neighbour(syntax, index, -1), -1)];
  if (partner?.kind !== "np" || link?.kind !== "prep" || view.lower(link.first) !== "with") return;
  const contract = phrases[neighbour(syntax, phrases.indexOf(link), -1)];
  if (contract?.kind === "np" && CONTRACTS.has(view.lemma(contract.head)))
    found.push({ slot: "partner", head: partner.head, provenance: "chunk" });
}

function rightArguments(syntax: SentenceSyntax, index: number, group: VerbGroup, found: Argument[]): void {
  const { phrases, view } = syntax;
  const passive = group.passive || group.form === "participle";
  let objects = 0;
  let beyond = false;
  let aside = false;
  const shared = passive ? -1 : sharedObject(syntax, index);
  if (shared >= 0) found.push({ slot: "theme", head: shared, provenance: "chunk" });
  const doer = passive ? sharedAgent(syntax, index) : -1;
  if (doer >= 0) found.push({ slot: "agent", head: doer, provenance: "chunk" });
  enabledArguments(syntax, index, group, found);
  for (let at = index + 1; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (!phrase) break;
    // "dispatched the ship, escorted by frigates, to the strait": behind a participle's aside the verb goes on
    if (phrase.kind === "comma" && aside && phrases[at + 1]?.kind === "prep") {
      aside = false;
      beyond = false;
      continue;
    }
    if (phrase.kind === "np") {
      const before = phrases[at - 1];
      const previous = phrases[neighbour(syntax, at, -1)];
      // "visited Ankara this week": when it was, not what
      if (isTimePhrase(view, phrase.head)) continue;
      if (previous?.kind === "vg" && previous === group && objects === 0 && !beyond) {
        if (!passive) found.push({ slot: "theme", head: phrase.head, provenance: "chunk" });
        else if (group.passive) found.push({ slot: "theme2", head: phrase.head, provenance: "chunk" });
        objects++;
      } else if (objects === 0 && !beyond && !passive && isShifted(syntax, at, index)) {
        // "signed at Baghdad on 4 October the minutes": a heavy object behind the phrases of place and time
        found.push({ slot: "theme", head: phrase.head, provenance: "chunk" });
        objects++;
      } else if (before?.kind === "np" && objects === 1 && !beyond) {
        // Two noun phrases in a row: the first was the indirect object.
        const first = found.findLast((argument) => argument.slot === "theme");
        if (first && first.head < phrase.head) found[found.lastIndexOf(first)] = { ...first, slot: "iobj" };
        found.push({ slot: "theme", head: phrase.head, provenance: "chunk" });
        objects++;
      }
      continue;
    }
    if (phrase.kind === "prep") {
      const name = prepositionOf(view, phrase);
      const next = phrases[neighbour(syntax, at, 1)];
      if (next?.kind !== "np") continue;
      if (phrase.clausal === true && phrases[neighbour(syntax, neighbour(syntax, at, 1), 1)]?.kind === "vg") {
        beyond = true;
        continue;
      }
      if (name === "in support of") found.push(...supported(syntax, at));
      // "enriched to high levels, a report by the agency said": behind a comma another noun is whose the agent is
      const other = name === "by" && phrases[at - 1]?.kind === "np" && phrases[neighbour(syntax, at - 1, -1)]?.kind === "comma";
      if (other && at - 1 > index + 1) {
        found.push({ slot: name, head: next.head, provenance: "clause" });
        continue;
      }
      // "were imposed in response to actions against civilians": what the noun before it is directed at
      if (name === "against" && at - 1 > index + 1 && isDirected(syntax, at - 1)) continue;
      // Past another verb the agent is that one's: "are deployed to protect allies against aggression by Iran"
      found.push({ slot: name === "by" && passive && !beyond ? "agent" : name, head: next.head, provenance: beyond ? "clause" : "chunk" });
      continue;
    }
    if (phrase.kind === "vg") {
      const goal = destined(syntax, at);
      if (goal >= 0) {
        found.push({ slot: "to", head: goal, provenance: beyond ? "clause" : "chunk" });
        at = syntax.at(goal);
        continue;
      }
      if (AIMING.has(view.lemma(phrase.head)) && phrase.form === "participle") {
        // "fired rounds aimed at a loudspeaker"
        const aim = aimedAt(syntax, at);
        if (aim >= 0) found.push({ slot: "at", head: aim, provenance: "chunk" });
      }
      if (phrase.form === "infinitive" && view.lemma(phrase.head) === "be" && isNamedToBe(syntax, index, at)) {
        // "was nominated to be ambassador", "chose Vance to be his adviser"
        const complement = phrases[at + 1];
        if (complement?.kind === "np") found.push({ slot: "theme2", head: complement.head, provenance: "chunk" });
        continue;
      }
      if (phrase.form === "participle" || phrase.form === "gerund" || phrase.form === "infinitive") {
        helped(syntax, at, found);
        aside = !beyond && phrase.form === "participle" && phrases[at - 1]?.kind === "comma";
        beyond = true;
        continue;
      }
      // A finite verb ends the clause, unless it sits in a relative clause.
      const subject = phrases[neighbour(syntax, at, -1)];
      if (subject?.kind === "rel") {
        beyond = true;
        continue;
      }
      break;
    }
    if (phrase.kind === "sub" || phrase.kind === "rel") {
      // "test-fired what it said was a missile": the free relative clause stands for what it names
      const named = at === index + 1 && objects === 0 && !passive && view.lower(phrase.first) === "what" ? namedByClause(syntax, at) : -1;
      if (named >= 0) {
        found.push({ slot: "theme", head: named, provenance: "chunk" });
        at = syntax.at(named);
        objects++;
        continue;
      }
      // "requested that Russia withdraw": who is to do it
      const asked = phrases[neighbour(syntax, at, 1)];
      if (at === index + 1 && view.lower(phrase.first) === "that" && asked?.kind === "np")
        found.push({ slot: "that", head: asked.head, provenance: "chunk" });
      beyond = true;
      continue;
    }
    if (phrase.kind === "stop" && view.lower(phrase.first) !== "–" && view.lower(phrase.first) !== "—") break;
  }
}

/** The infinitive stands right behind the verb, or behind its object only. */
function isNamedToBe(syntax: SentenceSyntax, index: number, at: number): boolean {
  return at === index + 1 || (at === index + 2 && syntax.phrases[index + 1]?.kind === "np");
}

/** "surveyed, confirmed and reported missile sites": the last verb's object is everybody's. */
function sharedObject(syntax: SentenceSyntax, index: number): number {
  const { phrases } = syntax;
  let at = index;
  let joined = false;
  for (;;) {
    let next = at + 1;
    while (phrases[next]?.kind === "comma" || phrases[next]?.kind === "cc" || phrases[next]?.kind === "adv") {
      if (phrases[next]?.kind !== "adv") joined = true;
      next++;
    }
    const phrase = phrases[next];
    if (phrase?.kind === "vg" && next > at + 1 && joined) at = next;
    else return phrase?.kind === "np" && at > index && next === at + 1 ? phrase.head : -1;
  }
}

/** A noun phrase that follows the verb's preposition phrases directly, and is no subject of a verb of its own. */
function isShifted(syntax: SentenceSyntax, at: number, verb: number): boolean {
  const { phrases } = syntax;
  const before = neighbour(syntax, at, -1);
  if (phrases[before]?.kind !== "np" || phrases[neighbour(syntax, before, -1)]?.kind !== "prep" || before <= verb) return false;
  let end = at;
  while (phrases[end + 1]?.kind === "prep" && phrases[end + 2]?.kind === "np") end += 2;
  const next = phrases[neighbour(syntax, end, 1)];
  return !(next?.kind === "vg" && next.form === "finite");
}

const FRONTED = new Set(["in", "at", "on", "during", "near", "over", "under", "with", "within", "off"]);

/** Preposition phrases before the subject: "In April", "At the summit". */
function frontedArguments(syntax: SentenceSyntax, index: number, subject: number, found: Argument[]): void {
  const { phrases, view } = syntax;
  const from = subject >= 0 ? Math.min(subject, index) : index;
  const relative = relativePreposition(syntax, index, from);
  if (relative) found.push(relative);
  for (let at = from - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (!phrase || phrase.kind === "vg" || phrase.kind === "sub" || phrase.kind === "stop" || phrase.kind === "cc") break;
    if (phrase.kind !== "prep") continue;
    const next = phrases[neighbour(syntax, at, 1)];
    const name = prepositionOf(view, phrase);
    if (next?.kind === "np" && FRONTED.has(name)) found.push({ slot: name, head: next.head, provenance: "clause" });
  }
}

/** Arguments of an event noun, by phrase order: its possessor, its modifiers, the preposition phrases that follow it. */
export function chunkNounArguments(syntax: SentenceSyntax, trigger: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const index = syntax.at(trigger);
  const phrase = nounPhrase(syntax, trigger);
  const found: Argument[] = [];
  if (!phrase) return found;
  nounPhraseInside(view, phrase.first, trigger, phrase.possessive, found);
  // "the U.S., U.K. and French operations": modifiers left of the noun phrase, joined by commas and a conjunction
  leftModifiers(syntax, index, found);
  sharedPossessor(syntax, index, found);
  insideMention(view, trigger, found);
  let beyond = false;
  let participle = false;
  for (let at = index + 1; at < phrases.length; at++) {
    const next = phrases[at];
    if (!next) break;
    if (next.kind === "bracket" && at === index + 1) {
      for (let inner = at + 1; inner < phrases.length && phrases[inner]?.kind !== "bracket"; inner++) {
        const aside = phrases[inner];
        if (aside?.kind === "np") found.push({ slot: "bracket", head: aside.head, provenance: "chunk" });
      }
    }
    // "sanctions targeting Iran as well as new sanctions against entities": the next ones have their own arguments
    if (next.kind === "np" && at > index + 1 && view.lemma(next.head) === view.lemma(trigger)) break;
    if (next.kind === "prep") {
      const after = neighbour(syntax, at, 1);
      const object = phrases[after];
      const name = prepositionOf(view, next);
      if (object?.kind !== "np") continue;
      if (next.clausal === true && phrases[neighbour(syntax, after, 1)]?.kind === "vg") break;
      // "attacks in the towns of Jabla": an "of" behind another preposition's object is that object's
      // (a country's name takes none: "transfers from businesses in China of components")
      const country = phrases[at - 1];
      const whole = country?.kind === "np" ? view.widest(country.head)?.type : undefined;
      // "drills north-west of Cyprus": an "of" behind an adverbial noun is that noun's
      const adverbial = at - 1 > index && /^(?:adv|other)$/.test(phrases[at - 2]?.kind ?? "") && country?.kind === "np";
      if (name === "of" && adverbial) continue;
      if (name === "of" && whole !== "State" && (isObject(syntax, at - 1) || isOtherConjunct(syntax, at - 1))) continue;
      // "sanctions over the transfer of arms to Iran": where something goes belongs to what goes there
      if (name === "to" && at - 1 > index && country?.kind === "np" && GOING.has(view.lemma(country.head))) continue;
      // "sales approved by the agency": the agent belongs to the participle
      // "on the bank, and on its head": what repeats a preposition goes on where it stood
      const repeats =
        phrases[neighbour(syntax, at, -1)]?.kind === "cc" && found.some(({ slot, provenance }) => slot === name && provenance === "chunk");
      if (!(name === "by" && participle))
        found.push({ slot: name, head: object.head, provenance: beyond && !repeats ? "clause" : "chunk" });
      // "arms transfers to or from the DPRK"
      const other = phrases[at - 2];
      if (phrases[at - 1]?.kind === "cc" && other?.kind === "prep")
        found.push({ slot: prepositionOf(view, other), head: object.head, provenance: "chunk" });
      continue;
    }
    if (next.kind === "vg") {
      const goal = destined(syntax, at);
      if (goal >= 0) {
        found.push({ slot: "to", head: goal, provenance: "chunk" });
        at = syntax.at(goal);
        continue;
      }
      if (AIMING.has(view.lemma(next.head)) && (next.form === "participle" || next.form === "gerund")) {
        // "sanctions targeting Iran", "sanctions aimed at stifling Russia's economy"
        const aim = aimedAt(syntax, at);
        // "an exercise involving India and Japan": who is in it is not whom it is aimed at
        const slot = view.lemma(next.head) === "involve" ? "involving" : "targeting";
        if (aim >= 0) found.push({ slot, head: aim, provenance: "chunk" });
        // "any attack targeting allies by North Korea": the agent may still follow
        continue;
      }
      if (phrases[at - 1]?.kind === "np" && phrases[at - 2]?.kind === "np" && at - 2 === index && next.form === "finite") {
        // "attacks the world has seen against Israel": a contact clause
        beyond = true;
        continue;
      }
      if (next.form === "participle" || (view.lemma(next.head) === "address" && !next.passive)) {
        // "visits made by officials", "talks held between …": the support verb passes its arguments on
        participle = true;
        continue;
      }
      helped(syntax, at, found);
      break;
    }
    if (next.kind === "rel" || (next.kind === "sub" && view.lower(next.first) === "that")) {
      // "sanctions that target Iran's industries"
      const verb = phrases[neighbour(syntax, at, 1)];
      const aim = verb?.kind === "vg" && AIMING.has(view.lemma(verb.head)) ? aimedAt(syntax, phrases.indexOf(verb)) : -1;
      if (aim >= 0) found.push({ slot: "targeting", head: aim, provenance: "chunk" });
      break;
    }
    if (next.kind === "sub") break;
    if (next.kind === "stop" && view.lower(next.first) !== "–" && view.lower(next.first) !== "—") break;
    if (next.kind === "comma") beyond = true;
  }
  return found;
}

/** "operations near the border and the launch of a missile": a conjunct with an article of its own keeps its "of" to itself. */
function isOtherConjunct(syntax: SentenceSyntax, index: number): boolean {
  const own = syntax.phrases[index];
  return own?.kind === "np" && syntax.phrases[index - 1]?.kind === "cc" && /^(DT|PRP\$)$/.test(syntax.view.tag(own.first));
}

const GOING = new Set("transfer sale export shipment supply delivery aid assistance threat visit trip commitment".split(" "));
const LOCATIVE = new Set(["in", "at", "on", "near", "inside", "outside", "around"]);

/** The phrase is a noun phrase that says where; not so "the supply by Iran of drones", "the transfer to Iran of missiles". */
function isObject(syntax: SentenceSyntax, index: number): boolean {
  const own = syntax.phrases[index];
  const link = syntax.phrases[index - 1];
  return own?.kind === "np" && link?.kind === "prep" && LOCATIVE.has(prepositionOf(syntax.view, link));
}

/** "the North's rhetoric and missile launches": the possessor of a list's first member is everybody's. */
function sharedPossessor(syntax: SentenceSyntax, index: number, found: Argument[]): void {
  if (found.some((argument) => argument.slot === "poss")) return;
  let start = listStart(syntax, index);
  // "the North's unprecedented number of launches", "Japan's announcement of $1 billion in assistance"
  for (let hops = 0; hops < 3; hops++) {
    const portion = syntax.phrases[start - 2];
    const link = syntax.phrases[start - 1];
    if (portion?.kind !== "np" || link?.kind !== "prep") break;
    const preposition = syntax.view.lower(link.first);
    const money = preposition === "in" && /^(CD|\$)$/.test(syntax.view.tag(portion.head));
    if (!money && !(preposition === "of" && COUNTS.has(syntax.view.lemma(portion.head)))) break;
    start -= 2;
  }
  const first = syntax.phrases[start];
  if (start === index || first?.kind !== "np") return;
  // "the People's Republic of Angola and the violation": a name owns nothing by its own words
  const whole = syntax.view.widest(first.head);
  if (
    whole !== undefined &&
    (whole.type === "State" || whole.type === "Territory") &&
    whole.first <= first.first + 2 &&
    whole.last >= first.last
  )
    return;
  // "targeting Russia's war, and sanctions on Hamas": a comma before the conjunction of two parts them
  const joint = neighbour(syntax, index, -1);
  const comma = neighbour(syntax, joint, -1);
  if (syntax.phrases[joint]?.kind === "cc" && syntax.phrases[comma]?.kind === "comma" && neighbour(syntax, comma, -1) === start) return;
  const inside: Argument[] = [];
  nounPhraseInside(syntax.view, first.first, first.head, first.possessive, inside);
  for (const argument of inside) if (argument.slot === "poss") found.push(argument);
}

/** "war of aggression against Ukraine", taken as one name: its own preposition phrases still say who is struck. */
function insideMention(view: TokenView, trigger: number, found: Argument[]): void {
  const whole = view.widest(trigger);
  if (!whole) return;
  for (let token = trigger + 1; token < whole.last - 1; token++) {
    if (view.tag(token) !== "IN" && view.tag(token) !== "TO") continue;
    for (let next = token + 1; next < whole.last; next++) {
      const inner = view.covering(next).find((mention) => mention !== whole);
      if (!inner) continue;
      found.push({ slot: view.lower(token), head: inner.head, provenance: "both" });
      break;
    }
  }
}

const COUNTS = new Set([
  "number",
  "series",
  "wave",
  "campaign",
  "string",
  "spate",
  "barrage",
  "round",
  "range",
  "pattern",
  "record",
  "history",
  "announcement",
  "offer",
  "pledge",
  "promise",
  "provision",
  "package",
  "tranche",
  "imposition",
  "delivery",
  "resumption",
  "continuation",
]);

const AIMING = new Set([
  "target",
  "aim",
  "direct",
  "involve",
  "affect",
  "cover",
  "punish",
  "hit",
  "degrade",
  "restrict",
  "limit",
  "cripple",
  "isolate",
]);

/** Head of the first noun phrase after a verb of aiming, over `at` and a gerund; -1 when there is none. */
function aimedAt(syntax: SentenceSyntax, index: number): number {
  for (let at = index + 1; at < Math.min(syntax.phrases.length, index + 4); at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "np") return phrase.head;
    if (phrase?.kind !== "prep" && !(phrase?.kind === "vg" && phrase.form === "gerund")) return -1;
  }
  return -1;
}

function nounPhraseInside(view: TokenView, first: number, trigger: number, possessive: number, found: Argument[]): void {
  for (let token = first; token < trigger; token++) {
    if (judges(view, token, trigger)) continue;
    const tag = view.tag(token);
    if (tag === "PRP$") {
      found.push({ slot: "poss", head: token, provenance: "chunk" });
      continue;
    }
    const mention = view.widest(token);
    if (mention && mention.last <= trigger) {
      const next = view.lower(mention.last);
      // "EU-mediated talks": who brings others together is no party
      const between = view.tag(mention.last) === "HYPH" ? mention.last + 1 : mention.last;
      if (GO_BETWEEN.test(view.lower(between))) {
        token = between;
        continue;
      }
      const owned =
        (view.tag(mention.last) === "POS" || next === "'s" || next === "’s" || next === "'" || next === "’") &&
        mention.last <= Math.max(possessive, trigger);
      found.push({ slot: owned ? "poss" : "mod", head: mention.head, provenance: "chunk" });
      token = mention.last - 1;
      continue;
    }
    if (tag.startsWith("NN") || tag.startsWith("JJ"))
      found.push({ slot: view.tag(token + 1) === "POS" ? "poss" : "mod", head: token, provenance: "chunk" });
  }
}

const GO_BETWEEN = /^(?:mediated|brokered|facilitated|hosted|sponsored|convened|chaired|supervised|monitored)$/;

function leftModifiers(syntax: SentenceSyntax, index: number, found: Argument[]): void {
  const { phrases, view } = syntax;
  const own = phrases[index];
  if (own?.kind !== "np") return;
  const first = view.widest(own.first);
  // Only where the noun phrase itself begins with a name or demonym and has a further head.
  // ("lower-income countries, and its attacks": a possessive opens a phrase of its own)
  if (!first || first.head === own.head || first.kind === "pronoun") return;
  let at = index;
  for (;;) {
    const before = phrases[at - 1];
    if (before?.kind !== "cc" && before?.kind !== "comma") return;
    const skip = before.kind === "cc" && phrases[at - 2]?.kind === "comma" ? at - 3 : at - 2;
    const left = phrases[skip];
    if (left?.kind !== "np") return;
    const mention = view.widest(left.head);
    if (!mention || left.head !== mention.head) return;
    if (at === index && before.kind !== "cc") return;
    found.push({ slot: "mod", head: left.head, provenance: "chunk" });
    at = skip;
  }
}
