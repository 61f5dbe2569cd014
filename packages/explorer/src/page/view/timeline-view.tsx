import { EVENT_STATUSES } from "@chancery/extract";
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { dayNumber, isoDay } from "../model/calendar.ts";
import type { Collection } from "../model/collection.ts";
import { amount, describeDates, titleWords, words } from "../model/words.ts";
import { statusColor } from "../picture/palette.ts";
import { EventCard } from "./event-card.tsx";

/** Bars that fit at phone width. */
const MAX_BARS = 60;
/** Event cards that are drawn before "more" is asked for. */
const PAGE = 60;
const HEIGHT = 110;

interface Bar {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Events by date: bars to choose a period, and the events of it in order. */
export function TimelineView(): VNode {
  const { collection, state, go, theme } = useExplorer();
  const [type, setType] = useState("");
  const [shown, setShown] = useState(PAGE);
  const dated = useMemo(() => datedEvents(collection, type), [collection, type]);
  const from = dayNumber(state.from, "first");
  const to = dayNumber(state.to, "last");
  const chosen = useMemo(
    () => dated.filter((event) => (from === undefined || event.last >= from) && (to === undefined || event.first <= to)),
    [dated, from, to],
  );
  // A chosen decade shows its years, a chosen year its months.
  const bars = useMemo(() => makeBars(chosen, from, to), [chosen, from, to]);
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const statuses = EVENT_STATUSES.filter((status) => bars.some(({ counts }) => counts.has(status)));
  const types = [...new Set(collection.knowledge.events.map((event) => event.type))].sort();
  const undated = collection.knowledge.events.filter(
    (event) => event.first === undefined && event.last === undefined && (type === "" || event.type === type),
  );
  return (
    <div class="timeline-view">
      <div class="document-bar">
        <label>
          Event type
          <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
            <option value="">All</option>
            {types.map((name) => (
              <option key={name} value={name}>
                {titleWords(name)}
              </option>
            ))}
          </select>
        </label>
        {(state.from !== undefined || state.to !== undefined) && (
          <button type="button" onClick={() => go({ from: undefined, to: undefined })}>
            All dates
          </button>
        )}
      </div>
      {bars.length === 0 ? (
        <div class="empty">
          <h2>No dated events</h2>
          <p>The documents give no date for any event of this kind. A publication date would place “yesterday” and “last week”.</p>
        </div>
      ) : (
        <ol class="bars" aria-label="Events by period">
          {bars.map((bar) => {
            const pressed = state.from === bar.from && state.to === bar.to;
            return (
              <li key={bar.from}>
                <button
                  type="button"
                  disabled={bar.total === 0}
                  aria-pressed={pressed}
                  onClick={() => go(pressed ? { from: undefined, to: undefined } : { from: bar.from, to: bar.to })}
                >
                  <span class="bar-label">
                    {bar.label}
                    <span class="visually-hidden">: </span>
                  </span>
                  <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                    {stack(bar, most).map(({ status, y, height }) => (
                      <rect key={status} x="0.5" width="9" y={y} height={height} fill={statusColor(status, theme)} />
                    ))}
                  </svg>
                  <b>
                    {bar.total === 0 ? "" : bar.total.toLocaleString("en")}
                    <span class="visually-hidden">{bar.total === 0 ? "no events" : bar.total === 1 ? " event" : " events"}</span>
                  </b>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {statuses.length > 0 && (
        <ul class="legend" aria-label="Colours of the bars">
          {statuses.map((status) => (
            <li key={status}>
              <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                <rect width="10" height="10" fill={statusColor(status, theme)} />
              </svg>
              {words(status)}
            </li>
          ))}
        </ul>
      )}
      <ol class="timeline-list">
        {chosen.slice(0, shown).map(({ id, first, last }) => (
          <li key={id}>
            <time dateTime={isoDay(first)}>{describeDates({ first: isoDay(first), last: isoDay(last) })}</time>
            <EventCard id={id} dated={false} />
          </li>
        ))}
      </ol>
      {chosen.length > shown && (
        <button type="button" onClick={() => setShown(shown + 200)}>
          {Math.min(200, chosen.length - shown)} more
        </button>
      )}
      {undated.length > 0 && (
        <details class="undated">
          <summary>{amount(undated.length, "event", "events")} without a date</summary>
          {undated.slice(0, 100).map(({ id }) => (
            <EventCard key={id} id={id} />
          ))}
        </details>
      )}
    </div>
  );
}

interface DatedEvent {
  readonly id: string;
  readonly status: string;
  readonly first: number;
  readonly last: number;
}

function datedEvents(collection: Collection, type: string): readonly DatedEvent[] {
  return collection.knowledge.events
    .flatMap((event) => {
      const first = dayNumber(event.first ?? event.last, "first");
      const last = dayNumber(event.last ?? event.first, "last");
      return first === undefined || last === undefined || (type !== "" && event.type !== type)
        ? []
        : [{ id: event.id, status: event.status, first, last }];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : 1));
}

/**
 * Months where they fit, else years, else decades; periods without an event are left out at both ends only. What began before a chosen period counts at
 * its beginning.
 */
function makeBars(all: readonly DatedEvent[], from: number | undefined, to: number | undefined): readonly Bar[] {
  const events = all.map((event) => ({ ...event, first: Math.min(Math.max(event.first, from ?? event.first), to ?? Infinity) }));
  events.sort((a, b) => a.first - b.first);
  const [earliest] = events;
  const latest = events.at(-1);
  if (earliest === undefined || latest === undefined) return [];
  const month = (day: number): number => Number(isoDay(day).slice(0, 4)) * 12 + Number(isoDay(day).slice(5, 7)) - 1;
  const months = month(latest.first) - month(earliest.first) + 1;
  const step = months <= MAX_BARS ? 1 : months <= MAX_BARS * 12 ? 12 : 120;
  const start = Math.floor(month(earliest.first) / step);
  const end = Math.floor(month(latest.first) / step);
  const counts = Array.from({ length: end - start + 1 }, () => new Map<string, number>());
  for (const event of events) {
    const bar = counts[Math.floor(month(event.first) / step) - start]!;
    bar.set(event.status, (bar.get(event.status) ?? 0) + 1);
  }
  const iso = (number: number): string =>
    `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  return counts.map((bar, index) => {
    const first = (start + index) * step;
    const from = `${iso(first)}-01`;
    const to = isoDay((dayNumber(`${iso(first + step)}-01`, "first") ?? 0) - 1);
    const label = step === 1 ? iso(first) : step === 12 ? iso(first).slice(0, 4) : `${iso(first).slice(0, 4)}s`;
    return { from, to, label, counts: bar, total: [...bar.values()].reduce((sum, count) => sum + count, 0) };
  });
}

function stack(bar: Bar, most: number): readonly { readonly status: string; readonly y: number; readonly height: number }[] {
  let y = HEIGHT;
  return EVENT_STATUSES.flatMap((status) => (bar.counts.has(status) ? [[status, bar.counts.get(status)!] as const] : [])).map(
    ([status, count]) => {
      // One event among hundreds is still seen.
      const height = Math.max(2, (count / most) * (HEIGHT - 6));
      y -= height;
      return { status, y, height };
    },
  );
}
