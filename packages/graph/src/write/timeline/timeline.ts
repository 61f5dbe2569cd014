import { type Day, dayOf } from "../../day.ts";
import { EDGE_STATUSES, type EdgeStatus, type Knowledge, type KnowledgeEvent } from "../../knowledge.ts";
import { EDGE_RULES } from "../../project/edge-rules.ts";
import { compareText } from "../../property-graph.ts";
import { predicateWords, STATUS_STYLES } from "../palette.ts";
import { type WriteTally, xmlText } from "../safe-text.ts";
import { pictureText, textWidth } from "../svg/label-text.ts";
import { type DateAxis, dateAxis, daysText, monthsOf } from "./date-axis.ts";

export interface TimelineOptions {
  readonly title?: string;
  /** A line below the title. Default: how many events are shown, and how many have no date. */
  readonly subtitle?: string;
  /** Only events of these statuses. Default: all. */
  readonly statuses?: readonly EdgeStatus[];
  /** Only events of these types. Default: all. */
  readonly types?: readonly string[];
  /** Show events without a date of their own at the date of the first report, with a mark of their own. Default `true`. */
  readonly reported?: boolean;
  /** Wanted width in pixels. Default: 1,200, more where there is more to show. */
  readonly width?: number;
  readonly tally?: WriteTally;
}

/** One thing on the timeline: an event, or several that differ in nothing that is shown. */
interface Entry {
  /** The date is that of the report; the text gives none for the event. */
  readonly isReport: boolean;
  readonly type: string;
  readonly status: EdgeStatus;
  readonly first: Day;
  readonly last: Day;
  readonly label: string;
  readonly events: readonly KnowledgeEvent[];
}

const FONTS = "'DejaVu Sans', Helvetica, Arial, 'Liberation Sans', sans-serif";
const MARGIN = 28;
const LANE_NAMES = 178;
const ROW = 20;
const LANE_PADDING = 7;
const LABEL = 11;
const DOT = 5;
/** Widths of a year from which every month and every quarter is named. */
const MONTHS = 340;
const QUARTERS = 190;

/**
 * A timeline as SVG 1.1, in chunks: a lane for each type of event, a dot for a day, a bar for a longer time, in the colour of the status, with who did it to whom beside it and
 * the evidence as tooltip. What has no date of its own stands at the date of its first report, as a diamond; what has neither is counted. Deterministic; no scripts, links or external resources.
 */
export function* writeTimeline(knowledge: Knowledge, options: TimelineOptions = {}): Generator<string> {
  const { tally = { stripped: 0 } } = options;
  const wanted = knowledge.events
    .filter(({ type, status }) => (options.statuses?.includes(status) ?? true) && (options.types?.includes(type) ?? true))
    .sort((a, b) => compareText(a.id, b.id));
  const entries = entriesOf(wanted, knowledge, options.reported ?? true, tally);
  const shown = entries.reduce((sum, { events }) => sum + events.length, 0);
  const sized = entries.map((entry) => ({ ...entry, width: textWidth(textOf(entry), LABEL) + 2 * DOT + 12 }));
  const axisRoom = Math.max((options.width ?? 1200) - LANE_NAMES - 2 * MARGIN, 400);
  const axis = dateAxis(sized, axisRoom);
  const lanes = lanesOf(sized, axis);

  const title = options.title === undefined ? "" : pictureText(options.title, 120, tally);
  const undated = wanted.length - shown;
  const subtitle = pictureText(
    options.subtitle ??
      `${plural(shown, "event")}${undated === 0 ? "" : `; ${undated} without a date ${undated === 1 ? "is" : "are"} not shown`}`,
    200,
    tally,
  );
  const head = MARGIN + (title === "" ? 0 : 30) + 24;
  const top = head + 34;
  const right = Math.max(axis.width, ...lanes.flatMap((lane) => lane.placed.map(({ x, width }) => x + width)));
  const width = MARGIN + LANE_NAMES + right + MARGIN;
  const legend = legendRows(entries, width - 2 * MARGIN);
  const bottom = top + lanes.reduce((sum, { rows }) => sum + laneHeight(rows), 0);
  const height = bottom + 42 + legend.length * 24 + MARGIN / 2;

  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" font-family="${FONTS}">\n`;
  yield `<title>${xmlText(title === "" ? "Timeline" : title, tally)}</title>\n<rect width="100%" height="100%" fill="#ffffff"/>\n`;
  if (title !== "")
    yield `<text x="${MARGIN}" y="${MARGIN + 14}" font-size="22" font-weight="bold" fill="#111827">${xmlText(title, tally)}</text>\n`;
  yield `<text x="${MARGIN}" y="${head - 8}" font-size="13" fill="#4b5563">${xmlText(subtitle, tally)}</text>\n`;

  let y = top;
  for (const [i, lane] of lanes.entries()) {
    const tall = laneHeight(lane.rows);
    if (i % 2 === 0) yield `<rect x="${MARGIN}" y="${px(y)}" width="${px(width - 2 * MARGIN)}" height="${px(tall)}" fill="#f4f6f9"/>\n`;
    y += tall;
  }
  yield `<g transform="translate(${MARGIN + LANE_NAMES} 0)">\n`;
  yield* axisMarks(axis, top, bottom);
  yield "</g>\n";
  y = top;
  for (const lane of lanes) {
    const count = lane.placed.reduce((sum, { entry }) => sum + entry.events.length, 0);
    yield `<text x="${MARGIN + 8}" y="${px(y + LANE_PADDING + 14)}" font-size="13" font-weight="bold" fill="#111827">${xmlText(capital(predicateWords(lane.type)), tally)}</text>\n`;
    yield `<text x="${MARGIN + 8}" y="${px(y + LANE_PADDING + 14 + 15)}" font-size="11" fill="#4b5563">${plural(count, "event")}</text>\n`;
    yield `<g transform="translate(${MARGIN + LANE_NAMES} ${px(y + LANE_PADDING)})">\n`;
    for (const placed of lane.placed) yield mark(placed, tally);
    yield "</g>\n";
    y += laneHeight(lane.rows);
  }
  for (let i = 0; i < legend.length; i++) yield `<g transform="translate(${MARGIN} ${px(bottom + 50 + i * 24)})">${legend[i]}</g>\n`;
  yield "</svg>\n";
}

