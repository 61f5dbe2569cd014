import type { TimeExpression } from "@chancery/nlp";
import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedTime } from "../extraction.ts";
import { SPEECH_VERBS } from "./factuality/factuality-cues.ts";
import type { Reading } from "./frame/read-frame.ts";
import type { Phrase } from "./syntax/phrase.ts";
import type { SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** Finite verbs between an event word and a date cost as much as this many words. */
const VERB_COST = 9;
const REACH = 34;
const RIVAL = 6;
const EXPRESSIVE: ReadonlySet<string> = new Set(
  "express highlight speak address voice raise accuse condemn deny refute cite inform brief praise criticize describe call testify".split(
    " ",
  ),
);

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
  for (const time of annotated.times) {
    if (time.start < start || time.end > end || time.kind !== "date") continue;
    // "has supplied drones since 2022" lasts; with any other verb it dates something else
    if (time.bound === "since" && trigger.group?.perfect !== true) continue;
    const token = tokenAt(syntax, time.start);
    if (token < 0 || inDateline(syntax, token)) continue;
    // "terminated a 1961 defence accord": the year of the text, not of what is done with it
    if (reading.type !== "AgreementMade" && DATED.has(syntax.view.widest(token)?.type ?? "")) continue;
    const cost = distance(syntax, reading, token);
    // A date that another event word of the sentence is much nearer to is that one's.
    if (others.some((other) => other !== reading && other.type !== reading.type && distance(syntax, other, token) + RIVAL < cost)) continue;
    if (cost < bestCost) {
      best = time;
      bestCost = cost;
    }
  }
  if (best === undefined) return [];
  // "on Aug. 29 and Sept. 15": once on each day
  const at = annotated.times.indexOf(best);
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
  return series.map(asTime);
}

/** Texts that carry their date in their name. */
const DATED = new Set(["Agreement", "Resolution", "Document"]);

/** "accused China on Wednesday of boarding two boats": the day of the reproach. */
const JUDGING = new Set(["accuse", "blame", "suspect", "condemn", "criticize", "criticise", "denounce"]);

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

/** "was signed in 1995 after Iran attacked Iraq": the date of the clause before the conjunction. */
function inEarlierClause(syntax: SentenceSyntax, token: number, trigger: number): boolean {
  const { phrases } = syntax;
  const other = syntax.at(token);
  const own = syntax.at(trigger);
  if (own <= other) return false;
  const opens = phrases.slice(other + 1, own).findIndex(isClauseOpener);
  return opens >= 0 && phrases.slice(0, other).some((phrase) => phrase.kind === "vg" && phrase.form === "finite");
}

const isClauseOpener = (phrase: Phrase): boolean =>
  phrase.kind === "sub" || phrase.kind === "rel" || (phrase.kind === "prep" && phrase.clausal === true);

function distance(syntax: SentenceSyntax, reading: Reading, token: number): number {
  const { view, phrases } = syntax;
  const { trigger } = reading;
  const own = syntax.at(trigger.token);
  const other = syntax.at(token);
  if (inEarlierClause(syntax, token, trigger.token)) return REACH;
  // "said Thursday", "told reporters on Tuesday": the nearest verb before the date is one of saying.
  for (let at = other - 1; at >= 0; at--) {
    const phrase = phrases[at];
    if (phrase?.kind === "stop" || phrase?.kind === "quote") break;
    if (phrase?.kind !== "vg") continue;
    if (at !== own && (SPEECH_VERBS.has(view.lemma(phrase.head)) || JUDGING.has(view.lemma(phrase.head))) && !phrase.passive) return REACH;
    break;
  }
  if (view.parsed) {
    const head = view.head(token);
    const above = head >= 0 ? view.head(head) : -1;
    if (head === trigger.token || (above === trigger.token && view.label(head) !== "ccomp")) return 0.5;
  }
  const [left, right] = own < other ? [own, other] : [other, own];
  let cost = Math.abs(token - trigger.token);
  const carrier = trigger.support?.group.head ?? -1;
  for (let at = left; at <= right; at++) {
    const phrase = phrases[at];
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) {
      // Another verb stands between: one of saying keeps the date, and so does any verb against a noun that it does not carry.
      if (
        phrase.form === "finite" &&
        (SPEECH_VERBS.has(view.lemma(phrase.head)) || EXPRESSIVE.has(view.lemma(phrase.head)) || trigger.kind === "noun")
      )
        cost += REACH;
    }
    if (phrase?.kind === "vg" && at !== own && phrase.head !== carrier) cost += phrase.form === "finite" ? VERB_COST : VERB_COST / 2;
    else if ((phrase?.kind === "stop" || phrase?.kind === "sub" || phrase?.kind === "rel") && at > left && at < right)
      cost += VERB_COST / 2;
  }
  if (trigger.kind === "noun") {
    // The date stands in the event noun's own phrase: "the November 2023 summit"
    const phrase = phrases[own];
    if (phrase && token >= phrase.first && token < phrase.last) return 0;
  }
  return cost;
}

/** The date of a happening; one that a preposition makes a bound is an open interval: "until June 2025" → `../2025-06`, "since 2022" → `2022/..`. */
export function asTime(time: TimeExpression): ExtractedTime {
  const point = time.edtf !== undefined && !time.edtf.includes("/");
  const opens = point && (time.bound === "since" || time.bound === "after");
  const closes = point && (time.bound === "until" || time.bound === "by" || time.bound === "before");
  const edtf = opens ? `${time.edtf}/..` : closes ? `../${time.edtf}` : time.edtf;
  return {
    text: time.text,
    ...(edtf === undefined ? {} : { edtf }),
    ...(time.earliest === undefined || closes ? {} : { earliest: time.earliest }),
    ...(time.latest === undefined || opens ? {} : { latest: time.latest }),
    granularity: time.granularity,
    anchor: time.anchor,
  };
}
