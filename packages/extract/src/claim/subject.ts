import { isCalendarWord } from "../calendar-words.ts";
import { VERB_CUES } from "./cue-table.ts";
import {
  dependants,
  isAdverb,
  isComma,
  isNoun,
  isQuoteMark,
  isVerb,
  labelOf,
  lemmaOf,
  lowerOf,
  mentionOver,
  type Reading,
  tagOf,
} from "./reading.ts";
import { beforeConversation, titleAndName, titleStart } from "./title-and-name.ts";
import { type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** Noun phrase as a run of tokens `[first, last)` without its prepositional phrases; a mention is never cut. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Who does what a verb says: the noun phrases, coordinated ones apart, and how they were found. */
export interface Subject {
  readonly phrases: readonly NounPhrase[];
  /** Where the words of the subject (and of what belongs to it) begin. */
  readonly first: number;
  readonly how: "tree" | "chunk" | "both" | "inherited" | "inverted" | "agent" | "possessor";
  /** The earlier verb of saying that an inherited subject is shared with. */
  readonly partner?: number;
}

/** A piece of a sentence cut into noun phrases and what stands between them. */
export type Piece =
  | { readonly kind: "np"; readonly first: number; readonly last: number; readonly head: number }
  | {
      readonly kind: "preposition" | "comma" | "conjunction" | "relative" | "verb" | "quote" | "other";
      readonly first: number;
      readonly last: number;
    };

const NP_TAG = /^(DT|PDT|PRP\$|PRP|JJ[RS]?|CD|NNP?S?|POS|AFX|EX|\$|FW|ADD)$/;
const INNER_TAG = /^(VBN|VBG|HYPH|RBR|RBS|:)$/;

/** Cuts tokens `[first, last)` into noun phrases, prepositions, commas, verbs. Quoted speech is one piece: its words are no part of the sentence around it. */
export function piecesOf(reading: Reading, first: number, last: number, insideQuote: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = first; i < last; ) {
    const quote = reading.quoteAt[i] ?? -1;
    if (quote >= 0 && quote !== insideQuote && reading.annotated.quotations[quote]?.kind === "speech" && insideQuote < 0) {
      const begin = i;
      while (i < last && (reading.quoteAt[i] ?? -1) >= 0) i++;
      pieces.push({ kind: "quote", first: begin, last: i });
      continue;
    }
    const bracket = bracketEnd(reading, i, last);
    if (bracket > i) {
      i = bracket;
      continue;
    }
    const phrase = nounPhraseFrom(reading, i, last);
    if (phrase !== undefined) {
      pieces.push({ kind: "np", ...phrase });
      i = phrase.last;
      continue;
    }
    const word = lowerOf(reading, i);
    const tag = tagOf(reading, i);
    const kind: Exclude<Piece["kind"], "np"> =
      isComma(word) || word === "(" || word === ")" || word === "—" || word === "–" || word === "--"
        ? "comma"
        : isQuoteMark(word)
          ? "other"
          : tag === "WDT" || tag === "WP" || tag === "WRB" || (word === "that" && i > first && isNoun(tagOf(reading, i - 1)))
            ? "relative"
            : tag === "CC" && word !== "both"
              ? "conjunction"
              : tag === "IN" || tag === "TO"
                ? "preposition"
                : isVerb(tag)
                  ? "verb"
                  : "other";
    pieces.push({ kind, first: i, last: i + 1 });
    i++;
  }
  return pieces;
}

/** End of a short bracket ("(ROK)", "[KPA]") that begins at `i`: it renames what stands before it. `i` when there is none. */
function bracketEnd(reading: Reading, i: number, last: number): number {
  if (!/^[([]$/.test(lowerOf(reading, i))) return i;
  for (let k = i + 1; k < Math.min(last, i + 7); k++) if (/^[)\]]$/.test(lowerOf(reading, k))) return k + 1;
  return i;
}

