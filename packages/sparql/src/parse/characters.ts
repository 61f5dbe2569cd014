/** Bits of `CHARACTER_CLASS`. */
export const CharacterClass = {
  letter: 1,
  digit: 2,
  /** Letters, digits, `_`, `-`: the ASCII part of PN_CHARS. */
  name: 4,
  /** May stand in an IRI reference as it is. */
  iri: 8,
  hex: 16,
  /** May follow a backslash in a local name (PN_LOCAL_ESC). */
  localEscape: 32,
  /** Letters, digits, `_`: variables and keywords. */
  word: 64,
} as const;

/** Class bits of the ASCII characters (SPARQL 1.2, section 19.8, terminals). */
export const CHARACTER_CLASS: Uint8Array = characterClasses();

function characterClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const char = String.fromCharCode(code);
    let bits = 0;
    if (/[A-Za-z]/.test(char)) bits |= CharacterClass.letter;
    if (/[0-9]/.test(char)) bits |= CharacterClass.digit;
    if (/[A-Za-z0-9_-]/.test(char)) bits |= CharacterClass.name;
    if (/[A-Za-z0-9_]/.test(char)) bits |= CharacterClass.word;
    if (/[A-Fa-f0-9]/.test(char)) bits |= CharacterClass.hex;
    if (code > 32 && !'<>"{}|^`\\'.includes(char)) bits |= CharacterClass.iri;
    if ("_~.-!$&'()*+,;=/?#@%".includes(char)) bits |= CharacterClass.localEscape;
    classes[code] = bits;
  }
  return classes;
}

/** Whether the code point may begin a name: PN_CHARS_BASE beyond ASCII. */
export function isNameStart(codePoint: number): boolean {
  return (
    (codePoint >= 0xc0 && codePoint <= 0x2ff && codePoint !== 0xd7 && codePoint !== 0xf7) ||
    (codePoint >= 0x370 && codePoint <= 0x1fff && codePoint !== 0x37e) ||
    codePoint === 0x200c ||
    codePoint === 0x200d ||
    (codePoint >= 0x2070 && codePoint <= 0x218f) ||
    (codePoint >= 0x2c00 && codePoint <= 0x2fef) ||
    (codePoint >= 0x3001 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfdcf) ||
    (codePoint >= 0xfdf0 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0xeffff)
  );
}

/** Whether the code point may go on a name or a variable: what PN_CHARS and VARNAME add beyond ASCII. */
export function isNamePart(codePoint: number): boolean {
  return (
    isNameStart(codePoint) ||
    codePoint === 0xb7 ||
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    codePoint === 0x203f ||
    codePoint === 0x2040
  );
}

/**
 * End of the longest run of name characters from `at` on; `mask` says which ASCII characters count.
 * Characters beyond ASCII count as PN_CHARS does, the first one as PN_CHARS_BASE when `isFirst`.
 */
export function nameEnd(text: string, start: number, mask: number, isFirst: boolean): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if ((CHARACTER_CLASS[code]! & mask) === 0) return at;
      at++;
    } else if (code >= 128) {
      const codePoint = text.codePointAt(at)!;
      if (!(isFirst && at === start ? isNameStart(codePoint) : isNamePart(codePoint))) return at;
      at += codePoint > 0xffff ? 2 : 1;
    } else return at; // NaN: the text ends here
  }
}

/** Index of the colon after the PN_PREFIX at `at`, or −1. */
export function prefixEnd(text: string, at: number): number {
  let end = nameEnd(text, at, CharacterClass.name, true);
  while (text.charCodeAt(end) === 46) {
    let dots = end;
    while (text.charCodeAt(dots) === 46) dots++;
    const after = nameEnd(text, dots, CharacterClass.name, false);
    if (after === dots) return -1;
    end = after;
  }
  return end > at && text.charCodeAt(end) === 58 ? end : -1;
}
