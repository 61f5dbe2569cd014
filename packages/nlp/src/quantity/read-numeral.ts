import type { Tokens } from "../document/analysis.ts";
import { FRACTION_SIGNS, FRACTION_WORDS, GROUP_WORDS, ORDINAL_WORDS, SCALE_LETTERS, SCALES, SMALL_NUMBERS, TENS } from "./number-words.ts";

/** A number read from tokens `[first, next)`. */
export interface Numeral {
  readonly value: number;
  readonly next: number;
  /** `digits` where the first token is in digits. */
  readonly form: "digits" | "words";
  readonly ordinal: boolean;
  readonly fraction: boolean;
  /** The factor of the last scale word: 1e6 in `1.2 million`, 1 where there is none. */
  readonly scale: number;
}

const DIGITS = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)$/;
const ORDINAL_DIGITS = /^(\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)$/;
const HYPHEN = /^-$/;

interface State {
  total: number;
  current: number;
  /** Size of what was read last: 1 for units and digits, 10 for tens, the factor after a scale. */
  last: number;
  scale: number;
  /** A fraction that waits for its scale: `five and a half million`. */
  half: number;
}

/** The value of a token in digits (`11,000`, `3.5`, `.08`), or `undefined`. */
export function digitsValue(lower: string): number | undefined {
  return DIGITS.test(lower) ? Number(lower.replaceAll(",", "")) : undefined;
}

/**
 * Reads the longest number that starts at token `first`: `11,000`, `1.2 million`, `twenty-five`, `two hundred and six`, `half a million`, `three and a half`,
 * `two-thirds`, `the twenty-first` (as ordinal, without the article), `4 thousand 3 hundred`.
 */
export function readNumeral(tokens: Tokens, first: number, end: number): Numeral | undefined {
  const fraction = readFraction(tokens, first, end);
  if (fraction !== undefined) return fraction;
  const { lower } = tokens;
  const ordinal = ORDINAL_DIGITS.exec(lower[first] ?? "");
  if (ordinal !== null)
    return { value: Number(ordinal[1]!.replaceAll(",", "")), next: first + 1, form: "digits", ordinal: true, fraction: false, scale: 1 };
  const state: State = { total: 0, current: 0, last: 0, scale: 1, half: 0 };
  let index = first;
  let read = false;
  const form = digitsValue(lower[first] ?? "") === undefined ? "words" : "digits";
  while (index < end) {
    const word = lower[index]!;
    const ordinalValue = read || ORDINAL_WORDS.has(word) ? ordinalEnd(state, word, read) : undefined;
    if (ordinalValue !== undefined)
      return { value: ordinalValue, next: index + 1, form: "words", ordinal: true, fraction: false, scale: state.scale };
    const step = readStep(tokens, index, end, state, read);
    if (step === 0) break;
    index += step;
    read = true;
  }
  if (!read) return undefined;
  let value = state.total + state.current + state.half;
  const decimal = readDecimal(tokens, index, end, value);
  if (decimal !== undefined) {
    value = decimal.value;
    index = decimal.next;
  }
  return { value, next: index, form, ordinal: false, fraction: !Number.isInteger(value) && form === "words", scale: state.scale };
}

