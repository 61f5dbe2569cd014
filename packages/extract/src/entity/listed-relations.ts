import type { Mention } from "../annotated-document.ts";
import { RANKS, TITLE_HEADS } from "../mention/title-words.ts";
import { BODY, coordinatedFrom, coordinatedUpTo, isNamedState, type RelationReading, STATE } from "./relation-reading.ts";

/** Denied, wished for or possible: neither member nor party. */
const UNREAL =
  /\b(?:not|never|n't|n’t|nor|no|refus\w+|declin\w+|would|could|may|might|should|want\w*|wish\w*|hop(?:e|es|ed|ing)|seek\w*|if|whether|candidate|prospective|potential|future|non|former)\b/i;
const AND = /^(?:, | and |, and | and the |, the |, and the | or | as well as |\/|-)$/;
const CONSISTS =
  /^(?: included (?:all of )?[^.;]{1,40}, as well as|, whose members (?:include|included|are|were)|,? (?:which |that )?(?:compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of|groups|unites|united|includes?|included|including|(?:is|was) (?:made up|composed) of|made up of|composed of|brings together|links)|,? namely|:| –| —) (?:the )?$/;
const OF_MEMBERS =
  /^(?:,? (?:is|was|remains) )?(?:an? |the )?(?:[a-z-]+ ){0,3}(?:pact|alliance|partnership|grouping|group|bloc|dialogue|union|coalition|organi[sz]ation|club) (?:between|among|of|that (?:includes|groups|unites|links)|including|comprising|linking|uniting) (?:the )?$/;
const MEMBERS_BEFORE = /\b[Mm]ember(?:s| states| countries| nations)? of (?:the )?$/;
const NAMELY = /^(?:,? (?:including|such as|like|notably|namely|especially|among them)|:|,| \(| –| —) (?:the )?$/;
const MEMBER_BEHIND = /^(?:['’]s?)? (?:members?|member states?|allies|ally|countries|states|partners) as (?:the )?$/;
const IS_THE = /^,? (?:is|was|remains|remained|became) (?:the|an?|one of the) (?:[a-z-]+ ){0,3}$/;
const BOTH = /^,? (?:both|all|two|three|fellow|themselves) (?:[a-z-]+ )?$/;
const MEMBER_NEXT = /^(?: |-)(?:members?|member states?|allies|ally|countries|nations)\b/;
const ON_BEHALF = /^,? (?:[a-z]+ ){0,4}(?:on behalf of|in the name of) (?:the )?$/;

/** Agreements in name that bind nobody as a party: policies, plans, laws, measures. */
/** "Australia, the United Kingdom and the United States announced AUKUS": those who found it together are in it. */
const FOUNDS =
  /^(?:,)? (?:have |had |jointly |formally |first )*(?:announced|founded|formed|created|launched|established|set up) (?:the )?(?:[a-z-]+ )?$/;
const PARTNERS = /^ (?:partners|powers|nations|countries|leaders|allies)(?:,| –| —|:| of) (?:the )?$/;
/** "Iraq, as a party to the Treaty", "its commitments as a party to the Treaty". */
const AS_PARTY = /\bas an? (?:[a-z-]+ )?(?:party|signatory) (?:to|of) (?:the )?$/;

const NO_TREATY =
  /\b(?:strategy|initiative|plan|act|law|policy|sanctions?|embargo|constitution|roadmap|guidelines|principles|resolution|pressure|cap|doctrine|partnership)\b/i;
const OWN = /^['’]s? (?:(?!proposed|draft|planned|new|future)[a-z-]+ ){0,2}$/;
const PARTAKES =
  /^(?:['’]s?)? (?:[a-z-]+ )*(?:participation in|adherence to|membership (?:of|in)|compliance with|non-compliance with|full implementation of|implementation of|denunciation of|withdrawal from|suspension of) (?:the )?$/;
const OBLIGES =
  /^(?: \([^)]{2,12}\))? (?:also )?(?:obliges?|obligates?|obliged|obligated|commits|committed|binds|bound|requires|required) (?:both )?(?:the )?$/;
const UNDER = /(?:^|[.;\n]\s*|, )(?:Under|In|Through|By) (?:the terms of )?(?:the )?$/;
const WITH = /^(?: \([^)]{2,12}\))?(?: and (?:its |the |an )?[^.;,]{2,50}?)? (?:concluded |signed |reached )?with (?:the )?$/;
const SIGNS =
  /^(?: \([^)]{2,20}\))?(?: (?:has|have|had|also|formally|later|jointly))* (?:signed|concluded|ratified|initialled|initialed|reached|made|negotiated|struck) (?:(?:the|a|an|its|their|this|that|new|[a-z-]+) ){0,3}$/;

/**
 * Members and parties that a text lists or implies by its wording: "the Quad (Australia, India, …)", "such NATO members as France", "an alliance of A and B",
 * "the only NATO member", "Australia's safeguards agreement with the Agency", "the treaty obliges Japan", and what stands in a body's apposition.
 */
export function addListedRelations(reading: RelationReading): void {
  for (const mention of reading.mentions) {
    for (const next of reading.behind(mention)) {
      listedMembers(reading, mention, next);
      impliedParty(reading, mention, next);
      apposedOwner(reading, mention, next);
      nationality(reading, mention, next);
    }
  }
}

const isAlliance = (mention: Mention): boolean =>
  /^(InternationalOrganization|Forum)$/.test(mention.type) && mention.kind !== "pronoun" && mention.kind !== "nominal";
const runFrom = (reading: RelationReading, first: Mention): readonly Mention[] => coordinatedFrom(reading, first, isNamedState, AND);
const runUpTo = (reading: RelationReading, last: Mention): readonly Mention[] => coordinatedUpTo(reading, last, isNamedState, AND);

function listedMembers(reading: RelationReading, first: Mention, next: Mention): void {
  const { text } = reading;
  const gap = text.slice(first.end, next.start);
  const add = (members: readonly Mention[], alliance: Mention, rule: string): void => {
    for (const member of members) reading.add("memberOf", member.entity, alliance.entity, alliance, member, rule);
  };
  if (isAlliance(first) && isNamedState(next)) {
    const before = text.slice(Math.max(0, first.start - 30), first.start);
    const run = runFrom(reading, next);
    const closes = text[(run.at(-1) as Mention).end] === ")";
    if (/^ \((?:the )?$/.test(gap) && run.length > 1 && closes) add(run, first, "relation.members-in-brackets");
    else if (MEMBER_BEHIND.test(gap) && /\bsuch $/i.test(before)) add(run, first, "relation.such-members-as");
    else if (MEMBERS_BEFORE.test(before) && NAMELY.test(gap)) add(run, first, "relation.members-named");
    else if (run.length > 1 && PARTNERS.test(gap)) add(run, first, "relation.partners-named");
    else if (run.length > 1 && (CONSISTS.test(gap) || OF_MEMBERS.test(gap))) add(run, first, "relation.consists-of");
  } else if (isNamedState(first) && isAlliance(next) && !UNREAL.test(gap)) {
    const behind = text.slice(next.end, next.end + 16);
    if (IS_THE.test(gap) && MEMBER_NEXT.test(behind)) add(runUpTo(reading, first), next, "relation.is-member");
    else if (BOTH.test(gap) && MEMBER_NEXT.test(behind)) add(runUpTo(reading, first), next, "relation.both-members");
    else if (FOUNDS.test(gap) && runUpTo(reading, first).length > 1) add(runUpTo(reading, first), next, "relation.founds");
    else if (ON_BEHALF.test(gap)) add([first], next, "relation.speaks-for");
  }
}

function impliedParty(reading: RelationReading, first: Mention, next: Mention): void {
  const { text } = reading;
  const gap = text.slice(first.end, next.start);
  const isTreaty = (mention: Mention): boolean =>
    mention.type === "Agreement" && mention.kind !== "pronoun" && !NO_TREATY.test(mention.text);
  const add = (parties: readonly Mention[], agreement: Mention, rule: string): void => {
    for (const party of parties) reading.add("partyTo", party.entity, agreement.entity, party, agreement, rule);
  };
  if (isTreaty(next) && STATE.test(first.type) && first.use !== "place") {
    // The nearest state before, be it only "its"
    const isNearest = !reading
      .behind(first)
      .some((other) => STATE.test(other.type) && other.start > first.start && other.end <= next.start);
    if (isNearest && AS_PARTY.test(gap) && !UNREAL.test(gap)) add([first], next, "relation.as-party");
    // "its safeguards agreement with the Agency"
    const partner = /^its$/i.test(first.text) && /^ (?:[a-z-]+ ){0,3}$/.test(gap) ? reading.behind(next) : [];
    for (const other of partner) {
      if (!(isNamedState(other) || BODY.test(other.type)) || !WITH.test(text.slice(next.end, other.start))) continue;
      add([first], next, "relation.own-agreement");
      add([other], next, "relation.agreement-with");
      break;
    }
  }
  if (isTreaty(next) && STATE.test(first.type) && first.use !== "place" && first.kind !== "pronoun") {
    const behind = text.slice(next.end, next.end + 14);
    const isOwn = OWN.test(gap) && first.kind !== "demonym" && !/^(?:['’]| (?:proposal|draft|bid|offer|talks|negotiat))/.test(behind);
    const signs = isNamedState(first) && SIGNS.test(gap) && !UNREAL.test(text.slice(Math.max(0, first.start - 20), first.start));
    if (isOwn || PARTAKES.test(gap) || signs) {
      add(signs ? runUpTo(reading, first) : [first], next, isOwn ? "relation.own-agreement" : "relation.takes-part");
      // "its agreement with the Agency": the partner, too; and an agreement joined by "and" shares both.
      for (const other of reading.behind(next)) {
        const rest = text.slice(next.end, other.start);
        if (isOwn && isTreaty(other) && /^(?: \([^)]{2,12}\))? and (?:the |its )?$/.test(rest))
          add([first], other, "relation.own-agreement");
        else if ((isNamedState(other) || BODY.test(other.type)) && WITH.test(rest)) {
          add([other], next, "relation.agreement-with");
          break;
        }
      }
    }
  } else if (isTreaty(first) && isNamedState(next)) {
    if (OBLIGES.test(gap)) add(runFrom(reading, next), first, "relation.binds");
    else if (
      /^(?:,? of \d{4}| \(\d{4}\))?, (?:the |both )?$/.test(gap) &&
      UNDER.test(text.slice(Math.max(0, first.start - 24), first.start)) &&
      /^ (?:agreed|pledged|undertook|committed|promised|gave|must|is|are|was|were|has|have|had|renounced|recogni[sz]ed|accepted|received|may|will|ceded|guaranteed)\b/.test(
        text.slice((runFrom(reading, next).at(-1) as Mention).end, (runFrom(reading, next).at(-1) as Mention).end + 16),
      )
    )
      add(runFrom(reading, next), first, "relation.under");
  }
}

const ORGAN =
  "(?:agency|ministry|service|body|exporter|company|corporation|force|army|navy|bureau|authority|department|directorate|committee|council|broadcaster|producer|conglomerate|procurement agency|news agency|administration|organi[sz]ation|unit|command|regulator|operator|bank)";
const APPOSED = /^(?: ?\([^)]{2,12}\))?, (?:the |an? )?(?:[a-z-]+ )?$/;

const UN_AGENCY = /^(?:['’]s?)? (?:[a-z-]+ ){0,3}(?:agency|watchdog|body|organ|organi[sz]ation|programme|program|fund|mission)\b/;
/** "the U.N. nuclear watchdog, the …" */
const WATCHDOG = /^(?:['’]s?)? (?:[a-z-]+ ){0,3}(?:agency|watchdog|body|arm|organ)(?:,| ) ?(?:the )?$/;

/** "the Presidency of Defence Industries (SSB), the main Turkish procurement agency", "the Russian arms exporter X", "KFOR, the NATO-led mission", "X, an affiliate of Y". */
function apposedOwner(reading: RelationReading, first: Mention, next: Mention): void {
  const { text } = reading;
  const gap = text.slice(first.end, next.start);
  const named = (mention: Mention): boolean => BODY.test(mention.type) && mention.kind !== "pronoun" && mention.kind !== "nominal";
  if (named(first)) {
    const behind = text.slice(next.end, next.end + 50);
    if (STATE.test(next.type) && first.type !== "ArmedGroup" && first.type !== "InternationalOrganization") {
      const isState1 = next.kind === "demonym" && new RegExp(`^ (?:[a-z-]+ ){0,3}${ORGAN}\\b`).test(behind);
      const isOwned = next.kind !== "demonym" && new RegExp(`^['’]s? (?:[a-z-]+ ){0,3}${ORGAN}\\b`).test(behind);
      const isCommercial =
        first.type === "Company" &&
        !/^(?:['’]s?)? (?:main |sole |only )?(?:state|official|government|national|military|arms exporter|(?:arms |defen[cs]e |space )?(?:procurement )?agency|procurement)/.test(
          behind,
        );
      if (APPOSED.test(gap) && (isState1 || isOwned) && !isCommercial)
        reading.add("partOf", first.entity, next.entity, first, next, "relation.apposed-organ");
    } else if (
      next.type === "InternationalOrganization" &&
      first.type === "InternationalOrganization" &&
      APPOSED.test(gap) &&
      UN_AGENCY.test(behind)
    )
      reading.add("partOf", first.entity, next.entity, first, next, "relation.apposed-agency");
    else if (next.type === "InternationalOrganization" && first.type === "InternationalOrganization" && WATCHDOG.test(gap))
      reading.add("partOf", next.entity, first.entity, first, next, "relation.apposed-agency");
    else if (
      /^(InternationalOrganization|MilitaryForce)$/.test(next.type) &&
      APPOSED.test(gap) &&
      /^-(?:led|run|mandated) (?:[a-z-]+ ){0,2}(?:mission|force|operation|peacekeep)/.test(behind)
    )
      reading.add("partOf", first.entity, next.entity, first, next, "relation.led-mission");
    else if (
      first.type === "ArmedGroup" &&
      next.type === "ArmedGroup" &&
      /^(?: ?\([^)]{2,12}\))?,? (?:is |was |which is )?(?:an? |the )(?:[a-z-]+ )*(?:affiliate|branch|wing|offshoot|faction|unit|arm|franchise|subsidiary) (?:of|within) (?:the )?$/.test(
        gap,
      )
    )
      reading.add("partOf", first.entity, next.entity, first, next, "relation.affiliate");
  }
  if (
    STATE.test(first.type) &&
    first.kind === "demonym" &&
    named(next) &&
    /^ (?:state |government |official |main )?(?:arms exporter|arms agency|defen[cs]e procurement agency|space agency|spy agency|intelligence agency|nuclear agency|central bank) $/.test(
      gap,
    )
  )
    reading.add("partOf", next.entity, first.entity, first, next, "relation.state-owned");
}

/** "Brazil's Celso Amorim", "Major General Paolo Rossi of Italy", "an Italian general, Paolo Rossi,": whose countryman somebody is. */
function nationality(reading: RelationReading, first: Mention, next: Mention): void {
  const gap = reading.text.slice(first.end, next.start);
  if (STATE.test(first.type) && next.type === "Person" && next.kind === "name") {
    const apposed = first.kind === "demonym" ? /^ ((?:[a-z-]+ ){0,3}[a-z-]+), $/.exec(gap)?.[1] : undefined;
    const noun = apposed?.split(" ").at(-1);
    if ((first.kind !== "demonym" && /^['’]s? $/.test(gap)) || (noun !== undefined && (RANKS.get(noun) === true || TITLE_HEADS.has(noun))))
      reading.add("nationalOf", next.entity, first.entity, first, next, "relation.nationality-possessive");
  } else if (
    first.type === "Person" &&
    first.kind === "name" &&
    isNamedState(next) &&
    /^ of (?:the )?$/.test(gap) &&
    MILITARY_RANK.test(reading.text.slice(Math.max(0, first.start - 30), first.start))
  )
    // A minister "of Japan" holds an office there; an officer of a joint command "of Italy" is a countryman.
    reading.add("nationalOf", first.entity, next.entity, first, next, "relation.nationality-of");
}

const MILITARY_RANK =
  /(?<!Secretary |Director |Attorney )\b(?:General|Colonel|Admiral|Commander|Captain|Major|Brigadier|Commodore|Marshal|Gen\.|Col\.|Adm\.|Maj\.|Capt\.|Cmdr\.) $/;
