import type { Sentence } from "@chancery/nlp";
import { MONTHS, WEEKDAYS } from "../../calendar-words.ts";
import { joinAcronymAsides } from "./acronym-aside.ts";
import { SEASONS } from "./calendar-lexicon.ts";
import { COMPARATORS, COMPOUND_PREPOSITIONS } from "./phrase-table.ts";
import { behindAdverbial } from "./split-verb.ts";
import { isCalendarNumber } from "./time-phrase.ts";
import { isNounTag, isVerbTag, type TokenView } from "./token-view.ts";

/** Flat chunks of a sentence, in order and without gaps. They need tags only, so they stand where the tree is wrong. */
export type Phrase = NounPhrase | VerbGroup | Word;

interface PhraseBase {
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** A noun with its determiners and modifiers, without what hangs on it behind. */
export interface NounPhrase extends PhraseBase {
  readonly kind: "np";
  readonly head: number;
  /** Token of the possessive mark that closes this noun phrase's possessor, or -1. */
  readonly possessive: number;
}

/** Auxiliaries, adverbs and one main verb. */
export interface VerbGroup extends PhraseBase {
  readonly kind: "vg";
  readonly head: number;
  readonly passive: boolean;
  readonly form: "finite" | "infinitive" | "gerund" | "participle";
  readonly tense: "past" | "present" | "future" | "none";
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  /** Lemma of the modal auxiliary, `will`, `may`, `could` … */
  readonly modal?: string;
  /** Particle of a particle verb: `carry out` → `out`. */
  readonly particle?: string;
}

/** Anything between the phrases. `clausal` marks a preposition that also opens clauses (`as`, `after`, `since`). */
export interface Word extends PhraseBase {
  readonly kind: "prep" | "cc" | "comma" | "sub" | "rel" | "stop" | "adj" | "adv" | "quote" | "bracket" | "other";
  readonly clausal?: boolean;
}

const SUBORDINATORS = new Set(
  "that if whether because while whilst although though unless lest whereas when where why how once".split(" "),
);
const CLAUSAL_PREPOSITIONS = new Set("as after before since until till than following despite".split(" "));
const BE = new Set("be is are was were been being am 's 're 'm ’s ’re ’m".split(" "));
const HAVE = new Set("have has had having 've ’ve 'd ’d".split(" "));
const GET = new Set("get gets got getting gotten".split(" "));
const NEGATIONS = new Set("not n't n’t never neither nor hardly scarcely no longer".split(" "));
/** Verbs that take an adverbial particle even where the tagger calls it a preposition. */
const PARTICLES = new Set("out up off down over back away in on forward ahead together".split(" "));
/** Verbs that have no passive: a bare participle of theirs is a past tense. */
const INTRANSITIVE = new Set(
  "travel arrive go come agree vote abstain cooperate collaborate occur happen die fall rise vow meet".split(" "),
);

const isQuote = (text: string): boolean =>
  text === '"' || text === "'" || text === "``" || text === "''" || text === "“" || text === "”" || text === "‘" || text === "’";
const isNominal = (tag: string): boolean =>
  isNounTag(tag) || tag === "PRP" || tag === "CD" || tag === "EX" || tag === "$" || tag === "FW" || tag === "ADD" || tag === "SYM";
const isPremodifier = (tag: string): boolean =>
  tag === "DT" || tag === "PDT" || tag === "PRP$" || tag.startsWith("JJ") || tag === "AFX" || tag === "GW";

/** Cuts one sentence into phrases. */
export function chunk(view: TokenView, sentence: Sentence): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let token = sentence.first;
  while (token < sentence.last) {
    const phrase =
      compoundPreposition(view, token, sentence.last) ??
      verbGroupAt(view, token, sentence.last) ??
      nounPhraseAt(view, token, sentence) ??
      wordAt(view, token);
    phrases.push(phrase);
    token = phrase.last;
  }
  return joinAcronymAsides(view, phrases);
}

const GERUND_VERBS: ReadonlySet<string> = new Set("deny stop cease resume admit acknowledge avoid keep quit".split(" "));

