import { burdened } from "./burdened.ts";
import { type IndexedFrame, nounFrames, verbFrames } from "./frame/frame-index.ts";
import {
  blamed,
  calledSo,
  claimants,
  commanders,
  doersOf,
  interceptors,
  judged,
  means,
  strikers,
  struck,
  wielders,
} from "./indirect-arguments.ts";
import { type Argument, chunkNounArguments, chunkVerbArguments, unite, verbArguments } from "./syntax/arguments.ts";
import { coordinated } from "./syntax/coordination.ts";
import { namedInComplement } from "./syntax/inverted-passive.ts";
import { prepositionOf, type VerbGroup } from "./syntax/phrase.ts";
import { listStart, neighbour, nounPhrase, type SentenceSyntax, verbGroup } from "./syntax/sentence-syntax.ts";
import { type Support, supportOf } from "./syntax/support-verb.ts";
import { titledPersons, titledSubject } from "./syntax/titled-persons.ts";
import { isNounTag, isVerbTag } from "./syntax/token-view.ts";
import { treeNounArguments, treeVerbArguments } from "./syntax/tree-arguments.ts";

/** A word that may tell of an event, with everything in reach that may take part in it. */
export interface Trigger {
  readonly token: number;
  readonly kind: "verb" | "noun" | "preposition";
  readonly syntax: SentenceSyntax;
  readonly frames: readonly IndexedFrame[];
  readonly arguments: readonly Argument[];
  readonly group?: VerbGroup;
  readonly support?: Support;
}

/** Mentions whose head may still be an event word: "the May summit", "Russia's war in Ukraine", "military assistance". */
const EVENT_MENTION_TYPES = new Set<string>(["Forum", "Conflict", "Item", "WeaponCategory", "Agreement", "Document", "Programme"]);

const THING_TYPES = new Set<string>(["Item", "WeaponCategory"]);

/** Every trigger of one sentence, in text order. */
export function triggersOf(syntax: SentenceSyntax): readonly Trigger[] {
  const found: Trigger[] = [];
  for (let token = syntax.first; token < syntax.last; token++) {
    const trigger = triggerAt(syntax, token);
    if (trigger) found.push(trigger);
  }
  return found;
}

