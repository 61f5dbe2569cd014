import { MONTHS } from "../calendar-words.ts";
import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { NO_NAME_STARTS } from "./name-heads.ts";
import { isCapitalised, type Piece } from "./pieces.ts";

const DIRECTION =
  /^(north|south|east|west|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest|far)$/;
const FORUM_HEAD = /^(summit|conference|talks|summits)$/;
/** Meetings that carry a title before a lower-case noun: "the Strengthening the Alliance seminar". */
const TITLED_FORUM = /^(seminar|conference|forum|workshop|symposium|webinar|roundtable|expo|exhibition|airshow|colloquium)$/;
/** What a meeting is about, between its place and its noun: "the Geneva disarmament conference", "Geneva Syria peace talks". */
const FORUM_TOPIC = /^(peace|disarmament|climate|ceasefire|donors?|reconstruction|recovery|naval|armistice|pledging)$/;
const WAR_HEAD = /^(war|wars|conflict|conflicts|invasion|crisis|crackdown|uprising|offensive)$/;
/** Buildings and bases that belong to whoever is named before them. */
const SITE_HEAD = /^(headquarters|embassy|consulate|airport|barracks|shipyard|spaceport)$/;
const AGREEMENT_HEAD = /^(pact|treaty|accord|agreement|deal)$/;
/** What an agreement is about or of what kind: with one of these it is one of its own ("a security pact"), without ("the agreement") it is taken up. */
const AGREEMENT_KIND =
  /^(security|defen[cs]e|peace|trade|military|arms|access|nuclear|maritime|basing|extradition|ceasefire|fire|truce|armistice|aggression|border|grain|prisoner|hostage|gas|status|cooperation|safeguards|friendship|assistance|intelligence|visiting|transit|withdrawal|disengagement|normali[sz]ation|partnership|preliminary|interim|framework|sharing|swap|fisheries|fishing|water|surrender|reunification|procurement|exchange)$/;
const PART_HEAD = /^(suburbs|region|province|oblast|peninsula|coast|outskirts|countryside|border|area)$/;

/**
 * Names that are half description: "eastern Europe", "the London conference on Syria", "Hamas's conflict with Israel", "the 2007 Baghdad crackdown",
 * "NATO headquarters", "the Damascus suburbs". They need a known name beside a lower-case head.
 */
export function phraseDrafts(context: MentionContext, known: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const ends = new Map([...known.values()].map((draft) => [draft.last, draft]));
  const drafts: MentionDraft[] = [];
  const push = (draft: MentionDraft | undefined): void => {
    if (draft !== undefined) drafts.push(draft);
  };
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word") continue;
    if (DIRECTION.test(piece.key)) push(directionPlace(context, at, known));
    if (FORUM_HEAD.test(piece.text)) push(forumBefore(context, at, ends, known));
    if (TITLED_FORUM.test(piece.text)) push(titledForum(context, at));
    if (/^(Article|Articles|Chapter)$/.test(piece.text)) push(articleOf(context, at, known));
    if (piece.key === "sanctions" || piece.key === "embargo") push(measure(context, at, ends, known));
    if (WAR_HEAD.test(piece.text)) push(conflictAround(context, at, ends, known));
    if (/^(troops|forces|soldiers|peacekeepers|personnel)$/.test(piece.text)) push(alliedTroops(context, at, ends));
    if (AGREEMENT_HEAD.test(piece.text)) push(describedAgreement(context, at, ends));
    if (SITE_HEAD.test(piece.text)) push(siteAfter(context, at, ends));
    if (/^(Embassy|Consulate|mission|Mission|embassy)$/.test(piece.text)) push(missionAbroad(context, at, ends, known));
    if (PART_HEAD.test(piece.text)) push(partOfPlace(context, at, ends));
  }
  return drafts;
}

const isPlaceLike = (draft: MentionDraft | undefined): draft is MentionDraft =>
  draft !== undefined && (draft.type === "State" || draft.type === "Place" || draft.type === "Territory");

