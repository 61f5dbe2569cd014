import { codePointAt, utf8SequenceLength } from "./utf8.ts";

/** Bits of `BYTE_CLASS`. */
export const ByteClass = {
  /** May stand in an IRI as it is: every byte ≥ 0x80 (checked as UTF-8 apart) and printable ASCII but `<>"{}|^` + "`" + `\`. */
  iri: 1,
  letter: 2,
  digit: 4,
  hex: 8,
  /** ASCII part of PN_CHARS: letters, digits, `_`, `-`. */
  label: 16,
  /** `+ - .`, which may follow the first letter of a scheme beside letters and digits. */
  scheme: 32,
} as const;

/** Class bits by byte, for the N-Triples terminals (RDF 1.2 N-Triples, section 6). */
export const BYTE_CLASS: Uint8Array = byteClasses();

function byteClasses(): Uint8Array {
  const classes = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const letter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    const digit = byte >= 0x30 && byte <= 0x39;
    let bits = 0;
    if (byte > 0x20 && !'<>"{}|^`\\'.includes(String.fromCharCode(byte))) bits |= ByteClass.iri;
    if (letter) bits |= ByteClass.letter;
    if (digit) bits |= ByteClass.digit;
    if (digit || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66)) bits |= ByteClass.hex;
    if (letter || digit || byte === 0x5f || byte === 0x2d) bits |= ByteClass.label;
    if (byte === 0x2b || byte === 0x2d || byte === 0x2e) bits |= ByteClass.scheme;
    classes[byte] = bits;
  }
  return classes;
}

/** Whether the bytes begin with a scheme and a colon (RFC 3986, section 3.1), which makes an IRI absolute. */
export function startsWithScheme(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || (BYTE_CLASS[bytes[start]!]! & ByteClass.letter) === 0) return false;
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0x3a) return true;
    if ((BYTE_CLASS[byte]! & (ByteClass.letter | ByteClass.digit | ByteClass.scheme)) === 0) return false;
  }
  return false;
}

/** Index of the first byte that may not stand in an IRI, or −1. The bytes must be well-formed UTF-8. */
export function badIriByte(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) if ((BYTE_CLASS[bytes[i]!]! & ByteClass.iri) === 0) return i;
  return -1;
}

/** PN_CHARS_BASE without its ASCII part (SPARQL 1.1 grammar [164]). */
function isLabelStart(codePoint: number): boolean {
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

/**
 * End of the blank node label that begins at `start` (after `_:`), or `start` when there is none.
 * BLANK_NODE_LABEL = (PN_CHARS_U | [0-9]) ((PN_CHARS | '.')* PN_CHARS)?; a final dot belongs to what follows.
 */
export function blankLabelEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let labelEnd = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      const inLabel = (BYTE_CLASS[byte]! & ByteClass.label) !== 0;
      if (at === start ? !inLabel || byte === 0x2d : !inLabel && byte !== 0x2e) break;
      at++;
      if (byte !== 0x2e) labelEnd = at;
      continue;
    }
    const length = utf8SequenceLength(bytes, at, end);
    if (length === 0) break;
    const codePoint = codePointAt(bytes, at, length);
    // PN_CHARS adds U+00B7 and the combining ranges after the first character.
    const later = codePoint === 0xb7 || (codePoint >= 0x300 && codePoint <= 0x36f) || codePoint === 0x203f || codePoint === 0x2040;
    if (!isLabelStart(codePoint) && (at === start || !later)) break;
    at += length;
    labelEnd = at;
  }
  return labelEnd;
}

/** BCP 47's outer shape, which RDF 1.2 asks for: subtags of at most eight characters, the first of letters. */
const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

export function isLanguageTag(tag: string): boolean {
  return LANGUAGE_TAG.test(tag);
}
