import { type Analysis, XPOS_TAGS } from "@chancery/nlp";
import type { Mention } from "../annotated-document.ts";
import type { Piece } from "../mention/pieces.ts";
import type { EntityType, MentionKind, MentionUse } from "../ontology.ts";

/** What a mention says, apart from where it stands. */
export interface MentionContent {
  readonly entity: string;
  readonly type: EntityType;
  readonly kind: MentionKind;
  readonly use?: MentionUse;
  readonly rule: string;
  readonly confidence: number;
}

/** A mention over pieces `[first, last)`; `undefined` where no token lies under them. */
export function mentionAt(
  analysis: Analysis,
  pieces: readonly Piece[],
  first: number,
  last: number,
  content: MentionContent,
): Mention | undefined {
  const from = pieces[first];
  const to = pieces[last - 1];
  return from === undefined || to === undefined ? undefined : mentionOver(analysis, from.start, to.end, content);
}

/** A mention over characters `[start, end)`. */
export function mentionOver(analysis: Analysis, start: number, end: number, content: MentionContent): Mention | undefined {
  const { tokens } = analysis;
  const firstToken = tokenAtOrAfter(analysis, start);
  if (firstToken >= tokens.count) return undefined;
  let lastToken = firstToken;
  while (lastToken < tokens.count && (tokens.start[lastToken] as number) < end) lastToken++;
  if (lastToken === firstToken) lastToken++;
  return {
    start,
    end,
    text: analysis.text.slice(start, end),
    first: firstToken,
    last: lastToken,
    head: headOf(analysis, firstToken, lastToken),
    sentence: tokens.sentence[firstToken] as number,
    entity: content.entity,
    type: content.type,
    kind: content.kind,
    ...(content.use === undefined ? {} : { use: content.use }),
    rule: content.rule,
    confidence: content.confidence,
  };
}

/** Index of the token that holds `offset`, or the next one. */
export function tokenAtOrAfter(analysis: Analysis, offset: number): number {
  const { end, count } = analysis.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The token of `[first, last)` whose own head lies outside; the last one where there are no trees. */
function headOf(analysis: Analysis, first: number, last: number): number {
  const { head, tag } = analysis.tokens;
  if (!analysis.layers.includes("parse")) return last - 1;
  let found = -1;
  for (let token = last - 1; token >= first; token--) {
    const above = head[token] as number;
    if (above >= first && above < last) continue;
    // "war in Ukraine", where the tree hangs the place on the verb: what stands behind a preposition is not the head.
    if (found >= 0 && XPOS_TAGS[tag[token] ?? 0] !== "IN" && prepositionBetween(analysis, token, found)) return token;
    if (found < 0) found = token;
  }
  return found < 0 ? last - 1 : found;
}

function prepositionBetween({ tokens }: Analysis, from: number, to: number): boolean {
  for (let token = from + 1; token < to; token++) if (XPOS_TAGS[tokens.tag[token] ?? 0] === "IN") return true;
  return false;
}