function directionPlace(context: MentionContext, at: number, known: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const place = known.get(at + 1);
  const next = context.pieces[at + 1];
  // A province that is known under its own name needs no direction: "Russia's western Kursk region".
  if (place?.type === "Place" && place.last - place.first > 1) return undefined;
  if (
    !isPlaceLike(place) ||
    place.kind === "demonym" ||
    place.kind === "acronym" ||
    next === undefined ||
    next.lineStart ||
    context.pieces[at]?.kind === "hyphen"
  )
    return undefined;
  if (context.pieces[place.last]?.kind === "possessive") return undefined;
  // "South Korea's" and the like are names already; "north of" is no place.
  return {
    first: at,
    last: place.last,
    type: "Place",
    kind: "name",
    name: nameOf(context, at, place.last),
    ...(place.entity?.startsWith("state/") === true ? { country: place.entity } : {}),
    rule: "place.direction",
    confidence: 0.8,
  };
}

function titledForum(context: MentionContext, at: number): MentionDraft | undefined {
  const { pieces } = context;
  let first = at;
  let capitals = 0;
  for (let left = at - 1; left >= 0 && at - left < 14; left--) {
    const piece = pieces[left] as Piece;
    if (piece.kind === "hyphen" && !piece.space) continue;
    if (piece.kind !== "word") break;
    if (isCapitalised(piece) && NO_NAME_STARTS.has(piece.key)) break;
    if (isCapitalised(piece)) {
      first = left;
      capitals++;
    } else if (!/^(the|of|and|for|on|to|in|a)$/.test(piece.key)) break;
    if (piece.lineStart) break;
  }
  // "the U.N. conference" is described by its host; a title has two words at least and begins behind an article.
  if (capitals < 3 || !/^(the|a|an|at|this|its|annual)$/.test(pieces[first - 1]?.key ?? "")) return undefined;
  return { first, last: at + 1, type: "Forum", kind: "name", name: nameOf(context, first, at + 1), rule: "forum.titled", confidence: 0.75 };
}

