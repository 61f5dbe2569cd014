import type { Mention } from "../annotated-document.ts";
import { nameOf } from "../mention/context.ts";
import { foldName, isCapitalised, type Piece } from "../mention/pieces.ts";
import { RANKS, TITLE_HEADS, TITLE_MODIFIERS } from "../mention/title-words.ts";
import { leaderPosts } from "./leader-posts.ts";
import type { LinkState } from "./link-document.ts";
import type { LinkedPerson } from "./link-persons.ts";
import { sharedTitle } from "./plural-titles.ts";
import { isOccupation, type TitleSpan, type TitleSurroundings, titleBeforeName, titlesAfterName, titlesFrom } from "./title-spans.ts";

/** One post that the text gives one person. */
export interface Post {
  readonly person: string;
  /** As worded, determiners dropped. */
  title: string;
  readonly aliases: string[];
  readonly acting: boolean;
  readonly evidence: { readonly start: number; readonly end: number };
  readonly rule: string;
  /** Entity id of the body or state. */
  org: string | undefined;
  /** Where the post stands as a predicate ("was appointed …"), for events that fill it. */
  readonly predicates: PieceSpan[];
  /** Pieces of the title. */
  readonly first: number;
  readonly last: number;
}

export interface PieceSpan {
  readonly first: number;
  readonly last: number;
}

/** Everything that stands beside a name as a title, wherever the person is named. */
export function titleSpansOf(state: LinkState): PieceSpan[] {
  const around = surroundings(state);
  return state.persons.flatMap((person) =>
    person.sightings.flatMap((sighting) => {
      const before = titleBeforeName(around, sighting.first);
      return [
        ...(before === undefined ? [] : [before]),
        ...titlesAfterName(around, sighting.last),
        ...titleBeforeComma(around, (before?.rankOnly === true ? before.first : sighting.first) - 1, sighting.last),
      ];
    }),
  );
}

/** Reads the posts of every person of the document: before the name, in apposition, behind a copula or a verb of appointment. */
export function readPosts(state: LinkState): Post[] {
  const around = surroundings(state);
  const posts: Post[] = [];
  for (const person of state.persons) {
    const found: { span: TitleSpan; sighting: { first: number; last: number }; rule: string; wording?: string }[] = [];
    for (const sighting of person.sightings) {
      const inBrackets = around.pieces[sighting.first - 1]?.key === ")" && around.pieces[sighting.first - 3]?.key === "(";
      const before = titleBeforeName(around, inBrackets ? sighting.first - 3 : sighting.first);
      if (before !== undefined) {
        found.push({ span: before, sighting, rule: before.rankOnly ? "post.rank" : "post.before-name" });
        for (const span of titlesInList(around, before.first)) found.push({ span, sighting, rule: "post.list-before-name" });
      }
      const shared =
        before === undefined || before.rankOnly
          ? sharedTitle(around, sighting.first, (from, to) => nameOf(state.context, from, to))
          : undefined;
      if (shared !== undefined) found.push({ ...shared, sighting, rule: "post.shared-before-names" });
      const comma = before?.rankOnly === true ? before.first - 1 : sighting.first - 1;
      for (const span of titleBeforeComma(around, comma, sighting.last)) found.push({ span, sighting, rule: "post.before-comma" });
      for (const span of titlesAfterName(around, sighting.last)) found.push({ span, sighting, rule: "post.apposition" });
      for (const span of predicateTitles(around, sighting.last)) found.push({ span, sighting, rule: "post.predicate" });
      const inverse = inverseCopula(around, before?.first ?? sighting.first);
      if (inverse !== undefined) found.push({ span: inverse, sighting, rule: "post.inverse-copula" });
    }
    const posted = found.filter(({ span }) => span.rankOnly || isService(around, span) || !isMereOccupation(around, span));
    const real = posted.filter(({ span }) => !span.rankOnly);
    for (const { span, sighting, rule, wording } of real.length > 0 ? real : posted)
      addPost(state, posts, person, span, sighting, rule, wording);
  }
  for (const post of leaderPosts(state)) {
    if (posts.some((other) => other.person === post.person && other.org === post.org)) continue;
    // A rank counts only where it is the only title.
    const rank = posts.findIndex((other) => other.person === post.person && other.rule === "post.rank");
    if (rank >= 0) posts.splice(rank, 1);
    posts.push(post);
  }
  resolveCounterparts(state, posts);
  return posts;
}

