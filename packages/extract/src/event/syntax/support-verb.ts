import type { Argument } from "./arguments.ts";
import { chunkVerbArguments, unite, verbArguments } from "./arguments.ts";
import { ACTING } from "./owners.ts";
import type { Phrase, VerbGroup } from "./phrase.ts";
import { relativePreposition } from "./relative-arguments.ts";
import { listStart, neighbour, nounPhrase, type SentenceSyntax, subjectOf, verbGroup } from "./sentence-syntax.ts";
import { treeVerbArguments } from "./tree-arguments.ts";

/**
 * Verbs that carry an event noun: their subject takes part in it ("hold talks", "conduct a test", "impose sanctions", "announced the designation"),
 * and their preposition phrases belong to it.
 */
const SUPPORT_VERBS = new Set(
  (
    "hold have conduct carry carry_out make launch impose lift announce begin start continue complete pay attend host stage perform undertake open resume initiate lead mount wage face " +
    "commit grant order approve execute engage participate take take_part do give offer provide sign reach conclude strike extend maintain renew tighten strengthen expand increase boost bolster " +
    "deepen plan prepare organize organise run receive seek pursue suspend enter step_up intensify enhance establish build develop reaffirm reiterate pledge cast use exercise join " +
    "constitute represent advance welcome_not reconsider roll_out put introduce levy enforce apply implement adopt decide file issue coordinate facilitate support send deliver claim oversee slap clear authorize authorise consider weigh mull threaten levy unveil propose enact unseal bring lodge institute press lay want guide supervise watch witness kick_off kick wrap_up cancel postpone call_off delay freeze halt pause break_off propose reject accept arrange schedule finalize finalise enjoy obtain allocate earmark convene chair co-chair cochair moderate co-host cohost boycott reopen re-open restart relaunch demand rule_out avoid deny cease stop halt end escalate step_up ramp_up scale_up speed_up accelerate lay perpetrate inflict fly press_ahead exchange trade swap " +
    "reimpose re-impose reinstate restore prolong retain toughen stiffen widen roll_over preserve uphold mastermind orchestrate plot justify"
  ).split(" "),
);

/** Verbs whose subject is at the receiving end of a blow or a measure: "faces attacks", "suffered an air raid", "repelled an assault". */
const BEARING_VERBS = new Set("face suffer sustain endure withstand undergo repel".split(" "));
/** Happenings that somebody bears. */
const BORNE = new Set(
  "attack strike airstrike bombing bombardment shelling assault raid invasion aggression offensive barrage massacre persecution siege blockade sanction embargo charge prosecution indictment arrest trial detention".split(
    " ",
  ),
);

/** Verbs of going on, of being held: their subject is the event noun itself, and their phrases belong to it. */
const EVENTIVE_VERBS = new Set(
  "take_place occur happen take be begin start end conclude continue last follow hold conduct host schedule plan postpone resume include come see bring aim mark erupt break_out rage unfold ensue intensify escalate resume persist subside culminate get_underway go_ahead proceed open near fail stall break_down break_off collapse falter founder drag_on deadlock".split(
    " ",
  ),
);

/** Verbs of dealing with an event from outside: as passives their agent takes no part in it ("sales approved by the agency"). */
const OUTSIDE_VERBS = new Set("approve announce order reconsider welcome develop plan suspend file reaffirm see expect".split(" "));

/** A verb that carries an event noun ("conducted a strike"), with its arguments in the slots of nouns. */
export interface Support {
  /** The verb group that carries the noun. */
  readonly group: VerbGroup;
  readonly arguments: readonly Argument[];
}

/** The verb that carries the event noun at `trigger`, with its arguments as the noun sees them (`support`, prepositions, `host`). */
export function supportOf(syntax: SentenceSyntax, trigger: number): Support | undefined {
  return carriedAsObject(syntax, trigger) ?? carriedAsSubject(syntax, trigger);
}

/** "took part for the first time as an ally in the exercise": the verb of taking part, other phrases between. */
function partTaker(syntax: SentenceSyntax, preposition: number): VerbGroup | undefined {
  const { phrases, view } = syntax;
  let at = preposition;
  for (let hops = 0; hops < 3 && view.lower(phrases[preposition]?.first ?? -1) === "in"; hops++) {
    const object = neighbour(syntax, at, -1);
    const link = neighbour(syntax, object, -1);
    const verb = phrases[object];
    if (verb?.kind === "vg") return hops > 0 && view.lemma(verb.head) === "participate" ? verb : undefined;
    const taken = phrases[link];
    if (verb?.kind === "np" && view.lower(verb.head) === "part" && taken?.kind === "vg" && view.lemma(taken.head) === "take")
      return hops > 0 ? taken : undefined;
    if (verb?.kind !== "np" || taken?.kind !== "prep") return undefined;
    at = link;
  }
  return undefined;
}