/** The noun phrase that begins at `i`, or nothing. */
export function nounPhraseFrom(reading: Reading, i: number, limit: number): NounPhrase | undefined {
  let j = i;
  let head = -1;
  while (j < limit) {
    const mention = mentionOver(reading, j);
    const tag = tagOf(reading, j);
    // "Beijing disputed": a name stays one whatever its ending looks like to the tagger.
    const named = mention !== undefined && (!isVerb(tag) || (/^(name|metonym)$/.test(mention.kind) && tag === "VBG"));
    if (mention !== undefined && named && mention.first === j && mention.last <= limit) {
      if (head >= 0 && tag === "PRP") break;
      head = mention.head >= mention.first && mention.head < mention.last ? mention.head : mention.last - 1;
      j = mention.last;
      continue;
    }
    const word = lowerOf(reading, j);
    if (word === "that" || word === "there") break;
    // "U.N. experts last year described": a time after a finished phrase.
    if (head >= 0 && /^(last|this|next|earlier|late)$/.test(word) && isTimeNoun(lowerOf(reading, j + 1))) break;
    if (NP_TAG.test(tag)) {
      if (head >= 0 && (tag === "DT" || tag === "PDT" || tag === "PRP" || tag === "PRP$" || tag === "EX")) break;
      // "Park Jin-woo": what is joined to a name by a hyphen belongs to it.
      const joined = head >= 0 && /^[-‐‑]$/.test(lowerOf(reading, j - 1)) && mentionOver(reading, head)?.kind === "name";
      if (joined) {
        j++;
        continue;
      }
      if (isNoun(tag) || tag === "PRP" || tag === "CD" || (tag === "DT" && head < 0) || (tag === "JJ" && head < 0)) head = j;
      j++;
      continue;
    }
    // "the government's top arms control official": a noun that the tagger took for a verb, between nouns of one phrase.
    if (
      head >= 0 &&
      /^VBP?$/.test(tag) &&
      j + 1 < limit &&
      isNoun(tagOf(reading, j + 1)) &&
      isNoun(tagOf(reading, j - 1)) &&
      possessiveWithin(reading, i, j)
    ) {
      j++;
      continue;
    }
    // Inside a phrase: "combined forces", "long-range", “deleterious” deal.
    const inner = (j > i && (INNER_TAG.test(tag) || word === "-" || word === "/")) || (j === i && (tag === "VBN" || tag === "VBG"));
    if (
      inner &&
      j + 1 < limit &&
      (isNoun(tagOf(reading, j + 1)) || tagOf(reading, j + 1).startsWith("JJ")) &&
      (head < 0 || (head === j - 1 && /^(the|a|an)$/.test(lowerOf(reading, head))) || word === "-" || word === "/" || tag === "HYPH")
    ) {
      // "repeated requests", "repeated American requests".
      const named = isNoun(tagOf(reading, j + 1)) || (tagOf(reading, j + 1).startsWith("JJ") && isNoun(tagOf(reading, j + 2)));
      if (j === i && !(tag === "VBN" && named)) break;
      j++;
      continue;
    }
    if (j > i && word === "-" && j + 1 < limit) {
      j += 2;
      continue;
    }
    if (j > i && isQuoteMark(word) && reading.quoteAt[j] === -1 && j + 1 < limit && head < 0) {
      j++;
      continue;
    }
    break;
  }
  // "called the report baseless": an adjective after the head is no part of the phrase.
  while (head >= 0 && j > head + 1 && tagOf(reading, j - 1).startsWith("JJ") && mentionOver(reading, j - 1) === undefined) j--;
  return head < 0 ? undefined : { first: i, last: j, head };
}

/** "Last week", "next March", "earlier in the day". */
const isTimeNoun = (word: string): boolean =>
  isCalendarWord(word) || /^(week|month|year|night|spring|summer|autumn|fall|winter|in)$/.test(word);