function triggerAt(syntax: SentenceSyntax, token: number): Trigger | undefined {
  const { view } = syntax;
  const widest = view.widest(token);
  // "has enriched uranium", "had deployed Syrian fighters": behind an auxiliary the first word of the name is the verb
  const perfect = verbGroup(syntax, token);
  const mention =
    widest && widest.first === token && perfect?.head === token && perfect.first < token && widest.last > token + 1 ? undefined : widest;
  if (mention) {
    // Names inside names are no happenings: only the head of a nominal, forum or conflict counts.
    if ((mention.head !== token && warIn(syntax, mention) !== token) || !EVENT_MENTION_TYPES.has(mention.type)) return undefined;
    if (mention.type === "Agreement" && mention.kind !== "nominal") return undefined;
  }
  const tag = view.tag(token);
  const lemma = view.lemma(token);
  const group = verbGroup(syntax, token);
  // "used to fund its programme", "shells the town": the name of a thing that stands as a verb is the verb
  const named = mention !== undefined && !(mention.last - mention.first === 1 && THING_TYPES.has(mention.type));
  if (isVerbTag(tag) && group?.head === token && !named) {
    // "test-fired" comes as three tokens
    const whole = view.lower(token - 1) === "-" && token - 2 >= syntax.first ? [`${view.lower(token - 2)}_${lemma}`] : [];
    const keys = [
      ...whole,
      ...(group.particle === undefined ? [] : [`${lemma}_${group.particle}`]),
      `${lemma}_${nextWord(syntax, group)}`,
      lemma,
    ];
    // A gerund that was taken for a noun keeps its own form for a lemma: "stop bombing villages"
    const bare = tag === "VBG" && lemma === view.lower(token) ? gerundBases(lemma) : [];
    const frames = [...keys, ...bare].flatMap((key) => verbFrames(key));
    if (frames.length === 0 || isAttributive(syntax, group) || isGiven(syntax, group)) return undefined;
    return {
      token,
      kind: "verb",
      syntax,
      frames,
      arguments: withIndirect(syntax, token, frames, verbArguments(syntax, token, group.passive)),
      group: namedInComplement(syntax, token) < 0 ? group : { ...group, passive: true },
    };
  }
  if (!mention && isVerbInTree(syntax, token)) {
    const frames = verbFrames(lemma);
    if (frames.length > 0) return { token, kind: "verb", syntax, frames, arguments: treeVerbArguments(view, token) };
  }
  const phrase = syntax.phrases[syntax.at(token)];
  if (phrase?.kind === "prep" && phrase.last - phrase.first > 1) return prepositionTrigger(syntax, token);
  if (!(isNounTag(tag) || (tag === "VBG" && phrase?.kind === "np"))) return undefined;
  const noun = nounPhrase(syntax, token);
  if (!noun) return undefined;
  // The event noun heads its phrase, or is a possessor, or stands before a general noun ("sanctions compliance" does not count).
  if (
    noun.head !== token &&
    !(mention !== undefined && warIn(syntax, mention) === token) &&
    !isGeneralNoun(view.lemma(noun.head)) &&
    !isDayBehind(syntax, token, noun.head) &&
    !isNamedBehind(syntax, token, noun.head) &&
    !opensOwnPhrase(syntax, token)
  )
    return undefined;
  if (isOpenedByIn(syntax, noun.first, token)) {
    const breach = prepositionTrigger(syntax, token);
    if (breach) return breach;
  }
  const before = view.lemma(view.lower(token - 1) === "-" ? token - 2 : token - 1);
  // A gerund that stands for a noun keeps its verb's lemma: "the sending of mines"
  const word = view.lower(token);
  // A row that lists both "drone_strike" and "strike" is tried once
  const frames = [
    ...new Set([
      ...(inRounds(syntax, token) ? nounFrames(`round_${lemma}`) : []),
      ...nounFrames(`${before}_${lemma}`),
      ...nounFrames(lemma),
      ...(/ing$/.test(word) && word !== lemma ? nounFrames(word) : []),
    ]),
  ];
  if (frames.length === 0) return undefined;
  const support = supportOf(syntax, token);
  const inPhrases = chunkNounArguments(syntax, token);
  return {
    token,
    kind: "noun",
    syntax,
    frames,
    arguments: withoutBurden(unite(token, ...ownArguments(syntax, token, inPhrases, support), outerArguments(syntax, token, inPhrases))),
    ...(support === undefined ? {} : { support }),
  };
}

/** "Seven officials face sanctions": who bears it does not bring it about. */
function withoutBurden(all: readonly Argument[]): readonly Argument[] {
  const bearing = new Set(all.filter(({ slot }) => slot === "burdened").map(({ head }) => head));
  return bearing.size === 0 ? all : all.filter(({ slot, head }) => !((slot === "support" || slot === "governor") && bearing.has(head)));
}

/** "two rounds of indirect talks", "a series of bilateral talks" */
function inRounds(syntax: SentenceSyntax, token: number): boolean {
  const { phrases, view } = syntax;
  const link = phrases[syntax.at(token) - 1];
  const measure = phrases[syntax.at(token) - 2];
  return (
    link?.kind === "prep" &&
    view.lower(link.first) === "of" &&
    measure?.kind === "np" &&
    /^(round|series|bout)$/.test(view.lemma(measure.head))
  );
}

/**
 * What tree, phrases and support verb offer, less what is another's: "gave Kyiv assurances" is no assurance of Kyiv's, and in "sanctions targeting Iran as well
 * as sanctions against Mali" whoever stands behind the second sanctions is under those.
 */
function ownArguments(
  syntax: SentenceSyntax,
  token: number,
  inPhrases: readonly Argument[],
  support: Support | undefined,
): readonly (readonly Argument[])[] {
  const { phrases, view } = syntax;
  const given = new Set((support?.arguments ?? []).filter(({ slot }) => slot === "iobj").map(({ head }) => head));
  const own = syntax.at(token);
  const next = phrases.find((phrase, at) => at > own && phrase.kind === "np" && view.lemma(phrase.head) === view.lemma(token));
  const limit = next?.first ?? Number.POSITIVE_INFINITY;
  return [
    treeNounArguments(view, token).filter(({ slot, head }) => !(slot === "mod" && given.has(head))),
    inPhrases,
    (support?.arguments ?? []).filter(({ head }) => head < limit || token > limit),
  ];
}

