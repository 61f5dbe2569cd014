import { isAdverb, isVerb, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";

/** A verb with what stands around it: `has not yet confirmed`, `are committed`, `adding`, `to ensure`. Tokens `[first, last)`. */
export interface VerbGroup {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly form: "finite" | "participle" | "infinitive";
  readonly passive: boolean;
  readonly negated: boolean;
  /** `will`, `would`, `may` … before the head. */
  readonly modal?: string;
  /** Tense of the first verb: what coordinated verbs must agree in. */
  readonly tense: "past" | "present" | "none";
  /** Present perfect or simple past: the act of speaking is over. */
  readonly perfect: boolean;
}

const BE = new Set(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"]);
const HAVE = new Set(["have", "has", "had", "having", "'ve", "’ve", "'d", "’d"]);
const DO = new Set(["do", "does", "did"]);
const NEGATION = new Set(["not", "n't", "n’t", "never"]);
/** Verbs that pass their subject on to the infinitive after them: the later verb is the cue ("continued to warn", "has begun to acknowledge"). */
const CATENATIVE = new Set(["continue", "begin", "start", "go", "come", "keep", "remain", "proceed", "want", "wish", "like", "seek"]);
/** Adverb-like words that the tagger may call determiners or nouns between subject and verb. */
const FLOATING = new Set([
  "both",
  "all",
  "each",
  "also",
  "then",
  "further",
  "again",
  "jointly",
  "strongly",
  "today",
  "now",
  "once",
  "yet",
  "still",
]);

/** Reads the group whose main verb is token `head`. */
export function verbGroupAt(reading: Reading, head: number): VerbGroup {
  const start = reading.sentences[reading.tokens.sentence[head] ?? -1]?.first ?? head;
  let first = head;
  let passive = false;
  let negated = false;
  let modal: string | undefined;
  let have = false;
  let infinitive = false;
  let progressive = false;
  for (let i = head - 1; i >= start; i--) {
    const word = lowerOf(reading, i);
    const tag = tagOf(reading, i);
    if (NEGATION.has(word)) negated = true;
    else if (tag === "MD" || /^(will|would|may|might|could|can|should|must|shall|'ll|’ll|ca|wo)$/.test(word)) modal = normalModal(word);
    else if (BE.has(word) && isVerb(tag)) {
      if (lowerTag(reading, head) === "VBN" && !have && !progressive) passive = true;
      if (tagOf(reading, head) === "VBG") progressive = true;
    } else if (HAVE.has(word) && isVerb(tag)) have = true;
    else if (DO.has(word)) {
      // Emphatic or negated "do": nothing to record (L48).
    } else if ((tag === "TO" || word === "to") && tagOf(reading, head) !== "VBG") {
      const before = previousWord(reading, i, start);
      if (before >= 0 && CATENATIVE.has(lemmaOf(reading, before)) && isVerb(tagOf(reading, before))) {
        i = before;
        first = i;
        continue;
      }
      infinitive = true;
      first = i;
      break;
    } else if (isAdverb(tag) || FLOATING.has(word)) {
      // An adverb belongs to the group only when a part of the group stands before it; otherwise it is just skipped.
      if (!groupGoesOn(reading, i, start)) {
        if (NEGATION.has(word)) negated = true;
        break;
      }
    } else break;
    first = i;
  }
  const opening = tagOf(reading, first);
  const headTag = tagOf(reading, head);
  const auxiliary = modal !== undefined || have || passive || progressive || first < head;
  // "to strengthen deterrence and maintain peace": a bare verb after a conjunction goes on an infinitive.
  if (headTag === "VB" && first === head && /^(and|or|,)$/.test(lowerOf(reading, head - 1)))
    infinitive = !resumesFinite(reading, head, start);
  const bare = headTag === "VB" && first === head && !infinitive && /^(and|or|,)$/.test(lowerOf(reading, head - 1));
  const form: VerbGroup["form"] = bare
    ? "finite"
    : infinitive
      ? "infinitive"
      : modal !== undefined || /^VB[DZP]?$/.test(headTag) || (auxiliary && !isParticipleStart(opening))
        ? "finite"
        : "participle";
  const tense = opening === "VBD" ? "past" : /^(VBZ|VBP|VB|MD)$/.test(opening) ? "present" : "none";
  return {
    head,
    first,
    last: head + 1,
    form,
    passive,
    negated,
    tense,
    perfect: have || tense === "past",
    ...(modal === undefined ? {} : { modal }),
  };
}

const PERFORMATIVE =
  /^(call|urge|condemn|reaffirm|reiterate|welcome|express|deplore|commend|denounce|affirm|recognize|emphasize|underscore|stress)$/;

/** "We condemn the exports … and call upon them": after a bare present with neither "to" nor a modal since, a bare verb is another present. */
function resumesFinite(reading: Reading, head: number, start: number): boolean {
  // "We urge the DPRK to abide by … and call on all states": what one does by saying it is not what one asks of others.
  if (PERFORMATIVE.test(lemmaOf(reading, head)))
    for (let i = start; i < head - 2; i++) if (tagOf(reading, i) === "VBP" && PERFORMATIVE.test(lemmaOf(reading, i))) return true;
  for (let i = head - 2; i >= start; i--) {
    const tag = tagOf(reading, i);
    if (tag === "MD" || (tag === "TO" && tagOf(reading, i + 1).startsWith("VB")) || tag === "VB") return false;
    if (tag === "VBP") return !HAVE.has(lowerOf(reading, i)) && !DO.has(lowerOf(reading, i));
    if (tag === "VBZ" || tag === "VBD") return false;
  }
  return false;
}

function lowerTag(reading: Reading, i: number): string {
  // Taggers confuse VBD and VBN; after a form of "be" only the participle is possible.
  const tag = tagOf(reading, i);
  return tag === "VBD" ? "VBN" : tag;
}

function normalModal(word: string): string {
  if (word === "'ll" || word === "’ll" || word === "wo") return "will";
  return word === "ca" ? "can" : word;
}

const isParticipleStart = (tag: string): boolean => tag === "VBG" || tag === "VBN";

function previousWord(reading: Reading, i: number, start: number): number {
  for (let j = i - 1; j >= start; j--) if (!isAdverb(tagOf(reading, j))) return j;
  return -1;
}

function groupGoesOn(reading: Reading, i: number, start: number): boolean {
  const before = previousWord(reading, i, start);
  if (before < 0) return false;
  const word = lowerOf(reading, before);
  return (
    tagOf(reading, before) === "MD" ||
    tagOf(reading, before) === "TO" ||
    ((BE.has(word) || HAVE.has(word) || DO.has(word)) && isVerb(tagOf(reading, before)))
  );
}
