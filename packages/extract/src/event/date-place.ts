import type { TimeExpression } from "@chancery/nlp";
import { WEEKDAYS } from "../calendar-words.ts";
import { GOVERNOR_MODES, SPEECH_VERBS } from "./factuality/factuality-cues.ts";
import type { Reading } from "./frame/read-frame.ts";
import { DEICTIC_DAYS, isMonth, isYear } from "./syntax/calendar-lexicon.ts";
import { clausesOf } from "./syntax/clauses.ts";
import { namingClauses } from "./syntax/naming-clause.ts";
import { ACTING } from "./syntax/owners.ts";
import { prepositionOf } from "./syntax/phrase.ts";
import { neighbour, type SentenceSyntax } from "./syntax/sentence-syntax.ts";
import type { Trigger } from "./trigger.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Kinds of name that carry their date: "resolution 1718 of 14 October 2006". */
const DATED = new Set(["Agreement", "Resolution", "Document"]);
/** Nouns for texts; a date behind "of" or "dated", or before the noun, says when the text was made. */
const TEXTS = words(
  "treaty agreement accord pact convention protocol resolution statement declaration communique communiqué letter note report memorandum charter decision decree order law act constitution compact document summary message cable telegram charter deal contract proclamation announcement finding conclusion",
);

/** Verbs of judging, discussing and answering what happened: their date is not that of what they are about. */
const REFLECTING = words(
  "accuse blame suspect condemn criticize criticise denounce express highlight address voice raise deny refute cite inform brief praise describe call testify discuss welcome commend hail recall mourn mark " +
    "commemorate investigate examine review document note acknowledge protest lament regret warn threaten demand urge debate assess denounce deplore reject oppose support back reaffirm reiterate",
);
/** Verbs whose complement is a deed of another day: what somebody is accused of, told or warned about. */
const JUDGING = words(
  "accuse blame suspect condemn criticize criticise denounce say state claim allege deny charge warn announce add tell note recall cite",
);
/** What is held, signed or launched is so on the date behind the participle: "the summit, held on 5 September". */
const STAGING = words("hold stage launch conduct carry sign conclude adopt make start begin open mount convene host organize organise");

/** Verbs by which something comes to pass at a time: "the summit, which took place from 3 to 5 May". */
const OCCURRING = words("take occur happen come last run be begin start open end conclude follow hold stage launch convene unfold");
/** Deeds whose participle behind a noun comes with a date: "a vote scheduled for May", "an accord reached in 2015". What only describes ("tipped with a warhead") has none. */
const DATED_DEEDS = words(
  "schedule plan hold sign adopt reach impose launch issue publish agree order conclude found establish create arrest charge detain kill seize release draft introduce pass approve enact " +
    "announce deliver ratify negotiate broker make begin start open end bear elect appoint file submit build set suspend sever break conduct carry commit record capture",
);
/** What lasts: "our cooperation today" is that of these days. */
const STANDING: ReadonlySet<string> = new Set(["Cooperation", "SecurityCommitment"]);

/** Index of the phrase that a date stands in; "the June 12, | 2018 summit" is cut at its comma and belongs to what it ends before. */
function tailOf(syntax: SentenceSyntax, token: number, time: TimeExpression): number {
  const { view, phrases } = syntax;
  const at = syntax.at(token);
  const next = phrases[at + 2];
  const cut = phrases[at + 1]?.kind === "comma" && next?.kind === "np" && (view.tokens.start[next.first] ?? 0) < time.end;
  return cut && next.kind === "np" && (view.tokens.start[next.head] ?? 0) >= time.end ? at + 2 : at;
}

/** Where a date of the sentence stands, as seen from an event word: what it dates cannot be told from how near it is alone. */
export type DatePlace = "elsewhere" | "own" | "near" | "shared";