function possessiveWithin(reading: Reading, first: number, last: number): boolean {
  for (let k = first; k < last; k++)
    if (tagOf(reading, k) === "POS" || /^(the|a|an|this|that|its|their|our)$/.test(lowerOf(reading, k))) return true;
  return false;
}

/** Subject of a verb group, by the tree where there is one and by the phrases to the left of the verb. */
export function subjectOf(reading: Reading, group: VerbGroup): Subject | undefined {
  const key = group.form === "finite" ? group.head : -group.head - 1;
  if (reading.subjects.has(key)) return reading.subjects.get(key);
  const subject = findSubject(reading, group);
  reading.subjects.set(key, subject);
  return subject;
}

function findSubject(reading: Reading, group: VerbGroup): Subject | undefined {
  const inner =
    group.form !== "finite"
      ? inherit(reading, group)
      : inSeries(reading, group)
        ? (inherit(reading, group) ?? byPhrases(reading, group))
        : byPhrases(reading, group);
  const tree = group.form === "finite" ? byTree(reading, group) : undefined;
  if (tree === undefined) return inner;
  if (inner === undefined) return tree;
  const agrees = inner.phrases.some((p) => tree.phrases.some((q) => p.first < q.last && q.first < p.last));
  if (agrees) return { ...inner, how: "both" };
  // "They noted that the ships had sailed, but did not conclude that": whoever noted also concludes, not the ships.
  const { partner } = inner;
  if (partner !== undefined && tree.first > partner && /^(but|yet)$/.test(lowerOf(reading, group.first - 1))) return inner;
  // A phrase next to the verb with nothing but adverbs between is better evidence than a long arc.
  return inner.how === "inherited" ? tree : inner;
}

/** "We reaffirm our commitment, condemn any threats and call on all states": a bare form behind a comma goes on what a singular before it can't begin. */
function inSeries(reading: Reading, group: VerbGroup): boolean {
  if (group.first !== group.head || !isComma(lowerOf(reading, group.head - 1))) return false;
  if (tagOf(reading, group.head) === "VB") return true;
  return (
    tagOf(reading, group.head) === "VBP" &&
    /^(NN|VBG|RB)$/.test(tagOf(reading, group.head - 2)) &&
    mentionOver(reading, group.head - 2) === undefined
  );
}

function byTree(reading: Reading, group: VerbGroup): Subject | undefined {
  if (!reading.parsed) return undefined;
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined) return undefined;
  const nominal = dependants(reading, group.head).find((i) => /^nsubj/.test(labelOf(reading, i)) && i < group.head);
  if (nominal === undefined) return undefined;
  if (/^(who|which|that)$/.test(lowerOf(reading, nominal))) return undefined;
  const heads = [nominal, ...dependants(reading, nominal).filter((i) => labelOf(reading, i) === "conj" && i < group.head)];
  const phrases = heads
    .map((head) => phraseAround(reading, head, sentence.first, group.first))
    .filter((p): p is NounPhrase => p !== undefined);
  return phrases.length === 0 ? undefined : { phrases, first: Math.min(...phrases.map((p) => p.first)), how: "tree" };
}

/** The noun phrase that a token is part of. */
export function phraseAround(reading: Reading, head: number, floor: number, ceiling: number): NounPhrase | undefined {
  for (const piece of piecesOf(reading, floor, Math.max(ceiling, head + 1), reading.quoteAt[head] ?? -1)) {
    if (piece.kind === "np" && piece.first <= head && head < piece.last) return { first: piece.first, last: piece.last, head: piece.head };
  }
  return undefined;
}

