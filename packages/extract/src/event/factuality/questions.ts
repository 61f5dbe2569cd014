import { neighbour, type SentenceSyntax } from "../syntax/sentence-syntax.ts";
import { SPEECH_VERBS } from "./factuality-cues.ts";

const AUXILIARY = /^(do|does|did|have|has|had|is|are|am|was|were|will|would|shall|should|can|could|may|might|must|wo|ca)$/;
const KNOWING = /^(know|see|learn|realise|realize|understand|hear|feel|regret|remember|forget|worry|react|respond|mind)$/;
/** What may stand before the verb of a question: "So did they …?", "Q Has Russia …?" */
const BEFORE = /^(so|and|but|or|then|also|now|well|q|question|reporter|first|second|just|okay|ok)$/;

/**
 * "Did Israel attack Iran?", "Would the U.S. support sanctions?": the auxiliary stands before the subject and opens the clause, so that it asks whether the
 * happening is a fact. "Why did Israel attack?" takes the attack for one, and so may "Did he know that Israel attacked?". `index` is the verb group after the
 * subject; `depth` is 0 where that verb itself tells the happening.
 */
export function asksWhether(syntax: SentenceSyntax, index: number, depth: number): boolean {
  const { phrases, view } = syntax;
  const asked = phrases[index];
  // "Will they continue to arm Israel?" asks of the arming; "Did he say that …?" of the saying
  if (
    depth > 0 &&
    asked?.kind === "vg" &&
    view.lemma(asked.head) !== "continue" &&
    (SPEECH_VERBS.has(view.lemma(asked.head)) || KNOWING.test(view.lemma(asked.head)))
  )
    return false;
  let end = syntax.last - 1;
  while (end > syntax.first && /^["'”’)\]]+$/.test(view.lower(end))) end--;
  if (view.lower(end) !== "?") return false;
  let at = neighbour(syntax, index, -1);
  let nearest = index - 1;
  let subject = false;
  for (let hops = 0; hops < 6; hops++) {
    const kind = phrases[at]?.kind;
    if (kind !== "np" && !(subject && (kind === "prep" || kind === "cc"))) break;
    subject = true;
    nearest = at - 1;
    at = neighbour(syntax, at, -1);
  }
  // A modal parted from its verb by the subject stands alone: "Should | Germany | send"
  const auxiliary = phrases[nearest]?.kind === "other" ? phrases[nearest] : phrases[at];
  if (!subject || (auxiliary?.kind !== "vg" && auxiliary?.kind !== "other") || !AUXILIARY.test(view.lower(auxiliary.first))) return false;
  for (let token = auxiliary.first; token < auxiliary.last; token++)
    if (!AUXILIARY.test(view.lower(token)) && !/^(n['’]t|not)$/.test(view.lower(token))) return false;
  const opener = auxiliary.first - 1;
  if (opener < syntax.first) return true;
  return /^\W+$/.test(view.lower(opener)) || BEFORE.test(view.lower(opener));
}

/** What leaves open whether the clause it governs holds. */
const OPEN =
  /^(worried|worry|concerned|afraid|think|believe|expect|confident|sure|certain|convinced|fear|anticipate|hope|assume|suspect|likely|possible|mean|suggest|envision|foresee|imagine|consider|guarantee|agree)$/;

/**
 * "Are you worried that China will side with Russia?", "Do you think that the allies attacked?": a question that an auxiliary opens, about what somebody only thinks.
 * `index` is the verb group of the clause that is thought.
 */
export function asksWhatIsThought(syntax: SentenceSyntax, index: number): boolean {
  const { phrases, view } = syntax;
  let end = syntax.last - 1;
  while (end > syntax.first && /^["'”’)\]]+$/.test(view.lower(end))) end--;
  if (view.lower(end) !== "?") return false;
  let opener = -1;
  for (let at = syntax.first; at < (phrases[index]?.first ?? 0); at++) {
    const word = view.lower(at);
    if (opener < 0) {
      if (AUXILIARY.test(word)) opener = at;
      else if (!/^\W+$/.test(word) && !BEFORE.test(word)) return false;
    } else if (OPEN.test(word)) {
      return !/^(if|whether|why|how|what|who|where|when)$/.test(view.lower(at + 1));
    }
  }
  return false;
}