function carriedAsObject(syntax: SentenceSyntax, trigger: number): Support | undefined {
  const { phrases, view } = syntax;
  const phrase = nounPhrase(syntax, trigger);
  if (!phrase) return undefined;
  const index = syntax.at(trigger);
  let before = neighbour(syntax, index, -1);
  // "engaged in attacks", "took part in an exercise", "part of ongoing efforts": one preposition between verb and noun
  if (phrases[before]?.kind === "prep" && ["in", "into", "on", "to", "with"].includes(view.lower(phrases[before]?.first ?? -1))) {
    const distant = partTaker(syntax, before);
    if (distant) return { group: distant, arguments: asSupport(syntax, distant, phrase.head) };
    const verb = phrases[neighbour(syntax, before, -1)];
    const inner = verb?.kind === "np" ? phrases[neighbour(syntax, neighbour(syntax, before, -1), -1)] : verb;
    if (
      inner?.kind === "vg" &&
      ["engage", "participate", "take", "be", "involve", "commit", "join", "enter", "help", "embark", "implicate", "resort"].includes(
        view.lemma(inner.head),
      )
    ) {
      return { group: inner, arguments: asSupport(syntax, inner, phrase.head) };
    }
  }
  // Lists: "conducted tests and exercises"; "a first round of talks"
  for (let hops = 0; hops < 4; hops++) {
    const start = listStart(syntax, before >= 0 ? neighbour(syntax, before, 1) : index);
    before = neighbour(syntax, start, -1);
    if (phrases[before]?.kind !== "prep" || view.lower(phrases[before]?.first ?? -1) !== "of") break;
    const left = neighbour(syntax, before, -1);
    if (phrases[left]?.kind !== "np") break;
    before = neighbour(syntax, left, -1);
  }
  // "engaged in several rounds of negotiations"
  if (before >= 0 && phrases[before]?.kind === "prep" && ["in", "into"].includes(view.lower(phrases[before]?.first ?? -1))) {
    const carrier = phrases[neighbour(syntax, before, -1)];
    if (carrier?.kind === "vg" && !carrier.passive && /^(?:engage|participate|enter)$/.test(view.lemma(carrier.head)))
      return { group: carrier, arguments: asSupport(syntax, carrier, phrase.head) };
  }
  const verb = phrases[before];
  if (verb?.kind === "vg" && !verb.passive && supports(syntax, verb))
    return { group: verb, arguments: asSupport(syntax, verb, phrase.head) };
  if (view.parsed) {
    const head = view.head(trigger);
    if (view.label(trigger) === "obj" && head >= 0) {
      const group = verbGroup(syntax, head);
      if (group && supports(syntax, group)) return { group, arguments: asSupport(syntax, group, phrase.head) };
    }
  }
  return undefined;
}

/** "The session, which had been scheduled to open in Cairo, was postponed": the finite verb behind a relative clause in commas; -1 where there is none. */
function mainVerbPastAside(syntax: SentenceSyntax, index: number): number {
  const { phrases } = syntax;
  let at = index + 1;
  while (phrases[at]?.kind === "prep" && phrases[at + 1]?.kind === "np") at += 2;
  if (phrases[at]?.kind !== "comma" || phrases[at + 1]?.kind !== "rel") return -1;
  for (at += 2; at < phrases.length; at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "stop") return -1;
    const next = phrases[at + 1];
    if (phrase?.kind === "comma" && next?.kind === "vg" && next.form === "finite") return at + 1;
  }
  return -1;
}

const HOSTING = /^(?:co-?)?host$/;

function carriedAsSubject(syntax: SentenceSyntax, trigger: number): Support | undefined {
  const index = syntax.at(trigger);
  const main = mainVerbPastAside(syntax, index);
  // "The sanctions, which were imposed by the EU, remain in force": where the main verb carries nothing, that of the relative clause may
  return (main < 0 ? undefined : carriedFrom(syntax, index, main)) ?? carriedFrom(syntax, index, index + 1);
}

