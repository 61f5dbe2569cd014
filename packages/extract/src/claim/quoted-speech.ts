import type { TokenRange } from "./cue-match.ts";
import { firstTokenAt, type Reading } from "./reading.ts";
import type { Speaker } from "./speaker.ts";

/** Who speaks in each quotation of the document, by index. */
export type QuotationSpeakers = ReadonlyMap<number, Speaker>;

/** How many characters a line may have that says whose quotations follow. */
const INTRODUCING_LINE = 200;

/** Quotations that a content range touches. */
export function quotationsIn(reading: Reading, ranges: readonly TokenRange[]): readonly number[] {
  const found = new Set<number>();
  for (const range of ranges)
    for (let i = range.first; i < range.last; i++) if ((reading.quoteAt[i] ?? -1) >= 0) found.add(reading.quoteAt[i] as number);
  return [...found];
}

/**
 * Hands the speaker on to quotations that no cue names (L26): the rest of a multi-paragraph quotation; a quotation later in the same paragraph
 * (`“…,” said Burns. “Her integration …”`); and a paragraph that opens with one directly after a paragraph of quoted speech.
 */
export function carrySpeakers(reading: Reading, known: QuotationSpeakers): QuotationSpeakers {
  const speakers = new Map(known);
  const { quotations, analysis } = reading.annotated;
  quotations.forEach((quotation, index) => {
    if (quotation.kind !== "speech" || quotation.depth > 0 || speakers.has(index)) return;
    const carried = quotation.continues === undefined ? undefined : speakers.get(quotation.continues);
    const from = carried ?? neighbour(index) ?? introducedBy(index);
    if (from !== undefined) speakers.set(index, { ...from, confidence: Math.min(from.confidence, carried === undefined ? 0.7 : 0.85) });
  });
  return speakers;

  function neighbour(index: number): Speaker | undefined {
    const quotation = quotations[index];
    if (quotation === undefined) return undefined;
    const paragraph = paragraphOf(quotation.inner.start);
    for (let before = index - 1; before >= 0; before--) {
      const other = quotations[before];
      if (other === undefined || other.kind !== "speech" || other.depth > 0) continue;
      const speaker = speakers.get(before);
      if (speaker === undefined) return undefined;
      const distance = paragraph - paragraphOf(other.end - 1);
      if (distance === 0) return speaker;
      // The next paragraph begins with the quotation and the one before ends in quoted speech or in its cue.
      const opens = firstTokenAt(analysis.tokens, quotation.inner.start) - firstTokenOfParagraph(paragraph) <= 1;
      return distance === 1 && opens ? speaker : undefined;
    }
    return undefined;
  }

  /** "Quotes attributable to the Minister for Foreign Affairs, Penny Wong:" and then a paragraph that is a quotation: the last person named in that line. */
  function introducedBy(index: number): Speaker | undefined {
    const start = quotations[index]?.inner.start ?? 0;
    const paragraph = paragraphOf(start);
    const line = analysis.paragraphs[paragraph - 1];
    if (line === undefined || firstTokenAt(analysis.tokens, start) - firstTokenOfParagraph(paragraph) > 1) return undefined;
    if (line.end - line.start > INTRODUCING_LINE || !/:\s*$/u.test(reading.text.slice(line.start, line.end))) return undefined;
    const named = reading.annotated.mentions.findLast(
      (mention) => mention.type === "Person" && mention.start >= line.start && mention.end <= line.end,
    );
    return named === undefined ? undefined : { ids: [named.entity], confidence: 0.8, own: false };
  }

  /** Index of the paragraph that holds an offset; -1 for none. */
  function paragraphOf(offset: number): number {
    let low = 0;
    let high = analysis.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((analysis.paragraphs[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (analysis.paragraphs[low]?.start ?? Number.POSITIVE_INFINITY) <= offset ? low : -1;
  }

  function firstTokenOfParagraph(paragraph: number): number {
    return firstTokenAt(analysis.tokens, analysis.paragraphs[paragraph]?.start ?? 0);
  }
}

/** Sentence-sized pieces of a quotation, marks excluded. */
export function clipsOf(reading: Reading, quotation: number): readonly (TokenRange & { readonly sentence: number })[] {
  const clips: (TokenRange & { sentence: number })[] = [];
  const span = reading.annotated.quotations[quotation];
  if (span === undefined) return clips;
  const { tokens } = reading;
  for (let i = firstTokenAt(tokens, span.inner.start); i < tokens.count && (tokens.end[i] as number) <= span.inner.end; ) {
    const sentence = tokens.sentence[i] ?? 0;
    let last = i;
    while (last < tokens.count && tokens.sentence[last] === sentence && (tokens.end[last] as number) <= span.inner.end) last++;
    clips.push({ first: i, last, sentence });
    i = Math.max(last, i + 1);
  }
  return clips;
}
