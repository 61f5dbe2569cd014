import type { Mention } from "../annotated-document.ts";
import { BODY, coordinatedFrom, coordinatedUpTo, type RelationReading, STATE } from "./relation-reading.ts";

const AUXILIARY = String.raw`(?: \([^)]{2,20}\))?,?(?: (?:who|which|has|have|had|also|recently|formally|already|both|all|each|later|then|first|long|duly|since|officially|jointly|have|is|are|was|were|became|becomes|remains?|remained|been|now|itself|still|an?|the|long-standing|original))*`;
const VERB =
  "(?:signed(?: on to)?|signs|ratified|ratifies|joined|joins|acceded to|concluded|entered into|signator(?:y|ies) (?:to|of)|(?:state |states |high contracting )?part(?:y|ies) to|bound by|committed (?:under|to its obligations under))";
const POSSESSIVE_NOUN =
  "(?:signing of|signature (?:of|to)|ratification of|accession to|conclusion of|(?:[a-z-]+ ){0,3}(?:obligations|commitments|undertakings)(?: [a-z]+)? under)";
const OWN_OBLIGATIONS = String.raw`(?:[a-z]+ ){0,4}?(?:compl(?:y|ies|ied)|violat\w+|breach\w*|fulfil\w*|honou?r\w*|meet|met|abid\w+|in [a-z-]+)(?: [a-z]+)? (?:with |by |of )?its (?:[a-z-]+ ){0,3}(?:obligations|commitments) under`;
const ARTICLES = `(?: (?:the|a|an|its|their|this|that|new|bilateral|landmark|so-called|[a-z]+-year))*(?: ["“]?)?`;
/** By which somebody becomes or is a party: all that stands between the party and the agreement. A second verb may be joined by "and has". */
const BINDS = new RegExp(
  `^(?:(?:[^.;:]{0,90} and (?:has|have|had)(?: also)?|${AUXILIARY}) ${VERB}|(?:['’]s?| governments['’]| countries['’]) ${POSSESSIVE_NOUN}|(?:['’]s?)? ${OWN_OBLIGATIONS})${ARTICLES} ?$`,
);
/** "After signing the treaty, …": the party is the subject behind. */
const OPENING = new RegExp(
  String.raw`\b(?:signing|ratifying|joining|concluding|acceding to|having signed|having ratified)${ARTICLES} ?$`,
  "i",
);
/** What turns the sentence into a wish, a denial or a demand. */
const UNREAL =
  /\b(?:not|never|n't|n’t|nor|neither|no|refus\w+|declin\w+|fail\w+ to|yet to|would|could|may|might|should|must|want\w*|wish\w*|plan\w*|hop(?:e|es|ed|ing)|intend\w*|intention|urg\w+|call\w* (?:on|upon|for)|ask\w*|demand\w*|if|whether|consider\w*|propos\w+|prepar\w+|will|to (?:sign|ratify|join|conclude|accede)|withdr[ae]w\w*|withdrawal|leav(?:e|es|ing)|left|quit|negotiat\w+|talks on|encourag\w+|invit\w+|oppos\w+|reject\w*|non-part(?:y|ies)|outside)\b/i;
/** Between an agreement and its parties: "between", "by", "with", a year or footnote mark before them. */
const BETWEEN =
  /^(?: \d{1,4}| \(\d{4}\)| of \d{4}| in \d{4}| \([^)]{2,20}\))?,? (?:signed |concluded |reached |agreed |made |entered into )?(?:in (?:[A-Z][a-z]+ )?\d{4} )?(?:between|by) (?:the |both )?$/;
const CONCLUDED_WITH =
  /^,? (?:that|which) (?:it |they |he |she )?(?:has |have |had )?(?:signed|concluded|reached|made|entered into|negotiated|agreed)(?: in \d{4})?(?: with (?:the )?)?$/;

