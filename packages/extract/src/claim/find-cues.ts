import { opensQuote } from "./clause-complement.ts";
import { complementOf, precedingContent } from "./complement.ts";
import { type CueMatch, cueMatch, type TokenRange } from "./cue-match.ts";
import { ADJECTIVE_CUES, type CueRow, VERB_CUES } from "./cue-table.ts";
import { cutSiblings } from "./cut-siblings.ts";
import { reactionAt } from "./drawn-reactions.ts";
import { governsObject, isOpeningClause, isTimePhrase } from "./final-cue.ts";
import { gapCue } from "./gap-cues.ts";
import { interruptedContent } from "./interrupted-content.ts";
import { endsInQuote, invertedCue } from "./inverted-cue.ts";
import { absoluteSubject } from "./later-subject.ts";
import { nounAt, sourceAt } from "./nominal-cues.ts";
import { passiveCue, toldOf } from "./passive-cue.ts";
import { isAdverb, isComma, isNoun, isQuoteMark, isVerb, lemmaOf, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { stanceOfDescription } from "./stance.ts";
import { holderAt, protestAt } from "./standpoint-nouns.ts";
import { nounPhraseFrom, phraseAround, type Subject, subjectOf } from "./subject.ts";
import { utteredInfinitive } from "./uttered-infinitive.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";
import { keepsFrom, noCommentAt, refusalAt, withholdingAt } from "./withholding.ts";

const byLemma = (rows: readonly CueRow[]): ReadonlyMap<string, readonly CueRow[]> => {
  const index = new Map<string, CueRow[]>();
  for (const row of rows) for (const lemma of row.lemmas) index.set(lemma, [...(index.get(lemma) ?? []), row]);
  return index;
};
const VERBS = byLemma(VERB_CUES);

/** Rows for a verb form: by its lemma, else by the base forms its spelling allows (a lemmatiser may undo a doubled consonant that was there before). */
function rowsOf(reading: Reading, i: number): readonly CueRow[] | undefined {
  const byItsLemma = VERBS.get(lemmaOf(reading, i));
  if (byItsLemma !== undefined) return byItsLemma;
  const stem = lowerOf(reading, i)
    .replace(/ie[sd]$/, "y")
    .replace(/(ing|ed|es|s)$/, "");
  return VERBS.get(stem) ?? VERBS.get(`${stem}e`);
}
const ADJECTIVES = byLemma(ADJECTIVE_CUES);

/** Participles that accompany a statement without making another: ", acknowledging its role", ", noting that". */
const ATTENDANT: ReadonlySet<string> = new Set([
  "acknowledge",
  "note",
  "recognize",
  "recognise",
  "recall",
  "cite",
  "highlight",
  "describe",
  "list",
  "refer",
  "reference",
  "detail",
  "show",
  "suggest",
  "demonstrate",
  "indicate",
]);

/** Every cue of one sentence with its frame filled, in text order. Content runs to the end of the sentence or of the quotation; siblings cut it later. */
export function findCues(reading: Reading, sentence: number): readonly CueMatch[] {
  const known = reading.cues.get(sentence);
  if (known !== undefined) return known;
  const found = readCues(reading, sentence);
  reading.cues.set(sentence, found);
  return found;
}

function readCues(reading: Reading, sentence: number): readonly CueMatch[] {
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const found: CueMatch[] = [];
  for (let i = first; i < last; i++) {
    const match =
      sourceAt(reading, i, sentence) ??
      verbAt(reading, i, sentence) ??
      adjectiveAt(reading, i, sentence) ??
      reactionAt(reading, i, sentence) ??
      nounAt(reading, i, sentence) ??
      holderAt(reading, i, sentence) ??
      protestAt(reading, i, sentence) ??
      noCommentAt(reading, i, sentence);
    // "issuing a stern warning that": the noun is part of a cue already found.
    if (match !== undefined && !(match.row === "noun" && found.some((other) => other.cue.first <= i && i < other.cue.last)))
      found.push(match);
  }
  return cutSiblings(reading, found);
}

// ---------------------------------------------------------------- verbs

function verbAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  const tag = tagOf(reading, i);
  const tagged = tag === "NNS" && isMistakenNoun(reading, i, sentence);
  // ", warning that": a participle that taggers take for the noun.
  const attendant =
    tag === "NN" && /ing$/.test(lowerOf(reading, i)) && isComma(lowerOf(reading, i - 1)) && lowerOf(reading, i + 1) === "that";
  if (!tag.startsWith("VB") && !tagged && !attendant) return undefined;
  const group: VerbGroup = tagged
    ? { head: i, first: i, last: i + 1, form: "finite", passive: false, negated: false, tense: "present", perfect: false }
    : (utteredInfinitive(reading, verbGroupAt(reading, i)) ?? finiteAfterSubject(reading, verbGroupAt(reading, i)));
  const withheld =
    withholdingAt(reading, group, sentence) ?? refusalAt(reading, group, sentence) ?? quotedAsSaying(reading, group, sentence);
  if (withheld !== undefined) return withheld;
  const rows = rowsOf(reading, i);
  if (lowerOf(reading, i - 1) === "nor" && /^(confirm|deny)$/.test(lemmaOf(reading, i))) return undefined;
  if (keepsFrom(reading, i)) return undefined;
  if (rows === undefined || isAttributive(reading, i) || isGreeting(reading, i, reading.sentences[sentence]?.last ?? i)) return undefined;
  const { first, last: end } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  const last = relativeLimit(reading, group, end);
  // Speech that has not been uttered is nobody's claim: "will announce", "could warn", "to condemn", "did not say".
  if (group.negated || (group.modal !== undefined && !firstPersonSubject(reading, group)) || group.form === "infinitive") return undefined;
  if (isConditional(reading, group, first)) return undefined;
  // "The ships, said by the army to carry weapons": the participle is passive without its "be".
  const reduced = group.form === "participle" && tagOf(reading, group.head) === "VBN" && lowerOf(reading, group.last) === "by";
  if (reduced) {
    const told = toldOf(reading, rows, group, sentence, last);
    if (told !== undefined) return told;
  }
  if (group.passive) return passiveCue(reading, rows, group, sentence, last);
  // Whom a participle has beside the subject of its sentence: the author of the paper before it, who stands behind "with".
  const author = authorOfStatement(reading, group, first) ?? absoluteSubject(reading, group, first);
  if (group.form === "participle" && !followsComma(reading, group, first) && !startsSentence(reading, group, first)) {
    // "claimed", "reported" after a noun are attributes of it; "as saying that" is a cue.
    // "issued a statement denouncing the drills": the words of a paper that somebody has put out are theirs.
    if (
      lowerOf(reading, group.first - 1) !== "as" &&
      !quotesSource(reading, group) &&
      !afterStatement(reading, group) &&
      author === undefined
    )
      return undefined;
  }
  if (
    group.form === "participle" &&
    ATTENDANT.has(lemmaOf(reading, i)) &&
    (!startsSentence(reading, group, first) || /^(cite|refer|list|show|reference)$/.test(lemmaOf(reading, i))) &&
    !judges(reading, group, last)
  )
    return undefined;
  // "What China calls X": the object stands before the verb, whatever follows it.
  const free = group.form === "finite" && lowerOf(reading, (subjectOf(reading, group)?.first ?? 0) - 1) === "what";
  for (const row of rows) {
    // "What he said were mortars": the rest of the clause is what was said.
    if (free && !(row.frames.includes("clause") && row.decidedBy === "content" && /^(VBD|VBZ|VBP|MD)$/.test(tagOf(reading, group.last))))
      continue;
    // "Banks that do so are supporting actions that undermine peace": what somebody is doing, not what they are for.
    if (/^(support-policy|promote)$/.test(row.id) && group.form === "finite" && (tag === "VBG" || isDefining(reading, group))) continue;
    const right = complementOf(reading, row, group, last);
    if (right !== undefined && !(right.frame === "object" && relativeBefore(reading, group))) {
      const subject =
        group.form === "participle" && lowerOf(reading, group.first - 1) === "as"
          ? sourceObject(reading, group)
          : (author ?? subjectOf(reading, group));
      const inverted = right.frame === "object" ? invertedCue(reading, group, first, last) : undefined;
      if (inverted !== undefined) return makeInverted(row, group, sentence, inverted);
      const content = [contentFrom(reading, right.start, last)];
      // "…,” she said. Then a quotation goes on: content on both sides.
      const before =
        row.frames.includes("clause") && right.frame === "clause" && subject !== undefined && group.form === "finite"
          ? precedingContent(reading, subject.first, first)
          : undefined;
      const sides =
        before !== undefined && quoteOpensBy(reading, right.start) && endsInQuote(reading, before) ? [before, ...content] : content;
      return cueMatch(row, group, sentence, {
        frame: right.frame,
        content: sides,
        side: sides.length > 1 ? "middle" : "before",
        ...(subject === undefined ? {} : { subject }),
        ...(right.addressee === undefined ? {} : { addressee: right.addressee }),
        ...(right.stance === undefined ? {} : { stance: right.stance }),
        cueEnd: right.cueEnd ?? group.last,
      });
    }
    if (!row.frames.includes("clause") || rows.some((other) => other !== row && complementOf(reading, other, group, last) !== undefined))
      continue;
    const inverted = invertedCue(reading, group, first, last);
    if (inverted !== undefined) return makeInverted(row, group, sentence, inverted);
    if (group.form !== "finite" || row.particle !== undefined) continue;
    const subject = subjectOf(reading, group);
    if (subject === undefined) continue;
    const before = precedingContent(reading, subject.first, first) ?? precedingContent(reading, commaEdge(reading, group, first), first);
    if (row.explicit === true && before !== undefined && !endsInQuote(reading, before)) continue;
    if (before !== undefined && !governsObject(reading, group, last) && !isOpeningClause(reading, before))
      return cueMatch(row, group, sentence, {
        frame: "clause",
        content: aroundMedial(reading, before, group, last),
        side: "after",
        subject,
        cueEnd: group.last,
      });
    const interrupted = row.weak === true ? undefined : interruptedContent(reading, subject, group, first, last);
    if (interrupted !== undefined)
      return cueMatch(row, group, sentence, { frame: "clause", content: interrupted, side: "middle", subject, cueEnd: group.last });
    const relative =
      row.explicit === true || row.id === "emphasise-that" || row.id === "continue" || row.id === "share-that"
        ? undefined
        : relativeObject(reading, subject, first);
    if (relative !== undefined)
      return cueMatch(row, group, sentence, { frame: "clause", content: [relative], side: "after", subject, cueEnd: group.last });
  }
  const subject = group.form === "finite" ? subjectOf(reading, group) : undefined;
  const gap = subject === undefined ? undefined : gapCue(reading, rows, group, subject, first, last);
  return gap === undefined || subject === undefined ? undefined : cueMatch(gap.row, group, sentence, { ...gap, side: "after", subject });
}