/** "North Korea's leader Kim Jong Un and his Russian counterpart Vladimir Putin": the same post in the other state. */
function resolveCounterparts(state: LinkState, posts: Post[]): void {
  for (const post of posts) {
    if (!/\bcounterpart\b/i.test(post.title)) continue;
    const before = posts
      .filter((other) => other !== post && other.last <= post.first && !/counterpart/i.test(other.title))
      .sort((a, b) => b.first - a.first)[0];
    const org = post.org === undefined ? undefined : state.table.known(post.org);
    if (before === undefined || org === undefined) continue;
    const bare = before.aliases[0] ?? before.title;
    post.aliases.push(post.title, bare);
    post.title = `${bare} of ${org.name}`;
  }
}

/** Posts that a pronoun's predicate gives: "In 1993 she was appointed Ambassador to the United Nations". */
export function readPronounPosts(state: LinkState, posts: Post[]): void {
  const around = surroundings(state);
  const byStart = new Map(state.context.pieces.map((piece, index) => [piece.start, index]));
  for (const mention of state.mentions) {
    if (mention.kind !== "pronoun" || mention.type !== "Person" || !/^(he|she)$/i.test(mention.text)) continue;
    const piece = byStart.get(mention.start);
    const person = state.persons.find((one) => one.id === mention.entity);
    if (piece === undefined || person === undefined) continue;
    for (const span of predicateFrom(around, piece + 1))
      if (isService(around, span) || !isMereOccupation(around, span))
        addPost(state, posts, person, span, { first: piece, last: piece + 1 }, "post.predicate-of-pronoun");
  }
}

export function surroundings(state: LinkState): TitleSurroundings {
  const actor = (mention: Mention | undefined): boolean =>
    mention !== undefined &&
    (mention.type === "State" ||
      mention.type === "Territory" ||
      mention.type === "GovernmentBody" ||
      mention.type === "InternationalOrganization" ||
      mention.type === "MilitaryForce" ||
      mention.type === "ResearchOrganization" ||
      mention.type === "Organization" ||
      mention.type === "Company" ||
      mention.type === "ArmedGroup" ||
      mention.type === "MediaOrganization");
  return {
    pieces: state.context.pieces,
    isPerson: (piece) => state.covered.get(piece)?.type === "Person",
    isActor: (piece) => actor(state.covered.get(piece)),
  };
}

/** "A, B, and | Foreign Minister Wang Yi": earlier posts of a list that ends before the name. */
function titlesInList(around: TitleSurroundings, first: number): TitleSpan[] {
  const { pieces } = around;
  const spans: TitleSpan[] = [];
  if (pieces[first - 1]?.key !== "and") return spans;
  let end = first - 1;
  while (end > 0 && (pieces[end - 1]?.key === "," || spans.length === 0)) {
    const last = pieces[end - 1]?.key === "," ? end - 1 : end;
    let start = last;
    while (start > 0 && last - start < 16) {
      const piece = pieces[start - 1] as Piece;
      if (piece.kind === "mark" || piece.kind === "possessive" || around.isPerson(start - 1)) break;
      if (piece.kind === "word" && !isCapitalised(piece) && !/^(of|the|for|and|to)$/.test(piece.key)) break;
      start--;
      if (piece.lineStart) break;
    }
    const words = pieces.slice(start, last);
    if (!words.some((piece) => TITLE_HEADS.has(piece.key)) || words.length === 0 || words.length > 14) break;
    spans.push({ first: start, last, rankOnly: false });
    if (pieces[start - 1]?.key !== ",") break;
    end = start;
  }
  return spans;
}

