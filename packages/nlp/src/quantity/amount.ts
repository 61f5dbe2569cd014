import type { Tokens } from "../document/analysis.ts";
import { GROUP_WORDS, INDEFINITE_PLURALS, SCALES } from "./number-words.ts";
import { readNumeral } from "./read-numeral.ts";
import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_NOUNS,
  CURRENCY_SYMBOLS,
  DOLLAR_PREFIXES,
  MEASURES,
  RISKY_MEASURES,
} from "./units.ts";

/** A number with what belongs to it, at tokens `[first, next)`. */
export interface Amount {
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly scale: number;
  readonly kind: "plain" | "indefinite" | "money" | "percent" | "measure";
  readonly unit?: string;
  readonly ordinal: boolean;
  readonly words: boolean;
  readonly approximate?: boolean;
  /** Takes `of` before its noun: `a score of`, `a couple of`. */
  readonly group?: boolean;
  /** A plural without a number: the value is the least it can be. */
  readonly atLeast?: boolean;
}

/** Reads an amount that starts at token `index`: `$5 million`, `9 billion euros`, `12 percent`, `152 mm`, `dozens`, `hundreds of thousands`, `.50 caliber`, `40`. */
export function readAmount(tokens: Tokens, index: number, last: number): Amount | undefined {
  if (index >= last) return undefined;
  const word = tokens.lower[index]!;
  const money = readLeadingCurrency(tokens, index, last);
  if (money !== undefined) return money;
  const indefinite = readIndefinite(tokens, index, last);
  if (indefinite !== undefined) return indefinite;
  if (!/^[\d.½¼¾⅓⅔⅕-⅞]/.test(word) && !/^\p{Ll}/u.test(word)) return undefined;
  const numeral = readNumeral(tokens, index, last);
  if (numeral === undefined) return undefined;
  const plain: Amount = {
    first: index,
    next: numeral.next,
    value: numeral.value,
    scale: numeral.scale,
    kind: "plain",
    ordinal: numeral.ordinal,
    words: numeral.form === "words",
    ...(GROUP_WORDS.has(tokens.lower[numeral.next - 1]!) ? { group: true } : {}),
  };
  return numeral.ordinal ? plain : withUnit(tokens, plain, last);
}

/** `$5`, `US$ 5 million`, `HK $ 10`, `USD 5 million`, `EUR5bn` */
function readLeadingCurrency(tokens: Tokens, index: number, last: number): Amount | undefined {
  const { lower, norm } = tokens;
  let at = index;
  let code = CURRENCY_SYMBOLS.get(lower[at]!);
  const prefix = DOLLAR_PREFIXES.get(lower[at]!);
  if (
    code === undefined &&
    prefix !== undefined &&
    lower[at + 1] === "$" &&
    (norm[at] === norm[at]!.toUpperCase() || lower[at]!.length > 1)
  ) {
    code = prefix;
    at++;
  } else if (code === undefined && CURRENCY_CODES.has(lower[at]!) && norm[at] === norm[at]!.toUpperCase()) code = norm[at]!;
  if (code === undefined) return undefined;
  const numeral = readNumeral(tokens, at + 1, last);
  if (numeral === undefined || numeral.ordinal || at + 1 >= last) return undefined;
  // `$5 US`, `$10 USD` name it again.
  const again = /^(?:usd|eur|gbp|cad|aud)$/.test(lower[numeral.next] ?? "") && numeral.next < last ? 1 : 0;
  return {
    first: index,
    next: numeral.next + again,
    value: numeral.value,
    scale: numeral.scale,
    kind: "money",
    unit: again === 1 ? norm[numeral.next]!.toUpperCase() : code,
    ordinal: false,
    words: false,
  };
}

