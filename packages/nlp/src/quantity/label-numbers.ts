import type { Tokens } from "../document/analysis.ts";

/** Words before a number that name something by it: resolutions, articles, rooms, models. */
const LABELS: ReadonlySet<string> = new Set(
  (
    "resolution resolutions point points no no. nos nos. number res res. article articles art. section sections sec. paragraph paragraphs para. para chapter annex appendix rule title page pages p. pp. " +
    "table figure fig. item items clause note notes footnote volume vol. part phase stage level step tier category class type mark mk model version block room flight route highway road " +
    "apartment suite box channel gate pier platform line unit battalion brigade division regiment squadron order decree law directive regulation document case docket bill act protocol " +
    "basic law ref. ref task force bureau camp district zone week day apollo boeing airbus group sector grade ch. § # © copyright"
  ).split(" "),
);

const FUNCTION_WORD = /^(?:of|and|or|to|in|on|by|for|at|from|with|the|that|was|were|is|last|next|this)$/;
/** Numbers of a list that are gone through backwards. */
const LIST_REACH = 12;
const LOWER_NOUN = /^\p{Ll}{2,}$/u;

/**
 * True where the number at tokens `[first, next)` is part of a name or an enumerator: `resolution 1718`, `F-16`, `S-400`, `Hwasong-18`, `Article 5`, `1.` at the
 * head of an item, `(2)`, `10-member`.
 */
export function isLabelled(tokens: Tokens, first: number, next: number, begin: number, last: number): boolean {
  const { lower, norm, spaceBefore } = tokens;
  const before = first > begin ? lower[first - 1]! : "";
  const after = next < last ? lower[next]! : "";
  if (LABELS.has(before) && !(before === "force" && lower[first - 2] !== "task")) return true;
  if (first === begin && /^[.)]$/.test(after) && /^\d{1,3}$/.test(lower[first]!)) return next + 1 < last;
  if (after === "." && /^\d{1,3}$/.test(lower[first]!) && next + 1 < last) return true;
  if (before === "(" && after === ")") return true;
  // `Uribe, 32, was released`: an age.
  if (before === "," && after === "," && /^\d{1,2}$/.test(lower[first]!) && /^\p{Lu}/u.test(norm[first - 2] ?? "")) return true;
  // Glued to letters, a slash or a hyphen: models, documents, scores.
  if (spaceBefore[first] === 0 && first > begin && /^[-/_.:&]$/.test(before) && spaceBefore[first - 1] === 0)
    return !/^\d/.test(lower[first - 2] ?? "") || before === "/";
  if (after === "/" && spaceBefore[next] === 0) return true;
  if (after === "-" && spaceBefore[next] === 0 && spaceBefore[next + 1] === 0 && /^\p{L}/u.test(norm[next + 1] ?? "")) return true;
  if (before === "of" && lower[first - 2] === "age") return true;
  if (/^\d{4}$/.test(lower[first]!) && before === "of" && LABELS.has(lower[first - 3] ?? "")) return true;
  // A year that no rule of dates took (`© 2024`) is no count.
  if (/^(?:19|20)\d{2}$/.test(lower[first]!) && next === first + 1 && (!LOWER_NOUN.test(norm[next] ?? "") || FUNCTION_WORD.test(after)))
    return true;
  if (after === "(" && /^(?:19|20)\d{2}$/.test(lower[next + 1] ?? "") && lower[next + 2] === ")") return true;
  if (isListedLabel(tokens, first, begin) || isNoteMark(tokens, first, next, begin, last)) return true;
  if (isName(tokens, first, next, begin, last)) return true;
  return lower[first] === "one" && next === first + 1 ? isPronoun(tokens, first, begin, last) : false;
}

/** `paragraphs 3 and 4`, `resolutions 186, 187 and 192`: the label stands before the first of them. */
function isListedLabel(tokens: Tokens, first: number, begin: number): boolean {
  const { lower } = tokens;
  let at = first - 1;
  for (let steps = 0; steps < LIST_REACH && at > begin; steps++, at--) {
    if (!/^(?:,|and|or|to|-|through)$/.test(lower[at]!)) break;
    while (at - 1 > begin && /^(?:,|and|or)$/.test(lower[at - 1]!)) at--;
    at--;
    while (at > begin && /^(?:\(|\)|\p{L}|bis)$/u.test(lower[at]!)) at--;
    if (!/^\d+$/.test(lower[at] ?? "")) return false;
    if (LABELS.has(lower[at - 1] ?? "")) return true;
  }
  return false;
}

