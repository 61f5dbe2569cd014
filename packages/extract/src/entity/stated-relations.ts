import type { Mention } from "../annotated-document.ts";
import { OCCUPATIONS } from "../mention/title-words.ts";
import type { RelationType } from "../ontology.ts";
import type { LinkState } from "./link-document.ts";

const BODY =
  /^(GovernmentBody|InternationalOrganization|MilitaryForce|MediaOrganization|Organization|ResearchOrganization|Company|ArmedGroup)$/;
const STATE = /^(State|Territory)$/;
const PLACE = /^(Place|Facility)$/;
const JOINED =
  /\b(?:signed|signing|ratif\w+|joined|joining|acceded|concluded|is (?:a )?party|are (?:states )?part(?:y|ies)|member of|obligations|committed under)\b/i;

/**
 * Memberships, organs and parties that the text itself states: by possessive or of-phrase ("Iran's Defense Ministry", "the Policy Office of the Ministry"),
 * by category ("NATO member Hungary"), by signature ("since signing the treaty, North Korea and Russia"), by place ("Mosul, Iraq"). Never from a name inside a name.
 */
export function addStatedRelations(state: LinkState): void {
  const { text } = state.context.document;
  const names = state.mentions
    .filter((mention) => mention.kind !== "pronoun" && mention.kind !== "nominal")
    .sort((a, b) => a.start - b.start);
  const seen = new Set(state.relations.map((relation) => `${relation.type} ${relation.subject} ${relation.object}`));
  const add = (type: RelationType, subject: string, object: string, start: number, end: number, rule: string): void => {
    const key = `${type} ${subject} ${object}`;
    if (subject === object || seen.has(key)) return;
    seen.add(key);
    state.relations.push({ type, subject, object, evidence: [{ start, end }], rule });
  };
  const isOrgan = (mention: Mention): boolean => BODY.test(mention.type) && mention.type !== "ArmedGroup" && mention.type !== "Company";
  names.forEach((mention, index) => {
    const next = names[index + 1];
    if (isOrgan(mention)) ownState(state, mention, add);
    if (next === undefined || next.sentence !== mention.sentence) return;
    const gap = text.slice(mention.end, next.start);
    const span = [mention.start, next.end] as const;
    if (BODY.test(mention.type) && BODY.test(next.type)) {
      if (/^ (?:of|under|in|within) (?:the )?$/.test(gap)) add("partOf", mention.entity, next.entity, ...span, "relation.of-phrase");
      else if (/^['’]s? (?:own )?$/.test(gap)) add("partOf", next.entity, mention.entity, ...span, "relation.possessive");
    }
    if (STATE.test(mention.type) && isOrgan(next) && /^['’]s? (?:[a-z-]+ ){0,3}$/.test(gap))
      add("partOf", next.entity, mention.entity, ...span, "relation.possessive");
    if (
      /^(InternationalOrganization|Forum)$/.test(mention.type) &&
      STATE.test(next.type) &&
      /^ (?:member|ally|member state|member country)s? $/.test(gap)
    )
      add("memberOf", next.entity, mention.entity, ...span, "relation.member");
    if (
      /^(State|Territory|Person)$/.test(mention.type) &&
      (BODY.test(next.type) || next.type === "Forum") &&
      /^,? (?:is|was|are|were|became|remains?) (?:a |an |the |also )?(?:[a-z-]+ )?(?:members?|part) of (?:the )?$/.test(gap)
    )
      add("memberOf", mention.entity, next.entity, ...span, "relation.member-of");
    if (
      PLACE.test(mention.type) &&
      (STATE.test(next.type) || next.type === "Place") &&
      next.kind !== "demonym" &&
      /^(?:, | in | in the |, in (?:the )?|, a (?:city|town|village) in (?:[A-Z]\w+ern )?)(?:the )?(?:[a-z-]+ )?(?:province of |city of )?$/.test(
        gap,
      ) &&
      mention.use !== "government"
    )
      add("locatedIn", mention.entity, next.entity, ...span, "relation.place-in");
    if (
      STATE.test(mention.type) &&
      PLACE.test(next.type) &&
      (/^['’]s? (?:[a-z-]+ )?$/.test(gap) || (mention.kind === "demonym" && /^ (?:[a-z]+ ){0,2}(?:of )?$/.test(gap)))
    )
      add("locatedIn", next.entity, mention.entity, ...span, "relation.place-of");
    if (mention.kind === "demonym" && next.type === "Person" && STATE.test(mention.type)) {
      const occupation = gap.trim().split(/\s+/);
      if (occupation.length > 0 && occupation.length <= 2 && OCCUPATIONS.has(occupation.at(-1) ?? ""))
        add("nationalOf", next.entity, mention.entity, ...span, "relation.nationality");
    }
    if (
      mention.type === "Person" &&
      next.kind === "demonym" &&
      STATE.test(next.type) &&
      /^(?: ?\([^)]*\))?,? (?:[^.]{0,60}, )?(?:is|was) an? (?:[a-z-]+ )?$/.test(gap) &&
      /^ (?:[a-z]+|General|Admiral|Colonel)/.test(text.slice(next.end, next.end + 20))
    )
      add("nationalOf", mention.entity, next.entity, ...span, "relation.nationality");
  });
  parties(state, names, add);
}

/** "the Iranian Ministry of Defence": a body whose mention names its state is an organ of it. */
function ownState(
  state: LinkState,
  mention: Mention,
  add: (type: RelationType, subject: string, object: string, start: number, end: number, rule: string) => void,
): void {
  const entity = state.table.entities.get(mention.entity);
  const country = entity?.country;
  const owner = country === undefined ? undefined : state.context.knowledge.entities.get(country);
  if (owner === undefined || entity === undefined || !state.table.entities.has(owner.id)) return;
  const spoken = [owner.name, ...owner.aliases, ...owner.demonyms].some((name) =>
    new RegExp(`^(?:the )?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:['’]s?)? `, "i").test(mention.text),
  );
  if (spoken && state.mentions.some((other) => other.entity === owner.id))
    add("partOf", entity.id, owner.id, mention.start, mention.end, "relation.state-in-name");
}

/** States that a sentence says signed, ratified or concluded an agreement. */
function parties(
  state: LinkState,
  names: readonly Mention[],
  add: (type: RelationType, subject: string, object: string, start: number, end: number, rule: string) => void,
): void {
  const { text } = state.context.document;
  for (const agreement of names) {
    if (agreement.type !== "Agreement") continue;
    const between = /^ (?:[^.;]{0,40})?(?:between|by) /.test(text.slice(agreement.end, agreement.end + 60));
    for (const party of names) {
      if (!STATE.test(party.type) || party.sentence !== agreement.sentence || party.kind === "demonym" || party.use === "place") continue;
      // With "between" the parties stand behind; with a verb, it must stand between the two, or open the phrase that the party follows.
      if (between) {
        if (party.start < agreement.end || party.start - agreement.end > 120) continue;
      } else if (party.end <= agreement.start) {
        const gap = text.slice(party.end, agreement.start);
        if (gap.length > 110 || !JOINED.test(gap)) continue;
      } else {
        const gap = text.slice(agreement.end, party.start);
        if (
          gap.length > 60 ||
          !/^(?: in \d{4})?, /.test(gap) ||
          !JOINED.test(text.slice(Math.max(0, agreement.start - 30), agreement.start))
        )
          continue;
      }
      if (/\b(?:against|on|about|with regard to|from) (?:the )?$/.test(text.slice(Math.max(0, party.start - 24), party.start))) continue;
      const rule = between ? "relation.party-between" : "relation.party-verb";
      add("partyTo", party.entity, agreement.entity, Math.min(party.start, agreement.start), Math.max(party.end, agreement.end), rule);
    }
  }
}