/** "So, Olaf, thank you", "will welcome the chancellor to the White House": manners, and a reception, are no praise. */
function isGreeting(reading: Reading, i: number, last: number): boolean {
  const lemma = lemmaOf(reading, i);
  if (lemma === "thank") return lowerOf(reading, i + 1) === "you" && isComma(lowerOf(reading, i - 1));
  if (lemma !== "welcome") return false;
  const phrase = nounPhraseFrom(reading, i + 1, last);
  if (phrase === undefined || !/^(?:Person|Position)$/.test(mentionOver(reading, phrase.head)?.type ?? "")) return false;
  const owner = [phrase.last - 1, phrase.last].some((k) => tagOf(reading, k) === "POS");
  return !owner && lowerOf(reading, phrase.last) !== "for";
}

/** "Entities that support the production of drones": a clause that only tells which ones are meant. */
function isDefining(reading: Reading, group: VerbGroup): boolean {
  return /^(that|who|which)$/.test(lowerOf(reading, group.first - 1)) && isNoun(tagOf(reading, group.first - 2));
}

/** ", describing the raid as a deliberate act": an attendant participle that judges is a claim of its own. */
function judges(reading: Reading, group: VerbGroup, last: number): boolean {
  if (lemmaOf(reading, group.head) !== "describe") return false;
  return stanceOfDescription(reading, "asserts", [{ first: group.last, last }]) !== "asserts";
}