/** `dozens`, `hundreds of thousands`, `tens of millions of`, `several`, `a few`, `a number of`, `a couple of` */
function readIndefinite(tokens: Tokens, index: number, last: number): Amount | undefined {
  const { lower } = tokens;
  const word = lower[index]!;
  const least = INDEFINITE_PLURALS.get(word);
  const amount = (next: number, value: number, extra: Partial<Amount> = {}): Amount => ({
    first: index,
    next,
    value,
    scale: 1,
    kind: "indefinite",
    ordinal: false,
    words: true,
    approximate: true,
    atLeast: true,
    ...extra,
  });
  if (least !== undefined && (word !== "scores" || lower[index + 1] === "of")) {
    let value = least;
    let next = index + 1;
    while (lower[next] === "of" && next + 1 < last) {
      const factor = SCALES.get(lower[next + 1]!.replace(/s$/, ""));
      if (factor === undefined) break;
      value *= factor;
      next += 2;
    }
    if (word === "tens" && next === index + 1) return undefined;
    const currency = CURRENCY_NOUNS.get(lower[next] === "of" ? (lower[next + 1] ?? "") : "");
    return currency === undefined ? amount(next, value) : amount(next + 2, value, { kind: "money", unit: currency });
  }
  if (
    /^(?:several|multiple|numerous)$/.test(word) &&
    /s$|^(?:people|men|women|children|aircraft|personnel)$/.test(nounAfter(tokens, index + 1, last))
  ) {
    // `several thousand troops`, `several hundred`
    const scale = SCALES.get(lower[index + 1]!);
    return scale === undefined ? amount(index + 1, 2) : amount(index + 2, 2 * scale);
  }
  if (word === "several" && SCALES.has(lower[index + 1] ?? "")) return amount(index + 2, 2 * SCALES.get(lower[index + 1]!)!);
  if (word !== "a" && word !== "an") return undefined;
  const noun = lower[index + 1];
  if (noun === "few" && SCALES.has(lower[index + 2] ?? "")) return amount(index + 3, 2 * SCALES.get(lower[index + 2]!)!);
  if (noun === "few" && index + 2 < last && !/^(?:of|more|days|weeks|months|years|hours|minutes)$/.test(lower[index + 2]!))
    return amount(index + 2, 2);
  if (
    /^(?:number|handful|series|range|variety)$/.test(noun ?? "") &&
    lower[index + 2] === "of" &&
    noun !== "series" &&
    noun !== "range" &&
    noun !== "variety"
  )
    return amount(index + 2, 2);
  if ((noun === "couple" || noun === "pair") && lower[index + 2] === "of")
    return amount(index + 2, 2, { kind: "plain", group: true, atLeast: false, ...(noun === "pair" ? { approximate: false } : {}) });
  return undefined;
}

function nounAfter(tokens: Tokens, index: number, last: number): string {
  for (let at = index; at < Math.min(last, index + 4); at++)
    if (/s$|^(?:people|men|women|children|aircraft|personnel)$/.test(tokens.lower[at]!)) return tokens.lower[at]!;
  return "";
}

/** Percent signs, units and currencies after the number. */
function withUnit(tokens: Tokens, plain: Amount, last: number): Amount {
  const { lower } = tokens;
  const at = plain.next;
  if (at >= last) return plain;
  const dash = lower[at] === "-" && tokens.spaceBefore[at + 1] === 0 ? 1 : 0;
  const word = lower[at + dash] ?? "";
  if (at + dash >= last) return plain;
  const percent = percentLength(lower, at + dash);
  if (percent > 0) return { ...plain, next: at + dash + percent, kind: "percent", unit: "percent" };
  const money = trailingCurrency(tokens, at, dash, last);
  if (money !== undefined) return { ...plain, next: money.next, value: plain.value * money.factor, kind: "money", unit: money.code };
  if (/^(?:caliber|calibre)$/.test(word)) return { ...plain, next: at + dash + 1, kind: "measure", unit: "calibre" };
  const square = /^(?:square|cubic|nautical)$/.test(word) ? 1 : 0;
  const unitWord = lower[at + dash + square] ?? "";
  const measure = MEASURES.get(unitWord);
  if (measure === undefined || at + dash + square >= last) return plain;
  if (RISKY_MEASURES.has(unitWord) && dash === 0 && tokens.spaceBefore[at] === 1) return plain;
  const unit = square === 0 ? measure : word === "nautical" ? "nmi" : `${measure}${word === "square" ? "²" : "³"}`;
  let next = at + dash + square + 1;
  if (/^(?:an|per|\/)$/.test(lower[next] ?? "") && /^(?:hour|h|second|s)$/.test(lower[next + 1] ?? "") && next + 1 < last) {
    const speed = `${unit}/${lower[next + 1]!.startsWith("h") ? "h" : "s"}`;
    next += 2;
    return { ...plain, next, kind: "measure", unit: speed };
  }
  return { ...plain, next, kind: "measure", unit };
}