function byPhrases(reading: Reading, group: VerbGroup): Subject | undefined {
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined) return undefined;
  const pieces = piecesOf(reading, sentence.first, group.first, reading.quoteAt[group.head] ?? -1);
  let at = pieces.length - 1;
  const skip = (): void => {
    for (let piece = pieces[at]; piece !== undefined && piece.kind === "other" && isSkippable(reading, piece.first); piece = pieces[at])
      at--;
  };
  skip();
  // "Blinken and Rutte both highlighted": the quantifier floats.
  const floating = pieces[at];
  if (
    floating?.kind === "np" &&
    floating.last - floating.first === 1 &&
    /^(both|all|each)$/.test(lowerOf(reading, floating.first)) &&
    pieces[at - 1]?.kind === "np"
  )
    at--;
  const last = pieces[at];
  if (last === undefined) return undefined;
  if (last.kind === "conjunction") return inherit(reading, group);
  if (last.kind === "comma") {
    // "X, the minister, said", "X, who met Y, said", "The allies, in a statement, said": the phrase before the parenthesis.
    const before = named(reading, pieces, beforeParenthesis(reading, pieces, at));
    // "the department's senior official for X, Jung Pak, said": the name is in the apposition.
    const name = pieces[at - 1];
    if (
      before >= 0 &&
      name?.kind === "np" &&
      pieces[at - 2]?.kind === "comma" &&
      isPerson(reading, name.head) &&
      pieces[before]?.kind === "np" &&
      !isPerson(reading, headOf(pieces[before]))
    ) {
      const outer = collect(reading, pieces, before);
      return { phrases: [{ first: name.first, last: name.last, head: name.head }], first: outer?.first ?? name.first, how: "chunk" };
    }
    if (before >= 0) return collect(reading, pieces, before) ?? collect(reading, pieces, at - 1);
    const nearest = pieces[at - 1];
    if (nearest?.kind === "np" && !afterPreposition(pieces, at - 1)) return collect(reading, pieces, at - 1);
    return inherit(reading, group);
  }
  if (last.kind === "relative") {
    const before = pieces[at - 1]?.kind === "comma" ? at - 2 : at - 1;
    return pieces[before]?.kind === "np" ? collect(reading, pieces, before, true) : undefined;
  }
  if (last.kind === "np") {
    const relative = relativeBeforeAdjunct(pieces, at);
    if (relative > 0) {
      const antecedent = pieces[relative - 1]?.kind === "comma" ? relative - 2 : relative - 1;
      if (pieces[antecedent]?.kind === "np") return collect(reading, pieces, antecedent, true);
    }
    return collect(reading, pieces, at);
  }
  return undefined;
}

/** "X, the minister, recently visited Chad, warned": what stands in apposition to a person is that person. */
function named(reading: Reading, pieces: readonly Piece[], at: number): number {
  let title = at;
  while (pieces[title]?.kind === "np" && pieces[title - 1]?.kind === "preposition" && pieces[title - 2]?.kind === "np") title -= 2;
  const person = pieces[title - 2];
  if (title < 2 || pieces[title - 1]?.kind !== "comma" || person?.kind !== "np" || !isPerson(reading, person.head)) return at;
  if (pieces[title]?.kind !== "np" || isPerson(reading, headOf(pieces[title]))) return at;
  const before = pieces[title - 3];
  return before?.kind === "preposition" && !SUBORDINATOR.test(lowerOf(reading, before.first)) ? at : title - 2;
}

const SUBORDINATOR = /^(while|as|although|though|because|since|after|before|that|if|whereas|when)$/;

/** "Tokyo, which in December agreed": the relative pronoun before the adjunct at piece `at`; -1 for none. */
function relativeBeforeAdjunct(pieces: readonly Piece[], at: number): number {
  let i = at;
  while (pieces[i]?.kind === "np" && pieces[i - 1]?.kind === "preposition") i -= 2;
  if (pieces[i]?.kind === "comma") i--;
  return i < at && pieces[i]?.kind === "relative" ? i : -1;
}

const headOf = (piece: Piece | undefined): number => (piece?.kind === "np" ? piece.head : -1);

function isPerson(reading: Reading, head: number): boolean {
  const mention = mentionOver(reading, head);
  return mention?.type === "Person" && mention.kind !== "nominal" && mention.kind !== "title";
}

