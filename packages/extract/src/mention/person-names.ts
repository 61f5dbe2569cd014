import type { MentionContext, MentionDraft } from "./context.ts";
import { nameEndInHeadline } from "./headline-names.ts";
import { NO_NAME_STARTS, nameHead } from "./name-heads.ts";
import { isAllCaps, isBracketedAcronym, isCapitalised, type Piece } from "./pieces.ts";
import {
  FAMILY_FIRST,
  GIVEN_NAMES,
  HEADLINE_WORDS,
  NAME_PARTICLES,
  NOT_IN_NAMES,
  RANKS,
  TITLE_HEADS,
  TITLE_MODIFIERS,
} from "./title-words.ts";

/** A person's name as it stands in the text, before it is decided who that is. Pieces `[first, last)`. */
export interface PersonSighting {
  readonly first: number;
  readonly last: number;
  /** Name words without initials and particles, as written. */
  readonly words: readonly string[];
  readonly evidence: "knowledge-base" | "title" | "rank" | "given-name" | "family-first" | "apposition" | "kin" | "speech";
  /** Id, where the gazetteer knows the full name. */
  readonly known?: string;
}

const SPEECH =
  /^(said|says|told|added|adds|stated|announced|warned|noted|argued|wrote|explained|claimed|insisted|confirmed|denied|declared|vowed|testified|tweeted|acknowledged|emphasized|stressed|remarked|commented|replied|responded|met|visited|arrived|travell?ed|spoke|hosted|signed|received|called|urged|ordered|became|was|served|described|discovered|resigned)$/;

/**
 * Finds persons' names: those the gazetteer knows, those after a title or rank, those that begin with a known given name or an East Asian family
 * name, and two or three capitalised words with a post in apposition or a verb of speech beside them.
 */
export function personSightings(context: MentionContext, taken: ReadonlyMap<number, MentionDraft>): PersonSighting[] {
  const { pieces } = context;
  const sightings: PersonSighting[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const draft = taken.get(at);
    if (draft?.type === "Person" && draft.entity !== undefined && draft.kind === "name") {
      let first = at;
      // "Vladimir" + "Vladimirovich" + "Putin" is tried below; initials before a known name belong to it.
      while (first > 0 && isInitials(pieces[first - 1])) first--;
      const last = withSuffix(pieces, patronymicEnd(pieces, draft.last));
      sightings.push({ first, last, words: nameWords(pieces, first, last), evidence: "knowledge-base", known: draft.entity });
      at = last - 1;
      continue;
    }
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word" || !isNameStart(pieces, at)) continue;
    const run = nameEnd(pieces, at, taken);
    const end = run === at ? at : nameEndInHeadline(context, at, run);
    if (end === at) continue;
    const evidence =
      evidenceFor(context, at, end, taken) ?? (joinsPerson(pieces, sightings.at(-1), at, end, taken) ? "apposition" : undefined);
    if (evidence === undefined) continue;
    const last = withSuffix(pieces, end);
    sightings.push({ first: at, last, words: nameWords(pieces, at, end), evidence });
    at = last - 1;
  }
  return sightings;
}

/** Words between a name and the father's. */
const FATHERS = /^(?:bin|ibn|bint)$/;

/** "King Salman | bin Abdulaziz Al Saud": fathers and houses go on behind the name that is known. */
function patronymicEnd(pieces: readonly Piece[], end: number): number {
  if (!/^(bin|ibn|bint|binti)$/.test(pieces[end]?.key ?? "")) return end;
  let at = end;
  while (at < end + 9) {
    const piece = pieces[at];
    if (piece === undefined || piece.lineStart || piece.kind === "mark" || piece.kind === "possessive") break;
    if (piece.kind === "hyphen" ? piece.space : !(isCapitalised(piece) || /^(bin|ibn|al|bint|binti)$/.test(piece.key))) break;
    at++;
  }
  return at;
}

