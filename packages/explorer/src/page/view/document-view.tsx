import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import type { PageRecord } from "../model/embedded-data.ts";
import { type Annotation, type AnnotationKind, annotationsOf, type Segment, segmentText } from "../model/text-segments.ts";
import { labelOf } from "../model/words.ts";
import { typeColor } from "../picture/palette.ts";
import { Explanation } from "./explanation.tsx";

const LAYERS: readonly { readonly kind: AnnotationKind; readonly label: string }[] = [
  { kind: "claim", label: "Claims" },
  { kind: "event", label: "Events" },
  { kind: "mention", label: "Mentions" },
  { kind: "relation", label: "Relations" },
  { kind: "conflict", label: "Conflicts" },
];

/** A document's raw text with all that was found in it. */
export function DocumentView(): VNode {
  const { collection, state, go } = useExplorer();
  const ids = [...collection.records.keys()].sort();
  const chosen = state.document ?? ids[0];
  const record = chosen === undefined ? undefined : collection.records.get(chosen);
  return (
    <div class="document-view">
      <div class="document-bar">
        <label>
          Document
          <select
            value={record === undefined ? "" : chosen}
            onChange={(event) => go({ document: event.currentTarget.value, at: undefined })}
          >
            {record === undefined && <option value="">Choose a document</option>}
            {ids.map((id) => (
              <option key={id} value={id}>
                {labelOf(collection, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {record === undefined ? (
        <div class="empty">
          <h2>No such document</h2>
          <p>This graph has no document “{chosen}”. The link may belong to another graph.</p>
        </div>
      ) : (
        <DocumentText key={chosen} record={record} />
      )}
    </div>
  );
}

function DocumentText({ record }: { readonly record: PageRecord }): VNode {
  const { state } = useExplorer();
  const [layers, setLayers] = useState<ReadonlySet<AnnotationKind>>(
    () => new Set<AnnotationKind>(["claim", "event", "mention", "conflict", "cue", "region"]),
  );
  const [under, setUnder] = useState<readonly Annotation[]>([]);
  const [pinned, setPinned] = useState(false);
  const text = useRef<HTMLElement>(null);
  const placed = useMemo(() => annotationsOf(record), [record]);
  const segments = useMemo(() => {
    const shown = placed.filter(({ annotation }) => layers.has(annotation.kind));
    const at = state.at;
    const focus = at !== undefined && at.start < at.end && at.end <= record.text.length ? at : undefined;
    return { focus, list: segmentText(record.text, focus === undefined ? shown : withBounds(shown, focus)) };
  }, [placed, layers, record, state.at]);

  useEffect(() => {
    const { focus } = segments;
    if (focus === undefined) return;
    const target = text.current?.querySelector<HTMLElement>(".pointed");
    target?.scrollIntoView({ block: "center" });
    setUnder(
      placed
        .filter(
          ({ start, end }) => start < focus.end && end > focus.start && (start === focus.start || end - start <= focus.end - focus.start),
        )
        .map(({ annotation }) => annotation)
        .slice(0, 12),
    );
    setPinned(true);
  }, [state.at, record]);

  const { document } = record.extraction;
  const counts = useMemo(() => {
    const keys = new Map<AnnotationKind, Set<string>>();
    for (const { annotation } of placed) keys.set(annotation.kind, (keys.get(annotation.kind) ?? new Set()).add(annotation.key));
    return keys;
  }, [placed]);
  return (
    <>
      <p class="meta document-facts">
        {[document.published, document.source, document.id].filter((part) => part !== undefined).join(" · ")}
      </p>
      <fieldset class="layers">
        <legend class="visually-hidden">Layers</legend>
        {LAYERS.map(({ kind, label }) => (
          <label key={kind} class={`layer layer-${kind}`}>
            <input
              type="checkbox"
              checked={layers.has(kind)}
              onChange={(event) => {
                const next = new Set(layers);
                if (event.currentTarget.checked) next.add(kind);
                else next.delete(kind);
                setLayers(next);
              }}
            />
            {label} <span class="count">{counts.get(kind)?.size ?? 0}</span>
          </label>
        ))}
      </fieldset>
      <div class="document-columns">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text must scroll by keyboard */}
        <section class="document-text" ref={text} dir="auto" tabIndex={0} aria-label="Text with highlights">
          {record.text === "" ? (
            <p class="meta">The document is empty.</p>
          ) : (
            segments.list.map((segment) => (
              <SegmentText
                key={segment.start}
                segment={segment}
                pointed={segments.focus !== undefined && segment.start >= segments.focus.start && segment.end <= segments.focus.end}
                onUnder={(annotations, pin) => {
                  if (pinned && !pin) return;
                  setUnder(annotations);
                  setPinned(pin);
                }}
              />
            ))
          )}
        </section>
        <aside class="panel explanations" aria-label="Explanation">
          <div class="panel-head">
            <h2>{pinned ? "Selected words" : "What the words mean"}</h2>
            {pinned && (
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  setPinned(false);
                  setUnder([]);
                }}
              >
                Let go
              </button>
            )}
          </div>
          <div aria-live="polite">
            {under.length === 0 && pinned ? (
              <p class="meta">Nothing was read from these words alone. Let go to point at others.</p>
            ) : under.length === 0 ? (
              <p class="meta">
                Point at marked words or tap them, or step through them with Tab, to see what they were read as and why. A click keeps them.
              </p>
            ) : (
              under.map((annotation, index) => <Explanation key={`${annotation.key} ${index}`} annotation={annotation} />)
            )}
          </div>
        </aside>
      </div>
    </>
  );
}

/** Cuts at the bounds of the place that is pointed at, too, by an annotation that shows nothing. */
function withBounds(
  placed: ReturnType<typeof annotationsOf>,
  at: { readonly start: number; readonly end: number },
): ReturnType<typeof annotationsOf> {
  const marker = { ...at, annotation: { kind: "region", key: "pointed", region: { kind: "body", ...at } } as const };
  return [...placed, marker].sort((a, b) => a.start - b.start || b.end - a.end);
}

function SegmentText({
  segment,
  pointed,
  onUnder,
}: {
  readonly segment: Segment;
  readonly pointed: boolean;
  readonly onUnder: (annotations: readonly Annotation[], pin: boolean) => void;
}): VNode {
  const { theme } = useExplorer();
  const annotations = segment.annotations.filter(({ key }) => key !== "pointed");
  const kinds = new Set(annotations.map(({ kind }) => kind));
  const mention = annotations.find((annotation) => annotation.kind === "mention");
  const classes = [...kinds].map((kind) => `mark-${kind}`);
  if (pointed) classes.push("pointed");
  if (annotations.length === 0) return <span class={pointed ? "pointed" : undefined}>{segment.text}</span>;
  const explain = [...annotations].reverse();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: where it can be used it has the role; a button element would not wrap with the text
    <span
      class={classes.join(" ")}
      style={mention === undefined ? undefined : { "--mark": typeColor(mention.entity.type, theme) }}
      data-start={segment.start}
      role={segment.begins && segment.text.trim() !== "" ? "button" : undefined}
      tabIndex={segment.begins && segment.text.trim() !== "" ? 0 : undefined}
      onMouseEnter={() => onUnder(explain, false)}
      onFocus={() => onUnder(explain, false)}
      onClick={() => onUnder(explain, true)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onUnder(explain, true);
      }}
    >
      {segment.text}
    </span>
  );
}
