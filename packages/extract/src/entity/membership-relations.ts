import type { Mention } from "../annotated-document.ts";
import { OCCUPATIONS, RANKS, TITLE_HEADS } from "../mention/title-words.ts";
import { BODY, coordinatedFrom, coordinatedUpTo, isNamedState, type RelationReading, STATE } from "./relation-reading.ts";

/** Denied, wished for, possible: no membership. */
const UNREAL =
  /\b(?:not|never|n't|n’t|nor|no|refus\w+|declin\w+|fail\w+|would|could|may|might|should|must|want\w*|wish\w*|hop(?:e|es|ed|ing)|seek\w*|sought|appl\w+|bid|if|whether|will|to (?:join|become|be)|aspir\w+|candidate|prospective|potential|future|non)\b/i;
const MEMBER =
  "(?:(?:founding|permanent|non-permanent|nonpermanent|full|key|fellow|leading|senior|current|elected|new|newest|founder|staunch|high-ranking|loyal|longtime|prominent|associate|former|active|staff|standing) )*";
/** "is a member of", ", a permanent member of", "became part of": what stands between a member and its organisation. */
const MEMBER_OF = new RegExp(
  String.raw`^(?: ?\([^)]{1,30}\))?(?:, (?:itself |also |both |all |who (?:is|was) )?|,? (?:which |who )?(?:is|was|are|were|became|remains?|remained|has been|have been) )(?:also |both |all |now |currently |then |previously )?(?:an? |the |one of the )?(?:[\d]+ )?${MEMBER}(?:members?(?: states?)?|part) of (?:the )?$`,
);
const JOINED = /^(?: \([^)]{1,30}\))? (?:(?:has|have|had|formally|officially|then|later|also|recently) )*(?:joined|acceded to) (?:the )?$/;
/** Behind an organisation's name: "NATO member Hungary", "EU member states such as Spain". */
const CATEGORY = new RegExp(
  `^(?:['’]s?)? (?:(?:\\d+|[a-z]+(?:-[a-z]+)?) )?${MEMBER}(?:members?|member states?|member countr(?:y|ies)|allies|ally)(?:,? (?:such as|like|including)|:)? (?:the )?$`,
);
const APPOSED_CATEGORY = new RegExp(`^, an? (?:fellow )?${MEMBER}$`);
/** "Greece and Turkey were admitted to NATO", "Hungary, which belongs to NATO", "Japan holds a seat on the Council", "Japan's term on the Council". */
const SEATED =
  /^(?:(?:, which)? (?:belongs?|belonged) to (?:the )?|(?: (?:was|were|has been|had been|is|are))? admitted (?:in|to|into)(?: the)? |(?:,? which)? (?:holds?|held|has|have|took|takes|occupies|assumed|won) an? (?:[a-z-]+ )*seat (?:on|in) (?:the )?|(?:['’]s?)? (?:(?:on|for) the start of its |(?:[a-z-]+ )*)(?:term|seat|membership|tenure) (?:on|in|of) (?:the )?|(?:,)? on the start of its (?:[a-z-]+ )?(?:term|seat|membership) (?:on|in) (?:the )?)$/;
/** "agreed to admit Greece and Turkey to NATO", "accepted Sweden into the alliance". */
const ADMITS = /\b(?:admit|admits|admitted|admitting|welcomed|accepted|accept|inducted) (?:the )?$/;
const OF_GROUP = /^ (?:of|in|from|at|on) (?:the )?$/;
const PEOPLE_HEADS =
  /\b(?:officials|leaders|lawmakers|legislators|senators|deputies|diplomats|representatives|officers|soldiers|fighters|militants|commanders|commissioners|delegates|experts|staff|troops|peacekeepers|personnel|gunmen|rebels|employees|judges|inspectors|ministers)$/i;
const AS_PART =
  /\bas (?:a )?part of (?:the )?$|\b(?:fought|fighting|fights|serving|served|serves) (?:with|in|for|alongside|under) (?:the )?$/;

/** `memberOf`: states in organisations, persons in bodies and forces, groups in what they are officials or fighters of. */
export function addMemberships(reading: RelationReading): void {
  for (const mention of reading.mentions) {
    for (const next of reading.behind(mention)) {
      stateMember(reading, mention, next);
      personMember(reading, mention, next);
      groupMember(reading, mention, next);
    }
    membershipGives(reading, mention);
  }
}

function stateMember(reading: RelationReading, first: Mention, next: Mention): void {
  const { text } = reading;
  const gap = text.slice(first.end, next.start);
  if (isAlliance(first) && isNamedState(next) && CATEGORY.test(gap)) {
    for (const member of runFrom(reading, next)) reading.add("memberOf", member.entity, first.entity, first, member, "relation.member");
  } else if (isNamedState(first) && isAlliance(next)) {
    const admitted =
      /^ (?:in)?to (?:the )?$/.test(gap) &&
      runUpTo(reading, first).some((one) => ADMITS.test(text.slice(Math.max(0, one.start - 24), one.start)));
    if (MEMBER_OF.test(gap) || JOINED.test(gap) || admitted || (SEATED.test(gap) && !UNREAL.test(gap))) {
      for (const member of runUpTo(reading, first)) reading.add("memberOf", member.entity, next.entity, member, next, "relation.member-of");
    } else if (APPOSED_CATEGORY.test(gap) && /^ (?:member|member state|ally|member country)\b/.test(text.slice(next.end, next.end + 16)))
      reading.add("memberOf", first.entity, next.entity, first, next, "relation.member");
    else if (
      /^(?:,? and |, )other (?:[a-z-]+ )*$/.test(gap) &&
      /^ (?:members|member states|allies|countries)\b/.test(text.slice(next.end, next.end + 16))
    )
      for (const member of runUpTo(reading, first))
        reading.add("memberOf", member.entity, next.entity, member, next, "relation.other-members");
  }
}

const AND = /^(?:, | and |, and | and the |, the |, and the | or | as well as )$/;

const isAlliance = (mention: Mention): boolean =>
  /^(InternationalOrganization|Forum|Organization)$/.test(mention.type) && mention.kind !== "pronoun";
const runFrom = (reading: RelationReading, first: Mention): readonly Mention[] => coordinatedFrom(reading, first, isNamedState, AND);
const runUpTo = (reading: RelationReading, last: Mention): readonly Mention[] => coordinatedUpTo(reading, last, isNamedState, AND);

/** Titles that are a seat in a body rather than an office of it. */
const SEAT =
  /(?:^| )(?:member|senator|deputy|lawmaker|legislator|commissioner|congressman|congresswoman|member of parliament|mp|delegate)$/i;
const OFFICER = `(?:${[...RANKS]
  .filter(([, isPost]) => isPost)
  .map(([word]) => word)
  .join(
    "|",
  )}|officer|soldier|fighter|pilot|veteran|reservist|commander|militant|operative|recruit|conscript|intelligence officer|member|leader)`;
const SERVED_IN = new RegExp(
  String.raw`^(?: ?\([^)]{1,40}\))?,? (?:(?:who )?(?:is|was|became) |then )?an? (?:(?:former|retired|senior|junior|top|career|brigadier|major|lieutenant|rear|vice|staff|reserve) )*${OFFICER}(?: ${OFFICER})? (?:in|of|with) (?:the )?$`,
  "i",
);
/** "served as a staff member in the White House … and on the National Security Council". */
const SERVED_ON = /^[^.;:()]{0,20}\b(?:served|serves|sat|sits|serving|sitting)\b[^.;:]{0,90}\bon (?:the )?$/;
const SERVED_WITH =
  /^ (?:(?:has|had|also|later|previously|then|who) )*(?:served|serves|enlisted|fought|fights|worked) (?:[a-z]+ ){0,3}?(?:in|with|for) (?:the )?$/;

function personMember(reading: RelationReading, first: Mention, next: Mention): void {
  const gap = reading.text.slice(first.end, next.start);
  if (BODY.test(first.type) && next.type === "Person" && next.kind === "name") {
    // "Politburo Member Wang Yi", "State Duma deputy Oleg Nilov"; posts may stand between in a list.
    const title = /^ ((?:\p{L}+ ){0,2}?\p{L}+)(?:,(?: [^.;()]{1,110}),?(?: and [^.;(),]{1,60})?)? $/u.exec(gap)?.[1];
    const list = /^ \p{Ll}/u.test(gap) ? !gap.includes(",") : true;
    if (
      title !== undefined &&
      list &&
      SEAT.test(title.split(" ").slice(0, 2).join(" ")) &&
      !isVice(title) &&
      onlyPosts(reading, first, next)
    )
      reading.add("memberOf", next.entity, first.entity, first, next, "relation.seat-before-name");
    return;
  }
  if (first.type !== "Person" || !BODY.test(next.type) || next.kind === "pronoun" || UNREAL.test(gap) || /\bmembers\b/.test(gap)) return;
  // "a member of NTI's leadership team", "served on the Committee staff": the name only modifies what is meant.
  if (/^(?:['’]| staff\b| \p{Lu}\p{Ll})/u.test(reading.text.slice(next.end, next.end + 8))) return;
  const isForce = /^(MilitaryForce|ArmedGroup)$/.test(next.type);
  const isCouncil = /^(GovernmentBody|InternationalOrganization|Organization)$/.test(next.type);
  if (
    MEMBER_OF.test(gap) ||
    (/^(?: ?\([^)]{1,30}\))?, an? (?:[a-z-]+ )?$/.test(gap) &&
      /^ (?:member|lawmaker|legislator|deputy|fighter|militant|operative)\b/.test(reading.text.slice(next.end, next.end + 12)))
  )
    reading.add("memberOf", first.entity, next.entity, first, next, "relation.member-of");
  else if (isForce && SERVED_IN.test(gap)) reading.add("memberOf", first.entity, next.entity, first, next, "relation.rank-in-force");
  else if ((isForce && SERVED_WITH.test(gap)) || (isCouncil && SERVED_ON.test(gap)))
    reading.add("memberOf", first.entity, next.entity, first, next, "relation.served");
}

const isVice = (title: string): boolean => /^(?:vice|deputy) (?!member)/i.test(title);

/** Between a seat and its holder's name stand no other persons. */
const onlyPosts = ({ mentions }: RelationReading, first: Mention, next: Mention): boolean =>
  !mentions.some((other) => other.type === "Person" && other.start >= first.end && other.end <= next.start);

function groupMember(reading: RelationReading, first: Mention, next: Mention): void {
  if (
    (first.type !== "Group" && first.type !== "MilitaryForce") ||
    !BODY.test(next.type) ||
    next.kind === "pronoun" ||
    first.kind !== "nominal"
  )
    return;
  const gap = reading.text.slice(first.end, next.start);
  const head = PEOPLE_HEADS.test(first.text);
  if (/^(?:['’]s?)? (?:affiliates?|branch|staff|Reserve)\b/.test(reading.text.slice(next.end, next.end + 14))) return;
  if (first.type === "Group" && head && OF_GROUP.test(gap))
    reading.add("memberOf", first.entity, next.entity, first, next, "relation.people-of");
  else if (
    head &&
    gap.length < 90 &&
    !/[.;:,]/.test(gap) &&
    AS_PART.test(gap) &&
    !UNREAL.test(gap) &&
    /^(MilitaryForce|ArmedGroup|InternationalOrganization)$/.test(next.type)
  )
    reading.add("memberOf", first.entity, next.entity, first, next, "relation.as-part-of");
}

/** "Membership of the European Union also gives both countries …": what a membership does now is presupposed of those it does it to. */
function membershipGives(reading: RelationReading, alliance: Mention): void {
  const { text, state } = reading;
  if (!isAlliance(alliance) || !/\bmembership (?:of|in) (?:the )?$/i.test(text.slice(Math.max(0, alliance.start - 24), alliance.start)))
    return;
  for (const next of reading.behind(alliance)) {
    const gap = text.slice(alliance.end, next.start);
    if (
      !/^ (?:also |has |have |had )*(?:gives?|gave|given|provides?|provided|brings?|brought|makes?|made|strengthens?|strengthened|allows?|allowed|enables?|enabled|obliges?|obliged|binds?|bound|helps?|helped) (?:the |[a-z]+ )?$/.test(
        gap,
      )
    )
      continue;
    const members =
      next.type === "Group" ? (state.table.entities.get(next.entity)?.members ?? []) : isNamedState(next) ? [next.entity] : [];
    for (const member of members) reading.add("memberOf", member, alliance.entity, alliance, next, "relation.membership");
  }
}

const CITIZEN = /^ (?:citizen|national|passport[- ]holder|subject|expatriate)\b/;
const IS_A =
  /^(?: ?\([^)]{0,80}\))?(?:,[^.;]{0,80}?)?(?:,? ?\[\d+\])?,? ?(?:is|was|became) an? (?:(?!native|fluent|federal)[a-z-]+ ){0,2}$/;
/** A second verb of the same subject: "X changed her name and became a U.S. citizen". */
const COORDINATED_BECAME = /^[^.;:]{0,110}[, ](?:and )?(?:became|become) an? (?:naturalized |dual )?$/;

/** `nationalOf`: by adjective before an occupation, by copula, by apposition, by citizenship. */
export function addNationalities(reading: RelationReading): void {
  const { text, add } = reading;
  for (const mention of reading.mentions) {
    if (mention.kind === "nominal" && mention.type === "Person" && mention.rule === "coreference.national") {
      const inside = reading.mentions.find((other) => other.start >= mention.start && other.end <= mention.end && STATE.test(other.type));
      if (inside !== undefined) add("nationalOf", mention.entity, inside.entity, mention, mention, "relation.nationality");
    }
    for (const next of reading.behind(mention)) {
      const gap = text.slice(mention.end, next.start);
      if (mention.kind === "demonym" && STATE.test(mention.type) && next.type === "Person" && next.kind === "name") {
        const occupation = gap.trim().split(/\s+/);
        if (occupation.length <= 3 && /^ [a-z -]+ $/.test(gap) && isOccupation(occupation.at(-1) ?? ""))
          add("nationalOf", next.entity, mention.entity, mention, next, "relation.nationality");
      }
      if (mention.type !== "Person" || !STATE.test(next.type)) continue;
      const behind = text.slice(next.end, next.end + 24);
      const isAdjective = next.kind === "demonym";
      if (isAdjective && IS_A.test(gap) && isNounOfPerson(behind))
        add("nationalOf", mention.entity, next.entity, mention, next, "relation.nationality");
      else if (
        isAdjective &&
        /^(?: ?\([^)]{0,40}\))?, an? (?:[a-z-]+ ){0,2}$/.test(gap) &&
        mention.kind === "name" &&
        isNounOfPerson(behind)
      )
        add("nationalOf", mention.entity, next.entity, mention, next, "relation.nationality-apposed");
      else if (
        CITIZEN.test(behind) &&
        (IS_A.test(gap) || COORDINATED_BECAME.test(gap) || /^, an? (?:[a-z-]+ )?$/.test(gap)) &&
        !UNREAL.test(gap)
      )
        add("nationalOf", mention.entity, next.entity, mention, next, "relation.citizen");
      else if (/^(?:,|,? (?:who )?(?:is|was|became)) an? (?:[a-z-]+ )?(?:citizen|national) of (?:the )?$/.test(gap))
        add("nationalOf", mention.entity, next.entity, mention, next, "relation.citizen");
    }
  }
}

const isOccupation = (word: string): boolean =>
  OCCUPATIONS.has(word) ||
  /^(?:citizen|national|volunteer|mercenary|businesswoman|dissident|singer|writer|actor|priest|hacker|student|tourist|prisoner|defector|doctor|teacher|blogger|analyst|academic|professor|film-maker|filmmaker|director|contractor|banker|billionaire|entrepreneur|financier|player|athlete|exile)$/.test(
    word,
  );

/** A noun for what a person is, at once or behind one adjective: "Iraqi General", "Polish conservative politician", not "Indian policy scholar". */
function isNounOfPerson(behind: string): boolean {
  const [first, second] = /^((?: \p{L}[\p{L}-]*){1,2})/u.exec(behind)?.[1]?.trim().toLowerCase().split(" ") ?? [];
  if (first === undefined || first === "speaker") return false;
  const isPerson = (word: string): boolean => isOccupation(word) || RANKS.get(word) === true || TITLE_HEADS.has(word);
  const isAdjective = /(?:al|ive|ist|ic|ary|ing|ed|army|navy|film|rights|opposition|intelligence|security|arms|business)$/;
  return isPerson(first) || (second !== undefined && isPerson(second) && isAdjective.test(first));
}