function isNameStart(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  if (!isCapitalised(piece)) {
    // "de Mistura", "al-Freiji" after a title.
    return (
      NAME_PARTICLES.has(piece.key) &&
      piece.key.length > 1 &&
      isCapitalised(pieces[behindParticles(pieces, at)] ?? piece) &&
      titleBefore(pieces, at) !== undefined
    );
  }
  // "Prince Sultan bin Abdulaziz": a title that a father's name follows is a name
  const hasFather = FATHERS.test(pieces[at + 1]?.key ?? "");
  if (TITLE_HEADS.has(piece.key) && piece.key !== "pope" && piece.key !== "prince" && !hasFather) return false;
  if (NOT_IN_NAMES.has(piece.key) || NO_NAME_STARTS.has(piece.key) || nameHead(piece.text) !== undefined) return false;
  // "Commodore Andrew Burns": a rank spelt out is none of the name; alone it may be one ("Major said").
  const ranksNext = pieces[at + 1]?.kind === "word" && !pieces[at + 1]?.lineStart && isCapitalised(pieces[at + 1] as Piece);
  if (RANKS.has(piece.key) && (piece.text.length <= 5 || RANKS.get(piece.key) === false || ranksNext)) return false;
  // The complement of a title ends where the initials begin: "for Nonproliferation C.S. Eliot Kang".
  const next = pieces[at + 1];
  if (next !== undefined && next.text.length > 1 && !isInitials(piece) && isInitials(next) && opensAfterTitle(pieces, at)) return false;
  // "Assistant Secretary C.S. Eliot Kang": initials, not an acronym
  if (isInitials(piece) && next?.kind === "word" && isCapitalised(next) && !isAllCaps(next) && at > 0 && opensAfterTitle(pieces, at))
    return true;
  return !(isAllCaps(piece) && piece.text.length <= 4 && !FAMILY_FIRST.has(piece.key));
}

/** The first piece behind "de", "al-", "von der". */
function behindParticles(pieces: readonly Piece[], at: number): number {
  let next = at + 1;
  while (pieces[next]?.kind === "hyphen" || (next < at + 3 && NAME_PARTICLES.has(pieces[next]?.key ?? "") && pieces[next]?.kind === "word"))
    next++;
  return next;
}

/** A title word ends not far before, with nothing but its complement between: "Secretary of State for Nonproliferation". */
function opensAfterTitle(pieces: readonly Piece[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 14); at--) {
    const piece = pieces[at] as Piece;
    if (TITLE_HEADS.has(piece.key) || RANKS.has(piece.key)) return true;
    if (piece.lineStart || piece.kind !== "word" || !(isCapitalised(piece) || /^(of|for|and|the|to|in)$/.test(piece.key))) return false;
  }
  return false;
}

/** "J", or "C.S." and "J. D." written as one. */
const isInitials = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  (/^\p{Lu}$/u.test(piece.text) || (/^\p{Lu}{2,3}$/u.test(piece.text) && piece.end - piece.start > piece.text.length));

/** End of the run of name words that begins at `first`. */
function nameEnd(pieces: readonly Piece[], first: number, taken: ReadonlyMap<number, MentionDraft>): number {
  let at = first;
  let end = first;
  let words = 0;
  while (at < pieces.length && words < 5) {
    const piece = pieces[at] as Piece;
    if (at > first && piece.lineStart) break;
    if (piece.kind === "hyphen" && !piece.space && at > first && !pieces[at + 1]?.space && pieces[at + 1]?.kind === "word") {
      const next = pieces[at + 1] as Piece;
      // "Jong-un", "Jean-Pierre", "al-Maliki"; but not "Trump-era", "Kim-Putin".
      if (
        isCapitalised(next)
          ? NAME_PARTICLES.has(pieces[at - 1]?.key ?? "") || (words >= 1 && !FAMILY_FIRST.has(pieces[at - 1]?.key ?? ""))
          : words >= 2
      ) {
        at++;
        if (!isCapitalised(next)) end = at + 1;
        at += isCapitalised(next) ? 0 : 1;
        continue;
      }
      break;
    }
    if (piece.kind !== "word") break;
    if (isCapitalised(piece)) {
      if (
        NOT_IN_NAMES.has(piece.key) ||
        (TITLE_HEADS.has(piece.key) && !FATHERS.test(pieces[at - 1]?.key ?? "") && !FATHERS.test(pieces[at + 1]?.key ?? "")) ||
        (words > 0 && HEADLINE_WORDS.has(piece.key) && !FAMILY_FIRST.has(pieces[first]?.key ?? "")) ||
        (words > 0 && nameHead(piece.text) !== undefined && !/^(Park|House|Hill|Forest)$/.test(piece.text))
      )
        break;
      const draft = taken.get(at);
      if (
        words > 0 &&
        draft !== undefined &&
        draft.type !== "Person" &&
        draft.kind !== "metonym" &&
        (draft.type === "State" || draft.last - draft.first > 1)
      )
        break;
      if (!/^\p{Lu}$/u.test(piece.text)) words++;
      at++;
      end = at;
      continue;
    }
    if (NAME_PARTICLES.has(piece.key) && (words >= 1 || at === first)) {
      const next = pieces[at + 1]?.kind === "hyphen" ? pieces[at + 2] : pieces[at + 1];
      if (next !== undefined && next.kind === "word" && (isCapitalised(next) || NAME_PARTICLES.has(next.key))) {
        at++;
        continue;
      }
    }
    break;
  }
  // An initial alone at the end belongs to something else.
  while (end > first && /^\p{Lu}$/u.test(pieces[end - 1]?.text ?? "") && end - first > 1) end--;
  return end;
}