/** A participle or gerund that stands before a noun and after a determiner is part of the noun phrase. */
function modifiesNoun(view: TokenView, token: number, last: number, inside: boolean): boolean {
  const tag = view.tag(token);
  if (tag !== "VBG" && tag !== "VBN" && tag !== "VBD") return false;
  const next = view.tag(token + 1);
  if (token + 1 >= last) return false;
  // "denied targeting civilians": what one denies, stops or resumes is an action
  if (tag === "VBG" && !inside && GERUND_VERBS.has(view.lemma(token - 1)) && isVerbTag(view.tag(token - 1))) return false;
  if (tag === "VBG" && isNounTag(next) && view.label(token) === "amod") return true;
  if (!(isNounTag(next) || next.startsWith("JJ") || next === "HYPH")) return false;
  // "rejected repeated American requests": right behind a main verb that is no auxiliary
  if (!inside && tag === "VBN" && /^VB[DZP]$/.test(view.tag(token - 1)) && !isAuxiliary(view, token - 1)) return next !== "HYPH";
  if (!inside) return (tag === "VBN" || tag === "VBG") && view.label(token) === "amod" && isNounTag(next);
  const before = view.tag(token - 1);
  return (
    before === "DT" ||
    before === "PRP$" ||
    before === "POS" ||
    before.startsWith("JJ") ||
    (before === "CD" && !isCalendarNumber(view, token - 1)) ||
    before === "HYPH" ||
    // ("Syria armed Hezbollah": a past tense between two nouns is the verb)
    (view.label(token) === "amod" && !(tag === "VBD" && (isNounTag(before) || before === "CD")))
  );
}

function verbGroupAt(view: TokenView, start: number, last: number): VerbGroup | undefined {
  let token = start;
  if (view.widest(token) && !isVerbTag(view.tag(token))) return undefined;
  let infinitive = false;
  let negated = false;
  let modal: string | undefined;
  let have = false;
  let be = false;
  let beForm = "";
  let get = false;
  let finiteTag = "";
  let head = -1;
  // Adverbs may precede the group only between auxiliaries, except a negation: "not to", "never".
  if (NEGATIONS.has(view.lower(token)) && (view.tag(token + 1) === "TO" || isVerbTag(view.tag(token + 1)))) {
    negated = true;
    token++;
  }
  if (view.tag(token) === "TO" && infinitiveFollows(view, token, last)) {
    infinitive = true;
    token++;
  } else if (!isVerbTag(view.tag(token))) return undefined;
  if (!infinitive && modifiesNoun(view, token, last, false)) return undefined;
  while (token < last) {
    const tag = view.tag(token);
    const lower = view.lower(token);
    if (view.widest(token) && !isVerbTag(tag)) break;
    if (tag === "MD") {
      if (head >= 0) break;
      modal = normalModal(lower);
      finiteTag ||= "MD";
    } else if (tag.startsWith("VB")) {
      // After a main verb that is no auxiliary, a second verb opens a new group.
      if (
        head >= 0 &&
        !(
          isAuxiliary(view, head) &&
          (tag === "VBN" ||
            tag === "VBG" ||
            tag === "VBD" ||
            (tag === "VB" && (modal !== undefined || isDo(view, head))) ||
            BE.has(lower) ||
            HAVE.has(lower))
        )
      )
        break;
      if (head >= 0) {
        const previous = view.lower(head);
        if (HAVE.has(previous)) have = true;
        else if (BE.has(previous)) {
          be = true;
          beForm = tag;
        } else if (GET.has(previous)) get = true;
      } else finiteTag ||= tag;
      head = token;
    } else if (tag === "RB" || tag === "RBR" || tag === "RBS") {
      if (head >= 0 && !isAuxiliary(view, head)) {
        if (!NEGATIONS.has(lower)) break;
      } else if (head < 0 && modal === undefined && !infinitive && !negated) break;
      // An adverb is inside the group only where a verb still follows.
      if (!verbFollows(view, token, last) && !(NEGATIONS.has(lower) && head >= 0)) break;
      if (NEGATIONS.has(lower)) negated = true;
    } else if (isQuote(lower) && head >= 0 && isAuxiliary(view, head) && verbFollows(view, token, last)) {
      // "has “surveyed” sites"
    } else if (tag === "RP" && head >= 0 && pastComparator(view, token, last) === token) {
      token++;
      break;
    } else if (
      head >= 0 &&
      isAuxiliary(view, head) &&
      (tag === "DT" || tag === "CC" || tag === ",") &&
      (lower === "both" || lower === "all" || lower === "also") &&
      verbFollows(view, token, last)
    ) {
      // "have both verified": floating quantifier
    } else {
      // "has in recent months shipped", "will on 5 May host"
      const verb =
        head >= 0 ? (isSplit(view, head) ? behindAdverbial(view, token, last, false) : -1) : behindModal(view, token, last, modal);
      if (verb < 0) break;
      token = verb;
      continue;
    }
    token++;
  }
  if (head < 0) return undefined;
  const headTag = view.tag(head);
  const passive = (headTag === "VBN" || headTag === "VBD") && (be || get) && beForm !== "VBG";
  const progressive = headTag === "VBG" && be;
  // A past tense that was tagged as a participle still has its own subject in the tree.
  const active = finiteTag === "VBN" && !passive && INTRANSITIVE.has(view.lemma(head));
  const hasSubject = finiteTag === "VBN" && !passive && view.children(head).some((child) => view.label(child) === "nsubj");
  const form: VerbGroup["form"] = infinitive
    ? "infinitive"
    : hasSubject || active
      ? "finite"
      : formOf(finiteTag, view.lower(firstVerb(view, start, token)));
  const tense: VerbGroup["tense"] =
    modal === "will" || modal === "shall"
      ? "future"
      : form !== "finite"
        ? "none"
        : finiteTag === "VBD" || finiteTag === "VBN" || modal === "would"
          ? "past"
          : "present";
  const sure = PARTICLE_VERBS.has(`${view.lemma(head)} ${view.lower(token)}`) && token < last && startsObject(view, token + 1);
  const particle = sure ? view.lower(token) : particleAfter(view, head, token, last);
  // "handed over helicopters": the particle belongs to the verb, whatever it is tagged
  if (sure) token++;
  return {
    kind: "vg",
    first: start,
    last: token,
    head,
    passive,
    form,
    tense,
    perfect: have,
    progressive,
    negated,
    ...(modal === undefined ? {} : { modal }),
    ...(particle === undefined ? {} : { particle }),
  };
}

