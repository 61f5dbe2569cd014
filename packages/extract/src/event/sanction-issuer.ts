import type { DocumentEntity } from "../annotated-document.ts";
import type { Happening } from "./event-coreference.ts";

/** Rows that tell whom a measure takes in, often in the passive or of the measure itself, and leave to the text who took it. */
const LEFT_OUT = /^Sanction\.(?:sanction|designate|designated|include|freeze|add-to-list|ban-entry)$/;
/** Rows that tell who takes a measure. */
const NAMING =
  /^Sanction\.(?:sanction|designate|list-by-name|target|list|freeze|add-to-list|designation|sanctions|untold-target|measures|listed)$/;

/**
 * "Also designated today is Farid Moradi", "The measures also hit a shipping company", in a text that mostly tells what one state does: that state, in the
 * person of the body named last before, unless another state's measures have been told since.
 */
export function withIssuer(happenings: readonly Happening[], entities: ReadonlyMap<string, DocumentEntity>): readonly Happening[] {
  const imposing = happenings.filter(
    ({ type, roles, occurrences }) => type === "Sanction" && roles.actor?.length === 1 && occurrences.some(({ rule }) => NAMING.test(rule)),
  );
  const stateOf = ({ roles }: Happening): string => entities.get(roles.actor?.[0] ?? "")?.country ?? roles.actor?.[0] ?? "";
  const issuer = imposing[0] === undefined ? "" : stateOf(imposing[0]);
  if (imposing.filter((one) => stateOf(one) === issuer).length * 2 < imposing.length || issuer === "") return happenings;
  return happenings.map((happening) => {
    const { type, roles, occurrences } = happening;
    if (type !== "Sanction" || (roles.actor?.length ?? 0) > 0 || !occurrences.every(({ rule }) => LEFT_OUT.test(rule))) return happening;
    // "companies that were sanctioned": a kind of target is whoever's; "The measures also hit a company" is about these measures
    const described = (roles.target ?? []).every((id) => (entities.get(id)?.type ?? "Group") === "Group");
    if (described && !occurrences.every(({ rule, factuality }) => rule === "Sanction.include" && factuality.mode === "actual"))
      return happening;
    const sentence = occurrences[0]?.sentence ?? 0;
    const before = imposing.findLast((other) => (other.occurrences[0]?.sentence ?? 0) <= sentence) ?? imposing[0];
    const actor = before?.roles.actor ?? [];
    const other = before === undefined || stateOf(before) !== issuer || actor.some((id) => roles.target?.includes(id) === true);
    return other ? happening : { ...happening, roles: { ...roles, actor } };
  });
}
