import type { CueMatch } from "./cue-match.ts";
import { ACCEPTING_VERBS, ALLEGATION_NOUNS, COMMENT_VERBS, CONFIRM_VERBS, REFUSE_VERBS } from "./cue-table.ts";
import { dependants, isAdverb, isVerb, labelOf, lemmaOf, lowerOf, type Reading, tagOf } from "./reading.ts";
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
  // "has neither confirmed nor denied": the pair withholds, and is told of at its first verb.
  if (lowerOf(reading, group.head - 1) === "neither" && /^(confirm|deny)$/.test(lemma)) {
    for (let i = group.last; i < Math.min(last, group.last + 3); i++)
      if (lowerOf(reading, i) === "nor" && /^(confirm|deny)$/.test(lemmaOf(reading, i + 1)))
        return make("declinesComment", headOfPair(reading, group), i + 2);
  }
  if (REFUSE_VERBS.has(lemma) && lowerOf(reading, group.last) === "to") {
    const verb = isAdverb(tagOf(reading, group.last + 1)) ? group.last + 2 : group.last + 1;
    const object = headAfter(reading, verb + 1, last);
    if (
      /^(give|provide|offer|share)$/.test(lemmaOf(reading, verb)) &&
      /^(detail|comment|explanation|reason|information|figure|name|number)$/.test(object)
    )
      return group.negated ? undefined : make("declinesComment", group, verb + 1);
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
    const answered = lowerOf(reading, group.last) === "to" ? nounPhraseFrom(reading, group.last + 1, last) : undefined;
    const charged = answered !== undefined && ALLEGATION_NOUNS.has(lemmaOf(reading, answered.head));
    if (lemma === "respond" && (charged || lowerOf(reading, group.last) !== "to")) return make("declinesComment", yet, group.last);
    if (lemma !== "respond") return make("declinesComment", yet, group.last);
    return undefined;
  }
  // "did not respond to requests for comment", "gave no details", "stopped short of saying", "would not say what".
  if (group.negated && /^(respond|reply|answer|react)$/.test(lemma) && asksComment(reading, group.last, last))
    return make("declinesComment", group, group.last);
  if (
    group.negated &&
    group.form === "finite" &&
    !/^(who|whom|which|that)$/.test(beforeSubject(reading, group)) &&
    SILENT_VERBS.test(lemma) &&
    withheldObject(reading, group, last)
  )
    return make("declinesComment", group, group.last);
  if (/^(give|provide|offer|release|disclose|share)$/.test(lemma) && lowerOf(reading, group.last) === "no" && group.form === "finite") {
    const noun = headAfter(reading, group.last, last);
    if (/^(detail|comment|explanation|reason|information|specific|further|elaboration|response|figure|name)$/.test(noun))
      return make("declinesComment", group, group.last + 2);
  }
  if (lemma === "stop" && lowerOf(reading, group.last) === "short" && lowerOf(reading, group.last + 1) === "of") {
    const verb = lemmaOf(reading, group.last + 2);
    if (COMMENT_VERBS.has(verb) || CONFIRM_VERBS.has(verb) || /^(name|call|blame|accuse|admit|endorse)$/.test(verb))
      return make("declinesComment", group, group.last + 3);
  }
  if (group.negated && lemma === "rule" && lowerOf(reading, group.last) === "out" && /^(will|would)$/.test(group.modal ?? ""))
    return make("declinesComment", group, group.last + 1);
  // "did not conclude that", "could not determine whether": an inquiry without a result.
  if (
    group.negated &&
    group.form === "finite" &&
    /^(conclude|determine|establish|ascertain|identify)$/.test(lemma) &&
    /^(that|whether|if|who|what|how)$/.test(lowerOf(reading, group.last))
  )
    return make("cannotConfirm", group, group.last);
  // "The report could not be verified": nobody is said to have tried.
  if (CONFIRM_VERBS.has(lemma) && !group.passive) {
    const unable = unableBefore(reading, group, first);
    if (unable !== undefined) return make("cannotConfirm", unable, group.last);
    if (group.negated && group.form === "finite") return make("cannotConfirm", group, group.last);
  }
  // "I don’t have anything further to add", "we have nothing to announce", "I have no announcements to make".
  if (lemma === "have" && group.form === "finite" && nothingToSay(reading, group, last))
    return make("declinesComment", group, group.last + 1);
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

/** "has neither confirmed", "neither confirmed": the group that the subject stands before. */
function headOfPair(reading: Reading, group: VerbGroup): VerbGroup {
  const auxiliary = group.head - 2;
  return isVerb(tagOf(reading, auxiliary))
    ? { ...verbGroupAt(reading, auxiliary), form: "finite" }
    : { ...group, first: group.head - 1, form: "finite" };
}

