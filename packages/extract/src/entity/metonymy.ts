import { XPOS_TAGS } from "@chancery/nlp";
import { isCalendarWord } from "../calendar-words.ts";
import type { MentionContext, MentionDraft } from "../mention/context.ts";
import type { Piece } from "../mention/pieces.ts";

/** Whether a capital stands for the city or for its government, and why. */
export interface MetonymDecision {
  readonly use: "government" | "place";
  readonly rule: string;
}

const PLACE_PREPOSITIONS = /^(in|at|near|outside|around|inside|into|via|throughout|downtown|central|across|above|over|within|beyond)$/;
const TRAVEL =
  /^(travel\w*|trips?|visit\w*|flew|fly|flying|flights?|went|go|goes|going|gone|come|came|coming|arriv\w*|return\w*|head(ed|ing)|drove|drive|journey\w*|tour\w*|march\w*|advance[ds]?|advancing|land(ed|ing)|left|leave|leaving|moved|moving|stop\w*|drones?|road|train|miles?|kilomet(er|re)s?|km|north|south|east|west|fled|flee|retreat\w*|withdr\w+|border|residents?|mayor)$/;
/** Verbs whose object is a town: it is conquered, visited, left. */
const TOWN_VERBS =
  /^(visit(ed|ing|s)?|conquer\w*|captur\w*|seiz\w*|enter(ed|ing|s)?|leav(e|ing|es)|left|reach(ed|ing|es)?|bomb(ed|ing|s)?|shell(ed|ing|s)?|besieg\w*|evacuat\w*|liberat\w*|encircl\w*|storm(ed|ing)|struck|strike|striking|hit|took|retook|occupied|occupying|overran|surround\w*|fled|flee|toured?|city|town|capital|port|isolate|isolating|take)$/;
/** What a town has and a government has not. */
const TOWN_NOUNS =
  /^(airports?|suburbs?|streets?|residents?|mayor|outskirts|metro|universit(y|ies)|hotels?|stations?|squares?|palaces?|districts?|neighbou?rhoods?|skies|hospitals?|cathedral|inhabitants|population|port|city|downtown|zoo|museum)$/;
const GOVERNMENT_CONTEXT =
  /^(between|against|told|warned|urged|accused|pressed|pushed|by|with|upon|support(ed|s|ing)?|criticized|asked|informed|notified|blamed|sanctioned|backed|backs|supplies|supplied|arming|arms|provoke|deter|deterring|isolate|engage|engaging)$/;
/** What is handed over: goes from and to governments, whatever town names them ("deliver tanks to Kyiv", "bought shells from Pyongyang"). */
const HANDING_OVER =
  /^(suppl(y|ies|ied|ying)|deliver(s|ed|ing|y|ies)?|sell(s|ing)?|sold|sales?|provid(e|es|ed|ing)|giv(e|es|en|ing)|gave|donat(e|es|ed|ing|ions?)|export(s|ed|ing)?|transfer(s|red|ring)?|ship(s|ped|ping|ments?)|offer(s|ed|ing)?|pledg(e|es|ed|ing)|grant(s|ed|ing)?|lend(s|ing)?|lent|loan(s|ed)?|buy(s|ing)?|bought|purchas(e|es|ed|ing)|acquir(e|es|ed|ing)|obtain(s|ed|ing)?|import(s|ed|ing)?|procur(e|es|ed|ing)|receiv(e|es|ed|ing)|extend(s|ed|ing)?|aid|assistance|loans?|payments?|pay(s|ing)?|paid|remittances?|provisions?|proliferation|smuggling|lending|disburse(s|d|ment|ments)?)$/;
/** Answers that governments give: "drew criticism from Beijing". */
const REACTIONS =
  /^(criticisms?|condemnations?|protests?|rebukes?|opposition|objections?|complaints?|denials?|warnings?|threats?|praise|support|backing|approval|disapproval|outrage|anger|concerns?|alarm|response|reactions?|statements?|pressure|demands?|requests?|assurances?|invitations?|permission|orders?|instructions?)$/;