/** `“…,” he was quoted as saying by state media`: the quotation stands before. What follows "saying" is found at that verb. */
function quotedAsSaying(reading: Reading, group: VerbGroup, sentence: number): CueMatch | undefined {
  if (!group.passive || !/^(quote|cite)$/.test(lemmaOf(reading, group.head))) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  let saying = group.last;
  while (saying < Math.min(last, group.last + 8) && lowerOf(reading, saying) !== "saying") saying++;
  if (lowerOf(reading, saying) !== "saying" || lowerOf(reading, saying - 1) !== "as") return undefined;
  const subject = subjectOf(reading, group);
  const before = subject === undefined ? undefined : precedingContent(reading, subject.first, first);
  if (subject === undefined || before === undefined) return undefined;
  return {
    row: "say",
    frame: "clause",
    token: saying,
    cue: { first: group.first, last: saying + 1 },
    group,
    stance: "asserts",
    decidedBy: "content",
    weak: false,
    content: [before],
    side: "after",
    sentence,
    subject,
  };
}

/** "If they decide to build them", "until the Agency determines that": nobody has said it yet. */
function isConditional(reading: Reading, group: VerbGroup, first: number): boolean {
  if (group.form !== "finite") return false;
  const subject = subjectOf(reading, group);
  if (subject === undefined || subject.how === "inherited" || subject.how === "inverted") return false;
  const word = lowerOf(reading, subject.first - 1);
  // "asked whether", "to see if" are conditions as well; "even if" is not one.
  return subject.first > first && /^(if|unless|until|whether|lest|provided)$/.test(word) && lowerOf(reading, subject.first - 2) !== "even";
}

