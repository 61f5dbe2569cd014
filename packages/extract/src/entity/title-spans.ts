import { isCalendarWord } from "../calendar-words.ts";
import { isBracketedAcronym, isCapitalised, type Piece } from "../mention/pieces.ts";
import {
  BEARERS_RANKS,
  GENERAL_POSTS,
  NAME_PARTICLES,
  OCCUPATIONS,
  RANKS,
  TITLE_CONNECTORS,
  TITLE_HEADS,
  TITLE_MODIFIERS,
} from "../mention/title-words.ts";

/** Words of a post beside a name, pieces `[first, last)`, determiners and the name itself left out. */
export interface TitleSpan {
  readonly first: number;
  readonly last: number;
  /** A rank or form of address only ("Lt. Gen."). */
  readonly rankOnly: boolean;
}

/** What the walk over pieces needs to know of its surroundings. */
export interface TitleSurroundings {
  readonly pieces: readonly Piece[];
  /** Is the piece part of a person's name? */
  readonly isPerson: (piece: number) => boolean;
  /** Is it part of the name of a state or body? */
  readonly isActor: (piece: number) => boolean;
}

const DETERMINER = /^(the|a|an|his|her|its|their|our|my|your|this|that|these|those|some|any|no|one|two|each|both|all|current|said)$/;
const STOP_WORDS =
  /^(who|which|where|when|whose|said|says|is|was|were|are|be|been|has|had|have|will|would|told|met|that|on|from|by|with|as|but|or|not|also|after|before|during|at|since|until|till|while|because|served|serves|serving|became|becomes|worked|works|joined|left|later|then)$/;

/** Capitalised words before a post that belong to the headline or the sentence. */
const OPENERS = /^(?:Statement|Readout|Remarks|Meeting|Today|On|In|When|While|After|As|Fact|Sheet)$/;

const isHead = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind === "word" && TITLE_HEADS.has(piece.key);

/** "U.S. Secretary of State Antony Blinken", "North Korea's leader Kim Jong Un": the title that ends where the name begins. */
export function titleBeforeName(around: TitleSurroundings, nameFirst: number): TitleSpan | undefined {
  const { pieces } = around;
  if (pieces[nameFirst]?.lineStart) return undefined;
  // "National Security Advisor (NSA) Tzachi Hanegbi": the post's acronym stands between
  const shut = isBracketedAcronym(pieces, nameFirst - 3) ? nameFirst - 3 : nameFirst;
  // Leftwards over everything that a title may hold, remembering the leftmost post word.
  let at = shut - 1;
  let head = -1;
  let rank = -1;
  while (at >= 0 && nameFirst - at < 26) {
    const piece = pieces[at] as Piece;
    if (around.isPerson(at)) break;
    if (piece.kind === "word") {
      if (DETERMINER.test(piece.key) && piece.key !== "the") break;
      if (piece.key === "under" && pieces[at + 1]?.key !== "secretary") break;
      const fits =
        isHead(piece) ||
        TITLE_MODIFIERS.has(piece.key) ||
        TITLE_CONNECTORS.has(piece.key) ||
        RANKS.has(piece.key) ||
        isCapitalised(piece) ||
        around.isActor(at);
      if (!fits) break;
      if (isHead(piece) && !(piece.key === "general" && RANKS.has(pieces[at - 1]?.key ?? ""))) head = at;
      else if (RANKS.has(piece.key) && isCapitalised(piece) && at >= nameFirst - 4) rank = at;
    } else if (piece.kind === "possessive") {
      if (!around.isActor(at - 1) && !around.isActor(at + 1)) break;
    } else if (piece.kind !== "hyphen" || (piece.space && !around.isActor(at))) break;
    if (piece.lineStart) {
      at--;
      break;
    }
    at--;
  }
  // "aide to | President Carter", "government of | President Assad": the post next to the name is its own.
  // "Deputy Chief of Staff | General Hromov": a rank behind a post is its bearer's, too
  const tail = head < 0 ? shut : beforeRank(pieces, head, shut);
  const last = pieces[/^(?:to|for|of|the)$/.test(pieces[tail - 1]?.key ?? "") ? shut - 1 : tail - 1] as Piece;
  if (head >= 0 && isHead(last) && isCapitalised(last)) {
    for (let connector = nameFirst - 2; connector > head; connector--) {
      const key = pieces[connector]?.key ?? "";
      if (
        /^(to|for|of)$/.test(key) &&
        !(
          key === "of" &&
          isCapitalised(pieces[connector - 1] as Piece) &&
          pieces.slice(connector + 1, nameFirst).some((piece) => !isHead(piece) && !TITLE_MODIFIERS.has(piece.key))
        )
      ) {
        head = connector + 1;
        while (head < nameFirst - 1 && !isHead(pieces[head])) head++;
        break;
      }
    }
  }
  if (head < 0)
    return rank < 0 || RANKS.get(pieces[rank]?.key ?? "") === false ? undefined : { first: rank, last: nameFirst, rankOnly: true };
  const first = extendLeft(around, head);
  // Between a post and the name no lower-case noun may stand that is not the post's own complement.
  if (!tailFits(around, head, shut)) return undefined;
  const own = pieces.slice(first, shut);
  if (own.every((piece) => piece.kind !== "word" || RANKS.get(piece.key) === false)) return undefined;
  const rankOnly = own.every((piece) => piece.kind !== "word" || (RANKS.has(piece.key) && !/^(commander|chief)$/.test(piece.key)));
  return { first, last: rankOnly ? shut : beforeRank(pieces, head, shut), rankOnly };
}