function evidenceFor(
  context: MentionContext,
  first: number,
  end: number,
  taken: ReadonlyMap<number, MentionDraft>,
): PersonSighting["evidence"] | undefined {
  const { pieces } = context;
  const words = nameWords(pieces, first, end);
  const start = pieces[first] as Piece;
  const draft = taken.get(first);
  const whole = draft !== undefined && draft.last >= end && draft.type !== "Person" && draft.kind !== "metonym";
  // "Lady R": a letter is no name.
  if (!words.some((word) => word.length > 1)) return undefined;
  const title = titleBefore(pieces, first);
  if (title !== undefined && !whole) return title;
  if (draft === undefined && words.length <= 3 && kinBefore(pieces, first)) return "kin";
  if (draft === undefined && words.length >= 2 && (departmentBefore(pieces, first) || stateTitleBefore(pieces, first, taken)))
    return "title";
  if (whole || words.length < 2) return undefined;
  if (GIVEN_NAMES.has(start.key))
    return draft !== undefined && draft.type === "Place" && draft.last - draft.first > 1 ? undefined : "given-name";
  // "Alisher Burhanovich Usmanov": a father's name in the middle
  if (words.length === 3 && draft === undefined && PATRONYMIC.test(words[1] ?? "")) return "given-name";
  if (draft === undefined && words.length <= 3 && isAmongPersons(pieces, first, end, taken)) return "apposition";
  if (FAMILY_FIRST.has(start.key) && words.length <= 3)
    return followsPost(pieces, end) || hasHyphenatedGiven(pieces, first, end) || words.length === 3 || speechBeside(pieces, first, end)
      ? "family-first"
      : undefined;
  if (words.length <= 4 && (followsPost(pieces, end) || standsInApposition(pieces, first, end)) && draft === undefined) return "apposition";
  if (words.length <= 4 && draft === undefined && isOneOfMany(pieces, first, end)) return "apposition";
  if (words.length <= 3 && draft === undefined && (isWho(pieces, first, end) || hasAge(pieces, end) || isHolderNamed(pieces, first, end)))
    return "apposition";
  if (words.length <= 3 && draft === undefined && speechBeside(pieces, first, end) && !start.lineStart && !sentenceStart(pieces, first))
    return "speech";
  return undefined;
}

/** "his counterparts, Kim Gunn and | Takehiro Funakoshi |, with whom": two words in capitals that "and" joins to a full name, and nothing goes on behind them. */
function joinsPerson(
  pieces: readonly Piece[],
  previous: PersonSighting | undefined,
  first: number,
  end: number,
  taken: ReadonlyMap<number, MentionDraft>,
): boolean {
  if (previous === undefined || previous.last !== first - 1 || previous.words.length < 2 || pieces[first - 1]?.key !== "and") return false;
  if (pieces[first - 2]?.kind === "possessive" || end - first !== 2 || taken.has(first) || taken.has(first + 1)) return false;
  const next = pieces[end];
  return next === undefined || (next.kind === "mark" && next.key !== "(") || SPEECH.test(next.key) || next.lineStart;
}

const PATRONYMIC = /^\p{Lu}\p{Ll}{2,}(?:ovich|evich|yevich|ievich|ovna|evna|yevna|ovych|ivna)$/u;

