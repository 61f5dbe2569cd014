import type { ComponentChildren, VNode } from "preact";
import { useExplorer } from "../explorer-context.ts";
import { labelOf, oneLine, titleWords, words } from "../model/words.ts";
import { typeColor } from "../picture/palette.ts";

/** A name that opens what it names: an entity's dossier or a document. */
export function Reference({ id, children }: { readonly id: string; readonly children?: ComponentChildren }): VNode {
  const { collection, go } = useExplorer();
  const label = labelOf(collection, id);
  if (collection.entities.has(id)) {
    return (
      <button type="button" class="reference" onClick={() => go({ view: "graph", entity: id, link: undefined })}>
        <bdi>{children ?? label}</bdi>
      </button>
    );
  }
  if (collection.records.has(id)) {
    return (
      <button type="button" class="reference" onClick={() => go({ view: "documents", document: id, at: undefined })}>
        <bdi>{children ?? label}</bdi>
      </button>
    );
  }
  return <bdi>{children ?? label}</bdi>;
}

/** Several names, with commas. */
export function References({ ids }: { readonly ids: readonly string[] }): VNode {
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Reference id={id} />
        </span>
      ))}
    </>
  );
}

/** Longest quote that a card shows; the document has the rest. */
const QUOTE_LENGTH = 320;

/** Words of a document that lead to their place in it. */
export function Quote({ document, start, end }: { readonly document: string; readonly start: number; readonly end: number }): VNode | null {
  const { collection, go } = useExplorer();
  const record = collection.records.get(document);
  if (record === undefined) return null;
  const quote = oneLine(record.text.slice(start, end));
  const title = record.extraction.document.title ?? document;
  return (
    <button
      type="button"
      class="quote"
      title={`Show in “${title}”`}
      onClick={() => go({ view: "documents", document, at: { start, end } })}
    >
      <q dir="auto">{quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH - 1)}…` : quote}</q>
      <cite dir="auto">{title}</cite>
    </button>
  );
}

/** The status of an event or edge. */
export function StatusBadge({ status }: { readonly status: string }): VNode {
  return <span class={`badge status-${status}`}>{words(status)}</span>;
}

/** The type of an entity with its colour. */
export function TypeBadge({ type }: { readonly type: string }): VNode {
  const { theme } = useExplorer();
  return (
    <span class="type">
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="5" fill={typeColor(type, theme)} />
      </svg>
      {titleWords(type)}
    </span>
  );
}
