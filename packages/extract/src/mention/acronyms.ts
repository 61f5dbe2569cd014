import type { MentionContext, MentionDraft } from "./context.ts";
import { isCapitalised, type Piece } from "./pieces.ts";

/** An acronym that the text itself explains. */
export interface AcronymDefinition {
  readonly acronym: string;
  /** Pieces of the acronym where it is defined. */
  readonly first: number;
  readonly last: number;
  /** The full name beside it: index into the drafts, or the pieces of a phrase that no draft covers. */
  readonly draft?: MentionDraft;
  readonly phrase?: { readonly first: number; readonly last: number };
  /** The letters agree with the words. */
  readonly lettersAgree: boolean;
}

/** Ends of names with their acronym in brackets, "X (ABC)", "the DPRK [Democratic People's Republic of Korea]", "X, or ABC,". */
export function findAcronyms(context: MentionContext, drafts: readonly MentionDraft[]): AcronymDefinition[] {
  const { pieces } = context;
  const byEnd = new Map(drafts.map((draft) => [draft.last, draft]));
  const byStart = new Map(drafts.map((draft) => [draft.first, draft]));
  const definitions: AcronymDefinition[] = [];
  for (let at = 1; at < pieces.length; at++) {
    const open = pieces[at] as Piece;
    if (open.key !== "(" && open.key !== "[") continue;
    let close = at + 1;
    while (close < pieces.length && close - at < 12 && pieces[close]?.key !== ")" && pieces[close]?.key !== "]") close++;
    if (pieces[close]?.key !== ")" && pieces[close]?.key !== "]") continue;
    const inside = acronymText(pieces, at + 1, close);
    if (inside !== undefined) {
      // "the Houthis’ (FTO)": a possessive or a closing quotation mark may stand between.
      const nameLast = /^[”"’']$/.test(pieces[at - 1]?.key ?? "") || pieces[at - 1]?.kind === "possessive" ? at - 1 : at;
      const draft = byEnd.get(nameLast);
      const range = { first: at + 1, last: close };
      if (draft !== undefined && draft.kind !== "acronym") {
        definitions.push({ acronym: inside, ...range, draft, lettersAgree: agrees(inside, pieces, draft.first, draft.last) });
      } else {
        const phrase = phraseFor(inside, pieces, nameLast);
        if (phrase !== undefined) definitions.push({ acronym: inside, ...range, phrase, lettersAgree: true });
      }
      continue;
    }
    // The acronym outside, the full name in brackets.
    const before = pieces[at - 1] as Piece;
    const full = byStart.get(at + 1);
    if (full !== undefined && full.last >= close - 1 && /^[\p{Lu}\p{N}&-]{2,8}$/u.test(before.text)) {
      definitions.push({
        acronym: before.text,
        first: at - 1,
        last: at,
        draft: full,
        lettersAgree: agrees(before.text, pieces, full.first, full.last),
      });
    }
  }
  return definitions;
}

/** The acronym between brackets: one to three pieces such as `RDP-A`, `C-NCG`, `DoD`; two capitals at least. */
function acronymText(pieces: readonly Piece[], first: number, last: number): string | undefined {
  if (last - first > 3 || last <= first) return undefined;
  let text = "";
  for (let at = first; at < last; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind === "mark" || piece.kind === "possessive") return undefined;
    text += piece.kind === "hyphen" ? "-" : (piece.space && at > first ? " " : "") + piece.text;
  }
  return /^[\p{Lu}\p{N}][\p{L}\p{N}&-]{1,9}$/u.test(text) &&
    (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2 &&
    !/^\p{Lu}-\p{Lu}\p{Ll}/u.test(text)
    ? text
    : undefined;
}

/** Schwartz–Hearst: the acronym's letters stand in order in the words, its first letter at a word's start. */
function agrees(acronym: string, pieces: readonly Piece[], first: number, last: number): boolean {
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, "");
  const text = pieces
    .slice(first, last)
    .map((piece) => piece.key)
    .join(" ");
  let at = text.length;
  for (let index = letters.length - 1; index >= 0; index--) {
    const letter = letters[index] as string;
    do at--;
    while (at >= 0 && (text[at] !== letter || (index === 0 && at > 0 && text[at - 1] !== " ")));
    if (at < 0) return false;
  }
  return true;
}

/** The words before the bracket whose initials give the acronym: "Extended Range Widget Forum (ERWF)". */
function phraseFor(acronym: string, pieces: readonly Piece[], end: number): { first: number; last: number } | undefined {
  const letters = acronym.toLowerCase().replace(/[^\p{L}]/gu, "");
  let index = letters.length - 1;
  for (let at = end - 1; at >= 0 && end - at <= letters.length * 2 + 2; at--) {
    const piece = pieces[at] as Piece;
    if (piece.kind === "mark" || (piece.lineStart && at < end - 1 && index > 0 && piece.key[0] !== letters[0])) return undefined;
    if (piece.kind !== "word") continue;
    if (piece.key[0] === letters[index]) index--;
    else if (!/^(of|for|the|and|on|in|to|de|against|with)$/.test(piece.key)) return undefined;
    if (index < 0) return isCapitalised(piece) || acronym.length >= 3 ? { first: at, last: end } : undefined;
  }
  return undefined;
}