/** "Jake Sullivan, | Takeo Akiba | and Cho Tae-yong": between two persons of a list stands a third. */
function isAmongPersons(pieces: readonly Piece[], first: number, end: number, taken: ReadonlyMap<number, MentionDraft>): boolean {
  const isPerson = (draft: MentionDraft | undefined): boolean => draft?.type === "Person" && draft.kind === "name";
  if (pieces[first - 1]?.key !== ",") return false;
  let before = first - 2;
  while (before > first - 6 && before > 0 && !taken.has(before)) before--;
  const previous = taken.get(before);
  const joint = /^(,|and)$/.test(pieces[end]?.key ?? "");
  const next = taken.get(pieces[end]?.key === "," && pieces[end + 1]?.key === "and" ? end + 2 : end + 1);
  return isPerson(previous) && previous?.last === first - 1 && joint && isPerson(next);
}

/** "Presidents Medvedev and Obama": a title that a list of names shares. */
const PLURAL_TITLE =
  /^(Presidents|Ministers|Secretaries|Senators|Ambassadors|Generals|Premiers|Chancellors|Advisors|Advisers|Governors|Envoys|Congressmen|Admirals|Colonels|Kings)$/;

/** A title or rank right before the name: "spokesman Matthew Miller", "Lt. Gen. Townsend", "Mr. Sullivan". */
export function titleBefore(pieces: readonly Piece[], first: number): "title" | "rank" | undefined {
  // "Prime Minister (Count) Katsura Taro"
  if (pieces[first - 1]?.key === ")" && pieces[first - 3]?.key === "(" && RANKS.has(pieces[first - 2]?.key ?? "")) return "rank";
  // "National Security Advisor (NSA) Tzachi Hanegbi"
  if (isBracketedAcronym(pieces, first - 3)) {
    const post = pieces[first - 4];
    if (post !== undefined && TITLE_HEADS.has(post.key) && isCapitalised(post)) return "title";
  }
  const before = pieces[first - 1];
  if (before === undefined || pieces[first]?.lineStart) return undefined;
  if (before.kind === "word") {
    if (RANKS.has(before.key) && isCapitalised(before)) return "rank";
    if (PLURAL_TITLE.test(before.text)) return "title";
    if (
      TITLE_HEADS.has(before.key) &&
      !(
        before.key === "general" &&
        /^(secretary|attorney|director)$/.test(pieces[first - 2]?.key ?? "x") === false &&
        !isCapitalised(before)
      )
    )
      return "title";
  }
  return undefined;
}

/** Last words of departments, behind which a name begins: "Secretary of National Defense | Gilberto Teodoro". */
const DEPARTMENT =
  /^(defen[cs]e|affairs|treasury|interior|security|commerce|energy|justice|finance|trade|health|agriculture|labou?r|education|transport|transportation|development|planning|relations|cooperation|policy|operations|staff|state)$/;

/** A post with its department stands right before: "Minister of Foreign Affairs Ali Sabry", all in capitals. */
export function departmentBefore(pieces: readonly Piece[], first: number): boolean {
  const last = pieces[first - 1];
  if (last === undefined || pieces[first]?.lineStart || !isCapitalised(last) || !DEPARTMENT.test(last.key)) return false;
  let hasOf = false;
  for (let at = first - 1; at > first - 9 && at >= 0; at--) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word" || (!isCapitalised(piece) && !/^(of|for|the|and)$/.test(piece.key))) return false;
    if (/^(of|for)$/.test(piece.key)) hasOf = true;
    if (hasOf && TITLE_HEADS.has(piece.key) && isCapitalised(piece)) return true;
    if (piece.lineStart) return false;
  }
  return false;
}

/** "Finance Minister of Ukraine | Sergii Marchenko": a post, its state, and the name without a comma. */
function stateTitleBefore(pieces: readonly Piece[], first: number, taken: ReadonlyMap<number, MentionDraft>): boolean {
  let at = first - 1;
  if (pieces[first]?.lineStart || taken.get(at)?.type !== "State") return false;
  const state = taken.get(at);
  while (at > 0 && taken.get(at) === state) at--;
  if (pieces[at]?.key === "the") at--;
  return pieces[at]?.key === "of" && TITLE_HEADS.has(pieces[at - 1]?.key ?? "");
}

/** "Nikolai Patrushev, 72, was": an age between commas is a person's. */
function hasAge(pieces: readonly Piece[], end: number): boolean {
  return (
    pieces[end]?.key === "," &&
    /^[1-9]\d$/.test(pieces[end + 1]?.text ?? "") &&
    /^[,.;]$/.test(pieces[end + 2]?.key ?? "") &&
    !pieces[end + 1]?.lineStart
  );
}