/**
 * Who stands outside the noun's phrase and yet takes part: the subject of the verb that governs it over a preposition ("is committed to Israel's security":
 * slot `governor`) and the person it is said of ("Shoigu, on a visit to Pyongyang": slot `carrier`).
 */
function outerArguments(syntax: SentenceSyntax, token: number, own: readonly Argument[]): readonly Argument[] {
  return [
    ...governors(syntax, token),
    ...circumstance(syntax, token, own),
    ...burdened(syntax, token),
    ...asked(syntax, token),
    ...judged(syntax, token),
    ...calledSo(syntax, token),
    ...relativeOwner(syntax, token),
    ...claimants(syntax, token),
    ...blamed(syntax, token),
    ...means(syntax, token),
    ...strikers(syntax, token),
  ];
}

/** "Modi, whose meeting with Putin drew criticism": whose it is stands before the relative pronoun. */
function relativeOwner(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const before = neighbour(syntax, syntax.at(token), -1);
  if (phrases[before]?.kind !== "rel" || view.lower(phrases[before]?.first ?? -1) !== "whose") return [];
  let host = neighbour(syntax, before, -1);
  if (phrases[host]?.kind === "comma") host = neighbour(syntax, host, -1);
  const owner = phrases[host];
  return owner?.kind === "np" ? [{ slot: "poss", head: owner.head, provenance: "chunk" }] : [];
}

/** What rows of a verb ask for beyond its own phrases: whose deed its subject is, who set off the weapon that strikes, whom a weapon was meant for. */
function withIndirect(
  syntax: SentenceSyntax,
  token: number,
  frames: readonly IndexedFrame[],
  own: readonly Argument[],
): readonly Argument[] {
  const asks = (slot: string): boolean => frames.some(({ roles }) => roles.some(({ slots }) => slots.includes(slot)));
  const agents = own.filter(({ slot, provenance }) => slot === "agent" && provenance !== "clause");
  const themes = own.filter(({ slot, provenance }) => slot === "theme" && provenance !== "clause");
  return [
    ...own,
    ...(asks("commander") ? commanders(syntax, token) : []),
    ...(asks("deed") ? agents.flatMap(({ head }) => doersOf(syntax, head)) : []),
    ...(asks("wielder") ? agents.flatMap(({ head }) => wielders(syntax, head)) : []),
    ...(asks("interceptor") ? themes.flatMap(({ head }) => [...interceptors(syntax, head), ...struck(syntax, head)]) : []),
  ];
}

/** "paused the survey at the request of Germany", "At Kabul's request, the alliance sent troops": who then acts is who was asked. */
function asked(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const before = neighbour(syntax, syntax.at(token), -1);
  if (!ASKING.has(view.lemma(token)) || view.lower(phrases[before]?.first ?? -1) !== "at") return [];
  const verb = verbBefore(syntax, before);
  const group = phrases[verb >= 0 ? verb : verbAfter(syntax, syntax.at(token))];
  if (group?.kind !== "vg") return [];
  return chunkVerbArguments(syntax, group.head)
    .filter(({ slot }) => slot === "agent")
    .map((argument): Argument => ({ ...argument, slot: "asked" }));
}

const ASKING = new Set(["request", "behest", "urging"]);

/** Prepositions that set a clause beside a happening. */
const CIRCUMSTANTIAL = new Set(
  "in during at after before following amid since for to under within despite by over through via"
    .split(" ")
    .concat(["ahead of", "prior to", "as part of"]),
);
/** Nouns that only count or measure what follows `of`. */
const MEASURES = new Set(
  "round series day hour week month year decade session set course end start beginning conclusion eve context framework sideline margin".split(
    " ",
  ),
);

/**
 * Who takes part in what only sets the scene of a clause: its subject ("During a visit to Hanoi, Ishiba pledged boats", "Macron left after talks with Modi"), where the
 * noun names no owner or sides of its own.
 */
