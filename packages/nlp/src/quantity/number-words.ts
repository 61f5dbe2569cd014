/** Cardinal words below one hundred. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value): [string, number] => [word, value])
    .concat([
      ["nought", 0],
      ["naught", 0],
      ["nil", 0],
    ]),
);

export const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index): [string, number] => [word, (index + 2) * 10]),
);

/** Short scale; `lakh` and `crore` of South Asian English. `grand` and the like are left out: news writes them in names. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["mil", 1e6],
  ["mln", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["bln", 1e9],
  ["trillion", 1e12],
  ["quadrillion", 1e15],
]);

/** Letters glued to digits or after an amount of money: `$5m`, `1.2bn`, `10k`. */
export const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mm", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
  ["tr", 1e12],
  ["t", 1e12],
  ["g", 1e9],
]);

export const GROUP_WORDS: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["dozens", 12],
  ["doz", 12],
  ["dozs", 12],
  ["score", 20],
]);

/**
 * Plurals without a number: `dozens of drones` is at least two dozen. Source: Merriam-Webster, "an indefinite large number"; two of the unit is the least that
 * a plural says.
 */
export const INDEFINITE_PLURALS: ReadonlyMap<string, number> = new Map([
  ["dozens", 24],
  ["scores", 40],
  ["tens", 20],
  ["hundreds", 200],
  ["thousands", 2000],
  ["millions", 2e6],
  ["billions", 2e9],
  ["trillions", 2e12],
]);

/** Ordinal words; compounds are read as tens and an ordinal (`twenty - fifth`). */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
  ..."twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
    .split(" ")
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
  ["hundredth", 100],
  ["thousandth", 1000],
  ["millionth", 1e6],
  ["billionth", 1e9],
  ["trillionth", 1e12],
]);

/** Denominators; plurals by adding -s. `second` is never one. */
export const FRACTION_WORDS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halve", 2],
  ["quarter", 4],
  ...[...ORDINAL_WORDS].filter(([word]) => word !== "first" && word !== "second"),
]);

/** Vulgar fractions of Unicode. */
export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅚", 5 / 6],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
]);
