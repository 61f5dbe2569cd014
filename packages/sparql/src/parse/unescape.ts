import { syntaxError } from "./syntax-error.ts";

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([\s\S])|$)/g;
const PLAIN: Readonly<Record<string, string>> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", "\\": "\\", '"': '"', "'": "'" };

/**
 * Replaces the escapes of a string (SPARQL 1.2, 19.2 and ECHAR).
 *
 * @param offset Index of the content in the text, for errors.
 */
export function unescapeString(text: string, content: string, offset: number): string {
  return content.replace(
    ESCAPE,
    (sequence: string, short: string | undefined, long: string | undefined, char: string | undefined, at: number) => {
      const digits = short ?? long;
      if (digits !== undefined) return fromCodePoint(text, digits, offset + at);
      const plain = char === undefined ? undefined : PLAIN[char];
      if (plain === undefined) {
        throw syntaxError(
          text,
          offset + at,
          `There is no escape ${sequence}.`,
          "Write \\\\ for a backslash; the escapes are \\t \\n \\r \\b \\f \\\" \\' \\\\ \\uXXXX \\UXXXXXXXX.",
        );
      }
      return plain;
    },
  );
}

/** Replaces `\u` and `\U` in an IRI; what they stand for must be allowed there. */
export function unescapeIri(text: string, content: string, offset: number): string {
  return content.replace(ESCAPE, (sequence: string, short: string | undefined, long: string | undefined, _char: unknown, at: number) => {
    const digits = short ?? long;
    if (digits === undefined) throw syntaxError(text, offset + at, `An IRI has no escape ${sequence}.`, "Percent-encode the character.");
    const char = fromCodePoint(text, digits, offset + at);
    if (/[\u0000-\u0020<>"{}|^`\\]/.test(char)) {
      throw syntaxError(
        text,
        offset + at,
        `The escape ${sequence} stands for a character that an IRI may not hold.`,
        "Percent-encode the character.",
      );
    }
    return char;
  });
}

function fromCodePoint(text: string, digits: string, at: number): string {
  const codePoint = Number.parseInt(digits, 16);
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    throw syntaxError(
      text,
      at,
      `U+${digits.toUpperCase()} is no character${codePoint > 0x10ffff ? "" : " but half of a surrogate pair"}.`,
      "Write the character itself, or one \\UXXXXXXXX for it.",
    );
  }
  return String.fromCodePoint(codePoint);
}