/** Left over names, hyphens, ordinals and kinds to the start of a meeting's name. */
function forumBefore(
  context: MentionContext,
  at: number,
  ends: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft | undefined {
  const { pieces } = context;
  let first = at;
  let named = false;
  while (first > 0 && at - first < 8) {
    const previous = pieces[first - 1] as Piece;
    if (pieces[first]?.lineStart) break;
    const draft = ends.get(first);
    if (draft !== undefined && /^(State|Place|Territory|Facility|InternationalOrganization|Person)$/.test(draft.type)) {
      first = draft.first;
      named = true;
      continue;
    }
    if (previous.kind === "hyphen" && !previous.space && first < at) {
      if (!ends.has(first - 1) && !/^(intra|inter)$/i.test(pieces[first - 2]?.text ?? "")) break;
      first--;
      if (/^(intra|inter)$/i.test(pieces[first - 1]?.text ?? "")) first--;
      continue;
    }
    if (previous.kind === "possessive" && /^(leaders?|ministers?)$/.test(pieces[first - 2]?.key ?? "")) {
      first -= 2;
      continue;
    }
    if (previous.kind === "word" && MONTHS.has(previous.key) && isCapitalised(previous)) {
      first--;
      named = true;
      break;
    }
    if (previous.kind === "word" && FORUM_TOPIC.test(previous.key) && !isCapitalised(previous)) {
      first--;
      continue;
    }
    if (previous.kind === "word" && /^(trilateral|bilateral|quadrilateral|leaders|ministerial|annual|review)$/.test(previous.key)) {
      first--;
      continue;
    }
    break;
  }
  let last = at + 1;
  const venue = /^(at|in)$/.test(pieces[last]?.key ?? "") ? known.get(last + 1) : undefined;
  if (
    !named &&
    first < at &&
    /^(trilateral|bilateral|quadrilateral|ministerial)$/.test(pieces[first]?.key ?? "") &&
    venue !== undefined &&
    (venue.type === "Place" || venue.type === "Facility")
  ) {
    return {
      first,
      last: venue.last,
      type: "Forum",
      kind: "name",
      name: nameOf(context, first, venue.last),
      rule: "forum.named-by-venue",
      confidence: 0.75,
      transparent: true,
    };
  }
  if (!named || first === at) return undefined;
  const topic = pieces[last]?.key === "on" ? known.get(last + 1) : undefined;
  if (isPlaceLike(topic)) last = topic.last;
  return {
    first,
    last,
    type: "Forum",
    kind: "name",
    name: nameOf(context, first, last),
    rule: "forum.named-by-place",
    confidence: 0.75,
    transparent: true,
  };
}

/** "the 2007 Baghdad crackdown", "its conflict with Israel", "the 1991 Shiite uprising". */
function conflictAround(
  context: MentionContext,
  at: number,
  ends: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft | undefined {
  const { pieces } = context;
  let first = at;
  let named = false;
  const before = ends.get(first);
  if (before !== undefined && /^(State|Place|Territory|ArmedGroup)$/.test(before.type)) {
    first = before.first;
    named = true;
  } else if (
    pieces[at - 1] !== undefined &&
    isCapitalised(pieces[at - 1] as Piece) &&
    !pieces[at - 1]?.lineStart &&
    pieces[at - 2]?.kind === "number"
  ) {
    first = at - 1;
    named = true;
  }
  if (pieces[first - 1]?.kind === "number" && /^\d{4}$/.test(pieces[first - 1]?.key ?? "") && named) first--;
  let last = at + 1;
  if (/^(in|against|with|on|of|between)$/.test(pieces[last]?.key ?? "")) {
    // "U.S.-ally Israel", "the government of Ukraine": the name may stand a few words on.
    for (let next = last + 1; next <= last + 4; next++) {
      const target = known.get(next);
      if (target !== undefined && /^(State|Territory|ArmedGroup)$/.test(target.type) && target.kind !== "demonym") {
        const follows = pieces[target.last];
        if (follows?.kind === "hyphen" && !follows.space) continue;
        last = target.last;
        named = true;
        break;
      }
      if (pieces[next]?.kind === "mark" || pieces[next]?.lineStart) break;
    }
  }
  if (!named || (/^(crisis|offensive)$/.test(pieces[at]?.key ?? "") && last === at + 1 && first === at)) return undefined;
  return {
    first,
    last,
    type: "Conflict",
    kind: "name",
    name: nameOf(context, first, last),
    rule: "conflict.described",
    confidence: 0.7,
    transparent: true,
  };
}

/** "Article VI of the NPT", "Chapter VII of the Charter". */
function articleOf(context: MentionContext, at: number, known: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const { pieces } = context;
  if (!/^([ivxl]+|\d{1,3})$/.test(pieces[at + 1]?.key ?? "") || pieces[at + 2]?.key !== "of") return undefined;
  const agreement = known.get(pieces[at + 3]?.key === "the" ? at + 4 : at + 3);
  if (agreement?.type !== "Agreement") return undefined;
  return {
    first: at,
    last: agreement.last,
    type: "Agreement",
    kind: "name",
    name: nameOf(context, at, agreement.last),
    rule: "agreement.article",
    confidence: 0.75,
    transparent: true,
  };
}

/** "U.N. sanctions on North Korea", "the arms embargo against South Africa": measures in force that are obeyed and broken like agreements. */
function measure(
  context: MentionContext,
  at: number,
  ends: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft | undefined {
  const { pieces } = context;
  const owner = ends.get(at);
  const isEmbargo = pieces[at]?.key === "embargo" && /^(arms|weapons|oil|trade)$/.test(pieces[at - 1]?.key ?? "");
  const isUnitedNations =
    owner?.type === "InternationalOrganization" && owner.entity !== undefined && /^org\/(un|unsc)$/.test(owner.entity);
  if (!isEmbargo && !isUnitedNations) return undefined;
  const first = isEmbargo ? at - 1 : (owner as MentionDraft).first;
  const target = /^(on|against)$/.test(pieces[at + 1]?.key ?? "") ? (known.get(at + 2) ?? known.get(at + 3)) : undefined;
  const last = target !== undefined && (target.type === "State" || target.type === "Territory") ? target.last : at + 1;
  return {
    first,
    last,
    type: "Agreement",
    kind: "name",
    name: isEmbargo ? "arms embargo" : "UN sanctions",
    rule: "agreement.measure",
    confidence: 0.7,
    transparent: true,
  };
}

/** "NATO troops", "African Union peacekeepers". */
function alliedTroops(context: MentionContext, at: number, ends: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const owner = ends.get(at) ?? ends.get(at - 1);
  if (
    owner === undefined ||
    (owner.type !== "InternationalOrganization" && owner.type !== "ArmedGroup") ||
    (owner.last < at && context.pieces[at - 1]?.kind !== "possessive")
  )
    return undefined;
  return {
    first: owner.first,
    last: at + 1,
    type: owner.type === "ArmedGroup" ? "ArmedGroup" : "MilitaryForce",
    kind: "name",
    ...(owner.type === "ArmedGroup" && owner.entity !== undefined
      ? { entity: owner.entity }
      : { name: nameOf(context, owner.first, at + 1) }),
    rule: "force.of-owner",
    confidence: 0.75,
    transparent: true,
  };
}

function siteAfter(context: MentionContext, at: number, ends: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const owner = ends.get(at) ?? (context.pieces[at - 1]?.kind === "possessive" ? ends.get(at - 1) : undefined);
  if (owner === undefined || !/^(State|InternationalOrganization|GovernmentBody|Place|MilitaryForce)$/.test(owner.type)) return undefined;
  return {
    first: owner.first,
    last: at + 1,
    type: "Facility",
    kind: "name",
    name: nameOf(context, owner.first, at + 1),
    rule: "facility.of-owner",
    confidence: 0.75,
    transparent: true,
  };
}

/** "the U.S. Embassy in Kyiv", "Russia's mission to the United Nations": who represents a state, by where or with whom. */
function missionAbroad(
  context: MentionContext,
  at: number,
  ends: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft | undefined {
  const { pieces } = context;
  let before = at;
  while (/^(permanent|diplomatic)$/.test(pieces[before - 1]?.key ?? "")) before--;
  const owner = ends.get(before) ?? (pieces[before - 1]?.kind === "possessive" ? ends.get(before - 1) : undefined);
  if (owner?.type !== "State") return undefined;
  const isMission = pieces[at]?.key === "mission";
  if (pieces[at + 1]?.key !== (isMission ? "to" : "in")) return undefined;
  const seat = known.get(pieces[at + 2]?.key === "the" ? at + 3 : at + 2);
  if (seat === undefined || (isMission ? seat.type !== "InternationalOrganization" : seat.type !== "Place" && seat.kind !== "metonym"))
    return undefined;
  return {
    first: owner.first,
    last: seat.last,
    type: "GovernmentBody",
    kind: "name",
    name: nameOf(context, owner.first, seat.last),
    ...(owner.entity === undefined ? {} : { country: owner.entity }),
    rule: "body.mission-abroad",
    confidence: 0.75,
    transparent: true,
  };
}

function partOfPlace(context: MentionContext, at: number, ends: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const place = ends.get(at);
  if (
    place === undefined ||
    (place.type !== "Place" && !(place.kind === "metonym")) ||
    /^(border|area|coast|region)$/.test(context.pieces[at]?.key ?? "")
  )
    return undefined;
  return {
    first: place.first,
    last: at + 1,
    type: "Place",
    kind: "name",
    name: nameOf(context, place.first, at + 1),
    rule: "place.part-of",
    confidence: 0.75,
  };
}

/** "a maritime defense deal", "its reciprocal access agreement", "the 1988 agreement", "a final peace treaty with Japan": an agreement without a name, told from others by its kind or year. */
function describedAgreement(context: MentionContext, at: number, ends: ReadonlyMap<number, MentionDraft>): MentionDraft | undefined {
  const { pieces } = context;
  let first = at;
  let isTold = false;
  while (first > 0 && at - first < 6 && !pieces[first]?.lineStart) {
    const previous = pieces[first - 1] as Piece;
    if (previous.kind === "hyphen" && !previous.space) {
      first--;
      continue;
    }
    if (previous.kind === "number" && /^(19|20)\d{2}$/.test(previous.key)) {
      first--;
      isTold = true;
      break;
    }
    if (previous.kind !== "word" || isCapitalised(previous) || ends.get(first)?.type === "Agreement") break;
    if (AGREEMENT_KIND.test(previous.key)) isTold = true;
    else if (
      !/^(final|mutual|bilateral|trilateral|reciprocal|free|long|term|comprehensive|non|of|forces|cease|strategic|secret|draft|joint|economic|tripartite|landmark|political)$/.test(
        previous.key,
      )
    )
      break;
    first--;
  }
  const owner = pieces[first - 1];
  if (!isTold || !/^(a|an|the|this|that|its|their|his|new|own|such)$/.test(owner?.key ?? "")) return undefined;
  while (/^(of|final|new|long)$/.test(pieces[first]?.key ?? "") && first < at && pieces[first]?.key === "of") first++;
  return {
    first,
    last: at + 1,
    type: "Agreement",
    kind: "name",
    name: nameOf(context, first, at + 1),
    rule: "agreement.described",
    confidence: 0.65,
    transparent: true,
  };
}