/**
 * `elsewhere`: the date belongs to a text ("the treaty of 1 July 1968"), to another thing's name ("the 2014 annexation"), to the saying, or to a clause that the event is not told in.
 * `own`: it stands in the event's phrase or on its verb. `near`: in its clause. `shared`: it opens a clause that the event's clause is joined to.
 */
export function placeOfDate(reading: Reading, token: number, time: TimeExpression): DatePlace {
  const { trigger } = reading;
  const { syntax } = trigger;
  const { view, phrases } = syntax;
  const own = syntax.at(trigger.token);
  const at = tailOf(syntax, token, time);
  const phrase = phrases[at];
  const named = view.widest(token);
  if (named && DATED.has(named.type) && reading.type !== "AgreementMade") return "elsewhere";
  if (time.granularity === "century" || isMeasure(syntax, token, time)) return "elsewhere";
  if (STANDING.has(reading.type) && trigger.kind === "noun" && trigger.support === undefined && /^today$/i.test(time.text))
    return "elsewhere";
  // "the November 2023 summit", "Wednesday's strike": the date of the thing that the phrase is about
  if (phrase?.kind === "np" && (view.tokens.start[phrase.head] ?? 0) >= time.end && isBefore(syntax, token, phrase.head, time.end)) {
    if (own === at) return trigger.token >= phrase.first || trigger.token >= token ? "own" : "elsewhere";
    const link = phrases[neighbour(syntax, at, -1)];
    // "was seized during the 2014 annexation"
    if (link?.kind === "prep" && view.lower(link.first) === "during" && clausesOf(syntax).of[own] === clausesOf(syntax).of[at])
      return "near";
    return reading.type === "Meeting" && trigger.kind === "verb" && isAttended(syntax, at) ? "near" : "elsewhere";
  }
  if (own === at) return "own";
  const text = textBefore(syntax, at);
  if (text >= 0) return own === text && trigger.kind === "noun" ? "own" : "elsewhere";
  const map = clausesOf(syntax);
  const there = map.of[at] ?? 0;
  const carrier = trigger.support?.group.head ?? -1;
  const here = map.of[carrier >= 0 && trigger.kind === "noun" ? syntax.at(carrier) : own] ?? 0;
  if (there === here) return placeInClause(trigger, at, time);
  const clause = map.clauses[there];
  // "The summit, held from 5 to 17 September, …": the participle says of the noun before it when it was
  if (clause?.kind === "participle" && trigger.kind === "noun") {
    const verb = phrases[clause.opens];
    const host = neighbour(syntax, clause.opens, -1);
    const left = phrases[host]?.kind === "comma" ? neighbour(syntax, host, -1) : host;
    if (verb?.kind === "vg" && STAGING.has(view.lemma(verb.head)) && left === own) return "own";
  }
  // "The summit, which took place in Geneva from 3 to 5 May, …"
  if (clause?.kind === "relative" && trigger.kind === "noun") {
    const verb = phrases.findIndex((other, index) => index > clause.opens && other.kind === "vg" && map.of[index] === there);
    const host = neighbour(syntax, clause.opens, -1);
    const left = phrases[host]?.kind === "comma" ? neighbour(syntax, host, -1) : host;
    const group = phrases[verb];
    if (group?.kind === "vg" && verb - clause.opens <= 2 && OCCURRING.has(view.lemma(group.head)) && left === own) return "own";
  }
  // "on 30 January 2013, when aircraft struck": the clause says what the day was
  const event = map.clauses[here];
  if (event?.kind === "when" && event.parent === there && opensWith(syntax, event.opens, at))
    return trigger.group === undefined || trigger.group.form === "finite" ? "own" : "elsewhere";
  // "In 1961, A set up an agency, and B reopened talks": what opens the sentence holds for all that is joined
  if (
    event?.kind === "joined" &&
    (there === event.parent || there === 0) &&
    isFronted(syntax, at) &&
    phrases[event.opens]?.kind !== "stop"
  ) {
    const dated = phrases
      .slice(event.opens)
      .some((other, index) => map.of[event.opens + index] === here && isDateLike(syntax, other.first));
    return dated ? "elsewhere" : "shared";
  }
  return "elsewhere";
}