/** How many tokens the next part of the number takes; 0 where the number ends. */
function readStep(tokens: Tokens, index: number, end: number, state: State, read: boolean): number {
  const { lower, norm } = tokens;
  const word = lower[index]!;
  const digits = digitsValue(word);
  if (digits !== undefined) {
    // After a scale only a smaller number goes on: `4 thousand 3 hundred`; `2 152` are two numbers.
    if (read && !(state.last >= 1000 && digits < state.last && SCALES.has(lower[index + 1] ?? "")) && !(state.last === -1 && digits < 1000))
      return 0;
    state.current += digits;
    state.last = 1;
    const sign = FRACTION_SIGNS.get(norm[index + 1] ?? "");
    if (sign !== undefined && index + 1 < end) {
      state.current += sign;
      return 2;
    }
    return 1;
  }
  const sign = FRACTION_SIGNS.get(norm[index]!);
  if (sign !== undefined && !read) {
    state.current = sign;
    state.last = 1;
    return 1;
  }
  const small = SMALL_NUMBERS.get(word);
  if (small !== undefined) {
    if (read && !(state.last === 10 && small > 0 && small < 10) && !(state.last >= 100 || state.last === -1)) return 0;
    if (read && state.last === 1) return 0;
    state.current += small;
    state.last = 1;
    return 1;
  }
  const tens = TENS.get(word);
  if (tens !== undefined) {
    if (read && state.last !== -1 && state.last < 100) return 0;
    state.current += tens;
    state.last = 10;
    return 1;
  }
  if (HYPHEN.test(word) && read && index + 1 < end) {
    const next = lower[index + 1]!;
    const unit = SMALL_NUMBERS.get(next) ?? (ORDINAL_WORDS.get(next) ?? 99) % 100;
    const joins = (state.last === 10 && unit > 0 && unit < 10) || SCALES.has(next) || GROUP_WORDS.has(next);
    return joins ? 1 : 0;
  }
  if ((word === "a" || word === "an") && !read) return opensWithArticle(tokens, index, end) ? articleStep(state) : 0;
  const scale = scaleAt(tokens, index, state, read);
  if (scale !== undefined) return applyScale(state, scale, read);
  if (word === "and" && read && index + 1 < end) return readAnd(tokens, index, end, state);
  return 0;
}

/** `a hundred`, `a dozen`, `a couple` but not `a second` or `a score settled`. */
function opensWithArticle(tokens: Tokens, index: number, end: number): boolean {
  const next = tokens.lower[index + 1];
  return (
    index + 1 < end &&
    next !== undefined &&
    ((SCALES.has(next) && next !== "mil") || GROUP_WORDS.has(next)) &&
    (next !== "score" || tokens.lower[index + 2] === "of")
  );
}

function articleStep(state: State): number {
  state.current = 1;
  state.last = 1;
  return 1;
}

function scaleAt(tokens: Tokens, index: number, state: State, read: boolean): number | undefined {
  const word = tokens.lower[index]!;
  if (!read) return undefined;
  const scale = SCALES.get(word) ?? GROUP_WORDS.get(word);
  if (scale !== undefined) return word === "score" && tokens.lower[index + 1] === "of" ? scale : word === "score" ? undefined : scale;
  // `10k`, `$5m`: glued letters, and only after digits.
  if (tokens.spaceBefore[index] === 0 && state.last === 1 && /^\d/.test(tokens.lower[index - 1] ?? "")) {
    const letters = SCALE_LETTERS.get(word);
    const money = tokens.norm[index - 2] !== undefined && /^\p{Sc}$|^(?:US|C|A|NZ|HK)\$$/u.test(tokens.norm[index - 2]!);
    // `5m` may be metres and `3t` tonnes; without a currency only the unmistakable ones count.
    if (letters !== undefined && (money || /^(?:k|bn|tn)$/.test(word) || (tokens.norm[index] === "M" && word === "m"))) return letters;
  }
  return undefined;
}

function applyScale(state: State, scale: number, read: boolean): number {
  if (!read) return 0;
  if (scale === 100) {
    state.current = (state.current === 0 ? 1 : state.current) * 100;
    state.last = 100;
    return 1;
  }
  if (state.last >= 1000 && state.current === 0) {
    // `two hundred thousand million` does not occur; `six million thousand` is damage.
    state.total *= scale;
  } else {
    state.total += (state.current + state.half) * scale;
    state.current = 0;
    state.half = 0;
  }
  state.last = scale;
  state.scale = scale;
  return 1;
}

/** `two hundred and six`, `three and a half`, `3 million and a half`. */
function readAnd(tokens: Tokens, index: number, end: number, state: State): number {
  const { lower } = tokens;
  const next = lower[index + 1]!;
  const denominator = next === "a" || next === "one" ? FRACTION_WORDS.get(lower[index + 2] ?? "") : undefined;
  if (denominator !== undefined && index + 2 < end && (next === "a" || lower[index + 2] !== "third")) {
    // `a half million` after a scale is a number of its own.
    if (SCALES.has(lower[index + 3] ?? "") && state.last >= 1000) return 0;
    state.half += (state.last >= 1000 ? state.last : 1) / denominator;
    return 3;
  }
  const value = SMALL_NUMBERS.get(next) ?? TENS.get(next) ?? digitsValue(next);
  if (state.last >= 100 && value !== undefined && value > 0 && value < Math.min(state.last, 1000)) {
    // `6 million and two others` counts twice: only a scale of a hundred or a thousand takes a loose unit, or a word followed by a scale.
    if (/^\d/.test(lower[index - 2] ?? "") && !/^\d/.test(next) && state.last >= 1e6) return 0;
    state.last = -1;
    return 1;
  }
  return 0;
}

