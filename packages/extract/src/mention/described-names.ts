import { MONTHS } from "../calendar-words.ts";
import { type MentionContext, type MentionDraft, nameOf } from "./context.ts";
import { NO_NAME_STARTS, nameHead } from "./name-heads.ts";
import { isCapitalised, type Piece } from "./pieces.ts";
import { TITLE_HEADS } from "./title-words.ts";

/** Lower-case heads of agreements that go by the place, matter or date before them. */
const ACCORD = /^(accords?|pacts?|treaty|treaties|armistice|truce|ceasefire|agreements?|deal|protocols?|memorandum|compact)$/;
/** With these a place alone is enough: "the Minsk accords"; "an Ankara deal" may be any. */
const PLAIN = /^(accords?|pact|treaty|treaties|armistice|truce|ceasefire|protocols?)$/;
const MATTER =
  /^(peace|ceasefire|fire|cease|grain|nuclear|disengagement|truce|armistice|normali[sz]ation|withdrawal|border|missile|security|defen[cs]e|friendship|partition|gas|prisoner|swap|exchange|disarmament|trade|basing|arms|sharing|power|water|maritime|fisheries|hostage|basing|neutrality|non|aggression|reconciliation|unification|unity|demilitari[sz]ation)$/;
/** What a number of points makes: "the five-point consensus", "a 20-point plan". */
const POINTED = /^(consensus|plan|agreement|declaration|statement|formula|roadmap|initiative|proposal|accord|programme|program)$/;
/** Lower-case heads of crises that go by the name before them. */
const CRISIS = /^(crisis|dispute|protests|standoff|insurgency|uprising|revolution|rebellion|war|conflict)$/;
/** What is fought for a place: "the battle of Kyiv", "the siege of Mariupol". */
const FIGHT = /^(battle|siege|blockade)$/;

/** Agreements and conflicts that half of their wording describes: the other half is a place, a date, a number or a name that no list knows. */
export function describedNameDrafts(context: MentionContext, known: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const ends = new Map([...known.values()].map((draft) => [draft.last, draft]));
  const drafts: MentionDraft[] = [];
  const add = (first: number, last: number, type: "Agreement" | "Conflict", rule: string): void => {
    drafts.push({ first, last, type, kind: "name", name: nameOf(context, first, last), rule, confidence: 0.7, transparent: true });
  };
  for (let at = 1; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word" || isCapitalised(piece) || piece.lineStart) continue;
    if (ACCORD.test(piece.key)) {
      const first = accordFrom(pieces, at, ends);
      if (first < at) add(first, at + 1, "Agreement", "agreement.by-place-or-date");
    }
    if (POINTED.test(piece.key) && pieces[at - 1]?.key === "point" && pieces[at - 2]?.kind === "hyphen" && at > 3)
      add(at - 3, at + 1, "Agreement", "agreement.of-points");
    if (piece.key === "cap" && pieces[at - 1]?.key === "price")
      add(/^(oil|gas|fuel)$/.test(pieces[at - 2]?.key ?? "") ? at - 2 : at - 1, at + 1, "Agreement", "agreement.price-cap");
    if (/^programme?$/.test(piece.key) && pieces[at - 1]?.key === "sanctions") {
      const owner = ends.get(at - 1);
      if (owner !== undefined) add(owner.first, at + 1, "Agreement", "agreement.sanctions-programme");
    }
    if (CRISIS.test(piece.key)) {
      const first = crisisFrom(pieces, at, known, ends);
      if (first < at) add(first, at + 1, "Conflict", "conflict.by-name");
    }
    if (FIGHT.test(piece.key) && /^(of|for)$/.test(pieces[at + 1]?.key ?? "")) {
      const place = known.get(pieces[at + 2]?.key === "the" ? at + 3 : at + 2);
      if (place !== undefined && (place.type === "Place" || place.kind === "metonym" || place.type === "Territory"))
        add(at, place.last, "Conflict", "conflict.fight-for-place");
    }
  }
  return drafts;
}

const isUnknownName = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.kind === "word" &&
  isCapitalised(piece) &&
  piece.text.length > 2 &&
  !NO_NAME_STARTS.has(piece.key) &&
  !TITLE_HEADS.has(piece.key);

/** Leftwards from an agreement's head over what it is about to the place, date or name that tells it from others; `head` where nothing does. */
function accordFrom(pieces: readonly Piece[], head: number, ends: ReadonlyMap<number, MentionDraft>): number {
  let first = head;
  let matters = false;
  while (first > 0 && head - first < 4 && !pieces[first]?.lineStart) {
    const previous = pieces[first - 1] as Piece;
    if (previous.kind === "hyphen" && !previous.space && first < head) first--;
    else if (previous.kind === "word" && MATTER.test(previous.key) && !ends.has(first)) {
      first--;
      matters = true;
    } else break;
  }
  if (pieces[first]?.lineStart) return head;
  const before = pieces[first - 1];
  const draft = ends.get(first);
  const plain = PLAIN.test(pieces[head]?.key ?? "");
  // "the July 2020 ceasefire", "the 1954 armistice"
  if (before?.kind === "number" && /^(1[6-9]|20)\d{2}$/.test(before.key) && (plain || matters))
    return MONTHS.has(pieces[first - 2]?.key ?? "") ? first - 2 : first - 1;
  if (draft?.type === "Place" || draft?.kind === "metonym" || draft?.type === "Territory") {
    if (!(matters || plain)) return head;
    return /^(the|this|that|its|old|new)$/.test(pieces[draft.first - 1]?.key ?? "the") || matters ? draft.first : head;
  }
  // "the Egyptian-Israeli peace treaty": two peoples between them
  if (draft?.kind === "demonym" && pieces[draft.first - 1]?.kind === "hyphen") {
    const other = ends.get(draft.first - 1);
    return other !== undefined && (matters || plain) ? other.first : head;
  }
  // "the EastMed pact"
  if (
    isUnknownName(before) &&
    draft === undefined &&
    plain &&
    pieces[first - 2]?.key === "the" &&
    nameHead(before?.text ?? "") === undefined
  )
    return first - 1;
  return head;
}

/** "the Maidan protests", "the Arab-Israeli dispute", "the Oruç Reis crisis": back to the start of the name before the head; `head` where there is none. */
function crisisFrom(
  pieces: readonly Piece[],
  head: number,
  known: ReadonlyMap<number, MentionDraft>,
  ends: ReadonlyMap<number, MentionDraft>,
): number {
  const draft = ends.get(head);
  if (draft?.kind === "demonym" && pieces[draft.first - 1]?.kind === "hyphen" && isCapitalised(pieces[draft.first - 2] as Piece))
    return ends.get(draft.first - 1)?.first ?? draft.first - 2;
  // What lists know is read by the rules for conflicts of states and places
  if (draft !== undefined || /^(war|conflict)$/.test(pieces[head]?.key ?? "")) return head;
  let first = head;
  while (head - first < 3 && isUnknownName(pieces[first - 1]) && !known.has(first - 1) && !pieces[first]?.lineStart) first--;
  const opener = pieces[first - 1];
  return first < head && /^(the|a|an|this)$/.test(opener?.key ?? "") ? first : head;
}
