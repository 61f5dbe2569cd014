const named = (words: string, from = 1): [string, number][] =>
  words.split(" ").flatMap((group, index): [string, number][] => group.split("/").map((word): [string, number] => [word, index + from]));

/** Month names and abbreviations (with and without full stop) → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  named(
    "january/jan/jan. february/feb/feb. march/mar/mar. april/apr/apr. may june/jun/jun. july/jul/jul. august/aug/aug. september/sept/sept./sep/sep. october/oct/oct. november/nov/nov. december/dec/dec.",
  ),
);

/** Months that are also words: taken as months with a capital and a calendar neighbour, or in text of capitals with a day or year. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(["may", "march", "mar", "august"]);

/** Weekdays → 1 Monday … 7 Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  named(
    "monday/mon/mon./mondays tuesday/tue/tue./tues/tues./tuesdays wednesday/wed/wed./wednesdays thursday/thu/thu./thur/thur./thurs/thurs./thursdays friday/fri/fri./fridays saturday/sat/sat./saturdays sunday/sun/sun./sundays",
  ),
);

/** Abbreviated weekdays that are words: only before a comma and a date. */
export const AMBIGUOUS_WEEKDAYS: ReadonlySet<string> = new Set(["sat", "sun", "wed", "mon", "fri", "thu", "tue"]);

/** Seasons by EDTF's codes. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ["spring", 21],
  ["springtime", 21],
  ["summer", 22],
  ["summertime", 22],
  ["autumn", 23],
  ["fall", 23],
  ["winter", 24],
  ["wintertime", 24],
]);

export type TimeUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century";

/** Units of time, singular and plural. `second` in the singular is mostly an ordinal and needs a number before it. */
export const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ...(["second", "minute", "hour", "day", "week", "month", "year", "decade"] as const).flatMap((unit): [string, TimeUnit][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
  ["century", "century"],
  ["centuries", "century"],
  ["h", "hour"],
  ["hr", "hour"],
  ["hrs", "hour"],
  ["hrs.", "hour"],
  ["min", "minute"],
  ["mins", "minute"],
  ["sec", "second"],
  ["secs", "second"],
  ["yr", "year"],
  ["yrs", "year"],
  ["fortnight", "week"],
  ["fortnights", "week"],
  ["weekend", "day"],
  ["weekends", "day"],
]);

/** Letters of ISO 8601 durations. */
export const DURATION_LETTERS: Readonly<Record<"second" | "minute" | "hour" | "day" | "week" | "month" | "year", string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  year: "Y",
};

/** Parts of a period, as thirds. */
export const PARTS: ReadonlyMap<string, "early" | "mid" | "late"> = new Map([
  ["early", "early"],
  ["earlier", "early"],
  ["beginning", "early"],
  ["start", "early"],
  ["outset", "early"],
  ["opening", "early"],
  ["mid", "mid"],
  ["middle", "mid"],
  ["late", "late"],
  ["later", "late"],
  ["end", "late"],
  ["close", "late"],
]);

/** Words that point from the time of speaking: −1 before it, 0 around it, +1 after it. */
export const POINTERS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["past", -1],
  ["previous", -1],
  ["preceding", -1],
  ["prior", -1],
  ["this", 0],
  ["current", 0],
  ["present", 0],
  ["next", 1],
  ["coming", 1],
  ["upcoming", 1],
  ["following", 1],
]);

/** Single words for the time of speaking. Granularity `unknown` where they name no calendar unit. */
export const DEICTICS: ReadonlyMap<string, { readonly days: number; readonly granularity: "day" | "unknown" }> = new Map([
  ["today", { days: 0, granularity: "day" }],
  ["tonight", { days: 0, granularity: "day" }],
  ["yesterday", { days: -1, granularity: "day" }],
  ["tomorrow", { days: 1, granularity: "day" }],
  ["recently", { days: 0, granularity: "unknown" }],
  ["lately", { days: 0, granularity: "unknown" }],
  ["currently", { days: 0, granularity: "unknown" }],
  ["nowadays", { days: 0, granularity: "unknown" }],
]);

/** Adverbs and adjectives of frequency → ISO 8601 period. `daily` and the like before a noun are sets, too. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["biweekly", "P2W"],
  ["fortnightly", "P2W"],
  ["monthly", "P1M"],
  ["quarterly", "P3M"],
  ["annually", "P1Y"],
  ["annual", "P1Y"],
  ["yearly", "P1Y"],
  ["biannual", "P6M"],
  ["biannually", "P6M"],
  ["biennial", "P2Y"],
]);

/** Decades in words. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map([
  ["twenties", 20],
  ["thirties", 30],
  ["forties", 40],
  ["fifties", 50],
  ["sixties", 60],
  ["seventies", 70],
  ["eighties", 80],
  ["nineties", 90],
]);
