import type { EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";

const TRANSFERS: ReadonlySet<EventType> = new Set<EventType>(["ArmsTransfer", "TechnologyTransfer"]);
/** Rows whose words ask for a receiver, and so leave one out only where it is known: "would provide 14 tanks", "handed over jets". */
const GIVING = /^transfer\.(?:give|sell|ship|pledge)$/;

/**
 * Parties that a report leaves out once it has named them: where all arms that the document has told of go to one receiver, "Poland has pledged 14 tanks" is
 * about that receiver, too; and what somebody buys more of comes from whom he had it before.
 */
export function withKnownParties(happenings: readonly Happening[]): readonly Happening[] {
  const told: Happening[] = [];
  for (const happening of happenings) told.push(TRANSFERS.has(happening.type) ? completed(happening, told) : happening);
  return told;
}

const filled = (happening: Happening, role: string): readonly string[] => happening.roles[role] ?? [];

function completed(happening: Happening, told: readonly Happening[]): Happening {
  const before = told.filter(({ type }) => TRANSFERS.has(type));
  const suppliers = filled(happening, "supplier");
  const recipients = filled(happening, "recipient");
  if (recipients.length === 0 && suppliers.length > 0 && GIVING.test(happening.occurrences[0]?.rule ?? "")) {
    const receivers = before.filter((other) => filled(other, "recipient").length > 0);
    const [first] = receivers.map((other) => filled(other, "recipient"));
    const alone = first?.length === 1 && receivers.every((other) => filled(other, "recipient").join() === first.join());
    if (first && alone && !suppliers.includes(first[0] ?? "")) return { ...happening, roles: { ...happening.roles, recipient: first } };
  }
  if (suppliers.length === 0 && recipients.length > 0) {
    const items = filled(happening, "item");
    const source = before.findLast(
      (other) =>
        filled(other, "supplier").length > 0 &&
        filled(other, "recipient").join() === recipients.join() &&
        items.some((item) => filled(other, "item").includes(item)),
    );
    if (source && items.length > 0) return { ...happening, roles: { ...happening.roles, supplier: filled(source, "supplier") } };
  }
  return happening;
}