/** "The president of Guyana is Irfaan Ali.": the post speaks of its holder, whose name ends the clause. */
function isHolderNamed(pieces: readonly Piece[], first: number, end: number): boolean {
  if (!/^(is|was|remains)$/.test(pieces[first - 1]?.key ?? "") || !/^[.,;]$/.test(pieces[end]?.key ?? ".")) return false;
  for (let at = first - 2; at >= Math.max(0, first - 8); at--) {
    const piece = pieces[at] as Piece;
    if (SOLE_POSTS.test(piece.key)) return true;
    if (piece.kind === "mark" || piece.lineStart) return false;
    if (!isCapitalised(piece) && !/^(of|for|the|and|to)$/.test(piece.key) && !TITLE_MODIFIERS.has(piece.key)) return false;
  }
  return false;
}

const KIN =
  /^(father|mother|son|daughter|brother|sister|wife|husband|uncle|nephew|niece|cousin|widow|grandfather|grandson|granddaughter|grandmother|aunt|fiancee?|stepson|stepfather|stepmother)$/;

/** "Her father, Josef, was", "the president's son Hunter": a relative is named behind the word for kin, which has an owner. */
function kinBefore(pieces: readonly Piece[], first: number): boolean {
  const comma = pieces[first - 1]?.key === ",";
  let at = comma ? first - 2 : first - 1;
  if (!KIN.test(pieces[at]?.key ?? "") || pieces[first]?.lineStart) return false;
  at--;
  while (/^(late|eldest|elder|younger|youngest|older|oldest|first|second|former|ex|only|twin|half)$/.test(pieces[at]?.key ?? "")) at--;
  return /^(his|her|their|whose|my)$/.test(pieces[at]?.key ?? "") || pieces[at]?.kind === "possessive";
}

/** ", the country's defense minister," or ", Assistant Secretary of …" after the name. */
function followsPost(pieces: readonly Piece[], end: number): boolean {
  if (holdsPost(pieces, end)) return true;
  if (pieces[end]?.key !== ",") return false;
  for (let at = end + 1; at < Math.min(pieces.length, end + 11); at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind === "mark" || piece.lineStart) return false;
    if (piece.kind === "word" && /^(who|which|was|is|were|said|has|had|and|in|on|at|to)$/.test(piece.key)) return false;
    if (piece.kind === "word" && TITLE_HEADS.has(piece.key)) return true;
  }
  return false;
}

/** "Celeste Wallander was Senior Director for Russia", "Idrissa Gana became Niger's foreign minister": a copula and a post that only a person holds. */
function holdsPost(pieces: readonly Piece[], end: number): boolean {
  let at = end;
  if (/^(has|had)$/.test(pieces[at]?.key ?? "") && pieces[at + 1]?.key === "been") at += 2;
  else if (/^(serves|served|serving)$/.test(pieces[at]?.key ?? "") && pieces[at + 1]?.key === "as") at += 2;
  else if (/^(is|was|became|remains)$/.test(pieces[at]?.key ?? "")) at++;
  else return false;
  for (let next = at; next < at + 6; next++) {
    const piece = pieces[next];
    if (piece === undefined || piece.lineStart) return false;
    if (SOLE_POSTS.test(piece.key)) return true;
    const fits =
      piece.kind === "possessive" ||
      piece.kind === "hyphen" ||
      isCapitalised(piece) ||
      TITLE_MODIFIERS.has(piece.key) ||
      /^(the|a|an|appointed|named|elected)$/.test(piece.key);
    if (!fits) return false;
  }
  return false;
}

/** "Japan's ambassador for disarmament, | Tomiko Ichikawa, condemned": a post with an owner or article before the name, and commas on both sides. */
function standsInApposition(pieces: readonly Piece[], first: number, end: number): boolean {
  if (pieces[first - 1]?.key !== "," || pieces[end]?.key !== ",") return false;
  for (let at = first - 2; at >= Math.max(0, first - 12); at--) {
    const piece = pieces[at] as Piece;
    if (piece.kind === "mark" || piece.kind === "number") return false;
    if (piece.kind === "word" && TITLE_HEADS.has(piece.key)) {
      const next = pieces[at + 1];
      if (next !== undefined && at + 1 < first - 1 && !/^(of|for|to|on|in|at)$/.test(next.key)) return false;
      for (let before = at; before > Math.max(-1, at - 5); before--) {
        const opener = pieces[before - 1];
        if (
          opener === undefined ||
          pieces[before]?.lineStart ||
          opener.kind === "possessive" ||
          /^(the|a|an|its|their|our|his|her)$/.test(opener.key)
        )
          return true;
        if (opener.kind !== "word") return false;
      }
      return false;
    }
    if (piece.lineStart) return false;
  }
  return false;
}

