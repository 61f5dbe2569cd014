import { IRREGULAR_COMPARISON, IRREGULAR_NOUNS, IRREGULAR_VERBS } from "./irregular-forms.ts";

/** Lemmas that depend on the tag alone or are contractions; key `form/TAG` or `form`. */
const FIXED: Readonly<Record<string, string>> = {
  "n't/RB": "not",
  "n’t/RB": "not",
  "'ll/MD": "will",
  "wo/MD": "will",
  "ca/MD": "can",
  "sha/MD": "shall",
  "'d/MD": "would",
  "'d/VBD": "have",
  "'s/VBZ": "be",
  "s/VBZ": "be",
  "'s/POS": "'s",
  "'/POS": "'s",
  "'re/VBP": "be",
  "'m/VBP": "be",
  "'ve/VBP": "have",
  "'ve/VB": "have",
  "ai/VBP": "be",
  "an/DT": "a",
  "me/PRP": "I",
  "i/PRP": "I",
  "him/PRP": "he",
  "us/PRP": "we",
  "'s/PRP": "we",
  "them/PRP": "they",
  "'em/PRP": "they",
  "her/PRP": "she",
  "these/DT": "this",
  "those/DT": "that",
  "whom/WP": "who",
  "better/RBR": "well",
  "best/RBS": "well",
  "na/TO": "to",
  "ta/TO": "to",
};

/**
 * Dictionary form of a word: lower case except for proper nouns. Exception tables first, then suffix rules; where English spelling leaves a choice
 * (`hoping`: hop or hope), what is in the 60,000-word cluster list decides, then the shape of the stem.
 *
 * @param lower The lower-case normal form.
 * @param tag Penn Treebank tag.
 * @param known Whether a lower-case word is in the word list.
 */
export function lemmaOf(form: string, lower: string, tag: string, known: (word: string) => boolean): string {
  switch (tag) {
    case "VBD":
    case "VBN":
    case "VBG":
    case "VBZ":
    case "VBP":
    case "VB":
      return FIXED[`${lower}/${tag}`] ?? verbLemma(lower, tag, known);
    case "NNS":
      return nounLemma(lower, known);
    case "NNP":
      return form;
    case "NNPS":
      return lower.length > 2 && lower.endsWith("s") && !lower.endsWith("ss") ? singularName(form) : form;
    case "JJR":
    case "JJS":
    case "RBR":
    case "RBS":
      return FIXED[`${lower}/${tag}`] ?? comparisonLemma(lower, known);
    case "JJ":
      if (DEMONYM.test(form)) return form;
      return /^[A-Z][A-Z0-9.&-]+$/.test(form) ? form : lower;
    case "NN":
      return /^[A-Z][A-Z0-9.&-]+$/.test(form) ? form : lower;
    default:
      return FIXED[`${lower}/${tag}`] ?? lower;
  }
}

/** Adjectives of peoples and places keep their capital. */
const DEMONYM =
  /^(?:\p{Lu}.*(?:[aei]an|[bmcxgh]an|ese|[iln]ish|[tw]ish|ench|[adnq]i|eek)|Arab|Thai|Dutch|Czech|Swiss|Muslim|Islamic|Western|Eastern|Soviet|Slovak)$/u;