/** "Chief of the General Staff | Lieutenant General", "Defence Minister | Prince": the bearer's rank behind the post is no part of it. */
function beforeRank(pieces: readonly Piece[], head: number, end: number): number {
  let last = end;
  while (last - 1 > head && BEARERS_RANKS.has(pieces[last - 1]?.key ?? "")) {
    const before = pieces[last - 2];
    if (before?.kind === "hyphen" || (pieces[last - 1]?.key === "general" && GENERAL_POSTS.has(before?.key ?? ""))) break;
    last--;
    // "Army General Valery Gerasimov"
    if (pieces[last]?.key === "general" && pieces[last - 1]?.key === "army" && last - 1 > head) last--;
  }
  return last;
}

/** Modifiers, states and bodies before the post word: "South Korean | President", "State Department | spokesperson", "Ukraine's | Defence Minister". */
function extendLeft(around: TitleSurroundings, head: number): number {
  const { pieces } = around;
  let first = head;
  while (first > 0 && !pieces[first]?.lineStart) {
    const previous = pieces[first - 1] as Piece;
    if (around.isPerson(first - 1)) break;
    if (previous.kind === "possessive" && around.isActor(first - 2)) {
      first -= 2;
      while (first > 0 && around.isActor(first - 1)) first--;
      break;
    }
    if (previous.kind === "hyphen") {
      if (previous.space && !around.isActor(first - 2)) break;
      first--;
      continue;
    }
    if (previous.kind !== "word" || DETERMINER.test(previous.key)) break;
    if (previous.key === "under" && pieces[first]?.key !== "secretary") break;
    if (around.isActor(first - 1) || TITLE_MODIFIERS.has(previous.key) || isHead(previous)) {
      first--;
      continue;
    }
    if (
      isCapitalised(previous) &&
      !previous.lineStart &&
      !TITLE_CONNECTORS.has(previous.key) &&
      !OPENERS.test(previous.text) &&
      !isCalendarWord(previous.key)
    ) {
      first--;
      continue;
    }
    break;
  }
  while (first < head && (pieces[first]?.kind === "hyphen" || pieces[first]?.kind === "possessive")) first++;
  return first;
}

