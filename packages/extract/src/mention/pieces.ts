/**
 * A name-sized piece of text: a word, a number, a dotted acronym (`U. S.` is one piece), a possessive ending or one punctuation mark.
 * Names are matched on pieces rather than on tokens, so that aliases and text are cut alike whatever the tokeniser does with hyphens.
 */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** As written, with the full stops of acronyms and abbreviations dropped. */
  readonly text: string;
  /** Lower case, without accents and inner apostrophes; what alias tries are keyed by. */
  readonly key: string;
  readonly kind: "word" | "number" | "possessive" | "hyphen" | "mark";
  /** White space (or the start of the text) precedes. */
  readonly space: boolean;
  /** First piece of its line. */
  readonly lineStart: boolean;
}

const ABBREVIATIONS =
  "Lt|Gen|Col|Maj|Capt|Cmdr|Sgt|Adm|Brig|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Amb|Hon|Rev|St|Jr|Sr|Corp|Co|Inc|Ltd|Mt|Ft|No|Nos|Msgr|Pvt|Sec|Dept|Univ|Assn|Bros";
/* Order matters: dotted acronyms, abbreviations, words with inner apostrophes, numbers, marks. */
const PIECE_HERE = new RegExp(
  [
    "(?<dotted>(?<![\\p{L}\\p{N}])\\p{Lu}\\.(?:[ \\u00a0]?\\p{Lu}\\.)+|(?<![\\p{L}\\p{N}])\\p{Lu}\\.[ \\u00a0]?\\p{Lu}(?![\\p{L}\\p{N}]))",
    `(?<abbreviation>(?<![\\p{L}\\p{N}])(?:${ABBREVIATIONS})\\.)`,
    "(?<possessive>(?<=[\\p{L}\\p{N}.])['’]s(?![\\p{L}\\p{N}])|(?<=[sS])['’](?![\\p{L}\\p{N}]))",
    "(?<initial>(?<![\\p{L}\\p{N}])\\p{Lu}\\.(?=[ \\u00a0]\\p{Lu}))",
    "(?<word>\\p{L}[\\p{L}\\p{M}]*(?:['’‘ʼ`](?!s(?![\\p{L}\\p{N}]))\\p{L}[\\p{L}\\p{M}]*)*)",
    "(?<number>\\p{N}+(?:[.,]\\p{N}+)*)",
    "(?<hyphen>[-‐‑‒–—/])",
    "(?<mark>[^\\s\\p{L}\\p{N}\\p{M}\\p{Cf}])",
  ].join("|"),
  "uy",
);

/**
 * Where the word of plain Latin letters ends that begins at `at`, if that is all that can be read there; else -1. Not so before a full stop behind a capital
 * (`U.S.`, `Gen.`), an apostrophe, or a letter of another kind; nor where a capital within may tell of glued words.
 */
function plainWordEnd(text: string, at: number, first: number): number {
  const capital = first >= 0x41 && first <= 0x5a;
  if (!capital && !(first >= 0x61 && first <= 0x7a)) return -1;
  let end = at + 1;
  let code = 0;
  for (; end < text.length; end++) {
    code = text.charCodeAt(end);
    if (code >= 0x61 && code <= 0x7a) continue;
    if (capital && code >= 0x41 && code <= 0x5a) return -1;
    if (code < 0x41 || code > 0x5a) break;
  }
  if (end === text.length) return end;
  return code > 0x7e || code === 0x27 || code === 0x60 || (capital && code === 0x2e) ? -1 : end;
}

/** What folding leaves as it is, but for capitals. */
const PLAIN = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/;

