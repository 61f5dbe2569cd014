/** What words before or after a number do to it. */
export interface Comparator {
  readonly bound: "min" | "max" | "both";
  readonly exclusive?: boolean;
  readonly approximate?: boolean;
}

const above: Comparator = { bound: "min", exclusive: true };
const least: Comparator = { bound: "min" };
const most: Comparator = { bound: "max" };
const below: Comparator = { bound: "max", exclusive: true };
const about: Comparator = { bound: "both", approximate: true };
const exact: Comparator = { bound: "both" };

/**
 * Comparators before a number, lowercase tokens. Sources: the number ranges of Recognizers-Text (English), Quirk et al. 1985 (degree adverbs with numerals), the
 * project's data contract for `more than`, `up to`, `about`.
 */
export const COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ...[
    "more than",
    "over",
    "above",
    "greater than",
    "higher than",
    "bigger than",
    "larger than",
    "in excess of",
    "exceeding",
    "exceed",
    "surpassing",
    "surpassed",
    "surpass",
    "exceeds",
    "exceeded",
    "upwards of",
    "upward of",
    "beyond",
    "well over",
    "far more than",
    ">",
  ].map((words): [string, Comparator] => [words, above]),
  ...[
    "at least",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "minimum of",
    "equal to or more than",
    "more than or equal to",
    "greater than or equal to",
    ">=",
    "> =",
    "bigger or equal than",
    "higher or equal than",
    "greater or equal than",
    "larger or equal than",
    "more or equal than",
    "≥",
  ].map((words): [string, Comparator] => [words, least]),
  ...[
    "up to",
    "as many as",
    "as much as",
    "at most",
    "no more than",
    "not more than",
    "a maximum of",
    "maximum of",
    "at the most",
    "less than or equal to",
    "equal to or less than",
    "<=",
    "< =",
    "smaller or equal than",
    "less or equal than",
    "lower or equal than",
    "≤",
  ].map((words): [string, Comparator] => [words, most]),
  ...["less than", "fewer than", "under", "below", "lower than", "smaller than", "short of", "<"].map((words): [string, Comparator] => [
    words,
    below,
  ]),
  ...[
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "circa",
    "near",
    "an estimated",
    "estimated",
    "or so",
    "virtually",
    "something like",
    "in the region of",
    "in the order of",
    "on the order of",
    "approx.",
    "ca.",
    "c.",
    "~",
    "≈",
    "perhaps",
  ].map((words): [string, Comparator] => [words, about]),
  ["just over", { ...above, approximate: true }],
  ["a little over", { ...above, approximate: true }],
  ["slightly more than", { ...above, approximate: true }],
  // "nearly 100 times", "almost $84 billion": not quite so many
  ...["nearly", "almost", "close to", "just shy of", "just under"].map((words): [string, Comparator] => [
    words,
    { ...below, approximate: true },
  ]),
  ["slightly less than", { ...below, approximate: true }],
  ...["exactly", "precisely", "only", "just", "equal to", "a total of", "total of"].map((words): [string, Comparator] => [words, exact]),
]);

/** Longest comparator, in tokens. */
export const COMPARATOR_TOKENS = 5;

/** Comparators after the number or after what it counts: `or so`, `or more`. */
export const TRAILING_COMPARATORS: ReadonlyMap<string, Comparator> = new Map([
  ["or so", about],
  ["or thereabouts", about],
  ["or more", least],
  ["or greater", least],
  ["or above", least],
  ["and more", least],
  ["or less", most],
  ["or fewer", most],
  ["or below", most],
  ["at least", least],
  ["at most", most],
]);

/** Verbs after which `from 10 to 20` is a change and not a range. */
export const CHANGES: ReadonlySet<string> = new Set(
  "rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increased increase increases increasing decreased decrease decreases dropped drop drops cut cuts reduced reduce reduces raised raise raises jumped jump slid slipped climbed soared declined decline doubled went moved shrank shrunk expanded up down".split(
    " ",
  ),
);
