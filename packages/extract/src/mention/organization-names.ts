import { isCalendarWord } from "../calendar-words.ts";
import type { EntityType } from "../ontology.ts";
import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { INTERNATIONAL_CUES, NAME_CONNECTORS, NO_NAME_STARTS, nameHead, WEAK_HEADS } from "./name-heads.ts";
import { isAllCaps, isCapitalised, type Piece } from "./pieces.ts";
import { GIVEN_NAMES, RANKS, TITLE_HEADS } from "./title-words.ts";

/**
 * Names known by their last word: "Conflict Observatory", "Green Pine Associated Corp.", "Treaty on …", "Brussels Conference on Syria".
 * A name is a run of capitalised words up to a head word, with its complement where the head takes one. The whole run is one name, so that
 * names inside it ("Institute for the Study of War") never come out on their own.
 */
export function organizationDrafts(
  context: MentionContext,
  states: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  const inside = new Set<number>();
  for (const draft of known.values())
    if (draft.type === "State" || draft.type === "Person") for (let at = draft.first + 1; at < draft.last; at++) inside.add(at);
  const closed = knownStartsByEnd(known);
  for (let at = 0; at < pieces.length; at++) {
    if (inside.has(at) || !canStart(pieces, at)) continue;
    const draft = nameAt(context, at, states, known, closed);
    if (draft !== undefined) {
      drafts.push(draft);
      at = draft.last - 1;
    }
  }
  return drafts;
}

/** Where the last name begins that ends at a piece, by that piece; arms and goods are part of names like others. */
function knownStartsByEnd(known: ReadonlyMap<number, MentionDraft>): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { first, last, type } of known.values())
    if (type !== "WeaponCategory" && type !== "Item") starts.set(last, Math.max(first, starts.get(last) ?? first));
  return starts;
}

function canStart(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  if (piece.kind !== "word" && !(piece.kind === "number" && /^(th|st|nd|rd)$/.test(pieces[at + 1]?.key ?? ""))) return false;
  const numeral =
    pieces[at + 1]?.kind === "hyphen" && !pieces[at + 1]?.space && /^(two|three|four|five|six|seven|eight|nine|ten)$/.test(piece.key);
  if (piece.kind === "word" && (!isCapitalised(piece) || (NO_NAME_STARTS.has(piece.key) && !numeral))) return false;
  const before = pieces[at - 1];
  // Inside a run that started earlier, unless that run was refused.
  return !(before !== undefined && before.kind === "hyphen" && !piece.space && /^\p{Ll}/u.test(pieces[at - 2]?.text ?? "A"));
}

function nameAt(
  context: MentionContext,
  first: number,
  states: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
  closed: ReadonlyMap<number, number>,
): MentionDraft | undefined {
  const { pieces } = context;
  if (pieces[first]?.key === "operation") return operationAt(context, first);
  let at = first;
  let words = 0;
  let shouted = 0;
  let headSeen = false;
  while (at < pieces.length && at - first < 14) {
    const piece = pieces[at] as Piece;
    if (at > first && piece.lineStart) return undefined;
    // "the General Assembly and the Security Council" are two names.
    if (piece.key === "and" && (closed.get(at) ?? -1) >= first) return undefined;
    // Behind a head word "and" joins another name; "the" stands only behind a connector.
    if (piece.key === "and" && headSeen) return undefined;
    if (piece.key === "the" && !/^(of|for|on|to)$/.test(pieces[at - 1]?.key ?? "")) return undefined;
    if (piece.kind === "hyphen" || piece.key === "and" || piece.key === "the") {
      if (!isCapitalised(pieces[at + 1] ?? piece) && piece.kind !== "hyphen" && pieces[at + 1]?.key !== "the") return undefined;
      at++;
      continue;
    }
    if (piece.kind === "possessive") {
      // "Workers' Party", "People's Army" go on; "Russia's Federal Agency" begins anew after the possessive.
      if (!OWNING_PEOPLE.test(pieces[at - 1]?.key ?? "")) return undefined;
      at++;
      continue;
    }
    if (piece.kind === "number") {
      if (!/^(th|st|nd|rd)$/.test(pieces[at + 1]?.key ?? "")) return undefined;
      at += 2;
      words++;
      continue;
    }
    if (piece.key === "," && seriesEnds(pieces, at)) {
      at++;
      continue;
    }
    if (piece.kind !== "word") return undefined;
    if (!isCapitalised(piece)) {
      if (!NAME_CONNECTORS.has(piece.key) || !isCapitalised(pieces[at + 1] ?? piece) || !/^(of|for|de|al|el|on|in)$/.test(piece.key))
        return undefined;
      at++;
      continue;
    }
    if (TITLE_HEADS.has(piece.key) && !/^(state|general|chief)$/.test(piece.key)) return undefined;
    words++;
    // A line in capitals shouts; it names nothing.
    if (isAllCaps(piece) && piece.text.length > 4) shouted++;
    if (shouted > 2) return undefined;
    // "Chief of the General Staff | Army General Gerasimov": a rank is no force
    const isRank = piece.key === "army" && pieces[at + 1]?.key === "general" && pieces[at + 2]?.key !== "staff";
    const head = isRank ? undefined : headAt(pieces, at);
    if (head !== undefined) {
      headSeen = true;
      const draft = finish(context, first, at + head.length, words, head.type, head.takesComplement, states, known);
      if (draft !== undefined) return draft;
    }
    at++;
  }
  return undefined;
}