const isSplit = (view: TokenView, head: number): boolean => HAVE.has(view.lower(head)) || BE.has(view.lower(head));
const behindModal = (view: TokenView, token: number, last: number, modal: string | undefined): number =>
  modal === undefined ? -1 : behindAdverbial(view, token, last, true);

/** Verbs that hand, bring or take something with a particle that is easily taken for a preposition. */
const PARTICLE_VERBS: ReadonlySet<string> = new Set([
  "hand over",
  "turn over",
  "sign over",
  "hand out",
  "round up",
  "blow up",
  "shoot down",
]);

const startsObject = (view: TokenView, token: number): boolean =>
  /^(DT|PRP|PRP\$|CD|\$|JJ.?|NNP?S?|VBN)$/.test(view.tag(token)) || view.widest(token)?.first === token;

function firstVerb(view: TokenView, first: number, last: number): number {
  for (let token = first; token < last; token++) if (isVerbTag(view.tag(token))) return token;
  return first;
}

function formOf(finiteTag: string, lower: string): VerbGroup["form"] {
  if (finiteTag === "VBG") return "gerund";
  if (finiteTag === "VBN" && !HAVE.has(lower) && !BE.has(lower)) return "participle";
  return "finite";
}

function particleAfter(view: TokenView, head: number, end: number, last: number): string | undefined {
  for (let token = head + 1; token < Math.min(end + 1, last); token++) {
    if (view.tag(token) === "RP" || (view.label(token) === "compound:prt" && view.head(token) === head)) return view.lower(token);
  }
  return end < last && PARTICLES.has(view.lower(end)) && view.tag(end) !== "IN" && view.tag(end) !== "DT" ? view.lower(end) : undefined;
}

function normalModal(lower: string): string {
  if (lower === "'ll" || lower === "’ll" || lower === "wo") return "will";
  if (lower === "ca") return "can";
  if (lower === "'d" || lower === "’d") return "would";
  return lower;
}

const isAuxiliary = (view: TokenView, token: number): boolean => {
  const lower = view.lower(token);
  return BE.has(lower) || HAVE.has(lower) || GET.has(lower) || isDo(view, token);
};
const isDo = (view: TokenView, token: number): boolean =>
  view.lemma(token) === "do" || view.lower(token) === "did" || view.lower(token) === "does";

function infinitiveFollows(view: TokenView, token: number, last: number): boolean {
  let next = token + 1;
  while (next < last && view.tag(next).startsWith("RB")) next++;
  return next < last && view.tag(next).startsWith("VB") && view.tag(next) !== "VBG";
}

function verbFollows(view: TokenView, token: number, last: number): boolean {
  let next = token + 1;
  while (next < last && view.tag(next).startsWith("RB")) next++;
  return next < last && isVerbTag(view.tag(next));
}