/** Events with a date; those of one type, time and status with the same words are one entry. */
function entriesOf(events: readonly KnowledgeEvent[], knowledge: Knowledge, reported: boolean, tally: WriteTally): readonly Entry[] {
  const published = new Map(
    knowledge.documents.flatMap((document) => (document.published === undefined ? [] : [[document.id, document.published]])),
  );
  const labels = new Map(knowledge.entities.map(({ id, label }) => [id, label]));
  const entries = new Map<string, Entry & { readonly events: KnowledgeEvent[] }>();
  for (const event of events) {
    const happened = daysOf(event.first ?? event.last, event.last ?? event.first);
    const [report] = reported ? reportDates(event, published) : [];
    const days = happened ?? daysOf(report, report);
    if (days === undefined) continue;
    const { first, last } = days;
    const isReport = happened === undefined;
    const label = pictureText(labelOf(event, labels), 64, tally);
    const key = [event.type, event.status, first, last, isReport, label].join("\u0000");
    const known = entries.get(key);
    if (known === undefined)
      entries.set(key, { isReport, type: event.type, status: event.status, first, last: Math.max(first, last), label, events: [event] });
    else known.events.push(event);
  }
  return [...entries.values()].sort(
    (a, b) => a.first - b.first || a.last - b.last || compareText(a.type, b.type) || compareText(a.label, b.label) || rank(a) - rank(b),
  );
}

function daysOf(from: string | undefined, to: string | undefined): { readonly first: Day; readonly last: Day } | undefined {
  const first = dayOf(from ?? "", "first");
  const last = dayOf(to ?? "", "last");
  return first === undefined || last === undefined ? undefined : { first, last: Math.max(first, last) };
}

/** When the event was spoken of: the time of the utterance, or the publication of the document. Earliest first. */
const reportDates = ({ evidence }: KnowledgeEvent, published: ReadonlyMap<string, string>): readonly string[] =>
  evidence.flatMap(({ date, document }) => date ?? published.get(document) ?? []).sort(compareText);

const rank = ({ status }: Entry): number => EDGE_STATUSES.indexOf(status);