function tailFits(around: TitleSurroundings, head: number, end: number): boolean {
  const { pieces } = around;
  for (let at = head + 1; at < end; at++) {
    const piece = pieces[at] as Piece;
    if (
      piece.kind !== "word" ||
      isCapitalised(piece) ||
      TITLE_CONNECTORS.has(piece.key) ||
      TITLE_MODIFIERS.has(piece.key) ||
      isHead(piece) ||
      around.isActor(at)
    )
      continue;
    return false;
  }
  return true;
}

/**
 * Posts behind a name: ", the country's defense minister,", ", general secretary of X and president of Y,". One span a post.
 */
export function titlesAfterName(around: TitleSurroundings, nameLast: number): TitleSpan[] {
  const { pieces } = around;
  if (pieces[nameLast]?.key !== ",") return [];
  return titlesFrom(around, nameLast + 1);
}

/** A person's name that begins at `at` ends in a possessive mark. */
function ownsWhatFollows({ pieces, isPerson }: TitleSurroundings, at: number): boolean {
  let end = at;
  while (isPerson(end)) end++;
  return pieces[end]?.kind === "possessive";
}

/** Posts that begin at piece `from`, after determiners and possessives. */
export function titlesFrom(around: TitleSurroundings, from: number): TitleSpan[] {
  const { pieces } = around;
  if (pieces[from]?.key === "and") return [];
  let first = from;
  let head = -1;
  // The post word must come soon, before any verb.
  for (let at = from; at < Math.min(pieces.length, from + 14); at++) {
    const piece = pieces[at] as Piece;
    if (piece.lineStart && at > from) return [];
    if (around.isPerson(at)) {
      // "Dmitry Peskov, Putin's spokesman": somebody else owns the post
      if (!ownsWhatFollows(around, at)) return [];
      continue;
    }
    if (piece.kind === "mark") return [];
    if (piece.kind === "possessive") {
      first = at + 1;
      continue;
    }
    if (piece.kind !== "word") continue;
    if (isHead(piece)) {
      head = at;
      break;
    }
    if (DETERMINER.test(piece.key)) {
      first = at + 1;
      continue;
    }
    if (STOP_WORDS.test(piece.key)) return [];
    if (
      !(
        TITLE_MODIFIERS.has(piece.key) ||
        isCapitalised(piece) ||
        around.isActor(at) ||
        pieces[at + 1]?.kind === "possessive" ||
        piece.key === "of" ||
        piece.key === "for"
      )
    )
      return [];
  }
  if (head < 0) return [];
  const end = titleEnd(around, head);
  // "…, President Yoon", "…, National Security Advisor (NSA) Tzachi Hanegbi": the post belongs to the name behind it.
  if (around.isPerson(end) || (isBracketedAcronym(pieces, end) && around.isPerson(end + 3))) return [];
  for (let at = first; at < end; at++) if (around.isPerson(at) && at < head) return [];
  const spans: TitleSpan[] = [];
  let start = first;
  // "X of A and president of B": a new post begins after "and".
  for (let at = head + 1; at < end; at++) {
    if (pieces[at]?.key !== "and") continue;
    const next = nextHead(around, at + 1, end);
    if (next === undefined) continue;
    spans.push({ first: start, last: at, rankOnly: false });
    start = at + 1;
    while (DETERMINER.test(pieces[start]?.key ?? "")) start++;
  }
  spans.push({ first: start, last: end, rankOnly: false });
  return spans.filter((span) => span.last > span.first);
}

/** A post word at once or after modifiers only. */
function nextHead(around: TitleSurroundings, from: number, end: number): number | undefined {
  for (let at = from; at < Math.min(end, from + 5); at++) {
    const piece = around.pieces[at] as Piece;
    if (isHead(piece)) return at;
    if (
      piece.kind === "word" &&
      (DETERMINER.test(piece.key) ||
        around.isActor(at) ||
        (TITLE_MODIFIERS.has(piece.key) && !/^(security|defense|defence|affairs|policy)$/.test(piece.key)))
    )
      continue;
    return undefined;
  }
  return undefined;
}