function isSkippable(reading: Reading, i: number): boolean {
  return (
    isAdverb(tagOf(reading, i)) ||
    isQuoteMark(lowerOf(reading, i)) ||
    tagOf(reading, i) === "RP" ||
    /^(both|all|each)$/.test(lowerOf(reading, i))
  );
}

/** Index of the piece that a parenthesis closing at comma `at` hangs on; -1 when that comma opens nothing. */
function beforeParenthesis(reading: Reading, pieces: readonly Piece[], at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece?.kind === "quote") return -1;
    if (piece?.kind !== "comma") continue;
    const before = pieces[i - 1];
    if (before?.kind !== "np" || opensClause(pieces, i - 1)) continue;
    // "X, speaking in Vientiane, Laos, said": the town belongs to the participle, and the country to the town.
    const verb = pieces[i - 3];
    if (pieces[i - 2]?.kind === "preposition" && verb?.kind === "verb" && tagOf(reading, verb.last - 1) === "VBG") {
      const holder = pieces[i - 4]?.kind === "comma" ? i - 5 : i - 4;
      if (pieces[holder]?.kind === "np") return holder;
      continue;
    }
    return i - 1;
    // A list inside the parenthesis: look one comma further.
  }
  return -1;
}

/** A phrase directly after a sentence-initial preposition ("In April, …") is no subject. */
function opensClause(pieces: readonly Piece[], at: number): boolean {
  let i = at;
  while (pieces[i - 1]?.kind === "preposition" && pieces[i - 2]?.kind === "np") i -= 2;
  const before = pieces[i - 1];
  return before?.kind === "preposition" && (i - 2 < 0 || pieces[i - 2]?.kind === "comma" || pieces[i - 2]?.kind === "other");
}

function afterPreposition(pieces: readonly Piece[], at: number): boolean {
  return pieces[at - 1]?.kind === "preposition";
}

