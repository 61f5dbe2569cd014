import type { TimeExpression } from "@chancery/nlp";
import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedTime } from "../extraction.ts";
import { placeOfDate, verbOf } from "./date-place.ts";
import { GOING_ON } from "./day-spans.ts";
import { SPEECH_VERBS } from "./factuality/factuality-cues.ts";
import type { Reading } from "./frame/read-frame.ts";
import { steppedTime } from "./step-time.ts";
import { namingClauses } from "./syntax/naming-clause.ts";
import type { SentenceSyntax } from "./syntax/sentence-syntax.ts";
import type { Trigger } from "./trigger.ts";
import { withinSpan } from "./within-span.ts";

/** Finite verbs between an event word and a date cost as much as this many words. */
const VERB_COST = 9;
const REACH = 34;
/** More words than this between an event word and a date of its clause tell no more. */
const FAR = 22;
const RIVAL = 6;

/** Index of the token that starts at or after `offset` within the sentence; -1 when there is none. */
function tokenAt(syntax: SentenceSyntax, offset: number): number {
  const { tokens } = syntax.view;
  for (let token = syntax.first; token < syntax.last; token++)
    if ((tokens.end[token] ?? 0) > offset) return (tokens.start[token] ?? 0) <= offset + 1 ? token : -1;
  return -1;
}

/** The date told with an event, or several where it happened on each of them: the nearest in its sentence that no other verb claims; the time of speaking belongs to the speaking. */
export function timesOf(annotated: AnnotatedDocument, reading: Reading, others: readonly Reading[] = []): readonly ExtractedTime[] {
  const { trigger } = reading;
  const { syntax } = trigger;
  const { tokens } = syntax.view;
  const start = tokens.start[syntax.first] ?? 0;
  const end = tokens.end[syntax.last - 1] ?? 0;
  let best: TimeExpression | undefined;
  let bestCost = REACH;
  for (const time of withinSpan(annotated.times, start, end)) {
    if (time.kind !== "date") continue;
    const token = tokenAt(syntax, time.start);
    if (token < 0 || inDateline(syntax, token) || !lasts(trigger, time) || isReckoned(syntax, token, time)) continue;
    const since = sinceOf(syntax, reading, token, time);
    if (since !== undefined && !lasts(trigger, since)) continue;
    const cost = since === undefined ? distance(syntax, reading, token, time) : SINCE_COST;
    // A date that another event word of the sentence is much nearer to is that one's.
    if (
      since === undefined &&
      others.some(
        (other) =>
          other !== reading &&
          other.type !== reading.type &&
          !isTogether(reading, other, token) &&
          distance(syntax, other, token, time) + RIVAL < cost,
      )
    )
      continue;
    if (cost < bestCost) {
      best = since ?? time;
      bestCost = cost;
    }
  }
  // "two days after …": told by its distance from another happening, where no date stands nearer
  const stepped = bestCost > 1 ? steppedTime(annotated, reading) : undefined;
  if (stepped !== undefined) return [asTime(stepped)];
  if (best === undefined) return [];
  // "on Aug. 29 and Sept. 15": once on each day
  const at = annotated.times.findIndex(({ start: from }) => from === best.start);
  const series = [best];
  for (const step of [-1, 1]) {
    for (let index = at + step; ; index += step) {
      const next = annotated.times[index];
      const last = step < 0 ? series[0] : series.at(-1);
      if (!next || !last || next.kind !== "date" || next.granularity !== "day" || last.granularity !== "day") break;
      const between = annotated.document.text.slice(Math.min(next.end, last.end), Math.max(next.start, last.start));
      if (!/^\s*(,|and|, and)\s*(on\s+)?$/.test(between)) break;
      if (step < 0) series.unshift(next);
      else series.push(next);
    }
  }
  return series.map((time) => asTime(isInPhrase(syntax, reading, tokenAt(syntax, time.start)) ? withoutBound(time) : time));
}

/** Events that are an occasion for others. */
/**
 * The two share the dates behind them: "reached the agreement during their meeting in Hamburg on 7 July" was so on the day of the meeting, and "delivered a strike" is told once by its
 * noun and once by the verb that carries it.
 */
function isTogether(reading: Reading, other: Reading, date: number): boolean {
  const { syntax, token, kind, support } = reading.trigger;
  if (kind !== "noun") return false;
  if (support?.group.head === other.trigger.token) return true;
  if (!GOING_ON.has(reading.type) || !(other.trigger.token < token && other.trigger.token < date)) return false;
  const link = syntax.phrases[syntax.at(token) - 1];
  return link?.kind === "prep" && /^(?:during|at|in)$/.test(syntax.view.lower(link.first));
}

