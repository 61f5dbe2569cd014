import { isNumeric, toNumber } from "./compare.ts";
import { type DigestName, digest } from "./digest.ts";
import { booleanValue, integerValue, lexicalOf, type Result, stringValue, type Value } from "./value.ts";

type StringValue = Extract<Value, { kind: "string" }>;

/** Argument compatibility (17.4.3.1.2): the second is plain, or both carry the same language and direction. */
function areCompatible(a: StringValue, b: StringValue): boolean {
  return b.language === "" || (a.language === b.language && a.direction === b.direction);
}

/** A string with the language and direction of another. */
export function likewise(text: string, model: StringValue): Value {
  return stringValue(text, model.language, model.direction);
}

/** Length in characters, not in UTF-16 units. */
export function strlen(value: Value): Result {
  if (value.kind !== "string") return undefined;
  let length = value.value.length;
  for (let i = 0; i < value.value.length; i++) {
    const code = value.value.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) length--;
  }
  return integerValue(length);
}

/** SUBSTR counts characters from 1; start and length round as XPath says, NaN gives the empty string. */
export function substr(value: Value, start: Value, length: Value | undefined): Result {
  if (value.kind !== "string" || !isNumeric(start) || (length !== undefined && !isNumeric(length))) return undefined;
  const from = Math.round(toNumber(start));
  const to = length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(toNumber(length));
  const characters = /[\ud800-\udbff]/.test(value.value) ? [...value.value] : value.value;
  if (Number.isNaN(from) || Number.isNaN(to)) return likewise("", value);
  const slice = characters.slice(Math.max(0, from - 1), Math.max(0, to - 1));
  return likewise(typeof slice === "string" ? slice : slice.join(""), value);
}

export function mapText(value: Value, map: (text: string) => string): Result {
  return value.kind === "string" ? likewise(map(value.value), value) : undefined;
}

export function testTexts(a: Value, b: Value, test: (text: string, part: string) => boolean): Result {
  if (a.kind !== "string" || b.kind !== "string" || !areCompatible(a, b)) return undefined;
  return booleanValue(test(a.value, b.value));
}

export function strbefore(a: Value, b: Value): Result {
  if (a.kind !== "string" || b.kind !== "string" || !areCompatible(a, b)) return undefined;
  const at = a.value.indexOf(b.value);
  return at < 0 ? stringValue("") : likewise(a.value.slice(0, at), a);
}

export function strafter(a: Value, b: Value): Result {
  if (a.kind !== "string" || b.kind !== "string" || !areCompatible(a, b)) return undefined;
  const at = a.value.indexOf(b.value);
  return at < 0 ? stringValue("") : likewise(a.value.slice(at + b.value.length), a);
}

/** CONCAT keeps language and direction when all arguments share them. */
export function concat(values: readonly Value[]): Result {
  let text = "";
  let shared: StringValue | undefined;
  let same = true;
  for (const value of values) {
    if (value.kind !== "string") return undefined;
    text += value.value;
    shared ??= value;
    if (value.language !== shared.language || value.direction !== shared.direction) same = false;
  }
  return shared !== undefined && same ? likewise(text, shared) : stringValue(text);
}

export function encodeForUri(value: Value): Result {
  if (value.kind !== "string") return undefined;
  const wellFormed = value.value.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return stringValue(encodeURIComponent(wellFormed).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`));
}

/** LANGMATCHES: basic filtering of RFC 4647. */
export function langMatches(tag: Value, range: Value): Result {
  if (tag.kind !== "string" || range.kind !== "string") return undefined;
  const language = tag.value.toLowerCase();
  const wanted = range.value.toLowerCase();
  if (wanted === "*") return booleanValue(language !== "");
  return booleanValue(language === wanted || language.startsWith(`${wanted}-`));
}

export function digestOf(value: Value, name: DigestName): Result {
  return value.kind === "string" && value.language === "" ? stringValue(digest(name, value.value)) : undefined;
}

export function strLang(value: Value, tag: Value, direction: Value | undefined): Result {
  if (value.kind !== "string" || value.language !== "" || tag.kind !== "string" || tag.value === "") return undefined;
  if (direction === undefined) return stringValue(value.value, tag.value);
  if (direction.kind !== "string" || (direction.value !== "ltr" && direction.value !== "rtl")) return undefined;
  return stringValue(value.value, tag.value, direction.value);
}

export function str(value: Value): Result {
  const lexical = lexicalOf(value);
  return lexical === undefined ? undefined : stringValue(lexical);
}
