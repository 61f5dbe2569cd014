import type { CueMatch } from "./cue-match.ts";
import { COMMENT_VERBS, CONFIRM_VERBS, REFUSE_VERBS } from "./cue-table.ts";
import { isAdverb, isVerb, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
import { nounPhraseFrom, subjectOf } from "./subject.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** `declined to comment`, `has yet to respond`, `could not corroborate`, `doesn't have definitive information`, `did not say`. */
export function withholdingAt(reading: Reading, group: VerbGroup, sentence: number): CueMatch | undefined {
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const lemma = lemmaOf(reading, group.head);
  const make = (stance: "cannotConfirm" | "declinesComment", subjectGroup: VerbGroup, end: number): CueMatch | undefined => {
    const subject = subjectOf(reading, subjectGroup);
    return {
      row: "withhold",
      frame: "absolute",
      token: group.head,
      cue: { first: Math.max(subjectGroup.first, first), last: end },
      group: subjectGroup,
      stance,
      decidedBy: "cue",
      certainty: "unspecified",
      weak: false,
      content: [{ first: Math.min(end, last - 1), last }],
      side: "before",
      sentence,
      ...(subject === undefined ? {} : { subject }),
    };
  };
  if (REFUSE_VERBS.has(lemma) && lowerOf(reading, group.last) === "to") {
    const verb = isAdverb(tagOf(reading, group.last + 1)) ? group.last + 2 : group.last + 1;
    if (COMMENT_VERBS.has(lemmaOf(reading, verb)) || CONFIRM_VERBS.has(lemmaOf(reading, verb))) {
      return group.negated
        ? undefined
        : make(CONFIRM_VERBS.has(lemmaOf(reading, verb)) ? "cannotConfirm" : "declinesComment", group, verb + 1);
    }
  }
  // "is yet to comment", "has yet to publicly respond".
  const yet = yetBefore(reading, group, first);
  if (yet !== undefined && (COMMENT_VERBS.has(lemma) || lemma === "respond")) {
    // Not answering a request is a fact about talks, not a withheld statement, unless it is a comment on something.
    if (lemma === "respond" && !/^(to)$/.test(lowerOf(reading, group.last))) return make("declinesComment", yet, group.last);
    if (lemma !== "respond") return make("declinesComment", yet, group.last);
    return undefined;
  }
  if (CONFIRM_VERBS.has(lemma)) {
    const unable = unableBefore(reading, group, first);
    if (unable !== undefined) return make("cannotConfirm", unable, group.last);
    if (group.negated && group.form === "finite") return make("cannotConfirm", group, group.last);
  }
  if (group.negated && lemma === "comment") return make("declinesComment", group, group.last);
  // "had no comment", "has no information on".
  if (lemma === "have" && group.form === "finite" && group.modal === undefined && lowerOf(reading, group.last) === "no") {
    const phrase = nounPhraseFrom(reading, group.last, last);
    const noun = phrase === undefined ? "" : lemmaOf(reading, phrase.head);
    if (phrase !== undefined && noun === "comment") return make("declinesComment", group, phrase.last);
    if (phrase !== undefined && /^(information|evidence|confirmation|indication)$/.test(noun))
      return make("cannotConfirm", group, phrase.last);
  }
  if (group.negated && lemma === "have" && /^(information|evidence|confirmation|indication)$/.test(headAfter(reading, group.last, last))) {
    const phrase = nounPhraseFrom(reading, group.last, last);
    return make("cannotConfirm", group, phrase?.last ?? group.last);
  }
  if ((lemma === "get" || lemma === "go") && lowerOf(reading, group.last) === "into") {
    const refusing = group.negated ? group : negatedBefore(reading, group, first);
    if (refusing !== undefined) return make("declinesComment", refusing, Math.min(group.last + 2, last));
  }
  return undefined;
}

function headAfter(reading: Reading, at: number, last: number): string {
  const phrase = nounPhraseFrom(reading, at, last);
  return phrase === undefined ? "" : lemmaOf(reading, phrase.head);
}

/** The group of `was` in "was unable to verify"; `undefined` when the verb is no such infinitive. */
function unableBefore(reading: Reading, group: VerbGroup, first: number): VerbGroup | undefined {
  if (group.form !== "infinitive") return undefined;
  for (let i = group.first - 1; i >= Math.max(first, group.first - 3); i--) {
    if (!/^(unable|impossible)$/.test(lowerOf(reading, i))) continue;
    for (let k = i - 1; k >= first; k--) if (isVerb(tagOf(reading, k))) return { ...verbGroupAt(reading, k), form: "finite" };
  }
  return undefined;
}

/** The group of `is`/`has` in "is yet to", "has yet to". */
function yetBefore(reading: Reading, group: VerbGroup, first: number): VerbGroup | undefined {
  for (let i = group.head - 1; i >= Math.max(first, group.head - 4); i--) {
    if (lowerOf(reading, i) !== "yet") continue;
    for (let k = i - 1; k >= first; k--) if (isVerb(tagOf(reading, k))) return { ...verbGroupAt(reading, k), form: "finite" };
  }
  return undefined;
}

/** "I'm not going (to) get into specifics": the group of the verb that carries the negation. */
function negatedBefore(reading: Reading, group: VerbGroup, first: number): VerbGroup | undefined {
  for (let i = group.first - 1; i >= Math.max(first, group.first - 4); i--) {
    if (!isVerb(tagOf(reading, i))) continue;
    const before = verbGroupAt(reading, i);
    if (before.negated && before.form === "finite") return before;
  }
  return undefined;
}

/** "There was no immediate comment from Pyongyang." */
export function noCommentAt(reading: Reading, noun: number, sentence: number): CueMatch | undefined {
  if (lowerOf(reading, noun + 1) !== "from" || !/^(comment|response|reaction|reply)$/.test(lowerOf(reading, noun))) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  let none = noun - 1;
  while (none >= first && (tagOf(reading, none).startsWith("JJ") || isAdverb(tagOf(reading, none)))) none--;
  if (lowerOf(reading, none) !== "no") return undefined;
  const phrase = nounPhraseFrom(reading, noun + 2, last);
  if (phrase === undefined) return undefined;
  return {
    row: "withhold",
    frame: "noun",
    token: noun,
    cue: { first: none, last: noun + 1 },
    stance: "declinesComment",
    decidedBy: "cue",
    certainty: "unspecified",
    weak: false,
    content: [{ first: none, last: phrase.last }],
    side: "before",
    sentence,
    subject: { phrases: [phrase], first: none, how: "agent" },
  };
}
