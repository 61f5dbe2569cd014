import { resolveAgainst, type TimeExpression } from "@chancery/nlp";
import type { AnnotatedDocument } from "../annotated-document.ts";
import { wordTable } from "../word-table.ts";
import type { Reading } from "./frame/read-frame.ts";
import { clausesOf } from "./syntax/clauses.ts";
import type { SentenceSyntax } from "./syntax/sentence-syntax.ts";

/** A distance in time between two happenings of one sentence: "two days after …", "a month before …", "hours after …". */
interface Step {
  /** Index of the phrase `after` or `before`. */
  readonly link: number;
  readonly after: boolean;
  readonly unit: "day" | "week" | "month" | "year" | "decade";
  readonly count: number;
  readonly start: number;
}

const UNITS: Readonly<Record<string, Step["unit"]>> = wordTable({ D: "day", W: "week", M: "month", Y: "year" });

/**
 * The date of a happening told by its distance from another: "closed on 30 April, a month after Russia vetoed it" puts the veto in March; "two days after the summit of 8 June,
 * France deployed" the deployment on 10 June. Days counted from a month, and months from a year, stay in it.
 */
export function steppedTime(annotated: AnnotatedDocument, reading: Reading): TimeExpression | undefined {
  const { syntax } = reading.trigger;
  for (const step of stepsOf(annotated, syntax)) {
    const inside = isInside(syntax, step.link, reading.trigger.token);
    const base = inside
      ? (dateOutside(annotated, syntax, step) ?? dateOfSubject(annotated, syntax, step))
      : dateInside(annotated, syntax, step);
    if (base === undefined || (!inside && !isBeside(syntax, step.link, reading.trigger.token))) continue;
    // What comes before the "after" is later, what comes behind it earlier
    return shifted(base, step, inside === step.after ? -1 : 1);
  }
  return undefined;
}

function stepsOf(annotated: AnnotatedDocument, syntax: SentenceSyntax): readonly Step[] {
  const { view, phrases } = syntax;
  return phrases.flatMap((phrase, link): readonly Step[] => {
    const word = view.lower(phrase.first);
    if (phrase.kind !== "prep" || (word !== "after" && word !== "before")) return [];
    const end = view.tokens.end[phrase.first - 1] ?? -1;
    const start = view.tokens.start[phrase.first - 1] ?? -1;
    if (/^(?:hours|minutes|moments)$/.test(view.lower(phrase.first - 1)))
      return [{ link, after: word === "after", unit: "day", count: 0, start }];
    // "not later than 180 days after", "within two weeks after": a bound, no distance
    if (/\b(?:than|within)\s+\w+\s+\w+$/i.test(annotated.document.text.slice(Math.max(0, end - 30), end))) return [];
    const duration = annotated.times.find((time) => time.kind === "duration" && time.end === end)?.duration;
    const found = /^P(\d+)([DWMY])$/.exec(duration ?? "");
    const unit = UNITS[found?.[2] ?? ""];
    return unit === undefined ? [] : [{ link, after: word === "after", unit, count: Number(found?.[1]), start: start }];
  });
}

/** The token belongs to what `after` opens: its clause, or the noun phrases up to the next verb or comma. */
function isInside(syntax: SentenceSyntax, link: number, token: number): boolean {
  const { of, clauses } = clausesOf(syntax);
  const at = syntax.at(token);
  const opened = of[link] ?? -1;
  if (clauses[opened]?.opens === link) {
    for (let clause = of[at] ?? -1; clause >= 0; clause = clauses[clause]?.parent ?? -1) if (clause === opened) return true;
    return false;
  }
  return at > link && at <= lastOfPhrase(syntax, link);
}

/** Last phrase of the chain of noun phrases behind a preposition. */
function lastOfPhrase(syntax: SentenceSyntax, link: number): number {
  let at = link;
  while (["np", "prep", "adj", "bracket", "quote"].includes(syntax.phrases[at + 1]?.kind ?? "")) at++;
  return at;
}