/** "The report records that", "The ministry claims that": a verb in -s that the tagger took for a plural, with no other verb before it. */
function isMistakenNoun(reading: Reading, i: number, sentence: number): boolean {
  if (lowerOf(reading, i + 1) !== "that" || !isNoun(tagOf(reading, i - 1)) || tagOf(reading, i - 1) === "NNS") return false;
  if (!(rowsOf(reading, i) ?? []).some((one) => one.frames.includes("clause"))) return false;
  const { first } = reading.sentences[sentence] ?? { first: 0 };
  for (let k = first; k < i; k++) if (/^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, k))) return false;
  return true;
}

/** "The allies warned such a trade could …": a participle by its tag, finite by its place between a subject and a clause. */
function finiteAfterSubject(reading: Reading, group: VerbGroup): VerbGroup {
  if (group.form !== "participle" || tagOf(reading, group.head) !== "VBN" || group.first !== group.head) return group;
  let before = group.head - 1;
  while (before >= 0 && (isAdverb(tagOf(reading, before)) || /^(both|all|each)$/.test(lowerOf(reading, before)))) before--;
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined || before < sentence.first) return group;
  const parenthesis = isComma(lowerOf(reading, before)) && before > sentence.first + 2;
  if (!parenthesis && !isNoun(tagOf(reading, before)) && tagOf(reading, before) !== "PRP" && mentionOver(reading, before) === undefined)
    return group;
  const timed = /^(in|at)$/.test(lowerOf(reading, group.last)) && isTimePhrase(reading, group.last + 1);
  if ((/^(by|in|as|to|at)$/.test(lowerOf(reading, group.last)) && !timed) || (!parenthesis && lowerOf(reading, group.last) === "on"))
    return group;
  // "…, who was visiting Warsaw, called on allies": the verb of an aside is not the verb of the sentence.
  let aside = false;
  for (let i = sentence.first; i < group.first; i++) {
    if (parenthesis && /^(who|which)$/.test(lowerOf(reading, i)) && isComma(lowerOf(reading, i - 1))) aside = true;
    else if (isComma(lowerOf(reading, i))) aside = false;
    if (/^VB[DZP]$/.test(tagOf(reading, i)) && (reading.quoteAt[i] ?? -1) < 0 && !aside) return group;
  }
  return { ...group, form: "finite", tense: "past", perfect: true };
}

