import type { AnnotatedDocument } from "../annotated-document.ts";
import type { Reading } from "./frame/read-frame.ts";
import { fillersOf } from "./syntax/filler.ts";

/**
 * "spoke by telephone with Sharif and with Jaishankar": one talks to one person at a time on the telephone, so that each of those spoken with makes a
 * conversation of its own. Meetings in one room are left as they are.
 */
export function separateCalls(annotated: AnnotatedDocument, reading: Reading): readonly Reading[] {
  if (!CONVERSATIONS.has(reading.frame.rule)) return [reading];
  const present = reading.roles.participant ?? [];
  const addressed = new Set(
    reading.trigger.arguments
      .filter(({ slot, provenance }) => (slot === "with" || slot === "to" || slot === "theme") && provenance !== "clause")
      .flatMap(({ head }) => fillersOf(reading.trigger.syntax, annotated.entities, head).map(({ entity }) => entity.id)),
  );
  const others = present.filter((id) => addressed.has(id));
  const speakers = present.filter((id) => !addressed.has(id));
  const persons = others.every((id) => annotated.entities.get(id)?.type === "Person");
  if (others.length < 2 || speakers.length !== 1 || !persons) return [reading];
  return others.map((other) => ({ ...reading, roles: { ...reading.roles, participant: [...speakers, other] } }));
}

const CONVERSATIONS = new Set(["Meeting.speak", "Meeting.discuss-with", "Meeting.phone"]);