/** Who did it to whom: the ends of the event's edge, or all that take part. */
function labelOf(event: KnowledgeEvent, labels: ReadonlyMap<string, string>): string {
  const names = (role: string | undefined): readonly string[] =>
    role === undefined ? [] : (event.roles[role] ?? []).map((id) => labels.get(id) ?? lastPart(id));
  const rule = EDGE_RULES[event.type]?.[0];
  const from = names(rule?.from);
  const to =
    rule === undefined || rule.from === rule.to ? [] : ([rule.to, ...(rule.orTo ?? [])].map(names).find((list) => list.length > 0) ?? []);
  const things = to.length > 0 && event.type !== "Vote" ? [] : names("item");
  if (from.length > 0 && to.length > 0) return `${listed(from)} → ${listed(to)}`;
  if (from.length > 0) return things.length > 0 ? `${listed(from)}: ${listed(things)}` : listed(from);
  if (to.length > 0) return `→ ${listed(to)}`;
  const others = Object.keys(event.roles).sort(compareText).flatMap(names);
  return others.length > 0 ? listed(others) : predicateWords(event.type);
}

const listed = (names: readonly string[]): string =>
  names.length <= 2 ? names.join(", ") : `${names.slice(0, 2).join(", ")} +${names.length - 2}`;
const lastPart = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
const textOf = ({ label, events }: Entry): string => (events.length > 1 ? `${label} ×${events.length}` : label);

interface Placed {
  readonly entry: Entry;
  readonly x: number;
  /** Where the dot or the bar ends. */
  readonly end: number;
  /** Of all that is drawn, label included. */
  readonly width: number;
  readonly row: number;
}

interface Lane {
  readonly type: string;
  readonly rows: number;
  readonly placed: readonly Placed[];
}

/** A lane for each type, in the order of what came first; each entry in the first row that has room for it. */
function lanesOf(entries: readonly (Entry & { readonly width: number })[], axis: DateAxis): readonly Lane[] {
  const byType = new Map<string, (Entry & { readonly width: number })[]>();
  for (const entry of entries) {
    const lane = byType.get(entry.type);
    if (lane === undefined) byType.set(entry.type, [entry]);
    else lane.push(entry);
  }
  return [...byType].map(([type, members]) => {
    const ends: number[] = [];
    const placed = members.map((entry) => {
      const x = axis.xOf(entry.first);
      const end = entry.first === entry.last ? x : Math.max(x + 2 * DOT, axis.endOf(entry.last));
      const width = Math.max(end - x, entry.width);
      let row = ends.findIndex((taken) => taken <= x - DOT);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = x + width + 8;
      return { entry, x, end, width, row };
    });
    return { type, rows: Math.max(1, ends.length), placed };
  });
}

const laneHeight = (rows: number): number => Math.max(rows * ROW, 30) + 2 * LANE_PADDING;

function* axisMarks(axis: DateAxis, top: number, bottom: number): Generator<string> {
  const hasMonths = axis.parts.some((part) => part.kind === "year" && part.width >= QUARTERS);
  for (const part of axis.parts) {
    const middle = part.x + part.width / 2;
    if (part.kind === "gap") {
      // A gap may be named where its years fit above it; the lines of its neighbours mark it in any case.
      yield `<rect x="${px(part.x)}" y="${px(top)}" width="${px(part.width)}" height="${px(bottom - top)}" fill="#e5e7eb" fill-opacity="0.55"/>\n`;
      yield `<text x="${px(middle)}" y="${px(top - 6)}" font-size="13" text-anchor="middle" fill="#6b7280">…</text>\n`;
      continue;
    }
    const months =
      part.width >= MONTHS ? monthsOf(part.year) : part.width >= QUARTERS ? monthsOf(part.year).filter((_, i) => i % 3 === 0) : [];
    for (const { day, name } of months) {
      const x = axis.xOf(day);
      if (x > part.x) yield `<path d="M${px(x)} ${px(top)}V${px(bottom)}" stroke="#e2e6ec" stroke-width="1"/>\n`;
      yield `<text x="${px(x + 3)}" y="${px(top - 5)}" font-size="10" fill="#6b7280">${name}</text>\n`;
    }
    yield `<path d="M${px(part.x)} ${px(top - 26)}V${px(bottom)}" stroke="#9aa3b0" stroke-width="1"/>\n`;
    for (const y of [top - (hasMonths ? 18 : 8), bottom + 16])
      yield `<text x="${px(part.x + 4)}" y="${px(y)}" font-size="13" font-weight="bold" fill="#111827">${part.year}</text>\n`;
  }
  yield `<path d="M0 ${px(top)}H${px(axis.width)}M0 ${px(bottom)}H${px(axis.width)}" stroke="#9aa3b0" stroke-width="1" fill="none"/>\n`;
}

