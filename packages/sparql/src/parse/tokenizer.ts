import { CHARACTER_CLASS, CharacterClass, nameEnd, prefixEnd } from "./characters.ts";
import { WORDS } from "./keyword-table.ts";
import type { ParserState } from "./parser-state.ts";
import { syntaxError } from "./syntax-error.ts";
import { Char, Token } from "./token.ts";
import { unescapeIri, unescapeString } from "./unescape.ts";

const { digit, iri, letter, name, word } = CharacterClass;

/** Reads the next token into the state. */
export function advance(state: ParserState): void {
  const { text } = state;
  let at = state.end;
  state.previousEnd = at;
  let code: number;
  for (;;) {
    code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9) at++;
    else if (code === 35) {
      do code = text.charCodeAt(++at);
      while (code !== 10 && code !== 13 && code >= 0);
    } else break;
  }
  state.start = at;
  if (code < 128) {
    const bits = CHARACTER_CLASS[code]!;
    if ((bits & letter) !== 0) readWord(state, at);
    else if ((bits & digit) !== 0) readNumber(state, at, at);
    else readSymbol(state, at, code);
  } else if (code >= 128) readWord(state, at);
  else {
    state.kind = Token.end;
    state.end = at;
    state.word = "";
  }
}

/** Notes what was read; gives back its kind. */
function set(state: ParserState, kind: number, end: number): number {
  state.kind = kind;
  state.end = end;
  state.word = "";
  return kind;
}

function readSymbol(state: ParserState, at: number, code: number): number {
  const { text } = state;
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 63: // ?
    case 36: {
      // $
      const end = nameEnd(text, at + 1, word, true);
      if (end > at + 1) return set(state, Token.variable, end);
      if (code === 63) return set(state, code, at + 1);
      break;
    }
    case Char.less:
      return readLess(state, at, next);
    case 58: // :
      return readLocalName(state, at);
    case 34: // "
    case 39: // '
      return readString(state, at, code);
    case Char.dot:
      if (next >= 48 && next <= 57) return readNumber(state, at, at);
      return set(state, code, at + 1);
    case Char.plus:
    case Char.minus: {
      const after = next === Char.dot ? text.charCodeAt(at + 2) : next;
      if (after >= 48 && after <= 57) return readNumber(state, at, at + 1);
      return set(state, code, at + 1);
    }
    case 95: // _
      return readBlankLabel(state, at);
    case 64: // @
      return readLanguage(state, at);
    case Char.openBrace:
      if (next === Char.bar) return set(state, Token.openAnnotation, at + 2);
      return set(state, code, at + 1);
    case Char.bar:
      if (next === Char.bar) return set(state, Token.or, at + 2);
      if (next === Char.closeBrace) return set(state, Token.closeAnnotation, at + 2);
      return set(state, code, at + 1);
    case 38: // &
      if (next === 38) return set(state, Token.and, at + 2);
      break;
    case Char.bang:
      return next === Char.equal ? set(state, Token.notEqual, at + 2) : set(state, code, at + 1);
    case Char.greater:
      if (next === Char.equal) return set(state, Token.greaterOrEqual, at + 2);
      return next === Char.greater ? set(state, Token.closeReified, at + 2) : set(state, code, at + 1);
    case Char.caret:
      return next === Char.caret ? set(state, Token.datatype, at + 2) : set(state, code, at + 1);
    case Char.closeParenthesis:
      if (next === Char.greater && text.charCodeAt(at + 2) === Char.greater) return set(state, Token.closeTriple, at + 3);
      return set(state, code, at + 1);
    case Char.openParenthesis:
    case Char.openBracket:
    case Char.closeBracket:
    case Char.closeBrace:
    case Char.semicolon:
    case Char.comma:
    case Char.star:
    case Char.slash:
    case Char.equal:
    case Char.tilde:
      return set(state, code, at + 1);
  }
  throw syntaxError(state.text, at, `The character ${JSON.stringify(text[at])} does not belong here.`, undefined);
}

function readLess(state: ParserState, at: number, next: number): number {
  const { text } = state;
  if (next === Char.less) {
    if (text.charCodeAt(at + 2) === Char.openParenthesis) return set(state, Token.openTriple, at + 3);
    return set(state, Token.openReified, at + 2);
  }
  let escaped = false;
  let end = at + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === Char.greater) {
      set(state, Token.iri, end + 1);
      const content = text.slice(at + 1, end);
      state.value = escaped ? unescapeIri(text, content, at + 1) : content;
      return state.kind;
    }
    if (code === 92 && (text.charCodeAt(end + 1) === 117 || text.charCodeAt(end + 1) === 85)) escaped = true;
    else if (code < 128 ? (CHARACTER_CLASS[code]! & iri) === 0 : !(code >= 128)) break;
    end++;
  }
  if (next === Char.equal) return set(state, Token.lessOrEqual, at + 2);
  return set(state, Char.less, at + 1);
}

/** A keyword, or a prefixed name that begins with a letter. */
function readWord(state: ParserState, at: number): number {
  const { text } = state;
  let end = at;
  let code = text.charCodeAt(end);
  while (code < 128 && (CHARACTER_CLASS[code]! & word) !== 0) code = text.charCodeAt(++end);
  if (code === 58) {
    state.colon = end;
    return readLocal(state, end + 1);
  }
  // Dots, hyphens and letters beyond ASCII only go on as a prefix, so a colon must follow them.
  if (code === Char.minus || code === Char.dot || code >= 128) {
    const colon = prefixEnd(text, at);
    if (colon >= 0) {
      state.colon = colon;
      return readLocal(state, colon + 1);
    }
  }
  if (end === at)
    throw syntaxError(
      text,
      at,
      `The character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))} does not belong here.`,
      undefined,
    );
  const written = text.slice(at, end);
  state.kind = Token.word;
  state.end = end;
  state.word = WORDS.get(written) ?? written.toUpperCase();
  return state.kind;
}

