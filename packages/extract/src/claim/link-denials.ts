import type { EventDraft } from "../event/event-draft.ts";
import { EVENT_TYPES, type EventType } from "../ontology.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { lowerOf, type Reading } from "./reading.ts";

/** Words of a denied accusation that name a type of event. */
const DENIED_WORDS: readonly (readonly [RegExp, readonly EventType[]])[] = [
  [/^(arms|weapons?|munitions|ammunition|shells|missiles|drones)$/, ["ArmsTransfer", "TechnologyTransfer"]],
  [/^(attacks?|strikes?|shelling|bombing|killings?|involvement|assault|responsibility)$/, ["Attack"]],
  [/^(troops|soldiers|deployment|forces)$/, ["Deployment"]],
  [/^(violations?|breach|evasion|sanctions)$/, ["Violation"]],
  [/^(tests?|launch|launches)$/, ["WeaponTest"]],
  [/^(hacking|hacks?|cyberattacks?|theft|interference)$/, ["Attack"]],
  [/^(programme|program|enrichment|bomb)$/, ["Buildup"]],
];

/**
 * "Moscow and Pyongyang refuted the accusations of arms transfers": the denied words name no event of their own, but the document tells one of that type in
 * which a denier plays a core part. That event is what is denied (L36).
 */
export function linkDenials(reading: Reading, drafts: readonly ClaimDraft[], events: readonly EventDraft[]): readonly ClaimDraft[] {
  return drafts.map((draft) => {
    if (draft.stance !== "denies" || draft.events.length > 0) return draft;
    const types = new Set<EventType>();
    for (const range of draft.content) {
      for (let i = range.first; i < range.last; i++)
        for (const [words, named] of DENIED_WORDS) if (words.test(lowerOf(reading, i))) for (const type of named) types.add(type);
    }
    if (types.size === 0) return draft;
    const deniers = new Set([
      ...draft.speaker.ids,
      ...draft.speaker.ids.flatMap((id) => reading.annotated.entities.get(id)?.country ?? []),
    ]);
    const denied = events.filter(
      (event) =>
        types.has(event.type) &&
        EVENT_TYPES[event.type].core.some((role) => event.roles[role]?.some((id) => deniers.has(id))) &&
        event.occurrences.some(
          ({ sentence, factuality }) => sentence <= draft.sentence && (factuality.mode === "actual" || factuality.mode === "alleged"),
        ),
    );
    return denied.length === 0 ? draft : { ...draft, events: denied.map(({ id }) => id) };
  });
}
