import { stateBodyPattern } from "../knowledge-base/state-bodies.ts";
import type { MentionContext, MentionDraft } from "./context.ts";
import { isAllCaps, isCapitalised, type Piece } from "./pieces.ts";
import { TITLE_HEADS } from "./title-words.ts";

/** Adjectives that may stand between a state and its body. */
const BETWEEN = /^(own|armed|own|elite|regular|special|ruling|current|new|former|local|puppet|top)$/;
const MAX_WORDS = 6;

/**
 * Bodies that every state has, by composition: "the South Korean defense ministry", "Russia's Foreign Ministry", "Ministry of Defence of Ukraine",
 * "Ukrainian troops", "the Chinese regime" (the state itself). The knowledge base's own record takes the place of the pattern.
 */
export function stateBodyDrafts(context: MentionContext, states: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const state of states.values()) {
    const after = bodyAfter(context, state);
    if (after !== undefined) drafts.push(after);
    const before = bodyBefore(context, state);
    if (before !== undefined) drafts.push(before);
  }
  return drafts;
}

/**
 * "The Foreign Ministry said", "the Armed Forces", "Parliament": a body that every state has, in capitals behind an article, without its state.
 * Whose it is, the linker decides by what stands near.
 */
export function bareBodyDrafts(context: MentionContext, states: ReadonlyMap<number, MentionDraft>): MentionDraft[] {
  const { pieces } = context;
  const drafts: MentionDraft[] = [];
  const stateEnds = new Set([...states.values()].map((state) => state.last));
  for (let first = 0; first < pieces.length; first++) {
    const start = pieces[first] as Piece;
    if (start.kind === "word" && !stateEnds.has(first)) {
      const spoken = ministryThatSpeaks(pieces, first);
      if (spoken !== undefined) {
        drafts.push(spoken);
        continue;
      }
    }
    if (start.kind !== "word" || !isCapitalised(start) || start.key === "the" || stateEnds.has(first)) continue;
    const hasArticle = pieces[first - 1]?.key === "the" && !start.lineStart;
    for (let count = hasArticle ? 5 : 1; count > 0; count--) {
      const run = pieces.slice(first, first + count);
      if (run.length < count || run.some((piece, at) => (at > 0 && piece.lineStart) || (piece.kind !== "word" && piece.kind !== "hyphen")))
        continue;
      if (!isCapitalised(run.at(-1) as Piece)) continue;
      const row = stateBodyPattern(words(pieces, first, first + count));
      if (row === undefined || row.isState === true) continue;
      // One word alone is a body only where it has no other use.
      const alone =
        /^parliament$/.test(start.key) || (start.text === "Treasury" && hasArticle && !isCapitalised(pieces[first + 1] ?? start));
      if (count === 1 && !alone) continue;
      const next = pieces[first + count];
      const goesOn = next?.kind === "word" && !next.lineStart && isCapitalised(next) && !isAllCaps(next) && !TITLE_HEADS.has(next.key);
      if (goesOn || next?.key === "of" || (next?.kind === "hyphen" && !next.space)) continue;
      drafts.push({
        first,
        last: first + count,
        type: row.type,
        kind: "name",
        name: words(pieces, first, first + count),
        rule: `state-body.bare (${row.body})`,
        confidence: 0.7,
      });
      break;
    }
  }
  return drafts;
}

/** "In Moscow, foreign ministry spokeswoman X", "the defense ministry in London": a ministry in small letters whose state stands elsewhere. */
function ministryThatSpeaks(pieces: readonly Piece[], first: number): MentionDraft | undefined {
  const last = first + 2;
  if (!/^(ministry|office)$/.test(pieces[last - 1]?.key ?? "") || pieces[last - 1]?.lineStart || isCapitalised(pieces[last - 1] as Piece))
    return undefined;
  const before = pieces[first - 1];
  if (
    before?.kind === "possessive" ||
    (before?.kind === "word" && isCapitalised(before) && before.key !== "the" && !pieces[first]?.lineStart)
  )
    return undefined;
  const next = pieces[last];
  const speaks = /^(spokes\w+|statement)$/.test(next?.key ?? "");
  const isSeated = next?.key === "in" && pieces[last + 1] !== undefined && isCapitalised(pieces[last + 1] as Piece);
  const row = speaks || isSeated ? stateBodyPattern(words(pieces, first, last)) : undefined;
  return row === undefined || row.isState === true
    ? undefined
    : {
        first,
        last,
        type: row.type,
        kind: "name",
        name: words(pieces, first, last),
        rule: `state-body.bare (${row.body})`,
        confidence: 0.65,
      };
}

