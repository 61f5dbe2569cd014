import list from "big-list-of-naughty-strings/blns.json" with { type: "json" };

const LIST: readonly string[] = list;

/** What the list (of 2015) lacks: every control character, halves of surrogate pairs, what ends or escapes something in one of our formats. */
const MORE: readonly string[] = [
  ...Array.from({ length: 32 }, (_, code) => `control ${String.fromCharCode(code)} ${code}`),
  "\u007F\u0080\u0085\u009F",
  "\uD800",
  "a\uDC00b",
  "\uDC00\uD800",
  "\uD83D",
  "high\uD83Dthen 😀",
  "\uFFFE\uFFFF",
  "\uFEFFmark first",
  "\u202Eturned\u202C \u2066isolated\u2069",
  "line\u2028and\u2029paragraph",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
  "]]>",
  "<![CDATA[",
  "--><!--",
  "</script><script>",
  "&amp;&#0;&#x1F;",
  '"""',
  '\\"""\\',
  "'''",
  "> <urn:injected> <urn:p> <urn:o> . <",
  '" . <urn:injected> <urn:p> "',
  "@en-US",
  '"^^<http://www.w3.org/2001/XMLSchema#integer>',
  "@prefix x: <urn:x> .",
  "<<( s p o )>>",
  "\r\n\r\n",
  ",;\t|",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "  @SUM(1)",
  `{{7*7}}${"$"}{7*7}<%= 7*7 %>`,
  "../../../etc/passwd\u0000.txt",
  "CON",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "%00%0A%zz",
  "x".repeat(20_000),
  " leading and trailing ",
  "",
];

/** The Big List of Naughty Strings (MIT, https://github.com/minimaxir/big-list-of-naughty-strings) and more, each once. */
export const NAUGHTY: readonly string[] = [...new Set([...LIST, ...MORE])];

/** Characters that XML 1.0 has no way to hold (production 2), halves of surrogate pairs among them. */
export const XML_ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Halves of surrogate pairs, which no UTF-8 can hold. */
export const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export const countOf = (texts: Iterable<string>, pattern: RegExp): number => {
  let count = 0;
  for (const text of texts) count += text.match(pattern)?.length ?? 0;
  return count;
};