/** Past the noun's own preposition phrases, brackets and relative pronoun, to the next verb group from `from`. */
function carriedFrom(syntax: SentenceSyntax, index: number, from: number): Support | undefined {
  const { phrases, view } = syntax;
  for (let at = from; at < phrases.length; at++) {
    const phrase: Phrase | undefined = phrases[at];
    if (!phrase || phrase.kind === "stop" || phrase.kind === "sub") return undefined;
    if (phrase.kind !== "vg") continue;
    const lemma = view.lemma(phrase.head);
    // "could be made more effective" does not make the event
    if (lemma === "make" && (phrases[at + 1]?.kind === "adj" || phrases[at + 1]?.kind === "adv")) return undefined;
    const eventive = EVENTIVE_VERBS.has(lemma) || (phrase.particle !== undefined && EVENTIVE_VERBS.has(`${lemma}_${phrase.particle}`));
    // "Under the agreement, patrols will be held": behind a comma the verb has a subject of its own
    const subject = subjectOf(syntax, at).phrase;
    const owner = phrases[subject];
    const somebody = owner?.kind === "np" && (view.tag(owner.head) === "PRP" || ACTING.has(view.widest(owner.head)?.type ?? ""));
    const link = phrases[neighbour(syntax, subject, -1)]?.kind;
    if (subject > index && somebody && (link === "comma" || link === "cc")) return undefined;
    if (subject > index && phrases[neighbour(syntax, listStart(syntax, subject), -1)]?.kind === "comma") return undefined;
    const carried = (phrase.passive || phrase.form === "participle") && !OUTSIDE_VERBS.has(lemma) && (SUPPORT_VERBS.has(lemma) || eventive);
    if (!carried && !(eventive && !phrase.passive)) return permitted(syntax, phrase);
    const own = unite(phrase.head, treeVerbArguments(view, phrase.head), chunkVerbArguments(syntax, phrase.head));
    return {
      group: phrase,
      arguments: own
        .filter((argument) => argument.slot !== "theme" && argument.slot !== "theme2" && argument.head > phrase.head)
        .flatMap((argument): readonly Argument[] =>
          argument.slot === "agent"
            ? [
                { ...argument, slot: HOSTING.test(lemma) ? "host" : "support" },
                ...(HOSTING.test(lemma) ? [{ ...argument, slot: "support" }] : []),
              ]
            : [argument],
        ),
    };
  }
  return undefined;
}

/** Verbs of letting something happen: who does so is not in it, unless the happening is one that governments let their own firms or courts do. */
const PERMITTING = new Set("approve authorize authorise clear greenlight order".split(" "));

/** "The sale was approved by the State Department": slot `approver`, with nothing else of the verb's. */
function permitted(syntax: SentenceSyntax, group: VerbGroup): Support | undefined {
  if (!group.passive || !PERMITTING.has(syntax.view.lemma(group.head))) return undefined;
  const own = chunkVerbArguments(syntax, group.head).filter(({ slot, head }) => slot === "agent" && head > group.head);
  return own.length === 0 ? undefined : { group, arguments: own.map((argument) => ({ ...argument, slot: "approver" })) };
}

function supports(syntax: SentenceSyntax, group: VerbGroup): boolean {
  const lemma = syntax.view.lemma(group.head);
  return (
    SUPPORT_VERBS.has(lemma) ||
    BEARING_VERBS.has(lemma) ||
    (group.particle !== undefined && SUPPORT_VERBS.has(`${lemma}_${group.particle}`))
  );
}

function asSupport(syntax: SentenceSyntax, group: VerbGroup, noun: number): readonly Argument[] {
  const { view } = syntax;
  const subject = BEARING_VERBS.has(view.lemma(group.head)) && BORNE.has(view.lemma(noun)) ? "burdened" : "support";
  // "a dealer on whom Canada imposed sanctions"
  const at = syntax.at(group.head);
  const relation = relativePreposition(syntax, at, subjectOf(syntax, at).phrase);
  return verbArguments(syntax, group.head, false)
    .filter((argument) => argument.slot !== "theme" && argument.slot !== "theme2" && argument.head !== noun)
    .map((argument) =>
      argument.slot === "agent"
        ? { ...argument, slot: subject }
        : // "offered Kyiv guarantees": whom a thing is given to stands before it
          argument.head > noun || argument.slot === "iobj" || argument.head === relation?.head
          ? argument
          : { ...argument, provenance: "clause" },
    );
}
