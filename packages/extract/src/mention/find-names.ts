import { type AcronymDefinition, findAcronyms } from "./acronyms.ts";
import type { MentionContext, MentionDraft } from "./context.ts";
import { gazetteerDrafts } from "./gazetteer.ts";
import { organizationDrafts } from "./organization-names.ts";
import { type PersonSighting, personSightings } from "./person-names.ts";
import { programmeDrafts } from "./programmes.ts";
import { resolutionDrafts } from "./resolutions.ts";
import { selectDrafts } from "./select-drafts.ts";
import { stateBodyDrafts } from "./state-body-names.ts";
import { weaponModelDrafts } from "./weapon-models.ts";

/** Names of a document before they are linked. */
export interface FoundNames {
  readonly drafts: readonly MentionDraft[];
  readonly persons: readonly PersonSighting[];
  readonly acronyms: readonly AcronymDefinition[];
}

/** Gazetteer and name grammar over the pieces of a document; no tags needed. */
export function findNames(context: MentionContext): FoundNames {
  const gazetteer = gazetteerDrafts(context);
  const byStart = new Map(gazetteer.map((draft) => [draft.first, draft]));
  const states = new Map(gazetteer.filter((draft) => isStateName(draft)).map((draft) => [draft.first, draft]));
  const organizations = organizationDrafts(context, states);
  const bodies = stateBodyDrafts(context, states);
  const others = [
    ...gazetteer,
    ...organizations,
    ...bodies,
    ...resolutionDrafts(context),
    ...weaponModelDrafts(context),
    ...programmeDrafts(context),
  ];
  const persons = personSightings(context, byStart).filter(
    (sighting) =>
      !organizations.some(
        (name) => name.first <= sighting.first && name.last >= sighting.last && name.last - name.first > sighting.last - sighting.first,
      ),
  );
  const personDrafts = persons.map(
    (sighting): MentionDraft => ({
      first: sighting.first,
      last: sighting.last,
      type: "Person",
      kind: "name",
      ...(sighting.known === undefined ? { name: sighting.words.join(" ") } : { entity: sighting.known }),
      rule: `person.${sighting.evidence}`,
      confidence: sighting.evidence === "speech" ? 0.7 : 0.9,
      priority: sighting.words.length > 1 ? 2 : 1,
    }),
  );
  const drafts = selectDrafts([...others.filter((draft) => draft.type !== "Person"), ...personDrafts]);
  return { drafts, persons, acronyms: findAcronyms(context, drafts) };
}

function isStateName(draft: MentionDraft): boolean {
  return (
    (draft.type === "State" || draft.type === "Territory") &&
    draft.kind !== "metonym" &&
    draft.readings?.some((reading) => reading.kind === "name" || reading.kind === "acronym" || reading.kind === "demonym") === true
  );
}