function circumstance(syntax: SentenceSyntax, token: number, own: readonly Argument[]): readonly Argument[] {
  const { phrases, view } = syntax;
  const sided = own.some(
    (argument) =>
      argument.provenance !== "clause" &&
      (["between", "among", "by"].includes(argument.slot) || (argument.slot === "poss" && view.tag(argument.head) !== "PRP$")),
  );
  // "At the summit, ministers agreed": who else was there is not said
  const aimed = own.some(
    ({ slot, provenance }) =>
      provenance !== "clause" &&
      (slot === "with" || (slot === "to" && JOURNEYS.has(view.lemma(token))) || (slot === "of" && view.lemma(token) === "tour")),
  );
  if (sided) return [];
  let before = neighbour(syntax, listStart(syntax, syntax.at(token)), -1);
  for (let hops = 0; hops < 2; hops++) {
    const measure = phrases[neighbour(syntax, before, -1)];
    if (phrases[before]?.kind !== "prep" || view.lower(phrases[before]?.first ?? -1) !== "of") break;
    if (measure?.kind !== "np" || !MEASURES.has(view.lemma(measure.head))) return [];
    before = neighbour(syntax, phrases.indexOf(measure), -1);
  }
  const preposition = phrases[before];
  const setting = preposition?.kind === "prep" ? prepositionOf(view, preposition) : "";
  if (!(CIRCUMSTANTIAL.has(setting) || (setting === "on" && JOURNEYS.has(view.lemma(token))))) return [];
  const left = phrases[neighbour(syntax, before, -1)]?.kind;
  const verb = left === "np" || left === "vg" || left === "comma" ? verbBefore(syntax, before) : -1;
  const main = verb >= 0 ? verb : verbAfter(syntax, syntax.at(token));
  const group = phrases[main];
  if (group?.kind !== "vg") return [];
  // "Campbell told Lazaro in a telephone call": those who speak there and are spoken to
  const told = !aimed && TELLING.has(view.lemma(group.head)) && !group.passive;
  const around = chunkVerbArguments(syntax, group.head).filter((argument) => syntax.at(argument.head) !== syntax.at(token));
  // "During a call, Biden and Kishida discussed": those who discuss something there, where they are several
  // ("an agreement reached by Yoon, Biden and Kishida at the summit": those by whom it was)
  const byThem = group.passive || group.form === "participle";
  const jointly =
    !aimed &&
    DISCUSSING.has(view.lemma(group.head)) &&
    CALLS.has(view.lemma(token)) &&
    around.some(({ slot, head }) => slot === "agent" && byThem === head > group.head && areSeveral(syntax, head));
  if (!aimed && !told && !jointly) return [];
  return around
    .filter(
      ({ slot, head }) =>
        (slot === "agent" && (head < group.head || (jointly && byThem))) || (told && slot === "theme" && head > group.head),
    )
    .map((argument): Argument => ({ slot: "carrier", head: argument.head, provenance: "chunk" }));
}

/** "Kim and his counterpart, Lloyd Austin, agreed", "Ministers of four lands agreed": more than one does what the verb says. */
const areSeveral = (syntax: SentenceSyntax, head: number): boolean =>
  coordinated(syntax, head).length > 1 || titledPersons(syntax, titledSubject(syntax, head), true).length > 1;

const JOURNEYS = new Set(["visit", "trip", "travel", "journey", "tour", "stopover"]);
const DISCUSSING = new Set(
  "discuss agree reach sign conclude seal strike exchange review talk pledge consult debate address affirm reaffirm".split(" "),
);
/** Occasions that have nobody in them but those who talk there. */
const CALLS = new Set(["call", "conversation", "meeting", "summit", "talk", "session"]);
const TELLING = new Set("tell inform assure warn urge brief ask press remind thank congratulate".split(" "));

function verbBefore(syntax: SentenceSyntax, index: number): number {
  for (let at = index - 1; at >= 0; at--) {
    const kind = syntax.phrases[at]?.kind;
    if (kind === "vg") return at;
    if (kind === "stop" || kind === "sub" || kind === "rel" || kind === "bracket") return -1;
  }
  return -1;
}

/** The verb of the clause that a fronted phrase opens: the first finite one, past a comma. */
function verbAfter(syntax: SentenceSyntax, index: number): number {
  let comma = false;
  for (let at = index + 1; at < syntax.phrases.length; at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "comma") comma = true;
    if (phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") return -1;
    if (phrase?.kind === "vg" && phrase.form === "finite") return comma ? at : -1;
  }
  return -1;
}

