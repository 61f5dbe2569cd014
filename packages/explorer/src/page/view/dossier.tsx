import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useExplorer } from "../explorer-context.ts";
import type { Collection } from "../model/collection.ts";
import { labelOf, words } from "../model/words.ts";
import { ClaimCard } from "./claim-card.tsx";
import { EventCard } from "./event-card.tsx";
import { Quote, Reference, StatusBadge, TypeBadge } from "./reference.tsx";

/** Cards shown before "more" is asked for. */
const PAGE = 12;

/** What was judged of two names in different documents. */
const VERDICTS = { same: "Judged the same as", unsure: "Perhaps the same as", different: "Kept apart from" } as const;

/** All that the documents say about an entity: events with claims for and against, its own claims, posts, neighbours, mentions. */
export function Dossier({ id }: { readonly id: string }): VNode {
  const { collection, go } = useExplorer();
  const facts = useMemo(() => factsAbout(collection, id), [collection, id]);
  const entity = collection.entities.get(id);
  const gathering = collection.events.get(id);
  const close = (): void => go({ entity: undefined });
  if (entity === undefined) {
    return (
      <section class="panel" aria-label="Dossier">
        <PanelHead title={gathering === undefined ? "Unknown entity" : labelOf(collection, id)} onClose={close} />
        {gathering === undefined ? (
          <p>This graph has no entity “{id}”. The link may belong to another graph.</p>
        ) : (
          <EventCard id={id} open />
        )}
      </section>
    );
  }
  const { iso3, wikidata } = entity.attributes ?? {};
  return (
    <section class="panel" aria-label="Dossier">
      <PanelHead title={entity.label} onClose={close} />
      <p class="meta">
        <TypeBadge type={entity.type} />
        {iso3 !== undefined && ` · ${String(iso3)}`}
        {wikidata !== undefined && ` · Wikidata ${String(wikidata)}`}
      </p>
      {(entity.aliases?.length ?? 0) > 0 && (
        <p class="meta" dir="auto">
          Also: {entity.aliases!.slice(0, 8).join(", ")}
          {entity.aliases!.length > 8 && ` and ${entity.aliases!.length - 8} more`}
        </p>
      )}
      {(collection.judgementsOf.get(id) ?? []).map(({ a, b, verdict, reason, rule }) => (
        <p class="judgement" key={`${a} ${b}`}>
          {VERDICTS[verdict]} <Reference id={a === id ? b : a} />:{" "}
          <span class="meta" dir="auto">
            {reason} ({rule})
          </span>
        </p>
      ))}
      <p class="panel-actions">
        <button type="button" onClick={() => go({ view: "path", pathFrom: id, pathTo: undefined })}>
          Paths from here
        </button>
      </p>
      <Section
        title="What is claimed about it"
        items={facts.events}
        render={(event, index) => <EventCard key={event} id={event} open={index < 3} />}
      />
      <Section title="What it says" items={facts.by} render={(placed) => <ClaimCard key={placed.claim.id} placed={placed} />} />
      <Section title="Other claims about it" items={facts.about} render={(placed) => <ClaimCard key={placed.claim.id} placed={placed} />} />
      <Section
        title="Posts and memberships"
        items={facts.relations}
        render={(relation, index) => (
          <article class="event" key={index}>
            <p>
              <Reference id={relation.subject} /> {words(relation.type)} <Reference id={relation.object} />
              {relation.first !== undefined && <span class="meta"> since {relation.first}</span>}
              {relation.last !== undefined && <span class="meta"> until {relation.last}</span>}
            </p>
            {relation.evidence.slice(0, 1).map(({ document, start, end }) => (
              <Quote key={start} document={document} start={start} end={end} />
            ))}
          </article>
        )}
      />
      <Section
        title="Connections"
        items={facts.links}
        render={(link) => (
          <p key={link.id} class="connection">
            <span class="meta">{link.source === id || !link.directed ? words(link.predicate) : `${words(link.predicate)} ←`}</span>{" "}
            <Reference id={link.source === id ? link.target : link.source} /> <StatusBadge status={link.status} />{" "}
            <button type="button" class="small" onClick={() => go({ link: link.id })}>
              evidence
            </button>
          </p>
        )}
      />
      <Section
        title="Mentioned in"
        items={facts.documents}
        render={({ document, mentions, first }) => (
          <p key={document} class="connection">
            <button type="button" class="reference" onClick={() => go({ view: "documents", document, at: first })}>
              <bdi>{labelOf(collection, document)}</bdi>
            </button>{" "}
            <span class="meta">
              {mentions} {mentions === 1 ? "time" : "times"}
            </span>
          </p>
        )}
      />
      {facts.events.length + facts.by.length + facts.about.length + facts.relations.length === 0 && (
        <p class="meta">It is named, but nothing is claimed about it or by it.</p>
      )}
    </section>
  );
}

/** Title and close button of a side panel. */
export function PanelHead({ title, onClose }: { readonly title: string; readonly onClose: () => void }): VNode {
  return (
    <div class="panel-head">
      <h2 dir="auto">{title}</h2>
      <button type="button" class="quiet" aria-label="Close the panel" onClick={onClose}>
        ✕
      </button>
    </div>
  );
}

function Section<Item>({
  title,
  items,
  render,
}: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly render: (item: Item, index: number) => VNode;
}): VNode | null {
  const [shown, setShown] = useState(PAGE);
  if (items.length === 0) return null;
  return (
    <section class="facts">
      <h3>
        {title} <span class="count">{items.length.toLocaleString("en")}</span>
      </h3>
      {items.slice(0, shown).map(render)}
      {items.length > shown && (
        <button type="button" class="small" onClick={() => setShown(shown + 50)}>
          {Math.min(50, items.length - shown)} more
        </button>
      )}
    </section>
  );
}

function factsAbout(collection: Collection, id: string) {
  const events = collection.knowledge.events
    .filter((event) => Object.values(event.roles).some((fillers) => fillers.includes(id)))
    .sort((a, b) => (b.first ?? "").localeCompare(a.first ?? ""))
    .map((event) => event.id);
  const own = new Set(events);
  const by = collection.claims.filter(({ claim }) => claim.speaker.includes(id) || claim.onBehalfOf === id);
  const spoken = new Set(by.map(({ claim }) => claim.id));
  return {
    events,
    by,
    about: collection.claims.filter(
      ({ claim }) => claim.about.includes(id) && !spoken.has(claim.id) && !claim.content.some((event) => own.has(event)),
    ),
    relations: collection.knowledge.relations.filter(({ subject, object }) => subject === id || object === id),
    links: [...(collection.linksByNode.get(id) ?? [])].sort((a, b) => b.edges.length - a.edges.length),
    documents: collection.data.records.flatMap(({ extraction }) => {
      const entity = extraction.entities.find((candidate) => candidate.id === id);
      const [mention] = entity?.mentions ?? [];
      if (entity === undefined || mention === undefined) return [];
      return [{ document: extraction.document.id, mentions: entity.mentions.length, first: { start: mention.start, end: mention.end } }];
    }),
  };
}