/** ", which backs Hezbollah, vowed revenge": what a verb in a relative clause between commas governs ends with that clause. */
function relativeLimit(reading: Reading, group: VerbGroup, last: number): number {
  if (!/^(which|who)$/.test(lowerOf(reading, group.first - 1)) || !isComma(lowerOf(reading, group.first - 2))) return last;
  for (let i = group.last; i < last; i++)
    if (isComma(lowerOf(reading, i)) && /^(VBD|VBZ|VBP|MD|VBN)$/.test(tagOf(reading, i + 1))) return i;
  return last;
}

/** A quotation opens there, or behind what is told of whom and when: "told parliament on Friday, “and …". */
function quoteOpensBy(reading: Reading, start: number): boolean {
  for (let i = start; i < start + 7; i++) {
    if (opensQuote(reading, i)) return true;
    if (isVerb(tagOf(reading, i))) return false;
  }
  return false;
}

/** First token after the last comma before a final cue: where its clause begins even if the phrase rules saw too little of its subject. */
function commaEdge(reading: Reading, group: VerbGroup, first: number): number {
  for (let i = group.first - 1; i >= Math.max(first, group.first - 25); i--) if (isComma(lowerOf(reading, i))) return i + 1;
  return -1;
}

function makeInverted(
  row: CueRow,
  group: VerbGroup,
  sentence: number,
  { content, subject }: NonNullable<ReturnType<typeof invertedCue>>,
): CueMatch {
  return cueMatch(row, group, sentence, { frame: "clause", content: [content], side: "after", subject, cueEnd: group.last });
}

/** `the claimed launch`, `alleged transfers`: an attribute. */
function isAttributive(reading: Reading, i: number): boolean {
  const tag = tagOf(reading, i);
  return (
    (tag === "VBN" || tag === "VBG") &&
    /^(DT|PRP\$|POS|JJ)$/.test(tagOf(reading, i - 1)) &&
    (isNoun(tagOf(reading, i + 1)) || tagOf(reading, i + 1) === "JJ")
  );
}

function followsComma(reading: Reading, group: VerbGroup, first: number): boolean {
  for (let i = group.first - 1; i >= first; i--) {
    const word = lowerOf(reading, i);
    if (
      isComma(word) ||
      word === "and" ||
      word === "—" ||
      word === "–" ||
      word === "while" ||
      word === "but" ||
      word === ";" ||
      word === "though"
    )
      return true;
    if (!isAdverb(tagOf(reading, i)) && !isQuoteMark(word)) return false;
  }
  return true;
}

function startsSentence(reading: Reading, group: VerbGroup, first: number): boolean {
  for (let i = first; i < group.first; i++) if (!isAdverb(tagOf(reading, i)) && !isQuoteMark(lowerOf(reading, i))) return false;
  return true;
}

function afterStatement(reading: Reading, group: VerbGroup): boolean {
  return tagOf(reading, group.head) === "VBG" && STATEMENT_NOUN.test(lemmaOf(reading, group.first - 1));
}

