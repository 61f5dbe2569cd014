import { EVENT_TYPES } from "@chancery/extract";
import type { Knowledge, KnowledgeClaim, KnowledgeEntity, KnowledgeEvent, KnowledgeRelation } from "@chancery/graph";
import { ChanceryError } from "@chancery/rdf";

/** An event the entity has a part in. */
export interface DossierEvent {
  readonly event: KnowledgeEvent;
  /** Roles of the entity in it. */
  readonly roles: readonly string[];
  /** One line: `North Korea suppliesArmsTo Russia …` in words: type, then each role with the labels of its fillers. */
  readonly summary: string;
}

/** All that the documents say about one entity, by whom, with quotes. */
export interface Dossier {
  readonly entity: KnowledgeEntity;
  readonly relations: readonly { readonly relation: KnowledgeRelation; readonly summary: string }[];
  readonly events: readonly DossierEvent[];
  /** Claims about it by others, narration included. */
  readonly claimsAbout: readonly KnowledgeClaim[];
  /** Claims that it made itself, or that were made on its behalf. */
  readonly claimsBy: readonly KnowledgeClaim[];
  /** Labels of every id that the dossier names. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * @throws ChanceryError `graph.unknown-entity`.
 */
export function makeDossier(knowledge: Knowledge, id: string): Dossier {
  const entity = knowledge.entities.find((candidate) => candidate.id === id);
  if (entity === undefined) throw new ChanceryError("graph.unknown-entity", `No entity has the id "${id}".`);
  const labels = labelsOf(knowledge);
  const events = knowledge.events.flatMap((event) => {
    const roles = Object.entries(event.roles).flatMap(([role, fillers]) => (fillers.includes(id) ? [role] : []));
    return roles.length === 0 ? [] : [{ event, roles, summary: describeEvent(event, labels) }];
  });
  const own = new Set(events.map(({ event }) => event.id));
  const by = knowledge.claims.filter((claim) => claim.speakers.includes(id) || claim.onBehalfOf === id);
  const spoken = new Set(by.map((claim) => claim.id));
  return {
    entity,
    relations: knowledge.relations.flatMap((relation) =>
      relation.subject === id || relation.object === id
        ? [
            {
              relation,
              summary: `${labels.get(relation.subject) ?? relation.subject} — ${words(relation.type)} — ${labels.get(relation.object) ?? relation.object}`,
            },
          ]
        : [],
    ),
    events,
    claimsAbout: knowledge.claims.filter(
      (claim) => !spoken.has(claim.id) && (claim.about.includes(id) || claim.events.some((event) => own.has(event))),
    ),
    claimsBy: by,
    labels,
  };
}

/** Labels of entities, documents and events of a graph by id. */
export function labelsOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const labels = new Map<string, string>(knowledge.entities.map(({ id, label }) => [id, label]));
  for (const { id, title } of knowledge.documents) labels.set(id, title ?? id);
  for (const event of knowledge.events) labels.set(event.id, describeEvent(event, labels));
  return labels;
}

/** `ArmsTransfer: supplier North Korea; recipient Russia; item military equipment, ammunition`. */
export function describeEvent(event: Pick<KnowledgeEvent, "type" | "roles" | "quantity">, labels: ReadonlyMap<string, string>): string {
  // As the ontology lists the roles, whatever the order in which a text gave them.
  const order = roleOrder(event.type);
  const roles = Object.entries(event.roles)
    .filter(([, fillers]) => fillers.length > 0)
    .sort(([a], [b]) => order(a) - order(b))
    .map(([role, fillers]) => `${words(role)} ${fillers.map((filler) => labels.get(filler) ?? filler).join(", ")}`);
  return `${words(event.type)}${roles.length === 0 ? "" : `: ${roles.join("; ")}`}${event.quantity === undefined ? "" : ` (${event.quantity})`}`;
}

/** Core roles first; those that all events may have last. */
function roleOrder(type: string): (role: string) => number {
  const known = Object.entries(EVENT_TYPES).find(([name]) => name === type)?.[1];
  const order: readonly string[] = known === undefined ? [] : [...known.core, ...known.roles];
  return (role) => (order.includes(role) ? order.indexOf(role) : order.length);
}

/** `holdsPosition` → `holds position`. */
const words = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
