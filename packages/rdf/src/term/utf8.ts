/**
 * Writes `text` as UTF-8 into `target` from index 0 and returns the number of bytes, or −1 when the text holds a lone surrogate.
 * `target` must have room for three bytes a UTF-16 unit. (TextEncoder would replace lone surrogates without a word.)
 */
export function encodeUtf8(text: string, target: Uint8Array): number {
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[at++] = unit;
    } else if (unit < 0x800) {
      target[at++] = 0xc0 | (unit >> 6);
      target[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      target[at++] = 0xe0 | (unit >> 12);
      target[at++] = 0x80 | ((unit >> 6) & 0x3f);
      target[at++] = 0x80 | (unit & 0x3f);
    } else {
      const low = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) return -1;
      at = writeCodePoint(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), target, at);
      i++;
    }
  }
  return at;
}

/** Writes one code point (no surrogate) as UTF-8 at `at` and returns the index after it. */
export function writeCodePoint(codePoint: number, target: Uint8Array, at: number): number {
  let next = at;
  if (codePoint < 0x80) {
    target[next++] = codePoint;
  } else if (codePoint < 0x800) {
    target[next++] = 0xc0 | (codePoint >> 6);
    target[next++] = 0x80 | (codePoint & 0x3f);
  } else if (codePoint < 0x10000) {
    target[next++] = 0xe0 | (codePoint >> 12);
    target[next++] = 0x80 | ((codePoint >> 6) & 0x3f);
    target[next++] = 0x80 | (codePoint & 0x3f);
  } else {
    target[next++] = 0xf0 | (codePoint >> 18);
    target[next++] = 0x80 | ((codePoint >> 12) & 0x3f);
    target[next++] = 0x80 | ((codePoint >> 6) & 0x3f);
    target[next++] = 0x80 | (codePoint & 0x3f);
  }
  return next;
}

/**
 * Length of the well-formed UTF-8 sequence that starts at `at` with a byte ≥ 0x80, or 0 when it is malformed
 * (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
 */
export function utf8SequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > end) return 0;
  const second = bytes[at + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

/** Code point of a well-formed sequence of the given length. */
export function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at]!;
  if (length === 2) return ((bytes[at]! & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
  if (length === 3) return ((bytes[at]! & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
  return ((bytes[at]! & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12) | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f);
}

// Without the stream option a decoder keeps no state between calls, so one serves everybody.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The string of well-formed UTF-8 bytes. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
