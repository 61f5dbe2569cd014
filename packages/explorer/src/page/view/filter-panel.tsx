import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import { dayNumber, isoDay } from "../model/calendar.ts";
import type { Collection } from "../model/collection.ts";
import { DEFAULT_STATE } from "../model/view-state.ts";
import { labelOf, titleWords, words } from "../model/words.ts";
import { statusColor, typeColor } from "../picture/palette.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly color?: string;
  /** Lines of the picture have the colour, not its nodes. */
  readonly line?: boolean;
}

/** What is shown: by entity type, status, predicate, source document, date. */
export function FilterPanel(): VNode {
  const { collection, state, go, theme } = useExplorer();
  const counts = useMemo(() => countChoices(collection), [collection]);
  const hide = (list: readonly string[], value: string, shown: boolean): readonly string[] =>
    shown ? list.filter((item) => item !== value) : [...list, value];
  return (
    <div class="filter-body">
      <DateSlider />
      <Choices
        title="Entity types"
        choices={counts.types.map((choice) => ({ ...choice, label: titleWords(choice.value), color: typeColor(choice.value, theme) }))}
        shown={(value) => !state.hiddenTypes.includes(value)}
        onChange={(value, shown) => go({ hiddenTypes: hide(state.hiddenTypes, value, shown) })}
        onAll={(shown) => go({ hiddenTypes: shown ? [] : counts.types.map(({ value }) => value) })}
      />
      <Choices
        title="Status"
        choices={counts.statuses.map((choice) => ({
          ...choice,
          label: words(choice.value),
          color: statusColor(choice.value, theme),
          line: true,
        }))}
        shown={(value) => !state.hiddenStatuses.includes(value)}
        onChange={(value, shown) => go({ hiddenStatuses: hide(state.hiddenStatuses, value, shown) })}
        onAll={(shown) => go({ hiddenStatuses: shown ? [] : counts.statuses.map(({ value }) => value) })}
      />
      <Choices
        title="Connections"
        choices={counts.predicates.map((choice) => ({ ...choice, label: words(choice.value) }))}
        shown={(value) => !state.hiddenPredicates.includes(value)}
        onChange={(value, shown) => go({ hiddenPredicates: hide(state.hiddenPredicates, value, shown) })}
        onAll={(shown) => go({ hiddenPredicates: shown ? [] : counts.predicates.map(({ value }) => value) })}
      />
      <Choices
        title="Documents"
        choices={counts.documents.map((choice) => ({ ...choice, label: labelOf(collection, choice.value) }))}
        shown={(value) => state.sources.length === 0 || state.sources.includes(value)}
        onChange={(value, shown) => {
          const all = counts.documents.map((choice) => choice.value);
          const chosen = state.sources.length === 0 ? all : state.sources;
          const next = shown ? [...chosen, value] : chosen.filter((item) => item !== value);
          go({ sources: next.length === all.length ? [] : next });
        }}
        onAll={() => go({ sources: [] })}
        only={(value) => go({ sources: [value] })}
      />
      <button
        type="button"
        onClick={() => {
          const { hiddenTypes, hiddenStatuses, hiddenPredicates, sources } = DEFAULT_STATE;
          go({ hiddenTypes, hiddenStatuses, hiddenPredicates, sources, from: undefined, to: undefined });
        }}
      >
        Reset filters
      </button>
    </div>
  );
}

function Choices({
  title,
  choices,
  shown,
  onChange,
  onAll,
  only,
}: {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly shown: (value: string) => boolean;
  readonly onChange: (value: string, shown: boolean) => void;
  readonly onAll: (shown: boolean) => void;
  /** Where one of many is wanted rather than all but some. */
  readonly only?: (value: string) => void;
}): VNode | null {
  if (choices.length === 0) return null;
  const all = choices.every(({ value }) => shown(value));
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      <button
        type="button"
        class="small"
        aria-label={`${title}: show ${all && only === undefined ? "none" : "all"}`}
        onClick={() => onAll(!all)}
      >
        {all && only === undefined ? "none" : "all"}
      </button>
      <ul>
        {choices.map(({ value, label, count, color, line }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={shown(value)} onChange={(event) => onChange(value, event.currentTarget.checked)} />
              {color !== undefined && (
                <svg viewBox="0 0 10 10" width={line === true ? 16 : 10} height="10" preserveAspectRatio="none" aria-hidden="true">
                  {line === true ? <rect x="0" y="3.5" width="10" height="3" fill={color} /> : <circle cx="5" cy="5" r="5" fill={color} />}
                </svg>
              )}
              <span dir="auto" class="choice-label">
                {label}
              </span>
              <span class="count">{count.toLocaleString("en")}</span>
            </label>
            {only !== undefined && choices.length > 1 && (
              <button type="button" class="small" aria-label={`Only ${label}`} onClick={() => only(value)}>
                only
              </button>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Two sliders for the first and last day; undated connections are left out once one is moved. */
function DateSlider(): VNode | null {
  const { collection, state, go } = useExplorer();
  const { span } = collection;
  const first = dayNumber(span?.first, "first");
  const last = dayNumber(span?.last, "last");
  if (first === undefined || last === undefined || first === last) return null;
  const from = Math.max(first, dayNumber(state.from, "first") ?? first);
  const to = Math.min(last, dayNumber(state.to, "last") ?? last);
  const move = (nextFrom: number, nextTo: number): void =>
    go({ from: nextFrom <= first ? undefined : isoDay(nextFrom), to: nextTo >= last ? undefined : isoDay(nextTo) });
  const moved = state.from !== undefined || state.to !== undefined;
  return (
    <fieldset class="dates">
      <legend>Dates</legend>
      <label>
        <span>From</span>
        <input
          type="range"
          min={first}
          max={last}
          value={from}
          aria-valuetext={isoDay(from)}
          onInput={(event) => move(Math.min(Number(event.currentTarget.value), to), to)}
        />
        <output>{isoDay(from)}</output>
      </label>
      <label>
        <span>To</span>
        <input
          type="range"
          min={first}
          max={last}
          value={to}
          aria-valuetext={isoDay(to)}
          onInput={(event) => move(from, Math.max(Number(event.currentTarget.value), from))}
        />
        <output>{isoDay(to)}</output>
      </label>
      {moved && <p class="meta">Undated connections are left out.</p>}
    </fieldset>
  );
}

function countChoices(collection: Collection): Readonly<Record<"types" | "statuses" | "predicates" | "documents", readonly Choice[]>> {
  const tally = (values: Iterable<string>): readonly Choice[] => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, count]) => ({ value, label: value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    types: tally(collection.graph.nodes.map(({ type }) => type)),
    statuses: tally(collection.links.map(({ status }) => status)),
    predicates: tally(collection.links.map(({ predicate }) => predicate)),
    documents: tally(collection.graph.edges.flatMap(({ documents }) => documents)),
  };
}
