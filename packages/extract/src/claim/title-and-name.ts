import { lemmaOf, lowerOf, mentionOver, type Reading } from "./reading.ts";
import type { NounPhrase, Piece } from "./subject.ts";

const TITLE_NOUNS = new Set([
  "secretary",
  "minister",
  "director",
  "assistant",
  "deputy",
  "under",
  "undersecretary",
  "chief",
  "adviser",
  "advisor",
  "commander",
  "president",
  "chairman",
  "chairwoman",
  "chair",
  "spokesman",
  "spokeswoman",
  "spokesperson",
  "ambassador",
  "representative",
  "envoy",
  "general",
  "admiral",
  "head",
  "official",
  "leader",
  "member",
  "senator",
  "coordinator",
  "governor",
]);

/** "Under Secretary of State for Arms Control Bonnie Jenkins": the preposition is part of a title before a person's name. */
export function titleAndName(reading: Reading, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== "np" || mentionOver(reading, piece.head)?.type !== "Person") return false;
  // A bare name after a preposition is its object ("an ally of Putin said"); a name after title words is not.
  const mention = mentionOver(reading, piece.head);
  if (mention !== undefined && mention.first <= piece.first && pieces[at - 2]?.kind === "np") {
    const before = pieces[at - 2];
    return before?.kind === "np" && mention.kind === "title" && TITLE_NOUNS.has(lemmaOf(reading, before.head));
  }
  for (let i = at - 2; i >= 0 && i >= at - 12; i--) {
    const before = pieces[i];
    if (before === undefined || before.kind === "comma" || before.kind === "verb") return false;
    // "the head of the ministry of Estonia Margus Tsahkna": two names side by side need no capitals to be a title and its holder.
    if (before.kind !== "np" || !TITLE_NOUNS.has(lemmaOf(reading, before.head))) continue;
    if (/^\p{Lu}/u.test(reading.tokens.norm[before.head] ?? "") || followsName(reading, piece)) return true;
  }
  return false;
}

/** Does another name stand right before the person's in the same phrase ("Estonia Margus Tsahkna")? */
function followsName(reading: Reading, piece: NounPhrase): boolean {
  const person = mentionOver(reading, piece.head);
  const other = person === undefined || person.first <= piece.first ? undefined : mentionOver(reading, person.first - 1);
  return other !== undefined && other.entity !== person?.entity;
}

/** "The minister in a telephone conversation with Secretary of State Bob Hall noted": the one who talks stands before the talk; -1 for none. */
export function beforeConversation(reading: Reading, pieces: readonly Piece[], at: number): number {
  for (let i = at - 1; i >= 3; i--) {
    const piece = pieces[i];
    if (piece?.kind === "comma" || piece?.kind === "verb") return -1;
    const talk = pieces[i - 1];
    if (piece?.kind !== "preposition" || lowerOf(reading, piece.first) !== "with" || talk?.kind !== "np") continue;
    if (!/^(conversation|call|talk|talks|meeting|interview|conference|discussion)$/.test(lemmaOf(reading, talk.head))) return -1;
    return pieces[i - 2]?.kind === "preposition" && pieces[i - 3]?.kind === "np" ? i - 3 : -1;
  }
  return -1;
}

/** First piece of the title that stands before a name; the piece itself where there is none. */
export function titleStart(reading: Reading, pieces: readonly Piece[], at: number): number {
  if (!titleAndName(reading, pieces, at)) return at;
  let first = at;
  for (let i = at - 1; i >= 0 && pieces[i]?.kind !== "comma" && pieces[i]?.kind !== "verb" && pieces[i]?.kind !== "quote"; i--) {
    const piece = pieces[i];
    if (piece?.kind === "np") first = i;
    if (piece?.kind === "np" && TITLE_NOUNS.has(lemmaOf(reading, piece.head))) break;
  }
  return first;
}
