import type { Happening } from "./event-coreference.ts";
import type { EntityLookup } from "./syntax/filler.ts";

const filled = (happening: Happening, role: string): readonly string[] => happening.roles[role] ?? [];
const mode = (happening: Happening): string => happening.occurrences[0]?.factuality.mode ?? "actual";
const TOLD: ReadonlySet<string> = new Set(["actual", "alleged"]);

/**
 * Blows of which a report no longer says whose they are: where all that it has told of against a country came from one assailant, "ten airstrikes hit the base"
 * in that country is his, too. Nobody is guessed where a second assailant is known there, or where nothing ties the place to a blow told before.
 */
export function withKnownAssailants(happenings: readonly Happening[], entities: EntityLookup): readonly Happening[] {
  const known = new Map<string, Set<string>>();
  const attacks = new Set(happenings.filter((happening) => happening.type === "Attack" && TOLD.has(mode(happening))));
  for (const attack of attacks) {
    const actor = filled(attack, "actor");
    if (actor.length === 0) continue;
    for (const land of landsOf(attack, entities)) {
      const assailants = known.get(land) ?? new Set();
      known.set(land, assailants.add([...actor].sort().join(" ")));
    }
  }
  const complete =
    known.size === 0
      ? happenings
      : happenings.map((happening) => {
          if (!attacks.has(happening) || filled(happening, "actor").length > 0 || filled(happening, "target").length === 0)
            return happening;
          const lands = landsOf(happening, entities);
          const assailants = new Set(lands.flatMap((land) => [...(known.get(land) ?? [])]));
          const [only, second] = assailants;
          if (only === undefined || second !== undefined) return happening;
          const actor = only.split(" ");
          // Nobody strikes his own land, as far as the report says
          if (actor.some((id) => lands.includes(id) || filled(happening, "target").includes(id))) return happening;
          return { ...happening, roles: { actor, ...happening.roles } };
        });
  const first = complete.findIndex((other) => other.type === "Attack" && TOLD.has(mode(other)) && filled(other, "target").length > 0);
  return complete.filter((happening, index) => first < 0 || index <= first || !isDetail(happening));
}

/** "Several buildings were hit", after the attack on the base has been told: what was hit in it, and no other blow. */
const isDetail = (happening: Happening): boolean =>
  happening.occurrences.every(({ rule }) => rule === "Attack.was-hit") &&
  filled(happening, "actor").length === 0 &&
  filled(happening, "place").length === 0;

/** Countries and territories that a blow fell on: those struck, and those where what was struck is. */
function landsOf(attack: Happening, entities: EntityLookup): readonly string[] {
  const lands = new Set<string>();
  for (const id of [...filled(attack, "target"), ...filled(attack, "place")]) {
    const entity = entities.get(id);
    if (entity === undefined) continue;
    if (entity.type === "State" || entity.type === "Territory") {
      lands.add(id);
      // The Gaza Strip is of Palestine, as its towns are; what a state claims as its own is not counted in
      if (entity.country?.startsWith("territory/") === true) lands.add(entity.country);
    } else if (entity.type === "Place" || entity.type === "Facility") lands.add(entity.country ?? id);
  }
  return [...lands];
}