/** Gathers the subject that ends at piece `at`: back over prepositional phrases to the head, then over coordination. */
function collect(reading: Reading, pieces: readonly Piece[], at: number, nearest = false): Subject | undefined {
  let head = at;
  if (pieces[head]?.kind !== "np") {
    while (head >= 0 && pieces[head]?.kind !== "np") {
      if (pieces[head]?.kind === "comma" || pieces[head]?.kind === "verb") return undefined;
      head--;
    }
    if (head < 0) return undefined;
  }
  for (let guard = 0; guard < 12; guard++) {
    const coordinated = coordinatedBefore(reading, pieces, head) >= 0 ? coordinationStart(reading, pieces, head) : head;
    const before = pieces[coordinated - 1];
    const named = titleAndName(reading, pieces, head);
    // "The talks failed to produce much as Palestinian delegates refused": "as" opens a clause before whoever acts in it.
    const current = pieces[head];
    const opens =
      before?.kind === "preposition" &&
      (/^(because|while|although|though|if|when|whereas|that|whether|once|unless)$/.test(lowerOf(reading, before.first)) ||
        (lowerOf(reading, before.first) === "as" &&
          current?.kind === "np" &&
          (mentionOver(reading, current.head) !== undefined || /^(NNS|NNPS|PRP)$/.test(tagOf(reading, current.head)))));
    if (opens) break;
    // "A volunteer who survived the attack told": a relative clause without commas.
    if (
      !nearest &&
      before?.kind === "verb" &&
      pieces[coordinated - 2]?.kind === "relative" &&
      /^(who|which|that)$/.test(lowerOf(reading, pieces[coordinated - 2]?.first ?? -1)) &&
      pieces[coordinated - 3]?.kind === "np"
    ) {
      head = coordinated - 3;
      continue;
    }
    const talked = named ? beforeConversation(reading, pieces, head) : -1;
    if (talked >= 0) {
      head = talked;
      continue;
    }
    if (before?.kind === "preposition" && pieces[coordinated - 2]?.kind === "np" && !named) {
      head = coordinated - 2;
      continue;
    }
    // "Two people familiar with the matter said": an adjective with its complement.
    const here = pieces[head];
    if (!nearest && here?.kind === "np" && tagOf(reading, here.head) === "JJ" && pieces[head - 1]?.kind === "np") {
      head -= 1;
      continue;
    }
    // "Historians examining the records report": a participle between two phrases.
    if (!nearest && before?.kind === "verb" && pieces[coordinated - 2]?.kind === "np" && /^VB[GN]$/.test(tagOf(reading, before.first))) {
      head = coordinated - 2;
      continue;
    }
    // "Sergey Lavrov speaking in Muscat said".
    const outer = pieces[coordinated - 2];
    if (
      !nearest &&
      before?.kind === "preposition" &&
      outer?.kind === "verb" &&
      /^VB[GN]$/.test(tagOf(reading, outer.first)) &&
      pieces[coordinated - 3]?.kind === "np"
    ) {
      head = coordinated - 3;
      continue;
    }
    if (
      !nearest &&
      before?.kind === "verb" &&
      pieces[coordinated - 2]?.kind === "preposition" &&
      pieces[coordinated - 3]?.kind === "np" &&
      tagOf(reading, before.first) === "VB"
    ) {
      head = coordinated - 3;
      continue;
    }
    break;
  }
  const headPiece = pieces[head];
  if (headPiece?.kind !== "np") return undefined;
  const inTitle = titleAndName(reading, pieces, head);
  const start = !inTitle && coordinatedBefore(reading, pieces, head) >= 0 ? coordinationStart(reading, pieces, head) : head;
  const first = titleStart(reading, pieces, start);
  const before = pieces[first - 1];
  if (before?.kind === "preposition" && first === start && isPurePreposition(reading, before.first)) return undefined;
  const phrases: NounPhrase[] = [];
  for (let i = start; i <= head; i++) {
    const piece = pieces[i];
    if (piece?.kind === "np" && (i === start || pieces[i - 1]?.kind !== "preposition"))
      phrases.push({ first: piece.first, last: piece.last, head: piece.head });
  }
  return phrases.length === 0 ? undefined : { phrases, first: pieces[first]?.first ?? headPiece.first, how: "chunk" };
}

const SUBORDINATORS = new Set([
  "that",
  "because",
  "while",
  "as",
  "after",
  "before",
  "although",
  "though",
  "since",
  "if",
  "when",
  "whereas",
  "until",
  "so",
  "whether",
  "than",
  "once",
  "unless",
]);
const isPurePreposition = (reading: Reading, i: number): boolean => !SUBORDINATORS.has(lowerOf(reading, i));

/** Index of the phrase that "and" joins to the one at `at` ("A and B", "A, B, and C"); -1 for none, and where a new clause begins (", but B said", "met A, and B said"). */
function coordinatedBefore(reading: Reading, pieces: readonly Piece[], at: number): number {
  const conjunction = pieces[at - 1];
  if (conjunction?.kind !== "conjunction" || !/^(and|or|&|as)$/.test(lowerOf(reading, conjunction.first))) return -1;
  if (pieces[at - 2]?.kind === "np") return at - 2;
  if (pieces[at - 2]?.kind !== "comma" || pieces[at - 3]?.kind !== "np" || !sameKind(reading, pieces[at - 3], pieces[at])) return -1;
  let first = at - 3;
  while (pieces[first - 1]?.kind === "comma" && pieces[first - 2]?.kind === "np" && sameKind(reading, pieces[first - 2], pieces[first]))
    first -= 2;
  return pieces[first - 1]?.kind === "verb" || pieces[first - 1]?.kind === "preposition" ? -1 : at - 3;
}

/** First phrase of "A, B and C" / "A and B" that ends at piece `at`. */
function coordinationStart(reading: Reading, pieces: readonly Piece[], at: number): number {
  let first = coordinatedBefore(reading, pieces, at);
  // "…the border, A and B": only things of one kind make a list.
  while (coordinatedBefore(reading, pieces, first) >= 0) first = coordinatedBefore(reading, pieces, first);
  while (pieces[first - 1]?.kind === "comma" && pieces[first - 2]?.kind === "np" && sameKind(reading, pieces[first - 2], pieces[first]))
    first -= 2;
  return first;
}