/** "the State Department's senior official for North Korea, | Jung Pak, said": a post with a determiner or owner before the comma. */
function titleBeforeComma(around: TitleSurroundings, comma: number, nameLast: number): TitleSpan[] {
  const { pieces } = around;
  if (pieces[comma]?.key !== ",") return [];
  let start = comma;
  while (start > 0 && comma - start < 18) {
    const piece = pieces[start - 1] as Piece;
    if (piece.kind === "mark" || around.isPerson(start - 1)) break;
    start--;
    if (piece.lineStart) break;
  }
  // "A, director of X, | B, …": that post is A's.
  if (pieces[start - 1]?.key === "," && around.isPerson(start - 2)) return [];
  // From the left, the first phrase that reads as one post up to the comma.
  for (let at = start; at < comma; at++) {
    const piece = pieces[at] as Piece;
    const opens = /^(the|a|an|its|his|her|their|our)$/.test(piece.key) || at === start || around.isActor(at);
    if (!opens) continue;
    const spans = titlesFrom(around, at);
    const last = spans.at(-1);
    if (
      last !== undefined &&
      last.last === comma &&
      spans.length === 1 &&
      (comma - last.first >= 2 || ownsOneWordTitle(around, last.first, nameLast)) &&
      pieces.slice(last.first, last.last).every((word) => word.kind !== "word" || !/^(said|told|and)$/.test(word.key))
    )
      return spans;
  }
  return [];
}

/** "Kosovo's president, | Vjosa Osmani,", "on its head, | Ismail Demir.": one word is a post where it has an owner and the name is closed off as an aside. */
function ownsOneWordTitle({ pieces }: TitleSurroundings, first: number, nameLast: number): boolean {
  const owner = pieces[first - 1];
  const close = pieces[nameLast];
  const isOwned = owner?.kind === "possessive" || /^(its|their|his|her|our)$/.test(owner?.key ?? "");
  return isOwned && (close === undefined || close.lineStart || /^[,.;)]$/.test(close.key) || close.key === "of");
}

const COPULA = /^(is|was|became|becomes|remains|remained)$/;
const APPOINTED = /^(appointed|named|nominated|elected|chosen|confirmed|sworn|designated|promoted|selected|reappointed)$/;

/** "X is the U.S. ambassador to …", "X served as …", "X was appointed (by Y as) …". */
function predicateTitles(around: TitleSurroundings, after: number): TitleSpan[] {
  return predicateFrom(around, after);
}

/** Posts in the predicate that begins at piece `after`; used for pronouns as well. */
export function predicateFrom(around: TitleSurroundings, after: number): TitleSpan[] {
  const { pieces } = around;
  let at = after;
  for (
    let skipped = 0;
    skipped < 3 &&
    /^(also|later|then|has|had|have|currently|previously|briefly|once|,|who|earlier|subsequently)$/.test(pieces[at]?.key ?? "");
    skipped++
  )
    at++;
  const verb = pieces[at];
  if (verb === undefined || verb.lineStart) return [];
  let from: number | undefined;
  if (COPULA.test(verb.key) || verb.key === "been") {
    from = at + 1;
    const next = pieces[from];
    if (next !== undefined && APPOINTED.test(next.key)) from = appointedComplement(around, from + 1);
    else if (next !== undefined && /^(serving|working|acting)$/.test(next.key) && pieces[from + 1]?.key === "as") from += 2;
  } else if (/^(served|serves|serving|worked|works|acted|acts|resigned|retired)$/.test(verb.key) && pieces[at + 1]?.key === "as")
    from = at + 2;
  else if (APPOINTED.test(verb.key)) from = appointedComplement(around, at + 1);
  if (from === undefined) return [];
  const start = pieces[from];
  if (
    start === undefined ||
    (!/^(the|a|an|its|their)$/.test(start.key) &&
      !TITLE_HEADS.has(start.key) &&
      !isCapitalised(start) &&
      !TITLE_MODIFIERS.has(start.key) &&
      !/^(chief|press|foreign|defense|defence|prime|deputy|vice|acting|senior)$/.test(start.key))
  )
    return [];
  const spans = [...titlesFrom(around, from)];
  // "Professor of X at Georgetown University and Director of Y": the list goes on behind the place of the first post.
  for (let end = spans.at(-1)?.last; end !== undefined; ) {
    const next = continuedAt(around, end);
    const more = next === undefined ? [] : titlesFrom(around, next);
    spans.push(...more);
    end = more.at(-1)?.last;
  }
  // "was director of X and served as attaché in Y and later became Ambassador": further verbs of the same subject.
  const again = spans.length === 0 ? undefined : secondPredicate(around, spans.at(-1)?.last as number);
  if (again !== undefined) spans.push(...predicateFrom(around, again));
  // "was a close ally", "is a man": a post needs a post word within a few words (titlesFrom sees to that) and no comparison.
  return spans.filter((span) => span.last - span.first <= 18);
}

