/** Counts what a writer had to leave out. Pass one in to learn the number. */
export interface WriteTally {
  /** Characters that the format cannot hold: control characters, U+FFFE, U+FFFF, halves of surrogate pairs. */
  stripped: number;
}

// What XML 1.0 (production 2, Char) does not allow. With the `u` flag a lone surrogate matches, a pair is one character and does not.
const ILLEGAL_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;

/** Text without the characters that XML 1.0 cannot hold in any form; Gephi does the same (gephi PR#3270). */
export function stripIllegalXml(text: string, tally: WriteTally): string {
  return text.replace(ILLEGAL_XML, () => {
    tally.stripped++;
    return "";
  });
}

/** Text for the content of an XML element; `]]>` cannot arise. */
export function xmlText(text: string, tally: WriteTally): string {
  return stripIllegalXml(text, tally).replace(/[&<>\r\u0085\u2028]/g, escapeXml);
}

/** Text for a double-quoted XML attribute; line breaks and tabs survive the parser's normalisation. */
export function xmlAttribute(text: string, tally: WriteTally): string {
  return stripIllegalXml(text, tally).replace(/[&<>"\r\n\t\u0085\u2028]/g, escapeXml);
}

function escapeXml(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return `&#${character.charCodeAt(0)};`;
  }
}

/** Text with lone surrogates replaced by U+FFFD, which is what encoding to UTF-8 would make of them. */
export function wellFormed(text: string, tally: WriteTally): string {
  return text.replace(LONE_SURROGATE, () => {
    tally.stripped++;
    return "\uFFFD";
  });
}

/** JSON that is safe inside an HTML script element too: `<`, U+2028 and U+2029 are escaped, lone surrogates made well-formed. */
export function safeJson(value: unknown, tally: WriteTally, indent?: number): string {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === "string" ? wellFormed(item, tally) : item), indent);
  return text.replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** One CSV field (RFC 4180). With `excelSafe`, text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvField(text: string, tally: WriteTally, excelSafe: boolean, delimiter = ","): string {
  let safe = wellFormed(text, tally).replace(/\u0000/g, () => {
    tally.stripped++;
    return "";
  });
  if (excelSafe && /^[\s\u0000-\u0020]*[=+\-@\t\r]/.test(safe) && !/^-?\d+(?:\.\d+)?$/.test(safe)) safe = `'${safe}`;
  return safe.includes('"') || safe.includes(delimiter) || /[\r\n]/.test(safe) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