/** "One of the men, whom they did not identify": an aside, no refusal to speak. */
function beforeSubject(reading: Reading, group: VerbGroup): string {
  const subject = subjectOf(reading, group);
  return subject === undefined || subject.how === "inherited" ? "" : lowerOf(reading, subject.first - 1);
}

/** Verbs whose negation in the past, or with "would", keeps something back. */
const SILENT_VERBS =
  /^(say|specify|elaborate|identify|disclose|reveal|name|discuss|detail|explain|speculate|describe|clarify|address|divulge|tell)$/;

/** "would not say what", "did not specify when", "did not elaborate": withheld with "would", or before a question word, or with nothing after it. */
function withheldObject(reading: Reading, group: VerbGroup, last: number): boolean {
  const lemma = lemmaOf(reading, group.head);
  const next = lowerOf(reading, group.last);
  const question = /^(what|whether|if|when|where|how|why|who|which|precisely|exactly)$/.test(next);
  const ends = group.last >= last || /^[,.;]$/.test(next) || /^(further|on|beyond)$/.test(next);
  const did = group.modal === undefined && group.perfect === false ? group.tense === "past" : group.modal === undefined;
  const refuses = group.modal === "would";
  if (!did && !refuses) return false;
  if (/^(say|explain|tell)$/.test(lemma)) return question;
  if (/^(describe|address|name|reveal)$/.test(lemma)) return refuses || question;
  return question || ends || refuses || /^(specify|identify|disclose)$/.test(lemma);
}

function nothingToSay(reading: Reading, group: VerbGroup, last: number): boolean {
  const word = lowerOf(reading, group.last);
  const doubted = ["think", "believe"].some((verb) => {
    for (let i = group.first - 1; i > group.first - 5; i--) if (lemmaOf(reading, i) === verb) return verbGroupAt(reading, i).negated;
    return false;
  });
  const none = word === "nothing" || word === "no" || (/^(anything|any|much|more)$/.test(word) && (group.negated || doubted));
  if (!none) return false;
  for (let i = group.last + 1; i < Math.min(last, group.last + 7); i++)
    if (
      lowerOf(reading, i) === "to" &&
      /^(add|announce|say|share|offer|report|preview|read|give|tell|disclose)$/.test(lemmaOf(reading, i + 1))
    )
      return true;
  return false;
}

/** "to a request for comment", "immediately to questions": what is not answered is a request to speak, or nothing is named. */
function asksComment(reading: Reading, at: number, last: number): boolean {
  for (let i = at; i < Math.min(last, at + 9); i++)
    if (/^(comment|comments|questions?|inquiries|inquiry|queries|query|email|emails|calls|messages?)$/.test(lowerOf(reading, i)))
      return true;
  return false;
}

/**
 * "Caracas does not recognise the court", "will not accept the demand", "cannot agree to": a refusal. In the first person it is left to the content
 * ("we will not accept" may be a pledge or a warning).
 */
export function refusalAt(reading: Reading, group: VerbGroup, sentence: number): CueMatch | undefined {
  if (!group.negated || group.form !== "finite" || group.passive || group.perfect || !ACCEPTING_VERBS.has(lemmaOf(reading, group.head)))
    return undefined;
  const subject = subjectOf(reading, group);
  if (subject === undefined || subject.phrases.some(({ head }) => /^(we|i|you)$/.test(lowerOf(reading, head)))) return undefined;
  // "Said the kingdom would never recognise": what the speaker will not do is a pledge of his own, left to the content.
  if (/^(will|would|shall)$/.test(group.modal ?? "") && isReported(reading, subject.first)) return undefined;
  const { last } = reading.sentences[sentence] ?? { last: group.last };
  const start = /^(to|with|that)$/.test(lowerOf(reading, group.last)) ? group.last + 1 : group.last;
  if (start >= last - 1) return undefined;
  return {
    row: "refusal",
    frame: "object",
    token: group.head,
    cue: { first: group.first, last: group.last },
    group,
    stance: "rejects",
    decidedBy: "cue",
    weak: false,
    content: [{ first: start, last }],
    side: "before",
    sentence,
    subject,
  };
}

/** Does a clause that begins at `at` stand directly under a verb of saying? */
function isReported(reading: Reading, at: number): boolean {
  const before = lowerOf(reading, at - 1) === "that" ? at - 2 : at - 1;
  return /^(say|state|announce|declare|insist|add|tell|reiterate|stress|repeat|affirm|reaffirm|vow|pledge|promise|warn)$/.test(
    lemmaOf(reading, before),
  );
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

/** "denying Iran all paths to a weapon", "denied the ship access": with somebody for an indirect object, deny is to keep something from them, not to call it untrue. */
export function keepsFrom(reading: Reading, verb: number): boolean {
  if (lemmaOf(reading, verb) !== "deny") return false;
  return dependants(reading, verb).some((i) => labelOf(reading, i) === "iobj");
}
