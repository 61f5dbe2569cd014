/**
 * What a full stop after a word means.
 *
 * - `title`: never ends a sentence (a name follows): `Gen.`, `Dr.`
 * - `numbered`: an abbreviation only before a number, a Roman numeral or a single letter: `No. 4`, `Art. 5`
 * - `month`: an abbreviation anywhere; ends a sentence before a sentence opener
 * - `word`: ends a sentence before a sentence opener, and at the end of the paragraph
 * - `closing`: like `word`, and its full stop is a token of its own at the end of a sentence, as UD English-EWT has it (`etc .`, `p.m .`)
 */
export type AbbreviationClass = "title" | "numbered" | "month" | "word" | "closing";

/**
 * Lowercase form without its last full stop → class. Sources: tokens ending in a full stop in UD English-EWT and GUM (train), the AP and
 * Reuters style guides (titles, months, states), military ranks of NATO STANAG 2116.
 */
const GROUPS: readonly (readonly [AbbreviationClass, string])[] = [
  [
    "title",
    "mr mrs ms mx dr prof rev fr hon messrs mmes pres gov lt col gen maj capt cpl pvt sgt cmdr cdr adm vadm radm brig amb sen rep reps sens supt det insp " +
      "spc spec msgt ssgt pfc atty st ste mt ft lt.-gen maj.-gen brig.-gen lt.-col gens cols drs vice-adm hq comdr ens enr mgr msgr v vs i.e e.g cf viz",
  ],
  [
    "numbered",
    "no nos art arts sec sect fig figs vol vols p pp c pop para paras ch chap cl approx ca circa res doc ref ext rm app op tel ver eq ann reg regs",
  ],
  ["month", "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri"],
  [
    "word",
    "u.s u.n u.k u.a.e d.c e.u u.s.a u.s.s.r al ave blvd rd dept dist div est govt gov't int'l intl nat'l natl assn asst ass't univ inst min max avg attn bldg ",
  ],
  [
    "word",
    "ala ariz ark calif colo conn del fla ga ind kan kans ky la md minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que",
  ],
  [
    "word",
    "n.b ibid ph.d m.d b.a m.a b.sc m.sc ll.b ll.m d.phil r.i.p p.s n.a hr hrs min mins yr yrs wk wks mo mos lb lbs oz gal mi sq cu kg km cm mm",
  ],
  ["closing", "etc inc corp co cos ltd plc llc bros jr sr a.m p.m esq l.p l.l.c s.a s.p.a n.v a.g"],
];

export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationClass> = new Map(
  GROUPS.flatMap(([kind, words]) =>
    words
      .trim()
      .split(" ")
      .map((word): [string, AbbreviationClass] => [word, kind]),
  ),
);

/**
 * Entries of {@link ABBREVIATIONS} that are also words or Roman numerals: taken as abbreviations only with a capital (in text that is not all capitals) or, in
 * capitals and lower case, before a digit.
 */
export const AMBIGUOUS_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "no art fig ref app mar may jun sat sun wed mon fri det gen rep hon res min max ill mass miss ore wash la pa al co ind del mo ga va md ark mt ext op doc reg mi p c ver gal cu ann est cos ens spec sec tex ave ch".split(
    " ",
  ),
);

/** Single letters and numbers that follow these words label something (`Annex A.`, `Plan B.`): the full stop after them ends the sentence. */
export const LABELLED_BY_LETTER: ReadonlySet<string> = new Set(
  "annex appendix plan class group part type vitamin hepatitis section schedule category article table figure grade phase exhibit option team block zone tier model".split(
    " ",
  ),
);

/**
 * Initialisms that text from crawls, OCR and translation writes with blanks (`U. S.`, `D. C.`, `L. P`): joined to one token. Spaced initials of
 * persons (`J. R. Smith`) stay apart, as in UD English-EWT. Key: letters only.
 */
export const SPACED_INITIALISMS: ReadonlySet<string> = new Set("us un uk eu dc usa uae ussr lp llc prc roc rok dprk".split(" "));

/**
 * Words that open a sentence after an abbreviation (`… in the U.S. The president …`) and do not continue a name. Source: the closed-class words
 * at the start of the sentences of UD English-EWT train, after Kiss & Strunk 2006 (frequent sentence starters).
 */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    "the a an this that these those he she it they we i you his her its their our my there here who what when where why how which " +
    "and but or nor so yet if although though while whereas because since after before as at by for from in into of on to with without under over during through " +
    "despite amid among between both some many most more much several few all any each every no not none also however moreover meanwhile " +
    "still then thus therefore nevertheless nonetheless instead another other others such one two three even only just once until unless " +
    "is are was were do does did has have had can could will would should may might must now today yesterday earlier later last next according"
  ).split(" "),
);

/** Verbs of saying that continue a sentence after a quoted question or exclamation (`“Why?” Biden asked.`). */
export const SAYING_AFTER_QUOTE: ReadonlySet<string> = new Set(
  "said says asked asks wrote writes added adds told tells replied shouted cried wondered warned continued declared demanded exclaimed tweeted posted inquired remarked".split(
    " ",
  ),
);
