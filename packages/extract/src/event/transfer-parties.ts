import type { EventType } from "../ontology.ts";
import type { Happening } from "./event-coreference.ts";

const TRANSFERS: ReadonlySet<EventType> = new Set<EventType>(["ArmsTransfer", "TechnologyTransfer"]);
/** Rows whose words ask for a receiver, and so leave one out only where it is known: "would provide 14 tanks", "handed over jets". */
const GIVING = /^transfer\.(?:give|sell|ship|pledge)$/;

/**
 * Parties that a report leaves out once it has named them: where all arms that the document has told of go to one receiver, "Poland has pledged 14 tanks" is
 * about that receiver, too; what somebody buys more of comes from whom he had it before; and sanctions without a target are on those told before.
 */
export function withKnownParties(happenings: readonly Happening[]): readonly Happening[] {
  const told: Happening[] = [];
  for (const happening of happenings) {
    if (happening.type === "Sanction" && filled(happening, "target").length === 0) {
      const aimed = sanctionedBefore(happening, told);
      if (aimed) told.push(aimed);
    } else if (happening.type === "WeaponTest" && filled(happening, "actor").length === 0) {
      told.push(testedBefore(happening, happenings));
    } else if (!isForbiddenTrade(happening, happenings)) told.push(TRANSFERS.has(happening.type) ? completed(happening, told) : happening);
  }
  return told;
}

/** "On Tuesday the test-firing of cannon was conducted": where a report tells of one state's tests alone, by that state. */
function testedBefore(happening: Happening, all: readonly Happening[]): Happening {
  const testers = new Set(all.filter(({ type }) => type === "WeaponTest").flatMap((other) => filled(other, "actor")));
  return testers.size === 1 ? { ...happening, roles: { ...happening.roles, actor: [...testers] } } : happening;
}

/** Rows of nouns: trade as such. */
const TRADE = /^transfer\.(?:sale|transfer|flow|trade)$/;

/** "an embargo on arms exports to Turkey": the trade is what the measure is about, and nobody is said to carry it on. */
function isForbiddenTrade(happening: Happening, all: readonly Happening[]): boolean {
  const recipients = filled(happening, "recipient");
  const [told] = happening.occurrences;
  if (!TRANSFERS.has(happening.type) || !told || !TRADE.test(told.rule) || recipients.length === 0) return false;
  if (filled(happening, "supplier").length > 0) return false;
  return all.some(
    (other) =>
      other.type === "Sanction" &&
      other.occurrences[0]?.sentence === told.sentence &&
      recipients.every((id) => filled(other, "target").includes(id)),
  );
}

/** Sentences over which a report goes on about those whom it has told to be sanctioned. */
const SANCTION_REACH = 3;

/** "Japan also announced sanctions": on whoever has just been told to be under them; undefined where nobody was. */
function sanctionedBefore(happening: Happening, told: readonly Happening[]): Happening | undefined {
  const sentence = happening.occurrences[0]?.sentence ?? 0;
  const before = told.findLast(({ type }) => type === "Sanction");
  const target = before === undefined ? [] : filled(before, "target");
  const near = before?.occurrences.some((occurrence) => sentence - occurrence.sentence <= SANCTION_REACH) === true;
  const actor = filled(happening, "actor");
  if (target.length === 0 || !near || target.some((id) => actor.includes(id))) return undefined;
  return { ...happening, roles: { ...happening.roles, target } };
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
    // "was terminated, after which both ships were resold to Egypt": where one party alone has been told to hand anything over
    const givers = before.map((other) => filled(other, "supplier")).filter((ids) => ids.length > 0);
    const [giver] = givers;
    const only = giver?.length === 1 && givers.every((ids) => ids.join() === giver.join()) && !recipients.includes(giver[0] ?? "");
    if (giver && only && GIVING.test(happening.occurrences[0]?.rule ?? ""))
      return { ...happening, roles: { ...happening.roles, supplier: giver } };
  }
  return happening;
}