function percentLength(lower: readonly string[], at: number): number {
  const word = lower[at]!;
  const length =
    word === "%" || word === "percent" || word === "pct" || word === "percentage" || word === "pc"
      ? 1
      : word === "per" && /^cent(?:age)?$/.test(lower[at + 1] ?? "")
        ? 2
        : 0;
  return length > 0 && /^points?$/.test(lower[at + length] ?? "") ? length + 1 : length;
}

/** `dollars`, `Canadian dollars`, `U.S. dollars`, `USD`, `cents`, `pounds sterling` */
function trailingCurrency(
  tokens: Tokens,
  at: number,
  dash: number,
  last: number,
): { readonly next: number; readonly code: string; readonly factor: number } | undefined {
  const { lower, norm } = tokens;
  const index = at + dash;
  const word = lower[index]!;
  if (
    CURRENCY_CODES.has(word) &&
    (norm[index] === norm[index]!.toUpperCase() || tokens.spaceBefore[index] === 0 || /^(?:usd|eur|gbp)$/.test(word))
  )
    // `75 USD million`
    return {
      next: SCALES.has(lower[index + 1] ?? "") ? index + 2 : index + 1,
      code: word.toUpperCase(),
      factor: SCALES.get(lower[index + 1] ?? "") ?? 1,
    };
  if (word !== "$" && CURRENCY_SYMBOLS.has(word)) return { next: index + 1, code: CURRENCY_SYMBOLS.get(word)!, factor: 1 };
  if (word === "$" && !/^\d/.test(lower[index + 1] ?? "")) return { next: index + 1, code: "USD", factor: 1 };
  if (/^cents?$/.test(word)) return { next: index + 1, code: "USD", factor: 0.01 };
  if (/^(?:pence|penny)$/.test(word)) return { next: index + 1, code: "GBP", factor: 0.01 };
  // Pounds of something are a weight, and so are fewer than a thousand of them: `500 pounds`.
  if (word === "pounds" && lower[index + 1] !== "of" && SCALES.has(lower[index - 1] ?? ""))
    return { next: index + 1, code: "GBP", factor: 1 };
  for (let size = 0; size <= 2; size++) {
    const noun = lower[index + size];
    if (noun === undefined || index + size >= last) return undefined;
    const base = noun.replace(/s$/, "");
    const adjective = size === 0 ? undefined : CURRENCY_ADJECTIVES.get(`${lower[index + size - 1]} ${base}`);
    if (adjective !== undefined) return { next: index + size + 1, code: adjective, factor: 1 };
    if (base === "pound" && /^sterling$/.test(lower[index + size + 1] ?? "")) return { next: index + size + 2, code: "GBP", factor: 1 };
    const code = CURRENCY_NOUNS.get(noun);
    // `won` and `real` are English words: a plural number in front and no more than an adjective between.
    if (
      code !== undefined &&
      !(
        noun === "real" ||
        (noun === "won" && /^(?:the|a|by|in|an|re|his|her|their)$/.test(lower[index + size + 1] ?? "")) ||
        (noun === "mark" && size > 0)
      )
    ) {
      if (
        size === 0 ||
        /^(?:u\.s\.|us|american|chinese|japanese|russian|indian|ukrainian|israeli|turkish|swiss|iranian|saudi|polish|south|korean|german|new)$/.test(
          lower[index]!,
        )
      )
        return { next: index + size + 1, code, factor: 1 };
    }
    if (!/^\p{L}/u.test(noun)) return undefined;
  }
  return undefined;
}
