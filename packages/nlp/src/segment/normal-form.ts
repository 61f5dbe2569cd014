/**
 * Characters whose normal form differs from themselves. Quotation marks become straight, dashes become `-` (hyphens, en dash) or `--` (em dash,
 * as UD English-EWT writes it), special blanks a blank, soft hyphens and zero-width characters nothing. Source: Unicode 15 general categories Pd, Pi, Pf, Zs, Cf.
 */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ..."‘’‚‛′ʼ＇`´".split("").map((mark): [string, string] => [mark, "'"]),
  ..."“”„‟″«»＂".split("").map((mark): [string, string] => [mark, '"']),
  ..."‐‑‒–−﹣－".split("").map((dash): [string, string] => [dash, "-"]),
  ..."—―⸺".split("").map((dash): [string, string] => [dash, "--"]),
  ..."\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\v\f\u0085\u2028\u2029"
    .split("")
    .map((blank): [string, string] => [blank, " "]),
  ..."\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f".split("").map((hidden): [string, string] => [hidden, ""]),
  ["…", "..."],
  ["ﬀ", "ff"],
  ["ﬁ", "fi"],
  ["ﬂ", "fl"],
  ["ﬃ", "ffi"],
  ["ﬄ", "ffl"],
]);

const PLAIN = /^[!-_a-~]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/;

/**
 * The normal form of one token's text. Idempotent; keeps case. A token that would become empty keeps its own text.
 */
export function toNormalForm(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  let result = "";
  for (const character of raw) {
    const replaced = REPLACED.get(character);
    if (replaced !== undefined) result += replaced;
    else if (FULL_WIDTH.test(character)) result += String.fromCharCode(character.charCodeAt(0) - 0xfee0);
    else result += character;
  }
  // Composed, so that `é` written as two characters finds the same entries; blanks inside joined tokens (`U. S.`, `11, 000`) go.
  result = result
    .normalize("NFC")
    .replace(/(?<=[.,\d]) +(?=[\p{L}\d])/gu, "")
    .trim();
  if (result === "''") return '"';
  return result === "" ? raw : result;
}