/** "Educational, Scientific and Cultural Organization", "Foreign, Commonwealth, and Development Office": a series of modifiers goes on behind the comma to a head word. */
function seriesEnds(pieces: readonly Piece[], comma: number): boolean {
  let at = comma + 1;
  let joined = false;
  for (let steps = 0; steps < 8; steps++, at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.lineStart) return false;
    if (piece.key === "and") {
      joined = true;
      continue;
    }
    if (piece.key === ",") continue;
    if (piece.kind !== "word" || !isCapitalised(piece) || TITLE_HEADS.has(piece.key)) return false;
    const type = headAt(pieces, at)?.type;
    // One word between the conjunction and the head: "and Cultural Organization", not "and the United Nations Security Council"
    if (type !== undefined)
      return joined && /^(GovernmentBody|InternationalOrganization|Organization)$/.test(type) && pieces[at - 2]?.key === "and";
  }
  return false;
}

/** "Operation Desert Storm": the capitalised words behind the word, three at most. */
function operationAt(context: MentionContext, first: number): MentionDraft | undefined {
  const { pieces } = context;
  let last = first + 1;
  while (
    last - first < 4 &&
    pieces[last]?.kind === "word" &&
    !pieces[last]?.lineStart &&
    isCapitalised(pieces[last] as Piece) &&
    !NO_NAME_STARTS.has(pieces[last]?.key ?? "")
  )
    last++;
  return last === first + 1
    ? undefined
    : { first, last, type: "Conflict", kind: "name", name: nameOf(context, first, last), rule: "name.operation", confidence: 0.7 };
}

function headAt(pieces: readonly Piece[], at: number): { type: EntityType; takesComplement: boolean; length: number } | undefined {
  const piece = pieces[at] as Piece;
  const two = nameHead(`${piece.text} ${pieces[at + 1]?.text ?? ""}`);
  if (two !== undefined) return { ...two, length: 2 };
  const one = nameHead(piece.text);
  return one === undefined ? undefined : { ...one, length: 1 };
}

