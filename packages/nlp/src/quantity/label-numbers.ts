import type { Tokens } from "../document/analysis.ts";

/** Words before a number that name something by it: resolutions, articles, rooms, models. */
const LABELS: ReadonlySet<string> = new Set(
  (
    "resolution resolutions no no. nos nos. number res res. article articles art. section sections sec. paragraph paragraphs para. para chapter annex appendix rule title page pages p. pp. " +
    "table figure fig. item items clause note notes footnote volume vol. part phase stage level step tier category class type mark mk model version block room flight route highway road " +
    "apartment suite box channel gate pier platform line unit battalion brigade division regiment squadron order decree law directive regulation document case docket bill act protocol " +
    "basic law ref. ref task force bureau camp district zone week day apollo boeing airbus group sector grade ch. § # © copyright"
  ).split(" "),
);

/** Function words after which a capitalised word before a number is no name. */
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
  if (before === "(" && after === ")") return true;
  // Glued to letters, a slash or a hyphen: models, documents, scores.
  if (spaceBefore[first] === 0 && first > begin && /^[-/_.:&]$/.test(before) && spaceBefore[first - 1] === 0)
    return !/^\d/.test(lower[first - 2] ?? "") || before === "/";
  if (after === "/" && spaceBefore[next] === 0) return true;
  if (after === "-" && spaceBefore[next] === 0 && spaceBefore[next + 1] === 0 && /^\p{L}/u.test(norm[next + 1] ?? "")) return true;
  if (/^\d{4}$/.test(lower[first]!) && before === "of" && LABELS.has(lower[first - 3] ?? "")) return true;
  // A year that no rule of dates took (`© 2024`) is no count.
  if (/^(?:19|20)\d{2}$/.test(lower[first]!) && next === first + 1 && !LOWER_NOUN.test(norm[next] ?? "")) return true;
  if (isName(tokens, first, next, begin, last)) return true;
  return lower[first] === "one" && next === first + 1 ? isPronoun(tokens, first, begin, last) : false;
}

/** `Apollo 11`, `Group 7`: a capitalised word in mid-sentence and no counted noun after the number. */
function isName(tokens: Tokens, first: number, next: number, begin: number, last: number): boolean {
  const { norm, lower } = tokens;
  if (first <= begin + 1 || !/^\d+$/.test(lower[first]!) || next !== first + 1) return false;
  if (!/^\p{Lu}[\p{L}.]+$/u.test(norm[first - 1]!)) return false;
  const after = next < last ? norm[next]! : "";
  // In text of capitals the shape says nothing: `KILLED 12 SOLDIERS`.
  if (/^\p{Lu}{3,}$/u.test(norm[first - 1]!) && /^\p{Lu}{2,}$/u.test(after)) return false;
  return !LOWER_NOUN.test(after) && !/^[%$€£]$/.test(after);
}

/** `one of them`, `this one`, `one another`, `one side` */
function isPronoun(tokens: Tokens, first: number, begin: number, last: number): boolean {
  const { lower } = tokens;
  const before = first > begin ? lower[first - 1]! : "";
  const after = first + 1 < last ? lower[first + 1]! : "";
  if (/^(?:no|any|every|each|this|that|which|the|some|another|other|not|only|new|first|last|next|was|is|are|'s|a|an)$/.test(before))
    return true;
  return (
    !/^\p{Ll}{3,}$/u.test(tokens.norm[first + 1] ?? "") ||
    /^(?:another|can|could|would|should|may|might|must|will|has|had|was|who|that|which|and|with|from|for|side|hand|way|thing|day|time|more|where|when|after|over)$/.test(
      after,
    )
  );
}