/** "The statements by Iraq threatening to use such weapons", "a letter from Kabul accusing": whose paper it is says what the participle tells. */
function authorOfStatement(reading: Reading, group: VerbGroup, first: number): Subject | undefined {
  const author = mentionOver(reading, group.first - 1);
  if (tagOf(reading, group.head) !== "VBG" || group.first !== group.head || author === undefined) return undefined;
  let i = author.first - 1;
  if (lowerOf(reading, i) === "the") i--;
  if (i <= first || !/^(by|from|of)$/.test(lowerOf(reading, i)) || !STATEMENT_NOUN.test(lemmaOf(reading, i - 1))) return undefined;
  return { phrases: [{ first: author.first, last: author.last, head: author.head }], first: author.first, how: "agent" };
}

const STATEMENT_NOUN =
  /^(statement|letter|communique|communiqué|commentary|declaration|message|report|article|editorial|post|resolution|note|dispatch|broadcast|speech|remark|comment)$/;

function relativeBefore(reading: Reading, group: VerbGroup): boolean {
  return group.first > 0 && group.passive && /^(which|that)$/.test(lowerOf(reading, group.first - 1));
}

/** `cited analysis by the institute as saying that`: the phrase between the outer verb and `as` names the source. */
function quotesSource(reading: Reading, group: VerbGroup): boolean {
  return lowerOf(reading, group.first - 1) === "as";
}

function sourceObject(reading: Reading, group: VerbGroup): Subject | undefined {
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined) return undefined;
  // "was quoted by TASS as saying": the one who is quoted.
  for (let i = group.first - 2; i >= sentence.first; i--) {
    if (!/^(quote|cite)$/.test(lemmaOf(reading, i)) || !isVerb(tagOf(reading, i))) continue;
    const quoting = verbGroupAt(reading, i);
    if (quoting.passive) return subjectOf(reading, quoting);
    break;
  }
  // The last actor named before "as", else the phrase before it.
  for (let i = group.first - 2; i >= sentence.first; i--) {
    if (isVerb(tagOf(reading, i)) && tagOf(reading, i) !== "VBN") break;
    const mention = mentionOver(reading, i);
    if (mention === undefined) continue;
    const phrase = phraseAround(reading, mention.head, sentence.first, group.first - 1);
    if (phrase !== undefined) return { phrases: [phrase], first: phrase.first, how: "agent" };
  }
  return undefined;
}

function firstPersonSubject(reading: Reading, group: VerbGroup): boolean {
  for (let i = group.first - 1; i >= Math.max(0, group.first - 3); i--) if (/^(we|i)$/.test(lowerOf(reading, i))) return true;
  return false;
}

/** `“…,” X said, “…”` and `S1, X said, S2`: what follows a medial cue up to the end of the sentence, unless a participle begins there. */
function aroundMedial(reading: Reading, before: TokenRange, group: VerbGroup, last: number): readonly TokenRange[] {
  for (let i = group.last; i < Math.min(last, group.last + 14); i++) {
    if (isVerb(tagOf(reading, i))) break;
    if (!isComma(lowerOf(reading, i))) continue;
    const next = i + 1;
    if (opensQuote(reading, next)) return [before, contentFrom(reading, next, last)];
    if (
      tagOf(reading, next) === "VBG" ||
      (/ing$/.test(lowerOf(reading, next)) && lowerOf(reading, next + 1) === "that") ||
      tagOf(reading, next) === "WDT" ||
      tagOf(reading, next) === "IN" ||
      next >= last
    )
      break;
    const insideBefore = reading.quoteAt[before.first] ?? -1;
    if (insideBefore < 0 && i === group.last && last - next > 2 && tagOf(reading, next) !== "CC") return [before, { first: next, last }];
    break;
  }
  return [before];
}