/** Between a post of service and a person stand "to" or "for" and the person's own title at most. */
function servesPerson({ pieces }: TitleSurroundings, head: number, person: number): boolean {
  let to = head + 1;
  while (to < person && !/^(to|for)$/.test(pieces[to]?.key ?? "")) to++;
  return (
    to < person &&
    SERVICE.test(pieces[to - 1]?.key ?? "") &&
    pieces.slice(head + 1, to).every((piece) => isHead(piece) || TITLE_MODIFIERS.has(piece.key)) &&
    pieces.slice(to + 1, person).every((piece) => isHead(piece) || RANKS.has(piece.key) || TITLE_MODIFIERS.has(piece.key))
  );
}

const SERVICE =
  /^(assistant|adviser|advisor|aide|counselor|counsellor|secretary|deputy|envoy|staffer|clerk|spokesman|spokeswoman|spokesperson|translator|interpreter)$/;

const ENVOY = /^(ambassador|envoy|consul|representative)$/;

/** Where the post's complement ends: at a mark, a verb, a relative or a temporal preposition, or the next person. */
function titleEnd(around: TitleSurroundings, head: number): number {
  const { pieces } = around;
  let at = head + 1;
  let end = at;
  let hasComplement = false;
  while (at < pieces.length && at - head < 26) {
    const piece = pieces[at] as Piece;
    if (piece.lineStart) break;
    if (around.isPerson(at)) {
      // "legislative assistant to Senator Edmund Muskie", "adviser to Putin": the person served completes the post.
      if (!servesPerson(around, head, at)) break;
      while (around.isPerson(at)) at++;
      return at;
    }
    if (piece.kind === "mark") break;
    if (piece.kind === "possessive" || piece.kind === "hyphen") {
      at++;
      continue;
    }
    // A body's own name may hold any small word: "Director of its Women in Foreign Service Program".
    if (around.isActor(at) && at > head + 1) {
      at++;
      end = at;
      continue;
    }
    if (/^(of|for|to)$/.test(piece.key)) {
      hasComplement = true;
      at++;
      continue;
    }
    if (/^(and|the|in|on|at|its|his|her)$/.test(piece.key)) {
      // "in the U.S." names the place of the post, not the post; "and" goes on where something of the kind follows.
      const next = pieces[at + 1];
      // "Pyongyang's ambassador in New York": an envoy's seat is what tells one post from the other.
      if (piece.key === "in" && at === head + 1 && ENVOY.test(pieces[head]?.key ?? "") && next !== undefined && isCapitalised(next)) {
        at++;
        continue;
      }
      if (
        piece.key === "in" ||
        piece.key === "at" ||
        (piece.key === "on" &&
          !(
            next !== undefined &&
            (isCapitalised(next) || TITLE_MODIFIERS.has(next.key)) &&
            !(isCapitalised(next) && isCalendarWord(next.key))
          ))
      )
        break;
      at++;
      continue;
    }
    if (STOP_WORDS.test(piece.key)) break;
    if (
      isCapitalised(piece) ||
      around.isActor(at) ||
      TITLE_MODIFIERS.has(piece.key) ||
      isHead(piece) ||
      piece.kind === "number" ||
      (hasComplement && NAME_PARTICLES.has(piece.key))
    ) {
      at++;
      end = at;
      continue;
    }
    // Lower-case complements: "for arms control and international security affairs".
    if (hasComplement && /^\p{Ll}/u.test(piece.text) && at - end < 3) {
      at++;
      end = at;
      continue;
    }
    break;
  }
  return end;
}

export const isOccupation = (piece: Piece | undefined): boolean => piece !== undefined && OCCUPATIONS.has(piece.key);
