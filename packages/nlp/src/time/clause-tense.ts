import type { Analysis } from "../document/analysis.ts";
import { XPOS_TAGS } from "../document/tags.ts";

/** Words that put their clause in the future. */
const FUTURE: ReadonlySet<string> = new Set(
  "will would 'll shall wo scheduled slated upcoming due expected set plans plan planned planning intends intend hopes hope aims aim expects expect going ready deadline forthcoming await awaits".split(
    " ",
  ),
);
/** Verbs whose present tense tells what is fixed for a day to come. */
const TIMETABLE: ReadonlySet<string> = new Set(
  "opens open begins begin starts start goes go convenes convene expires expire ends end".split(" "),
);
/** Past forms that do not end in -ed. Source: irregular verbs of UD English-EWT and GUM train tagged VBD, the frequent ones. */
const PAST: ReadonlySet<string> = new Set(
  (
    "was were had did said told met held came went took gave made saw began fell rose struck hit shot sent led left won lost found brought built became got kept knew thought felt " +
    "heard spoke wrote fought flew fled broke chose drove grew ran sought stood understood withdrew swore sank bought taught caught spent paid laid hung dealt meant rode shook threw wore ordered have has"
  ).split(" "),
);
const PAST_TAGS: ReadonlySet<string> = new Set(["VBD", "VBN"]);
/** How far the verb of a time expression may be; beyond it the clause is another one. */
const REACH = 25;

/**
 * Whether the clause around token `index` tells of what was or of what will be: its nearest verb before the expression, else the first one after it, decides.
 * News without a sign is past. Uses tags where there are any, else words.
 */
export function clauseTense(analysis: Analysis, index: number): "past" | "future" {
  const { tokens, sentences } = analysis;
  const sentence = sentences[tokens.sentence[index] ?? 0];
  if (sentence === undefined) return "past";
  for (let at = index - 1; at >= Math.max(sentence.first, index - REACH); at--) {
    const tense = tenseOf(analysis, at);
    // `will be held`, `is to be signed`: the participle belongs to the auxiliaries before it.
    if (tense === "past" && isFuturePassive(analysis, at, sentence.first)) return "future";
    if (tense !== undefined) return tense;
  }
  for (let at = index + 1; at < Math.min(sentence.last, index + REACH); at++) {
    const tense = tenseOf(analysis, at);
    if (tense !== undefined) return tense;
  }
  return "past";
}

function isFuturePassive(analysis: Analysis, index: number, first: number): boolean {
  const { lower } = analysis.tokens;
  for (let at = index - 1; at >= Math.max(first, index - 4); at--) {
    if (/^(?:will|would|shall|'ll)$/.test(lower[at]!)) return true;
    if (lower[at] === "be" && lower[at - 1] === "to") return true;
  }
  return false;
}

function tenseOf(analysis: Analysis, index: number): "past" | "future" | undefined {
  const { tokens, layers } = analysis;
  const word = tokens.lower[index]!;
  if (word === "going") return tokens.lower[index + 1] === "to" ? "future" : undefined;
  if (word === "set" || word === "ready" || word === "due" || word === "planned")
    return tokens.lower[index + 1] === "to" || tokens.lower[index + 1] === "for" ? "future" : undefined;
  if (FUTURE.has(word)) return "future";
  // "the summit which opens on 10 December": the present of a timetable
  if (layers.includes("tag") && TIMETABLE.has(word) && /^VB[PZ]$/.test(XPOS_TAGS[tokens.tag[index]!] ?? "")) return "future";
  // "is to visit Moscow in July", "are to be signed"
  if (
    word === "to" &&
    /^(?:is|are)$/.test(tokens.lower[index - 1] ?? "") &&
    /^\p{Ll}/u.test(tokens.norm[index + 1] ?? "") &&
    !/^(?:the|a|an|this|that)$/.test(tokens.lower[index + 1] ?? "")
  )
    return "future";
  if (layers.includes("tag")) return PAST_TAGS.has(XPOS_TAGS[tokens.tag[index]!] ?? "") ? "past" : undefined;
  if (PAST.has(word)) return "past";
  return /^\p{Ll}{2,}ed$/u.test(tokens.norm[index]!) &&
    !/^(?:need|speed|seed|breed|exceed|proceed|succeed|feed|indeed|red|united)$/.test(word)
    ? "past"
    : undefined;
}