function sameKind(reading: Reading, a: Piece | undefined, b: Piece | undefined): boolean {
  if (a?.kind !== "np" || b?.kind !== "np") return false;
  const kind = (head: number): string => mentionOver(reading, head)?.type.replace("Territory", "State") ?? "none";
  return kind(a.head) === kind(b.head);
}

/** Subject of a verb that has none of its own: the nearest earlier verb of the same tense ("emphasised … and welcomed"), or the main verb of a participle (", adding that"). */
function inherit(reading: Reading, group: VerbGroup): Subject | undefined {
  const sentence = reading.sentences[reading.tokens.sentence[group.head] ?? -1];
  if (sentence === undefined) return undefined;
  if (group.form === "participle" && group.first - sentence.first < 2) return subjectAhead(reading, group, sentence.last);
  const quote = reading.quoteAt[group.head] ?? -1;
  let plain: Subject | undefined;
  let fallback: Subject | undefined;
  for (let i = group.first - 1; i >= sentence.first; i--) {
    if (!isVerb(tagOf(reading, i)) || tagOf(reading, i) === "MD" || (reading.quoteAt[i] ?? -1) !== quote) continue;
    const other = verbGroupAt(reading, i);
    if (other.form !== "finite" || /^(who|which|that|where|when)$/.test(lowerOf(reading, other.first - 1))) continue;
    const agrees = group.form !== "finite" || group.tense === "none" || other.tense === group.tense;
    const subject = subjectOf(reading, other);
    if (subject === undefined) continue;
    // A verb of saying is the likelier partner: "emphasised that the U.S. will act and expressed concern", "said Y was true, adding that".
    if (agrees && SPEECH_LEMMAS.has(lemmaOf(reading, i))) return { ...subject, how: "inherited", partner: i };
    if (agrees && (group.form === "finite" || plain === undefined || startsClause(subject, sentence.first)))
      plain ??= { ...subject, how: "inherited" };
    fallback ??= { ...subject, how: "inherited" };
  }
  return plain ?? fallback;
}

/** "Calling the visit a provocation, the ministry said": the subject of the clause that an opening participle waits for. */
function subjectAhead(reading: Reading, group: VerbGroup, last: number): Subject | undefined {
  let comma = -1;
  for (let i = group.last; i < last; i++) {
    if (isComma(lowerOf(reading, i)) && (reading.quoteAt[i] ?? -1) < 0) comma = i;
    if (comma < 0 || !/^(VBD|VBZ|VBP|MD)$/.test(tagOf(reading, i)) || (reading.quoteAt[i] ?? -1) >= 0) continue;
    const main = verbGroupAt(reading, i);
    if (main.form !== "finite") continue;
    const subject = subjectOf(reading, main);
    // "…, which the academy has developed": another clause's.
    if (subject !== undefined && /^(which|that|who|whom|whose)$/.test(lowerOf(reading, subject.first - 1))) continue;
    if (subject !== undefined && subject.how !== "inherited" && subject.first > comma - 1 && subject.first > group.last)
      return { ...subject, how: "inherited" };
  }
  return undefined;
}

function startsClause(subject: Subject, sentenceFirst: number): boolean {
  return subject.first === sentenceFirst;
}

/** Rows whose verbs mean something else without their particle or their "that": no partners for a participle. */
const NO_PARTNER: ReadonlySet<string> = new Set(["say-that", "estimate-at", "express-light"]);
const SPEECH_LEMMAS: ReadonlySet<string> = new Set(
  VERB_CUES.filter((row) => row.weak !== true && row.particle === undefined && !NO_PARTNER.has(row.id)).flatMap((row) => row.lemmas),
);
