import type { Analysis, Span, Tokens } from "../document/analysis.ts";
import { segment } from "../segment/segment.ts";
import { joinedMatches } from "../time/find-times.ts";
import { type Amount, readAmount } from "./amount.ts";
import { CHANGES, COMPARATOR_TOKENS, COMPARATORS, type Comparator, TRAILING_COMPARATORS } from "./comparators.ts";
import { countedNoun } from "./counted-noun.ts";
import { isLabelled } from "./label-numbers.ts";
import type { Quantity } from "./quantity.ts";
import { CALIBRE_NOUNS, MEASURES } from "./units.ts";

/**
 * Counts, amounts of money, percentages, measures, calibres and ranges of a text, in order; ordinals apart. Dates, years, times of day, durations, numbers of
 * resolutions, articles and models are none.
 */
export function findQuantities(source: string | Analysis): readonly Quantity[] {
  const analysis = typeof source === "string" ? segment(source) : source;
  const quantities: Quantity[] = [];
  for (const sentence of analysis.sentences) {
    const busy = timeTokens(analysis.tokens, sentence.first, sentence.last);
    let floor = sentence.first;
    for (let index = sentence.first; index < sentence.last; ) {
      const found = busy[index - sentence.first] ? undefined : quantityAt(analysis, index, sentence.first, sentence.last, floor, busy);
      if (found === undefined) index++;
      else {
        quantities.push(found.quantity, ...found.inner);
        index = Math.max(index + 1, found.resume);
        floor = index;
      }
    }
  }
  return quantities.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Tokens that belong to dates, durations and times of day. */
function timeTokens(tokens: Tokens, first: number, last: number): Uint8Array {
  const busy = new Uint8Array(last - first);
  for (const match of joinedMatches(tokens, first, last)) busy.fill(1, match.first - first, match.next - first);
  return busy;
}

interface Found {
  readonly quantity: Quantity;
  /** Calibres inside the counted noun phrase. */
  readonly inner: readonly Quantity[];
  readonly resume: number;
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly minExclusive?: boolean;
  readonly maxExclusive?: boolean;
  readonly approximate?: boolean;
}

function quantityAt(analysis: Analysis, index: number, begin: number, last: number, floor: number, busy: Uint8Array): Found | undefined {
  const { tokens } = analysis;
  const amount = readAmount(tokens, index, last);
  if (amount === undefined || busy[Math.min(amount.next, last) - 1 - begin] === 1) return undefined;
  if (amount.unit === undefined && isLabelled(tokens, index, amount.next, begin, last)) return undefined;
  if (amount.ordinal) return ordinal(analysis, amount, last);
  const range = readRange(tokens, amount, begin, last, floor);
  const final = range?.to ?? amount;
  const before = leadingComparator(tokens, range?.first ?? amount.first, floor);
  const found = assemble(analysis, range?.from ?? amount, final, before, range !== undefined, last);
  return otherSide(analysis, found, last) ?? found;
}

/** `more than 10 but fewer than 20 launchers`: two comparators that close one range. */
function otherSide(analysis: Analysis, left: Found, last: number): Found | undefined {
  const { tokens } = analysis;
  const { min, max } = left.quantity;
  if (
    (min === undefined) === (max === undefined) ||
    left.quantity.counted !== undefined ||
    !/^(?:and|but)$/.test(tokens.lower[left.resume] ?? "")
  )
    return undefined;
  const from = left.resume + 1;
  for (let size = COMPARATOR_TOKENS; size > 0; size--) {
    const comparator = from + size < last ? COMPARATORS.get(tokens.lower.slice(from, from + size).join(" ")) : undefined;
    if (comparator === undefined || comparator.bound !== (min === undefined ? "min" : "max")) continue;
    const amount = readAmount(tokens, from + size, last);
    if (amount === undefined || amount.ordinal) return undefined;
    const right = assemble(analysis, amount, amount, { first: from, comparators: [comparator] }, false, last);
    const merged: Quantity = {
      ...left.quantity,
      ...right.quantity,
      start: left.quantity.start,
      text: analysis.text.slice(left.quantity.start, right.quantity.end),
    };
    return merged.min !== undefined && merged.max !== undefined && merged.min < merged.max
      ? { quantity: merged, inner: right.inner, resume: right.resume }
      : undefined;
  }
  return undefined;
}

function ordinal(analysis: Analysis, amount: Amount, last: number): Found | undefined {
  const noun = countedNoun(analysis, amount.next, last, false);
  // `first` and `second` are adverbs as often as numbers: only before a noun.
  if (noun === undefined && amount.words) return undefined;
  const span = spanOf(analysis, amount.first, amount.next);
  return {
    quantity: {
      ...span,
      kind: "ordinal",
      min: amount.value,
      max: amount.value,
      ...(noun === undefined ? {} : { unit: noun.singular, counted: countedSpan(analysis, noun.first, noun.next) }),
    },
    inner: [],
    resume: amount.next,
  };
}

function spanOf(analysis: Analysis, first: number, next: number): Span & { readonly text: string } {
  const start = analysis.tokens.start[first]!;
  const end = analysis.tokens.end[next - 1]!;
  return { start, end, text: analysis.text.slice(start, end) };
}

function countedSpan(analysis: Analysis, first: number, next: number): Span {
  return { start: analysis.tokens.start[first]!, end: analysis.tokens.end[next - 1]! };
}

interface AmountRange {
  readonly first: number;
  readonly from: Amount;
  readonly to: Amount;
}

/** `between 10 and 20`, `10-20`, `10,000 to 12,000`, `$5 to $7 million` */
function readRange(tokens: Tokens, from: Amount, begin: number, last: number, floor: number): AmountRange | undefined {
  const { lower } = tokens;
  const before = from.first > Math.max(begin, floor) ? lower[from.first - 1]! : "";
  const joiner = lower[from.next];
  if (from.next + 1 >= last || joiner === undefined) return undefined;
  const between = before === "between" && joiner === "and";
  if (
    !between &&
    joiner !== "to" &&
    joiner !== "through" &&
    !(joiner === "-" && tokens.spaceBefore[from.next] === tokens.spaceBefore[from.next + 1])
  )
    return undefined;
  const to = readAmount(tokens, from.next + 1, last);
  if (to === undefined || to.ordinal || from.ordinal) return undefined;
  if (before === "from" && joiner === "to" && CHANGES.has(lower[from.first - 2] ?? "")) return undefined;
  // `$5 to $7 million` and `2-3 million`: the scale of the second holds for both.
  const scaled =
    to.scale > 1 && from.scale === 1 && from.value * to.scale < to.value && from.value < 1000 ? from.value * to.scale : from.value;
  if (scaled >= to.value || (from.unit !== undefined && to.unit !== undefined && from.unit !== to.unit)) return undefined;
  const unit = to.unit ?? from.unit;
  const kind = to.kind === "plain" ? from.kind : to.kind;
  return {
    first: between || (before === "from" && joiner === "to") ? from.first - 1 : from.first,
    from: { ...from, value: scaled, kind, ...(unit === undefined ? {} : { unit }) },
    to: { ...to, kind, ...(unit === undefined ? {} : { unit }) },
  };
}

interface Leading {
  readonly first: number;
  readonly comparators: readonly Comparator[];
}

/** Comparators that end right before token `first`; several may stand one after another (`up to about 500`). */
function leadingComparator(tokens: Tokens, first: number, floor: number): Leading {
  const comparators: Comparator[] = [];
  let start = first;
  for (;;) {
    let size = Math.min(COMPARATOR_TOKENS, start - floor);
    for (; size > 0; size--) {
      const comparator = COMPARATORS.get(tokens.lower.slice(start - size, start).join(" "));
      if (comparator === undefined || (size === 1 && isParticle(tokens, start - 1))) continue;
      comparators.push(comparator);
      start -= size;
      break;
    }
    if (size <= 0) return { first: start, comparators };
  }
}

/** Verbs of giving up whose particle is "over"; "signed over 20 agreements" and "flew over 100 sorties" compare. */
const HANDING: ReadonlySet<string> = new Set("hand hands handed handing turn turns turned turning".split(" "));

/** "handed over 13 fighters": the particle of the verb, no comparison. */
const isParticle = (tokens: Tokens, index: number): boolean => tokens.lower[index] === "over" && HANDING.has(tokens.lower[index - 1] ?? "");

function trailingComparator(tokens: Tokens, index: number, last: number): Comparator | undefined {
  // `200 or greater than 190` begins another comparison.
  return index + 1 < last && tokens.lower[index + 2] !== "than"
    ? TRAILING_COMPARATORS.get(`${tokens.lower[index]} ${tokens.lower[index + 1]}`)
    : undefined;
}

function assemble(analysis: Analysis, from: Amount, to: Amount, before: Leading, isRange: boolean, last: number): Found {
  const { tokens } = analysis;
  const first = isRange && before.comparators.length === 0 ? Math.min(before.first, from.first) : before.first;
  let next = to.next;
  const after = trailingComparator(tokens, next, last);
  if (after !== undefined) next += 2;
  let comparators = after === undefined ? before.comparators : [...before.comparators, after];
  const inner: Quantity[] = [];
  if (to.kind === "measure") return { quantity: measure(analysis, first, next, from, to, comparators, last), inner, resume: next };
  let unit = to.unit;
  let counted: Span | undefined;
  let resume = next;
  if (to.kind === "plain" || to.kind === "indefinite") {
    let at = next;
    const whole = partitive(tokens, at, last);
    if (whole !== undefined) at = whole.at;
    else if (tokens.lower[at] === "of" && (to.kind === "indefinite" || to.group)) at++;
    const noun = countedNoun(analysis, at, last, to.value !== 1 || to.kind === "indefinite");
    if (noun !== undefined) {
      // "half of its 40 boats": so many of them
      if (whole?.total !== undefined && to.value < 1) {
        from = { ...from, value: from.value * whole.total };
        to = { ...to, value: to.value * whole.total };
      }
      unit = noun.singular;
      counted = countedSpan(analysis, noun.first, noun.next);
      inner.push(...calibresIn(analysis, noun.first, noun.next));
      next = noun.next;
      resume = noun.next;
      const late = trailingComparator(tokens, next, last);
      if (late !== undefined) {
        comparators = [...comparators, late];
        next += 2;
        resume = next;
      }
    }
  }
  const kind = to.kind === "money" ? "money" : to.kind === "percent" ? "percent" : "count";
  const quantity: Quantity = {
    ...spanOf(analysis, first, next),
    kind,
    ...boundsOf(from, to, comparators, isRange),
    ...(unit === undefined ? {} : { unit }),
    ...(counted === undefined ? {} : { counted }),
  };
  return { quantity, inner, resume };
}

/** `two of the three launchers`, `half of its 40 boats`: where the counted noun begins, and how many there are in all. */
function partitive(tokens: Tokens, at: number, last: number): { readonly at: number; readonly total?: number } | undefined {
  if (tokens.lower[at] !== "of" || !/^(?:the|its|his|her|their|our|these|those)$/.test(tokens.lower[at + 1] ?? "")) return undefined;
  const total = readAmount(tokens, at + 2, last);
  return total === undefined || total.ordinal || total.kind !== "plain" ? { at: at + 2 } : { at: total.next, total: total.value };
}

/** Comparators laid on the value or the two ends of a range. */
function boundsOf(from: Amount, to: Amount, comparators: readonly Comparator[], isRange: boolean): Bounds {
  const approximate =
    from.approximate || to.approximate || comparators.some((comparator) => comparator.approximate) ? { approximate: true } : {};
  if (isRange) return { min: from.value, max: to.value, ...approximate };
  const limit = comparators.find((comparator) => comparator.bound !== "both");
  if (to.atLeast) return limit?.bound === "max" ? { max: to.value, approximate: true } : { min: to.value, approximate: true };
  if (limit === undefined) return { min: from.value, max: from.value, ...approximate };
  if (limit.bound === "min") return { min: from.value, ...(limit.exclusive ? { minExclusive: true } : {}), ...approximate };
  return { max: from.value, ...(limit.exclusive ? { maxExclusive: true } : {}), ...approximate };
}

/** A measure: a calibre before weapons and ammunition, a range beside that word, else a plain measure. */
function measure(
  analysis: Analysis,
  first: number,
  next: number,
  from: Amount,
  to: Amount,
  comparators: readonly Comparator[],
  last: number,
): Quantity {
  const { tokens } = analysis;
  const isRange = from !== to;
  const bounds = boundsOf(from, to, comparators, isRange);
  return {
    ...spanOf(analysis, first, next),
    kind: measureKind(tokens, first, next, to, last),
    ...bounds,
    ...(to.unit === undefined ? {} : { unit: to.unit }),
  };
}

function measureKind(tokens: Tokens, first: number, next: number, amount: Amount, last: number): Quantity["kind"] {
  const { lower } = tokens;
  if (amount.unit === "calibre") return "calibre";
  if (amount.unit === "mm" || (amount.unit === "in" && amount.value <= 18)) {
    for (let index = next; index < Math.min(last, next + 3); index++) if (CALIBRE_NOUNS.has(lower[index]!)) return "calibre";
  }
  if (amount.unit === "km" || amount.unit === "mi" || amount.unit === "nmi" || amount.unit === "m") {
    if (/^(?:range|ranges|reach)$/.test(lower[next] ?? "") || (lower[next] === "-" && lower[next + 1] === "range")) return "range";
    for (let index = first - 1; index >= Math.max(0, first - 4) && tokens.sentence[index] === tokens.sentence[first]; index--) {
      if (/^(?:range|ranges|ranging|reach)$/.test(lower[index]!)) return "range";
      if (!/^(?:of|a|an|is|was|to|has|with|maximum|estimated|,|up|over)$/.test(lower[index]!)) break;
    }
  }
  return "measure";
}

/** `1.2 million 155mm shells`: the calibre inside what is counted. */
function calibresIn(analysis: Analysis, first: number, next: number): readonly Quantity[] {
  const result: Quantity[] = [];
  for (let index = first; index < next; index++) {
    const amount = readAmount(analysis.tokens, index, next);
    if (amount === undefined || amount.kind !== "measure" || !MEASURES.has(analysis.tokens.lower[amount.next - 1]!)) continue;
    result.push(measure(analysis, index, amount.next, amount, amount, [], analysis.tokens.count));
    index = amount.next - 1;
  }
  return result;
}
