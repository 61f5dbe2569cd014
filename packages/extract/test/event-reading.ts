import { loadEnglish } from "@chancery/nlp";
import { withFirstPerson } from "../src/claim/first-person.ts";
import { introduceSpeakers } from "../src/claim/introduce-speakers.ts";
import { makeDocument } from "../src/document/make-document.ts";
import { annotate } from "../src/entity/annotate.ts";
import type { EventDraft } from "../src/event/event-draft.ts";
import { readEvents } from "../src/event/find-events.ts";
import { loadBundledKnowledgeBase } from "../src/knowledge-base/bundled.ts";

/** An event as tests name it: role → names of the fillers, sorted. */
export interface ReadEvent {
  readonly type: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly mode: string;
  readonly draft: EventDraft;
}

export type EventReader = (text: string, published?: string) => readonly ReadEvent[];

/** Reads events with the shipped model and knowledge base. */
export async function createEventReader(): Promise<EventReader> {
  const [analyzer, knowledgeBase] = await Promise.all([loadEnglish(), loadBundledKnowledgeBase()]);
  return (text, published) => {
    const document = makeDocument(text, published === undefined ? {} : { published });
    const { events, annotated } = readEvents(withFirstPerson(introduceSpeakers(annotate(document, { analyzer, knowledgeBase }))));
    return events.map((draft) => ({
      type: draft.type,
      roles: Object.fromEntries(
        Object.entries(draft.roles).map(([role, ids]) => [role, ids.map((id) => annotated.entities.get(id)?.name ?? id).sort()]),
      ),
      mode: draft.occurrences[0]?.factuality.mode ?? "none",
      draft,
    }));
  };
}
