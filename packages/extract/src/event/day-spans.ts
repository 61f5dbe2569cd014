import type { AnnotatedDocument } from "../annotated-document.ts";
import type { ExtractedTime } from "../extraction.ts";
import type { EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";
import type { Reading } from "./frame/read-frame.ts";
import { neighbour } from "./syntax/sentence-syntax.ts";
import { withinSpan } from "./within-span.ts";

/** What one place says of how long a happening goes on: for so many days, from the day told on. */
export interface Lasting {
  readonly days?: number;
  readonly opens?: true;
}

/** Happenings that go on for hours or days, and in the course of which others come to pass. */
export const GOING_ON: ReadonlySet<EventType> = new Set<EventType>(["Exercise", "Meeting", "Visit", "Negotiation"]);
/** Verbs whose day is the first of several. */
const OPENING: ReadonlySet<string> = new Set(["begin", "start", "open", "launch", "commence", "kick", "kick_off"]);

/** "began the 11-day exercise on Monday", "the three-day drill": the days of a happening, and whether its day is the first of them. */
export function lastingOf(annotated: AnnotatedDocument, reading: Reading): Lasting | undefined {
  if (!GOING_ON.has(reading.type)) return undefined;
  const { syntax, token, support } = reading.trigger;
  const { view, phrases } = syntax;
  const own = syntax.at(token);
  const phrase = phrases[own];
  const start = view.tokens.start[phrase?.first ?? 0] ?? 0;
  const end = view.tokens.end[(phrase?.last ?? 1) - 1] ?? 0;
  const from = view.tokens.start[syntax.first] ?? 0;
  const to = view.tokens.end[syntax.last - 1] ?? 0;
  const durations = withinSpan(annotated.times, from, to).filter(({ kind }) => kind === "duration");
  const inPhrase = durations.find((time) => time.start >= start && time.end <= end);
  // "began on Monday for an 11-day run"
  const run = durations.find((time) => /^\s+run\b/.test(annotated.document.text.slice(time.end, time.end + 6)));
  const days = daysOf((inPhrase ?? run)?.duration);
  const before = phrases[neighbour(syntax, own, -1)];
  const after = phrases.slice(own + 1).find((next) => next.kind === "vg");
  const opens = [support?.group, before, after].some((verb) => verb?.kind === "vg" && OPENING.has(view.lemma(verb.head)));
  if (days === undefined && !opens) return undefined;
  return { ...(days === undefined ? {} : { days }), ...(opens ? { opens } : {}) };
}

function daysOf(duration: string | undefined): number | undefined {
  const [, count, unit] = /^P(\d+)([DW])$/.exec(duration ?? "") ?? [];
  const days = Number(count) * (unit === "W" ? 7 : 1);
  return days >= 2 && days <= 60 ? days : undefined;
}

/** What two places say together. */
export function bothLasting(a: Lasting | undefined, b: Lasting | undefined): Lasting | undefined {
  return a === undefined ? b : b === undefined ? a : { ...b, ...a };
}

/** "The three-day Freedom Edge exercise, the second of its kind": so long goes on the one drill that a document tells the opening of. */
export function withDrillDays(annotated: AnnotatedDocument, happenings: readonly Happening[]): readonly Happening[] {
  const opened = happenings.filter(({ type, lasting }) => type === "Exercise" && lasting?.opens === true);
  const [sole] = opened;
  if (sole === undefined || opened.length > 1 || sole.lasting?.days !== undefined) return happenings;
  const told = annotated.times.filter(
    ({ kind, end }) =>
      kind === "duration" &&
      /^(?:\s+[\p{L}\d-]+){0,4}\s+(?:exercises?|drills?|man(?:oeuv|euv)(?:re|er)s?)\b/u.test(annotated.document.text.slice(end, end + 80)),
  );
  const lengths = new Set(told.map(({ duration }) => daysOf(duration)));
  const [days] = lengths;
  if (lengths.size !== 1 || days === undefined) return happenings;
  return happenings.map((happening) => (happening === sole ? { ...happening, lasting: { days, opens: true } } : happening));
}

/** The first day and the number of days make the interval. */
export function withLastDay(happening: Happening): Happening {
  const { lasting, time } = happening;
  const days = lasting?.days;
  if (days === undefined || lasting?.opens !== true || time?.granularity !== "day" || !/^\d{4}-\d\d-\d\d$/.test(time.edtf ?? ""))
    return happening;
  const last = dayAfter(time.edtf ?? "", days - 1);
  const longer: ExtractedTime = { ...time, edtf: `${time.edtf}/${last}`, latest: last, granularity: "interval" };
  return { ...happening, time: longer };
}

function dayAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
