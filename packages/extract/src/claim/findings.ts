import type { ClaimDraft } from "./claim-draft.ts";
import { ACTOR_TYPES } from "./complement.ts";
import type { TokenRange } from "./cue-match.ts";
import { aboutIn, type EventsByToken, eventsIn } from "./draft-claim.ts";
import { firstTokenAt, isAdverb, lowerOf, mentionOver, type Reading, tagOf } from "./reading.ts";
import { firstPersonOf, type Speaker } from "./speaker.ts";
import { certaintyOf, polarityOf, stanceByContent } from "./stance.ts";

/** "Congress finds the following:", "The Council makes the following findings:", "The commission concludes that—": what opens a numbered list of findings. */
const OPENING =
  /\b(?:finds?|found|declares?|concludes?|determines?)(?: and (?:finds?|declares?|concludes?|determines?))?(?: (?:the following|as follows|that))? ?[:—–-]\s*$|\b(?:makes?|made) the following (?:findings|determinations|declarations)[^\n]{0,40}[:—–.]\s*$/iu;
/** One numbered line: its marker and where its words begin. */
const ITEM = /^\s*((?:\((?:\d{1,3}|[A-Za-z]{1,4})\)\s*)+|\d{1,3}[.)]\s+)/u;
/** What ends the list: the next section or a heading of the level above. */
const SECTION = /^\s*(?:§|S(?:ec|EC)(?:tion|TION|\.)\s|T(?:itle|ITLE)\s|C(?:hapter|HAPTER)\s|\([a-z]\)\s+\p{Lu}[\p{L} ;,]{2,50}$)/u;

interface Line {
  readonly top: boolean;
  readonly range: TokenRange;
}

/**
 * Findings that a legislature or tribunal lists under one verb: every numbered item is its claim, and so is a lettered part that has a predicate of its own
 * ("(A) has violated …", "(i) by sinking …"). A part that only lists things stays with the words that introduce it.
 */
export function listedFindings(reading: Reading, drafts: readonly ClaimDraft[], events: EventsByToken): readonly ClaimDraft[] {
  const found: ClaimDraft[] = [];
  reading.sentences.forEach((sentence) => {
    const text = reading.text.slice(sentence.start, sentence.end);
    if (!OPENING.test(text)) return;
    const speaker = finderOf(reading, sentence.first, sentence.last);
    if (speaker === undefined) return;
    const lines = linesAfter(reading, sentence.end);
    for (const ranges of claimsAmong(reading, lines)) {
      const whole = { first: ranges[0]?.first ?? 0, last: ranges.at(-1)?.last ?? 0 };
      if (whole.last - whole.first < 4 || drafts.some((draft) => overlaps(draft, whole))) continue;
      found.push(findingOf(reading, speaker, whole, events));
    }
  });
  return found;
}

function overlaps(draft: ClaimDraft, { first, last }: TokenRange): boolean {
  return draft.speaker.own && draft.evidence.some((range) => range.first < last && first < range.last);
}

/** The body before the verb: the subject of the opening line. */
function finderOf(reading: Reading, first: number, last: number): Speaker | undefined {
  for (let i = first; i < last; i++) {
    const mention = mentionOver(reading, i);
    if (mention !== undefined && ACTOR_TYPES.has(mention.type) && mention.use !== "place")
      return { ids: [mention.entity], confidence: 0.95, own: true };
    if (/^(find|finds|found|declare|declares|conclude|concludes|determine|determines|make|makes|made)$/.test(lowerOf(reading, i))) break;
  }
  return undefined;
}

/** The numbered lines after `from` up to the next section. */
function linesAfter(reading: Reading, from: number): readonly Line[] {
  const found: Line[] = [];
  let start = from;
  for (const raw of reading.text.slice(from).split("\n")) {
    const end = start + raw.length;
    const marker = ITEM.exec(raw)?.[1];
    if (raw.trim() !== "") {
      if (found.length > 0 && SECTION.test(raw)) break;
      if (marker === undefined && found.length === 0) break;
      const begin = start + (ITEM.exec(raw)?.[0].length ?? raw.length - raw.trimStart().length);
      const range = { first: firstTokenAt(reading.tokens, begin), last: firstTokenAt(reading.tokens, end - 1) + 1 };
      if (range.last > range.first) found.push({ top: marker !== undefined && /\d/.test(marker), range });
    }
    start = end + 1;
  }
  return found;
}

/** The token ranges of each claim: an item with the parts that only list, and each part with a predicate of its own. */
function claimsAmong(reading: Reading, lines: readonly Line[]): readonly (readonly TokenRange[])[] {
  const found: TokenRange[][] = [];
  let current: TokenRange[] | undefined;
  // The line whose words go on in the parts below it.
  let opener: TokenRange[] | undefined;
  for (const { top, range } of lines) {
    if (!top && current !== undefined && predicates(reading, range, opener?.[0] ?? range)) {
      // Words that only open such parts claim nothing yet.
      if (current === opener && current.length === 1) found.pop();
      current = [range];
      found.push(current);
    } else if (top || current === undefined) {
      current = [range];
      found.push(current);
      opener = undefined;
    } else current.push(range);
    if (current.length === 1 && !closes(reading, range)) opener = current;
  }
  return found;
}

/** Does a line end what it says, with a mark or with the "and" before the next part? */
function closes(reading: Reading, { last }: TokenRange): boolean {
  return /^([.;]|and|or)$/.test(lowerOf(reading, last - 1));
}

/** Does a lettered part tell something by itself: "has violated", "withdrawn" after "North Korea has", "by shelling"? */
function predicates(reading: Reading, { first, last }: TokenRange, before: TokenRange): boolean {
  let at = first;
  while (at < last && isAdverb(tagOf(reading, at))) at++;
  const tag = tagOf(reading, at);
  const word = lowerOf(reading, at);
  if (/^(VBZ|VBD|MD)$/.test(tag) || /^(has|have|had|is|are|was|were)$/.test(word)) return true;
  if (word === "by") return true;
  return /^VB[ND]$/.test(tag) && /^(has|have|had)$/.test(lowerOf(reading, before.last - 1));
}

function findingOf(reading: Reading, speaker: Speaker, content: TokenRange, events: EventsByToken): ClaimDraft {
  const told = eventsIn(events, [content]);
  const stance = stanceByContent(reading, "asserts", [content], firstPersonOf(reading, speaker.ids), true);
  // A finding that somebody broke the law is still a finding.
  const found = stance === "accuses" || stance === "alleges" ? "asserts" : stance;
  return {
    speaker,
    stance: found,
    certainty: certaintyOf(reading, { stance: found, frame: "clause" }, found, [content]),
    polarity: polarityOf(reading, { frame: "clause" }, found, [content], told.length > 0),
    quoteType: "direct",
    content: [content],
    evidence: [content],
    addressee: [],
    events: told,
    about: aboutIn(reading, [content], speaker.ids),
    sentence: reading.tokens.sentence[content.first] ?? 0,
    rule: "claim.finding",
    confidence: 0.9,
  };
}
