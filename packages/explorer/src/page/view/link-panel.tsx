import type { VNode } from "preact";
import { useExplorer } from "../explorer-context.ts";
import { describeDates, words } from "../model/words.ts";
import { PanelHead } from "./dossier.tsx";
import { EventCard } from "./event-card.tsx";
import { Quote, Reference, StatusBadge } from "./reference.tsx";

/** The events, claims and quotes behind one line of the picture. */
export function LinkPanel({ id }: { readonly id: string }): VNode {
  const { collection, go } = useExplorer();
  const link = collection.links.find((candidate) => candidate.id === id);
  const close = (): void => go({ link: undefined });
  if (link === undefined) {
    return (
      <section class="panel" aria-label="Evidence">
        <PanelHead title="Unknown connection" onClose={close} />
        <p>This graph has no such connection. The link may belong to another graph.</p>
      </section>
    );
  }
  const events = [...new Set(link.edges.flatMap((edge) => edge.events))];
  return (
    <section class="panel" aria-label="Evidence">
      <PanelHead title={words(link.predicate)} onClose={close} />
      <p>
        <Reference id={link.source} /> {link.directed ? "→" : "–"} <Reference id={link.target} /> <StatusBadge status={link.status} />
      </p>
      {events.map((event) => (
        <EventCard key={event} id={event} open />
      ))}
      {events.length === 0 &&
        link.edges.map((edge) => (
          <article class="event" key={edge.id}>
            <p class="meta">{describeDates(edge)}</p>
            {edge.evidence.map(({ document, start, end }) => (
              <Quote key={`${document} ${start}`} document={document} start={start} end={end} />
            ))}
          </article>
        ))}
    </section>
  );
}