/** "has supplied drones since 2022", "will deploy them from 2026" last; with any other verb such a date is that of something else. */
function lasts(trigger: Trigger, time: TimeExpression): boolean {
  // "have blacklisted officers, but not, until this year, suppliers": what has been done was not done until then
  if (time.bound === "until") return trigger.group?.perfect !== true || trigger.group.negated;
  if (time.bound !== "since" || trigger.frames.some(({ frame }) => frame.rule.startsWith("AgreementMade."))) return true;
  const carrier = trigger.syntax.phrases[trigger.kind === "noun" ? verbOf(trigger.syntax, trigger.syntax.at(trigger.token)) : -1];
  const group = trigger.group ?? trigger.support?.group ?? (carrier?.kind === "vg" ? carrier : undefined);
  return (
    group !== undefined &&
    (group.perfect || group.modal !== undefined || group.form === "infinitive" || group.tense === "present" || group.tense === "future")
  );
}

/** What has been so since another happening is dated by it, but less surely than by a date of its own. */
const SINCE_COST = 8;

/** "has sanctioned 1,200 people since Russia's invasion in 2022", "since seizing power on 1 February": the date of what it has gone on since opens the span. */
function sinceOf(syntax: SentenceSyntax, { trigger }: Reading, token: number, time: TimeExpression): TimeExpression | undefined {
  const { phrases, view } = syntax;
  const own = syntax.at(trigger.token);
  if (time.bound !== undefined || time.edtf === undefined) return undefined;
  for (let left = syntax.at(token) - 1, steps = 0; left > own && steps < 8; left--, steps++) {
    const phrase = phrases[left];
    if (phrase === undefined || phrase.kind === "comma" || phrase.kind === "stop" || phrase.kind === "rel") return undefined;
    if ((phrase.kind === "prep" || phrase.kind === "sub") && view.lower(phrase.first) === "since")
      return steps === 0 ? undefined : { ...time, bound: "since" };
  }
  return undefined;
}

/** "in their second meeting this year", "for the third time in 2024": how many there were in the span, not when this one was. */
function isReckoned(syntax: SentenceSyntax, token: number, time: TimeExpression): boolean {
  // A year by its number is that of the happening, however many there were
  if (!/^(?:year|month|week|decade)$/.test(time.granularity) || /^\d{4}$/.test(time.text)) return false;
  const { view } = syntax;
  let at = token - 1;
  if (/^(?:in|of|since|so)$/.test(view.lower(at))) at--;
  for (let step = 0; step < 5 && at > syntax.first; step++, at--) {
    if (/^(?:VB.?|MD|IN|,)$/.test(view.tag(at))) return false;
    if (ORDINALS.test(view.lower(at))) return /^(?:their|its|his|her|our|the|a)$/.test(view.lower(at - 1));
  }
  return false;
}
const ORDINALS = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/;

/** "NAIROBI, Kenya, Aug. 29, 2024 — Egypt has flown": the day of writing, before the dash that opens the report. */
function inDateline(syntax: SentenceSyntax, token: number): boolean {
  const { view, phrases } = syntax;
  for (let at = 0; at < syntax.at(token); at++) if (phrases[at]?.kind === "vg" || phrases[at]?.kind === "prep") return false;
  for (let next = token + 1; next < Math.min(token + 9, syntax.last); next++) {
    if (/^(?:[—–]|--|-)$/.test(view.lower(next))) return view.tokens.spaceBefore[next + 1] === 1;
    if (phrases[syntax.at(next)]?.kind === "vg") return false;
  }
  return false;
}

function distance(syntax: SentenceSyntax, reading: Reading, token: number, time: TimeExpression): number {
  const { view, phrases } = syntax;
  const { trigger } = reading;
  const own = syntax.at(trigger.token);
  const other = syntax.at(token);
  const place = placeOfDate(reading, token, time);
  if (place === "elsewhere") return REACH;
  if (place === "own") return 0;
  if (place === "shared") return VERB_COST;
  if (view.parsed) {
    const head = view.head(token);
    const above = head >= 0 ? view.head(head) : -1;
    if (head === trigger.token || (above === trigger.token && view.label(head) !== "ccomp")) return 0.5;
  }
  const [left, right] = own < other ? [own, other] : [other, own];
  const opens = own > other && verbOf(syntax, other) > other;
  // What opens a sentence dates it however long its subject is
  let cost = Math.min(Math.abs(token - trigger.token), opens ? VERB_COST : FAR);
  const carrier = trigger.support?.group.head ?? -1;
  const doing = doneBy(syntax, own);
  const naming = namingClauses(syntax);
  for (let at = left; at <= right; at++) {
    const phrase = phrases[at];
    if (naming.has(at)) continue;
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) {
      // Another verb stands between: one of saying keeps the date, and so does any verb against a noun that it does not carry.
      if (
        phrase.form === "finite" &&
        (SPEECH_VERBS.has(view.lemma(phrase.head)) ||
          (trigger.kind === "noun" && at !== doing && !(opens && leadsTo(syntax, at, own)) && !enacts(syntax, at, own)))
      )
        cost += REACH;
    }
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) cost += phrase.form === "finite" ? VERB_COST : VERB_COST / 2;
    else if ((phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") && at > left && at < right)
      cost += VERB_COST / 2;
  }
  return cost;
}