/** How a status fills its mark: what is said to have happened is full, what one side says is pale, what is not said to have happened is empty. */
function fillOf(status: EdgeStatus): string {
  const { colour } = STATUS_STYLES[status];
  if (status === "confirmed" || status === "asserted") return `fill="${colour}"`;
  return status === "alleged" || status === "disputed" ? `fill="${colour}" fill-opacity="0.3"` : 'fill="#ffffff"';
}

function outlineOf(status: EdgeStatus): string {
  const { colour, dash } = STATUS_STYLES[status];
  return `stroke="${colour}" stroke-width="1.6"${dash === "" || status === "alleged" || status === "disputed" ? "" : ' stroke-dasharray="2.4 1.8"'}`;
}

function mark({ entry, x, end, row }: Placed, tally: WriteTally): string {
  const middle = row * ROW + ROW / 2;
  const isDay = entry.first === entry.last || entry.isReport;
  const diamond = `<path d="M${px(x)} ${px(middle - DOT)}l${DOT} ${DOT}l${-DOT} ${DOT}l${-DOT} ${-DOT}z" ${fillOf(entry.status)} ${outlineOf(entry.status)}/>`;
  const shape = entry.isReport
    ? diamond
    : isDay
      ? `<circle cx="${px(x)}" cy="${px(middle)}" r="${DOT}" ${fillOf(entry.status)} ${outlineOf(entry.status)}/>`
      : `<rect x="${px(x)}" y="${px(middle + 5)}" width="${px(end - x)}" height="4" rx="2" ${fillOf(entry.status)} stroke="${STATUS_STYLES[entry.status].colour}" stroke-width="1.2"/>`;
  const textX = isDay ? x + DOT + 5 : x + 2;
  const textY = isDay ? middle + LABEL * 0.36 : middle + 1;
  const text = `<text x="${px(textX)}" y="${px(textY)}" font-size="${LABEL}" fill="#111827" stroke="#ffffff" stroke-opacity="0.85" stroke-width="2.6" stroke-linejoin="round" paint-order="stroke">${xmlText(textOf(entry), tally)}</text>`;
  return `<g><title>${xmlText(tooltip(entry, tally), tally)}</title>${shape}${text}</g>\n`;
}

function tooltip({ type, status, first, last, isReport, label, events }: Entry, tally: WriteTally): string {
  const lines = events.slice(0, 6).map(({ evidence }) => {
    const [said] = evidence;
    return said === undefined ? "" : `“${pictureText(said.quote, 240, tally)}” (${pictureText(said.document, 80, tally)})`;
  });
  if (events.length > 6) lines.push(`and ${events.length - 6} more`);
  return [
    `${capital(predicateWords(type))}: ${label}`,
    `${STATUS_STYLES[status].name}, ${isReport ? "reported " : ""}${daysText(first, last)}`,
    ...lines,
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function legendRows(entries: readonly Entry[], width: number): readonly string[] {
  const rows: string[] = [];
  let [x, row] = [0, ""];
  const statuses = new Set(entries.map(({ status }) => status));
  const items = [
    ...EDGE_STATUSES.filter((status) => statuses.has(status)).map((status) => ({
      text: STATUS_STYLES[status].name,
      mark: `<circle cx="6" cy="0" r="${DOT}" ${fillOf(status)} ${outlineOf(status)}/>`,
    })),
    ...(entries.some(({ isReport }) => isReport)
      ? [
          {
            text: "date of the report; the text gives none for the event",
            mark: `<path d="M6 ${-DOT}l${DOT} ${DOT}l${-DOT} ${DOT}l${-DOT} ${-DOT}z" fill="#6b7280"/>`,
          },
        ]
      : []),
    {
      text: "a bar is a time of more than a day, or a date that is not known to the day",
      mark: '<rect x="0" y="-2" width="14" height="4" rx="2" fill="#6b7280"/>',
    },
  ];
  for (const { text, mark: symbol } of items) {
    const entryWidth = 20 + textWidth(text, 12) + 22;
    if (x > 0 && x + entryWidth > width) {
      rows.push(row);
      [x, row] = [0, ""];
    }
    row += `<g transform="translate(${px(x)} 0)">${symbol}<text x="20" y="4" font-size="12" fill="#374151">${text}</text></g>`;
    x += entryWidth;
  }
  return [...rows, row];
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const px = (value: number): string => String(Math.round(value * 10) / 10);