/** "test-fired", "flight-tested", "co-hosted": the first half of a verb, cut off by the tokeniser. */
const VERB_OPENINGS: ReadonlySet<string> = new Set("test flight air co re live machine carpet mass field spear force hand".split(" "));

function opensCompoundVerb(view: TokenView, token: number, last: number): boolean {
  if (token + 2 >= last || view.lower(token + 1) !== "-" || !VERB_OPENINGS.has(view.lower(token))) return false;
  const tag = view.tag(token + 2);
  return (
    (tag === "VBD" || tag === "VBZ" || tag === "VBP") &&
    view.tokens.spaceBefore[token + 1] !== 1 &&
    view.tokens.spaceBefore[token + 2] !== 1
  );
}

const TIME_NOUNS: ReadonlySet<string> = new Set([
  ..."day week weekend month year quarter night".split(" "),
  ...SEASONS,
  ...WEEKDAYS,
  ...MONTHS,
]);

const PREFIXES: ReadonlySet<string> = new Set("no non anti pre post semi multi cross counter co".split(" "));

/** Verbs that take whom something is given to, and what, without a preposition. */
const DITRANSITIVE: ReadonlySet<string> = new Set("give send sell offer lend loan grant hand award promise pay deny cost".split(" "));
const RECIPIENTS: ReadonlySet<string> = new Set(["State", "Territory", "Place", "ArmedGroup", "InternationalOrganization"]);
const THOSE_WHO_ACT =
  /^(officials?|forces?|troops?|soldiers?|fighters?|leaders?|authorities|government|ministers?|presidents?|envoys?|diplomats?|members?|inspectors?|experts?|army|military|navy|citizens?|nationals|companies|people)$/;

/** "gave Washington advance notice", "sending Kyiv 18 tanks": the name of whoever is given something is a phrase of its own. */
function isIndirectObject(view: TokenView, mention: NonNullable<ReturnType<TokenView["widest"]>>, start: number): boolean {
  if (mention.kind === "demonym" || !RECIPIENTS.has(mention.type) || mention.first > start + 1) return false;
  if (!isVerbTag(view.tag(start - 1)) || !DITRANSITIVE.has(view.lemma(start - 1))) return false;
  const next = view.tag(mention.last);
  if (!(next === "CD" || next === "$" || next.startsWith("NN") || next.startsWith("JJ"))) return false;
  let last = mention.last;
  while (isNounTag(view.tag(last + 1)) || view.tag(last + 1).startsWith("JJ")) last++;
  return !THOSE_WHO_ACT.test(view.lower(last)) && !THOSE_WHO_ACT.test(view.lower(mention.last));
}

/** What a clause begins with behind a date that no comma closes; the names of meetings and papers are dated themselves ("the May 2023 Hiroshima summit"). */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  "State Territory GovernmentBody InternationalOrganization MilitaryForce ArmedGroup Company Organization Person Group Place WeaponCategory WeaponSystem".split(
    " ",
  ),
);
const DATE_WORDS: ReadonlySet<string> = new Set([
  ...TIME_NOUNS,
  ..."last next this early late mid same previous following morning evening afternoon noon midnight".split(" "),
]);

/** "August", "March 2", "early 2014", "last week", "the same night": no article of its own, and at least one word for a time or a year. */
function isBareDate(view: TokenView, start: number, last: number): boolean {
  let named = false;
  const pointed =
    view.lower(start) === "that" || (view.lower(start) === "the" && /^(?:same|next|following|previous)$/.test(view.lower(start + 1)));
  for (let token = pointed ? start + 1 : start; token < last; token++) {
    const time =
      (pointed && /^(?:morning|afternoon|evening)$/.test(view.lower(token))) ||
      TIME_NOUNS.has(view.lemma(token)) ||
      TIME_NOUNS.has(view.lower(token)) ||
      /^(?:1[89]|20)\d\d$/.test(view.lower(token));
    if (time) named = true;
    else if (!(DATE_WORDS.has(view.lower(token)) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(view.lower(token)))) return false;
  }
  return named;
}

