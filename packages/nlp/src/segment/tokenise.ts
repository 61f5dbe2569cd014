import { readFullStop } from "./full-stop.ts";
import { readNumber } from "./number-token.ts";
import { pushToken, TOKEN_FINAL_ABBREVIATION, TOKEN_PLAIN, TOKEN_TERMINAL, type TokenColumns } from "./token-columns.ts";
import { DOTTED_ENDINGS, ELIDED_WORDS, FUSED_WORDS, JOINED_PREFIXES } from "./word-tables.ts";

/** Blanks between tokens; control characters, NUL and the byte-order mark count as blanks. */
const BLANK = /[\s\0-\x1f\x7f\u0085\u200b\u2060\ufeff]+/y;
const SHORT_SLASHED = /(?:w\/o?|b\/c|l\/c|i\/c|c\/o)(?![\p{L}\p{N}])/iuy;
const WORD = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\u00ad\u200c\u200d]|['’ʼ＇](?=\p{L})|&(?=\p{Lu}|m\b))*/uy;
/** Repeated marks are one token, as in UD English. */
const MARKS = /\.{2,}|…+|[!?]+[!?.]*|-{2,}|[—―⸺]+|''|``|,,|<<+|>>+|([*=_#~+^|])\1+/y;
const EMOTICON = /[:;=8]['-]?[()DPp|/\]](?![\p{L}\p{N}])/uy;
// A joiner joins no blanks and no line ends; U+0085 is one that `\s` does not know.
const ONE = /[\s\S]\p{M}*(?:\u200d[^\s\u0085]\p{M}*)*/uy;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/uy;
const DOTTED = /[\p{L}\p{N}_]+(?:[.\-&]+[\p{L}\p{N}_]+)*\.([\p{L}\p{N}]{2,5})(?![\p{L}\p{N}])/uy;
const TRAILING = /[.,;:!?'’)\]”"»]+$/;

const NEGATION = /^(.+)(n['’ʼ＇]t)$/iu;
const CLITIC = /^(.+)(['’ʼ＇](?:s|re|ve|ll|d|m))$/iu;
const HYPHENS = "-‐‑";
const APOSTROPHES = "'’ʼ＇‘";

/** Longest run of non-blanks in which addresses are looked for, and how often: keeps hostile input linear. */
const ADDRESS_RUN = 2048;
const ADDRESS_ATTEMPTS = 8;

/** A run of characters without blanks, and what is worth trying in it. */
interface Run {
  end: number;
  address: boolean;
  dotted: boolean;
  attempts: number;
}

/**
 * Appends the tokens of `text.slice(from, to)` by the conventions of UD English-EWT 2.8: hyphenated words in three parts but for the prefixes of
 * `JOINED_PREFIXES`, clitics apart, units apart from numbers, abbreviations with their full stop, addresses whole.
 */
export function tokenise(text: string, from: number, to: number, columns: TokenColumns): void {
  const first = columns.start.length;
  const run: Run = { end: from, address: false, dotted: false, attempts: 0 };
  let position = from;
  while (position < to) {
    const blank = match(BLANK, text, position);
    if (blank > 0) {
      position += blank;
      continue;
    }
    const fresh = position >= run.end;
    if (fresh) openRun(run, text, position, to);
    position = readToken(text, position, to, run, fresh, columns, first);
  }
}

function readToken(text: string, position: number, to: number, run: Run, fresh: boolean, columns: TokenColumns, first: number): number {
  const address = readAddress(text, position, run, fresh, columns);
  if (address > position) return address;
  if (fresh) {
    const face = match(EMOTICON, text, position);
    if (face > 0 && position + face === run.end) return push(columns, text, position, position + face);
  }
  const number = readNumber(text, position, to, columns);
  if (number > position) return number;
  const short = match(SHORT_SLASHED, text, position);
  if (short > 0 && position + short <= to) return push(columns, text, position, position + short);
  const word = match(WORD, text, position);
  if (word > 0) return readWord(text, position, Math.min(position + word, to), to, columns, first);
  const marks = match(MARKS, text, position);
  if (marks > 0)
    return push(columns, text, position, Math.min(position + marks, to), /[.!?…]/.test(text[position]!) ? TOKEN_TERMINAL : TOKEN_PLAIN);
  const elided = readElided(text, position, columns);
  if (elided > position) return elided;
  const one = Math.max(1, match(ONE, text, position));
  return push(columns, text, position, Math.min(position + one, to), ".!?。".includes(text[position]!) ? TOKEN_TERMINAL : TOKEN_PLAIN);
}

function push(columns: TokenColumns, text: string, start: number, end: number, kind: number = TOKEN_PLAIN): number {
  pushToken(columns, text, start, end, kind);
  return end;
}

/** Length of the match of a sticky expression at `position`, 0 where there is none. */
function match(expression: RegExp, text: string, position: number): number {
  expression.lastIndex = position;
  return expression.test(text) ? expression.lastIndex - position : 0;
}

function openRun(run: Run, text: string, position: number, to: number): void {
  let end = position + 1;
  let at = false;
  let dot = false;
  let scheme = false;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (code <= 32 || code === 0xa0) break; // any other blank ends an address all the same
    if (code === 64) at = true;
    else if (code === 46) dot = true;
    else if (code === 58 && text.startsWith("://", end)) scheme = true;
  }
  const short = end - position <= ADDRESS_RUN;
  run.end = end;
  run.address = short && (at || scheme || text.startsWith("www.", position) || (dot && text.slice(position, end).includes("www.")));
  run.dotted = short && dot;
  run.attempts = 0;
}

/** An address or dotted name at the start of a run or after an opening mark; its closing punctuation stays outside. */
function readAddress(text: string, position: number, run: Run, fresh: boolean, columns: TokenColumns): number {
  if (!(run.address || run.dotted) || run.attempts >= ADDRESS_ATTEMPTS) return position;
  if (!fresh && /[\p{L}\p{N}]/u.test(text[position - 1]!)) return position;
  run.attempts++;
  if (run.address) {
    // The run ends with its paragraph, which a line end that `\s` does not know may have closed.
    const length = Math.min(match(ADDRESS, text, position), run.end - position);
    if (length > 0) {
      const raw = text.slice(position, position + length);
      const close = raw.length - (TRAILING.exec(raw)?.[0].length ?? 0);
      if (close > 1) return push(columns, text, position, position + close);
    }
  }
  DOTTED.lastIndex = position;
  const dotted = DOTTED.exec(text);
  if (dotted !== null && isDottedName(dotted[0], dotted[1]!)) return push(columns, text, position, position + dotted[0].length);
  return position;
}

/** `whitehouse.gov`, `ENRON.XLS` but not `dead.The`, `U.S`, `3.am`. */
function isDottedName(name: string, ending: string): boolean {
  if (/^(?:\p{L}\.)+\p{L}{1,2}$/u.test(name) || /^[\d.]/.test(name)) return false;
  if (!DOTTED_ENDINGS.has(ending.toLowerCase())) return false;
  // A capitalised ending after a lower-case word is a sentence glued to the one before it: `… was killed.In Kyiv`.
  return ending === ending.toLowerCase() || name === name.toUpperCase();
}

function readWord(text: string, start: number, end: number, to: number, columns: TokenColumns, first: number): number {
  let stop = end;
  const prefix = text.slice(start, end).toLowerCase();
  if (HYPHENS.includes(text[end] ?? " ") && JOINED_PREFIXES.has(prefix)) {
    const rest = match(WORD, text, end + 1);
    if (rest > 0 && end + 1 + rest <= to) stop = end + 1 + rest;
  }
  if (text[stop] === ".") {
    const dotted = readFullStop(text, start, stop, to, columns, first);
    if (dotted.end > stop || dotted.norm !== undefined) {
      if (dotted.kind === TOKEN_FINAL_ABBREVIATION && dotted.apart) {
        pushToken(columns, text, start, dotted.end - 1);
        return push(columns, text, dotted.end - 1, dotted.end, TOKEN_TERMINAL);
      }
      pushToken(columns, text, start, dotted.end, dotted.kind, dotted.norm);
      return dotted.end;
    }
  }
  splitClitics(text, start, stop, columns);
  return stop;
}

/** `don’t` → `do n’t`, `Russia’s` → `Russia ’s`, `gonna` → `gon na`; clitics that follow a blank (`do n’t`) are tokens already. */
function splitClitics(text: string, start: number, end: number, columns: TokenColumns): void {
  const raw = text.slice(start, end);
  const fused = FUSED_WORDS.get(raw.toLowerCase());
  const at = fused ?? NEGATION.exec(raw)?.[1]?.length ?? CLITIC.exec(raw)?.[1]?.length ?? 0;
  if (at === 0) {
    pushToken(columns, text, start, end);
    return;
  }
  const head = raw.slice(0, at);
  const inner = fused === undefined ? (NEGATION.exec(head)?.[1]?.length ?? CLITIC.exec(head)?.[1]?.length ?? 0) : 0;
  if (inner > 0) {
    pushToken(columns, text, start, start + inner);
    pushToken(columns, text, start + inner, start + at);
  } else pushToken(columns, text, start, start + at);
  pushToken(columns, text, start + at, end);
}

/** `’s` after a blank, `'em`, `'90s`, `’72`. */
function readElided(text: string, position: number, columns: TokenColumns): number {
  if (!APOSTROPHES.includes(text[position]!)) return position;
  const before = columns.end.at(-1) === position;
  const year = /^\d{2}(?:s|'s)?(?![\p{L}\p{N}])/u.exec(text.slice(position + 1, position + 7))?.[0];
  if (year !== undefined && !before && !closesLater(text, position, year)) return push(columns, text, position, position + 1 + year.length);
  const letters = /^\p{L}{1,5}(?![\p{L}\p{N}])/u.exec(text.slice(position + 1, position + 8))?.[0];
  if (letters === undefined || !ELIDED_WORDS.has(letters.toLowerCase())) return position;
  // A clitic follows a word; `'s` opening a quotation would be a letter in quotes.
  if (letters.length <= 2 && /['’]/.test(text[position + 1 + letters.length] ?? "")) return position;
  return push(columns, text, position, position + 1 + letters.length);
}

function closesLater(text: string, position: number, year: string): boolean {
  return /['’]/.test(text[position + 1 + year.length] ?? "");
}
