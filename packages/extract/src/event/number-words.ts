const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

const VALUES: ReadonlyMap<string, number> = new Map(WORDS.map((word, value) => [word, value]));

/** Alternatives of a regular expression: the words for the numbers from 0 to 20. */
export const NUMBER_WORD: string = WORDS.join("|");

/** The whole number that a word or up to three digits stand for ("twelve", "12"), in either case; undefined for any other word. */
export function numberSaid(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : VALUES.get(word.toLowerCase());
}
