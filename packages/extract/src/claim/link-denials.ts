import type { EventDraft } from "../event/event-draft.ts";
import { EVENT_TYPES, type EventType } from "../ontology.ts";
import type { ClaimDraft } from "./claim-draft.ts";
import { ALLEGATION_NOUNS } from "./cue-table.ts";
import { lemmaOf, lowerOf, type Reading } from "./reading.ts";

/** Words of a denied accusation that name a type of event. */
const DENIED_WORDS: readonly (readonly [RegExp, readonly EventType[]])[] = [
  [
    /^(arms|weapons?|munitions|ammunition|shells|missiles|drones|sales?|shipments?|transfers?|deliver(?:y|ies)|suppl(?:y|ies))$/,
    ["ArmsTransfer", "TechnologyTransfer"],
  ],
  [
    /^(attacks?|strikes?|shelling|bombings?|killings?|involvement|assault|responsibility|incursions?|invasion|raids?|airstrikes?|bombardment|massacre|atrocit(?:y|ies))$/,
    ["Attack"],
  ],
  [/^(troops|soldiers|deployments?|forces|presence)$/, ["Deployment"]],
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
    const deniers = deniersOf(reading, draft);
    if (types.size === 0) {
      const told = accusationBefore(reading, draft, drafts, deniers, events);
      return told.length === 0 ? draft : { ...draft, events: told };
    }
    const denied = events.filter(
      (event) =>
        types.has(event.type) &&
        EVENT_TYPES[event.type].core.some((role) => event.roles[role]?.some((id) => deniers.has(id))) &&
        event.occurrences.some(
          ({ sentence, factuality }) => sentence <= draft.sentence && (factuality.mode === "actual" || factuality.mode === "alleged"),
        ),
    );
    if (denied.length > 0) return { ...draft, events: denied.map(({ id }) => id) };
    const told = accusationBefore(reading, draft, drafts, deniers, events);
    return told.length === 0 ? draft : { ...draft, events: told };
  });
}

/** The speakers of a denial and the states that they belong to or speak for. */
function deniersOf(reading: Reading, draft: ClaimDraft): ReadonlySet<string> {
  const { ids, onBehalfOf } = draft.speaker;
  return new Set([
    ...ids,
    ...ids.flatMap((id) => reading.annotated.entities.get(id)?.country ?? []),
    ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
  ]);
}

/** How many sentences back a bare "the accusation" reaches. */
const REACH = 4;

/**
 * "Moscow rejected the accusation", "Pyongyang disputed that account", "Tehran called the reports baseless": a bare noun for what somebody else has just said.
 * What is denied are the events of the nearest earlier claim by another speaker in which a denier plays a core part.
 */
function accusationBefore(
  reading: Reading,
  denial: ClaimDraft,
  drafts: readonly ClaimDraft[],
  deniers: ReadonlySet<string>,
  events: readonly EventDraft[],
): readonly string[] {
  if (!refersBack(reading, denial)) return [];
  const byId = new Map(events.map((event) => [event.id, event]));
  const at = denial.cue?.first ?? denial.content[0]?.first ?? 0;
  let nearest: readonly string[] = [];
  let distance = Number.POSITIVE_INFINITY;
  for (const other of drafts) {
    const place = other.cue?.first ?? other.content[0]?.first ?? 0;
    if (other === denial || place >= at || at - place >= distance || denial.sentence - other.sentence > REACH) continue;
    if (other.stance === "denies" || other.polarity === "negative" || other.speaker.ids.some((id) => deniers.has(id))) continue;
    // "Ukraine accused Russia of …": whoever is accused is named by the accusation, whatever part the event gives them.
    const accused = /^(accuses|alleges)$/.test(other.stance) && other.about.some((id) => deniers.has(id));
    const told = other.events.filter((id) => {
      const event = byId.get(id);
      return (
        event !== undefined &&
        (accused || EVENT_TYPES[event.type].core.some((role) => event.roles[role]?.some((filler) => deniers.has(filler))))
      );
    });
    if (told.length === 0) continue;
    nearest = told;
    distance = at - place;
  }
  return nearest;
}

/** Nouns for one's part in what is alleged, and for what has just been told. */
const PART_NOUNS: ReadonlySet<string> = new Set([
  "involvement",
  "responsibility",
  "role",
  "wrongdoing",
  "complicity",
  "information",
  "account",
  "story",
  "news",
]);

/** Is what is denied a bare noun for a statement ("the accusation", "these reports", "it"), with nothing said of what it holds? */
function refersBack(reading: Reading, denial: ClaimDraft): boolean {
  for (const range of denial.content) {
    for (let i = range.first; i < Math.min(range.last, range.first + 6); i++) {
      // "denies any involvement", "denied this information", "denied a role"
      if (ALLEGATION_NOUNS.has(lemmaOf(reading, i)) || PART_NOUNS.has(lemmaOf(reading, i)))
        return !/^(of|in|that|about|by|from|for|regarding|over)$/.test(lowerOf(reading, i + 1));
      if (/^(it|this|that)$/.test(lowerOf(reading, i)) && i + 1 >= range.last) return true;
    }
  }
  return false;
}