/** What falls on towns, not on governments. */
const BLOWS =
  /^(air)?(strikes?|raids?|attacks?|bombings?|bombardments?|shellings?|assaults?|offensives?|barrages?|salvos?|missiles?|rockets?|drones?|fired|launched|siege|capture|fall)$/;
const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);

/**
 * Decides place or government (requirements L1, L2): a preposition of place, a travel or conquest verb, a country behind a comma or a dateline make the
 * city; a finite verb behind, a possessive, a partner in "X and Y" make the government; failing both, the government where the document names its state.
 */
export function decideMetonym(
  context: MentionContext,
  draft: MentionDraft,
  isState: (piece: number, direction: "before" | "after") => boolean,
  stateInDocument: boolean,
): MetonymDecision {
  const { pieces } = context;
  const before = pieces[draft.first - 1];
  const after = pieces[draft.last];
  const place = (rule: string): MetonymDecision => ({ use: "place", rule: `metonym.place.${rule}` });
  const government = (rule: string): MetonymDecision => ({ use: "government", rule: `metonym.government.${rule}` });
  const own = pieces[draft.first] as Piece;
  const previous = own.lineStart || before === undefined ? "" : before.key === "the" ? (pieces[draft.first - 2]?.key ?? "") : before.key;
  if (/^dc$/.test(pieces[draft.last - 1]?.key ?? "") || (after?.key === "," && pieces[draft.last + 1]?.key === "dc")) return place("dc");
  if (own.lineStart && isDateline(pieces, draft.last)) return place("dateline");
  if (
    after?.key === "," &&
    isState(draft.last + 1, "after") &&
    !/^(and|,)$/.test(pieces[draft.last + 2]?.key ?? "") &&
    !/^(and|,|between|with|by)$/.test(previous)
  )
    return place("country-follows");
  if (after?.kind === "possessive" && !TOWN_NOUNS.test(headAfter(pieces, draft.last + 1))) return government("possessive");
  if (PLACE_PREPOSITIONS.test(previous)) return place("preposition");
  if (
    previous === "of" &&
    /^(city|town|capital|port|streets|north|south|east|west|outskirts|outside|suburbs|center|centre|battle|siege|fall|people)$/.test(
      pieces[draft.first - 2]?.key ?? "",
    )
  )
    return place("city-of");
  if (TOWN_VERBS.test(previous)) return place("object-of-town-verb");
  if (after?.kind === "possessive") return place("town-noun");
  if (after !== undefined && TOWN_NOUNS.test(after.key) && !after.lineStart) return place("town-noun");
  // "missile strikes against Kyiv", "rockets fired at Tel Aviv", "its economic hub, Tel Aviv"
  if (previous === "," && /^(hub|city|town|capital|port|stronghold|bastion)$/.test(pieces[draft.first - 2]?.key ?? ""))
    return place("apposition");
  if (/^(on|against|at|toward|towards|into|of)$/.test(previous)) {
    for (let at = draft.first - 2; at > draft.first - 5 && at >= 0; at--) {
      const piece = pieces[at] as Piece;
      if (BLOWS.test(piece.key)) return place("struck");
      if (piece.kind === "mark" || piece.lineStart) break;
    }
  }
  if (/^(to|from|for|toward|towards|on)$/.test(previous)) {
    let flies = false;
    let handedOver = false;
    for (let at = draft.first - 2; at > draft.first - 8 && at >= 0; at--) {
      const piece = pieces[at] as Piece;
      if (/^drones?$/.test(piece.key)) flies = true;
      else if (TRAVEL.test(piece.key)) return place("travel");
      if (HANDING_OVER.test(piece.key) || (previous === "from" && REACTIONS.test(piece.key))) handedOver = true;
      if (piece.kind === "mark" || piece.lineStart) break;
    }
    if (handedOver && previous !== "for" && previous !== "on") return government("handing-over");
    if (flies) return place("travel");
    return stateInDocument ? government("addressee") : place("preposition");
  }
  if (GOVERNMENT_CONTEXT.test(previous)) return government("partner");
  if ((after?.key === "and" || after?.kind === "hyphen") && isState(draft.last + 1, "after")) return government("coordination");
  if ((previous === "and" || before?.kind === "hyphen") && isState(draft.first - 2, "before")) return government("coordination");
  // "Washington and its allies"
  if (after?.key === "and" && /^(its|their|other)$/.test(pieces[draft.last + 1]?.key ?? "")) return government("coordination");
  const verb = followedByVerb(context, draft);
  if (verb !== undefined) return government(verb);
  return stateInDocument ? government("state-in-document") : place("default");
}