/** Lower case, without diacritics, apostrophes and full stops. */
export function foldName(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/[’‘'ʼ`]/g, "")
    .toLowerCase();
}

/** Cuts `text` (or its part `[from, to)`) into pieces; offsets refer to `text`. */
export function cutPieces(text: string, from = 0, to: number = text.length): Piece[] {
  const pieces: Piece[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  let previousEnd = 0;
  for (let at = 0; at < slice.length; ) {
    const code = slice.charCodeAt(at);
    if (code === 0x20 || code === 0x0a) {
      at++;
      continue;
    }
    // Nearly every piece is a word of plain letters that no mark follows which could belong to it: those need no expression.
    const end = plainWordEnd(slice, at, code);
    if (end > 0) {
      const text = slice.slice(at, end);
      const apart = pieces.length === 0 || previousEnd < at;
      pieces.push({
        start: from + at,
        end: from + end,
        text,
        key: text.toLowerCase(),
        kind: "word",
        space: apart && (pieces.length === 0 || /\s/.test(slice.slice(previousEnd, at))),
        lineStart: apart && (pieces.length === 0 || slice.slice(previousEnd, at).includes("\n")),
      });
      previousEnd = end;
      at = end;
      continue;
    }
    PIECE_HERE.lastIndex = at;
    const match = PIECE_HERE.exec(slice);
    if (match === null) {
      at += (slice.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    at = match.index + match[0].length;
    const groups = match.groups ?? {};
    const raw = match[0];
    const gap = slice.slice(previousEnd, match.index);
    let shown = raw;
    let kind: Piece["kind"] = "word";
    if (groups.dotted !== undefined) shown = raw.replace(/[. \u00a0]/g, "");
    else if (groups.abbreviation !== undefined || groups.initial !== undefined) shown = raw.slice(0, -1);
    else if (groups.possessive !== undefined) {
      kind = "possessive";
      shown = raw.length > 1 ? "'s" : "'";
    } else if (groups.number !== undefined) {
      kind = "number";
      shown = raw.replace(/,/g, "");
    } else if (groups.hyphen !== undefined) kind = "hyphen";
    else if (groups.mark !== undefined) kind = "mark";
    const key = raw === "&" ? "and" : kind === "word" ? foldName(shown) : shown;
    // "ComradeKim": words glued together where a page lost its mark-up.
    const glued = kind === "word" ? /^(\p{Lu}\p{Ll}{4,})(\p{Lu}\p{Ll}{2,})$/u.exec(raw) : null;
    if (glued !== null) {
      const half = glued[1] as string;
      pieces.push({
        start: from + match.index,
        end: from + match.index + half.length,
        text: half,
        key: foldName(half),
        kind: "word",
        space: pieces.length === 0 || /\s/.test(gap),
        lineStart: pieces.length === 0 || gap.includes("\n"),
      });
      pieces.push({
        start: from + match.index + half.length,
        end: from + match.index + raw.length,
        text: glued[2] as string,
        key: foldName(glued[2] as string),
        kind: "word",
        space: false,
        lineStart: false,
      });
      previousEnd = match.index + raw.length;
      continue;
    }
    pieces.push({
      start: from + match.index,
      end: from + match.index + raw.length,
      text: shown,
      key,
      kind: raw === "&" ? "word" : kind,
      space: pieces.length === 0 || /\s/.test(gap),
      lineStart: pieces.length === 0 || gap.includes("\n"),
    });
    previousEnd = match.index + raw.length;
  }
  return pieces.map((piece, at) => (isArabicArticle(pieces, at) ? { ...piece, key: "al" } : piece));
}

/** The article of Arabic names as it is spoken before the letters that it takes on: "el-Balah", "ez-Zor", "ash-Sharqiya". */
const ARTICLES = /^(?:el|ed|er|es|et|ez|esh|ad|ar|as|at|az|ash|an|en)$/;

/** Writers use the spoken forms and "al-" for one another, so that all count as one: between a name's words, joined by a hyphen. */
function isArabicArticle(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  if (piece.kind !== "word" || piece.text.length > 3 || !ARTICLES.test(piece.key)) return false;
  const hyphen = pieces[at + 1];
  const name = pieces[at + 2];
  return hyphen?.kind === "hyphen" && !hyphen.space && name?.kind === "word" && !name.space && isCapitalised(name);
}

/** "(NSA)": an acronym in brackets whose opening bracket is the piece at `at`. */
export function isBracketedAcronym(pieces: readonly Piece[], at: number): boolean {
  const acronym = pieces[at + 1];
  return pieces[at]?.key === "(" && pieces[at + 2]?.key === ")" && acronym !== undefined && isAllCaps(acronym);
}

/** True where the first letter is a capital. */
export function isCapitalised(piece: Piece): boolean {
  return /^\p{Lu}/u.test(piece.text);
}

/** True for words of two or more capitals only. */
export function isAllCaps(piece: Piece): boolean {
  return piece.text.length > 1 && /^[\p{Lu}\p{N}]+$/u.test(piece.text) && /\p{Lu}/u.test(piece.text);
}