function governors(syntax: SentenceSyntax, token: number): readonly Argument[] {
  const { phrases, view } = syntax;
  const before = neighbour(syntax, syntax.at(token), -1);
  const preposition = phrases[before];
  if (preposition?.kind !== "prep") return [];
  const left = neighbour(syntax, before, -1);
  const governor = phrases[left];
  // "claimed responsibility for the attack", "was responsible for the bombing": they did it
  const claimed =
    governor?.kind === "np" && view.lemma(governor.head) === "responsibility" ? phrases[neighbour(syntax, left, -1)] : undefined;
  const blamed =
    governor?.kind === "adj" && view.lower(governor.last - 1) === "responsible" ? phrases[neighbour(syntax, left, -1)] : claimed;
  if (blamed?.kind === "vg" && view.lower(preposition.first) === "for")
    return chunkVerbArguments(syntax, blamed.head)
      .filter((argument) => argument.slot === "agent" && argument.head < blamed.head)
      .map((argument): Argument => ({ ...argument, slot: "by" }));
  // "was suspected of collusion with Israel": who is suspected is said to have done it
  if (governor?.kind === "vg" && governor.passive && view.lower(preposition.first) === "of" && SUSPECTING.has(view.lemma(governor.head)))
    return chunkVerbArguments(syntax, governor.head)
      .filter((argument) => argument.slot === "theme" && argument.head < governor.head)
      .map((argument): Argument => ({ ...argument, slot: "governor" }));
  const decided =
    governor?.kind === "vg" && ["on", "upon"].includes(view.lower(preposition.first)) && DECIDING.has(view.lemma(governor.head));
  // "were wounded in a rocket attack", "died in the strike": who is hurt is struck
  // ("in the attack" that the text has told of already: who was hurt in it need not be what it was aimed at)
  const own = phrases[syntax.at(token)];
  const definite = own !== undefined && /^(the|this|that|these|those)$/.test(view.lower(own.first)) && own.last - own.first === 2;
  if (
    governor?.kind === "vg" &&
    !definite &&
    HURT.has(view.lemma(governor.head)) &&
    ["in", "by", "during"].includes(view.lower(preposition.first))
  )
    return harmedBy(syntax, governor);
  if (governor?.kind === "vg" && (decided || ["to", "for", "from", "in", "during"].includes(view.lower(preposition.first)))) {
    return chunkVerbArguments(syntax, governor.head)
      .filter((argument) => argument.slot === "agent" || argument.slot === "theme")
      .filter((argument) => argument.head < governor.head)
      .map((argument): Argument => ({ ...argument, slot: "governor" }));
  }
  const object = phrases[neighbour(syntax, left, -1)];
  if (governor?.kind === "np" && object?.kind === "vg" && ["in", "during"].includes(view.lower(preposition.first))) {
    // "raised these concerns in a call with Lavrov"
    return chunkVerbArguments(syntax, object.head)
      .filter((argument) => argument.slot === "agent" && argument.head < object.head)
      .map((argument): Argument => ({ ...argument, slot: "governor" }));
  }
  // "Mirzoyan, in a telephone conversation with Blinken, noted": who speaks in it takes part
  const speaker = governor?.kind === "comma" ? phrases[neighbour(syntax, left, -1)] : governor;
  if (
    speaker?.kind === "np" &&
    ["in", "during"].includes(view.lower(preposition.first)) &&
    /^(Person|State)$/.test(view.widest(speaker.last - 1)?.type ?? "") &&
    phrases[neighbour(syntax, phrases.indexOf(speaker), -1)]?.kind !== "prep"
  )
    return [{ slot: "governor", head: speaker.head, provenance: "chunk" }];
  if (view.lower(preposition.first) !== "on") return [];
  const host = governor?.kind === "comma" ? phrases[neighbour(syntax, left, -1)] : governor;
  return host?.kind === "np" ? [{ slot: "carrier", head: host.head, provenance: "chunk" }] : [];
}

/** Whoever stands before the verb of hurting, or behind its copula: "Also killed in the strike was the commander". */
function harmedBy(syntax: SentenceSyntax, verb: VerbGroup): readonly Argument[] {
  const named = namedInComplement(syntax, verb.head);
  if (named >= 0) return [{ slot: "harmed", head: named, provenance: "chunk" }];
  return chunkVerbArguments(syntax, verb.head)
    .filter((argument) => argument.slot === (verb.passive ? "theme" : "agent") && argument.head < verb.head)
    .map((argument): Argument => ({ ...argument, slot: "harmed" }));
}