function finish(
  context: MentionContext,
  first: number,
  afterHead: number,
  words: number,
  headType: EntityType,
  takesComplement: boolean,
  states: ReadonlyMap<number, MentionDraft>,
  known: ReadonlyMap<number, MentionDraft>,
): MentionDraft | undefined {
  const { pieces } = context;
  let last = afterHead;
  // A later head swallows this one: "Ministry of Defence Press Service", "Security Council Committee", "Navy Command".
  for (let at = last; at < pieces.length && at - last < 5; at++) {
    const piece = pieces[at] as Piece;
    if (piece.lineStart || piece.kind !== "word" || !isCapitalised(piece) || TITLE_HEADS.has(piece.key)) break;
    const next = headAt(pieces, at);
    if (next !== undefined) {
      headType = next.type;
      takesComplement = next.takesComplement;
      words += at + next.length - last;
      last = at + next.length;
      at = last - 1;
    }
  }
  // "Task Force 50", "Battalion 7": units are numbered behind as well.
  // "Task Force (CTF) 50": the acronym of the head may stand before the number.
  const bracket = pieces[last]?.key === "(" && pieces[last + 2]?.key === ")" && isAllCaps(pieces[last + 1] as Piece) ? 3 : 0;
  if (headType === "MilitaryForce" && bracket > 0 && pieces[last + bracket]?.kind === "number") last += bracket;
  const numbered =
    headType === "MilitaryForce" &&
    pieces[last]?.kind === "number" &&
    !pieces[last]?.lineStart &&
    /^\d{1,4}$/.test(pieces[last]?.key ?? "");
  if (numbered) last++;
  const head = pieces[afterHead - 1] as Piece;
  // "Contact Group", "Action Plan": of two words, the pair is the head
  const pair = `${pieces[afterHead - 2]?.text ?? ""} ${head.text}`;
  const headText = nameHead(pair) === undefined ? head.text : pair;
  // "the Quds Force of the | Islamic Revolutionary Guard Corps": a name that is known goes on with no other body that is
  const isWhole =
    known.get(first)?.last === last &&
    pieces[last]?.key === "of" &&
    isKnownBody(known.get(pieces[last + 1]?.key === "the" ? last + 2 : last + 1));
  const end = takesComplement && !numbered && !isWhole ? complementEnd(pieces, last, known) : last;
  const hasComplement = end > last || numbered;
  const state = states.get(first);
  const modifierCount = words - 1;
  // A bare head is no name; a weak one needs a complement or a proper modifier; a state and a bare head belong to the grammar of state bodies.
  if (modifierCount === 0 && !hasComplement) return undefined;
  // "the Iranian Revolution" is no body of Iran's.
  if (state !== undefined && state.last >= last - 1 && !hasComplement && !(headType === "Conflict" && state.kind === "demonym"))
    return undefined;
  const commonModifiers = pieces
    .slice(first, afterHead - 1)
    .every((piece) => piece.kind !== "word" || COMMON_MODIFIERS.has(piece.key) || /ing$/.test(piece.key));
  if (modifierCount > 0 && commonModifiers && !hasComplement && (WEAK_HEADS.has(headText) || modifierCount === 1)) return undefined;
  if (
    modifierCount === 0 &&
    WEAK_HEADS.has(headText) &&
    !/^(Conference|Agreement|Roadmap|Partnership|Strategy|Initiative|Principles|Guidelines|Memorandum|Declaration|Framework|Charter|Alliance|School|Center|Centre|Network|Fund|Church|Bank|Party|Embassy|Movement|Front)$/.test(
      head.text,
    )
  )
    return undefined;
  if (isHeadlineCase(pieces, first, end) && WEAK_HEADS.has(headText)) return undefined;
  const inner = pieces.slice(first, afterHead).map((piece) => piece.key);
  // "Ein Zivan on Golan Heights" is two places, "Heather Nauert of the Department" a person and a body.
  if ((inner.includes("on") || inner.includes("in")) && /^(Place|Facility|MilitaryForce|GovernmentBody|Conflict)$/.test(headType))
    return undefined;
  if (inner.includes("of") && GIVEN_NAMES.has(inner[0] ?? "")) return undefined;
  const type = refineType(context, first, end, headType, states);
  // An ordinal counts the meetings of a series; it is no part of the series' name (L23).
  if (type === "Forum" && pieces[first]?.kind === "number") return undefined;
  const country = state?.entity;
  return {
    first,
    last: end,
    type,
    kind: "name",
    name: nameOf(context, first, end),
    ...(country === undefined ? {} : { country }),
    rule: `name.head-${head.key}`,
    confidence: 0.75,
  };
}

/** Modifiers that occur with any head and make no name by themselves: "Joint Statement", "National Security". */
const COMMON_MODIFIERS: ReadonlySet<string> = new Set(
  "joint national security foreign defense defence new special general federal state central military naval nuclear strategic political economic regional international supreme high public social local civil trilateral bilateral multilateral annual emergency extraordinary full executive official annual first second third press supply trade peace world global energy budget defensive combined allied united government annual ministerial of for the and arms weapons missile ballistic intelligence human rights domestic internal external armed regular".split(
    " ",
  ),
);

