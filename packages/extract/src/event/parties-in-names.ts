import type { AnnotatedDocument } from "../annotated-document.ts";
import type { Reading } from "./frame/read-frame.ts";
import { neighbour } from "./syntax/sentence-syntax.ts";

/**
 * Names that say whose they are: "the Egyptian-Israeli Peace Treaty was signed" (by Egypt and Israel), "our commitment to the U.S.-Philippine Alliance" (to the
 * Philippines). Only countries that the document also speaks of by those words elsewhere are read out of a name.
 */
export function withPartiesInNames(annotated: AnnotatedDocument, reading: Reading): Reading {
  if (reading.type === "AgreementMade" && (reading.roles.participant?.length ?? 0) === 0) {
    const parties = (reading.roles.agreement ?? []).flatMap((id) => statesIn(annotated, id));
    return parties.length < 2 ? reading : { ...reading, roles: { ...reading.roles, participant: [...new Set(parties)] } };
  }
  if (reading.type === "Meeting") {
    // "the U.S.-GCC Summit": those whom its name joins meet there; people who are named at it are whom they sent
    const parties = [...new Set((reading.roles.forum ?? []).flatMap((id) => statesIn(annotated, id)))];
    // "Biden will host an ASEAN-U.S. Special Summit": a leader who hosts it alone is there for his country
    const host = reading.roles.participant?.length === 1 ? annotated.entities.get(reading.roles.participant[0] ?? "") : undefined;
    const present =
      host?.type === "Person" && parties.includes(host.country ?? "") ? [host.country ?? ""] : (reading.roles.participant ?? []);
    return parties.length > 1 && !isOccasion(reading) && present.every((id) => parties.includes(id))
      ? { ...reading, roles: { ...reading.roles, participant: parties } }
      : reading;
  }
  if (reading.type === "SecurityCommitment") {
    const actors = reading.roles.actor ?? [];
    const recipient = (reading.roles.recipient ?? []).flatMap((id) => {
      const allies = /\b(?:alliance|partnership)\b/i.test(annotated.entities.get(id)?.name ?? "") ? statesIn(annotated, id) : [];
      const others = allies.filter((ally) => !actors.includes(ally));
      return allies.length > 1 && others.length > 0 ? others : [id];
    });
    return { ...reading, roles: { ...reading.roles, recipient: [...new Set(recipient)] } };
  }
  return reading;
}

/** "met for the UK-France Summit", "at the Quad summit": a setting of something else, told there; so is a bare "the Summit". */
function isOccasion({ trigger }: Reading): boolean {
  const { syntax, token, kind } = trigger;
  if (kind !== "noun") return false;
  return syntax.phrases[neighbour(syntax, syntax.at(token), -1)]?.kind === "prep" || !/[-–]/.test(syntax.view.widest(token)?.text ?? "");
}

/** The countries whose names, acronyms or demonyms stand in an entity's name, joined by hyphens. */
function statesIn(annotated: AnnotatedDocument, id: string): readonly string[] {
  const compound = /(?:[\p{L}.]+[-–])+(?:United (?:States|Kingdom)|(?:South|North) Korea|[\p{L}.]+)/u.exec(
    annotated.entities.get(id)?.name ?? "",
  )?.[0];
  if (compound === undefined) return [];
  return compound.split(/[-–]/).flatMap((word) => {
    const mention = annotated.mentions.find(
      ({ text, type, kind }) =>
        (type === "State" || type === "InternationalOrganization") &&
        kind !== "pronoun" &&
        kind !== "nominal" &&
        text.toLowerCase() === word.toLowerCase(),
    );
    return mention === undefined ? [] : [mention.entity];
  });
}