function nounPhraseAt(view: TokenView, start: number, sentence: Sentence): NounPhrase | undefined {
  const last = sentence.last;
  let token = pastComparator(view, start, last);
  let head = -1;
  let possessive = -1;
  let end = start;
  while (token < last) {
    const mention = view.widest(token);
    const tag = view.tag(token);
    const lower = view.lower(token);
    if (
      mention &&
      mention.first >= start &&
      token === mention.first &&
      mention.last <= last &&
      !(mention.last - mention.first === 1 && tag === "PRP$")
    ) {
      // A nominal or name is one unit, whatever its words are tagged. A new name right after a pronoun or a complete name phrase is another phrase.
      if (head >= 0 && (view.tag(head) === "PRP" || startsDeterminer(view, mention.first))) break;
      if (mention.kind === "pronoun" && head >= 0) break;
      // "At the end of August France …", "On March 2 North Korea fired": behind a bare date a new phrase opens
      if (head >= 0 && CLAUSE_OPENERS.has(mention.type) && isBareDate(view, start, token)) break;
      token = mention.last;
      head = headWithin(view, mention.head, mention.first, mention.last);
      end = token;
      if (isIndirectObject(view, mention, start)) break;
      continue;
    }
    if (mention && token > mention.first && token === start) {
      // Inside a mention that began in another phrase (cut by a verb reading): skip on as nominal.
      token++;
      head = token - 1;
      end = token;
      continue;
    }
    if (
      tag === "POS" ||
      ((lower === "'s" || lower === "’s" || lower === "'" || lower === "’") && tag !== "VBZ" && head >= 0 && token === head + 1)
    ) {
      if (head < 0) break;
      possessive = token;
      token++;
      end = token;
      continue;
    }
    if (isNominal(tag)) {
      if (opensCompoundVerb(view, token, last)) break;
      if (tag === "PRP" && token > start) break;
      head = token;
      token++;
      end = token;
      if (tag === "PRP" || tag === "EX") break;
      continue;
    }
    if (isPremodifier(tag)) {
      // A determiner after the head opens the next phrase.
      if ((tag === "DT" || tag === "PDT" || tag === "PRP$") && head >= 0 && possessive < head) break;
      // "the exercise next week": a date beside the thing
      if (head >= 0 && possessive < head && (lower === "next" || lower === "last") && TIME_NOUNS.has(view.lemma(token + 1))) break;
      if (tag.startsWith("JJ") && head >= 0 && possessive < head && !nominalFollows(view, token, last)) break;
      if (
        tag === "PRP$" &&
        end > start &&
        possessive < 0 &&
        head < 0 &&
        view.tag(start) !== "PDT" &&
        lowerIs(view, start, "all", "both", "half") === false
      )
        break;
      token++;
      if (tag === "DT" || tag === "PRP$") end = token;
      continue;
    }
    if (modifiesNoun(view, token, last, token > start)) {
      token++;
      continue;
    }
    // "a no-fly zone", "an anti-ship missile": a prefix that the tokeniser cut off
    if (head < 0 && PREFIXES.has(lower) && view.lower(token + 1) === "-" && nominalFollows(view, token + 1, last)) {
      token += 2;
      continue;
    }
    if (tag === "HYPH" || lower === "-" || lower === "–" || tag === "/" || lower === "/") {
      if (
        token === start ||
        !(
          nominalFollows(view, token, last) ||
          isPremodifier(view.tag(token + 1)) ||
          view.tag(token + 1) === "VBN" ||
          view.tag(token + 1) === "VBG"
        )
      )
        break;
      if (lower === "–" && view.tokens.spaceBefore[token] === 1) break;
      token++;
      const joined = view.tag(token);
      if (joined === "VBN" || joined === "VBG") token++;
      // "the test-firing of a missile": the compound is the noun
      if (joined === "VBG" && head >= 0) {
        head = token - 1;
        end = token;
      }
      continue;
    }
    if (
      isQuote(lower) &&
      token > start &&
      (nominalFollows(view, token, last) || (isPremodifier(view.tag(token + 1)) && nominalFollows(view, token + 1, last))) &&
      (head < 0 || possessive === token - 1)
    ) {
      token++;
      continue;
    }
    if (
      (tag === "RB" || tag === "RBR" || tag === "RBS") &&
      token + 1 < last &&
      (view.tag(token + 1).startsWith("JJ") || view.tag(token + 1) === "CD" || view.tag(token + 1) === "VBN") &&
      (head < 0 || possessive === token - 1) &&
      nominalFollows(view, token + 1, last)
    ) {
      token++;
      continue;
    }
    // "nuclear and missile programs", "U.S. and South Korean forces": a conjunction between premodifiers
    if (
      tag === "CC" &&
      head < 0 &&
      token > start &&
      view.tag(token - 1).startsWith("JJ") &&
      (view.tag(token + 1).startsWith("JJ") || isNounTag(view.tag(token + 1)))
    ) {
      token++;
      continue;
    }
    break;
  }
  if (head < 0) {
    // A bare determiner or quantifier stands for a noun phrase: "This violates", "both"
    const tag = view.tag(start);
    if (tag === "DT" || tag === "PDT") return { kind: "np", first: start, last: start + 1, head: start, possessive: -1 };
    return undefined;
  }
  return { kind: "np", first: start, last: end, head, possessive: possessive > head ? -1 : possessive };
}