function isDateline(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at];
  if (next === undefined) return false;
  if (next.key === "(" || /^[–—]$/.test(next.key) || (next.kind === "hyphen" && next.space)) return true;
  if (next.key === ",") return /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(pieces[at + 1]?.key ?? "");
  // "LONDON International demand …": capitals at the head of a paragraph.
  return /^\p{Lu}{3,}$/u.test(pieces[at - 1]?.text ?? "") && /^\p{Lu}\p{Ll}/u.test(next.text);
}

/** The noun after a possessive, over up to two modifiers: "Pyongyang's Sunan International Airport". */
function headAfter(pieces: readonly Piece[], from: number): string {
  let head = "";
  for (let at = from; at < from + 4; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.kind !== "word" || piece.lineStart) break;
    head = piece.key;
    if (TOWN_NOUNS.test(head)) return head;
  }
  return head;
}

function followedByVerb(context: MentionContext, draft: MentionDraft): string | undefined {
  const { pieces, analysis } = context;
  const after = afterAside(pieces, pastTime(pieces, draft.last));
  if (after === undefined || after.lineStart || after.kind !== "word") return undefined;
  if (
    /^(has|have|had|is|was|will|would|may|might|could|should|said|says|also|never|still|now|recently|long|consistently|repeatedly|did|does|itself)$/.test(
      after.key,
    )
  )
    return "subject";
  if (analysis === undefined) return undefined;
  const token = tokenAt(analysis.tokens.start, after.start);
  return token !== undefined && FINITE.has(XPOS_TAGS[analysis.tokens.tag[token] ?? 0] ?? "") ? "subject" : undefined;
}

const isCalendar = (word: string): boolean => isCalendarWord(word) || /^(?:early|late|mid|\d{1,2}|(?:19|20)\d\d)$/.test(word);

/** Behind "in January 2024", "on Sunday", "last year": "which Moscow in January signed". */
function pastTime(pieces: readonly Piece[], from: number): number {
  if (/^(?:last|this|next|earlier)$/.test(pieces[from]?.key ?? "")) {
    const span = pieces[from]?.key === "earlier" && pieces[from + 1]?.key === "this" ? from + 2 : from + 1;
    return /^(?:week|month|year|spring|summer|autumn|fall|winter|night)$/.test(pieces[span]?.key ?? "") ? span + 1 : from;
  }
  let at = /^(?:in|on|since)$/.test(pieces[from]?.key ?? "") ? from + 1 : from;
  const start = at;
  while (at < start + 4 && isCalendar(pieces[at]?.key ?? "")) at++;
  return at > start ? at : from;
}

/** Openers of a relative clause; its verb may need more room. */
const RELATIVE = /^(?:which|whose|who)$/;

/** "Seoul, for its part, said", "Tehran, with which Moscow signed a treaty, denied": the piece behind an adjunct between commas, else the one that follows at once. */
function afterAside(pieces: readonly Piece[], at: number): Piece | undefined {
  const relative = RELATIVE.test(pieces[at + 1]?.key ?? "") || RELATIVE.test(pieces[at + 2]?.key ?? "");
  if (
    pieces[at]?.key !== "," ||
    !(relative || /^(for|in|by|on|through|after|however|meanwhile|too|long|already|itself|once|still)$/.test(pieces[at + 1]?.key ?? ""))
  )
    return pieces[at];
  for (let i = at + 2; i < at + (relative ? 20 : 10); i++) {
    if (pieces[i] === undefined || pieces[i]?.lineStart) return pieces[at];
    if (pieces[i]?.key === ",") return pieces[i + 1];
  }
  return pieces[at];
}

function tokenAt(starts: Uint32Array, offset: number): number | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = starts[middle] as number;
    if (start === offset) return middle;
    if (start < offset) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
