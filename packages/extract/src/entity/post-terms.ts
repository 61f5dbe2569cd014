/** First and last day of a term of office as far as the text says; EDTF dates (`1976`, `1993-02`). */
export interface PostTerm {
  readonly from?: string;
  readonly to?: string;
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split("|");
const DATE = String.raw`(?:(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December) (?:(\d{1,2}), )?)?((?:1[89]|20)\d{2})`;
/** How far behind a post its term may stand. */
const REACH = 90;
const BEHIND = new RegExp(
  String.raw`^[^.;\n]{0,50}?(?:,? ?\(|,? from |,? since |,? until )${DATE}(?:(?: to | until | through |[–—-]| ?[–—-] ?)(?:${DATE}|(present|today|now)))?`,
);
const BEFORE = new RegExp(
  String.raw`(?:^|[.;\n]\s*|\s)(?:From|from|Between|between) ${DATE} (?:to|until|through|and) ${DATE},? (?:\p{L}+ ){0,5}$`,
  "u",
);
const APPOINTED_IN = new RegExp(
  String.raw`(?:^|[.;\n]\s*)(?:In|On) ${DATE},? (?:[\p{L}.'’-]+ ){1,5}(?:was|became) (?:(?:\p{L}+ ){0,6})$`,
  "u",
);

/**
 * The term of the post whose words stand at `[start, end)`: "from 1976 to 1978", "(2013–2017)", "since May 2019", "until 2001" behind it;
 * "From 1978 to 1981, she served as …" or "In 1993 she was appointed …" before it. Nothing where the text gives no year.
 */
export function postTerm(text: string, start: number, end: number): PostTerm {
  const behind = text.slice(end, end + REACH);
  const found = BEHIND.exec(behind);
  if (
    found !== null &&
    !/[.!?] \p{Lu}|\b(?:and|then|later|before|after|who|when|he|she)\b/u.test(behind.slice(0, behind.indexOf(found[4] as string)))
  ) {
    const first = edtf(found.slice(1, 5));
    if (/ until $/.test(found[0].slice(0, found[0].lastIndexOf(dateText(found.slice(1, 5)))))) return { to: first };
    const last = found[8] === undefined ? undefined : edtf(found.slice(5, 9));
    const opens = /\(\s*$|from $|since $/.test(found[0].slice(0, found[0].lastIndexOf(dateText(found.slice(1, 5)))));
    // A lone year in brackets is no beginning.
    if (opens && (last !== undefined || found[9] !== undefined || / (?:from|since) /.test(found[0])))
      return last === undefined ? { from: first } : { from: first, to: last };
  }
  const before = text.slice(Math.max(0, start - REACH), start);
  const range = BEFORE.exec(before);
  if (range !== null) return { from: edtf(range.slice(1, 5)), to: edtf(range.slice(5, 9)) };
  const appointed = APPOINTED_IN.exec(before);
  return appointed === null ? {} : { from: edtf(appointed.slice(1, 5)) };
}

/** The first words of a matched date as they stand in the text. */
const dateText = ([day, month, other, year]: readonly (string | undefined)[]): string =>
  `${day === undefined ? "" : `${day} `}${month === undefined ? "" : `${month} `}${other === undefined ? "" : `${other}, `}${year}`;

function edtf([day, month, other, year]: readonly (string | undefined)[]): string {
  if (month === undefined) return year as string;
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, "0");
  const dayOfMonth = day ?? other;
  return `${year}-${number}${dayOfMonth === undefined ? "" : `-${dayOfMonth.padStart(2, "0")}`}`;
}
