/** Names of the months, in lower case. */
export const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december".split(" "),
);

/** Names of the days of the week, in lower case. */
export const WEEKDAYS: ReadonlySet<string> = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));

/** Is a word in lower case the name of a month or of a day of the week? */
export const isCalendarWord = (word: string): boolean => MONTHS.has(word) || WEEKDAYS.has(word);