/** `a commitment that the Vice President announced`, `which she called vital`: the antecedent is what was said. */
function relativeObject(reading: Reading, subject: Subject, first: number): TokenRange | undefined {
  const pronoun = subject.first - 1;
  if (!/^(that|which)$/.test(lowerOf(reading, pronoun)) || subject.how === "inherited") return undefined;
  if (!isNoun(tagOf(reading, pronoun - 1)) && !isComma(lowerOf(reading, pronoun - 1))) return undefined;
  let start = pronoun - 1;
  if (isComma(lowerOf(reading, start))) start--;
  while (start > first && !isComma(lowerOf(reading, start - 1)) && !isVerb(tagOf(reading, start - 1))) start--;
  return start < pronoun && pronoun - start < 16 ? { first: start, last: pronoun } : undefined;
}

/** From the first token of content to the end of its quotation (with what was said after the closing mark left out) or of the sentence. */
export function contentFrom(reading: Reading, start: number, last: number): TokenRange {
  let at = start;
  while (at < last && isQuoteMark(lowerOf(reading, at))) at++;
  const quote = reading.quoteAt[at] ?? -1;
  if (at > start && quote >= 0) {
    let end = at;
    while (end < reading.tokens.count && reading.quoteAt[end] === quote) end++;
    if (end < reading.tokens.count && isQuoteMark(lowerOf(reading, end))) end++;
    // A quotation that opens the content and ends early is only its first words: "said “ties” are strong".
    const next = lowerOf(reading, end);
    // `Saying that “masked professionals”, who …, had opened fire`: a quotation without a finite verb is only the first phrase of what is said.
    let clause = end >= last;
    for (let i = at; i < end && !clause; i++) clause = /^(VBZ|VBP|VBD|MD)$/.test(tagOf(reading, i));
    if (!clause && isComma(next)) return { first: start, last };
    if (
      end >= last ||
      /^[,.?!;—]$/.test(lowerOf(reading, lastInside(reading, end))) ||
      isComma(next) ||
      next === "." ||
      next === ";" ||
      next === "and" ||
      next === "—"
    )
      return { first: start, last: Math.max(end, at + 1) };
  }
  return { first: start, last };
}

function lastInside(reading: Reading, end: number): number {
  return isQuoteMark(lowerOf(reading, end - 1)) ? end - 2 : end - 1;
}

// ---------------------------------------------------------------- adjectives, nouns, prepositions

function adjectiveAt(reading: Reading, i: number, sentence: number): CueMatch | undefined {
  const rows = ADJECTIVES.get(lowerOf(reading, i));
  if (rows === undefined) return undefined;
  const { first, last } = reading.sentences[sentence] ?? { first: 0, last: 0 };
  let copula = i - 1;
  while (copula > first && isAdverb(tagOf(reading, copula))) copula--;
  if (!/^(be|remain|stand|feel|'s|'re|'m|’s|’re|’m|am|is|are|was|were)$/.test(lemmaOf(reading, copula)) || !isVerb(tagOf(reading, copula)))
    return undefined;
  const group = verbGroupAt(reading, copula);
  if (group.negated || group.modal !== undefined || group.form !== "finite") return undefined;
  // "It was not immediately clear how", "is not concerned about": the negation stands behind the copula.
  for (let k = copula + 1; k < i; k++) if (/^(not|n't|n’t|never|no)$/.test(lowerOf(reading, k))) return undefined;
  const subject = subjectOf(reading, group);
  for (const row of rows) {
    const right = complementOf(reading, row, { ...group, last: i + 1 }, last);
    if (right === undefined) continue;
    return {
      ...cueMatch(row, group, sentence, {
        frame: right.frame,
        content: [contentFrom(reading, right.start, last)],
        side: "before",
        ...(subject === undefined ? {} : { subject }),
        cueEnd: i + 1,
      }),
      token: i,
      cue: { first: i, last: i + 1 },
    };
  }
  return undefined;
}
