/**
 * A quotation mark in context. `shape` is what the blanks around it say, `glyph` what the character itself says; translation, OCR and hand-typed
 * text often contradict one another.
 */
export interface QuoteMark {
  readonly start: number;
  readonly end: number;
  readonly family: "double" | "single" | "angle";
  readonly glyph: "open" | "close" | "either";
  readonly shape: "open" | "close" | "either";
  /** Several marks read as one. */
  readonly damaged?: true;
}

const DOUBLE: ReadonlyMap<string, QuoteMark["glyph"]> = new Map([
  ["“", "open"],
  ["„", "open"],
  ["‟", "open"],
  ["”", "close"],
  ['"', "either"],
  ["″", "either"],
  ["＂", "either"],
]);
const SINGLE: ReadonlyMap<string, QuoteMark["glyph"]> = new Map([
  ["‘", "open"],
  ["‛", "open"],
  ["’", "close"],
  ["'", "either"],
  ["`", "open"],
  ["＇", "either"],
]);
const ANGLE: ReadonlyMap<string, QuoteMark["glyph"]> = new Map([
  ["«", "open"],
  ["»", "close"],
]);
const ANY = /[“”„‟"″＂‘’‛'`＇«»]/g;
const BLANK = /[\s\0\u200b\ufeff]/;
const WORDLIKE = /[\p{L}\p{N}\p{M}]/u;
/** Elisions and clitics that begin with an apostrophe: `’s`, `n’t` torn off, `'em`, `'90s`. */
const ELISION = /^(?:s|t|re|ve|ll|d|m|em|til|tis|twas|cause|round|n|\d{2}(?:s|'s)?)(?![\p{L}\p{N}])/iu;

/** All marks of `text.slice(from, to)` that can quote; apostrophes, primes after digits and possessives torn off (`experts ‘ access`) are left out. */
export function findQuoteMarks(text: string, from: number, to: number): readonly QuoteMark[] {
  const marks: QuoteMark[] = [];
  let lastDouble: QuoteMark | undefined;
  ANY.lastIndex = from;
  for (let found = ANY.exec(text); found !== null && found.index < to; found = ANY.exec(text)) {
    const start = found.index;
    const character = found[0];
    const twice =
      (character === "'" || character === "`" || character === "’" || character === "‘") && text[start + 1] === character && start + 1 < to;
    const end = start + (twice ? 2 : 1);
    ANY.lastIndex = end;
    const glyph = twice ? (character === "'" ? "either" : SINGLE.get(character)!) : undefined;
    const family = twice || DOUBLE.has(character) ? "double" : SINGLE.has(character) ? "single" : "angle";
    const mark: QuoteMark = {
      start,
      end,
      family,
      glyph: glyph ?? DOUBLE.get(character) ?? SINGLE.get(character) ?? ANGLE.get(character)!,
      shape: shapeOf(text, start, end, from, to),
    };
    if (family === "single" ? !isQuoting(text, mark, from, to) : isPrime(text, mark, lastDouble)) continue;
    marks.push(mark);
    if (family === "double") lastDouble = mark;
  }
  return marks;
}

function shapeOf(text: string, start: number, end: number, from: number, to: number): QuoteMark["shape"] {
  const before = start > from ? text[start - 1]! : " ";
  const after = end < to ? text[end]! : " ";
  const free = BLANK.test(before) || /[([{—–\-/]/.test(before);
  const freeAfter = BLANK.test(after) || /[)\]}.,;:!?…—–\-/]/.test(after);
  if (free && !freeAfter) return "open";
  if (!free && freeAfter) return "close";
  if (!free && !freeAfter) {
    // Between two marks (`“‘No`, `no’”`) the other mark decides; `word"word` stays open.
    if (/[“„‘«]/.test(before) || /[([{]/.test(before)) return "open";
    if (/[”’»]/.test(after)) return "close";
  }
  return "either";
}

function isQuoting(text: string, mark: QuoteMark, from: number, to: number): boolean {
  const before = mark.start > from ? text[mark.start - 1]! : " ";
  const after = mark.end < to ? text[mark.end]! : " ";
  if (WORDLIKE.test(before) && WORDLIKE.test(after)) return false;
  if (BLANK.test(before) && BLANK.test(after)) return false;
  if (!WORDLIKE.test(before) && ELISION.test(text.slice(mark.end, Math.min(to, mark.end + 8)))) return false;
  // Feet and minutes: `5'10`.
  return !(/\d/.test(before) && mark.glyph === "either");
}

/** Inches and seconds (`12"`), where no quotation is open that the mark could close (`"… Hill 251", said`). */
function isPrime(text: string, mark: QuoteMark, before: QuoteMark | undefined): boolean {
  return (
    mark.glyph === "either" &&
    mark.shape === "close" &&
    /\d/.test(text[mark.start - 1] ?? "") &&
    (before === undefined || before.shape === "close" || (before.shape === "either" && before.glyph === "close"))
  );
}