/** "of Foreign Affairs", "on the Non-Proliferation of Nuclear Weapons", "for the Study of War": capitalised words joined by connectors. */
function complementEnd(pieces: readonly Piece[], from: number, known: ReadonlyMap<number, MentionDraft>): number {
  let end = from;
  let at = from;
  const opens = pieces[at];
  const isConcerning = opens !== undefined && !opens.lineStart && /^(concerning|regarding|relating|governing)$/.test(opens.key);
  if (!isConcerning && (!/^(of|for|on|to|against|with)$/.test(opens?.key ?? "") || isCapitalised(opens as Piece))) return end;
  if (isConcerning && !isCapitalised(opens)) return end;
  // "Forum to Prevent …" names its purpose; "the Council to the Representative" only an addressee.
  if (pieces[at]?.key === "to" && !(pieces[at + 1] !== undefined && isCapitalised(pieces[at + 1] as Piece) && !known.has(at + 1)))
    return end;
  while (at < pieces.length && at - from < 24) {
    const piece = pieces[at] as Piece;
    if (piece.lineStart) break;
    if (piece.kind === "word" && isCapitalised(piece)) {
      if (isCalendarWord(piece.key) || SHORT_MONTH.test(piece.text) || RANKS.get(piece.key) === false) break;
      // "for Terrorism and Financial Intelligence | Brian Nelson": the holder's name begins
      if (
        at > from + 1 &&
        GIVEN_NAMES.has(piece.key) &&
        isNameBehind(pieces[at + 1]) &&
        !/^(?:of|for|and)$/.test(pieces[at - 1]?.key ?? "")
      )
        break;
      // "the Policy Office of the | Ministry of National Defense": another body begins.
      if (end === from && pieces[from]?.key === "of" && /^(Ministry|Department|Agency|Embassy|Office|Bureau)$/.test(headAhead(pieces, at)))
        break;
      if (TITLE_HEADS.has(piece.key) && at > from + 1 && !/^(chief|state|general)$/.test(piece.key)) break;
      end = at + 1;
      at++;
      continue;
    }
    // "of the Workers' Party of Korea": the possessive is inside the name.
    if (piece.kind === "possessive" && OWNING_PEOPLE.test(pieces[at - 1]?.key ?? "") && isCapitalised(pieces[at + 1] ?? piece)) {
      at++;
      continue;
    }
    // "for Australia's Nuclear-Powered Submarine Program": the complement is itself a name that goes on to its head
    if (
      piece.kind === "possessive" &&
      end === at &&
      /^(Program|Programme|Initiative|Plan|Project|Capability|Force|Forces)$/.test(headBehind(pieces, at + 1))
    ) {
      at++;
      continue;
    }
    if (/^an?$/.test(piece.key) && isConcerning && isCapitalised(pieces[at + 1] ?? piece)) {
      at++;
      continue;
    }
    // "Roadmap for Global Food Security — Call to Action": the subtitle of a document.
    if (piece.kind === "hyphen" && piece.space && end > from && isSubtitle(pieces, at + 1)) {
      at++;
      continue;
    }
    if (piece.kind === "hyphen" && !piece.space) {
      at++;
      const second = pieces[at];
      if (second !== undefined && second.kind === "word" && !second.space && !isCapitalised(second)) {
        end = at + 1;
        at++;
      }
      continue;
    }
    if (
      piece.kind === "word" &&
      (NAME_CONNECTORS.has(piece.key) || /^(between|off|concerning)$/.test(piece.key)) &&
      (!/^(in|with|against|al)$/.test(piece.key) || (isConcerning && piece.key === "in")) &&
      capitalFollows(pieces, at + 1) &&
      !(piece.key === "and" && startsName(pieces, known, pieces[at + 1]?.key === "the" ? at + 2 : at + 1))
    ) {
      at++;
      continue;
    }
    break;
  }
  // "and Russia" after a name is the next name, not its end: conjuncts are kept only where the words are no states (decided by the linker's longer match).
  return end;
}

const isKnownBody = (draft: MentionDraft | undefined): boolean =>
  draft !== undefined && /^(?:GovernmentBody|MilitaryForce|ArmedGroup|InternationalOrganization|Organization)$/.test(draft.type);

/** A capitalised word of the same line that could be a family name. */
const isNameBehind = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.kind === "word" && !piece.lineStart && isCapitalised(piece) && nameHead(piece.text) === undefined;

/** Owners inside a body's name. */
const OWNING_PEOPLE =
  /^(workers|peoples|people|womens|childrens|childs|lords|teachers|farmers|veterans|soldiers|doctors|leaders|ministers)$/;

/** "Call to Action", "Plan of Action": the words of a document's subtitle behind a dash. */
const isSubtitle = (pieces: readonly Piece[], at: number): boolean =>
  /^(call|plan|programme|program|framework|roadmap|agenda|declaration|vision|pathway)$/.test(pieces[at]?.key ?? "") &&
  isCapitalised(pieces[at] as Piece);

/** Short forms of the months as they stand in dates. */
const SHORT_MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

/** The first head word of the capitalised words from `at`, if one follows within three. */
function headAhead(pieces: readonly Piece[], at: number): string {
  for (let next = at; next < at + 3; next++) {
    const piece = pieces[next];
    if (piece === undefined || piece.kind !== "word" || !isCapitalised(piece)) return "";
    if (nameHead(piece.text) !== undefined) return piece.text;
  }
  return "";
}