/** "more than", "at least", "up to", "about" before a number belong to its noun phrase. */
function pastComparator(view: TokenView, start: number, last: number): number {
  for (const words of COMPARATORS) {
    if (!words.every((word, offset) => view.lower(start + offset) === word)) continue;
    const after = start + words.length;
    if (
      after < last &&
      (view.tag(after) === "CD" ||
        view.tag(after) === "$" ||
        (after + 1 < last && view.tag(after) === "DT" && view.tag(after + 1) === "CD"))
    )
      return after;
  }
  return start;
}

const lowerIs = (view: TokenView, token: number, ...words: readonly string[]): boolean => words.includes(view.lower(token));
const startsDeterminer = (view: TokenView, token: number): boolean => view.tag(token) === "DT" || view.tag(token) === "PRP$";

function headWithin(view: TokenView, head: number, first: number, last: number): number {
  if (head >= first && head < last) return head;
  for (let token = last - 1; token >= first; token--) if (isNounTag(view.tag(token))) return token;
  return last - 1;
}

function nominalFollows(view: TokenView, token: number, last: number): boolean {
  let next = token + 1;
  while (
    next < last &&
    (view.tag(next).startsWith("JJ") ||
      view.tag(next) === "VBN" ||
      view.tag(next) === "VBG" ||
      view.tag(next) === "HYPH" ||
      view.tag(next) === "CD")
  ) {
    if (view.tag(next) === "CD") return true;
    next++;
  }
  return next < last && (isNounTag(view.tag(next)) || view.widest(next)?.first === next);
}

function compoundPreposition(view: TokenView, token: number, last: number): Word | undefined {
  const lower = view.lower(token);
  if (lower === "including" || lower === "concerning" || lower === "regarding") return { kind: "prep", first: token, last: token + 1 };
  for (const words of COMPOUND_PREPOSITIONS) {
    const after = token + words.length;
    if (after > last || !words.every((word, offset) => view.lower(token + offset) === word)) continue;
    // "is due to visit", "up to and prior to …": before a verb, `to` is the infinitive's
    if (words.at(-1) === "to" && view.tag(after) === "VB") continue;
    return { kind: "prep", first: token, last: after };
  }
  return undefined;
}

function wordAt(view: TokenView, token: number): Word {
  const tag = view.tag(token);
  const lower = view.lower(token);
  const one = (kind: Word["kind"], clausal = false): Word => ({ kind, first: token, last: token + 1, ...(clausal ? { clausal } : {}) });
  if (isQuote(lower) || tag === "``" || tag === "''") return one("quote");
  if (tag === ",") return one("comma");
  if (tag === "WDT" || tag === "WP" || tag === "WP$") return one("rel");
  if (tag === "WRB") return one("sub");
  if (tag === "CC" || lower === "&") return one("cc");
  if (lower === "plus" || lower === "versus" || lower === "vs" || lower === "vs.") return one("cc");
  if (tag === "IN" || tag === "TO" || tag === "VBG") {
    if (SUBORDINATORS.has(lower)) return one("sub");
    return one("prep", CLAUSAL_PREPOSITIONS.has(lower));
  }
  if (tag === ":" || tag === "." || lower === ";" || lower === "—" || lower === "–" || lower === "--") return one("stop");
  if (tag === "-LRB-" || tag === "-RRB-" || lower === "(" || lower === ")" || lower === "[" || lower === "]") return one("bracket");
  if (tag.startsWith("RB") || tag === "RP") return one("adv");
  if (tag.startsWith("JJ") || tag === "VBN") return one("adj");
  return one("other");
}

/** Words of a preposition phrase, joined: `in exchange for`. */
export function prepositionOf(view: TokenView, word: Phrase): string {
  const words: string[] = [];
  for (let token = word.first; token < word.last; token++) words.push(view.lower(token));
  return words.join(" ");
}