function readLocalName(state: ParserState, at: number): number {
  state.colon = at;
  return readLocal(state, at + 1);
}

/** PN_LOCAL from `start` on; a final dot belongs to what follows. */
function readLocal(state: ParserState, start: number): number {
  const { text } = state;
  let at = start;
  let end = start;
  state.escaped = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const bits = CHARACTER_CLASS[code]!;
      if ((bits & name) !== 0 ? at > start || code !== Char.minus : code === 58) end = ++at;
      else if (code === Char.dot && at > start) at++;
      else if (code === 37 && isHex(text, at + 1) && isHex(text, at + 2)) end = at += 3;
      else if (code === 92 && isLocalEscape(text, at + 1)) {
        state.escaped = true;
        end = at += 2;
      } else break;
    } else if (code >= 128) {
      const after = nameEnd(text, at, 0, at === start);
      if (after === at) break;
      end = at = after;
    } else break;
  }
  return set(state, Token.prefixedName, end);
}

function isHex(text: string, at: number): boolean {
  return ((CHARACTER_CLASS[text.charCodeAt(at)] ?? 0) & CharacterClass.hex) !== 0;
}

function isLocalEscape(text: string, at: number): boolean {
  return ((CHARACTER_CLASS[text.charCodeAt(at)] ?? 0) & CharacterClass.localEscape) !== 0;
}

function readNumber(state: ParserState, start: number, digits: number): number {
  const { text } = state;
  let at = skipDigits(text, digits);
  let kind: number = Token.integer;
  let end = at;
  if (text.charCodeAt(at) === Char.dot) {
    const fraction = skipDigits(text, at + 1);
    if (fraction > at + 1) {
      kind = Token.decimal;
      end = at = fraction;
    } else if (at > digits) at++; // `1.` goes on only with an exponent
  }
  if ((text.charCodeAt(at) | 32) === 101) {
    const sign = text.charCodeAt(at + 1);
    const exponent = sign === Char.plus || sign === Char.minus ? at + 2 : at + 1;
    const after = skipDigits(text, exponent);
    if (after > exponent) {
      kind = Token.double;
      end = after;
    }
  }
  state.start = start;
  return set(state, kind, end);
}

function skipDigits(text: string, from: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (code >= 48 && code <= 57) code = text.charCodeAt(++at);
  return at;
}

function readString(state: ParserState, start: number, quote: number): number {
  const { text } = state;
  if (text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote) return readLongString(state, start, quote);
  let escaped = false;
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const content = text.slice(start + 1, at);
      set(state, Token.string, at + 1);
      state.value = escaped ? unescapeString(text, content, start + 1) : content;
      return state.kind;
    }
    if (code === 92) {
      escaped = true;
      at++;
    } else if (code === 10 || code === 13 || !(code >= 0)) {
      throw syntaxError(
        text,
        start,
        "The string is not closed on its line.",
        `Close it with ${text[start]}, or write a text of several lines between ${text[start]!.repeat(3)}.`,
      );
    }
  }
}

function readLongString(state: ParserState, start: number, quote: number): number {
  const { text } = state;
  let escaped = false;
  for (let at = start + 3; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      const content = text.slice(start + 3, at);
      set(state, Token.longString, at + 3);
      state.value = escaped ? unescapeString(text, content, start + 3) : content;
      return state.kind;
    }
    if (code === 92) {
      escaped = true;
      at++;
    } else if (!(code >= 0)) {
      throw syntaxError(text, start, "The string is never closed.", `Close it with ${text[start]!.repeat(3)}.`);
    }
  }
}

/** BLANK_NODE_LABEL; a final dot belongs to what follows. */
function readBlankLabel(state: ParserState, at: number): number {
  const { text } = state;
  const start = at + 2;
  let end = text.charCodeAt(at + 1) === 58 && text.charCodeAt(start) !== Char.minus ? nameEnd(text, start, name, true) : start;
  if (end === start) throw syntaxError(text, at, "This is no blank node.", "Write _: and a label that begins with a letter, a digit or _.");
  for (;;) {
    let dots = end;
    while (text.charCodeAt(dots) === Char.dot) dots++;
    const after = dots > end ? nameEnd(text, dots, name, false) : dots;
    if (after === dots) break;
    end = after;
  }
  return set(state, Token.blankLabel, end);
}

/** LANG_DIR without its `@`: subtags of letters and digits, and perhaps `--` and a base direction. */
function readLanguage(state: ParserState, at: number): number {
  const { text } = state;
  let end = nameEnd(text, at + 1, letter, false);
  let isTag = end > at + 1 && text.charCodeAt(end - 1) < 128;
  while (isTag && text.charCodeAt(end) === Char.minus) {
    const isDirection = text.charCodeAt(end + 1) === Char.minus;
    const from = isDirection ? end + 2 : end + 1;
    const after = nameEnd(text, from, isDirection ? letter : letter | digit, false);
    isTag = after > from;
    end = after;
    if (isDirection) break;
  }
  if (!isTag) throw syntaxError(text, at, "This is no language tag.", "Write a tag such as @en or @en-GB.");
  set(state, Token.language, end);
  state.value = text.slice(at + 1, end);
  return state.kind;
}