function bodyAfter(context: MentionContext, state: MentionDraft): MentionDraft | undefined {
  const { pieces } = context;
  let start = state.last;
  if (pieces[start]?.kind === "possessive") start++;
  if (BETWEEN.test(pieces[start]?.key ?? "") && stateBodyPattern(words(pieces, start, start + 2)) === undefined) start++;
  for (let count = MAX_WORDS; count > 0; count--) {
    const end = start + count;
    const slice = pieces.slice(start, end);
    if (slice.length < count || slice.some((piece) => (piece.kind !== "word" && piece.kind !== "hyphen") || piece.lineStart)) continue;
    const row = stateBodyPattern(words(pieces, start, end));
    if (row === undefined) continue;
    // "Russian military cooperation", "Iran's military industries": an adjective, no body.
    if (ADJECTIVAL.test(slice.at(-1)?.key ?? "") && isNounBehind(pieces[end], slice.at(-1) as Piece)) continue;
    // "Russian Navy Admiral", "State Department official": the body's name ends where a post begins; nothing to do here.
    return toDraft(context, state, state.first, end, row.body, row.type, row.name, row.isState === true, words(pieces, start, end));
  }
  return undefined;
}

const ADJECTIVAL = /^(military|intelligence|government|police|army|navy|administration)$/;

/** A word behind that is no verb and no function word makes what stands before it a modifier. */
function isNounBehind(next: Piece | undefined, last: Piece): boolean {
  if (next === undefined || next.kind !== "word" || next.lineStart) return next?.kind === "hyphen" && !next.space;
  if (isCapitalised(next))
    return isCapitalised(last) && !TITLE_HEADS.has(next.key) && !/^(says|said|warns|tests?|fires?|launch(es)?|to|and|in)$/.test(next.key);
  return (
    !/(ed|ing)$/.test(next.key) &&
    !/^(has|had|have|is|are|was|were|be|said|says|say|will|would|may|might|can|could|should|must|did|does|do|and|or|but|in|to|on|for|with|that|which|who|of|by|at|from|as|into|over|against|after|before|during|under|about|also|now|still|not|began|took|retook|overtook|overran|won|lost|fought|sought|brought|bought|sold|flew|drove|sank|broke|left|met|ran|led|struck|shot|hit|told|put|gave|made|held|came|went|set|sent|says|claims|believes|wants|officials?|spokes\w+|sources?|forces|leaders?|on)$/.test(
      next.key,
    )
  );
}

/** "Ministry of National Defence of the Republic of Korea", "government of Iran". */
function bodyBefore(context: MentionContext, state: MentionDraft): MentionDraft | undefined {
  const { pieces } = context;
  let of = state.first - 1;
  if (pieces[of]?.key === "the") of--;
  if (pieces[of]?.key !== "of" || state.kind === "demonym") return undefined;
  for (let count = MAX_WORDS; count > 0; count--) {
    const start = of - count;
    const slice = pieces.slice(Math.max(0, start), of);
    if (
      slice.length < count ||
      slice.some((piece, index) => (piece.kind !== "word" && piece.kind !== "hyphen") || (index > 0 && piece.lineStart))
    )
      continue;
    const row = stateBodyPattern(words(pieces, start, of));
    if (row === undefined || (slice.length === 1 && /^(side|forces|troops|soldiers)$/.test(slice[0]?.key ?? ""))) continue;
    return toDraft(context, state, start, state.last, row.body, row.type, row.name, row.isState === true, words(pieces, start, of));
  }
  return undefined;
}

function words(pieces: readonly Piece[], first: number, last: number): string {
  return pieces
    .slice(first, last)
    .map((piece) => (piece.kind === "hyphen" ? "-" : piece.key))
    .join(" ")
    .replace(/ - /g, "-");
}

function toDraft(
  context: MentionContext,
  state: MentionDraft,
  first: number,
  last: number,
  body: Parameters<MentionContext["knowledge"]["stateBody"]>[1],
  type: MentionDraft["type"],
  template: string,
  isState: boolean,
  phrase: string,
): MentionDraft {
  const country = state.entity as string;
  if (isState) {
    return {
      first,
      last,
      type: state.type,
      kind: "metonym",
      entity: country,
      use: "government",
      rule: `state.government-phrase`,
      confidence: 0.9,
      ...(state.readings === undefined ? {} : { readings: state.readings.filter((reading) => reading.entity === country) }),
    };
  }
  const known = context.knowledge.stateBody(country, body);
  const stateName = context.knowledge.entities.get(country)?.name ?? country;
  return {
    first,
    last,
    type: known?.type ?? type,
    kind: "name",
    ...(known === undefined
      ? {
          entity: `${type === "MilitaryForce" ? "force" : "org"}/${country.split("/")[1]}-${body}`,
          name: template.replace("{state}", stateName),
        }
      : { entity: known.id }),
    country,
    rule: known === undefined ? `state-body.pattern (${phrase})` : "state-body.known",
    confidence: isCapitalised(context.pieces[last - 1] as Piece) ? 0.9 : 0.85,
    priority: 0.5,
  };
}
