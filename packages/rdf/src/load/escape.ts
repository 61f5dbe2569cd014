import { writeCodePoint } from "../term/utf8.ts";

const BACKSLASH = 0x5c;
/** ECHAR: the byte after the backslash → the byte it stands for. */
const CHARACTER_ESCAPES: Readonly<Record<number, number>> = {
  116: 0x09,
  98: 0x08,
  110: 0x0a,
  114: 0x0d,
  102: 0x0c,
  34: 0x22,
  39: 0x27,
  92: 0x5c,
};

/**
 * Copies `bytes[start, end)` to `target` with `\t … \\` (where `characterEscapes`), `\uXXXX` and `\UXXXXXXXX` replaced; the result is never longer.
 *
 * @returns The length, or −(index + 1) of a bad escape: an unknown one, too few digits, a surrogate, or a number above U+10FFFF.
 */
export function unescapeInto(bytes: Uint8Array, start: number, end: number, characterEscapes: boolean, target: Uint8Array): number {
  let to = 0;
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte !== BACKSLASH) {
      target[to++] = byte;
      at++;
      continue;
    }
    const kind = at + 1 < end ? bytes[at + 1]! : 0;
    const replacement = characterEscapes ? CHARACTER_ESCAPES[kind] : undefined;
    if (replacement !== undefined) {
      target[to++] = replacement;
      at += 2;
      continue;
    }
    const digits = kind === 0x75 ? 4 : kind === 0x55 ? 8 : 0;
    const codePoint = digits === 0 || at + 2 + digits > end ? -1 : hexNumber(bytes, at + 2, digits);
    if (codePoint < 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return -(at + 1);
    to = writeCodePoint(codePoint, target, to);
    at += 2 + digits;
  }
  return to;
}

/** Value of hexadecimal digits, −1 when one is none. */
function hexNumber(bytes: Uint8Array, start: number, digits: number): number {
  let value = 0;
  for (let i = start; i < start + digits; i++) {
    const byte = bytes[i]!;
    const lower = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) value = value * 16 + byte - 0x30;
    else if (lower >= 0x61 && lower <= 0x66) value = value * 16 + lower - 0x57;
    else return -1;
  }
  return value;
}