/** The last word of the capitals, hyphens included, that begin at `at`. */
function headBehind(pieces: readonly Piece[], at: number): string {
  let last = "";
  for (let next = at; next < at + 7; next++) {
    const piece = pieces[next];
    if (piece?.kind === "hyphen" && !piece.space) continue;
    if (piece === undefined || piece.lineStart || piece.kind !== "word" || !isCapitalised(piece)) break;
    last = piece.text;
  }
  return last;
}

/** A name of its own begins here: one that is known, or capitals that end in a head word ("and Purdue University"). */
function startsName(pieces: readonly Piece[], known: ReadonlyMap<number, MentionDraft>, at: number): boolean {
  const head = nameHead(headAhead(pieces, at));
  if (
    head !== undefined &&
    (head.type === "GovernmentBody" ||
      head.type === "ResearchOrganization" ||
      head.type === "InternationalOrganization" ||
      head.type === "Company")
  )
    return true;
  const draft = known.get(at);
  return draft !== undefined && draft.kind !== "demonym" && !/^(WeaponCategory|Item|Place|Programme|Conflict)$/.test(draft.type);
}

function capitalFollows(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at];
  if (next === undefined) return false;
  if (isCapitalised(next)) return true;
  return (next.key === "the" || next.key === "of") && pieces[at + 1] !== undefined && isCapitalised(pieces[at + 1] as Piece);
}

/** Most words around are capitalised: a title-case headline says nothing about names. */
function isHeadlineCase(pieces: readonly Piece[], first: number, last: number): boolean {
  let capital = 0;
  let all = 0;
  // Other lines say nothing: each item of a list may be a name.
  let from = first;
  while (from > 0 && from > first - 6 && pieces[from]?.lineStart === false) from--;
  for (let at = from; at < Math.min(pieces.length, last + 6); at++) {
    const piece = pieces[at] as Piece;
    if (at > last - 1 && piece.lineStart) break;
    if (at >= first && at < last) continue;
    if (piece.kind !== "word" || piece.text.length < 4) continue;
    all++;
    if (isCapitalised(piece)) capital++;
  }
  return all >= 4 && capital / all > 0.8;
}

const INTERNATIONAL = new RegExp(`(?:^|[^\\p{L}])(?:${[...INTERNATIONAL_CUES].join("|")})(?:$|[^\\p{L}])`, "u");

function refineType(
  context: MentionContext,
  first: number,
  last: number,
  type: EntityType,
  states: ReadonlyMap<number, MentionDraft>,
): EntityType {
  const name = nameOf(context, first, last);
  const words = context.pieces.slice(first, last);
  const isInternational =
    INTERNATIONAL.test(name) || words.some((piece) => isAllCaps(piece) && /^(UN|NATO|EU|OSCE|ASEAN|IAEA)$/.test(piece.text));
  if (/\b(News|Press|Media|Broadcasting)\b/.test(name) && type !== "Agreement" && type !== "Document" && !/Conference|Club/.test(name))
    return "MediaOrganization";
  const isOwnedByState = (): boolean =>
    [...states.values()].some((draft) => draft.first > first && draft.last === last && draft.type === "State");
  if (
    type === "GovernmentBody" &&
    isInternational &&
    !/^National\b/.test(name) &&
    !/\b(Ministry|Department|Embassy)\b/.test(name) &&
    !isOwnedByState()
  )
    return "InternationalOrganization";
  if (
    type === "MilitaryForce" &&
    /\b(Democratic|Liberation|Popular|People['’]s Mobili[sz]ation|Resistance|Rebel|Free|Mobili[sz]ation)\b/.test(name)
  )
    return "ArmedGroup";
  if (
    (type === "MilitaryForce" || type === "Organization") &&
    /\b(Front|Army|Brigades?|Movement|Resistance)\b/.test(name) &&
    fightsUnderArms(context, last)
  )
    return "ArmedGroup";
  if (type === "MilitaryForce" && isInternational) return "InternationalOrganization";
  if (type === "Organization" && /\b(United Nations|Arab League|African Union)\b/.test(name)) return "InternationalOrganization";
  return type;
}

/** Rebels, militants or fighters are spoken of right behind the name. */
function fightsUnderArms({ pieces }: MentionContext, last: number): boolean {
  for (let at = last; at < last + 4; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.lineStart) return false;
    if (/^(rebels?|militants?|fighters?|insurgents?|guerrillas?|militia|militias|gunmen|jihadists?)$/.test(piece.key)) return true;
  }
  return false;
}
