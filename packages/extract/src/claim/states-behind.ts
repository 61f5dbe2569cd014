import type { Reading } from "./reading.ts";

/** States that an issuer speaks for. */
export function statesOf(reading: Reading, ids: readonly string[]): readonly string[] {
  const states = new Set<string>();
  for (const id of ids) {
    const entity = reading.annotated.entities.get(id);
    if (entity === undefined) continue;
    if (entity.type === "State") states.add(id);
    else if (entity.country !== undefined) states.add(entity.country);
    for (const member of entity.members ?? []) states.add(member);
    for (const relation of reading.annotated.relations) {
      if (relation.subject !== id) continue;
      const object = reading.annotated.entities.get(relation.object);
      if (relation.type === "positionIn" && object?.type === "InternationalOrganization") states.add(object.id);
      for (const place of reading.annotated.relations) {
        const body = reading.annotated.entities.get(place.object);
        if (
          relation.type === "holdsPosition" &&
          place.type === "positionIn" &&
          place.subject === relation.object &&
          body?.type === "InternationalOrganization"
        )
          states.add(body.id);
      }
      if (object?.country !== undefined) states.add(object.country);
      else if (object?.type === "State") states.add(object.id);
    }
  }
  return [...states];
}
