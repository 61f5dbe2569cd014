import { surnameIndex } from "../entity/person-registry.ts";
import type { MentionContext } from "./context.ts";
import { isCapitalised, type Piece } from "./pieces.ts";
import { FAMILY_FIRST, GIVEN_NAMES } from "./title-words.ts";

/**
 * Where a person's name ends in a headline that capitalises every word: "Secretary Blinken | Travels to Kyiv", "President Biden | Announcing Actions". A capital
 * says nothing there, so the name goes on only in words that the text below writes with a capital, too, and never without. Where the text below does not name
 * the person, the family name of somebody known ends it, and a gerund is none of it. Outside such headlines `end` is kept.
 */
export function nameEndInHeadline(context: MentionContext, first: number, end: number): number {
  const { document, pieces } = context;
  const opening = pieces[first];
  if (opening === undefined || end - first < 2) return end;
  const headline = document.regions.find(
    ({ kind, start, end: stop }) => kind === "headline" && start <= opening.start && opening.start < stop,
  );
  if (headline === undefined || !isTitleCase(document.text.slice(headline.start, headline.end))) return end;
  const below = document.text.slice(headline.end);
  let last = first + 1;
  for (let at = last; at < end; at++) {
    const piece = pieces[at] as Piece;
    // "Sung-han": what a hyphen joins to a name is part of it
    if (at === last && (piece.kind === "hyphen" || pieces[at - 1]?.kind === "hyphen")) {
      last = at + 1;
      continue;
    }
    // Initials and particles belong to what follows them
    if (piece.kind !== "word" || piece.text.length < 2 || !isCapitalised(piece)) continue;
    if (!standsIn(below, piece.text) || standsIn(below, piece.text.toLowerCase())) break;
    last = at + 1;
  }
  const given = FAMILY_FIRST.has(opening.key) || GIVEN_NAMES.has(opening.key);
  const known = standsIn(below, opening.text) || (!given && surnameIndex(context.knowledge).has(opening.key));
  if (last > first + 1 || known) return last;
  for (let at = last; at < end; at++) if (isGerund(pieces, at)) return at;
  return end;
}

/** "Announcing", but not the given name in "Xi Jinping". */
const isGerund = (pieces: readonly Piece[], at: number): boolean =>
  /^\p{Lu}\p{Ll}{3,}ing$/u.test(pieces[at]?.text ?? "") && !FAMILY_FIRST.has(pieces[at - 1]?.key ?? "");

/** Most of the longer words have a capital. */
function isTitleCase(headline: string): boolean {
  const words = headline.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.75;
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + word.length))) return true;
  return false;
}