/** States and bodies that a sentence says signed, ratified, concluded or are bound by an agreement. */
export function addParties(reading: RelationReading): void {
  const binders = new Map<number, Mention[]>();
  for (const mention of reading.mentions) {
    if (!canBind(mention)) continue;
    const here = binders.get(mention.sentence);
    if (here === undefined) binders.set(mention.sentence, [mention]);
    else here.push(mention);
  }
  for (const agreement of reading.mentions) {
    if (agreement.type !== "Agreement" || agreement.kind === "pronoun") continue;
    const sentence = binders.get(agreement.sentence) ?? [];
    const add = (party: Mention, rule: string): void => {
      for (const entity of partiesOf(reading, party)) reading.add("partyTo", entity, agreement.entity, party, agreement, rule);
    };
    for (const party of sentence) {
      if (party.start >= agreement.end) {
        if (BETWEEN.test(reading.text.slice(agreement.end, party.start)) && STATE.test(party.type))
          for (const one of partiesFrom(reading, party)) add(one, "relation.party-between");
        concludedWith(reading, agreement, party, add);
        // "Since signing the treaty, North Korea and Russia have …": the main clause's subject behind the participle.
        const gap = reading.text.slice(agreement.end, party.start);
        const opening = before(reading, agreement, 60);
        if (gap.length < 60 && /^(?: in (?:[A-Z][a-z]+ )?\d{4})?, (?:the )?$/.test(gap) && OPENING.test(opening))
          for (const one of partiesFrom(reading, party)) add(one, "relation.party-verb");
      } else {
        const gap = reading.text.slice(party.end, agreement.start);
        if (gap.length > 110 || /[;:]|\. /.test(gap) || !BINDS.test(gap) || UNREAL.test(gap)) continue;
        if (isAskedToOrObject(reading, party) || UNREAL.test(lastWords(reading.text.slice(Math.max(0, party.start - 30), party.start))))
          continue;
        for (const one of partiesUpTo(reading, party)) add(one, "relation.party-verb");
      }
    }
    ourObligations(reading, agreement);
  }
}

const before = ({ text }: RelationReading, mention: Mention, characters: number): string =>
  text.slice(Math.max(0, mention.start - characters), mention.start);
const lastWords = (text: string): string => text.replace(/^\S*\s/, "").replace(/^.*[.,;:]\s/, "");

/** Who can be bound: a state, a body, or a group with members; not an adjective, nor a place. */
function canBind(mention: Mention): boolean {
  return (
    mention.use !== "place" &&
    mention.kind !== "demonym" &&
    (STATE.test(mention.type) || mention.type === "Group" || BODY.test(mention.type))
  );
}

/** "warned against Russia signing …": the party must not be what another act is about. */
const isAskedToOrObject = (reading: RelationReading, party: Mention): boolean =>
  /\b(?:against|on|about|with regard to|from|for|of) (?:the )?$/.test(before(reading, party, 24));

/** A group stands for its members; persons for their states. */
function partiesOf({ state }: RelationReading, party: Mention): readonly string[] {
  if (party.type !== "Group") return [party.entity];
  const members = state.table.entities.get(party.entity)?.members ?? [];
  return members.flatMap((id) => {
    const type = state.table.entities.get(id)?.type ?? state.context.knowledge.entities.get(id)?.type;
    if (type !== "Person") return type !== undefined && STATE.test(type) ? [id] : [];
    const country = state.context.knowledge.entities.get(id)?.country;
    return country === undefined ? [] : [country];
  });
}

const JOINED = /^(?:, | and |, and | and the |, the |, and the |[-–])$/;

const partiesFrom = (reading: RelationReading, first: Mention): readonly Mention[] => coordinatedFrom(reading, first, canBind, JOINED);
const partiesUpTo = (reading: RelationReading, last: Mention): readonly Mention[] => coordinatedUpTo(reading, last, canBind, JOINED);

/** "the agreement that it concluded with the Agency": the pronoun's or name's bearer and the partner. */
function concludedWith(reading: RelationReading, agreement: Mention, party: Mention, add: (party: Mention, rule: string) => void): void {
  const gap = reading.text.slice(agreement.end, party.start);
  if (/^,? (?:that|which) (?:the )?$/.test(gap)) {
    const verb = /^ (?:has |have |had )?(?:signed|concluded|reached|entered into)\b/.exec(reading.text.slice(party.end, party.end + 40));
    if (verb !== null) add(party, "relation.party-relative");
  } else if (CONCLUDED_WITH.test(gap) && / with (?:the )?$/.test(gap)) add(party, "relation.party-relative");
}

/** "our Nuclear Non-Proliferation Treaty (NPT) obligations" in a statement of several states: those that its first sentence names as the ones who speak. */
function ourObligations(reading: RelationReading, agreement: Mention): void {
  const behind = reading.text.slice(agreement.end, agreement.end + 40);
  if (!/\bour (?:[a-z-]+ )*$/.test(before(reading, agreement, 40)) || !/^(?: \([^)]{2,12}\))? (?:obligations|commitments)\b/.test(behind))
    return;
  const body = reading.state.context.document.regions.find((region) => region.kind === "body");
  const first = reading.mentions.find(
    (mention) => mention.start >= (body?.start ?? 0) && STATE.test(mention.type) && mention.kind !== "demonym",
  );
  if (first === undefined || first.start - (body?.start ?? 0) > 40) return;
  const issuers = partiesFrom(reading, first);
  if (issuers.length < 2) return;
  for (const issuer of issuers) reading.add("partyTo", issuer.entity, agreement.entity, agreement, agreement, "relation.party-issuer");
}