/** "The attack killed five people on Tuesday": the verb that the event noun is the subject of, index of its group; -1 where there is none. */
function doneBy(syntax: SentenceSyntax, own: number): number {
  if (syntax.phrases[own]?.kind !== "np") return -1;
  for (let at = own + 1; at < syntax.phrases.length; at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "prep" || phrase?.kind === "np" || phrase?.kind === "cc") continue;
    // "talks, broken off in 2016, resumed in Istanbul": what is set off says something else of it
    if (phrase?.kind === "comma") {
      const close = syntax.phrases[at + 1]?.kind === "vg" ? closingComma(syntax, at + 1) : -1;
      if (close < 0) return -1;
      at = close;
      continue;
    }
    return phrase?.kind === "vg" && phrase.form === "finite" && !SPEECH_VERBS.has(syntax.view.lemma(phrase.head)) ? at : -1;
  }
  return -1;
}

/** The comma behind a participle that a comma opens; -1 where a verb comes first that has a subject. */
function closingComma(syntax: SentenceSyntax, verb: number): number {
  const group = syntax.phrases[verb];
  if (group?.kind !== "vg" || group.form === "finite") return -1;
  for (let at = verb + 1; at < syntax.phrases.length; at++) {
    const phrase = syntax.phrases[at];
    if (phrase?.kind === "comma") return at;
    if (phrase?.kind === "vg" || phrase?.kind === "stop") return -1;
  }
  return -1;
}

/** Papers by which something is put in force, and the verbs that give them force. */
const ENACTED = /^(?:order|memorandum|law|resolution|bill|proclamation|directive|regulation|decree|act|legislation|determination|rule)s?$/;
const ENACTING: ReadonlySet<string> = new Set(["sign", "issue", "adopt", "pass", "approve", "enact", "announce", "release", "publish"]);

/** "signed an order imposing new sanctions": what the paper does is done on the day that it is signed. */
function enacts(syntax: SentenceSyntax, verb: number, own: number): boolean {
  const { view, phrases } = syntax;
  const group = phrases[verb];
  const paper = phrases[verb + 1];
  if (group?.kind !== "vg" || !ENACTING.has(view.lemma(group.head)) || paper?.kind !== "np" || !ENACTED.test(view.lower(paper.head)))
    return false;
  return phrases
    .slice(verb + 2, own)
    .every((phrase) => phrase.kind === "prep" || phrase.kind === "np" || (phrase.kind === "vg" && phrase.form !== "finite"));
}

/** "As early as 2027, the two plan to begin rotations": verbs in a row, the last of which has the event noun for its object. */
function leadsTo(syntax: SentenceSyntax, verb: number, own: number): boolean {
  for (let at = verb + 1; at < own; at++) {
    const phrase = syntax.phrases[at];
    if (!(phrase?.kind === "vg" && phrase.form === "infinitive") && phrase?.kind !== "adv") return false;
  }
  return true;
}

/** "three days after the 14 September attack": the preposition before the phrase bounds something else by it. */
const isInPhrase = (syntax: SentenceSyntax, reading: Reading, token: number): boolean =>
  syntax.at(token) === syntax.at(reading.trigger.token) && syntax.phrases[syntax.at(token)]?.kind === "np";

function withoutBound({ bound: _bound, ...time }: TimeExpression): TimeExpression {
  return time;
}

/** The date of a happening; one that a preposition makes a bound is an open interval: "until June 2025" → `../2025-06`, "since 2022" → `2022/..`. */
export function asTime(time: TimeExpression): ExtractedTime {
  // "starting in the early 2030s": an open end says no more than the decade
  const point = time.edtf !== undefined && !/\/|\dX$/.test(time.edtf);
  const opens = point && (time.bound === "since" || time.bound === "after");
  const closes = point && (time.bound === "until" || time.bound === "by" || time.bound === "before");
  // "before the end of this decade"
  const last =
    time.granularity === "decade" && time.bound !== undefined && /^(?:until|by|before)$/.test(time.bound)
      ? time.latest?.slice(0, 4)
      : undefined;
  const edtf = last !== undefined ? `../${last}` : opens ? `${time.edtf}/..` : closes ? `../${time.edtf}` : time.edtf;
  return {
    text: time.text,
    ...(edtf === undefined ? {} : { edtf }),
    ...(time.earliest === undefined || closes ? {} : { earliest: time.earliest }),
    ...(time.latest === undefined || opens ? {} : { latest: time.latest }),
    granularity: time.granularity,
    anchor: time.anchor,
  };
}