const PEOPLE =
  /^(policeman|policewoman|officer|soldier|sailor|pilot|civilian|man|woman|boy|girl|journalist|reporter|cameraman|photographer|teacher|farmer|fisherman|doctor|nurse|medic|driver|victim|suspect|gunman|militant|fighter|prisoner|hostage|captive|detainee|activist|lawyer|student|resident|witness|volunteer|analyst|citizen|national|peacekeeper|worker|engineer|priest|refugee|defector|lieutenant|sergeant|captain)$/;

/** "One policeman, Afrim Bunjaku, was killed", "an aid worker, Lena Holt,": somebody counted, then named between commas. */
function isOneOfMany(pieces: readonly Piece[], first: number, end: number): boolean {
  if (pieces[first - 1]?.key !== "," || !/^[,.;]$/.test(pieces[end]?.key ?? "") || !PEOPLE.test(pieces[first - 2]?.key ?? "")) return false;
  for (let at = first - 3; at > first - 7 && at >= 0; at--) {
    const piece = pieces[at] as Piece;
    if (/^(one|a|an|another|the|third|second|first)$/.test(piece.key) || piece.kind === "possessive") return true;
    if (piece.kind !== "word") return false;
  }
  return false;
}

/** "replaced by Sol Linowitz, who had helped": an agent or successor of whom a relative clause with "who" speaks. */
const isWho = (pieces: readonly Piece[], first: number, end: number): boolean =>
  /^(by|with|to|from|for|and)$/.test(pieces[first - 1]?.key ?? "") && pieces[end]?.key === "," && pieces[end + 1]?.key === "who";

/** Posts whose words have no other use behind a copula ("is a principal concern", "was the chief obstacle"). */
const SOLE_POSTS =
  /^(president|minister|premier|chancellor|secretary|spokesperson|spokesman|spokeswoman|ambassador|envoy|negotiator|director|administrator|commissioner|chairman|chairwoman|chairperson|commander|governor|mayor|senator|congressman|congresswoman|adviser|advisor|counselor|professor|ceo|attache|admiral|colonel|brigadier|general)$/;

function hasHyphenatedGiven(pieces: readonly Piece[], first: number, end: number): boolean {
  return pieces.slice(first, end).some((piece) => piece.kind === "hyphen");
}

function speechBeside(pieces: readonly Piece[], first: number, end: number): boolean {
  const after = pieces[end];
  if (after !== undefined && SPEECH.test(after.key) && !after.lineStart) return true;
  return /^(said|says|added)$/.test(pieces[first - 1]?.key ?? "") && /^[.,]$/.test(after?.key ?? "");
}

function sentenceStart(pieces: readonly Piece[], first: number): boolean {
  return first === 0 || /^[.!?:]$/.test(pieces[first - 1]?.key ?? "") || pieces[first]?.lineStart === true;
}

function withSuffix(pieces: readonly Piece[], end: number): number {
  if (pieces[end]?.key === "," && /^(jr|sr)$/.test(pieces[end + 1]?.key ?? "") && isCapitalised(pieces[end + 1] as Piece)) return end + 2;
  if (/^(jr|sr|ii|iii|iv)$/.test(pieces[end]?.key ?? "") && isCapitalised(pieces[end] as Piece)) return end + 1;
  return end;
}

function nameWords(pieces: readonly Piece[], first: number, last: number): string[] {
  const words: string[] = [];
  for (let at = first; at < last; at++) {
    const piece = pieces[at] as Piece;
    if (piece.kind !== "word" || isInitials(piece) || /^(jr|sr|ii|iii)$/.test(piece.key)) continue;
    if (!isCapitalised(piece) && NAME_PARTICLES.has(piece.key)) continue;
    const glued = pieces[at - 1]?.kind === "hyphen" && at - 1 > first && !isCapitalised(piece);
    if (glued && words.length > 0) words[words.length - 1] += `-${piece.text}`;
    else words.push(piece.text);
  }
  return words;
}
