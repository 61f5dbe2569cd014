import {
  ABBREVIATIONS,
  type AbbreviationClass,
  AMBIGUOUS_ABBREVIATIONS,
  LABELLED_BY_LETTER,
  SENTENCE_OPENERS,
  SPACED_INITIALISMS,
} from "./abbreviations.ts";
import { TOKEN_ABBREVIATION, TOKEN_FINAL_ABBREVIATION, TOKEN_PLAIN, type TokenColumns } from "./token-columns.ts";

/** What a word followed by a full stop is: `end` is the word's own end where the full stop is a token of its own. */
export interface FullStop {
  readonly end: number;
  readonly kind: number;
  /** Normal form, where blanks were dropped. */
  readonly norm?: string;
  /** The full stop that closes the sentence is split off all the same. */
  readonly apart: boolean;
}

const INITIALISM = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}.'’]))?/uy;
/** `Ph.D.`, `Lt.-Gen.`, `B.Sc.` */
const COMPOSED = /(?:Ph\.D|B\.Sc|M\.Sc|D\.Phil|LL\.[BMD]|Lt\.-Gen|Maj\.-Gen|Brig\.-Gen|Lt\.-Col)\.?/y;
const SPACED = /\p{Lu}\.(?: \p{Lu}\.){1,4}|\p{Lu}\.(?: \p{Lu}\.){0,3} \p{Lu}(?![\p{L}\p{N}.'’])/uy;
const NEXT = /\s*(["'“”‘’«([]*)\s*([\p{L}\p{N}]+(?:['’]\p{L}+)?)?/uy;

/**
 * Decides whether the full stop at `stop` belongs to the word `text.slice(start, stop)`.
 */
export function readFullStop(text: string, start: number, stop: number, to: number, columns: TokenColumns, first: number): FullStop {
  const none: FullStop = { end: stop, kind: TOKEN_PLAIN, apart: false };
  if (text[stop + 1] === ".") return none;
  const composed = match(COMPOSED, text, start);
  if (composed > 0 && start + composed <= to) return abbreviation(text, start + composed, to, "word");
  if (stop - start === 1) {
    const spaced = spacedInitialism(text, start, to);
    if (spaced !== undefined) return spaced;
    const initialism = match(INITIALISM, text, start);
    if (initialism > 2 && start + initialism <= to) {
      const raw = text.slice(start, start + initialism);
      return abbreviation(text, start + initialism, to, ABBREVIATIONS.get(raw.toLowerCase().replace(/\.$/, "")) ?? "word");
    }
  }
  const word = text.slice(start, stop).toLowerCase().replaceAll("’", "'");
  const kind = ABBREVIATIONS.get(word);
  if (kind !== undefined && isAbbreviation(text, start, stop, to, word, kind)) return abbreviation(text, stop + 1, to, kind);
  if (stop - start <= 2 && /^\p{Lu}\p{M}*$/u.test(text.slice(start, stop)) && isInitial(text, start, stop, to, columns, first))
    return { end: stop + 1, kind: TOKEN_ABBREVIATION, apart: false };
  return none;
}

function match(expression: RegExp, text: string, position: number): number {
  expression.lastIndex = position;
  return expression.test(text) ? expression.lastIndex - position : 0;
}

/** `U. S.`, `D. C.`, `L. P` */
function spacedInitialism(text: string, start: number, to: number): FullStop | undefined {
  const length = match(SPACED, text, start);
  if (length === 0 || start + length > to) return undefined;
  const raw = text.slice(start, start + length);
  const letters = raw.replace(/[. ]/g, "");
  // The longest known prefix: `U. S. J. Smith` is `U.S.` and an initial.
  for (let size = Math.min(letters.length, 4); size >= 2; size--) {
    if (!SPACED_INITIALISMS.has(letters.slice(0, size).toLowerCase())) continue;
    const full = size < letters.length || raw.endsWith(".");
    const end = full ? start + size * 3 - 1 : start + raw.length;
    const norm = `${letters.slice(0, size).split("").join(".")}.`;
    return { ...abbreviation(text, end, to, "word"), norm };
  }
  return undefined;
}

function isAbbreviation(text: string, start: number, stop: number, to: number, word: string, kind: AbbreviationClass): boolean {
  const next = following(text, stop + 1, to);
  const raw = text.slice(start, stop);
  if (kind === "numbered")
    return (
      next.word !== undefined &&
      /^(?:\d|[ivxlc]+$|[a-z]$)/i.test(next.word) &&
      next.marks === "" &&
      !(raw === raw.toLowerCase() && word === "no" && !/^\d/.test(next.word))
    );
  if (!AMBIGUOUS_ABBREVIATIONS.has(word)) return true;
  if (next.word !== undefined && /^\d/.test(next.word) && kind !== "title") return true;
  const capital = /^\p{Lu}/u.test(raw);
  if (!capital) return false;
  // In capitals a look at the next word is all there is: `THE SUN. THE …` against `GEN. NORIEGA`.
  if (raw.length > 1 && raw === raw.toUpperCase())
    return kind === "title" && next.word !== undefined && !SENTENCE_OPENERS.has(next.word.toLowerCase()) && word !== "miss";
  return next.word === undefined ? kind !== "title" && word.length > 1 : true;
}

/** A capital and a full stop: an initial, unless it labels something (`Annex B.`) or ends the paragraph. */
function isInitial(text: string, start: number, stop: number, to: number, columns: TokenColumns, first: number): boolean {
  const next = following(text, stop + 1, to);
  if (next.word === undefined) return false;
  const last = columns.norm.length - 1;
  const before = last >= first ? columns.norm[last]! : "";
  if (before === "" && columns.norm.length === first) return false;
  if (LABELLED_BY_LETTER.has(before.toLowerCase()) || /^(?:and|or|-)$/.test(before))
    return /^\p{Lu}/u.test(next.word) && !SENTENCE_OPENERS.has(next.word.toLowerCase()) && before === "and";
  if (text.slice(start, stop) === "I" && SENTENCE_OPENERS.has(next.word.toLowerCase())) return false;
  return /^[\p{Lu}\d]/u.test(next.word) && !SENTENCE_OPENERS.has(next.word.toLowerCase());
}

interface Following {
  /** The next word, absent at the end of the paragraph or before a mark. */
  readonly word: string | undefined;
  readonly marks: string;
}

function following(text: string, position: number, to: number): Following {
  NEXT.lastIndex = position;
  const found = NEXT.exec(text);
  if (found === null || NEXT.lastIndex > to) return { word: undefined, marks: "" };
  return { word: found[2], marks: found[1] ?? "" };
}

function abbreviation(text: string, end: number, to: number, kind: AbbreviationClass): FullStop {
  const going: FullStop = { end, kind: TOKEN_ABBREVIATION, apart: false };
  if (text[end - 1] !== ".") return going;
  const rest = text.slice(end, Math.min(to, end + 6));
  const final: FullStop = { end, kind: TOKEN_FINAL_ABBREVIATION, apart: kind === "closing" };
  if (/^["'“”’»)\]]*\s*$/.test(rest) && end + rest.length >= to) return kind === "title" ? going : final;
  if (/^["”’»)\]]*[,;:?!.–—-]/.test(rest)) return going;
  const next = following(text, end, to);
  if (next.word === undefined || kind === "title") return going;
  const capital = /^\p{Lu}/u.test(next.word);
  if (!capital) return going;
  if (kind === "numbered") return going;
  return SENTENCE_OPENERS.has(next.word.toLowerCase()) ? (isAllCapitals(text, end, next.word) ? going : final) : going;
}

/** In text of capitals an opener tells nothing: `THE U.S. AND THE …`. */
function isAllCapitals(text: string, end: number, next: string): boolean {
  if (next.length > 1 && next === next.toUpperCase())
    return !/^(?:THE|HE|SHE|IT|THEY|WE|THIS|THESE|IN|BUT)$/.test(next) || /[a-z]/.test(text.slice(Math.max(0, end - 12), end));
  return false;
}