/** Numbers of footnotes: alone, after the closing mark of a sentence or clause at the end, or before `See`, `Ibid.`, `One …` at the start. */
function isNoteMark(tokens: Tokens, first: number, next: number, begin: number, last: number): boolean {
  const { lower, norm } = tokens;
  if (next !== first + 1 || !/^\d{1,3}$/.test(lower[first]!)) return false;
  if (first === begin)
    return (
      next === last ||
      (/^(?:see|ibid|ibid\.|official|document|for|the|one|united|adopted|as|in)$/.test(lower[next]!) && /^\p{Lu}\p{Ll}/u.test(norm[next]!))
    );
  return next === last && /^[,;.:]$/.test(lower[first - 1]!) && tokens.spaceBefore[first] === 1;
}

/** `Apollo 11`, `Group 7`: a capitalised word in mid-sentence and no counted noun after the number. */
function isName(tokens: Tokens, first: number, next: number, begin: number, last: number): boolean {
  const { norm, lower } = tokens;
  if (first <= begin + 1 || !/^\d+$/.test(lower[first]!) || next !== first + 1) return false;
  if (!/^\p{Lu}[\p{L}.]+$/u.test(norm[first - 1]!)) return false;
  const after = next < last ? norm[next]! : "";
  // In text of capitals the shape says nothing: `KILLED 12 SOLDIERS`.
  if (/^\p{Lu}{3,}$/u.test(norm[first - 1]!) && /^\p{Lu}{2,}$/u.test(after)) return false;
  return (!LOWER_NOUN.test(after) || FUNCTION_WORD.test(after)) && !/^[%$€£]$/.test(after) && !countsModel(tokens, next, last);
}

/** `Ukraine 14 Challenger 2 tanks`: a name and perhaps its number, then a plural in lower case, are what the number counts. */
function countsModel(tokens: Tokens, next: number, last: number): boolean {
  if (!/^\p{Lu}/u.test(tokens.norm[next] ?? "")) return false;
  for (let at = next; at < Math.min(last, next + 6); at++) {
    const word = tokens.norm[at]!;
    if (/^\p{Ll}{2,}s$|^(?:aircraft|troops)$/u.test(word)) return !FUNCTION_WORD.test(word);
    if (!/^(?:\p{Lu}|\d|-|\p{Ll}{4,}$)/u.test(word) || FUNCTION_WORD.test(word)) return false;
  }
  return false;
}

/** `one UK Astute class submarine`, `one North Korean missile`: names, then the thing in lower case. */
function countsClass(tokens: Tokens, next: number, last: number): boolean {
  let at = next;
  while (at < Math.min(last, next + 4) && /^\p{Lu}[\p{L}.-]*$/u.test(tokens.norm[at]!)) at++;
  return at > next && at < last && /^\p{Ll}{3,}$/u.test(tokens.norm[at]!) && !FUNCTION_WORD.test(tokens.norm[at]!);
}

/** `one of them`, `this one`, `one another`, `one side` */
function isPronoun(tokens: Tokens, first: number, begin: number, last: number): boolean {
  const { lower } = tokens;
  const before = first > begin ? lower[first - 1]! : "";
  const after = first + 1 < last ? lower[first + 1]! : "";
  // `at least one North Korean missile`, `up to one`: what is compared is a number
  if (/^(?:least|most|than)$/.test(before) && /^\p{L}/u.test(after)) return false;
  if (/^(?:no|any|every|each|this|that|which|the|some|another|other|not|only|new|first|last|next|was|is|are|'s|a|an)$/.test(before))
    return true;
  return (
    !(/^\p{Ll}{3,}$/u.test(tokens.norm[first + 1] ?? "") || countsClass(tokens, first + 1, last)) ||
    /^(?:another|can|could|would|should|may|might|must|will|has|had|was|who|that|which|and|with|from|for|side|hand|way|thing|day|time|more|where|when|after|over)$/.test(
      after,
    )
  );
}