function placeInClause(trigger: Trigger, at: number, time: TimeExpression): DatePlace {
  const { syntax } = trigger;
  const { view, phrases } = syntax;
  const own = syntax.at(trigger.token);
  const carrier = trigger.support === undefined ? -1 : syntax.at(trigger.support.group.head);
  const holder = verbOf(syntax, at);
  const verb = phrases[holder];
  if (own > at && isNested(syntax, at)) return "elsewhere";
  // "by drug traffickers charged in a referendum scheduled for 21 January": the participle of another thing
  if (own < at && isOfParticiple(syntax, own, at)) return "elsewhere";
  if (verb?.kind !== "vg" || holder === own || holder === carrier) return "near";
  const lemma = view.lemma(verb.head);
  // "cited the test of 4 July", "condemned the killing of 26 people on April 22": a day of the calendar behind the thing is the thing's, a day of the week the reproach's
  const ofThing = trigger.kind === "noun" && own < at && holder < own && !/day|morning|night|earlier|(?:this|last) week/i.test(time.text);
  // "claimed responsibility for the attack on Monday"
  if (lemma === "claim" && own < at && holder < own && /^(?:responsibility|credit)$/.test(view.lower(verb.last))) return "near";
  if (SPEECH_VERBS.has(lemma) && !verb.passive) return ofThing ? "near" : "elsewhere";
  if (REFLECTING.has(lemma) && (holder < at || (trigger.kind === "noun" && own > holder))) return ofThing ? "near" : "elsewhere";
  if (own > at && isJudgedBetween(syntax, at, own)) return "elsewhere";
  if (trigger.kind !== "verb") return "near";
  // "agreed to send tanks in July": the date of sending
  if (own < holder && holder < at && verb.form === "infinitive" && isPlanning(syntax, own)) return "elsewhere";
  const group = phrases[own];
  if (own < at || group?.kind !== "vg" || group.form === "finite") return "near";
  // "met on 25 July, continuing work on defining the way to provide …": too many steps from the day
  const left = lastVerb(syntax, own);
  if (left !== holder) return "elsewhere";
  // "signed a contract on Thursday to buy missiles", "on Tuesday agreed to send": the day of agreeing; a year holds for both
  const between = phrases.slice(Math.min(holder, at), own).some((_, step) => isPlanning(syntax, Math.min(holder, at) + step));
  return between && time.granularity !== "year" && time.granularity !== "decade" ? "elsewhere" : "near";
}

/** "After a meeting in Geneva in 1927, the powers gathered in London", "until its end in 2026": a date within what the preposition is said of. */
function isNested(syntax: SentenceSyntax, at: number): boolean {
  let things = 0;
  for (let left = at - 1; left >= 0; left--) {
    const phrase = syntax.phrases[left];
    if (phrase?.kind === "np") things++;
    else if (phrase?.kind === "prep") {
      if (things > 0 && /^(?:after|before|until|till|following|despite|since|pending)$/.test(syntax.view.lower(phrase.first))) return true;
    } else if (phrase?.kind !== "adj" && phrase?.kind !== "bracket") return false;
  }
  return false;
}

/** "severed ties on Tuesday, accusing Chad of arming …": what follows is the reproach. */
function isJudgedBetween(syntax: SentenceSyntax, from: number, to: number): boolean {
  return syntax.phrases.slice(from, to).some((phrase) => {
    if (phrase.kind !== "vg" || phrase.form === "finite" || phrase.passive) return false;
    const lemma = syntax.view.lemma(phrase.head);
    // "resigned on Friday to protest the killing of …"
    return JUDGING.has(lemma) || (phrase.form === "infinitive" && REFLECTING.has(lemma));
  });
}