/** The piece where the next verb of office begins, behind "and" in the same sentence. */
function secondPredicate({ pieces, isPerson }: TitleSurroundings, end: number): number | undefined {
  for (let at = end; at < end + 16; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.lineStart || isPerson(at) || /^[.;:!?]$/.test(piece.key)) return undefined;
    if (piece.key !== "and") continue;
    const verb = /^(later|then|subsequently|also)$/.test(pieces[at + 1]?.key ?? "") ? at + 2 : at + 1;
    const word = pieces[verb]?.key ?? "";
    if (word === "became" || (/^(served|serves|worked|acted)$/.test(word) && pieces[verb + 1]?.key === "as")) return verb;
    if (word === "was" && APPOINTED.test(pieces[verb + 1]?.key ?? "")) return verb;
  }
  return undefined;
}

/** The piece after "at/in NAME … and", where a post follows. */
function continuedAt(around: TitleSurroundings, end: number): number | undefined {
  const { pieces } = around;
  if (!/^(at|in|with)$/.test(pieces[end]?.key ?? "")) return undefined;
  for (let at = end + 1; at < end + 12; at++) {
    const piece = pieces[at];
    if (piece === undefined || piece.kind === "mark" || piece.lineStart || around.isPerson(at)) return undefined;
    if (piece.key === "and" && TITLE_HEADS.has(pieces[at + 1]?.key ?? "")) return at + 1;
  }
  return undefined;
}

/** After "was appointed": over "by Y", "to be", "as", "to the post of". */
function appointedComplement(around: TitleSurroundings, from: number): number | undefined {
  const { pieces } = around;
  let at = from;
  if (pieces[at]?.key === "by") {
    at++;
    while (at < pieces.length && at - from < 12 && pieces[at]?.key !== "as" && pieces[at]?.key !== "to" && pieces[at]?.kind !== "mark")
      at++;
    if (pieces[at]?.key !== "as") return undefined;
  }
  while (/^(to|be|as|become|in)$/.test(pieces[at]?.key ?? "")) at++;
  return at;
}

/** "His Chief of Staff is | Major General Hassan". */
function inverseCopula(around: TitleSurroundings, nameFirst: number): TitleSpan | undefined {
  const { pieces } = around;
  if (!COPULA.test(pieces[nameFirst - 1]?.key ?? "")) return undefined;
  const end = nameFirst - 1;
  let start = end;
  while (start > 0 && end - start < 10) {
    const piece = pieces[start - 1] as Piece;
    if (piece.kind === "mark" || around.isPerson(start - 1)) break;
    if (/^(the|its|his|her|their|a|an|and)$/.test(piece.key)) break;
    start--;
    if (piece.lineStart) break;
  }
  const words = pieces.slice(start, end);
  return words.length > 0 &&
    words.length <= 8 &&
    words.some((piece) => TITLE_HEADS.has(piece.key)) &&
    words.every(
      (piece) => piece.kind !== "word" || isCapitalised(piece) || /^(of|the|for|to)$/.test(piece.key) || TITLE_HEADS.has(piece.key),
    )
    ? { first: start, last: end, rankOnly: false }
    : undefined;
}

/** "served as a staff member": what somebody serves as is a post, whatever it is called. */
function isService({ pieces }: TitleSurroundings, { first }: TitleSpan): boolean {
  const as = /^(a|an|the|its)$/.test(pieces[first - 1]?.key ?? "") ? first - 2 : first - 1;
  return pieces[as]?.key === "as" && /^(served|serves|serving|appointed|elected|reappointed)$/.test(pieces[as - 1]?.key ?? "");
}

