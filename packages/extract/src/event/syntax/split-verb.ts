import { MONTHS, WEEKDAYS } from "../../calendar-words.ts";
import { DEICTIC_DAYS, isYear, MONTH_ABBREVIATIONS, SEASONS } from "./calendar-lexicon.ts";
import { isVerbTag, type TokenView } from "./token-view.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What such an adverbial opens with. */
const LINKS = words("in on at since for over during by from until till within after before throughout");
/** Nouns, names and deictic words that make it one of time. */
const TIMES: ReadonlySet<string> = new Set([
  ...words(
    "day week weekend fortnight month year quarter decade century night morning evening afternoon overnight hour occasion time past meantime stage",
  ),
  ...SEASONS,
  ...DEICTIC_DAYS,
  ...WEEKDAYS,
  ...MONTHS,
  ...MONTH_ABBREVIATIONS,
]);
/** "in turn", "in principle": no noun of them is anything that is done to. */
const IDIOMS = words("turn part effect fact principle addition response return particular practice general consequence recent");
/** What may stand beside them. */
const BESIDE = words(
  "the a an this these that those last next past recent coming early late mid same previous several many few numerous some two three four five six seven eight nine ten first second third end beginning start of and , local",
);
/** Adverbials without a preposition: "has this week shipped", "will today host". */
const BARE: ReadonlySet<string> = new Set(["this", "last", "next", "overnight", ...DEICTIC_DAYS, ...WEEKDAYS]);
const LONGEST = 9;

/**
 * "has in recent months shipped", "were on Monday arrested", "will, on 5 May 2024, host": an adverbial of time between an auxiliary and its verb.
 *
 * @returns The token behind the adverbial, where the verb stands; -1 where none stands there.
 */
export function behindAdverbial(view: TokenView, from: number, last: number, infinitive: boolean): number {
  let token = from;
  const comma = view.lower(token) === ",";
  if (comma) token++;
  const opener = view.lower(token);
  const linked = LINKS.has(opener);
  if (!linked && !BARE.has(opener)) return -1;
  if (linked) token++;
  let timed = false;
  const end = Math.min(last, from + LONGEST);
  for (; token < end; token++) {
    const word = view.lower(token);
    if (TIMES.has(word) || TIMES.has(view.lemma(token)) || isYear(word) || (linked && IDIOMS.has(word))) timed = true;
    else if (word === "," && (!timed || !/^\d{4}$/.test(view.lower(token + 1)))) break;
    else if (!BESIDE.has(word) && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) break;
  }
  if (!timed) return -1;
  if (comma) {
    if (view.lower(token) !== ",") return -1;
    token++;
  }
  while (token < last && view.tag(token).startsWith("RB")) token++;
  const tag = view.tag(token);
  if (token >= last || !isVerbTag(tag) || view.widest(token) !== undefined) return -1;
  return (infinitive ? tag === "VB" : /^VB[NDG]$/.test(tag)) ? token : -1;
}