/** "a referendum scheduled for 21 January", "an airlift ordered in 1973": the nearest verb before the date is a participle right behind a noun that is not the happening. */
function isOfParticiple(syntax: SentenceSyntax, own: number, at: number): boolean {
  for (let left = at - 1; left > own; left--) {
    const phrase = syntax.phrases[left];
    if (phrase?.kind === "np" || phrase?.kind === "prep" || phrase?.kind === "adj") continue;
    return (
      phrase?.kind === "vg" &&
      phrase.form === "participle" &&
      left - 1 > own &&
      syntax.phrases[left - 1]?.kind === "np" &&
      DATED_DEEDS.has(syntax.view.lemma(phrase.head))
    );
  }
  return false;
}

/** "lower than a decade ago", "the greatest offensive of the last 10 years", "the largest attack since 2012": what it is measured by. */
function isMeasure({ view, first }: SentenceSyntax, token: number, time: TimeExpression): boolean {
  let at = token - 1;
  while (at > first && /^(?:the|a)$/.test(view.lower(at))) at--;
  const link = view.lower(at);
  if (link === "than") return view.lower(at - 1) !== "less" && view.lower(at - 1) !== "more" && view.lower(at - 1) !== "earlier";
  if (link !== "of" && link !== "in" && link !== "since") return false;
  if (link !== "since" && !/^(?:the\s+)?(?:last|past)\b/i.test(time.text)) return false;
  for (let left = at - 1, steps = 0; left >= first && steps < 8; left--, steps++) {
    const tag = view.tag(left);
    if (tag === "JJS" || tag === "RBS" || view.lower(left) === "first") return true;
    if (/^(?:VB.?|MD|,|CC)$/.test(tag)) return false;
  }
  return false;
}

/** The verb group before a phrase; -1 where none is. */
function lastVerb(syntax: SentenceSyntax, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (syntax.phrases[at]?.kind === "vg") return at;
  return -1;
}

/** Verbs and nouns of intending and agreeing: what they govern lies ahead of them. */
function isPlanning(syntax: SentenceSyntax, index: number): boolean {
  const phrase = syntax.phrases[index];
  return (
    (phrase?.kind === "vg" || phrase?.kind === "np") &&
    GOVERNOR_MODES.has(syntax.view.lemma(phrase.head)) &&
    !(phrase.kind === "vg" && phrase.passive)
  );
}

/** The verb group that a date hangs on: the nearest one before it in its clause, else the first finite one behind it. */
export function verbOf(syntax: SentenceSyntax, at: number): number {
  const { of } = clausesOf(syntax);
  const naming = namingClauses(syntax);
  // "has in 2019 signed": the date stands inside the group
  if (syntax.phrases[at]?.kind === "vg") return at;
  for (let left = at - 1; left >= 0; left--)
    if (of[left] === of[at] && syntax.phrases[left]?.kind === "vg" && !isOpening(syntax, left, at) && !naming.has(left)) return left;
  for (let right = at + 1; right < syntax.phrases.length; right++) {
    const phrase = syntax.phrases[right];
    if (of[right] === of[at] && phrase?.kind === "vg" && phrase.form === "finite") return right;
  }
  return -1;
}

/** "beginning in 2023", "starting from June 3": a preposition in the shape of a verb. */
const isOpening = (syntax: SentenceSyntax, verb: number, at: number): boolean =>
  /^(?:beginning|starting)$/.test(syntax.view.lower(syntax.phrases[verb]?.first ?? -1)) && at - verb <= 2;