const SUSPECTING = new Set(["suspect", "accuse"]);

const HURT = new Set(["kill", "wound", "injure", "die", "perish", "destroy", "damage", "maim", "displace", "sink"]);

/** "decided on an embargo", "agreed on sanctions". */
const DECIDING = new Set(["decide", "agree"]);

/** "in direct violation of": `in`, adjectives, and the noun that heads its phrase. */
function isOpenedByIn(syntax: SentenceSyntax, first: number, token: number): boolean {
  const { view } = syntax;
  if (view.lower(first - 1) !== "in") return false;
  for (let at = first; at < token; at++) if (!view.tag(at).startsWith("JJ") && !view.tag(at).startsWith("RB")) return false;
  return true;
}

/** "launches, in violation of the resolutions": the breach is told by a preposition; who commits it carries the phrase. */
function prepositionTrigger(syntax: SentenceSyntax, token: number): Trigger | undefined {
  const { view, phrases } = syntax;
  const index = syntax.at(token);
  const phrase = phrases[index];
  if (!phrase || (phrase.kind === "prep" ? token !== phrase.first + 1 : phrase.kind !== "np" || phrase.head !== token)) return undefined;
  const frames = nounFrames(`in_${view.lemma(token)}`);
  const link = neighbour(syntax, index, 1);
  const object = phrases[phrase.kind === "prep" ? link : neighbour(syntax, link, 1)];
  if (phrase.kind === "np" && !["of", "with"].includes(view.lower(phrases[link]?.first ?? -1))) return undefined;
  if (frames.length === 0 || object?.kind !== "np") return undefined;
  const found: Argument[] = [{ slot: "of", head: object.head, provenance: "chunk" }];
  let left = neighbour(syntax, phrase.kind === "prep" ? index : neighbour(syntax, index, -1), -1);
  if (phrases[left]?.kind === "comma") left = neighbour(syntax, left, -1);
  // "Iran's tests and Russia's purchases, in violation of": whose acts they are; else who does what the verb says, unless that only judges ("condemned the tests")
  for (let at = left; phrases[at]?.kind === "np"; ) {
    const acts = phrases[at];
    // ("sent weapons to Sudan's RSF in breach of": somebody with a name is no act)
    if (acts?.kind !== "np" || ACTS.has(view.widest(acts.head)?.type ?? "")) break;
    const owners = chunkNounArguments(syntax, acts.head).filter(({ slot }) => slot === "poss");
    for (const argument of owners) found.push({ ...argument, slot: "carrier" });
    const joint = neighbour(syntax, at, -1);
    const kind = phrases[joint]?.kind;
    const of = kind === "prep" && view.lower(phrases[joint]?.first ?? -1) === "of";
    if (kind !== "cc" && !of) break;
    at = neighbour(syntax, joint, -1);
  }
  const owned = found.some(({ slot }) => slot === "carrier");
  for (let at = left; at >= 0 && !owned; at--) {
    const verb = phrases[at];
    if (verb?.kind !== "vg") continue;
    if (JUDGING.has(view.lemma(verb.head))) break;
    const object = phrases[left];
    // "penalties on those acting in violation of": nobody is named, and the verb before has nothing to do with it
    const anybody = phrases[left];
    if (anybody?.kind === "np" && /^(?:those|anyone|anybody|whoever|persons?|individuals?)$/.test(view.lower(anybody.first))) break;
    // "found Iraq in non-compliance": whom the verb judges
    if (FINDING.has(view.lemma(verb.head)) && object?.kind === "np")
      found.push({ slot: "carrier", head: object.head, provenance: "chunk" });
    else
      for (const argument of chunkVerbArguments(syntax, verb.head))
        if (argument.slot === "agent")
          found.push(
            { ...argument, slot: "carrier" },
            ...doersOf(syntax, argument.head).map((doer): Argument => ({ ...doer, slot: "carrier" })),
          );
    break;
  }
  return { token, kind: "preposition", syntax, frames, arguments: found };
}

const ACTS = new Set<string>([
  "State",
  "Territory",
  "GovernmentBody",
  "MilitaryForce",
  "ArmedGroup",
  "InternationalOrganization",
  "Person",
  "Place",
]);
const FINDING = new Set(["find", "declare", "hold", "deem", "judge", "consider", "report"]);

