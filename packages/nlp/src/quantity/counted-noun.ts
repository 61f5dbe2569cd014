import type { Analysis } from "../document/analysis.ts";
import { XPOS_TAGS } from "../document/tags.ts";

/** Plurals without -s and nouns counted in one form → singular. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["persons", "person"],
  ["troops", "soldier"],
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["servicemen", "serviceman"],
  ["servicewomen", "servicewoman"],
  ["policemen", "policeman"],
  ["personnel", "personnel"],
  ["aircraft", "aircraft"],
  ["spacecraft", "spacecraft"],
  ["dead", "dead"],
  ["wounded", "wounded"],
  ["injured", "injured"],
  ["staff", "staff"],
  ["police", "police"],
  ["casualties", "casualty"],
  ["lives", "life"],
  ["wives", "wife"],
  ["knives", "knife"],
  ["series", "series"],
  ["species", "species"],
  ["headquarters", "headquarters"],
  ["crises", "crisis"],
  ["feet", "foot"],
  ["times", "time"],
  ["sorties", "sortie"],
  ["calories", "calorie"],
  ["movies", "movie"],
  ["ties", "tie"],
]);

/** Words that end a noun phrase, or cannot be in one after a number. */
const STOP: ReadonlySet<string> = new Set(
  (
    "of to in on at by for from with without and or but that which who whom whose where when while as than is are was were be been being has have had do does did will would can could " +
    "may might must shall should not n't 's ' the a an this these those it he she they we i you his her its their our my per each every after before since until during against between " +
    "among over under across into through about around said says told also already still only just so far more most less least fewer ago earlier later now then there here if because " +
    "killed died were wounded injured held made came went took left both all any some no last next worth valued totaling totalling up down out off away back again within near"
  ).split(" "),
);
/** Adjectives and nouns that look plural but go on to a head: `U.S. forces`, `armed services members`. */
const NOT_HEAD = /(?:ss|us|is|ous|'s)$/;
const NOUN_TAGS: ReadonlySet<string> = new Set(["NN", "NNS", "NNP", "NNPS"]);
const MODIFIER_TAGS: ReadonlySet<string> = new Set([
  "JJ",
  "JJR",
  "JJS",
  "NN",
  "NNS",
  "NNP",
  "NNPS",
  "VBN",
  "VBG",
  "HYPH",
  "CD",
  "POS",
  "RB",
]);
/** Longest noun phrase after a number, in tokens. */
const REACH = 7;

/** A counted noun phrase at tokens `[first, next)` with its head. */
export interface CountedNoun {
  readonly first: number;
  readonly next: number;
  readonly head: number;
  readonly singular: string;
}

/** The noun phrase that a number before token `from` counts: `ballistic missiles`, `152 mm artillery shells`, `Tabletop Exercises`. */
export function countedNoun(analysis: Analysis, from: number, last: number, plural: boolean): CountedNoun | undefined {
  const tagged = analysis.layers.includes("tag");
  const limit = Math.min(last, from + REACH);
  let head = -1;
  for (let index = from; index < limit; index++) {
    const word = analysis.tokens.lower[index]!;
    if (STOP.has(word) || /^[.,;:()[\]"'!?$%]|^--$/.test(word)) break;
    const tag = tagged ? (XPOS_TAGS[analysis.tokens.tag[index]!] ?? "") : "";
    if (tagged && !MODIFIER_TAGS.has(tag)) break;
    if (!/^\p{L}/u.test(word)) continue;
    if (tagged) {
      if (!NOUN_TAGS.has(tag)) continue;
      head = index;
      // A plural common noun closes the phrase unless another noun follows it at once.
      if (tag === "NNS" && !NOUN_TAGS.has(XPOS_TAGS[analysis.tokens.tag[index + 1] ?? 0] ?? "")) break;
    } else {
      if (isPlural(word)) {
        head = index;
        break;
      }
      if (!plural) {
        // Without tags a singular phrase ends before a participle or after three words in lower case.
        if (head >= 0 && (/(?:ed|ing)$/.test(word) || (index - from >= 3 && /^\p{Ll}/u.test(analysis.tokens.norm[index]!)))) break;
        head = index;
      }
    }
  }
  if (head < 0) return undefined;
  return { first: from, next: head + 1, head, singular: singularOf(analysis, head) };
}

function isPlural(word: string): boolean {
  return IRREGULAR.has(word) || (word.length > 3 && word.endsWith("s") && !NOT_HEAD.test(word));
}

function singularOf(analysis: Analysis, index: number): string {
  const word = analysis.tokens.lower[index]!;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  return singular(word);
}

/** Singular of a regular English plural; other words unchanged. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith("s") || NOT_HEAD.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz|ses)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
