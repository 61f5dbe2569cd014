import type { DocumentEntity } from "../annotated-document.ts";
import type { LinkState } from "./link-document.ts";

/**
 * Marks those who lead, or speak for, an armed group with that group: what Hassan Nasrallah threatens Hezbollah will do, not Lebanon. A post that the text
 * gives comes before one of the knowledge base. Cost: linear in entities and relations.
 */
export function markArmedLeaders({ relations, table, context: { knowledge } }: LinkState, entities: Map<string, DocumentEntity>): void {
  const groupOfPost = new Map<string, string>();
  const isGroup = (id: string | undefined): id is string =>
    id !== undefined && (entities.get(id) ?? knowledge.entities.get(id))?.type === "ArmedGroup";
  for (const { type, subject, object } of relations) if (type === "positionIn" && isGroup(object)) groupOfPost.set(subject, object);
  const told = new Map(groupOfPost);
  for (const { type, subject, object } of relations) {
    const group = type === "holdsPosition" ? groupOfPost.get(object) : undefined;
    if (group !== undefined) told.set(subject, group);
  }
  for (const [id, entity] of [...entities]) {
    if (entity.type !== "Person" && entity.type !== "Position") continue;
    const leads = told.get(id) ?? knowledge.entities.get(id)?.positions.findLast(({ org }) => isGroup(org))?.org;
    if (leads === undefined) continue;
    entities.set(id, { ...entity, leads });
    const group = table.known(leads);
    if (group !== undefined && !entities.has(leads)) entities.set(leads, group);
  }
}