/** Verbs whose subject only judges what is done. */
const JUDGING = new Set("condemn denounce criticize criticise deplore protest reject regret decry oppose".split(" "));

/** Base forms that a gerund may have: "bombing" → bomb, "striking" → strike, "gunning" → gun. */
const gerundBases = (word: string): readonly string[] => {
  const stem = word.replace(/ing$/, "");
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")].filter((base, index, all) => all.indexOf(base) === index);
};

const GENERAL_NOUNS = new Set(
  "activity effort operation program programme process series campaign plan possibility project action measure deal agreement project attempt launch test regime talk round package commitment partner rights role measure".split(
    " ",
  ),
);
const isGeneralNoun = (lemma: string): boolean => GENERAL_NOUNS.has(lemma);

/** "the attacks today in Tartus", "the vote yesterday": the day only stands behind the event noun. */
const isDayBehind = (syntax: SentenceSyntax, token: number, head: number): boolean =>
  head === token + 1 &&
  /^(today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(syntax.view.lower(head));

/** "the exercise Eunomia", "Exercise Sea Breeze 2021": its own name follows the event noun to the end of the phrase. */
function isNamedBehind(syntax: SentenceSyntax, token: number, head: number): boolean {
  const { view } = syntax;
  if (!NAMED_NOUNS.has(view.lemma(token))) return false;
  for (let at = token + 1; at <= head; at++)
    if (!/^(?:NNPS?|CD)$/.test(view.tag(at)) && !/^\p{Lu}/u.test(view.tokens.norm[at] ?? "")) return false;
  return true;
}

/** "a war of aggression against Ukraine", one name whose last word is a country: the noun before its first preposition is what happens; -1 for other names. */
function warIn(syntax: SentenceSyntax, mention: NonNullable<ReturnType<SentenceSyntax["view"]["widest"]>>): number {
  if (mention.type !== "Conflict" || mention.kind !== "nominal") return -1;
  for (let token = mention.first + 1; token < mention.last; token++) if (syntax.view.tag(token) === "IN") return token - 1;
  return -1;
}

const NAMED_NOUNS = new Set(["exercise", "drill"]);

/** The token is followed by a possessive mark: it heads the possessor phrase. */
const opensOwnPhrase = (syntax: SentenceSyntax, token: number): boolean => syntax.view.tag(token + 1) === "POS";

function nextWord(syntax: SentenceSyntax, group: VerbGroup): string {
  return syntax.view.lower(group.last);
}

const CLAUSE_LABELS = new Set(["root", "ccomp", "advcl", "acl:relcl", "parataxis", "conj"]);

/** A verb that was tagged as a noun or adjective ("nations still possess weapons"), while the tree gives it a subject and an object. */
function isVerbInTree(syntax: SentenceSyntax, token: number): boolean {
  const { view } = syntax;
  const tag = view.tag(token);
  if (!view.parsed || !(tag === "JJ" || tag === "NN" || tag === "NNS") || !CLAUSE_LABELS.has(view.label(token))) return false;
  const labels = view.children(token).map((child) => view.label(child));
  return labels.includes("nsubj") && labels.includes("obj") && !labels.includes("cop") && !labels.includes("det");
}

/** "given the planned retirement of the fleet": what opens a circumstance is no gift. */
function isGiven(syntax: SentenceSyntax, group: VerbGroup): boolean {
  const { phrases, view } = syntax;
  if (view.lower(group.head) !== "given" || group.last - group.first > 1) return false;
  const index = syntax.at(group.head);
  const before = phrases[index - 1]?.kind;
  return phrases[index + 1]?.kind === "np" && (before === undefined || before === "comma" || before === "stop" || before === "sub");
}

/** "and sanctioned entities": a participle that only describes the noun after it. */
function isAttributive(syntax: SentenceSyntax, group: VerbGroup): boolean {
  if (group.form !== "participle" || group.last - group.first > 1) return false;
  const index = syntax.at(group.head);
  const before = syntax.phrases[neighbour(syntax, index, -1)];
  const after = syntax.phrases[neighbour(syntax, index, 1)];
  return after?.kind === "np" && (before?.kind === "cc" || before?.kind === "prep");
}