function isMereOccupation(around: TitleSurroundings, span: TitleSpan): boolean {
  const heads = around.pieces.slice(span.first, span.last).filter((piece) => TITLE_HEADS.has(piece.key));
  // "a member of NATO's council": a membership, no post.
  if (heads.length > 0 && heads.every((piece) => piece.text === "member")) return true;
  return (
    heads.length > 0 &&
    heads.every((piece) => isOccupation(piece)) &&
    !around.pieces
      .slice(span.first, span.last)
      .some((piece) => /^(of|for)$/.test(piece.key) || (isCapitalised(piece) && TITLE_HEADS.has(piece.key)))
  );
}

/** "Gen.", "Lt.", "Col.": ranks that are written short. */
const isShortRank = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^(gen|lt|col|maj|capt|cmdr|sgt|adm|brig)$/.test(piece.key) && isCapitalised(piece);

function addPost(
  state: LinkState,
  posts: Post[],
  person: LinkedPerson,
  span: TitleSpan,
  sighting: { first: number; last: number },
  rule: string,
  wording?: string,
): void {
  const { pieces } = state.context;
  let { first } = span;
  let last = span.last;
  let acting = false;
  while (
    first < last &&
    /^(acting|interim|then|former|late|respected|dear|newly|confirmed|new|current|our|as|comrade)$/.test(pieces[first]?.key ?? "")
  ) {
    if (/^(acting|interim)$/.test(pieces[first]?.key ?? "")) acting = true;
    first++;
    if (pieces[first]?.kind === "hyphen") first++;
  }
  while (
    last > first &&
    (/^(and|the|of|for|on|in|to)$/.test(pieces[last - 1]?.key ?? "") ||
      RANKS.get(pieces[last - 1]?.key ?? "") === false ||
      // "army chief Gen. Burhan": a rank counts only where it is the only title.
      (!span.rankOnly && isShortRank(pieces[last - 1]) && pieces.slice(first, last - 1).some((piece) => TITLE_HEADS.has(piece.key))))
  )
    last--;
  if (last <= first || (last === first + 1 && pieces[first]?.key === "lady")) return;
  let title = wording?.replace(/^(?:then|former|late|acting|new) /, "") ?? nameOf(state.context, first, last);
  const tailState = ownerAfterName(state, sighting.last);
  if (tailState !== undefined && rule === "post.before-name") title = `${title} of ${tailState.name}`;
  const body = registeredBody(state, first, last, person.id);
  const org = tailState?.entity ?? body ?? orgOf(state, first, last, person.id);
  const evidenceFirst = Math.min(first, sighting.first);
  const evidenceLast = Math.max(last, sighting.last);
  const bare = wording === undefined ? bareTitle(state, first, last) : title;
  const same = posts.find((post) => post.person === person.id && sameTitle(post, bare, title));
  const isPredicate = rule.startsWith("post.predicate");
  if (same !== undefined) {
    if (isPredicate) same.predicates.push({ first, last });
    for (const alias of [title, bare]) if (alias !== same.title && !same.aliases.includes(alias) && alias !== "") same.aliases.push(alias);
    if (title.length > same.title.length && rule !== "post.rank") {
      same.aliases.push(same.title);
      same.title = title;
    }
    same.org ??= org;
    return;
  }
  posts.push({
    person: person.id,
    title,
    aliases: [...(bare === "" || bare === title ? [] : [bare]), ...plainOffice(state, first, last, org)],
    acting,
    evidence: { start: (pieces[evidenceFirst] as Piece).start, end: (pieces[evidenceLast - 1] as Piece).end },
    rule,
    org,
    predicates: isPredicate ? [{ first, last }] : [],
    first,
    last,
  });
}

/** "head of the Russian arms exporter Rosoboronexport" is the head of Rosoboronexport: what describes the body is no part of the office. */
function plainOffice(state: LinkState, first: number, last: number, org: string | undefined): string[] {
  const { pieces } = state.context;
  let of = first;
  while (of < last && pieces[of]?.key !== "of") of++;
  const body = state.covered.get(last - 1);
  if (of >= last - 2 || org === undefined || body?.entity !== org || body.type === "State") return [];
  const start = pieces.findIndex((piece) => piece.start === body.start);
  return start > of + 2 ? [`${nameOf(state.context, first, of)} of ${nameOf(state.context, start, last)}`] : [];
}