/** A verb of the clause that the step is told in, or what that clause's verb carries. */
function isBeside(syntax: SentenceSyntax, link: number, token: number): boolean {
  const { of, clauses } = clausesOf(syntax);
  const own = of[link] ?? -1;
  const around = clauses[own]?.opens === link ? (clauses[own]?.parent ?? -1) : own;
  return of[syntax.at(token)] === around;
}

const isPoint = (time: TimeExpression): boolean =>
  time.kind === "date" && time.edtf !== undefined && /^(?:day|month|year)$/.test(time.granularity) && time.relative === undefined;

/** The date of the clause that the step hangs on: the nearest before it, else the first behind what it opens. */
function dateOutside(annotated: AnnotatedDocument, syntax: SentenceSyntax, step: Step): TimeExpression | undefined {
  const { tokens } = syntax.view;
  const from = tokens.start[syntax.first] ?? 0;
  const to = tokens.end[syntax.last - 1] ?? 0;
  const before = annotated.times.filter((time) => isPoint(time) && time.start >= from && time.end <= step.start);
  if (before.length > 0) return before.at(-1);
  return annotated.times.find(
    (time) => isPoint(time) && time.start > step.start && time.end <= to && !isInside(syntax, step.link, tokenOf(syntax, time.start)),
  );
}

/** Verbs by which something told before is placed in time. */
const COMING = /^(?:come|follow|occur|happen|take_place|begin|start|end|conclude|be)$/;

/**
 * "The exchange came a day after Indian missiles hit …": the subject is what was told before. Its date is the last one of the sentence before in the paragraph, else the first of the
 * document: that of its news.
 */
function dateOfSubject(annotated: AnnotatedDocument, syntax: SentenceSyntax, step: Step): TimeExpression | undefined {
  const { view, phrases } = syntax;
  const subject = phrases[0];
  const verb = phrases.find((phrase) => phrase.kind === "vg");
  if (subject?.kind !== "np" || verb === undefined || verb.kind !== "vg" || verb.first > step.link + syntax.first + 40) return undefined;
  if (!/^(?:the|this|that|it|these|those|his|her|their|its)$/.test(view.lower(subject.first)) || !COMING.test(view.lemma(verb.head)))
    return undefined;
  // Only the verb itself is placed: "came a day after", with nothing but the step between
  if (phrases.slice(phrases.indexOf(verb) + 1, step.link).some((phrase) => phrase.kind === "vg" || phrase.kind === "prep"))
    return undefined;
  const own = annotated.analysis.sentences[syntax.sentence];
  const last = annotated.analysis.sentences[syntax.sentence - 1];
  const points = annotated.times.filter((time) => isPoint(time) && time.start < (own?.start ?? 0));
  const near = points.findLast((time) => last !== undefined && last.paragraph === own?.paragraph && time.start >= last.start);
  return near ?? points[0];
}

/** The date told of what the step counts from. */
function dateInside(annotated: AnnotatedDocument, syntax: SentenceSyntax, step: Step): TimeExpression | undefined {
  const to = syntax.view.tokens.end[syntax.last - 1] ?? 0;
  return annotated.times.find(
    (time) => isPoint(time) && time.start > step.start && time.end <= to && isInside(syntax, step.link, tokenOf(syntax, time.start)),
  );
}

function tokenOf(syntax: SentenceSyntax, offset: number): number {
  for (let token = syntax.first; token < syntax.last; token++) if ((syntax.view.tokens.end[token] ?? 0) > offset) return token;
  return -1;
}

const SIZE: Readonly<Record<string, number>> = wordTable({ day: 1, week: 2, month: 3, year: 4, decade: 5 });

function shifted(base: TimeExpression, step: Step, direction: number): TimeExpression {
  const { bound: _bound, ...point } = base;
  if ((SIZE[step.unit] ?? 0) < (SIZE[base.granularity] ?? 0) || step.count === 0) return point;
  const moved = resolveAgainst(
    { ...point, granularity: step.unit, relative: { unit: step.unit, offset: direction * step.count }, anchor: "discourse" },
    base,
  );
  const { relative: _relative, ...time } = moved;
  return time;
}