/** The date stands before the words it is told of, with nothing but names and adjectives between. */
function isBefore(syntax: SentenceSyntax, token: number, head: number, end: number): boolean {
  const { view } = syntax;
  // "On 15 January | six airstrikes hit": a number or article begins another phrase
  for (let at = token + 1; at <= head; at++) {
    if ((view.tokens.start[at] ?? 0) < end) continue;
    if (/^(?:CD|DT|PRP\$)$/.test(view.tag(at))) return false;
    break;
  }
  // "In April 2015 | Russia lifted its ban": the phrase opens with the date and goes on with who acts
  const phrase = syntax.phrases[syntax.at(token)];
  const opener = phrase?.first === token ? syntax.phrases[syntax.at(token) - 1] : undefined;
  if (opener?.kind === "prep" || phrase?.first === syntax.first) {
    let next = token;
    while (
      next < head &&
      (view.tag(next) === "CD" || isMonth(view.lower(next)) || view.lower(next) === "," || WEEKDAYS.has(view.lower(next)))
    )
      next++;
    if (ACTING.has(view.widest(next)?.type ?? "")) return false;
  }
  for (let at = token + 1; at < head; at++)
    if (/^(?:NNPS?|NN|NNS|JJ.*|POS|CD|HYPH|,|VBN|VBG|NML|AFX)$/.test(view.tag(at)) === false) return false;
  return (
    !isMonth(view.lower(head)) &&
    !WEEKDAYS.has(view.lower(head)) &&
    !/^(?:\d+|day|week|month|year|today|morning|evening|afternoon|night|hours?)s?$/.test(view.lower(head))
  );
}

/** "met for the 2016 summit", "at the November 2023 summit": the occasion is when the meeting was. */
function isAttended(syntax: SentenceSyntax, at: number): boolean {
  const before = syntax.phrases[neighbour(syntax, at, -1)];
  return (
    before?.kind === "prep" &&
    /^(?:at|for|during|in)$/.test(prepositionOf(syntax.view, before)) &&
    /^(?:summit|meeting|conference|forum|session|talks|round)$/.test(syntax.view.lemma(headOf(syntax, at)))
  );
}

const headOf = (syntax: SentenceSyntax, at: number): number => {
  const phrase = syntax.phrases[at];
  return phrase?.kind === "np" ? phrase.head : -1;
};

/** Index of the noun phrase of a text whose date this is: "its resolution of 18 July 1991", "the letter dated 3 May"; -1 where it is none. */
function textBefore(syntax: SentenceSyntax, at: number): number {
  const { view, phrases } = syntax;
  let left = at - 1;
  while (
    left >= 0 &&
    (phrases[left]?.kind === "prep" ||
      phrases[left]?.kind === "adj" ||
      phrases[left]?.kind === "comma" ||
      view.lower(phrases[left]?.first ?? -1) === "dated")
  ) {
    const link = phrases[left];
    if (link?.kind === "prep" && !/^(?:of|from)$/.test(prepositionOf(view, link))) return -1;
    if (link?.kind === "comma" && left < at - 1) return -1;
    left--;
  }
  if (left === at - 1 || left < 0 || phrases[left]?.kind !== "np") return -1;
  const linked = phrases[at - 1];
  if (linked?.kind === "comma") return -1;
  const head = headOf(syntax, left);
  const mention = view.widest(head);
  return TEXTS.has(view.lemma(head)) || (mention !== undefined && DATED.has(mention.type)) ? left : -1;
}

/** Nothing but a comma or preposition stands between the date and the opener of the clause behind it. */
function opensWith(syntax: SentenceSyntax, opener: number, date: number): boolean {
  for (let at = date + 1; at < opener; at++)
    if (!["comma", "prep"].includes(syntax.phrases[at]?.kind ?? "") && !isDateLike(syntax, syntax.phrases[at]?.first ?? -1)) return false;
  return true;
}

/** No verb of its clause stands before it. */
function isFronted(syntax: SentenceSyntax, at: number): boolean {
  const { of } = clausesOf(syntax);
  return !syntax.phrases.some((phrase, index) => index < at && of[index] === of[at] && phrase.kind === "vg");
}

const isDateLike = (syntax: SentenceSyntax, token: number): boolean => {
  const word = syntax.view.lower(token);
  return isYear(word) || DEICTIC_DAYS.has(word) || WEEKDAYS.has(word) || isMonth(word) || isMonth(syntax.view.lower(token + 1));
};