/** "President Volodymyr Zelenskyy of Ukraine": the state or body behind the name. */
function ownerAfterName(state: LinkState, nameLast: number): { entity: string; name: string } | undefined {
  const { pieces } = state.context;
  if (pieces[nameLast]?.key !== "of") return undefined;
  const at = pieces[nameLast + 1]?.key === "the" ? nameLast + 2 : nameLast + 1;
  const mention = state.covered.get(at);
  if (mention === undefined || (mention.type !== "State" && mention.type !== "Territory")) return undefined;
  return { entity: mention.entity, name: mention.text };
}

/**
 * "Deputy Chairman of the Security Council Dmitry Medvedev": the body is that of the holder's post in the knowledge base where its name holds the words of
 * the title, and the mention is linked to it.
 */
function registeredBody(state: LinkState, first: number, last: number, person: string): string | undefined {
  const positions = state.context.knowledge.entities.get(person)?.positions ?? [];
  for (let at = first; at < last; at++) {
    const mention = state.covered.get(at);
    if (mention === undefined || mention.type === "Person" || mention.type === "State") continue;
    for (const position of positions) {
      const body =
        position.org === undefined || position.org === mention.entity ? undefined : state.context.knowledge.entities.get(position.org);
      if (body === undefined || body.type === "State" || !foldName(body.name).startsWith(`${foldName(mention.text)} of `)) continue;
      const entity = state.table.known(body.id);
      const index = state.mentions.indexOf(mention);
      if (entity === undefined || index < 0) continue;
      const replaced: Mention = { ...mention, entity: entity.id, type: entity.type, rule: "body.of-holders-post", confidence: 0.8 };
      state.mentions[index] = replaced;
      for (const [piece, covering] of state.covered) if (covering === mention) state.covered.set(piece, replaced);
      return entity.id;
    }
  }
  return undefined;
}

/** The body in the title ("State Department spokesperson"), else its state ("Japanese Prime Minister"), else that of the holder's post in the knowledge base. */
function orgOf(state: LinkState, first: number, last: number, person: string): string | undefined {
  let found: Mention | undefined;
  for (let at = first - 2; at < last; at++) {
    const mention = state.covered.get(at);
    if (mention === undefined || mention.type === "Person") continue;
    if (at < first && state.context.pieces[first - 1]?.kind !== "possessive") continue;
    if (mention.type !== "State" && mention.type !== "Territory") return mention.entity;
    found ??= mention;
  }
  if (found !== undefined) return found.entity;
  const title = foldName(nameOf(state.context, first, last));
  const known = state.context.knowledge.entities.get(person);
  const position = known?.positions.find((one) => foldName(one.title).startsWith(title) || title.startsWith(foldName(one.title)));
  // A body that the text does not name is not brought in.
  return position?.org !== undefined && state.mentions.some((mention) => mention.entity === position.org) ? position.org : undefined;
}

/** The title without the state and body before it: "Prime Minister" of "Japanese Prime Minister". */
function bareTitle(state: LinkState, first: number, last: number): string {
  const { pieces } = state.context;
  let at = first;
  while (at < last) {
    const mention = state.covered.get(at);
    if (mention === undefined || mention.type === "Person" || TITLE_HEADS.has(pieces[at]?.key ?? "")) break;
    at++;
    while (at < last && (pieces[at]?.kind === "possessive" || pieces[at]?.kind === "hyphen")) at++;
  }
  return at === first || at >= last ? nameOf(state.context, first, last) : nameOf(state.context, at, last);
}

const STOP = new Set(["of", "for", "the", "and", "in", "to", "at"]);
const words = (title: string): Set<string> =>
  new Set(
    foldName(title)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "" && !STOP.has(word)),
  );

/** One post worded twice: one bare title holds the other's words. */
function sameTitle(post: Post, bare: string, title: string): boolean {
  return [post.title, ...post.aliases].some((other) =>
    [bare, title].some((one) => {
      const a = words(other);
      const b = words(one);
      const [small, large] = a.size <= b.size ? [a, b] : [b, a];
      return (
        small.size > 0 &&
        [...small].every((word) => large.has(word)) &&
        ![...large].some((word) => !small.has(word) && /^(vice|deputy|assistant|under|undersecretary|former|acting)$/.test(word))
      );
    }),
  );
}