/** `twenty - fifth`, `hundred and fifth`. */
function ordinalEnd(state: State, word: string, read: boolean): number | undefined {
  const value = ORDINAL_WORDS.get(word);
  if (value === undefined) return undefined;
  if (!read) return value < 100 || word.endsWith("th") ? value : undefined;
  if (state.last === 10 && value < 10) return state.total + state.current + value;
  if ((state.last === 100 || state.last === -1) && value < 100) return state.total + state.current + value;
  if (value >= 100 && state.last > 0 && state.last < 100) return (state.total + state.current) * value;
  return undefined;
}

/** `two thirds`, `three - quarters`, `half a million`, `a quarter of a million`, `3 / 4`. */
function readFraction(tokens: Tokens, start: number, end: number): Numeral | undefined {
  const { lower } = tokens;
  let index = start;
  let numerator: number | undefined;
  if (lower[index] === "half" && index < end) return halfOf(tokens, index + 1, end, 0.5);
  if (lower[index] === "a" || lower[index] === "an") numerator = 1;
  else numerator = SMALL_NUMBERS.get(lower[index] ?? "") ?? digitsValue(lower[index] ?? "");
  if (numerator === undefined || numerator < 1) return undefined;
  index++;
  if (lower[index] === "/" && tokens.spaceBefore[index] === 0) {
    const denominator = digitsValue(lower[index + 1] ?? "");
    if (index + 1 < end && denominator !== undefined && denominator > 1 && denominator <= 100 && numerator < denominator)
      return { value: numerator / denominator, next: index + 2, form: "digits", ordinal: false, fraction: true, scale: 1 };
    return undefined;
  }
  if (HYPHEN.test(lower[index] ?? "")) index++;
  const word = lower[index];
  if (word === undefined || index >= end) return undefined;
  const plural = word.endsWith("s") && word !== "tens";
  const base = plural ? word.replace(/s$/, "") : word;
  const denominator = FRACTION_WORDS.get(base === "halve" ? "half" : base);
  if (denominator === undefined || (numerator === 1) === plural) return undefined;
  // `a third of the troops` is a share, `a third test` an ordinal.
  if (numerator === 1 && word !== "half" && word !== "quarter" && /^an?$/.test(lower[start]!) && lower[index + 1] !== "of")
    return undefined;
  return halfOf(tokens, index + 1, end, numerator / denominator);
}

function halfOf(tokens: Tokens, index: number, end: number, share: number): Numeral | undefined {
  const { lower } = tokens;
  let next = index;
  if (lower[next] === "of" && /^an?$/.test(lower[next + 1] ?? "")) next++;
  if (/^an?$/.test(lower[next] ?? "")) next++;
  const scale = SCALES.get(lower[next] ?? "") ?? GROUP_WORDS.get(lower[next] ?? "");
  if (scale !== undefined && next < end && (next > index || share === 0.25 || share === 0.5))
    return { value: share * scale, next: next + 1, form: "words", ordinal: false, fraction: false, scale };
  return { value: share, next: index, form: "words", ordinal: false, fraction: true, scale: 1 };
}

/** `two hundred point zero three` */
function readDecimal(
  tokens: Tokens,
  index: number,
  end: number,
  value: number,
): { readonly value: number; readonly next: number } | undefined {
  if (tokens.lower[index] !== "point") return undefined;
  let digits = "";
  let next = index + 1;
  for (; next < end; next++) {
    const digit = SMALL_NUMBERS.get(tokens.lower[next]!);
    if (digit === undefined || digit > 9) break;
    digits += digit;
  }
  if (digits === "") return undefined;
  const decimals = Number(`0.${digits}`);
  const scale = SCALES.get(tokens.lower[next] ?? "");
  return scale === undefined ? { value: value + decimals, next } : { value: (value + decimals) * scale, next: next + 1 };
}