function verbLemma(lower: string, tag: string, known: (word: string) => boolean): string {
  if (tag === "VB" || tag === "VBP") return lower === "are" || lower === "am" || lower === "'re" ? "be" : lower;
  const irregular = IRREGULAR_VERBS.get(lower);
  if (irregular !== undefined) return irregular;
  const prefixed = /^(re|un|over|under|out|mis|fore|pre|co-?)(.{3,})$/.exec(lower);
  const inner = prefixed === null ? undefined : IRREGULAR_VERBS.get(prefixed[2]!);
  if (inner !== undefined && tag !== "VBG" && known(`${prefixed![1]}${inner}`)) return `${prefixed![1]}${inner}`;
  if (tag === "VBZ") return stripS(lower, known);
  if (tag === "VBG" && lower.endsWith("ing") && lower.length > 4) return baseOfStem(lower.slice(0, -3), known);
  if (tag !== "VBG" && lower.endsWith("ied") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  // `need`, `succeed` that were tagged as past tenses; `agreed` and its like are in the table.
  if (/[^aeiou]eed$/.test(lower) && !(lower.length > 6 && known(lower.slice(0, -1)))) return lower;
  if (tag !== "VBG" && lower.endsWith("ed") && lower.length > 3) return baseOfStem(lower.slice(0, -2), known);
  return lower;
}

/** Stems of verbs in a silent e: `charg`, `realiz`, `continu`, `doubl`, `achiev`, `produc`, `estimat`, `oppos`, `requir`. */
const SILENT_E =
  /(?:[^aeiou]l|[csvuz]|[lnrdu]g|[^aeou]at|[eiu]at|[eo]r?c|[^e]ak|[aiou]d|[aiou]k|ag|eg|[iou]n|[aiu]r|[aiou]t|[iou]m|[iou]p|yp|ap|[iau]l|[aeo]b|ib|st)$/;
/** Of those, endings that take no e after all: `fear`, `focus`, `press`, `contain`, `need`, `load`, `edit`, `visit`, `develop`, `open`. */
const NO_E = /(?:ss|[aeo][aeiou][bdgklmnprt]|[aeiou][aeiou]w|[ou]s|en|er|or|on|it|op|om|ip|el|al|il|ol|ul|ow|et|ot|ut|st|x|w|y)$/;

/** Endings that settle it where both or neither of the two are words: `determin`, `consum`, `delud`, `inscrib`, `demot`, `repurpos`, `breath`, `seeth`. */
const SURE_E = /(?:[^aeiou](?:in|um|id|ud)|crib|[mnv]ot|[rp]pos|[eol]ath|ooth|eeth)$/;
/** Prefixes of verbs that word lists lack: `predetermine`, `misname`, `re-route`. */
const VERB_PREFIX = /^(?:re|pre|mis|over|under|out|de|un|dis|co|sub|inter|counter|pro)-?(?=.{3})/;

function baseOfStem(stem: string, known: (word: string) => boolean): string {
  if (!/[aeiouy]/.test(stem)) return stem;
  const withE = `${stem}e`;
  const doubled = /([bdfgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : undefined;
  if (doubled !== undefined) {
    // `ebbed`, `erring`; `boycotted`: no word is left without the second letter.
    if (doubled.length < 3 || (known(stem) && !known(doubled))) return stem;
    if (known(doubled) && !(known(stem) && /(?:ll|ff|zz)$/.test(stem))) return doubled;
    return /(?:ll|ff|zz|dd)$/.test(stem) && (known(stem) || !known(doubled)) ? stem : doubled;
  }
  const plainKnown = known(stem);
  const eKnown = known(withE);
  if (plainKnown !== eKnown) return plainKnown ? stem : withE;
  const prefix = VERB_PREFIX.exec(stem)?.[0];
  if (prefix !== undefined && !plainKnown) {
    const inner = stem.slice(prefix.length);
    if (known(inner) !== known(`${inner}e`)) return known(inner) ? stem : withE;
  }
  if (SURE_E.test(stem)) return withE;
  // `expos`, `clos`: base forms in a single s are rare.
  if (plainKnown && /[aeiou]s$/.test(stem)) return withE;
  // Both or neither are words: a short stem of consonant, vowel, consonant would have doubled, so it lost an e (`hoping`).
  if (plainKnown && /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(stem)) return withE;
  if (/(?:[^aeiou]l|[csvuz]|[lnrd]g|[iea]t|[aiu]r)$/.test(stem) && SILENT_E.test(stem) && !NO_E.test(stem)) return withE;
  return stem;
}

function stripS(lower: string, known: (word: string) => boolean): string {
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|x|zz|tch)es$/.test(lower)) return lower.slice(0, -2);
  if (/(?:ch|o|s|z)es$/.test(lower)) {
    const withE = lower.slice(0, -1);
    const bare = lower.slice(0, -2);
    if (/(?:ch|o)es$/.test(lower)) return known(bare) || !known(withE) ? bare : withE;
    return known(withE) || !known(bare) ? withE : bare;
  }
  return /[^s]s$/.test(lower) && lower.length > 2 ? lower.slice(0, -1) : lower;
}

function nounLemma(lower: string, known: (word: string) => boolean): string {
  const irregular = IRREGULAR_NOUNS.get(lower);
  if (irregular !== undefined) return irregular;
  if (/..men$/.test(lower) && known(`${lower.slice(0, -2)}an`)) return `${lower.slice(0, -2)}an`;
  if (/(?:us|is|ss)$|^\d+s$/.test(lower)) return lower;
  if (/^(?:[0-9]+|[a-z])['’]s$/.test(lower)) return lower.slice(0, -2);
  return stripS(lower, known);
}

function singularName(form: string): string {
  if (/[^aeiou]ies$/.test(form)) return `${form.slice(0, -3)}y`;
  return /(?:ss|sh|x|ch)es$/.test(form) ? form.slice(0, -2) : form.slice(0, -1);
}

function comparisonLemma(lower: string, known: (word: string) => boolean): string {
  const irregular = IRREGULAR_COMPARISON.get(lower);
  if (irregular !== undefined) return irregular;
  if (/^(?:more|most|less|least)$/.test(lower)) return lower;
  const match = /^(.+?)(?:er|est)$/.exec(lower);
  if (match === null) return lower;
  const stem = match[1]!;
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnt])\1$/.test(stem) && known(stem.slice(0, -1))) return stem.slice(0, -1);
  if (known(stem)) return stem;
  return known(`${stem}e`) ? `${stem}e` : stem;
}
