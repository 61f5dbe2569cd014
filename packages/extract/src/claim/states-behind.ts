import type { Reading } from "./reading.ts";

/** States that issuers speak for, and the organisations that they serve. Cost: linear in the relations for each issuer. */
export function statesOf(reading: Reading, ids: readonly string[]): readonly string[] {
  const { entities, relations } = reading.annotated;
  const states = new Set<string>();
  for (const id of ids) {
    const entity = entities.get(id);
    if (entity === undefined) continue;
    if (entity.type === "State") states.add(id);
    else if (entity.country !== undefined) states.add(entity.country);
    for (const member of entity.members ?? []) states.add(member);
    const own = relations.filter(({ subject }) => subject === id);
    const posts = new Set(own.filter(({ type }) => type === "holdsPosition").map(({ object }) => object));
    for (const { type, subject, object } of relations) {
      const body = entities.get(object);
      if (type === "positionIn" && (subject === id || posts.has(subject)) && body?.type === "InternationalOrganization") states.add(object);
      if (subject !== id) continue;
      if (body?.country !== undefined) states.add(body.country);
      else if (body?.type === "State") states.add(body.id);
    }
  }
  return [...states];
}
